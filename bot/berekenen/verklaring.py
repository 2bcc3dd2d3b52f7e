"""Finds the steps and reasons that somebody asks after: `hoezo 0 minuten?`, `waarom telt de was niet mee`."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bot.vragen.woorden import getal_van, normaal

LANGST = 16
KORTSTE_WOORD = 3
_VRAAGT_NAAR = re.compile(
    r"^(?:(?:maar|en|nou|ja|nee|huh|he) )*(?:hoezo|waarom|waarvoor|hoe (?:kom|komt|komen|kan)\b|"
    r"waar (?:komt|komen|zijn|is|staat|staan)\b|wat (?:is|zijn)\b)"
)
_OVER_DE_SOM = re.compile(
    r"\b(?:telt?|tellen|geteld|mee|minder|meer|maar|eraf|erbij|minuten|minuut|uur|uren|krijgt?|verwacht|verwachten|"
    r"aftrek|afgetrokken|berekend|gerekend|komt? (?:u|je|jij|jullie|dat))\b"
)
_UREN = re.compile(r"\b(\w+) (?:uur|uren)(?: (?:en )?(\w+) (?:minuten|minuut))?\b")
_TAALWOORDEN = frozenset(
    "hoezo waarom waarvoor waar hoe wat wie kom komt komen kan aan bij van dat die dit deze het een den der des "
    "niet mee telt tellen geteld meer minder maar geen wel dan nog ook toch nou nul uur uren minuten minuut week per "
    "eraf erbij daar daaraan daarbij staat staan zijn krijg krijgt ik wij jij jullie mijn onze uw voor met door "
    "naar over uit als bent ben heb heeft hebben word wordt worden verwacht gemeente zoveel weinig veel "
    "opeens eigenlijk hulp".split()
)  # fmt: skip


class Verklaring(Struct, frozen=True):
    """The steps and reasons that were found; `geen` says that the outcome has nothing on what was asked."""

    regels: tuple[Mapping[str, Any], ...]
    geen: bool = False


def verklaar(uitkomst: Mapping[str, Any], tekst: str, *, over_iets_anders: bool = False) -> Verklaring | None:
    """What the outcome says on the number or the words that the question names.

    A question that names neither gets all of it; one that is not about the outcome gets None, and so does one
    `over_iets_anders` (it is surely about a topic), unless it names a number.
    """
    gezegd = normaal(tekst)
    if not _VRAAGT_NAAR.match(gezegd) or len(gezegd.split()) > LANGST:
        return None
    alles = [*uitkomst["stappen"], *uitkomst["redenen"]]
    if not alles:
        return None
    getallen = _getallen(gezegd)
    woorden = {w for w in gezegd.split() if len(w) >= KORTSTE_WOORD and w not in _TAALWOORDEN and not w.isdecimal()}
    met_getal = [r for r in alles if getallen & _getallen_van(r)]
    met_woord = [r for r in alles if _heeft(r, woorden)]
    over_de_som = bool(_OVER_DE_SOM.search(gezegd))
    if over_iets_anders and not getallen:
        return None
    if beide := [r for r in met_getal if r in met_woord]:
        return _uniek(beide)
    if met_getal:
        return _uniek(met_getal)
    if met_woord and (over_de_som or gezegd.split()[0] in ("hoezo", "maar")):
        return _uniek(met_woord)
    if gezegd.split()[0] == "hoezo" or over_de_som:
        return Verklaring(_uniek(alles).regels, geen=bool(getallen or woorden) and not _is_totaal(uitkomst, getallen))
    return None


def _uniek(regels: list[Any]) -> Verklaring:
    return Verklaring(tuple({r["tekst"]: r for r in regels}.values()))


def _getallen(tekst: str) -> set[int]:
    """`90`, `nul`, `2 uur en 15 minuten` (135); never `een`, which is an article."""
    in_minuten = _UREN.sub(_als_minuten, tekst)
    return {n for w in in_minuten.split() if w != "een" and (n := getal_van(w)) is not None}


def _als_minuten(uren: re.Match[str]) -> str:
    heel, rest = getal_van(uren[1]), getal_van(uren[2] or "nul")
    return uren[0] if heel is None or rest is None else str(60 * heel + rest)


def _getallen_van(regel: Mapping[str, Any]) -> set[int]:
    minuten = regel.get("minuten")
    return _getallen(normaal(regel["tekst"])) | ({abs(minuten)} if minuten is not None else set())


def _heeft(regel: Mapping[str, Any], woorden: set[str]) -> bool:
    """Whether one of the words stands in it, or begins one of its words: `was` in `wasgoed`."""
    inhoud = normaal(regel["tekst"]).split()
    return any(i.startswith(w) or (len(i) > KORTSTE_WOORD and w.startswith(i)) for w in woorden for i in inhoud)


def _is_totaal(uitkomst: Mapping[str, Any], getallen: set[int]) -> bool:
    waarde = uitkomst["waarde"] or {}
    alle = [*waarde.values(), *(n for deel in waarde.values() if isinstance(deel, dict) for n in deel.values())]
    return bool(getallen & {n for n in alle if isinstance(n, int)})

"""Reads a whole number: of people, days, kilometres. A number of something else is no answer."""

import math
import re
from collections.abc import Iterator
from fractions import Fraction

from bot.vragen.datums import MAAND
from bot.vragen.getallen import VAAG, VULLING, hoeveelheid, stukken
from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Vraag
from bot.vragen.personen import MEERVOUD, WIE
from bot.vragen.woorden import LIDWOORD, MET_ZIJN, getal_van, is_een_van, normaal

_GEEN_GETAL = "Ik zoek één getal in uw antwoord, en dat lukt niet."
# Beside these a number is not the whole of the answer.
_NIET_HEEL = frozenset(
    "half halve kwart tussen bijna ruim meer minder minstens hooguit hoogstens maximaal minimaal max paar enkele per "
    "elke iedere niet geen of".split()
)
MAATWOORDEN = frozenset(
    "km kilometer kilometers m meter meters cm minuut minuten min uur uren u dag dagen etmaal etmalen nacht nachten "
    "week weken wk maand maanden mnd jaar jaren jr euro euros eur € cent procent % graden kilo kg gram liter keer maal "
    "x kwartier mijl mijlen pond".split()
)
_MENSEN = frozenset({"mensen", "personen"})
_WIJ_ZIJN_MET = re.compile(r"^(?:wij|we) (?:(?:zijn|wonen) (?:hier |thuis )?(?:samen )?met |(?:met )?(?=\w+$))")
_ALLEEN = frozenset("alleen_ik ik_alleen alleen_ikke alleen_ikzelf ik_ben_alleen ik_woon_alleen".split())
_SAMEN = frozenset("mijn m n mn onze ons en plus met samen alleen wij we zijn wonen hier thuis nog dus".split())
_LANGSTE = 6
_BIJ_EEN_MAAT = (
    VULLING | VAAG | frozenset("begin eind einde medio half halve midden per elke iedere van en btw incl".split())
)


def lees_aantal(vraag: Vraag, tekst: str) -> int:
    """The whole number in the text, turned into the unit of the question. Raises Leesfout.

    `20 km` is no number of people. Part of a unit counts as a whole one where the question rounds up.
    """
    if re.search(r"(?<!\d)-\s*\d|^\s*min\b", tekst.lower()):
        raise Leesfout("Ik zoek een getal zonder min ervoor.")
    gezegd = normaal(tekst)
    over_mensen = bool(_MENSEN & set(normaal(vraag.tekst).split()))
    if over_mensen and (samen := 1 if is_een_van(tekst, _ALLEEN) else _genoemde_mensen(gezegd)):
        return samen
    kaal = _WIJ_ZIJN_MET.sub("", gezegd)
    anderen = WIE.search(kaal) or {"ik", "wij", *MEERVOUD} & set(kaal.split()) - _MENSEN
    if not vraag.eenheden and anderen and not MET_ZIJN.keys() & set(gezegd.split()):
        raise Leesfout("Ik wil niet verkeerd tellen. Noem alleen het getal.")
    woorden = stukken(tekst)
    gevonden = list(_aantallen(vraag, woorden, een="één" in tekst.lower()))
    if len(gevonden) != 1 or _NIET_HEEL & {w for w in woorden if w not in gevonden[0][2]}:
        raise Leesfout(_GEEN_GETAL)
    aantal, maat, _ = gevonden[0]
    if maat in MAATWOORDEN and maat not in vraag.eenheden and maat not in normaal(vraag.tekst).split():
        raise Leesfout(f'Ik lees "{maat}", en dat hoort niet bij deze vraag.')
    aantal *= vraag.eenheden.get(maat, 1)
    if aantal.denominator == 1 or vraag.omhoog:
        return math.ceil(aantal)
    if maat in vraag.eenheden:
        raise Leesfout(f"Dat komt uit op {math.floor(aantal)} of {math.ceil(aantal)}. Noem een heel getal.")
    raise Leesfout(_GEEN_GETAL)


def _aantallen(vraag: Vraag, woorden: list[str], *, een: bool) -> Iterator[tuple[Fraction, str, list[str]]]:
    """Each amount with the word after it (or the sign before it) and its own words; `een` is mostly an article."""
    i = 0
    while i < len(woorden):
        lengte, aantal = _langste(woorden, i)
        if aantal is None:
            i += 1
            continue
        eigen, volgend = woorden[i : i + lengte], woorden[i + lengte : i + lengte + 1]
        teken = woorden[i - 1] if i and woorden[i - 1] == "€" else ""
        maat = volgend[0] if volgend else teken
        if eigen != [LIDWOORD] or een or maat in vraag.eenheden or len(woorden) == 1:
            yield aantal, teken or maat, eigen
        i += lengte


def _langste(woorden: list[str], i: int) -> tuple[int, Fraction | None]:
    if woorden[i] != "en":
        for lengte in range(min(_LANGSTE, len(woorden) - i), 0, -1):
            eigen = woorden[i : i + lengte]
            if eigen[-1] != "en" and (aantal := hoeveelheid(eigen)) is not None:
                return lengte, aantal
    getal = getal_van(woorden[i])
    return 1, None if getal is None else Fraction(getal)


def _genoemde_mensen(gezegd: str) -> int | None:
    """`mijn vrouw en ik` is 2. Only where everybody is named once, the person who types too."""
    woorden = gezegd.split()
    wie = [w for w in woorden if WIE.fullmatch(w)]
    if woorden.count("ik") != 1 or not wie or set(woorden) - set(wie) - _SAMEN - {"ik"}:
        return None
    return len(wie) + 1


def is_maat(tekst: str) -> bool:
    """Whether the whole text is an amount with or without a unit, or a month: `20 km`, `een uur`, `begin maart`.

    In the middle of a question that is an attempt at an answer, and asks for nothing else.
    """
    woorden = stukken(tekst)
    getallen = {w for w in woorden if w in MAAND or hoeveelheid([w]) is not None}
    return bool(getallen) and set(woorden) <= getallen | MAATWOORDEN | _BIJ_EEN_MAAT

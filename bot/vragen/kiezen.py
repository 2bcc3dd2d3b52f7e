"""Reads which of the offered choices a text names. What somebody says is not so is never chosen."""

import re
from collections.abc import Iterator, Sequence

from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Keuze
from bot.vragen.woorden import JA, NEE, WEET_NIET, getal_van, is_een_van, normaal

KLAAR = "klaar"
NIETS = "niets"
SLUIT_UIT = frozenset({NIETS, "weet_niet"})
_NIETS_ERBIJ = ("klaar", "dat was het", "dat was alles", "dat is het", "dat is alles", "niets meer")
WOORDEN_VOOR_KLAAR = (*_NIETS_ERBIJ[:4], "verder", "niets meer", "genoeg", "nee")
_GEEN_DEEL_VAN_ALLES = SLUIT_UIT | {KLAAR, "opnieuw_kiezen"}
_UITZONDERING = frozenset("behalve zonder uitgezonderd".split())
ONTKENNING = _UITZONDERING | frozenset("niet geen nooit niemand niets nergens noch nauwelijks amper".split())
# Beside one of these a yes, a no or "niets" is not the whole of the answer.
_TWIJFEL = frozenset("maar nog misschien soms later straks ooit bijna deels half beetje af hoewel alhoewel of".split())
_ALLES = frozenset("alles allemaal alle allen".split())
_BEIDE = frozenset("allebei beide beiden".split())
_LIDWOORDEN = frozenset("de het een mijn onze ons".split())
# Only as the whole of an answer: `geen dementie` names no "geen".
_NOOIT_IN_EEN_ZIN = frozenset({"ja", "nee", "geen", "ik", ""})
_BIJ_EEN_NEE = frozenset("nee hoor joh dank u je bedankt wel gelukkig".split())
# Beside "nee" these say the same once more: `nee, dat kan ik niet`.
_EENS_MET_NEE = frozenset(
    "nee dat dit het er ik hij zij ze wij we kan kunnen lukt gaat is denk geloof hoeft niet meer zo echt helaas "
    "gelukkig eigenlijk nou hoor joh".split()
)
_LUKT_WEL = re.compile(
    r"\bnog (?:wel|goed|zelf|prima|best)\b|\b(?:doet?|kan) (?:ik|hij|zij|ze) (?:wel |nog )?zelf\b|"
    r"\b(?:doet|doen|regelt|regelen) (?:mijn|m n|onze|de) \w+\b"
)
_REEKS = re.compile(r"[0-9]\s*[-–]\s*[0-9]")
_GEEN_VAN = re.compile(r"geen van (?:(?:de|het|deze|die|dit) )?(.+)")
_HOEFT_NIET = frozenset("hoeft hoeven hoef nodig".split())
_TOCH_NIET_GOED = frozenset("meer goed zo".split())
KORTSTE_WOORDBEGIN = 5
LANGSTE_UITGANG = 3
LANGSTE_OMWEG = 5
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6}
Plek = tuple[int, int]


def kies(keuzes: Sequence[Keuze], tekst: str, *, meer: bool = False, wat_lukt: bool = False) -> list[str]:
    """The offered choices that the text names, as their values; with `meer` there may be several.

    A choice is named by its label or one of its words, by its place in the list ("2", "de tweede"), by
    ja/nee/weet niet, or (with `meer`) by "alles" and "alles behalve ...". With a "niet" or "geen" that is no part
    of the words of the choice, nothing is chosen: what is meant would have to be guessed. With `meer`
    "boodschappen gaat niet meer" names one, unless the question asks `wat_lukt`. Raises Leesfout, with `meer` only.
    """
    if exact := gelijke_keuze(keuzes, tekst):
        return [exact]
    for woorden_voor, waarde in ((WEET_NIET, "weet_niet"), (JA, "ja"), (NEE, "nee")):
        if is_een_van(tekst, woorden_voor) and (gevonden := [k.waarde for k in keuzes if k.waarde == waarde]):
            return gevonden
    woorden = _gezegd(tekst).split()
    if woorden[:1] == ["nee"] and set(woorden) <= _BIJ_EEN_NEE:
        return [k.waarde for k in keuzes if "nee" in k.woorden][:1]
    if meer and (allemaal := _alles(keuzes, woorden) or _geen_van(keuzes, woorden)):
        return allemaal
    if not _REEKS.search(tekst) and (plaatsen := _plaatsen(woorden, keuzes)):
        gekozen = [keuzes[i].waarde for i in plaatsen]
        return gekozen if len(gekozen) == 1 or (meer and not SLUIT_UIT & {*gekozen}) else []
    if " ".join(woorden) in {*WOORDEN_VOOR_KLAAR, *_NIETS_ERBIJ}:
        return [NIETS] if meer and _niets_gekozen(keuzes, " ".join(woorden)) else []
    genoemd = _genoemd(keuzes, woorden, met_delen=meer)
    if meer:
        return _meer(keuzes, woorden, genoemd, wat_lukt)
    if len(genoemd) == 1:
        return [] if _rest(woorden, genoemd) & ONTKENNING else list(genoemd)
    return _ja_of_nee(keuzes, woorden)


def gelijke_keuze(keuzes: Sequence[Keuze], tekst: str) -> str | None:
    """The choice of which the whole text is the label, the value or a word of its own."""
    gezegd = _gezegd(tekst)
    for keuze in keuzes:
        if gezegd in (_gezegd(keuze.label), normaal(keuze.waarde)):
            return keuze.waarde
    met_woord = [keuze.waarde for keuze in keuzes if gezegd in map(_gezegd, keuze.woorden)]
    return met_woord[0] if len(met_woord) == 1 else None


def ontkent(tekst: str) -> bool:
    """Whether the text says that something is not so."""
    return bool(ONTKENNING & set(_gezegd(tekst).split()))


def _gezegd(tekst: str) -> str:
    return re.sub(r"\bniks\b", NIETS, normaal(tekst))


def _niets_gekozen(keuzes: Sequence[Keuze], gezegd: str) -> bool:
    """Whether being done at once chooses "Niets hiervan"."""
    niets = any(k.waarde == NIETS and _gezegd(k.label).startswith(NIETS) for k in keuzes)
    return niets and gezegd in _NIETS_ERBIJ and all(k.waarde != KLAAR for k in keuzes)


def _plaatsen(woorden: list[str], keuzes: Sequence[Keuze]) -> list[int]:
    """The places that the whole text names; "de laatste" is none where that may be the choice before it."""
    rang = {**_RANG, "laatste": len(keuzes)} if keuzes and keuzes[-1].waarde not in _GEEN_DEEL_VAN_ALLES else _RANG
    kern = [w for w in woorden if w not in {"de", "en", "nummer", "optie", "keuze", "nr"}]
    nummers = [rang.get(w) or (w.isdecimal() and getal_van(w)) or 0 for w in kern]
    eens = len(set(nummers)) == len(nummers) and all(1 <= n <= len(keuzes) for n in nummers)
    return [n - 1 for n in nummers] if eens else []


# -- what is named ----------------------------------------------------------------------------------------------------


def _genoemd(keuzes: Sequence[Keuze], woorden: list[str], *, met_delen: bool) -> dict[str, list[Plek]]:
    """Where in the text each choice is named; not within a longer name of another: `geen beperking`, `beperking`."""
    van = {k.waarde: {_gezegd(w) for w in (k.label, *k.woorden)} for k in keuzes}
    if met_delen:
        van = {k.waarde: van[k.waarde] | _eigen_delen(k, van) for k in keuzes}
    van = {waarde: namen | {_zonder_lidwoord(n) for n in namen} for waarde, namen in van.items()}
    alle = {
        waarde: [p for naam in namen - _NOOIT_IN_EEN_ZIN for p in _plekken(naam, woorden)]
        for waarde, namen in van.items()
    }
    gevonden = {
        waarde: [
            (begin, eind)
            for begin, eind in plekken
            if not any(
                b <= begin and eind <= e and e - b > eind - begin
                for ander, andere in alle.items()
                if ander != waarde
                for b, e in andere
            )
        ]
        for waarde, plekken in alle.items()
    }
    return {waarde: plekken for waarde, plekken in gevonden.items() if plekken}


def _eigen_delen(keuze: Keuze, van: dict[str, set[str]]) -> set[str]:
    """`stoffen` and `opruimen` of the label `Licht werk: stoffen en opruimen`, where no other choice has them."""
    delen = {_gezegd(deel) for deel in re.split(r"[:,()]| en | of ", keuze.label)}
    anders = {naam for waarde, namen in van.items() if waarde != keuze.waarde for naam in namen}
    return {d for d in delen if len(_zonder_lidwoord(d)) >= KORTSTE_WOORDBEGIN} - anders


def _zonder_lidwoord(naam: str) -> str:
    eerste, _, rest = naam.partition(" ")
    return rest if eerste in {"de", "het", "een"} and rest else naam


def _plekken(naam: str, woorden: list[str]) -> Iterator[Plek]:
    delen = naam.split()
    for i in range(len(woorden) - len(delen) + 1):
        gelijk = woorden[i : i + len(delen)] == delen
        if gelijk or (len(delen) == 1 and len(naam) >= KORTSTE_WOORDBEGIN and _is_vorm(woorden[i], naam)):
            yield i, i + len(delen)


def _is_vorm(woord: str, naam: str) -> bool:
    """`klachten` is a form of `klacht`; `gezondheid` is none of `gezond`."""
    return woord.startswith(naam) and len(woord) - len(naam) <= LANGSTE_UITGANG


def _rest(woorden: list[str], genoemd: dict[str, list[Plek]]) -> set[str]:
    """The words that are no part of a name."""
    in_naam = {i for plekken in genoemd.values() for begin, eind in plekken for i in range(begin, eind)}
    return {w for i, w in enumerate(woorden) if i not in in_naam}


# -- yes and no, several, and all -------------------------------------------------------------------------------------


def _ja_of_nee(keuzes: Sequence[Keuze], woorden: list[str]) -> list[str]:
    """`nee want hij is 17`, `ik denk van ja`; not `nee, misschien later wel`."""
    uiteinden = {*woorden[:1], *(woorden[-1:] if len(woorden) <= LANGSTE_OMWEG else [])} & {"ja", "nee"}
    if len(uiteinden) != 1:
        return []
    (zegt,) = uiteinden
    tegen = {"wel", "ja"} if zegt == "nee" else {"nee"}
    eens = not set(woorden) & (ONTKENNING | _TWIJFEL | tegen) and woorden[:2] != ["nou", "ja"]
    eens = eens or (zegt == "nee" and set(woorden) <= _EENS_MET_NEE and woorden.count("niet") == 1)
    return [k.waarde for k in keuzes if eens and k.waarde == zegt]


def _meer(keuzes: Sequence[Keuze], woorden: list[str], genoemd: dict[str, list[Plek]], wat_lukt: bool) -> list[str]:
    rest = _rest(woorden, genoemd)
    if niets := genoemd.keys() & SLUIT_UIT:
        label = next(k.label for k in keuzes if k.waarde in niets)
        if rest & ONTKENNING:
            raise Leesfout("Ik lees wat niet zo is, of niet gaat. Noem de keuze die wel past.")
        if len(genoemd) > 1 or rest & _TWIJFEL:
            raise Leesfout(f'Ik lees "{label}", maar ook iets anders. Noem alleen wat past.')
    elif genoemd and (rest & ONTKENNING if wat_lukt else _niet_bedoeld(woorden, rest, genoemd)):
        raise Leesfout("Ik lees ook wat u niet bedoelt. Noem alleen wat wel hoort, of kies de knoppen.")
    return list(genoemd)


def _niet_bedoeld(woorden: list[str], rest: set[str], genoemd: dict[str, list[Plek]]) -> bool:
    """`geen was`, `de was niet`, `de was hoeft niet`, `koken gaat nog wel`; not `de was gaat niet meer`."""
    if rest & _UITZONDERING or (rest & ONTKENNING and rest & _HOEFT_NIET) or _LUKT_WEL.search(" ".join(woorden)):
        return True
    for begin, eind in (plek for plekken in genoemd.values() for plek in plekken):
        ervoor = [w for w in woorden[:begin] if w not in _LIDWOORDEN | {"over", "voor", "bij"}][-1:]
        erna = woorden[eind : eind + 2]
        if ervoor and ervoor[0] in {"geen", "niet", "nooit"} & rest:
            return True
        if erna[:1] == ["niet"] and not set(erna[1:]) & _TOCH_NIET_GOED:
            return True
    return False


def _alles(keuzes: Sequence[Keuze], woorden: list[str]) -> list[str]:
    """All that is offered; but for one in `alles behalve de was`, `alles op de was na`, `alles, maar de was niet`."""
    over = [k.waarde for k in keuzes if k.waarde not in _GEEN_DEEL_VAN_ALLES]
    if " ".join(woorden).startswith(("alle", "beide")) and _zijn_allen("".join(woorden), len(over)):
        return over
    m = re.fullmatch(
        r"(?:\w+ ){0,5}?(?:alles|allemaal) "
        r"(?:(?:behalve|uitgezonderd|zonder|maar niet) (?P<a>.+)|op (?P<b>.+) na|maar (?P<c>.+) niet)",
        " ".join(woorden),
    )
    if not m:
        return []
    uitzondering = (m["a"] or m["b"] or m["c"]).split()
    genoemd = _genoemd(keuzes, uitzondering, met_delen=True)
    ervoor = woorden[: len(woorden) - len(uitzondering)]
    if len(genoemd) != 1 or _rest(uitzondering, genoemd) - _LIDWOORDEN or _genoemd(keuzes, ervoor, met_delen=True):
        return []
    return [waarde for waarde in over if waarde not in genoemd]


def _geen_van(keuzes: Sequence[Keuze], woorden: list[str]) -> list[str]:
    """`geen van alle` chooses the one that says so, and so does `geen van beide` of two others."""
    over = [k for k in keuzes if k.waarde not in _GEEN_DEEL_VAN_ALLES]
    m = _GEEN_VAN.fullmatch(" ".join(woorden))
    geen = m is not None and _zijn_allen(m[1].replace(" ", ""), len(over))
    return [k.waarde for k in keuzes if geen and k.waarde == NIETS]


def _zijn_allen(gezegd: str, aantal: int) -> bool:
    """`alledrie` of three, `beide` of two, `allemaal` of any number."""
    genoemd = 2 if gezegd in _BEIDE else getal_van(gezegd.removeprefix("alle"))
    return gezegd in _ALLES or genoemd == aantal

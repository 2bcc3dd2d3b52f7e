"""Reads how long something takes or lasts. Weeks are never turned into months: that would be a guess."""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from bot.vragen.getallen import VULLING, hoeveelheid, is_vaag, stukken, zonder
from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Keuze

# Minutes, or months; in order of size.
_MINUTEN = {"minuten": 1, "kwartier": 15, "uren": 60, "dagen": 1440, "weken": 7 * 1440}
_MAANDEN = {"maanden": 1, "kwartalen": 3, "jaren": 12}
_GROOTTE = [*_MINUTEN, *_MAANDEN]
ENKELVOUD = {"minuten": "minuut", "uren": "uur", "dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar"}
_WOORDEN = {
    "minuten": "minuut minuten minuutje minuutjes min mins",
    "kwartier": "kwartier kwartieren kwartiertje kwartiertjes",
    "uren": "uur uren uurtje uurtjes u h",
    "dagen": "dag dagen dagje dagjes etmaal etmalen",
    "weken": "week weken weekje weekjes wk wkn",
    "maanden": "maand maanden maandje maandjes mnd mnden",
    "kwartalen": "kwartaal kwartalen",
    "jaren": "jaar jaren jaartje jaartjes jr",
}
_EENHEID = {woord: eenheid for eenheid, woorden in _WOORDEN.items() for woord in woorden.split()}
_VULLING = VULLING | frozenset("duurt duren nog kost lang voor".split())
_KLOK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?: ?(?:uur|u))?")
_AANEEN = re.compile(r"\b(half|halve|anderhalf|driekwart)(?=uur|jaar)")
_UREN_OF_MINUTEN = re.compile(r"[0-9]\.[0-9]{2} ?(?:u|h)|[0-9],(?!25|50|75)[0-9]{2} ?(?:u|h)")
_LANGER = re.compile(r"^(?:langer|meer) dan |^ruim ")
_KORTER = re.compile(r"^(?:korter|minder) dan |^(?:hooguit|hoogstens|maximaal|tot|binnen|bijna|nog geen) ")
_DAGEN_PER_MAAND = Fraction(365, 12)
_SPELING = 3


class Duur(Struct, frozen=True):
    """A length of time; what is said in months or years cannot be counted in days."""

    minuten: Fraction = Fraction(0)
    maanden: Fraction = Fraction(0)

    def in_eenheid(self, eenheid: str) -> Fraction | None:
        """How many of the unit it is, or None where that cannot be said exactly."""
        if eenheid in _MINUTEN:
            return None if self.maanden else self.minuten / _MINUTEN[eenheid]
        return None if self.minuten else self.maanden / _MAANDEN[eenheid]


def lees_duur(tekst: str, eenheid: str, *, kaal: bool = False) -> int:
    """The length in whole units: `anderhalf uur` is 90 minuten, `een half jaar` 6 maanden.

    With `kaal` a number alone counts in `eenheid`. Raises Leesfout.
    """
    duur = ontleed(tekst)
    woorden = zonder(stukken(tekst), _VULLING)
    aantal = duur.in_eenheid(eenheid) if duur else hoeveelheid(woorden) if kaal else None
    if aantal is not None and aantal.denominator == 1:
        return int(aantal)
    if duur or aantal is not None:
        raise Leesfout(f"Ik reken hier in hele {eenheid}. Zeg hoeveel {eenheid} het zijn.")
    if hoeveelheid(woorden) is not None:
        raise Leesfout(f"Ik weet niet of u {eenheid} bedoelt. Zet het woord erbij.")
    if is_vaag(woorden):
        raise Leesfout(f"Ik weet niet precies hoelang het is. Zeg hoeveel {eenheid} het zijn.")
    raise Leesfout(f"Ik kan uit uw antwoord niet halen hoelang het is. Zeg hoeveel {eenheid} het zijn.")


def ontleed(tekst: str) -> Duur | None:
    """The length of time that the whole text names, or None."""
    if m := _KLOK.fullmatch(tekst.strip().lower()):
        return Duur(minuten=Fraction(60 * int(m[1]) + int(m[2])))
    gezegd = _AANEEN.sub(r"\1 ", " ".join(stukken(tekst)))
    if _UREN_OF_MINUTEN.search(gezegd):
        return None
    delen: dict[str, Fraction] = {}
    aantal: list[str] = []
    for woord in zonder(gezegd.split(), _VULLING):
        eenheid = _EENHEID.get(woord)
        if eenheid is None:
            aantal.append(woord)
            continue
        hoeveel = hoeveelheid(aantal or ["een"]) if woord.endswith(("je", "kwartier")) else hoeveelheid(aantal)
        if hoeveel is None or any(_GROOTTE.index(e) <= _GROOTTE.index(eenheid) for e in delen):
            return None
        delen[eenheid], aantal = hoeveel, []
    if aantal and not _is_rest_van_uur(delen, aantal):
        return None
    los = hoeveelheid(aantal) or Fraction(0)
    return _tel_op(delen, los) if delen else None


def _is_rest_van_uur(delen: dict[str, Fraction], aantal: Sequence[str]) -> bool:
    """`1u30`, `twee uur twintig`."""
    los = hoeveelheid(aantal)
    heel = list(delen)[-1:] == ["uren"] and delen["uren"].denominator == 1
    return heel and los is not None and los.denominator == 1 and 1 <= los <= 59


def _tel_op(delen: dict[str, Fraction], los: Fraction) -> Duur:
    return Duur(
        los + sum((n * _MINUTEN[e] for e, n in delen.items() if e in _MINUTEN), Fraction(0)),
        sum((n * _MAANDEN[e] for e, n in delen.items() if e in _MAANDEN), Fraction(0)),
    )


def kies_op_duur(keuzes: Sequence[Keuze], tekst: str, eenheid: str) -> str | None:
    """The choice that a length of time falls under: `zes weken` is `hoogstens` 3 maanden.

    None where the text names no length of time. Raises Leesfout where it falls under none: `13 weken` may be
    more than three months or not.
    """
    gezegd = " ".join(zonder(stukken(tekst), _VULLING))
    langer, korter = _LANGER.match(gezegd), _KORTER.match(gezegd)
    begin = langer or korter
    duur = ontleed(gezegd[begin.end() :] if begin else tekst)
    if duur is None:
        return None
    for keuze in keuzes:
        grens = keuze.hoogstens if keuze.meer_dan is None else keuze.meer_dan
        verschil = None if grens is None else _vergelijk(duur, grens, eenheid)
        if verschil is None:
            continue
        onder = verschil <= 0 and not langer
        boven = (verschil >= 0 and not korter) if langer else (verschil > 0 and not korter)
        if onder if keuze.meer_dan is None else boven:
            return keuze.waarde
    raise Leesfout("Ik weet niet onder welke keuze dat valt.")


def _vergelijk(duur: Duur, grens: int, eenheid: str) -> int | None:
    """-1, 0 or 1; None where days and months lie too close to tell."""
    precies = duur.in_eenheid(eenheid)
    if precies is not None:
        return (precies > grens) - (precies < grens)
    speling = _SPELING if eenheid in _MAANDEN or duur.maanden else 0
    verschil = _dagen(duur) - _dagen(_tel_op({eenheid: Fraction(grens)}, Fraction(0)))
    return None if abs(verschil) <= speling else 1 if verschil > 0 else -1


def _dagen(duur: Duur) -> Fraction:
    return duur.minuten / 1440 + duur.maanden * _DAGEN_PER_MAAND


def duur_voluit(aantal: int, eenheid: str) -> str:
    """`6 weken`, `1 maand`, `2 uur`."""
    return f"{aantal} {ENKELVOUD[eenheid] if aantal == 1 or eenheid in ('uren', 'jaren') else eenheid}"

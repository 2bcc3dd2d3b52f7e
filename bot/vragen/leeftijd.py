"""Reads how old somebody is now. An age that is almost reached is not the age."""

import re
from datetime import date

from bot.vragen.datums import MAAND
from bot.vragen.duur import ontleed
from bot.vragen.getallen import VULLING, hoeveelheid, is_vaag, stukken, zonder
from bot.vragen.leesfout import Leesfout
from bot.vragen.model import HOOGSTE_LEEFTIJD
from bot.vragen.woorden import getal_van, normaal

_VULLING = VULLING - {"ongeveer", "circa", "ca", "zon", "rond"} | frozenset(
    "hij zij ze ben oud jong net pas inmiddels geworden mijn leeftijd".split()
)
_BIJNA = re.compile(r"\b(?:bijna|haast|wordt|word|worden)(?: \w+)*? (\w+)(?: jaar)?$")
_GEBOREN = re.compile(
    r"^(?:(?:ik|hij|zij|ze|is|ben|dat) )*(?:geboren|geb|geboortedatum|geboortejaar)\b ?(?:is|op|in)? ?| geboren$"
)
_GEBOORTEDAG = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MAAND)}|[0-9]{{1,2}}) ([0-9]{{4}}|[0-9]{{2}})")
_GEBOORTEJAAR = re.compile(r"(?:(?:in|uit|van|is|ik|hij|zij|ze) )*((?:18|19|20)[0-9]{2})")


def lees_leeftijd(tekst: str, vandaag: date) -> int:
    """The age in whole years: `78`, `79 jaar`, `8 maanden` is 0, a whole date of birth. Raises Leesfout."""
    gezegd = _GEBOREN.sub("", normaal(tekst)).strip()
    if m := _GEBOORTEDAG.fullmatch(gezegd):
        return _op(vandaag, int(m[1]), MAAND.get(m[2]) or int(m[2]), m[3])
    if (m := _GEBOORTEJAAR.fullmatch(gezegd)) and 0 <= (jaren := vandaag.year - int(m[1])) <= HOOGSTE_LEEFTIJD:
        wie = f"Wie in {m[1]} geboren is, is nu {jaren - 1} of {jaren}." if jaren else "Ik lees een jaar."
        raise Leesfout(f"{wie} Typ de leeftijd van nu.")
    woorden = zonder(stukken(tekst), _VULLING)
    leeftijd = _uit(woorden)
    if leeftijd is not None and leeftijd > HOOGSTE_LEEFTIJD:
        raise Leesfout("Dat is geen leeftijd die kan kloppen.")
    if leeftijd is not None:
        return leeftijd
    if (m := _BIJNA.search(gezegd)) and 1 <= (straks := getal_van(m[1]) or 0) <= HOOGSTE_LEEFTIJD:
        raise Leesfout(f"Ik denk dat het nu nog {straks - 1} is, maar dat weet ik niet zeker. Typ de leeftijd van nu.")
    if is_vaag(woorden) or any(getal_van(w) is not None for w in woorden):
        raise Leesfout("Ik weet niet precies welke leeftijd het is. Typ de leeftijd van nu.")
    raise Leesfout("Ik zie in uw antwoord geen leeftijd.")


def _uit(woorden: list[str]) -> int | None:
    """`78`, `anderhalf`, `3 jaar en 6 maanden`: whole years; weeks and days only where the year is not near."""
    if (aantal := hoeveelheid(woorden)) is not None:
        return int(aantal)
    duur = ontleed(" ".join(woorden))
    if duur is None:
        return None
    if duur.minuten == 0:
        return int(duur.maanden / 12)
    return 0 if duur.maanden == 0 and duur.minuten < 360 * 1440 else None


def _op(vandaag: date, dag: int, maand: int, jaar: str) -> int:
    eeuw = [int(jaar)] if len(jaar) == 4 else [1900 + int(jaar), 2000 + int(jaar)]
    try:
        dagen = [d for j in eeuw if (d := date(j, maand, dag)) <= vandaag]
    except ValueError:
        raise Leesfout("De geboortedatum die u noemt, bestaat niet.") from None
    leeftijden = {vandaag.year - d.year - ((vandaag.month, vandaag.day) < (d.month, d.day)) for d in dagen}
    mogelijk = sorted(n for n in leeftijden if n <= HOOGSTE_LEEFTIJD)
    if len(mogelijk) == 1:
        return mogelijk[0]
    if mogelijk:
        raise Leesfout(f"Dat kan {mogelijk[0]} of {mogelijk[1]} jaar zijn. Zet het hele geboortejaar erbij.")
    raise Leesfout("Die geboortedatum kan niet kloppen.")

"""Reads who live in the house, with their ages. An age is never made up."""

import re
from typing import Any

from bot.vragen.leesfout import Leesfout
from bot.vragen.model import HOOGSTE_LEEFTIJD
from bot.vragen.woorden import LIDWOORD, MET_ZIJN, TELWOORDEN, getal_van, is_een_van, normaal

_PERSOON = re.compile(r"\b\d{1,3}\b|[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
WIE = re.compile(
    r"\b(man|vrouw|partner|vriend|vriendin|echtgenoot|echtgenote|zoon|zoontje|dochter|dochtertje|kind|kleinkind|"
    r"kleinzoon|kleindochter|moeder|vader|ma|pa|oma|opa|broer|zus|zusje|broertje|huisgenoot|schoonzoon|"
    r"schoondochter|schoonmoeder|schoonvader|neef|nicht|oom|tante|baby|huurder|kostganger)\b"
)
MEERVOUD = {
    "kinderen": "kind", "kids": "kind", "zonen": "zoon", "zoons": "zoon", "dochters": "dochter", "jongens": "zoon",
    "meisjes": "dochter", "kleinkinderen": "kleinkind", "broers": "broer", "zussen": "zus",
    "mensen": "huisgenoot", "personen": "huisgenoot", "huisgenoten": "huisgenoot",
}  # fmt: skip
_KORTER_DAN_EEN_JAAR = frozenset({"maand", "maanden", "mnd", "week", "weken"})
_VOOR_LEEFTIJD = frozenset({"van", "is", "leeftijd", "jaar"})
_GEEN_LEEFTIJD = frozenset({"keer", "maal", "x", "dagen", "dag", "uur", "per", "volwassenen", "mensen", "personen"})
_GETAL = r"(?:[0-9]+|[a-z]+)"
_GEEN_PRECIEZE_LEEFTIJD = re.compile(
    rf"\b(?:(?:in|rond|tegen|over|boven|onder|richting|na) de|begin|eind|midden|medio|ruim|ongeveer|circa|ca|rond|"
    rf"tussen(?: de)?|jaar of|wordt(?: \w+)?(?: \w+)?) ({_GETAL})\b|\b({_GETAL}) (?:(?:of|a|tot) {_GETAL}|plus)\b|"
    rf"\bover ({_GETAL}) (?:dag|dagen|week|weken|maand|maanden)\b"
)
_EENHEDEN = "|".join(w for w, n in TELWOORDEN.items() if 1 <= n <= 9)
_TIENTALLEN = "|".join(w for w, n in TELWOORDEN.items() if n >= 20)
_EENHEID_EN_TIENTAL = re.compile(rf"\b({_EENHEDEN}) en ({_TIENTALLEN})\b")
_JAARTAL = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_NIEMAND = re.compile(
    r"(nee )?(ik|hij|zij|ze|(mijn|onze) \w+) (woont?|leeft|ben|is) (helemaal |nu )?(alleen|op zichzelf)|"
    r"(nee )?er (woont|is|wonen|zijn) (hier )?(verder )?(niemand|geen (kinderen|huisgenoten|anderen))( anders)?"
    r"( in huis| bij( mij| ons)?)*|(verder )?niemand( anders)?( in huis| bij( mij| ons)?)*"
)
NIEMAND = frozenset("niemand alleen ik_alleen alleen_ik ik_woon_alleen woon_alleen geen geen_huisgenoten "
                    "niemand_anders geen_kinderen helemaal_alleen alleenstaand nee alleen_ikzelf".split())  # fmt: skip


def lees_personen(tekst: str) -> list[dict[str, Any]]:
    """Everyone named with an age: `mijn man van 70 en onze zoon, die is 16` → man 70, zoon 16.

    In `twee kinderen van 3 en 12` the first number counts and is no age; `8 maanden` is age 0. A person
    without an age, or an age above 120, is a Leesfout: neither is guessed. Nobody is `[]`.
    """
    if is_een_van(tekst, NIEMAND) or _NIEMAND.fullmatch(normaal(tekst)):
        return []
    _weiger_twijfel(tekst)
    tekst = _voeg_getallen_samen(tekst)
    personen: list[dict[str, Any]] = []
    wie: str | None = None
    groep: str | None = None
    jaren_genoemd = False
    zonder_leeftijd: list[str] = []
    woorden = _PERSOON.findall(tekst)
    alleen_getallen = all(getal_van(normaal(w)) is not None or normaal(w) in {"en", "jaar"} for w in woorden)
    for vorig, woord, volgend in zip(["", *woorden], woorden, [*woorden[1:], ""], strict=False):
        kaal, erna, ervoor = normaal(woord), normaal(volgend), normaal(vorig)
        if getal_van(kaal) is not None and erna in MEERVOUD:
            continue
        if kaal in MEERVOUD:
            groep = MEERVOUD[kaal]
            continue
        if getal_van(kaal) is not None and erna in _KORTER_DAN_EEN_JAAR:
            if jaren_genoemd:
                jaren_genoemd = False
                continue
            personen.append({"wie": wie or groep or "baby", "leeftijd": 0})
            wie = None
            continue
        if m := WIE.fullmatch(kaal):
            if wie:
                zonder_leeftijd.append(wie)
            wie = m.group(1)
        elif (leeftijd := getal_van(kaal)) is not None and (kaal != LIDWOORD or woord.lower() == "één"):
            bij_iemand = wie or groep or alleen_getallen or ervoor in _VOOR_LEEFTIJD or erna in {"jaar", "jr"}
            if not bij_iemand or ervoor == "bijna" or erna in _GEEN_LEEFTIJD or kaal in MET_ZIJN:
                continue
            if leeftijd > HOOGSTE_LEEFTIJD:
                raise Leesfout(f"Ik lees een leeftijd van {leeftijd} jaar. Dat kan niet kloppen.")
            personen.append({"wie": wie or groep or f"huisgenoot {len(personen) + 1}", "leeftijd": leeftijd})
            wie, jaren_genoemd = None, erna == "jaar"
    if wie:
        zonder_leeftijd.append(wie)
    if zonder_leeftijd:
        raise Leesfout(f"Ik mis nog een leeftijd, van: {', '.join(zonder_leeftijd)}.")
    if not personen:
        if _JAARTAL.search(tekst):
            raise Leesfout("Ik zie een jaartal, maar geen leeftijd. Noem de leeftijd van nu.")
        raise Leesfout("Ik zie in uw antwoord geen leeftijd.")
    return personen


def _weiger_twijfel(tekst: str) -> None:
    """`in de 80`, `70 of 71` and `wordt 18` are no ages of now."""
    for m in _GEEN_PRECIEZE_LEEFTIJD.finditer(normaal(tekst)):
        woord = m[1] or m[2] or m[3]
        if woord != LIDWOORD and getal_van(woord) is not None:
            raise Leesfout("Ik zoek van iedereen de leeftijd van nu, als één getal.")
    if re.search(r"[0-9]\s?\+", tekst):
        raise Leesfout("Ik zoek van iedereen de leeftijd van nu, als één getal.")


def _voeg_getallen_samen(tekst: str) -> str:
    """`mijn man van acht en zeventig` is 78; without one person before it, it may as well be 8 and 70."""
    gezegd = normaal(tekst)
    gevonden = list(_EENHEID_EN_TIENTAL.finditer(gezegd))
    if not gevonden:
        return tekst
    if MEERVOUD.keys() & set(gezegd.split()) or not WIE.search(gezegd):
        los, samen = gevonden[0].groups(), getal_van(gevonden[0].group())
        raise Leesfout(
            f"Ik weet niet of u {getal_van(los[0])} en {getal_van(los[1])} bedoelt, of {samen}. Typ cijfers."
        )
    return _EENHEID_EN_TIENTAL.sub(lambda m: str(getal_van(m.group())), gezegd)

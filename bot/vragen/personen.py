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
_MEERLING = {"tweeling": 2, "drieling": 3, "vierling": 4}
_MIN = re.compile(r"(?:^|\b(?:van|is))\s*[-−–]\s?[0-9]")
_MEESTE_KINDEREN = 9
_MEESTE_PERSONEN = 20
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
_DIER = re.compile(rf"\b(?:hond|hondje|kat|poes|vogel|papegaai|konijn|paard)(?: \w+)? ({_GETAL})\b")
_JAARTAL = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_NIEMAND = re.compile(
    r"(nee )?(ik|hij|zij|ze|(mijn|onze) \w+) (woont?|leeft|ben|is) (helemaal |nu )?(alleen|op zichzelf)|"
    r"(nee )?er (woont|is|wonen|zijn) (hier )?(verder )?(niemand|geen (kinderen|huisgenoten|anderen))( anders)?"
    r"( in huis| bij( mij| ons)?)*|(verder )?niemand( anders)?( in huis| bij( mij| ons)?)*"
)
NIEMAND = frozenset(
    "niemand alleen ik_alleen alleen_ik ik_woon_alleen woon_alleen geen geen_huisgenoten niets "
    "niemand_anders geen_kinderen helemaal_alleen alleenstaand nee alleen_ikzelf".split()
)


def lees_personen(tekst: str, wie: str = "", deels: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """Everyone named with an age: `mijn man van 70 en onze zoon, die is 16` → man 70, zoon 16.

    In `twee kinderen van 3 en 12` the first number counts and is no age; `8 maanden` is age 0; `een tweeling van 3`
    is two children. `wie` is who an age alone belongs to, else a numbered huisgenoot. A person without an age, or an
    age above 120, is a Leesfout: neither is guessed; its `deels` is what was read, and given here it is completed:
    the next text may be only the ages that were missing. Nobody is `[]`.
    """
    if deels:
        return _vul_aan(deels, tekst, wie)
    personen = _lees(tekst, wie)
    if zonder := [p["wie"] for p in personen if p["leeftijd"] is None]:
        raise Leesfout(_mist(zonder, jaartal=bool(_JAARTAL.search(tekst))), personen)
    return personen


def _mist(zonder: list[str], *, jaartal: bool = False) -> str:
    los = "Een jaartal is geen leeftijd. " if jaartal else ""
    return f"{los}Ik mis nog een leeftijd, van: {', '.join(zonder)}."


def _vul_aan(deels: list[dict[str, Any]], tekst: str, wie: str) -> list[dict[str, Any]]:
    """The people of two texts: `19` is the one age that was missing, `mijn dochter is 19` hers."""
    open_ = [p for p in deels if p["leeftijd"] is None]
    kaal = [w for w in normaal(_voeg_samen(tekst)).split() if w not in {"en", "jaar", "jr", "is", "zij", "hij", "ze"}]
    getallen = [getal_van(w) for w in kaal]
    if kaal and None not in getallen and len(getallen) in (len(open_), len(deels)):
        _weiger_twijfel(tekst)
        van = open_ if len(getallen) == len(open_) else deels
        leeftijden = iter([_geloofd(n or 0) for n in getallen])
        return [{**p, "leeftijd": next(leeftijden)} if p in van else p for p in deels]
    nieuw = _lees(tekst, wie)
    if not nieuw or (len(nieuw) >= len(deels) and all(p["leeftijd"] is not None for p in nieuw)):
        return nieuw
    naamloos = not WIE.search(normaal(tekst)) and not {*MEERVOUD, *_MEERLING} & set(normaal(tekst).split())
    if naamloos and len(nieuw) == len(open_):
        erbij = iter(nieuw)
        return [{**p, "leeftijd": next(erbij)["leeftijd"]} if p["leeftijd"] is None else p for p in deels]
    samen = [dict(p) for p in deels]
    for persoon in nieuw:
        plaats = next((p for p in samen if p["wie"] == persoon["wie"] and p["leeftijd"] is None), None) or next(
            (p for p in samen if p["wie"] == persoon["wie"]), None
        )
        if plaats is None:
            samen.append(persoon)
        elif persoon["leeftijd"] is not None:
            plaats["leeftijd"] = persoon["leeftijd"]
    if zonder := [p["wie"] for p in samen if p["leeftijd"] is None]:
        raise Leesfout(_mist(zonder), samen)
    return samen


def _geloofd(leeftijd: int) -> int:
    if leeftijd > HOOGSTE_LEEFTIJD:
        raise Leesfout(f"Ik lees een leeftijd van {leeftijd} jaar. Dat kan niet kloppen.")
    return leeftijd


def _lees(tekst: str, standaard: str) -> list[dict[str, Any]]:
    """Everyone named, with None for an age that is missing. Nobody is `[]`."""
    if is_een_van(tekst, NIEMAND) or _NIEMAND.fullmatch(normaal(tekst)):
        return []
    _weiger_twijfel(tekst)
    if standaard and (getal := getal_van(normaal(tekst))) is not None and getal <= _MEESTE_KINDEREN:
        raise Leesfout(
            f'Ik weet niet of {getal} een leeftijd is, of het aantal. Schrijf het zo: "een kind van 4 jaar".'
        )
    tekst = _voeg_samen(tekst)
    personen: list[dict[str, Any]] = []
    wie: str | None = None
    groep: str | None = None
    meerling = 0
    jaren_genoemd = False
    woorden = _PERSOON.findall(tekst)
    alleen_getallen = all(getal_van(normaal(w)) is not None or normaal(w) in {"en", "jaar"} for w in woorden)
    for vorig, woord, volgend in zip(["", *woorden], woorden, [*woorden[1:], ""], strict=False):
        kaal, erna, ervoor = normaal(woord), normaal(volgend), normaal(vorig)
        if getal_van(kaal) is not None and erna in MEERVOUD:
            continue
        if kaal in MEERVOUD:
            groep = MEERVOUD[kaal]
            continue
        if kaal in _MEERLING:
            if wie:
                personen.append({"wie": wie, "leeftijd": None})
            wie, meerling = groep or "kind", _MEERLING[kaal]
            continue
        if getal_van(kaal) is not None and erna in _KORTER_DAN_EEN_JAAR:
            if jaren_genoemd:
                jaren_genoemd = False
                continue
            personen += [{"wie": wie or groep or "baby", "leeftijd": 0} for _ in range(meerling or 1)]
            wie, meerling = None, 0
            continue
        if m := WIE.fullmatch(kaal):
            if wie:
                personen += [{"wie": wie, "leeftijd": None} for _ in range(meerling or 1)]
            wie, meerling = m.group(1), 0
        elif (leeftijd := getal_van(kaal)) is not None and (kaal != LIDWOORD or woord.lower() == "één"):
            bij_iemand = wie or groep or alleen_getallen or ervoor in _VOOR_LEEFTIJD or erna in {"jaar", "jr"}
            if not bij_iemand and ervoor == "en" and personen and erna not in _GEEN_LEEFTIJD:
                raise Leesfout(f"Ik weet niet van wie de leeftijd {leeftijd} is. Noem bij iedereen één leeftijd.")
            if not bij_iemand or ervoor == "bijna" or erna in _GEEN_LEEFTIJD or kaal in MET_ZIJN:
                continue
            wie = wie or groep or standaard or f"huisgenoot {len(personen) + 1}"
            personen += [{"wie": wie, "leeftijd": _geloofd(leeftijd)} for _ in range(meerling or 1)]
            wie, meerling, jaren_genoemd = None, 0, erna == "jaar"
    if wie:
        personen += [{"wie": wie, "leeftijd": None} for _ in range(meerling or 1)]
    if len(personen) > _MEESTE_PERSONEN:
        raise Leesfout("Ik lees te veel leeftijden. Noem alleen wie er in huis wonen.")
    if personen:
        return personen
    if _JAARTAL.search(tekst):
        raise Leesfout("Ik zie een jaartal, maar geen leeftijd. Noem de leeftijd van nu.")
    raise Leesfout("Ik zie in uw antwoord geen leeftijd.")


def _weiger_twijfel(tekst: str) -> None:
    """`in de 80`, `70 of 71` and `wordt 18` are no ages of now."""
    for m in _GEEN_PRECIEZE_LEEFTIJD.finditer(normaal(tekst)):
        woord = m[1] or m[2] or m[3]
        if woord != LIDWOORD and getal_van(woord) is not None:
            raise Leesfout("Ik zoek van iedereen de leeftijd van nu, als één getal.")
    if any(getal_van(leeftijd) is not None for leeftijd in _DIER.findall(normaal(tekst))):
        raise Leesfout("Een dier telt niet mee als huisgenoot. Noem alleen de mensen.")
    if _MIN.search(tekst):
        raise Leesfout("Ik zoek een leeftijd zonder min ervoor.")
    if re.search(r"[0-9]\s?\+", tekst):
        raise Leesfout("Ik zoek van iedereen de leeftijd van nu, als één getal.")


def _voeg_samen(tekst: str) -> str:
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

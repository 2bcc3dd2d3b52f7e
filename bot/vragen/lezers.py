"""Reads what a person typed as the answer to one question.

Every reader returns the value, or raises `Leesfout` with a sentence for the person. Nothing is guessed.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.vragen.datums import genoemde_datum, lees_datum
from bot.vragen.model import Keuze, Vraag
from bot.vragen.woorden import JA, MET_ZIJN, NEE, WEET_NIET, getal_van, is_een_van, normaal

HOOGSTE_LEEFTIJD = 120
MEESTE_WOORDEN_VRIJE_KEUZE = 5
VAN_IEMAND = frozenset("voor mijn m mn onze ons haar zijn een de het".split())
LIDWOORD = "een"
WOORDEN_VOOR_KLAAR = (
    *("klaar", "verder", "dat was het", "dat was alles", "dat is het"),
    *("niets meer", "genoeg", "nee"),
)
KLAAR = "klaar"
NIETS = "niets"
SLUIT_UIT = frozenset({NIETS, "weet_niet"})
UITZONDERING = frozenset("behalve zonder uitgezonderd".split())
ONTKENNING = UITZONDERING | {"niet", "geen"}
KORTSTE_WOORDBEGIN = 5
LANGSTE_UITGANG = 3


class Leesfout(ValueError):
    """The text is no answer to the question. The message says, to the person, what is missing."""


def lees(vraag: Vraag, tekst: str, vandaag: date) -> Any:
    """The answer that `tekst` gives to `vraag`.

    Returns str (tekst, keuze), list of str (meerkeuze), int (getal), ISO date str (datum), list of
    `{"wie", "leeftijd"}` (personen) or `{"oordeel", "opmerking"}` (oordeel); None where the person does
    not know and the question may stay open. Raises Leesfout.
    """
    if vraag.soort == "tekst":
        if not normaal(tekst):
            raise Leesfout("Ik zie geen woorden in uw bericht.")
        if vraag.overslaan and is_een_van(tekst, WEET_NIET):
            return None
        gekozen = _gelijke_keuze(vraag.keuzes, tekst)
        return None if gekozen == NIETS else gekozen or tekst
    if vraag.soort == "oordeel":
        return _lees_oordeel(vraag, tekst)
    if vraag.soort in ("keuze", "meerkeuze"):
        gevonden = kies(vraag.keuzes, tekst, meer=vraag.soort == "meerkeuze")
        if gevonden:
            return gevonden if vraag.soort == "meerkeuze" else gevonden[0]
        if vraag.vrij and _is_iemand(tekst):
            return tekst.strip()
    if is_een_van(tekst, WEET_NIET) and vraag.overslaan:
        return None
    if vraag.soort == "getal":
        return _lees_getal(vraag, tekst)
    if vraag.soort == "datum":
        return _lees_dag(vraag, tekst, vandaag)
    if vraag.soort == "personen":
        return lees_personen(tekst)
    raise Leesfout("Ik kan uit uw antwoord geen keuze halen.")


def kies(keuzes: Sequence[Keuze], tekst: str, *, meer: bool = False) -> list[str]:
    """The offered choices that the text names, as their values; with `meer` there may be several.

    A choice is named by its label or one of its words, by its place in the list ("2", "de tweede"), by
    ja/nee/weet niet, or (with `meer`) by "alles" and "allebei". Several choices with a "niet" or "behalve"
    among them are a Leesfout: what is meant and what is not would have to be guessed.
    """
    if exact := _gelijke_keuze(keuzes, tekst):
        return [exact]
    for woorden, waarde in ((WEET_NIET, "weet_niet"), (JA, "ja"), (NEE, "nee")):
        if is_een_van(tekst, woorden) and (gevonden := [k.waarde for k in keuzes if k.waarde == waarde]):
            return gevonden
    if meer and normaal(tekst) in {"alles", "allemaal", "alle", "allebei", "beide", "beiden"}:
        return [k.waarde for k in keuzes if k.waarde not in SLUIT_UIT | {KLAAR}]
    if plaatsen := _plaatsen(tekst, len(keuzes)):
        return [keuzes[i].waarde for i in plaatsen] if meer or len(plaatsen) == 1 else []
    if normaal(tekst) in WOORDEN_VOOR_KLAAR:
        return []
    genoemd = {k.waarde: woord for k in keuzes if (woord := _genoemd_als(k, tekst))}
    if meer:
        if any(_ontkend(woord, tekst) for woord in genoemd.values()):
            raise Leesfout("Ik lees ook wat u niet bedoelt. Noem alleen wat wel hoort, of kies de knoppen.")
        return list(genoemd)
    genoemd = {waarde: woord for waarde, woord in genoemd.items() if not _ontkend(woord, tekst)}
    beste = [
        w for w, woord in genoemd.items() if not any(woord in ander for ander in genoemd.values() if ander != woord)
    ]
    if len(beste) == 1:
        return beste
    eerste, *verder = normaal(tekst).split() or [""]
    eens = not set(verder) & (ONTKENNING | {"maar", "nog"})
    return [k.waarde for k in keuzes if eens and k.waarde in ("ja", "nee") and k.waarde == eerste]


def _gelijke_keuze(keuzes: Sequence[Keuze], tekst: str) -> str | None:
    gezegd = normaal(tekst)
    for keuze in keuzes:
        if gezegd in (normaal(keuze.label), normaal(keuze.waarde)):
            return keuze.waarde
    met_woord = [keuze.waarde for keuze in keuzes if gezegd in map(normaal, keuze.woorden)]
    return met_woord[0] if len(met_woord) == 1 else None


def _is_iemand(tekst: str) -> bool:
    """`voor mijn tante`, `mijn zus`: somebody, and not a whole story."""
    woorden = normaal(tekst).split()
    kort = 0 < len(woorden) <= MEESTE_WOORDEN_VRIJE_KEUZE
    return kort and woorden[0] in VAN_IEMAND


def _ontkend(woord: str, tekst: str) -> bool:
    """Whether the text says that the named word is not meant: `geen was`, `de was niet`, `alles behalve de was`."""
    gezegd = normaal(tekst)
    los = re.escape(woord)
    return bool(
        UITZONDERING & set(gezegd.split()) - set(woord.split())
        or re.search(rf"\b(geen|niet)( over| voor)?( de| het| een)? {los}", gezegd)
        or re.search(rf"\b{los}\w{{0,{LANGSTE_UITGANG}}} niet\b(?! meer| goed| zo)", gezegd)
    )


def _is_vorm(woord: str, kandidaat: str) -> bool:
    """`klachten` is a form of `klacht`; `gezondheid` is none of `gezond`."""
    return woord.startswith(kandidaat) and len(woord) - len(kandidaat) <= LANGSTE_UITGANG


def _genoemd_als(keuze: Keuze, tekst: str) -> str:
    """The longest of the choice's words that the text holds, or the empty text."""
    gezegd = normaal(tekst)
    woorden = gezegd.split()
    gevonden = [
        kandidaat
        for kandidaat in map(normaal, (keuze.label, *keuze.woorden))
        if f" {kandidaat} " in f" {gezegd} "
        or (len(kandidaat) >= KORTSTE_WOORDBEGIN and any(_is_vorm(w, kandidaat) for w in woorden))
    ]
    return max(gevonden, key=len, default="")


_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6}


def _plaatsen(tekst: str, aantal: int) -> list[int]:
    woorden = [w for w in normaal(tekst).split() if w not in {"de", "en", "nummer", "optie", "keuze", "nr"}]
    nummers = [_RANG.get(w) or (int(w) if w.isdecimal() else 0) for w in woorden]
    if nummers and all(1 <= n <= aantal for n in nummers):
        return [n - 1 for n in nummers]
    return []


def _lees_getal(vraag: Vraag, tekst: str) -> int:
    if (gekozen := _gelijke_keuze(vraag.keuzes, tekst)) is not None:
        return int(gekozen)
    if re.search(r"(?<!\d)-\s*\d", tekst):
        raise Leesfout("Ik zoek een getal zonder min ervoor.")
    gezegd = normaal(tekst)
    anderen = _WIE.search(gezegd) or {"ik", "wij", *_MEERVOUD} & set(gezegd.split()) - {"mensen", "personen"}
    if not vraag.eenheden and anderen and not MET_ZIJN.keys() & set(gezegd.split()):
        raise Leesfout("Ik wil niet verkeerd tellen.")
    woorden = normaal(tekst).split()
    getallen = [
        n * vraag.eenheden.get(volgend, 1)
        for w, volgend in zip(woorden, [*woorden[1:], ""], strict=False)
        if (n := getal_van(w)) is not None and (w != LIDWOORD or volgend in vraag.eenheden)
    ]
    if not getallen and LIDWOORD in woorden and (len(woorden) == 1 or "één" in tekst.lower()):
        getallen = [1]
    if len(getallen) != 1:
        raise Leesfout("Ik zoek één getal in uw antwoord, en dat lukt niet.")
    if not vraag.min <= getallen[0] <= vraag.max:
        raise Leesfout(f"Ik verwacht een getal van {vraag.min} tot en met {vraag.max}.")
    return getallen[0]


def _lees_dag(vraag: Vraag, tekst: str, vandaag: date) -> str:
    dag = lees_datum(tekst, vandaag)
    dag = dag or genoemde_datum(tekst, vandaag)
    if dag is None and (gekozen := kies([k for k in vraag.keuzes if k.woorden], tekst)):
        return gekozen[0]
    if dag is None:
        raise Leesfout("Ik kan uit uw antwoord geen datum halen.")
    return dag.isoformat()


_OORDEEL_VOORAAN = re.compile(
    r"^\s*(?:(?P<weet_niet>(?:dat )?weet (?:ik )?(?:het )?niet)|(?P<ja>jawel|ja)|"
    r"(?P<deels>deels|gedeeltelijk|een beetje)|(?P<nee>neen|nee))\b[\s,.:;–-]*(?:(?:maar|want)\s+)?(?P<opmerking>.*)$",
    re.DOTALL | re.IGNORECASE,
)


def _lees_oordeel(vraag: Vraag, tekst: str) -> dict[str, str]:
    """`nee, er staat alleen …` is the oordeel and the remark in one sentence."""
    if exact := _gelijke_keuze(vraag.keuzes, tekst):
        return {"oordeel": exact, "opmerking": ""}
    if is_een_van(tekst, WEET_NIET):
        return {"oordeel": "weet_niet", "opmerking": ""}
    for woorden, waarde in ((JA, "ja"), (NEE, "nee")):
        if is_een_van(tekst, woorden):
            return {"oordeel": waarde, "opmerking": ""}
    if {"ja", "nee"} <= set(normaal(tekst).split()[:3]):
        raise Leesfout("Ik lees ja en nee.")
    if m := _OORDEEL_VOORAAN.match(tekst):
        oordeel = next(naam for naam in ("weet_niet", "ja", "deels", "nee") if m[naam])
        return {"oordeel": oordeel, "opmerking": m["opmerking"].strip()}
    if normaal(tekst).split()[:1] == ["niet"]:
        return {"oordeel": "nee", "opmerking": tekst.strip()}
    if gekozen := kies(vraag.keuzes, tekst):
        return {"oordeel": gekozen[0], "opmerking": tekst.strip() if len(tekst.split()) > 2 else ""}
    raise Leesfout("Ik weet nog niet of het ja, deels of nee is.")


_PERSOON = re.compile(r"\b\d{1,3}\b|[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_WIE = re.compile(
    r"\b(man|vrouw|partner|vriend|vriendin|echtgenoot|echtgenote|zoon|zoontje|dochter|dochtertje|kind|kleinkind|"
    r"kleinzoon|kleindochter|moeder|vader|ma|pa|oma|opa|broer|zus|zusje|broertje|huisgenoot|schoonzoon|"
    r"schoondochter|schoonmoeder|schoonvader|neef|nicht|oom|tante|baby|huurder|kostganger)\b"
)
_MEERVOUD = {
    "kinderen": "kind", "kids": "kind", "zonen": "zoon", "zoons": "zoon", "dochters": "dochter", "jongens": "zoon",
    "meisjes": "dochter", "kleinkinderen": "kleinkind", "broers": "broer", "zussen": "zus",
    "mensen": "huisgenoot", "personen": "huisgenoot", "huisgenoten": "huisgenoot",
}  # fmt: skip
_KORTER_DAN_EEN_JAAR = frozenset({"maand", "maanden", "mnd", "week", "weken"})
_VOOR_LEEFTIJD = frozenset({"van", "is", "wordt", "leeftijd", "jaar"})
_GEEN_LEEFTIJD = frozenset({"keer", "maal", "x", "dagen", "dag", "uur", "per", "volwassenen", "mensen", "personen"})
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
    personen: list[dict[str, Any]] = []
    wie: str | None = None
    groep: str | None = None
    jaren_genoemd = False
    zonder_leeftijd: list[str] = []
    woorden = _PERSOON.findall(tekst)
    alleen_getallen = all(getal_van(normaal(w)) is not None or normaal(w) in {"en", "jaar"} for w in woorden)
    for vorig, woord, volgend in zip(["", *woorden], woorden, [*woorden[1:], ""], strict=False):
        kaal, erna, ervoor = normaal(woord), normaal(volgend), normaal(vorig)
        if getal_van(kaal) is not None and erna in _MEERVOUD:
            continue
        if kaal in _MEERVOUD:
            groep = _MEERVOUD[kaal]
            continue
        if getal_van(kaal) is not None and erna in _KORTER_DAN_EEN_JAAR:
            if jaren_genoemd:
                jaren_genoemd = False
                continue
            personen.append({"wie": wie or groep or "baby", "leeftijd": 0})
            wie = None
            continue
        if m := _WIE.fullmatch(kaal):
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
        raise Leesfout("Ik zie in uw antwoord geen leeftijd.")
    return personen

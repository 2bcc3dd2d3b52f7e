"""Reads what a person typed as the answer to one question.

Every reader returns the value, or raises `Leesfout` with a sentence for the person. Nothing is guessed.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.regels.bedragen import euro
from bot.vragen.datums import lees_dag
from bot.vragen.duur import ENKELVOUD, duur_voluit, kies_op_duur, lees_duur
from bot.vragen.geld import lees_bedrag
from bot.vragen.keren import lees_keren
from bot.vragen.leeftijd import lees_leeftijd
from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Keuze, Vraag
from bot.vragen.personen import MEERVOUD, WIE, lees_personen
from bot.vragen.relaties import MIJZELF, iemand, is_zelf
from bot.vragen.woorden import JA, LIDWOORD, MET_ZIJN, NEE, WEET_NIET, getal_van, is_een_van, normaal

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
# Beside these a number is not the whole of the answer.
NIET_HEEL = frozenset(
    "half halve anderhalf anderhalve kwart driekwart tussen bijna ruim meer minder minstens hooguit maximaal "
    "minimaal paar enkele".split()
)


def lees(vraag: Vraag, tekst: str, vandaag: date) -> Any:
    """The answer that `tekst` gives to `vraag`.

    Returns str (tekst, keuze), list of str (meerkeuze), int (getal, leeftijd, keren, duur in its eenheid, bedrag
    in cents), ISO date str (datum), list of `{"wie", "leeftijd"}` (personen) or `{"oordeel", "opmerking"}`
    (oordeel); the value of an offered choice where it is no number; None where the person does not know and
    the question may stay open. Raises Leesfout.
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
        gevonden = _kies_voor(vraag, tekst)
        if gevonden:
            return gevonden if vraag.soort == "meerkeuze" else gevonden[0]
        if vraag.vrij and (naam := iemand(tekst)):
            return naam
    if is_een_van(tekst, WEET_NIET) and vraag.overslaan:
        return None
    if vraag.soort == "getal":
        return _lees_getal(vraag, tekst)
    if vraag.soort in ("bedrag", "duur", "keren", "leeftijd"):
        return _lees_maat(vraag, tekst, vandaag)
    if vraag.soort == "datum":
        return _lees_dag(vraag, tekst, vandaag)
    if vraag.soort == "personen":
        return lees_personen(tekst)
    if vraag.vrij:
        raise Leesfout('Ik haal er niet uit wie u bedoelt. Zeg bijvoorbeeld "voor mijn tante" of "voor Jan".')
    raise Leesfout("Ik kan uit uw antwoord geen keuze halen.")


def _kies_voor(vraag: Vraag, tekst: str) -> list[str]:
    """What the text chooses of this question: by a length of time where it has an eenheid, by being oneself."""
    if vraag.vrij and is_zelf(tekst) and any(k.waarde == MIJZELF for k in vraag.keuzes):
        return [MIJZELF]
    duurt = vraag.eenheid and not _gelijke_keuze(vraag.keuzes, tekst)
    if duurt and (gekozen := kies_op_duur(vraag.keuzes, tekst, vraag.eenheid)):
        return [gekozen]
    return kies(vraag.keuzes, tekst, meer=vraag.soort == "meerkeuze")


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
    nummers = [_RANG.get(w) or (w.isdecimal() and getal_van(w)) or 0 for w in woorden]
    if nummers and all(1 <= n <= aantal for n in nummers):
        return [n - 1 for n in nummers]
    return []


def _lees_getal(vraag: Vraag, tekst: str) -> int:
    if (gekozen := _gelijke_keuze(vraag.keuzes, tekst)) is not None:
        return int(gekozen)
    if re.search(r"(?<!\d)-\s*\d", tekst):
        raise Leesfout("Ik zoek een getal zonder min ervoor.")
    gezegd = normaal(tekst)
    anderen = WIE.search(gezegd) or {"ik", "wij", *MEERVOUD} & set(gezegd.split()) - {"mensen", "personen"}
    if not vraag.eenheden and anderen and not MET_ZIJN.keys() & set(gezegd.split()):
        raise Leesfout("Ik wil niet verkeerd tellen.")
    woorden = _getallen_aaneen(gezegd.split())
    getallen = [
        n * vraag.eenheden.get(volgend, 1)
        for w, volgend in zip(woorden, [*woorden[1:], ""], strict=False)
        if (n := getal_van(w)) is not None and (w != LIDWOORD or volgend in vraag.eenheden)
    ]
    if not getallen and LIDWOORD in woorden and (len(woorden) == 1 or "één" in tekst.lower()):
        getallen = [1]
    if len(getallen) != 1 or NIET_HEEL & set(woorden):
        raise Leesfout("Ik zoek één getal in uw antwoord, en dat lukt niet.")
    return _binnen(vraag, getallen[0])


def _getallen_aaneen(woorden: list[str]) -> list[str]:
    """`twee en twintig` as one word."""
    aaneen: list[str] = []
    while woorden:
        lengte = next((n for n in (4, 3, 2) if len(woorden) >= n and _is_telwoord(woorden[:n])), 1)
        aaneen.append("".join(woorden[:lengte]))
        woorden = woorden[lengte:]
    return aaneen


def _is_telwoord(woorden: list[str]) -> bool:
    return "en" not in (woorden[0], woorden[-1]) and getal_van(" ".join(woorden)) is not None


def _binnen(vraag: Vraag, getal: int) -> int:
    if not vraag.min <= getal <= vraag.hoogste:
        raise Leesfout(f"Ik verwacht een getal van {vraag.min} tot en met {vraag.hoogste}.")
    return getal


def _lees_maat(vraag: Vraag, tekst: str, vandaag: date) -> int | str:
    """A sum of money in cents, a length of time in its eenheid, how often per period, or an age."""
    if (gekozen := _gelijke_keuze(vraag.keuzes, tekst)) is not None:
        if not gekozen.replace(",", "").isdecimal():
            return gekozen
        tekst = gekozen
    kaal = gekozen is not None
    vraagt = normaal(vraag.tekst).split()
    match vraag.soort:
        case "bedrag":
            centen = lees_bedrag(tekst, vraag.per)
            if not vraag.min <= centen <= vraag.hoogste:
                van, tot = euro(vraag.min), euro(vraag.hoogste)
                raise Leesfout(f"Ik verwacht een bedrag van {van} tot en met {tot}.")
            return centen
        case "duur":
            kaal = kaal or bool({vraag.eenheid, ENKELVOUD[vraag.eenheid]} & set(vraagt))
            duur = lees_duur(tekst, vraag.eenheid, kaal=kaal)
            if not vraag.min <= duur <= vraag.hoogste:
                tot = duur_voluit(vraag.hoogste, vraag.eenheid)
                raise Leesfout(f"Ik verwacht een antwoord van {vraag.min} tot en met {tot}.")
            return duur
        case "keren":
            return _binnen(vraag, lees_keren(tekst, vraag.per, kaal=kaal or vraag.per in vraagt))
    return _binnen(vraag, lees_leeftijd(tekst, vandaag))


def _lees_dag(vraag: Vraag, tekst: str, vandaag: date) -> str:
    try:
        return lees_dag(tekst, vandaag, vraag.richting).isoformat()
    except Leesfout:
        if gekozen := kies([k for k in vraag.keuzes if k.woorden], tekst):
            return gekozen[0]
        raise


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

"""Reads what a person typed as the answer to one question.

Every reader returns the value, or raises `Leesfout` with a sentence for the person. Nothing is guessed.
"""

import re
from datetime import date
from typing import Any

from bot.regels.bedragen import euro
from bot.vragen.aantal import lees_aantal
from bot.vragen.datums import lees_dag, noemt_tijd
from bot.vragen.duur import ENKELVOUD, duur_voluit, kies_op_duur, lees_duur
from bot.vragen.geld import lees_bedrag
from bot.vragen.keren import lees_keren
from bot.vragen.kiezen import KLAAR, NIETS, SLUIT_UIT, WOORDEN_VOOR_KLAAR, gelijke_keuze, kies, ontkent
from bot.vragen.leeftijd import lees_leeftijd
from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Vraag
from bot.vragen.personen import lees_personen
from bot.vragen.relaties import MIJZELF, iemand, is_zelf
from bot.vragen.woorden import JA, NEE, WEET_NIET, is_een_van, normaal

__all__ = ["KLAAR", "NIETS", "SLUIT_UIT", "WOORDEN_VOOR_KLAAR", "kies", "lees", "lees_personen"]
_GEEN_ANTWOORD = frozenset("niets niks geen nee geen_van_alle geen_van_beide niets_hiervan niets_van_dit_alles".split())
_MIN = re.compile(r"\s*[-−–]\s*[0-9]")
_PLUS = re.compile(r"[0-9]\s*\+")
_NOG_NIET = re.compile(
    r"(?:(?:nee|er|is|dat|die|heb|ik|hebben|wij|we|komt|was|nou|eigenlijk|het|de|nog) )*(?:nog (?:niet|geen)|geen)"
    r"(?: (?:\w+ ){0,3}\w+)?"
)


def lees(vraag: Vraag, tekst: str, vandaag: date, deels: list[dict[str, Any]] | None = None) -> Any:
    """The answer that `tekst` gives to `vraag`.

    Returns str (tekst, keuze), list of str (meerkeuze), int (getal, leeftijd, keren, duur in its eenheid, bedrag
    in cents), ISO date str (datum), list of `{"wie", "leeftijd"}` (personen) or `{"oordeel", "opmerking"}`
    (oordeel); the value of an offered choice where it is no number; None where the person does not know and
    the question may stay open. `deels` is that of the Leesfout on the text before, for personen. Raises Leesfout.
    """
    if vraag.soort == "tekst":
        return _lees_tekst(vraag, tekst)
    if vraag.soort == "oordeel":
        return _lees_oordeel(vraag, tekst)
    if vraag.soort in ("keuze", "meerkeuze"):
        gevonden = _kies_voor(vraag, tekst)
        if gevonden:
            return gevonden if vraag.soort == "meerkeuze" else gevonden[0]
        if vraag.vrij and (naam := iemand(tekst)):
            return naam
        if not vraag.overslaan:
            _help_verder(vraag, tekst)
    if is_een_van(tekst, WEET_NIET) and vraag.overslaan:
        return None
    if vraag.soort in ("getal", "keren", "duur", "leeftijd") and _MIN.match(tekst):
        raise Leesfout("Ik zoek een getal zonder min ervoor.")
    if vraag.soort in ("getal", "keren", "duur", "leeftijd", "bedrag") and _PLUS.search(tekst):
        raise Leesfout("Ik zoek één getal, zonder plus.")
    if vraag.soort == "getal":
        return _lees_getal(vraag, tekst)
    if vraag.soort in ("bedrag", "duur", "keren", "leeftijd"):
        return _lees_maat(vraag, tekst, vandaag)
    if vraag.soort == "datum":
        return _lees_dag(vraag, tekst, vandaag)
    if vraag.soort == "personen":
        return lees_personen(tekst, "kind" if "kinderen" in normaal(vraag.tekst).split() else "", deels)
    if vraag.vrij:
        raise Leesfout('Ik haal er niet uit wie u bedoelt. Zeg bijvoorbeeld "voor mijn tante" of "voor Jan".')
    if ontkent(tekst):
        raise Leesfout("Ik lees wat niet zo is, of niet gaat. Noem de keuze die wel past.")
    raise Leesfout("Ik kan uit uw antwoord geen keuze halen.")


def _lees_tekst(vraag: Vraag, tekst: str) -> str | None:
    if not normaal(tekst):
        raise Leesfout("Ik zie geen woorden in uw bericht.")
    if is_een_van(tekst, WEET_NIET) and vraag.overslaan:
        return None
    gekozen = gelijke_keuze(vraag.keuzes, tekst)
    if not gekozen and not vraag.overslaan and is_een_van(tekst, WEET_NIET | _GEEN_ANTWOORD):
        raise Leesfout('Zonder antwoord kan ik hier niet verder. Noem iets, of typ "stop".')
    return None if gekozen == NIETS else gekozen or tekst


def _help_verder(vraag: Vraag, tekst: str) -> None:
    """What to do for who has nothing to choose, where a choice has to be made."""
    weet_niet = is_een_van(tekst, WEET_NIET)
    if not weet_niet and not is_een_van(tekst, _GEEN_ANTWOORD):
        return
    labels = {k.waarde: k.label for k in vraag.keuzes}
    if KLAAR in labels:
        raise Leesfout(f'Hoort er niets meer bij, kies dan "{labels[KLAAR]}".')
    if weet_niet:
        raise Leesfout("Deze vraag kan ik niet open laten. Kies wat het best past, een schatting is goed.")
    raise Leesfout('Ik heb hier een keuze nodig. Past er niets, typ dan "stop".')


def _kies_voor(vraag: Vraag, tekst: str) -> list[str]:
    """What the text chooses of this question: by a length of time where it has an eenheid, by being oneself."""
    if vraag.vrij and is_zelf(tekst) and any(k.waarde == MIJZELF for k in vraag.keuzes):
        return [MIJZELF]
    duurt = vraag.eenheid and not gelijke_keuze(vraag.keuzes, tekst)
    if duurt and (gekozen := kies_op_duur(vraag.keuzes, tekst, vraag.eenheid)):
        return [gekozen]
    return kies(vraag.keuzes, tekst, meer=vraag.soort == "meerkeuze", wat_lukt=vraag.wat_lukt)


def _lees_getal(vraag: Vraag, tekst: str) -> int:
    if (gekozen := gelijke_keuze(vraag.keuzes, tekst)) is not None:
        return int(gekozen)
    return _binnen(vraag, lees_aantal(vraag, tekst))


def _binnen(vraag: Vraag, getal: int) -> int:
    if not vraag.min <= getal <= vraag.hoogste:
        raise Leesfout(f"Ik verwacht een getal van {vraag.min} tot en met {vraag.hoogste}.")
    return getal


def _lees_maat(vraag: Vraag, tekst: str, vandaag: date) -> int | str:
    """A sum of money in cents, a length of time in its eenheid, how often per period, or an age."""
    if (gekozen := gelijke_keuze(vraag.keuzes, tekst)) is not None:
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


def _lees_dag(vraag: Vraag, tekst: str, vandaag: date) -> str | None:
    try:
        return lees_dag(tekst, vandaag, vraag.richting).isoformat()
    except Leesfout:
        if gekozen := kies([k for k in vraag.keuzes if k.woorden], tekst):
            return gekozen[0]
        if vraag.overslaan and _NOG_NIET.fullmatch(normaal(tekst)) and not noemt_tijd(tekst):
            return None
        raise


_OORDEEL_VOORAAN = re.compile(
    r"^\s*(?:(?P<weet_niet>(?:dat )?weet (?:ik )?(?:het )?niet)|(?P<ja>jawel|ja)|"
    r"(?P<deels>deels|gedeeltelijk|een beetje)|(?P<nee>neen|nee))\b[\s,.:;–-]*(?:(?:maar|want)\s+)?(?P<opmerking>.*)$",
    re.DOTALL | re.IGNORECASE,
)


def _lees_oordeel(vraag: Vraag, tekst: str) -> dict[str, str]:
    """`nee, er staat alleen …` is the oordeel and the remark in one sentence."""
    if exact := gelijke_keuze(vraag.keuzes, tekst):
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

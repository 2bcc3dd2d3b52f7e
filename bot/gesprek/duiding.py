"""Is what somebody said in the middle of a question an answer, or something else first?"""

import re
from datetime import date
from enum import Enum

from bot.vragen import Leesfout, Vraag, lees
from bot.vragen.woorden import normaal

BIJNA_ZEKER = 0.8
KORTSTE_ZIN = 3
ZEKER = 0.5
REDELIJK = 0.3
HOOGSTENS_WOORDEN = 9
_VRAAGWOORD = re.compile(
    r"^(wat|wie|hoe|hoeveel|hoelang|waarom|wanneer|waar|welke|welk|waarvoor|waardoor)\b|"
    r"^(kan|kunnen|mag|mogen|moet|moeten|heb|krijg|krijgt|krijgen|betaalt|is|zijn|telt|geldt) "
    r"(ik|u|je|jij|we|wij|mijn|de gemeente|iemand)\b|^(is|zijn) er (ook|nog|een|iets|iemand)\b"
)
# Answered by the form itself.
IN_FORMULIER = frozenset({"antwoord", "overslaan", "terug", "waarom", "bedoeling"})
# Fixed words that a closed question may mean as one of its own choices.
EERST_ALS_ANTWOORD = frozenset({"meer", "verder", "wijzigen"})
# A person and wiping are one sentence away, also where the sentence holds a word of a choice.
ALTIJD_EERST = frozenset({"medewerker", "wis_gegevens"})
NOOIT_ONDERBREKING = frozenset({None, "nlu_fallback", "groet", "bedankt", "buiten_bereik", "andere_taal"})


class Duiding(Enum):
    """What a message in the middle of a question is."""

    ANTWOORD = "antwoord"
    ONDERBREKING = "onderbreking"


def klinkt_als_vraag(tekst: str) -> bool:
    """Ends in a question mark, or begins as a question does. "Kan niet meer lopen" does not: own words begin so."""
    return tekst.rstrip().endswith("?") or bool(_VRAAGWOORD.match(normaal(tekst)))


def duid(vraag: Vraag, tekst: str, intent: str | None, zekerheid: float, vandaag: date) -> Duiding:
    """Whether `tekst` answers `vraag`, given what the model takes it for.

    A sure command or side question goes first. A closed question takes what it can read. An open question
    takes everything that does not clearly ask something: own words are never mistaken for a command. A short
    question that was not understood is no answer either; whoever meant it as one says so with a button.
    """
    if intent in IN_FORMULIER:
        return Duiding.ANTWOORD
    vraagt = klinkt_als_vraag(tekst)
    herkend = intent not in NOOIT_ONDERBREKING
    if vraag.soort != "tekst" and intent in EERST_ALS_ANTWOORD and _leesbaar(vraag, tekst, vandaag):
        return Duiding.ANTWOORD
    altijd_eerst = intent in ALTIJD_EERST and vraag.soort != "tekst" and len(tekst.split()) >= KORTSTE_ZIN
    if herkend and zekerheid >= (BIJNA_ZEKER if altijd_eerst else 1.0):
        return Duiding.ONDERBREKING
    if vraagt and herkend and zekerheid >= REDELIJK:
        return Duiding.ONDERBREKING
    if vraag.soort == "tekst" and tekst.rstrip().endswith("?") and len(tekst.split()) <= HOOGSTENS_WOORDEN:
        return Duiding.ONDERBREKING
    if vraag.soort == "tekst":
        return Duiding.ANTWOORD
    if _leesbaar(vraag, tekst, vandaag):
        return Duiding.ANTWOORD
    kort = len(tekst.split()) <= HOOGSTENS_WOORDEN
    return Duiding.ONDERBREKING if herkend and kort and zekerheid >= ZEKER else Duiding.ANTWOORD


def _leesbaar(vraag: Vraag, tekst: str, vandaag: date) -> bool:
    try:
        lees(vraag, tekst, vandaag)
    except Leesfout:
        return False
    return True

"""Is what somebody said in the middle of a question an answer, or something else first?"""

import re
from datetime import date
from enum import Enum

from bot.gesprek.taal import andere_taal
from bot.vragen import Leesfout, Vraag, lees
from bot.vragen.aantal import is_maat
from bot.vragen.bijstelling import Bijstelling, Correctie, Kracht
from bot.vragen.woorden import normaal

BIJNA_ZEKER = 0.8
KORTSTE_ZIN = 3
ZEKER = 0.7
REDELIJK = 0.5
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
GETALLEN = frozenset({"getal", "duur", "keren", "leeftijd", "bedrag", "datum"})
# What does something instead of telling something: never on a guess.
OPDRACHTEN = ALTIJD_EERST | {"pauze", "opnieuw", "plan_bekijken", "afscheid", "klacht_over_bot", "wat_kun_je"}
NOOIT_ONDERBREKING = frozenset({None, "nlu_fallback", "groet", "bedankt", "buiten_bereik", "andere_taal"})


# Own words are long and say "niet … maar …" too: there only these corrections count, of answers that are no words.
NIET_BIJ_OPEN_VRAAG = frozenset({"keuze", "meerkeuze", "tekst", "oordeel"})
_IETS_ANDERS = re.compile(
    r"\b(?:(?:iets|wat) anders (?:uitrekenen|berekenen|doen|weten|vragen|regelen|uitzoeken)|"
    r"(?:een )?(?:andere|ander) (?:berekening|onderwerp|som))\b"
)
_NIETS_MEER = re.compile(
    r"(?:(?:nee|neen|nou|zo|ja|ok|oke|goed|dan|maar|ik denk) )*"
    r"(?:(?:dat|dit) (?:is|was) (?:het|alles|hem)|klaar|ik ben klaar|verder (?:niets|niks)|(?:niets|niks) verder|"
    r"(?:niets|niks) (?:meer )?toe te voegen)"
    r"(?: (?:dan|wel|zo|hoor|eigenlijk|denk ik|voor nu|bedankt|dank (?:u|je)(?: wel)?))*"
)
_WIL = re.compile(r"\b(?:wil|wilde|wou|mag|kan|kunnen|zullen|liever|eerst|laten)\b")


class Duiding(Enum):
    """What a message in the middle of a question is."""

    ANTWOORD = "antwoord"
    ONDERBREKING = "onderbreking"


def klinkt_als_vraag(tekst: str) -> bool:
    """Ends in a question mark, or begins as a question does. "Kan niet meer lopen" does not: own words begin so."""
    return tekst.rstrip().endswith("?") or bool(_VRAAGWOORD.match(normaal(tekst)))


def is_vraagzin(tekst: str) -> bool:
    """Begins and ends as a question. A word of a choice in it ("wie komt er bij mij langs?") answers nothing."""
    return tekst.rstrip().endswith("?") and bool(_VRAAGWOORD.match(normaal(tekst)))


def zegt_niets_meer(tekst: str) -> bool:
    """`dat is alles`, `nee dat was het`: no own words, but going on."""
    return bool(_NIETS_MEER.fullmatch(normaal(tekst)))


def duid(vraag: Vraag, tekst: str, intent: str | None, zekerheid: float, vandaag: date) -> Duiding:
    """Whether `tekst` answers `vraag`, given what the model takes it for.

    A sure command or side question goes first. A closed question takes what it can read. An open question
    takes everything that does not clearly ask something: own words are never mistaken for a command. A short
    question that was not understood is no answer either; whoever meant it as one says so with a button.
    """
    if intent in IN_FORMULIER:
        return Duiding.ANTWOORD
    if intent == "andere_taal" and andere_taal(tekst):
        # Own words in another language are kept with a button.
        leesbaar = vraag.soort != "tekst" and kan_lezen(vraag, tekst, vandaag)
        return Duiding.ANTWOORD if leesbaar else Duiding.ONDERBREKING
    vraagt = klinkt_als_vraag(tekst)
    herkend = intent not in NOOIT_ONDERBREKING
    if vraag.soort != "tekst" and intent in EERST_ALS_ANTWOORD and kan_lezen(vraag, tekst, vandaag):
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
    if is_vraagzin(tekst):
        return Duiding.ONDERBREKING
    if is_maat(tekst) or kan_lezen(vraag, tekst, vandaag):
        return Duiding.ANTWOORD
    if vraagt and herkend and intent not in OPDRACHTEN:
        return Duiding.ONDERBREKING
    woorden = len(tekst.split())
    # "heel lang" at a number is an answer that cannot be read, and no question about a term.
    kort = (KORTSTE_ZIN if vraag.soort in GETALLEN else 1) <= woorden <= HOOGSTENS_WOORDEN
    return Duiding.ONDERBREKING if herkend and kort and zekerheid >= ZEKER else Duiding.ANTWOORD


def wil_iets_anders(tekst: str) -> bool:
    """`ik wil eerst iets anders uitrekenen`: another dialogue, without saying which."""
    gezegd = normaal(tekst)
    return bool(_IETS_ANDERS.search(gezegd) and _WIL.search(gezegd)) and len(gezegd.split()) <= HOOGSTENS_WOORDEN


def is_opdracht(intent: str | None, zekerheid: float) -> bool:
    """Whether fixed words were typed that mean a command in every state."""
    return zekerheid >= 1.0 and intent not in NOOIT_ONDERBREKING and intent is not None


def corrigeert(vraag: Vraag, tekst: str, correctie: Correctie, gevonden: list[Bijstelling], vandaag: date) -> bool:
    """Whether a correction goes before the open question: it fits one earlier answer, and is no answer itself.

    Who says in so many words that it is wrong, corrects; who perhaps does so, only where the open question
    cannot read it.
    """
    if len(gevonden) != 1:
        return False
    if vraag.soort == "tekst":
        return correctie.kracht is Kracht.GEZEGD and gevonden[0].vraag.soort not in NIET_BIJ_OPEN_VRAAG
    return correctie.kracht is not Kracht.MISSCHIEN or not kan_lezen(vraag, tekst, vandaag)


def kan_lezen(vraag: Vraag, tekst: str, vandaag: date) -> bool:
    """Whether the question can read the text as an answer."""
    try:
        lees(vraag, tekst, vandaag)
    except Leesfout:
        return False
    return True

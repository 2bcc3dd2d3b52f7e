"""Typed text that means one of the offered choices."""

from bot.gesprek.bericht import opdracht
from bot.vragen import Keuze
from bot.vragen.lezers import kies
from bot.vragen.woorden import JA, NEE, is_een_van, normaal

KORTSTE_DEEL = 6
# "Iets anders", under "Bedoelt u …, of …?".
GEEN_VAN_BEIDE = opdracht("nlu_fallback", waarde="iets_anders")
GEEN_JA_OP_EEN_AANBOD = frozenset({"altijd", "vaak", "goed"})
Aangeboden = list[dict[str, str]]


def letterlijk(aangeboden: Aangeboden, tekst: str) -> dict[str, str] | None:
    """The offered choice whose label was typed."""
    gezegd = normaal(tekst)
    return next((k for k in aangeboden if normaal(k["label"]) == gezegd), None)


def bedoeld(aangeboden: Aangeboden, tekst: str) -> dict[str, str] | None:
    """The offered choice that short-hand means outside a question: ja, nee, "2", or part of a label."""
    for woorden, begin in ((JA - GEEN_JA_OP_EEN_AANBOD, "ja"), (NEE, "nee")):
        if is_een_van(tekst, woorden):
            passend = [k for k in aangeboden if normaal(k["label"]).split()[:1] == [begin]]
            return passend[0] if len(passend) == 1 else _zonder_ja_of_nee(aangeboden, begin)
    if len(normaal(tekst).split()) > 4:
        return None
    gezegd = normaal(tekst)
    deel = [k for k in aangeboden if len(gezegd) >= KORTSTE_DEEL and f" {gezegd} " in f" {normaal(k['label'])} "]
    if len(deel) == 1:
        return deel[0]
    waarden = kies([Keuze(k["id"], k["label"]) for k in aangeboden], tekst)
    return next((k for k in aangeboden if waarden == [k["id"]]), None)


def _zonder_ja_of_nee(aangeboden: Aangeboden, begin: str) -> dict[str, str] | None:
    """ "Ja" to an offer takes what is offered first; "nee" goes on with what was left, where that is offered."""
    if begin == "ja":
        return aangeboden[0] if aangeboden else None
    return next((k for k in aangeboden if k["opdracht"] in ("/verder", GEEN_VAN_BEIDE)), None)

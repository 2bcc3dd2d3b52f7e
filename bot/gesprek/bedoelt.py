"""When two topics are close the bot asks which one was meant: `data/dialogen/bedoelt.yaml`."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from bot.gesprek.duiding import ALTIJD_EERST, klinkt_als_vraag
from bot.gesprek.teksten import Zegje

AANTAL = 2
VERHAAL_VANAF_WOORDEN = 8
VAAK = 2
IETS_ANDERS = "iets_anders"
NIET_BEGREPEN, BUITEN_BEREIK = "nlu_fallback", "buiten_bereik"


def _nooit(een: str, ander: str) -> bool:
    return False


class Grenzen(Struct, frozen=True, forbid_unknown_fields=True):
    """Confidences between 0 and 1. Two closer than `hoogstens_verschil` are asked; one below `nog_te_noemen` is not.

    A dialogue begins unasked only from `beginnen` on, and "that is not about the Wmo" is said only from `afwijzen` on.
    """

    beginnen: float
    afwijzen: float
    hoogstens_verschil: float
    nog_te_noemen: float


class Bedoelt(Struct, frozen=True, forbid_unknown_fields=True):
    """`zinnen` holds for each id what fits in "Bedoelt u …"; what is not in it is never suggested."""

    vraag_een: str
    vraag_twee: str
    iets_anders: str
    grenzen: Grenzen
    weer_niet: dict[str, Zegje]
    zinnen: dict[str, str]

    def mogelijk(self, ranglijst: list[dict[str, Any]], mag: Callable[[str], bool]) -> list[str]:
        """The likeliest ids that can be suggested, best first, two at most."""
        namen = [r["name"] for r in ranglijst if r["confidence"] >= self.grenzen.nog_te_noemen]
        return [n for n in namen if n in self.zinnen and mag(n)][:AANTAL]

    def is_onzeker_verhaal(self, begrepen: dict[str, Any], tekst: str) -> bool:
        """A story that may be about several things: a plan is what helps with that (architecture, conversation 1)."""
        verhaal = len(tekst.split()) >= VERHAAL_VANAF_WOORDEN and not klinkt_als_vraag(tekst)
        return verhaal and float(begrepen["intent"]["confidence"]) < self.grenzen.beginnen

    def vraag(self, ids: list[str]) -> str:
        """ "Bedoelt u wat een pgb is, of hoe hoog een pgb is?" """
        zinnen = [self.zinnen[id] for id in ids]
        if len(zinnen) == 1:
            return self.vraag_een.format(een=zinnen[0])
        return self.vraag_twee.format(een=zinnen[0], ander=zinnen[1])

    def bij_twijfel(
        self, begrepen: dict[str, Any], mag: Callable[[str], bool], biedt_aan: Callable[[str, str], bool] = _nooit
    ) -> dict[str, Any]:
        """The parse result as it came, or "not understood" where the best two are too close to choose.

        Fixed words are certain, and a person or wiping is never held up by a question. Where one of the two is
        explained and its explanation offers the other (`biedt_aan`), explaining is better than asking.
        """
        intent = begrepen["intent"]["name"]
        if intent == BUITEN_BEREIK and begrepen["intent"]["confidence"] < self.grenzen.afwijzen:
            return {**begrepen, "intent": {"name": NIET_BEGREPEN, "confidence": begrepen["intent"]["confidence"]}}
        beste = [r for r in begrepen.get("intent_ranking", []) if r["name"] != NIET_BEGREPEN][:AANTAL]
        if intent in ALTIJD_EERST or len(beste) < AANTAL or intent != beste[0]["name"]:
            return begrepen
        een, ander = (r["name"] for r in beste)
        dichtbij = beste[0]["confidence"] - beste[1]["confidence"] < self.grenzen.hoogstens_verschil
        twijfel = dichtbij and self.mogelijk(beste, mag) == [een, ander]
        waagt = een.startswith("start_") and mag(een) and beste[0]["confidence"] < self.grenzen.beginnen
        if not (twijfel or waagt):
            return begrepen
        uitleg = een if biedt_aan(een, ander) else ander if biedt_aan(ander, een) else NIET_BEGREPEN
        return {**begrepen, "intent": {"name": uitleg, "confidence": beste[0]["confidence"]}}

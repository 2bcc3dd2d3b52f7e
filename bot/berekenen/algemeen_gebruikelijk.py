"""Whether the municipality finds a thing ordinary enough to buy oneself (hogeland §3.6 and bijlage 4)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.berekenen.vragenlijst import Vragenlijst, Vragenteksten
from bot.regels.algemeen_gebruikelijk import EIGENSCHAPPEN, LANGSTE_NAAM, AlgemeenGebruikelijk, zoek_voorziening
from bot.regels.voorzieningen import Grens, Voorziening
from bot.regels.woordvorm import woordvorm
from bot.vragen import Stand, Vraag
from bot.vragen.model import invullen
from bot.vragen.woorden import JA, NEE, WEET_NIET, is_een_van

DING, VOORWAARDE = "voorziening", "voorwaarde_vervuld"
MEESTE_WOORDEN = 6
ERVOOR = frozenset("een de het mijn onze ons uw haar zijn of en nieuwe voor".split())
ERNA = frozenset("met zonder van".split())
_EN = re.compile(r"\s+en (?=een |mijn |uw |ook )|\s*\bof (?=een )|\s*,\s*(?=een )")
# What comes before the thing in a question of one sentence.
_BETAALT = re.compile(r"^.*\b(?:gemeente|wmo|betalen|betaald|vergoed|vergoeding|krijg|krijgen) (?:ook |nog |voor )*"
                      r"(?:een |'n |ne |de |het |mijn )", re.IGNORECASE)  # fmt: skip


class AlgemeenGebruikelijkTeksten(Vragenteksten, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/algemeen_gebruikelijk.yaml`."""

    het_gaat_om: str
    eerst_dit: str
    geen_ding: str
    zeker_niet: str


class BetaaltDeGemeenteDit(Vragenlijst):
    """What it is; the condition where the list has one; the four criteria where the list does not decide."""

    naam = "algemeen_gebruikelijk"
    regel = "algemeen-gebruikelijk"
    soort = AlgemeenGebruikelijkTeksten
    teksten: AlgemeenGebruikelijkTeksten

    def __init__(self, teksten: AlgemeenGebruikelijkTeksten, regeling: AlgemeenGebruikelijk) -> None:
        super().__init__(teksten, regeling)
        self._regeling = regeling

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """Only what the thing that was named leaves open."""
        ding, voorwaarde, *criteria = self._route
        if not antwoorden.get(DING):
            return [ding]
        op_lijst = zoek_voorziening(self._regeling, antwoorden[DING])
        if op_lijst is None:
            return [ding, *_tot_een_nee(criteria, antwoorden)]
        if not isinstance(op_lijst.voorwaarde, Grens):
            return [ding]
        gevraagd = invullen(voorwaarde, {"vraag": op_lijst.voorwaarde.gevraagd().tekst})
        return [ding, gevraagd, *(_tot_een_nee(criteria, antwoorden) if antwoorden.get(VOORWAARDE) == "nee" else ())]

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Finds the thing in a longer sentence; what is no name of a thing is asked again."""
        if vraag.id != DING:
            return []
        gezegd = stand.antwoorden[DING]
        stand.antwoorden = {}
        if not (dingen := self.dingen(gezegd)):
            return [self.teksten.geen_ding]
        stand.antwoorden[DING] = dingen[0]
        return self.over_meer(dingen)

    def noemt_iets(self, tekst: str) -> bool:
        """Whether a first question names a thing: on the list, or after "betaalt de gemeente een …"."""
        return any(self.genoemd(deel) or _BETAALT.search(deel) for deel in _EN.split(tekst))

    def over_meer(self, dingen: list[str]) -> list[str]:
        """That one thing is looked at first, where several were named."""
        return [self.teksten.eerst_dit.format(ding=dingen[0])] if len(dingen) > 1 else []

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any], conclusie: Sequence[str]) -> list[str]:
        """Names the thing; one criterion that does not hold is enough, whatever the others are."""
        if not antwoorden.get(DING):
            return super().zinnen(antwoorden, uitkomst, conclusie)
        if not conclusie and any(antwoorden.get(naam) == "nee" for naam in EIGENSCHAPPEN):
            conclusie = [self.teksten.zeker_niet]
        kop = self.teksten.het_gaat_om.format(ding=antwoorden[DING])
        return [kop, *super().zinnen(antwoorden, uitkomst, conclusie)]

    def dingen(self, tekst: str) -> list[str]:
        """The things that a sentence names, by their name on the list where they stand there."""
        delen = [self._ding(deel) for deel in _EN.split(tekst.strip(" .!"))]
        return [ding for ding in delen if ding]

    def _ding(self, tekst: str) -> str:
        if genoemd := self.genoemd(tekst):
            return genoemd.namen[0]
        kort = _BETAALT.sub("", tekst.strip(" ?.!,"))
        geen = is_een_van(kort, WEET_NIET | JA | NEE) or not woordvorm(kort).strip("0123456789")
        return "" if geen or len(kort.split()) > MEESTE_WOORDEN or len(kort) > LANGSTE_NAAM else kort

    def herken(self, vraag: Vraag, tekst: str, antwoorden: Mapping[str, Any]) -> Any:
        """`ik bedoelde een rolstoel`: another thing of the list."""
        genoemd = self.genoemd(tekst) if vraag.id == DING else None
        return genoemd.namen[0] if genoemd else None

    def genoemd(self, tekst: str) -> Voorziening | None:
        """The longest run of words that names something on the list, with nothing beside it that makes it another.

        `een rollator` is the rollator of the list; `een elektrische rollator` and `een rollator met motor` are not.
        """
        woorden = [woord.strip(",.;:?()").lower() for woord in tekst.split()]
        for lengte in range(min(MEESTE_WOORDEN, len(woorden)), 0, -1):
            for begin in range(len(woorden) - lengte + 1):
                voor, na = woorden[max(0, begin - 1) : begin], woorden[begin + lengte : begin + lengte + 1]
                if not set(voor) <= ERVOOR or set(na) & ERNA:
                    continue
                if gevonden := zoek_voorziening(self._regeling, " ".join(woorden[begin : begin + lengte])):
                    return gevonden
        return None


def _tot_een_nee(criteria: list[Vraag], antwoorden: Mapping[str, Any]) -> list[Vraag]:
    """All four are needed, so after a "nee" no other answer can change the outcome."""
    nee = next((n for n, vraag in enumerate(criteria, 1) if antwoorden.get(vraag.id) == "nee"), len(criteria))
    return criteria[:nee]

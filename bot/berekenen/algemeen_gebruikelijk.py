"""Whether the municipality finds a thing ordinary enough to buy oneself (hogeland §3.6 and bijlage 4)."""

from collections.abc import Mapping
from typing import Any

from bot.berekenen.vragenlijst import Vragenlijst, Vragenteksten
from bot.regels.algemeen_gebruikelijk import LANGSTE_NAAM, AlgemeenGebruikelijk, zoek_voorziening
from bot.regels.voorzieningen import Grens, Voorziening
from bot.regels.woordvorm import woordvorm
from bot.vragen import Stand, Vraag
from bot.vragen.model import invullen

DING, VOORWAARDE = "voorziening", "voorwaarde_vervuld"
MEESTE_WOORDEN = 6
ERVOOR = frozenset("een de het mijn onze ons uw haar zijn of en nieuwe voor".split())
ERNA = frozenset("met zonder van".split())


class AlgemeenGebruikelijkTeksten(Vragenteksten, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/algemeen_gebruikelijk.yaml`."""

    te_lang: str


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
            return [ding, *criteria]
        if not isinstance(op_lijst.voorwaarde, Grens):
            return [ding]
        gevraagd = invullen(voorwaarde, {"vraag": op_lijst.voorwaarde.gevraagd().tekst})
        return [ding, gevraagd, *(criteria if antwoorden.get(VOORWAARDE) == "nee" else ())]

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Finds the thing in a longer sentence; what is no name of a thing is asked again."""
        if vraag.id != DING:
            return []
        stand.antwoorden = {DING: stand.antwoorden[DING]}
        gezegd = stand.antwoorden[DING]
        if genoemd := self.genoemd(gezegd):
            stand.antwoorden[DING] = genoemd.namen[0]
        elif len(gezegd) > LANGSTE_NAAM or not woordvorm(gezegd):
            del stand.antwoorden[DING]
            return [self.teksten.te_lang]
        return []

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

"""What every action shares: the turn it works on, and one place where failures end."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.gesprek.bericht import Knop, opdracht, zeg
from bot.gesprek.beurt import Beurt, beurt_van
from bot.gesprek.diensten import Diensten, diensten
from bot.gesprek.formulier import Formulier, Gezegd
from bot.gesprek.stukken import zegt_iets

log = logging.getLogger(__name__)
Gebeurtenissen = list[dict[str, Any]]


class Omgeving(Struct):
    """What an action works with."""

    beurt: Beurt
    diensten: Diensten
    tracker: Tracker
    dispatcher: CollectingDispatcher

    @property
    def intent(self) -> str:
        """What the last message was taken for."""
        return str(self.tracker.latest_message.get("intent", {}).get("name") or "")

    def waarde(self, naam: str = "waarde") -> Any:
        """A value that came with a chosen button, or None."""
        gevonden = (e["value"] for e in self.tracker.latest_message.get("entities", []) if e["entity"] == naam)
        return next(gevonden, None)

    @property
    def dialoog(self) -> str | None:
        """The dialogue that was begun last."""
        return self.tracker.get_slot("dialoog")

    def formulier(self, naam: str | None = None) -> Formulier:
        """The named dialogue, or the one of this turn."""
        return Formulier(self.diensten, self.beurt, naam or self.dialoog or "")

    def zin(self, zin: str, /, **waarden: Any) -> str:
        """A sentence from `algemeen.yaml`."""
        return self.diensten.algemeen.zinnen[zin].format(**waarden)

    def naam_van(self, dialoog: str) -> str:
        """How a dialogue is called in a sentence."""
        return self.diensten.algemeen.namen[dialoog]

    def knop(self, doel: str, **waarden: Any) -> Knop:
        """A button to a handeling or a topic."""
        label = self.diensten.algemeen.labels.get(doel) or self.diensten.kennis[doel].vraag
        return Knop(label, opdracht(doel, **waarden))

    def knoppen(self, namen: Iterable[str]) -> list[Knop]:
        """Buttons to what there is, with for a raad what stands in for the citizen's choices."""
        vertaal = self.diensten.algemeen.voor_raad if self.beurt.gesprek.rol == "raad" else {}
        return [
            self.knop(naam) for naam in dict.fromkeys(vertaal.get(n, n) for n in namen) if self.diensten.heeft(naam)
        ]

    @property
    def onderbroken(self) -> str | None:
        """A dialogue that was begun and not finished: the one of this turn first, then plan and advice."""
        volgorde = [self.dialoog, "persoonlijk_plan", "advies", *self.diensten.rekendialogen]
        standen = self.beurt.gesprek.standen
        onder_handen = {naam for naam, s in standen.items() if (s.antwoorden or s.gesteld) and not s.klaar}
        return next((d for d in volgorde if d in onder_handen), None)

    @property
    def midden_in(self) -> bool:
        """Whether a form is under way: its own question follows, so that nothing else is offered."""
        return bool((self.tracker.active_loop or {}).get("name"))

    def naar_plan(self, dialoog: str) -> list[Knop]:
        """The button that puts an outcome in the plan, where there is something to put there."""
        uitkomst = self.beurt.stand(dialoog).uitkomst
        return [self.knop("in_plan", waarde=dialoog)] if zegt_iets(uitkomst) else []

    def terug_naar(self) -> list[Knop]:
        """The way back to a dialogue that is not finished, where there is one."""
        return [self.knop("verder")] if self.onderbroken else []

    def zeg_dat_er_nog_iets_open_is(self) -> None:
        """Reminds of the dialogue that `terug_naar` leads to."""
        if bezig := self.onderbroken:
            self.zeg(self.zin("nog_bezig", naam=self.naam_van(bezig)))

    def zeg(self, teksten: Any, keuzes: Any = (), **opties: Any) -> None:
        """Utters bubbles (see bot.gesprek.bericht.zeg)."""
        zeg(self.dispatcher, teksten, keuzes, **opties)

    def zeg_alles(self, alles: Iterable[Gezegd]) -> None:
        """Utters what a dialogue has to say."""
        for gezegd in alles:
            self.zeg(gezegd.teksten, gezegd.keuzes, bronnen=gezegd.bronnen)


Eerder = Callable[[Omgeving], Gebeurtenissen | None]
GAAT_VOOR: list[Eerder] = []


def gaat_voor_alles(eerder: Eerder) -> Eerder:
    """What is asked before any action of a typed turn: it answers the turn itself, or returns None."""
    GAAT_VOOR.append(eerder)
    return eerder


class Actie(Action, ABC):
    """An action that never leaves a person in silence.

    A failure is logged by the names of the action and the error alone (never with a person's text), undoes
    what the action did, and says what to do next.
    """

    naam: str = ""

    def name(self) -> str:
        """The name in the domain."""
        return self.naam

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Gebeurtenissen:
        """Runs `doe` on the turn of this conversation."""
        services = diensten()
        tekst = str(tracker.latest_message.get("text") or "")
        with beurt_van(tracker.sender_id, tekst, services) as beurt:
            omgeving = Omgeving(beurt, services, tracker, dispatcher)
            try:
                with beurt.alles_of_niets():
                    eerst = next((g for eerder in GAAT_VOOR if (g := eerder(omgeving)) is not None), None)
                    return self.doe(omgeving) if eerst is None else eerst
            except Exception as fout:
                log.error("action %s failed: %s", self.name(), type(fout).__name__)
                dispatcher.messages.clear()
                omgeving.zeg(omgeving.zin("storing"), soort="waarschuwing")
                return self.na_storing()

    @abstractmethod
    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The work of the action; returns Rasa events."""

    def na_storing(self) -> Gebeurtenissen:
        """Events after a failure: none, so that the dialogue stays where it was."""
        return []


class VanDialoog(Actie):
    """An action that exists once for each dialogue."""

    @property
    @abstractmethod
    def dialoog(self) -> str:
        """The dialogue's name; a subclass sets it as a plain attribute."""

    vorm: str = ""

    def name(self) -> str:
        """`vorm` with the dialogue in it."""
        return self.vorm.format(self.dialoog)

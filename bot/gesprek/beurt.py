"""One turn of one conversation: what was said, where the dialogues stand, what has changed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from msgspec import Struct, field

from bot.gesprek.diensten import Diensten
from bot.opslag import Gesprek
from bot.vragen import Stand


class Beurt(Struct):
    """A turn under way. Actions change `standen` through `stand`; the host stores them when the turn is done.

    `tekst` is what the person said, to the letter. `gebeurd` are the tracker events of the turn,
    `volgende_tracker` is the snapshot after it; `wissen` says that the person wants everything gone.
    `onbegrepen` counts the turns in a row that were not understood, this one included; `te_bewaren` says that
    the sentence may be kept to learn from (bot.opslag.onbegrepen), where the municipality chose that.
    """

    gesprek: Gesprek
    vandaag: date
    tekst: str = ""
    gewijzigd: set[str] = field(default_factory=set)
    gebeurd: list[dict[str, Any]] = field(default_factory=list)
    volgende_tracker: dict[str, Any] = field(default_factory=dict)
    wissen: bool = False
    mislukt: bool = False
    onbegrepen: int = 0
    te_bewaren: bool = False

    def stand(self, dialoog: str) -> Stand:
        """The state of a dialogue, to read and to change."""
        self.gewijzigd.add(dialoog)
        return self.gesprek.standen.setdefault(dialoog, Stand())

    def heeft(self, dialoog: str) -> bool:
        """Whether the dialogue was ever begun."""
        return bool(self.gesprek.standen.get(dialoog, Stand()).antwoorden)

    def begin_opnieuw(self, dialoog: str) -> Stand:
        """Forgets what was said in a dialogue."""
        self.gewijzigd.add(dialoog)
        self.gesprek.standen[dialoog] = Stand()
        return self.gesprek.standen[dialoog]

    @property
    def eerder_onbegrepen(self) -> int:
        """How many turns in a row before this one were not understood."""
        return int(self.gesprek.tracker.get("onbegrepen", 0))

    @contextmanager
    def alles_of_niets(self) -> Iterator[None]:
        """What an action that fails did to the states is undone; the error passes through."""
        standen, gewijzigd = copy.deepcopy(self.gesprek.standen), set(self.gewijzigd)
        try:
            yield
        except Exception:
            self.gesprek.standen, self.gewijzigd, self.mislukt = standen, gewijzigd, True
            raise


_lopend: dict[str, Beurt] = {}


@contextmanager
def lopende_beurt(beurt: Beurt) -> Iterator[Beurt]:
    """Makes the turn findable for the actions that Rasa runs in this process."""
    _lopend[beurt.gesprek.id] = beurt
    try:
        yield beurt
    finally:
        _lopend.pop(beurt.gesprek.id, None)


def gevonden_beurt(sender_id: str) -> Beurt | None:
    """The turn under way in this process, if there is one."""
    return _lopend.get(sender_id)


@contextmanager
def beurt_van(sender_id: str, tekst: str, diensten: Diensten) -> Iterator[Beurt]:
    """The turn under way; where Rasa's own server runs the actions, one that is loaded and stored here."""
    if beurt := gevonden_beurt(sender_id):
        yield beurt
        return
    gesprek = diensten.gesprekken.laad(sender_id)
    if gesprek is None:
        diensten.gesprekken.begin("inwoner", diensten.gemeente.naam, [], id=sender_id)
        gesprek = diensten.gesprekken.laad(sender_id)
        assert gesprek is not None  # noqa: S101
    beurt = Beurt(gesprek, diensten.vandaag(), tekst)
    yield beurt
    diensten.gesprekken.bewaar_standen(gesprek, beurt.gewijzigd)

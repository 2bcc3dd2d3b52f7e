"""Rasa's memory of a conversation, as a snapshot: a turn costs the same at turn 5 and at turn 500.

Rasa replays every event it gets. It needs only which form is active and the slots, so that is all it gets;
the events themselves are kept append-only by bot.opslag.
"""

from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.gesprek.beurt import gevonden_beurt
from bot.gesprek.diensten import diensten
from bot.opslag import Gesprek


def beginstand(momentopname: dict[str, Any]) -> list[Event]:
    """The few events from which Rasa goes on."""
    events: list[Event] = [ActionExecuted("action_session_start"), SessionStarted()]
    events += [SlotSet(naam, waarde) for naam, waarde in momentopname.get("slots", {}).items()]
    if loop := momentopname.get("active_loop"):
        events.append(ActiveLoop(loop))
    return [*events, ActionExecuted("action_listen")]


def momentopname(tracker: DialogueStateTracker) -> dict[str, Any]:
    """What `beginstand` needs of a tracker."""
    slots = {naam: slot.value for naam, slot in tracker.slots.items() if slot.value is not None}
    return {"active_loop": tracker.active_loop_name, "slots": slots}


class Beurtopslag(TrackerStore):
    """Reads the tracker from the turn under way and leaves what happened there; the host stores it all at once."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the turn under way. Raises LookupError when there is none: never a silent new start."""
        beurt = gevonden_beurt(sender_id)
        if beurt is None:
            raise LookupError("no turn under way for this conversation: start one with bot.gesprek.beurt.lopende_beurt")
        return _tracker(beurt.gesprek, self.domain)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Hands the new events and the snapshot to the turn."""
        beurt = gevonden_beurt(tracker.sender_id)
        if beurt is None:
            raise LookupError("no turn under way for this conversation")
        beurt.gebeurd = _nieuw(tracker, beurt.gesprek)
        beurt.volgende_tracker = momentopname(tracker)


class LosseTrackeropslag(TrackerStore):
    """The same for `rasa shell` and `rasa run`, where no host holds the turn: straight to the database."""

    def __init__(self, domain: Domain | None, event_broker: Any = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker)
        kwargs.pop("url", None)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The stored tracker; a conversation that does not exist is begun."""
        gesprekken = diensten().gesprekken
        gesprek = gesprekken.laad(sender_id)
        if gesprek is None:
            gesprekken.begin("inwoner", diensten().gemeente.naam, [], id=sender_id)
            gesprek = gesprekken.laad(sender_id)
        return _tracker(gesprek, self.domain) if gesprek else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Appends the new events."""
        gesprek = diensten().gesprekken.laad(tracker.sender_id)
        if gesprek:
            gebeurd = _nieuw(tracker, gesprek)
            gesprek.tracker = momentopname(tracker)
            diensten().gesprekken.bewaar_tracker(gesprek, gebeurd)


def _tracker(gesprek: Gesprek, domain: Domain) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(gesprek.id, beginstand(gesprek.tracker), domain.slots, domain=domain)


def _nieuw(tracker: DialogueStateTracker, gesprek: Gesprek) -> list[dict[str, Any]]:
    return [e.as_dict() for e in list(tracker.events)[len(beginstand(gesprek.tracker)) :]]

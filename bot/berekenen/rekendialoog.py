"""What the dialogues with a rule at the end share."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.vragen import Stand, Vraag


class Rekendialoog(Protocol):
    """A dialogue (see bot.vragen.verloop) whose answers are the input of one rule."""

    naam: str
    regel: str

    @property
    def inleiding(self) -> Sequence[str]:
        """What is said before the first question."""

    def route(self, antwoorden: dict[str, Any]) -> Sequence[Vraag]:
        """The questions that apply."""

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Follows up an answer."""

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input; what is not known is absent, never assumed."""

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[str]:
        """The outcome in one sentence or a few, for the person."""


def duur_in_woorden(minuten: int) -> str:
    """`150` → `2 uur en 30 minuten`."""
    uren, rest = divmod(minuten, 60)
    delen = ([f"{uren} uur"] if uren else []) + ([f"{rest} minuten"] if rest or not uren else [])
    return " en ".join(delen)


def nog_open(route: Sequence[Vraag], antwoorden: Mapping[str, Any]) -> str:
    """The names of the questions that were skipped or answered with "weet ik niet", as a list in a sentence."""
    namen = [v.naam for v in route if _onbekend(antwoorden.get(v.id))]
    return ", ".join(naam[0].lower() + naam[1:] for naam in namen)


def _onbekend(antwoord: Any) -> bool:
    return antwoord is None or antwoord == "weet_niet" or (isinstance(antwoord, list) and "weet_niet" in antwoord)

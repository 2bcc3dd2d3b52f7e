"""What the dialogues with a rule at the end share."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from bot.vragen import Stand, Vraag


class Rekendialoog(ABC):
    """A dialogue (see bot.vragen.verloop) whose answers are the input of one rule.

    `inleiding` is said before the first question.
    """

    naam: str
    regel: str
    inleiding: tuple[str, ...]

    @abstractmethod
    def route(self, antwoorden: dict[str, Any]) -> Sequence[Vraag]:
        """The questions that apply."""

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Follows up an answer; nothing, unless the dialogue knows better."""
        return []

    @abstractmethod
    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input; what is not known is absent, never assumed."""

    @abstractmethod
    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[str]:
        """The outcome in one sentence or a few, for the person."""

    def stappen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The steps to show: those of the outcome, in words that fit what the person said."""
        return list(uitkomst["stappen"])

    def vervolg(self, antwoorden: Mapping[str, Any]) -> tuple[str, ...]:
        """What makes sense next, as names of handelingen."""
        return ()


def duur_in_woorden(minuten: int) -> str:
    """`150` → `2 uur en 30 minuten`."""
    uren, rest = divmod(minuten, 60)
    minuten_tekst = "1 minuut" if rest == 1 else f"{rest} minuten"
    delen = ([f"{uren} uur"] if uren else []) + ([minuten_tekst] if rest or not uren else [])
    return " en ".join(delen)


def nog_open(route: Sequence[Vraag], antwoorden: Mapping[str, Any]) -> str:
    """The names of the questions that were skipped or answered with "weet ik niet", as a list in a sentence."""
    namen = [v.naam for v in route if _onbekend(antwoorden.get(v.id))]
    return ", ".join(naam[0].lower() + naam[1:] for naam in namen)


def _onbekend(antwoord: Any) -> bool:
    return antwoord is None or antwoord == "weet_niet" or (isinstance(antwoord, list) and "weet_niet" in antwoord)

"""What the dialogues with a rule at the end share."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from bot.regels import Gemeente, bereken, conclusie
from bot.vragen import Stand, Vraag


class Rekendialoog(ABC):
    """A dialogue (see bot.vragen.verloop) whose answers are the input of one rule.

    `soort` is the model of its texts, `data/dialogen/<naam>.yaml`. `inleiding` is said before the first question,
    `ontbreekt` when the outcome is not certain; it may use {open}.
    """

    naam: str
    regel: str
    soort: type[Struct]
    inleiding: tuple[str, ...]
    ontbreekt: str

    @abstractmethod
    def __init__(self, teksten: Any, regeling: Any) -> None:
        """`teksten` is a `soort`; `regeling` the rule's file that holds today, for bounds and lists in questions."""

    @abstractmethod
    def route(self, antwoorden: dict[str, Any]) -> Sequence[Vraag]:
        """The questions that apply."""

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Follows up an answer; nothing, unless the dialogue knows better."""
        return []

    def neem_over(self, anders: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], str]:
        """What the answers in other dialogues (by name) already say here, and what to say about that."""
        return {}, ""

    def herken(self, vraag: Vraag, tekst: str, antwoorden: Mapping[str, Any]) -> Any:
        """What a correction in own words means for this question, where the dialogue knows better than the reader."""
        return None

    @abstractmethod
    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input; what is not known is absent, never assumed."""

    def reken(self, gemeente: Gemeente, antwoorden: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
        """The outcome of the rule, with `zinnen` for the person and the `stappen` to show."""
        uitkomst = bereken(gemeente, self.regel, self.invoer(antwoorden), vandaag)
        zinnen = self.zinnen(antwoorden, uitkomst, [reden.tekst for reden in conclusie(gemeente, uitkomst)])
        return {**uitkomst, "zinnen": zinnen, "stappen": self.stappen(antwoorden, uitkomst)}

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any], conclusie: Sequence[str]) -> list[str]:
        """The outcome in one sentence or a few: the rule's own, or what is still open."""
        open_vragen = nog_open(self.route(dict(antwoorden)), antwoorden)
        return list(conclusie) or [self.ontbreekt.format(open=open_vragen)]

    def stappen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The steps to show: those of the outcome, in words that fit what the person said."""
        return list(uitkomst["stappen"])

    def vervolg(self, antwoorden: Mapping[str, Any]) -> tuple[str, ...]:
        """What makes sense next, as names of handelingen."""
        return ()


def nog_open(route: Sequence[Vraag], antwoorden: Mapping[str, Any]) -> str:
    """The names of the questions that were skipped or answered with "weet ik niet", as a list in a sentence."""
    namen = [v.naam for v in route if _onbekend(antwoorden.get(v.id))]
    return ", ".join(naam[0].lower() + naam[1:] for naam in namen)


def _onbekend(antwoord: Any) -> bool:
    return antwoord is None or antwoord == "weet_niet" or (isinstance(antwoord, list) and "weet_niet" in antwoord)

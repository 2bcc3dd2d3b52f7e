"""Where somebody is in a dialogue: one mechanism for going on, back, over, and changing an answer.

A dialogue is a function from the answers so far to the questions that apply, in order. The open question is
the first one without an answer, or the one that is being answered again.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, Protocol

from msgspec import Struct, field, structs

from bot.vragen.lezers import lees
from bot.vragen.model import Keuze, Vraag

KLAAR = "klaar"
SLUIT_UIT = frozenset({"niets", "weet_niet"})


class Stand(Struct):
    """Everything said in one dialogue: JSON-ready, and all that has to be kept.

    `antwoorden` maps question ids to values, None for skipped. `bezig` is a question being answered again,
    `gekozen` a multiple choice that is not finished, `mis` the unreadable answers in a row. `uitkomst` is the
    outcome of the rule at the end, if there is one, and `in_plan` whether the person put it in the plan. `gesteld` is
    the question that was asked last: what goes before it is said once.
    """

    antwoorden: dict[str, Any] = field(default_factory=dict)
    bezig: str | None = None
    gekozen: list[str] = field(default_factory=list)
    mis: int = 0
    klaar: bool = False
    uitkomst: dict[str, Any] | None = None
    in_plan: bool = False
    gesteld: str | None = None


class Dialoog(Protocol):
    """What every dialogue offers."""

    naam: str

    def route(self, antwoorden: dict[str, Any]) -> Sequence[Vraag]:
        """The questions that apply, given the answers; answered ones included."""

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Follows up an answer that was just stored; returns what to say about it."""


class Uitslag(Enum):
    """What became of an answer."""

    BEANTWOORD = "beantwoord"
    NOG_MEER = "nog_meer"


def huidige(dialoog: Dialoog, stand: Stand) -> Vraag | None:
    """The open question, with for a half-made multiple choice only what is left; None when all is said."""
    route = dialoog.route(stand.antwoorden)
    if stand.bezig and (opnieuw := next((v for v in route if v.id == stand.bezig), None)):
        return _met_rest(opnieuw, stand)
    return next((_met_rest(v, stand) for v in route if v.id not in stand.antwoorden), None)


def _met_rest(vraag: Vraag, stand: Stand) -> Vraag:
    if vraag.soort != "meerkeuze" or not stand.gekozen:
        return vraag
    rest = tuple(k for k in vraag.keuzes if k.waarde not in stand.gekozen and k.waarde not in SLUIT_UIT)
    klaar = Keuze(KLAAR, "Dat is alles", ("klaar", "verder", "dat was het", "niets meer", "genoeg", "nee"))
    return structs.replace(vraag, keuzes=(klaar, *rest), vooraf=(), tekst="Hoort er nog iets bij?")


def beantwoord(dialoog: Dialoog, stand: Stand, tekst: str, vandaag: date) -> tuple[Uitslag, list[str]]:
    """Reads `tekst` as the answer to the open question and stores it. Raises Leesfout and counts it.

    `tekst` may be the value of an offered choice. Returns what became of it and what to say about it.
    """
    vraag = huidige(dialoog, stand)
    assert vraag is not None, "beantwoord() needs an open question"  # noqa: S101
    stand.mis += 1
    waarde = lees(vraag, tekst, vandaag)
    stand.mis = 0
    gezegd = _reacties(vraag, waarde)
    if vraag.soort == "meerkeuze" and waarde is not None:
        genoemd = [w for w in waarde if w != KLAAR]
        stand.gekozen += genoemd
        alles_op = len(genoemd) == len([k for k in vraag.keuzes if k.waarde != KLAAR])
        if KLAAR not in waarde and not alles_op and not _sluit_uit(genoemd):
            return Uitslag.NOG_MEER, gezegd
        waarde, stand.gekozen = stand.gekozen, []
    return Uitslag.BEANTWOORD, gezegd + _bewaar(dialoog, stand, vraag, waarde)


def _sluit_uit(genoemd: list[str]) -> bool:
    return any(w in SLUIT_UIT for w in genoemd)


def sla_over(dialoog: Dialoog, stand: Stand) -> list[str]:
    """Leaves the open question open for good (its value is None) and goes on."""
    vraag = huidige(dialoog, stand)
    assert vraag is not None, "sla_over() needs an open question"  # noqa: S101
    waarde = stand.gekozen or None
    stand.mis, stand.gekozen = 0, []
    return _bewaar(dialoog, stand, vraag, waarde)


def _bewaar(dialoog: Dialoog, stand: Stand, vraag: Vraag, waarde: Any) -> list[str]:
    stand.antwoorden[vraag.id] = waarde
    stand.bezig = None
    return dialoog.na_antwoord(stand, vraag)


def _reacties(vraag: Vraag, waarde: Any) -> list[str]:
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return [tekst for k in vraag.keuzes if k.waarde in gekozen for tekst in k.reactie]


def terug(dialoog: Dialoog, stand: Stand) -> bool:
    """Opens the question before the open one again; False at the first question."""
    route = dialoog.route(stand.antwoorden)
    vraag = huidige(dialoog, stand)
    plaats = next((i for i, v in enumerate(route) if vraag and v.id == vraag.id), len(route))
    if stand.gekozen:
        stand.gekozen = []
        return True
    if plaats == 0:
        return False
    wijzig(stand, route[plaats - 1].id)
    return True


def wijzig(stand: Stand, vraag_id: str) -> None:
    """Makes the named question the open one; its old answer stands until it is answered again."""
    stand.bezig, stand.gekozen, stand.mis, stand.klaar = vraag_id, [], 0, False


def voortgang(dialoog: Dialoog, stand: Stand) -> tuple[int, int]:
    """How many of the questions that apply have been answered or skipped, and how many there are."""
    route = dialoog.route(stand.antwoorden)
    return sum(v.id in stand.antwoorden for v in route), len(route)

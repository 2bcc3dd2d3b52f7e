"""Where somebody is in a dialogue: one mechanism for going on, back, over, and changing an answer.

A dialogue is a function from the answers so far to the questions that apply, in order. The open question is
the first one without an answer, or the one that is being answered again.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, Protocol

from msgspec import Struct, field, structs

from bot.vragen.leesfout import Leesfout
from bot.vragen.lezers import KLAAR, SLUIT_UIT, WOORDEN_VOOR_KLAAR, lees
from bot.vragen.model import Keuze, Vraag

OPNIEUW_KIEZEN = "opnieuw_kiezen"
BEVESTIGING = "klopt"


NIKS = frozenset({"niets", "niks"})


class Stand(Struct):
    """Everything said in one dialogue: JSON-ready, and all that has to be kept.

    `antwoorden` maps question ids to values, None for skipped. `bezig` is a question being answered again,
    `gekozen` a multiple choice that is not finished, `mis` the unreadable answers in a row. `uitkomst` is the
    outcome of the rule at the end, if there is one, and `in_plan` whether the person put it in the plan. `gesteld` is
    the question that was asked last: what goes before it is said once. `laatst` is what was typed last, for whoever
    meant it as an answer after all; `vorig` is the answer that the last one took the place of. `deels` are the people
    who were named and whose ages are still missing, for the open question alone.
    """

    antwoorden: dict[str, Any] = field(default_factory=dict)
    bezig: str | None = None
    gekozen: list[str] = field(default_factory=list)
    mis: int = 0
    klaar: bool = False
    uitkomst: dict[str, Any] | None = None
    in_plan: bool = False
    gesteld: str | None = None
    laatst: str = ""
    vorig: Any = None
    deels: list[dict[str, Any]] = field(default_factory=list)


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
    weg = set(stand.gekozen) | (frozenset() if stand.bezig else SLUIT_UIT)
    rest = tuple(k for k in vraag.keuzes if k.waarde not in weg)
    klaar = Keuze(KLAAR, "Dat is alles", WOORDEN_VOOR_KLAAR if stand.bezig else (*WOORDEN_VOOR_KLAAR, *sorted(NIKS)))
    opnieuw = (Keuze(OPNIEUW_KIEZEN, "Opnieuw kiezen"),) if stand.bezig else ()
    gekozen = ", ".join(k.label for k in vraag.keuzes if k.waarde in stand.gekozen)
    tekst = f"Ik heb nu: {gekozen}. Hoort er nog iets bij?"
    return structs.replace(vraag, keuzes=(klaar, *rest, *opnieuw), vooraf=(), tekst=tekst)


def beantwoord(dialoog: Dialoog, stand: Stand, tekst: str, vandaag: date) -> tuple[Uitslag, list[str]]:
    """Reads `tekst` as the answer to the open question and stores it. Raises Leesfout and counts it.

    `tekst` may be the value of an offered choice. Returns what became of it and what to say about it.
    """
    vraag = huidige(dialoog, stand)
    assert vraag is not None, "beantwoord() needs an open question"  # noqa: S101
    stand.mis += 1
    try:
        waarde = lees(vraag, tekst, vandaag, stand.deels)
    except Leesfout as fout:
        stand.deels = fout.deels or stand.deels
        raise
    stand.mis, stand.deels = 0, []
    gezegd = _reacties(vraag, waarde)
    if vraag.soort == "meerkeuze" and waarde is None:
        waarde, stand.gekozen = stand.gekozen or None, []
    elif vraag.soort == "meerkeuze":
        if OPNIEUW_KIEZEN in waarde:
            stand.gekozen = []
            return Uitslag.NOG_MEER, gezegd
        genoemd = [w for w in waarde if w != KLAAR]
        stand.gekozen = genoemd if _sluit_uit(genoemd) else stand.gekozen + genoemd
        over = {k.waarde for k in vraag.keuzes} - {KLAAR, OPNIEUW_KIEZEN, *SLUIT_UIT}
        alles_op = over <= set(genoemd)
        if KLAAR not in waarde and not alles_op and not _sluit_uit(genoemd):
            return Uitslag.NOG_MEER, gezegd
        waarde, stand.gekozen = stand.gekozen, []
    return Uitslag.BEANTWOORD, gezegd + bewaar(dialoog, stand, vraag, waarde)


def _sluit_uit(genoemd: list[str]) -> bool:
    return any(w in SLUIT_UIT for w in genoemd)


def sla_over(dialoog: Dialoog, stand: Stand) -> list[str]:
    """Leaves the open question open for good (its value is None) and goes on.

    An answer that was opened again stays as it was; what was chosen so far in a multiple choice counts.
    """
    vraag = huidige(dialoog, stand)
    assert vraag is not None, "sla_over() needs an open question"  # noqa: S101
    if stand.bezig and stand.bezig in stand.antwoorden:
        stand.bezig, stand.mis, stand.gekozen, stand.deels = None, 0, [], []
        return []
    waarde = stand.gekozen or None
    stand.mis, stand.gekozen, stand.deels = 0, [], []
    return bewaar(dialoog, stand, vraag, waarde)


def bewaar(dialoog: Dialoog, stand: Stand, vraag: Vraag, waarde: Any) -> list[str]:
    """Stores the answer to a question; returns what to say about it."""
    stand.vorig = stand.antwoorden.get(vraag.id)
    stand.antwoorden[vraag.id] = waarde
    stand.bezig = None
    return dialoog.na_antwoord(stand, vraag)


def stel_bij(dialoog: Dialoog, stand: Stand, vraag: Vraag, waarde: Any) -> list[str]:
    """Changes an earlier answer, whatever question is open. What was confirmed has to be confirmed again.

    Where the open question asks whether this very answer is right (`klopt_personen`), the correction answers it.
    """
    open_vraag = huidige(dialoog, stand)
    bezig, gekozen = stand.bezig, stand.gekozen
    stand.antwoorden.pop(BEVESTIGING, None)
    gezegd = bewaar(dialoog, stand, vraag, waarde)
    stand.bezig = None if bezig == vraag.id else bezig
    nu_open = huidige(dialoog, stand)
    stand.gekozen = gekozen if open_vraag and nu_open and nu_open.id == open_vraag.id else []
    stand.mis, stand.klaar = 0, False
    if open_vraag and open_vraag.id == f"{BEVESTIGING}_{vraag.id}":
        stand.antwoorden[open_vraag.id] = "ja"
    return gezegd


def _reacties(vraag: Vraag, waarde: Any) -> list[str]:
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return [tekst for k in vraag.keuzes if k.waarde in gekozen for tekst in k.reactie]


def terug(dialoog: Dialoog, stand: Stand) -> bool:
    """Opens the question before the open one again; False at the first question."""
    route = dialoog.route(stand.antwoorden)
    vraag = huidige(dialoog, stand)
    plaats = next((i for i, v in enumerate(route) if vraag and v.id == vraag.id), len(route))
    if stand.gekozen and not stand.bezig:
        stand.gekozen = []
        return True
    if plaats == 0:
        return False
    wijzig(stand, route[plaats - 1].id)
    return True


def wijzig(stand: Stand, vraag_id: str) -> None:
    """Makes the named question the open one; its old answer stands until it is answered again.

    A multiple choice goes on from what was chosen. What was confirmed has to be confirmed again.
    """
    oud = stand.antwoorden.get(vraag_id)
    is_meerkeuze = isinstance(oud, list) and all(isinstance(w, str) for w in oud)
    stand.gekozen = [w for w in oud or [] if w not in SLUIT_UIT] if is_meerkeuze else []
    stand.bezig, stand.mis, stand.klaar, stand.deels = vraag_id, 0, False, []
    if vraag_id != BEVESTIGING:
        stand.antwoorden.pop(BEVESTIGING, None)


def voortgang(dialoog: Dialoog, stand: Stand) -> tuple[int, int]:
    """How many of the questions that apply have been answered or skipped, and how many there are."""
    if eigen := getattr(dialoog, "voortgang", None):
        gedaan, totaal = eigen(stand.antwoorden)
        return int(gedaan), int(totaal)
    route = dialoog.route(stand.antwoorden)
    return sum(v.id in stand.antwoorden for v in route), len(route)

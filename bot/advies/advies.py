"""The draft advice as it stands. Nothing in it that no member said."""

from typing import Any

from msgspec import Struct

from bot.advies.dialoog import MET_VERVOLG, Adviesdialoog, oordeel_over
from bot.advies.lijst import Punt
from bot.vragen import Bron, Stand


class Adviespunt(Struct, frozen=True):
    """One point; `oordeel` is ja, deels, nee, weet_niet or None when it was not looked at or skipped."""

    id: str
    kort: str
    vraag: str
    oordeel: str | None
    opmerking: str | None
    aanvulling: str | None
    bron: Bron


class Adviesdeel(Struct, frozen=True):
    """One part of the checklist with its points and how many have an oordeel."""

    id: str
    naam: str
    bron: Bron
    punten: tuple[Adviespunt, ...]
    bekeken: int


class Advies(Struct, frozen=True):
    """The draft advice to the college."""

    titel: str
    delen: tuple[Adviesdeel, ...]
    klaar: bool


def maak_advies(dialoog: Adviesdialoog, stand: Stand) -> Advies:
    """The advice that the answers so far make."""
    antwoorden = stand.antwoorden

    def punt(p: Punt) -> Adviespunt:
        gegeven: dict[str, Any] = oordeel_over(antwoorden, p) or {}
        vervolg = antwoorden if gegeven.get("oordeel") in MET_VERVOLG else {}
        opmerking = gegeven.get("opmerking") or vervolg.get(f"{p.id}.opmerking")
        return Adviespunt(p.id, p.kort, p.vraag, gegeven.get("oordeel"), opmerking,
                          vervolg.get(f"{p.id}.aanvulling"), p.bron)  # fmt: skip

    delen = tuple(
        Adviesdeel(d.id, d.naam, d.bron, tuple(punt(p) for p in d.punten), dialoog.bekeken(d, antwoorden))
        for d in dialoog.lijst.delen
    )
    return Advies(dialoog.lijst.titel, delen, stand.klaar)

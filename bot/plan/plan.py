"""The persoonlijk plan as it stands: own words to the letter, and what was left open."""

from typing import Any

from msgspec import Struct

from bot.plan.dialoog import NA_DOMEINEN, NOG_NIET, PER_DOMEIN, Plandialoog, wie_in_u
from bot.vragen import Stand


class Regel(Struct, frozen=True):
    """One question of the plan with its answer in the person's own words; None when not filled in."""

    id: str
    vraag: str
    antwoord: str | None


class Domein(Struct, frozen=True):
    """One chosen leefdomein."""

    id: str
    naam: str
    regels: tuple[Regel, ...]


class Plan(Struct, frozen=True):
    """The plan. `melding` is an ISO date; `uitkomsten` are estimates the person chose to add."""

    voor_wie: str
    melding: str | None
    domeinen: tuple[Domein, ...]
    algemeen: tuple[Regel, ...]
    uitkomsten: tuple[dict[str, Any], ...]
    klaar: bool


def maak_plan(dialoog: Plandialoog, stand: Stand, uitkomsten: tuple[dict[str, Any], ...] = ()) -> Plan:
    """The plan that the answers so far make."""
    antwoorden = stand.antwoorden
    vragen = {v.id: v for v in dialoog.route(antwoorden)}

    def regel(id: str) -> Regel:
        vraag = vragen[id]
        antwoord = antwoorden.get(id)
        label = next((k.label for k in vraag.keuzes if k.waarde == antwoord), antwoord)
        return Regel(id, vraag.naam, label)

    domeinen = tuple(
        Domein(d, dialoog.teksten.domeinen[d].wat, tuple(regel(f"{d}.{naam}") for naam in PER_DOMEIN))
        for d in antwoorden.get("domeinen") or []
    )
    return Plan(
        voor_wie=wie_in_u(antwoorden.get("voor_wie")),
        melding=None if antwoorden.get("melding") == NOG_NIET else antwoorden.get("melding"),
        domeinen=domeinen,
        algemeen=tuple(regel(naam) for naam in NA_DOMEINEN),
        uitkomsten=uitkomsten,
        klaar=stand.klaar,
    )

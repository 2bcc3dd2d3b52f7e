"""Whether journeys are within the limits of the municipality's transport (hogeland §5.5)."""

from collections.abc import Mapping
from typing import Any

from bot.berekenen.vragenlijst import Vragenlijst, Vragenteksten
from bot.regels.vervoer import kilometers_per_jaar
from bot.vragen import Stand, Vraag

# What each way of travelling means for the three conditions of the rule.
REIZEN = {
    "alleen": {"kan_zelfstandig_reizen": True, "hulp_chauffeur_genoeg": True, "hulp_tijdens_reis_nodig": False},
    "chauffeur": {"kan_zelfstandig_reizen": False, "hulp_chauffeur_genoeg": True, "hulp_tijdens_reis_nodig": False},
    "onderweg": {"kan_zelfstandig_reizen": False, "hulp_chauffeur_genoeg": False, "hulp_tijdens_reis_nodig": True},
}


class Vervoerteksten(Vragenteksten, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/vervoer.yaml`."""

    kilometers: str


class Vervoer(Vragenlijst):
    """How far, how often, and how travelling goes. Nobody knows their kilometres a year, so they are counted."""

    naam = "vervoer"
    regel = "vervoer"
    soort = Vervoerteksten
    teksten: Vervoerteksten

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Says the kilometres a year that follow."""
        km = _km_per_jaar(stand.antwoorden)
        return [self.teksten.kilometers.format(km=km)] if vraag.id == "keer_per_week" and km is not None else []

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's own fields."""
        bekend = {"afstand_km": antwoorden.get("afstand_km"), "km_per_jaar": _km_per_jaar(antwoorden)}
        return {naam: n for naam, n in bekend.items() if n is not None} | REIZEN.get(antwoorden.get("reizen") or "", {})


def _km_per_jaar(antwoorden: Mapping[str, Any]) -> int | None:
    afstand, keer = antwoorden.get("afstand_km"), antwoorden.get("keer_per_week")
    return None if afstand is None or keer is None else kilometers_per_jaar(afstand, keer)

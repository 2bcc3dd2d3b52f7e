"""The days that follow from a melding, an aanvraag or a beschikking."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from bot.berekenen.rekendialoog import Rekendialoog
from bot.vragen import Vraag


class Termijnteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/termijnen.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    ontbreekt: str
    melding_onthouden: str


class Termijnen(Rekendialoog):
    """Three dates, each of which may be skipped."""

    naam = "termijnen"
    regel = "termijnen"

    def __init__(self, teksten: Termijnteksten) -> None:
        self.teksten = teksten
        self.inleiding, self.ontbreekt = teksten.inleiding, teksten.ontbreekt
        self._route = [structs.replace(v, id=naam) for naam, v in teksten.vragen.items()]

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """The three dates."""
        return self._route

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The dates that are known, in ISO form."""
        return {naam: dag for naam, dag in antwoorden.items() if dag}

"""The days that follow from a melding, an aanvraag or a beschikking."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from typing import Any

from bot.berekenen.vragenlijst import Vragenlijst, Vragenteksten
from bot.regels import Gemeente


class Termijnteksten(Vragenteksten, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/termijnen.yaml`."""

    melding_onthouden: str
    voorbij: str


class Termijnen(Vragenlijst):
    """Three dates, each of which may be skipped."""

    naam = "termijnen"
    regel = "termijnen"
    soort = Termijnteksten
    teksten: Termijnteksten

    def reken(self, gemeente: Gemeente, antwoorden: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
        """Says of a last day that is over that it is."""
        uit = super().reken(gemeente, antwoorden, vandaag)
        over = [date.fromisoformat(dag) < vandaag for dag in uit["waarde"].values()]
        uit["zinnen"] = [
            f"{zin} {self.teksten.voorbij}" if is_over else zin
            for zin, is_over in zip_longest(uit["zinnen"], over, fillvalue=False)
        ]
        return uit

"""The days that follow from a melding, an aanvraag or a beschikking."""

from bot.berekenen.vragenlijst import Vragenlijst, Vragenteksten


class Termijnteksten(Vragenteksten, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/termijnen.yaml`."""

    melding_onthouden: str


class Termijnen(Vragenlijst):
    """Three dates, each of which may be skipped."""

    naam = "termijnen"
    regel = "termijnen"
    soort = Termijnteksten
    teksten: Termijnteksten

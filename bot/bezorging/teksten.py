"""The texts about deliveries and the audit trail, from data/dialogen/bezorging.yaml."""

from pathlib import Path

from msgspec import Struct

from bot.vragen.bestand import lees_bestand


class Mailtekst(Struct, frozen=True, forbid_unknown_fields=True):
    """A message with a link. `{adres}` and `{dag}` are filled in; nothing of the plan is."""

    onderwerp: str
    tekst: tuple[str, ...]


class Bezorgteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`standen` says to the consulent how a delivery is; `melding` how the telling of a withdrawal is.

    `na_delen` and `na_intrekken` say to the citizen, by kind of delivery, where the plan goes and what cannot be called
    back. `logboek` has a sentence for each code of the audit trail, `wie` a name for who did it.
    """

    email: Mailtekst
    standen: dict[str, str]
    melding: dict[str, str]
    na_delen: dict[str, str]
    na_intrekken: dict[str, str]
    niet_bezorgd: str
    logboek: dict[str, str]
    wie: dict[str, str]


def laad_teksten(dialogen: Path) -> Bezorgteksten:
    """The texts. Raises Bestandsfout."""
    return lees_bestand(dialogen / "bezorging.yaml", Bezorgteksten)

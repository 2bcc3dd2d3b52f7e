"""The dialogues that lead to a rule: their questions, the rule's input, and the outcome in sentences."""

from datetime import date
from pathlib import Path

from bot.berekenen.algemeen_gebruikelijk import BetaaltDeGemeenteDit
from bot.berekenen.gebruikelijke_hulp import GebruikelijkeHulp
from bot.berekenen.huishouden import Huishouden
from bot.berekenen.overbelasting import Overbelasting
from bot.berekenen.rekendialoog import Rekendialoog
from bot.berekenen.termijnen import Termijnen
from bot.berekenen.vervoer import Vervoer
from bot.berekenen.vragenlijst import PgbCheck, Wlz
from bot.regels import Gemeente
from bot.vragen.bestand import Verwijzingen, lees_bestand

__all__ = ["SOORTEN", "Rekendialoog", "rekendialogen"]

SOORTEN: tuple[type[Rekendialoog], ...] = (
    GebruikelijkeHulp,
    Huishouden,
    Overbelasting,
    BetaaltDeGemeenteDit,
    PgbCheck,
    Termijnen,
    Vervoer,
    Wlz,
)


def rekendialogen(map: Path, gemeente: Gemeente, verwijzingen: Verwijzingen, dag: date) -> dict[str, Rekendialoog]:
    """The dialogues whose rule this municipality has on this day, by name. Raises Bestandsfout."""
    return {
        soort.naam: soort(lees_bestand(map / f"{soort.naam}.yaml", soort.soort, verwijzingen), regeling)
        for soort in SOORTEN
        if (regeling := gemeente.inhoud_op(soort.regel, dag)) is not None
    }

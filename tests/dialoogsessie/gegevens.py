"""The planner as it stands in the checkout, and a session that is filled in well."""

from datetime import date
from functools import cache

from bot.dialoogsessie import Deelnemer, Gegevens, Invoer, Teksten, maak_gegevens
from bot.vragen.bestand import lees_bestand
from bot.yaml12 import lees
from tests.conftest import WORTEL

VANDAAG = date(2026, 11, 22)
BESTAND = WORTEL / "data" / "dialogen" / "dialoogsessie.yaml"
THEMAS = WORTEL / "data" / "advies" / "themas.yaml"


@cache
def gegevens() -> Gegevens:
    return maak_gegevens(lees_bestand(BESTAND, Teksten), lees(THEMAS.read_text(encoding="utf-8")))


def mensen(**per_kant: int) -> tuple[Deelnemer, ...]:
    """So many people of each side, each with a name of their own."""
    return tuple(Deelnemer(f"{kant} {n}", kant) for kant, aantal in per_kant.items() for n in range(1, aantal + 1))


GOED = Invoer(
    doel="Weten wat goede hulp is",
    gespreksleider="Wil Hendriks",
    deelnemers=mensen(client=3, mantelzorger=1, raad=2, gemeente=2, aanbieder=2),
    themas=("th_regie", "th_bejegening", "th_veiligheid"),
    datum="2027-01-14",
    begintijd="14.00",
    plaats="Dorpshuis De Schakel",
)
"""A Thursday, more than seven weeks after VANDAAG."""

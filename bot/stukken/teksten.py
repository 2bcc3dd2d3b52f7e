"""The texts and word lists of `data/dialogen/stukken.yaml`."""

from pathlib import Path

from msgspec import Struct

from bot.stukken import grenzen
from bot.stukken.stuk import Code
from bot.vragen.bestand import Verwijzingen, lees_bestand

_BESTAND = Path(__file__).resolve().parents[2] / "data" / "dialogen" / "stukken.yaml"
_GRENZEN = Verwijzingen(
    {
        "grenzen.megabytes": str(grenzen.MEGABYTES),
        "grenzen.bladzijden": str(grenzen.BLADZIJDEN),
        "grenzen.tekens": f"{grenzen.TEKENS // 1_000_000} miljoen",
    }
)


class Zoekwoordenlijsten(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say nothing, the frame of the questions, and words of the trade that stand for each other."""

    stopwoorden: str
    vraagwoorden: str
    synoniemen: tuple[str, ...]


class Teksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`fouten` holds a text for each code of a Stukfout."""

    fouten: dict[Code, str]
    zoeken: Zoekwoordenlijsten


def laad_teksten() -> Teksten:
    """Raises Bestandsfout."""
    return lees_bestand(_BESTAND, Teksten, _GRENZEN)

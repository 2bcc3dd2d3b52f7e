"""Everything that can be set from outside, read once from the environment."""

import os
from pathlib import Path

from msgspec import Struct

from bot.opslag import STANDAARD_URL

WORTEL = Path(__file__).resolve().parent.parent.parent


class Instellingen(Struct, frozen=True):
    """`wortel` is the checkout, `gemeenten` the folder with a folder for each municipality.

    `limiet` are the messages a second that one conversation may keep up; `achter_https` makes the cookie secure.
    `onbegrepen` keeps masked sentences that were not understood, for `onbegrepen_dagen` days.
    """

    wortel: Path = WORTEL
    gemeenten: Path = WORTEL / "gemeenten"
    model: Path = WORTEL / "models" / "wmo.tar.gz"
    databank: str = STANDAARD_URL
    host: str = "127.0.0.1"
    poort: int = 8080
    gemeente: str = "het_hogeland"
    bewaardagen: int = 30
    limiet: float = 10.0
    achter_https: bool = False
    onbegrepen: bool = False
    onbegrepen_dagen: int = 30


def uit_omgeving() -> Instellingen:
    """The settings from `WMO_*`. A value that is not a number raises ValueError with the name of the variable."""

    def getal(naam: str, standaard: float) -> float:
        waarde = os.environ.get(naam)
        try:
            return float(waarde) if waarde else standaard
        except ValueError:
            raise ValueError(f"{naam}={waarde!r} is not a number: correct it or unset it") from None

    databank = os.environ.get("WMO_DATABASE_URL") or f"sqlite:///{WORTEL / 'var' / 'wmo.db'}"
    return Instellingen(
        gemeenten=Path(os.environ.get("WMO_GEMEENTEN") or WORTEL / "gemeenten"),
        model=Path(os.environ.get("WMO_MODEL") or WORTEL / "models" / "wmo.tar.gz"),
        databank=databank,
        host=os.environ.get("WMO_HOST", "127.0.0.1"),
        poort=int(getal("WMO_PORT", 8080)),
        gemeente=os.environ.get("WMO_GEMEENTE", "het_hogeland"),
        bewaardagen=int(getal("WMO_BEWAARDAGEN", 30)),
        limiet=getal("WMO_LIMIET", 10.0),
        achter_https=os.environ.get("WMO_HTTPS", "") == "1",
        onbegrepen=os.environ.get("WMO_ONBEGREPEN", "") == "1",
        onbegrepen_dagen=int(getal("WMO_ONBEGREPEN_DAGEN", 30)),
    )

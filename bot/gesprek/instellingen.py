"""Everything that can be set from outside, read once from the environment."""

import os
from pathlib import Path

from msgspec import Struct

from bot.bezorging import Bezorginstellingen
from bot.bezorging.instellingen import lees_url
from bot.bezorging.instellingen import uit_omgeving as bezorging_uit_omgeving
from bot.opslag import STANDAARD_URL
from bot.opslag.bewaring import Termijnen

WORTEL = Path(__file__).resolve().parent.parent.parent
LANGSTE_TERMIJN = 3650


class Instellingen(Struct, frozen=True):
    """`wortel` is the checkout, `gemeenten` the folder with a folder for each municipality.

    `limiet` are the messages a second that one conversation may keep up; `achter_https` makes the cookie secure.
    `onbegrepen` keeps masked sentences that were not understood, for `onbegrepen_dagen` days. `bewaardagen` are those
    of conversations. `adres` is the address of this site as people reach it, for the links in letters and mail; without
    it a link has the address of the request. `metrieken_poort` 0 is no metrics.
    """

    wortel: Path = WORTEL
    gemeenten: Path = WORTEL / "gemeenten"
    model: Path = WORTEL / "models" / "wmo.tar.gz"
    databank: str = STANDAARD_URL
    host: str = "127.0.0.1"
    poort: int = 8080
    gemeente: str = "het_hogeland"
    bewaardagen: int = 30
    bewaardagen_deling: int = 30
    bewaardagen_uitnodiging: int = 30
    bewaardagen_logboek: int = 365
    limiet: float = 10.0
    achter_https: bool = False
    onbegrepen: bool = False
    onbegrepen_dagen: int = 30
    adres: str = ""
    oidc_kop: str = ""
    oidc_proxy: frozenset[str] = frozenset()
    proxies: frozenset[str] = frozenset()
    bezorging: Bezorginstellingen = Bezorginstellingen()
    metrieken_host: str = "127.0.0.1"
    metrieken_poort: int = 0

    @property
    def termijnen(self) -> Termijnen:
        """How many days what is kept."""
        return Termijnen(
            gesprek=self.bewaardagen,
            deling=self.bewaardagen_deling,
            uitnodiging=self.bewaardagen_uitnodiging,
            logboek=self.bewaardagen_logboek,
            onbegrepen=self.onbegrepen_dagen,
        )


def uit_omgeving() -> Instellingen:
    """The settings from `WMO_*`. A value that is not a number raises ValueError with the name of the variable."""

    def getal(naam: str, standaard: float) -> float:
        waarde = os.environ.get(naam)
        try:
            return float(waarde) if waarde else standaard
        except ValueError:
            raise ValueError(f"{naam}={waarde!r} is not a number: correct it or unset it") from None

    def dagen(naam: str, standaard: int) -> int:
        aantal = getal(naam, standaard)
        if aantal not in range(1, LANGSTE_TERMIJN + 1):
            raise ValueError(f"{naam} must be a whole number of days, from 1 to {LANGSTE_TERMIJN}")
        return int(aantal)

    adres = lees_url("WMO_ADRES", os.environ["WMO_ADRES"]) if os.environ.get("WMO_ADRES") else ""
    databank = os.environ.get("WMO_DATABASE_URL") or f"sqlite:///{WORTEL / 'var' / 'wmo.db'}"
    return Instellingen(
        gemeenten=Path(os.environ.get("WMO_GEMEENTEN") or WORTEL / "gemeenten"),
        model=Path(os.environ.get("WMO_MODEL") or WORTEL / "models" / "wmo.tar.gz"),
        databank=databank,
        host=os.environ.get("WMO_HOST", "127.0.0.1"),
        poort=int(getal("WMO_PORT", 8080)),
        gemeente=os.environ.get("WMO_GEMEENTE", "het_hogeland"),
        bewaardagen=dagen("WMO_BEWAARDAGEN_GESPREK", dagen("WMO_BEWAARDAGEN", 30)),
        bewaardagen_deling=dagen("WMO_BEWAARDAGEN_DELING", 30),
        bewaardagen_uitnodiging=dagen("WMO_BEWAARDAGEN_UITNODIGING", 30),
        bewaardagen_logboek=dagen("WMO_BEWAARDAGEN_LOGBOEK", 365),
        limiet=getal("WMO_LIMIET", 10.0),
        achter_https=os.environ.get("WMO_HTTPS", "") == "1",
        onbegrepen=os.environ.get("WMO_ONBEGREPEN", "") == "1",
        onbegrepen_dagen=dagen("WMO_ONBEGREPEN_DAGEN", 30),
        adres=adres,
        oidc_kop=os.environ.get("WMO_OIDC_KOP", ""),
        oidc_proxy=frozenset(os.environ.get("WMO_OIDC_PROXY", "").replace(",", " ").split()),
        proxies=frozenset(os.environ.get("WMO_PROXY", "").replace(",", " ").split()),
        bezorging=bezorging_uit_omgeving(os.environ, adres),
        metrieken_host=os.environ.get("WMO_METRIEKEN_HOST", "127.0.0.1"),
        metrieken_poort=int(getal("WMO_METRIEKEN_PORT", 0)),
    )

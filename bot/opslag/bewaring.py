"""Retention: what goes after how many days. One place, for the hourly job and for `python -m bot purge`."""

from datetime import date

from msgspec import Struct, structs
from sqlalchemy.engine import Engine

from bot.opslag.adviezen import Adviezen
from bot.opslag.delen import Delen
from bot.opslag.gesprekken import Gesprekken
from bot.opslag.logboek import Logboek, schrijf
from bot.opslag.medewerkers import Medewerkers
from bot.opslag.onbegrepen import Onbegrepen
from bot.opslag.uitbak import Uitbak
from bot.opslag.uitnodigingen import Uitnodigingen


class Termijnen(Struct, frozen=True):
    """Days after the last activity, for each kind."""

    gesprek: int
    deling: int
    uitnodiging: int
    logboek: int
    onbegrepen: int


class Opgeruimd(Struct, frozen=True):
    """How many of what were deleted."""

    gesprekken: int
    adviezen: int
    delingen: int
    uitnodigingen: int
    bezorgingen: int
    logregels: int
    zinnen: int


def ruim_op(engine: Engine, termijnen: Termijnen, vandaag: date) -> Opgeruimd:
    """Deletes what is past its retention, and writes down how much."""
    Medewerkers(engine).ruim_op()
    weg = Opgeruimd(
        delingen=Delen(engine).ruim_op(vandaag, termijnen.deling),
        adviezen=Adviezen(engine).ruim_op(termijnen.gesprek),
        gesprekken=Gesprekken(engine).ruim_op(termijnen.gesprek),
        uitnodigingen=Uitnodigingen(engine).ruim_op(vandaag, termijnen.uitnodiging),
        bezorgingen=Uitbak(engine).ruim_op(termijnen.deling),
        logregels=Logboek(engine).ruim_op(termijnen.logboek),
        zinnen=Onbegrepen(engine).ruim_op(vandaag, termijnen.onbegrepen),
    )
    with engine.begin() as db:
        for soort, aantal in structs.asdict(weg).items():
            if aantal:
                schrijf(db, "systeem", "opgeruimd", f"{soort}:{aantal}")
    return weg

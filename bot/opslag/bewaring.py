"""Retention: what goes after how many days. One place, for the hourly job and for `python -m bot purge`."""

from datetime import date, timedelta

from msgspec import Struct
from sqlalchemy import delete
from sqlalchemy.engine import Engine

from bot.opslag.adviezen import Adviezen
from bot.opslag.delen import Delen
from bot.opslag.gesprekken import Gesprekken
from bot.opslag.logboek import Logboek
from bot.opslag.medewerkers import Medewerkers
from bot.opslag.onbegrepen import Onbegrepen
from bot.opslag.tabellen import gedeelde_plannen
from bot.opslag.uitbak import Uitbak, nu_utc
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
    uitnodigingen: int
    bezorgingen: int
    logregels: int
    zinnen: int


def ruim_op(engine: Engine, termijnen: Termijnen, vandaag: date) -> Opgeruimd:
    """Deletes what is past its retention."""
    Medewerkers(engine).ruim_op()
    Delen(engine).ruim_op()
    _ruim_delingen_op(engine, termijnen.deling)
    return Opgeruimd(
        uitnodigingen=Uitnodigingen(engine).ruim_op(vandaag, termijnen.uitnodiging),
        adviezen=Adviezen(engine).ruim_op(termijnen.gesprek),
        gesprekken=Gesprekken(engine).ruim_op(termijnen.gesprek),
        bezorgingen=Uitbak(engine).ruim_op(termijnen.deling),
        logregels=Logboek(engine).ruim_op(termijnen.logboek),
        zinnen=Onbegrepen(engine).ruim_op(vandaag, termijnen.onbegrepen),
    )


def _ruim_delingen_op(engine: Engine, dagen: int) -> None:
    """A plan is shared no longer than this, whatever day was chosen."""
    with engine.begin() as db:
        db.execute(delete(gedeelde_plannen).where(gedeelde_plannen.c.gedeeld < nu_utc() - timedelta(days=dagen)))

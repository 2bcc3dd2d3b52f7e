"""Starts the server: checks everything first, then listens, then loads the model."""

import asyncio
import logging
import sys
from collections.abc import Iterable

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.documenten.controle import controleer_weasyprint
from bot.gemeente import Regelingfout
from bot.gesprek.diensten import diensten
from bot.gesprek.instellingen import Instellingen
from bot.opslag import werk_bij
from bot.regels import Afloop
from bot.vragen.bestand import Bestandsfout
from bot.web import logregels
from bot.web.app import maak_app

log = logging.getLogger(__name__)


def serveer() -> int:
    """Runs until it is stopped. Returns 1, with the reason on stderr, when something is not right at the start."""
    logregels.stel_in()
    try:
        controleer_weasyprint()
        services = diensten()
        werk_bij(services.gesprekken.engine)
        meld_afloop(services.aflopend())
        meld_proxy(services.instellingen)
        from actions.alle import alle_acties
        from bot.gesprek.motor import Motor

        motor = Motor(services.instellingen.model, alle_acties())
        motor.start()
    except (Bestandsfout, Regelingfout, RuntimeError, ValueError, SQLAlchemyError) as fout:
        print(f"The server does not start.\n{fout}", file=sys.stderr)
        return 1
    return asyncio.run(_luister(maak_app(services, motor), services.instellingen.host, services.instellingen.poort))


async def _luister(app: web.Application, host: str, poort: int) -> int:
    loper = web.AppRunner(app, access_log=None, handle_signals=True, keepalive_timeout=30)
    await loper.setup()
    try:
        await web.TCPSite(loper, host, poort).start()
    except OSError as fout:
        print(f"The server does not start.\n{host}:{poort}: {fout.strerror}. Choose another WMO_PORT.", file=sys.stderr)
        return 1
    print(f"Wmo-gesprekshulp: http://{host}:{poort}", flush=True)
    try:
        await asyncio.Event().wait()
    except (asyncio.CancelledError, web.GracefulExit):
        pass
    finally:
        await loper.cleanup()
    return 0


def meld_proxy(instellingen: Instellingen) -> None:
    """Warns when every visitor would have the address of the web server in front."""
    if instellingen.achter_https and not instellingen.proxies:
        log.warning("WMO_HTTPS=1 without WMO_PROXY: one who guesses codes or passwords slows everybody down")


def meld_afloop(aflopend: Iterable[Afloop]) -> None:
    """Warns of rules that end soon: without a next version those outcomes go to a person (docs/regels.md)."""
    for afloop in aflopend:
        volgende = afloop.volgende_vanaf
        vervolg = f"the next one holds from {volgende}" if volgende else "there is no next one"
        log.warning("the version of rule %s ends on %s; %s", afloop.regel, afloop.geldig_tot, vervolg)

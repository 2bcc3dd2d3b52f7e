"""Puts the web application together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from bot.gesprek.diensten import Diensten
from bot.gesprek.host import Gesprekshost
from bot.web import (
    api,
    consulent,
    consulent_plan,
    delen,
    delen_uitnodiging,
    delen_verder,
    paginas,
    problemen,
    raad,
    raad_api,
    raad_brief,
    raad_punten,
    raad_sessie,
    raad_stukken,
    raad_uitvoer,
    regels_api,
)
from bot.web.beveiliging import Sessiekoek, Snelheidslimiet, eigen_herkomst, koppen
from bot.web.bezorger import bezorg
from bot.web.consulent_basis import bewaak
from bot.web.consulent_koek import Medewerkerkoek
from bot.web.metrieken import Metrieken
from bot.web.paginas import STATISCH
from bot.web.raad_lezen import Leesplekken
from bot.web.sessie import verleng
from bot.web.sleutels import (
    BEGINLIMIET,
    HOST,
    KOEK,
    LEESPLEKKEN,
    LIMIET,
    LINKLIMIET,
    MEDEWERKERKOEK,
    METRIEKEN,
    PDFLIMIET,
    THUISBESTAND,
)

if TYPE_CHECKING:
    from bot.gesprek.motor import Motor

log = logging.getLogger(__name__)
UUR = 3600
GROOTSTE_VERZOEK = 64 * 1024
BEGIN_PER_SECONDE, BEGIN_RUIMTE = 5.0, 200
PDF_PER_SECONDE, PDF_RUIMTE = 0.2, 8
LINK_PER_SECONDE, LINK_RUIMTE = 0.5, 30


def maak_app(diensten: Diensten, motor: "Motor") -> web.Application:
    """The application. `motor` is started and stopped by the caller; until it is, /readyz says 503."""
    instellingen = diensten.instellingen
    metrieken = Metrieken(diensten.gesprekken.engine)
    app = web.Application(
        middlewares=[
            metrieken.meet,
            koppen,
            problemen.middleware(paginas.foutpagina),
            eigen_herkomst(instellingen.adres),
            verleng,
            bewaak,
        ],
        client_max_size=GROOTSTE_VERZOEK,
    )
    app[HOST] = Gesprekshost(diensten, motor)
    app[METRIEKEN] = metrieken
    app[KOEK] = Sessiekoek(instellingen.achter_https, instellingen.bewaardagen)
    app[LIMIET] = Snelheidslimiet(instellingen.limiet, ruimte=int(instellingen.limiet * 6))
    app[PDFLIMIET] = Snelheidslimiet(PDF_PER_SECONDE, PDF_RUIMTE)
    app[BEGINLIMIET] = Snelheidslimiet(BEGIN_PER_SECONDE, BEGIN_RUIMTE)
    app[LEESPLEKKEN] = Leesplekken()
    app[THUISBESTAND] = asyncio.Semaphore(1)
    app[MEDEWERKERKOEK] = Medewerkerkoek(instellingen.achter_https)
    app[LINKLIMIET] = Snelheidslimiet(LINK_PER_SECONDE, LINK_RUIMTE)
    app.add_routes([*api.routes, *regels_api.routes, *paginas.routes])
    for deel in (raad, raad_punten, raad_brief, raad_stukken, raad_uitvoer, raad_sessie, raad_api):
        app.add_routes(deel.routes)
    for deel in (consulent, consulent_plan, delen, delen_uitnodiging, delen_verder):
        app.add_routes(deel.routes)
    app.router.add_static("/static/", STATISCH)
    app.cleanup_ctx.extend([_opruimer, bezorg])
    if instellingen.metrieken_poort:
        app.cleanup_ctx.append(metrieken.luister(instellingen.metrieken_host, instellingen.metrieken_poort))
    return app


async def _opruimer(app: web.Application) -> AsyncIterator[None]:
    """Deletes what is past its retention, every hour."""
    host = app[HOST]

    async def ruim_op() -> None:
        while True:
            try:
                await asyncio.to_thread(host.diensten.ruim_op)
            except Exception as fout:
                log.error("retention stopped, nothing more was deleted: %s", type(fout).__name__)
            await asyncio.sleep(UUR)

    taak = asyncio.create_task(ruim_op())
    yield
    taak.cancel()
    with suppress(asyncio.CancelledError):
        await taak

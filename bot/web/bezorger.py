"""Sends what stands in the outbox, as long as the application lives."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import web

from bot.bezorging import Werker, maak_bezorger
from bot.gesprek.bezorgen import bron
from bot.opslag.uitbak import Uitbak
from bot.web.sleutels import HOST


async def bezorg(app: web.Application) -> AsyncIterator[None]:
    """Starts the worker where a way of delivering was chosen."""
    diensten = app[HOST].diensten
    instellingen = diensten.instellingen
    bezorger = maak_bezorger(instellingen.bezorging, diensten.bezorgteksten)
    if bezorger is None:
        yield
        return
    uitbak = Uitbak(diensten.gesprekken.engine)
    taak = asyncio.create_task(Werker(uitbak, bezorger, bron(diensten), instellingen.bezorging.opgeven_na).draai())
    yield
    taak.cancel()
    with suppress(asyncio.CancelledError):
        await taak

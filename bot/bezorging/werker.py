"""Empties the outbox: sends, waits longer after every failure, gives up in the end and says so."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from bot.bezorging.zending import Bezorger, Bezorgfout, Inhoud, Zending
from bot.opslag.uitbak import BEZORGD, GEDEELD, INGETROKKEN, OPGEGEVEN, VERVALLEN, Bezorging, Uitbak

log = logging.getLogger(__name__)

Bron = Callable[[str], Inhoud | None]
"""The plan of a sharing by its id; None when it is no longer shared."""

EERSTE_UITSTEL = timedelta(seconds=30)
LANGSTE_UITSTEL = timedelta(hours=1)
HUUR = timedelta(minutes=5)
PAUZE = 10


class Werker:
    """One for each process; several share one outbox."""

    def __init__(self, uitbak: Uitbak, bezorger: Bezorger, bron: Bron, opgeven_na: timedelta) -> None:
        self._uitbak, self._bezorger, self._bron, self._opgeven_na = uitbak, bezorger, bron, opgeven_na

    async def draai(self) -> None:
        """Works until it is cancelled. A database that fails is tried again."""
        while True:
            try:
                while await self.eenmaal():
                    pass
            except Exception as fout:
                log.error("delivery stopped for a moment: %s", type(fout).__name__)
            await asyncio.sleep(PAUZE)

    async def eenmaal(self) -> bool:
        """Handles one delivery; whether there was one."""
        bezorging = await asyncio.to_thread(self._uitbak.claim, HUUR)
        if bezorging is None:
            return False
        try:
            async with asyncio.timeout(HUUR.total_seconds() / 2):
                stand = await self._verstuur(bezorging)
        except Exception as fout:
            await asyncio.to_thread(self._mislukt, bezorging, _code(fout))
        else:
            await asyncio.to_thread(self._uitbak.sluit, bezorging, stand)
        return True

    async def _verstuur(self, bezorging: Bezorging) -> str:
        inhoud = None
        if bezorging.gebeurtenis == GEDEELD:
            inhoud = await asyncio.to_thread(self._bron, bezorging.deling_id)
            if inhoud is None:
                return VERVALLEN
        elif bezorging.gebeurtenis == INGETROKKEN and not self._bezorger.meldt_intrekking:
            return VERVALLEN
        if not await asyncio.to_thread(self._uitbak.geldt_nog, bezorging):
            return VERVALLEN
        zending = Zending(bezorging.referentie, bezorging.kenmerk, bezorging.gebeurtenis, inhoud)
        await self._bezorger.bezorg(zending)
        return BEZORGD

    def _mislukt(self, bezorging: Bezorging, code: str) -> None:
        nu = self._uitbak.klok()
        if nu - bezorging.gemaakt >= self._opgeven_na:
            log.error("delivery %s given up after %d attempts: %s", bezorging.referentie, bezorging.pogingen, code)
            self._uitbak.sluit(bezorging, OPGEGEVEN, code)
        else:
            log.warning("delivery %s, attempt %d: %s", bezorging.referentie, bezorging.pogingen, code)
            self._uitbak.stel_uit(bezorging, nu + uitstel(bezorging.pogingen), code)


def uitstel(pogingen: int) -> timedelta:
    """How long to wait after this many attempts: twice as long each time, an hour at most."""
    keer: int = 2 ** min(pogingen - 1, 20)
    return min(EERSTE_UITSTEL * keer, LANGSTE_UITSTEL)


def _code(fout: Exception) -> str:
    return str(fout) if isinstance(fout, Bezorgfout) else type(fout).__name__[:40]

"""Reading uploads a few at a time, and the indexes in which their passages are found."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from threading import Lock
from typing import Any

from msgspec import Struct

from bot.advies import Punt
from bot.opslag import Raadstuk
from bot.stukken import Passage, Stuk, Zoeker, grenzen, lees_stuk

AANTAL = 3
MEESTE_ZOEKERS = 32
MEESTE_TEGELIJK = 6
MEESTE_PER_ADVIES = 2


class GeenPlek(RuntimeError):
    """Enough uploads are being read already."""


class TeVeelTegelijk(RuntimeError):
    """This advice has enough uploads on their way."""


class Leesplekken:
    """Uploads that are in memory at once in this process: two are read, some wait, the rest is told to come back."""

    def __init__(self, lezers: int = grenzen.TEGELIJK, plekken: int = MEESTE_TEGELIJK) -> None:
        self._lezers, self._vrij = asyncio.Semaphore(lezers), plekken
        self._per_advies: Counter[str] = Counter()

    @contextmanager
    def van(self, advies_id: str) -> Iterator[None]:
        """An upload of this advice, from its first byte until it was read. Raises TeVeelTegelijk."""
        if self._per_advies[advies_id] >= MEESTE_PER_ADVIES:
            raise TeVeelTegelijk
        self._per_advies[advies_id] += 1
        try:
            yield
        finally:
            self._per_advies[advies_id] -= 1
            if not self._per_advies[advies_id]:
                del self._per_advies[advies_id]

    @asynccontextmanager
    async def plek(self) -> AsyncIterator[None]:
        """A place for one upload. Raises GeenPlek."""
        if not self._vrij:
            raise GeenPlek
        self._vrij -= 1
        try:
            yield
        finally:
            self._vrij += 1

    async def lees(self, naam: str, inhoud: bytes) -> Stuk:
        """Reads a document when it is its turn. Raises Stukfout."""
        async with self._lezers:
            return await asyncio.to_thread(lees_stuk, naam, inhoud)


class Vindplaats(Struct, frozen=True):
    """A passage of an uploaded text."""

    stuk: str
    naam: str
    plaats: str
    tekst: str


class Zoekers:
    """The indexes of uploaded texts, made when first needed; the ones used last are kept.

    spaCy and the index are used by one thread at a time.
    """

    def __init__(self) -> None:
        self._slot = Lock()
        self._per_stuk: OrderedDict[str, Zoeker] = OrderedDict()

    @cached_property
    def _taal(self) -> Any:
        from bot.gesprek.nlu.taalmodel import kies_taalmodel, maak_taalmodel

        return maak_taalmodel(kies_taalmodel())

    def _lemmas(self, tekst: str) -> list[str]:
        return [woord.lemma_ or woord.text for woord in self._taal(tekst)]

    def vind(
        self, stukken: Sequence[Raadstuk], punten: Sequence[Punt], woordenschat: Sequence[str]
    ) -> dict[str, list[Vindplaats]]:
        """For each point the likeliest passages of each text."""
        with self._slot:
            zoekers = [(stuk, self._zoeker(stuk, woordenschat)) for stuk in stukken]
            return {
                punt.id: [
                    Vindplaats(stuk.id, stuk.naam, vondst.passage.plaats, vondst.passage.tekst)
                    for stuk, zoeker in zoekers
                    for vondst in zoeker.zoek(punt.vraag, punt.zoekwoorden, AANTAL)
                ]
                for punt in punten
            }

    def _zoeker(self, stuk: Raadstuk, woordenschat: Sequence[str]) -> Zoeker:
        zoeker = self._per_stuk.pop(stuk.id, None)
        if zoeker is None:
            passages = [Passage(p["plaats"], p["tekst"]) for p in stuk.passages]
            zoeker = Zoeker(passages, self._lemmas, woordenschat)
        self._per_stuk[stuk.id] = zoeker
        if len(self._per_stuk) > MEESTE_ZOEKERS:
            self._per_stuk.popitem(last=False)
        return zoeker

    def vergeet(self, stuk_id: str) -> None:
        """A text was deleted."""
        self._per_stuk.pop(stuk_id, None)

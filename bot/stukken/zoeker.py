"""Finds the passages that seem to treat a point: BM25 over lemmas, parts of compounds and pairs of words.

It ranks and judges nothing: whether a passage answers the point is for the member of the raad to say.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import bm25s  # type: ignore[import-untyped]
import numpy as np
from msgspec import Struct

from bot.stukken.samenstellingen import Splitser
from bot.stukken.stam import stam
from bot.stukken.stuk import Passage
from bot.stukken.teksten import laad_teksten

# It tells of every index that it makes.
logging.getLogger("bm25s").setLevel(logging.WARNING)

_KOP = re.compile(r", onder '(.*)'$")


class Gewichten(Struct, frozen=True):
    """How much a term counts, by where it comes from; 0 leaves it out. Chosen by measuring, see docs/passages.md."""

    vraag: float = 1.0
    vraagwoord: float = 0.5
    zoekwoord: float = 2.0
    woord_van_groep: float = 1.0
    paar: float = 2.0
    paar_van_vraag: float = 0.5
    deel: float = 0.25
    synoniem: float = 0.5
    stam: bool = True
    kop: bool = True
    k1: float = 1.2
    b: float = 0.5


class Vondst(Struct, frozen=True):
    """A passage with its score; scores compare within one search only."""

    passage: Passage
    score: float


class Zoeker:
    """The index of one document.

    `lemmatiseer` gives the lemmas of a text in order; `woordenschat` holds the words of the checklists, so that
    compounds of the document are split at them too.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        lemmatiseer: Callable[[str], list[str]],
        woordenschat: Iterable[str] = (),
        gewichten: Gewichten | None = None,
    ) -> None:
        self._passages = tuple(passages)
        self._lemmatiseer = lemmatiseer
        self._gewichten = gewichten or Gewichten()
        lijsten = laad_teksten().zoeken
        self._stop = frozenset(lijsten.stopwoorden.split())
        self._vraagwoorden = frozenset(map(self._stam, lijsten.vraagwoorden.split()))
        self._synoniemen = self._synoniementabel(lijsten.synoniemen)
        lemmas = [self._lemmas(self._tekst(passage)) for passage in self._passages]
        bekend = {w for woorden in lemmas for w in woorden}
        self._splitser = Splitser(bekend.union(*(self._lemmas(woord) for woord in woordenschat)))
        self.termen = [list(self._alle_termen(woorden)) for woorden in lemmas]
        self._index = bm25s.BM25(k1=self._gewichten.k1, b=self._gewichten.b)
        self._vindbaar = any(self.termen)
        if self._vindbaar:
            self._index.index(self.termen, show_progress=False)

    def zoek(self, vraag: str, zoekwoorden: Sequence[str], aantal: int = 3) -> list[Vondst]:
        """At most `aantal` passages, the likeliest first. One that shares no term with the question is never given."""
        if not self._vindbaar:
            return []
        scores = np.zeros(len(self._passages))
        for term, gewicht in self.gewogen_termen(vraag, zoekwoorden).items():
            if term in self._index.vocab_dict:
                scores += gewicht * self._index.get_scores([term])
        beste = np.argsort(-scores, kind="stable")[:aantal]
        return [Vondst(self._passages[i], float(scores[i])) for i in beste if scores[i] > 0]

    def gewogen_termen(self, vraag: str, zoekwoorden: Sequence[str]) -> dict[str, float]:
        """The terms to look for, each with the most weight that any reason gives it."""
        gewichten = self._gewichten
        termen: dict[str, float] = {}

        def tel(term: str, gewicht: float) -> None:
            termen[term] = max(termen.get(term, 0.0), gewicht)

        def tel_met_synoniemen(term: str, gewicht: float) -> None:
            tel(term, gewicht)
            for ander in self._synoniemen.get(term, ()):
                tel(ander, gewicht * gewichten.synoniem)

        def tel_woord(woord: str, gewicht: float) -> None:
            tel_met_synoniemen(self._stam(woord), gewicht)
            for deel in self._splitser.splits(woord):
                tel(self._stam(deel), gewicht * gewichten.deel)

        woorden = self._lemmas(vraag)
        for woord in woorden:
            is_vraagwoord = self._stam(woord) in self._vraagwoorden
            tel_woord(woord, gewichten.vraagwoord if is_vraagwoord else gewichten.vraag)
        for paar in self._paren(woorden):
            tel_met_synoniemen(paar, gewichten.paar_van_vraag)
        for zoekwoord in zoekwoorden:
            groep = self._lemmas(zoekwoord)
            for woord in groep:
                tel_woord(woord, gewichten.zoekwoord if len(groep) == 1 else gewichten.woord_van_groep)
            for paar in self._paren(groep):
                tel_met_synoniemen(paar, gewichten.paar)
        return {term: gewicht for term, gewicht in termen.items() if gewicht > 0}

    def _alle_termen(self, woorden: list[str]) -> Iterator[str]:
        yield from map(self._stam, woorden)
        if self._gewichten.deel:
            for woord in woorden:
                yield from map(self._stam, self._splitser.splits(woord))
        if self._gewichten.paar:
            yield from self._paren(woorden)

    def _tekst(self, passage: Passage) -> str:
        kop = _KOP.search(passage.plaats)
        return f"{kop[1]}. {passage.tekst}" if kop and self._gewichten.kop else passage.tekst

    def _lemmas(self, tekst: str) -> list[str]:
        lemmas = (lemma.lower().strip("-'’.*_/") for lemma in self._lemmatiseer(tekst.lower()))
        return [w for w in lemmas if len(w) > 1 and w not in self._stop and any(map(str.isalpha, w))]

    def _paren(self, woorden: Sequence[str]) -> list[str]:
        return [f"{a} {b}" for a, b in pairwise(map(self._stam, woorden))]

    def _stam(self, woord: str) -> str:
        return stam(woord) if self._gewichten.stam else woord

    def _synoniementabel(self, regels: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each term the terms that may stand for it; a group of words goes as its pairs."""
        tabel: dict[str, tuple[str, ...]] = {}
        for regel in regels:
            groep = [lemmas for woord in regel.split(", ") if (lemmas := self._lemmas(woord))]
            termen = [self._paren(lemmas) or [self._stam(lemmas[0])] for lemmas in groep]
            for eigen in termen:
                tabel[eigen[0]] = tuple(term for andere in termen if andere != eigen for term in andere)
        return tabel

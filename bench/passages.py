"""How often is the passage that treats a point among the first found? And how fast? By hand: the set is small.

Usage: python -m bench.passages MAP [--varianten] [--missers] [--tijd]

MAP holds the five documents as `avi.txt`, `vng.txt` and so on, or as in the README of the sources. The set is
tests/stukken/passages.yaml, chosen by reading. Places 1, 3, 5 ... of each document were tuned on, 2, 4, 6 ... not.
"""

import argparse
import re
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from msgspec import Struct, structs
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.gesprek.nlu.taalmodel import kies_taalmodel, maak_taalmodel
from bot.stukken import Passage, Stuk, Zoeker, lees_stuk
from bot.stukken.zoeker import Gewichten

WORTEL = Path(__file__).resolve().parents[1]
DOCUMENTEN = {"avi": "000_", "vng": "001_", "movisie": "002_", "utrecht": "003_", "hogeland": "004_"}
BIJ = (1, 3, 5)
LADINGEN = 20


class Punt(Struct, frozen=True):
    """A point of a checklist, as far as the finder uses it."""

    kort: str
    vraag: str
    zoekwoorden: tuple[str, ...]


class Geval(Struct, frozen=True):
    """A point, and the phrases by which the right passages are known."""

    document: str
    punt: str
    zinnen: tuple[str, ...]
    eigen: bool
    nieuw: bool
    oefen: bool


class Variant(Struct, frozen=True):
    """A way to search."""

    naam: str
    gewichten: Gewichten = Gewichten()
    lemmas: bool = True
    zoekwoorden: bool = True
    vraag: bool = True
    tfidf: bool = False


ZONDER = {"deel": 0.0, "synoniem": 0.0, "paar": 0.0, "paar_van_vraag": 0.0, "stam": False, "kop": False}
VARIANTEN = (
    Variant("zoals gekozen"),
    Variant("woorden zonder lemma's", lemmas=False),
    Variant("geen samenstellingen", structs.replace(Gewichten(), deel=0.0)),
    Variant("geen woordparen", structs.replace(Gewichten(), paar=0.0, paar_van_vraag=0.0)),
    Variant("geen synoniemen", structs.replace(Gewichten(), synoniem=0.0)),
    Variant("geen uitgangen af", structs.replace(Gewichten(), stam=False)),
    Variant("geen koppen", structs.replace(Gewichten(), kop=False)),
    Variant("vraagwoorden tellen vol", structs.replace(Gewichten(), vraagwoord=Gewichten().vraag)),
    Variant("zoekwoorden tellen als vraag", structs.replace(Gewichten(), zoekwoord=1.0, woord_van_groep=1.0, paar=1.0)),
    Variant("alleen de vraag", zoekwoorden=False),
    Variant("alleen de zoekwoorden", vraag=False),
    Variant("alleen lemma's van de vraag", Gewichten(vraagwoord=1.0, **ZONDER), zoekwoorden=False),
    Variant("alleen woorden van de vraag", Gewichten(vraagwoord=1.0, **ZONDER), lemmas=False, zoekwoorden=False),
    Variant("TF-IDF in plaats van BM25", tfidf=True),
)


def laad_punten() -> dict[str, Punt]:
    """Every point of every checklist, by id."""
    punten = {}
    for bestand in sorted((WORTEL / "data" / "advies").glob("*.yaml")):
        for deel in yaml.safe_load(bestand.read_text("utf-8"))["delen"]:
            for punt in deel["punten"]:
                punten[punt["id"]] = Punt(punt["kort"], punt["vraag"], tuple(punt.get("zoekwoorden", ())))
    return punten


def laad_gevallen() -> list[Geval]:
    """The set, with its halves."""
    ruw = yaml.safe_load((WORTEL / "tests" / "stukken" / "passages.yaml").read_text("utf-8"))
    return [
        Geval(document, r["punt"], tuple(r["zinnen"]), r.get("eigen", False), r.get("nieuw", False), i % 2 == 0)
        for document, regels in ruw.items()
        for i, r in enumerate(regels)
    ]


def plat(tekst: str) -> str:
    return re.sub(r"\W+", " ", tekst.lower()).strip()


@cache
def lemmatiseerder(lemmas: bool) -> Callable[[str], list[str]]:
    """As the app does it, or the bare words."""
    nlp = maak_taalmodel(kies_taalmodel())
    if lemmas:
        return lambda tekst: [woord.lemma_ or woord.text for woord in nlp(tekst)]
    return lambda tekst: [woord.text for woord in nlp.tokenizer(tekst)]


class TfidfZoeker:
    """The same terms and weights, with TF-IDF and the cosine."""

    def __init__(self, zoeker: Zoeker, passages: tuple[Passage, ...]) -> None:
        self._zoeker = zoeker
        self._maat = TfidfVectorizer(analyzer=lambda termen: termen, sublinear_tf=True)
        self._index = self._maat.fit_transform(zoeker.termen)
        self._passages = passages

    def zoek(self, vraag: str, zoekwoorden: tuple[str, ...], aantal: int) -> list[Passage]:
        vraagvector = np.zeros(self._index.shape[1])
        for term, gewicht in self._zoeker.gewogen_termen(vraag, zoekwoorden).items():
            if term in self._maat.vocabulary_:
                plek = self._maat.vocabulary_[term]
                vraagvector[plek] = gewicht * self._maat.idf_[plek]
        scores = self._index @ vraagvector
        return [self._passages[i] for i in np.argsort(-scores, kind="stable")[:aantal] if scores[i] > 0]


class Meting:
    """The documents, the points and the set; measures a variant."""

    def __init__(self, map_: Path) -> None:
        self.punten = laad_punten()
        self.gevallen = laad_gevallen()
        self.stukken = {naam: self._lees(map_, naam, begin) for naam, begin in DOCUMENTEN.items()}
        self.woordenschat = sorted(
            {
                woord
                for p in self.punten.values()
                for woord in re.findall(r"\w+", f"{p.vraag} {' '.join(p.zoekwoorden)}")
            }
        )

    @staticmethod
    def _lees(map_: Path, naam: str, begin: str) -> Stuk:
        bestand = next(b for b in sorted(map_.iterdir()) if b.name.startswith((begin, f"{naam}.")))
        return lees_stuk(bestand.name, bestand.read_bytes())

    def zoeker(self, document: str, variant: Variant) -> Any:
        passages = self.stukken[document].passages
        zoeker = Zoeker(passages, lemmatiseerder(variant.lemmas), self.woordenschat, variant.gewichten)
        return TfidfZoeker(zoeker, passages) if variant.tfidf else zoeker

    def plaatsen(self, variant: Variant) -> list[tuple[Geval, int | None]]:
        """For each case at which place the first right passage was found, of the first five."""
        zoekers = {naam: self.zoeker(naam, variant) for naam in self.stukken}
        return [(geval, self._plaats(zoekers[geval.document], geval, variant)) for geval in self.gevallen]

    def vraag_van(self, geval: Geval, variant: Variant) -> tuple[str, tuple[str, ...]]:
        punt = self.punten[geval.punt]
        vraag = f"{punt.kort}. {punt.vraag}" if variant.vraag or not punt.zoekwoorden else ""
        return vraag, punt.zoekwoorden if variant.zoekwoorden else ()

    def _plaats(self, zoeker: Any, geval: Geval, variant: Variant) -> int | None:
        gevonden = zoeker.zoek(*self.vraag_van(geval, variant), max(BIJ))
        teksten = [plat(v.tekst if isinstance(v, Passage) else v.passage.tekst) for v in gevonden]
        return next((i for i, t in enumerate(teksten, 1) if any(plat(zin) in t for zin in geval.zinnen)), None)

    def onvindbaar(self) -> list[str]:
        """Phrases of the set that stand in no passage: cut in two by the reading."""
        teksten = {naam: [plat(p.tekst) for p in stuk.passages] for naam, stuk in self.stukken.items()}
        return [
            f"{geval.document}: {zin}"
            for geval in self.gevallen
            for zin in geval.zinnen
            if not any(plat(zin) in tekst for tekst in teksten[geval.document])
        ]


def recall(plaatsen: list[tuple[Geval, int | None]], hoort: Callable[[Geval], bool]) -> str:
    erbij = [plaats for geval, plaats in plaatsen if hoort(geval)]
    delen = [100 * sum(p is not None and p <= k for p in erbij) / len(erbij) for k in BIJ]
    return " ".join(f"{deel:5.1f}" for deel in delen) + f"  ({len(erbij)})"


def toon(naam: str, plaatsen: list[tuple[Geval, int | None]]) -> None:
    groepen: dict[str, Callable[[Geval], bool]] = {
        "oefenhelft": lambda g: g.oefen and not (g.eigen or g.nieuw),
        "toetshelft": lambda g: not (g.oefen or g.eigen or g.nieuw),
        "samen": lambda g: not (g.eigen or g.nieuw),
        "met eigen bron": lambda g: not g.nieuw,
        "nieuw": lambda g: g.nieuw,
    }
    print(f"{naam:30}", *(f"{groep}: {recall(plaatsen, hoort)}" for groep, hoort in groepen.items()), sep=" | ")


def tijden(meting: Meting) -> None:
    """A document of 300 pages, made of the longest; building its index and one search."""
    passages = meting.stukken["hogeland"].passages * 3
    woorden = sum(len(p.tekst.split()) for p in passages)
    zoek = lemmatiseerder(True)
    begin = time.perf_counter()
    zoeker = Zoeker(passages, zoek, meting.woordenschat)
    klaar = time.perf_counter()
    vragen = [meting.vraag_van(geval, Variant("")) for geval in meting.gevallen[:LADINGEN]]
    for vraag, zoekwoorden in vragen:
        zoeker.zoek(vraag, zoekwoorden)
    per_vraag = (time.perf_counter() - klaar) / len(vragen)
    print(f"{len(passages)} passages, {woorden} woorden: index {klaar - begin:.2f} s, zoeken {1000 * per_vraag:.1f} ms")


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("map", type=Path)
    opties.add_argument("--varianten", action="store_true")
    opties.add_argument("--missers", action="store_true", help="what the tuning half misses at 3")
    opties.add_argument("--tijd", action="store_true")
    keuze = opties.parse_args()
    meting = Meting(keuze.map)
    for zin in meting.onvindbaar():
        print("in geen passage:", zin)
    for variant in VARIANTEN if keuze.varianten else VARIANTEN[:1]:
        plaatsen = meting.plaatsen(variant)
        toon(variant.naam, plaatsen)
    if keuze.missers:
        for geval, plaats in meting.plaatsen(VARIANTEN[0]):
            if geval.oefen and not geval.nieuw and (plaats is None or plaats > 3):
                print(geval.document, geval.punt, plaats)
    if keuze.tijd:
        tijden(meting)


if __name__ == "__main__":
    main()

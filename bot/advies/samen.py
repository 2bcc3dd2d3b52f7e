"""What the members of a raad make of one point together. The raad's own decision always counts."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

MET_VERVOLG = ("deels", "nee")
BELANG = ("hoog", "midden", "laag")
Mening = Mapping[str, Any]
"""What one member said of a point, as the dialogue keeps it: `oordeel` (with its `opmerking`), and the rest as text."""


class Stem(Struct, frozen=True):
    """What one member said of a point: kept beside a decision on the raad's wish, or while members differ."""

    naam: str
    oordeel: str
    opmerking: str | None


class Gezamenlijk(Struct, frozen=True):
    """What counts for a point. `verdeeld`: members differ and nothing is settled, so there is no oordeel."""

    oordeel: str | None = None
    opmerking: str | None = None
    aanvulling: str | None = None
    belang: str | None = None
    voorbeeld: str | None = None
    verdeeld: bool = False
    minderheid: tuple[Stem, ...] = ()
    besloten: bool = False


class Samen(Struct, frozen=True):
    """Everything of an advice: by point what each member said (by name) and what the raad settled."""

    meningen: dict[str, dict[str, Mening]] = {}
    besluiten: dict[str, Mening] = {}
    lijsten: tuple[str, ...] = ()
    leden: tuple[str, ...] = ()
    brief: dict[str, Any] = field(default_factory=dict)


def oordeel_van(mening: Mening) -> str | None:
    """ja, deels, nee, weet_niet, or None for skipped."""
    return (mening.get("oordeel") or {}).get("oordeel")


def tekst_van(mening: Mening, veld: str) -> str | None:
    """A remark, sentence or example; what belongs to an oordeel that was taken back no longer counts."""
    if veld == "opmerking" and (bij := (mening.get("oordeel") or {}).get("opmerking")):
        return str(bij)
    oordeel = oordeel_van(mening)
    if oordeel is None or (veld in ("aanvulling", "belang", "voorbeeld") and oordeel not in MET_VERVOLG):
        return None
    gezegd: str | None = mening.get(veld)
    return gezegd or None


def voeg_samen(per_lid: Mapping[str, Mening], besluit: Mening | None) -> Gezamenlijk:
    """What counts: the decision; else what the members agree on. Who does not know, does not differ from who does."""
    if besluit is not None:
        return Gezamenlijk(
            oordeel=oordeel_van(besluit),
            opmerking=tekst_van(besluit, "opmerking"),
            aanvulling=tekst_van(besluit, "aanvulling"),
            belang=tekst_van(besluit, "belang"),
            voorbeeld=tekst_van(besluit, "voorbeeld"),
            minderheid=tuple(Stem(s["naam"], s["oordeel"], s.get("opmerking")) for s in besluit.get("minderheid", ())),
            besloten=True,
        )
    gezegd = {naam: m for naam, m in per_lid.items() if oordeel_van(m)}
    weten = {naam: m for naam, m in gezegd.items() if oordeel_van(m) != "weet_niet"}
    oordelen = {oordeel_van(m) for m in weten.values()}
    if len(oordelen) > 1:
        stemmen = tuple(Stem(n, str(oordeel_van(m)), tekst_van(m, "opmerking")) for n, m in gezegd.items())
        return Gezamenlijk(verdeeld=True, minderheid=stemmen)
    if not gezegd:
        return Gezamenlijk()
    return Gezamenlijk(
        oordeel=oordelen.pop() if oordelen else "weet_niet",
        opmerking=_samen(gezegd, "opmerking"),
        aanvulling=_samen(gezegd, "aanvulling"),
        belang=_belang(gezegd),
        voorbeeld=_samen(gezegd, "voorbeeld"),
    )


def _samen(gezegd: Mapping[str, Mening], veld: str) -> str | None:
    """The only text; several with the name before each, so that nobody's words become another's."""
    teksten = {naam: tekst for naam, m in gezegd.items() if (tekst := tekst_van(m, veld))}
    if len(set(teksten.values())) <= 1:
        return next(iter(teksten.values()), None)
    return "\n".join(f"{naam}: {tekst}" for naam, tekst in teksten.items())


def _belang(gezegd: Mapping[str, Mening]) -> str | None:
    """What most members said; between equals the highest."""
    keer = Counter(b for m in gezegd.values() if (b := tekst_van(m, "belang")))
    return max(BELANG, key=lambda b: (keer[b], -BELANG.index(b))) if keer else None

"""Outcomes of the rules as a document, and as a part of the plan."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from bot.documenten.meta import Meta
from bot.documenten.odt import maak_odt
from bot.documenten.pdf import maak_pdf
from bot.documenten.sjabloon import vul

Uitkomstdict = dict[str, Any]
"""The outcome of the contract, with `naam` (for people) and `zinnen` (the outcome in plain sentences)."""


class Zichtbaar(Struct, frozen=True):
    """What a document shows of an outcome; `minuten` is the sum where more than one step has minutes."""

    naam: str
    zinnen: Sequence[str]
    status: str
    stappen: Sequence[Mapping[str, Any]]
    minuten: int | None
    redenen: Sequence[Mapping[str, Any]]
    voorbehoud: str
    regeling: Mapping[str, str] | None


def zichtbaar(uitkomst: Uitkomstdict) -> Zichtbaar:
    """The outcome as a document shows it: a reason that a step already tells is not told twice."""
    stappen = uitkomst["stappen"]
    minuten = [s["minuten"] for s in stappen if s.get("minuten") is not None]
    return Zichtbaar(
        naam=uitkomst["naam"],
        zinnen=uitkomst["zinnen"],
        status=uitkomst["status"],
        stappen=stappen,
        minuten=sum(minuten) if len(minuten) > 1 else None,
        redenen=[r for r in uitkomst["redenen"] if not any(r["tekst"] in s["tekst"] for s in stappen)],
        voorbehoud=uitkomst["voorbehoud"],
        regeling=uitkomst["regeling"],
    )


def bronnen_van(uitkomsten: Sequence[Zichtbaar]) -> list[Mapping[str, str]]:
    """Every source that the outcomes name."""
    return [regel["bron"] for u in uitkomsten for regel in (*u.stappen, *u.redenen)]


def uitkomsten_html(uitkomsten: Sequence[Uitkomstdict], meta: Meta) -> str:
    """The outcomes as a page, for screen and paper."""
    zichtbare = [zichtbaar(u) for u in uitkomsten]
    return vul("uitkomsten.html", uitkomsten=zichtbare, bronnen=bronnen_van(zichtbare), meta=meta)


def uitkomsten_pdf(uitkomsten: Sequence[Uitkomstdict], meta: Meta) -> bytes:
    """The outcomes as PDF/UA-1."""
    return maak_pdf(uitkomsten_html(uitkomsten, meta))


def uitkomsten_odt(uitkomsten: Sequence[Uitkomstdict], meta: Meta) -> bytes:
    """The outcomes as a text that people can write on in."""
    return maak_odt(uitkomsten_html(uitkomsten, meta))


def uitkomsten_json(uitkomsten: Sequence[Uitkomstdict], meta: Meta) -> dict[str, Any]:
    """The outcomes as they are, with whose they are and when the document was made."""
    return {
        "soort": "wmo-uitkomsten",
        "gemeente": meta.gemeente,
        "datum": meta.datum.isoformat(),
        "kenmerk": meta.kenmerk,
        "uitkomsten": list(uitkomsten),
        "pdf": meta.pdf_url,
    }

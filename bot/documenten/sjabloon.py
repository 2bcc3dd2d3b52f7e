"""The templates and their styles, read once, and the few things that templates can ask for."""

import hashlib
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from bot.vragen import Bron
from bot.vragen.datums import datum_voluit

_MAP = Path(__file__).parent / "sjablonen"

STIJL = (_MAP / "stijl.css").read_text(encoding="utf-8")
"""The styles of every document, for screen and paper."""

STIJL_CSP = f"'sha256-{b64encode(hashlib.sha256(STIJL.encode()).digest()).decode()}'"
"""The source expression that makes `style-src` allow exactly the inline styles of a document."""


def richting(tekst: str) -> str:
    """`rtl` when the first letter of the text is written from right to left, else `ltr`."""
    soorten = (unicodedata.bidirectional(letter) for letter in tekst)
    return "rtl" if next((s for s in soorten if s in ("L", "R", "AL")), "L") != "L" else "ltr"


def ingevuld(tekst: str | None) -> bool:
    """Whether there is anything to read."""
    return bool(tekst and tekst.strip())


def weekdag(dag: date | str) -> str:
    """`dinsdag 7 maart 2023`, from a date or an ISO date."""
    return datum_voluit(date.fromisoformat(dag) if isinstance(dag, str) else dag)


def datum(dag: date | str) -> str:
    """`7 maart 2023`, from a date or an ISO date."""
    return weekdag(dag).partition(" ")[2]


def kort(bron: Bron | Mapping[str, str], namen: Mapping[str, str]) -> str:
    """A source beside a point: the title of the document up to its first comma, and the place in it."""
    document, plaats = _delen(bron)
    return f"{namen.get(document, document).partition(',')[0]}, {plaats}"


def titels(bronnen: Iterable[Bron | Mapping[str, str]], namen: Mapping[str, str]) -> list[str]:
    """The whole titles of the documents, each once, in the order in which they are first used."""
    return list(dict.fromkeys(namen.get(document, document) for document, _ in map(_delen, bronnen)))


def _delen(bron: Bron | Mapping[str, str]) -> tuple[str, str]:
    return (bron.document, bron.plaats) if isinstance(bron, Bron) else (bron["document"], bron["plaats"])


def per_bron(regels: Iterable[Mapping[str, Any]]) -> list[tuple[Mapping[str, str], list[str]]]:
    """The texts of steps or reasons in their order, those that follow each other with one source together."""
    return [(plek, [r["tekst"] for r in groep]) for plek, groep in groupby(regels, key=lambda r: r["bron"])]


def _zonder_stuurtekens(waarde: Any) -> Any:
    """Text without the control characters that cannot stand in HTML; a lone surrogate becomes a question mark."""
    if not isinstance(waarde, str) or isinstance(waarde, Markup):
        return waarde
    heel = waarde.encode(errors="replace").decode()
    return "".join(letter for letter in heel if letter in "\t\n\r" or unicodedata.category(letter) != "Cc")


_OMGEVING = Environment(
    loader=DictLoader({pad.name: pad.read_text(encoding="utf-8") for pad in sorted(_MAP.glob("*.html"))}),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_zonder_stuurtekens,
    trim_blocks=True,
    lstrip_blocks=True,
)
_OMGEVING.globals["stijl"] = Markup(STIJL)  # noqa: S704  our own file, and no citizen's text
_OMGEVING.filters |= {
    "datum": datum,
    "kort": kort,
    "per_bron": per_bron,
    "richting": richting,
    "titels": titels,
    "weekdag": weekdag,
}
_OMGEVING.tests["ingevuld"] = ingevuld


def vul(naam: str, **inhoud: Any) -> str:
    """The template `naam` with `inhoud` in it, everything escaped."""
    return _OMGEVING.get_template(naam).render(**inhoud)

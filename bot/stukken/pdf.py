"""A PDF: its pages as lines, without what stands on most pages, joined to paragraphs."""

import io
import logging
import re
from collections import Counter

from pypdf import PdfReader
from pypdf.errors import LimitReachedError

from bot.stukken import grenzen
from bot.stukken.passages import Alinea
from bot.stukken.regels import schone_regel, verbind, voeg_regels_samen
from bot.stukken.stuk import Weigering

_RAND = 3
"""Lines at the top and at the bottom of a page among which a header or footer is looked for."""
_MINSTENS_BLADZIJDEN = 4
_GETAL = re.compile(r"\d+")
_ZIN_UIT = re.compile(r"[.?!:;][\"'”’)]*$")


def lees_pdf(inhoud: bytes) -> tuple[int, list[Alinea]]:
    """The number of pages, and the paragraphs with theirs. Raises Weigering, or what pypdf raises.

    JavaScript, links and embedded files in it are not looked at.
    """
    logging.disable()
    try:
        bladzijden = _bladzijden(inhoud)
    except LimitReachedError:
        raise Weigering("te_zwaar") from None
    return len(bladzijden), _verbind_over_bladzijden(_zonder_randen(bladzijden))


def _bladzijden(inhoud: bytes) -> list[list[str]]:
    lezer = PdfReader(io.BytesIO(inhoud))
    if lezer.is_encrypted and not lezer.decrypt(""):
        raise Weigering("beveiligd")
    bladzijden: list[list[str]] = []
    tekens = 0
    for bladzijde in lezer.pages:
        tekst = bladzijde.extract_text()
        tekens += len(tekst)
        bladzijden.append([schone_regel(regel) for regel in tekst.splitlines()])
        if len(bladzijden) > grenzen.BLADZIJDEN or tekens > grenzen.TEKENS:
            raise Weigering("te_veel")
    return bladzijden


def _zonder_randen(bladzijden: list[list[str]]) -> list[list[str]]:
    """The pages without their headers and footers; where little else would be left, those were none."""
    if len(bladzijden) < _MINSTENS_BLADZIJDEN:
        return bladzijden
    aantal = Counter(vorm for bladzijde in bladzijden for vorm in {_vorm(bladzijde[i]) for i in _rand(bladzijde)})
    vaak = {vorm for vorm, hoe_vaak in aantal.items() if hoe_vaak > len(bladzijden) / 2}
    zonder = [_zonder_rand(bladzijde, vaak) for bladzijde in bladzijden]
    return zonder if _lengte(zonder) > _lengte(bladzijden) / 2 else bladzijden


def _zonder_rand(bladzijde: list[str], vaak: set[str]) -> list[str]:
    rand = _rand(bladzijde)
    return [regel for i, regel in enumerate(bladzijde) if i not in rand or _vorm(regel) not in vaak]


def _lengte(bladzijden: list[list[str]]) -> int:
    return sum(len(regel) for bladzijde in bladzijden for regel in bladzijde)


def _rand(bladzijde: list[str]) -> frozenset[int]:
    gevuld = [i for i, regel in enumerate(bladzijde) if regel]
    return frozenset(gevuld[:_RAND] + gevuld[-_RAND:])


def _vorm(regel: str) -> str:
    return _GETAL.sub("0", regel)


def _verbind_over_bladzijden(bladzijden: list[list[str]]) -> list[Alinea]:
    """A paragraph that goes on upon the next page stands on the page where it begins."""
    alineas: list[Alinea] = []
    for nummer, regels in enumerate(bladzijden, start=1):
        for i, (tekst, is_kop) in enumerate(voeg_regels_samen(regels)):
            vorige = alineas[-1] if alineas else None
            if i == 0 and vorige and tekst[0].islower() and not _ZIN_UIT.search(vorige.tekst):
                alineas[-1] = Alinea(verbind([vorige.tekst, tekst]), bladzijde=vorige.bladzijde, begin=vorige.begin)
            else:
                alineas.append(Alinea(tekst, bladzijde=nummer, begin=is_kop))
    return alineas

"""Lines of a text file or of a page become paragraphs again."""

import re
from itertools import pairwise

from bot.stukken.passages import Alinea, schone_kop, schoon

_PUNT = re.compile(r"([•·*»«®\-–]|o|\(?\d{1,2}[.)]|[a-z][.)])\s+\S")
_KOP = re.compile(
    r"#{1,6}\s+\S|(Hoofdstuk|HOOFDSTUK|Bijlage|BIJLAGE|Artikel|Paragraaf|Deel|Thema|Domein)\s+([\dIVX]+|[A-Z]\b)"
    r"([.:]?$|[.:]?\s+\W?[A-Z])"
)
_GENUMMERD = re.compile(r"\d{1,2}(\.\d{1,2}){1,3}\.?\s+[A-Z]")
_BLADNUMMER = re.compile(r"\W*((pagina|blz\.?|p\.)\s*)?\d{1,4}(\s*(van|/|\|)\s*\d{1,4})?\W*|\W+", re.IGNORECASE)
_ZIN_UIT = re.compile(r"[.?!:;][\"'”’)]*$")
_AFBREKING = re.compile(r"(?:^|[^a-zà-þ])([a-zà-þ]*[aeiouyà-þ][a-zà-þ]*)-$", re.IGNORECASE)
_LOS = frozenset("en of als tot noch dan".split())
_MET_STREEPJE = frozenset("wmo awbz avg ov ex niet non e i o u".split())
_BOTSEN = frozenset("aa ae ai au ee ei eu ie ii oe oi oo ou ui uu".split())
"""Vowels that are read as one: between them a compound keeps its hyphen ("risico-inventarisatie")."""
_LANGSTE_DEEL = 60
_EIND = 5
_LANGSTE_REGEL = 150
"""Longer lines were not broken to fit a page: each is a paragraph."""
_KOP_WOORDEN = 12
_LOSSE_KOP_WOORDEN = 8
_KOP_REIKT = 15


def alineas_van_regels(tekst: str) -> list[Alinea]:
    """The paragraphs of a text file, numbered, each under the nearest line that looks like a heading.

    Headings are guessed here, so one is named for the first paragraphs after it only.
    """
    alineas: list[Alinea] = []
    kop, kop_nummer = "", 0
    for nummer, (alinea, is_kop) in enumerate(voeg_regels_samen(tekst.splitlines()), start=1):
        if is_kop:
            kop, kop_nummer = schone_kop(alinea.strip("#* ")), nummer
        elif nummer - kop_nummer > _KOP_REIKT:
            kop = ""
        alineas.append(Alinea(alinea.lstrip("# "), nummer=nummer, kop=kop, begin=is_kop))
    return alineas


def voeg_regels_samen(regels: list[str]) -> list[tuple[str, bool]]:
    """Paragraphs, and whether each is a heading. Words broken at the end of a line are mended."""
    regels = [schone_regel(r) for r in regels]
    regels = ["" if _BLADNUMMER.fullmatch(r) else r for r in regels]
    vol = _volle_regel(regels)
    alineas: list[list[str]] = []
    koppen: list[bool] = []
    los = True
    met_breuken = _met_breuken(regels)
    for i, (regel, breuk) in enumerate(met_breuken):
        volgende, breuk_erna = met_breuken[i + 1] if i + 1 < len(met_breuken) else ("", True)
        kop = is_kop(regel) and (breuk_erna or not volgende[0].islower())
        if breuk and alineas:
            koppen[-1] = koppen[-1] or (los and _kan_los_kop_zijn(alineas[-1]))
        begint = breuk or kop or bool(_PUNT.match(regel) or _GENUMMERD.match(regel))
        if not alineas or koppen[-1] or begint or _houdt_op(alineas[-1][-1], regel, vol):
            alineas.append([])
            koppen.append(kop)
            los = breuk or len(alineas) == 1
        alineas[-1].append(regel)
    return [(verbind(a), kop) for a, kop in zip(alineas, koppen, strict=True)]


def verbind(regels: list[str]) -> str:
    """The lines as one text."""
    stukken = [regels[0]]
    for regel in regels[1:]:
        vorige = stukken[-1]
        woord = regel.split(" ", 1)[0]
        if not vorige.endswith("-") or not woord[:1].islower() or woord in _LOS:
            stukken.append(" ")
        elif _is_afgebroken(vorige[-_LANGSTE_DEEL:], woord):
            stukken[-1] = vorige[:-1]
        stukken.append(regel)
    return "".join(stukken)


def _is_afgebroken(regel: str, woord: str) -> bool:
    """The hyphen is not one of the word itself, as it is in "pgb-houder" and "risico-inventarisatie"."""
    deel = _AFBREKING.search(regel)
    if not deel or deel[1].lower() in _MET_STREEPJE or deel[1].isupper():
        return False
    return deel[1][-1] + woord[0] not in _BOTSEN


def is_kop(regel: str) -> bool:
    """Looks like a heading: short, numbered or named as one, and no sentence."""
    kort = len(regel.split()) <= _KOP_WOORDEN and not regel.endswith((".", ";", ","))
    return kort and bool(_KOP.match(regel) or _GENUMMERD.match(regel))


def _kan_los_kop_zijn(regels: list[str]) -> bool:
    """A short line between two breaks that starts as a title and does not end as a sentence."""
    regel = regels[0]
    begint = regel[0].isupper() or (regel[0].isdigit() and not _PUNT.match(regel))
    return len(regels) == 1 and begint and len(regel.split()) <= _LOSSE_KOP_WOORDEN and regel[-1] not in ".,;:?!"


def schone_regel(regel: str) -> str:
    """A line as plain text; a soft hyphen at its end is a hyphen."""
    kaal = regel.rstrip()
    return schoon(f"{kaal[:-1]}-" if kaal.endswith("\u00ad") else kaal)


def _volle_regel(regels: list[str]) -> int:
    lengtes = sorted(len(r) for r in regels if r)
    return lengtes[len(lengtes) * 4 // 5] if lengtes else 0


def _met_breuken(regels: list[str]) -> list[tuple[str, bool]]:
    """The lines that are not empty, each with whether an empty one before it ends the paragraph.

    Some files hold an empty line after every line; there only two empty lines end a paragraph. Such lines mostly end
    in the middle of a sentence.
    """
    plekken = [i for i, r in enumerate(regels) if r]
    gaten = [b - a - 1 for a, b in pairwise(plekken)]
    zinnen_uit = sum(bool(_ZIN_UIT.search(regels[i][-_EIND:])) for i in plekken)
    dubbel = gaten.count(1) > len(gaten) / 2 and zinnen_uit < len(plekken) / 2
    return [(regels[i], gat > (1 if dubbel else 0)) for i, gat in zip(plekken, [0, *gaten], strict=False)]


def _houdt_op(vorige: str, regel: str, vol: int) -> bool:
    groot = not regel[0].islower()
    zin_uit = bool(_ZIN_UIT.search(vorige[-_EIND:])) and (len(vorige) < 0.8 * vol or vol > _LANGSTE_REGEL)
    return groot and (zin_uit or (len(vorige) < 0.6 * vol and vorige[-1] not in "-,"))

"""DOCX and ODT: zip archives with XML. Only the part with the text is unpacked, after its size has been checked.

No DTD, no entity and no link is followed, and nothing in the archive is run.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Literal

from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from bot.stukken import grenzen
from bot.stukken.passages import Alinea, schone_kop, schoon
from bot.stukken.stuk import Weigering

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ODT = b"application/vnd.oasis.opendocument.text"
_ODT_TYPES = (_ODT, _ODT + b"-template")
_DOCX_TEKST = "word/document.xml"
_DOCX_STIJLEN = "word/styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_MACRO = re.compile(r"(^|/)vbaproject\.bin$|^(basic|scripts)/.+\.(xml|xlb|py|js|bsh)$", re.IGNORECASE)
_KOPSTIJL = re.compile(r"(heading|kop)\s*\d|title|titel|subtitle|ondertitel", re.IGNORECASE)
_KOP_WOORDEN = 25


class _Opbouw(Struct, frozen=True):
    """Which elements hold what: `tekst` None means that every element may hold text."""

    alinea: frozenset[str]
    wit: frozenset[str]
    overslaan: frozenset[str]
    tekst: frozenset[str] | None


_DOCX = _Opbouw(
    alinea=frozenset({f"{_W}p"}),
    wit=frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"}),
    overslaan=frozenset({f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"}),
    tekst=frozenset({f"{_W}t"}),
)
_ODT_OPBOUW = _Opbouw(
    alinea=frozenset({f"{_TEXT}p", f"{_TEXT}h"}),
    wit=frozenset({f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}),
    overslaan=frozenset(
        {f"{_TEXT}tracked-changes", f"{_TEXT}note-citation", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"}
    ),
    tekst=None,
)


def open_zip(inhoud: bytes) -> zipfile.ZipFile:
    """The archive, if not locked, not too heavy when unpacked, and without macros. Raises Weigering, BadZipFile."""
    archief = zipfile.ZipFile(io.BytesIO(inhoud))
    delen = archief.infolist()
    if len(delen) > grenzen.DELEN or sum(deel.file_size for deel in delen) > grenzen.UITGEPAKT:
        raise Weigering("te_zwaar")
    if any(deel.flag_bits & 1 for deel in delen):
        raise Weigering("beveiligd")
    if any(_MACRO.search(deel.filename) for deel in delen):
        raise Weigering("macros")
    return archief


def soort_van(archief: zipfile.ZipFile) -> Literal["docx", "odt"]:
    """Raises Weigering for another archive, or one whose text is locked."""
    namen = set(archief.namelist())
    if _DOCX_TEKST in namen:
        return "docx"
    if "mimetype" in namen and _lees_deel(archief, "mimetype").strip() in _ODT_TYPES:
        if _MANIFEST in namen and b"encryption-data" in _lees_deel(archief, _MANIFEST):
            raise Weigering("beveiligd")
        return "odt"
    raise Weigering("onbekend")


def lees_docx(archief: zipfile.ZipFile) -> list[Alinea]:
    """The paragraphs of the document, those of tables and text boxes too."""
    koppen = _kopstijlen(archief)

    def is_kop(alinea: Any) -> bool:
        stijl = alinea.find(f"{_W}pPr/{_W}pStyle")
        niveau = alinea.find(f"{_W}pPr/{_W}outlineLvl")
        return (stijl is not None and stijl.get(f"{_W}val") in koppen) or _is_niveau(niveau)

    return _alineas(_boom(archief, _DOCX_TEKST), _DOCX, is_kop)


def lees_odt(archief: zipfile.ZipFile) -> list[Alinea]:
    """The paragraphs of the document, those of tables and notes too."""
    tekst = _boom(archief, "content.xml").find(f".//{_OFFICE}text")
    if tekst is None:
        raise Weigering("kapot")
    return _alineas(tekst, _ODT_OPBOUW, lambda alinea: alinea.tag == f"{_TEXT}h")


def _lees_deel(archief: zipfile.ZipFile, naam: str) -> bytes:
    try:
        deel = archief.getinfo(naam)
    except KeyError:
        raise Weigering("kapot") from None
    if deel.file_size > grenzen.DEEL_UITGEPAKT:
        raise Weigering("te_zwaar")
    return archief.read(deel)


def _boom(archief: zipfile.ZipFile, naam: str) -> Any:
    """The root of one part. Office documents hold no DTD: one that does is refused, with all its entities."""
    ontleder = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    wortel = etree.fromstring(_lees_deel(archief, naam), ontleder)
    if wortel.getroottree().docinfo.doctype:
        raise Weigering("kapot")
    return wortel


def _kopstijlen(archief: zipfile.ZipFile) -> frozenset[str]:
    if _DOCX_STIJLEN not in archief.namelist():
        return frozenset()
    koppen = set()
    for stijl in _boom(archief, _DOCX_STIJLEN).iter(f"{_W}style"):
        naam = stijl.find(f"{_W}name")
        heet_kop = naam is not None and _KOPSTIJL.match(naam.get(f"{_W}val", ""))
        if heet_kop or _is_niveau(stijl.find(f"{_W}pPr/{_W}outlineLvl")):
            koppen.add(stijl.get(f"{_W}styleId", ""))
    return frozenset(koppen)


def _is_niveau(niveau: Any) -> bool:
    """Word's outline level 9 means: body text."""
    return niveau is not None and niveau.get(f"{_W}val") in set("012345678")


def _alineas(wortel: Any, opbouw: _Opbouw, is_kop: Any) -> list[Alinea]:
    alineas: list[Alinea] = []
    kop = ""
    nummer = 0
    for element in _elementen(wortel, opbouw):
        tekst = schoon("".join(_tekst(element, opbouw)))
        if not tekst:
            continue
        nummer += 1
        if is_kop(element) and tekst.count(" ") < _KOP_WOORDEN:
            kop = schone_kop(tekst)
        else:
            alineas.append(Alinea(tekst, nummer=nummer, kop=kop))
    return alineas


def _elementen(element: Any, opbouw: _Opbouw) -> Iterator[Any]:
    for kind in element:
        if kind.tag in opbouw.overslaan:
            continue
        if kind.tag in opbouw.alinea:
            yield kind
        yield from _elementen(kind, opbouw)


def _tekst(element: Any, opbouw: _Opbouw) -> Iterator[str]:
    """The text of a paragraph itself; a paragraph within it, of a note or text box, comes by itself."""
    if element.text and (opbouw.tekst is None or element.tag in opbouw.tekst):
        yield element.text
    for kind in element:
        if kind.tag in opbouw.wit:
            yield " "
        elif kind.tag not in opbouw.alinea and kind.tag not in opbouw.overslaan:
            yield from _tekst(kind, opbouw)
        if kind.tail and opbouw.tekst is None:
            yield kind.tail

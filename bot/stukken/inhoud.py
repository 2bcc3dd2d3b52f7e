"""Which of the five kinds a document is, by its contents, and the reader for it."""

import zipfile

from bot.stukken import grenzen
from bot.stukken.passages import Alinea, maak_passages
from bot.stukken.stuk import Gelezen, Passage, Soort, Weigering

_PDF_KOP = b"%PDF-"
_ZIP_KOPPEN = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_KOP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_STUURTEKENS = bytes(set(range(32)) - set(b"\t\n\r\f"))
_STUURTEKENS_OP = 50
"""Text of an old word processor holds a control sign now and then: at most one on so many bytes, and never a zero."""
_KOP_LENGTE = 1024
_LETTERS_PER_BLADZIJDE = 20
"""A scan holds a stamp or a number at most; a page with fewer letters than this counts as a picture."""


def lees(inhoud: bytes) -> Gelezen:
    """The passages of the document. Raises Weigering."""
    if not inhoud.strip():
        raise Weigering("leeg")
    if _PDF_KOP in inhoud[:_KOP_LENGTE]:
        return _lees_pdf(inhoud)
    if inhoud.startswith(_ZIP_KOPPEN):
        return _lees_zip(inhoud)
    if inhoud.startswith(_OLE_KOP):
        raise Weigering("beveiligd" if _VERSLEUTELD in inhoud else "onbekend")
    return _lees_tekst(inhoud)


def _lees_pdf(inhoud: bytes) -> Gelezen:
    from bot.stukken.pdf import lees_pdf

    bladzijden, alineas = lees_pdf(inhoud)
    if _letters(alineas) < _LETTERS_PER_BLADZIJDE * max(bladzijden, 1):
        raise Weigering("geen_tekst")
    return Gelezen("pdf", bladzijden, maak_passages(alineas))


def _lees_zip(inhoud: bytes) -> Gelezen:
    from bot.stukken.kantoor import lees_docx, lees_odt, open_zip, soort_van

    try:
        with open_zip(inhoud) as archief:
            soort = soort_van(archief)
            return _zonder_bladzijden(soort, lees_docx(archief) if soort == "docx" else lees_odt(archief))
    except (zipfile.BadZipFile, EOFError, OSError):
        raise Weigering("kapot") from None


def _lees_tekst(inhoud: bytes) -> Gelezen:
    tekst = _als_tekst(inhoud)
    begin = tekst[:_KOP_LENGTE].lstrip().lower()
    if "<html" in begin or begin.startswith("<!doctype html"):
        from bot.stukken.html import lees_html

        return _zonder_bladzijden("html", lees_html(tekst))
    if begin.startswith(("<?xml", "{\\rtf", "<!doctype")):
        raise Weigering("onbekend")
    from bot.stukken.regels import alineas_van_regels

    return _zonder_bladzijden("txt", alineas_van_regels(tekst))


def _als_tekst(inhoud: bytes) -> str:
    """Text by its mark, else UTF-8, else the old Windows signs. Whatever holds other signs is no text."""
    for bom, codering in _BOMS:
        if inhoud.startswith(bom):
            try:
                return inhoud.decode(codering)
            except UnicodeDecodeError:
                raise Weigering("onbekend") from None
    stuurtekens = len(inhoud) - len(inhoud.translate(None, _STUURTEKENS))
    if 0 in inhoud or stuurtekens > len(inhoud) / _STUURTEKENS_OP:
        raise Weigering("onbekend")
    try:
        return inhoud.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return inhoud.decode("cp1252")
    except UnicodeDecodeError:
        raise Weigering("onbekend") from None


def _zonder_bladzijden(soort: Soort, alineas: list[Alinea]) -> Gelezen:
    tekens = sum(len(a.tekst) for a in alineas)
    if tekens > grenzen.TEKENS:
        raise Weigering("te_veel")
    passages: tuple[Passage, ...] = maak_passages(alineas)
    if not passages:
        raise Weigering("geen_tekst")
    return Gelezen(soort, None, passages)


def _letters(alineas: list[Alinea]) -> int:
    return sum(sum(map(str.isalpha, a.tekst)) for a in alineas)

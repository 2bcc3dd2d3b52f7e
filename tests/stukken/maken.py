"""Makes the documents of the tests: good ones of every kind, and each kind of bad one."""

import io
import os
import zipfile
import zlib
from xml.sax.saxutils import escape

import odfdo
import weasyprint
from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter

ALINEA = (
    "Wie een klacht heeft, kan terecht bij een onafhankelijke klachtencommissie. De commissie bestaat uit drie leden. "
    "Geen van hen werkt bij de gemeente of bij een aanbieder. De cliënt krijgt binnen zes weken antwoord. "
    "Een vertrouwenspersoon helpt hem als hij dat wil, en dat kost hem niets."
)
ANDER = (
    "De gemeente koopt hulp in bij aanbieders die laten zien wat hun hulp oplevert. Zij vraagt elk jaar een verslag. "
    "In dat verslag staat hoe cliënten de hulp vonden en wat de aanbieder daarna heeft veranderd. De gemeente praat "
    "over het verslag met de aanbieder en met de Wmo-raad."
)
DOCX_TEKST = (
    '<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)
ODT_TEKST = (
    '<?xml version="1.0"?>{}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>{}</text:p>'
    "</office:text></office:body></office:document-content>"
)
LACHERS = (
    '<!DOCTYPE lach [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def pdf(html: str) -> bytes:
    return weasyprint.HTML(string=f"<html lang='nl'><body>{html}</body></html>").write_pdf()


def pdf_van_bladzijden(aantal: int, tekst: str = ALINEA, rand: str = "") -> bytes:
    """One page, repeated: the same contents in `aantal` page objects."""
    inhoud = f"<p>{rand}</p><p>{tekst}</p>"
    bron = PdfReader(io.BytesIO(pdf(inhoud)))
    schrijver = PdfWriter()
    for _ in range(aantal):
        schrijver.add_page(bron.pages[0])
    return bewaar(schrijver)


def bewaar(schrijver: PdfWriter) -> bytes:
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def pdf_met_wachtwoord(wachtwoord: str, algoritme: str = "AES-256", eigenaar: str = "eigenaar") -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(f"<p>{ALINEA}</p>"))))
    schrijver.encrypt(wachtwoord, eigenaar, algorithm=algoritme)
    return bewaar(schrijver)


def pdf_van_een_scan() -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(uit, "PDF")
    return uit.getvalue()


def ruwe_pdf(objecten: list[bytes]) -> bytes:
    """A PDF of these objects, number 1 being the catalogue."""
    uit = b"%PDF-1.7\n"
    plekken = []
    for nummer, object_ in enumerate(objecten, start=1):
        plekken.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, object_)
    xref = len(uit)
    uit += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objecten) + 1)
    uit += b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    return uit + b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objecten) + 1, xref)


def pdf_met_een_kring() -> bytes:
    """A page tree in which the child has its parent as child."""
    return ruwe_pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1>>",
        ]
    )


def pdf_met_een_bom(megabytes: int) -> bytes:
    """A page whose contents are this large when unpacked."""
    stroom = zlib.compress(b" " * (megabytes * 1024 * 1024), 9)
    return ruwe_pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R>>",
            b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(stroom), stroom),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        ]
    )


def docx(*alineas: str, kop: str = "Klachten") -> bytes:
    document = Document()
    document.add_heading(kop, level=1)
    for alinea in alineas or (ALINEA,):
        document.add_paragraph(alinea)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def docx_met_tabel() -> bytes:
    document = Document()
    document.add_heading("Toezicht", level=2)
    tabel = document.add_table(rows=1, cols=2)
    tabel.rows[0].cells[0].text = ALINEA
    tabel.rows[0].cells[1].text = ANDER
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def odt(*alineas: str, kop: str = "Klachten") -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, kop))
    for alinea in alineas or (ALINEA,):
        document.body.append(odfdo.Paragraph(alinea))
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def archief(delen: dict[str, bytes | str], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", soort) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def erbij(inhoud: bytes, delen: dict[str, bytes | str]) -> bytes:
    """The archive with parts added."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud:
        return archief({deel: oud.read(deel) for deel in oud.namelist()} | delen)


def docx_van_nullen(megabytes: int) -> bytes:
    return erbij(docx(), {"word/media/foto.bin": bytes(megabytes * 1024 * 1024)})


def docx_met_zware_tekst(megabytes: int) -> bytes:
    return archief({"[Content_Types].xml": "<a/>", "word/document.xml": b" " * (megabytes * 1024 * 1024)})


def docx_xml(tekst: str, dtd: str = "") -> bytes:
    return archief({"[Content_Types].xml": "<a/>", "word/document.xml": DOCX_TEKST.format(dtd, tekst)})


def odt_xml(tekst: str, dtd: str = "") -> bytes:
    delen = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT_TEKST.format(dtd, tekst)}
    return archief(delen)


def odt_met_wachtwoord() -> bytes:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        "</manifest:manifest>"
    )
    return archief(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": os.urandom(500),
            "META-INF/manifest.xml": manifest,
        }
    )


def ole(*stromen: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + b"".join(s.encode("utf-16-le") for s in stromen)


def html(*alineas: str) -> bytes:
    tekst = "".join(f"<p>{escape(alinea)}</p>" for alinea in alineas or (ALINEA,))
    return (
        "<!DOCTYPE html><html><head><title>Titel</title><style>p {color: red}</style></head><body>"
        f"<nav>Menu Home Contact</nav><h2>Klachten</h2><script>alert('kwaad')</script>{tekst}"
        "<img src='http://voorbeeld.invalid/volg.png'></body></html>"
    ).encode()

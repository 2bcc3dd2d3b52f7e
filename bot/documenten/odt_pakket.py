"""The file around the text of an ODT: its styles, metadata, pictures, and a zip that is the same for the same text."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from odfdo import Document, Element

_MAP = Path(__file__).parent / "sjablonen" / "odt"
_VAN_HET_SJABLOON = ("Thumbnails/", "Configurations2/")
TAAL = "nl-NL"
BREEDTE_CM = 17.0
"""How wide the text is."""


class OdtPakket:
    """An ODT under way. `datum` is the day on which the document was made, as ISO date."""

    def __init__(self, titel: str, datum: str | None) -> None:
        self._document = Document("text")
        for pad in self._document.parts:
            if pad.startswith(_VAN_HET_SJABLOON):
                self._document.del_part(pad)
        for pad in self._document.manifest.get_paths():
            if pad.startswith(_VAN_HET_SJABLOON):
                self._document.manifest.del_full_path(pad)
        self._document.set_part("styles.xml", (_MAP / "stijlen.xml").read_bytes())
        self._document.set_part("content.xml", (_MAP / "inhoud.xml").read_bytes())
        meta = self._document.meta
        if statistiek := meta.get_element("//meta:document-statistic"):
            statistiek.delete()
        meta.title = titel
        meta.language = TAAL
        if datum:
            meta.creation_date = meta.date = datetime.fromisoformat(datum)
        self._aantallen: dict[str, int] = {}
        self._kolommen: set[int] = set()

    def voeg_toe(self, blok: Element) -> None:
        """Adds a block at the end of the text."""
        self._document.body.append(blok)

    def voeg_svg_toe(self, svg: str) -> str:
        """Adds a drawing to the file; returns its place in it."""
        pad = f"Pictures/{self.naam('tekening')}.svg"
        self._document.set_part(pad, svg.encode())
        self._document.manifest.add_full_path(pad, "image/svg+xml")
        return pad

    def naam(self, soort: str) -> str:
        """A name that no other part of the document has: `Tabel1`, `Tabel2`."""
        self._aantallen[soort] = self._aantallen.get(soort, 0) + 1
        return f"{soort}{self._aantallen[soort]}"

    def kolom(self, breedte: int) -> str:
        """The name of the style of a column with this share, of a hundred, of the width of the text."""
        naam = f"Kolom{breedte}"
        if breedte not in self._kolommen:
            self._kolommen.add(breedte)
            stijl = Element.from_tag("style:style")
            stijl.set_attribute("style:name", naam)
            stijl.set_attribute("style:family", "table-column")
            maat = Element.from_tag("style:table-column-properties")
            maat.set_attribute("style:column-width", f"{BREEDTE_CM * breedte / 100:.2f}cm")
            maat.set_attribute("style:rel-column-width", f"{breedte * 655}*")
            stijl.append(maat)
            houder = self._document.content.get_element("//office:automatic-styles")
            if houder is None:
                raise ValueError("inhoud.xml heeft geen office:automatic-styles")
            houder.append(stijl)
        return naam

    def bytes(self) -> bytes:
        """The whole file."""
        los = BytesIO()
        self._document.save(los)
        vast = BytesIO()
        with ZipFile(los) as bron, ZipFile(vast, "w") as doel:
            for info in bron.infolist():
                wijze = ZIP_STORED if info.filename == "mimetype" else ZIP_DEFLATED
                doel.writestr(ZipInfo(info.filename), bron.read(info), compress_type=wijze)
        return vast.getvalue()

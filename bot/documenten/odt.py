"""Our own document pages as an OpenDocument text: real headings, named styles, tables, in which people can write on.

One converter for every page. It knows the elements of our templates and refuses any other by name, so that a template
that changes cannot lose text without a sound. What only belongs to the screen (`nav`) is left out.
"""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString
from odfdo import Element, Frame, Header, LineBreak, Link, List, ListItem, Paragraph, Spacer, Span, Tab

from bot.documenten.odt_pakket import BREEDTE_CM, OdtPakket

HOUDERS = ("main", "section", "div")
KOPPEN = {f"h{niveau}": niveau for niveau in range(1, 7)}
OPMAAK = {"strong": "Strong_20_Emphasis", "em": "Emphasis", "span": None, "bdi": None}
KLASSEN = {
    "woorden": "Quotations",
    "regels": "Regels",
    "onderkop": "Subtitle",
    "spreker": "Spreker",
    "stand": "Spreker",
    "bron": "Bron",
    "bij": "Bij",
    "klein": "Klein",
    "let-op": "Kader",
    "stempel": "Kader",
    "som": "Som",
    "leeg": "Niet_20_ingevuld",
}
LETTERLIJK = ("woorden", "regels")
"""In these every space and line break counts."""

MET_RTL = ("Quotations", "Regels", "Text_20_body", "List")
"""The styles that have a sister for text from right to left."""

CITAAT_IN = {"ul": "Citaat_in_lijst", "ol": "Citaat_in_nummering"}

KOLOMMEN = {
    "gegevens": (36, 64),
    "overzicht": (36, 14, 9, 10, 9, 10, 12),
    "bijlage-kort": (40, 13, 13, 34),
    "bijlage": (36, 13, 11, 12, 28),
}
"""Relative widths of the columns of a table, by its class; other tables have equal columns."""

_ONLEESBAAR = re.compile("[\ufffe\uffff]")
_WIT = re.compile(r"[ \t\r\n\f]+")
_BIJZONDER = re.compile(r"(\n|\t| {2,}|(?<![^\n]) | (?![^\n]))")


class OnbekendElement(ValueError):
    """The page has an element that no ODT can be made of yet."""


def maak_odt(html: str) -> bytes:
    """The page as an ODT. Raises OnbekendElement, with its name, at an element that the converter does not know."""
    pagina = BeautifulSoup(html, "html.parser")
    gemaakt = pagina.find("meta", attrs={"name": "dcterms.created"})
    pakket = OdtPakket(
        titel=_tekst_van(pagina, "title"),
        datum=str(gemaakt["content"]) if isinstance(gemaakt, Tag) else None,
    )
    # The parser writes the names of attributes in small letters, and those of SVG have capitals.
    tekeningen = iter(re.findall(r"<svg\b.*?</svg>", html, re.DOTALL))
    if not isinstance(pagina.body, Tag):
        raise OnbekendElement("de bladzijde heeft geen body")
    for blok in _Omzetter(pakket, tekeningen).blokken(pagina.body, "Text_20_body"):
        pakket.voeg_toe(blok)
    return pakket.bytes()


class _Omzetter:
    def __init__(self, pakket: OdtPakket, tekeningen: Iterator[str]) -> None:
        self._pakket = pakket
        self._tekeningen = tekeningen
        self._na_wit = True

    def blokken(self, houder: Tag, stijl: str) -> Iterator[Element]:
        """What stands in `houder`. Text that stands loose in it becomes a paragraph in `stijl`."""
        los: list[PageElement] = []
        for kind in houder.children:
            if not isinstance(kind, Tag) or kind.name in OPMAAK or kind.name in ("a", "br"):
                los.append(kind)
                continue
            yield from self._losse_alinea(los, stijl)
            los = []
            yield from self._blok(kind, stijl)
        yield from self._losse_alinea(los, stijl)

    def _losse_alinea(self, los: list[PageElement], stijl: str) -> Iterator[Element]:
        if any(isinstance(k, Tag) or k.get_text().strip() for k in los):
            yield self._gevuld(Paragraph(style=stijl), los)

    def _blok(self, tag: Tag, stijl: str) -> Iterator[Element]:
        if tag.name == "nav":
            return
        if tag.name in HOUDERS:
            yield from self.blokken(tag, stijl)
        elif niveau := KOPPEN.get(tag.name):
            kop = Header(level=niveau)
            kop.set_attribute("text:style-name", f"Heading_20_{niveau}")
            yield self._gevuld(kop, tag.children)
        elif tag.name == "p":
            eigen = _stijl(tag, stijl)
            if eigen == "Quotations" and tag.parent is not None and tag.parent.name == "li":
                eigen = CITAAT_IN[tag.parent.parent.name if tag.parent.parent is not None else "ul"]
            yield self._gevuld(Paragraph(style=eigen), tag.children, letterlijk=_heeft(tag, LETTERLIJK))
        elif tag.name in ("ul", "ol"):
            yield self._lijst(tag)
        elif tag.name == "dl":
            for regel in _kinderen(tag, "dt", "dd"):
                yield from self.blokken(regel, "List_20_Heading" if regel.name == "dt" else "List_20_Contents")
        elif tag.name == "table":
            yield from self._tabel(tag)
        elif tag.name == "svg":
            yield self._tekening(tag)
        else:
            raise OnbekendElement(f"van het element <{tag.name}> kan nog geen ODT worden gemaakt")

    def _lijst(self, tag: Tag) -> Element:
        lijst = List(style="Numbering_20_1" if tag.name == "ol" else "List_20_1")
        for li in _kinderen(tag, "li"):
            item = ListItem()
            for blok in self.blokken(li, "List"):
                if blok.tag not in ("text:p", "text:h", "text:list"):
                    raise OnbekendElement(f"een {blok.tag} in een <li> kan niet in een ODT")
                _bij(item, blok)
            _bij(lijst, item)
        return lijst

    def _tabel(self, tag: Tag) -> Iterator[Element]:
        rijen = [(rij, kop) for groep in _kinderen(tag, "caption", "thead", "tbody") for rij, kop in _rijen(groep)]
        aantal = max(sum(_spanwijdte(cel) for cel in _kinderen(rij, "th", "td")) for rij, _ in rijen)
        klasse = next((k for k in tag.get_attribute_list("class") if k in KOLOMMEN), "")
        breedten = KOLOMMEN.get(klasse, ())
        tabel = _element("table:table", **{"table:style-name": "Tabel", "table:name": self._pakket.naam("Tabel")})
        for breedte in breedten if len(breedten) == aantal else (100 // aantal,) * aantal:
            _bij(tabel, _element("table:table-column", **{"table:style-name": self._pakket.kolom(breedte)}))
        kop = _element("table:table-header-rows")
        if any(in_kop for _, in_kop in rijen):
            _bij(tabel, kop)
        for rij, in_kop in rijen:
            _bij(kop if in_kop else tabel, self._rij(rij, in_kop, kaal=klasse == "gegevens"))
        if isinstance(bijschrift := tag.find("caption"), Tag):
            yield from self.blokken(bijschrift, "Spreker")
        yield tabel

    def _rij(self, tag: Tag, in_kop: bool, *, kaal: bool) -> Element:
        schrijven = _heeft(tag, ("schrijven",))
        rij = _element(
            "table:table-row", **{"table:style-name": "Schrijfrij" if schrijven else "Rij" if kaal else "Hele_rij"}
        )
        for cel in _kinderen(tag, "th", "td"):
            if schrijven:
                soort = "Schrijfkop" if cel.name == "th" else "Schrijfcel"
            else:
                soort = "Kopcel" if in_kop else "Gegevenscel" if kaal else "Cel"
            vak = _element("table:table-cell", **{"table:style-name": soort, "office:value-type": "string"})
            kop = _heeft(tag, ("samen",)) or (cel.name == "th" and (in_kop or kaal or "colspan" in cel.attrs))
            stijl = "Table_20_Heading" if kop else "Table_20_Contents"
            for blok in list(self.blokken(cel, stijl)) or [Paragraph(style=stijl)]:
                _bij(vak, blok)
            _bij(rij, vak)
            if (span := _spanwijdte(cel)) > 1:
                vak.set_attribute("table:number-columns-spanned", str(span))
                _bij(rij, *(_element("table:covered-table-cell") for _ in range(span - 1)))
        return rij

    def _tekening(self, tag: Tag) -> Element:
        """The picture in its own paragraph, as wide as the text, with its title and description for who cannot see."""
        breed, hoog = float(str(tag["width"])), float(str(tag["height"]))
        beeld = _element(
            "draw:image",
            **{
                "xlink:href": self._pakket.voeg_svg_toe(next(self._tekeningen)),
                "xlink:type": "simple",
                "xlink:show": "embed",
                "xlink:actuate": "onLoad",
                "draw:mime-type": "image/svg+xml",
            },
        )
        kader = Frame(
            name=self._pakket.naam("Tekening"),
            style="Graphics",
            size=(f"{BREEDTE_CM}cm", f"{BREEDTE_CM * hoog / breed:.2f}cm"),
            anchor_type="as-char",
        )
        _bij(kader, beeld)
        for naam in ("title", "desc"):
            if isinstance(tekst := tag.find(naam), Tag):
                bijschrift = _element(f"svg:{naam}")
                bijschrift.text = _plat(tekst.get_text()).strip()
                _bij(kader, bijschrift)
        alinea = Paragraph(style="Afbeelding")
        _bij(alinea, kader)
        return alinea

    def _gevuld(self, doel: Element, inhoud: Iterable[PageElement], *, letterlijk: bool = False) -> Element:
        self._na_wit = True
        self._schrijf(doel, inhoud, letterlijk)
        return doel

    def _schrijf(self, doel: Element, inhoud: Iterable[PageElement], letterlijk: bool) -> None:
        for kind in inhoud:
            if isinstance(kind, PreformattedString):
                continue
            if isinstance(kind, NavigableString):
                _bij(doel, *(_heel(kind) if letterlijk else self._vloeiend(kind)))
            elif isinstance(kind, Tag):
                _bij(doel, self._binnen(kind, letterlijk))

    def _binnen(self, tag: Tag, letterlijk: bool) -> Element:
        if tag.name == "br":
            self._na_wit = True
            return LineBreak()
        if tag.name == "a":
            deel: Element = Link(url=str(tag["href"]), style="Internet_20_link")
        elif tag.name in OPMAAK:
            deel = Span()
            if stijl := OPMAAK[tag.name] or _stijl(tag, ""):
                deel.set_attribute("text:style-name", stijl)
        else:
            raise OnbekendElement(f"het element <{tag.name}> kan niet tussen de tekst van een ODT staan")
        self._schrijf(deel, tag.children, letterlijk)
        return deel

    def _vloeiend(self, tekst: str) -> list[str]:
        """The text with single spaces, as a browser shows it."""
        plat = _plat(tekst)
        if self._na_wit:
            plat = plat.removeprefix(" ")
        if plat:
            self._na_wit = plat.endswith(" ")
        return [plat] if plat else []


def _heel(tekst: str) -> list[Element | str]:
    """The text to the letter: spaces, tabs and line breaks as the elements that a word processor keeps."""
    delen: list[Element | str] = []
    regels = _leesbaar(tekst).replace("\r\n", "\n").replace("\r", "\n")
    for i, deel in enumerate(_BIJZONDER.split(regels)):
        if i % 2 == 0:
            delen.append(deel)
        else:
            delen.append(LineBreak() if deel == "\n" else Tab() if deel == "\t" else Spacer(len(deel)))
    return [d for d in delen if d != ""]


def _plat(tekst: str) -> str:
    return _WIT.sub(" ", _leesbaar(tekst))


def _leesbaar(tekst: str) -> str:
    """Without the two characters that XML cannot hold."""
    return _ONLEESBAAR.sub("\ufffd", tekst)


def _tekst_van(pagina: BeautifulSoup, naam: str) -> str:
    tag = pagina.find(naam)
    return _plat(tag.get_text()).strip() if isinstance(tag, Tag) else ""


def _stijl(tag: Tag, anders: str) -> str:
    klassen = tag.get_attribute_list("class")
    stijl = next((KLASSEN[k] for k in klassen if k in KLASSEN), anders)
    if tag.get("dir") != "rtl" or not stijl:
        return stijl
    if stijl not in MET_RTL:
        raise OnbekendElement(f"de stijl {stijl} kan nog niet van rechts naar links")
    return f"{stijl}_20_RTL"


def _heeft(tag: Tag, klassen: Iterable[str]) -> bool:
    return not set(klassen).isdisjoint(tag.get_attribute_list("class"))


def _kinderen(tag: Tag, *namen: str) -> list[Tag]:
    """The elements in `tag`, which may hold nothing but elements with these names."""
    kinderen = [k for k in tag.children if isinstance(k, Tag) or k.get_text().strip()]
    for kind in kinderen:
        if not isinstance(kind, Tag) or kind.name not in namen:
            wat = f"<{kind.name}>" if isinstance(kind, Tag) else "tekst"
            raise OnbekendElement(f"in <{tag.name}> staat {wat}, en daarvan kan nog geen ODT worden gemaakt")
    return [k for k in kinderen if isinstance(k, Tag)]


def _rijen(groep: Tag) -> list[tuple[Tag, bool]]:
    return [] if groep.name == "caption" else [(rij, groep.name == "thead") for rij in _kinderen(groep, "tr")]


def _spanwijdte(cel: Tag) -> int:
    if "rowspan" in cel.attrs:
        raise OnbekendElement("een cel met rowspan kan nog niet in een ODT")
    return int(str(cel.get("colspan", "1")))


def _element(naam: str, **attributen: str) -> Element:
    element = Element.from_tag(naam)
    for sleutel, waarde in attributen.items():
        element.set_attribute(sleutel, waarde)
    return element


def _bij(doel: Element, *kinderen: Element | str) -> None:
    """Appends as it is: odfdo's own paragraphs and tables would tidy up what they get."""
    for kind in kinderen:
        Element.append(doel, kind)

"""The ODT holds what the page holds: every text in its order, with real headings and named styles."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from odfdo import Document

from bot.documenten import advies_html, advies_odt, plan_html, plan_odt, uitkomsten_html, uitkomsten_odt
from bot.documenten.odt import CITAAT_IN, KLASSEN, MET_RTL, OPMAAK, OnbekendElement, maak_odt

NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
TEKST = f"{{{NS['text']}}}"


def _deel(odt: bytes, naam: str) -> etree._Element:
    with ZipFile(BytesIO(odt)) as bestand:
        return etree.fromstring(bestand.read(naam))


def _inhoud(odt: bytes) -> etree._Element:
    return _deel(odt, "content.xml").find("office:body/office:text", NS)


def _gelezen(element: etree._Element) -> str:
    """The text as a word processor shows it."""
    stukken = [element.text or ""]
    for kind in element:
        if kind.tag == f"{TEKST}s":
            stukken.append(" " * int(kind.get(f"{TEKST}c", "1")))
        elif kind.tag in (f"{TEKST}line-break", f"{TEKST}tab"):
            stukken.append("\n" if kind.tag == f"{TEKST}line-break" else "\t")
        else:
            stukken.append(_gelezen(kind))
        stukken.append(kind.tail or "")
    return "".join(stukken)


def _alineas(odt: bytes, stijl: str) -> list[str]:
    return [_gelezen(p) for p in _inhoud(odt).iterfind(f".//text:p[@text:style-name='{stijl}']", NS)]


def _zonder_wit(tekst: str) -> str:
    return "".join(tekst.split())


def _tekst_van_bladzijde(html: str) -> str:
    """What a reader of the page reads, and of a drawing its title and description."""
    hoofd = BeautifulSoup(html, "html.parser").main
    for tekening in hoofd.find_all("svg"):
        for weg in tekening.find_all(["text", "defs"]):
            weg.decompose()
    return _zonder_wit(hoofd.get_text())


def _blad(inhoud: str) -> str:
    return f'<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body><main>{inhoud}</main></body></html>'


@pytest.fixture(scope="module", params=["plan", "plan onderweg", "advies", "concept", "leeg advies", "uitkomsten"])
def document(request, maak_plan, groot_advies, maak_advies, uitkomst, meta):
    arabisch = "أمي لا تخرج كثيراً\n  من البيت"
    plan = maak_plan(uitkomsten=(uitkomst,))
    onderweg = maak_plan(arabisch, klaar=False)
    return {
        "plan": lambda: (plan_html(plan, meta), plan_odt(plan, meta)),
        "plan onderweg": lambda: (plan_html(onderweg, meta), plan_odt(onderweg, meta)),
        "advies": lambda: (advies_html(groot_advies(), meta), advies_odt(groot_advies(), meta)),
        "concept": lambda: tuple(f(groot_advies(60, klaar=False), meta) for f in (advies_html, advies_odt)),
        "leeg advies": lambda: tuple(f(maak_advies((None,) * 3), meta) for f in (advies_html, advies_odt)),
        "uitkomsten": lambda: (uitkomsten_html([uitkomst], meta), uitkomsten_odt([uitkomst], meta)),
    }[request.param]()


# -- every document ---------------------------------------------------------------------------------------------------


def test_every_text_of_the_page_stands_in_it_in_the_same_order(document):
    html, odt = document
    assert _zonder_wit(_gelezen(_inhoud(odt))) == _tekst_van_bladzijde(html)


def test_what_belongs_to_the_screen_is_left_out(document):
    _, odt = document
    assert "Bewaren als PDF" not in _gelezen(_inhoud(odt))
    assert _inhoud(odt).find(".//text:a", NS) is None


def test_headings_are_headings_with_their_level(document):
    html, odt = document
    koppen = BeautifulSoup(html, "html.parser").main.find_all([f"h{n}" for n in range(1, 7)])
    gelezen = [
        (f"h{h.get(f'{TEKST}outline-level')}", h.get(f"{TEKST}style-name"), _gelezen(h))
        for h in _inhoud(odt).iterfind(".//text:h", NS)
    ]
    assert gelezen == [(k.name, f"Heading_20_{k.name[1]}", " ".join(k.get_text().split())) for k in koppen]


def test_every_style_that_is_used_exists(document):
    _, odt = document
    gebruikt = {
        waarde
        for element in _inhoud(odt).iter()
        for sleutel, waarde in element.attrib.items()
        if sleutel.endswith("}style-name")
    }
    bekend = {
        stijl.get(f"{{{NS['style']}}}name")
        for deel in ("styles.xml", "content.xml")
        for stijl in _deel(odt, deel).iter(f"{{{NS['style']}}}style", f"{TEKST}list-style")
    }
    assert gebruikt <= bekend


def test_it_is_a_zip_that_says_first_what_it_is(document):
    _, odt = document
    with ZipFile(BytesIO(odt)) as bestand:
        assert bestand.testzip() is None
        eerste = bestand.infolist()[0]
        assert (eerste.filename, eerste.compress_type) == ("mimetype", ZIP_STORED)
        assert bestand.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        namen = set(bestand.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    lijst = _deel(odt, "META-INF/manifest.xml")
    assert {e.get(f"{{{lijst.nsmap['manifest']}}}full-path") for e in lijst} - {"/"} == namen


def test_it_reads_back_with_title_language_and_day(document):
    _, odt = document
    terug = Document(BytesIO(odt))
    assert terug.get_type() == "text"
    assert terug.meta.title.endswith(", gemeente Het Hogeland")
    assert terug.meta.language == "nl-NL"
    assert terug.meta.creation_date.date().isoformat() == "2023-03-08"


def test_it_is_dutch_on_a4_with_numbered_pages(document):
    stijlen = _deel(document[1], "styles.xml")
    taal = stijlen.find(".//style:default-style[@style:family='paragraph']/style:text-properties", NS)
    assert (taal.get(f"{{{NS['fo']}}}language"), taal.get(f"{{{NS['fo']}}}country")) == ("nl", "NL")
    blad = stijlen.find(".//style:page-layout-properties", NS)
    assert (blad.get(f"{{{NS['fo']}}}page-width"), blad.get(f"{{{NS['fo']}}}page-height")) == ("21cm", "29.7cm")
    voet = stijlen.find(".//style:footer", NS)
    assert voet.find(".//text:page-number", NS) is not None
    assert voet.find(".//text:page-count", NS) is not None


def test_the_same_page_gives_the_same_bytes(document):
    html, odt = document
    assert maak_odt(html) == odt


# -- its parts --------------------------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
@settings(max_examples=50, deadline=None)
def test_own_words_come_back_as_they_went_in(maak_plan, meta, woorden):
    odt = plan_odt(maak_plan(woorden), meta)
    citaten = _alineas(odt, "Quotations") + _alineas(odt, "Quotations_20_RTL")
    assert woorden.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") in citaten


@pytest.mark.parametrize(
    ("woorden", "gelezen"),
    [
        ("  twee spaties\n   drie\n\n\ttab  \n x \n", None),
        ("regel\r\nregel\rregel", "regel\nregel\nregel"),
        ("</p><h1>Besluit</h1> & <script>", None),
        ("w" * 100_000, None),
        ("nul \x00 einde", "nul  einde"),
    ],
)
def test_spaces_lines_and_marks_in_own_words_are_kept(maak_plan, meta, woorden, gelezen):
    assert _alineas(plan_odt(maak_plan(woorden), meta), "Quotations")[0] == (gelezen or woorden)


def test_text_from_right_to_left_has_a_style_that_says_so(maak_plan, meta):
    odt = plan_odt(maak_plan("أمي لا تخرج"), meta)
    assert _alineas(odt, "Quotations_20_RTL") == ["أمي لا تخرج"]
    stijl = _deel(odt, "styles.xml").find(".//style:style[@style:name='Quotations_20_RTL']/*", NS)
    assert stijl.get(f"{{{NS['style']}}}writing-mode") == "rl-tb"


def test_every_style_that_it_can_give_is_there_to_give():
    odt = maak_odt(_blad("<p>x</p>"))
    bekend = {
        stijl.get(f"{{{NS['style']}}}name")
        for deel in ("styles.xml", "content.xml")
        for stijl in _deel(odt, deel).iter(f"{{{NS['style']}}}style")
    }
    in_tekst = {stijl for stijl in OPMAAK.values() if stijl}
    assert bekend >= {*KLASSEN.values(), *CITAAT_IN.values(), *(f"{stijl}_20_RTL" for stijl in MET_RTL), *in_tekst}


def test_a_chart_is_a_picture_with_title_and_description(groot_advies, meta):
    odt = advies_odt(groot_advies(20), meta)
    kader = _inhoud(odt).find(".//draw:frame", NS)
    assert kader.find("svg:title", NS).text.startswith("Hoeveel punten er in het beleid staan")
    assert "Onderdeel 1 van het beleid: 3 ja, 2 deels" in kader.find("svg:desc", NS).text
    plek = kader.find("draw:image", NS).get(f"{{{NS['xlink']}}}href")
    tekening = _deel(odt, plek)
    assert tekening.tag == "{http://www.w3.org/2000/svg}svg"
    assert tekening.get("viewBox").startswith("0 0 640 ")


def test_the_first_rows_of_a_table_are_its_header(groot_advies, meta):
    tabel = _inhoud(advies_odt(groot_advies(20), meta)).findall(".//table:table", NS)[1]
    assert [_gelezen(c) for c in tabel.find("table:table-header-rows/table:table-row", NS)][:3] == [
        "Onderdeel",
        "Beantwoord",
        "Ja",
    ]
    for cel in tabel.iterfind("table:table-header-rows//text:p", NS):
        assert cel.get(f"{TEKST}style-name") == "Table_20_Heading"


def test_a_cell_over_more_columns_leaves_no_hole(groot_advies, meta):
    tabel = _inhoud(advies_odt(groot_advies(10), meta)).findall(".//table:table", NS)[-1]
    assert {len(rij) for rij in tabel.iter(f"{{{NS['table']}}}table-row")} == {5}
    assert len(tabel.findall("table:table-column", NS)) == 5


def test_inside_a_paragraph_strong_emphasis_links_and_line_breaks_are_kept():
    odt = maak_odt(
        _blad('<p>Dit <strong>is</strong> <em>een</em>\n  <a href="https://voorbeeld.nl/">link</a>.<br>Ja</p>')
    )
    alinea = _inhoud(odt)[0]
    assert _gelezen(alinea) == "Dit is een link.\nJa"
    assert [k.get(f"{TEKST}style-name") for k in alinea[:3]] == ["Strong_20_Emphasis", "Emphasis", "Internet_20_link"]
    assert alinea[2].get(f"{{{NS['xlink']}}}href") == "https://voorbeeld.nl/"


def test_terms_with_their_meaning_become_two_kinds_of_paragraphs():
    odt = maak_odt(_blad("<dl><dt>Melding</dt><dd>U zegt dat u hulp nodig hebt.</dd></dl>"))
    assert _alineas(odt, "List_20_Heading") == ["Melding"]
    assert _alineas(odt, "List_20_Contents") == ["U zegt dat u hulp nodig hebt."]


def test_text_that_stands_loose_is_not_lost():
    odt = maak_odt(_blad("<div>los <strong>en vet</strong><p>alinea</p>na</div>"))
    assert [_gelezen(p) for p in _inhoud(odt)] == ["los en vet", "alinea", "na"]


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [
        ("<blockquote>x</blockquote>", "<blockquote>"),
        ("<p>a <code>b</code></p>", "<code>"),
        ("<form><p>x</p></form>", "<form>"),
        ('<p class="bron" dir="rtl">x</p>', "stijl Bron"),
        ("<ul><p>x</p></ul>", "<ul> staat <p>"),
        ("<ul>los<li>x</li></ul>", "<ul> staat tekst"),
        ("<ul><li><table><tbody><tr><td>x</td></tr></tbody></table></li></ul>", "table:table"),
        ("<table><tbody><tr><td rowspan=2>x</td></tr></tbody></table>", "rowspan"),
        ("<table><tfoot><tr><td>x</td></tr></tfoot></table>", "<tfoot>"),
    ],
)
def test_an_element_it_does_not_know_is_refused_by_name(inhoud, naam):
    with pytest.raises(OnbekendElement, match=naam):
        maak_odt(_blad(inhoud))

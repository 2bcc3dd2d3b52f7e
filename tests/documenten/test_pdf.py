"""The PDF can be read by everybody, fetches nothing, and says what is missing when it cannot be made."""

import sys
from base64 import b64encode

import pytest

from bot.documenten import advies_pdf, controleer_weasyprint, plan_pdf, uitkomsten_pdf
from bot.documenten import controle as controlemodule
from bot.documenten.pdf import maak_pdf
from tests.documenten.conftest import lees_pdf, tekst_van

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


@pytest.fixture(scope="module", params=["plan", "advies", "concept", "uitkomsten"])
def pdf(request, maak_plan, maak_advies, groot_advies, uitkomst, meta):
    return {
        "plan": lambda: plan_pdf(maak_plan(uitkomsten=(uitkomst,)), meta),
        "advies": lambda: advies_pdf(maak_advies(("nee", "er staat niets", "Zet het erin.")), meta),
        "concept": lambda: advies_pdf(groot_advies(100, klaar=False), meta),
        "uitkomsten": lambda: uitkomsten_pdf([uitkomst], meta),
    }[request.param]()


def _structuur(element):
    element = element.get_object()
    yield element
    kinderen = element.get("/K", [])
    for kind in kinderen if isinstance(kinderen, list) else [kinderen]:
        if isinstance(kind.get_object(), dict):
            yield from _structuur(kind)


def test_it_is_tagged_dutch_and_says_that_it_is_pdf_ua(pdf):
    boek = lees_pdf(pdf)
    inhoud = boek.trailer["/Root"]
    assert inhoud["/MarkInfo"]["/Marked"]
    assert inhoud["/Lang"] == "nl"
    assert inhoud["/ViewerPreferences"]["/DisplayDocTitle"]
    assert boek.metadata.title.endswith(", gemeente Het Hogeland")
    assert 'pdfuaid:part="1"' in inhoud["/Metadata"].get_data().decode()


def test_its_structure_has_headings_and_paragraphs_that_are_not_nested(pdf):
    elementen = list(_structuur(lees_pdf(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"][0]))
    soorten = [e.get("/S") for e in elementen]
    assert soorten.count("/H1") == 1
    assert {"/H2", "/H3", "/P", "/Table", "/TH"} <= set(soorten)
    assert not [e for e in elementen if e.get("/S") == "/P" and e["/P"].get_object().get("/S") == "/P"]


def test_the_chart_has_a_text_and_every_cell_of_the_appendix_its_headers(groot_advies, meta):
    elementen = list(
        _structuur(lees_pdf(advies_pdf(groot_advies(), meta)).trailer["/Root"]["/StructTreeRoot"]["/K"][0])
    )
    figuren = [e for e in elementen if e.get("/S") == "/Figure"]
    assert [f["/Alt"].startswith("Hoeveel punten er in het beleid staan") for f in figuren] == [True, True]
    assert {"/H4", "/H5", "/L", "/LI", "/Lbl", "/LBody"} <= {e.get("/S") for e in elementen}
    cellen = [e for e in elementen if e.get("/S") == "/TD"]
    assert len(cellen) > 400
    assert all(e["/A"].get("/Headers") for e in cellen)


def test_its_fonts_are_inside(pdf):
    for bladzijde in lees_pdf(pdf).pages:
        for letter in bladzijde["/Resources"]["/Font"].values():
            beschrijving = letter["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/ToUnicode" in letter
            assert "/FontFile2" in beschrijving or "/FontFile3" in beschrijving


def test_every_page_has_its_number_and_the_municipality(pdf):
    bladzijden = lees_pdf(pdf).pages
    for nummer, bladzijde in enumerate(bladzijden, 1):
        tekst = bladzijde.extract_text()
        assert f"bladzijde {nummer} van {len(bladzijden)}" in tekst
        assert "gemeente Het Hogeland" in tekst


def test_the_links_of_the_page_do_not_stand_on_paper(pdf):
    assert "Terug naar het gesprek" not in tekst_van(pdf)
    assert not any("/Annots" in bladzijde for bladzijde in lees_pdf(pdf).pages)


def test_the_same_input_gives_the_same_bytes(maak_plan, meta):
    assert plan_pdf(maak_plan(), meta) == plan_pdf(maak_plan(), meta)


def test_nothing_is_fetched_from_disk_web_or_the_text_itself(tmp_path):
    stijl = tmp_path / "stijl.css"
    stijl.write_text("p { display: none }")
    data = f"data:text/css;base64,{b64encode(stijl.read_bytes()).decode()}"
    pdf = maak_pdf(
        f'<html lang="nl"><title>t</title><link rel="stylesheet" href="{stijl.as_uri()}">'
        f'<link rel="stylesheet" href="{data}"><link rel="stylesheet" href="http://127.0.0.1:1/x.css">'
        f'<style>@import url("{stijl.as_uri()}");</style><p>dit blijft staan</p>'
        f'<img alt="x" src="data:image/png;base64,{PIXEL}">'
    )
    assert "dit blijft staan" in tekst_van(pdf)
    assert not any(list(bladzijde.images) for bladzijde in lees_pdf(pdf).pages)


def test_what_a_person_wrote_is_never_logged(maak_plan, meta, caplog):
    with caplog.at_level("DEBUG"):
        plan_pdf(maak_plan("geheim 漢字"), meta)
    assert not any(deel in caplog.text for deel in ("geheim", "漢", "字"))


def test_a_machine_that_can_make_pdfs_passes_the_check():
    controleer_weasyprint()


@pytest.mark.parametrize(
    ("fout", "reden"),
    [
        (OSError("cannot load library 'libpango-1.0-0'"), "Pango ontbreekt"),
        (UserWarning("No fonts configured in FontConfig"), "geen lettertype"),
    ],
)
def test_a_machine_that_cannot_is_told_which_packages_to_install(monkeypatch, fout, reden):
    def mislukt() -> None:
        raise fout

    monkeypatch.setattr(controlemodule, "laad_weasyprint", mislukt)
    with pytest.raises(RuntimeError, match=r"libpangoft2-1\.0-0, libharfbuzz-subset0 en") as gevangen:
        controleer_weasyprint()
    assert reden in str(gevangen.value)


def test_the_package_can_be_imported_before_pango_is_there():
    assert "weasyprint" not in vars(sys.modules["bot.documenten.pdf"])

"""The persoonlijk plan on paper and on screen."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documenten import plan_html, plan_json, plan_pdf
from tests.documenten.conftest import Lezer, lees_pdf, tekst_van

LASTIG = [
    "Ze kan niet meer bukken,\nen   stofzuigen\n\ngaat ook niet meer.",
    "<script>alert('x')</script>",
    '<b>vet</b> & "aanhaling" {{ 7 * 7 }} {% raw %}',
    "</p></main><h1>Besluit</h1>",
    "thee 😀 é ŭ",
    "漢字 ﷺ",
    "أمي لا تخرج كثيراً من البيت",
]


@pytest.mark.parametrize("woorden", LASTIG)
def test_own_words_stand_on_the_page_to_the_letter(maak_plan, meta, woorden):
    pagina = Lezer(plan_html(maak_plan(woorden), meta))
    assert pagina.met_klasse("woorden")[0] == woorden
    assert "script" not in pagina.tags
    assert "b" not in pagina.tags


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
@settings(max_examples=100, deadline=None)
def test_any_text_comes_out_as_it_went_in(maak_plan, meta, woorden):
    assert Lezer(plan_html(maak_plan(woorden), meta)).met_klasse("woorden")[0] == woorden


@pytest.mark.parametrize("woorden", LASTIG[:5])
def test_own_words_can_be_read_back_from_the_pdf(maak_plan, meta, woorden):
    assert " ".join(woorden.split()) in tekst_van(plan_pdf(maak_plan(woorden), meta))


def test_line_breaks_stay_in_the_pdf(maak_plan, meta):
    pdf = lees_pdf(plan_pdf(maak_plan("eerste regel\ntweede regel"), meta))
    assert "eerste regel\ntweede regel" in pdf.pages[0].extract_text()


def test_a_word_of_a_thousand_letters_breaks_off_and_stays_whole(maak_plan, meta):
    regels = lees_pdf(plan_pdf(maak_plan("w" * 1000), meta))
    tekst = "\n".join(bladzijde.extract_text() for bladzijde in regels.pages)
    assert sum(len(regel) for regel in tekst.split() if not regel.strip("w")) == 1000


@pytest.mark.parametrize("woorden", ["nul \x00 bel \x07 einde", "half \ud83d teken"])
def test_characters_that_cannot_be_printed_do_not_break_the_document(maak_plan, meta, woorden):
    plan = maak_plan(woorden)
    assert "\x00" not in plan_html(plan, meta)
    assert plan_html(plan, meta).encode()
    assert woorden.split()[-1] in tekst_van(plan_pdf(plan, meta))


def test_text_from_right_to_left_is_marked_as_such(maak_plan, meta):
    assert '<p class="woorden" dir="rtl">أمي' in plan_html(maak_plan("أمي"), meta)
    assert '<p class="woorden" dir="ltr">12 uur' in plan_html(maak_plan("12 uur"), meta)


def test_what_was_skipped_says_so_and_looks_different(maak_plan, meta):
    pagina = Lezer(plan_html(maak_plan(None), meta))
    assert pagina.met_klasse("leeg") == ["niet ingevuld", "niet ingevuld"]
    assert pagina.met_klasse("woorden") == ["thuis blijven", "Een pgb"]


def test_a_person_who_types_niet_ingevuld_is_quoted(maak_plan, meta):
    assert Lezer(plan_html(maak_plan("niet ingevuld"), meta)).met_klasse("woorden")[0] == "niet ingevuld"


def test_headings_follow_the_plan_without_skipping_a_level(maak_plan, meta, uitkomst):
    pagina = Lezer(plan_html(maak_plan(uitkomsten=(uitkomst,)), meta))
    assert pagina.met_tag("h1") == ["Persoonlijk plan"]
    assert pagina.met_tag("h2")[:2] == ["Huishouden en verzorging", "Hulp en wensen"]
    assert pagina.met_tag("h3")[:2] == ["Zo gaat het nu", "Dit is het doel"]
    niveaus = [int(tag[1]) for tag, _, _ in pagina.elementen if tag in ("h1", "h2", "h3", "h4")]
    assert all(b - a <= 1 for a, b in pairwise(niveaus))


@pytest.mark.parametrize(
    ("bot", "schrijver"),
    [("u", "mijzelf"), ("uw moeder", "mijn moeder"), ("deze persoon", "iemand anders"), ("tante Truus", "tante Truus")],
)
def test_the_plan_says_for_whom_it_is_in_the_writers_words(maak_plan, meta, bot, schrijver):
    plan = maak_plan(voor_wie=bot)
    assert schrijver in Lezer(plan_html(plan, meta)).met_tag("td")
    assert plan_json(plan, meta)["aanvraaggegevens"]["voor-wie"]["voor_wie"] == schrijver


def test_the_day_of_the_melding_is_written_out_when_given(maak_plan, meta):
    assert "dinsdag 7 maart 2023" in Lezer(plan_html(maak_plan(), meta)).met_tag("td")
    assert "Melding" not in plan_html(maak_plan(melding=None), meta)


def test_name_and_telephone_are_empty_lines(maak_plan, meta):
    pagina = Lezer(plan_html(maak_plan(), meta))
    assert [" ".join(t.split()) for t in pagina.met_klasse("schrijven")] == ["Naam", "Telefoon"]


def test_a_plan_under_way_says_that_it_is_not_finished(maak_plan, meta):
    assert "Dit plan is nog niet af." in plan_html(maak_plan(klaar=False), meta)
    assert "Dit plan is nog niet af." not in plan_html(maak_plan(), meta)


def test_the_plan_names_cliëntondersteuning_and_who_decides(maak_plan, meta):
    tekst = " ".join(plan_html(maak_plan(), meta).split())
    assert "De gemeente beslist over de hulp." in tekst
    assert "onafhankelijke cliëntondersteuner. In deze gemeente kunt u terecht bij Mensenwerk." in tekst


def test_an_outcome_in_the_plan_is_marked_as_an_estimate(maak_plan, meta, uitkomst):
    tekst = " ".join(Lezer(plan_html(maak_plan(uitkomsten=(uitkomst,)), meta)).met_tag("section"))
    assert "Hoeveel hulp in huis? Schatting, geen besluit. De gemeente beslist." in tekst
    assert "Schatting" not in plan_html(maak_plan(), meta)


def test_the_json_is_a_productaanvraag(maak_plan, meta, uitkomst):
    assert plan_json(maak_plan(None, uitkomsten=(uitkomst,)), meta) == {
        "bron": {"naam": "Wmo-gesprekshulp", "kenmerk": "3b2f6a0e"},
        "type": "wmo-persoonlijk-plan",
        "aanvraaggegevens": {
            "voor-wie": {"voor_wie": "mijn moeder", "melding": "2023-03-07"},
            "alledaagse-verzorging": {"domein_nu": None, "domein_doel": "thuis blijven"},
            "algemeen": {"hulp_nu": None, "vorm": "Een pgb"},
            "uitkomsten": [uitkomst],
        },
        "taal": "nld",
        "betrokkenen": [],
        "pdf": "/document.pdf",
        "bijlagen": [],
    }

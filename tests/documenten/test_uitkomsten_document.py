"""The outcomes of the rules on paper and on screen."""

from bot.documenten import uitkomsten_html, uitkomsten_json, uitkomsten_pdf
from tests.documenten.conftest import Lezer, tekst_van


def test_an_outcome_shows_sentence_steps_sum_reservation_and_who_decides(uitkomst, meta):
    tekst = tekst_van(uitkomsten_pdf([uitkomst], meta))
    for stuk in (
        "Schatting, geen besluit. De gemeente beslist.",
        "De gemeente komt op ongeveer 2 uur en 15 minuten per week.",
        "Stofzuigen: 15 minuten eraf",
        "Samen: 135 minuten",
        "De consulent beslist, samen met u.",
        "Regels: Wmo Beleidsregels 2023, geldig vanaf 1 januari 2023",
    ):
        assert stuk in tekst


def test_steps_with_one_source_name_it_once(uitkomst, meta):
    assert Lezer(uitkomsten_html([uitkomst], meta)).met_klasse("bron")[:2] == [
        "Bron: Wmo Beleidsregels 2023, bijlage 1 §3.2 Zwaar huishoudelijk werk",
        "Bron: Wmo Beleidsregels 2023, bijlage 1 §3.2 Wasverzorging",
    ]


def test_a_source_without_a_title_is_shown_by_its_own_name(uitkomst, meta):
    wet = {"document": "Wmo 2015", "plaats": "artikel 2.3.2 lid 1"}
    html = uitkomsten_html([uitkomst | {"redenen": [{"code": "x", "tekst": "Zo is de wet.", "bron": wet}]}], meta)
    assert "Bron: Wmo 2015, artikel 2.3.2 lid 1" in html


def test_what_needs_a_person_or_more_facts_says_so(uitkomst, meta):
    mens = uitkomsten_html([uitkomst | {"status": "menselijk_oordeel"}], meta)
    assert "Hier moet een medewerker van de gemeente zelf naar kijken." in mens
    onaf = uitkomsten_html([uitkomst | {"status": "ontbrekende_gegevens", "ontbreekt": ["taken.was"]}], meta)
    assert "De uitkomst is niet compleet." in onaf
    assert "taken.was" not in onaf


def test_a_reason_that_a_step_already_tells_is_not_told_twice(uitkomst, meta):
    bron = uitkomst["stappen"][0]["bron"]
    redenen = [{"code": "a", "tekst": "Stofzuigen: 15 minuten eraf", "bron": bron}]
    assert uitkomsten_html([uitkomst | {"redenen": redenen}], meta).count("Stofzuigen: 15 minuten eraf") == 1


def test_an_outcome_without_regeling_or_steps_is_still_a_document(uitkomst, meta):
    kaal = uitkomst | {"regeling": None, "stappen": [], "zinnen": [], "status": "menselijk_oordeel"}
    pagina = Lezer(uitkomsten_html([kaal], meta))
    assert "Stap voor stap" not in pagina.met_tag("h3")
    assert "Bronnen" not in pagina.met_tag("h2")


def test_the_json_holds_the_outcomes_as_they_are(uitkomst, meta):
    assert uitkomsten_json([uitkomst], meta) == {
        "soort": "wmo-uitkomsten",
        "gemeente": "Het Hogeland",
        "datum": "2023-03-08",
        "kenmerk": "3b2f6a0e",
        "uitkomsten": [uitkomst],
        "pdf": "/document.pdf",
    }

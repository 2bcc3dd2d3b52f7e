"""The draft advice of the Wmo-raad on paper and on screen."""

from bot.documenten import advies_html, advies_json, advies_pdf
from tests.documenten.conftest import Lezer, tekst_van

NIETS = (None, None, None)


def _lees(advies, meta):
    return Lezer(advies_html(advies, meta))


def test_the_letter_is_a_draft_to_the_college(maak_advies, meta):
    pagina = _lees(maak_advies(("ja", None, None)), meta)
    assert pagina.met_tag("h1") == ["Conceptadvies"]
    aan = "aan het college van burgemeester en wethouders van gemeente Het Hogeland"
    assert pagina.met_klasse("onderkop") == [aan]
    assert "Het is een concept" in " ".join(pagina.met_tag("section"))


def test_points_are_sorted_by_what_the_raad_said(maak_advies, meta):
    advies = maak_advies(("ja", None, None), ("deels", None, None), ("nee", None, None), ("weet_niet", None, None))
    pagina = _lees(advies, meta)
    assert pagina.met_tag("h3", "h4")[1:] == [
        "Dit staat in het beleid",
        "Dit staat voor een deel in het beleid",
        "Punt nummer 2",
        "Dit staat niet in het beleid",
        "Punt nummer 3",
        "Vragen aan het college",
    ]
    assert any("Staat punt 4 in het beleid?" in tekst for tekst in pagina.met_tag("li"))


def test_remark_and_advice_are_the_raads_own_words(maak_advies, meta):
    advies = maak_advies(("nee", "er staat <niets> over klachten", "Iedereen kan\neen klacht indienen."))
    assert _lees(advies, meta).met_klasse("woorden") == [
        "er staat <niets> over klachten",
        "Iedereen kan\neen klacht indienen.",
    ]
    assert "De raad adviseert: Iedereen kan een klacht indienen." in tekst_van(advies_pdf(advies, meta))


def test_nothing_stands_in_the_advice_that_no_member_said(maak_advies, meta):
    pagina = _lees(maak_advies(("nee", None, None), ("deels", "", "  "), ("ja", None, None)), meta)
    assert pagina.met_klasse("woorden") == []
    assert "De raad adviseert" not in " ".join(pagina.met_tag("main"))
    assert "De raad merkt op" not in " ".join(pagina.met_tag("main"))


def test_an_advice_that_belongs_to_an_oordeel_taken_back_is_left_out(maak_advies, meta):
    advies = maak_advies(("ja", "hoofdstuk 3", "oude zin"), (None, "oud", "ouder"))
    assert _lees(advies, meta).met_klasse("woorden") == ["hoofdstuk 3"]
    punten = advies_json(advies, meta)["delen"][0]["punten"]
    assert [(p["opmerking"], p["aanvulling"]) for p in punten] == [("hoofdstuk 3", None), (None, None)]


def test_the_overview_counts_every_point_once(maak_advies, meta):
    gezegd = [(oordeel, None, None) for oordeel in ("ja", "ja", "deels", "weet_niet")]
    pagina = _lees(maak_advies(*gezegd, NIETS), meta)
    cellen = pagina.met_tag("td")
    assert ["4 van 5", "2", "1", "0", "1"] in [cellen[i : i + 5] for i in range(len(cellen))]
    assert "De raad bekeek 4 van de 5 punten." in " ".join(pagina.met_tag("p"))


def test_what_was_not_looked_at_stands_at_the_end(maak_advies, meta):
    deels = _lees(maak_advies(("ja", None, None), NIETS), meta)
    assert "Wat de raad niet bekeek" in deels.met_tag("h2")
    assert "Punt nummer 2" in deels.met_tag("li")
    niets = _lees(maak_advies(NIETS, NIETS), meta)
    assert "Klachten en vertrouwen (alle 2 punten)" in niets.met_tag("li")
    alles = _lees(maak_advies(("ja", None, None)), meta)
    assert "Wat de raad niet bekeek" not in alles.met_tag("h2")


def test_each_point_names_its_source_and_the_list_has_the_whole_title(maak_advies, meta):
    pagina = _lees(maak_advies(("nee", None, None)), meta)
    assert pagina.met_klasse("bron") == ["Bron: Aandacht voor iedereen, hoofdstuk 5, Overigen, punt 2"]
    assert "Aandacht voor iedereen, Kwaliteitseisen (2014)" in pagina.met_tag("li")


def test_the_closing_sentence_is_a_proposal(maak_advies, meta):
    voorstel = " ".join(_lees(maak_advies(("ja", None, None)), meta).met_klasse("voorstel")[0].split())
    assert voorstel == (
        "Voorstel voor een slotzin. De raad kan deze zin weglaten. "
        "De raad vraagt het college om een schriftelijke reactie op dit advies."
    )


def test_the_json_holds_every_point(maak_advies, meta):
    stuk = advies_json(maak_advies(("nee", "er staat niets", "Zet het erin."), NIETS), meta)
    assert {k: stuk[k] for k in ("soort", "gemeente", "datum", "kenmerk", "klaar", "aantal", "bekeken", "pdf")} == {
        "soort": "wmo-conceptadvies",
        "gemeente": "Het Hogeland",
        "datum": "2023-03-08",
        "kenmerk": "3b2f6a0e",
        "klaar": True,
        "aantal": 2,
        "bekeken": 1,
        "pdf": "/document.pdf",
    }
    assert stuk["delen"][0]["punten"][0] == {
        "id": "punt_1",
        "kort": "Punt nummer 1",
        "vraag": "Staat punt 1 in het beleid?",
        "oordeel": "nee",
        "opmerking": "er staat niets",
        "aanvulling": "Zet het erin.",
        "bron": {"document": "avi", "plaats": "hoofdstuk 5, Overigen, punt 2"},
    }

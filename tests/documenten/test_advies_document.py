"""The advice of the Wmo-raad to the college, on paper and on screen."""

import re
from datetime import date
from itertools import pairwise

import pytest
from msgspec import structs

from bot.advies import Advies, Adviesdeel, Adviespunt
from bot.advies.advies import Brief, Stem
from bot.documenten import advies_html, advies_json, advies_pdf
from tests.documenten.conftest import AVI, Lezer, tekst_van

NIETS = (None, None, None)
LIJST = "Basisset kwaliteitseisen van de VNG"


def _lees(advies, meta):
    return Lezer(advies_html(advies, meta))


def _tekst(advies, meta):
    return " ".join(_lees(advies, meta).met_tag("main"))


def _punt(id, oordeel="nee", **anders):
    velden = {"kort": f"Over {id}", "vraag": f"Staat {id} erin?", "opmerking": None, "aanvulling": None, "bron": AVI}
    return Adviespunt(**(velden | anders), id=id, oordeel=oordeel)


def _advies(*punten, **anders):
    delen = (Adviesdeel("toegang", "Toegang", AVI, punten, len(punten), LIJST),)
    return Advies(**({"titel": LIJST, "delen": delen, "klaar": True} | anders))


# -- the letter itself ------------------------------------------------------------------------------------------------


def test_the_letter_opens_with_letterhead_addressee_date_and_subject(groot_advies, meta):
    pagina = _lees(groot_advies(8), meta)
    assert pagina.met_klasse("regels") == [
        "Wmo-raad Het Hogeland\nHoofdstraat 1\n9951 AA Winsum",
        "A. de Vries, voorzitter\nB. Yılmaz, secretaris",
    ]
    assert pagina.met_tag("h1") == ["Advies van de Wmo-raad"]
    assert pagina.met_tag("td")[:5] == [
        "het college van burgemeester en wethouders van gemeente Het Hogeland",
        "de Wmo-raad",
        "20 maart 2023",
        "Gevraagd advies over het Wmo-beleidsplan 2024",
        "vóór 1 mei 2023",
    ]
    assert pagina.met_tag("p")[1] == "Geacht college,"


@pytest.mark.parametrize(
    ("brief", "onderwerp", "opening"),
    [
        (Brief(gevraagd=True, over="de bus"), "Gevraagd advies over de bus", "U vroeg ons om advies over de bus."),
        (Brief(gevraagd=False, over="de bus"), "Ongevraagd advies over de bus", "Wij geven u dit advies uit onszelf."),
        (Brief(over="de bus"), "Advies over de bus", "In deze brief leest u ons advies over de bus."),
        (Brief(), "Advies over het Wmo-beleid", "In deze brief leest u ons advies."),
        (Brief(gevraagd=True), "Gevraagd advies over het Wmo-beleid", "U vroeg ons om advies."),
    ],
)
def test_the_letter_says_whether_the_college_asked_for_it(meta, brief, onderwerp, opening):
    pagina = _lees(_advies(_punt("a"), brief=brief), meta)
    assert onderwerp in pagina.met_tag("td")
    assert any(alinea.startswith(opening) for alinea in pagina.met_tag("p"))


def test_what_is_empty_is_left_out(meta):
    pagina = _lees(_advies(_punt("a")), structs.replace(meta, kenmerk=""))
    assert pagina.met_klasse("regels") == []
    assert pagina.met_tag("th")[:4] == ["Aan", "Van", "Datum", "Onderwerp"]
    assert pagina.met_tag("td")[2] == "8 maart 2023"
    assert [" ".join(t.split()) for t in pagina.met_klasse("schrijven")] == ["Naam", "Handtekening"]
    tekst = " ".join(pagina.met_tag("main"))
    for weg in ("vóór", "werkten mee", "None", "achterban", "andere mening", "meest telt", "vraag aan", "verschilt"):
        assert weg not in tekst


def test_a_draft_says_so_and_a_finished_letter_does_not(groot_advies, meta):
    concept = _lees(groot_advies(8, klaar=False), meta)
    assert concept.met_tag("h1") == ["Conceptadvies van de Wmo-raad"]
    assert concept.met_klasse("let-op") == ["Dit is een concept. De raad kan alles nog veranderen."]
    assert "oncept" not in _tekst(groot_advies(8), meta)


def test_the_college_is_asked_to_answer_each_number_with_reasons(meta):
    verzoek = "Wij vragen u om een schriftelijk antwoord op dit advies"
    brief = Brief(reactie_voor=date(2023, 5, 1))
    tekst = _tekst(_advies(_punt("a", aanvulling="Doe dit."), _punt("b", "weet_niet"), brief=brief), meta)
    per_nummer = "Schrijf bij elk nummer of u het advies overneemt, en waarom wel of niet."
    heel = f"{verzoek}, vóór 1 mei 2023. {per_nummer} Geef ook antwoord op onze vraag."
    assert tekst.count(heel) == 2
    kaal = _tekst(_advies(_punt("a", "ja")), meta)
    assert kaal.count(f"{verzoek}. ") == 2
    assert "Schrijf bij elk nummer" not in kaal


def test_those_who_made_it_are_named_as_they_write_themselves(groot_advies, meta):
    assert "Aan dit advies werkten mee: A. de Vries, B. Yılmaz, Cor <secretaris>." in _tekst(groot_advies(8), meta)


# -- what the raad found ----------------------------------------------------------------------------------------------


def test_points_are_sorted_by_what_the_raad_said(maak_advies, meta):
    advies = maak_advies(("ja", None, None), ("deels", None, None), ("nee", None, "Doe x."), ("weet_niet", None, None))
    pagina = _lees(advies, meta)
    koppen = pagina.met_tag("h2", "h3", "h4", "h5")
    assert koppen[koppen.index(LIJST, 4) :] == [
        LIJST,
        "Klachten en vertrouwen",
        "Goed: dit staat in het beleid",
        "Dit ontbreekt of is niet compleet",
        "Punt nummer 2",
        "Advies 1: Punt nummer 3",
        "Onze vragen aan u",
        "Onze adviezen op een rij",
        "Wat wij van u vragen",
        "Bijlage: alle punten",
        LIJST,
        "Bronnen",
    ]
    assert any("Staat punt 4 in het beleid?" in tekst for tekst in pagina.met_tag("li"))


def test_remark_example_advice_and_minority_are_the_raads_own_words(meta):
    punt = _punt(
        "a",
        opmerking="er staat <niets> over klachten",
        voorbeeld="Mevrouw B. belde\nvier keer.",
        aanvulling="Iedereen kan\neen klacht indienen.",
        minderheid=(Stem("<b>Cor</b>", "ja", "Op bladzijde 3."), Stem("Ans", "weet_niet", None)),
    )
    pagina = _lees(_advies(punt), meta)
    assert pagina.met_klasse("woorden") == [
        "er staat <niets> over klachten",
        "Mevrouw B. belde\nvier keer.",
        "Iedereen kan\neen klacht indienen.",
        "Op bladzijde 3.",
        "Iedereen kan\neen klacht indienen.",
    ]
    assert pagina.met_klasse("spreker") == [
        "Wij merken op:",
        "Een voorbeeld uit de praktijk:",
        "Wij adviseren:",
        "Een andere mening, van <b>Cor</b>: ja.",
        "Een andere mening, van Ans: weet niet.",
    ]
    tekst = tekst_van(advies_pdf(_advies(punt), meta))
    assert "Wij adviseren: Iedereen kan een klacht indienen. Een andere mening, van <b>Cor</b>: ja." in tekst


def test_nothing_stands_in_the_advice_that_no_member_said(maak_advies, meta):
    pagina = _lees(maak_advies(("nee", None, None), ("deels", "", "  "), ("ja", None, None)), meta)
    assert pagina.met_klasse("woorden") == []
    assert pagina.met_klasse("spreker") == []
    assert "Wij adviseren" not in " ".join(pagina.met_tag("main"))


def test_an_advice_that_belongs_to_an_oordeel_taken_back_is_left_out(meta):
    stem = (Stem("Cor", "ja", "weg"),)
    over = {"opmerking": "oud", "aanvulling": "ouder", "voorbeeld": "oudst", "minderheid": stem}
    advies = _advies(_punt("a", "ja", opmerking="hoofdstuk 3", aanvulling="oude zin"), _punt("b", None, **over))
    assert _lees(advies, meta).met_klasse("woorden") == ["hoofdstuk 3"]
    punten = advies_json(advies, meta)["delen"][0]["punten"]
    assert [(p["opmerking"], p["aanvulling"], p["voorbeeld"]) for p in punten] == [
        ("hoofdstuk 3", None, None),
        (None, None, None),
    ]
    assert not punten[1]["minderheid"]


def test_advices_are_numbered_by_importance_and_then_by_the_checklist(meta):
    belang = [None, "laag", "hoog", "midden", "hoog"]
    punten = [_punt(f"p{i}", belang=b, aanvulling=f"zin {i}") for i, b in enumerate(belang)]
    pagina = _lees(_advies(*punten, _punt("stil", belang="hoog"), _punt("ja", "ja", belang="hoog")), meta)
    op_een_rij = [f"zin {i}" for i in (2, 4, 3, 1, 0)]
    assert pagina.met_klasse("woorden")[-5:] == op_een_rij
    assert [k for k in pagina.met_tag("h5") if k.startswith("Advies")] == [
        f"Advies {nummer}: Over p{i}" for nummer, i in enumerate((2, 4, 3, 1, 0), 1)
    ]
    assert "Dit andere punt ontbreekt of is niet compleet:" in pagina.met_tag("p")
    assert "Over stil (Toegang)" in pagina.met_tag("li")


def test_the_summary_opens_with_what_matters_most_and_is_missing(meta):
    punten = (
        _punt("laag", belang="laag", aanvulling="zin laag"),
        _punt("hoog", "deels", belang="hoog", aanvulling="zin hoog"),
        _punt("goed", "ja", belang="hoog"),
    )
    pagina = _lees(_advies(*punten), meta)
    assert pagina.met_tag("h2", "h3")[:3] == [
        "Samenvatting",
        "Wat voor onze achterban het meest telt",
        "Ons antwoord in het kort",
    ]
    eerste = pagina.met_tag("li")[0]
    assert eerste == "Advies 1: Over hoog. Dit lezen wij voor een deel in het beleid. zin hoog"
    assert pagina.met_tag("li")[1:4] == [
        "In het beleid: 1 punt",
        "Voor een deel in het beleid: 1 punt",
        "Niet in het beleid: 1 punt",
    ]
    assert "Wij geven u 2 adviezen." in " ".join(pagina.met_tag("p"))


def test_parts_stand_under_the_checklist_they_belong_to(meta):
    delen = tuple(
        Adviesdeel(f"d{i}", f"Deel {i}", AVI, (_punt(f"p{i}", "ja"),), 1, ("Lijst A", "Lijst B")[i % 2])
        for i in range(3)
    )
    advies = Advies("Lijst A", delen, True, ("Lijst B", "Lijst A"))
    koppen = _lees(advies, meta).met_tag("h2", "h3")
    assert [k for k in koppen if k.startswith(("Deel", "Lijst"))] == [
        *("Lijst B", "Deel 1", "Lijst A", "Deel 0", "Deel 2"),
        *("Lijst B", "Lijst A"),
    ]


def test_what_members_differ_about_stands_only_in_a_draft(meta):
    stem = (Stem("Ans", "ja", "wel degelijk"), Stem("Cor", "nee", None))
    verdeeld = _advies(_punt("a", None, verdeeld=True, minderheid=stem), _punt("b", "ja"), klaar=False)
    pagina = _lees(verdeeld, meta)
    assert "Hierover verschilt de raad nog" in pagina.met_tag("h2")
    assert "Hierover zeggen wij niets" not in pagina.met_tag("h2")
    assert "Over a Het antwoord van Ans: ja. wel degelijk Het antwoord van Cor: nee." in " ".join(pagina.met_tag("li"))
    assert "nog verdeeld" in pagina.met_tag("td")
    klaar = _lees(structs.replace(verdeeld, klaar=True), meta)
    assert "Hierover verschilt de raad nog" not in klaar.met_tag("h2")
    assert "Hierover zeggen wij niets" in klaar.met_tag("h2")
    assert klaar.met_klasse("woorden") == []


def test_what_was_not_looked_at_stands_apart(maak_advies, meta):
    deels = _lees(maak_advies(("ja", None, None), NIETS), meta)
    assert "Hierover zeggen wij niets" in deels.met_tag("h2")
    assert "Punt nummer 2" in deels.met_tag("li")
    niets = _lees(maak_advies(NIETS, NIETS), meta)
    assert "Klachten en vertrouwen (alle 2 punten)" in niets.met_tag("li")
    alles = _lees(maak_advies(("ja", None, None)), meta)
    assert "Hierover zeggen wij niets" not in alles.met_tag("h2")


def test_each_point_names_its_source_and_the_list_has_the_whole_title(maak_advies, meta):
    pagina = _lees(maak_advies(("nee", None, None)), meta)
    assert pagina.met_klasse("bron") == ["Bron: Aandacht voor iedereen, hoofdstuk 5, Overigen, punt 2"]
    assert "Aandacht voor iedereen, Kwaliteitseisen (2014)" in pagina.met_tag("li")


# -- numbers, chart and appendix --------------------------------------------------------------------------------------


def test_the_overview_counts_every_point_once(maak_advies, meta):
    gezegd = [(oordeel, None, None) for oordeel in ("ja", "ja", "deels", "weet_niet")]
    pagina = _lees(maak_advies(*gezegd, NIETS), meta)
    cellen = pagina.met_tag("td")
    assert [cellen[i : i + 6] for i in range(len(cellen))].count(["4 van 5", "2", "1", "0", "1", "1"]) == 2
    assert "Wij geven antwoord bij 4 van de 5 punten." in " ".join(pagina.met_tag("p"))


def test_the_chart_says_in_words_what_it_draws(maak_advies, meta):
    gezegd = [(oordeel, None, None) for oordeel in ("ja", "ja", "deels", "nee")]
    html = advies_html(maak_advies(*gezegd, NIETS), meta)
    tekening = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(tekening) == 1
    pagina = Lezer(tekening[0])
    assert pagina.met_tag("desc") == ["Klachten en vertrouwen: 2 ja, 1 deels, 1 nee, 1 geen antwoord."]
    assert LIJST in pagina.met_tag("title")[0]
    assert pagina.met_tag("text") == [
        *("ja", "deels", "nee", "weet niet", "geen antwoord"),
        *("Klachten en vertrouwen", "2", "1", "1", "1"),
    ]
    verwijzingen = re.findall(r'aria-(?:labelledby|describedby)="([^"]*)"', tekening[0])
    assert re.findall(r'<(?:title|desc) id="([^"]*)"', tekening[0]) == verwijzingen


def test_bars_are_as_long_as_their_share_and_follow_each_other(groot_advies, meta):
    rechthoeken = re.findall(
        r'<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)" height="22"', advies_html(groot_advies(40), meta)
    )
    for (x, y, breed), (x2, y2, _) in pairwise([tuple(map(float, r)) for r in rechthoeken]):
        if y == y2:
            assert x + breed == pytest.approx(x2, abs=0.2)
        else:
            assert (x + breed, x2) == (pytest.approx(639, abs=0.2), 1)


def test_many_parts_make_more_than_one_chart(meta):
    delen = tuple(Adviesdeel(f"d{i}", f"Deel {i}", AVI, (_punt(f"p{i}", "ja"),), 1, LIJST) for i in range(23))
    html = advies_html(Advies(LIJST, delen, True), meta)
    per_tekening = [t.count(" 1 ja.") for t in re.findall(r"<desc.*?</desc>", html, re.DOTALL)]
    assert per_tekening == [7, 8, 8]
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)


def test_the_appendix_has_every_point_with_answer_number_and_source(meta):
    bron = "Aandacht voor iedereen, hoofdstuk 5, Overigen, punt 2"
    punten = (
        _punt("a", "ja", belang="laag"),
        _punt("b", "nee", aanvulling="Doe b."),
        _punt("c", "weet_niet"),
        _punt("d", None),
    )
    assert _lees(_advies(*punten), meta).met_tag("td")[-16:] == [
        *("ja", "minder belangrijk", "–", bron),
        *("nee", "–", "advies 1", bron),
        *("weet niet", "–", "vraag 1", bron),
        *("geen antwoord", "–", "–", bron),
    ]
    zonder = _lees(_advies(_punt("a", "ja")), meta)
    assert zonder.met_tag("td")[-3:] == ["ja", "–", bron]


# -- what members can throw at it -------------------------------------------------------------------------------------

LASTIG = ["w" * 3000, "</p><h1>Besluit</h1>", "أمي لا تخرج كثيراً", "eerste\n\n  tweede", "{{ 7 * 7 }}"]


@pytest.mark.parametrize("woorden", LASTIG)
def test_own_words_stand_in_the_letter_to_the_letter(meta, woorden):
    punt = _punt(
        "a", opmerking=woorden, voorbeeld=woorden, aanvulling=woorden, minderheid=(Stem(woorden, "ja", woorden),)
    )
    brief = Brief(briefhoofd=woorden, over=woorden, ondertekening=woorden)
    pagina = _lees(_advies(punt, brief=brief, leden=(woorden,)), meta)
    assert pagina.met_klasse("woorden") == [woorden] * 5
    assert pagina.met_klasse("regels") == [woorden] * 2
    assert [t for tag, _, t in pagina.elementen if tag == "bdi"] == [woorden] * 4
    assert pagina.met_tag("h1") == ["Advies van de Wmo-raad"]


def test_three_hundred_points_survive(groot_advies, meta):
    advies = groot_advies(300)
    pagina = _lees(advies, meta)
    tekst = " ".join(pagina.met_tag("main"))
    for deel in advies.delen:
        for punt in deel.punten:
            assert punt.kort in tekst
            for woorden in (punt.opmerking, punt.aanvulling, punt.voorbeeld):
                assert woorden is None or woorden in tekst
    nummers = [int(k.split(":")[0].removeprefix("Advies ")) for k in pagina.met_tag("h5") if k.startswith("Advies")]
    assert sorted(nummers) == list(range(1, len(nummers) + 1))


def test_headings_do_not_skip_a_level(groot_advies, meta):
    for klaar in (True, False):
        pagina = _lees(groot_advies(100, klaar=klaar), meta)
        niveaus = [int(tag[1]) for tag, _, _ in pagina.elementen if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in pairwise(niveaus))


# -- the data ---------------------------------------------------------------------------------------------------------


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
    assert stuk["delen"][0]["lijst"] == LIJST
    assert stuk["delen"][0]["punten"][0] == {
        "id": "punt_1",
        "kort": "Punt nummer 1",
        "vraag": "Staat punt 1 in het beleid?",
        "oordeel": "nee",
        "opmerking": "er staat niets",
        "aanvulling": "Zet het erin.",
        "bron": {"document": "avi", "plaats": "hoofdstuk 5, Overigen, punt 2"},
        "belang": None,
        "voorbeeld": None,
        "verdeeld": False,
        "minderheid": (),
        "nummer": 1,
    }


def test_the_json_holds_the_letter_and_who_made_it(groot_advies, meta):
    stuk = advies_json(groot_advies(9), meta)
    assert stuk["brief"] == {
        "briefhoofd": "Wmo-raad Het Hogeland\nHoofdstraat 1\n9951 AA Winsum",
        "gevraagd": True,
        "over": "het Wmo-beleidsplan 2024",
        "datum": "2023-03-20",
        "reactie_voor": "2023-05-01",
        "ondertekening": "A. de Vries, voorzitter\nB. Yılmaz, secretaris",
    }
    assert stuk["lijsten"] == [LIJST, "Elf aandachtspunten"]
    assert stuk["leden"] == ["A. de Vries", "B. Yılmaz", "Cor <secretaris>"]
    assert stuk["delen"][0]["punten"][8]["minderheid"] == (
        {"naam": "Cor <secretaris>", "oordeel": "nee", "opmerking": "Ik lees dat anders."},
    )

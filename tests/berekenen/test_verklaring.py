"""Which steps and reasons answer a question about the outcome: `hoezo 0 minuten?`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.berekenen.verklaring import verklaar
from tests.vragen.instelling import RUSTIG, VIJANDIG

LICHT = {"onderdeel": "licht", "tekst": "Licht werk in huis: 60 minuten.", "minuten": 60}
ZWAAR = {"onderdeel": "zwaar", "tekst": "Zwaar werk in huis: 90 minuten.", "minuten": 90}
STOFZUIGEN = {"onderdeel": "zwaar", "tekst": "Stofzuigen gaat al zonder hulp, 15 minuten eraf.", "minuten": -15}
WASGOED = {"onderdeel": "was", "tekst": "Het wasgoed telt nu voor 0 minuten.", "minuten": 0}
REDEN = {"code": "leeftijd", "tekst": "Van een kind tot 5 jaar verwacht de gemeente geen hulp."}
UITKOMST = {
    "stappen": [LICHT, ZWAAR, STOFZUIGEN, WASGOED],
    "redenen": [REDEN],
    "waarde": {"minuten": 135, "per_taak": {"licht": 60, "zwaar": 75, "was": 0}},
}
ALLES = [LICHT, ZWAAR, STOFZUIGEN, WASGOED, REDEN]


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("hoezo 0 minuten?", [WASGOED]),
        ("hoezo nul minuten", [WASGOED]),
        ("Maar hoezo 90?!", [ZWAAR]),
        ("waar komen die 15 minuten vandaan", [STOFZUIGEN]),
        ("waarom 1 uur en 30 minuten?", [ZWAAR]),
        ("waarom telt de was niet mee?", [WASGOED]),
        ("waarom minder voor stofzuigen", [STOFZUIGEN]),
        ("hoezo zwaar werk 90 minuten", [ZWAAR]),
        ("hoezo het kind?", [REDEN]),
    ],
)
def test_a_number_or_a_word_finds_what_it_is_about(tekst: str, regels: list[dict[str, object]]) -> None:
    verklaring = verklaar(UITKOMST, tekst)
    assert verklaring is not None
    assert (list(verklaring.regels), verklaring.geen) == (regels, False)


@pytest.mark.parametrize("tekst", ["hoezo", "hoezo dat?", "hoe komt u daaraan", "hoezo 2 uur en 15 minuten?"])
def test_a_question_about_the_whole_gets_every_step(tekst: str) -> None:
    verklaring = verklaar(UITKOMST, tekst)
    assert verklaring is not None
    assert (list(verklaring.regels), verklaring.geen) == (ALLES, False)


@pytest.mark.parametrize("tekst", ["hoezo 45 minuten?", "waarom telt de tuin niet mee?", f"hoezo {'9' * 30}"])
def test_what_the_outcome_does_not_have_is_said(tekst: str) -> None:
    verklaring = verklaar(UITKOMST, tekst)
    assert verklaring is not None
    assert (list(verklaring.regels), verklaring.geen) == (ALLES, True)


@pytest.mark.parametrize(
    "tekst", ["", "wat is een pgb?", "waar is het gemeentehuis", "90 minuten", "ik snap het", "waarom " + "dus " * 20]
)
def test_what_does_not_ask_after_the_outcome_is_left_alone(tekst: str) -> None:
    assert verklaar(UITKOMST, tekst) is None


def test_who_surely_asks_after_something_else_gets_a_step_only_by_its_number() -> None:
    assert verklaar(UITKOMST, "waarom telt de was niet mee?", over_iets_anders=True) is None
    verklaring = verklaar(UITKOMST, "hoezo 90 minuten?", over_iets_anders=True)
    assert verklaring is not None
    assert list(verklaring.regels) == [ZWAAR]


def test_an_outcome_without_steps_explains_nothing() -> None:
    assert verklaar({"stappen": [], "redenen": [], "waarde": {}}, "hoezo 0 minuten?") is None


def test_the_same_sentence_is_said_once() -> None:
    dubbel = {"stappen": [ZWAAR, ZWAAR], "redenen": [ZWAAR], "waarde": None}
    verklaring = verklaar(dubbel, "hoezo 90 minuten?")
    assert verklaring is not None
    assert list(verklaring.regels) == [ZWAAR]


def test_the_article_een_asks_after_no_number() -> None:
    een = {"stappen": [{**LICHT, "tekst": "Boodschappen: 1 keer per week."}, ZWAAR], "redenen": [], "waarde": {}}
    verklaring = verklaar(een, "hoezo een kwartier?")
    assert verklaring is not None
    assert verklaring.geen


@RUSTIG
@given(st.sampled_from(["", "hoezo ", "waarom telt "]), st.one_of(st.text(max_size=60), st.sampled_from(VIJANDIG)))
def test_any_text_gets_steps_that_are_there_or_none(aanloop: str, tekst: str) -> None:
    verklaring = verklaar(UITKOMST, aanloop + tekst)
    assert verklaring is None or all(regel in ALLES for regel in verklaring.regels)


@RUSTIG
@given(st.integers(0, 10_000))
def test_a_number_finds_the_steps_that_have_it_and_no_other(minuten: int) -> None:
    verklaring = verklaar(UITKOMST, f"hoezo {minuten} minuten?")
    van = {60: [LICHT], 90: [ZWAAR], 15: [STOFZUIGEN], 0: [WASGOED], 5: [REDEN]}
    assert verklaring is not None
    assert list(verklaring.regels) == van.get(minuten, ALLES)
    assert verklaring.geen == (minuten not in {*van, 75, 135})

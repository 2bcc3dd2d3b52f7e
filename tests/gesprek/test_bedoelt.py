"""When two topics are close the bot asks in one grammatical sentence which one was meant."""

from itertools import permutations
from typing import Any

import pytest

from bot.gesprek.bedoelt import NIET_BEGREPEN
from bot.gesprek.keuzes import GEEN_VAN_BEIDE, bedoeld
from tests.test_teksten import WOORDEN_PER_ZIN, lijdend, woorden, zinnen
from tests.vragen import dialogen

DIENSTEN = dialogen.diensten()
BEDOELT = DIENSTEN.bedoelt
# Opdrachten that stand on buttons only: nobody asks for them in words.
GEEN_VRAAG = frozenset(
    "verder overslaan zo_laten waarom terug meer wis_ja mijn_antwoord opnieuw_ja in_plan wijzigen".split()
)
VRAAGWOORDEN = ("wat", "hoe", "hoelang", "hoeveel", "wie", "waar", "wanneer", "waarom", "dat")


def mag(_: str) -> bool:
    return True


def begrepen(intent: str, **kansen: float) -> dict[str, Any]:
    ranglijst = [{"name": naam, "confidence": kans} for naam, kans in kansen.items()]
    return {"intent": {"name": intent, "confidence": kansen.get(intent, 1.0)}, "intent_ranking": ranglijst}


# -- the table ------------------------------------------------------------------------------------------------------


def test_everything_that_can_be_suggested_has_a_sentence() -> None:
    kan = DIENSTEN.kennis.keys() | {h for h in DIENSTEN.algemeen.labels if DIENSTEN.heeft(h)}
    assert kan - GEEN_VRAAG - BEDOELT.zinnen.keys() == set()


def test_every_sentence_is_of_something_that_exists() -> None:
    assert BEDOELT.zinnen.keys() - DIENSTEN.kennis.keys() - DIENSTEN.algemeen.labels.keys() == set()


@pytest.mark.parametrize("id", BEDOELT.zinnen)
def test_a_sentence_fits_behind_bedoelt_u(id: str) -> None:
    zin = BEDOELT.zinnen[id]
    assert zin == zin.strip()
    assert zin[-1] not in ".?!,"
    assert zin.split()[0] != "of"
    assert zin[0].islower()
    assert len(woorden(zin)) <= 8
    assert not lijdend(zin)
    if zin.split()[0] in VRAAGWOORDEN:
        assert len(woorden(zin)) >= 3


def test_no_two_sentences_are_the_same() -> None:
    alle = list(BEDOELT.zinnen.values())
    assert [z for z in alle if alle.count(z) > 1] == []


def test_every_pair_makes_one_short_question() -> None:
    for paar in permutations(BEDOELT.zinnen, 2):
        vraag = BEDOELT.vraag(list(paar))
        assert vraag.count("?") == 1
        assert max(len(woorden(z)) for z in zinnen(vraag)) <= WOORDEN_PER_ZIN


# -- when it asks ---------------------------------------------------------------------------------------------------


def test_two_that_are_close_are_asked() -> None:
    uit = BEDOELT.bij_twijfel(begrepen("pgb", pgb=0.33, pgb_hoogte=0.3, pgb_plan=0.1), mag)
    assert uit["intent"]["name"] == NIET_BEGREPEN
    assert BEDOELT.mogelijk(uit["intent_ranking"], mag) == ["pgb", "pgb_hoogte"]
    assert BEDOELT.vraag(["pgb", "pgb_hoogte"]) == "Ik twijfel. Bedoelt u wat een pgb is, of hoe hoog een pgb is?"


@pytest.mark.parametrize(
    "gezien",
    [
        pytest.param(begrepen("pgb", pgb=0.6, pgb_hoogte=0.1), id="one clear winner"),
        pytest.param(begrepen("pgb", pgb=0.5, pgb_hoogte=0.34), id="just far enough apart"),
        pytest.param(begrepen("medewerker", medewerker=0.3, klacht=0.29), id="a person is never held up"),
        pytest.param(begrepen("wis_gegevens", wis_gegevens=0.3, privacy=0.29), id="wiping neither"),
        pytest.param(begrepen("pauze", pgb=0.3, pgb_hoogte=0.29), id="a fixed word is certain"),
        pytest.param(begrepen("groet", groet=0.3, pgb=0.29), id="a greeting is not a thing to mean"),
        pytest.param(begrepen("pgb"), id="no ranking"),
    ],
)
def test_what_is_clear_is_answered(gezien: dict[str, Any]) -> None:
    assert BEDOELT.bij_twijfel(gezien, mag) == gezien


def test_what_this_municipality_or_role_has_not_is_not_asked() -> None:
    gezien = begrepen("pgb", pgb=0.33, start_wlz=0.3)
    assert BEDOELT.bij_twijfel(gezien, lambda doel: doel != "start_wlz") == gezien
    assert not DIENSTEN.mag_voorstellen("start_huishouden", "raad")
    assert DIENSTEN.mag_voorstellen("start_huishouden", "inwoner")
    assert DIENSTEN.mag_voorstellen("basisset", "raad")


@pytest.mark.parametrize("beste", ["hulp_bij_het_huishouden", "start_huishouden"])
def test_an_explanation_that_offers_the_other_is_given_at_once(beste: str) -> None:
    ander = ({"hulp_bij_het_huishouden", "start_huishouden"} - {beste}).pop()
    gezien = begrepen(beste, **{beste: 0.38, ander: 0.36})
    uit = BEDOELT.bij_twijfel(gezien, mag, DIENSTEN.biedt_aan)
    assert uit["intent"]["name"] == "hulp_bij_het_huishouden"
    assert not DIENSTEN.biedt_aan("pgb", "pgb_hoogte")


def test_a_dialogue_that_is_more_likely_wrong_than_right_is_asked_about_first() -> None:
    uit = BEDOELT.bij_twijfel(begrepen("start_overbelasting", start_overbelasting=0.43, hulpvraag=0.17), mag)
    assert uit["intent"]["name"] == NIET_BEGREPEN
    zeker = begrepen("start_overbelasting", start_overbelasting=0.51, hulpvraag=0.17)
    assert BEDOELT.bij_twijfel(zeker, mag) == zeker


@pytest.mark.parametrize(
    ("tekst", "zekerheid", "verhaal"),
    [
        ("mijn vader woont alleen en redt het niet meer zo goed", 0.4, True),
        ("mijn vader woont alleen en redt het niet meer zo goed", 0.6, False),
        ("hoeveel moet mijn vader betalen als hij alleen woont", 0.4, False),
        ("vader woont alleen", 0.4, False),
    ],
)
def test_a_story_that_may_be_about_several_things_is_what_a_plan_is_for(
    tekst: str, zekerheid: float, verhaal: bool
) -> None:
    assert BEDOELT.is_onzeker_verhaal(begrepen("hulpvraag", hulpvraag=zekerheid), tekst) is verhaal


def test_nobody_is_sent_away_on_a_guess() -> None:
    uit = BEDOELT.bij_twijfel(begrepen("buiten_bereik", buiten_bereik=0.6, hulpvraag=0.2), mag)
    assert uit["intent"]["name"] == NIET_BEGREPEN
    zeker = begrepen("buiten_bereik", buiten_bereik=0.8, hulpvraag=0.1)
    assert BEDOELT.bij_twijfel(zeker, mag) == zeker


def test_what_is_too_unsure_is_not_named() -> None:
    assert BEDOELT.mogelijk(begrepen("x", pgb=0.15, pgb_hoogte=0.02)["intent_ranking"], mag) == ["pgb"]


def test_no_to_the_question_is_something_else() -> None:
    aangeboden = [
        {"id": "1", "label": "Wat is een pgb?", "opdracht": "/pgb"},
        {"id": "2", "label": BEDOELT.iets_anders, "opdracht": GEEN_VAN_BEIDE},
    ]
    gekozen = bedoeld(aangeboden, "nee")
    assert gekozen
    assert gekozen["id"] == "2"

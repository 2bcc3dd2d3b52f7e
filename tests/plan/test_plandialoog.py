"""The questions of the persoonlijk plan, with their real texts."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.plan.dialoog import NA_DOMEINEN, PER_DOMEIN, wie_in_u
from bot.vragen import Leesfout, Stand, beantwoord, huidige, sla_over
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import WANDELING

PLAN = dialogen.dialoog("persoonlijk_plan")
DOMEINEN = list(PLAN.teksten.domeinen)


def zeg(stand: Stand, *teksten: str) -> list[str]:
    gezegd: list[str] = []
    for tekst in teksten:
        gezegd = beantwoord(PLAN, stand, tekst, VANDAAG)[1]
    return gezegd


def open_vraag(stand: Stand) -> Any:
    vraag = huidige(PLAN, stand)
    return vraag.id if vraag else None


# -- for whom -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voor_wie", "wie"),
    [
        (None, "u"),
        ("mijzelf", "u"),
        ("mijn moeder", "uw moeder"),
        ("voor mijn tante", "uw tante"),
        ("Voor mijn tante Annie", "uw tante Annie"),
        ("m'n zus", "uw zus"),
        ("onze zoon", "uw zoon"),
        ("Onze zoon", "uw zoon"),
        ("iemand anders", "deze persoon"),
        ("Annie", "Annie"),
        ("de buurvrouw", "de buurvrouw"),
    ],
)
def test_the_bot_speaks_of_the_person_as_the_person_would_hear_it(voor_wie: str | None, wie: str) -> None:
    assert wie_in_u(voor_wie) == wie
    if voor_wie:
        assert PLAN.wie(voor_wie) == wie


def test_for_oneself_the_questions_say_u() -> None:
    vragen = {v.id: v.tekst for v in PLAN.route({"voor_wie": "mijzelf"})}
    assert vragen["hulp_nu"] == "Wie helpt u nu, en waarmee?"
    assert vragen["vorm"].startswith("Hoe wilt u ")


def test_for_a_mother_the_questions_say_uw_moeder() -> None:
    vragen = {v.id: v.tekst for v in PLAN.route({"voor_wie": "mijn moeder"})}
    assert vragen["hulp_nu"] == "Wie helpt uw moeder nu, en waarmee?"
    assert vragen["vorm"].startswith("Hoe wil uw moeder ")


def test_braces_in_a_name_do_no_harm() -> None:
    vragen = {v.id: v.tekst for v in PLAN.route({"voor_wie": "{wie} en {x}"})}
    assert "{wie} en {x}" in vragen["hulp_nu"]


@pytest.mark.parametrize("tekst", ["weet ik niet", "ja", "nee"])
def test_the_questions_never_speak_of_a_person_called_yes_no_or_not_knowing(tekst: str) -> None:
    stand = Stand()
    try:
        zeg(stand, tekst)
    except Leesfout:
        return
    assert {v.id: v.tekst for v in PLAN.route(stand.antwoorden)}["hulp_nu"] == "Wie helpt u nu, en waarmee?"


# -- the order ------------------------------------------------------------------------------------------------------


def test_without_a_domein_only_the_general_questions_are_asked() -> None:
    begin = ["voor_wie", "clientondersteuning", "melding", "domeinen"]
    assert [v.id for v in PLAN.route({})] == [*begin, *NA_DOMEINEN, "klopt"]


@WANDELING
@given(st.lists(st.sampled_from(DOMEINEN), unique=True))
def test_each_chosen_domein_brings_its_four_questions_in_the_chosen_order(gekozen: list[str]) -> None:
    route = [v.id for v in PLAN.route({"domeinen": gekozen})]
    assert [id for id in route if "." in id] == [f"{d}.{naam}" for d in gekozen for naam in PER_DOMEIN]
    assert route.index("domeinen") == 3
    assert route[-len(NA_DOMEINEN) - 1 :] == [*NA_DOMEINEN, "klopt"]


def test_there_are_eleven_domeinen_and_each_can_be_chosen() -> None:
    """hogeland §2.5 lists eleven parts of life."""
    (vraag,) = (v for v in PLAN.route({}) if v.id == "domeinen")
    assert sorted(k.waarde for k in vraag.keuzes) == sorted(DOMEINEN)
    assert len(DOMEINEN) == 11


def test_the_questions_of_a_domein_name_it_and_say_what_to_think_of() -> None:
    vragen = {v.id: v for v in PLAN.route({"domeinen": ["huisvesting"]})}
    eerste = vragen["huisvesting.domein_nu"]
    assert eerste.tekst == "Wonen: hoe gaat het nu?"
    assert eerste.vooraf == (PLAN.teksten.domeinen["huisvesting"].denk_aan,)


def test_no_question_of_the_plan_holds_an_unfilled_name() -> None:
    for voor_wie in ("mijzelf", "mijn moeder"):
        for vraag in PLAN.route({"voor_wie": voor_wie, "domeinen": DOMEINEN, "klopt": "nee"}):
            teksten = [vraag.tekst, vraag.waarom, vraag.hulp, vraag.kort, *vraag.vooraf]
            teksten += [t for k in vraag.keuzes for t in (k.label, *k.reactie)]
            assert not any("{" in t or "}" in t for t in teksten), vraag.id


def test_in_a_list_a_question_of_a_domein_is_named_with_its_domein() -> None:
    (vraag,) = (v for v in PLAN.route({"domeinen": ["huisvesting"]}) if v.id == "huisvesting.domein_doel")
    assert PLAN.in_lijst(vraag) == "Wonen: dit is het doel"
    assert PLAN.in_lijst(PLAN.route({})[0]) == "Voor wie"


# -- the melding ----------------------------------------------------------------------------------------------------


def test_after_the_melding_the_last_day_for_the_plan_is_said() -> None:
    """Tuesday 7 March 2023 and seven days (hogeland §2.3) is Tuesday 14 March."""
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    (gezegd,) = zeg(stand, "afgelopen dinsdag")
    assert "dinsdag 7 maart 2023" in gezegd
    assert "dinsdag 14 maart 2023" in gezegd
    assert stand.antwoorden["melding"] == "2023-03-07"


def test_a_last_day_on_a_saturday_becomes_monday() -> None:
    """4 March 2023 and seven days is Saturday 11 March (Algemene termijnenwet, article 1)."""
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    assert "maandag 13 maart 2023" in zeg(stand, "4 maart")[0]


def test_without_a_melding_yet_the_plan_has_no_last_day() -> None:
    """hogeland §2.3: seven days after the melding, and that has not been."""
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    (gezegd,) = zeg(stand, "nog niet")
    assert "7 dagen" in gezegd
    assert open_vraag(stand) == "domeinen"


@pytest.mark.parametrize(
    ("melding", "woorden"),
    [("3 maart", "is vandaag"), ("2 maart", "is voorbij"), ("4 maart", "op tijd")],
)
def test_a_last_day_that_is_today_or_past_is_said_as_such(melding: str, woorden: str) -> None:
    """Today is Friday 10 March 2023; seven days after 3 March."""
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    assert woorden in zeg(stand, melding)[0].replace("het plan is vandaag", "is vandaag")


@pytest.mark.parametrize("tekst", ["3 maart gebeld", "ik heb 3 maart gebeld", "dat was op 3 maart, geloof ik"])
def test_a_day_may_stand_in_a_sentence(tekst: str) -> None:
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    zeg(stand, tekst)
    assert stand.antwoorden["melding"] == "2023-03-03"


def test_without_a_melding_no_day_is_said() -> None:
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    assert zeg(stand, "weet ik niet") == []
    assert stand.antwoorden["melding"] is None


@pytest.mark.parametrize("tekst", ["3-3-1923", "3 maart 0023", "3-3-2203"])
def test_a_slip_in_the_year_of_the_melding_is_asked_again(tekst: str) -> None:
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    with pytest.raises(Leesfout):
        zeg(stand, tekst)


# -- cliëntondersteuning --------------------------------------------------------------------------------------------


def test_who_wants_to_know_about_clientondersteuning_hears_where_to_go() -> None:
    gezegd = zeg(Stand(antwoorden={"voor_wie": "mijzelf"}), "ja, vertel")
    assert any("Mensenwerk Het Hogeland" in tekst for tekst in gezegd)


def test_who_does_not_want_to_know_hears_nothing_more() -> None:
    assert zeg(Stand(antwoorden={"voor_wie": "mijzelf"}), "begin maar") == []


# -- the half-made choice and the end -------------------------------------------------------------------------------


def voor_domeinen() -> Stand:
    return Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee", "melding": None})


@pytest.mark.parametrize(
    "klaar",
    [
        "Dat is alles",
        "klaar",
        "dat was het",
        "nee",
        "niets meer",
    ],
)
def test_saying_that_it_is_enough_adds_no_domein(klaar: str) -> None:
    stand = voor_domeinen()
    zeg(stand, "geld", klaar)
    assert stand.antwoorden["domeinen"] == ["financien"]


def test_not_knowing_more_domeinen_keeps_the_chosen_one() -> None:
    stand = voor_domeinen()
    zeg(stand, "geld", "weet ik niet")
    assert stand.antwoorden["domeinen"] == ["financien"]


@pytest.mark.parametrize(
    ("tekst", "domein"),
    [
        ("het huishouden lukt niet meer", "alledaagse_verzorging"),
        ("ik kan niet meer lopen", "lichamelijke_gezondheid"),
        ("mijn administratie niet meer", "financien"),
    ],
)
def test_what_does_not_go_any_more_is_what_it_is_about(tekst: str, domein: str) -> None:
    """Most people say what it is about by saying what they cannot do."""
    stand = voor_domeinen()
    zeg(stand, tekst, "klaar")
    assert stand.antwoorden["domeinen"] == [domein]


@pytest.mark.parametrize("tekst", ["niet over geld", "alles behalve geld en wonen"])
def test_what_it_is_not_about_is_not_chosen(tekst: str) -> None:
    with pytest.raises(Leesfout):
        zeg(voor_domeinen(), tekst)


def vol() -> Stand:
    stand = voor_domeinen()
    while huidige(PLAN, stand).id != "klopt":  # type: ignore[union-attr]
        sla_over(PLAN, stand)
    return stand


def test_a_plan_that_is_right_is_done() -> None:
    stand = vol()
    zeg(stand, "ja, het klopt")
    assert open_vraag(stand) is None


def test_a_plan_that_is_not_right_asks_which_answer_to_change() -> None:
    stand = vol()
    zeg(stand, "iets veranderen")
    vraag = huidige(PLAN, stand)
    assert vraag is not None
    assert vraag.id == "welke"
    assert [k.waarde for k in vraag.keuzes] == [v.id for v in PLAN.route({})][:-1]


def test_the_answer_to_be_changed_is_asked_again_and_then_the_plan_is_read_again() -> None:
    stand = vol()
    stand.antwoorden["nog_iets"] = "Wij hebben een hond."
    zeg(stand, "iets veranderen", "nog_iets")
    assert open_vraag(stand) == "nog_iets"
    assert stand.antwoorden["nog_iets"] == "Wij hebben een hond."
    zeg(stand, "Wij hebben twee honden.")
    assert open_vraag(stand) == "klopt"
    assert stand.antwoorden["nog_iets"] == "Wij hebben twee honden."


def test_every_question_of_the_plan_that_can_be_changed_can_be_named_by_its_label() -> None:
    stand = vol()
    stand.antwoorden["domeinen"] = DOMEINEN[:3]
    zeg(stand, "iets veranderen")
    labels = [k.label for k in huidige(PLAN, stand).keuzes]  # type: ignore[union-attr]
    assert len(labels) == len(set(labels))


def test_the_day_of_today_is_the_day_of_the_rule() -> None:
    stand = Stand(antwoorden={"voor_wie": "mijzelf", "clientondersteuning": "nee"})
    zeg(stand, "vandaag")
    assert stand.antwoorden["melding"] == date(2023, 3, 10).isoformat()

"""What the dialogues with a rule at the end share, and what must hold for all of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.berekenen.rekendialoog import nog_open
from bot.vragen import Stand, Vraag
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import WANDELING

ALLE = dialogen.diensten().rekendialogen


def vraag(id: str, kort: str) -> Vraag:
    return Vraag("tekst", f"{kort}?", "Daarom.", id=id, kort=kort)


def test_what_is_open_is_listed_by_name_in_one_sentence() -> None:
    route = [
        vraag("a", "Aantal mensen"),
        vraag("b", "Hoelang"),
        vraag("c", "Wie er wonen"),
        vraag("d", "Bijzonderheden"),
    ]
    antwoorden = {"a": 2, "b": None, "c": "weet_niet", "d": ["ziek", "weet_niet"]}
    assert nog_open(route, antwoorden) == "hoelang, wie er wonen, bijzonderheden"


def test_zero_no_and_an_empty_list_are_answers() -> None:
    route = [vraag("a", "Dagen weg"), vraag("b", "Verplicht"), vraag("c", "Kinderen")]
    assert nog_open(route, {"a": 0, "b": "nee", "c": []}) == ""


def test_a_question_that_was_never_asked_is_open() -> None:
    assert nog_open([vraag("a", "Hoelang")], {}) == "hoelang"


def reken(naam: str, stand: Stand) -> dict[str, Any]:
    uit: dict[str, Any] = ALLE[naam].reken(dialogen.diensten().gemeente, stand.antwoorden, VANDAAG)
    return uit


@pytest.mark.parametrize("naam", ALLE)
@WANDELING
@given(data=st.data())
def test_whatever_was_answered_or_skipped_the_rule_can_be_called(naam: str, data: st.DataObject) -> None:
    stand = dialogen.loop(data, naam, hoogstens=120)
    uitkomst = reken(naam, stand)
    assert uitkomst["status"] in ("berekend", "ontbrekende_gegevens", "menselijk_oordeel")
    assert uitkomst["zinnen"]
    assert all(zin.strip() for zin in uitkomst["zinnen"])


@pytest.mark.parametrize("naam", ALLE)
def test_who_skips_everything_hears_what_is_missing(naam: str) -> None:
    gesprek, stand = ALLE[naam], Stand()
    stand.antwoorden = {v.id: None for v in gesprek.route({})}
    uitkomst = reken(naam, stand)
    assert uitkomst["status"] == "ontbrekende_gegevens"
    assert uitkomst["zinnen"]


@pytest.mark.parametrize("naam", ALLE)
def test_nothing_that_was_not_said_is_in_the_input(naam: str) -> None:
    gesprek = ALLE[naam]
    leeg = {v.id: None for v in gesprek.route({})}
    assert reken(naam, Stand(antwoorden=leeg))["stappen"] == []


@pytest.mark.parametrize("naam", ALLE)
def test_a_dialogue_names_a_rule_of_the_municipality_and_says_what_it_is_for(naam: str) -> None:
    assert ALLE[naam].naam == naam
    assert dialogen.diensten().gemeente.inhoud_op(ALLE[naam].regel, VANDAAG) is not None
    assert ALLE[naam].inleiding

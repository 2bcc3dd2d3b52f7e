"""Two facts in one sentence fill two questions; one fact, or doubt, fills at most one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Stand
from bot.vragen.meer_feiten import feiten_in
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG, VIJANDIG


def feiten(naam: str, tekst: str, **antwoorden: Any) -> dict[str, Any]:
    """What the sentence says of each question, in the order of the questions."""
    gevonden = feiten_in(dialogen.dialoog(naam), Stand(antwoorden=antwoorden), tekst, VANDAAG)
    return {f.vraag.id: f.waarde for f in gevonden}


@pytest.mark.parametrize(
    ("naam", "tekst", "waarden"),
    [
        (
            "termijnen",
            "gemeld op 3 maart en aangevraagd op 8 maart",
            {"melding": "2023-03-03", "aanvraag": "2023-03-08"},
        ),
        ("termijnen", "gemeld op 3 maart, aanvraag 8 maart", {"melding": "2023-03-03", "aanvraag": "2023-03-08"}),
        ("huishouden", "3, met een kind van 4", {"personen": 3, "kinderen": [{"wie": "kind", "leeftijd": 4}]}),
        (
            "huishouden",
            "4 mensen waarvan 2 kinderen van 3 en 5",
            {"personen": 4, "kinderen": [{"wie": "kind", "leeftijd": 3}, {"wie": "kind", "leeftijd": 5}]},
        ),
        ("vervoer", "10 km en 2 keer per week", {"afstand_km": 10, "keer_per_week": 2}),
        ("vervoer", "2 keer per week, 10 km", {"afstand_km": 10, "keer_per_week": 2}),
        ("vervoer", "20 km, 3x p/w", {"afstand_km": 20, "keer_per_week": 3}),
    ],
)
def test_each_part_of_the_sentence_answers_its_own_question(naam: str, tekst: str, waarden: dict[str, Any]) -> None:
    assert feiten(naam, tekst) == waarden


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("gebruikelijke_hulp", "mijn man is 70 en mijn zoon 16"),  # one answer: who live there
        ("termijnen", "3 maart"),
        ("termijnen", "3 maart en 8 maart"),
        ("termijnen", "op 3 maart en 8 maart"),
        ("vervoer", "10 en 2"),
        ("vervoer", "10 km"),
        ("huishouden", "3 en 4"),
        ("huishouden", "3 of 4, met een kind van 4"),
        ("wlz", "ja, thuis, rolstoel en taxi"),
    ],
)
def test_what_does_not_say_which_question_it_answers_is_not_divided(naam: str, tekst: str) -> None:
    assert feiten(naam, tekst) == {}


def test_a_question_that_is_answered_already_is_not_filled_again() -> None:
    assert feiten("vervoer", "10 km en 2 keer per week", keer_per_week=5) == {}


def test_an_answer_that_is_being_changed_takes_one_fact() -> None:
    stand = Stand(antwoorden={"afstand_km": 5}, bezig="afstand_km")
    assert feiten_in(dialogen.dialoog("vervoer"), stand, "10 km en 2 keer per week", VANDAAG) == ()


def test_looking_for_facts_stores_nothing() -> None:
    stand = Stand()
    assert len(feiten_in(dialogen.dialoog("vervoer"), stand, "10 km en 2 keer per week", VANDAAG)) == 2
    assert stand == Stand()


@pytest.mark.parametrize("naam", dialogen.NAMEN)
@pytest.mark.parametrize("tekst", VIJANDIG, ids=range(len(VIJANDIG)))
def test_a_hostile_text_holds_no_facts_and_keeps_nobody_waiting(naam: str, tekst: str) -> None:
    assert feiten(naam, tekst) == {}


@RUSTIG
@given(st.sampled_from(dialogen.NAMEN), st.lists(st.sampled_from("3 en , met 10 km 2 keer per week maart".split())))
def test_no_words_make_it_fail_or_answer_one_question_twice(naam: str, woorden: list[str]) -> None:
    gevonden = feiten_in(dialogen.dialoog(naam), Stand(), " ".join(woorden), VANDAAG)
    assert len(gevonden) != 1
    assert len({f.vraag.id for f in gevonden}) == len(gevonden)


@RUSTIG
@given(st.integers(1, 2000), st.integers(0, 20), st.booleans())
def test_any_distance_and_number_of_journeys_are_read_in_any_order(km: int, keer: int, andersom: bool) -> None:
    delen = [f"{km} km", f"{keer} keer per week"]
    assert feiten("vervoer", " en ".join(reversed(delen) if andersom else delen)) == {
        "afstand_km": km,
        "keer_per_week": keer,
    }

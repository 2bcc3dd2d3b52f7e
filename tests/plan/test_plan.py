"""The persoonlijk plan as it stands: own words to the letter, and what was left open."""

import string

from hypothesis import given
from hypothesis import strategies as st

from bot.plan import maak_plan
from bot.plan.dialoog import NA_DOMEINEN
from bot.vragen import Stand
from tests.vragen import dialogen
from tests.vragen.instelling import WANDELING

PLAN = dialogen.dialoog("persoonlijk_plan")


def plan(**antwoorden: object):  # type: ignore[no-untyped-def]
    return maak_plan(PLAN, Stand(antwoorden=dict(antwoorden)))


def test_an_empty_plan_has_every_general_question_and_no_answer() -> None:
    leeg = plan()
    assert [r.id for r in leeg.algemeen] == list(NA_DOMEINEN)
    assert {r.antwoord for r in leeg.algemeen} == {None}
    assert (leeg.voor_wie, leeg.melding, leeg.domeinen, leeg.uitkomsten, leeg.klaar) == ("u", None, (), (), False)


def test_only_the_chosen_domeinen_are_in_the_plan_in_the_chosen_order() -> None:
    gemaakt = plan(domeinen=["huisvesting", "financien"])
    assert [(d.id, d.naam) for d in gemaakt.domeinen] == [("huisvesting", "Wonen"), ("financien", "Geld en papieren")]
    assert [len(d.regels) for d in gemaakt.domeinen] == [4, 4]


@WANDELING
@given(st.text(string.printable + "éëï€{}<>&", min_size=1))
def test_own_words_stand_in_the_plan_to_the_letter(eigen: str) -> None:
    gemaakt = plan(domeinen=["huisvesting"], **{"huisvesting.domein_nu": eigen, "nog_iets": f"ook {eigen}"})
    assert gemaakt.domeinen[0].regels[0].antwoord == eigen
    assert {r.id: r.antwoord for r in gemaakt.algemeen}["nog_iets"] == f"ook {eigen}"


def test_a_choice_stands_in_the_plan_by_its_label() -> None:
    antwoorden = {r.id: r.antwoord for r in plan(vorm="pgb", hulp_nu="Niemand").algemeen}
    assert antwoorden["vorm"] == "Een pgb"
    assert antwoorden["hulp_nu"] == "Niemand"


def test_a_skipped_question_is_not_filled_in() -> None:
    assert {r.id: r.antwoord for r in plan(ondersteuning=None).algemeen}["ondersteuning"] is None


def test_what_was_said_of_a_domein_that_is_no_longer_chosen_is_not_in_the_plan() -> None:
    gemaakt = plan(domeinen=["financien"], **{"huisvesting.domein_nu": "De trap is te steil."})
    assert [r.antwoord for d in gemaakt.domeinen for r in d.regels] == [None] * 4


def test_the_plan_says_for_whom_it_is_and_when_the_melding_was() -> None:
    gemaakt = plan(voor_wie="mijn moeder", melding="2023-03-07")
    assert (gemaakt.voor_wie, gemaakt.melding) == ("uw moeder", "2023-03-07")


def test_outcomes_that_were_chosen_come_along_and_done_is_done() -> None:
    uitkomst = {"regel": "huishoudelijke-hulp"}
    gemaakt = maak_plan(PLAN, Stand(klaar=True), (uitkomst,))
    assert gemaakt.uitkomsten == (uitkomst,)
    assert gemaakt.klaar is True


def test_a_melding_that_was_not_made_yet_is_no_date() -> None:
    assert plan(melding="nog_niet").melding is None


def test_every_line_has_a_short_name_that_is_no_question() -> None:
    gemaakt = plan(domeinen=["huisvesting"])
    regels = [*gemaakt.algemeen, *gemaakt.domeinen[0].regels]
    assert [r.vraag for r in regels if not r.vraag or r.vraag.endswith("?")] == []

"""The thirteen questions on overbelasting (hogeland bijlage 3)."""

from typing import Any

import pytest

from tests.vragen import dialogen

DIALOOG = dialogen.dialoog("overbelasting")


def met(ja: int) -> dict[str, str]:
    return {str(n): "ja" if n <= ja else "nee" for n in range(1, 14)}


def zinnen(antwoorden: dict[str, Any]) -> list[str]:
    return dialogen.zinnen(DIALOOG, antwoorden)


def test_there_are_thirteen_questions_with_their_own_short_names_and_sources() -> None:
    route = DIALOOG.route({})
    assert [v.id for v in route] == [str(n) for n in range(1, 14)]
    assert len({v.kort for v in route}) == 13
    assert all(v.bronnen[0].document == "hogeland" and "bijlage 3" in v.bronnen[0].plaats for v in route)


def test_the_questions_stay_the_same_whatever_is_answered() -> None:
    assert DIALOOG.route(met(13)) == DIALOOG.route({})


def test_each_question_is_answered_with_yes_or_no_and_may_be_skipped() -> None:
    assert {tuple(k.waarde for k in v.keuzes) for v in DIALOOG.route({})} == {("ja", "nee")}
    assert all(v.overslaan for v in DIALOOG.route({}))


def test_the_rule_gets_true_and_false_and_no_skipped_question() -> None:
    assert DIALOOG.invoer({"1": "ja", "2": "nee", "3": None}) == {"antwoorden": {"1": True, "2": False}}


@pytest.mark.parametrize(("ja", "zwaar"), [(0, False), (6, False), (7, True), (13, True)])
def test_from_seven_times_yes_the_care_may_be_too_heavy(ja: int, zwaar: bool) -> None:
    """Seven or more (bijlage 3)."""
    (zin,) = zinnen(met(ja))
    assert f"{ja} van de 13" in zin
    assert ("kan de zorg te zwaar zijn" in zin) is zwaar
    assert "7" in zin


def test_nothing_is_concluded_while_the_open_questions_can_still_change_it() -> None:
    """Six times yes and one open: it may become seven."""
    (zin,) = zinnen({**met(6), "13": None})
    assert "te zwaar zijn" not in zin
    assert "6 keer ja" in zin
    assert DIALOOG.route({})[12].kort.lower() in zin.lower()


def test_seven_times_yes_is_enough_whatever_is_open() -> None:
    (zin,) = zinnen({**met(7), "12": None, "13": None})
    assert "te zwaar zijn" in zin


def test_one_open_question_is_one_question() -> None:
    assert not any("1 vragen" in zin for zin in zinnen({**met(6), "13": None}))

"""The days that follow from a melding, an aanvraag or a beschikking (hogeland §2.1 §2.3 §2.9)."""

from typing import Any

from bot.vragen import Leesfout, Stand, beantwoord
from tests.conftest import VANDAAG
from tests.vragen import dialogen

DIALOOG = dialogen.dialoog("termijnen")


def zinnen(**antwoorden: Any) -> list[str]:
    return dialogen.zinnen(DIALOOG, antwoorden)


def test_three_dates_are_asked_and_each_may_be_skipped() -> None:
    route = DIALOOG.route({})
    assert [v.id for v in route] == ["melding", "aanvraag", "beschikking_verzonden"]
    assert all(v.soort == "datum" and v.overslaan for v in route)


def test_only_the_dates_that_are_known_are_told() -> None:
    assert DIALOOG.invoer({"melding": "2023-03-07", "aanvraag": None}) == {"melding": "2023-03-07"}


def test_the_melding_gives_the_last_day_of_the_plan_and_of_the_onderzoek() -> None:
    """7 March 2023 and 7 days is Tuesday 14 March; and 6 weeks is Tuesday 18 April."""
    plan, onderzoek = zinnen(melding="2023-03-07", aanvraag=None, beschikking_verzonden=None)
    assert "dinsdag 14 maart 2023" in plan
    assert "dinsdag 18 april 2023" in onderzoek


def test_the_aanvraag_gives_the_last_day_of_the_besluit() -> None:
    """8 March 2023 and 2 weeks is Wednesday 22 March."""
    (besluit,) = zinnen(aanvraag="2023-03-08")
    assert "woensdag 22 maart 2023" in besluit


def test_the_beschikking_gives_the_last_day_for_bezwaar() -> None:
    """1 March 2023 and 6 weeks is Wednesday 12 April."""
    (bezwaar,) = zinnen(beschikking_verzonden="2023-03-01")
    assert "woensdag 12 april 2023" in bezwaar


def test_the_days_are_said_in_the_order_in_which_they_come() -> None:
    assert len(zinnen(melding="2023-01-03", aanvraag="2023-02-14", beschikking_verzonden="2023-02-28")) == 4


def test_a_slip_in_the_year_is_asked_again() -> None:
    stand = Stand()
    try:
        beantwoord(DIALOOG, stand, "7-3-1023", VANDAAG)
    except Leesfout:
        return
    zinnen(**stand.antwoorden)

"""What the secretaris types is kept as it is, and read as a day and a time where it can be."""

from datetime import date, time

import msgspec
import pytest

from bot.dialoogsessie import Deelnemer, Invoer
from tests.dialoogsessie.gegevens import GOED


def test_it_goes_to_json_and_back_unchanged() -> None:
    assert msgspec.json.decode(msgspec.json.encode(GOED), type=Invoer) == GOED


def test_an_empty_form_is_an_invoer() -> None:
    assert msgspec.json.decode(b"{}", type=Invoer) == Invoer()


@pytest.mark.parametrize("tekst", ["2026-12-10", "10-12-2026", "10 december 2026", " donderdag 10 dec 2026 "])
def test_a_day_with_its_year_is_read(tekst: str) -> None:
    assert Invoer(datum=tekst).dag == date(2026, 12, 10)


@pytest.mark.parametrize("tekst", ["", "10 december", "morgen", "31-02-2027", "binnenkort", "2026"])
def test_a_day_without_its_year_or_that_does_not_exist_is_not_guessed(tekst: str) -> None:
    assert Invoer(datum=tekst).dag is None


@pytest.mark.parametrize("tekst", ["14:00", "14.00", "14.00 uur", "14 uur", "14u00", " 14 ", "14:00:00"])
def test_a_time_is_read(tekst: str) -> None:
    assert Invoer(begintijd=tekst).tijd == time(14)


@pytest.mark.parametrize("tekst", ["", "25.00", "14.60", "'s middags", "2 of 3 uur", "-1"])
def test_what_is_no_time_is_not_guessed(tekst: str) -> None:
    assert Invoer(begintijd=tekst).tijd is None


def test_an_empty_line_is_nobody_and_a_side_without_a_name_is_somebody() -> None:
    assert Invoer(deelnemers=(Deelnemer(), Deelnemer(" ", ""), Deelnemer("", "client"))).mensen == (
        Deelnemer("", "client"),
    )

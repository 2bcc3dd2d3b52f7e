"""Amounts that are no whole number."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen.getallen import cijfers, hoeveelheid, stukken
from tests.vragen.instelling import RUSTIG
from tests.vragen.telwoorden import voluit


def gelezen(tekst: str) -> Fraction | None:
    return hoeveelheid(stukken(tekst))


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("anderhalf", "3/2"),
        ("anderhalve", "3/2"),
        ("een half", "1/2"),
        ("halve", "1/2"),
        ("½", "1/2"),
        ("driekwart", "3/4"),
        ("drie kwart", "3/4"),
        ("een kwart", "1/4"),
        ("2½", "5/2"),
        ("2 ½", "5/2"),
        ("tweeënhalf", "5/2"),
        ("twee en een half", "5/2"),
        ("2 en een halve", "5/2"),
        ("zevenenhalve", "15/2"),
        ("drie en driekwart", "15/4"),
        ("2,5", "5/2"),
        ("2.5", "5/2"),
        ("1.250", "1250"),
        ("1.250,5", "2501/2"),
        ("twaalfhonderd", "1200"),
        ("anderhalfduizend", "1500"),
        ("2,5 duizend", "2500"),
        ("3 duizend", "3000"),
    ],
)
def test_a_half_and_a_quarter_are_read_in_words_and_in_signs(tekst: str, aantal: str) -> None:
    assert gelezen(tekst) == Fraction(aantal)


@pytest.mark.parametrize(
    "tekst", ["", "half drie", "1,250", "1.2500", "0.500", "1.2.3", "twee 5", "2 5", "½½", "kwartier"]
)
def test_what_may_be_two_things_is_no_amount(tekst: str) -> None:
    assert gelezen(tekst) is None


@RUSTIG
@given(st.integers(2, 9999))
def test_a_half_after_any_number_counts(getal: int) -> None:
    assert gelezen(f"{voluit(getal)} en een half") == getal + Fraction(1, 2)
    assert gelezen(f"{getal},5") == getal + Fraction(1, 2)


@RUSTIG
@given(st.text(max_size=30))
def test_no_text_makes_the_reader_fail(tekst: str) -> None:
    assert (gelezen(tekst) or 0) >= 0
    assert (cijfers(tekst) or 0) >= 0

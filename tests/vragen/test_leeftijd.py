"""How old somebody is. Today is Friday 10 March 2023."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Leesfout
from bot.vragen.datums import MAANDEN
from bot.vragen.leeftijd import lees_leeftijd
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit

VRIJDAG = date(2023, 3, 10)


@pytest.mark.parametrize(
    ("tekst", "leeftijd"),
    [
        ("78", 78),
        ("achtenzeventig", 78),
        ("acht en zeventig", 78),
        ("79 jaar", 79),
        ("78 jr oud", 78),
        ("ik ben 78", 78),
        ("net 17 geworden", 17),
        ("honderdtwee", 102),
        ("8 maanden", 0),
        ("6 weken", 0),
        ("18 maanden", 1),
        ("anderhalf", 1),
        ("3 jaar en 6 maanden", 3),
        ("3,5 jaar", 3),
        ("geboren op 3 maart 1943", 80),
        ("11-3-1943", 79),
        ("10-3-1943", 80),
        ("geb. 12/5/1950", 72),
        ("3-3-43", 80),
        ("hij is geboren op 3 mei 2001", 21),
    ],
)
def test_an_age_is_read_in_whole_years(tekst: str, leeftijd: int) -> None:
    assert lees_leeftijd(tekst, VRIJDAG) == leeftijd


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("bijna 80", "nu nog 79"),
        ("wordt 80", "nu nog 79"),
        ("hij wordt volgende maand tachtig", "nu nog 79"),
        ("in de 80", "precies"),
        ("rond de 80", "precies"),
        ("ongeveer 80", "precies"),
        ("begin 80", "precies"),
        ("een jaar of 80", "precies"),
        ("80+", "precies"),
        ("70 of 71", "precies"),
        ("tussen 70 en 80", "precies"),
        ("60 weken", "precies"),
        ("geboren in 1943", "79 of 80"),
        ("1943", "79 of 80"),
        ("3-3-15", "8 of 108"),
        ("31-2-1943", "bestaat niet"),
        ("3-3-2043", "kan niet kloppen"),
        ("121", "kan kloppen"),
        ("tachtiger", "geen leeftijd"),
        ("oud", "geen leeftijd"),
        ("", "geen leeftijd"),
        ("dat gaat u niets aan", "geen leeftijd"),
    ],
)
def test_an_age_that_is_not_sure_is_not_guessed(tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_leeftijd(tekst, VRIJDAG)


@RUSTIG
@given(st.integers(0, 120), st.sampled_from(["{}", "{} jaar", "ik ben {}", "hij is nu {} jaar oud"]))
def test_every_age_reads_back(leeftijd: int, vorm: str) -> None:
    assert lees_leeftijd(vorm.format(leeftijd), VRIJDAG) == leeftijd
    assert lees_leeftijd(vorm.format(voluit(leeftijd)), VRIJDAG) == leeftijd


@RUSTIG
@given(st.dates(date(1903, 3, 11), VRIJDAG))
def test_a_birthday_gives_the_age_on_that_day(dag: date) -> None:
    leeftijd = lees_leeftijd(f"geboren op {dag.day} {MAANDEN[dag.month - 1]} {dag.year}", VRIJDAG)
    assert lees_leeftijd(f"{dag.day}-{dag.month}-{dag.year}", VRIJDAG) == leeftijd
    assert leeftijd * timedelta(days=365) <= VRIJDAG - dag <= (leeftijd + 1) * timedelta(days=366)


@RUSTIG
@given(st.one_of(st.text(max_size=40), st.integers(0, 10**9).map(str), st.integers(0, 200).map(lambda n: f"bijna {n}")))
def test_any_text_is_an_age_or_a_kind_refusal(tekst: str) -> None:
    try:
        assert 0 <= lees_leeftijd(tekst, VRIJDAG) <= 120
    except Leesfout as fout:
        is_vriendelijk(fout)

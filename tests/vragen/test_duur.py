"""Lengths of time, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Keuze, Leesfout
from bot.vragen.duur import duur_voluit, kies_op_duur, lees_duur
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit

EENHEDEN = ["minuten", "uren", "dagen", "weken", "maanden", "jaren"]


@pytest.mark.parametrize(
    ("tekst", "minuten"),
    [
        ("anderhalf uur", 90),
        ("een half uurtje", 30),
        ("half uur", 30),
        ("halfuur", 30),
        ("½ uur", 30),
        ("2,5 uur", 150),
        ("2.5 uur", 150),
        ("2½ uur", 150),
        ("twee en een half uur", 150),
        ("tweeënhalf uur", 150),
        ("1u30", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1:30 uur", 90),
        ("1 uur 30", 90),
        ("1 uur en 20 minuten", 80),
        ("twee uur en een kwartier", 135),
        ("drie kwartier", 45),
        ("driekwart uur", 45),
        ("vijf kwartier", 75),
        ("een kwartiertje", 15),
        ("90 min", 90),
        ("90min.", 90),
        ("negentig minuten", 90),
        ("een uur", 60),
        ("1,25 uur", 75),
        ("dat duurt ongeveer een uurtje", 60),
    ],
)
def test_a_short_time_is_read_in_minutes(tekst: str, minuten: int) -> None:
    assert lees_duur(tekst, "minuten") == minuten


@pytest.mark.parametrize(
    ("tekst", "eenheid", "aantal"),
    [
        ("zes weken", "weken", 6),
        ("2 wk", "weken", 2),
        ("14 dagen", "weken", 2),
        ("een week", "dagen", 7),
        ("anderhalve dag", "uren", 36),
        ("drie etmalen", "dagen", 3),
        ("2 weken en 3 dagen", "dagen", 17),
        ("een half jaar", "maanden", 6),
        ("half jaartje", "maanden", 6),
        ("anderhalf jaar", "maanden", 18),
        ("3 mnd", "maanden", 3),
        ("een kwartaal", "maanden", 3),
        ("twee jaar en drie maanden", "maanden", 27),
        ("1 jr", "maanden", 12),
        ("24 maanden", "jaren", 2),
        ("vijf en twintig jaar", "jaren", 25),
    ],
)
def test_a_long_time_is_read_in_the_unit_of_the_question(tekst: str, eenheid: str, aantal: int) -> None:
    assert lees_duur(tekst, eenheid) == aantal


@pytest.mark.parametrize(
    ("tekst", "eenheid", "reden"),
    [
        ("een paar weken", "weken", "precies"),
        ("enkele dagen", "dagen", "precies"),
        ("een week of zes", "weken", "precies"),
        ("drie of vier weken", "weken", "precies"),
        ("2-3 weken", "weken", "precies"),
        ("langer dan een week", "weken", "precies"),
        ("bijna een jaar", "maanden", "precies"),
        ("een uur of twee", "minuten", "precies"),
        ("2 x 30 minuten", "minuten", "precies"),
        ("10 dagen", "weken", "hele weken"),
        ("anderhalve week", "weken", "hele weken"),
        ("6 weken", "maanden", "hele maanden"),
        ("een maand", "weken", "hele weken"),
        ("anderhalf jaar", "jaren", "hele jaren"),
        ("10 seconden", "minuten", "halen"),
        ("6", "weken", "of u weken bedoelt"),
        ("zes", "maanden", "of u maanden bedoelt"),
        ("1.30 uur", "minuten", "halen"),
        ("1,30 uur", "minuten", "halen"),
        ("half drie", "minuten", "halen"),
        ("lang", "weken", "halen"),
        ("week", "weken", "halen"),
        ("", "weken", "halen"),
        ("3 weken 2 weken", "weken", "precies"),
        ("niet 3 weken", "weken", "halen"),
        ("-3 weken", "weken", "halen"),
    ],
)
def test_a_time_that_is_not_sure_is_not_guessed(tekst: str, eenheid: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_duur(tekst, eenheid)


def test_a_number_alone_counts_where_the_question_names_the_unit() -> None:
    assert lees_duur("6", "weken", kaal=True) == 6
    assert lees_duur("zes", "weken", kaal=True) == 6


@RUSTIG
@given(st.integers(0, 2000), st.sampled_from(EENHEDEN))
def test_every_time_that_is_said_back_reads_back(aantal: int, eenheid: str) -> None:
    assert lees_duur(duur_voluit(aantal, eenheid), eenheid) == aantal
    assert lees_duur(duur_voluit(aantal, eenheid).replace(str(aantal), voluit(aantal)), eenheid) == aantal


@RUSTIG
@given(
    st.integers(1, 48),
    st.integers(1, 59),
    st.sampled_from(["{}u{}", "{} uur {}", "{} uur en {} minuten", "{}h{} ", "{}:{:02}"]),
)
def test_hours_and_minutes_together_read_back(uren: int, minuten: int, vorm: str) -> None:
    assert lees_duur(vorm.format(uren, minuten), "minuten") == 60 * uren + minuten


@RUSTIG
@given(st.integers(1, 500))
def test_a_half_is_exact_or_refused(aantal: int) -> None:
    assert lees_duur(f"{aantal} en een half uur", "minuten") == 60 * aantal + 30
    assert lees_duur(f"{aantal},5 jaar", "maanden") == 12 * aantal + 6
    with pytest.raises(Leesfout):
        lees_duur(f"{aantal},5 weken", "weken")


stukjes = st.sampled_from(
    "een half 3 2,5 uur u week weken maand jaar en of kwartier 1:30 paar dan langer drie - ½ min".split()
)


@RUSTIG
@given(
    st.one_of(st.text(max_size=40), st.lists(stukjes, max_size=7).map(" ".join)),
    st.sampled_from(EENHEDEN),
    st.booleans(),
)
def test_any_text_is_a_time_or_a_kind_refusal(tekst: str, eenheid: str, kaal: bool) -> None:
    try:
        assert lees_duur(tekst, eenheid, kaal=kaal) >= 0
    except Leesfout as fout:
        is_vriendelijk(fout)


# -- a choice that a length of time falls under -----------------------------------------------------------------------

KEUZES = (
    Keuze("kort", "Tot drie maanden", hoogstens=3),
    Keuze("lang", "Langer", meer_dan=3),
    Keuze("anders", "Anders"),
)


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("zes weken", "kort"),
        ("drie maanden", "kort"),
        ("12 weken", "kort"),
        ("bijna drie maanden", "kort"),
        ("korter dan een maand", "kort"),
        ("14 weken", "lang"),
        ("4 maanden", "lang"),
        ("een half jaar", "lang"),
        ("ruim drie maanden", "lang"),
        ("langer dan drie maanden", "lang"),
        ("langer dan een half jaar", "lang"),
        ("100 dagen", "lang"),
        ("geen idee", None),
        ("een paar weken", None),
    ],
)
def test_a_time_chooses_what_it_falls_under(tekst: str, waarde: str | None) -> None:
    assert kies_op_duur(KEUZES, tekst, "maanden") == waarde


@pytest.mark.parametrize("tekst", ["13 weken", "91 dagen", "langer dan een week", "korter dan een jaar"])
def test_a_time_that_may_fall_under_either_is_refused(tekst: str) -> None:
    with pytest.raises(Leesfout, match="welke keuze"):
        kies_op_duur(KEUZES, tekst, "maanden")

"""Sums of money, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.regels.bedragen import euro
from bot.vragen import Leesfout
from bot.vragen.geld import lees_bedrag
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import in_honderdtallen, voluit

centen = st.integers(0, 9_999_999)


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("€ 1.234,50", 123450),
        ("1234,5 euro", 123450),
        ("1234,50", 123450),
        ("twaalfhonderd euro", 120000),
        ("Tweeduizend driehonderd", 230000),
        ("1200,-", 120000),
        ("1.200,--", 120000),
        ("€15,=", 1500),
        ("€15", 1500),
        ("15", 1500),
        ("€ 15 euro", 1500),
        ("eur 15", 1500),
        ("12.50", 1250),
        ("12,5", 1250),
        ("1.250", 125000),
        ("20.000", 2000000),
        ("€ 0", 0),
        ("gratis", 0),
        ("50 cent", 50),
        ("12 euro 50", 1250),
        ("12 euro en 50 cent", 1250),
        ("12 euro en 5 cent", 1205),
        ("vijftien euro vijftig", 1550),
        ("anderhalve euro", 150),
        ("een tientje", 1000),
        ("drie tientjes", 3000),
        ("ongeveer 15 euro", 1500),
        ("zo'n 15 euro", 1500),
        ("15 euro per maand", 1500),
        ("15 euro p.m.", 1500),
        ("15 p/m", 1500),
        ("per maand 15 euro", 1500),
        ("dat is € 15,- per maand.", 1500),
        ("2500 euro incl btw", 250000),
        ("2500 inclusief btw", 250000),
        ("3k", 300000),
        ("€ 2,5 k", 250000),
        ("anderhalf duizend", 150000),
        ("tweeënhalf duizend euro", 250000),
        ("ik betaal 15 euro in de maand", 1500),
    ],
)
def test_a_sum_is_read_in_whole_cents(tekst: str, bedrag: int) -> None:
    assert lees_bedrag(tekst) == bedrag


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("tussen 10 en 20 euro", "één bedrag"),
        ("10-20 euro", "één bedrag"),
        ("10 à 20", "één bedrag"),
        ("10 of 20 euro", "één bedrag"),
        ("bijna 15 euro", "één bedrag"),
        ("minder dan 15 euro", "één bedrag"),
        ("een paar tientjes", "één bedrag"),
        ("1 250", "één bedrag"),
        ("12 euro 5", "één bedrag"),
        ("1,250", "komma"),
        ("1,234.50", "komma"),
        ("-15", "min"),
        ("€ -15", "min"),
        ("min 15", "min"),
        ("anderhalve ton", "geen bedrag"),
        ("2 miljoen", "geen bedrag"),
        ("honderden euro's", "geen bedrag"),
        ("1.2500", "geen bedrag"),
        ("15 euro?", "geen bedrag"),
        ("geen 15 euro", "geen bedrag"),
        ("100 euro excl. btw", "btw"),
        ("3 kk", "geen bedrag"),
        ("15 dollar", "geen bedrag"),
        ("euro", "geen bedrag"),
        ("niets", "geen bedrag"),
        ("veel te veel", "geen bedrag"),
        ("", "geen bedrag"),
        ("15 euro per week en 3 euro per dag", "bedrag"),
    ],
)
def test_a_sum_that_is_not_sure_is_not_guessed(tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_bedrag(tekst)


def test_a_sum_for_another_period_is_refused() -> None:
    assert lees_bedrag("15 euro per maand", per="maand") == 1500
    assert lees_bedrag("15 euro", per="maand") == 1500
    with pytest.raises(Leesfout, match="per maand"):
        lees_bedrag("15 euro per week", per="maand")


VORMEN = (
    *("€ {punt},{cent:02}", "€{heel},{cent:02}", "{heel}.{cent:02}", "{heel},{cent:02} euro", "{punt},{cent:02} eur"),
    *("{heel} euro en {cent} cent", "ongeveer {punt},{cent:02} euro per week"),
)


@RUSTIG
@given(centen, st.sampled_from(VORMEN))
def test_every_sum_reads_back_in_every_form(bedrag: int, vorm: str) -> None:
    heel, cent = divmod(bedrag, 100)
    assert lees_bedrag(vorm.format(heel=heel, cent=cent, punt=f"{heel:,}".replace(",", "."))) == bedrag


@RUSTIG
@given(st.integers(0, 9999), st.sampled_from(["{}", "{} euro", "€ {}", "{} euro per jaar", "het is {} euro"]))
def test_every_sum_in_words_reads_back(euros: int, vorm: str) -> None:
    assert lees_bedrag(vorm.format(voluit(euros))) == 100 * euros
    if euros > 1000 and euros // 100 % 10:
        assert lees_bedrag(vorm.format(in_honderdtallen(euros))) == 100 * euros


@RUSTIG
@given(centen)
def test_a_sum_that_is_said_back_reads_back(bedrag: int) -> None:
    assert lees_bedrag(euro(bedrag)) == bedrag


@RUSTIG
@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.sampled_from(["{} of {}", "{}-{}", "tussen {} en {}", "{} tot {}", "{} {}"]),
)
def test_of_two_sums_none_is_chosen(een: int, ander: int, vorm: str) -> None:
    with pytest.raises(Leesfout):
        lees_bedrag(vorm.format(een, ander) + " euro")


stukjes = st.sampled_from(
    "€ euro cent 12 1.250 , . - 5,5 en een half tien per maand week ton niet bijna of tientje ,- ½ / ² ٣ '".split()
)


@RUSTIG
@given(st.one_of(st.text(max_size=40), st.lists(stukjes, max_size=8).map(" ".join)))
def test_any_text_is_a_sum_or_a_kind_refusal(tekst: str) -> None:
    try:
        assert lees_bedrag(tekst) >= 0
    except Leesfout as fout:
        is_vriendelijk(fout)

"""The normal form in which texts are compared, and number words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen.woorden import JA, NEE, WEET_NIET, getal_van, is_een_van, normaal
from tests.vragen.instelling import RUSTIG
from tests.vragen.telwoorden import in_honderdtallen, voluit


@pytest.mark.parametrize(
    ("getypt", "zelfde"),
    [
        ("  Goedendag!! ", "goedendag"),
        ("Cliëntondersteuner", "clientondersteuner"),
        ("één", "een"),
        ("twee-en-twintig", "twee en twintig"),
        ("m'n moeder", "m n moeder"),
        ("snake_case", "snake case"),
        ("a\n\tb", "a b"),
        ("👍", ""),
        ("", ""),
    ],
)
def test_texts_are_compared_without_case_accents_and_punctuation(getypt: str, zelfde: str) -> None:
    assert normaal(getypt) == zelfde


@RUSTIG
@given(st.text(st.characters(max_codepoint=0x17F)))
def test_the_normal_form_of_a_normal_form_is_itself(tekst: str) -> None:
    assert normaal(normaal(tekst)) == normaal(tekst)


def test_every_number_from_0_to_9999_is_read_in_digits_and_in_words() -> None:
    for getal in range(10_000):
        assert getal_van(str(getal)) == getal
        assert getal_van(normaal(voluit(getal))) == getal
        assert getal_van(normaal(voluit(getal)).replace(" ", "")) == getal
        if getal > 1000 and getal // 100 % 10:
            assert getal_van(normaal(in_honderdtallen(getal))) == getal


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("twee en twintig", 22),
        ("twee-en-twintig", 22),
        ("tweentwintig", 22),
        ("honderd en een", 101),
        ("honderd een en twintig", 121),
        ("twaalf honderd", 1200),
        ("vijfentwintighonderd", 2500),
        ("duizend", 1000),
        ("een duizend", 1000),
        ("tweeduizend driehonderd", 2300),
        ("duizend en een", 1001),
        ("NEGENTIG", 90),
        ("één", 1),
    ],
)
def test_a_number_is_read_in_parts_too(tekst: str, getal: int) -> None:
    assert getal_van(normaal(tekst)) == getal


@pytest.mark.parametrize(
    "tekst",
    ["honderden", "duizenden", "twintig twee", "twee drie", "1 2", "twee en", "en", "tweeduizend twaalfhonderd"],
)
def test_words_that_are_no_one_number_are_none(tekst: str) -> None:
    assert getal_van(normaal(tekst)) is None


def test_digits_without_end_are_no_number() -> None:
    """Python refuses to turn more than 4300 of them into a number."""
    assert getal_van("9" * 5000) is None


@pytest.mark.parametrize("woord", ["", "twintigtwee", "tachtigste", "eenen", "3a", "eerste", "-", "half"])
def test_a_word_that_is_no_number_is_none(woord: str) -> None:
    assert getal_van(woord) is None


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Ja hoor!", JA),
        ("Dat klopt.", JA),
        ("Nee, dank u", NEE),
        ("klopt niet", NEE),
        ("Geen idee...", WEET_NIET),
        ("Dat weet ik niet", WEET_NIET),
        ("weet 'k niet", WEET_NIET),
    ],
)
def test_yes_no_and_not_knowing_are_recognised_as_people_write_them(tekst: str, woorden: frozenset[str]) -> None:
    assert is_een_van(tekst, woorden)


def test_only_the_whole_text_counts_as_yes() -> None:
    assert not is_een_van("ja maar dat hangt ervan af", JA)


def test_no_phrase_means_two_things() -> None:
    assert not JA & NEE
    assert not JA & WEET_NIET
    assert not NEE & WEET_NIET


@pytest.mark.parametrize("woorden", [JA, NEE, WEET_NIET], ids=["ja", "nee", "weet niet"])
def test_every_listed_phrase_stands_in_its_normal_form(woorden: frozenset[str]) -> None:
    assert [w for w in woorden if normaal(w).replace(" ", "_") != w] == []

"""Who lives in the house, with ages. An age is never made up."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Leesfout
from bot.vragen.lezers import lees_personen
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit

WIE = ["man", "vrouw", "partner", "zoon", "dochter", "moeder", "vader", "kleinzoon", "schoonmoeder", "huisgenoot"]


def leeftijden(tekst: str) -> list[int]:
    return [p["leeftijd"] for p in lees_personen(tekst)]


@pytest.mark.parametrize(
    ("tekst", "personen"),
    [
        ("mijn man van 70 en onze zoon, die is 16", [("man", 70), ("zoon", 16)]),
        ("man 70, zoon 16", [("man", 70), ("zoon", 16)]),
        ("Mijn dochter (4).", [("dochter", 4)]),
        ("mijn vrouw, ze is zevenenzestig", [("vrouw", 67)]),
        ("oma is 91 jaar en opa is 93 jaar", [("oma", 91), ("opa", 93)]),
        ("een zoon van twaalf", [("zoon", 12)]),
        ("mijn tweeëntwintigjarige... nee: mijn zoon, tweeëntwintig", [("zoon", 22)]),
    ],
)
def test_everyone_named_with_an_age_is_read(tekst: str, personen: list[tuple[str, int]]) -> None:
    assert lees_personen(tekst) == [{"wie": wie, "leeftijd": leeftijd} for wie, leeftijd in personen]


def test_an_age_without_a_name_is_a_numbered_huisgenoot() -> None:
    assert lees_personen("70 en 16") == [
        {"wie": "huisgenoot 1", "leeftijd": 70},
        {"wie": "huisgenoot 2", "leeftijd": 16},
    ]


@pytest.mark.parametrize(
    "tekst", ["niemand", "Niemand.", "ik woon alleen", "geen kinderen", "geen", "nee", "niemand anders"]
)
def test_nobody_is_an_empty_list(tekst: str) -> None:
    assert lees_personen(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "ik woon helemaal alleen",
        "er woont niemand bij mij",
        "er zijn geen kinderen",
    ],
)
def test_nobody_is_said_in_other_ways_too(tekst: str) -> None:
    assert lees_personen(tekst) == []


def test_living_alone_with_somebody_is_not_alone() -> None:
    assert lees_personen("alleen mijn man van 70") == [{"wie": "man", "leeftijd": 70}]


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("mijn man", "man"),
        ("mijn man van 70 en mijn zoon", "zoon"),
        ("mijn man en mijn zoon van 16", "man"),
        ("mijn vrouw is in 1953 geboren", "vrouw"),
        ("mijn 16-jarige zoon", "zoon"),
    ],
)
def test_a_person_without_an_age_is_asked_for_by_name(tekst: str, wie: str) -> None:
    with pytest.raises(Leesfout, match=rf"\b{wie}\b"):
        lees_personen(tekst)


def test_an_age_above_120_is_not_believed() -> None:
    with pytest.raises(Leesfout, match="121"):
        lees_personen("mijn opa van 121")
    assert leeftijden("mijn opa van 120") == [120]


@pytest.mark.parametrize("tekst", ["", "1953", "1953, 1957"])
def test_a_year_of_birth_alone_is_no_age(tekst: str) -> None:
    try:
        lees_personen(tekst)
    except Leesfout:
        return
    raise AssertionError("an age was read where there is none")


@pytest.mark.parametrize("tekst", ["ons gezin", "1953 en 1957", "een heleboel", "dat gaat u niets aan"])
def test_a_text_without_an_age_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout, match="geen leeftijd"):
        lees_personen(tekst)


@RUSTIG
@given(
    st.lists(st.tuples(st.sampled_from(WIE), st.integers(0, 120).filter(lambda n: n != 1)), min_size=1, max_size=6),
    st.booleans(),
)
def test_every_list_of_people_reads_back(personen: list[tuple[str, int]], in_woorden: bool) -> None:
    tekst = ", ".join(f"mijn {wie} van {voluit(n) if in_woorden else n}" for wie, n in personen)
    assert lees_personen(tekst) == [{"wie": wie, "leeftijd": n} for wie, n in personen]


def test_an_age_of_one_in_digits_is_read() -> None:
    assert lees_personen("mijn dochter van 1") == [{"wie": "dochter", "leeftijd": 1}]


def test_an_age_of_one_in_words_is_read() -> None:
    assert lees_personen("mijn dochter van één") == [{"wie": "dochter", "leeftijd": 1}]


stukken = st.one_of(
    st.sampled_from(
        [*WIE, "mijn", "van", "en", "is", "jaar", "een", "één", "twee", "honderd", ",", "-", "16", "70", "9e", "1953"]
    ),
    st.integers(0, 3000).map(str),
    st.text(max_size=6),
)


@RUSTIG
@given(st.lists(stukken, max_size=10).map(lambda delen: " ".join(["mijn", *delen])))
def test_no_age_is_ever_invented(tekst: str) -> None:
    """Every age stands in the text, in digits or in words, and no more often than it stands there."""
    try:
        gelezen = leeftijden(tekst)
    except Leesfout:
        return
    staat_er = [int(cijfers) for cijfers in re.findall(r"\d+", unicodedata.normalize("NFKC", tekst))]
    staat_er += [{"twee": 2, "honderd": 100}[w] for w in re.findall(r"twee|honderd", tekst)]
    staat_er += [1] * len(re.findall("één", tekst.lower()))
    for leeftijd in gelezen:
        assert leeftijd in staat_er
        staat_er.remove(leeftijd)


@pytest.mark.parametrize(
    "tekst", ["2 kinderen van 8 en 10", "twee dochters van 8 en 10", "wij hebben 2 zoons: 8 en 10"]
)
def test_how_many_people_there_are_is_no_age(tekst: str) -> None:
    assert leeftijden(tekst) == [8, 10]


@pytest.mark.parametrize("tekst", ["een baby van 8 maanden", "een zoontje van 10 weken"])
def test_a_baby_of_some_months_is_not_some_years_old(tekst: str) -> None:
    try:
        assert leeftijden(tekst) == [0]
    except Leesfout:
        return


def test_months_after_the_years_are_no_second_person() -> None:
    assert leeftijden("mijn dochter van 3 jaar en 6 maanden") == [3]


@pytest.mark.parametrize(
    ("tekst", "ages"),
    [
        ("twee volwassenen", None),
        ("we zijn met z'n vieren", None),
        ("mijn man is 70 en werkt 3 dagen", [70]),
        ("mijn man, 70, 2 keer per week weg", [70]),
        ("dochter 15 (bijna 16)", [15]),
    ],
)
def test_a_number_that_is_no_age_makes_no_person(tekst: str, ages: list[int] | None) -> None:
    try:
        gelezen = leeftijden(tekst)
    except Leesfout:
        return
    assert gelezen == ages


def test_an_age_in_separate_words_is_one_age() -> None:
    assert lees_personen("mijn man van acht en zeventig") == [{"wie": "man", "leeftijd": 78}]


def test_two_numbers_in_words_that_may_be_one_are_asked_in_digits() -> None:
    with pytest.raises(Leesfout, match="5 en 20 bedoelt, of 25"):
        lees_personen("kinderen van vijf en twintig")


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn man is in de 80",
        "mijn man is rond de tachtig",
        "mijn zoon wordt 18",
        "mijn zoon wordt volgende week 18",
        "mijn vrouw is 70 of 71",
        "mijn man, een jaar of 80",
        "mijn moeder, 80+",
        "mijn zoon, over 3 weken 18",
    ],
)
def test_an_age_that_is_not_the_age_of_now_is_asked_again(tekst: str) -> None:
    with pytest.raises(Leesfout, match="leeftijd van nu"):
        lees_personen(tekst)


@pytest.mark.parametrize(
    ("tekst", "personen"),
    [
        ("een tweeling van 3", [("kind", 3)] * 2),
        ("drieling van vijf", [("kind", 5)] * 3),
        ("een zoon van 9 en een tweeling van 3", [("zoon", 9), ("kind", 3), ("kind", 3)]),
        ("tweeling van 3 en een zoon van 9", [("kind", 3), ("kind", 3), ("zoon", 9)]),
        ("2 zoons, een tweeling van 12", [("zoon", 12)] * 2),
        ("een tweeling van 8 maanden", [("kind", 0)] * 2),
        ("3 en 12", [("kind", 3), ("kind", 12)]),
        ("vier jaar", [("kind", 4)]),
        ("niks", []),
    ],
)
def test_children_are_read_where_children_are_asked_for(tekst: str, personen: list[tuple[str, int]]) -> None:
    assert lees_personen(tekst, "kind") == [{"wie": wie, "leeftijd": n} for wie, n in personen]


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("één", "of het aantal"),
        ("2", "of het aantal"),
        ("-3", "zonder min"),
        ("tweeling van 3 en 5", "van wie"),
        ("mijn zoon van 3 en 5", "van wie"),
        ("onze tweeling", "kind, kind"),
        ("mijn zoon geboren in 2004 en mijn dochter 9", "jaartal is geen leeftijd.*zoon"),
    ],
)
def test_a_number_that_may_be_no_age_is_asked_again(tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden) as fout:
        lees_personen(tekst, "kind")
    is_vriendelijk(fout.value)


def test_a_dash_between_a_person_and_an_age_is_no_minus() -> None:
    assert leeftijden("man - 70, zoon - 16") == [70, 16]


@pytest.mark.parametrize(
    ("tekst", "personen"),
    [
        ("19", [("zoon", 3), ("dochter", 19)]),
        ("4", [("zoon", 3), ("dochter", 4)]),
        ("zij is 4 jaar", [("zoon", 3), ("dochter", 4)]),
        ("8 maanden", [("zoon", 3), ("dochter", 0)]),
        ("mijn dochter is 4", [("zoon", 3), ("dochter", 4)]),
        ("3 en 4", [("zoon", 3), ("dochter", 4)]),
        ("dochter 4, zoon 3 en nog een zoon van 1", [("dochter", 4), ("zoon", 3), ("zoon", 1)]),
        ("geen", []),
    ],
)
def test_the_age_that_was_missing_completes_what_was_said(tekst: str, personen: list[tuple[str, int]]) -> None:
    with pytest.raises(Leesfout) as fout:
        lees_personen("een zoon van 3 en een dochter", "kind")
    assert fout.value.deels == [{"wie": "zoon", "leeftijd": 3}, {"wie": "dochter", "leeftijd": None}]
    assert lees_personen(tekst, "kind", fout.value.deels) == [{"wie": wie, "leeftijd": n} for wie, n in personen]


def test_what_is_still_missing_is_kept_for_the_next_answer() -> None:
    deels = [{"wie": "man", "leeftijd": None}, {"wie": "zoon", "leeftijd": None}]
    with pytest.raises(Leesfout, match="zoon") as fout:
        lees_personen("mijn man is 70", "", deels)
    assert lees_personen("16", "", fout.value.deels) == [
        {"wie": "man", "leeftijd": 70},
        {"wie": "zoon", "leeftijd": 16},
    ]

"""What typed text goes through before anything else sees it: a burgerservicenummer is masked, nothing else is lost."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gesprek.invoer import MASKER, is_bsn, is_leeg, schoon, zonder_bsn
from tests.vragen.instelling import RUSTIG

# Numbers for tests that pass the elfproef: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11.
BSN = "111222333"
NOG_EEN = "123456782"


def met_controlegetal(acht: str) -> str | None:
    """The nine digits that begin with these eight and pass the elfproef, if there are any."""
    rest = sum(int(c) * g for c, g in zip(acht, range(9, 1, -1), strict=True)) % 11
    return acht + str(rest) if rest < 10 else None


bsns = st.text(string.digits, min_size=8, max_size=8).map(met_controlegetal).filter(bool).filter(lambda b: b != "0" * 9)


# -- the elfproef ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cijfers", [BSN, NOG_EEN, "010464554"])
def test_a_number_that_passes_the_elfproef_is_a_bsn(cijfers: str) -> None:
    assert is_bsn(cijfers)


@pytest.mark.parametrize("cijfers", ["123456789", "111222334", "000000000", "12345678", "1112223330", ""])
def test_other_digits_are_no_bsn(cijfers: str) -> None:
    assert not is_bsn(cijfers)


@RUSTIG
@given(bsns, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(bsn: str, plaats: int, verschil: int) -> None:
    """Every weight of the elfproef is prime to 11."""
    fout = bsn[:plaats] + str((int(bsn[plaats]) + verschil) % 10) + bsn[plaats + 1 :]
    assert is_bsn(bsn)
    assert not is_bsn(fout)


# -- masking --------------------------------------------------------------------------------------------------------


@RUSTIG
@given(bsns, st.sampled_from(["{}", "mijn bsn is {}.", "bsn:{}", "({})", "a{}b", "{} en verder niets", "\n{}\n"]))
def test_a_bsn_is_masked_wherever_it_stands(bsn: str, zin: str) -> None:
    assert zonder_bsn(zin.format(bsn)) == (zin.format(MASKER), True)


@pytest.mark.parametrize(
    "geschreven", ["111 222 333", "111.222.333", "111-222-333", "11 12 22 333", "1112 22 333", "1 1 1 2 2 2 3 3 3"]
)
def test_a_bsn_with_spaces_points_or_dashes_is_masked(geschreven: str) -> None:
    assert zonder_bsn(f"Dit is het: {geschreven}") == (f"Dit is het: {MASKER}", True)


def test_every_bsn_in_a_text_is_masked() -> None:
    assert zonder_bsn(f"ik {BSN}, mijn man {NOG_EEN}") == (f"ik {MASKER}, mijn man {MASKER}", True)
    assert zonder_bsn(f"{BSN} {NOG_EEN}") == (f"{MASKER} {MASKER}", True)


@pytest.mark.parametrize(
    "tekst",
    [
        "bel 0612345678",
        "06 - 12 34 56 78",
        "nummer 123456789",
        "NL91ABNA0417164300",
        "van 1953 tot 2023",
        "",
        "in 2023 om 10.30 uur",
        "1112223330",
        f"0{BSN}",
    ],
)
def test_other_numbers_stay_as_they_are(tekst: str) -> None:
    assert zonder_bsn(tekst) == (tekst, False)


@RUSTIG
@given(st.text(string.ascii_letters + " .,!?\n€éë", max_size=80))
def test_a_text_without_digits_stays_to_the_letter(tekst: str) -> None:
    assert zonder_bsn(tekst) == (tekst, False)


@RUSTIG
@given(st.text(string.digits + " .-a", max_size=40))
def test_after_masking_no_unbroken_bsn_is_left(tekst: str) -> None:
    over, _ = zonder_bsn(tekst)
    assert not any(is_bsn(stuk) for stuk in "".join(c if c.isdigit() else " " for c in over).split())


@pytest.mark.parametrize("tekst", ["postbus 123 111 222 333", "kamer 12 345 111 222 333"])
def test_a_number_before_a_spaced_bsn_does_not_hide_it(tekst: str) -> None:
    assert zonder_bsn(tekst)[1]


@pytest.mark.parametrize(
    "tekst",
    [
        "111\u00a0222\u00a0333",
        "111  222  333",
        "111 - 222 - 333",
        "111/222/333",
        "111\t222\t333",
    ],
)
def test_a_bsn_with_wider_or_other_spaces_is_masked(tekst: str) -> None:
    assert zonder_bsn(tekst)[1]


# -- cleaning -------------------------------------------------------------------------------------------------------


@RUSTIG
@given(st.text())
def test_cleaning_twice_is_cleaning_once(tekst: str) -> None:
    assert schoon(schoon(tekst)) == schoon(tekst)


@RUSTIG
@given(st.text(string.ascii_letters + string.digits + string.punctuation + " \n\téë€👍ع漢", max_size=80))
def test_everything_that_can_be_seen_stays_to_the_letter(tekst: str) -> None:
    assert schoon(tekst) == tekst.strip()


@pytest.mark.parametrize(
    ("getypt", "over"),
    [
        ("a\x00b", "ab"),
        ("\x1b[31mrood", "[31mrood"),
        ("a\r\nb", "a\nb"),
        ("a\x7f", "a"),
        ("\ud83d", ""),
        ("  a\tb \n", "a\tb"),
    ],
)
def test_control_characters_go_and_lines_and_tabs_stay(getypt: str, over: str) -> None:
    assert schoon(getypt) == over


@pytest.mark.parametrize("tekst", ["", "   ", "...", "?!", "👍", "\n\n", "-_-"])
def test_a_text_without_letters_or_digits_is_empty(tekst: str) -> None:
    assert is_leeg(tekst)


@pytest.mark.parametrize("tekst", ["a", "?1", "é", "ja!", "نعم", "👍 ok"])
def test_a_text_with_a_letter_or_digit_is_not_empty(tekst: str) -> None:
    assert not is_leeg(tekst)

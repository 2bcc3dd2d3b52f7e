"""Typed text that means one of the buttons of the last turn."""

import pytest

from bot.gesprek.keuzes import Aangeboden, bedoeld, letterlijk


def knoppen(*labels: str) -> Aangeboden:
    return [{"id": f"x{i}", "label": label, "opdracht": f"/o{i}"} for i, label in enumerate(labels)]


BEGIN = knoppen("Een persoonlijk plan maken", "Hoeveel hulp in huis?", "Wat kunt u voor mij doen?")
WISSEN = knoppen("Ja, wis alles", "Verder waar we waren")
VERTEL = knoppen("Nee, begin maar", "Ja, vertel")


def label(gekozen: dict[str, str] | None) -> str | None:
    return gekozen and gekozen["label"]


@pytest.mark.parametrize("tekst", ["Hoeveel hulp in huis?", "hoeveel hulp in huis", "  HOEVEEL hulp in huis!! "])
def test_a_typed_label_is_that_button(tekst: str) -> None:
    assert label(letterlijk(BEGIN, tekst)) == "Hoeveel hulp in huis?"


@pytest.mark.parametrize("tekst", ["hoeveel hulp", "hoeveel hulp in huis krijg ik", "", "2"])
def test_another_text_is_no_typed_label(tekst: str) -> None:
    assert letterlijk(BEGIN, tekst) is None


def test_of_two_buttons_with_one_label_the_first_is_meant() -> None:
    dubbel = knoppen("Meer weten", "Meer weten")
    assert letterlijk(dubbel, "meer weten") is dubbel[0]


@pytest.mark.parametrize(
    ("tekst", "bedoelde"), [("ja", "Ja, vertel"), ("graag", "Ja, vertel"), ("nee hoor", "Nee, begin maar")]
)
def test_yes_and_no_mean_the_button_that_begins_with_it(tekst: str, bedoelde: str) -> None:
    assert label(bedoeld(VERTEL, tekst)) == bedoelde


def test_yes_without_a_button_that_says_yes_is_the_first_offer() -> None:
    assert label(bedoeld(BEGIN, "ja graag")) == "Een persoonlijk plan maken"


@pytest.mark.parametrize("tekst", ["nee", "nee bedankt", "liever niet"])
def test_no_without_a_button_that_says_no_is_none_of_them(tekst: str) -> None:
    assert bedoeld(BEGIN, tekst) is None
    assert bedoeld(WISSEN, tekst) is None


def test_yes_to_wiping_is_wiping_and_no_is_not() -> None:
    assert label(bedoeld(WISSEN, "ja")) == "Ja, wis alles"
    assert label(bedoeld(WISSEN, "nee")) != "Ja, wis alles"


@pytest.mark.parametrize(("tekst", "nummer"), [("1", 0), ("2", 1), ("de derde", 2), ("optie 2", 1)])
def test_a_number_is_the_button_in_that_place(tekst: str, nummer: int) -> None:
    assert bedoeld(BEGIN, tekst) is BEGIN[nummer]


@pytest.mark.parametrize("tekst", ["4", "0", "1 en 2", "weet ik niet", "", "iets heel anders"])
def test_what_means_no_button_is_none(tekst: str) -> None:
    assert bedoeld(BEGIN, tekst) is None


def test_a_sentence_that_holds_a_label_is_a_sentence() -> None:
    """More than four words are for the model."""
    verder = knoppen("Vervoer", "Verder")
    assert label(bedoeld(verder, "vervoer graag")) == "Vervoer"
    assert bedoeld(verder, "hoe gaat dat met vervoer naar de dokter") is None


def test_nothing_was_offered_so_nothing_is_meant() -> None:
    assert letterlijk([], "ja") is None
    assert bedoeld([], "ja") is None
    assert bedoeld([], "1") is None


@pytest.mark.parametrize(
    ("tekst", "bedoelde"), [("plan maken", "Een persoonlijk plan maken"), ("hulp in huis", "Hoeveel hulp in huis?")]
)
def test_part_of_one_label_means_that_button(tekst: str, bedoelde: str) -> None:
    assert label(bedoeld(BEGIN, tekst)) == bedoelde


@pytest.mark.parametrize("tekst", ["vaak", "altijd"])
def test_a_word_of_frequency_is_not_yes_to_wiping_everything(tekst: str) -> None:
    assert bedoeld(WISSEN, tekst) is None

"""Our reading of YAML: the core schema of 1.2, plain dates, and nothing that surprises who writes the files."""

from datetime import date
from typing import Any

import pytest
import yaml

from bot.yaml12 import DIEPSTE, DubbelVeld, lees


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("010", 10),
        ("-3", -3),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", float("inf")),
        ("-.inf", float("-inf")),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("2023-01-31", date(2023, 1, 31)),
        ("2023-1-31", "2023-1-31"),
        ("'2023-01-31'", "2023-01-31"),
        ('"5"', "5"),
        ("<<", "<<"),
        ("[a, {b: [1]}]", ["a", {"b": [1]}]),
    ],
)
def test_a_word_is_what_yaml_1_2_says(tekst: str, waarde: Any) -> None:
    gelezen = lees(f"x: {tekst}")["x"]
    assert gelezen == waarde
    assert type(gelezen) is type(waarde)


def test_nothing_at_all_is_nothing() -> None:
    assert lees("") is lees("# only a remark\n") is None


@pytest.mark.parametrize(
    "tekst",
    [
        "a: 1\n--- \nb: 2",
        "a: !!python/object x",
        "a: !eigen x",
        "a: !!str 1",
        "a: &x 1\nb: *x",
        "? [a]\n: b",
        "[" * (DIEPSTE + 1),
        "- " * (DIEPSTE + 1),
        "[" * 50_000,
        "a: [",
        "\ta: 1",
        "a: \0",
    ],
)
def test_what_could_surprise_is_refused_and_never_crashes(tekst: str) -> None:
    with pytest.raises(yaml.YAMLError):
        lees(tekst)


def test_a_deep_file_that_is_still_reasonable_is_read() -> None:
    assert lees("[" * DIEPSTE + "]" * DIEPSTE)


@pytest.mark.parametrize("tekst", ["a: 1\na: 2", "a: {b: 1, b: 2}", "- {1: x, 1: y}"])
def test_the_same_name_twice_is_refused_with_its_place(tekst: str) -> None:
    with pytest.raises(DubbelVeld, match="duplicate key") as gevangen:
        lees(tekst)
    assert gevangen.value.problem_mark is not None


def test_a_day_that_does_not_exist_is_no_date() -> None:
    with pytest.raises(ValueError, match="day"):
        lees("a: 2023-02-30")

"""Danger is heard in what people say, and not in what only sounds like it."""

import re
import unicodedata
from collections import Counter
from typing import Any

import pytest
from msgspec import Struct

from bot.gesprek.veiligheid import Gevaar, Veiligheid
from bot.vragen.bestand import lees_bestand
from bot.vragen.woorden import normaal
from tests.conftest import WORTEL
from tests.vragen import dialogen


class Geval(Struct, frozen=True, forbid_unknown_fields=True):
    tekst: str
    soort: str


class Gevallen(Struct, frozen=True, forbid_unknown_fields=True):
    gevaar: tuple[Geval, ...]
    bijna: tuple[str, ...]


GEVALLEN = lees_bestand(WORTEL / "tests" / "veiligheid_gevallen.yaml", Gevallen)
VEILIGHEID = dialogen.diensten().veiligheid


def soort_van(tekst: str) -> str | None:
    gevaar = VEILIGHEID.herken(tekst)
    return next((naam for naam, g in VEILIGHEID.soorten.items() if g is gevaar), None)


@pytest.mark.parametrize("geval", GEVALLEN.gevaar, ids=lambda g: f"{g.soort}: {g.tekst}")
def test_danger_is_heard_and_its_kind_is_known(geval: Geval) -> None:
    assert soort_van(geval.tekst) == geval.soort


@pytest.mark.parametrize("tekst", GEVALLEN.bijna)
def test_what_only_sounds_like_danger_is_left_alone(tekst: str) -> None:
    assert soort_van(tekst) is None


def test_no_sentence_is_both_and_none_stands_there_twice() -> None:
    zinnen = Counter(normaal(t) for t in (*(g.tekst for g in GEVALLEN.gevaar), *GEVALLEN.bijna))
    assert [z for z, keer in zinnen.items() if keer > 1] == []


@pytest.mark.parametrize("soort", sorted({g.soort for g in GEVALLEN.gevaar}))
def test_every_kind_of_danger_has_an_answer_that_names_112(soort: str) -> None:
    assert soort in VEILIGHEID.soorten
    assert "112" in " ".join(VEILIGHEID.soorten[soort].antwoord)


@pytest.mark.parametrize(
    ("soort", "nummers"),
    [("suicide", ["113", "0800-0113"]), ("geweld", ["0800-2000"]), ("kind", ["0800-2000"])],
)
def test_who_is_in_danger_hears_whom_to_call(soort: str, nummers: list[str]) -> None:
    """quality.md: 113 (0800-0113), Veilig Thuis (0800-2000)."""
    antwoord = " ".join(VEILIGHEID.soorten[soort].antwoord)
    assert [n for n in nummers if n not in antwoord] == []


def patronen() -> list[Any]:
    return [
        pytest.param(p, id=f"{naam} {soort} {n}")
        for naam, g in VEILIGHEID.soorten.items()
        for soort, lijst in (("patroon", g.patronen), ("uitzondering", g.uitzonderingen))
        for n, p in enumerate(lijst, 1)
    ]


@pytest.mark.parametrize("patroon", patronen())
def test_a_pattern_can_match_a_normalised_text_and_never_an_empty_one(patroon: str) -> None:
    """Texts are compared without capitals and accents; a pattern with those would never be heard."""
    woorden = re.sub(r"\\[a-zA-Z]|\[[^\]]*\]", "", patroon)
    plat = "".join(c for c in unicodedata.normalize("NFKD", woorden.casefold()) if not unicodedata.combining(c))
    assert woorden == plat
    assert re.compile(patroon).search("") is None


@pytest.mark.parametrize("tekst", ["", "...", "ja", "nee", "hallo", "mijn man van 70", "Wat is een pgb?"])
def test_ordinary_answers_are_no_danger(tekst: str) -> None:
    assert VEILIGHEID.herken(tekst) is None


# -- how the layer works, on kinds of our own -----------------------------------------------------------------------

VUUR = Gevaar(patronen=(r"\bbrand\b",), antwoord=("Bel 112.",), uitzonderingen=(r"\bbrand aan de\b",))
WATER = Gevaar(patronen=(r"\bwater\b", r"\bbrand\b"), antwoord=("Bel 112.",))
KLEIN = Veiligheid({"vuur": VUUR, "water": WATER})


def test_the_first_kind_in_the_file_wins() -> None:
    assert KLEIN.herken("brand in het water") is VUUR


def test_capitals_accents_and_punctuation_do_not_hide_danger() -> None:
    assert KLEIN.herken("BRÁND!!!") is VUUR


def test_an_exception_takes_away_only_its_own_words() -> None:
    klein = Veiligheid({"vuur": VUUR})
    assert klein.herken("een brand aan de lamp") is None
    assert klein.herken("een brand aan de lamp, en nu brand in de keuken") is VUUR


def test_a_kind_without_exceptions_hears_every_pattern() -> None:
    assert KLEIN.herken("er staat water in de kelder") is WATER

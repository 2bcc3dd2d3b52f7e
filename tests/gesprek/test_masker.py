"""What is kept of a sentence that was not understood holds nothing that leads to a person."""

import pytest
from msgspec import Struct

from bot.gesprek.masker import LANGSTE_ZIN, Masker
from bot.vragen.bestand import lees_bestand
from tests.conftest import WORTEL


class Weg(Struct, frozen=True, forbid_unknown_fields=True):
    zin: str
    weg: tuple[str, ...]


class Blijft(Struct, frozen=True, forbid_unknown_fields=True):
    zin: str
    wordt: str


class Gevallen(Struct, frozen=True, forbid_unknown_fields=True):
    weg: tuple[Weg, ...]
    blijft: tuple[Blijft, ...]
    niets: tuple[str, ...]


GEVALLEN = lees_bestand(WORTEL / "tests" / "gesprek" / "masker.yaml", Gevallen)
MASKER = Masker.uit(WORTEL)


@pytest.mark.parametrize("geval", GEVALLEN.weg, ids=lambda g: g.zin)
def test_what_tells_whose_sentence_it_is_does_not_survive(geval: Weg) -> None:
    bewaard = f" {MASKER.masker(geval.zin) or ''} "
    assert [w for w in geval.weg if w in bewaard] == []


@pytest.mark.parametrize("geval", GEVALLEN.blijft, ids=lambda g: g.zin)
def test_what_is_about_nobody_stays_readable(geval: Blijft) -> None:
    assert MASKER.masker(geval.zin) == geval.wordt


@pytest.mark.parametrize("zin", GEVALLEN.niets)
def test_nothing_is_kept_where_nothing_is_left(zin: str) -> None:
    assert MASKER.masker(zin) is None


def test_a_long_text_is_a_story_and_is_not_kept() -> None:
    zin = "ik wil hulp " * 40
    assert MASKER.masker(zin[:LANGSTE_ZIN]) is not None
    assert MASKER.masker(zin[: LANGSTE_ZIN + 1]) is None


def test_there_are_enough_examples() -> None:
    assert len(GEVALLEN.weg) >= 30
    assert len(GEVALLEN.blijft) >= 10


def test_masking_a_masked_sentence_changes_nothing() -> None:
    for geval in GEVALLEN.weg:
        if eenmaal := MASKER.masker(geval.zin):
            assert MASKER.masker(eenmaal) == eenmaal

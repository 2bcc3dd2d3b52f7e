"""Whole conversations on the real trained model with the real actions."""

from pathlib import Path

import pytest

from bot.gesprek.host import Gesprekshost
from bot.vragen.bestand import lees_bestand
from tests.gesprekken.loper import Gesprek, voer

BESTANDEN = sorted(Path(__file__).parent.glob("*.yaml"))
GESPREKKEN = [g for pad in BESTANDEN for g in lees_bestand(pad, list[Gesprek])]


@pytest.mark.parametrize("gesprek", GESPREKKEN, ids=lambda g: g.naam)
async def test_gesprek(host: Gesprekshost, gesprek: Gesprek) -> None:
    await voer(host, gesprek)


def test_there_are_at_least_25_conversations() -> None:
    assert len(GESPREKKEN) >= 25

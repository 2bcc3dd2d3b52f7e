"""A conversation where the municipality has fewer rules: what is not there is not offered, and nobody is left alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from bot.gesprek.diensten import bouw, gebruik
from bot.gesprek.host import Gesprekshost
from bot.gesprek.instellingen import Instellingen
from bot.gesprek.motor import Motor
from bot.opslag import werk_bij
from tests.conftest import VANDAAG, WORTEL
from tests.gesprekken.loper import Beurt, Gesprek, voer


@pytest.fixture
def host(tmp_path: Path, motor: Motor, getraind: Instellingen) -> Iterator[Gesprekshost]:
    stad = tmp_path / "gemeenten" / "kleinstad"
    shutil.copytree(WORTEL / "gemeenten" / "het_hogeland", stad)
    shutil.rmtree(stad / "regelingen" / "overbelasting")
    plek = structs.replace(
        getraind, gemeenten=stad.parent, gemeente=stad.name, databank=f"sqlite:///{tmp_path / 'klein.db'}"
    )
    diensten = bouw(plek, vandaag=lambda: VANDAAG)
    werk_bij(diensten.gesprekken.engine)
    gebruik(diensten)
    yield Gesprekshost(diensten, motor)
    diensten.gesprekken.engine.dispose()


async def test_a_dialogue_that_is_not_there_is_not_begun(host: Gesprekshost) -> None:
    beurten = [
        Beurt(u="ik wil weten of de zorg mij te zwaar is", bot=["Bij de gemeente kan iemand"]),
        Beurt(u="is een pgb iets voor mij?", vraag="uitleggen waarom"),
    ]
    await voer(host, Gesprek(naam="Minder regels", beurten=beurten))


async def test_a_button_to_it_is_not_shown(host: Gesprekshost) -> None:
    _, groet = await host.begin("inwoner")
    beurt = Beurt(u="wat kunt u voor mij doen?")
    await voer(host, Gesprek(naam="Geen knop", beurten=[beurt]))
    assert groet
    assert not host.diensten.heeft("start_overbelasting")
    assert host.diensten.heeft("start_termijnen")

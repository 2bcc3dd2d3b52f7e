"""What is kept of sentences that were not understood, in real conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from bot.gesprek.diensten import Diensten, bouw, gebruik
from bot.gesprek.host import Gesprekshost
from bot.gesprek.instellingen import Instellingen
from bot.gesprek.motor import Motor
from bot.opslag import Onbegrepen, werk_bij
from tests.conftest import VANDAAG

ONZIN = "zwabberdewabber flierefluiter knots"


@pytest.fixture
def aan(tmp_path: Path, motor: Motor, getraind: Instellingen) -> Iterator[Gesprekshost]:
    plek = structs.replace(getraind, databank=f"sqlite:///{tmp_path / 'aan.db'}", onbegrepen=True)
    diensten = bouw(plek, vandaag=lambda: VANDAAG)
    werk_bij(diensten.gesprekken.engine)
    gebruik(diensten)
    yield Gesprekshost(diensten, motor)
    diensten.gesprekken.engine.dispose()


async def praat(host: Gesprekshost, *teksten: str) -> str:
    token, _ = await host.begin("inwoner")
    id = await host.zoek(token)
    assert id
    for tekst in teksten:
        await host.beurt(id, tekst=tekst)
    return id


def bewaard(diensten: Diensten) -> dict[str, int]:
    return {z.tekst: z.aantal for z in Onbegrepen(diensten.gesprekken.engine).alle()}


async def test_with_the_setting_off_nothing_is_stored(host: Gesprekshost) -> None:
    assert not host.diensten.instellingen.onbegrepen
    assert not Instellingen().onbegrepen
    await praat(host, ONZIN, ONZIN)
    assert bewaard(host.diensten) == {}


async def test_with_the_setting_on_a_sentence_is_counted(aan: Gesprekshost) -> None:
    await praat(aan, ONZIN)
    await praat(aan, ONZIN)
    assert bewaard(aan.diensten) == {ONZIN: 2}


async def test_personal_data_is_masked_before_it_is_stored(aan: Gesprekshost) -> None:
    await praat(aan, "Tammo Ukena zwabbert op 0595-412345")
    assert all("ukena" not in z and "0595" not in z for z in bewaard(aan.diensten))


async def test_what_was_understood_is_not_kept(aan: Gesprekshost) -> None:
    await praat(aan, "wat is een pgb?", "I need help with my house please", "ik wil er niet meer zijn", "???")
    assert bewaard(aan.diensten) == {}


async def test_nothing_from_inside_a_dialogue_is_kept(aan: Gesprekshost) -> None:
    await praat(aan, "ik wil een persoonlijk plan maken", ONZIN, "sla over", "sla over", ONZIN, f"{ONZIN}?", "wonen",
                "klaar", ONZIN, f"{ONZIN}?")  # fmt: skip
    assert bewaard(aan.diensten) == {}


async def test_wiping_a_conversation_leaves_the_sentences_and_says_so(aan: Gesprekshost) -> None:
    id = await praat(aan, ONZIN, "wis alles")
    berichten = (await aan.beurt(id, tekst="Ja, wis alles")).berichten
    assert "Zinnen die ik niet begreep" in berichten[0]["tekst"]
    assert "nog 0 regels" in berichten[-1]["tekst"]
    assert aan.diensten.gesprekken.laad(id) is None
    assert bewaard(aan.diensten) == {ONZIN: 1}


async def test_a_sentence_that_cannot_be_kept_costs_nobody_an_answer(
    aan: Gesprekshost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(self: Onbegrepen, tekst: str, dag: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Onbegrepen, "bewaar", stuk)
    token, _ = await aan.begin("inwoner")
    id = await aan.zoek(token)
    assert id
    assert (await aan.beurt(id, tekst=ONZIN)).berichten


async def test_the_hourly_job_deletes_both(aan: Gesprekshost) -> None:
    await praat(aan, ONZIN)
    later = structs.replace(aan.diensten, vandaag=lambda: VANDAAG.replace(month=5))
    assert later.ruim_op().zinnen == 1
    assert bewaard(aan.diensten) == {}

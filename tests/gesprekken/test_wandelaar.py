"""A walker that knows no dialogue: it presses what is offered, or types, and must come to a document."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from bot.gesprek.host import Gesprekshost

MEESTE_BEURTEN = 400
BEGIN = {
    "ik wil een persoonlijk plan maken": "inwoner",
    "wat verwacht de gemeente van mijn huisgenoten": "inwoner",
    "hoeveel uur hulp in het huishouden kan ik krijgen": "inwoner",
    "kunt u de dertien vragen over mantelzorg met mij doen": "inwoner",
    "wij willen een advies maken over de kwaliteitseisen": "raad",
}
Keuzes = list[dict[str, str]]


def eerste(keuzes: Keuzes) -> str:
    return keuzes[0]["id"]


def lukraak(zaad: int) -> Callable[[Keuzes], str]:
    """Mostly an answer, now and then "waarom", "vorige vraag" or whatever else is offered."""
    toeval = random.Random(zaad)

    def kies(keuzes: Keuzes) -> str:
        return toeval.choice(keuzes[:3] if toeval.random() < 0.8 else keuzes)["id"]

    return kies


async def wandel(host: Gesprekshost, rol: str, begin: str, kies: Callable[[Keuzes], str]) -> dict[str, Any]:
    """Walks until the last message is a document; returns it. Fails on silence, a dead end or a loop."""
    token, _ = await host.begin(rol)
    id = await host.zoek(token)
    assert id
    berichten = (await host.beurt(id, tekst=begin)).berichten
    for _ in range(MEESTE_BEURTEN):
        assert berichten, "silence"
        if berichten[-1]["soort"] == "document":
            return berichten[-1]
        keuzes = [k for b in berichten for k in b["keuzes"]]
        assert keuzes, f"nothing to press after {berichten[-1]['tekst']!r}"
        berichten = (await host.beurt(id, keuze=kies(keuzes))).berichten
    raise AssertionError(f"no document after {MEESTE_BEURTEN} turns; the last message is {berichten[-1]['tekst']!r}")


@pytest.mark.parametrize("begin", BEGIN)
async def test_pressing_the_first_button_leads_to_a_document(host: Gesprekshost, begin: str) -> None:
    assert (await wandel(host, BEGIN[begin], begin, eerste))["onderwerp"]


@pytest.mark.parametrize("zaad", range(4))
@pytest.mark.parametrize("begin", [b for b, rol in BEGIN.items() if rol == "inwoner"])
async def test_pressing_at_random_leads_to_a_document(host: Gesprekshost, begin: str, zaad: int) -> None:
    assert (await wandel(host, BEGIN[begin], begin, lukraak(zaad)))["onderwerp"]


@pytest.mark.parametrize("begin", ["ik wil een persoonlijk plan maken", "wij willen een advies maken"])
async def test_typing_alone_leads_to_a_document(host: Gesprekshost, begin: str) -> None:
    """Types the first offered label where there is one that answers, and a sentence where there is not."""
    token, _ = await host.begin("raad" if "advies" in begin else "inwoner")
    id = await host.zoek(token)
    assert id
    stil = {host.diensten.algemeen.labels[n] for n in ("overslaan", "waarom", "terug", "zo_laten")}
    berichten = (await host.beurt(id, tekst=begin)).berichten
    for _ in range(MEESTE_BEURTEN):
        if berichten[-1]["soort"] == "document":
            return
        labels = [k["label"] for b in berichten for k in b["keuzes"] if k["label"] not in stil]
        berichten = (await host.beurt(id, tekst=labels[0] if labels else "Dat gaat zo zijn gang.")).berichten
    raise AssertionError(berichten[-1]["tekst"])

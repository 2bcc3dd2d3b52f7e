"""A client against the real application, with the real model."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.web.app import maak_app

GESPREK = "/api/v1/gesprekken/huidig"
Client = TestClient[Any, Any]


@pytest.fixture
async def client(aiohttp_client: Callable[..., Awaitable[Client]], diensten: Diensten, motor: Motor) -> Client:
    """A browser without a session."""
    return await aiohttp_client(maak_app(diensten, motor))


@pytest.fixture
async def inwoner(client: Client) -> Client:
    """A citizen who has been greeted."""
    antwoord = await client.post("/api/v1/gesprekken", json={"rol": "inwoner"})
    assert antwoord.status == 201
    return client


async def zeg(client: Client, tekst: str, **koppen: str) -> list[dict[str, Any]]:
    """Says something and returns the messages."""
    antwoord = await client.post(f"{GESPREK}/berichten", json={"tekst": tekst}, headers=koppen)
    assert antwoord.status == 200, await antwoord.text()
    return list((await antwoord.json())["berichten"])


async def kies(client: Client, berichten: list[dict[str, Any]], label: str) -> list[dict[str, Any]]:
    """Presses a button and returns the messages."""
    keuze = next(k["id"] for b in berichten for k in b["keuzes"] if k["label"] == label)
    antwoord = await client.post(f"{GESPREK}/berichten", json={"keuze": keuze})
    assert antwoord.status == 200, await antwoord.text()
    return list((await antwoord.json())["berichten"])


async def alles_gezegd(client: Client) -> list[str]:
    """Every text of the conversation so far."""
    return [b["tekst"] for b in (await (await client.get(GESPREK)).json())["berichten"]]

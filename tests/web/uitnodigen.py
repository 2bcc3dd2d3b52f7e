"""Browsers of a consulent and of citizens, over HTTP: what the tests of invitations and sharing begin with."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers
from bot.opslag.tabellen import metadata
from bot.web.app import maak_app
from tests.web.conftest import GESPREK, kies
from tests.web.raad import Client, gevonden, pagina, stuur

WACHTWOORD = "een heel lang wachtwoord"
DELEN = "/gesprek/delen"
NIETS_MEER = "Van uw gesprek staan daar nog 0 regels."
VOL = "CREATE TRIGGER vol BEFORE INSERT ON deellogboek BEGIN SELECT RAISE(ABORT, 'disk full'); END"
Browser = Callable[[], Awaitable[Client]]


@pytest.fixture
async def server(aiohttp_server: Callable[..., Awaitable[TestServer]], diensten: Diensten, motor: Motor) -> TestServer:
    return await aiohttp_server(maak_app(diensten, motor))


@pytest.fixture
async def browser(server: TestServer) -> AsyncIterator[Browser]:
    """Makes browsers, each with cookies of its own."""
    open_: list[Client] = []

    async def nieuw() -> Client:
        client: Client = TestClient(server, cookie_jar=CookieJar(unsafe=True))
        open_.append(client)
        return client

    yield nieuw
    for client in open_:
        await client.close()


@pytest.fixture
def accounts(diensten: Diensten) -> Medewerkers:
    """Someone of each role, and a second consulent."""
    accounts = Medewerkers(diensten.gesprekken.engine)
    for naam, rol in (("karin", "consulent"), ("joost", "consulent"), ("rita", "raad"), ("bea", "beheerder")):
        accounts.maak(naam, rol, WACHTWOORD, {"karin": "Karin de Vries"}.get(naam, ""))
    return accounts


async def meld_aan(client: Client, naam: str, wachtwoord: str = WACHTWOORD, status: int = 200) -> str:
    return await stuur(client, "/consulent/aanmelden", {"naam": naam, "wachtwoord": wachtwoord}, status)


@pytest.fixture
async def karin(accounts: Medewerkers, browser: Browser) -> Client:
    """A consulent who is signed in."""
    client = await browser()
    await meld_aan(client, "karin")
    return client


async def nodig_uit(client: Client, status: int = 200, **velden: str) -> str:
    """The page that a new invitation gives."""
    form = {"dialoog": "persoonlijk_plan", "tot": "24 maart 2023", "meldingsdag": "", "kenmerk": "", **velden}
    return await stuur(client, "/consulent/uitnodigingen", form, status)


def link_in(tekst: str) -> str:
    return gevonden(r"/u/[\w-]{43}", tekst)


def woorden_in(tekst: str) -> str:
    m = re.search(r'id="woorden"[^>]*>\s*([a-z]+ [a-z]+ [a-z]+ [a-z]+)<', tekst)
    assert m
    return m.group(1)


def bewijs_in(tekst: str) -> str:
    return gevonden(r"\d+\.[\w-]+\.[0-9a-f]{64}", tekst)


async def open_uitnodiging(client: Client, link: str) -> str:
    """Presses the button."""
    return await stuur(client, link, {"bewijs": bewijs_in(await pagina(client, link))})


async def maak_plan(client: Client, verhaal: str = "De trap is een berg.") -> None:
    """A plan with one leefdomein, in own words."""
    berichten: list[dict[str, Any]] = (await (await client.get(GESPREK)).json())["berichten"]
    for label in ("Voor mijzelf", "Nee, begin maar"):
        berichten = await kies(client, berichten, label)
    if any("gemeld" in b["tekst"] for b in berichten):
        berichten = await kies(client, berichten, "Vandaag")
    for label in ("Wonen", "Dat is alles"):
        berichten = await kies(client, berichten, label)
    antwoord = await client.post(f"{GESPREK}/berichten", json={"tekst": verhaal})
    assert antwoord.status == 200


async def deel(client: Client, status: int = 200, **velden: str) -> str:
    return await stuur(client, DELEN, {"tot": "24 maart 2023", "ja": "ja", **velden}, status)


@pytest.fixture
async def gedeeld(karin: Client, browser: Browser) -> tuple[Client, str]:
    """A citizen who has shared, and where the consulent reads it."""
    inwoner = await browser()
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin, kenmerk="Z-12")))
    await maak_plan(inwoner)
    await deel(inwoner)
    return inwoner, gevonden(r"/consulent/plannen/[\w-]+", await pagina(karin, "/consulent"))


def hele_databank(diensten: Diensten) -> str:
    """Every value of every table."""
    with diensten.gesprekken.engine.connect() as db:
        return "\n".join(str(tuple(rij)) for t in metadata.sorted_tables for rij in db.execute(select(t)).all())

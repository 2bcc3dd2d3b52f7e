"""From the consulent's link to an empty database in real Chromium: two browsers of a citizen, one of a consulent."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, Page
from pypdf import PdfReader
from sqlalchemy import select

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers
from bot.opslag.tabellen import metadata
from bot.web.app import maak_app
from tests.web.test_browser import CHROMIUM, TELEFOON, axe, browser, volgende

__all__ = ["browser"]

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: install Debian's package chromium (.ci/run does)")
WACHTWOORD = "een heel lang wachtwoord"
VERHAAL = 'Ze zegt: "de trap is een berg" & <b>valt</b> vaak.'
LUKT, WENS, LATER = (
    "Koken lukt nog elke dag.",
    "Thuis blijven wonen bij mijn katten.",
    "Mijn buurvrouw past op de hond.",
)
EERST = [
    ("kies", "Voor mijn moeder"),
    ("kies", "Nee, begin maar"),
    ("kies", "Wonen"),
    ("kies", "Dat is alles"),
    ("typ", VERHAAL),
    ("typ", LUKT),
]
DAARNA = [
    ("kies", "Overslaan"),
    ("typ", WENS),
    ("typ", LATER),
    *[("kies", "Overslaan")] * 7,
    ("kies", "Ja, het klopt"),
]


@pytest.fixture
async def adres(aiohttp_server: Callable[..., Awaitable[TestServer]], diensten: Diensten, motor: Motor) -> str:
    Medewerkers(diensten.gesprekken.engine).maak("karin", "consulent", WACHTWOORD, "Karin de Vries")
    server = await aiohttp_server(maak_app(diensten, motor))
    return f"http://127.0.0.1:{server.port}"


async def meld_aan(page: Page, adres: str) -> None:
    await page.goto(f"{adres}/consulent")
    await page.get_by_label("Naam van uw account").fill("karin")
    await page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    await page.get_by_role("button", name="Meld aan").click()


async def doe(page: Page, stappen: list[tuple[str, str]], javascript: bool) -> None:
    """Steps of the conversation; without JavaScript every one is a new page."""
    for stap in stappen:
        if javascript:
            await volgende(page, stap)
            continue
        soort, tekst = stap
        if soort == "typ":
            await page.get_by_label("Typ hier uw vraag of antwoord").fill(tekst)
        async with page.expect_navigation():
            await page.get_by_role("button", name="Verstuur" if soort == "typ" else tekst, exact=True).first.click()


def wat_er_nog_staat(diensten: Diensten, map_: Path) -> list[str]:
    """The sentences that the database still holds: in a row, or in the bytes of its files."""
    with diensten.gesprekken.engine.connect() as db:
        rijen = [str(tuple(rij)) for t in metadata.sorted_tables for rij in db.execute(select(t)).all()]
    bestanden = [pad.read_bytes().decode("utf-8", "replace") for pad in map_.glob("test.db*")]
    alles = "\n".join([*rijen, *bestanden])
    kern = {VERHAAL: "de trap is een berg", LUKT: LUKT, WENS: WENS, LATER: LATER}
    return [zin for zin, stuk in kern.items() if stuk in alles]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
async def test_invited_made_shared_read_taken_back_and_wiped(
    browser: Browser, adres: str, diensten: Diensten, tmp_path: Path, javascript: bool
) -> None:
    async def nieuw(**meer: object) -> tuple[BrowserContext, Page]:
        context = await browser.new_context(java_script_enabled=javascript, locale="nl-NL", **meer)  # type: ignore[arg-type]
        return context, await context.new_page()

    _, karin = await nieuw(viewport={"width": 320, "height": 740})
    _, telefoon = await nieuw(viewport=TELEFOON)
    tweede_context, tweede = await nieuw(viewport=TELEFOON)
    fouten: list[str] = []
    for page in (karin, telefoon, tweede):
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.on("console", lambda m: fouten.append(m.text) if m.type == "error" else None)

    async def toegankelijk(page: Page) -> None:
        if javascript:
            assert await axe(page) == []
            breed = await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert breed, page.url

    await karin.goto(f"{adres}/consulent")
    await toegankelijk(karin)
    await meld_aan(karin, adres)
    await karin.get_by_label("Op welke dag was de melding?").fill("8 maart 2023")
    await karin.get_by_label("Uw eigen kenmerk").fill("Z-12")
    await toegankelijk(karin)
    await karin.get_by_role("button", name="Maak de uitnodiging").click()
    link = await karin.get_by_label("De link", exact=True).input_value()
    await toegankelijk(karin)
    await karin.emulate_media(media="print")
    assert await karin.get_by_role("heading", name="Bereid uw gesprek voor").is_visible()
    assert not await karin.get_by_label("De link", exact=True).is_visible()
    assert not await karin.get_by_role("button", name="Afmelden").is_visible()
    assert len(PdfReader(BytesIO(await karin.pdf(format="A4"))).pages) == 1
    await karin.emulate_media(media="screen")

    await karin.goto(f"{adres}/consulent")
    await karin.get_by_role("link", name="Trek in").click()
    await toegankelijk(karin)
    await karin.get_by_role("link", name="Nee, terug naar uw uitnodigingen").click()
    await toegankelijk(karin)

    await telefoon.goto(link)
    assert await telefoon.get_by_text("Karin de Vries, van gemeente Het Hogeland, nodigt u uit.").is_visible()
    await toegankelijk(telefoon)
    await telefoon.get_by_role("button", name="Begin").click()
    await telefoon.get_by_text("Voor wie maakt u het plan?").wait_for()
    await doe(telefoon, EERST, javascript)

    await telefoon.get_by_role("link", name="Delen en bewaren").first.click()
    await toegankelijk(telefoon)
    await telefoon.get_by_role("button", name="Maak een link").click()
    await tweede.goto(await telefoon.get_by_label("De link", exact=True).input_value())
    await toegankelijk(tweede)
    await tweede.get_by_role("button", name="Ga hier verder").click()
    await tweede.get_by_text("de trap is een berg").first.wait_for()
    await doe(tweede, DAARNA, javascript)

    await tweede.get_by_role("link", name="Delen en bewaren").first.click()
    await tweede.get_by_label("Ja, ik wil mijn plan delen met Karin de Vries").check()
    await tweede.get_by_role("button", name="Deel mijn plan").click()
    assert await tweede.get_by_text("Uw plan is gedeeld.").is_visible()

    await karin.goto(f"{adres}/consulent")
    await karin.get_by_role("link", name="Bekijk wat is gedeeld").click()
    await toegankelijk(karin)
    plan = karin.url
    await karin.get_by_role("link", name="Lees het plan").click()
    for zin in (VERHAAL, LUKT, WENS):
        assert await karin.get_by_text(zin).first.is_visible()

    await tweede.reload()
    assert await tweede.get_by_text("Karin de Vries las het plan").is_visible()
    await tweede.get_by_role("button", name="Neem mijn plan terug").click()
    assert await tweede.get_by_text("U nam uw plan terug.").first.is_visible()
    fouten.clear()
    antwoord = await karin.goto(plan)
    assert antwoord
    assert antwoord.status == 404

    await tweede.locator("main").get_by_role("link", name="Wis alles", exact=True).click()
    await toegankelijk(tweede)
    await tweede.get_by_role("button", name="Ja, wis alles").click()
    assert await tweede.get_by_text("Van uw gesprek staan daar nog 0 regels.").is_visible()
    await toegankelijk(tweede)
    await tweede.go_back()
    assert not await tweede.get_by_text("Wie las uw plan?").is_visible()
    assert wat_er_nog_staat(diensten, tmp_path) == []
    assert [f for f in fouten if "404" not in f] == []
    await tweede_context.close()

"""A plan from greeting to downloaded PDF in real Chromium, with and without JavaScript, and axe-core."""

import io
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, async_playwright
from pypdf import PdfReader

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.web.app import maak_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: install Debian's package chromium (.ci/run does)")
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
           "--disable-sync", "--no-first-run", "--disable-quic"]  # fmt: skip
TELEFOON = {"width": 390, "height": 844}
VERHAAL = 'Ze zegt: "de trap is een berg" & <b>valt</b> vaak.'
# What the citizen presses or types at each question, in order.
STAPPEN = [
    ("kies", "Een persoonlijk plan maken"),
    ("kies", "Voor mijn moeder"),
    ("kies", "Nee, begin maar"),
    ("kies", "Vandaag"),
    ("kies", "Wonen"),
    ("kies", "Dat is alles"),
    ("typ", VERHAAL),
    ("typ", "Koken lukt nog."),
    ("kies", "Overslaan"),
    ("typ", "Thuis blijven wonen."),
    *[("kies", "Overslaan")] * 8,
    ("kies", "Ja, het klopt"),
]


@pytest.fixture
async def adres(aiohttp_server: Callable[..., Awaitable[TestServer]], diensten: Diensten, motor: Motor) -> str:
    server = await aiohttp_server(maak_app(diensten, motor))
    return f"http://127.0.0.1:{server.port}"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as p:
        browser = await p.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield browser
        await browser.close()


async def volgende(page: Page, stap: tuple[str, str]) -> None:
    """Does one step and waits for its answer."""
    soort, tekst = stap
    voor = await page.locator("#log > li").count()
    if soort == "kies":
        await page.get_by_role("button", name=tekst, exact=True).first.click()
    else:
        await page.get_by_label("Typ hier uw vraag of antwoord").fill(tekst)
        await page.get_by_role("button", name="Verstuur").click()
    await page.locator(f"#log > li:nth-child({voor + 2})").wait_for()


async def axe(page: Page) -> list[dict[str, Any]]:
    """The violations that axe-core finds on this page."""
    await page.evaluate((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))
    uitslag = await page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [{"id": v["id"], "waar": [n["html"] for n in v["nodes"]]} for v in uitslag["violations"]]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
async def test_a_plan_from_greeting_to_downloaded_pdf(browser: Browser, adres: str, javascript: bool) -> None:
    context = await browser.new_context(
        viewport=TELEFOON, java_script_enabled=javascript, accept_downloads=True, locale="nl-NL"
    )
    page = await context.new_page()
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on("console", lambda m: fouten.append(m.text) if m.type == "error" else None)
    await page.goto(adres)
    if javascript:
        assert await axe(page) == []
    await page.get_by_role("button", name="Begin").click()
    await page.get_by_role("button", name="Een persoonlijk plan maken").wait_for()
    for nr, stap in enumerate(STAPPEN):
        await volgende(page, stap)
        if javascript and nr in (0, 4, len(STAPPEN) - 1):
            assert await axe(page) == []
    assert await page.locator("#log").get_by_text(VERHAAL).first.is_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= TELEFOON["width"] if javascript else True
    async with page.expect_download() as info:
        await page.get_by_role("link", name="Bewaren als PDF").last.click()
    pad = await (await info.value).path()
    pdf = PdfReader(io.BytesIO(pad.read_bytes()))
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    assert VERHAAL in tekst
    assert "niet ingevuld" in tekst.lower()
    assert fouten == []
    await context.close()


async def test_the_keyboard_alone_reaches_and_sends_everything_and_focus_stays(browser: Browser, adres: str) -> None:
    page = await browser.new_page()
    await page.goto(adres)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent.trim()") == "Naar de inhoud"
    await page.get_by_role("button", name="Begin").focus()
    await page.keyboard.press("Enter")
    vak = page.get_by_label("Typ hier uw vraag of antwoord")
    await vak.wait_for()
    await vak.focus()
    await page.keyboard.type("wat is een pgb?")
    await page.keyboard.press("Enter")
    await page.locator("#log").get_by_text("wat is een pgb?").wait_for()
    await page.locator(".bronnen").first.wait_for()
    assert await page.evaluate("document.activeElement.id") == "tekst"
    assert await vak.is_enabled()
    await page.close()


@pytest.mark.parametrize("pad", ["/", "/raad", "/begrippen", "/privacy", "/gesprek/wissen", "/bestaat-niet"])
async def test_every_page_passes_axe_in_light_and_dark(browser: Browser, adres: str, pad: str) -> None:
    for kleuren in ("light", "dark"):
        context = await browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=kleuren)
        page = await context.new_page()
        await page.goto(adres + pad)
        assert await axe(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320
        await context.close()

"""Draws every page of the Wmo-raad for the docs, on a phone and on a desk: docs/beelden/raad/*.png. By hand."""

import asyncio
import io
import shutil
import tempfile
import warnings
from datetime import date
from pathlib import Path

from aiohttp.test_utils import TestServer
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.gesprek.diensten import bouw, gebruik
from bot.gesprek.instellingen import WORTEL, Instellingen
from bot.opslag import werk_bij
from bot.web.app import maak_app

UIT = WORTEL / "docs" / "beelden" / "raad"
BREEDTEN = {"telefoon": 360, "bureau": 1100}
KLEUREN = 48
WERKBLAD, DEEL = "/raad/advies", "/raad/advies/deel/regie"
BELEID = """Beleidsplan Wmo 2023

Regie

De cliënt houdt de regie over de ondersteuning. De hulpverlener overlegt bij elke verandering met de cliënt en zijn
naasten.

Klachten

Een cliënt kan een klacht indienen bij de aanbieder. De aanbieder neemt binnen zes weken een besluit over de klacht.
"""


class GeenModel:
    """The pages of the raad need no model."""

    gereed = False


class Tekenaar:
    """Takes a page in every width."""

    def __init__(self, adres: str) -> None:
        self.adres = adres

    async def teken(self, naam: str, page: Page, pad: str | None = None) -> None:
        """Saves the page; `pad` opens it first."""
        if pad:
            await page.goto(self.adres + pad)
        for waar, breedte in BREEDTEN.items():
            await page.set_viewport_size({"width": breedte, "height": 800})
            beeld = Image.open(io.BytesIO(await page.screenshot(full_page=True))).convert("RGB")
            beeld.quantize(KLEUREN).save(UIT / f"{naam}_{waar}.png", optimize=True)


async def antwoord(page: Page, adres: str, punt: str, oordeel: str, **velden: str) -> None:
    """Fills in one point and saves it."""
    await page.goto(adres + DEEL)
    await page.locator(f'[name="{punt}.oordeel"][value={oordeel}]').check()
    if belang := velden.pop("belang", None):
        await page.locator(f'[name="{punt}.belang"][value={belang}]').check()
    for naam, tekst in velden.items():
        await page.locator(f'[name="{punt}.{naam}"]').fill(tekst)
    await page.locator(f'button[value="bewaar.{punt}"]').click()


async def pagina(browser: Browser) -> Page:
    """A page in a browser of its own."""
    return await (await browser.new_context()).new_page()


async def loop(browser: Browser, t: Tekenaar) -> None:
    """An advice by two members, page by page."""
    anna, bram = await pagina(browser), await pagina(browser)
    await t.teken("01_begin", anna, WERKBLAD)
    await anna.locator("main form button").first.click()
    await anna.locator("[name=naam]").fill("Anna de Vries")
    await anna.locator("form:has([name=naam]) button").click()
    await anna.locator("#lijst-themas").check()
    await anna.locator("form:has(#lijst-themas) button").click()
    beleid = {"name": "beleid.txt", "mimeType": "text/plain", "buffer": BELEID.encode()}
    await anna.locator("#bestand").set_input_files(beleid)
    await anna.locator("form:has(#bestand) button").click()
    await anna.locator("form[action$=link] button").first.click()
    await t.teken("02_link_voor_leden", anna)
    await bram.goto(await anna.locator("#link").input_value())
    await t.teken("03_meedoen", bram)
    await bram.locator("[name=naam]").fill("Bram")
    await bram.locator("main form button").click()
    await antwoord(
        anna, t.adres, "regie_houden", "nee", belang="hoog",
        opmerking="Er staat niets over de tijd na het eerste gesprek.",
        aanvulling="De cliënt houdt de regie, ook als de hulp verandert.",
        voorbeeld="Een vrouw van 82 kreeg ineens een andere hulp op een andere dag.",
    )  # fmt: skip
    await antwoord(bram, t.adres, "regie_houden", "ja", opmerking="In hoofdstuk Regie staat het wel.")
    await antwoord(anna, t.adres, "regie_respect", "deels", belang="midden", opmerking="Alleen het woord respect.")
    await t.teken("04_onderdeel_lid", bram, DEEL)
    await t.teken("05_onderdeel_secretaris", anna, DEEL)
    await t.teken("06_verschillen", anna, "/raad/advies/verschillen")
    await t.teken("07_brief", anna, "/raad/advies/brief")
    await t.teken("08_werkblad", anna, WERKBLAD)
    await t.teken("09_advies", anna, "/raad/advies/document.html")
    await anna.goto(f"{t.adres}/raad/dialoogsessie")
    for thema in ("th_regie", "th_netwerk", "th_veiligheid", "th_informatie"):
        await anna.locator(f"#thema-{thema}").check()
    await anna.locator("[name=datum]").fill("12 mei 2023")
    await anna.locator("[name=begintijd]").fill("14:00")
    await anna.locator("form:has([name=datum]) button").last.click()
    await t.teken("10_dialoogsessie", anna)
    await t.teken("11_stoppen", bram, "/raad/advies/stop")
    await t.teken("12_link_ingetrokken", bram, "/raad/mee/bestaat-niet")


async def main() -> None:
    """Starts the server on an empty database and walks through the pages."""
    UIT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as map:
        plek = Instellingen(databank=f"sqlite:///{Path(map) / 'wmo.db'}")
        diensten = bouw(plek, vandaag=lambda: date(2023, 3, 10))
        werk_bij(diensten.gesprekken.engine)
        gebruik(diensten)
        server = TestServer(maak_app(diensten, GeenModel()))  # type: ignore[arg-type]
        await server.start_server()
        async with async_playwright() as p:
            browser = await p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            await loop(browser, Tekenaar(f"http://127.0.0.1:{server.port}"))
            await browser.close()
        await server.close()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    asyncio.run(main())

"""Draws the pages of the Wmo-raad and of the consulent for the docs: docs/beelden/*/*.png. By hand.

`python bench/schermen.py raad` or `consulent` draws those alone. The consulent's citizen talks with the trained model.
"""

import asyncio
import io
import shutil
import sys
import tempfile
import warnings
from datetime import date, datetime
from pathlib import Path
from unittest.mock import patch

from aiohttp.test_utils import TestServer
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.gesprek.diensten import bouw, gebruik
from bot.gesprek.instellingen import WORTEL, Instellingen
from bot.opslag import Medewerkers, tijd, werk_bij
from bot.web.app import maak_app

UIT = WORTEL / "docs" / "beelden"
BREEDTEN = {"telefoon": 360, "bureau": 1100}
KLEUREN = 48
DAG = date(2023, 3, 10)
BUITEN = "https://wmo.voorbeeld.nl"
WACHTWOORD = "een heel lang wachtwoord"
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
    """Takes a page in every width, or in one."""

    def __init__(self, adres: str, uit: Path) -> None:
        self.adres, self.uit = adres, uit
        uit.mkdir(parents=True, exist_ok=True)

    async def teken(self, naam: str, page: Page, pad: str | None = None, waar: str = "") -> None:
        """Saves the page; `pad` opens it first, `waar` is the one width."""
        if pad:
            await page.goto(self.adres + pad)
        for waar_ in [waar] if waar else BREEDTEN:
            await page.set_viewport_size({"width": BREEDTEN[waar_], "height": 800})
            beeld = Image.open(io.BytesIO(await page.screenshot(full_page=True))).convert("RGB")
            beeld.quantize(KLEUREN).save(self.uit / f"{naam}_{waar_}.png", optimize=True)


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


async def raad(browser: Browser, t: Tekenaar) -> None:
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


async def nodig_uit(karin: Page, t: Tekenaar, kenmerk: str, nummer: int) -> str:
    """Makes an invitation, with the same link and words in every run; returns its link on this server."""
    await karin.goto(f"{t.adres}/consulent")
    await karin.get_by_label("Op welke dag was de melding?").fill("8 maart 2023")
    await karin.get_by_label("Uw eigen kenmerk").fill(kenmerk)
    await karin.evaluate(f"document.querySelectorAll('[name=zaad]').forEach(e => e.value = '{nummer}'.repeat(43))")
    await karin.get_by_role("button", name="Maak de uitnodiging").click()
    return (await karin.get_by_label("De link", exact=True).input_value()).replace(BUITEN, t.adres)


async def zeg(page: Page, *stappen: str) -> None:
    """Presses the choice of that name, or types the words where there is none."""
    for stap in stappen:
        voor = await page.locator("#log > li").count()
        keuze = page.get_by_role("button", name=stap, exact=True).first
        if await keuze.count():
            await keuze.click()
        else:
            await page.get_by_label("Typ hier uw vraag of antwoord").fill(stap)
            await page.get_by_role("button", name="Verstuur").click()
        await page.locator(f"#log > li:nth-child({voor + 2})").wait_for()
        await page.locator(".schrijven").wait_for()


async def consulent(browser: Browser, t: Tekenaar) -> None:
    """An invitation from the form until the plan is taken back, page by page."""
    karin, inwoner, zoon = [await pagina(browser) for _ in range(3)]
    await t.teken("01_aanmelden", karin, "/consulent", "bureau")
    await karin.get_by_label("Naam van uw account").fill("karin")
    await karin.get_by_label("Wachtwoord").fill(WACHTWOORD)
    await karin.get_by_role("button", name="Meld aan").click()
    await karin.get_by_role("heading", name="Een nieuwe uitnodiging").wait_for()
    await t.teken("02_uitnodigen", karin, waar="bureau")
    await nodig_uit(karin, t, "zaak 16", 1)
    ingetrokken = await nodig_uit(karin, t, "zaak 17", 2)
    await karin.goto(f"{t.adres}/consulent")
    await karin.locator("li", has_text="zaak 17").get_by_role("link", name="Trek in").click()
    await karin.get_by_role("button", name="Ja, trek in").click()
    link = await nodig_uit(karin, t, "Z2023-001234", 3)
    await t.teken("03_klaar", karin, waar="bureau")
    await inwoner.goto(link)
    await t.teken("04_uitnodiging", inwoner, waar="telefoon")
    await inwoner.get_by_role("button", name="Begin").click()
    await inwoner.get_by_text("Voor wie maakt u het plan?").wait_for()
    await zeg(
        inwoner, "Voor mijzelf", "Nee, begin maar", "Wonen", "Dat is alles",
        "De trap is zwaar en ik ben bang om te vallen.", "Beneden lukt alles nog.", "De was naar boven brengen.",
        "In mijn eigen huis blijven wonen.", *["Overslaan"] * 8, "Ja, het klopt",
    )  # fmt: skip
    await t.teken("05_delen", inwoner, "/gesprek/delen", "telefoon")
    await inwoner.get_by_label("Ja, ik wil mijn plan delen met").check()
    await inwoner.get_by_role("button", name="Deel mijn plan").click()
    await t.teken("06_lijst", karin, "/consulent", "bureau")
    await karin.get_by_role("link", name="Bekijk wat is gedeeld").click()
    await t.teken("07_gedeeld_plan", karin, waar="bureau")
    await karin.goto(f"{karin.url}/document.html")
    await t.teken("08_lezen", karin, waar="bureau")
    await t.teken("09_wie_las", inwoner, "/gesprek/delen", "telefoon")
    await t.teken("10_al_begonnen", zoon, link.removeprefix(t.adres), "telefoon")
    await t.teken("11_ingetrokken", zoon, ingetrokken.removeprefix(t.adres), "telefoon")
    await t.teken("12_vier_woorden", zoon, "/u", "telefoon")


def model() -> object:
    """The trained model with the real actions. Raises GeenModel."""
    from actions.alle import alle_acties
    from bot.gesprek.motor import Motor

    motor = Motor(Instellingen().model, alle_acties())
    motor.start()
    return motor


async def teken(welke: str, motor: object) -> None:
    """Starts the server on an empty database, on a fixed day, and walks through the pages."""
    loop, buiten = (raad, "") if welke == "raad" else (consulent, BUITEN)
    with tempfile.TemporaryDirectory() as map, patch.object(tijd, "nu", lambda: datetime(2023, 3, 10, 9, 5)):
        plek = Instellingen(databank=f"sqlite:///{Path(map) / 'wmo.db'}", adres=buiten)
        diensten = bouw(plek, vandaag=lambda: DAG)
        werk_bij(diensten.gesprekken.engine)
        gebruik(diensten)
        Medewerkers(diensten.gesprekken.engine).maak("karin", "consulent", WACHTWOORD, "Karin de Vries, consulent Wmo")
        server = TestServer(maak_app(diensten, motor))  # type: ignore[arg-type]
        await server.start_server()
        async with async_playwright() as p:
            browser = await p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            await loop(browser, Tekenaar(f"http://127.0.0.1:{server.port}", UIT / welke))
            await browser.close()
        await server.close()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for gekozen in sys.argv[1:] or ["raad", "consulent"]:
        # Rasa puts another event loop in place: the model comes before the loop.
        asyncio.run(teken(gekozen, GeenModel() if gekozen == "raad" else model()))

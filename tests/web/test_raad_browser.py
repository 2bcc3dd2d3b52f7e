"""The workplace of a Wmo-raad in real Chromium: two members in two browsers, with and without JavaScript, and axe."""

import io
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page
from pypdf import PdfReader

from tests.web.raad import zonder_wit
from tests.web.test_browser import CHROMIUM, adres, axe, browser

__all__ = ["adres", "browser"]

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: install Debian's package chromium (.ci/run does)")
SMAL = {"width": 320, "height": 640}
DEEL = "/raad/advies/deel/regie"
PUNT = "#punt-regie_houden"
GEWONE_PAGINAS = [
    "/raad/advies",
    DEEL,
    "/raad/advies/verschillen",
    "/raad/advies/brief",
    "/raad/advies/stop",
    "/raad/dialoogsessie",
    "/raad/mee/bestaat-niet",
]


async def begin(page: Page, adres: str, naam: str) -> None:
    """A secretaris with an advice."""
    await page.goto(f"{adres}/raad/advies")
    await page.get_by_role("button", name="Begin een advies").click()
    await page.get_by_label("Uw naam of initialen").fill(naam)
    await page.get_by_role("button", name="Bewaar uw naam").click()


async def doe_mee(gastheer: Page, page: Page, adres: str, naam: str) -> None:
    """A member joins with the link that the secretaris sees once."""
    await gastheer.goto(f"{adres}/raad/advies")
    await gastheer.get_by_role("button", name="Maak een link", exact=True).click()
    await page.goto(await gastheer.get_by_label("De link").input_value())
    await page.get_by_label("Uw naam of initialen").fill(naam)
    await page.get_by_role("button", name="Doe mee").click()


async def antwoord(page: Page, adres: str, oordeel: str, **tekst: str) -> None:
    """Fills in a point, and presses nothing yet."""
    await page.goto(adres + DEEL)
    punt = page.locator(PUNT)
    await punt.get_by_label(oordeel, exact=True).check()
    for label, waarde in tekst.items():
        await punt.get_by_label(label.replace("_", " ")).fill(waarde)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
async def test_two_members_in_two_browsers_make_an_advice(browser: Browser, adres: str, javascript: bool) -> None:
    contexten = [await browser.new_context(viewport=SMAL, java_script_enabled=javascript) for _ in range(2)]
    anna, bram = [await c.new_page() for c in contexten]
    await begin(anna, adres, "Anna")
    await doe_mee(anna, bram, adres, "Bram")
    await antwoord(
        anna, adres, "Nee", Wat_valt_u_op="Het staat er niet.", Wat_moet_er_staan="De cliënt houdt zelf de regie."
    )
    await antwoord(bram, adres, "Ja", Wat_valt_u_op="Ik las het op bladzijde 4.")
    for page in (anna, bram):
        await page.locator(PUNT).get_by_role("button", name="Bewaar").click()
    assert bram.url.endswith(PUNT)
    assert await bram.locator(PUNT).get_by_text("Bewaard.").is_visible()
    assert await bram.locator(PUNT).get_by_text("Het staat er niet.").is_visible()
    assert await bram.get_by_role("button", name="Leg vast").count() == 0

    await anna.goto(f"{adres}/raad/advies/verschillen")
    vastleggen = anna.locator(PUNT).locator(".vastleggen")
    await vastleggen.get_by_label("Nee", exact=True).check()
    await vastleggen.get_by_label("Houd deze mening in de brief: Bram zei ja").check()
    await vastleggen.get_by_role("button", name="Leg vast").click()
    await anna.get_by_text("Er zijn nu geen punten waarover de leden verschillen.").wait_for()

    await bram.goto(f"{adres}/raad/advies/document.html")
    assert await bram.get_by_text("De cliënt houdt zelf de regie.").first.is_visible()
    pdf = await contexten[1].request.get(f"{adres}/raad/advies/document.pdf")
    tekst = zonder_wit(blad.extract_text() for blad in PdfReader(io.BytesIO(await pdf.body())).pages)
    assert "De cliënt houdt zelf de regie." in tekst
    assert "Ik las het op bladzijde 4." in tekst
    for context in contexten:
        await context.close()


async def test_who_settles_in_two_windows_sees_the_other_and_keeps_what_was_typed(browser: Browser, adres: str) -> None:
    context = await browser.new_context()
    een, twee = await context.new_page(), await context.new_page()
    await begin(een, adres, "Anna")
    await antwoord(een, adres, "Nee")
    await een.locator(PUNT).get_by_role("button", name="Bewaar").click()
    for page in (een, twee):
        await page.goto(adres + DEEL)
        vastleggen = page.locator(PUNT).locator(".vastleggen")
        await vastleggen.locator("summary").click()
        await vastleggen.get_by_label("Opmerking van de raad").fill("Eerste tekst" if page is een else "Tweede tekst")
    for page in (een, twee):
        await page.locator(PUNT).get_by_role("button", name="Leg vast").click()
    assert await twee.get_by_role("link", name="Iemand was u voor").is_visible()
    vak = twee.locator(PUNT).locator(".vastleggen").get_by_label("Opmerking van de raad")
    assert await vak.input_value() == "Tweede tekst"
    await twee.locator(PUNT).get_by_role("button", name="Leg vast").click()
    assert await twee.locator(PUNT).locator(".besluit").get_by_text("Tweede tekst").is_visible()
    await context.close()


async def test_the_keyboard_alone_answers_a_point(browser: Browser, adres: str) -> None:
    page = await browser.new_page()
    await begin(page, adres, "Anna")
    await page.goto(adres + DEEL)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent.trim()") == "Naar de inhoud"
    await page.locator(PUNT).get_by_label("Ja", exact=True).focus()
    await page.keyboard.press("ArrowRight")
    assert await page.locator(PUNT).get_by_label("Deels", exact=True).is_checked()
    await page.keyboard.press("Tab")
    await page.keyboard.type("Half.")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Een hele zin.")
    knop = page.locator(PUNT).get_by_role("button", name="Bewaar")
    await knop.focus()
    await page.keyboard.press("Enter")
    await page.locator(PUNT).get_by_text("Zin om over te nemen: Een hele zin.").wait_for()
    await page.close()


async def test_a_script_in_a_name_is_never_run(browser: Browser, adres: str) -> None:
    contexten = [await browser.new_context() for _ in range(2)]
    anna, bram = [await c.new_page() for c in contexten]
    gevaar: list[str] = []
    for page in (anna, bram):
        page.on("dialog", lambda d: gevaar.append(d.message))
        page.on("pageerror", lambda fout: gevaar.append(str(fout)))
        page.on("console", lambda m: gevaar.append(m.text) if m.type == "error" else None)
    await begin(anna, adres, "<script>alert(1)</script>")
    await doe_mee(anna, bram, adres, '"><img src=x onerror=alert(2)>')
    for page in (anna, bram):
        await page.goto(f"{adres}/raad/advies")
        assert await page.get_by_text("<script>alert(1)</script>").first.is_visible()
    assert gevaar == []
    for context in contexten:
        await context.close()


@pytest.mark.parametrize("kleuren", ["light", "dark"])
async def test_every_page_passes_axe_on_a_small_phone(
    browser: Browser, adres: str, kleuren: str, tmp_path: Path
) -> None:
    # A colour on its way to another has no contrast to measure.
    vorm = {"viewport": SMAL, "color_scheme": kleuren, "reduced_motion": "reduce"}
    contexten = [await browser.new_context(**vorm) for _ in range(2)]
    anna, bram = [await c.new_page() for c in contexten]

    async def goed(page: Page) -> None:
        assert await axe(page) == [], page.url
        assert await page.evaluate("document.documentElement.scrollWidth") <= SMAL["width"], page.url

    await anna.goto(f"{adres}/raad/advies")
    await goed(anna)
    await begin(anna, adres, "Anna")
    await doe_mee(anna, bram, adres, "Bram")
    await goed(anna)
    plan = tmp_path / "plan.txt"
    plan.write_text("De cliënt houdt de regie over de ondersteuning.\n" * 5, encoding="utf-8")
    await anna.goto(f"{adres}/raad/advies")
    await anna.get_by_label("Kies een bestand").first.set_input_files(plan)
    await anna.get_by_role("button", name="Lees dit bestand").click()
    await antwoord(anna, adres, "Nee", Wat_moet_er_staan="Een zin.")
    await anna.locator(PUNT).get_by_role("button", name="Bewaar").click()
    await antwoord(bram, adres, "Ja")
    await bram.locator(PUNT).get_by_role("button", name="Bewaar").click()
    for page in (anna, bram):
        for pad in GEWONE_PAGINAS:
            await page.goto(adres + pad)
            await page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            await goed(page)
    await anna.goto(adres + DEEL)
    await anna.locator("#punt-regie_respect").get_by_role("button", name="Bewaar").click()
    await goed(anna)
    await anna.goto(f"{adres}/raad/dialoogsessie")
    await anna.get_by_label("Datum", exact=True).fill("12 mei 2023")
    await anna.get_by_role("button", name="Bewaar en maak de planning").click()
    await goed(anna)
    for context in contexten:
        await context.close()

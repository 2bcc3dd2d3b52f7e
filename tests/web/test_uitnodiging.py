"""From the consulent's link to the citizen's shared plan; links and codes that must not work."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
import zxingcpp
from aiohttp.test_utils import TestServer
from msgspec import structs
from PIL import Image
from sqlalchemy.exc import OperationalError

from bot.gesprek.diensten import Diensten, gebruik
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers, Uitnodigingen
from bot.web.app import maak_app
from tests.conftest import VANDAAG
from tests.web.conftest import GESPREK, kies
from tests.web.raad import Client, gevonden, pagina, stuur
from tests.web.uitnodigen import (
    DELEN,
    NIETS_MEER,
    Browser,
    accounts,
    bewijs_in,
    browser,
    deel,
    gedeeld,
    hele_databank,
    karin,
    link_in,
    maak_plan,
    meld_aan,
    nodig_uit,
    open_uitnodiging,
    server,
    woorden_in,
)

__all__ = ["accounts", "browser", "gedeeld", "karin", "server"]


async def test_a_plan_is_made_shared_read_taken_back_and_wiped(
    karin: Client, browser: Browser, diensten: Diensten
) -> None:
    inwoner = await browser()
    uitnodiging = await nodig_uit(karin, kenmerk="Z-12", meldingsdag="8 maart 2023")
    assert "Nog niet begonnen" in await pagina(karin, "/consulent")
    link = link_in(uitnodiging)
    eerst = await pagina(inwoner, link)
    assert "Karin de Vries, van gemeente Het Hogeland, nodigt u uit." in eerst
    assert "Het plan is op tijd als de gemeente het heeft op woensdag 15 maart 2023." in eerst
    begonnen = await open_uitnodiging(inwoner, link)
    assert "Het plan is op tijd als de gemeente het heeft op woensdag 15 maart 2023." in begonnen
    assert "Voor wie maakt u het plan?" in begonnen
    assert "Begonnen" in await pagina(karin, "/consulent")
    await maak_plan(inwoner, "De trap is een berg.")
    assert "Wanneer heeft u zich gemeld" not in str(await (await inwoner.get(GESPREK)).json())

    assert "De trap is een berg." in await pagina(inwoner, f"{DELEN}/voorbeeld")
    assert "Uw plan is gedeeld." in await deel(inwoner)
    lijst = await pagina(karin, "/consulent")
    assert "Plan gedeeld" in lijst
    plek = gevonden(r"/consulent/plannen/[\w-]+", lijst)
    assert "Z-12" in await pagina(karin, plek)
    assert "De trap is een berg." in await pagina(karin, f"{plek}/document.html")
    pdf = await karin.get(f"{plek}/document.pdf")
    assert (await pdf.read()).startswith(b"%PDF")
    log = await pagina(inwoner, DELEN)
    assert "Karin de Vries haalde het plan op als PDF" in log
    assert "Karin de Vries las het plan" in log

    assert "U nam uw plan terug." in await stuur(inwoner, f"{DELEN}/terugnemen")
    await pagina(karin, plek, 404)
    await pagina(karin, f"{plek}/document.html", 404)
    assert "Karin de Vries las het plan" in await pagina(inwoner, DELEN)

    bewijs = await stuur(inwoner, "/gesprek/wissen")
    assert NIETS_MEER in bewijs
    assert "gedeeld plan" not in bewijs
    assert "regels over delen en lezen: 5" in bewijs
    assert "De trap is een berg." not in hele_databank(diensten)
    assert "Uw gesprek is afgelopen" in await (await inwoner.get(GESPREK)).text()


async def test_a_mail_scanner_starts_nothing(karin: Client, browser: Browser, diensten: Diensten) -> None:
    link, scanner = link_in(await nodig_uit(karin)), await browser()
    voor = hele_databank(diensten)
    for methode in ("GET", "HEAD", "GET", "OPTIONS"):
        antwoord = await scanner.request(methode, link)
        assert "Set-Cookie" not in antwoord.headers
    for velden in ({}, {"bewijs": ""}, {"bewijs": "1.aa"}, {"bewijs": "9" * 30 + "." + "a" * 64}):
        assert (await scanner.post(link, data=velden)).status == 403
    assert _zonder_geheimen(hele_databank(diensten)) == _zonder_geheimen(voor)
    assert "Nog niet begonnen" in await pagina(karin, "/consulent")


def _zonder_geheimen(tekst: str) -> list[str]:
    """Without the secrets that the first use makes, and the moment at which staff were last seen."""
    return [r for r in tekst.splitlines() if not r.startswith(("('pagina'", "('woorden'")) and "datetime" not in r]


async def test_the_token_of_another_page_starts_nothing(karin: Client, browser: Browser) -> None:
    een, ander = link_in(await nodig_uit(karin)), link_in(await nodig_uit(karin))
    inwoner = await browser()
    await stuur(inwoner, ander, {"bewijs": bewijs_in(await pagina(inwoner, een))}, 403)


async def test_links_that_do_not_work_look_the_same(karin: Client, browser: Browser) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    token = link.removeprefix("/u/")
    gokken = [token[:-1], f"{token}A", token.upper(), token.swapcase(), "a" * 43, "%00", "é" * 43, "a" * 2000]
    gissingen = [f"/u/{gok}" for gok in gokken]
    paginas = {(await pagina(inwoner, gok, 404)).replace(gok, "") for gok in gissingen}
    assert len(paginas) == 1
    assert "Deze uitnodiging werkt niet" in paginas.pop()


async def test_guessing_links_is_slowed_down(accounts: Medewerkers, browser: Browser) -> None:
    inwoner = await browser()
    antwoorden = [(await inwoner.get(f"/u/{'a' * 40}{i:03}")).status for i in range(40)]
    assert antwoorden[0] == 404
    assert antwoorden[-1] == 429


async def test_a_withdrawn_link_does_not_start(karin: Client, browser: Browser) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    bewijs = bewijs_in(await pagina(inwoner, link))
    actie = gevonden(r"/consulent/uitnodigingen/[\w-]+/intrekken", await pagina(karin, "/consulent"))
    assert "Ingetrokken" in await stuur(karin, actie)
    assert "De gemeente heeft de uitnodiging gestopt." in await pagina(inwoner, link, 410)
    await stuur(inwoner, link, {"bewijs": bewijs}, 410)


@pytest.mark.parametrize(("dagen", "status"), [(0, 200), (1, 200), (2, 410)])
async def test_an_invitation_works_up_to_and_including_its_last_day(
    aiohttp_client: Any, diensten: Diensten, motor: Motor, accounts: Medewerkers, dagen: int, status: int
) -> None:
    klok = [VANDAAG]
    services = structs.replace(diensten, vandaag=lambda: klok[0])
    gebruik(services)
    client = await aiohttp_client(maak_app(services, motor))
    await meld_aan(client, "karin")
    link = link_in(await nodig_uit(client, tot="11 maart 2023"))
    bewijs = bewijs_in(await pagina(client, link))
    klok[0] += timedelta(days=dagen)
    await pagina(client, link, status)
    await stuur(client, link, {"bewijs": bewijs}, status)
    assert ("Verlopen" in await pagina(client, "/consulent")) == (status == 410)


async def test_a_new_link_takes_the_place_of_the_old_one(karin: Client, browser: Browser) -> None:
    eerst, inwoner = await nodig_uit(karin), await browser()
    actie = gevonden(r"/consulent/uitnodigingen/[\w-]+/opnieuw", await pagina(karin, "/consulent"))
    was = gevonden(r'(?<=name="was" value=")\w{64}', await pagina(karin, "/consulent"))
    nieuw = await stuur(karin, actie, {"was": was})
    await pagina(inwoner, link_in(eerst), 404)
    await stuur(inwoner, "/u", {"woorden": woorden_in(eerst)}, 422)
    await open_uitnodiging(inwoner, link_in(nieuw))
    await stuur(karin, actie, status=409)


async def test_two_tabs_start_one_conversation(karin: Client, browser: Browser, diensten: Diensten) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    een, twee = [bewijs_in(await pagina(inwoner, link)) for _ in range(2)]
    await stuur(inwoner, link, {"bewijs": een})
    assert "Voor wie maakt u het plan?" in await stuur(inwoner, link, {"bewijs": twee})
    assert "Voor wie maakt u het plan?" in await pagina(inwoner, link)


async def test_a_button_that_was_pressed_twice_or_lost_its_answer_begins_once(
    karin: Client, browser: Browser, server: TestServer
) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    bewijs = bewijs_in(await pagina(inwoner, link))
    await stuur(await browser(), link, {"bewijs": bewijs})
    assert "Voor wie maakt u het plan?" in await stuur(inwoner, link, {"bewijs": bewijs})
    vers = await browser()
    for anders in (bewijs[:-1], bewijs_in(await pagina(vers, link_in(await nodig_uit(karin))))):
        await stuur(vers, link, {"bewijs": anders}, 409)
    assert (await vers.get(GESPREK)).status == 401


async def test_two_presses_at_the_same_moment_begin_once(karin: Client, browser: Browser) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    bewijs = bewijs_in(await pagina(inwoner, link))
    antwoorden = await asyncio.gather(*(inwoner.post(link, data={"bewijs": bewijs}) for _ in range(4)))
    assert [a.status for a in antwoorden] == [200] * 4
    assert "Voor wie maakt u het plan?" in await pagina(inwoner, "/")


async def test_an_old_page_begins_nothing_after_wiping_and_replaces_nothing(karin: Client, browser: Browser) -> None:
    link, inwoner, ander = link_in(await nodig_uit(karin)), await browser(), await browser()
    bewijs = bewijs_in(await pagina(inwoner, link))
    await stuur(inwoner, link, {"bewijs": bewijs})
    await stuur(ander, "/gesprek/begin", {"rol": "inwoner"})
    eigen = await (await ander.get(GESPREK)).json()
    await stuur(ander, link, {"bewijs": bewijs}, 409)
    assert await (await ander.get(GESPREK)).json() == eigen
    await stuur(inwoner, "/gesprek/wissen")
    await stuur(await browser(), link, {"bewijs": bewijs}, 403)
    assert "Voor wie maakt u het plan?" in await open_uitnodiging(inwoner, link)


async def test_a_begin_that_failed_halfway_is_finished_by_the_second_press(
    karin: Client, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, inwoner = link_in(await nodig_uit(karin)), await browser()
    bewijs = bewijs_in(await pagina(inwoner, link))

    def kapot(*_: object) -> bool:
        raise OperationalError("", {}, Exception("disk full"))

    with monkeypatch.context() as m:
        m.setattr(Uitnodigingen, "koppel", kapot)
        await stuur(inwoner, link, {"bewijs": bewijs}, 503)
    await stuur(inwoner, link, {"bewijs": bewijs})
    assert "Begonnen" in await pagina(karin, "/consulent")
    assert (await inwoner.get(GESPREK)).status == 200


async def test_a_second_invitation_does_not_silently_take_the_place_of_what_runs(
    gedeeld: tuple[Client, str], karin: Client
) -> None:
    inwoner, _ = gedeeld
    link = link_in(await nodig_uit(karin))
    eerst = await pagina(inwoner, link)
    assert "Begint u hier, dan raakt u dat gesprek kwijt." in eerst
    await stuur(inwoner, link, {"bewijs": bewijs_in(eerst)}, 409)
    assert "Neem mijn plan terug" in await pagina(inwoner, DELEN)
    assert "Voor wie maakt u het plan?" in await stuur(inwoner, link, {"bewijs": bewijs_in(eerst), "vervang": "ja"})


async def test_a_page_to_begin_that_stayed_open_does_not_replace_what_runs(
    gedeeld: tuple[Client, str],
) -> None:
    inwoner, _ = gedeeld
    await stuur(inwoner, "/gesprek/begin", {"rol": "inwoner"})
    vanaf_de_bladzijde = await inwoner.post(
        "/api/v1/gesprekken", json={"rol": "inwoner"}, headers={"If-None-Match": "*"}
    )
    assert vanaf_de_bladzijde.status == 412
    assert "Neem mijn plan terug" in await pagina(inwoner, DELEN)


async def test_who_began_in_time_shares_after_the_last_day_too(
    aiohttp_client: Any, diensten: Diensten, motor: Motor, accounts: Medewerkers
) -> None:
    klok = [VANDAAG]
    services = structs.replace(diensten, vandaag=lambda: klok[0])
    gebruik(services)
    app = maak_app(services, motor)
    client = await aiohttp_client(app)
    await meld_aan(client, "karin")
    await open_uitnodiging(client, link_in(await nodig_uit(client, tot="11 maart 2023")))
    await maak_plan(client)
    klok[0] += timedelta(days=5)
    assert "Uw plan is gedeeld." in await deel(client)
    assert "Plan gedeeld" in await pagina(client, "/consulent")


async def test_the_day_of_the_melding_reaches_a_plan_that_runs(karin: Client, browser: Browser) -> None:
    inwoner = await browser()
    await stuur(inwoner, "/gesprek/begin", {"rol": "inwoner"})
    berichten = (await (await inwoner.get(GESPREK)).json())["berichten"]
    await kies(inwoner, berichten, "Een persoonlijk plan maken")
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin, meldingsdag="8 maart 2023")))
    await maak_plan(inwoner)
    plan = await (await inwoner.get(f"{GESPREK}/plan.html")).text()
    assert "8 maart 2023" in plan


async def test_who_finds_the_letter_later_does_not_get_into_the_conversation(karin: Client, browser: Browser) -> None:
    uitnodiging = await nodig_uit(karin)
    inwoner, ander = await browser(), await browser()
    bewijs = bewijs_in(await pagina(ander, link_in(uitnodiging)))
    await open_uitnodiging(inwoner, link_in(uitnodiging))
    await pagina(ander, link_in(uitnodiging), 409)
    await stuur(ander, link_in(uitnodiging), {"bewijs": bewijs}, 409)
    await stuur(ander, "/u", {"woorden": woorden_in(uitnodiging)}, 409)
    assert (await ander.get(GESPREK)).status == 401


async def test_a_conversation_that_runs_gets_the_invitation(karin: Client, browser: Browser) -> None:
    inwoner = await browser()
    await stuur(inwoner, "/gesprek/begin", {"rol": "inwoner"})
    link = link_in(await nodig_uit(karin))
    assert "Op dit apparaat loopt al een gesprek." in await pagina(inwoner, link)
    await open_uitnodiging(inwoner, link)
    assert "Karin" not in await pagina(inwoner, "/")
    assert "Begonnen" in await pagina(karin, "/consulent")


async def test_who_planted_a_session_is_out_when_the_invitation_joins_it(karin: Client, browser: Browser) -> None:
    kwaad, inwoner = await browser(), await browser()
    await stuur(kwaad, "/gesprek/begin", {"rol": "inwoner"})
    geplant = next(c.value for c in kwaad.session.cookie_jar if c.key == "wmo")
    inwoner.session.cookie_jar.update_cookies({"wmo": geplant}, inwoner.make_url("/"))
    link = link_in(await nodig_uit(karin))
    bewijs = bewijs_in(await pagina(inwoner, link))
    for _ in range(2):
        await stuur(inwoner, link, {"bewijs": bewijs})
    assert (await inwoner.get(GESPREK)).status == 200
    assert (await kwaad.get(GESPREK)).status == 401


async def test_four_words_open_the_invitation_however_they_are_typed(karin: Client, browser: Browser) -> None:
    woorden, inwoner = woorden_in(await nodig_uit(karin)), await browser()
    antwoord = await inwoner.post("/u", data={"woorden": f"  {woorden.upper().replace(' ', ', ')}. "})
    tekst = await antwoord.text()
    assert "Set-Cookie" not in antwoord.headers
    assert "Karin de Vries, van gemeente" in tekst
    await stuur(inwoner, "/u/begin", {"woorden": woorden, "bewijs": "1.x"}, 403)
    assert "Voor wie maakt u het plan?" in await stuur(
        inwoner, "/u/begin", {"woorden": woorden, "bewijs": bewijs_in(tekst)}
    )


async def test_guessing_words_is_slowed_down_also_at_the_buttons(karin: Client, browser: Browser) -> None:
    woorden, inwoner = woorden_in(await nodig_uit(karin)), await browser()
    paden = ["/u", "/u/begin", "/u/verder"] * 6
    antwoorden = [await inwoner.post(pad, data={"woorden": "aap noot mies wim"}) for pad in paden]
    assert [a.status for a in antwoorden[:12]] == [422] * 12
    assert antwoorden[-1].status == 429
    assert int(antwoorden[-1].headers["Retry-After"]) > 0
    assert (await inwoner.post("/u", data={"woorden": woorden})).status == 429


async def test_who_has_the_right_words_is_not_kept_waiting_at_the_button(karin: Client, browser: Browser) -> None:
    woorden, inwoner, ander = woorden_in(await nodig_uit(karin)), await browser(), await browser()
    bewijs = bewijs_in(await stuur(inwoner, "/u", {"woorden": woorden}))
    while (await ander.post("/u", data={"woorden": "aap noot mies wim"})).status != 429:
        pass
    assert "Voor wie maakt u het plan?" in await stuur(inwoner, "/u/begin", {"woorden": woorden, "bewijs": bewijs})


@pytest.mark.parametrize(
    ("getypt", "gezegd"),
    [("", "Vul de vier woorden in"), ("appel fiets", "Ik tel er 2."), ("a b c d e", "Ik tel er 5."),
     ("appel fiets molen regen", "Deze woorden kloppen niet.")],
)  # fmt: skip
async def test_words_that_do_not_work_are_answered_with_what_is_wrong(
    browser: Browser, getypt: str, gezegd: str
) -> None:
    assert gezegd in await stuur(await browser(), "/u", {"woorden": getypt}, 422)


async def test_who_began_finds_the_conversation_with_the_same_letter_whatever_became_of_it(
    gedeeld: tuple[Client, str], karin: Client, browser: Browser
) -> None:
    inwoner, link = await browser(), link_in(await nodig_uit(karin, kenmerk="17"))
    await open_uitnodiging(inwoner, link)
    plek = re.findall(r"/consulent/uitnodigingen/[\w-]+/intrekken", await pagina(karin, "/consulent"))[-1]
    assert "De inwoner is al begonnen." in await pagina(karin, plek)
    await stuur(karin, plek)
    assert "Voor wie maakt u het plan?" in await pagina(inwoner, link)
    assert "De gemeente heeft de uitnodiging gestopt." in await pagina(await browser(), link, 410)


async def test_behind_a_trusted_proxy_one_visitor_who_guesses_slows_nobody_else_down(
    aiohttp_client: Any, diensten: Diensten, motor: Motor
) -> None:
    for proxy, anders in (("127.0.0.1", 422), ("10.0.0.1", 429)):
        instellingen = structs.replace(diensten.instellingen, proxies=frozenset({proxy}))
        client = await aiohttp_client(maak_app(structs.replace(diensten, instellingen=instellingen), motor))

        async def gok(client: Client, adres: str) -> int:
            koppen = {"X-Forwarded-For": f"203.0.113.9, {adres}"}
            return (await client.post("/u", data={"woorden": "aap noot mies wim"}, headers=koppen)).status

        assert [await gok(client, "192.0.2.1") for _ in range(14)][-1] == 429
        assert await gok(client, "192.0.2.2") == anders


async def test_the_qr_holds_the_link_alone(karin: Client) -> None:
    tekst = await nodig_uit(karin, kenmerk="Z-12")
    link = gevonden(r"http://[\w.:]+/u/[\w-]{43}", tekst)
    svg = gevonden(r'(?s)<svg[^>]*class="qr".*?</svg>', tekst)
    assert [gelezen.text for gelezen in zxingcpp.read_barcodes(getekend(svg))] == [link]


def getekend(svg: str) -> Image.Image:
    """The SVG of a QR code as a picture: rows of horizontal lines, as segno draws them."""
    maat = int(gevonden(r'(?<=viewBox="0 0 )\d+', svg))
    beeld = Image.new("L", (maat, maat), 255)
    x, y = 0.0, 0.0
    for soort, getallen in re.findall(r"([Mmh])([-\d. ]+)", gevonden(r'(?<= d=")[^"]+', svg)):
        delen = [float(g) for g in re.findall(r"-?\d*\.?\d+", getallen)]
        if soort == "h":
            for kolom in range(int(x), int(x + delen[0])):
                beeld.putpixel((kolom, int(y)), 0)
            x += delen[0]
        else:
            x, y = (delen[0], delen[1]) if soort == "M" else (x + delen[0], y + delen[1])
    return beeld.resize((maat * 8, maat * 8), Image.Resampling.NEAREST)

"""From the consulent's link to the citizen's shared plan, over HTTP; and what must fail."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer
from msgspec import structs
from sqlalchemy import select

from bot.gesprek.diensten import Diensten, gebruik
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers
from bot.opslag.tabellen import metadata
from bot.web.app import maak_app
from tests.conftest import VANDAAG
from tests.web.conftest import GESPREK, kies
from tests.web.raad import Client, bestand, gevonden, pagina, stuur

WACHTWOORD = "een heel lang wachtwoord"
DELEN = "/gesprek/delen"
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
        accounts.maak(naam, rol, WACHTWOORD)
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
    return gevonden(r"\d+\.[0-9a-f]{64}", tekst)


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


# -- the whole path ---------------------------------------------------------------------------------------------------


async def test_a_plan_is_made_shared_read_taken_back_and_wiped(
    karin: Client, browser: Browser, diensten: Diensten
) -> None:
    inwoner = await browser()
    uitnodiging = await nodig_uit(karin, kenmerk="Z-12", meldingsdag="8 maart 2023")
    assert "Nog niet geopend" in await pagina(karin, "/consulent")
    link = link_in(uitnodiging)
    eerst = await pagina(inwoner, link)
    assert "Een medewerker van gemeente Het Hogeland nodigt u uit." in eerst
    assert "Het plan is op tijd als de gemeente het heeft op woensdag 15 maart 2023." in eerst
    begonnen = await open_uitnodiging(inwoner, link)
    assert "Het plan is op tijd als de gemeente het heeft op woensdag 15 maart 2023." in begonnen
    assert "Voor wie maakt u het plan?" in begonnen
    assert "Geopend" in await pagina(karin, "/consulent")
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
    assert "karin haalde het plan op als PDF" in log
    assert "karin las het plan" in log

    assert "U nam uw plan terug." in await stuur(inwoner, f"{DELEN}/terugnemen")
    await pagina(karin, plek, 404)
    await pagina(karin, f"{plek}/document.html", 404)
    assert "karin las het plan" in await pagina(inwoner, DELEN)

    bewijs = await stuur(inwoner, f"{DELEN}/wissen", {"ja": "ja"})
    assert "Er staan nog 0 dingen van u bij ons." in bewijs
    assert "De trap is een berg." not in hele_databank(diensten)
    assert "Uw gesprek is afgelopen" in await (await inwoner.get(GESPREK)).text()


# -- links ------------------------------------------------------------------------------------------------------------


async def test_a_mail_scanner_starts_nothing(karin: Client, browser: Browser, diensten: Diensten) -> None:
    link, scanner = link_in(await nodig_uit(karin)), await browser()
    voor = hele_databank(diensten)
    for methode in ("GET", "HEAD", "GET", "OPTIONS"):
        antwoord = await scanner.request(methode, link)
        assert "Set-Cookie" not in antwoord.headers
    for velden in ({}, {"bewijs": ""}, {"bewijs": "1.aa"}, {"bewijs": "9" * 30 + "." + "a" * 64}):
        assert (await scanner.post(link, data=velden)).status == 403
    assert _zonder_geheimen(hele_databank(diensten)) == _zonder_geheimen(voor)
    assert "Nog niet geopend" in await pagina(karin, "/consulent")


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
    assert "De gemeente trok de uitnodiging in." in await pagina(inwoner, link, 410)
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
    nieuw = await stuur(karin, actie)
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
    assert "karin" not in await pagina(inwoner, "/")
    assert "Geopend" in await pagina(karin, "/consulent")


async def test_four_words_open_the_invitation_however_they_are_typed(karin: Client, browser: Browser) -> None:
    woorden, inwoner = woorden_in(await nodig_uit(karin)), await browser()
    antwoord = await inwoner.post("/u", data={"woorden": f"  {woorden.upper().replace(' ', ', ')}. "})
    tekst = await antwoord.text()
    assert "Set-Cookie" not in antwoord.headers
    assert "Een medewerker van gemeente" in tekst
    await stuur(inwoner, "/u/begin", {"woorden": woorden, "bewijs": "1.x"}, 403)
    assert "Voor wie maakt u het plan?" in await stuur(
        inwoner, "/u/begin", {"woorden": woorden, "bewijs": bewijs_in(tekst)}
    )


async def test_guessing_words_is_slowed_down_also_at_the_buttons(karin: Client, browser: Browser) -> None:
    woorden, inwoner = woorden_in(await nodig_uit(karin)), await browser()
    paden = ["/u", "/u/begin", "/u/verder"] * 4
    antwoorden = [await inwoner.post(pad, data={"woorden": "aap noot mies wim"}) for pad in paden]
    assert [a.status for a in antwoorden[:8]] == [422] * 8
    assert antwoorden[-1].status == 429
    assert int(antwoorden[-1].headers["Retry-After"]) > 0
    assert (await inwoner.post("/u", data={"woorden": woorden})).status == 429


async def test_behind_a_trusted_proxy_one_visitor_who_guesses_slows_nobody_else_down(
    aiohttp_client: Any, diensten: Diensten, motor: Motor
) -> None:
    for proxy, anders in (("127.0.0.1", 422), ("10.0.0.1", 429)):
        instellingen = structs.replace(diensten.instellingen, proxies=frozenset({proxy}))
        client = await aiohttp_client(maak_app(structs.replace(diensten, instellingen=instellingen), motor))

        async def gok(client: Client, adres: str) -> int:
            koppen = {"X-Forwarded-For": f"203.0.113.9, {adres}"}
            return (await client.post("/u", data={"woorden": "aap noot mies wim"}, headers=koppen)).status

        assert [await gok(client, "192.0.2.1") for _ in range(10)][-1] == 429
        assert await gok(client, "192.0.2.2") == anders


async def test_the_qr_holds_the_link_alone(karin: Client) -> None:
    import segno

    tekst = await nodig_uit(karin, kenmerk="Z-12")
    link = gevonden(r"http://[\w.:]+/u/[\w-]{43}", tekst)
    pad = re.search(r' d="([^"]+)"', tekst)
    verwacht = re.search(r' d="([^"]+)"', segno.make(link, error="m", micro=False).svg_inline(omitsize=True))
    assert pad
    assert verwacht
    assert pad.group(1) == verwacht.group(1)


# -- staff ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kenmerk", "fout"),
    [
        ("111222333", "burgerservicenummer"), ("zaak 1112.22.333", "burgerservicenummer"),
        ("a.jansen@voorbeeld.nl", "e-mailadres"), ("Jan Jansen", "naam"), ("Anna van der Berg", "naam"),
        ("J. Jansen", "naam"), ("3-4-1941", "geboortedatum"), ("03041941", "geboortedatum"),
        ("3 april 1941", "geboortedatum"), ("06 12345678", "telefoonnummer"), ("x" * 41, "te lang"),
    ],
)  # fmt: skip
async def test_a_reference_that_tells_whose_it_is_is_refused(karin: Client, kenmerk: str, fout: str) -> None:
    tekst = await nodig_uit(karin, 422, kenmerk=kenmerk)
    assert fout in tekst
    assert "U heeft nog geen uitnodiging gemaakt." in tekst


@pytest.mark.parametrize("kenmerk", ["", "Z2023-001234", "team Noord 12", "Zaak 17", "WMO/2023/88", "<b>x</b>"])
async def test_a_reference_of_a_case_is_fine(karin: Client, kenmerk: str) -> None:
    await nodig_uit(karin, kenmerk=kenmerk)
    assert "<b>x</b>" not in await pagina(karin, "/consulent")


@pytest.mark.parametrize(
    "velden",
    [{"tot": ""}, {"tot": "9 maart 2023"}, {"tot": "12 juli 2023"}, {"meldingsdag": "morgen"},
     {"meldingsdag": "gekkigheid"}, {"dialoog": "advies"}, {"dialoog": "/restart"}],
)  # fmt: skip
async def test_what_cannot_be_in_an_invitation_is_said_at_the_field(karin: Client, velden: dict[str, str]) -> None:
    assert "Dit klopt nog niet" in await nodig_uit(karin, 422, **velden)


async def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(accounts: Medewerkers, browser: Browser) -> None:
    client = await browser()
    een = await meld_aan(client, "karin", "verkeerd wachtwoord", 422)
    twee = await meld_aan(client, "bestaat-niet", "verkeerd wachtwoord", 422)
    assert een.replace("karin", "") == twee.replace("bestaat-niet", "")
    assert (await client.get("/consulent/plannen/x", allow_redirects=False)).status == 303


async def test_guessing_passwords_gets_slower_for_names_that_exist_and_not(
    accounts: Medewerkers, browser: Browser
) -> None:
    client = await browser()
    for naam in ("karin", "bestaat-niet"):
        statussen = [
            (await client.post("/consulent/aanmelden", data={"naam": naam, "wachtwoord": "x" * 12})).status
            for _ in range(7)
        ]
        assert statussen[:5] == [422] * 5
        assert statussen[-1] == 429
    assert "Wacht" in await meld_aan(client, "karin", status=429)


async def test_a_session_gets_a_new_id_at_login_and_the_planted_one_never_works(
    accounts: Medewerkers, browser: Browser
) -> None:
    client = await browser()
    client.session.cookie_jar.update_cookies({"wmo-medewerker": "geplant"}, client.make_url("/"))
    antwoord = await client.post(
        "/consulent/aanmelden", data={"naam": "karin", "wachtwoord": WACHTWOORD}, allow_redirects=False
    )
    koek = antwoord.cookies["wmo-medewerker"]
    assert koek.value != "geplant"
    assert koek["httponly"]
    assert koek["samesite"] == "Strict"
    eerste = koek.value
    await meld_aan(client, "karin")
    ander = await browser()
    ander.session.cookie_jar.update_cookies({"wmo-medewerker": eerste}, ander.make_url("/"))
    assert "Aanmelden voor medewerkers" in await pagina(ander, "/consulent")


async def test_signing_off_ends_the_session(karin: Client, browser: Browser) -> None:
    waarde = next(c.value for c in karin.session.cookie_jar if c.key == "wmo-medewerker")
    assert "U bent afgemeld." in await stuur(karin, "/consulent/afmelden")
    karin.session.cookie_jar.update_cookies({"wmo-medewerker": waarde}, karin.make_url("/"))
    assert "Aanmelden voor medewerkers" in await pagina(karin, "/consulent")


async def test_a_role_too_low_gets_nothing(
    accounts: Medewerkers, browser: Browser, gedeeld: tuple[Client, str]
) -> None:
    _, plek = gedeeld
    for naam in ("rita", "bea"):
        client = await browser()
        await meld_aan(client, naam)
        await pagina(client, plek, 403)
        await nodig_uit(client, 403)
    assert "karin: consulent" in await pagina(client, "/consulent")


async def test_somebody_elses_invitation_is_as_one_that_never_was(
    gedeeld: tuple[Client, str], browser: Browser
) -> None:
    _, plek = gedeeld
    joost = await browser()
    await meld_aan(joost, "joost")
    assert "Z-12" not in await pagina(joost, "/consulent")
    for pad in (plek, f"{plek}/document.html", f"{plek}/document.pdf", "/consulent/plannen/bestaat-niet"):
        await pagina(joost, pad, 404)
    id = plek.rpartition("/")[2]
    for doe in ("intrekken", "verlengen", "opnieuw"):
        await stuur(joost, f"/consulent/uitnodigingen/{id}/{doe}", status=404)


async def test_a_blocked_account_is_out_at_once(karin: Client, accounts: Medewerkers) -> None:
    accounts.blokkeer("karin")
    assert "Aanmelden voor medewerkers" in await pagina(karin, "/consulent")
    await meld_aan(karin, "karin", status=422)


@pytest.mark.parametrize("kop", [{"Origin": "https://kwaad.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_another_website_changes_nothing(gedeeld: tuple[Client, str], karin: Client, kop: dict[str, str]) -> None:
    inwoner, _ = gedeeld
    for client, pad in ((karin, "/consulent/uitnodigingen"), (karin, "/consulent/aanmelden"), (inwoner, DELEN),
                        (inwoner, f"{DELEN}/wissen"), (inwoner, f"{DELEN}/terugnemen"), (inwoner, "/u/x")):  # fmt: skip
        assert (await client.post(pad, data={"ja": "ja"}, headers=kop)).status == 403


async def test_pages_are_not_framed_and_not_kept(gedeeld: tuple[Client, str], karin: Client) -> None:
    inwoner, plek = gedeeld
    for client, pad in ((karin, "/consulent"), (karin, plek), (karin, f"{plek}/document.html"), (inwoner, DELEN),
                        (karin, f"{plek}/document.pdf"), (inwoner, "/u")):  # fmt: skip
        koppen = (await client.get(pad)).headers
        assert koppen["Cache-Control"] == "no-store"
        assert koppen["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in koppen["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("proxy", "verwacht"), [("127.0.0.1", "U bent aangemeld als karin."), ("10.0.0.1", "nog niet aangemeld")]
)
async def test_the_header_of_a_proxy_counts_only_from_that_proxy(
    aiohttp_client: Any, diensten: Diensten, motor: Motor, accounts: Medewerkers, proxy: str, verwacht: str
) -> None:
    instellingen = structs.replace(diensten.instellingen, oidc_kop="X-Wie", oidc_proxy=frozenset({proxy}))
    client = await aiohttp_client(maak_app(structs.replace(diensten, instellingen=instellingen), motor))
    assert verwacht in await (await client.get("/consulent", headers={"X-Wie": "karin"})).text()
    assert "nog niet aangemeld" in await (await client.get("/consulent", headers={"X-Wie": "niemand"})).text()
    await meld_aan(client, "karin", status=403)


# -- what the citizen shares ------------------------------------------------------------------------------------------


async def test_nothing_is_shared_without_the_tick_and_a_last_day(karin: Client, browser: Browser) -> None:
    inwoner = await browser()
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin)))
    await stuur(inwoner, DELEN, {"tot": "24 maart 2023", "ja": "ja"}, 409)
    await maak_plan(inwoner)
    assert "Zet een vinkje als u uw plan wilt delen." in await deel(inwoner, 422, ja="")
    await deel(inwoner, 422, tot="9 maart 2023")
    await deel(inwoner, 422, tot="12 juli 2023")
    assert "Plan gedeeld" not in await pagina(karin, "/consulent")


async def test_without_an_invitation_there_is_nobody_to_share_with(browser: Browser) -> None:
    inwoner = await browser()
    await stuur(inwoner, "/gesprek/begin", {"rol": "inwoner"})
    begin = (await (await inwoner.get(GESPREK)).json())["berichten"]
    await kies(inwoner, begin, "Een persoonlijk plan maken")
    await maak_plan(inwoner)
    assert "U kreeg geen uitnodiging" in await pagina(inwoner, DELEN)
    await deel(inwoner, 409)


async def test_the_consulent_reads_the_plan_as_it_was_when_it_was_shared(
    gedeeld: tuple[Client, str], karin: Client
) -> None:
    inwoner, plek = gedeeld
    await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "Later zei ik nog iets."})
    tekst = await pagina(karin, f"{plek}/document.html")
    assert "De trap is een berg." in tekst
    assert "Later zei ik nog iets." not in tekst
    await deel(inwoner)
    assert "Later zei ik nog iets." in await pagina(karin, f"{plek}/document.html")


async def test_html_and_script_in_a_plan_stay_text(karin: Client, browser: Browser) -> None:
    inwoner, kwaad = await browser(), '<script>alert(1)</script><img src=x onerror="alert(2)">'
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin)))
    await maak_plan(inwoner, kwaad)
    await deel(inwoner)
    plek = gevonden(r"/consulent/plannen/[\w-]+", await pagina(karin, "/consulent"))
    for pad in (plek, f"{plek}/document.html"):
        tekst = await pagina(karin, pad)
        assert "<script>" not in tekst
        assert "<img" not in tekst


async def test_another_conversation_sees_nothing_of_this_one(gedeeld: tuple[Client, str], browser: Browser) -> None:
    ander = await browser()
    await stuur(ander, "/gesprek/begin", {"rol": "inwoner"})
    assert "karin" not in await pagina(ander, DELEN)
    await pagina(ander, f"{DELEN}/voorbeeld", 404)
    await stuur(ander, f"{DELEN}/terugnemen")
    inwoner, _ = gedeeld
    assert "Neem mijn plan terug" in await pagina(inwoner, DELEN)


async def test_a_reading_that_cannot_be_written_down_shows_nothing(
    gedeeld: tuple[Client, str], karin: Client, diensten: Diensten
) -> None:
    _, plek = gedeeld
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql(
            "CREATE TRIGGER vol BEFORE INSERT ON deellogboek BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    tekst = await pagina(karin, f"{plek}/document.html", 503)
    assert "De trap is een berg." not in tekst


async def test_the_disk_is_full_while_sharing_and_nothing_is_shared(
    karin: Client, browser: Browser, diensten: Diensten
) -> None:
    inwoner = await browser()
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin)))
    await maak_plan(inwoner)
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql(
            "CREATE TRIGGER vol BEFORE INSERT ON deellogboek BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    await deel(inwoner, 503)
    assert "Plan gedeeld" not in await pagina(karin, "/consulent")
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql("DROP TRIGGER vol")
    assert "Uw plan is gedeeld." in await deel(inwoner)


async def test_a_page_from_before_the_wiping_does_nothing(gedeeld: tuple[Client, str], karin: Client) -> None:
    inwoner, plek = gedeeld
    sessie = next(c.value for c in inwoner.session.cookie_jar if c.key == "wmo")
    await stuur(inwoner, f"{DELEN}/wissen", {}, 422)
    assert "Er staan nog 0 dingen van u bij ons." in await stuur(inwoner, f"{DELEN}/wissen", {"ja": "ja"})
    inwoner.session.cookie_jar.update_cookies({"wmo": sessie}, inwoner.make_url("/"))
    assert "Op dit apparaat loopt geen gesprek." in await deel(inwoner)
    assert "Op dit apparaat loopt geen gesprek." in await pagina(inwoner, DELEN)
    await pagina(karin, plek, 404)


# -- going on elsewhere -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["link", "code"])
async def test_a_link_or_code_goes_on_elsewhere_once(gedeeld: tuple[Client, str], browser: Browser, soort: str) -> None:
    inwoner, _ = gedeeld
    twee, drie = await browser(), await browser()
    gemaakt = await stuur(inwoner, f"{DELEN}/{soort}")
    if soort == "link":
        pad, woorden = gevonden(r"/gesprek/verder/[\w-]{43}", gemaakt), ""
        eerst = await pagina(twee, pad)
    else:
        pad, woorden = "/u/verder", gevonden(r"\b[a-z]+ [a-z]+ [a-z]+ [a-z]+(?=</textarea>)", gemaakt)
        eerst = await stuur(twee, "/u", {"woorden": woorden})
    await stuur(twee, pad, {"bewijs": "1.a", "woorden": woorden}, 403)
    assert "De trap is een berg." in await stuur(twee, pad, {"bewijs": bewijs_in(eerst), "woorden": woorden})
    assert (await inwoner.get(GESPREK)).status == 401
    await stuur(drie, pad, {"bewijs": bewijs_in(eerst), "woorden": woorden}, 404 if soort == "link" else 422)
    assert "Neem mijn plan terug" in await pagina(twee, DELEN)


async def test_a_file_from_home_brings_everything_back(gedeeld: tuple[Client, str], browser: Browser) -> None:
    inwoner, _ = gedeeld
    antwoord = await inwoner.get(f"{DELEN}/bestand.json")
    assert "attachment" in antwoord.headers["Content-Disposition"]
    inhoud = await antwoord.read()
    await stuur(inwoner, f"{DELEN}/wissen", {"ja": "ja"})
    thuis = await browser()
    terug = await stuur(thuis, "/gesprek/terug", bestand(inhoud, "wmo-gesprek.json"))
    assert "Fijn dat u er weer bent." in terug
    plan = await (await thuis.get(f"{GESPREK}/plan")).json()
    assert plan["aanvraaggegevens"]["huisvesting"]["domein_nu"] == "De trap is een berg."
    berichten = (await (await thuis.get(GESPREK)).json())["berichten"]
    verder = await kies(thuis, berichten[-1:], "Een persoonlijk plan maken")
    assert any(b["soort"] == "vraag" for b in verder)
    await stuur(thuis, "/gesprek/terug", bestand(inhoud, "wmo-gesprek.json"), 409)


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (b'"versie": 1', b'"versie": 2'),
        (b'"soort": "wmo-gesprek"', b'"soort": "wmo-gesprek", "rol": "beheerder"'),
        (b'"mijzelf"', b'{"$ref": 1}'),
        (b'"huisvesting"', b'"bestaat_niet"'),
        (b'"persoonlijk_plan"', b'"advies"'),
        (b'"het_hogeland"', b'"elders"'),
        (b"{", b""),
        (b"[", b"[" * 5000),
    ],
)
async def test_a_file_that_was_changed_is_refused(
    gedeeld: tuple[Client, str], browser: Browser, van: bytes, naar: bytes
) -> None:
    inwoner, _ = gedeeld
    inhoud = await (await inwoner.get(f"{DELEN}/bestand.json")).read()
    anders = inhoud.replace(van, naar, 1)
    assert anders != inhoud, inhoud
    thuis = await browser()
    tekst = await stuur(thuis, "/gesprek/terug", bestand(anders, "x.json"), 422)
    assert "Kies het bestand zoals u het hier bewaarde." in tekst
    assert (await thuis.get(GESPREK)).status == 401


async def test_a_file_that_is_no_file_or_too_big_is_refused(browser: Browser) -> None:
    thuis = await browser()
    assert "Kies eerst een bestand." in await stuur(thuis, "/gesprek/terug", bestand(b"", ""), 422)
    assert "Kies eerst een bestand." in await stuur(thuis, "/gesprek/terug", {"bestand": "x"}, 422)
    groot = bestand(b"x" * (5 * 1024 * 1024), "x.json")
    assert "Dit bestand is te groot." in await stuur(thuis, "/gesprek/terug", groot, 413)

"""Staff: signing in, roles, what an invitation may hold, and nobody else's."""

from typing import Any
from uuid import uuid4

import pytest
from msgspec import structs

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers
from bot.web.app import maak_app
from tests.web.raad import Client, gevonden, pagina, stuur
from tests.web.uitnodigen import (
    DELEN,
    WACHTWOORD,
    Browser,
    accounts,
    browser,
    gedeeld,
    karin,
    link_in,
    meld_aan,
    nodig_uit,
    server,
)

__all__ = ["accounts", "browser", "gedeeld", "karin", "server"]


@pytest.mark.parametrize(
    ("kenmerk", "fout"),
    [
        ("111222333", "burgerservicenummer"), ("zaak 1112.22.333", "burgerservicenummer"),
        ("a.jansen@voorbeeld.nl", "e-mailadres"), ("Jan Jansen", "naam"), ("Anna van der Berg 3", "naam"),
        ("J. Jansen", "naam"), ("jan jansen", "naam"), ("mevr. jansen 2", "naam"), ("lastige klant 2", "naam"),
        ("Dorpsstraat 12", "naam"), ("9951AA 12", "naam"), ("a.jansen(at)x.nl", "naam"), ("<b>x</b>", "naam"),
        ("111_222_333", "naam"), ("1950 02 01", "geboortedatum"),
        ("12345672", "burgerservicenummer"), ("111\u200b222\u200b333", "naam"), ("06.12345678", "telefoonnummer"),
        ("3-4-1941", "geboortedatum"), ("03041941", "geboortedatum"),
        ("3 april 1941", "geboortedatum"), ("06 12345678", "telefoonnummer"), ("x" * 41, "te lang"),
    ],
)  # fmt: skip
async def test_a_reference_that_tells_whose_it_is_is_refused(karin: Client, kenmerk: str, fout: str) -> None:
    tekst = await nodig_uit(karin, 422, kenmerk=kenmerk)
    assert fout in tekst
    assert "U heeft nog geen uitnodiging gemaakt." in tekst


@pytest.mark.parametrize("kenmerk", ["", "Z2023-001234", "17", "Zaak 17", "WMO/2023/88", "wmo-zaak nr. 12"])
async def test_a_reference_of_a_case_is_fine(karin: Client, kenmerk: str) -> None:
    assert "Dit klopt nog niet" not in await nodig_uit(karin, kenmerk=kenmerk)


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
    plek = f"/consulent/plannen/{uuid4()}"
    antwoord = await client.get(plek, allow_redirects=False)
    assert (antwoord.status, antwoord.headers["Location"]) == (303, f"/consulent?naar={plek}")


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
    assert "karin (Karin de Vries): consulent" in await pagina(client, "/consulent")


async def test_somebody_elses_invitation_is_as_one_that_never_was(
    gedeeld: tuple[Client, str], browser: Browser
) -> None:
    _, plek = gedeeld
    joost = await browser()
    await meld_aan(joost, "joost")
    assert "Z-12" not in await pagina(joost, "/consulent")
    for pad in (
        plek,
        f"{plek}/document.html",
        f"{plek}/document.pdf",
        f"/consulent/plannen/{uuid4()}",
        "/consulent/plannen/%00",
    ):
        await pagina(joost, pad, 404)
    id = plek.rpartition("/")[2]
    for doe in ("intrekken", "verlengen", "opnieuw"):
        await stuur(joost, f"/consulent/uitnodigingen/{id}/{doe}", status=404)


async def test_a_link_in_a_message_is_where_one_gets_after_signing_in(
    gedeeld: tuple[Client, str], browser: Browser
) -> None:
    _, plek = gedeeld
    karin = await browser()
    assert f'action="/consulent/aanmelden?naar={plek}"' in await pagina(karin, plek)
    aanmelden = f"/consulent/aanmelden?naar={plek}"
    assert "Gedeeld plan: Z-12" in await stuur(karin, aanmelden, {"naam": "karin", "wachtwoord": WACHTWOORD})
    for elders in ("//kwaad.example", "https://kwaad.example/", "/gesprek/wissen", f"{plek}/../.."):
        assert "?naar=" not in await pagina(await browser(), f"/consulent?naar={elders}")


async def test_a_session_that_ended_says_so_where_something_was_sent(karin: Client, accounts: Medewerkers) -> None:
    accounts.zet_wachtwoord("karin", "een ander lang wachtwoord")
    assert "U was niet meer aangemeld." in await nodig_uit(karin)


async def test_the_page_that_is_shown_once_can_be_loaded_again(karin: Client) -> None:
    zaad = gevonden(r'(?<=name="zaad" value=")[\w-]{43}', await pagina(karin, "/consulent"))
    een, twee = [await nodig_uit(karin, zaad=zaad, kenmerk="Z-12") for _ in range(2)]
    assert link_in(een) == link_in(twee)
    assert (await pagina(karin, "/consulent")).count("Nog niet begonnen") == 1


async def test_an_invitation_is_made_longer_and_not_without_end(karin: Client) -> None:
    await nodig_uit(karin)
    actie = gevonden(r"/consulent/uitnodigingen/[\w-]+/verlengen", await pagina(karin, "/consulent"))
    for _ in range(2):
        assert "werkt tot en met 7 april 2023" in await stuur(karin, actie, {"was": "2023-03-24"})
    for _ in range(5):
        await stuur(karin, actie)
    assert "De uitnodiging kan niet langer werken." in await stuur(karin, actie, status=409)
    assert "werkt tot en met 10 juni 2023" in await pagina(karin, "/consulent")
    await stuur(karin, actie.replace("verlengen", "intrekken"))
    for doe in ("verlengen", "opnieuw"):
        await stuur(karin, actie.replace("verlengen", doe), status=409)


async def test_links_have_the_address_that_people_reach_us_by(
    aiohttp_client: Any, diensten: Diensten, motor: Motor, accounts: Medewerkers
) -> None:
    instellingen = structs.replace(diensten.instellingen, adres="https://hulp.example")
    client = await aiohttp_client(maak_app(structs.replace(diensten, instellingen=instellingen), motor))
    await meld_aan(client, "karin")
    antwoord = await client.post(
        "/consulent/uitnodigingen",
        data={"dialoog": "persoonlijk_plan", "tot": "24 maart 2023"},
        headers={"Host": "kwaad.example", "Origin": "https://hulp.example"},
    )
    tekst = await antwoord.text()
    assert antwoord.status == 200
    assert gevonden(r"https://hulp\.example/u/[\w-]{43}", tekst)
    assert "kwaad.example" not in tekst


@pytest.mark.parametrize(("kop", "status"), [({}, 403), ({"Sec-Fetch-Site": "same-origin"}, 422)])
async def test_behind_a_proxy_that_signs_in_a_change_says_where_it_comes_from(
    aiohttp_client: Any, diensten: Diensten, motor: Motor, accounts: Medewerkers, kop: dict[str, str], status: int
) -> None:
    instellingen = structs.replace(diensten.instellingen, oidc_kop="X-Wie", oidc_proxy=frozenset({"127.0.0.1"}))
    client = await aiohttp_client(maak_app(structs.replace(diensten, instellingen=instellingen), motor))
    koppen = {"X-Wie": "karin", **kop}
    assert (await client.post("/consulent/uitnodigingen", data={}, headers=koppen)).status == status


@pytest.mark.parametrize("pad", ["/consulent/aanmelden", "/u", "/u/begin"])
@pytest.mark.parametrize(
    "inhoud",
    [b"naam=%00&woorden=%00&wachtwoord=%00", b"naam=%ED%A0%80&woorden=%ED%A0%80", b"naam=a&naam=b&woorden=c&woorden=d",
     b"naam=" + b"x" * 60_000, b"woorden=" + b"%F0%9F%98%80" * 4000, b"&&&=&%", "naam=\u202e".encode()],
)  # fmt: skip
@pytest.mark.parametrize("tekenset", ["", "; charset=utf-7"])
async def test_odd_forms_are_refused_and_break_nothing(
    accounts: Medewerkers, browser: Browser, pad: str, inhoud: bytes, tekenset: str
) -> None:
    koppen = {"Content-Type": f"application/x-www-form-urlencoded{tekenset}"}
    antwoord = await (await browser()).post(pad, data=inhoud, headers=koppen)
    assert antwoord.status in (400, 422, 429)


@pytest.mark.parametrize("kop", [{"Cookie": 'wmo="\xff"'}, {"Cookie": "wmo-medewerker=\udcff"}, {"Origin": "http://["}])
async def test_odd_headers_are_nobody(browser: Browser, kop: dict[str, str]) -> None:
    client = await browser()
    for pad in ("/", "/consulent", DELEN):
        assert (await client.get(pad, headers=kop)).status == 200
    assert (await client.post("/u", data={"woorden": "x"}, headers=kop)).status in (403, 422)


async def test_a_blocked_account_is_out_at_once(karin: Client, accounts: Medewerkers) -> None:
    accounts.blokkeer("karin")
    assert "Aanmelden voor medewerkers" in await pagina(karin, "/consulent")
    await meld_aan(karin, "karin", status=422)


@pytest.mark.parametrize("kop", [{"Origin": "https://kwaad.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_another_website_changes_nothing(gedeeld: tuple[Client, str], karin: Client, kop: dict[str, str]) -> None:
    inwoner, _ = gedeeld
    for client, pad in ((karin, "/consulent/uitnodigingen"), (karin, "/consulent/aanmelden"), (inwoner, DELEN),
                        (inwoner, "/gesprek/wissen"), (inwoner, f"{DELEN}/terugnemen"), (inwoner, "/u/x")):  # fmt: skip
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

"""Staff: signing in, roles, what an invitation may hold, and nobody else's."""

from typing import Any

import pytest
from msgspec import structs

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.opslag import Medewerkers
from bot.web.app import maak_app
from tests.web.raad import Client, pagina, stuur
from tests.web.uitnodigen import (
    DELEN,
    WACHTWOORD,
    Browser,
    accounts,
    browser,
    gedeeld,
    karin,
    meld_aan,
    nodig_uit,
    server,
)

__all__ = ["accounts", "browser", "gedeeld", "karin", "server"]


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

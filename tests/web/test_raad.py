"""The workplace of a Wmo-raad over HTTP: a whole advice by two members, and what goes wrong."""

import asyncio
import csv
import io
import json
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import ClientError, ClientResponse, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer
from pypdf import PdfReader

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.gesprek.werkblad import teksten
from bot.stukken import Stukfout
from bot.web import raad_lezen, raad_stukken
from bot.web.app import maak_app
from tests.test_teksten import FORMEEL, gevuld, lijdend, woorden, zinnen
from tests.web.conftest import kies, zeg
from tests.web.raad import (
    API,
    REGIE,
    WERKBLAD,
    Client,
    begin,
    bestand,
    gevonden,
    leg_vast,
    link_van,
    neem_terug,
    pagina,
    punt_uit,
    stand,
    stuur,
    zeg_punt,
    zonder_wit,
)

PUNT, ANDER_PUNT = "regie_houden", "regie_respect"
BELEID = (
    "De cliënt houdt de regie over de ondersteuning, ook als de hulpverlener wisselt.\n\n"
    "Een cliënt kan met een klacht naar een onafhankelijke klachtencommissie.\n"
)


@pytest.fixture
async def server(aiohttp_server: Callable[..., Awaitable[TestServer]], diensten: Diensten, motor: Motor) -> TestServer:
    return await aiohttp_server(maak_app(diensten, motor))


@pytest.fixture
async def browser(server: TestServer) -> Any:
    """Makes browsers, each with cookies of its own."""
    open_: list[Client] = []

    async def nieuw() -> Client:
        client: Client = TestClient(server, cookie_jar=CookieJar(unsafe=True))
        open_.append(client)
        return client

    yield nieuw
    for client in open_:
        await client.close()


Browser = Callable[[], Awaitable[Client]]


@pytest.fixture
async def anna(browser: Browser) -> Client:
    """A secretaris."""
    client = await browser()
    await begin(client, "Anna")
    return client


@pytest.fixture
async def bram(anna: Client, browser: Browser) -> Client:
    """A member."""
    client = await browser()
    await stuur(client, await link_van(anna), {"naam": "Bram"})
    return client


# -- a whole advice ---------------------------------------------------------------------------------------------------


async def test_two_members_differ_the_raad_settles_and_the_letter_says_what_they_said(
    anna: Client, bram: Client
) -> None:
    await asyncio.gather(
        zeg_punt(anna, PUNT, "nee", opmerking="Het staat er niet.", aanvulling="De cliënt houdt de regie.",
                 belang="hoog", voorbeeld="Zij kreeg zomaar een ander."),
        zeg_punt(bram, PUNT, "ja", opmerking="Ik las het op bladzijde 4."),
    )  # fmt: skip
    await zeg_punt(anna, ANDER_PUNT, "deels", aanvulling="Professionals vragen naar normen en waarden.")
    for client in (anna, bram):
        punt = punt_uit(await stand(client), PUNT)
        assert punt["verdeeld"]
        assert "Hier verschillen we" in await pagina(client, f"{WERKBLAD}/deel/regie")
    bram_id = punt_uit(await stand(anna), PUNT)["anderen"][0]["lid_id"]
    verschillen = await pagina(anna, f"{WERKBLAD}/verschillen")
    assert "Houd deze mening in de brief: Bram zei ja" in verschillen
    assert "Anna: Het staat er niet.\nBram: Ik las het op bladzijde 4." in verschillen
    await leg_vast(anna, PUNT, {
        "oordeel": "nee", "opmerking": "Er staat te weinig.", "aanvulling": "De cliënt houdt de regie.",
        "belang": "hoog", "voorbeeld": "Zij kreeg zomaar een ander.", "minderheid": bram_id, "versie": "0",
    })  # fmt: skip
    await stuur(anna, f"{WERKBLAD}/brief", {
        "briefhoofd": "Wmo-raad Het Hogeland\nPostbus 1", "gevraagd": "nee", "over": "het beleidsplan Wmo 2023",
        "datum": "12 maart 2023", "reactie_voor": "1 mei 2023", "ondertekening": "Anna, secretaris",
    })  # fmt: skip

    advies = await (await bram.get("/api/v1/gesprekken/huidig/advies")).json()
    punten = {p["id"]: p for d in advies["delen"] for p in d["punten"]}
    assert punten[PUNT]["oordeel"] == "nee"
    assert punten[PUNT]["opmerking"] == "Er staat te weinig."
    assert punten[PUNT]["minderheid"] == [{"naam": "Bram", "oordeel": "ja", "opmerking": "Ik las het op bladzijde 4."}]
    assert punten[ANDER_PUNT]["aanvulling"] == "Professionals vragen naar normen en waarden."
    assert {id for id, p in punten.items() if p["oordeel"]} == {PUNT, ANDER_PUNT}
    assert advies["brief"]["datum"] == "2023-03-12"
    assert advies["leden"] == ["Anna", "Bram"]

    pdf = await bram.get(f"{WERKBLAD}/document.pdf")
    gelezen = zonder_wit(blad.extract_text() for blad in PdfReader(io.BytesIO(await pdf.read())).pages)
    odt = await anna.get(f"{WERKBLAD}/document.odt")
    with zipfile.ZipFile(io.BytesIO(await odt.read())) as archief:
        geschreven = archief.read("content.xml").decode()
    for tekst in ("Er staat te weinig.", "De cliënt houdt de regie.", "Zij kreeg zomaar een ander.",
                  "Ik las het op bladzijde 4.", "Postbus 1", "Anna, secretaris"):  # fmt: skip
        assert tekst in gelezen
        assert tekst in geschreven
    for tekst in ("Het staat er niet.",):
        assert tekst not in gelezen


async def test_the_advice_is_a_draft_until_the_secretaris_says_that_it_is_done(anna: Client, bram: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await zeg_punt(bram, PUNT, "ja")
    assert "Conceptadvies" in await pagina(bram, f"{WERKBLAD}/document.html")
    assert "Over 1 punt verschillen de leden nog." in await pagina(anna, f"{WERKBLAD}/brief")
    await stuur(anna, f"{WERKBLAD}/brief", {"klaar": "1"})
    assert "Conceptadvies" not in await pagina(bram, f"{WERKBLAD}/document.html")
    await stuur(anna, f"{WERKBLAD}/brief")
    assert "Conceptadvies" in await pagina(bram, f"{WERKBLAD}/document.html")


async def test_page_and_chat_show_the_same_state_at_once(anna: Client) -> None:
    berichten = await zeg(anna, "ik wil een advies maken")
    keuze = next(
        k["label"] for b in berichten for k in b["keuzes"] if k["label"].startswith("De cliënt heeft de regie")
    )
    berichten = await kies(anna, berichten, keuze)
    eerste = "regie_kwaliteit_van_bestaan"
    await zeg(anna, "nee, er staat niets over")
    assert punt_uit(await stand(anna), eerste)["eigen"]["opmerking"] == "er staat niets over"
    await zeg_punt(anna, eerste, "ja", opmerking="Toch wel.")
    await zeg_punt(anna, PUNT, "deels")
    voortgang = (await (await anna.get("/api/v1/gesprekken/huidig")).json())["voortgang"]["advies"]
    assert voortgang["beantwoord"] == 2
    advies = await (await anna.get("/api/v1/gesprekken/huidig/advies")).json()
    punten = {p["id"]: p for d in advies["delen"] for p in d["punten"]}
    assert (punten[eerste]["oordeel"], punten[eerste]["opmerking"]) == ("ja", "Toch wel.")
    assert punten[PUNT]["oordeel"] == "deels"


async def test_what_others_said_shows_after_the_own_answer_and_always_for_the_secretaris(
    anna: Client, bram: Client
) -> None:
    await zeg_punt(anna, PUNT, "nee", opmerking="Geheim van Anna")
    assert "Geheim van Anna" not in await pagina(bram, f"{WERKBLAD}/deel/regie")
    assert "Geheim van Anna" not in await pagina(bram, f"{WERKBLAD}/verschillen")
    assert punt_uit(await stand(bram), PUNT)["anderen"] == []
    await zeg_punt(bram, PUNT, "nee")
    assert "Geheim van Anna" in await pagina(bram, f"{WERKBLAD}/deel/regie")
    await zeg_punt(bram, ANDER_PUNT, "ja", opmerking="Woorden van Bram")
    assert "Woorden van Bram" in await pagina(anna, f"{WERKBLAD}/deel/regie")


async def test_an_answer_can_be_changed_and_taken_back(anna: Client) -> None:
    await zeg_punt(anna, PUNT, "nee", opmerking="Eerst dit.")
    await zeg_punt(anna, PUNT, "ja", opmerking="Toen dat.")
    assert punt_uit(await stand(anna), PUNT)["eigen"]["opmerking"] == "Toen dat."
    await neem_terug(anna, PUNT)
    assert punt_uit(await stand(anna), PUNT)["eigen"] is None


async def test_after_saving_the_page_stays_at_the_point(anna: Client) -> None:
    antwoord = await anna.post(REGIE, data={f"{PUNT}.oordeel": "ja", "actie": f"bewaar.{PUNT}"}, allow_redirects=False)
    assert antwoord.status == 303
    assert antwoord.headers["Location"] == f"{WERKBLAD}/deel/regie?bewaard={PUNT}#punt-{PUNT}"


async def test_lists_that_ask_the_same_ask_it_once_and_say_where(anna: Client) -> None:
    await stuur(anna, f"{WERKBLAD}/lijsten", [("lijst", "basisset"), ("lijst", "themas")])
    assert "staan al in een eerdere lijst" in await pagina(anna, f"{WERKBLAD}/deel/th_regie")
    ids = [p["id"] for d in (await stand(anna))["delen"] for p in d["punten"]]
    assert len(ids) == len(set(ids))
    assert "Kies minstens één lijst" in await stuur(anna, f"{WERKBLAD}/lijsten", {"lijst": "onzin"}, 422)


# -- what a form says -------------------------------------------------------------------------------------------------


async def test_a_form_that_is_not_right_says_it_at_the_field_and_keeps_what_was_typed(anna: Client) -> None:
    tekst = await zeg_punt(anna, PUNT, "", 422, opmerking="blijft staan")
    assert "Kies ja, deels, nee of weet ik niet." in tekst
    assert "blijft staan" in tekst
    te_lang = await zeg_punt(anna, PUNT, "nee", 422, voorbeeld="a" * 1001)
    assert "Dit is 1001 tekens lang." in te_lang
    assert "a" * 1001 in te_lang
    assert punt_uit(await stand(anna), PUNT)["eigen"] is None
    await zeg_punt(anna, PUNT, "nee", voorbeeld="b" * 1000)
    assert punt_uit(await stand(anna), PUNT)["eigen"]["voorbeeld"] == "b" * 1000


async def test_a_bsn_is_masked_before_it_is_stored_and_the_person_is_told(anna: Client) -> None:
    tekst = await zeg_punt(anna, PUNT, "nee", opmerking="Mevrouw met nummer 111222333 zei dit.")
    assert "111222333" not in tekst
    assert "burgerservicenummer" in tekst
    assert "[verwijderd]" in punt_uit(await stand(anna), PUNT)["eigen"]["opmerking"]


async def test_names_and_words_with_html_stay_text(anna: Client) -> None:
    naam = "<script>alert(1)</script>"
    await stuur(anna, f"{WERKBLAD}/naam", {"naam": naam})
    await zeg_punt(anna, PUNT, "nee", opmerking="<img src=x onerror=alert(2)>")
    for pad in (WERKBLAD, f"{WERKBLAD}/deel/regie", f"{WERKBLAD}/document.html", await link_van(anna)):
        tekst = await pagina(anna, pad)
        assert "<script>alert" not in tekst
        assert "<img src=x" not in tekst
    assert "&lt;script&gt;alert(1)" in await pagina(anna, WERKBLAD)


@pytest.mark.parametrize("naam", ["", "   ", "...", "x" * 61])
async def test_a_name_that_cannot_be_used_is_refused_kindly(anna: Client, naam: str) -> None:
    tekst = await stuur(anna, f"{WERKBLAD}/naam", {"naam": naam}, 422)
    assert 'id="naam-fout"' in tekst
    assert (await stand(anna))["leden"][0]["naam"] == "Anna"


async def test_the_letter_wants_dates_that_can_be_read_and_in_order(anna: Client) -> None:
    tekst = await stuur(anna, f"{WERKBLAD}/brief", {"over": "plan", "datum": "ooit", "reactie_voor": "x"}, 422)
    assert tekst.count("Ik kan deze datum niet lezen.") == 4
    assert 'value="ooit"' in tekst
    tekst = await stuur(anna, f"{WERKBLAD}/brief", {"datum": "12 mei 2023", "reactie_voor": "11 mei 2023"}, 422)
    assert "Deze dag ligt voor de datum van de brief." in tekst


async def versie(client: Client) -> str:
    """The version of what was settled."""
    return str(punt_uit(await stand(client), PUNT)["besluit"]["versie"])


# -- what may not get lost --------------------------------------------------------------------------------------------


async def test_one_button_saves_every_point_of_the_part_that_was_filled_in(anna: Client) -> None:
    velden = {f"{PUNT}.oordeel": "nee", f"{PUNT}.opmerking": "Een", f"{ANDER_PUNT}.oordeel": "ja"}
    leeg = {"regie_kwaliteit_van_bestaan.opmerking": ""}
    antwoord = await anna.post(REGIE, data=velden | leeg | {"actie": f"bewaar.{ANDER_PUNT}"}, allow_redirects=False)
    assert antwoord.headers["Location"].endswith(f"#punt-{ANDER_PUNT}")
    nu = await stand(anna)
    assert punt_uit(nu, PUNT)["eigen"]["opmerking"] == "Een"
    assert punt_uit(nu, ANDER_PUNT)["eigen"]["oordeel"] == "ja"
    assert punt_uit(nu, "regie_kwaliteit_van_bestaan")["eigen"] is None


async def test_what_cannot_be_saved_stays_at_its_point_and_the_rest_is_saved(anna: Client) -> None:
    velden = {f"{PUNT}.opmerking": "Zonder oordeel", f"{ANDER_PUNT}.oordeel": "ja", "actie": f"bewaar.{ANDER_PUNT}"}
    tekst = await stuur(anna, REGIE, velden, 422)
    assert "Zonder oordeel</textarea>" in tekst
    assert "Uw antwoord: Kies ja, deels, nee of weet ik niet." in tekst
    assert tekst.count(" autofocus") == 1
    assert punt_uit(await stand(anna), ANDER_PUNT)["eigen"]["oordeel"] == "ja"


async def test_an_old_page_does_not_put_back_an_answer_that_did_not_change_there(anna: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    was = gevonden(rf'name="{PUNT}.was" value="\w+', await pagina(anna, REGIE)).rsplit('"', 1)[1]
    await zeg_punt(anna, PUNT, "ja")
    oud = {f"{PUNT}.oordeel": "nee", f"{PUNT}.was": was}
    await stuur(anna, REGIE, oud | {f"{ANDER_PUNT}.oordeel": "ja", "actie": f"bewaar.{ANDER_PUNT}"})
    assert punt_uit(await stand(anna), PUNT)["eigen"]["oordeel"] == "ja"


async def test_the_next_part_saves_first(anna: Client) -> None:
    knop = gevonden(r'value="naar\.\w+', await pagina(anna, REGIE)).partition('"')[2]
    antwoord = await anna.post(REGIE, data={f"{PUNT}.oordeel": "ja", "actie": knop}, allow_redirects=False)
    assert antwoord.headers["Location"] == f"{WERKBLAD}/deel/{knop.partition('.')[2]}"
    assert punt_uit(await stand(anna), PUNT)["eigen"]["oordeel"] == "ja"


async def test_a_decision_that_was_typed_but_not_settled_comes_back(anna: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    velden = {f"b.{PUNT}.was": "anders", f"b.{PUNT}.oordeel": "nee", f"b.{PUNT}.opmerking": "Half af"}
    tekst = await stuur(anna, REGIE, velden | {f"{ANDER_PUNT}.oordeel": "ja", "actie": f"bewaar.{ANDER_PUNT}"})
    assert "Half af</textarea>" in tekst
    assert "Het staat nog niet vast." in tekst
    assert punt_uit(await stand(anna), PUNT)["besluit"] is None
    assert punt_uit(await stand(anna), ANDER_PUNT)["eigen"]["oordeel"] == "ja"


async def test_the_words_of_the_members_together_fit_in_the_decision(anna: Client, bram: Client) -> None:
    await zeg_punt(anna, PUNT, "nee", opmerking="a" * 900)
    await zeg_punt(bram, PUNT, "ja", opmerking="b" * 900)
    samen = "Anna: " + "a" * 900 + "\nBram: " + "b" * 900
    await leg_vast(anna, PUNT, {"oordeel": "nee", "opmerking": samen, "versie": "0"})
    assert punt_uit(await stand(anna), PUNT)["besluit"]["antwoord"]["opmerking"] == samen
    await leg_vast(anna, PUNT, {"oordeel": "nee", "opmerking": "c" * 4001, "versie": await versie(anna)}, 422)
    besluit = {"versie": int(await versie(anna)), "antwoord": {"oordeel": "ja", "opmerking": samen}}
    assert (await anna.put(f"{API}/besluiten/{PUNT}", json=besluit)).status == 200


async def test_who_takes_part_elsewhere_gets_back_what_was_typed_in_the_old_tab(anna: Client, bram: Client) -> None:
    await stuur(bram, f"{WERKBLAD}/stop")
    tekst = await zeg_punt(bram, PUNT, "nee", 409, opmerking="Lang over nagedacht")
    assert "U doet hier niet meer mee" in tekst
    assert "Lang over nagedacht</textarea>" in tekst
    assert "Begin een advies" not in tekst


@pytest.mark.parametrize("wat", ["answer", "decision", "lists", "API"])
async def test_a_finished_letter_becomes_a_draft_when_something_in_it_changes(anna: Client, wat: str) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await stuur(anna, f"{WERKBLAD}/brief", {"klaar": "1"})
    if wat == "answer":
        tekst = await zeg_punt(anna, PUNT, "ja")
    elif wat == "decision":
        tekst = await leg_vast(anna, PUNT, {"oordeel": "ja", "versie": "0"})
    elif wat == "lists":
        tekst = await stuur(anna, f"{WERKBLAD}/lijsten", [("lijst", "basisset"), ("lijst", "themas")])
    else:
        await anna.put(f"{API}/punten/{PUNT}", json={"oordeel": "ja"})
        tekst = "weer een concept"
    assert "weer een concept" in tekst
    assert (await stand(anna))["gegevens"]["klaar"] is False


async def test_who_stops_can_have_the_answers_wiped(anna: Client, bram: Client) -> None:
    await zeg_punt(bram, PUNT, "ja", opmerking="Dit gaat weg.")
    assert "Wis ook mijn antwoorden" in await pagina(bram, f"{WERKBLAD}/stop")
    assert "Uw antwoorden en uw gesprek zijn weg." in await stuur(bram, f"{WERKBLAD}/stop", {"wis": "1"})
    assert punt_uit(await stand(anna), PUNT)["anderen"] == []


async def test_who_stopped_reads_that_the_answers_stay_and_how_long(bram: Client) -> None:
    tekst = await stuur(bram, f"{WERKBLAD}/stop")
    assert "Uw antwoorden blijven bij de raad." in tekst
    assert "dagen niemand aan het advies werkt" in tekst


FORM = "application/x-www-form-urlencoded"
GRENS = "multipart/form-data; boundary=grens"


@pytest.mark.parametrize("pad", [f"{WERKBLAD}/naam", REGIE, f"{WERKBLAD}/stukken", f"{WERKBLAD}/import"])
@pytest.mark.parametrize(
    ("soort", "inhoud"),
    [
        (f"{FORM}; charset=bestaat-niet", b"naam=x"),
        (FORM, b"naam=\xff\xfe"),
        ("multipart/form-data", b"x"),
        (GRENS, b"geen grens\r\n"),
        (GRENS, b"--grens\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grens--\r\n"),
        (GRENS, b"--grens\r\nX-Kop: " + b"a" * 20_000 + b"\r\n\r\nx\r\n--grens--\r\n"),
        (FORM, b"&".join(b"a=1" for _ in range(2000))),
    ],
    ids=["charset", "UTF-8", "no boundary", "broken", "no name", "giant header", "too many fields"],
)
async def test_a_form_that_cannot_be_read_gets_a_kind_page(anna: Client, pad: str, soort: str, inhoud: bytes) -> None:
    antwoord = await anna.post(pad, data=inhoud, headers={"Content-Type": soort})
    assert antwoord.status in (400, 413, 422)
    assert "<h1>" in await antwoord.text()


async def test_a_form_that_is_much_too_big_is_said_in_words_of_this_page(anna: Client) -> None:
    form = io.BytesIO(b"naam=" + b"x" * 1024 * 1024)
    antwoord = await anna.post(REGIE, data=form, headers={"Content-Type": FORM})
    tekst = await antwoord.text()
    assert antwoord.status == 413
    assert "Daar staat nog wat u typte." in tekst
    assert "1000 tekens" not in tekst


@pytest.mark.parametrize(
    "pad", ["begin", "lijsten", "naam", "link", "link/intrekken", "verderlink", "stukken", "stukken/x/wis", "import"]
)
async def test_a_page_that_was_loaded_again_leads_to_the_worksheet(anna: Client, pad: str) -> None:
    antwoord = await anna.get(f"{WERKBLAD}/{pad}", allow_redirects=False)
    assert antwoord.status == 303
    assert antwoord.headers["Location"].startswith(WERKBLAD)


async def test_a_used_link_says_how_to_get_another(anna: Client) -> None:
    assert "Maak een nieuwe op het apparaat waar u meedoet" in await pagina(anna, "/raad/verder/gebruikt", 404)


async def test_documents_of_the_worksheet_lead_back_to_it(anna: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    assert "Terug naar het werkblad" in await pagina(anna, f"{WERKBLAD}/document.html")
    assert "Terug naar de dialoogsessie" in await pagina(anna, "/raad/dialoogsessie/draaiboek.html")


async def test_only_the_secretaris_takes_the_letter_and_the_lists_over_masked_and_within_bounds(
    anna: Client, bram: Client, browser: Browser
) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await zeg_punt(bram, PUNT, "ja", opmerking="Toch wel.")
    lid = punt_uit(await stand(anna), PUNT)["anderen"][0]["lid_id"]
    await stuur(
        anna, REGIE,
        {f"b.{PUNT}.oordeel": "nee", f"b.{PUNT}.opmerking": "Te weinig.", f"b.{PUNT}.minderheid": lid,
         f"b.{PUNT}.versie": "0", "actie": f"vast.{PUNT}"},
    )  # fmt: skip
    vorig = json.loads(await (await anna.get(f"{WERKBLAD}/export.json")).read())
    vorig["brief"] |= {"briefhoofd": "Raad 111222333\u0007", "ondertekening": "x" * 301}
    vorig["lijsten"] = ["basisset", "themas"]
    vorig["punten"] += [vorig["punten"][0] | {"id": f"weg{i}", "kort": f"Oud punt {i}."} for i in range(23)]
    ruw = json.dumps(vorig).encode()
    verder, lid_ = await browser(), await browser()
    await begin(verder, "Els")
    await stuur(lid_, await link_van(verder), {"naam": "Bram"})
    tekst = await stuur(lid_, f"{WERKBLAD}/import", bestand(ruw, "v.json", "eerder"))
    assert "alleen mee als de secretaris" in tekst
    assert "brief" not in (await stand(verder))["gegevens"]
    await neem_terug(lid_, PUNT)
    tekst = await stuur(verder, f"{WERKBLAD}/import", bestand(ruw, "v.json", "eerder"))
    for zin in ("Het briefhoofd van toen staat in de brief.", "De lijsten van toen", "Ondertekening", "nog 3 andere"):
        assert zin in tekst
    assert "Oud punt 20." not in tekst
    nu = await stand(verder)
    assert nu["gegevens"]["brief"]["briefhoofd"] == "Raad [verwijderd]"
    assert nu["gegevens"]["brief"]["ondertekening"] == ""
    opmerking = punt_uit(nu, PUNT)["eigen"]["opmerking"]
    assert opmerking == "Vastgelegd in het vorige advies: Te weinig.\nAndere mening toen, van Bram: ja. Toch wel."


# -- members and links ------------------------------------------------------------------------------------------------


async def test_a_get_of_an_invitation_changes_nothing_and_sets_no_cookie(anna: Client, browser: Browser) -> None:
    link, scanner = await link_van(anna), await browser()
    for methode in (scanner.get, scanner.head):
        antwoord = await methode(link)
        assert antwoord.status == 200
        assert "Set-Cookie" not in antwoord.headers
    assert [lid["naam"] for lid in (await stand(anna))["leden"]] == ["Anna"]


async def test_a_withdrawn_link_and_one_that_never_was_get_the_same_page(
    anna: Client, bram: Client, browser: Browser
) -> None:
    link = await link_van(anna)
    await stuur(anna, f"{WERKBLAD}/link/intrekken")
    ander = await browser()
    weg, nooit = await pagina(ander, link, 404), await pagina(ander, "/raad/mee/bestaat-niet", 404)
    assert weg == nooit
    assert "Deze link werkt niet" in weg
    await stuur(ander, link, {"naam": "Carla"}, 404)
    assert len((await stand(bram))["leden"]) == 2


async def test_members_who_join_at_the_same_moment_all_join(anna: Client, browser: Browser) -> None:
    link = await link_van(anna)
    nieuwen = [await browser() for _ in range(6)]
    await asyncio.gather(*(stuur(c, link, {"naam": f"Lid {i}"}) for i, c in enumerate(nieuwen)))
    assert {lid["naam"] for lid in (await stand(anna))["leden"]} == {"Anna", *(f"Lid {i}" for i in range(6))}


async def test_answers_of_many_members_at_the_same_moment_are_all_kept(anna: Client, browser: Browser) -> None:
    link = await link_van(anna)
    leden = [anna]
    for i in range(5):
        leden.append(await browser())
        await stuur(leden[-1], link, {"naam": f"Lid {i}"})
    await asyncio.gather(*(zeg_punt(c, PUNT, "nee", opmerking=f"Nummer {i}.") for i, c in enumerate(leden)))
    anderen = punt_uit(await stand(anna), PUNT)["anderen"]
    assert {a["antwoord"]["opmerking"] for a in anderen} == {f"Nummer {i}." for i in range(1, 6)}


async def test_a_new_link_ends_the_one_before(anna: Client, browser: Browser) -> None:
    oud = await link_van(anna)
    nieuw = await link_van(anna)
    ander = await browser()
    await pagina(ander, oud, 404)
    await pagina(ander, nieuw)


async def test_no_link_is_stored_itself(anna: Client, diensten: Diensten) -> None:
    token = (await link_van(anna)).rsplit("/", 1)[1]
    verder = gevonden(r"/raad/verder/[\w-]+", await stuur(anna, f"{WERKBLAD}/verderlink")).rsplit("/", 1)[1]
    with diensten.gesprekken.engine.connect() as db:
        for tabel in ("adviezen", "leden"):
            alles = str(db.exec_driver_sql(f"select * from {tabel}").all())
            assert token not in alles
            assert verder not in alles


async def test_who_takes_part_in_another_advice_is_told_so(anna: Client, browser: Browser) -> None:
    link, ander = await link_van(anna), await browser()
    await begin(ander, "Dirk")
    assert "met een ander advies" in await pagina(ander, link, 409)
    assert "met een ander advies" in await stuur(ander, link, {"naam": "Dirk"}, 409)
    assert "U doet al mee" in await pagina(anna, link)


async def test_a_raad_does_not_begin_in_the_conversation_of_a_citizen(anna: Client, browser: Browser) -> None:
    ander = await browser()
    await ander.post("/api/v1/gesprekken", json={"rol": "inwoner"})
    assert "loopt al een ander gesprek" in await pagina(ander, WERKBLAD)
    await stuur(ander, f"{WERKBLAD}/begin", status=409)
    await stuur(ander, await link_van(anna), {"naam": "E"}, 409)
    assert len((await stand(anna))["leden"]) == 1


async def test_a_member_goes_on_elsewhere_with_a_link_that_works_once(bram: Client, browser: Browser) -> None:
    await zeg_punt(bram, PUNT, "deels")
    link, thuis = gevonden(r"/raad/verder/[\w-]+", await stuur(bram, f"{WERKBLAD}/verderlink")), await browser()
    antwoord = await thuis.get(link)
    assert "Set-Cookie" not in antwoord.headers
    assert "als Bram" in await antwoord.text()
    await stuur(thuis, link)
    assert punt_uit(await stand(thuis), PUNT)["eigen"]["oordeel"] == "deels"
    await pagina(await browser(), link, 404)
    assert "Begin een advies" in await pagina(bram, WERKBLAD)


async def test_a_member_who_leaves_leaves_the_answers(anna: Client, bram: Client) -> None:
    await zeg_punt(bram, PUNT, "ja", opmerking="Dit blijft.")
    assert "Wilt u stoppen" in await pagina(bram, f"{WERKBLAD}/stop")
    assert "U bent gestopt" in await stuur(bram, f"{WERKBLAD}/stop")
    assert "Begin een advies" in await pagina(bram, WERKBLAD)
    assert punt_uit(await stand(anna), PUNT)["anderen"][0]["antwoord"]["opmerking"] == "Dit blijft."
    assert "Bram – gestopt" in await pagina(anna, WERKBLAD)


async def test_when_the_secretaris_leaves_the_first_member_takes_over(anna: Client, bram: Client) -> None:
    await stuur(anna, f"{WERKBLAD}/stop")
    assert "U bent de secretaris" in await pagina(bram, WERKBLAD)
    await link_van(bram)


async def test_the_last_member_is_told_that_the_advice_goes(anna: Client, diensten: Diensten) -> None:
    assert "het hele advies weg" in await pagina(anna, f"{WERKBLAD}/stop")
    await stuur(anna, f"{WERKBLAD}/stop", status=409)
    await stuur(anna, f"{WERKBLAD}/stop", {"laatste": "1"})
    with diensten.gesprekken.engine.connect() as db:
        assert db.exec_driver_sql("select count(*) from adviezen").scalar() == 0


@pytest.mark.parametrize(
    ("methode", "pad"),
    [
        ("post", f"{WERKBLAD}/link"),
        ("post", f"{WERKBLAD}/link/intrekken"),
        ("post", f"{WERKBLAD}/lijsten"),
        ("post", f"{WERKBLAD}/brief"),
        ("post", "/raad/dialoogsessie"),
        ("put", f"{API}/besluiten/{PUNT}"),
        ("post", f"{API}/link"),
        ("delete", f"{API}/link"),
    ],
)
async def test_a_member_may_not_do_what_the_secretaris_does(bram: Client, methode: str, pad: str) -> None:
    assert (await getattr(bram, methode)(pad)).status == 403


@pytest.mark.parametrize("pad", [f"{WERKBLAD}/brief", f"{WERKBLAD}/verschillen", "/raad/dialoogsessie"])
async def test_without_an_advice_a_page_leads_to_the_begin(browser: Browser, pad: str) -> None:
    client = await browser()
    assert "Begin een advies" in await pagina(client, pad)
    assert (await client.get(API)).status == 401


async def test_a_form_of_another_website_is_refused(anna: Client) -> None:
    antwoord = await anna.post(f"{WERKBLAD}/naam", data={"naam": "X"}, headers={"Origin": "https://elders.example"})
    assert antwoord.status == 403
    assert (await stand(anna))["leden"][0]["naam"] == "Anna"


async def test_the_ids_of_another_advice_lead_nowhere(anna: Client, browser: Browser) -> None:
    await stuur(anna, f"{WERKBLAD}/stukken", bestand(BELEID.encode(), "plan.txt"))
    stuk = (await stand(anna))["stukken"][0]["id"]
    lid = (await stand(anna))["leden"][0]["id"]
    ander = await browser()
    await begin(ander, "Dirk")
    await zeg_punt(ander, PUNT, "ja")
    await stuur(ander, f"{WERKBLAD}/stukken/{stuk}/wis", status=404)
    assert (await ander.delete(f"{API}/stukken/{stuk}")).status == 404
    await leg_vast(ander, PUNT, {"oordeel": "ja", "versie": "0", "minderheid": lid})
    assert punt_uit(await stand(ander), PUNT)["besluit"]["minderheid"] == []
    assert (await stand(ander))["stukken"] == []
    assert len((await stand(anna))["stukken"]) == 1


@pytest.mark.parametrize("punt", ["bestaat_niet", "bw_veilig", "../../raad", "%00"])
async def test_a_point_that_is_not_in_the_lists_is_not_found(anna: Client, punt: str) -> None:
    assert (await anna.put(f"{API}/punten/{punt}", json={"oordeel": "ja"})).status in (404, 405)
    assert (await anna.get(f"{WERKBLAD}/deel/{punt}")).status == 404


# -- settling ---------------------------------------------------------------------------------------------------------


async def test_who_settles_what_was_settled_meanwhile_sees_what_is_there_and_keeps_what_was_typed(
    anna: Client,
) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await leg_vast(anna, PUNT, {"oordeel": "ja", "versie": "0"})
    tekst = await leg_vast(anna, PUNT, {"oordeel": "nee", "opmerking": "Mijn tekst", "versie": "0"}, 409)
    assert "legde Anna intussen dit vast: ja." in tekst
    assert "Mijn tekst" in tekst
    assert f'name="b.{PUNT}.versie" value="{await versie(anna)}"' in tekst
    assert punt_uit(await stand(anna), PUNT)["besluit"]["antwoord"]["oordeel"] == "ja"
    eerst = await versie(anna)
    await leg_vast(anna, PUNT, {"oordeel": "nee", "versie": eerst})
    assert await versie(anna) != eerst


async def test_the_list_of_differences_keeps_what_was_typed_there_too(anna: Client, bram: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await zeg_punt(bram, PUNT, "ja")
    daar = {"opmerking": "Mijn tekst", "versie": "0"}
    tekst = await leg_vast(anna, PUNT, daar, 422, f"{WERKBLAD}/verschillen")
    assert "Hier verschillen we</h1>" in tekst
    assert "Mijn tekst" in tekst
    await leg_vast(anna, PUNT, {"oordeel": "ja", "versie": "0"})
    tekst = await leg_vast(anna, PUNT, daar | {"oordeel": "nee"}, 409, f"{WERKBLAD}/verschillen")
    assert "Hier verschillen we</h1>" in tekst
    assert "Mijn tekst" in tekst


async def test_a_settled_point_can_be_opened_again(anna: Client) -> None:
    await zeg_punt(anna, PUNT, "nee")
    await leg_vast(anna, PUNT, {"oordeel": "ja", "versie": "0"})
    await leg_vast(anna, PUNT, {"actie": "open", "versie": await versie(anna)})
    assert punt_uit(await stand(anna), PUNT)["besluit"] is None


async def test_the_api_settles_with_a_version(anna: Client, bram: Client) -> None:
    await asyncio.gather(
        *(c.put(f"{API}/punten/{PUNT}", json={"oordeel": o}) for c, o in ((anna, "ja"), (bram, "nee")))
    )
    lid = punt_uit(await stand(anna), PUNT)["anderen"][0]["lid_id"]
    besluit = {"versie": 0, "antwoord": {"oordeel": "deels"}, "minderheid": [lid]}
    antwoorden = await asyncio.gather(*(anna.put(f"{API}/besluiten/{PUNT}", json=besluit) for _ in range(2)))
    assert sorted(a.status for a in antwoorden) == [200, 409]
    te_laat = next(a for a in antwoorden if a.status == 409)
    assert str((await te_laat.json())["versie"]) == await versie(anna)
    assert punt_uit(await stand(bram), PUNT)["besluit"]["minderheid"][0]["naam"] == "Bram"
    antwoord = await anna.put(f"{API}/besluiten/{PUNT}", json={"versie": int(await versie(anna)), "antwoord": None})
    assert (await antwoord.json())["besluit"] is None


@pytest.mark.parametrize(
    ("body", "veld"),
    [
        ({"oordeel": "misschien"}, "oordeel"),
        ({}, "oordeel"),
        ({"oordeel": "ja", "extra": 1}, "extra"),
        ({"oordeel": "ja", "opmerking": 5}, "opmerking"),
        ({"oordeel": "ja", "belang": "enorm"}, "belang"),
        ({"oordeel": "ja", "voorbeeld": "a" * 1001}, "voorbeeld"),
    ],
)
async def test_the_api_names_the_field_that_is_wrong(anna: Client, body: dict[str, Any], veld: str) -> None:
    antwoord = await anna.put(f"{API}/punten/{PUNT}", json=body)
    assert antwoord.status == 422
    assert (await antwoord.json())["fouten"][0]["veld"] == veld


async def test_the_api_joins_with_a_link(anna: Client, browser: Browser) -> None:
    link = await (await anna.post(f"{API}/link")).json()
    ander = await browser()
    assert (await ander.post(f"{API}/deelname", json={"token": link["token"], "naam": "C"})).status == 401
    await ander.post("/api/v1/gesprekken", json={"rol": "raad"})
    assert (await ander.post(f"{API}/deelname", json={"token": "mis", "naam": "C"})).status == 404
    assert (await ander.post(f"{API}/deelname", json={"token": link["token"], "naam": " "})).status == 422
    antwoord = await ander.post(f"{API}/deelname", json={"token": link["token"], "naam": "Carla"})
    assert antwoord.status == 201
    assert [lid["naam"] for lid in (await antwoord.json())["leden"]] == ["Anna", "Carla"]
    assert (await anna.delete(f"{API}/link")).status == 204


# -- uploaded texts ---------------------------------------------------------------------------------------------------


async def test_the_passages_of_an_uploaded_text_stand_at_the_points_until_it_is_deleted(
    anna: Client, bram: Client
) -> None:
    await stuur(anna, f"{WERKBLAD}/stukken", bestand(BELEID.encode(), "Plan <b>2023</b>.txt"))
    tekst = await pagina(bram, f"{WERKBLAD}/deel/regie")
    assert "ook als de hulpverlener wisselt" in tekst
    assert "<b>" not in tekst
    passages = (await (await bram.get(f"{API}/punten/{PUNT}/passages")).json())["passages"]
    assert 1 <= len(passages) <= 3
    assert "regie" in passages[0]["tekst"]
    stuk = (await stand(bram))["stukken"][0]["id"]
    await stuur(bram, f"{WERKBLAD}/stukken/{stuk}/wis")
    assert "ook als de hulpverlener wisselt" not in await pagina(anna, f"{WERKBLAD}/deel/regie")
    await stuur(bram, f"{WERKBLAD}/stukken/{stuk}/wis", status=404)


@pytest.mark.parametrize(
    ("inhoud", "naam", "status", "zin"),
    [
        (b"", "leeg.txt", 422, "leeg"),
        (b"\x00\x01\x02\x03" * 50, "plan.pdf", 422, "Dit soort bestand"),
        (b"%PDF-1.7 kapot", "plan.pdf", 422, ""),
        (b"a" * (20 * 1024 * 1024 + 1), "groot.txt", 413, "groter dan 20 MB"),
    ],
    ids=["empty", "no document", "broken PDF", "too big"],
)
async def test_a_bad_upload_is_said_at_the_field_and_nothing_is_kept(
    anna: Client, inhoud: bytes, naam: str, status: int, zin: str
) -> None:
    tekst = await stuur(anna, f"{WERKBLAD}/stukken", bestand(inhoud, naam), status)
    assert 'id="bestand-fout"' in tekst
    assert zin in tekst
    antwoord = await anna.post(f"{API}/stukken", data=bestand(inhoud, naam))
    assert antwoord.status == status
    assert antwoord.content_type == "application/problem+json"
    assert (await stand(anna))["stukken"] == []


async def test_no_more_is_read_than_fits_when_the_size_is_not_told(anna: Client) -> None:
    gestuurd = 0

    async def stroom() -> AsyncIterator[bytes]:
        nonlocal gestuurd
        yield b'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="x.txt"\r\n\r\n'
        while gestuurd < 200:
            gestuurd += 1
            yield b"a" * 1024 * 1024

    koppen = {"Content-Type": "multipart/form-data; boundary=grens"}
    with suppress(ClientError):
        antwoord = await anna.post(f"{API}/stukken", data=stroom(), headers=koppen)
        assert antwoord.status == 413
    assert gestuurd < 200
    assert (await stand(anna))["stukken"] == []


async def test_a_form_without_a_file_asks_for_one(anna: Client) -> None:
    assert "Kies eerst een bestand." in await stuur(anna, f"{WERKBLAD}/stukken", bestand(b"", ""), 422)
    assert "Kies eerst een bestand." in await stuur(anna, f"{WERKBLAD}/stukken", {"bestand": "tekst"}, 422)


async def test_two_uploads_at_once_are_both_kept(anna: Client, bram: Client) -> None:
    await asyncio.gather(
        *(stuur(c, f"{WERKBLAD}/stukken", bestand(BELEID.encode(), f"{n}.txt")) for c, n in ((anna, "a"), (bram, "b")))
    )
    assert {s["naam"] for s in (await stand(anna))["stukken"]} == {"a.txt", "b.txt"}


async def test_only_so_many_uploads_are_read_at_once_and_the_next_is_told_to_come_back(
    anna: Client, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lus, mag = asyncio.get_running_loop(), asyncio.Event()
    tegelijk: list[int] = [0, 0]

    def lees(naam: str, inhoud: bytes) -> None:
        tegelijk[0] += 1
        tegelijk[1] = max(tegelijk)
        asyncio.run_coroutine_threadsafe(mag.wait(), lus).result()
        tegelijk[0] -= 1
        raise Stukfout("kapot")

    monkeypatch.setattr(raad_lezen, "lees_stuk", lees)
    raden = [anna]
    while len(raden) * raad_lezen.MEESTE_PER_ADVIES <= raad_lezen.MEESTE_TEGELIJK:
        raden.append(await browser())
        await begin(raden[-1], "Secretaris")
    leden = [raad for raad in raden for _ in range(raad_lezen.MEESTE_PER_ADVIES)][: raad_lezen.MEESTE_TEGELIJK + 1]
    bezig = [asyncio.create_task(_upload(lid, f"{i}.txt")) for i, lid in enumerate(leden)]
    klaar, _ = await asyncio.wait(bezig, return_when=asyncio.FIRST_COMPLETED)
    antwoord = next(iter(klaar)).result()
    assert antwoord.status == 503
    assert "Wacht een minuut" in (await antwoord.json())["detail"]
    mag.set()
    antwoorden = await asyncio.gather(*bezig)
    assert sorted(a.status for a in antwoorden) == [422] * raad_lezen.MEESTE_TEGELIJK + [503]
    assert tegelijk[1] <= 2


async def _upload(client: Client, naam: str) -> ClientResponse:
    return await client.post(f"{API}/stukken", data=bestand(b"x", naam))


async def test_an_advice_sends_two_texts_at_once_and_slow_ones_hold_no_other_raad_up(
    anna: Client, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, begonnen, ontvang = asyncio.Event(), asyncio.Semaphore(0), raad_stukken._ontvang

    async def traag(request: web.Request, *rest: Any) -> str:
        if "traag" in request.query:
            begonnen.release()
            await door.wait()
        return await ontvang(request, *rest)

    monkeypatch.setattr(raad_stukken, "_ontvang", traag)
    adres = f"{API}/stukken?traag"
    traagste = [asyncio.create_task(_stuur_beleid(anna, adres)) for _ in range(raad_lezen.MEESTE_PER_ADVIES)]
    for _ in traagste:
        await begonnen.acquire()
    derde = await _upload(anna, "derde.txt")
    assert derde.status == 503
    assert "leest nu al twee bestanden" in (await derde.json())["detail"]
    ander = await browser()
    await begin(ander, "Dirk")
    assert await _stuur_beleid(ander, f"{API}/stukken") == 201
    door.set()
    assert await asyncio.gather(*traagste) == [201] * raad_lezen.MEESTE_PER_ADVIES


async def _stuur_beleid(client: Client, adres: str) -> int:
    return (await client.post(adres, data=bestand(BELEID.encode(), "plan.txt"))).status


# -- out and in -------------------------------------------------------------------------------------------------------


async def test_the_table_holds_everybodys_answers_and_no_formula(anna: Client, bram: Client) -> None:
    await stuur(bram, f"{WERKBLAD}/naam", {"naam": "=cmd()"})
    await zeg_punt(anna, PUNT, "nee", opmerking="=1+1", belang="hoog")
    await zeg_punt(bram, PUNT, "nee", opmerking="@SUM(A1); en meer", aanvulling="-2", belang="hoog")
    ruw = await (await anna.get(f"{WERKBLAD}/export.csv")).read()
    assert ruw.startswith(b"\xef\xbb\xbf")
    rijen = list(csv.reader(io.StringIO(ruw.decode("utf-8-sig")), delimiter=";"))
    kop = rijen[0]
    assert kop[:3] == ["Lijst", "Onderdeel", "Punt"]
    rij = dict(zip(kop, next(r for r in rijen if r[2].startswith("De cliënt heeft en houdt")), strict=True))
    assert rij["Anna: antwoord"] == "Nee"
    assert rij["Anna: opmerking"] == "'=1+1"
    assert rij["'=cmd(): opmerking"] == "'@SUM(A1); en meer"
    assert rij["Antwoord van de raad"] == "Nee"
    assert rij["Hoe belangrijk"] == "Heel belangrijk"
    assert rij["Zin om over te nemen"] == "'-2"
    assert not [cel for r in rijen for cel in r if cel.lstrip()[:1] in ("=", "+", "-", "@")]


async def test_an_advice_that_was_kept_is_the_start_of_the_next(anna: Client, bram: Client, browser: Browser) -> None:
    await stuur(anna, f"{WERKBLAD}/lijsten", [("lijst", "basisset"), ("lijst", "beleidsplan")])
    await stuur(anna, f"{WERKBLAD}/brief", {"briefhoofd": "Onze raad", "datum": "12 maart 2023"})
    await zeg_punt(anna, PUNT, "nee", opmerking="Van Anna")
    await zeg_punt(bram, PUNT, "ja")
    await zeg_punt(bram, ANDER_PUNT, "ja", opmerking="Van Bram")
    await leg_vast(anna, PUNT, {"oordeel": "deels", "opmerking": "Van de raad", "versie": "0"})
    ruw = await (await bram.get(f"{WERKBLAD}/export.json")).read()
    verder = await browser()
    await begin(verder, "Anna")
    tekst = await stuur(verder, f"{WERKBLAD}/import", bestand(ruw, "vorig.json", "eerder"))
    assert "Ingevuld: 1 punt." in tekst
    nieuw = await stand(verder)
    assert punt_uit(nieuw, PUNT)["eigen"] == {
        "oordeel": "deels", "opmerking": "Vastgelegd in het vorige advies: Van de raad", "aanvulling": "",
        "belang": None, "voorbeeld": "",
    }  # fmt: skip
    assert punt_uit(nieuw, PUNT)["besluit"] is None
    assert punt_uit(nieuw, ANDER_PUNT)["eigen"] is None
    assert nieuw["lijsten"] == ["basisset", "beleidsplan"]
    assert nieuw["gegevens"]["brief"]["briefhoofd"] == "Onze raad"
    assert nieuw["gegevens"]["brief"]["datum"] is None


async def test_an_import_changes_nothing_that_is_there_and_names_points_it_does_not_know(
    anna: Client, bram: Client
) -> None:
    await zeg_punt(anna, PUNT, "nee", opmerking="Van Anna")
    vorig = json.loads(await (await anna.get(f"{WERKBLAD}/export.json")).read())
    vorig["punten"].append(vorig["punten"][0] | {"id": "vervallen", "kort": "Een <i>oud</i> punt"})
    await neem_terug(anna, PUNT)
    await zeg_punt(bram, PUNT, "ja", opmerking="Nieuw van Bram")
    tekst = await stuur(anna, f"{WERKBLAD}/import", bestand(json.dumps(vorig).encode(), "v.json", "eerder"))
    assert "Een &lt;i&gt;oud&lt;/i&gt; punt" in tekst
    assert punt_uit(await stand(anna), PUNT)["eigen"] is None
    assert punt_uit(await stand(bram), PUNT)["eigen"]["opmerking"] == "Nieuw van Bram"


@pytest.mark.parametrize(
    ("ruw", "zin"),
    [
        (b"geen json", "Dit is geen bestand van dit werkblad."),
        (b"[" * 100_000, "Dit is geen bestand van dit werkblad."),
        (b'{"soort": "iets anders"}', "Dit bestand klopt niet bij soort."),
        (b"\xff\xfe", "Dit is geen bestand van dit werkblad."),
    ],
    ids=["no JSON", "deep JSON", "another file", "no text"],
)
async def test_a_file_that_is_no_advice_is_refused(anna: Client, ruw: bytes, zin: str) -> None:
    tekst = await stuur(anna, f"{WERKBLAD}/import", bestand(ruw, "x.json", "eerder"), 422)
    assert 'id="eerder-fout"' in tekst
    assert zin in tekst


async def test_a_file_that_is_too_big_is_not_read(anna: Client) -> None:
    tekst = await stuur(anna, f"{WERKBLAD}/import", bestand(b" " * (4 * 1024 * 1024 + 1), "x.json", "eerder"), 413)
    assert "Dit bestand is te groot." in tekst


# -- the dialoogsessie ------------------------------------------------------------------------------------------------


async def test_a_dialoogsessie_is_planned_and_its_documents_can_be_kept(anna: Client, bram: Client) -> None:
    velden = [("thema", t) for t in ("th_regie", "th_netwerk", "th_veiligheid", "th_informatie")]
    velden += {
        "doel": "Goede hulp", "datum": "12 mei 2023", "begintijd": "14:00", "plaats": "De <b>Zaal</b>",
        "deelnemer-1": "Jan", "kant-1": "client", "deelnemer-3": "Els", "kant-3": "gemeente",
    }.items()  # fmt: skip
    tekst = await stuur(anna, "/raad/dialoogsessie", velden)
    assert "tweede sessie" in tekst.lower()
    assert 'value="Els"' in tekst
    assert "<b>Zaal" not in tekst
    for soort in ("draaiboek", "uitnodiging", "agenda", "verslag"):
        assert (await bram.get(f"/raad/dialoogsessie/{soort}.html")).status == 200
    pdf = await bram.get("/raad/dialoogsessie/uitnodiging.pdf")
    assert (await pdf.read()).startswith(b"%PDF")
    odt = await bram.get("/raad/dialoogsessie/verslag.odt?sessie=2")
    assert (await odt.read()).startswith(b"PK")
    ics = await (await bram.get("/raad/dialoogsessie/kalender.ics")).text()
    assert "DTSTART;TZID=Europe/Amsterdam:20230512T140000" in ics
    await pagina(bram, "/raad/dialoogsessie/agenda.html?sessie=9", 404)


async def test_without_a_day_there_is_no_calendar(anna: Client) -> None:
    assert "Vul eerst de datum" in await pagina(anna, "/raad/dialoogsessie/kalender.ics", 404)


# -- texts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plek", "tekst"),
    [
        pytest.param(f"{g}.{n}", t, id=f"{g}.{n}")
        for g, groep in teksten().items()
        for n, t in groep.items()
        if n != "tekst"
    ],
)
def test_every_text_of_the_pages_is_short_and_plain(plek: str, tekst: str) -> None:
    zin = gevuld(tekst)
    assert [z for z in zinnen(zin) if len(woorden(z)) > 20] == []
    assert len(zinnen(zin)) <= 3
    assert zin.count("?") <= 1
    assert not FORMEEL.search(zin)
    assert "!" not in zin
    assert lijdend(zin) == []

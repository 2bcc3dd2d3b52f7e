"""What a citizen shares, takes back and wipes, and going on elsewhere."""

import asyncio
import json
from contextlib import suppress
from io import BytesIO

import pytest

from bot.gesprek.delen import lees_bestand_van_thuis, past
from bot.gesprek.diensten import Diensten
from bot.vragen.leesfout import Leesfout
from bot.vragen.lezers import lees
from tests.conftest import VANDAAG
from tests.vragen.test_alle_dialogen import VRAGEN
from tests.web.conftest import GESPREK, kies
from tests.web.raad import Client, bestand, gevonden, pagina, stuur
from tests.web.uitnodigen import (
    DELEN,
    NIETS_MEER,
    VOL,
    Browser,
    accounts,
    bewijs_in,
    browser,
    deel,
    gedeeld,
    karin,
    link_in,
    maak_plan,
    nodig_uit,
    open_uitnodiging,
    server,
)

__all__ = ["accounts", "browser", "gedeeld", "karin", "server"]


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
    assert "Delen kan alleen met een uitnodiging van de gemeente die nog werkt." in await pagina(inwoner, DELEN)
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
    assert "Karin" not in await pagina(ander, DELEN)
    await pagina(ander, f"{DELEN}/voorbeeld", 404)
    await stuur(ander, f"{DELEN}/terugnemen")
    inwoner, _ = gedeeld
    assert "Neem mijn plan terug" in await pagina(inwoner, DELEN)


async def test_a_reading_that_cannot_be_written_down_shows_nothing(
    gedeeld: tuple[Client, str], karin: Client, diensten: Diensten
) -> None:
    _, plek = gedeeld
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql(VOL)
    tekst = await pagina(karin, f"{plek}/document.html", 503)
    assert "De trap is een berg." not in tekst


async def test_the_disk_is_full_while_sharing_and_nothing_is_shared(
    karin: Client, browser: Browser, diensten: Diensten
) -> None:
    inwoner = await browser()
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin)))
    await maak_plan(inwoner)
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql(VOL)
    await deel(inwoner, 503)
    assert "Plan gedeeld" not in await pagina(karin, "/consulent")
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql("DROP TRIGGER vol")
    assert "Uw plan is gedeeld." in await deel(inwoner)


async def test_a_page_from_before_the_wiping_does_nothing(gedeeld: tuple[Client, str], karin: Client) -> None:
    inwoner, plek = gedeeld
    sessie = next(c.value for c in inwoner.session.cookie_jar if c.key == "wmo")
    assert "Wilt u alles wissen?" in await pagina(inwoner, "/gesprek/wissen")
    assert NIETS_MEER in await stuur(inwoner, "/gesprek/wissen")
    inwoner.session.cookie_jar.update_cookies({"wmo": sessie}, inwoner.make_url("/"))
    assert "Op dit apparaat loopt geen gesprek." in await deel(inwoner)
    assert "Op dit apparaat loopt geen gesprek." in await pagina(inwoner, DELEN)
    await pagina(karin, plek, 404)


async def test_taking_back_twice_says_the_same_and_an_old_address_says_nothing(gedeeld: tuple[Client, str]) -> None:
    inwoner, _ = gedeeld
    assert "U nam uw plan terug." not in await pagina(inwoner, f"{DELEN}?is_terug")
    for _ in range(2):
        assert "U nam uw plan terug." in await stuur(inwoner, f"{DELEN}/terugnemen")
    assert "Uw plan is gedeeld." not in await pagina(inwoner, f"{DELEN}?is_gedeeld")
    assert (await pagina(inwoner, DELEN)).count("U nam het plan terug") == 1


async def test_with_whom_a_plan_is_shared_stays_in_sight_when_the_invitation_is_withdrawn(
    gedeeld: tuple[Client, str], karin: Client
) -> None:
    inwoner, plek = gedeeld
    await stuur(karin, f"/consulent/uitnodigingen/{plek.rpartition('/')[2]}/intrekken")
    tekst = await pagina(inwoner, DELEN)
    assert "U deelt uw plan met Karin de Vries" in tekst
    assert "Neem mijn plan terug" in tekst
    assert "De trap is een berg." in await pagina(karin, f"{plek}/document.html")


async def test_a_plan_of_an_older_shape_is_said_to_be_so_and_not_counted_as_read(
    gedeeld: tuple[Client, str], karin: Client, diensten: Diensten
) -> None:
    inwoner, plek = gedeeld
    with diensten.gesprekken.engine.begin() as db:
        db.exec_driver_sql("UPDATE gedeelde_plannen SET inhoud = '{\"plan\": 1}'")
    assert "met een oudere versie" in await pagina(karin, plek, 409)
    assert "opende het overzicht" not in await pagina(inwoner, DELEN)


async def test_a_story_of_ten_megabytes_is_refused_and_nothing_is_lost(gedeeld: tuple[Client, str]) -> None:
    inwoner, _ = gedeeld
    json_, form = "application/json", "application/x-www-form-urlencoded"
    for pad, soort, begin in ((f"{GESPREK}/berichten", json_, b'{"tekst": "'), ("/gesprek/bericht", form, b"tekst="),
                              (DELEN, form, b"ja=ja&tot="), ("/u", form, b"woorden=")):  # fmt: skip
        verhaal = BytesIO(begin + b"x" * 10 * 1024 * 1024)
        assert (await inwoner.post(pad, data=verhaal, headers={"Content-Type": soort})).status == 413
    assert "De trap is een berg." in await pagina(inwoner, f"{DELEN}/voorbeeld")


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
    for _ in range(2):
        assert "De trap is een berg." in await stuur(twee, pad, {"bewijs": bewijs_in(eerst), "woorden": woorden})
    assert (await inwoner.get(GESPREK)).status == 401
    assert "Ging u verder op een ander apparaat?" in await pagina(inwoner, "/")
    await stuur(drie, pad, {"bewijs": "1.a", "woorden": woorden}, 404 if soort == "link" else 422)
    assert "Neem mijn plan terug" in await pagina(twee, DELEN)


async def test_wiping_in_the_chat_says_what_cannot_be_called_back(gedeeld: tuple[Client, str]) -> None:
    inwoner, _ = gedeeld
    await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "wis alles"})
    gewist = await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "ja, wis alles"})
    assert "Heeft de medewerker uw plan al afgedrukt of bewaard?" in await gewist.text()


async def test_a_link_to_go_on_can_be_stopped(gedeeld: tuple[Client, str], browser: Browser) -> None:
    inwoner, _ = gedeeld
    assert "Laat de link of code stoppen" not in await pagina(inwoner, DELEN)
    pad = gevonden(r"/gesprek/verder/[\w-]{43}", await stuur(inwoner, f"{DELEN}/link"))
    assert "Laat de link of code stoppen" in await pagina(inwoner, DELEN)
    assert "Laat de link of code stoppen" not in await stuur(inwoner, f"{DELEN}/stop")
    await pagina(await browser(), pad, 404)
    assert "De trap is een berg." in await pagina(inwoner, "/")


async def test_a_file_from_home_brings_everything_back(gedeeld: tuple[Client, str], browser: Browser) -> None:
    inwoner, _ = gedeeld
    antwoord = await inwoner.get(f"{DELEN}/bestand.json")
    assert "attachment" in antwoord.headers["Content-Disposition"]
    inhoud = await antwoord.read()
    await stuur(inwoner, "/gesprek/wissen")
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
        (b'"mijzelf"', b"1e400"),
        (b'"mijzelf"', b"NaN"),
        (b'"melding": "2023-03-10"', b'"melding": "vandaag"'),
        (b'"melding": "2023-03-10"', b'"melding": "0001-01-01"'),
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


async def test_a_conversation_that_runs_is_not_silently_left_for_another(
    gedeeld: tuple[Client, str], browser: Browser
) -> None:
    inwoner, _ = gedeeld
    pad = gevonden(r"/gesprek/verder/[\w-]{43}", await stuur(inwoner, f"{DELEN}/link"))
    ander = await browser()
    bewijs = bewijs_in(await pagina(ander, pad))
    await stuur(ander, "/gesprek/begin", {"rol": "raad"})
    assert "want u raakt het hier kwijt." in await stuur(ander, pad, {"bewijs": bewijs}, 409)
    assert "De trap is een berg." in await stuur(ander, pad, {"bewijs": bewijs, "vervang": "ja"})


@pytest.mark.parametrize("rol", ["inwoner", "raad"])
async def test_who_shared_nothing_wipes_with_proof_too(browser: Browser, rol: str) -> None:
    for soort in ("knop", "gesprek"):
        client = await browser()
        await stuur(client, "/gesprek/begin", {"rol": rol})
        if soort == "knop":
            gezegd = await stuur(client, "/gesprek/wissen")
        else:
            await stuur(client, "/gesprek/bericht", {"tekst": "wis alles", "pad": "/"})
            berichten = (await (await client.get(GESPREK)).json())["berichten"]
            gezegd = str(await kies(client, berichten, "Ja, wis alles"))
        assert NIETS_MEER in gezegd
        assert (await client.get(GESPREK)).status == 401


async def test_a_file_is_taken_back_as_it_was_given_whatever_was_answered(karin: Client, browser: Browser) -> None:
    inwoner, verhaal = await browser(), "111222333 " + "x" * 980
    await open_uitnodiging(inwoner, link_in(await nodig_uit(karin)))
    berichten = (await (await inwoner.get(GESPREK)).json())["berichten"]
    antwoord = await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "voor mijn vriend Jan\u200b"})
    berichten = (await antwoord.json())["berichten"]
    for label in ("Nee, begin maar", "Nog niet gemeld", "Wonen", "Dat is alles"):
        berichten = await kies(inwoner, berichten, label)
    await inwoner.post(f"{GESPREK}/berichten", json={"tekst": verhaal})
    inhoud = await (await inwoner.get(f"{DELEN}/bestand.json")).read()
    thuis = await browser()
    assert "Fijn dat u er weer bent." in await stuur(thuis, "/gesprek/terug", bestand(inhoud, "wmo-gesprek.json"))
    for vorm in ("", ".html", ".pdf", ".odt"):
        assert (await thuis.get(f"{GESPREK}/plan{vorm}")).status == 200


def test_every_choice_of_every_question_may_come_back_from_home() -> None:
    gezien = 0
    for naam, vraag in VRAGEN.items():
        for keuze in vraag.keuzes:
            with suppress(Leesfout):
                gelezen = json.loads(json.dumps(lees(vraag, keuze.label, VANDAAG)))
                assert past(vraag, gelezen) or vraag.soort == "oordeel", (naam, keuze.label, gelezen)
                gezien += 1
    assert gezien > 150


async def test_a_link_that_was_used_here_says_nothing_of_another_conversation(gedeeld: tuple[Client, str]) -> None:
    inwoner, _ = gedeeld
    pad = gevonden(r"/gesprek/verder/[\w-]{43}", await stuur(inwoner, f"{DELEN}/link"))
    eerst = await pagina(inwoner, pad)
    assert "Dat raakt u hier kwijt." not in eerst
    antwoorden = await asyncio.gather(*(inwoner.post(pad, data={"bewijs": bewijs_in(eerst)}) for _ in range(4)))
    assert [a.status for a in antwoorden] == [200] * 4
    assert "De trap is een berg." in await pagina(inwoner, "/")


async def test_a_raad_keeps_its_work_on_the_worksheet_and_gets_no_file_without_it(browser: Browser) -> None:
    lid = await browser()
    await stuur(lid, "/gesprek/begin", {"rol": "raad"})
    for methode, pad in (("GET", DELEN), ("GET", f"{DELEN}/bestand.json"), ("POST", f"{DELEN}/link"), ("POST", DELEN)):
        antwoord = await lid.request(methode, pad, allow_redirects=False)
        assert (antwoord.status, antwoord.headers["Location"]) == (303, "/raad/advies")


def test_a_number_of_a_person_in_a_file_is_masked_however_deep_it_stands(diensten: Diensten) -> None:
    bestand_ = {
        "soort": "wmo-gesprek", "versie": 1, "gemeente": diensten.gemeente.naam, "gemaakt": "2023-03-10",
        "dialogen": {"gebruikelijke_hulp": {"antwoorden": {"personen": [{"wie": "111222333", "leeftijd": 40}]}}},
        "berichten": [{"van": "u", "tekst": "mijn nummer is 111222333"}],
    }  # fmt: skip
    standen, berichten = lees_bestand_van_thuis(diensten, json.dumps(bestand_).encode())
    assert "111222333" not in str(standen) + str(berichten)


async def test_a_file_that_is_no_file_or_too_big_is_refused(browser: Browser) -> None:
    thuis = await browser()
    assert "Kies eerst een bestand." in await stuur(thuis, "/gesprek/terug", bestand(b"", ""), 422)
    assert "Kies eerst een bestand." in await stuur(thuis, "/gesprek/terug", {"bestand": "x"}, 422)
    groot = bestand(b"x" * (5 * 1024 * 1024), "x.json")
    assert "Dit bestand is te groot." in await stuur(thuis, "/gesprek/terug", groot, 413)

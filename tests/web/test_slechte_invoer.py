"""What bad input gets, and that nothing was lost."""

import asyncio
import re
from datetime import date
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy.exc import OperationalError

from actions.uitleg import Uitleg
from bot.gesprek.diensten import Diensten
from bot.gesprek.instellingen import Instellingen
from bot.opslag import Gesprekken
from bot.regels import Afloop
from bot.web.server import meld_afloop, meld_proxy
from tests.web.conftest import GESPREK, alles_gezegd, kies, zeg

Client = TestClient[Any, Any]
VRAAG_WIE = "Voor wie maakt u het plan?"


async def begin_plan(client: Client) -> list[dict[str, Any]]:
    berichten = await zeg(client, "ik wil een persoonlijk plan maken")
    assert berichten[-1]["tekst"] == VRAAG_WIE
    return berichten


@pytest.mark.parametrize("tekst", ["", "   ", "😀😀", "...", "?!", "👍🏽"])
async def test_nothing_to_read_gets_a_kind_answer_and_the_same_choices_again(inwoner: Client, tekst: str) -> None:
    eerder = await begin_plan(inwoner)
    berichten = await zeg(inwoner, tekst)
    assert "Ik zie geen woorden in uw bericht" in berichten[0]["tekst"]
    assert berichten[-1]["tekst"] == VRAAG_WIE
    assert [k["label"] for k in berichten[-1]["keuzes"]] == [k["label"] for k in eerder[-1]["keuzes"]]
    assert (await kies(inwoner, berichten, "Voor mijzelf"))[-1]["tekst"] == "Wilt u daar eerst meer over weten?"


async def test_what_is_not_dutch_says_in_which_language_and_direction_it_is(inwoner: Client) -> None:
    await zeg(inwoner, "أحتاج إلى مساعدة في المنزل")
    pagina = await (await inwoner.get("/")).text()
    bubbels = re.findall(r'<p class="tekst" dir="auto"( lang="\w+")?>', pagina)
    assert bubbels.count(' lang="ar"') == 2
    assert bubbels.count("") >= 3


async def test_1000_characters_are_kept_to_the_letter_and_1001_are_refused(inwoner: Client) -> None:
    await begin_plan(inwoner)
    te_lang = await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "a" * 1001})
    assert te_lang.status == 413
    assert (await te_lang.json())["detail"].startswith("Ik kan 1000 tekens lezen.")
    assert "a" * 1001 not in await alles_gezegd(inwoner)
    await zeg(inwoner, "b" * 1000)
    assert "b" * 1000 in await alles_gezegd(inwoner)


async def test_a_bsn_is_masked_before_it_is_stored_and_the_person_is_told(inwoner: Client) -> None:
    berichten = await zeg(inwoner, "mijn nummer is 111222333, hoe meld ik mij?")
    assert berichten[0]["soort"] == "waarschuwing"
    assert "burgerservicenummer" in berichten[0]["tekst"]
    alles = "\n".join(await alles_gezegd(inwoner))
    assert "111222333" not in alles
    assert "mijn nummer is [verwijderd], hoe meld ik mij?" in alles


async def test_nine_digits_that_are_no_bsn_stay(inwoner: Client) -> None:
    await zeg(inwoner, "bel mij op 111222334")
    assert "bel mij op 111222334" in await alles_gezegd(inwoner)


@pytest.mark.parametrize("tekst", ["/restart", '/antwoord{"waarde": "mijzelf"}', " /wis_ja", "/session_start"])
async def test_text_that_starts_with_a_slash_is_text_and_no_command(inwoner: Client, tekst: str) -> None:
    await begin_plan(inwoner)
    await zeg(inwoner, tekst)
    assert (await inwoner.get(GESPREK)).status == 200
    gesprek = await (await inwoner.get(GESPREK)).json()
    assert gesprek["voortgang"].get("persoonlijk_plan", {}).get("klaar") is not True
    assert tekst.strip() in await alles_gezegd(inwoner)


async def test_an_own_answer_that_starts_with_a_slash_is_kept_to_the_letter(inwoner: Client) -> None:
    await begin_plan(inwoner)
    for tekst in ("voor mijzelf", "begin maar", "vandaag", "wonen", "dat is alles"):
        await zeg(inwoner, tekst)
    await zeg(inwoner, "/ de trap is te steil")
    plan = await (await inwoner.get(f"{GESPREK}/plan")).json()
    assert plan["aanvraaggegevens"]["huisvesting"]["domein_nu"] == "/ de trap is te steil"


async def test_html_stays_text_on_the_page_and_in_the_plan(inwoner: Client) -> None:
    await begin_plan(inwoner)
    for tekst in ("voor mijzelf", "begin maar", "vandaag", "wonen", "dat is alles"):
        await zeg(inwoner, tekst)
    await zeg(inwoner, "<script>alert(1)</script><b>vet</b>")
    for adres in ("/", f"{GESPREK}/plan.html"):
        html = await (await inwoner.get(adres)).text()
        assert "<script>alert(1)</script>" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;vet&lt;/b&gt;" in html


async def test_a_choice_of_another_conversation_is_refused(inwoner: Client) -> None:
    vreemd = (await begin_plan(inwoner))[-1]["keuzes"][0]["id"]
    await inwoner.post("/api/v1/gesprekken", json={"rol": "inwoner"})
    groet = await alles_gezegd(inwoner)
    antwoord = await inwoner.post(f"{GESPREK}/berichten", json={"keuze": vreemd})
    assert antwoord.status == 422
    assert antwoord.content_type == "application/problem+json"
    assert await alles_gezegd(inwoner) == groet


async def test_a_choice_of_an_earlier_turn_is_refused(inwoner: Client) -> None:
    oud = (await begin_plan(inwoner))[-1]["keuzes"][0]["id"]
    await zeg(inwoner, "voor mijn vader")
    assert (await inwoner.post(f"{GESPREK}/berichten", json={"keuze": oud})).status == 422


@pytest.mark.parametrize("methode", ["GET", "DELETE"])
async def test_without_a_session_there_is_no_conversation(client: Client, methode: str) -> None:
    antwoord = await client.request(methode, GESPREK)
    assert antwoord.status == 401
    assert (await antwoord.json())["detail"] == "Uw gesprek is afgelopen of gewist. U kunt een nieuw gesprek beginnen."


@pytest.mark.parametrize("pad", ["/berichten", "/plan", "/plan.pdf", "/advies.html", "/uitkomsten"])
async def test_a_forged_cookie_gives_nothing(client: Client, pad: str) -> None:
    client.session.cookie_jar.update_cookies({"wmo": "vervalst" * 5})
    antwoord = await (client.post if pad == "/berichten" else client.get)(GESPREK + pad)
    assert antwoord.status == 401


@pytest.mark.parametrize(
    "lichaam",
    [b"{", b"", b"[]", b'{"tekst": 3}', b'{"tekst": "a", "keuze": "b"}', b"{}", b'{"intent": "wis_ja"}', b"\xff"],
)
async def test_malformed_requests_get_422_and_change_nothing(inwoner: Client, lichaam: bytes) -> None:
    groet = await alles_gezegd(inwoner)
    antwoord = await inwoner.post(f"{GESPREK}/berichten", data=lichaam)
    assert antwoord.status == 422
    assert await alles_gezegd(inwoner) == groet


@pytest.mark.parametrize("lichaam", [b"{", b'{"rol": "beheerder"}', b'{"rol": "raad", "x": 1}'])
async def test_a_conversation_begins_with_a_known_role_only(client: Client, lichaam: bytes) -> None:
    assert (await client.post("/api/v1/gesprekken", data=lichaam)).status == 422


async def test_the_same_message_with_one_idempotency_key_is_answered_once(inwoner: Client) -> None:
    await begin_plan(inwoner)
    een = await zeg(inwoner, "voor mijn moeder", **{"Idempotency-Key": "k1"})
    weer = await zeg(inwoner, "voor mijn moeder", **{"Idempotency-Key": "k1"})
    assert een == weer
    assert (await alles_gezegd(inwoner)).count("voor mijn moeder") == 1


async def test_the_same_choice_with_one_idempotency_key_is_answered_once(inwoner: Client) -> None:
    keuze = (await begin_plan(inwoner))[-1]["keuzes"][0]["id"]
    koppen = {"Idempotency-Key": "k2"}
    een = await inwoner.post(f"{GESPREK}/berichten", json={"keuze": keuze}, headers=koppen)
    weer = await inwoner.post(f"{GESPREK}/berichten", json={"keuze": keuze}, headers=koppen)
    assert een.status == weer.status == 200
    assert await een.json() == await weer.json()


async def test_two_messages_at_once_are_handled_one_after_the_other(inwoner: Client) -> None:
    await begin_plan(inwoner)
    await asyncio.gather(zeg(inwoner, "voor mijn vader"), zeg(inwoner, "begin maar"))
    alles = await alles_gezegd(inwoner)
    assert "voor mijn vader" in alles
    assert "begin maar" in alles


async def test_too_many_messages_get_429_with_how_long_to_wait(inwoner: Client) -> None:
    antwoorden = await asyncio.gather(*(inwoner.post(f"{GESPREK}/berichten", json={"tekst": "?"}) for _ in range(80)))
    te_snel = [a for a in antwoorden if a.status == 429]
    assert te_snel
    assert te_snel[0].headers["Retry-After"] == "3"
    assert {a.status for a in antwoorden} == {200, 429}


async def test_an_action_that_raises_says_so_and_the_same_question_comes_back(
    inwoner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(self: Uitleg, o: object) -> None:
        raise RuntimeError("kapot")

    await begin_plan(inwoner)
    monkeypatch.setattr(Uitleg, "doe", kapot)
    berichten = await zeg(inwoner, "wat is een pgb?")
    assert "Er ging iets mis bij mij. Wat u zei, is bewaard." in berichten[0]["tekst"]
    assert berichten[0]["soort"] == "waarschuwing"
    assert berichten[-1]["tekst"] == VRAAG_WIE
    assert "wat is een pgb?" in await alles_gezegd(inwoner)


async def test_a_failing_validation_loses_nothing_and_asks_the_same_question(
    inwoner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin_plan(inwoner)
    with monkeypatch.context() as m:
        m.setattr("bot.gesprek.formulier.beantwoord", lambda *_: 1 / 0)
        berichten = await zeg(inwoner, "voor mijn moeder")
    assert "Er ging iets mis bij mij" in berichten[0]["tekst"]
    assert berichten[-1]["tekst"] == VRAAG_WIE
    assert (await zeg(inwoner, "voor mijn moeder"))[-1]["tekst"] == "Wilt u daar eerst meer over weten?"


async def test_a_database_that_fails_in_mid_conversation_gets_503_and_the_talk_goes_on_where_it_was(
    inwoner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weg(*_: object, **__: object) -> None:
        raise OperationalError("select", {}, Exception("connection refused"))

    await begin_plan(inwoner)
    for methode in ("ontvang", "laad", "rond_af", "zoek"):
        with monkeypatch.context() as m:
            m.setattr(Gesprekken, methode, weg)
            antwoord = await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "voor mijn moeder"})
        assert antwoord.status == 503, methode
        assert int(antwoord.headers["Retry-After"]) > 0
        assert "probeer het opnieuw" in (await antwoord.json())["detail"]
    berichten = await zeg(inwoner, "voor mijn moeder")
    assert berichten[-1]["tekst"] == "Wilt u daar eerst meer over weten?"
    assert (await alles_gezegd(inwoner)).count("voor mijn moeder") == 1


async def test_before_the_model_is_loaded_a_message_gets_503_and_ready_says_no(
    inwoner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.gesprek.motor import Motor

    monkeypatch.setattr(Motor, "gereed", False)
    assert (await inwoner.get("/readyz")).status == 503
    assert (await inwoner.get("/healthz")).status == 200
    assert (await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "hallo"})).status == 503


async def test_a_rule_that_ends_soon_is_named_and_is_no_failure(
    inwoner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.gesprek.diensten import Diensten

    assert (await (await inwoner.get("/readyz")).json())["regelingen_die_aflopen"] == []
    monkeypatch.setattr(Diensten, "aflopend", lambda _: [Afloop("pgb", date(2023, 4, 1), None)])
    antwoord = await inwoner.get("/readyz")
    assert antwoord.status == 200
    assert (await antwoord.json())["regelingen_die_aflopen"] == [
        {"regel": "pgb", "geldig_tot": "2023-04-01", "volgende_vanaf": None}
    ]


def test_a_rule_that_ends_soon_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    meld_afloop([Afloop("pgb", date(2023, 4, 1), None), Afloop("wlz", date(2023, 4, 1), date(2023, 4, 2))])
    assert [r.getMessage() for r in caplog.records] == [
        "the version of rule pgb ends on 2023-04-01; there is no next one",
        "the version of rule wlz ends on 2023-04-01; the next one holds from 2023-04-02",
    ]


def test_a_server_behind_a_proxy_that_nobody_named_says_so(caplog: pytest.LogCaptureFixture) -> None:
    for https, proxies in ((False, ()), (True, ("10.0.0.1",)), (True, ())):
        meld_proxy(Instellingen(achter_https=https, proxies=frozenset(proxies)))
    (regel,) = caplog.records
    assert "WMO_PROXY" in regel.getMessage()


async def test_a_request_from_another_website_is_refused(inwoner: Client) -> None:
    antwoord = await inwoner.post(
        f"{GESPREK}/berichten", json={"tekst": "hallo"}, headers={"Origin": "https://kwaad.example"}
    )
    assert antwoord.status == 403
    assert (await inwoner.delete(GESPREK, headers={"Sec-Fetch-Site": "cross-site"})).status == 403


async def test_wiping_through_the_api_ends_everything(inwoner: Client, diensten: Diensten) -> None:
    await begin_plan(inwoner)
    assert (await inwoner.delete(GESPREK)).status == 204
    assert (await inwoner.get(GESPREK)).status == 401


async def test_wiping_by_talking_asks_once_and_ends_everything(inwoner: Client) -> None:
    await begin_plan(inwoner)
    vraag = await zeg(inwoner, "wis alles")
    antwoord = await inwoner.post(
        f"{GESPREK}/berichten",
        json={"keuze": next(k["id"] for b in vraag for k in b["keuzes"] if k["label"] == "Ja, wis alles")},
    )
    assert antwoord.headers["X-Gewist"] == "1"
    gezegd, bewijs = (await antwoord.json())["berichten"]
    assert "Alles is gewist" in gezegd["tekst"]
    assert "nog 0 regels" in bewijs["tekst"]
    assert (await inwoner.get(GESPREK)).status == 401


async def test_no_plan_yet_is_404(inwoner: Client) -> None:
    for soort in ("plan", "advies", "uitkomsten"):
        assert (await inwoner.get(f"{GESPREK}/{soort}")).status == 404


@pytest.mark.parametrize(
    ("ruw", "velden"),
    [
        (
            b'{"gemotiveerd": 1e400, "taken_door": 5, "dagen_per_week": "x"}',
            {"gemotiveerd", "taken_door", "dagen_per_week"},
        ),
        (b'{"gemotiveerd": NaN}', {"gemotiveerd"}),
        (b'{"gemotiveerd": true, "gemotiveerd": false}', {"gemotiveerd"}),
        (b'{"onbekend": 1, "dagen_per_week": 8}', {"onbekend", "dagen_per_week"}),
        (b'{"taken_door": "\\ud800"}', {"taken_door"}),
        (b"[1]", {""}),
    ],
)
async def test_every_wrong_field_of_a_rule_is_named_at_once(client: Client, ruw: bytes, velden: set[str]) -> None:
    antwoord = await client.post("/api/v1/regels/pgb", data=ruw)
    assert antwoord.status == 422
    assert antwoord.content_type == "application/problem+json"
    assert {fout["veld"] for fout in (await antwoord.json())["fouten"]} == velden


@pytest.mark.parametrize("ruw", [b"", b"x", b"{", b"[" * 20_000, b"\xff\xfe", b'{"a": ' * 10_000])
async def test_what_is_no_json_is_said_to_be_none(client: Client, ruw: bytes) -> None:
    antwoord = await client.post("/api/v1/regels/pgb", data=ruw)
    assert antwoord.status == 422
    assert (await antwoord.json())["title"] == "Dit is geen JSON"


async def test_too_much_for_a_rule_says_how_much_fits(client: Client) -> None:
    antwoord = await client.post("/api/v1/regels/pgb", data=b" " * 70_000)
    assert antwoord.status == 413
    assert "64 kilobyte" in (await antwoord.json())["detail"]


async def test_the_cookie_lasts_as_long_as_the_conversation_that_is_used(inwoner: Client) -> None:
    eerste = inwoner.session.cookie_jar.filter_cookies(inwoner.make_url("/"))["wmo"].value
    assert "wmo" not in (await inwoner.get("/")).cookies
    antwoord = await inwoner.post(f"{GESPREK}/berichten", json={"tekst": "hallo"})
    assert antwoord.cookies["wmo"].value == eerste
    assert int(antwoord.cookies["wmo"]["max-age"]) == 30 * 24 * 3600
    gewist = await inwoner.post("/gesprek/wissen")
    assert gewist.cookies["wmo"].value == ""
    assert "wmo" not in (await inwoner.get("/")).cookies

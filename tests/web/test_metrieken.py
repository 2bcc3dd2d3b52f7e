"""Log and metrics: what a host needs to see, and nothing that somebody typed."""

import io
import json
import logging
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, web
from aiohttp.test_utils import TestClient
from msgspec import structs

from bot.gesprek.diensten import Diensten
from bot.opslag import Gesprekken, open_databank, uitbak, werk_bij
from bot.web import logregels
from bot.web.app import maak_app
from bot.web.logregels import Jsonregel
from bot.web.metrieken import Metrieken
from bot.web.sleutels import METRIEKEN
from tests.vragen import dialogen

Client = TestClient[Any, Any]
GEHEIM = "geheim-Zq7xw-van-mevrouw-Jansen"


class Kapot:
    """A model that fails, with what was typed in its error."""

    gereed = True

    async def beurt(self, beurt: Any, tekst: str, lezing: Any = None) -> list[dict[str, Any]]:
        raise RuntimeError(f"cannot read {tekst}")


@pytest.fixture
def diensten_los(tmp_path: Path) -> Iterator[Diensten]:
    engine = open_databank(f"sqlite:///{tmp_path / 'web.db'}")
    werk_bij(engine)
    yield structs.replace(dialogen.diensten(), gesprekken=Gesprekken(engine))
    engine.dispose()


@pytest.fixture
async def client(aiohttp_client: Callable[..., Awaitable[Client]], diensten_los: Diensten) -> Client:
    return await aiohttp_client(maak_app(diensten_los, Kapot()))  # type: ignore[arg-type]


@pytest.fixture
def regels() -> Iterator[io.StringIO]:
    """What the server would log: set up as it sets itself up."""
    uitvoer = io.StringIO()
    vanger = logging.StreamHandler(uitvoer)
    wortel = logging.getLogger()
    niveau = wortel.level
    logregels.stel_in(vanger)
    yield uitvoer
    wortel.removeHandler(vanger)
    wortel.setLevel(niveau)


VORMEN = (".pdf", ".html", ".json", ".odt", ".csv", ".ics")


def pad_van(route: web.AbstractRoute) -> str:
    """The path of a route with the secret wherever something may stand; a form that the route knows where it asks."""
    info = route.resource.get_info() if route.resource else {}
    if "formatter" not in info:
        return str(info.get("path") or info.get("prefix", "/"))
    patroon = info["pattern"].pattern
    vorm = next((v for v in VORMEN if v.replace(".", "\\.") in patroon), "")
    pad = info["formatter"]
    for naam in info["pattern"].groupindex:
        pad = pad.replace(f"{{{naam}}}", vorm if naam == "vorm" else GEHEIM)
    return str(pad)


async def test_secrets_sent_to_every_route_stand_in_no_line_of_the_log_and_in_no_metric(
    client: Client, regels: io.StringIO
) -> None:
    await client.post("/api/v1/gesprekken", json={"rol": "inwoner"})
    velden = ("tekst", "keuze", "naam", "wachtwoord", "kenmerk", "woorden", "tot", "ja", "opmerking", "bewijs")
    bezocht = 0
    for route in list(client.app.router.routes()):
        pad = pad_van(route)
        if route.method == "DELETE":
            continue
        for inhoud in (
            {"json": dict.fromkeys(velden, GEHEIM)},
            {"data": FormData(dict.fromkeys(velden, GEHEIM))},
            {"data": GEHEIM.encode()},
        ):
            antwoord = await client.request(
                route.method if route.method != "*" else "GET", pad, params={"q": GEHEIM},
                headers={"User-Agent": GEHEIM, "Idempotency-Key": GEHEIM, "X-Iets": GEHEIM},
                allow_redirects=False, **(inhoud if route.method == "POST" else {}),
            )  # fmt: skip
            await antwoord.read()
            bezocht += 1
    assert bezocht > 60
    await client.post("/api/v1/gesprekken/huidig/berichten", json={"tekst": GEHEIM})
    gelogd = [json.loads(r) for r in regels.getvalue().splitlines()]
    assert any(r["niveau"] == "ERROR" and "RuntimeError" in r["bericht"] for r in gelogd)
    assert GEHEIM not in regels.getvalue()
    assert GEHEIM not in await metrieken_van(client)


async def metrieken_van(client: Client) -> str:
    metrieken = client.app[METRIEKEN]
    loper = web.AppRunner(metrieken.app())
    await loper.setup()
    plek = web.TCPSite(loper, "127.0.0.1", 0)
    await plek.start()
    poort = loper.addresses[0][1]
    async with ClientSession() as sessie, sessie.get(f"http://127.0.0.1:{poort}/metrics") as antwoord:
        tekst = await antwoord.text()
    await loper.cleanup()
    return tekst


async def test_turns_durations_errors_and_the_outbox_are_counted(client: Client, diensten_los: Diensten) -> None:
    await client.post("/api/v1/gesprekken", json={"rol": "inwoner"})
    await client.post("/api/v1/gesprekken/huidig/berichten", json={"tekst": "hallo daar"})
    await client.post("/api/v1/gesprekken/huidig/berichten", json={"tekst": "a" * 1001})
    await client.get("/bestaat/niet")
    with diensten_los.gesprekken.engine.begin() as db:
        uitbak.leg_klaar(db, "d1", "g1")
    tekst = await metrieken_van(client)
    route = 'route="/api/v1/gesprekken/huidig/berichten"'
    for regel in (
        'wmo_beurten_total{uitkomst="mislukt"} 1.0',
        'wmo_beurten_total{uitkomst="geweigerd"} 1.0',
        f"wmo_fouten_total{{{route}}} 1.0",
        f"wmo_verzoek_seconden_count{{{route}}} 2.0",
        'wmo_verzoeken_total{methode="GET",route="-",status="404"} 1.0',
        'wmo_uitbak{stand="wacht"} 1.0',
    ):
        assert regel in tekst


async def test_metrics_have_no_route_on_the_port_of_the_citizens(client: Client) -> None:
    assert (await client.get("/metrics")).status == 404


async def test_metrics_listen_on_a_port_of_their_own_as_long_as_the_application_lives(
    aiohttp_client: Callable[..., Awaitable[Client]], diensten_los: Diensten, unused_tcp_port: int
) -> None:
    met = structs.replace(
        diensten_los, instellingen=structs.replace(diensten_los.instellingen, metrieken_poort=unused_tcp_port)
    )
    client = await aiohttp_client(maak_app(met, Kapot()))  # type: ignore[arg-type]
    adres = f"http://127.0.0.1:{unused_tcp_port}/metrics"
    async with ClientSession() as sessie:
        async with sessie.get(adres) as antwoord:
            assert "wmo_verzoeken" in await antwoord.text()
        await client.close()
        with pytest.raises(OSError):  # noqa: PT011
            await sessie.get(adres)


async def test_a_database_that_fails_leaves_the_other_metrics(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(self: uitbak.Uitbak) -> dict[str, int]:
        raise RuntimeError(GEHEIM)

    monkeypatch.setattr(uitbak.Uitbak, "standen", stuk)
    tekst = await metrieken_van(client)
    assert "wmo_beurten" in tekst
    assert "wmo_uitbak{" not in tekst


def test_an_unknown_method_is_no_new_label(diensten_los: Diensten) -> None:
    metrieken = Metrieken(diensten_los.gesprekken.engine)
    metrieken.tel("-", GEHEIM, 405, 0.1)
    assert (
        metrieken.register.get_sample_value("wmo_verzoeken_total", {"route": "-", "methode": "-", "status": "405"})
        == 1.0
    )


def test_a_line_is_one_json_object_with_the_kind_of_an_error_and_never_its_text() -> None:
    try:
        raise ValueError(GEHEIM)
    except ValueError:
        record = logging.LogRecord("bot.x", logging.ERROR, __file__, 1, "a\nb %s", ("c",), sys.exc_info())
    tekst = Jsonregel().format(record)
    regel = json.loads(tekst)
    assert "\n" not in tekst
    assert GEHEIM not in tekst
    assert (regel["bericht"], regel["fout"], regel["niveau"]) == ("a\nb c", "ValueError", "ERROR")
    assert regel["plaats"][0].startswith("test_metrieken.py:")
    assert regel["tijd"].endswith("+00:00")

"""The webhook, against a server that checks signature, schema and reference."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from jsonschema import ValidationError
from msgspec import structs

from bot.bezorging import Bezorgfout, Webhookbezorger
from tests.bezorging.ontvangers import (
    GEHEIM,
    KENMERK,
    REFERENTIE,
    SCHEMA,
    WOORDEN,
    Webhookontvanger,
    gedeeld,
    ingetrokken,
    webhook,
)

Server = Callable[..., Awaitable[TestServer]]


@pytest.fixture
def ontvanger() -> Webhookontvanger:
    return Webhookontvanger()


@pytest.fixture
async def basis(aiohttp_server: Server, ontvanger: Webhookontvanger) -> str:
    return str((await aiohttp_server(ontvanger.app())).make_url("")).rstrip("/")


async def test_the_plan_arrives_signed_in_the_published_shape_with_the_own_words(
    basis: str, ontvanger: Webhookontvanger
) -> None:
    assert not (await Webhookbezorger(webhook(basis)).bezorg(gedeeld())).eerder
    (plan,) = ontvanger.bewaard.values()
    assert plan["aanvraaggegevens"]["wonen"] == {"nu": WOORDEN, "lukt_nog": None}
    assert plan["bron"] == {"naam": "Wmo-gesprekshulp", "kenmerk": KENMERK}
    assert plan["pdf"] == "https://hulp.example/consulent/plan/1"


async def test_the_same_reference_again_is_received_once(basis: str, ontvanger: Webhookontvanger) -> None:
    bezorger = Webhookbezorger(webhook(basis))
    await bezorger.bezorg(gedeeld())
    assert (await bezorger.bezorg(gedeeld())).eerder
    assert ontvanger.gezien == [REFERENTIE] * 2
    assert len(ontvanger.bewaard) == 1


async def test_taken_back_is_told_under_the_kenmerk_of_the_plan_and_says_nothing_else(
    basis: str, ontvanger: Webhookontvanger
) -> None:
    await Webhookbezorger(webhook(basis)).bezorg(ingetrokken())
    assert list(ontvanger.bewaard.values()) == [
        {
            "gebeurtenis": "ingetrokken",
            "bron": {"naam": "Wmo-gesprekshulp", "kenmerk": KENMERK},
            "type": "wmo-persoonlijk-plan-ingetrokken",
        }
    ]


async def test_a_wrong_secret_delivers_nothing(basis: str, ontvanger: Webhookontvanger) -> None:
    bezorger = Webhookbezorger(structs.replace(webhook(basis), geheim=GEHEIM + "x"))
    with pytest.raises(Bezorgfout, match="http_401"):
        await bezorger.bezorg(gedeeld())
    assert ontvanger.bewaard == {}


@pytest.mark.parametrize("status", [301, 307, 400, 404, 422, 429, 500, 503])
async def test_any_other_answer_is_a_failure_and_nothing_follows_a_redirect(
    aiohttp_server: Server, ontvanger: Webhookontvanger, basis: str, status: int
) -> None:
    async def antwoord(_: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": f"{basis}/hook"}, text=WOORDEN)

    app = web.Application()
    app.router.add_post("/hook", antwoord)
    ander = str((await aiohttp_server(app)).make_url("")).rstrip("/")
    with pytest.raises(Bezorgfout, match=f"^http_{status}$"):
        await Webhookbezorger(webhook(ander)).bezorg(gedeeld())
    assert ontvanger.gezien == []


async def test_nobody_home_is_a_failure_without_an_address_or_content_in_it(unused_tcp_port: int) -> None:
    with pytest.raises(Bezorgfout, match=r"^verbinding_\w+$"):
        await Webhookbezorger(webhook(f"http://127.0.0.1:{unused_tcp_port}")).bezorg(gedeeld())


@pytest.mark.parametrize(
    "verkeerd",
    [
        {"type": "iets"},
        {"extra": 1},
        {"bron": {"naam": "Wmo-gesprekshulp", "kenmerk": "x"}},
        {"betrokkenen": [{"bsn": "111222333"}]},
        {"aanvraaggegevens": {"voor-wie": {"voor_wie": "x", "melding": None}, "algemeen": {"doel": 1}}},
    ],
)
async def test_the_schema_refuses_what_is_no_plan(
    basis: str, ontvanger: Webhookontvanger, verkeerd: dict[str, Any]
) -> None:
    await Webhookbezorger(webhook(basis)).bezorg(gedeeld())
    (goed,) = ontvanger.bewaard.values()
    del goed["gebeurtenis"]
    SCHEMA.validate(goed)
    with pytest.raises(ValidationError):
        SCHEMA.validate(goed | verkeerd)

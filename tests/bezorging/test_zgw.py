"""The Documenten API, against a server that checks token, fields and contents."""

import base64
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.bezorging import Bezorgfout, Zending, Zgwbezorger
from tests.bezorging.ontvangers import (
    DAG,
    GEHEIM,
    KENMERK,
    PDF,
    RSIN,
    TYPE,
    WOORDEN,
    Documentenapi,
    gedeeld,
    ingetrokken,
    inhoud,
    zgw,
)

Server = Callable[..., Awaitable[TestServer]]


@pytest.fixture
def api() -> Documentenapi:
    return Documentenapi()


@pytest.fixture
async def basis(aiohttp_server: Server, api: Documentenapi) -> str:
    return str((await aiohttp_server(api.app())).make_url("")).rstrip("/")


async def test_the_pdf_is_registered_with_our_kenmerk_and_a_token_of_the_client(basis: str, api: Documentenapi) -> None:
    await Zgwbezorger(zgw(basis), lambda: 1_700_000_000.9).bezorg(gedeeld())
    document = api.documenten[RSIN, KENMERK]
    assert base64.b64decode(document["inhoud"]) == PDF
    assert (document["formaat"], document["taal"], document["creatiedatum"]) == ("application/pdf", "nld", str(DAG))
    assert (document["informatieobjecttype"], document["vertrouwelijkheidaanduiding"]) == (TYPE, "vertrouwelijk")
    assert WOORDEN not in str(document)
    assert api.claims == {
        "iss": "wmo-hulp",
        "iat": 1_700_000_000,
        "client_id": "wmo-hulp",
        "user_id": "wmo-gesprekshulp",
        "user_representation": "Wmo-gesprekshulp",
    }


async def test_the_same_plan_again_is_registered_once(basis: str, api: Documentenapi) -> None:
    bezorger = Zgwbezorger(zgw(basis))
    assert not (await bezorger.bezorg(gedeeld())).eerder
    assert (await bezorger.bezorg(gedeeld())).eerder
    assert len(api.documenten) == 1


async def test_a_large_document_arrives_whole(basis: str, api: Documentenapi) -> None:
    groot = PDF + b"x" * 10_000_000
    await Zgwbezorger(zgw(basis)).bezorg(Zending("r", KENMERK, "gedeeld", inhoud(lambda: groot)))
    assert base64.b64decode(api.documenten[RSIN, KENMERK]["inhoud"]) == groot


async def test_a_wrong_secret_registers_nothing(basis: str, api: Documentenapi) -> None:
    with pytest.raises(Bezorgfout, match="http_403"):
        await Zgwbezorger(zgw(basis, GEHEIM + "x")).bezorg(gedeeld())
    assert api.documenten == {}


@pytest.mark.parametrize("antwoord", ["", "geen json", '{"invalidParams": 1}', '{"invalidParams": [{"code": "max"}]}'])
async def test_a_refusal_for_another_reason_is_a_failure(aiohttp_server: Server, antwoord: str) -> None:
    async def weiger(_: web.Request) -> web.Response:
        return web.Response(status=400, text=antwoord)

    app = web.Application()
    app.router.add_post("/documenten/api/v1/enkelvoudiginformatieobjecten", weiger)
    basis = str((await aiohttp_server(app)).make_url("")).rstrip("/")
    with pytest.raises(Bezorgfout, match=r"^http_400$"):
        await Zgwbezorger(zgw(basis)).bezorg(gedeeld())


async def test_a_registered_document_is_not_said_to_be_called_back(basis: str) -> None:
    bezorger = Zgwbezorger(zgw(basis))
    assert bezorger.meldt_intrekking is False
    with pytest.raises(Bezorgfout):
        await bezorger.bezorg(ingetrokken())

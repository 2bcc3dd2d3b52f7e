"""The description of the API holds for what the server really does: schemathesis makes the requests."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from aiohttp import web
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.regels import REGELS
from bot.web.app import maak_app
from bot.web.openapi import beschrijving
from tests.vragen import dialogen

BESCHRIJVING = beschrijving(dialogen.diensten().gemeente)
API = schemathesis.openapi.from_dict(BESCHRIJVING)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def adres(alle_diensten: Diensten, motor: Motor) -> Iterator[str]:
    """A server on a free port. The rules need no database and no session."""
    lus = asyncio.new_event_loop()
    loper = web.AppRunner(maak_app(alle_diensten, motor))

    async def begin() -> int:
        await loper.setup()
        plek = web.TCPSite(loper, "127.0.0.1", 0)
        await plek.start()
        return int(loper.addresses[0][1])

    poort = lus.run_until_complete(begin())
    draad = threading.Thread(target=lus.run_forever)
    draad.start()
    yield f"http://127.0.0.1:{poort}"
    asyncio.run_coroutine_threadsafe(loper.cleanup(), lus).result()
    lus.call_soon_threadsafe(lus.stop)
    draad.join()
    lus.close()


@API.include(path_regex="^/api/v1/regels").parametrize()
@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_answer_of_the_rules_is_as_described(case: Case, adres: str) -> None:
    case.call_and_validate(base_url=adres, checks=CHECKS)


def test_the_description_is_openapi_3_1_and_names_every_rule_of_the_municipality() -> None:
    assert BESCHRIJVING["openapi"].startswith("3.1")
    assert {f"/api/v1/regels/{naam}" for naam in REGELS} <= set(BESCHRIJVING["paths"])


def test_every_reference_in_the_description_leads_somewhere() -> None:
    def verwijzingen(deel: Any) -> Iterator[str]:
        if isinstance(deel, dict):
            if isinstance(deel.get("$ref"), str):
                yield deel["$ref"]
            for item in deel.values():
                yield from verwijzingen(item)
        elif isinstance(deel, list):
            for item in deel:
                yield from verwijzingen(item)

    schemas = BESCHRIJVING["components"]["schemas"]
    gevonden = set(verwijzingen(BESCHRIJVING))
    assert gevonden
    assert {v.removeprefix("#/components/schemas/") for v in gevonden} <= set(schemas)

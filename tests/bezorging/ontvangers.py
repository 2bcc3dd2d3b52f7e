"""Receivers that check what they get, as a municipality would, and a plan to send."""

import asyncio
import base64
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import jwt
from aiohttp import web
from jsonschema import Draft202012Validator

from bot.bezorging import Inhoud, Zending
from bot.bezorging.instellingen import Webhook, Zgw
from bot.bezorging.webhook import handtekening
from bot.documenten import Meta, plan_json
from bot.plan.plan import Domein, Plan, Regel
from tests.conftest import WORTEL

GEHEIM = "een-geheim-van-meer-dan-32-tekens-lang"
DAG = date(2026, 3, 10)
KENMERK = "0d9c1b9e-54f1-4d33-9d3b-0a4a4a1f2c11"
REFERENTIE = "7f0b7a52-9a0e-4f6c-8a0e-5b3f6f1f2d22"
WOORDEN = "de trap is te steil voor mijn knieën"
PDF = b"%PDF-1.7 plan"
TYPE = "https://catalogi.example/informatieobjecttypen/1"
RSIN = "823288444"
SCHEMA = Draft202012Validator(json.loads((WORTEL / "docs" / "schemas" / "productaanvraag.schema.json").read_text()))


def plan() -> Plan:
    """A plan in which one question was skipped and one outcome was added."""
    regels = (Regel("wonen.nu", "Hoe gaat het nu?", WOORDEN), Regel("wonen.lukt_nog", "Wat lukt nog?", None))
    bron = {"document": "hogeland", "plaats": "§2.8"}
    uitkomst = {
        "regel": "wlz",
        "naam": "Wlz of Wmo",
        "gemeente": "het_hogeland",
        "regeling": {"titel": "Wlz", "geldig_van": "2023-01-01", "sha256": "0" * 64},
        "status": "berekend",
        "waarde": {"weigering_mogelijk": True},
        "stappen": [],
        "redenen": [{"code": "wlz_aanspraak", "tekst": "Er is aanspraak op Wlz.", "bron": bron}],
        "ontbreekt": [],
        "voorbehoud": "Dit is een schatting.",
        "zinnen": ["De gemeente kan weigeren."],
    }
    return Plan(
        "uw moeder", "2026-03-02", (Domein("wonen", "Wonen", regels),), (Regel("doel", "Wat wilt u?", "x"),),
        (uitkomst,), True,
    )  # fmt: skip


def inhoud(pdf: Callable[[], bytes] = lambda: PDF) -> Inhoud:
    """The plan as it is sent."""
    meta = Meta(
        gemeente="Het Hogeland", datum=DAG, kenmerk="intern-nummer", pdf_url="/x.pdf", documentnamen={},
        clientondersteuning="", medewerker="",
    )  # fmt: skip
    return Inhoud(plan_json(plan(), meta), pdf, "/consulent/plan/1", DAG)


def gedeeld(referentie: str = REFERENTIE) -> Zending:
    """A shared plan."""
    return Zending(referentie, KENMERK, "gedeeld", inhoud())


def ingetrokken() -> Zending:
    """The same plan, taken back."""
    return Zending("aa0b7a52-9a0e-4f6c-8a0e-5b3f6f1f2d22", KENMERK, "ingetrokken")


class Webhookontvanger:
    """Checks signature and schema. The same Idempotency-Key twice is kept once, and answered with 409."""

    def __init__(self) -> None:
        self.gezien: list[str] = []
        self.bewaard: dict[str, dict[str, Any]] = {}
        self.stuk = 0
        self.gekomen = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/hook", self.ontvang)
        return app

    async def ontvang(self, request: web.Request) -> web.Response:
        ruw = await request.read()
        assert request.headers["Content-Type"] == "application/json"
        klopt = handtekening(GEHEIM, request.headers["X-Wmo-Tijdstip"], ruw)
        if request.headers["X-Wmo-Handtekening"] != klopt:
            return web.Response(status=401)
        sleutel = request.headers["Idempotency-Key"]
        self.gezien.append(sleutel)
        if self.stuk:
            self.stuk -= 1
            return web.Response(status=503)
        if sleutel in self.bewaard:
            return web.Response(status=409)
        aanvraag = json.loads(ruw)
        SCHEMA.validate(aanvraag)
        self.gekomen.set()
        self.bewaard[sleutel] = {"gebeurtenis": request.headers["X-Wmo-Gebeurtenis"], **aanvraag}
        return web.Response(status=202)


class Documentenapi:
    """Checks the token and the fields that the standard asks for; an identificatie is unique in an organisation."""

    def __init__(self) -> None:
        self.documenten: dict[tuple[str, str], dict[str, Any]] = {}
        self.claims: dict[str, Any] = {}

    def app(self) -> web.Application:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.router.add_post("/documenten/api/v1/enkelvoudiginformatieobjecten", self.maak)
        return app

    async def maak(self, request: web.Request) -> web.Response:
        soort, _, token = request.headers.get("Authorization", "").partition(" ")
        assert jwt.get_unverified_header(token) == {"typ": "JWT", "alg": "HS256"}
        try:
            self.claims = jwt.decode(token, GEHEIM, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return web.Response(status=403)
        assert soort == "Bearer"
        document = await request.json()
        verplicht = {"bronorganisatie", "creatiedatum", "titel", "auteur", "taal", "informatieobjecttype"}
        if missend := verplicht - set(document):
            return _fout(*((naam, "required") for naam in missend))
        if len(base64.b64decode(document["inhoud"], validate=True)) != document["bestandsomvang"]:
            return _fout(("bestandsomvang", "file-size"))
        sleutel = (document["bronorganisatie"], document["identificatie"])
        assert len(document["identificatie"]) <= 40
        if sleutel in self.documenten:
            return _fout(("identificatie", "identificatie-niet-uniek"))
        self.documenten[sleutel] = document
        return web.json_response({"url": str(request.url) + "/1"}, status=201)


def _fout(*velden: tuple[str, str]) -> web.Response:
    params = [{"name": naam, "code": code, "reason": "…"} for naam, code in velden]
    return web.json_response({"status": 400, "code": "invalid", "invalidParams": params}, status=400)


def webhook(basis: str) -> Webhook:
    """Settings for a local receiver."""
    return Webhook(url=f"{basis}/hook", geheim=GEHEIM, adres="https://hulp.example")


def zgw(basis: str, geheim: str = GEHEIM) -> Zgw:
    """Settings for a local Documenten API."""
    return Zgw(f"{basis}/documenten/api/v1", "wmo-hulp", geheim, RSIN, TYPE)

"""The chat API, and whether the server is alive and ready."""

import asyncio
import json
from typing import TypeVar

import msgspec
from aiohttp import web
from msgspec import to_builtins

from bot.web import vormen
from bot.web.documenten import SOORTEN, document
from bot.web.openapi import beschrijving
from bot.web.problemen import Fout
from bot.web.sessie import begin, bericht, eigen_gesprek, gesprek_id
from bot.web.sleutels import HOST, KOEK

routes = web.RouteTableDef()
GESPREK = "/api/v1/gesprekken/huidig"
T = TypeVar("T")


async def _lees(request: web.Request, soort: type[T]) -> T:
    try:
        return msgspec.json.decode(await request.read(), type=soort)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fout:
        raise Fout(422, f"Dit verzoek klopt niet: {fout}") from fout


@routes.post("/api/v1/gesprekken")
async def nieuw_gesprek(request: web.Request) -> web.Response:
    """Starts a conversation and its session; with `If-None-Match: *` only where there is none yet."""
    vraag = await _lees(request, vormen.NieuwGesprek)
    if request.headers.get("If-None-Match") == "*" and await gesprek_id(request) is not None:
        raise Fout(412)
    token, berichten = await begin(request, vraag.rol)
    antwoord = web.json_response({"berichten": berichten}, status=201, headers={"Location": GESPREK})
    request.app[KOEK].zet(antwoord, token)
    return antwoord


@routes.post(f"{GESPREK}/berichten")
async def nieuw_bericht(request: web.Request) -> web.Response:
    """One message in, the answer out."""
    await eigen_gesprek(request)
    vraag = await _lees(request, vormen.NieuwBericht)
    antwoord = await bericht(
        request,
        tekst=None if vraag.tekst is msgspec.UNSET else vraag.tekst,
        keuze=None if vraag.keuze is msgspec.UNSET else vraag.keuze,
        sleutel=request.headers.get("Idempotency-Key"),
    )
    uit = web.json_response({"berichten": antwoord.berichten})
    if antwoord.voortgang:
        uit.headers["X-Voortgang"] = json.dumps(antwoord.voortgang)
    if antwoord.gewist:
        uit.headers["X-Gewist"] = "1"
        request.app[KOEK].wis(uit)
    return uit


@routes.get(GESPREK)
async def hele_gesprek(request: web.Request) -> web.Response:
    """The conversation so far."""
    return web.json_response(await request.app[HOST].geschiedenis(await eigen_gesprek(request)))


@routes.delete(GESPREK)
async def wis_gesprek(request: web.Request) -> web.Response:
    """Everything of this conversation goes."""
    await request.app[HOST].wis(await eigen_gesprek(request))
    antwoord = web.Response(status=204)
    request.app[KOEK].wis(antwoord)
    return antwoord


@routes.get(GESPREK + "/{soort:" + "|".join(SOORTEN) + r"}{vorm:(\.html|\.pdf|\.odt)?}")
async def toon_document(request: web.Request) -> web.Response:
    """Plan, advice or outcomes as JSON, page, PDF or ODT. 404 when there is none."""
    id = await eigen_gesprek(request)
    gemaakt = await document(request, id, request.match_info["soort"], request.match_info["vorm"])
    if gemaakt is None:
        raise Fout(404, "Dit document is er nog niet. Begin eerst met de vragen in het gesprek.")
    return gemaakt


@routes.get("/api/v1/openapi.json")
async def openapi(request: web.Request) -> web.Response:
    """The description of this API."""
    return web.json_response(beschrijving(request.app[HOST].diensten.gemeente))


@routes.get("/healthz")
async def leeft(request: web.Request) -> web.Response:
    """The process is alive."""
    return web.json_response({"status": "ok"})


@routes.get("/readyz")
async def gereed(request: web.Request) -> web.Response:
    """Model and database are ready; 503 before. Names the rules whose version ends soon: that is no failure."""
    host = request.app[HOST]
    model, databank = host.motor.gereed, await asyncio.to_thread(host.diensten.gesprekken.bereikbaar)
    klaar = model and databank
    aflopend = host.diensten.aflopend()
    return web.json_response(
        {"model": model, "databank": databank, "regelingen_die_aflopen": to_builtins(aflopend)},
        status=200 if klaar else 503,
    )

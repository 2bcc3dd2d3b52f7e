"""The rules for other municipal software: no session, nothing stored, nothing logged."""

from aiohttp import web

from bot.gesprek.regelloket import antwoord
from bot.regels import overzicht
from bot.web.problemen import Fout
from bot.web.sleutels import HOST

routes = web.RouteTableDef()


@routes.get("/api/v1/regels")
async def lijst(request: web.Request) -> web.Response:
    """Every rule with the JSON Schema of its input."""
    diensten = request.app[HOST].diensten
    return web.json_response({"gemeente": diensten.gemeente.naam, "regels": overzicht(diensten.gemeente)})


@routes.post("/api/v1/regels/{naam}")
async def bereken_regel(request: web.Request) -> web.Response:
    """The outcome of one rule."""
    diensten = request.app[HOST].diensten
    try:
        ruw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Fout(413, "De invoer is te groot. Stuur hooguit 64 kilobyte.") from None
    status, inhoud = antwoord(diensten.gemeente, request.match_info["naam"], ruw, diensten.vandaag())
    soort = "application/json" if status == 200 else "application/problem+json"
    return web.json_response(inhoud, status=status, content_type=soort)

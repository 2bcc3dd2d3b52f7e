"""Whose conversation a request is about, and handling one message: the same for API and pages."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.gesprek.host import Antwoord
from bot.gesprek.invoer import LANGSTE_TEKST
from bot.web.adres import bezoeker
from bot.web.problemen import Fout
from bot.web.sleutels import BEGINLIMIET, HOST, KOEK, LIMIET

LANGSTE_SLEUTEL = 200
SESSIE = web.RequestKey("sessie", str)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def verleng(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Who sends something keeps the session as long as the conversation: the days of its cookie begin again.

    Reading renews nothing: a page that comes late would bring back the cookie of a session that was left since.
    """
    antwoord = await handler(request)
    koek, token = request.app[KOEK], request.get(SESSIE)
    vers = token and request.method == "POST" and not antwoord.prepared and koek.naam not in antwoord.cookies
    if vers and await request.app[HOST].zoek(token):
        koek.zet(antwoord, token)
    return antwoord


async def gesprek_id(request: web.Request) -> str | None:
    """The conversation of this session, or None."""
    token = request.app[KOEK].lees(request)
    id = await request.app[HOST].zoek(token) if token else None
    if token and id:
        request[SESSIE] = token
    return id


async def eigen_gesprek(request: web.Request) -> str:
    """The conversation of this session. Raises Fout 401."""
    id = await gesprek_id(request)
    if id is None:
        raise Fout(401)
    return id


async def begin(request: web.Request, rol: str) -> tuple[str, list[dict[str, object]]]:
    """A new conversation: token and greeting. Raises Fout 429."""
    request.app[BEGINLIMIET].neem(bezoeker(request))
    return await request.app[HOST].begin(rol)


async def bericht(request: web.Request, *, tekst: str | None, keuze: str | None, sleutel: str | None) -> Antwoord:
    """One message. Raises Fout 401, 413, 429 or 503, and OnbekendeKeuze."""
    id = await eigen_gesprek(request)
    if tekst is not None and len(tekst) > LANGSTE_TEKST:
        raise Fout(413)
    request.app[LIMIET].neem(id)
    if not request.app[HOST].motor.gereed:
        raise Fout(503)
    return await request.app[HOST].beurt(
        id, tekst=tekst, keuze=keuze, sleutel=(sleutel or "")[:LANGSTE_SLEUTEL] or None
    )

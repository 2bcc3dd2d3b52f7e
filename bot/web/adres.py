"""From which address somebody comes, for what slows a guesser down."""

from aiohttp import web

from bot.web.sleutels import HOST


def bezoeker(request: web.Request) -> str:
    """The address of the visitor: behind a trusted proxy (WMO_PROXY) what it says, the last one that is no proxy."""
    eigen = request.app[HOST].diensten.instellingen.proxies
    adres = request.remote or ""
    keten = [a.strip() for kop in request.headers.getall("X-Forwarded-For", []) for a in kop.split(",")]
    while adres in eigen and keten:
        adres = keten.pop()
    return adres[:64]

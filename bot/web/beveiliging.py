"""Headers, the session cookie, where a request may come from, and how fast."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.documenten import STIJL_CSP
from bot.web.problemen import Fout

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
API_VERSIE = "1.0.0"
KOPPEN = {
    "Content-Security-Policy": f"default-src 'none'; script-src 'self'; style-src 'self' {STIJL_CSP}; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Server": "wmo-gesprekshulp",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
VEILIGE_METHODEN = frozenset({"GET", "HEAD", "OPTIONS"})


@web.middleware
async def koppen(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Security headers on everything; personal pages are never stored by browser or proxy."""
    try:
        antwoord = await handler(request)
    except web.HTTPException as fout:
        antwoord = fout
        _zet_koppen(request, antwoord)
        raise
    _zet_koppen(request, antwoord)
    return antwoord


def _zet_koppen(request: web.Request, antwoord: web.StreamResponse) -> None:
    antwoord.headers.update(KOPPEN)
    antwoord.headers.setdefault("Cache-Control", "no-cache" if request.path.startswith("/static/") else "no-store")
    if request.path.startswith("/api/"):
        antwoord.headers["API-Version"] = API_VERSIE


def eigen_herkomst(adres: str) -> Any:
    """A request that changes something must come from our own pages (CSRF); programs send no Origin.

    `adres` is how people reach this site, where a proxy in front of it asks with another name.
    """
    ons = urlsplit(adres).netloc

    @web.middleware
    async def toets(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method not in VEILIGE_METHODEN:
            herkomst = request.headers.get("Origin")
            vreemd = herkomst is not None and _plek(herkomst) not in {request.host, ons or request.host}
            if vreemd or request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
                raise Fout(403)
        return await handler(request)

    return toets


def _plek(herkomst: str) -> str:
    try:
        return urlsplit(herkomst).netloc
    except ValueError:
        return ""


class Sessiekoek:
    """The one cookie: `__Host-wmo` over https, plain `wmo` on http://localhost."""

    def __init__(self, https: bool, dagen: int) -> None:
        self.https, self.seconden = https, dagen * 24 * 3600
        self.naam = "__Host-wmo" if https else "wmo"

    def lees(self, request: web.Request) -> str | None:
        """The session token, or None."""
        return request.cookies.get(self.naam)

    def zet(self, antwoord: web.StreamResponse, token: str) -> None:
        """Starts a session."""
        antwoord.set_cookie(
            self.naam, token, max_age=self.seconden, path="/", secure=self.https, httponly=True, samesite="Lax"
        )

    def wis(self, antwoord: web.StreamResponse) -> None:
        """Ends it."""
        antwoord.del_cookie(self.naam, path="/", secure=self.https, httponly=True, samesite="Lax")


class Snelheidslimiet:
    """A bucket of tokens for each key: `per_seconde` on average, `ruimte` at once. Holds at most 50,000 keys."""

    MEESTE = 50_000

    def __init__(self, per_seconde: float, ruimte: int, klok: Callable[[], float] = time.monotonic) -> None:
        self._tempo, self._ruimte, self._klok = per_seconde, ruimte, klok
        self._emmers: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def neem(self, sleutel: str) -> None:
        """Takes a token. Raises Fout 429 when there is none."""
        nu = self._klok()
        over, toen = self._emmers.pop(sleutel, (float(self._ruimte), nu))
        over = min(float(self._ruimte), over + (nu - toen) * self._tempo)
        genoeg = over >= 1
        self._emmers[sleutel] = (over - 1 if genoeg else over, nu)
        if len(self._emmers) > self.MEESTE:
            self._emmers.popitem(last=False)
        if not genoeg:
            raise Fout(429)

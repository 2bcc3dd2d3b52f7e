"""Who of the municipality a request is from, what each role may do, and the frame of the pages.

Roles are enforced here and nowhere else: a page under `/consulent` that is not named in `MAG` is for nobody.
"""

import asyncio
from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from bot.gesprek.diensten import Diensten
from bot.gesprek.uitnodiging import teksten
from bot.opslag import Medewerker, Medewerkers, Uitnodigingen
from bot.vragen.datums import datum_voluit
from bot.web.beveiliging import VEILIGE_METHODEN, Handler
from bot.web.paginas import HIER, met_links
from bot.web.problemen import Fout
from bot.web.sleutels import HOST, MEDEWERKERKOEK

BEGIN = "/consulent"
NEDERLAND = ZoneInfo("Europe/Amsterdam")
NUMMER = "/{id:[0-9a-f-]{36}}"
OPEN = frozenset({BEGIN, f"{BEGIN}/aanmelden", f"{BEGIN}/afmelden"})
MAG = {
    f"{BEGIN}/uitnodigingen": frozenset({"consulent"}),
    f"{BEGIN}/plannen": frozenset({"consulent"}),
}
WIE = web.RequestKey("medewerker", Medewerker)

_sjablonen = Environment(
    loader=FileSystemLoader(HIER / "sjablonen"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_sjablonen.filters["met_links"] = met_links
_sjablonen.filters["isodag"] = lambda dag: datum_voluit(date.fromisoformat(dag)).partition(" ")[2]
_sjablonen.filters["dag"] = lambda dag: datum_voluit(dag).partition(" ")[2]
_sjablonen.filters["hier"] = lambda toen: toen.replace(tzinfo=UTC).astimezone(NEDERLAND).date()
_sjablonen.filters["klok"] = lambda toen: f"{toen.replace(tzinfo=UTC).astimezone(NEDERLAND):%H.%M}"


def diensten_van(request: web.Request) -> Diensten:
    """The services."""
    return request.app[HOST].diensten


def medewerkers(request: web.Request) -> Medewerkers:
    """The accounts."""
    return Medewerkers(diensten_van(request).gesprekken.engine)


def uitnodigingen(request: web.Request) -> Uitnodigingen:
    """The invitations."""
    return Uitnodigingen(diensten_van(request).gesprekken.engine)


async def aangemeld(request: web.Request) -> Medewerker | None:
    """Who is signed in: with the header of a trusted proxy where that is set up, else with a session."""
    instellingen = diensten_van(request).instellingen
    if instellingen.oidc_kop:
        namen = request.headers.getall(instellingen.oidc_kop, [])
        if request.remote not in instellingen.oidc_proxy or len(namen) != 1:
            return None
        return await asyncio.to_thread(medewerkers(request).met_naam, namen[0])
    token = request.app[MEDEWERKERKOEK].lees(request)
    return await asyncio.to_thread(medewerkers(request).sessie, token) if token else None


@web.middleware
async def bewaak(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Lets nobody pass to a page of staff without the role for it."""
    bron = request.match_info.route.resource
    pad = bron.canonical if bron else ""
    if (pad == BEGIN or pad.startswith(f"{BEGIN}/")) and pad not in OPEN:
        wie = await aangemeld(request)
        if wie is None:
            raise web.HTTPSeeOther(f"{BEGIN}?naar={request.path}" if request.method == "GET" else f"{BEGIN}?stil")
        _eis_herkomst(request)
        if wie.rol not in next((r for voor, r in MAG.items() if pad == voor or pad.startswith(f"{voor}/")), ()):
            raise Fout(403, teksten()["fouten"]["rol"])
        request[WIE] = wie
    return await handler(request)


def _eis_herkomst(request: web.Request) -> None:
    """Behind a proxy that signs people in our own cookie guards nothing: a change must say where it comes from."""
    bekend = "Origin" in request.headers or request.headers.get("Sec-Fetch-Site") == "same-origin"
    if diensten_van(request).instellingen.oidc_kop and request.method not in VEILIGE_METHODEN and not bekend:
        raise Fout(403)


def medewerker(request: web.Request) -> Medewerker:
    """Who asks, on a page that `bewaak` has let through."""
    wie: Medewerker = request[WIE]
    return wie


def toon(request: web.Request, sjabloon: str, t: Any, pad: str, status: int = 200, **inhoud: Any) -> web.Response:
    """A page with its texts `t`; `pad` is where the name in its head leads."""
    gemeente = diensten_van(request).contact.gemeente.naam
    html = _sjablonen.get_template(sjabloon).render(gemeente=gemeente, pad=pad, hier=request.path, t=t, **inhoud)
    return web.Response(text=html, content_type="text/html", charset="utf-8", status=status)


def pagina(request: web.Request, sjabloon: str, status: int = 200, **inhoud: Any) -> web.Response:
    """A page of staff."""
    zonder_proxy = not diensten_van(request).instellingen.oidc_kop
    return toon(request, sjabloon, teksten(), BEGIN, status, meldt_af=zonder_proxy, **inhoud)

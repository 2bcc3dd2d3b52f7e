"""A citizen opens an invitation, with its link or with four words. Only the button on the page starts anything."""

import asyncio
from functools import partial

from aiohttp import web
from msgspec import Struct

from bot.gesprek.uitnodiging import WOORDEN_IN_CODE, begin, keuzes, lees_code, op_tijd, teksten, vul_melding_in
from bot.opslag import Uitnodiging, Wacht
from bot.web.adres import bezoeker
from bot.web.consulent_basis import diensten_van, toon, uitnodigingen
from bot.web.delen import opslag as opslag_van
from bot.web.delen_verder import al_verder, hervat, toon_hervatten
from bot.web.problemen import Fout
from bot.web.raad_basis import Veldfout, ingevuld, naar
from bot.web.sessie import gesprek_id
from bot.web.sleutels import BEGINLIMIET, HOST, KOEK, LINKLIMIET

routes = web.RouteTableDef()
CODE = "/u"


class Ingang(Struct, frozen=True):
    """How somebody came to an invitation: with a link or with words. `actie` is where its button leads."""

    uitnodiging: Uitnodiging
    actie: str
    woorden: str = ""

    @property
    def waarover(self) -> str:
        """What the token of its page is about."""
        return self.woorden or self.uitnodiging.id


def _pagina(request: web.Request, sjabloon: str, status: int = 200, **inhoud: object) -> web.Response:
    return toon(request, sjabloon, teksten(), "/", status, **inhoud)


@routes.get(CODE)
async def vraag_code(request: web.Request) -> web.Response:
    """Where the four words go."""
    return _pagina(request, "uitnodiging_code.html", fouten=[], getypt="")


@routes.post(CODE)
async def met_code(request: web.Request) -> web.Response:
    """The page of what the words belong to: an invitation, or a conversation that goes on here. Changes nothing."""
    getypt = (await ingevuld(request)).get("woorden", "")
    woorden = await _goede_code(request, getypt)
    if isinstance(woorden, web.Response):
        return woorden
    uitnodiging = await asyncio.to_thread(uitnodigingen(request).op_woorden, woorden)
    if uitnodiging is not None:
        return await _toon(request, Ingang(uitnodiging, f"{CODE}/begin", woorden))
    id = await asyncio.to_thread(partial(opslag_van(request).te_hervatten, woorden=woorden))
    return await toon_hervatten(request, id or "", actie=f"{CODE}/verder", woorden=woorden)


async def _goede_code(request: web.Request, getypt: str, bewijs: str = "") -> str | web.Response:
    """The code where it opens something, else the page that asks again; guessing gets slower and slower.

    Who has the token of the page that right words gave is not guessing.
    """
    t, opslag, adres, woorden = teksten()["code"], uitnodigingen(request), bezoeker(request), lees_code(getypt)

    def nog_eens(status: int, fout: str) -> web.Response:
        fouten = [Veldfout("woorden", fout)]
        return _pagina(request, "uitnodiging_code.html", status, fouten=fouten, getypt=getypt[:200])

    if bewijs and await asyncio.to_thread(opslag.klopt_bewijs, woorden, bewijs):
        return woorden
    if (aantal := len(woorden.split())) != WOORDEN_IN_CODE:
        return nog_eens(422, t["aantal"].format(aantal=aantal) if aantal else t["leeg"])
    try:
        eerder = await asyncio.to_thread(opslag.probeer_code, adres)
    except Wacht as wacht:
        antwoord = nog_eens(429, t["wacht"].format(seconden=wacht.seconden))
        antwoord.headers["Retry-After"] = str(wacht.seconden)
        return antwoord
    uitnodiging = await asyncio.to_thread(opslag.op_woorden, woorden)
    verder = await asyncio.to_thread(partial(opslag_van(request).te_hervatten, woorden=woorden))
    goed = uitnodiging is not None or verder is not None
    await asyncio.to_thread(partial(opslag.sluit_poging, adres, eerder, goed=goed))
    return woorden if goed else nog_eens(422, t["fout"])


@routes.post(f"{CODE}/begin")
async def begin_met_code(request: web.Request) -> web.Response:
    """The button of an invitation that was opened with words."""
    form = await ingevuld(request)
    woorden = await _goede_code(request, form.get("woorden", ""), form.get("bewijs", ""))
    if isinstance(woorden, web.Response):
        return woorden
    uitnodiging = await asyncio.to_thread(uitnodigingen(request).op_woorden, woorden)
    if uitnodiging is None:
        return _weg(request)
    return await _begin(request, Ingang(uitnodiging, f"{CODE}/begin", woorden))


@routes.post(f"{CODE}/verder")
async def hervat_met_code(request: web.Request) -> web.Response:
    """The button of a conversation that goes on here, opened with words."""
    form = await ingevuld(request)
    if eerder := await al_verder(request, lees_code(form.get("woorden", "")), form.get("bewijs", "")):
        return eerder
    woorden = await _goede_code(request, form.get("woorden", ""), form.get("bewijs", ""))
    if isinstance(woorden, web.Response):
        return woorden
    return await hervat(request, form.get("bewijs", ""), woorden=woorden)


@routes.get(CODE + "/{token}")
async def met_link(request: web.Request) -> web.Response:
    """Whose invitation it is and what will happen. Nothing changes and no cookie is set."""
    uitnodiging = await _van_link(request)
    return await _toon(request, Ingang(uitnodiging, request.path)) if uitnodiging else _weg(request)


@routes.post(CODE + "/{token}")
async def begin_met_link(request: web.Request) -> web.Response:
    """The button of an invitation that was opened with its link."""
    uitnodiging = await _van_link(request)
    if uitnodiging is None:
        return _weg(request)
    return await _begin(request, Ingang(uitnodiging, request.path))


async def _van_link(request: web.Request) -> Uitnodiging | None:
    request.app[LINKLIMIET].neem(bezoeker(request))
    return await asyncio.to_thread(uitnodigingen(request).op_link, request.match_info["token"])


async def _toon(request: web.Request, ingang: Ingang, status: int = 200, fout: str = "") -> web.Response:
    uitnodiging, diensten, eigen = ingang.uitnodiging, diensten_van(request), await gesprek_id(request)
    if eigen is not None and eigen == uitnodiging.gesprek_id:
        return naar("/")
    if dicht := _dicht(request, uitnodiging):
        return dicht
    if uitnodiging.gesprek_id is not None:
        return _bezig(request, ingang)
    loopt = await _bruikbaar(request, eigen)
    return _pagina(
        request,
        "uitnodiging_begin.html",
        status,
        uitnodiging=uitnodiging,
        ingang=ingang,
        dialoog=keuzes(diensten)[uitnodiging.dialoog],
        op_tijd=op_tijd(diensten, uitnodiging.melding),
        bewijs=await asyncio.to_thread(uitnodigingen(request).bewijs, ingang.waarover),
        loopt=loopt,
        ander=eigen is not None and not loopt,
        fout=fout,
    )


async def _bruikbaar(request: web.Request, id: str | None) -> bool:
    """Whether the conversation of this browser is a citizen's that belongs to no invitation that still counts."""
    if id is None:
        return False
    gesprek = await asyncio.to_thread(diensten_van(request).gesprekken.laad, id)
    if gesprek is None or gesprek.rol != "inwoner":
        return False
    vorige = await asyncio.to_thread(uitnodigingen(request).bij_gesprek, id)
    return vorige is None or vorige.los


def _dicht(request: web.Request, uitnodiging: Uitnodiging) -> web.Response | None:
    """The page for an invitation that no longer works, or None."""
    if uitnodiging.begint(diensten_van(request).vandaag()):
        return None
    return _weg(request, 410, "verlopen" if uitnodiging.deelbaar else "ingetrokken")


def _weg(request: web.Request, status: int = 404, reden: str = "weg") -> web.Response:
    """Guessed, truncated or capitalised: the same page as for what never existed."""
    return _pagina(request, "uitnodiging_weg.html", status, reden=reden)


async def _begin(request: web.Request, ingang: Ingang) -> web.Response:
    uitnodiging, host, opslag = ingang.uitnodiging, request.app[HOST], uitnodigingen(request)
    form, t = await ingevuld(request), teksten()["uitnodiging"]
    bewijs = form.get("bewijs", "")
    if dicht := _dicht(request, uitnodiging):
        return await _toon(request, ingang) if uitnodiging.gesprek_id else dicht
    if not await asyncio.to_thread(opslag.klopt_bewijs, ingang.waarover, bewijs):
        return await _toon(request, ingang, 403, t["opnieuw"])
    token, eigen = await asyncio.to_thread(opslag.sessie_bij, bewijs), await gesprek_id(request)
    if uitnodiging.gesprek_id is not None:
        if await host.zoek(token) != uitnodiging.gesprek_id or eigen not in (None, uitnodiging.gesprek_id):
            return await _toon(request, ingang)
        return _verder_met(request, token)
    if uitnodiging.geopend is not None and opslag.is_van_voor(bewijs, uitnodiging.geopend):
        return await _toon(request, ingang, 403, t["opnieuw"])
    if eigen is not None and await _bruikbaar(request, eigen):
        if not await asyncio.to_thread(opslag.koppel, uitnodiging.id, eigen, host.diensten.vandaag()):
            raise Fout(409)
        await asyncio.to_thread(vul_melding_in, host.diensten, eigen, uitnodiging)
        await asyncio.to_thread(host.diensten.gesprekken.wissel_sessie, eigen, token)
        return _verder_met(request, token)
    if eigen is not None and "vervang" not in form:
        return await _toon(request, ingang, 409)
    request.app[BEGINLIMIET].neem(bezoeker(request))
    if not await begin(host, opslag, uitnodiging, token):
        return _bezig(request, ingang)
    return _verder_met(request, token)


def _bezig(request: web.Request, ingang: Ingang) -> web.Response:
    return _pagina(request, "uitnodiging_bezig.html", 409, met_woorden=bool(ingang.woorden))


def _verder_met(request: web.Request, token: str) -> web.Response:
    antwoord = naar("/#nieuw")
    request.app[KOEK].zet(antwoord, token)
    return antwoord

"""The worksheet of a Wmo-raad and its members: begin, join, share, go on elsewhere, leave."""

import asyncio
from typing import Any

from aiohttp import web

from bot.advies import Samen, voeg_samen
from bot.gesprek.werkblad import Deelname, Naamfout, lees_naam, teksten
from bot.opslag import Lid, LinkOngeldig
from bot.stukken.grenzen import MEGABYTES
from bot.web.adres import adres_van
from bot.web.raad_basis import (
    WERKBLAD,
    Veldfout,
    als_secretaris,
    deelname_van,
    diensten_van,
    eigen_deelname,
    formulier,
    ingevuld,
    meldingen,
    naamfout,
    naar,
    pagina,
    weer_concept,
)
from bot.web.sessie import begin, gesprek_id
from bot.web.sleutels import HOST, KOEK

routes = web.RouteTableDef()


@routes.get(WERKBLAD)
async def overzicht(request: web.Request) -> web.Response:
    """The whole advice at a glance; without one, a button that starts one."""
    eigen = await deelname_van(request)
    if eigen is None:
        return pagina(request, "raad_begin.html", ander_gesprek=await _ander_gesprek(request))
    return await toon_werkblad(request, eigen)


async def toon_werkblad(
    request: web.Request, eigen: Deelname, *, fout: Veldfout | None = None, status: int = 200, **concept: Any
) -> web.Response:
    """The worksheet, with what is wrong at one of its forms and what was typed there."""
    diensten = diensten_van(request)
    stukken = await asyncio.to_thread(diensten.adviezen.stukken, eigen.lid.advies_id)
    voortgang = eigen.voortgang()
    lijsten = eigen.lijsten.lijsten
    return pagina(
        request,
        "raad_werkblad.html",
        status,
        ik=eigen,
        voortgang=voortgang,
        aantal=sum(v.aantal for v in voortgang),
        bekeken=sum(v.eigen for v in voortgang),
        verschillen=sum(v.verschillen for v in voortgang),
        lijsten=[(naam, lijst, naam in eigen.gekozen) for naam, lijst in lijsten.items()],
        stukken=stukken,
        megabytes=MEGABYTES,
        er_is_advies=heeft_advies(eigen),
        meldingen=meldingen(request, "algemeen.bewaard", "link.ingetrokken", "stukken.gelezen", "stukken.gewist"),
        fout=fout,
        concept=concept,
    )


def heeft_advies(eigen: Deelname) -> bool:
    """Whether anybody said anything yet."""
    samen: Samen = eigen.samen
    return any(voeg_samen(m, None).oordeel or voeg_samen(m, None).verdeeld for m in samen.meningen.values()) or bool(
        samen.besluiten
    )


async def _ander_gesprek(request: web.Request) -> bool:
    """Whether a citizen's conversation runs in this browser: a raad does not begin in it."""
    id = await gesprek_id(request)
    gesprek = await asyncio.to_thread(diensten_van(request).gesprekken.laad, id) if id else None
    return gesprek is not None and gesprek.rol != "raad"


async def _met_gesprek(request: web.Request) -> tuple[str, str | None]:
    """The conversation of this browser, and the token of a new one where there was none. Raises Fout 429."""
    if id := await gesprek_id(request):
        return id, None
    token, _ = await begin(request, "raad")
    id = await request.app[HOST].zoek(token)
    if id is None:
        raise LookupError("the conversation that was just begun is gone")
    return id, token


def _verder(request: web.Request, token: str | None) -> web.Response:
    antwoord = naar(WERKBLAD)
    if token:
        request.app[KOEK].zet(antwoord, token)
    return antwoord


@routes.post(f"{WERKBLAD}/begin")
async def begin_advies(request: web.Request) -> web.Response:
    """Starts an advice with this browser as its secretaris; does nothing where there is one."""
    if await _ander_gesprek(request):
        return pagina(request, "raad_begin.html", 409, ander_gesprek=True)
    id, token = await _met_gesprek(request)
    await asyncio.to_thread(diensten_van(request).adviezen.begin, id, "")
    return _verder(request, token)


@routes.post(f"{WERKBLAD}/lijsten")
async def kies_lijsten(request: web.Request) -> web.Response:
    """Which lists the raad uses. What was answered at a list that goes, comes back with it."""
    eigen = await als_secretaris(request)
    gekozen = set((await formulier(request)).getall("lijst", []))
    namen = [naam for naam in eigen.lijsten.lijsten if naam in gekozen]
    if not namen:
        return await toon_werkblad(
            request,
            eigen,
            fout=Veldfout("lijsten", teksten()["lijsten"]["geen"], teksten()["lijsten"]["kop"]),
            status=422,
        )
    if namen == eigen.gekozen:
        return naar(f"{WERKBLAD}?bewaard#punten")
    await asyncio.to_thread(diensten_van(request).adviezen.zet, eigen.lid.advies_id, "lijsten", namen)
    return naar(f"{WERKBLAD}?bewaard{await weer_concept(request, eigen)}#punten")


# -- members ----------------------------------------------------------------------------------------------------------


@routes.post(f"{WERKBLAD}/naam")
async def hernoem(request: web.Request) -> web.Response:
    """This member's own name."""
    eigen = await eigen_deelname(request)
    getypt = (await ingevuld(request)).get("naam", "")
    try:
        naam = lees_naam(getypt)
    except Naamfout as fout:
        return await toon_werkblad(
            request, eigen, fout=Veldfout("naam", naamfout(fout), teksten()["leden"]["naam"]), status=422, naam=getypt
        )
    await asyncio.to_thread(diensten_van(request).adviezen.hernoem, eigen.lid.id, naam)
    return naar(f"{WERKBLAD}?bewaard#leden")


@routes.post(f"{WERKBLAD}/link")
async def maak_link(request: web.Request) -> web.Response:
    """A link for members; only its hash is kept, so it is shown once."""
    eigen = await als_secretaris(request)
    token = await asyncio.to_thread(diensten_van(request).adviezen.deel, eigen.lid.advies_id)
    link = adres_van(request, f"/raad/mee/{token}")
    return pagina(request, "raad_link.html", soort="link", link=link)


@routes.post(f"{WERKBLAD}/link/intrekken")
async def trek_in(request: web.Request) -> web.Response:
    """The link no longer works; who has joined stays."""
    eigen = await als_secretaris(request)
    await asyncio.to_thread(diensten_van(request).adviezen.trek_in, eigen.lid.advies_id)
    return naar(f"{WERKBLAD}?ingetrokken#leden")


@routes.post(f"{WERKBLAD}/verderlink")
async def maak_verderlink(request: web.Request) -> web.Response:
    """A link with which this member goes on elsewhere."""
    eigen = await eigen_deelname(request)
    token = await asyncio.to_thread(diensten_van(request).adviezen.hervatlink, eigen.lid.id)
    return pagina(request, "raad_link.html", soort="verderlink", link=adres_van(request, f"/raad/verder/{token}"))


@routes.get(f"{WERKBLAD}/stop")
async def bevestig_stop(request: web.Request) -> web.Response:
    """Asks once: GET changes nothing."""
    eigen = await eigen_deelname(request)
    return pagina(request, "raad_stop.html", ik=eigen, laatste=len(eigen.actief) == 1)


@routes.post(f"{WERKBLAD}/stop")
async def stop(request: web.Request) -> web.Response:
    """This member leaves, and takes the own answers along where they said so.

    The last one takes the advice along, once the page has said so.
    """
    eigen = await eigen_deelname(request)
    laatste, form = len(eigen.actief) == 1, await ingevuld(request)
    if laatste and "laatste" not in form:
        return pagina(request, "raad_stop.html", 409, ik=eigen, laatste=True)
    diensten = diensten_van(request)
    gewist = "wis" in form and not laatste
    if gewist:
        await weer_concept(request, eigen)
        await request.app[HOST].wis(eigen.lid.gesprek_id or "")
    else:
        await asyncio.to_thread(diensten.adviezen.vertrek, eigen.lid.id)
    dagen = diensten.instellingen.bewaardagen
    antwoord = pagina(request, "raad_gestopt.html", laatste=laatste, gewist=gewist, dagen=dagen)
    if gewist:
        request.app[KOEK].wis(antwoord)
    return antwoord


# -- links ------------------------------------------------------------------------------------------------------------


@routes.get("/raad/mee/{token}")
async def uitnodiging(request: web.Request) -> web.Response:
    """Whose invitation it is and what will happen. Nothing changes and no cookie is set."""
    return await _uitnodiging(request)


async def _uitnodiging(request: web.Request, *, fout: str = "", naam: str = "", status: int = 200) -> web.Response:
    try:
        gastheer = await asyncio.to_thread(diensten_van(request).adviezen.genodigd, request.match_info["token"])
    except LinkOngeldig:
        return link_werkt_niet(request)
    eigen = await deelname_van(request)
    if eigen is None and await _ander_gesprek(request):
        return pagina(request, "raad_begin.html", 409, ander_gesprek=True)
    if eigen is not None and eigen.lid.advies_id != gastheer.advies_id:
        return pagina(request, "raad_ander_advies.html", 409)
    van = gastheer.naam or teksten()["leden"]["secretaris"]
    return pagina(request, "raad_mee.html", status, van=van, al_lid=eigen is not None, fout=fout, naam=naam)


@routes.post("/raad/mee/{token}")
async def doe_mee(request: web.Request) -> web.Response:
    """Joins under a name; a browser without a conversation gets one."""
    getypt = (await ingevuld(request)).get("naam", "")
    try:
        naam = lees_naam(getypt)
    except Naamfout as fout:
        return await _uitnodiging(request, fout=naamfout(fout), naam=getypt, status=422)
    adviezen, token = diensten_van(request).adviezen, request.match_info["token"]
    try:
        await asyncio.to_thread(adviezen.genodigd, token)
        if await deelname_van(request) is None and await _ander_gesprek(request):
            return pagina(request, "raad_begin.html", 409, ander_gesprek=True)
        id, sessie = await _met_gesprek(request)
        await asyncio.to_thread(diensten_van(request).adviezen.doe_mee, token, id, naam)
    except LinkOngeldig:
        return link_werkt_niet(request)
    except ValueError:
        return pagina(request, "raad_ander_advies.html", 409)
    return _verder(request, sessie)


@routes.get("/raad/verder/{token}")
async def hervatlink(request: web.Request) -> web.Response:
    """Whose link it is and what will happen. Nothing changes and no cookie is set."""
    lid = await _van_link(request)
    if lid is None:
        return link_werkt_niet(request, verder=True)
    return await _hier_niet(request, lid) or pagina(request, "raad_verder.html", naam=await _naam(request, lid))


@routes.post("/raad/verder/{token}")
async def hervat(request: web.Request) -> web.Response:
    """Goes on in this browser; the other one stops."""
    lid = await _van_link(request)
    if lid is None:
        return link_werkt_niet(request, verder=True)
    if elders := await _hier_niet(request, lid):
        return elders
    eigen = await deelname_van(request)
    if eigen is not None:
        return naar(WERKBLAD)
    id, sessie = await _met_gesprek(request)
    try:
        await asyncio.to_thread(diensten_van(request).adviezen.hervat, request.match_info["token"], id)
    except LinkOngeldig:
        return link_werkt_niet(request, verder=True)
    return _verder(request, sessie)


async def _van_link(request: web.Request) -> Lid | None:
    try:
        return await asyncio.to_thread(diensten_van(request).adviezen.van_hervatlink, request.match_info["token"])
    except LinkOngeldig:
        return None


async def _hier_niet(request: web.Request, lid: Lid) -> web.Response | None:
    """The page that says why this member cannot go on in this browser, or None."""
    eigen = await deelname_van(request)
    if eigen is not None:
        return None if eigen.lid.id == lid.id else pagina(request, "raad_ander_advies.html", 409)
    return pagina(request, "raad_begin.html", 409, ander_gesprek=True) if await _ander_gesprek(request) else None


async def _naam(request: web.Request, lid: Lid) -> str:
    diensten = diensten_van(request)
    blad = await asyncio.to_thread(diensten.adviezen.werkblad, lid.advies_id)
    return Deelname(lid, blad, diensten.advies.lijsten).naam if blad else lid.naam


def link_werkt_niet(request: web.Request, *, verder: bool = False) -> web.Response:
    """The same page for a link that was withdrawn, used, or never existed."""
    return pagina(request, "raad_link_weg.html", 404, verder=verder)


# -- pages that were loaded again -------------------------------------------------------------------------------------

PLEKKEN = {
    "begin": "", "lijsten": "#lijsten", "naam": "#leden", "link": "#leden", "link/intrekken": "#leden",
    "verderlink": "#bewaren", "stukken": "#stukken", "stukken/{id}/wis": "#stukken", "import": "#bewaren",
}  # fmt: skip


async def _terug_naar_werkblad(request: web.Request) -> web.Response:
    resource = request.match_info.route.resource
    adres = resource.canonical if resource else ""
    return naar(WERKBLAD + PLEKKEN.get(adres.removeprefix(f"{WERKBLAD}/"), ""))


for _adres in PLEKKEN:
    routes.get(f"{WERKBLAD}/{_adres}")(_terug_naar_werkblad)

"""A citizen goes on elsewhere: with a link, with four words, or with a file that was kept at home."""

import asyncio
from functools import partial

from aiohttp import web

from bot.gesprek.delen import GROOTSTE_BESTAND, Bestandsinhoudfout, lees_bestand_van_thuis, maak_bestand, teksten
from bot.gesprek.uitnodiging import sleutels_van
from bot.web.adres import adres_van, bezoeker
from bot.web.consulent_basis import diensten_van, uitnodigingen
from bot.web.delen import DELEN, eigen_gesprek, opslag, pagina
from bot.web.problemen import Fout
from bot.web.raad_basis import ingevuld, naar
from bot.web.raad_stukken import lees_bestand
from bot.web.raad_uitvoer import download
from bot.web.sessie import gesprek_id
from bot.web.sleutels import BEGINLIMIET, HOST, KOEK, LINKLIMIET, PDFLIMIET, THUISBESTAND

routes = web.RouteTableDef()
VERDER = "/gesprek/verder"


# -- a link or a code -------------------------------------------------------------------------------------------------


@routes.post(f"{DELEN}/link")
async def maak_link(request: web.Request) -> web.Response:
    """A link for the citizen; only its hash is kept, so it is shown once."""
    id = await eigen_gesprek(request)
    token = sleutels_van((await ingevuld(request)).get("zaad", "")).token
    await asyncio.to_thread(opslag(request).hervatlink, id, token)
    return pagina(request, "delen_link.html", soort="link", waarde=adres_van(request, f"{VERDER}/{token}"), adres="")


@routes.post(f"{DELEN}/code")
async def maak_code(request: web.Request) -> web.Response:
    """Four words for the citizen, shown once."""
    id = await eigen_gesprek(request)
    woorden = sleutels_van((await ingevuld(request)).get("zaad", "")).woorden
    await asyncio.to_thread(opslag(request).hervatcode, id, woorden)
    return pagina(request, "delen_link.html", soort="code", waarde=woorden, adres=adres_van(request, "/u"))


@routes.post(f"{DELEN}/stop")
async def stop(request: web.Request) -> web.Response:
    """Link and code stop working."""
    await asyncio.to_thread(opslag(request).stop_hervatten, await eigen_gesprek(request))
    return naar(f"{DELEN}#verder")


async def toon_hervatten(
    request: web.Request, id: str, *, actie: str, woorden: str = "", status: int = 200
) -> web.Response:
    """What will happen with conversation `id`, and the button that does it. Nothing changes and no cookie is set."""
    return pagina(
        request,
        "delen_hervat.html",
        status,
        actie=actie,
        woorden=woorden,
        bewijs=await asyncio.to_thread(uitnodigingen(request).bewijs, woorden or actie),
        ander=await gesprek_id(request) not in (None, id),
        opnieuw=status == 403,
    )


@routes.get(VERDER + "/{token}")
async def met_link(request: web.Request) -> web.Response:
    """The page of a link."""
    request.app[LINKLIMIET].neem(bezoeker(request))
    id = await asyncio.to_thread(partial(opslag(request).te_hervatten, token=request.match_info["token"]))
    if id is None:
        return pagina(request, "delen_weg.html", 404)
    return await toon_hervatten(request, id, actie=request.path)


@routes.post(VERDER + "/{token}")
async def hervat_met_link(request: web.Request) -> web.Response:
    """Goes on here."""
    request.app[LINKLIMIET].neem(bezoeker(request))
    return await hervat(request, (await ingevuld(request)).get("bewijs", ""), token=request.match_info["token"])


async def al_verder(request: web.Request, waarover: str, bewijs: str) -> web.Response | None:
    """The answer to a button that was pressed twice, or whose first answer was lost."""
    opslag_, eigen = uitnodigingen(request), await gesprek_id(request)
    sessie = await asyncio.to_thread(opslag_.sessie_bij, bewijs)
    id = await request.app[HOST].zoek(sessie)
    if id is None or eigen not in (None, id) or not await asyncio.to_thread(opslag_.klopt_bewijs, waarover, bewijs):
        return None
    return _verder_met(request, sessie)


async def hervat(request: web.Request, bewijs: str, *, token: str = "", woorden: str = "") -> web.Response:
    """Goes on here where the page's own token is right; the session elsewhere ends."""
    waarover = woorden or request.path
    if eerder := await al_verder(request, waarover, bewijs):
        return eerder
    id = await asyncio.to_thread(partial(opslag(request).te_hervatten, token=token, woorden=woorden))
    gewaarschuwd = "vervang" in await ingevuld(request) or await gesprek_id(request) in (None, id)
    echt = await asyncio.to_thread(uitnodigingen(request).klopt_bewijs, waarover, bewijs)
    if id is None:
        return await al_verder(request, waarover, bewijs) or pagina(request, "delen_weg.html", 404)
    if not (echt and gewaarschuwd):
        return await toon_hervatten(request, id, actie=request.path, woorden=woorden, status=409 if echt else 403)
    sessie = await asyncio.to_thread(uitnodigingen(request).sessie_bij, bewijs)
    if await asyncio.to_thread(partial(opslag(request).hervat, sessie, token=token, woorden=woorden)) is None:
        return await al_verder(request, waarover, bewijs) or pagina(request, "delen_weg.html", 404)
    return _verder_met(request, sessie)


def _verder_met(request: web.Request, sessie: str) -> web.Response:
    antwoord = naar("/#nieuw")
    request.app[KOEK].zet(antwoord, sessie)
    return antwoord


# -- a file at home ---------------------------------------------------------------------------------------------------


@routes.get(f"{DELEN}/bestand.json")
async def bestand(request: web.Request) -> web.Response:
    """Everything of the conversation, to keep."""
    id, diensten = await eigen_gesprek(request), diensten_van(request)
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    if gesprek is None:
        raise Fout(404)
    berichten = await asyncio.to_thread(diensten.gesprekken.geschiedenis, id)
    return download(maak_bestand(diensten, gesprek, berichten), "application/json", "wmo-gesprek.json")


@routes.get("/gesprek/terug")
async def kies_bestand(request: web.Request) -> web.Response:
    """Where the file goes."""
    return pagina(request, "delen_terug.html", fout="", bezet=await gesprek_id(request) is not None)


@routes.post("/gesprek/terug")
async def neem_bestand(request: web.Request) -> web.Response:
    """A conversation from the file, checked field by field; not in the place of one that runs here."""
    t = teksten()["terug"]
    if await gesprek_id(request) is not None:
        return pagina(request, "delen_terug.html", 409, fout="", bezet=True)
    request.app[BEGINLIMIET].neem(bezoeker(request))
    request.app[PDFLIMIET].neem(f"bestand {bezoeker(request)}")
    diensten = diensten_van(request)
    try:
        _, ruw = await lees_bestand(request, "bestand", GROOTSTE_BESTAND)
        if not ruw:
            raise Fout(422, t["leeg"])
        async with request.app[THUISBESTAND]:
            standen, berichten = await asyncio.to_thread(lees_bestand_van_thuis, diensten, ruw)
    except Bestandsinhoudfout as fout:
        uitleg = t["fout_veld"].format(veld=fout.veld) if fout.veld else t["fout"]
        return pagina(request, "delen_terug.html", 422, fout=uitleg, bezet=False)
    except Fout as fout:
        uitleg = t["groot"] if fout.status == 413 else t["leeg"] if fout.status == 422 else fout.uitleg or ""
        return pagina(request, "delen_terug.html", fout.status, fout=uitleg, bezet=False)
    begin = partial(diensten.gesprekken.begin, "inwoner", diensten.gemeente.naam, berichten, inhoud=standen)
    _, token = await asyncio.to_thread(begin)
    antwoord = naar("/#nieuw")
    request.app[KOEK].zet(antwoord, token)
    return antwoord

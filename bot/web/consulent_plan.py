"""The consulent reads what a citizen shared: as it was then, and every time the citizen can see it."""

import asyncio
import re

from aiohttp import web

from bot.documenten import plan_html, plan_pdf
from bot.gesprek.bezorgen import meta_van, standen
from bot.gesprek.delen import Gedeeld, Verouderd, uit_momentopname
from bot.gesprek.uitnodiging import teksten
from bot.opslag import Delen, Deling
from bot.web.consulent_basis import BEGIN, NUMMER, diensten_van, medewerker, pagina
from bot.web.problemen import Fout
from bot.web.raad_uitvoer import download
from bot.web.sleutels import PDFLIMIET

routes = web.RouteTableDef()
PLANNEN = f"{BEGIN}/plannen"


async def _lees(request: web.Request, wat: str) -> tuple[Deling, Gedeeld]:
    """The shared plan of an own invitation, once the reading is written down. Raises Fout 404 and 409."""
    diensten, wie, t = diensten_van(request), medewerker(request), teksten()["plan"]
    delen, id = Delen(diensten.gesprekken.engine), request.match_info["id"]
    try:
        gelezen = await asyncio.to_thread(delen.lees, wie, id, wat, diensten.vandaag(), uit_momentopname)
    except Verouderd:
        raise Fout(409, t["verouderd"]) from None
    if gelezen is None:
        raise Fout(404, t["weg"])
    return gelezen


@routes.get(PLANNEN + NUMMER, allow_head=False)
async def overzicht(request: web.Request) -> web.Response:
    """When it was shared, which rules were used with which outcome and version, what was left open."""
    (deling, gedeeld), diensten = await _lees(request, "overzicht"), diensten_van(request)
    bezorgd = await asyncio.to_thread(Delen(diensten.gesprekken.engine).bezorgingen, deling.id)
    return pagina(
        request,
        "consulent_plan.html",
        ik=medewerker(request),
        deling=deling,
        gedeeld=gedeeld,
        adres=f"{PLANNEN}/{deling.uitnodiging_id}",
        bezorging=standen(bezorgd, diensten.instellingen.bezorging, diensten.bezorgteksten),
    )


@routes.get(PLANNEN + NUMMER + "/document{vorm:\\.html|\\.pdf}", allow_head=False)
async def document(request: web.Request) -> web.Response:
    """The plan as page or PDF. Raises Fout 404 and 429."""
    vorm = request.match_info["vorm"]
    if vorm == ".pdf":
        request.app[PDFLIMIET].neem(medewerker(request).id)
    deling, gedeeld = await _lees(request, "pdf" if vorm == ".pdf" else "bladzijde")
    adres = f"{PLANNEN}/{deling.uitnodiging_id}"
    naam = "-".join(["persoonlijk-plan", *re.findall(r"[a-z0-9]+", gedeeld.kenmerk.lower())])
    terug = (adres, teksten()["plan"]["kop"])
    meta = meta_van(diensten_van(request), gedeeld, deling.tot, f"{adres}/document", terug)
    if vorm == ".html":
        return web.Response(text=await asyncio.to_thread(plan_html, gedeeld.plan, meta), content_type="text/html")
    return download(await asyncio.to_thread(plan_pdf, gedeeld.plan, meta), "application/pdf", f"{naam}.pdf")

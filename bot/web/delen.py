"""What a citizen sees of what is kept, and does with it: share the plan, take it back, see who read it, wipe it all."""

import asyncio
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.bezorging import Bezorgteksten, laad_teksten
from bot.documenten import plan_html
from bot.gesprek.bezorgen import na_terugnemen
from bot.gesprek.delen import in_woorden, laatste_dag, momentopname, teksten, uit_momentopname
from bot.gesprek.stukken import plan_van
from bot.gesprek.uitnodiging import nieuw_zaad
from bot.opslag import Delen, NietTeDelen, Uitnodiging
from bot.vragen.datums import datum_voluit, lees_datum
from bot.web.consulent_basis import diensten_van, toon, uitnodigingen
from bot.web.consulent_plan import meta_van
from bot.web.problemen import Fout
from bot.web.raad_basis import Veldfout, ingevuld, naar
from bot.web.sessie import gesprek_id
from bot.web.sleutels import LIMIET

routes = web.RouteTableDef()
DELEN = "/gesprek/delen"
GEDAAN = ("is_gedeeld", "is_terug")
_HIER = ZoneInfo("Europe/Amsterdam")


def opslag(request: web.Request) -> Delen:
    """What is shared and kept."""
    return Delen(diensten_van(request).gesprekken.engine)


def pagina(request: web.Request, sjabloon: str, status: int = 200, **inhoud: Any) -> web.Response:
    """A page of the citizen."""
    return toon(request, sjabloon, teksten(), "/", status, **inhoud)


def moment(utc: datetime) -> str:
    """`12 mei 2026, 14.05 uur`, on the clock of the Netherlands."""
    hier = utc.replace(tzinfo=ZoneInfo("UTC")).astimezone(_HIER)
    return f"{zonder_weekdag(hier.date())}, {hier:%H.%M} uur"


def zonder_weekdag(dag: date) -> str:
    """`12 mei 2026`."""
    return datum_voluit(dag).partition(" ")[2]


async def eigen_gesprek(request: web.Request) -> str:
    """The conversation of this browser; a page goes to where it says that there is none. Raises Fout 429."""
    id = await gesprek_id(request)
    if id is None:
        raise web.HTTPSeeOther(DELEN)
    if request.method not in ("GET", "HEAD"):
        request.app[LIMIET].neem(id)
    return id


@routes.get(DELEN)
async def overzicht(request: web.Request) -> web.Response:
    """Everything on one page; without a conversation it says that nothing is kept."""
    id = await gesprek_id(request)
    if id is None:
        return pagina(request, "delen_leeg.html")
    return await toon_overzicht(request, id)


async def toon_overzicht(
    request: web.Request, id: str, status: int = 200, fouten: tuple[Veldfout, ...] = (), **getypt: str
) -> web.Response:
    """The page with what is wrong at one of its forms."""
    diensten = diensten_van(request)
    vandaag = diensten.vandaag()
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    if gesprek is None:
        return pagina(request, "delen_leeg.html")
    logboek = await asyncio.to_thread(opslag(request).logboek, id)
    t = teksten()
    return pagina(
        request,
        "delen_overzicht.html",
        status,
        bewaard=in_woorden(await asyncio.to_thread(diensten.gesprekken.telling, id)),
        dagen=diensten.instellingen.bewaardagen,
        er_is_plan=plan_van(diensten, gesprek) is not None,
        uitnodiging=await _om_mee_te_delen(request, id),
        gedeeld=await asyncio.to_thread(opslag(request).gedeeld, id, vandaag),
        logboek=[(moment(r.wanneer), t["log"]["u"] if r.wie == "u" else r.wie, t["log"][r.wat]) for r in logboek],
        moment=moment,
        tot=getypt.get("tot", zonder_weekdag(laatste_dag(diensten))),
        zaad=nieuw_zaad(),
        fouten=list(fouten),
        meldingen=_gedaan(request),
        na_delen=_bezorgteksten(request).na_delen[diensten.instellingen.bezorging.soort],
    )


async def _om_mee_te_delen(request: web.Request, id: str) -> Uitnodiging | None:
    """The invitation through which this conversation may share, or None."""
    uitnodiging = await asyncio.to_thread(uitnodigingen(request).bij_gesprek, id)
    return uitnodiging if uitnodiging and uitnodiging.deelbaar else None


# -- sharing ----------------------------------------------------------------------------------------------------------


@routes.get(f"{DELEN}/voorbeeld")
async def voorbeeld(request: web.Request) -> web.Response:
    """What the consulent would read now, to the letter."""
    id, diensten = await eigen_gesprek(request), diensten_van(request)
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    uitnodiging = await _om_mee_te_delen(request, id)
    inhoud = momentopname(diensten, gesprek, uitnodiging) if gesprek and uitnodiging else None
    if inhoud is None:
        raise Fout(404, teksten()["fouten"]["geen_plan"])
    gedeeld = uit_momentopname(inhoud)
    meta = meta_van(request, gedeeld, "/api/v1/gesprekken/huidig/plan", DELEN, teksten()["algemeen"]["terug_hier"])
    return web.Response(text=await asyncio.to_thread(plan_html, gedeeld.plan, meta), content_type="text/html")


@routes.post(DELEN)
async def deel(request: web.Request) -> web.Response:
    """Shares the plan as it is now: only with the tick that says so, and with a last day."""
    id, form, diensten = await eigen_gesprek(request), await ingevuld(request), diensten_van(request)
    vandaag, laatste, t, fouten = diensten.vandaag(), laatste_dag(diensten), teksten()["fouten"], []
    tot = lees_datum(form.get("tot", ""), vandaag, "toekomst")
    if tot is None or not vandaag <= tot <= laatste:
        fouten.append(Veldfout("tot", t["tot"].format(laatste=zonder_weekdag(laatste))))
    if form.get("ja") != "ja":
        fouten.append(Veldfout("ja", t["ja_delen"]))
    if fouten or tot is None:
        return await toon_overzicht(request, id, 422, tuple(fouten), tot=form.get("tot", ""))
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    uitnodiging = await _om_mee_te_delen(request, id)
    inhoud = momentopname(diensten, gesprek, uitnodiging) if gesprek and uitnodiging else None
    if inhoud is None:
        raise Fout(409, t["geen_plan"])
    try:
        bezorgen = diensten.instellingen.bezorging.kanaal is not None
        await asyncio.to_thread(partial(opslag(request).deel, id, inhoud, tot, bezorgen=bezorgen))
    except NietTeDelen:
        raise Fout(409, teksten()["delen"]["geen_uitnodiging"]) from None
    return naar(f"{DELEN}?is_gedeeld#delen")


@routes.post(f"{DELEN}/terugnemen")
async def neem_terug(request: web.Request) -> web.Response:
    """The consulent no longer sees the plan."""
    id = await eigen_gesprek(request)
    vertrokken = await asyncio.to_thread(opslag(request).neem_terug, id)
    return naar(f"{DELEN}?is_terug{'&bezorgd' if vertrokken else ''}#delen")


def _bezorgteksten(request: web.Request) -> Bezorgteksten:
    return laad_teksten(diensten_van(request).instellingen.wortel / "data" / "dialogen")


def _gedaan(request: web.Request) -> list[str]:
    """What was just done, and what cannot be called back."""
    gezegd = [teksten()["delen"][naam] for naam in GEDAAN if naam in request.query]
    bezorging = diensten_van(request).instellingen.bezorging
    if "is_terug" in request.query and bezorging.kanaal is not None:
        gezegd.append(na_terugnemen("bezorgd" in request.query, bezorging, _bezorgteksten(request)))
    return gezegd

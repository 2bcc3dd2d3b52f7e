"""What a citizen sees of what is kept, and does with it: share the plan, take it back, see who read it, wipe it all."""

import asyncio
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.documenten import plan_html
from bot.gesprek.bezorgen import meta_van, na_terugnemen
from bot.gesprek.delen import in_woorden, laatste_dag, momentopname, teksten, uit_momentopname
from bot.gesprek.stukken import plan_van
from bot.gesprek.uitnodiging import nieuw_zaad
from bot.opslag import Delen, NietTeDelen, Uitnodiging
from bot.opslag.delen import INWONER, Logregel
from bot.opslag.uitbak import BEZORGD, GEDEELD, Bezorging
from bot.vragen.datums import datum_voluit, lees_datum
from bot.web.consulent_basis import diensten_van, toon, uitnodigingen
from bot.web.problemen import Fout
from bot.web.raad_basis import WERKBLAD, Veldfout, ingevuld, naar
from bot.web.sessie import gesprek_id
from bot.web.sleutels import LIMIET

routes = web.RouteTableDef()
DELEN = "/gesprek/delen"
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
    """The citizen's conversation of this browser; a page goes to where it says that there is none. Raises Fout 429."""
    id = await _inwoner(request)
    if id is None:
        raise web.HTTPSeeOther(DELEN)
    if request.method not in ("GET", "HEAD"):
        request.app[LIMIET].neem(id)
    return id


@routes.get(DELEN)
async def overzicht(request: web.Request) -> web.Response:
    """Everything on one page; without a conversation it says that nothing is kept."""
    id = await _inwoner(request)
    if id is None:
        return pagina(request, "delen_leeg.html")
    return await toon_overzicht(request, id)


async def _inwoner(request: web.Request) -> str | None:
    """The conversation of this browser, or None. A raad keeps and shares its work on the worksheet, and goes there."""
    id = await gesprek_id(request)
    gesprek = await asyncio.to_thread(diensten_van(request).gesprekken.laad, id) if id else None
    if gesprek is not None and gesprek.rol == "raad":
        raise web.HTTPSeeOther(WERKBLAD)
    return id


async def toon_overzicht(
    request: web.Request, id: str, status: int = 200, fouten: tuple[Veldfout, ...] = (), **getypt: str
) -> web.Response:
    """The page with what is wrong at one of its forms."""
    diensten = diensten_van(request)
    vandaag = diensten.vandaag()
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    if gesprek is None:
        return pagina(request, "delen_leeg.html")
    telling = await asyncio.to_thread(diensten.gesprekken.telling, id)
    logboek = await asyncio.to_thread(opslag(request).logboek, id)
    bezorgd = await asyncio.to_thread(opslag(request).bezorgd, id)
    gedeeld = await asyncio.to_thread(opslag(request).gedeeld, id, vandaag)
    uitnodiging = await asyncio.to_thread(uitnodigingen(request).bij_gesprek, id)
    return pagina(
        request,
        "delen_overzicht.html",
        status,
        bewaard=in_woorden(telling),
        hervatbaar=await asyncio.to_thread(opslag(request).hervatbaar, id),
        dagen=diensten.instellingen.bewaardagen,
        er_is_plan=plan_van(diensten, gesprek) is not None,
        uitnodiging=uitnodiging,
        gedeeld=gedeeld,
        logboek=_logregels(logboek, bezorgd),
        moment=moment,
        tot=getypt.get("tot", zonder_weekdag(laatste_dag(diensten))),
        zaad=nieuw_zaad(),
        fouten=list(fouten),
        meldingen=_gedaan(
            request,
            gedeeld=gedeeld is not None,
            teruggenomen=any(r.wat == "teruggenomen" for r in logboek),
            bezorgd=bezorgd,
        ),
        na_delen=diensten.bezorgteksten.na_delen[diensten.instellingen.bezorging.soort],
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
    hier, terug = "/api/v1/gesprekken/huidig/plan", teksten()["algemeen"]["terug_hier"]
    meta = meta_van(diensten, gedeeld, laatste_dag(diensten), hier, (DELEN, terug))
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
    await asyncio.to_thread(opslag(request).neem_terug, id)
    return naar(f"{DELEN}?is_terug#delen")


def _gedaan(request: web.Request, *, gedeeld: bool, teruggenomen: bool, bezorgd: list[Bezorging]) -> list[str]:
    """What was just done, if it still holds, and what cannot be called back."""
    t, diensten = teksten()["delen"], diensten_van(request)
    bezorging = diensten.instellingen.bezorging
    if "is_gedeeld" in request.query and gedeeld:
        return [t["is_gedeeld"]]
    if "is_terug" not in request.query or gedeeld or not teruggenomen:
        return []
    meer = [] if bezorging.kanaal is None else [na_terugnemen(bezorgd, bezorging, diensten.bezorgteksten)]
    return [t["is_terug"], *meer]


def _logregels(regels: list[Logregel], bezorgd: list[Bezorging]) -> list[tuple[str, str, str]]:
    """Who did what with the plan, newest first: people, and the municipality's own system."""
    t = teksten()["log"]
    gezien = [(r.wanneer, t["u"] if r.wie == INWONER else r.wie, t[r.wat]) for r in regels]
    ontvangen = [
        (b.bijgewerkt, t["gemeente"], t["ontvangen" if b.gebeurtenis == GEDEELD else "hoorde_terug"])
        for b in bezorgd
        if b.stand == BEZORGD
    ]
    alle = sorted([*gezien, *ontvangen], key=lambda regel: regel[0], reverse=True)
    return [(moment(wanneer), wie, wat) for wanneer, wie, wat in alle]

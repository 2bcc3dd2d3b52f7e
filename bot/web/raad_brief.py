"""The letter around the advice: letterhead, date, signature. The secretaris fills it in; every member can read it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date

from aiohttp import web
from msgspec import convert, to_builtins

from bot.advies import Brief
from bot.gesprek.werkblad import LANGSTE_BRIEF, Deelname, netjes
from bot.vragen.datums import datum_voluit, lees_datum
from bot.web.raad_basis import (
    WERKBLAD,
    Veldfout,
    als_secretaris,
    diensten_van,
    eigen_deelname,
    fouttekst,
    ingevuld,
    meldingen,
    naar,
    nummer_gezien,
    pagina,
    te_lang,
    veldnaam,
)

routes = web.RouteTableDef()
BRIEF = f"{WERKBLAD}/brief"
GEVRAAGD = {"ja": True, "nee": False, "": None}


@routes.get(BRIEF)
async def brief(request: web.Request) -> web.Response:
    """The letter as it stands."""
    eigen = await eigen_deelname(request)
    return _toon(request, eigen, _velden(brief_van(eigen)), klaar=eigen.klaar)


@routes.post(BRIEF)
async def bewaar_brief(request: web.Request) -> web.Response:
    """Stores the letter, or shows again what was typed with what is wrong."""
    eigen, form = await als_secretaris(request), await ingevuld(request)
    nieuw, fouten = _lees(form, diensten_van(request).vandaag())
    if fouten:
        return _toon(request, eigen, _velden(Brief()) | form, fouten, 422, klaar="klaar" in form)
    adviezen = diensten_van(request).adviezen
    await asyncio.to_thread(adviezen.zet, eigen.lid.advies_id, "brief", to_builtins(nieuw))
    await asyncio.to_thread(adviezen.zet, eigen.lid.advies_id, "klaar", "klaar" in form)
    return naar(f"{BRIEF}?bewaard{nummer_gezien(form)}")


def brief_van(eigen: Deelname) -> Brief:
    """The letter of this advice."""
    return convert(eigen.blad.gegevens.get("brief", {}), Brief)


def _toon(
    request: web.Request,
    eigen: Deelname,
    waarden: Mapping[str, str],
    fouten: Sequence[Veldfout] = (),
    status: int = 200,
    *,
    klaar: bool,
) -> web.Response:
    return pagina(
        request,
        "raad_brief.html",
        status,
        ik=eigen,
        waarden=waarden,
        klaar=klaar,
        verschillen=len(eigen.verschillen),
        fouten=list(fouten),
        meldingen=meldingen(request, "algemeen.bewaard"),
    )


def _velden(brief_: Brief) -> dict[str, str]:
    return {
        "briefhoofd": brief_.briefhoofd,
        "gevraagd": next(naam for naam, waarde in GEVRAAGD.items() if waarde == brief_.gevraagd),
        "over": brief_.over,
        "datum": _zoals_getypt(brief_.datum),
        "reactie_voor": _zoals_getypt(brief_.reactie_voor),
        "ondertekening": brief_.ondertekening,
    }


def _zoals_getypt(dag: date | None) -> str:
    return datum_voluit(dag).partition(" ")[2] if dag else ""


def _lees(form: Mapping[str, str], vandaag: date) -> tuple[Brief, list[Veldfout]]:
    fouten = [f for veld, langste in LANGSTE_BRIEF.items() for f in te_lang({veld: form.get(veld, "")}, langste)]
    dagen: dict[str, date | None] = {}
    for veld in ("datum", "reactie_voor"):
        getypt = form.get(veld, "").strip()
        dagen[veld] = lees_datum(getypt, vandaag, "toekomst" if veld == "reactie_voor" else "") if getypt else None
        if getypt and dagen[veld] is None:
            fouten.append(Veldfout(veld, fouttekst("datum"), veldnaam(veld)))
    vroegst, uiterlijk = dagen["datum"], dagen["reactie_voor"]
    if vroegst and uiterlijk and uiterlijk < vroegst:
        fouten.append(Veldfout("reactie_voor", fouttekst("reactie_eerder"), veldnaam("reactie_voor")))
    tekst = {veld: netjes(form.get(veld, "")) for veld in LANGSTE_BRIEF}
    gevraagd = GEVRAAGD.get(form.get("gevraagd", ""))
    return Brief(gevraagd=gevraagd, datum=vroegst, reactie_voor=uiterlijk, **tekst), fouten

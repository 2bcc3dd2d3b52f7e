"""The points of the worksheet: a member's own answer, what the others said, and what the raad settles."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from aiohttp import web
from msgspec import Struct

from bot.gesprek.werkblad import Deelname, Puntbeeld, als_mening, deelname, teksten, velden
from bot.opslag import Ingehaald
from bot.web.raad_basis import (
    WERKBLAD,
    Veldfout,
    als_secretaris,
    diensten_van,
    eigen_deelname,
    ingevuld,
    lees_antwoord,
    meldingen,
    naar,
    niet_gevonden,
    nummer_gezien,
    pagina,
)
from bot.web.raad_lezen import Vindplaats
from bot.web.raad_stukken import vind

routes = web.RouteTableDef()
VERSCHILLEN = f"{WERKBLAD}/verschillen"


class Formulier(Struct):
    """A form that came back: what was typed, what is wrong with it, and what to say about it."""

    waarden: dict[str, str]
    fouten: list[Veldfout] = []
    uitleg: str = ""
    minderheid: tuple[str, ...] = ()


class Puntpagina(Struct):
    """A point with everything that its part of the page needs."""

    beeld: Puntbeeld
    vindplaatsen: list[Vindplaats] | None
    eigen: Formulier
    besluit: Formulier
    minderheden: list[dict[str, Any]]
    bezig: bool
    bezig_besluit: bool


Terug = Mapping[tuple[str, str], Formulier]
"""Forms that came back, by point and `eigen` or `besluit`."""


@routes.get(f"{WERKBLAD}/deel/{{deel}}")
async def deel(request: web.Request) -> web.Response:
    """The points of one part."""
    eigen = await eigen_deelname(request)
    return await _toon_deel(request, eigen, request.match_info["deel"])


async def _toon_deel(
    request: web.Request, eigen: Deelname, deel_id: str, terug: Terug | None = None, status: int = 200
) -> web.Response:
    if deel_id not in eigen.delen:
        niet_gevonden("onbekend_deel")
    deel_ = eigen.delen[deel_id]
    ids = list(eigen.delen)
    plek = ids.index(deel_id)
    punten = await _punten(request, eigen, [p.id for p in deel_.punten], terug or {})
    return pagina(
        request,
        "raad_deel.html",
        status,
        ik=eigen,
        deel=deel_,
        lijst=eigen.lijsten.lijst_van(deel_id),
        punten=punten,
        elders=eigen.elders(deel_id),
        vorige=eigen.delen[ids[plek - 1]] if plek else None,
        volgende=eigen.delen[ids[plek + 1]] if plek + 1 < len(ids) else None,
        bekeken=sum(p.beeld.eigen is not None or p.beeld.overgeslagen or bool(p.beeld.versie) for p in punten),
        meldingen=meldingen(request),
        terug_naar=f"{WERKBLAD}/deel/{deel_id}",
        net_bewaard=request.query.get("bewaard", ""),
    )


async def _punten(request: web.Request, eigen: Deelname, ids: Iterable[str], terug: Terug) -> list[Puntpagina]:
    ids = list(ids)
    gevonden = await vind(diensten_van(request), eigen.lid.advies_id, [eigen.punten[i] for i in ids])
    return [_puntpagina(eigen, id, gevonden.get(id), terug) for id in ids]


def _puntpagina(eigen: Deelname, id: str, gevonden: list[Vindplaats] | None, terug: Terug) -> Puntpagina:
    beeld = eigen.beeld(id)
    ingevuld_ = terug.get((id, "eigen"))
    besluit = terug.get((id, "besluit"))
    return Puntpagina(
        beeld=beeld,
        vindplaatsen=gevonden,
        eigen=ingevuld_ or Formulier(velden(beeld.eigen)),
        besluit=besluit or Formulier(eigen.voorzet(id), minderheid=tuple(stem["lid"] for stem in beeld.minderheid)),
        minderheden=eigen.minderheden(id),
        bezig=ingevuld_ is not None,
        bezig_besluit=besluit is not None,
    )


@routes.post(f"{WERKBLAD}/punten/{{punt}}")
async def bewaar_antwoord(request: web.Request) -> web.Response:
    """This member's own answer; `actie` wis takes it back."""
    eigen, id, form = await eigen_deelname(request), _kern(request), await ingevuld(request)
    if id not in eigen.punten:
        niet_gevonden("onbekend_punt")
    adviezen = diensten_van(request).adviezen
    if form.get("actie") == "wis":
        await asyncio.to_thread(adviezen.bewaar_mening, eigen.lid, id, {})
        return _na(eigen, id, form, "")
    antwoord, fouten = lees_antwoord(form)
    if antwoord is None:
        return await _opnieuw(request, eigen, id, form, {(id, "eigen"): Formulier(_typte(form), fouten)}, 422)
    await asyncio.to_thread(adviezen.bewaar_mening, eigen.lid, id, als_mening(antwoord))
    return _na(eigen, id, form, nummer_gezien(form))


@routes.post(f"{WERKBLAD}/besluiten/{{punt}}")
async def leg_vast(request: web.Request) -> web.Response:
    """What the raad settled, written down by the secretaris; `actie` open opens the point again."""
    eigen, id = await als_secretaris(request), _kern(request)
    form = await ingevuld(request)
    minderheid = tuple(str(w) for w in (await request.post()).getall("minderheid", []))
    if id not in eigen.punten:
        niet_gevonden("onbekend_punt")
    versie = int(v) if (v := form.get("versie", "")).isdecimal() and len(v) < 10 else 0
    antwoord, fouten = lees_antwoord(form)
    openen = form.get("actie") == "open"
    if antwoord is None and not openen:
        terug = {(id, "besluit"): Formulier(_typte(form), fouten, minderheid=minderheid)}
        return await _opnieuw(request, eigen, id, form, terug, 422)
    inhoud = None if openen or antwoord is None else eigen.besluit(id, antwoord, minderheid)
    diensten = diensten_van(request)
    try:
        await asyncio.to_thread(diensten.adviezen.besluit, eigen.lid.advies_id, id, inhoud, versie)
    except Ingehaald:
        nu = await asyncio.to_thread(deelname, diensten, eigen.lid.gesprek_id or "") or eigen
        terug = {(id, "besluit"): Formulier(_typte(form), uitleg=_ingehaald(nu, id), minderheid=minderheid)}
        return await _opnieuw(request, nu, id, form, terug, 409)
    return _na(eigen, id, form, nummer_gezien(form))


def _ingehaald(eigen: Deelname, id: str) -> str:
    t = teksten()
    besluit, besloten = eigen.blad.besluiten.get(id), eigen.beeld(id).besloten
    if besluit is None or besloten is None:
        return t["besluit"]["ingehaald_open"]
    door = eigen.door(besluit) or t["besluit"]["een_ander"]
    return t["besluit"]["ingehaald"].format(door=door, oordeel=t["oordelen"][besloten.oordeel].lower())


def _typte(form: Mapping[str, str]) -> dict[str, str]:
    return velden(None) | {naam: w for naam, w in form.items() if naam in velden(None)}


def _kern(request: web.Request) -> str:
    lijsten, id = diensten_van(request).advies.lijsten, request.match_info["punt"]
    return lijsten.kern(id) if id in lijsten.punten else id


def _plek(eigen: Deelname, id: str, form: Mapping[str, str]) -> str:
    """Where the form stood."""
    return VERSCHILLEN if form.get("plek") == "verschillen" else f"{WERKBLAD}/deel/{eigen.deel_van(id).id}"


def _na(eigen: Deelname, id: str, form: Mapping[str, str], erbij: str) -> web.Response:
    return naar(f"{_plek(eigen, id, form)}?bewaard={id}{erbij}#punt-{id}")


async def _opnieuw(
    request: web.Request, eigen: Deelname, id: str, form: Mapping[str, str], terug: Terug, status: int
) -> web.Response:
    if form.get("plek") == "verschillen":
        return await _toon_verschillen(request, eigen, terug, status)
    return await _toon_deel(request, eigen, eigen.deel_van(id).id, terug, status)


@routes.get(VERSCHILLEN)
async def verschillen(request: web.Request) -> web.Response:
    """Every point that members differ about, to settle in the meeting."""
    return await _toon_verschillen(request, await eigen_deelname(request))


async def _toon_verschillen(
    request: web.Request, eigen: Deelname, terug: Terug | None = None, status: int = 200
) -> web.Response:
    ids = [p.id for p in eigen.verschillen]
    ids += [id for id, _ in terug or {} if id not in ids]
    punten = await _punten(request, eigen, ids, terug or {})
    net_bewaard = request.query.get("bewaard", "")
    return pagina(
        request,
        "raad_verschillen.html",
        status,
        ik=eigen,
        punten=[(eigen.deel_van(p.beeld.punt.id), p) for p in punten],
        vastgelegd=eigen.punten.get(net_bewaard),
        meldingen=meldingen(request),
        net_bewaard=net_bewaard,
    )

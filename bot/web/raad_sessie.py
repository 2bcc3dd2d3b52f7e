"""The planner of a dialoogsessie: a form, the planning that follows, its documents and its calendar."""

import asyncio
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from aiohttp import web
from msgspec import convert, to_builtins

from bot.advies import Checklijsten
from bot.dialoogsessie import Deelnemer, Gegevens, Invoer, Planning, Teksten, maak_gegevens, maak_planning
from bot.documenten import dialoogsessie as papier
from bot.gesprek.diensten import Diensten
from bot.gesprek.instellingen import WORTEL
from bot.gesprek.werkblad import LANGSTE_NAAM, Deelname, netjes, teksten
from bot.vragen.bestand import lees_bestand
from bot.web.raad_basis import (
    Veldfout,
    als_secretaris,
    diensten_van,
    eigen_deelname,
    formulier,
    ingevuld,
    meldingen,
    naar,
    niet_gevonden,
    nummer_gezien,
    pagina,
    te_lang,
)
from bot.web.raad_uitvoer import download, in_vorm, meta_van

routes = web.RouteTableDef()
SESSIE = "/raad/dialoogsessie"
SOORTEN = ("draaiboek", "uitnodiging", "agenda", "verslag")
LANGSTE = {"doel": 1000, "gespreksleider": 120, "datum": 60, "begintijd": 30, "plaats": 200, "eigen_punten": 1000}
EERSTE_REGELS, LEGE_REGELS, MEESTE_REGELS = 8, 3, 24


@cache
def _teksten() -> Teksten:
    return lees_bestand(WORTEL / "data" / "dialogen" / "dialoogsessie.yaml", Teksten)


def _gegevens(lijsten: Checklijsten) -> Gegevens:
    return maak_gegevens(_teksten(), lijsten.lijsten["themas"])


def invoer_van(eigen: Deelname) -> Invoer:
    """What is filled in."""
    return convert(eigen.blad.gegevens.get("dialoogsessie") or {}, Invoer)


def planning_van(diensten: Diensten, eigen: Deelname) -> Planning:
    """The planning that follows from it."""
    return maak_planning(invoer_van(eigen), _gegevens(eigen.lijsten), diensten.vandaag())


@routes.get(SESSIE)
async def planner(request: web.Request) -> web.Response:
    """The form and the planning as they stand."""
    eigen = await eigen_deelname(request)
    return _toon(request, eigen, invoer_van(eigen))


@routes.post(SESSIE)
async def bewaar(request: web.Request) -> web.Response:
    """Stores what was filled in: what is missing or does not fit is said, never refused."""
    eigen, form = await als_secretaris(request), await ingevuld(request)
    themas = tuple(str(w) for w in (await formulier(request)).getall("thema", []))
    invoer = Invoer(
        deelnemers=_deelnemers(form), themas=themas[:20], **{veld: netjes(form.get(veld, "")) for veld in LANGSTE}
    )
    fouten = [f for veld, langste in LANGSTE.items() for f in te_lang({veld: form.get(veld, "")}, langste)]
    if fouten:
        return _toon(request, eigen, invoer, fouten, 422)
    await asyncio.to_thread(
        diensten_van(request).adviezen.zet, eigen.lid.advies_id, "dialoogsessie", to_builtins(invoer)
    )
    return naar(f"{SESSIE}?bewaard{nummer_gezien(form)}#planning")


def _deelnemers(form: Mapping[str, str]) -> tuple[Deelnemer, ...]:
    regels = (
        Deelnemer(netjes(form.get(f"deelnemer-{i}", ""))[:LANGSTE_NAAM], form.get(f"kant-{i}", "")[:40])
        for i in range(1, MEESTE_REGELS + 1)
    )
    return tuple(d for d in regels if d.naam or d.kant)


def _toon(
    request: web.Request, eigen: Deelname, invoer: Invoer, fouten: list[Veldfout] | None = None, status: int = 200
) -> web.Response:
    gegevens = _gegevens(eigen.lijsten)
    aantal = min(MEESTE_REGELS, max(EERSTE_REGELS, len(invoer.deelnemers) + LEGE_REGELS))
    regels = [*invoer.deelnemers, *[Deelnemer()] * aantal][:aantal]
    planning = maak_planning(invoer, gegevens, diensten_van(request).vandaag())
    return pagina(
        request,
        "raad_dialoogsessie.html",
        status,
        ik=eigen,
        invoer=invoer,
        deelnemers=regels,
        gegevens=gegevens,
        planning=planning,
        ingevuld=bool(eigen.blad.gegevens.get("dialoogsessie")),
        fouten=fouten or [],
        soorten=SOORTEN,
        meldingen=meldingen(request, "algemeen.bewaard"),
    )


@routes.get(SESSIE + "/{soort:" + "|".join(SOORTEN) + r"}{vorm:\.html|\.pdf|\.odt}")
async def document(request: web.Request) -> web.Response:
    """One of the documents; `?sessie=2` gives that of the second session."""
    eigen, diensten = await eigen_deelname(request), diensten_van(request)
    soort, vorm = request.match_info["soort"], request.match_info["vorm"]
    planning = planning_van(diensten, eigen)
    nummer = request.query.get("sessie", "1")
    if nummer not in {str(s.nummer) for s in planning.sessies}:
        niet_gevonden("onbekende_sessie")
    erbij = f"?sessie={nummer}" if nummer != "1" else ""
    meta = meta_van(diensten, eigen.lid.advies_id, f"{SESSIE}/{soort}", _terug(), erbij)
    argumenten: tuple[Any, ...] = (planning, meta) if soort == "draaiboek" else (planning, meta, int(nummer))
    maken: dict[str, Callable[[], str | bytes]] = {
        f".{v}": partial(getattr(papier, f"{soort}_{v}"), *argumenten) for v in ("html", "pdf", "odt")
    }
    return await in_vorm(request, eigen.lid.advies_id, vorm, f"dialoogsessie-{soort}", maken)


def _terug() -> tuple[str, str]:
    return SESSIE, teksten()["dialoogsessie"]["terug"]


@routes.get(f"{SESSIE}/kalender.ics")
async def kalender(request: web.Request) -> web.Response:
    """The days to remember, for a calendar. 404 while the session has no day."""
    eigen, diensten = await eigen_deelname(request), diensten_van(request)
    planning = planning_van(diensten, eigen)
    if not planning.met_datum:
        niet_gevonden("geen_dag")
    meta = meta_van(diensten, eigen.lid.advies_id, f"{SESSIE}/draaiboek", _terug())
    return download(papier.dialoogsessie_ics(planning, meta), "text/calendar", "dialoogsessie.ics")

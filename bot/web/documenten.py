"""Plan, advice and outcomes over HTTP: as JSON, page, PDF or ODT."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot import documenten
from bot.documenten import Meta
from bot.gesprek.diensten import Diensten
from bot.gesprek.stukken import advies_van, plan_van, uitkomsten_van
from bot.opslag import Gesprek
from bot.web.sleutels import HOST, PDFLIMIET

SOORTEN = ("plan", "advies", "uitkomsten")
BESTANDSNAMEN = {"plan": "persoonlijk-plan", "advies": "advies-wmo-raad", "uitkomsten": "uitkomsten"}
TYPEN = {".pdf": "application/pdf", ".odt": "application/vnd.oasis.opendocument.text"}
TERUG = {"inwoner": "/", "raad": "/raad"}
ONDERWERPEN = {"persoonlijk_plan": "plan", "start_advies": "advies"}
_VAN: dict[str, Callable[[Diensten, Gesprek], Any]] = {
    "plan": plan_van,
    "advies": advies_van,
    "uitkomsten": uitkomsten_van,
}


def adres(soort: str, vorm: str = "") -> str:
    """Where a document is found."""
    return f"/api/v1/gesprekken/huidig/{soort}{vorm}"


def adressen(soort: str) -> dict[str, str]:
    """The four forms of a document."""
    vormen = {"html": ".html", "pdf": ".pdf", "odt": ".odt", "json": ""}
    return {f"url_{naam}": adres(soort, vorm) for naam, vorm in vormen.items()}


def soort_van(onderwerp: str | None) -> str:
    """Which document a message with `soort: document` is about."""
    return ONDERWERPEN.get(onderwerp or "", "uitkomsten")


async def document(request: web.Request, id: str, soort: str, vorm: str) -> web.Response | None:
    """The document as it stands, or None."""
    diensten = request.app[HOST].diensten
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    inhoud = _VAN[soort](diensten, gesprek) if gesprek is not None else None
    if gesprek is None or not inhoud:
        return None
    meta = Meta(
        gemeente=diensten.contact.gemeente.naam,
        datum=diensten.vandaag(),
        kenmerk=id,
        pdf_url=adres(soort, ".pdf"),
        odt_url=adres(soort, ".odt"),
        documentnamen=diensten.documentnamen,
        clientondersteuning=diensten.clientondersteuning,
        medewerker=diensten.medewerker,
        terug_url=TERUG[gesprek.rol],
    )
    if vorm == ".html":
        return web.Response(text=getattr(documenten, f"{soort}_html")(inhoud, meta), content_type="text/html")
    if vorm in TYPEN:
        request.app[PDFLIMIET].neem(id)
        maak = getattr(documenten, f"{soort}_{vorm.removeprefix('.')}")
        naam = f'attachment; filename="{BESTANDSNAMEN[soort]}{vorm}"'
        inhoud_ = await asyncio.to_thread(maak, inhoud, meta)
        return web.Response(body=inhoud_, content_type=TYPEN[vorm], headers={"Content-Disposition": naam})
    return web.json_response(getattr(documenten, f"{soort}_json")(inhoud, meta))

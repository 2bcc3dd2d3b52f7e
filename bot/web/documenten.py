"""Plan, advice and outcomes over HTTP: as JSON, page or PDF."""

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
    """The three forms of a document."""
    return {"url_html": adres(soort, ".html"), "url_pdf": adres(soort, ".pdf"), "url_json": adres(soort)}


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
        documentnamen=diensten.documentnamen,
        clientondersteuning=diensten.clientondersteuning,
        medewerker=diensten.medewerker,
        terug_url=TERUG[gesprek.rol],
    )
    if vorm == ".html":
        return web.Response(text=getattr(documenten, f"{soort}_html")(inhoud, meta), content_type="text/html")
    if vorm == ".pdf":
        request.app[PDFLIMIET].neem(id)
        pdf = await asyncio.to_thread(getattr(documenten, f"{soort}_pdf"), inhoud, meta)
        naam = f'attachment; filename="{BESTANDSNAMEN[soort]}.pdf"'
        return web.Response(body=pdf, content_type="application/pdf", headers={"Content-Disposition": naam})
    return web.json_response(getattr(documenten, f"{soort}_json")(inhoud, meta))

"""What the pages of the Wmo-raad share: whose advice a request is about, the frame of a page, and forms."""

import asyncio
from collections.abc import Mapping
from typing import Any, NoReturn

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from msgspec import Struct, ValidationError, convert

from bot.advies import BELANG
from bot.gesprek.diensten import Diensten
from bot.gesprek.invoer import LANGSTE_TEKST
from bot.gesprek.werkblad import (
    LANGSTE_NAAM,
    OORDELEN,
    TEKSTVELDEN,
    Antwoord,
    Deelname,
    Naamfout,
    deelname,
    met_bsn,
    teksten,
)
from bot.web.paginas import HIER, met_links
from bot.web.problemen import Fout
from bot.web.sessie import gesprek_id
from bot.web.sleutels import HOST, LIMIET

WERKBLAD = "/raad/advies"

_sjablonen = Environment(
    loader=FileSystemLoader(HIER / "sjablonen"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_sjablonen.filters["met_links"] = met_links


class Veldfout(Struct, frozen=True):
    """What is wrong at one field of a form, in words for who typed it."""

    veld: str
    tekst: str


def diensten_van(request: web.Request) -> Diensten:
    """The services."""
    return request.app[HOST].diensten


async def deelname_van(request: web.Request) -> Deelname | None:
    """The advice of this session as it stands now, or None."""
    id = await gesprek_id(request)
    return await asyncio.to_thread(deelname, diensten_van(request), id) if id else None


async def eigen_deelname(request: web.Request) -> Deelname:
    """The advice of this session. A page goes to the begin when there is none; the API says 401 or 404."""
    id = await gesprek_id(request)
    api = request.path.startswith("/api/")
    if id is None:
        raise Fout(401) if api else web.HTTPSeeOther(WERKBLAD)
    if request.method not in ("GET", "HEAD"):
        request.app[LIMIET].neem(id)
    eigen = await asyncio.to_thread(deelname, diensten_van(request), id)
    if eigen is None:
        raise Fout(404, fouttekst("geen_advies")) if api else web.HTTPSeeOther(WERKBLAD)
    return eigen


async def als_secretaris(request: web.Request) -> Deelname:
    """The same, for what only the secretaris does. Raises Fout 403."""
    eigen = await eigen_deelname(request)
    if not eigen.lid.secretaris:
        raise Fout(403, fouttekst("alleen_secretaris"))
    return eigen


def fouttekst(naam: str, **waarden: Any) -> str:
    """One of the texts for what is wrong."""
    return teksten()["fouten"][naam].format(**waarden)


def naamfout(fout: Naamfout) -> str:
    """What is wrong with a name."""
    return fouttekst(str(fout), langste=LANGSTE_NAAM)


def pagina(request: web.Request, sjabloon: str, status: int = 200, **inhoud: Any) -> web.Response:
    """A page of the raad."""
    diensten = diensten_van(request)
    html = _sjablonen.get_template(sjabloon).render(
        gemeente=diensten.contact.gemeente.naam,
        pad="/raad",
        hier=request.path,
        t=teksten(),
        documentnamen=diensten.documentnamen,
        langste=LANGSTE_TEKST,
        **inhoud,
    )
    return web.Response(text=html, content_type="text/html", charset="utf-8", status=status)


def naar(adres: str) -> web.Response:
    """Goes to a page after a form."""
    return web.Response(status=303, headers={"Location": adres})


def niet_gevonden(tekst: str) -> NoReturn:
    """Raises Fout 404."""
    raise Fout(404, fouttekst(tekst))


async def ingevuld(request: web.Request) -> dict[str, str]:
    """The text fields of a form; a field that was not sent is not in it."""
    gestuurd = await request.post()
    return {naam: w.replace("\r\n", "\n") for naam, w in gestuurd.items() if isinstance(w, str)}


def lees_antwoord(form: Mapping[str, str]) -> tuple[Antwoord | None, list[Veldfout]]:
    """The answer of a form, or what is wrong with it."""
    fouten = []
    oordeel, belang = form.get("oordeel", ""), form.get("belang", "")
    if oordeel not in OORDELEN:
        fouten.append(Veldfout("oordeel", fouttekst("oordeel_leeg")))
    if belang and belang not in BELANG:
        fouten.append(Veldfout("belang", fouttekst("belang_onbekend")))
    fouten += te_lang({veld: form.get(veld, "") for veld in TEKSTVELDEN})
    if fouten:
        return None, fouten
    tekst = {veld: form.get(veld, "") for veld in TEKSTVELDEN}
    return convert({"oordeel": oordeel, "belang": belang or None, **tekst}, Antwoord), []


def te_lang(velden: Mapping[str, str], langste: int = LANGSTE_TEKST) -> list[Veldfout]:
    """The fields with more text than fits."""
    return [
        Veldfout(naam, fouttekst("te_lang", lengte=len(w), langste=langste))
        for naam, w in velden.items()
        if len(w) > langste
    ]


def nummer_gezien(form: Mapping[str, str]) -> str:
    """For the address to go to: whether a burgerservicenummer was taken out."""
    return "&nummer=1" if met_bsn(form.values()) else ""


def meldingen(request: web.Request, *namen: str) -> list[str]:
    """What to say above the page about what was just done: the address names it."""
    t = teksten()
    gezegd = [t[groep][naam] for groep, _, naam in (n.partition(".") for n in namen) if naam in request.query]
    if "nummer" in request.query:
        gezegd.append(diensten_van(request).algemeen.zinnen["bsn"])
    return gezegd


def veld_van(fout: ValidationError) -> str:
    """The dotted name of the wrong field: a wrong value by its path, a missing or unknown one by its name too."""
    uitleg, _, pad = str(fout).partition(" - at `$")
    namen = [pad.rstrip("`").lstrip(".")] if pad else []
    if "field `" in uitleg:
        namen.append(uitleg.partition("field `")[2].partition("`")[0])
    return ".".join(naam for naam in namen if naam)

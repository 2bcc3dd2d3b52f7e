"""What the pages of the Wmo-raad share: whose advice a request is about, the frame of a page, and forms."""

import asyncio
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, cast

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from msgspec import Struct, ValidationError, structs

from bot.advies import BELANG
from bot.gesprek.diensten import Diensten
from bot.gesprek.invoer import LANGSTE_TEKST
from bot.gesprek.werkblad import (
    LANGSTE_NAAM,
    OORDELEN,
    TEKSTVELDEN,
    Antwoord,
    Belang,
    Deelname,
    Naamfout,
    Oordeel,
    deelname,
    met_bsn,
    teksten,
)
from bot.web.paginas import HIER, met_links
from bot.web.problemen import Fout, Getoond, lees_formulier
from bot.web.sessie import gesprek_id
from bot.web.sleutels import HOST, LIMIET

WERKBLAD = "/raad/advies"
GROOTSTE_FORMULIER = 1024 * 1024
NIET_GETYPT = frozenset({"actie", "plek", "versie", "was", "oordeel", "belang", "minderheid"})

_sjablonen = Environment(
    loader=FileSystemLoader(HIER / "sjablonen"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_sjablonen.filters["met_links"] = met_links


class Veldfout(Struct, frozen=True):
    """What is wrong at one field of a form, in words for who typed it; `naam` says which one in a list of faults.

    The page opens at the `eerste`.
    """

    veld: str
    tekst: str
    naam: str = ""
    eerste: bool = False


def diensten_van(request: web.Request) -> Diensten:
    """The services."""
    return request.app[HOST].diensten


async def deelname_van(request: web.Request) -> Deelname | None:
    """The advice of this session as it stands now, or None."""
    id = await gesprek_id(request)
    return await asyncio.to_thread(deelname, diensten_van(request), id) if id else None


async def eigen_deelname(request: web.Request) -> Deelname:
    """The advice of this session. A page goes to the begin when there is none; the API says 401 or 404.

    A form of who takes part no longer leads to a page that gives back what was typed.
    """
    id = await gesprek_id(request)
    api = request.path.startswith("/api/")
    leest = request.method in ("GET", "HEAD")
    if id is not None and not leest:
        request.app[LIMIET].neem(id)
    eigen = await asyncio.to_thread(deelname, diensten_van(request), id) if id else None
    if eigen is not None:
        return eigen
    if api:
        raise Fout(401) if id is None else Fout(404, fouttekst("geen_advies"))
    if leest:
        raise web.HTTPSeeOther(WERKBLAD)
    raise Getoond(pagina(request, "raad_niet_meer.html", 409, getypt=await _getypt(request)))


async def _getypt(request: web.Request) -> list[tuple[str, str]]:
    """What somebody typed in a form that can no longer be saved, with the name of each field."""
    if request.content_type.startswith("multipart/"):
        return []
    form = await ingevuld(request)
    gevonden = []
    for sleutel, tekst in form.items():
        plek, _, veld = sleutel.rpartition(".")
        if tekst.strip() and veld not in NIET_GETYPT and not _stond_er_al(form, plek, veld):
            punt = diensten_van(request).advies.lijsten.punten.get(plek.removeprefix("b."))
            gevonden.append((f"{punt.kort} – {veldnaam(veld)}" if punt else veldnaam(veld), tekst))
    return gevonden


def _stond_er_al(form: Mapping[str, str], plek: str, veld: str) -> bool:
    return veld.startswith("kant-") or (bool(plek) and form.get(f"{plek}.was") == merk(velden_van(form, plek)))


def velden_van(form: Mapping[str, str], plek: str) -> dict[str, str]:
    """The fields of one answer in a form that holds several."""
    return {veld: form.get(f"{plek}.{veld}", "") for veld in ("oordeel", "belang", *TEKSTVELDEN)}


def merk(velden: Mapping[str, str]) -> str:
    """A mark of what stood in the fields of an answer when the page was made."""
    inhoud = [velden[veld] for veld in ("oordeel", "belang", *TEKSTVELDEN)]
    return f"{zlib.crc32(json.dumps(inhoud).encode()):08x}"


def veldnaam(veld: str) -> str:
    """What a field is called on the page."""
    t = teksten()
    if veld in TEKSTVELDEN or veld == "belang":
        return t["punt"][veld]
    if veld == "oordeel":
        return t["punt"]["uw_antwoord"]
    if veld == "naam":
        return t["leden"]["naam"]
    if veld.startswith("deelnemer-"):
        return t["dialoogsessie"]["deelnemer"].format(nummer=veld.partition("-")[2])
    return t["brief"].get(veld) or t["dialoogsessie"].get(veld) or ""


async def weer_concept(request: web.Request, eigen: Deelname) -> str:
    """Makes a finished advice a draft again, because something in it changed; for the address, whether it did."""
    if not eigen.klaar:
        return ""
    await asyncio.to_thread(diensten_van(request).adviezen.zet, eigen.lid.advies_id, "klaar", False)
    return "&concept=1"


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
    """A page of the raad. The first of its faults gets the focus."""
    if fouten := inhoud.get("fouten"):
        inhoud["fouten"] = eerst(fouten)
    if fout := inhoud.get("fout"):
        inhoud["fout"] = structs.replace(fout, eerste=True) if isinstance(fout, Veldfout) else fout
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


def eerst(fouten: Sequence[Veldfout]) -> list[Veldfout]:
    """The faults, the first one marked as such."""
    return [structs.replace(fout, eerste=not i) for i, fout in enumerate(fouten)]


def naar(adres: str) -> web.Response:
    """Goes to a page after a form."""
    return web.Response(status=303, headers={"Location": adres})


def niet_gevonden(tekst: str) -> NoReturn:
    """Raises Fout 404."""
    raise Fout(404, fouttekst(tekst))


async def formulier(request: web.Request) -> Any:
    """The fields of a form of the raad, which can hold the points of a whole part. Raises Fout 400 and 413."""
    return await lees_formulier(request, GROOTSTE_FORMULIER)


async def ingevuld(request: web.Request) -> dict[str, str]:
    """The text fields of a form; a field that was not sent is not in it."""
    gestuurd = await formulier(request)
    return {naam: leesbaar(w.replace("\r\n", "\n")) for naam, w in gestuurd.items() if isinstance(w, str)}


def leesbaar(tekst: str) -> str:
    """Without what no database and no UTF-8 can hold: NUL, and halves of characters from an odd charset."""
    return tekst.replace("\0", "").encode(errors="replace").decode()


def lees_antwoord(form: Mapping[str, str], langste: int = LANGSTE_TEKST) -> tuple[Antwoord | None, list[Veldfout]]:
    """The answer of a form, or what is wrong with it."""
    fouten = []
    oordeel, belang = form.get("oordeel", ""), form.get("belang", "")
    if oordeel not in OORDELEN:
        fouten.append(Veldfout("oordeel", fouttekst("oordeel_leeg"), veldnaam("oordeel")))
    if belang and belang not in BELANG:
        fouten.append(Veldfout("belang", fouttekst("belang_onbekend"), veldnaam("belang")))
    tekst = {veld: form.get(veld, "") for veld in TEKSTVELDEN}
    fouten += te_lang(tekst, langste)
    if fouten:
        return None, fouten
    return Antwoord(cast(Oordeel, oordeel), belang=cast(Belang, belang) if belang else None, **tekst), []


def te_lang(velden: Mapping[str, str], langste: int = LANGSTE_TEKST) -> list[Veldfout]:
    """The fields with more text than fits."""
    return [
        Veldfout(naam, fouttekst("te_lang", lengte=len(w), langste=langste), veldnaam(naam))
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
    if "concept" in request.query:
        gezegd.append(t["algemeen"]["weer_concept"])
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

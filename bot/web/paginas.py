"""The pages: everything also works as a plain form post, without JavaScript."""

import re
import secrets
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from bot.gesprek.delen import in_woorden, teksten
from bot.gesprek.host import Afscheid, OnbekendeKeuze, Onbeschikbaar
from bot.gesprek.invoer import LANGSTE_TEKST
from bot.gesprek.taal import andere_taal
from bot.web.documenten import SOORTEN, adressen, soort_van
from bot.web.problemen import TEKSTEN, WACHT, Fout, lees_formulier
from bot.web.sessie import begin, bericht, gesprek_id
from bot.web.sleutels import HOST, KOEK

routes = web.RouteTableDef()
HIER = Path(__file__).parent
STATISCH = HIER / "static"
PADEN = {"inwoner": "/", "raad": "/raad"}
STIL = ("overslaan", "waarom", "terug")
DOCUMENTNAMEN = {"plan": "Persoonlijk plan", "advies": "Conceptadvies", "uitkomsten": "Uitkomsten"}
_TELEFOON = re.compile(r"\b(?:0800-\d{4}|0\d{1,3}[- ]?\d{6,7}|14 ?0\d{2,3}|11[23](?! ?(?:minuten|uur|euro)))\b")

_sjablonen = Environment(
    loader=FileSystemLoader(HIER / "sjablonen"), autoescape=select_autoescape(["html"]), undefined=StrictUndefined
)


def met_links(tekst: str) -> Markup:
    """Escaped text in which phone numbers can be called."""
    delen, begin_ = [], 0
    for m in _TELEFOON.finditer(tekst):
        nummer = re.sub(r"\D", "", m.group())
        delen += [escape(tekst[begin_ : m.start()]), Markup('<a href="tel:{}">{}</a>').format(nummer, m.group())]
        begin_ = m.end()
    return Markup("").join([*delen, escape(tekst[begin_:])])


_sjablonen.filters["met_links"] = met_links


def _pagina(naam: str, status: int = 200, **inhoud: Any) -> web.Response:
    html = _sjablonen.get_template(naam).render(**inhoud)
    return web.Response(text=html, content_type="text/html", charset="utf-8", status=status)


def foutpagina(request: web.Request, status: int, titel: str, uitleg: str) -> web.Response:
    """What went wrong and what to do now."""
    gemeente = request.app[HOST].diensten.contact.gemeente.naam
    pad = "/consulent" if request.path.startswith("/consulent") else "/"
    return _pagina("fout.html", status, titel=titel, uitleg=uitleg, gemeente=gemeente, pad=pad)


async def _gesprekspagina(
    request: web.Request, rol: str, *, status: int = 200, fout: str | None = None, concept: str = ""
) -> web.Response:
    host = request.app[HOST]
    diensten = host.diensten
    id = await gesprek_id(request)
    verloop: dict[str, Any] = await host.geschiedenis(id) if id else {"berichten": [], "voortgang": {}}
    stand, afgelopen = verloop["voortgang"], id is None and request.app[KOEK].lees(request) is not None
    er_is = {
        "plan": "persoonlijk_plan" in stand,
        "advies": "advies" in stand,
        "uitkomsten": any(stand.get(naam, {}).get("klaar") for naam in diensten.rekendialogen),
    }
    onderwerpen = {b["onderwerp"] for b in verloop["berichten"] if b["soort"] == "document"}
    antwoord = _pagina(
        "gesprek.html",
        status,
        rol=rol,
        pad=PADEN[rol],
        gemeente=diensten.contact.gemeente.naam,
        begonnen=id is not None,
        afgelopen=afgelopen,
        berichten=verloop["berichten"],
        onbeantwoord=verloop.get("onbeantwoord"),
        voortgang=stand,
        documenten=[{"naam": DOCUMENTNAMEN[s], **adressen(s)} for s in SOORTEN if er_is[s]],
        fout=fout,
        concept=concept,
        sleutel=secrets.token_urlsafe(16),
        namen=diensten.algemeen.namen,
        documentnamen=diensten.documentnamen,
        groet=diensten.algemeen.groet[rol].tekst,
        talen=_taal_bij(diensten, verloop["berichten"]),
        links_bij={o: _links(o) for o in onderwerpen | set(_document_onderwerpen(diensten)) if o},
        stille_labels=[diensten.algemeen.labels[naam] for naam in STIL],
        langste=LANGSTE_TEKST,
    )
    return antwoord


def _taal_bij(diensten: Any, berichten: list[dict[str, Any]]) -> dict[str, str]:
    """The language of each text that is not Dutch, so that it is read aloud and written in its own direction."""
    vast = {tekst: code for code, taal in diensten.talen.talen.items() for tekst in (taal.zin, taal.gevaar)}
    getypt = {b["tekst"]: andere_taal(b["tekst"]) for b in berichten if b["van"] == "u"}
    return vast | {tekst: code for tekst, code in getypt.items() if code in diensten.talen.talen}


def _links(onderwerp: str) -> dict[str, str]:
    """Where a bubble with a document leads: its forms, and for a plan the page where it is shared."""
    soort = soort_van(onderwerp)
    return adressen(soort) | ({"url_delen": "/gesprek/delen"} if soort == "plan" else {})


def _document_onderwerpen(diensten: Any) -> list[str]:
    return ["persoonlijk_plan", *(f"start_{naam}" for naam in ("advies", *diensten.rekendialogen))]


@routes.get("/")
async def inwoner(request: web.Request) -> web.Response:
    """The conversation of a citizen."""
    return await _gesprekspagina(request, "inwoner")


@routes.get("/raad")
async def raad(request: web.Request) -> web.Response:
    """The conversation of a Wmo-raad."""
    return await _gesprekspagina(request, "raad")


@routes.post("/gesprek/begin")
async def begin_gesprek(request: web.Request) -> web.Response:
    """Starts a conversation."""
    rol = str((await lees_formulier(request)).get("rol", ""))
    if rol not in PADEN:
        raise Fout(422)
    if await gesprek_id(request) is not None:
        return _naar(f"{PADEN[rol]}#nieuw")
    token, _ = await begin(request, rol)
    antwoord = _naar(f"{PADEN[rol]}#nieuw")
    request.app[KOEK].zet(antwoord, token)
    return antwoord


@routes.post("/gesprek/bericht")
async def stuur_bericht(request: web.Request) -> web.Response:
    """One message from the form. What went wrong stands above the input, and what was typed stays in it."""
    velden = await lees_formulier(request)
    rol = next((r for r, pad in PADEN.items() if pad == velden.get("pad")), "inwoner")
    tekst, keuze, sleutel = (str(velden[n]) if velden.get(n) else None for n in ("tekst", "keuze", "sleutel"))
    if tekst is not None:
        tekst = tekst.replace("\r\n", "\n")
    try:
        antwoord = await bericht(request, tekst=None if keuze else tekst or "", keuze=keuze, sleutel=sleutel)
    except (Fout, OnbekendeKeuze, Onbeschikbaar) as fout:
        return await _met_fout(request, rol, fout, tekst or "")
    if antwoord.gewist:
        return _gewist(request, PADEN[rol], antwoord.gewist)
    return _naar(f"{PADEN[rol]}#nieuw")


async def _met_fout(request: web.Request, rol: str, fout: Exception, tekst: str) -> web.Response:
    status = fout.status if isinstance(fout, Fout) else 422 if isinstance(fout, OnbekendeKeuze) else 503
    if status == 401:
        return _naar(PADEN[rol])
    uitleg = getattr(fout, "uitleg", None) or ". ".join(TEKSTEN[status])
    antwoord = await _gesprekspagina(request, rol, status=status, fout=uitleg, concept=tekst)
    if status in WACHT:
        antwoord.headers["Retry-After"] = WACHT[status]
    return antwoord


@routes.get("/gesprek/wissen")
async def bevestig_wissen(request: web.Request) -> web.Response:
    """Asks once: GET never deletes."""
    gemeente = request.app[HOST].diensten.contact.gemeente.naam
    begonnen = await gesprek_id(request) is not None
    return _pagina("bevestig_wissen.html", gemeente=gemeente, pad="/", begonnen=begonnen, t=teksten()["wissen"])


@routes.post("/gesprek/wissen")
async def wis(request: web.Request) -> web.Response:
    """Everything of this conversation goes."""
    id = await gesprek_id(request)
    if id is None:
        return await bevestig_wissen(request)
    return _gewist(request, "/", await request.app[HOST].wis(id))


def _gewist(request: web.Request, pad: str, afscheid: Afscheid) -> web.Response:
    """What is gone, and the count of what was found after it."""
    antwoord = _pagina(
        "gewist.html",
        gemeente=request.app[HOST].diensten.contact.gemeente.naam,
        pad=pad,
        afscheid=afscheid,
        weg=in_woorden(afscheid.gewist.weg),
        elders=afscheid.elders,
        onbegrepen=request.app[HOST].diensten.instellingen.onbegrepen,
        t=teksten()["wissen"],
    )
    request.app[KOEK].wis(antwoord)
    return antwoord


@routes.get("/begrippen")
async def begrippen(request: web.Request) -> web.Response:
    """The words of the trade, explained."""
    diensten = request.app[HOST].diensten
    return _pagina(
        "begrippen.html",
        gemeente=diensten.contact.gemeente.naam,
        begrippen=[(woord, begrip.uitleg) for woord, begrip in diensten.begrippen.items()],
        pad="/",
    )


@routes.get("/privacy")
async def privacy(request: web.Request) -> web.Response:
    """What is kept, how long, and how to have it wiped."""
    diensten = request.app[HOST].diensten
    return _pagina(
        "privacy.html",
        gemeente=diensten.contact.gemeente.naam,
        termijnen=diensten.instellingen.termijnen,
        onbegrepen=diensten.instellingen.onbegrepen,
        waarheen=diensten.bezorgteksten.na_delen[diensten.instellingen.bezorging.soort],
        pad="/",
    )


@routes.get("/.well-known/security.txt")
async def security_txt(request: web.Request) -> web.Response:
    """RFC 9116: the counter's mail address where the municipality filled it in, else the page that says whom to ask."""
    loket = request.app[HOST].diensten.contact.wmo_loket
    contact = f"mailto:{loket.email}" if loket.email else str(request.url.with_path("/privacy"))
    verloopt = f"{request.app[HOST].diensten.vandaag().year + 1}-12-31T23:59:59Z"
    tekst = f"Contact: {contact}\nExpires: {verloopt}\nPreferred-Languages: nl, en\n"
    return web.Response(text=tekst, content_type="text/plain", charset="utf-8")


def _naar(adres: str) -> web.Response:
    return web.Response(status=303, headers={"Location": adres})

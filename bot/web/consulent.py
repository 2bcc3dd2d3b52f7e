"""Staff sign in; a consulent makes invitations and sees what became of them."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

import segno
from aiohttp import web
from markupsafe import Markup

from bot.gesprek.uitnodiging import (
    DAGEN_GELDIG,
    MEESTE_DAGEN,
    PLAN,
    Kenmerkfout,
    keuzes,
    lees_kenmerk,
    mag_tot,
    nieuw_zaad,
    sleutels_van,
    standaard_tot,
    teksten,
)
from bot.opslag import Medewerker, Sleutels, Wacht
from bot.opslag.uitbak import Uitbak
from bot.vragen.datums import datum_voluit, lees_datum
from bot.web.adres import adres_van, bezoeker
from bot.web.consulent_basis import (
    BEGIN,
    NUMMER,
    aangemeld,
    diensten_van,
    medewerker,
    medewerkers,
    pagina,
    uitnodigingen,
)
from bot.web.problemen import Fout
from bot.web.raad_basis import Veldfout, ingevuld, naar
from bot.web.sleutels import MEDEWERKERKOEK

routes = web.RouteTableDef()
UITNODIGINGEN = f"{BEGIN}/uitnodigingen"
MELDINGEN = ("ingetrokken", "verlengd")
AFGEMELD = ("afgemeld", "stil")
EIGEN_PLEK = re.compile(rf"{BEGIN}/plannen/[0-9a-f-]{{36}}")


# -- signing in -------------------------------------------------------------------------------------------------------


@routes.get(BEGIN)
async def begin(request: web.Request) -> web.Response:
    """Where staff begin: sign in, or the own invitations."""
    wie = await aangemeld(request)
    if wie is None:
        gezegd = " ".join(teksten()["aanmelden"][reden] for reden in AFGEMELD if reden in request.query)
        return _aanmelden(request, gezegd=gezegd)
    if verder := _plek(request.query.get("naar", "")):
        raise web.HTTPSeeOther(verder)
    if wie.rol != "consulent":
        return await _ander_werk(request, wie)
    return await _overzicht(request, wie)


async def _ander_werk(request: web.Request, wie: Medewerker) -> web.Response:
    """For a beheerder the accounts and how the deliveries go; for a raad the way to its worksheet."""
    accounts, uitbak = [], {}
    if wie.rol == "beheerder":
        accounts = await asyncio.to_thread(medewerkers(request).lijst)
        if diensten_van(request).instellingen.bezorging.kanaal is not None:
            uitbak = await asyncio.to_thread(Uitbak(diensten_van(request).gesprekken.engine).standen)
    return pagina(request, "consulent_ander_werk.html", ik=wie, accounts=accounts, uitbak=uitbak)


def _plek(pad: str) -> str:
    """Where a link in a message led before signing in, and nowhere else."""
    return pad if EIGEN_PLEK.fullmatch(pad) else ""


def _aanmelden(
    request: web.Request, status: int = 200, *, fout: str = "", naam: str = "", gezegd: str = ""
) -> web.Response:
    proxy = bool(diensten_van(request).instellingen.oidc_kop)
    plek = _plek(request.query.get("naar", ""))
    return pagina(
        request, "consulent_aanmelden.html", status, fout=fout, naam=naam, gezegd=gezegd, proxy=proxy, plek=plek
    )


@routes.post(f"{BEGIN}/aanmelden")
async def meld_aan(request: web.Request) -> web.Response:
    """Checks the password. A wrong name and a wrong password get the same answer for the same work."""
    t, koek = teksten()["aanmelden"], request.app[MEDEWERKERKOEK]
    if diensten_van(request).instellingen.oidc_kop:
        return _aanmelden(request, 403)
    form = await ingevuld(request)
    naam, wachtwoord = form.get("naam", "")[:100], form.get("wachtwoord", "")
    try:
        token = await asyncio.to_thread(
            medewerkers(request).meld_aan, naam, wachtwoord, bezoeker(request), koek.lees(request)
        )
    except Wacht as wacht:
        antwoord = _aanmelden(request, 429, fout=t["wacht"].format(seconden=wacht.seconden), naam=naam)
        antwoord.headers["Retry-After"] = str(wacht.seconden)
        return antwoord
    if token is None:
        return _aanmelden(request, 422, fout=t["fout"], naam=naam)
    antwoord = naar(_plek(request.query.get("naar", "")) or BEGIN)
    koek.zet(antwoord, token)
    return antwoord


@routes.post(f"{BEGIN}/afmelden")
async def meld_af(request: web.Request) -> web.Response:
    """Ends the session."""
    koek = request.app[MEDEWERKERKOEK]
    if token := koek.lees(request):
        await asyncio.to_thread(medewerkers(request).meld_af, token)
    antwoord = naar(f"{BEGIN}?afgemeld")
    koek.wis(antwoord)
    return antwoord


# -- invitations ------------------------------------------------------------------------------------------------------


async def _overzicht(
    request: web.Request,
    wie: Medewerker,
    status: int = 200,
    fouten: Sequence[Veldfout] = (),
    form: Mapping[str, str] | None = None,
) -> web.Response:
    diensten = diensten_van(request)
    vandaag = diensten.vandaag()
    eigen = await asyncio.to_thread(uitnodigingen(request).van, wie.id)
    leeg = {"dialoog": PLAN, "tot": zonder_weekdag(standaard_tot(vandaag)), "meldingsdag": "", "kenmerk": ""}
    return pagina(
        request,
        "consulent_lijst.html",
        status,
        ik=wie,
        lijst=sorted(((u, u.status(vandaag)) for u in eigen), key=lambda rij: rij[1] != "gedeeld"),
        dialogen=keuzes(diensten),
        waarden=leeg | dict(form or {}),
        zaad=nieuw_zaad(),
        fouten=list(fouten),
        meldingen=[teksten()["lijst"][naam] for naam in MELDINGEN if naam in request.query],
    )


def zonder_weekdag(dag: date) -> str:
    """`12 mei 2026`."""
    return datum_voluit(dag).partition(" ")[2]


@routes.post(UITNODIGINGEN)
async def maak(request: web.Request) -> web.Response:
    """A new invitation; link and code are shown this once."""
    wie, form, diensten = medewerker(request), await ingevuld(request), diensten_van(request)
    vandaag, fouten, t = diensten.vandaag(), [], teksten()["fouten"]
    dialoog, kenmerk = form.get("dialoog", ""), ""
    if dialoog not in keuzes(diensten):
        fouten.append(Veldfout("dialoog", t["dialoog"]))
    tot = lees_datum(form.get("tot", ""), vandaag, "toekomst")
    if tot is None or not mag_tot(tot, vandaag):
        laatste = zonder_weekdag(vandaag + timedelta(days=MEESTE_DAGEN))
        fouten.append(Veldfout("tot", t["tot"].format(laatste=laatste)))
    getypt = form.get("meldingsdag", "").strip()
    melding = lees_datum(getypt, vandaag, "verleden") if getypt else None
    if getypt and (melding is None or melding > vandaag):
        fouten.append(Veldfout("meldingsdag", t["melding"]))
    try:
        kenmerk = lees_kenmerk(form.get("kenmerk", ""))
    except Kenmerkfout as fout:
        fouten.append(Veldfout("kenmerk", t[str(fout)]))
    if fouten or tot is None:
        return await _overzicht(request, wie, 422, fouten, form)
    sleutels = sleutels_van(form.get("zaad", ""))
    if not await asyncio.to_thread(uitnodigingen(request).nieuw, wie.id, sleutels, dialoog, kenmerk, tot, melding):
        raise Fout(409, teksten()["fouten"]["al_gebruikt"])
    return _klaar(request, sleutels, tot, kenmerk)


def _klaar(request: web.Request, sleutels: Sleutels, tot: date, kenmerk: str) -> web.Response:
    diensten, woorden = diensten_van(request), sleutels.woorden
    link, adres = adres_van(request, f"/u/{sleutels.token}"), adres_van(request, "/u")
    waarden = {
        "link": link,
        "adres": adres,
        "woorden": woorden,
        "dag": zonder_weekdag(tot),
        "medewerker": diensten.medewerker,
    }
    t = teksten()
    return pagina(
        request,
        "consulent_klaar.html",
        ik=medewerker(request),
        kenmerk=kenmerk,
        link=link,
        adres=adres,
        woorden=woorden,
        tot=tot,
        qr=qr(link),
        brieven=[
            (soort, t["klaar"][f"{soort}_kop"], t[soort]["tekst"].format(**waarden))
            for soort in ("brief", "mail", "bel")
        ],
    )


def qr(link: str) -> Markup:
    """The link, and nothing else, as an SVG of its own."""
    svg = segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=4, svgclass="qr")
    return Markup(svg)  # noqa: S704  made of the link alone, which is base64 after our own address


async def _eigen(request: web.Request) -> str:
    """The id of an own invitation. Raises Fout 404 for somebody else's, as for one that never was."""
    id = request.match_info["id"]
    if await asyncio.to_thread(uitnodigingen(request).een, medewerker(request).id, id) is None:
        raise Fout(404)
    return id


@routes.get(UITNODIGINGEN + NUMMER + "/intrekken")
async def bevestig_intrekken(request: web.Request) -> web.Response:
    """Asks once: GET changes nothing."""
    wie, id = medewerker(request), await _eigen(request)
    uitnodiging = await asyncio.to_thread(uitnodigingen(request).een, wie.id, id)
    vandaag = diensten_van(request).vandaag()
    return pagina(request, "consulent_intrekken.html", ik=wie, uitnodiging=uitnodiging, vandaag=vandaag)


@routes.post(UITNODIGINGEN + NUMMER + "/intrekken")
async def trek_in(request: web.Request) -> web.Response:
    """Link and code stop working."""
    id = await _eigen(request)
    await asyncio.to_thread(uitnodigingen(request).trek_in, medewerker(request).id, id)
    return naar(f"{BEGIN}?ingetrokken")


@routes.post(UITNODIGINGEN + NUMMER + "/verlengen")
async def verleng(request: web.Request) -> web.Response:
    """Two weeks longer, from today or from the last day where that is later; a button pressed twice is once."""
    id, wie, vandaag = await _eigen(request), medewerker(request), diensten_van(request).vandaag()
    eigen = await asyncio.to_thread(uitnodigingen(request).een, wie.id, id)
    eerst = eigen.tot if eigen else vandaag
    if (await ingevuld(request)).get("was", eerst.isoformat()) != eerst.isoformat():
        return naar(f"{BEGIN}?verlengd")
    tot = min(max(vandaag, eerst) + timedelta(days=DAGEN_GELDIG), vandaag + timedelta(days=MEESTE_DAGEN))
    if tot <= eerst or not await asyncio.to_thread(uitnodigingen(request).verleng, wie.id, id, tot):
        raise Fout(409, teksten()["fouten"]["verlengen"])
    return naar(f"{BEGIN}?verlengd")


@routes.post(UITNODIGINGEN + NUMMER + "/opnieuw")
async def opnieuw(request: web.Request) -> web.Response:
    """A new link and code; the old ones stop working. Raises Fout 409 once the citizen has begun."""
    id, wie = await _eigen(request), medewerker(request)
    form = await ingevuld(request)
    sleutels = sleutels_van(form.get("zaad", ""), id)
    eigen = await asyncio.to_thread(uitnodigingen(request).een, wie.id, id)
    werkt = eigen is not None and eigen.begint(diensten_van(request).vandaag())
    opnieuw_ = partial(uitnodigingen(request).opnieuw, wie.id, id, sleutels, form.get("was", ""))
    if eigen is None or not werkt or not await asyncio.to_thread(opnieuw_):
        raise Fout(409, teksten()["fouten"]["begonnen"])
    return _klaar(request, sleutels, eigen.tot, eigen.kenmerk)

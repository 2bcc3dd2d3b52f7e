"""The points of the worksheet: a member's own answer, what the others said, and what the raad settles."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from aiohttp import web
from msgspec import Struct, structs

from bot.gesprek.werkblad import LANGSTE_BESLUIT, Deelname, Puntbeeld, als_mening, deelname, teksten, velden
from bot.opslag import Ingehaald
from bot.web.problemen import Fout
from bot.web.raad_basis import (
    WERKBLAD,
    Veldfout,
    diensten_van,
    eerst,
    eigen_deelname,
    formulier,
    fouttekst,
    ingevuld,
    lees_antwoord,
    meldingen,
    merk,
    naar,
    niet_gevonden,
    nummer_gezien,
    pagina,
    velden_van,
    weer_concept,
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
    versie: int = 0


class Bewaring(Struct):
    """What became of a form with several points: what was saved, what comes back, and whether anything changed."""

    bewaard: list[str] = []
    terug: dict[tuple[str, str], Formulier] = {}
    veranderd: bool = False
    status: int = 200


class Puntpagina(Struct):
    """A point with everything that its part of the page needs."""

    beeld: Puntbeeld
    vindplaatsen: list[Vindplaats] | None
    eigen: Formulier
    besluit: Formulier
    minderheden: list[dict[str, Any]]
    bezig: bool
    bezig_besluit: bool
    was: str
    was_besluit: str


Terug = Mapping[tuple[str, str], Formulier]
"""Forms that came back, by point and `eigen` or `besluit`."""


@routes.get(f"{WERKBLAD}/deel/{{deel}}")
async def deel(request: web.Request) -> web.Response:
    """The points of one part."""
    eigen = await eigen_deelname(request)
    return await _toon_deel(request, eigen, request.match_info["deel"])


async def _toon_deel(
    request: web.Request, eigen: Deelname, deel_id: str, klaar: Bewaring | None = None, ook: Sequence[str] = ()
) -> web.Response:
    if deel_id not in eigen.delen:
        niet_gevonden("onbekend_deel")
    deel_ = eigen.delen[deel_id]
    ids = list(eigen.delen)
    plek = ids.index(deel_id)
    punten = await _punten(request, eigen, [p.id for p in deel_.punten], klaar.terug if klaar else {})
    zonder = [p.beeld.punt.id for p in punten if not (p.beeld.eigen or p.beeld.overgeslagen or p.beeld.versie)]
    return pagina(
        request,
        "raad_deel.html",
        klaar.status if klaar else 200,
        ik=eigen,
        deel=deel_,
        lijst=eigen.lijsten.lijst_van(deel_id),
        punten=punten,
        elders=eigen.elders(deel_id),
        vorige=eigen.delen[ids[plek - 1]] if plek else None,
        volgende=eigen.delen[ids[plek + 1]] if plek + 1 < len(ids) else None,
        bekeken=len(punten) - len(zonder),
        eerste_open=zonder[0] if zonder else "",
        meldingen=[*meldingen(request), *ook],
        net_bewaard=_net_bewaard(request, klaar),
    )


def _net_bewaard(request: web.Request, klaar: Bewaring | None) -> list[str]:
    return klaar.bewaard if klaar else request.query.get("bewaard", "").split(",")


async def _punten(request: web.Request, eigen: Deelname, ids: Iterable[str], terug: Terug) -> list[Puntpagina]:
    ids = list(ids)
    gevonden = await vind(diensten_van(request), eigen.lid.advies_id, [eigen.punten[i] for i in ids])
    return [_puntpagina(eigen, id, gevonden.get(id), terug) for id in ids]


def _met_eerste(terug: dict[tuple[str, str], Formulier], ids: Iterable[str]) -> None:
    """The first fault on the page gets the focus."""
    volgorde = ((id, soort) for id in ids for soort in ("eigen", "besluit"))
    if form := next((terug[plek] for plek in volgorde if plek in terug and terug[plek].fouten), None):
        form.fouten = eerst(form.fouten)


def _puntpagina(eigen: Deelname, id: str, gevonden: list[Vindplaats] | None, terug: Terug) -> Puntpagina:
    beeld = eigen.beeld(id)
    ingevuld_ = terug.get((id, "eigen"))
    besluit = terug.get((id, "besluit"))
    return Puntpagina(
        beeld=beeld,
        vindplaatsen=gevonden,
        eigen=ingevuld_ or Formulier(velden(beeld.eigen)),
        besluit=besluit or Formulier(eigen.voorzet(id), minderheid=_minderheid(beeld), versie=beeld.versie),
        minderheden=eigen.minderheden(id),
        bezig=ingevuld_ is not None,
        bezig_besluit=besluit is not None,
        was=merk(velden(beeld.eigen)),
        was_besluit=merk(eigen.voorzet(id)),
    )


def _minderheid(beeld: Puntbeeld) -> tuple[str, ...]:
    return tuple(stem["lid"] for stem in beeld.minderheid)


@routes.post(f"{WERKBLAD}/deel/{{deel}}")
async def bewaar_deel(request: web.Request) -> web.Response:
    """Everything that was filled in at the points of a part; `actie` says which button was pressed."""
    eigen, deel_id = await eigen_deelname(request), request.match_info["deel"]
    if deel_id not in eigen.delen:
        niet_gevonden("onbekend_deel")
    klaar, ook, nu = await _bewaar(request, eigen)
    if klaar.terug:
        _met_eerste(klaar.terug, (p.id for p in eigen.delen[deel_id].punten))
        return await _toon_deel(request, nu, deel_id, klaar, list(ook.values()))
    wat, op = await _actie(request)
    if wat == "naar":
        adres = f"{WERKBLAD}/deel/{op}" if op in eigen.delen else WERKBLAD
        return naar(f"{adres}?{_erbij(ook).lstrip('&')}".rstrip("?"))
    return naar(f"{WERKBLAD}/deel/{deel_id}{_na(klaar, op, ook)}")


@routes.post(VERSCHILLEN)
async def bewaar_verschillen(request: web.Request) -> web.Response:
    """The same, from the list of differences."""
    eigen = await eigen_deelname(request)
    klaar, ook, nu = await _bewaar(request, eigen)
    if klaar.terug:
        _met_eerste(klaar.terug, eigen.punten)
        return await _toon_verschillen(request, nu, klaar, list(ook.values()))
    return naar(f"{VERSCHILLEN}{_na(klaar, (await _actie(request))[1], ook)}")


async def _actie(request: web.Request) -> tuple[str, str]:
    """Which button was pressed, and at which point or for which part."""
    wat, _, op = (await ingevuld(request)).get("actie", "").partition(".")
    return wat, op


def _na(klaar: Bewaring, op: str, ook: Mapping[str, str]) -> str:
    plek = op or next(iter(klaar.bewaard), "")
    return f"?bewaard={','.join(klaar.bewaard)}{_erbij(ook)}{f'#punt-{plek}' if plek else ''}"


def _erbij(ook: Mapping[str, str]) -> str:
    return "".join(f"&{naam}=1" for naam in ook)


async def _bewaar(request: web.Request, eigen: Deelname) -> tuple[Bewaring, dict[str, str], Deelname]:
    """Saves every answer that changed and settles the point whose button says so.

    What cannot be saved comes back. With it what to say above the page, by its name in an address, and the advice as
    it stands then.
    """
    form, (wat, op) = await ingevuld(request), await _actie(request)
    if wat not in ("", "naar") and op and op not in eigen.punten:
        niet_gevonden("onbekend_punt")
    if wat in ("vast", "open") and not eigen.lid.secretaris:
        raise Fout(403, fouttekst("alleen_secretaris"))
    genoemd = {sleutel.removeprefix("b.").partition(".")[0] for sleutel in form if "." in sleutel} | {op}
    klaar = Bewaring()
    for id in (id for id in eigen.punten if id in genoemd):
        gedrukt = wat if id == op else ""
        await _bewaar_eigen(request, eigen, id, form, gedrukt, klaar)
        if eigen.lid.secretaris:
            await _bewaar_besluit(request, eigen, id, form, gedrukt, klaar)
    concept = await weer_concept(request, eigen) if klaar.veranderd else ""
    nu = await asyncio.to_thread(deelname, diensten_van(request), eigen.lid.gesprek_id or "") or eigen
    for (id, soort), terug in klaar.terug.items():
        if soort == "besluit" and terug.versie < 0:
            terug.uitleg, terug.versie = _ingehaald(nu, id), nu.beeld(id).versie
    ook = {"concept": teksten()["algemeen"]["weer_concept"]} if concept else {}
    if nummer_gezien(form):
        ook["nummer"] = diensten_van(request).algemeen.zinnen["bsn"]
    return klaar, ook, nu


async def _bewaar_eigen(
    request: web.Request, eigen: Deelname, id: str, form: Mapping[str, str], gedrukt: str, klaar: Bewaring
) -> None:
    stond = eigen.beeld(id).eigen
    getypt = velden_van(form, id)
    adviezen = diensten_van(request).adviezen
    if gedrukt == "wis":
        await asyncio.to_thread(adviezen.bewaar_mening, eigen.lid, id, {})
        klaar.bewaard.append(id)
        klaar.veranderd = True
        return
    gestuurd = any(f"{id}.{veld}" in form for veld in getypt)
    anders = gestuurd and merk(getypt) != form.get(f"{id}.was", merk(velden(stond)))
    if not anders and not (gedrukt == "bewaar" and stond is None):
        if gedrukt == "bewaar":
            klaar.bewaard.append(id)
        return
    antwoord, fouten = lees_antwoord(getypt)
    if antwoord is None:
        klaar.terug[id, "eigen"] = Formulier(getypt, _bij(eigen, id, fouten))
        klaar.status = max(klaar.status, 422)
        return
    await asyncio.to_thread(adviezen.bewaar_mening, eigen.lid, id, als_mening(antwoord))
    klaar.bewaard.append(id)
    klaar.veranderd = True


async def _bewaar_besluit(
    request: web.Request, eigen: Deelname, id: str, form: Mapping[str, str], gedrukt: str, klaar: Bewaring
) -> None:
    """Settles or opens a point. What was typed at another point without settling it comes back as it was."""
    plek = f"b.{id}"
    getypt, beeld = velden_van(form, plek), eigen.beeld(id)
    minderheid = tuple(str(w) for w in (await formulier(request)).getall(f"{plek}.minderheid", []))
    versie = min(int(v), 2**31 - 1) if (v := form.get(f"{plek}.versie", "")).isdecimal() and len(v) <= 10 else 0
    if gedrukt not in ("vast", "open"):
        gestuurd = f"{plek}.was" in form
        if gestuurd and (merk(getypt) != form[f"{plek}.was"] or set(minderheid) != set(_minderheid(beeld))):
            uitleg = teksten()["besluit"]["nog_niet"]
            klaar.terug[id, "besluit"] = Formulier(getypt, uitleg=uitleg, minderheid=minderheid, versie=versie)
        return
    antwoord, fouten = lees_antwoord(getypt, LANGSTE_BESLUIT) if gedrukt == "vast" else (None, [])
    if fouten:
        terug = Formulier(getypt, _bij(eigen, id, fouten), minderheid=minderheid, versie=versie)
        klaar.terug[id, "besluit"], klaar.status = terug, max(klaar.status, 422)
        return
    inhoud = eigen.besluit(id, antwoord, minderheid) if antwoord else None
    try:
        await asyncio.to_thread(diensten_van(request).adviezen.besluit, eigen.lid.advies_id, id, inhoud, versie)
    except Ingehaald:
        klaar.terug[id, "besluit"] = Formulier(getypt, minderheid=minderheid, versie=-1)
        klaar.status = 409
        return
    klaar.bewaard.append(id)
    klaar.veranderd = True


def _bij(eigen: Deelname, id: str, fouten: Iterable[Veldfout]) -> list[Veldfout]:
    """The faults, named after the point and the field."""
    return [structs.replace(fout, naam=f"{eigen.punten[id].kort} – {fout.naam}") for fout in fouten]


def _ingehaald(eigen: Deelname, id: str) -> str:
    t = teksten()
    besluit, besloten = eigen.blad.besluiten.get(id), eigen.beeld(id).besloten
    if besluit is None or besloten is None:
        return t["besluit"]["ingehaald_open"]
    door = eigen.door(besluit) or t["besluit"]["een_ander"]
    return t["besluit"]["ingehaald"].format(door=door, oordeel=t["oordelen"][besloten.oordeel].lower())


@routes.get(VERSCHILLEN)
async def verschillen(request: web.Request) -> web.Response:
    """Every point that members differ about, to settle in the meeting."""
    return await _toon_verschillen(request, await eigen_deelname(request))


async def _toon_verschillen(
    request: web.Request, eigen: Deelname, klaar: Bewaring | None = None, ook: Sequence[str] = ()
) -> web.Response:
    terug = klaar.terug if klaar else {}
    gevraagd = {p.id for p in eigen.verschillen} | {id for id, _ in terug}
    punten = await _punten(request, eigen, [id for id in eigen.punten if id in gevraagd], terug)
    net_bewaard = _net_bewaard(request, klaar)
    return pagina(
        request,
        "raad_verschillen.html",
        klaar.status if klaar else 200,
        ik=eigen,
        punten=[(eigen.deel_van(p.beeld.punt.id), p) for p in punten],
        vastgelegd=[eigen.punten[id] for id in net_bewaard if id in eigen.punten],
        meldingen=[*meldingen(request), *ook],
        net_bewaard=net_bewaard,
    )

"""The worksheet of a Wmo-raad for programs: the same session, the same rows as the pages and the chat."""

import asyncio
from typing import Annotated, Any, TypeVar

import msgspec
from aiohttp import web
from msgspec import Meta, Struct, structs, to_builtins

from bot.gesprek.werkblad import (
    LANGSTE_NAAM,
    Antwoord,
    Deelname,
    Naamfout,
    Raadsantwoord,
    Stemming,
    als_mening,
    deelname,
    lees_naam,
)
from bot.opslag import Ingehaald, LinkOngeldig
from bot.stukken import Stukfout
from bot.web.adres import adres_van
from bot.web.problemen import Fout, als_json
from bot.web.raad_basis import (
    als_secretaris,
    diensten_van,
    eigen_deelname,
    fouttekst,
    naamfout,
    niet_gevonden,
    veld_van,
    weer_concept,
)
from bot.web.raad_stukken import status_van, vind, voeg_toe, wis
from bot.web.sessie import eigen_gesprek

routes = web.RouteTableDef()
API = "/api/v1/advies"
T = TypeVar("T")


class NieuwBesluit(Struct, frozen=True, forbid_unknown_fields=True):
    """Body of `PUT …/besluiten/{punt}`. `versie` is what was read (0: not settled yet); no `antwoord` opens the point.

    `minderheid` holds ids of members whose answer is kept beside it.
    """

    versie: Annotated[int, Meta(ge=0, le=2**31 - 1)]
    antwoord: Raadsantwoord | None
    minderheid: Annotated[tuple[str, ...], Meta(max_length=100)] = ()


class Deelneming(Struct, frozen=True, forbid_unknown_fields=True):
    """Body of `POST …/deelname`."""

    token: Annotated[str, Meta(max_length=200)]
    naam: Annotated[str, Meta(max_length=4 * LANGSTE_NAAM)]


class Lidbeeld(Struct, frozen=True):
    """A member."""

    id: str
    naam: str
    secretaris: bool
    vertrokken: bool
    u: bool


class Besluitbeeld(Struct, frozen=True):
    """What the raad settled."""

    antwoord: Antwoord | None
    versie: int
    minderheid: list[dict[str, Any]]


class Puntstand(Struct, frozen=True):
    """A point as this member sees it; `anderen` stays empty until they answered."""

    id: str
    kort: str
    vraag: str
    bron: dict[str, str]
    eigen: Antwoord | None
    anderen: list[Stemming]
    verdeeld: bool
    besluit: Besluitbeeld | None


class Deelstand(Struct, frozen=True):
    """A part with its points and progress."""

    id: str
    naam: str
    lijst: str
    aantal: int
    eigen: int
    raad: int
    punten: list[Puntstand]


class Stukbeeld(Struct, frozen=True):
    """An uploaded text."""

    id: str
    naam: str
    soort: str
    bladzijden: int | None
    passages: int


class Adviesstand(Struct, frozen=True):
    """The whole advice as this member sees it."""

    leden: list[Lidbeeld]
    gedeeld: bool
    lijsten: list[str]
    gegevens: dict[str, Any]
    delen: list[Deelstand]
    stukken: list[Stukbeeld]


class Stukken(Struct, frozen=True):
    """The uploaded texts."""

    stukken: list[Stukbeeld]


class Passagebeeld(Struct, frozen=True):
    """A passage that seems to treat a point."""

    stuk: str
    naam: str
    plaats: str
    tekst: str


class Passages(Struct, frozen=True):
    """The passages, likeliest first in each text."""

    passages: list[Passagebeeld]


class Deellink(Struct, frozen=True):
    """A link for members: it can be read this once."""

    token: str
    url: str


async def _lees(request: web.Request, soort: type[T]) -> T:
    """The body, strictly. Raises Veldprobleem that names the field."""
    try:
        return msgspec.json.decode(await request.read(), type=soort)
    except msgspec.ValidationError as fout:
        raise Veldprobleem(veld_van(fout)) from fout
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fout:
        raise Fout(422, fouttekst("geen_json_verzoek")) from fout


class Veldprobleem(Fout):
    """422 with the name of the field."""

    def __init__(self, veld: str) -> None:
        super().__init__(422, fouttekst("veld", veld=veld or "het geheel"))
        self.veld = veld


def stand_van(eigen: Deelname, stukken: list[Stukbeeld]) -> Adviesstand:
    """Everything that this member may see."""
    return Adviesstand(
        leden=[Lidbeeld(lid.id, eigen.namen[lid.id], lid.secretaris, lid.vertrokken, lid.id == eigen.lid.id)
               for lid in eigen.blad.leden],
        gedeeld=eigen.blad.gedeeld,
        lijsten=eigen.gekozen,
        gegevens={naam: w for naam, w in eigen.blad.gegevens.items() if naam != "lijsten"},
        delen=[
            Deelstand(v.deel.id, v.deel.naam, v.lijst, v.aantal, v.eigen, v.raad,
                      [punt_van(eigen, p.id) for p in v.deel.punten])
            for v in eigen.voortgang()
        ],
        stukken=stukken,
    )  # fmt: skip


def punt_van(eigen: Deelname, id: str) -> Puntstand:
    """One point."""
    b = eigen.beeld(id)
    besluit = Besluitbeeld(b.besloten, b.versie, list(b.minderheid)) if b.versie else None
    return Puntstand(
        id, b.punt.kort, b.punt.vraag, to_builtins(b.punt.bron), b.eigen, list(b.anderen), b.verdeeld and b.mag_zien,
        besluit,
    )  # fmt: skip


async def _stukken(request: web.Request, advies_id: str) -> list[Stukbeeld]:
    stukken = await asyncio.to_thread(diensten_van(request).adviezen.stukken, advies_id)
    return [Stukbeeld(s.id, s.naam, s.soort, s.bladzijden, len(s.passages)) for s in stukken]


def _json(inhoud: Struct, status: int = 200) -> web.Response:
    return web.Response(body=msgspec.json.encode(inhoud), content_type="application/json", status=status)


def _punt(request: web.Request, eigen: Deelname) -> str:
    """The point of the address, under which its answer is kept. Raises Fout 404."""
    id = request.match_info["punt"]
    id = eigen.lijsten.kern(id) if id in eigen.lijsten.punten else id
    if id not in eigen.punten:
        niet_gevonden("onbekend_punt")
    return id


async def _opnieuw(request: web.Request, eigen: Deelname) -> Deelname:
    return await asyncio.to_thread(deelname, diensten_van(request), eigen.lid.gesprek_id or "") or eigen


@routes.get(API)
async def hele_advies(request: web.Request) -> web.Response:
    """The whole advice as it stands."""
    eigen = await eigen_deelname(request)
    return _json(stand_van(eigen, await _stukken(request, eigen.lid.advies_id)))


@routes.put(f"{API}/punten/{{punt}}")
async def geef_antwoord(request: web.Request) -> web.Response:
    """This member's own answer at a point."""
    eigen = await eigen_deelname(request)
    id = _punt(request, eigen)
    try:
        antwoord = await _lees(request, Antwoord)
    except Veldprobleem as fout:
        return _fout_in_veld(fout)
    await asyncio.to_thread(diensten_van(request).adviezen.bewaar_mening, eigen.lid, id, als_mening(antwoord))
    await weer_concept(request, eigen)
    return _json(punt_van(await _opnieuw(request, eigen), id))


@routes.put(f"{API}/besluiten/{{punt}}")
async def leg_vast(request: web.Request) -> web.Response:
    """What the raad settled: 403 for a member who is not the secretaris, 409 when somebody else was first."""
    eigen = await als_secretaris(request)
    id = _punt(request, eigen)
    try:
        nieuw = await _lees(request, NieuwBesluit)
    except Veldprobleem as fout:
        return _fout_in_veld(fout)
    inhoud = eigen.besluit(id, nieuw.antwoord, nieuw.minderheid) if nieuw.antwoord else None
    try:
        adviezen = diensten_van(request).adviezen
        await asyncio.to_thread(adviezen.besluit, eigen.lid.advies_id, id, inhoud, nieuw.versie)
        await weer_concept(request, eigen)
    except Ingehaald:
        nu = await _opnieuw(request, eigen)
        return als_json(409, fouttekst("ingehaald"), title=fouttekst("ingehaald_kop"), versie=nu.beeld(id).versie)
    return _json(punt_van(await _opnieuw(request, eigen), id))


def _fout_in_veld(fout: Veldprobleem) -> web.Response:
    return als_json(422, fout.uitleg, fouten=[{"veld": fout.veld, "reden": fout.uitleg}])


@routes.get(f"{API}/punten/{{punt}}/passages")
async def passages(request: web.Request) -> web.Response:
    """The passages of the uploaded texts that seem to treat a point."""
    eigen = await eigen_deelname(request)
    id = _punt(request, eigen)
    gevonden = await vind(diensten_van(request), eigen.lid.advies_id, [eigen.punten[id]])
    return _json(Passages([Passagebeeld(**structs.asdict(v)) for v in gevonden.get(id, [])]))


# -- uploaded texts ---------------------------------------------------------------------------------------------------


@routes.get(f"{API}/stukken")
async def stukken_lijst(request: web.Request) -> web.Response:
    """The uploaded texts."""
    eigen = await eigen_deelname(request)
    return _json(Stukken(await _stukken(request, eigen.lid.advies_id)))


@routes.post(f"{API}/stukken")
async def nieuw_stuk(request: web.Request) -> web.Response:
    """Reads an upload (multipart, field `bestand`)."""
    eigen = await eigen_deelname(request)
    try:
        stuk = await voeg_toe(request, eigen.lid.advies_id)
    except Stukfout as fout:
        return als_json(status_van(fout), fout.uitleg, code=fout.code)
    antwoord = _json(Stukbeeld(stuk.id, stuk.naam, stuk.soort, stuk.bladzijden, len(stuk.passages)), 201)
    antwoord.headers["Location"] = f"{API}/stukken/{stuk.id}"
    return antwoord


@routes.delete(f"{API}/stukken/{{id}}")
async def wis_stuk(request: web.Request) -> web.Response:
    """Deletes a text."""
    eigen = await eigen_deelname(request)
    await wis(request, eigen.lid.advies_id, request.match_info["id"])
    return web.Response(status=204)


# -- members ----------------------------------------------------------------------------------------------------------


@routes.post(f"{API}/link")
async def maak_link(request: web.Request) -> web.Response:
    """A new link for members."""
    eigen = await als_secretaris(request)
    token = await asyncio.to_thread(diensten_van(request).adviezen.deel, eigen.lid.advies_id)
    return _json(Deellink(token, adres_van(request, f"/raad/mee/{token}")), 201)


@routes.delete(f"{API}/link")
async def trek_in(request: web.Request) -> web.Response:
    """Withdraws it."""
    eigen = await als_secretaris(request)
    await asyncio.to_thread(diensten_van(request).adviezen.trek_in, eigen.lid.advies_id)
    return web.Response(status=204)


@routes.post(f"{API}/deelname")
async def neem_deel(request: web.Request) -> web.Response:
    """Joins with the link of a secretaris, in the conversation of this session."""
    id, diensten = await eigen_gesprek(request), diensten_van(request)
    try:
        nieuw = await _lees(request, Deelneming)
        naam = lees_naam(nieuw.naam)
    except Veldprobleem as fout:
        return _fout_in_veld(fout)
    except Naamfout as fout:
        return als_json(422, uitleg := naamfout(fout), fouten=[{"veld": "naam", "reden": uitleg}])
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, id)
    if gesprek is None or gesprek.rol != "raad":
        raise Fout(409, fouttekst("ander_gesprek"))
    try:
        await asyncio.to_thread(diensten.adviezen.doe_mee, nieuw.token, id, naam)
    except LinkOngeldig:
        niet_gevonden("link_weg")
    except ValueError:
        raise Fout(409, fouttekst("ander_advies")) from None
    eigen = await eigen_deelname(request)
    return _json(stand_van(eigen, await _stukken(request, eigen.lid.advies_id)), 201)

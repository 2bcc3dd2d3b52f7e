"""The texts of the municipality that a raad uploads, and the passages in them that seem to treat a point."""

import asyncio
from collections.abc import Sequence
from tempfile import SpooledTemporaryFile
from typing import IO

from aiohttp import BodyPartReader, web
from msgspec import to_builtins

from bot.advies import Punt
from bot.gesprek.diensten import Diensten
from bot.gesprek.werkblad import teksten
from bot.opslag import Raadstuk, TeVeel
from bot.stukken import Stukfout, grenzen
from bot.web.problemen import KAPOT, Fout
from bot.web.raad import toon_werkblad
from bot.web.raad_basis import WERKBLAD, Veldfout, diensten_van, eigen_deelname, fouttekst, naar, niet_gevonden
from bot.web.raad_lezen import GeenPlek, TeVeelTegelijk, Vindplaats, Zoekers
from bot.web.sleutels import LEESPLEKKEN

routes = web.RouteTableDef()
MEESTE_STUKKEN = 10
SECONDEN_VERSTUREN = 60
BLOK = 64 * 1024

_zoekers = Zoekers()


async def vind(diensten: Diensten, advies_id: str, punten: Sequence[Punt]) -> dict[str, list[Vindplaats]]:
    """For each of these points the passages of this advice's texts, likeliest first in each text.

    Nothing when there are no texts.
    """
    stukken = await asyncio.to_thread(diensten.adviezen.stukken, advies_id)
    if not stukken or not punten:
        return {}
    woordenschat = [w for punt in diensten.advies.lijsten.punten.values() for w in punt.zoekwoorden]
    return await asyncio.to_thread(_zoekers.vind, stukken, punten, woordenschat)


async def lees_bestand(request: web.Request, veld: str, meeste: int) -> tuple[str, bytes]:
    """The file of a form and its name: at most `meeste` bytes are read. Raises Fout 413, 422 and 503."""
    with SpooledTemporaryFile(BLOK) as ruimte:
        naam = await _ontvang(request, veld, meeste, ruimte)
        ruimte.seek(0)
        return naam, ruimte.read()


async def _ontvang(request: web.Request, veld: str, meeste: int, ruimte: IO[bytes]) -> str:
    te_groot = Fout(413, fouttekst("bestand_groot"))
    if request.content_length and request.content_length > meeste + BLOK:
        raise te_groot
    if not request.content_type.startswith("multipart/"):
        raise Fout(422, fouttekst("geen_bestand"))
    try:
        async with asyncio.timeout(SECONDEN_VERSTUREN):
            async for deel in await request.multipart():
                if isinstance(deel, BodyPartReader) and deel.name == veld:
                    await _inhoud(deel, meeste, te_groot, ruimte)
                    return deel.filename or ""
    except TimeoutError:
        raise Fout(503, fouttekst("upload_traag")) from None
    except KAPOT:
        raise Fout(422, fouttekst("geen_bestand")) from None
    raise Fout(422, fouttekst("geen_bestand"))


async def _inhoud(deel: BodyPartReader, meeste: int, te_groot: Fout, ruimte: IO[bytes]) -> None:
    gelezen = 0
    while blok := await deel.read_chunk(BLOK):
        gelezen += len(blok)
        if gelezen > meeste:
            raise te_groot
        ruimte.write(blok)


async def voeg_toe(request: web.Request, advies_id: str) -> Raadstuk:
    """Reads the upload of this request and keeps its passages. Raises Fout and Stukfout."""
    diensten, plekken = diensten_van(request), request.app[LEESPLEKKEN]
    vol = Fout(422, fouttekst("stukken_vol", aantal=MEESTE_STUKKEN))
    if len(await asyncio.to_thread(diensten.adviezen.stukken, advies_id)) >= MEESTE_STUKKEN:
        raise vol
    try:
        with plekken.van(advies_id), SpooledTemporaryFile(BLOK) as ruimte:
            naam = await _bestand(request, ruimte)
            async with plekken.plek():
                ruimte.seek(0)
                stuk = await plekken.lees(naam, ruimte.read())
    except TeVeelTegelijk:
        raise Fout(503, fouttekst("meeste_uploads")) from None
    except GeenPlek:
        raise Fout(503, fouttekst("druk")) from None
    passages = list(to_builtins(stuk.passages))
    stukgegevens = (stuk.naam, stuk.soort, stuk.bladzijden, passages)
    try:
        id = await asyncio.to_thread(diensten.adviezen.voeg_toe, advies_id, *stukgegevens, hoogstens=MEESTE_STUKKEN)
    except TeVeel:
        raise vol from None
    return Raadstuk(id, *stukgegevens)


async def _bestand(request: web.Request, ruimte: IO[bytes]) -> str:
    try:
        naam = await _ontvang(request, "bestand", grenzen.BYTES, ruimte)
    except Fout as fout:
        raise (Stukfout("te_groot") if fout.status == 413 else fout) from None
    if not naam and not ruimte.tell():
        raise Fout(422, fouttekst("geen_bestand"))
    return naam


async def wis(request: web.Request, advies_id: str, id: str) -> None:
    """Deletes a text of this advice. Raises Fout 404."""
    if not await asyncio.to_thread(diensten_van(request).adviezen.wis_stuk, advies_id, id):
        niet_gevonden("geen_stuk")
    _zoekers.vergeet(id)


@routes.post(f"{WERKBLAD}/stukken")
async def nieuw_stuk(request: web.Request) -> web.Response:
    """Reads an upload; what is wrong with it stands at the field."""
    eigen = await eigen_deelname(request)
    try:
        await voeg_toe(request, eigen.lid.advies_id)
    except (Fout, Stukfout) as fout:
        status = fout.status if isinstance(fout, Fout) else status_van(fout)
        antwoord = await toon_werkblad(
            request, eigen, fout=Veldfout("bestand", fout.uitleg or "", teksten()["stukken"]["kop"]), status=status
        )
        if status == 503:
            antwoord.headers["Retry-After"] = "60"
        return antwoord
    return naar(f"{WERKBLAD}?gelezen#stukken")


def status_van(fout: Stukfout) -> int:
    """413 for what is too big, else 422."""
    return 413 if fout.code == "te_groot" else 422


@routes.post(f"{WERKBLAD}/stukken/{{id}}/wis")
async def wis_stuk(request: web.Request) -> web.Response:
    """Deletes a text."""
    eigen = await eigen_deelname(request)
    await wis(request, eigen.lid.advies_id, request.match_info["id"])
    return naar(f"{WERKBLAD}?gewist#stukken")

"""The advice on its way out and in: the letter as page, PDF and ODT, a table, a file that keeps everything."""

import asyncio
import csv
import io
import json
from collections.abc import Callable

import msgspec
from aiohttp import web
from msgspec import structs

from bot.documenten import Meta, advies_html, advies_odt, advies_pdf
from bot.gesprek.diensten import Diensten
from bot.gesprek.stukken import advies_van
from bot.gesprek.werkblad import Deelname, als_mening, teksten
from bot.gesprek.werkbladbestand import Bestand, maak_bestand, over_te_nemen
from bot.web.problemen import Fout
from bot.web.raad import toon_werkblad
from bot.web.raad_basis import (
    WERKBLAD,
    Veldfout,
    diensten_van,
    eigen_deelname,
    fouttekst,
    niet_gevonden,
    pagina,
    veld_van,
    weer_concept,
)
from bot.web.raad_stukken import lees_bestand
from bot.web.sleutels import PDFLIMIET

routes = web.RouteTableDef()
DOCUMENT = f"{WERKBLAD}/document"
BESTANDSNAAM = "advies-wmo-raad"
GROOTSTE_BESTAND = 4 * 1024 * 1024
GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
ODT = "application/vnd.oasis.opendocument.text"


def meta_van(diensten: Diensten, kenmerk: str, adres: str, terug: tuple[str, str], erbij: str = "") -> Meta:
    """What a document of the raad needs besides its contents."""
    return Meta(
        gemeente=diensten.contact.gemeente.naam,
        datum=diensten.vandaag(),
        kenmerk=kenmerk,
        pdf_url=f"{adres}.pdf{erbij}",
        odt_url=f"{adres}.odt{erbij}",
        documentnamen=diensten.documentnamen,
        clientondersteuning=diensten.clientondersteuning,
        medewerker=diensten.medewerker,
        terug_url=terug[0],
        terug_naam=terug[1],
    )


def download(inhoud: bytes, soort: str, naam: str) -> web.Response:
    """A file to keep."""
    kop = {"Content-Disposition": f'attachment; filename="{naam}"'}
    charset = "utf-8" if soort in ("text/csv", "text/calendar") else None
    return web.Response(body=inhoud, content_type=soort, charset=charset, headers=kop)


async def in_vorm(
    request: web.Request, kenmerk: str, vorm: str, naam: str, maken: dict[str, Callable[[], str | bytes]]
) -> web.Response:
    """A document as page, PDF or ODT; the two that take time count for the limit. Raises Fout 429."""
    if vorm == ".html":
        return web.Response(text=str(await asyncio.to_thread(maken[vorm])), content_type="text/html")
    request.app[PDFLIMIET].neem(kenmerk)
    inhoud = await asyncio.to_thread(maken[vorm])
    soort = "application/pdf" if vorm == ".pdf" else ODT
    return download(inhoud if isinstance(inhoud, bytes) else inhoud.encode(), soort, f"{naam}{vorm}")


@routes.get(DOCUMENT + r"{vorm:\.html|\.pdf|\.odt}")
async def document(request: web.Request) -> web.Response:
    """The letter as it stands. 404 while nobody said anything."""
    eigen, diensten, vorm = await eigen_deelname(request), diensten_van(request), request.match_info["vorm"]
    gesprek = await asyncio.to_thread(diensten.gesprekken.laad, eigen.lid.gesprek_id or "")
    advies = await asyncio.to_thread(advies_van, diensten, gesprek) if gesprek else None
    if advies is None:
        niet_gevonden("geen_document")
    advies = structs.replace(advies, klaar=advies.klaar or eigen.klaar)
    meta = meta_van(diensten, eigen.lid.advies_id, DOCUMENT, (WERKBLAD, teksten()["algemeen"]["terug"]))
    maken: dict[str, Callable[[], str | bytes]] = {
        ".html": lambda: advies_html(advies, meta),
        ".pdf": lambda: advies_pdf(advies, meta),
        ".odt": lambda: advies_odt(advies, meta),
    }
    return await in_vorm(request, eigen.lid.advies_id, vorm, BESTANDSNAAM, maken)


# -- the table --------------------------------------------------------------------------------------------------------


@routes.get(f"{WERKBLAD}/export.csv")
async def tabel(request: web.Request) -> web.Response:
    """Everybody's answers as a table for a spreadsheet."""
    eigen = await eigen_deelname(request)
    return download(csv_van(eigen).encode("utf-8-sig"), "text/csv", f"{BESTANDSNAAM}.csv")


def csv_van(eigen: Deelname) -> str:
    """A row for each point; no cell can be taken for a formula."""
    t = teksten()
    uit = io.StringIO()
    schrijf = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    leden = [lid.id for lid in eigen.blad.leden]
    kop = [t["tabel"][naam] for naam in ("lijst", "onderdeel", "punt", "vraag")]
    for id in leden:
        kop += [t["tabel"][naam].format(naam=eigen.namen[id]) for naam in ("antwoord_van", "opmerking_van")]
    kop += [t["tabel"][naam] for naam in ("besluit", "opmerking", "aanvulling", "belang", "voorbeeld", "minderheid")]
    schrijf.writerow(map(veilig, kop))
    for deel in eigen.delen.values():
        for punt in deel.punten:
            per_lid = {s.lid_id: s.antwoord for s in eigen.stemmen(punt.id)}
            rij = [eigen.lijsten.lijst_van(deel.id), deel.naam, punt.kort, punt.vraag]
            for id in leden:
                rij += [t["oordelen"][per_lid[id].oordeel], per_lid[id].opmerking] if id in per_lid else ["", ""]
            schrijf.writerow(map(veilig, [*rij, *_telt(eigen, punt.id)]))
    return uit.getvalue()


def _telt(eigen: Deelname, punt_id: str) -> list[str]:
    """What counts: the decision, or what the members agree on; nothing while they differ."""
    t, beeld = teksten(), eigen.beeld(punt_id)
    if beeld.verdeeld:
        return [""] * 6
    telt = eigen.voorzet(punt_id)
    minderheid = [f"{m['naam']}: {t['oordelen'][m['oordeel']]} {m['opmerking'] or ''}" for m in beeld.minderheid]
    return [
        t["oordelen"].get(telt["oordeel"], ""),
        telt["opmerking"],
        telt["aanvulling"],
        t["belang"].get(telt["belang"], ""),
        telt["voorbeeld"],
        "\n".join(map(str.strip, minderheid)),
    ]


def veilig(cel: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cel}" if cel.startswith(GEVAARLIJK) or cel.lstrip().startswith(GEVAARLIJK) else cel


# -- the file ---------------------------------------------------------------------------------------------------------


@routes.get(f"{WERKBLAD}/export.json")
async def bestand(request: web.Request) -> web.Response:
    """Everything of the advice but the uploaded texts, to keep and to begin next year's with."""
    eigen, diensten = await eigen_deelname(request), diensten_van(request)
    inhoud = maak_bestand(eigen, diensten.gemeente.naam, diensten.vandaag())
    tekst = json.dumps(msgspec.to_builtins(inhoud), ensure_ascii=False, indent=1)
    return download(tekst.encode(), "application/json", f"{BESTANDSNAAM}.json")


@routes.post(f"{WERKBLAD}/import")
async def neem_over(request: web.Request) -> web.Response:
    """Fills points that nobody answered with what stands in an earlier advice. Nothing that is there changes."""
    eigen, diensten = await eigen_deelname(request), diensten_van(request)
    try:
        eerder = lees_eerder((await lees_bestand(request, "eerder", GROOTSTE_BESTAND))[1])
    except Fout as fout:
        return await toon_werkblad(
            request, eigen, fout=Veldfout("eerder", fout.uitleg or "", teksten()["invoer"]["kop"]), status=fout.status
        )
    nieuw = over_te_nemen(eigen, eerder)
    adviezen = diensten.adviezen
    for naam, waarde in nieuw.gegevens.items():
        await asyncio.to_thread(adviezen.zet, eigen.lid.advies_id, naam, waarde)
    for punt, antwoord in nieuw.antwoorden.items():
        await asyncio.to_thread(adviezen.bewaar_mening, eigen.lid, punt, als_mening(antwoord))
    concept = await weer_concept(request, eigen) if nieuw.antwoorden or nieuw.gegevens.get("lijsten") else ""
    return pagina(
        request,
        "raad_overgenomen.html",
        nieuw=nieuw,
        naam=eigen.naam,
        secretaris=eigen.lid.secretaris,
        lijstnamen=[eigen.lijsten.lijsten[naam].titel for naam in nieuw.gegevens.get("lijsten", ())],
        meldingen=[teksten()["algemeen"]["weer_concept"]] if concept else [],
    )


def lees_eerder(ruw: bytes) -> Bestand:
    """An earlier advice, strictly. Raises Fout 422 that names the field."""
    try:
        return msgspec.json.decode(ruw, type=Bestand)
    except msgspec.ValidationError as fout:
        veld = veld_van(fout)
        raise Fout(422, fouttekst("veld_klopt_niet", veld=veld) if veld else fouttekst("geen_json")) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Fout(422, fouttekst("geen_json")) from None

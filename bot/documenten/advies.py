"""The draft advice of the Wmo-raad as a document. Nothing in it that no member said."""

from typing import Any

from msgspec import Struct, structs, to_builtins

from bot.advies import Advies, Adviesdeel, Adviespunt
from bot.documenten.meta import Meta
from bot.documenten.pdf import maak_pdf
from bot.documenten.sjabloon import vul

OORDELEN = ("ja", "deels", "nee", "weet_niet")
MET_ADVIES = ("deels", "nee")


class Onderdeel(Struct, frozen=True):
    """A part of the checklist as the document shows it. `per_oordeel` sorts the points that were looked at."""

    naam: str
    aantal: int
    bekeken: int
    per_oordeel: dict[str, list[Adviespunt]]
    open: list[Adviespunt]


def advies_html(advies: Advies, meta: Meta) -> str:
    """The advice as a letter to the college, for screen and paper."""
    delen = [_onderdeel(d) for d in advies.delen]
    return vul(
        "advies.html",
        titel_lijst=advies.titel,
        delen=delen,
        bekeken=sum(d.bekeken for d in delen),
        aantal=sum(d.aantal for d in delen),
        telling=[sum(len(d.per_oordeel[o]) for d in delen) for o in OORDELEN],
        bronnen=[p.bron for d in delen for punten in d.per_oordeel.values() for p in punten],
        meta=meta,
    )


def advies_pdf(advies: Advies, meta: Meta) -> bytes:
    """The advice as PDF/UA-1."""
    return maak_pdf(advies_html(advies, meta))


def advies_json(advies: Advies, meta: Meta) -> dict[str, Any]:
    """The advice with every point of the checklist; `bekeken` counts the points with an oordeel."""
    delen = []
    for deel in advies.delen:
        punten = [to_builtins(_zoals_gezegd(p)) for p in deel.punten]
        telling = {"aantal": len(punten), "bekeken": sum(p["oordeel"] is not None for p in punten)}
        delen.append({"id": deel.id, "naam": deel.naam, "bron": to_builtins(deel.bron), **telling, "punten": punten})
    return {
        "soort": "wmo-conceptadvies",
        "gemeente": meta.gemeente,
        "datum": meta.datum.isoformat(),
        "kenmerk": meta.kenmerk,
        "titel": advies.titel,
        "klaar": advies.klaar,
        "aantal": sum(d["aantal"] for d in delen),
        "bekeken": sum(d["bekeken"] for d in delen),
        "delen": delen,
        "pdf": meta.pdf_url,
    }


def _onderdeel(deel: Adviesdeel) -> Onderdeel:
    punten = [_zoals_gezegd(p) for p in deel.punten]
    per_oordeel = {oordeel: [p for p in punten if p.oordeel == oordeel] for oordeel in OORDELEN}
    open_ = [p for p in punten if p.oordeel is None]
    return Onderdeel(deel.naam, len(punten), len(punten) - len(open_), per_oordeel, open_)


def _zoals_gezegd(punt: Adviespunt) -> Adviespunt:
    """The point without what belongs to an oordeel that the raad took back."""
    return structs.replace(
        punt,
        opmerking=punt.opmerking if punt.oordeel else None,
        aanvulling=punt.aanvulling if punt.oordeel in MET_ADVIES else None,
    )

"""`vervoer`: the limits of transport, and who travels along for free (hogeland §5.5, §5.5.1, §5.5.3)."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Afstand = Annotated[int, Meta(ge=0, le=2000, description="Kilometers vanaf de woning, over de weg")]
PerJaar = Annotated[int, Meta(ge=0, le=20_000_000, description="Kilometers per jaar met vervoer van de gemeente")]
Kilometers = Annotated[int, Meta(ge=1, le=100_000)]
GRENS_NAMEN = ("gevraagd", "grens")

WEKEN_PER_JAAR = 52


class VervoerInvoer(Invoer, frozen=True, kw_only=True):
    """The trips, and what help the traveller needs on the way."""

    afstand_km: Afstand
    km_per_jaar: PerJaar
    kan_zelfstandig_reizen: bool
    hulp_chauffeur_genoeg: bool
    hulp_tijdens_reis_nodig: bool


class Grens(Onderdeel, frozen=True, kw_only=True):
    """Up to and with `kilometers` is within the limit; over it a person must look, and `oordeel` says so.

    `binnen` and `erboven` are steps and may use {gevraagd} and {grens}.
    """

    kilometers: Kilometers
    binnen: Tekst
    erboven: Tekst
    bron: Vindplaats
    oordeel: LetOp


class Minstens(LetOp, frozen=True, kw_only=True):
    """What must be possible in any case. `tekst` may use {kilometers}."""

    kilometers: Kilometers


class Begeleider(Onderdeel, frozen=True, kw_only=True):
    """The conditions for a companion to travel for free, all needed; `met_korting` holds for every other one."""

    voorwaarden: dict[str, Voorwaarde]
    met_korting: LetOp
    lezing: GemeldeLezing


class Vervoer(Regeling, frozen=True, kw_only=True):
    """The limits, what must be possible, the companion, and what holds in any case (`let_op`)."""

    afstand: Grens
    per_jaar: Grens
    minstens: Minstens
    begeleider: Begeleider
    let_op: tuple[LetOp, ...] = ()


def bereken(invoer: VervoerInvoer, regeling: Vervoer) -> Berekening:
    """`lokaal` and `binnen_grens` up to and with the limits, `begeleider_gratis` when all three conditions hold."""
    uit = Berekening({})
    _begrens(uit, "lokaal", regeling.afstand, invoer.afstand_km)
    _begrens(uit, "binnen_grens", regeling.per_jaar, invoer.km_per_jaar)
    minstens = regeling.minstens
    uit.redenen.append(Reden.met_code(minstens.code, minstens, kilometers=minstens.kilometers))
    uit.redenen += map(Reden.van, regeling.let_op)
    _reist_mee(uit, regeling.begeleider, invoer)
    return uit


def _begrens(uit: Berekening, onderdeel: str, grens: Grens, gevraagd: int) -> None:
    binnen = gevraagd <= grens.kilometers
    tekst = (grens.binnen if binnen else grens.erboven).format(gevraagd=gevraagd, grens=grens.kilometers)
    uit.waarde[onderdeel] = binnen
    uit.stappen.append(stap(onderdeel, tekst, grens.bron))
    if not binnen:
        uit.status = "menselijk_oordeel"
        uit.redenen.append(Reden.van(grens.oordeel))


def _reist_mee(uit: Berekening, begeleider: Begeleider, invoer: VervoerInvoer) -> None:
    gratis = not invoer.kan_zelfstandig_reizen and not invoer.hulp_chauffeur_genoeg and invoer.hulp_tijdens_reis_nodig
    geldt = {naam: getattr(invoer, naam) for naam in velden(VervoerInvoer)}
    uit.waarde["begeleider_gratis"] = gratis
    uit.stappen += stappen("begeleider_gratis", begeleider.voorwaarden, geldt)
    uit.redenen.append(Reden.van(begeleider.lezing.aan_inwoner if gratis else begeleider.met_korting))


def kilometers_per_jaar(afstand_km: int, keer_per_week: int) -> int:
    """There and back, every week of a year. For who knows their journeys and not their kilometres."""
    return 2 * afstand_km * keer_per_week * WEKEN_PER_JAAR


def conclusie(waarde: Mapping[str, Any], _: Vervoer) -> Conclusies:
    """One sentence on the limits, one on the companion."""
    binnen = waarde["lokaal"] and waarde["binnen_grens"]
    return [
        ("binnen" if binnen else "erboven", {}),
        ("begeleider_gratis" if waarde["begeleider_gratis"] else "begeleider_met_korting", {}),
    ]


def samenhang(regeling: Vervoer) -> list[Fout]:
    """What must be possible fits the limit, the reservation says both numbers, the texts can be filled in."""
    fouten = []
    for naam in ("afstand", "per_jaar"):
        grens: Grens = getattr(regeling, naam)
        for veld in ("binnen", "erboven"):
            fouten += sjabloonfouten(f"{naam}.{veld}", getattr(grens, veld), GRENS_NAMEN)
    fouten += sjabloonfouten("minstens.tekst", regeling.minstens.tekst, ("kilometers",))
    minstens, hooguit = regeling.minstens.kilometers, regeling.per_jaar.kilometers
    if minstens > hooguit:
        fouten.append(Fout("minstens.kilometers", f"Dit is meer dan de grens van {hooguit}. Verbeter een van de twee."))
    genoemd = re.findall(r"\d+", regeling.voorbehoud)
    for getal in (minstens, hooguit):
        if str(getal) not in genoemd:
            fouten.append(Fout("voorbehoud", f"Het voorbehoud noemt {getal} kilometer niet. Zet dat getal erin."))
    return fouten + [
        Fout(f"begeleider.{veld}", reden)
        for veld, reden in voorwaardefouten(regeling.begeleider.voorwaarden, velden(VervoerInvoer))
    ]


VERVOER = Regel(
    naam="vervoer",
    invoer=VervoerInvoer,
    regeling=Vervoer,
    bereken=bereken,
    conclusies={"binnen": (), "erboven": (), "begeleider_gratis": (), "begeleider_met_korting": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

"""`tijdelijke-overname`: housework taken over for a short time (hogeland bijlage 2 §1.4.3, and §1.2.10 at its end)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.omvang import MAANDEN, Gevraagd, Omvang, grensfouten
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, LetOp, Lezing, Onderdeel, Regeling, Tekst, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Maanden = Annotated[int, Meta(ge=1, le=120, description="Hoeveel maanden overname van werk in huis nodig is")]
AndereActiviteiten = Annotated[
    bool,
    Meta(description="Komt de overbelasting ook door andere activiteiten naast een volledige werk- of schoolweek?"),
]
ANDERE = "andere_activiteiten"
OVERBELASTING = "overbelasting"


class TijdelijkeOvernameInvoer(Invoer, frozen=True, kw_only=True):
    """Why and for how long. The other activities count only with `overbelasting`."""

    reden: Literal["overbelasting", "overlijden_ouder"]
    maanden: Maanden
    andere_activiteiten: AndereActiviteiten | UnsetType = UNSET


class Periode(Gevraagd, frozen=True, kw_only=True):
    """A short time, to think of as `vanaf` to `hooguit` months. `tekst` may use {vanaf} and {hooguit}."""

    tekst: Tekst
    vanaf: Aantal
    let_op: LetOp


class Perioden(Onderdeel, frozen=True, kw_only=True):
    """The time for each reason; the names are fixed, the lengths are not."""

    overbelasting: Periode
    overlijden_ouder: Periode


class TijdelijkeOvername(Regeling, frozen=True, kw_only=True):
    """The times, and how they are read; what is said when other activities are a cause too (`wijken`)."""

    perioden: Perioden
    lezing: Lezing
    voorwaarden: dict[str, Voorwaarde]
    wijken: GemeldeLezing


def bereken(invoer: TijdelijkeOvernameInvoer, regeling: TijdelijkeOvername) -> Berekening:
    """Months of help. Above the longest time, and while other activities are a cause, a person decides."""
    periode: Periode = getattr(regeling.perioden, invoer.reden)
    tekst = periode.tekst.format(vanaf=periode.vanaf, hooguit=MAANDEN.voluit(periode.hooguit))
    uit = Berekening(
        {"vanaf_maanden": periode.vanaf, "tot_maanden": periode.hooguit}, [stap("kan", tekst, periode.bron)]
    )
    andere = invoer.andere_activiteiten if invoer.reden == OVERBELASTING else UNSET
    if not isinstance(andere, UnsetType):
        uit.stappen += stappen("kan", regeling.voorwaarden, {ANDERE: andere})
    if andere is True:
        uit.redenen = [Reden.van(regeling.wijken.aan_inwoner)]
        uit.status = "menselijk_oordeel"
        return uit
    omvang = Omvang.van("maanden", MAANDEN, invoer.maanden, periode)
    omvang.hooguit(periode)
    uit.waarde |= {"kan": True, "maanden": omvang.over}
    uit.stappen += omvang.stappen
    uit.redenen = [*omvang.redenen, Reden.van(periode.let_op)]
    uit.status = "menselijk_oordeel" if omvang.redenen else "berekend"
    return uit


def conclusie(waarde: Mapping[str, Any], _: TijdelijkeOvername) -> Conclusies:
    """How long somebody else may take over, if that is certain."""
    if "kan" not in waarde:
        return [("onzeker", {})]
    return [("kan", {"maanden": MAANDEN.voluit(waarde["maanden"])})]


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The other activities, when the reason is overbelasting or not known yet."""
    return [ANDERE] if velden.get("reden", OVERBELASTING) == OVERBELASTING and ANDERE not in velden else []


def samenhang(regeling: TijdelijkeOvername) -> list[Fout]:
    """The shortest time is not longer than the longest; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, (ANDERE,))
    for naam in Perioden.__struct_fields__:
        periode: Periode = getattr(regeling.perioden, naam)
        plek = f"perioden.{naam}"
        fouten += grensfouten(plek, periode)
        fouten += sjabloonfouten(f"{plek}.tekst", periode.tekst, ("vanaf", "hooguit"))
        if periode.vanaf > periode.hooguit:
            reden = f"Dit mag niet hoger zijn dan hooguit ({periode.hooguit}). Verbeter een van de twee."
            fouten.append(Fout(f"{plek}.vanaf", reden))
    return fouten


TIJDELIJKE_OVERNAME = Regel(
    naam="tijdelijke-overname",
    invoer=TijdelijkeOvernameInvoer,
    regeling=TijdelijkeOvername,
    bereken=bereken,
    conclusies={"kan": ("maanden",), "onzeker": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

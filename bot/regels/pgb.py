"""`pgb`: whether somebody meets what a persoonsgebonden budget asks (hogeland §6.1 and §6.2)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, Tekst, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Dagen = Annotated[int, Meta(ge=0, le=7, description="Dagen per week waarop er hulp komt, van wie dan ook")]
Weekdagen = Annotated[int, Meta(ge=1, le=7)]
NIEMAND = "niemand"
UITVOERBAAR = "taken_gedaan"


class PgbInvoer(Invoer, frozen=True, kw_only=True):
    """`taken_door` says who does the work that a pgb brings."""

    gemotiveerd: bool
    taken_door: Literal["zelf", "netwerk", "vertegenwoordiger", "niemand"]
    kwaliteit_gewaarborgd: bool
    dagen_per_week: Dagen


class Werkgever(Gemeld, frozen=True, kw_only=True):
    """From `dagen` a week on the person is an employer. `tekst` and `minder` may use {dagen}."""

    dagen: Weekdagen
    minder: Tekst
    lezing: GemeldeLezing


class Pgb(Regeling, frozen=True, kw_only=True):
    """The conditions, which are all needed, and the limit from which somebody is an employer.

    `bekwaamheid` is said of whoever does the tasks, `vertegenwoordiger` and `niemand` when that is the answer.
    """

    voorwaarden: dict[str, Voorwaarde]
    werkgever: Werkgever
    bekwaamheid: LetOp
    vertegenwoordiger: tuple[LetOp, ...]
    niemand: LetOp


def bereken(invoer: PgbInvoer, regeling: Pgb) -> Berekening:
    """`voldoet` when all conditions hold; `werkgever` from the limit on."""
    geldt = {
        "gemotiveerd": invoer.gemotiveerd,
        UITVOERBAAR: invoer.taken_door != NIEMAND,
        "kwaliteit_gewaarborgd": invoer.kwaliteit_gewaarborgd,
    }
    grens = regeling.werkgever
    werkgever = invoer.dagen_per_week >= grens.dagen
    tekst = (grens.tekst if werkgever else grens.minder).format(dagen=grens.dagen)
    return Berekening(
        {"voldoet": all(geldt.values()), "werkgever": werkgever},
        [*stappen("voldoet", regeling.voorwaarden, geldt), stap("werkgever", tekst, grens.bron)],
        [Reden.van(let_op) for let_op in (*_bij(invoer.taken_door, regeling), *_bij_werkgever(werkgever, grens))],
    )


def _bij(taken_door: str, regeling: Pgb) -> tuple[LetOp, ...]:
    if taken_door == NIEMAND:
        return (regeling.niemand,)
    extra = regeling.vertegenwoordiger if taken_door == "vertegenwoordiger" else ()
    return (regeling.bekwaamheid, *extra)


def _bij_werkgever(werkgever: bool, grens: Werkgever) -> tuple[LetOp, ...]:
    return (grens.lezing.aan_inwoner,) if werkgever else ()


def conclusie(waarde: Mapping[str, Any], _: Pgb) -> Conclusies:
    """Whether a pgb may fit."""
    return [("voldoet" if waarde["voldoet"] else "voldoet_niet", {})]


def samenhang(regeling: Pgb) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, (*velden(PgbInvoer), UITVOERBAAR))
    for veld in ("tekst", "minder"):
        fouten += sjabloonfouten(f"werkgever.{veld}", getattr(regeling.werkgever, veld), ("dagen",))
    return fouten


PGB = Regel(
    naam="pgb",
    invoer=PgbInvoer,
    regeling=Pgb,
    bereken=bereken,
    conclusies={"voldoet": (), "voldoet_niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

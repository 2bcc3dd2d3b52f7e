"""`overgang-wlz`: whether and when Wmo support stops because the Wet langdurige zorg takes over (hogeland §4.4)."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.datums import voluit
from bot.regels.fouten import Fout
from bot.regels.invoer import Datum, Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

MAANDEN_PER_JAAR = 12
DAG_NAMEN = ("duur", "begin", "dag")
Maanden = Annotated[int, Meta(ge=1, le=120)]


class OvergangWlzInvoer(Invoer, frozen=True, kw_only=True):
    """`beslissing` is the day on which the municipality says that it will stop."""

    verantwoord_thuis: bool
    wlz_mogelijk: bool
    beslissing: Datum | UnsetType = UNSET


class Stoptermijn(Onderdeel, frozen=True, kw_only=True):
    """Within how many months support stops. `stap` may use {duur}; `dag` may use {duur}, {begin} and {dag}."""

    maanden: Maanden
    stap: Tekst
    dag: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing


class OvergangWlz(Regeling, frozen=True, kw_only=True):
    """The two conditions, the term, and what the citizen must know in any case (`let_op`)."""

    voorwaarden: dict[str, Voorwaarde]
    termijn: Stoptermijn
    let_op: tuple[LetOp, ...] = ()


def bereken(invoer: OvergangWlzInvoer, regeling: OvergangWlz) -> Berekening:
    """`stopt` when staying at home is no longer safe and the Wlz is possible; then `uiterlijk_maanden`.

    With the day of the decision also `uiterlijk`, the last day as ISO date.
    """
    geldt = {"verantwoord_thuis": invoer.verantwoord_thuis, "wlz_mogelijk": invoer.wlz_mogelijk}
    stopt = not invoer.verantwoord_thuis and invoer.wlz_mogelijk
    uit = Berekening(
        {"stopt": stopt},
        stappen("stopt", regeling.voorwaarden, geldt),
        [Reden.van(let_op) for let_op in regeling.let_op],
    )
    if stopt:
        _termijn(uit, regeling.termijn, invoer.beslissing)
    return uit


def _termijn(uit: Berekening, termijn: Stoptermijn, begin: date | UnsetType) -> None:
    duur, bron = in_maanden(termijn.maanden), termijn.bron.bron
    uit.waarde["uiterlijk_maanden"] = termijn.maanden
    tekst = termijn.stap.format(duur=duur)
    uit.stappen.append(Stap(onderdeel="uiterlijk_maanden", tekst=tekst, maanden=termijn.maanden, bron=bron))
    if isinstance(begin, UnsetType):
        return
    dag = maanden_later(begin, termijn.maanden)
    uit.waarde["uiterlijk"] = dag.isoformat()
    tekst = termijn.dag.format(duur=duur, begin=voluit(begin), dag=voluit(dag))
    uit.stappen.append(Stap(onderdeel="uiterlijk", tekst=tekst, maanden=termijn.maanden, bron=bron))
    uit.redenen.append(Reden.van(termijn.lezing.aan_inwoner))


def maanden_later(dag: date, maanden: int) -> date:
    """The same day of the month, or the last day of a month that is too short."""
    jaren, maand = divmod(dag.month - 1 + maanden, MAANDEN_PER_JAAR)
    jaar, maand = dag.year + jaren, maand + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def in_maanden(aantal: int) -> str:
    """`1 maand`, `3 maanden`."""
    return f"{aantal} {'maand' if aantal == 1 else 'maanden'}"


def conclusie(waarde: Mapping[str, Any], _: OvergangWlz) -> Conclusies:
    """Whether support stops, and within what time or on what day."""
    if not waarde["stopt"]:
        return [("stopt_niet", {})]
    if "uiterlijk" in waarde:
        return [("stopt_op_dag", {"dag": voluit(date.fromisoformat(waarde["uiterlijk"]))})]
    return [("stopt", {"duur": in_maanden(waarde["uiterlijk_maanden"])})]


def samenhang(regeling: OvergangWlz) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, velden(OvergangWlzInvoer))
    fouten += sjabloonfouten("termijn.stap", regeling.termijn.stap, ("duur",))
    fouten += sjabloonfouten("termijn.dag", regeling.termijn.dag, DAG_NAMEN)
    return fouten


OVERGANG_WLZ = Regel(
    naam="overgang-wlz",
    invoer=OvergangWlzInvoer,
    regeling=OvergangWlz,
    bereken=bereken,
    conclusies={"stopt": ("duur",), "stopt_op_dag": ("dag",), "stopt_niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

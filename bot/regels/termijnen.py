"""`termijnen`: last days that follow from a melding, an aanvraag and a decision (hogeland §2.1 §2.3 §2.9, Wmo, Awb)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from bot.regels.datums import feestdag, volgende_werkdag, voluit, vrije_dag
from bot.regels.fouten import Fout
from bot.regels.invoer import Datum, Invoer
from bot.regels.regel import Regel
from bot.regels.regeling import Aantal, LetOp, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap

# Which date each term starts from; the contract fixes these names.
BEGIN = {
    "persoonlijk_plan": "melding",
    "onderzoek": "melding",
    "besluit": "aanvraag",
    "bezwaar": "beschikking_verzonden",
}
DATUMS = ("melding", "aanvraag", "beschikking_verzonden")
TERMIJN_NAMEN = ("duur", "begin", "dag")
SCHUIF_NAMEN = ("dag", "vrij", "werkdag")


class TermijnenInvoer(Invoer, frozen=True, kw_only=True):
    """At least one of three dates."""

    melding: Datum | UnsetType = UNSET
    aanvraag: Datum | UnsetType = UNSET
    beschikking_verzonden: Datum | UnsetType = UNSET


class Termijn(Onderdeel, frozen=True, kw_only=True):
    """A number of days or weeks. `stap` may use {duur}, {begin} and {dag} (the first day, and the last one)."""

    aantal: Aantal
    eenheid: Literal["dagen", "weken"]
    stap: Tekst
    bron: Vindplaats
    let_op: tuple[LetOp, ...] = ()

    @property
    def dagen(self) -> int:
        return self.aantal * (7 if self.eenheid == "weken" else 1)

    @property
    def duur(self) -> str:
        enkel = {"dagen": "dag", "weken": "week"}
        return f"{self.aantal} {self.eenheid if self.aantal != 1 else enkel[self.eenheid]}"


class Reeks(Onderdeel, frozen=True, kw_only=True):
    """The four terms; the names are fixed, the lengths are not."""

    persoonlijk_plan: Termijn
    onderzoek: Termijn
    besluit: Termijn
    bezwaar: Termijn


class Verschuiving(Onderdeel, frozen=True, kw_only=True):
    """How a last day moves to a working day. `stap` may use {dag}, {vrij} (why) and {werkdag}."""

    stap: Tekst
    weekend: Vindplaats
    feestdag: Vindplaats


class Termijnen(Regeling, frozen=True, kw_only=True):
    """`volgorde` is said when the dates are not in the usual order."""

    termijnen: Reeks
    verschuiving: Verschuiving
    volgorde: LetOp


def bereken(invoer: TermijnenInvoer, regeling: Termijnen) -> Berekening:
    """Per term the last day as ISO date. The first day plus the `dagen` of the steps of a term is that day."""
    uit = Berekening({})
    for naam, veld in BEGIN.items():
        begin: date | UnsetType = getattr(invoer, veld)
        if isinstance(begin, UnsetType):
            continue
        termijn: Termijn = getattr(regeling.termijnen, naam)
        onderdeel = f"{naam}_uiterlijk"
        laatste = begin + timedelta(days=termijn.dagen)
        tekst = termijn.stap.format(duur=termijn.duur, begin=voluit(begin), dag=voluit(laatste))
        uit.stappen.append(Stap(onderdeel=onderdeel, tekst=tekst, dagen=termijn.dagen, bron=termijn.bron.bron))
        werkdag, over = volgende_werkdag(laatste)
        if over:
            uit.stappen.append(_schuif(regeling.verschuiving, onderdeel, over, werkdag))
        uit.waarde[onderdeel] = werkdag.isoformat()
        uit.redenen += map(Reden.van, termijn.let_op)
    gegeven = [dag for veld in DATUMS if isinstance(dag := getattr(invoer, veld), date)]
    if gegeven != sorted(gegeven):
        uit.redenen.append(Reden.van(regeling.volgorde))
    return uit


def _schuif(verschuiving: Verschuiving, onderdeel: str, over: list[date], werkdag: date) -> Stap:
    namen = [str(vrije_dag(dag)) for dag in over]
    vrij = namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
    doordeweeks_vrij = any(dag.weekday() < 5 and feestdag(dag) for dag in over)
    bron = verschuiving.feestdag if doordeweeks_vrij else verschuiving.weekend
    tekst = verschuiving.stap.format(dag=voluit(over[0]), vrij=vrij, werkdag=voluit(werkdag))
    return Stap(onderdeel=onderdeel, tekst=tekst, dagen=len(over), bron=bron.bron)


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """All three names when none of the dates is given."""
    return [] if any(veld in velden for veld in DATUMS) else list(DATUMS)


def samenhang(regeling: Termijnen) -> list[Fout]:
    """The texts can be filled in."""
    fouten = sjabloonfouten("verschuiving.stap", regeling.verschuiving.stap, SCHUIF_NAMEN)
    for naam in BEGIN:
        termijn: Termijn = getattr(regeling.termijnen, naam)
        fouten += sjabloonfouten(f"termijnen.{naam}.stap", termijn.stap, TERMIJN_NAMEN)
    return fouten


TERMIJNEN = Regel(
    naam="termijnen",
    invoer=TermijnenInvoer,
    regeling=Termijnen,
    bereken=bereken,
    conclusies={f"{naam}_uiterlijk": ("dag",) for naam in BEGIN},
    conclusie=lambda waarde, _: [(naam, {"dag": voluit(date.fromisoformat(dag))}) for naam, dag in waarde.items()],
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

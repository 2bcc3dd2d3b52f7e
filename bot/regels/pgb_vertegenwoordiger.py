"""`pgb-vertegenwoordiger`: who may not manage somebody's pgb, and what asks for extra care (hogeland §6.2.2)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, Lezing, Regeling, Tekst, sjabloonfouten, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen

Relatie = Annotated[bool, Meta(description="Direct of indirect, ook met een leidinggevende van de hulpverlener")]
Begeleiding = Annotated[bool, Meta(description="Heeft een indicatie voor begeleiding en krijgt die individueel")]
Clienten = Annotated[
    int, Meta(ge=0, le=1000, description="Voor hoeveel mensen deze persoon een pgb beheert, de cliënt meegeteld")
]

VERBODEN = (
    "is_hulpverlener",
    "relatie_met_hulpverlener",
    "onder_bewind_mentor_of_curatele",
    "schulden",
    "eigen_begeleiding",
)
AANDACHT = ("financiele_relatie_hulpverlener", "financiele_relatie_client")
AANTAL = "aantal_clienten"
# The contract reads "meerdere" as two or more; the file says why.
MEERDERE = 2


class PgbVertegenwoordigerInvoer(Invoer, frozen=True, kw_only=True):
    """What is so of the person who would manage the pgb."""

    is_hulpverlener: bool
    relatie_met_hulpverlener: Relatie
    onder_bewind_mentor_of_curatele: bool
    schulden: bool
    eigen_begeleiding: Begeleiding
    financiele_relatie_hulpverlener: bool
    financiele_relatie_client: bool
    aantal_clienten: Clienten


class Aandacht(Gemeld, frozen=True, kw_only=True):
    """What asks for care: `ja` and `nee` are its step, `tekst` says why the municipality looks."""

    ja: Tekst
    nee: Tekst


class AantalClienten(Gemeld, frozen=True, kw_only=True):
    """Several clients ask for care. `stap`, `tekst` and `boven` (above `maximum`) may use {aantal} and {maximum}."""

    maximum: Aantal
    stap: Tekst
    boven: Tekst
    lezing: Lezing


class Familie(Gemeld, frozen=True, kw_only=True):
    """How far family counts as a relation. `tekst` may use {graad}."""

    graad: Aantal


class PgbVertegenwoordiger(Regeling, frozen=True, kw_only=True):
    """Each of `verboden` forbids, as `verbod` reads it; `aandacht` and `aantal_clienten` only ask for care."""

    verboden: dict[str, Voorwaarde]
    verbod: GemeldeLezing
    familie: Familie
    aandacht: dict[str, Aandacht]
    aantal_clienten: AantalClienten


def bereken(invoer: PgbVertegenwoordigerInvoer, regeling: PgbVertegenwoordiger) -> Berekening:
    """`toegestaan` when nothing forbids; `let_op` names what asks for care."""
    verboden = {naam: bool(getattr(invoer, naam)) for naam in VERBODEN}
    aandacht = {naam: bool(getattr(invoer, naam)) for naam in AANDACHT}
    let_op = [Reden.met_code(naam, regeling.aandacht[naam]) for naam in AANDACHT if aandacht[naam]]
    if invoer.aantal_clienten >= MEERDERE:
        let_op.append(_meerdere(invoer.aantal_clienten, regeling.aantal_clienten))
    toegestaan = not any(verboden.values())
    verbod = [] if toegestaan else [Reden.van(regeling.verbod.aan_inwoner)]
    familie = Reden.met_code("familie", regeling.familie, graad=regeling.familie.graad)
    return Berekening(
        {"toegestaan": toegestaan, "let_op": [reden.code for reden in let_op]},
        [
            *stappen("toegestaan", regeling.verboden, verboden),
            *_aandachtstappen(aandacht, invoer.aantal_clienten, regeling),
        ],
        [*verbod, *let_op, familie],
    )


def _meerdere(aantal: int, clienten: AantalClienten) -> Reden:
    tekst = clienten.boven if aantal > clienten.maximum else clienten.tekst
    gevuld = tekst.format(aantal=aantal, maximum=clienten.maximum)
    return Reden(code=AANTAL, tekst=gevuld, bron=clienten.bron.bron)


def _aandachtstappen(gegeven: Mapping[str, bool], aantal: int, regeling: PgbVertegenwoordiger) -> list[Stap]:
    clienten = regeling.aantal_clienten
    tekst = clienten.stap.format(aantal=aantal, maximum=clienten.maximum)
    keuzes = [(regeling.aandacht[naam], is_zo) for naam, is_zo in gegeven.items()]
    uit = [stap("let_op", iets.ja if is_zo else iets.nee, iets.bron) for iets, is_zo in keuzes]
    return [*uit, stap("let_op", tekst, clienten.bron)]


def conclusie(waarde: Mapping[str, Any], _: PgbVertegenwoordiger) -> Conclusies:
    """Whether the rules stand in the way, and whether the municipality looks with extra care."""
    if not waarde["toegestaan"]:
        return [("niet_toegestaan", {})]
    return [("let_op" if waarde["let_op"] else "toegestaan", {})]


def samenhang(regeling: PgbVertegenwoordiger) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = sleutelfouten("verboden", regeling.verboden, VERBODEN)
    fouten += sleutelfouten("aandacht", regeling.aandacht, AANDACHT)
    for naam in AANDACHT:
        if naam in regeling.aandacht:
            fouten += sjabloonfouten(f"aandacht.{naam}.tekst", regeling.aandacht[naam].tekst, ())
    for veld in ("stap", "tekst", "boven"):
        tekst = getattr(regeling.aantal_clienten, veld)
        fouten += sjabloonfouten(f"aantal_clienten.{veld}", tekst, ("aantal", "maximum"))
    return fouten + sjabloonfouten("familie.tekst", regeling.familie.tekst, ("graad",))


PGB_VERTEGENWOORDIGER = Regel(
    naam="pgb-vertegenwoordiger",
    invoer=PgbVertegenwoordigerInvoer,
    regeling=PgbVertegenwoordiger,
    bereken=bereken,
    conclusies={"toegestaan": (), "let_op": (), "niet_toegestaan": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

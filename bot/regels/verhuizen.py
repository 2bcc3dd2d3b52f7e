"""`verhuizen`: what weighs when moving may come before adapting the home (hogeland §5.4, primaat van verhuizen)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType, structs

from bot.regels.fouten import Fout
from bot.regels.invoer import Groep, Invoer
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, Tekst, sjabloonfouten, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap

Antwoord = Literal["voor_verhuizen", "voor_blijven", "op_tijd", "niet_op_tijd", "weet_niet"]
Kant = Literal["voor_verhuizen", "voor_blijven", "weet_niet"]
Tijdigheid = Literal["op_tijd", "niet_op_tijd", "weet_niet"]
Richting = Annotated[Kant, Meta(description="Waar dit voor deze persoon voor pleit")]
Termijn = Annotated[
    Tijdigheid, Meta(description="Komt er een geschikte woning vrij binnen de tijd die medisch nog kan?")
]
TERMIJN = "medisch_aanvaardbare_termijn"
NIET_OP_TIJD = "niet_op_tijd"


class Factoren(Groep, frozen=True, kw_only=True):
    """The ten factors, in the order of the source. One that is absent was not spoken of."""

    kostenvergelijking: Richting | UnsetType = UNSET
    sociale_omstandigheden: Richting | UnsetType = UNSET
    volkshuisvesting: Richting | UnsetType = UNSET
    medisch_aanvaardbare_termijn: Termijn | UnsetType = UNSET
    andere_voorzieningen: Richting | UnsetType = UNSET
    werksituatie: Richting | UnsetType = UNSET
    woonlasten: Richting | UnsetType = UNSET
    wooncomfort: Richting | UnsetType = UNSET
    huurder_of_eigenaar: Richting | UnsetType = UNSET
    wil_om_te_verhuizen: Richting | UnsetType = UNSET


class VerhuizenInvoer(Invoer, frozen=True, kw_only=True):
    """At least one factor."""

    factoren: Factoren


class LetOpBij(LetOp, frozen=True, kw_only=True):
    """What the person must know when a factor has the answer `bij`."""

    bij: Antwoord


class Factor(Gemeld, frozen=True, kw_only=True):
    """`titel` names it, `tekst` says what it is, `inbrengen` what the person can bring forward."""

    titel: Tekst
    inbrengen: Annotated[tuple[Gemeld, ...], Meta(min_length=1)]
    let_op: tuple[LetOpBij, ...] = ()


class Verhuizen(Regeling, frozen=True, kw_only=True):
    """The factors, a sentence for each answer (it may use {titel}), and why a person always decides."""

    factoren: dict[str, Factor]
    antwoorden: dict[str, Tekst]
    afweging: LetOp


def bereken(invoer: VerhuizenInvoer, regeling: Verhuizen) -> Berekening:
    """The factors that play, with what to bring; `verhuizen_is_oplossing` only where it is certain that it is none."""
    gegeven = {naam: antwoord for naam, antwoord in structs.asdict(invoer.factoren).items() if antwoord is not UNSET}
    uit = Berekening({"factoren": []}, status="menselijk_oordeel", redenen=[Reden.van(regeling.afweging)])
    for naam, antwoord in gegeven.items():
        factor = regeling.factoren[naam]
        uit.waarde["factoren"].append(_factor(naam, antwoord, factor))
        uit.stappen += _stappen(regeling.antwoorden[antwoord], factor)
        uit.redenen += [Reden.van(let_op) for let_op in factor.let_op if let_op.bij == antwoord]
    if gegeven.get(TERMIJN) == NIET_OP_TIJD:
        uit.waarde["verhuizen_is_oplossing"] = False
    return uit


def _factor(naam: str, antwoord: str, factor: Factor) -> dict[str, Any]:
    inbrengen = [deel.tekst for deel in factor.inbrengen]
    return {"id": naam, "titel": factor.titel, "antwoord": antwoord, "inbrengen": inbrengen}


def _stappen(zin: str, factor: Factor) -> list[Stap]:
    return [
        stap("factoren", zin.format(titel=factor.titel), factor.bron),
        stap("factoren", factor.tekst, factor.bron),
        *(stap("factoren", deel.tekst, deel.bron) for deel in factor.inbrengen),
    ]


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """All ten names when no factor is given."""
    return [f"factoren.{naam}" for naam in Factoren.__struct_fields__] if velden.get("factoren") == {} else []


def conclusie(waarde: Mapping[str, Any], _: Verhuizen) -> Conclusies:
    """That the interests are weighed; that moving is no solution where that is certain."""
    return [("geen_oplossing" if "verhuizen_is_oplossing" in waarde else "afweging", {})]


def samenhang(regeling: Verhuizen) -> list[Fout]:
    """All ten factors, all answers, no answer that a factor cannot have."""
    fouten = sleutelfouten("factoren", regeling.factoren, Factoren.__struct_fields__)
    fouten += sleutelfouten("antwoorden", regeling.antwoorden, get_args(Antwoord))
    for naam, tekst in regeling.antwoorden.items():
        fouten += sjabloonfouten(f"antwoorden.{naam}", tekst, ("titel",))
    for naam, factor in regeling.factoren.items():
        kan = get_args(Tijdigheid if naam == TERMIJN else Kant)
        fouten += [
            Fout(f"factoren.{naam}.let_op.{n}.bij", f"Dit antwoord kan hier niet. Kies uit: {', '.join(kan)}.")
            for n, let_op in enumerate(factor.let_op)
            if let_op.bij not in kan
        ]
    return fouten


VERHUIZEN = Regel(
    naam="verhuizen",
    invoer=VerhuizenInvoer,
    regeling=Verhuizen,
    bereken=bereken,
    conclusies={"afweging": (), "geen_oplossing": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

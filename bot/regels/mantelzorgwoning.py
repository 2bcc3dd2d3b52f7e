"""`mantelzorgwoning`: when a home is one, and who pays for it (hogeland §7.2)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

BouwId = Literal[
    "bijgebouw_bij_mantelzorger", "bijgebouw_bij_zorgvrager", "permanente_aanbouw", "aparte_woning_op_erf", "anders"
]
WONING, SAMEN = "mantelzorgwoning", "bij_elkaar_wonen"


class MantelzorgwoningInvoer(Invoer, frozen=True, kw_only=True):
    """The plan: who moves, and what is built."""

    bij_elkaar_wonen: Annotated[
        bool, Meta(description="Gaat de een bij de ander wonen: wie zorg krijgt bij wie zorg geeft, of andersom?")
    ]
    bouwvorm: Annotated[BouwId, Meta(description="Wat er wordt gebouwd of verbouwd")]


class Bouwvorm(Gemeld, frozen=True, kw_only=True):
    """`hoort_erbij`: one of the building forms, none of them, or for a person to judge.

    `los` says that the source can also be read without the condition of living together.
    """

    hoort_erbij: Literal["wel", "niet", "onduidelijk"]
    los: bool = False


class Kosten(Gemeld, frozen=True, kw_only=True):
    """Who pays for building and removing."""

    voor: Literal["aanvrager", "gemeente"]


class Mantelzorgwoning(Regeling, frozen=True, kw_only=True):
    """The condition, the building forms, the costs, two readings, and what to know beside it."""

    voorwaarden: dict[str, Voorwaarde]
    bouwvormen: dict[str, Bouwvorm]
    kosten: Kosten
    samen_altijd_nodig: GemeldeLezing
    onduidelijke_bouwvorm: GemeldeLezing
    let_op: tuple[LetOp, ...]


def bereken(invoer: MantelzorgwoningInvoer, regeling: Mantelzorgwoning) -> Berekening:
    """`mantelzorgwoning` when both hold, then also `kosten_voor`."""
    vorm = regeling.bouwvormen[invoer.bouwvorm]
    gezegd = [
        *stappen(WONING, regeling.voorwaarden, {SAMEN: invoer.bij_elkaar_wonen}),
        stap(WONING, vorm.tekst, vorm.bron),
    ]
    if not invoer.bij_elkaar_wonen:
        lezing = [Reden.van(regeling.samen_altijd_nodig.aan_inwoner)] if vorm.los else []
        return Berekening({WONING: False}, gezegd, lezing)
    if vorm.hoort_erbij == "onduidelijk":
        return Berekening({}, gezegd, [Reden.van(regeling.onduidelijke_bouwvorm.aan_inwoner)], "menselijk_oordeel")
    if vorm.hoort_erbij == "niet":
        return Berekening({WONING: False}, gezegd)
    kosten = stap("kosten_voor", regeling.kosten.tekst, regeling.kosten.bron)
    waarde = {WONING: True, "kosten_voor": regeling.kosten.voor}
    return Berekening(waarde, [*gezegd, kosten], [Reden.van(deel) for deel in regeling.let_op])


def conclusie(waarde: Mapping[str, Any], _: Mantelzorgwoning) -> Conclusies:
    """Whether the plan is a mantelzorgwoning."""
    return [("wel" if waarde[WONING] else "niet", {})]


def samenhang(regeling: Mantelzorgwoning) -> list[Fout]:
    """The condition and every building form are there."""
    return [
        *voorwaardefouten(regeling.voorwaarden, (SAMEN,)),
        *sleutelfouten("bouwvormen", regeling.bouwvormen, get_args(BouwId)),
    ]


MANTELZORGWONING = Regel(
    naam="mantelzorgwoning",
    invoer=MantelzorgwoningInvoer,
    regeling=Mantelzorgwoning,
    bereken=bereken,
    conclusies={"wel": (), "niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

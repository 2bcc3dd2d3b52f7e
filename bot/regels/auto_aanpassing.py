"""`auto-aanpassing`: what an adaptation of somebody's own car asks (hogeland §5.5.2)."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Lezing, Regeling
from bot.regels.uitkomst import Berekening, Reden
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

OPLOSSING = "oplossing"
GEEN = "geen_van_beide"


class AutoAanpassingInvoer(Invoer, frozen=True, kw_only=True):
    """`oplossing`: is going by one's own car the only or the cheapest adequate way.

    `auto_gaat_mee`: the car lasts as long as the adaptation is written off. `allrisk_verzekerd`: the car and
    the adaptation are, or will be.
    """

    oplossing: Literal["enige", "goedkoopste", "geen_van_beide"]
    ergonomisch_noodzakelijk: bool
    auto_gaat_mee: bool
    allrisk_verzekerd: bool


class AutoAanpassing(Regeling, frozen=True, kw_only=True):
    """The conditions, which are all needed, and what holds in any case (`let_op`)."""

    voorwaarden: dict[str, Voorwaarde]
    let_op: tuple[LetOp, ...] = ()
    lezing: Lezing | UnsetType = UNSET


def bereken(invoer: AutoAanpassingInvoer, regeling: AutoAanpassing) -> Berekening:
    """`kan` when all conditions hold."""
    geldt = {OPLOSSING: invoer.oplossing != GEEN}
    geldt |= {naam: getattr(invoer, naam) for naam in velden(AutoAanpassingInvoer)}
    return Berekening(
        {"kan": all(geldt.values())},
        stappen("kan", regeling.voorwaarden, geldt),
        [Reden.van(let_op) for let_op in regeling.let_op],
    )


def conclusie(waarde: Mapping[str, Any], _: AutoAanpassing) -> Conclusies:
    """Whether it may fit."""
    return [("kan" if waarde["kan"] else "kan_niet", {})]


def samenhang(regeling: AutoAanpassing) -> list[Fout]:
    """Every condition has its sentences."""
    return voorwaardefouten(regeling.voorwaarden, (OPLOSSING, *velden(AutoAanpassingInvoer)))


AUTO_AANPASSING = Regel(
    naam="auto-aanpassing",
    invoer=AutoAanpassingInvoer,
    regeling=AutoAanpassing,
    bereken=bereken,
    conclusies={"kan": (), "kan_niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

"""`duur-indicatie`: for how long support is agreed (hogeland §2.10, §4.2.1 and §4.2.3)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.omvang import JAREN, Maximum, maximumfouten
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, stap

Voorziening = Literal["rolstoel", "kortdurend_verblijf", "groepsbegeleiding_plus", "anders"]


class DuurIndicatieInvoer(Invoer, frozen=True, kw_only=True):
    """For how long somebody thinks to need which support."""

    jaren: Annotated[int, Meta(ge=1, le=100, description="Voor hoeveel jaar de hulp nodig is")]
    voorziening: Voorziening


class Hulp(Gemeld, frozen=True, kw_only=True):
    """What holds for one kind of support. `tekst` says whether an indefinite time is possible.

    `maximum` takes the place of the general one.
    """

    onbepaalde_tijd: bool
    maximum: Maximum | UnsetType = UNSET
    let_op: tuple[LetOp, ...] = ()
    lezing: GemeldeLezing | UnsetType = UNSET


class DuurIndicatie(Regeling, frozen=True, kw_only=True):
    """The general maximum and the kinds of support."""

    maximum: Maximum
    voorzieningen: dict[str, Hulp]


def bereken(invoer: DuurIndicatieInvoer, regeling: DuurIndicatie) -> Berekening:
    """`jaren` is at most `maximum_jaren`; `onbepaalde_tijd_mogelijk` depends on the kind of support."""
    hulp = regeling.voorzieningen[invoer.voorziening]
    maximum = regeling.maximum if isinstance(hulp.maximum, UnsetType) else hulp.maximum
    let_op = [*hulp.let_op]
    if not isinstance(hulp.lezing, UnsetType):
        let_op.append(hulp.lezing.aan_inwoner)
    jaren = maximum.begrens(JAREN, invoer.jaren)
    return Berekening(
        {
            "jaren": jaren.over,
            "maximum_jaren": maximum.hoogste,
            "onbepaalde_tijd_mogelijk": hulp.onbepaalde_tijd,
        },
        [*jaren.stappen, stap("onbepaalde_tijd_mogelijk", hulp.tekst, hulp.bron)],
        [*map(Reden.van, let_op), *jaren.redenen],
    )


def conclusie(waarde: Mapping[str, Any], _: DuurIndicatie) -> Conclusies:
    """How long, and whether it can be without an end."""
    duur: Conclusies = [("duur", {"jaren": waarde["jaren"], "maximum": waarde["maximum_jaren"]})]
    return [*duur, ("onbepaald", {})] if waarde["onbepaalde_tijd_mogelijk"] else duur


def samenhang(regeling: DuurIndicatie) -> list[Fout]:
    """Every kind of support is there; the texts can be filled in."""
    fouten = sleutelfouten("voorzieningen", regeling.voorzieningen, get_args(Voorziening))
    fouten += maximumfouten("maximum", regeling.maximum)
    for naam, hulp in regeling.voorzieningen.items():
        if not isinstance(hulp.maximum, UnsetType):
            fouten += maximumfouten(f"voorzieningen.{naam}.maximum", hulp.maximum)
    return fouten


DUUR_INDICATIE = Regel(
    naam="duur-indicatie",
    invoer=DuurIndicatieInvoer,
    regeling=DuurIndicatie,
    bereken=bereken,
    conclusies={"duur": ("jaren", "maximum"), "onbepaald": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

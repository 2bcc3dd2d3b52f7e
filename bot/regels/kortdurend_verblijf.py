"""`kortdurend-verblijf`: staying somewhere else for a while to relieve the mantelzorger (hogeland §4.2.3)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.omvang import ETMALEN, JAREN, Eenheid, Maximum, maximumfouten
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Lezing, Regeling
from bot.regels.uitkomst import Berekening, Reden
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Etmalen = Annotated[int, Meta(ge=1, le=366, description="Etmalen per jaar: een etmaal is een dag en een nacht")]
Jaren = Annotated[int, Meta(ge=1, le=100, description="Hoeveel jaar")]
KAN_NAMEN = ("etmalen", "jaren")


class KortdurendVerblijfInvoer(Invoer, frozen=True, kw_only=True):
    """What is asked for, and the two conditions."""

    etmalen_per_jaar: Etmalen
    permanent_toezicht: bool
    mantelzorger_dreigt_overbelast: bool
    jaren: Jaren


class KortdurendVerblijf(Regeling, frozen=True, kw_only=True):
    """The conditions, which are all needed, and the maxima. `let_op` is said when it is possible.

    `niet_alle_voorwaarden` is said when it is not: what the numbers then mean.
    """

    voorwaarden: dict[str, Voorwaarde]
    etmalen: Maximum
    jaren: Maximum
    niet_alle_voorwaarden: LetOp
    let_op: tuple[LetOp, ...] = ()
    lezing: Lezing | UnsetType = UNSET


def bereken(invoer: KortdurendVerblijfInvoer, regeling: KortdurendVerblijf) -> Berekening:
    """`kan` when both conditions hold. `etmalen` and `jaren` are what is asked for, brought back to the maximum."""
    geldt = {naam: getattr(invoer, naam) for naam in velden(KortdurendVerblijfInvoer)}
    kan = all(geldt.values())
    uit = Berekening({"kan": kan}, stappen("kan", regeling.voorwaarden, geldt))
    _begrens(uit, ETMALEN, regeling.etmalen, invoer.etmalen_per_jaar)
    _begrens(uit, JAREN, regeling.jaren, invoer.jaren)
    uit.redenen += map(Reden.van, regeling.let_op if kan else (regeling.niet_alle_voorwaarden,))
    return uit


def _begrens(uit: Berekening, eenheid: Eenheid, maximum: Maximum, gevraagd: int) -> None:
    omvang = maximum.begrens(eenheid, gevraagd)
    uit.waarde |= {eenheid.veld: omvang.over, f"maximum_{eenheid.veld}": maximum.hoogste}
    uit.stappen += omvang.stappen
    uit.redenen += omvang.redenen


def conclusie(waarde: Mapping[str, Any], _: KortdurendVerblijf) -> Conclusies:
    """Whether it may be possible, and then how much fits the maxima."""
    if not waarde["kan"]:
        return [("kan_niet", {})]
    return [("kan", {"etmalen": waarde["etmalen"], "jaren": waarde["jaren"]})]


def samenhang(regeling: KortdurendVerblijf) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, velden(KortdurendVerblijfInvoer))
    return [*fouten, *maximumfouten("etmalen", regeling.etmalen), *maximumfouten("jaren", regeling.jaren)]


KORTDUREND_VERBLIJF = Regel(
    naam="kortdurend-verblijf",
    invoer=KortdurendVerblijfInvoer,
    regeling=KortdurendVerblijf,
    bereken=bereken,
    conclusies={"kan": KAN_NAMEN, "kan_niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

"""`scootmobiel`: what a scootmobiel or driewielfiets asks of somebody (hogeland §5.5.4)."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Onderdeel, Regeling, Tekst, Vindplaats
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde

MET_STALLING = "scootmobiel"
ONVOLDOENDE = "nee"


class ScootmobielInvoer(Invoer, frozen=True, kw_only=True):
    """`driewielfiets` is also the driewielligfiets. `stalling_met_stroom` is asked about a scootmobiel only."""

    soort: Literal["scootmobiel", "driewielfiets"]
    verkeersinzicht: Literal["ja", "binnenkort", "nee"]
    zelfstandig_gebruik: bool
    stalling_met_stroom: bool | UnsetType = UNSET


class Verkeersinzicht(Onderdeel, frozen=True, kw_only=True):
    """A sentence for each answer; `binnenkort` is good enough."""

    ja: Tekst
    binnenkort: Tekst
    nee: Tekst
    bron: Vindplaats


class Stalling(Onderdeel, frozen=True, kw_only=True):
    """A place with power that is there, or one to look for together: never a ground to say no."""

    aanwezig: LetOp
    samen_zoeken: LetOp


class Scootmobiel(Regeling, frozen=True, kw_only=True):
    """The two conditions, both needed, the place to keep it, and what holds in any case (`let_op`).

    `lezing` is about "in principle": it is said when a condition does not hold.
    """

    verkeersinzicht: Verkeersinzicht
    zelfstandig_gebruik: Voorwaarde
    stalling: Stalling
    let_op: tuple[LetOp, ...] = ()
    lezing: GemeldeLezing


def bereken(invoer: ScootmobielInvoer, regeling: Scootmobiel) -> Berekening:
    """`kan` with insight in traffic, now or soon, and independent use."""
    kan = invoer.verkeersinzicht != ONVOLDOENDE and invoer.zelfstandig_gebruik
    redenen = [Reden.van(let_op) for let_op in regeling.let_op]
    if invoer.soort == MET_STALLING:
        stalling = regeling.stalling
        redenen.append(Reden.van(stalling.aanwezig if invoer.stalling_met_stroom else stalling.samen_zoeken))
    if not kan:
        redenen.append(Reden.van(regeling.lezing.aan_inwoner))
    return Berekening({"kan": kan}, _stappen(invoer, regeling), redenen)


def _stappen(invoer: ScootmobielInvoer, regeling: Scootmobiel) -> list[Stap]:
    inzicht, gebruik = regeling.verkeersinzicht, regeling.zelfstandig_gebruik
    return [
        stap("kan", getattr(inzicht, invoer.verkeersinzicht), inzicht.bron),
        stap("kan", gebruik.ja if invoer.zelfstandig_gebruik else gebruik.nee, gebruik.bron),
    ]


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The place to keep it, when it is about a scootmobiel."""
    gevraagd = velden.get("soort") == MET_STALLING and "stalling_met_stroom" not in velden
    return ["stalling_met_stroom"] if gevraagd else []


def conclusie(waarde: Mapping[str, Any], _: Scootmobiel) -> Conclusies:
    """Whether it may fit."""
    return [("kan" if waarde["kan"] else "kan_niet", {})]


SCOOTMOBIEL = Regel(
    naam="scootmobiel",
    invoer=ScootmobielInvoer,
    regeling=Scootmobiel,
    bereken=bereken,
    conclusies={"kan": (), "kan_niet": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
)

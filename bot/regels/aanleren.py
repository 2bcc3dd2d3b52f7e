"""`aanleren`: temporary help for somebody who learns to do the housework (hogeland bijlage 2 §1.3.2)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.omvang import WEKEN, Gevraagd, Omvang, grensfouten
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Weken = Annotated[int, Meta(ge=1, le=520, description="Hoeveel weken hulp bij het leren nodig is")]


class AanlerenInvoer(Invoer, frozen=True, kw_only=True):
    """Of the huisgenoot who is to do the work: whether it is new, and whether it can be learned."""

    nog_nooit_gedaan: bool
    kan_leren: bool
    weken: Weken


class Aanleren(Regeling, frozen=True, kw_only=True):
    """The conditions, the maximum, and what the citizen must know. `vervalt.tekst` may use {eraf}."""

    voorwaarden: dict[str, Voorwaarde]
    weken: Gevraagd
    vervalt: Gemeld
    altijd: LetOp
    les: LetOp
    kan_niet_leren: LetOp


def bereken(invoer: AanlerenInvoer, regeling: Aanleren) -> Berekening:
    """Weeks of help with learning. Whether somebody who cannot learn gets any is for a person to say."""
    geldt = {"nog_nooit_gedaan": invoer.nog_nooit_gedaan, "kan_leren": invoer.kan_leren}
    uit = Berekening({"maximum_weken": regeling.weken.hooguit}, stappen("kan", regeling.voorwaarden, geldt))
    if not invoer.kan_leren:
        uit.status = "menselijk_oordeel"
        uit.redenen.append(Reden.van(regeling.kan_niet_leren))
    if invoer.kan_leren or not invoer.nog_nooit_gedaan:
        omvang = _omvang(invoer, regeling)
        uit.waarde |= {"kan": invoer.nog_nooit_gedaan, "weken": omvang.over}
        uit.stappen += omvang.stappen
        uit.redenen += [*omvang.redenen, *([Reden.van(regeling.les)] if invoer.nog_nooit_gedaan else [])]
    uit.redenen.append(Reden.van(regeling.altijd))
    return uit


def _omvang(invoer: AanlerenInvoer, regeling: Aanleren) -> Omvang:
    omvang = Omvang.van("weken", WEKEN, invoer.weken, regeling.weken)
    if invoer.nog_nooit_gedaan:
        omvang.hooguit(regeling.weken)
    else:
        omvang.vervalt(regeling.vervalt)
    return omvang


def conclusie(waarde: Mapping[str, Any], _: Aanleren) -> Conclusies:
    """Whether help with learning may be possible, if that is certain."""
    if "kan" not in waarde:
        return [("onzeker", {})]
    return [("kan", {"weken": WEKEN.voluit(waarde["weken"])})] if waarde["kan"] else [("kan_niet", {})]


def samenhang(regeling: Aanleren) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    return [
        *voorwaardefouten(regeling.voorwaarden, velden(AanlerenInvoer)),
        *grensfouten("weken", regeling.weken),
        *sjabloonfouten("vervalt.tekst", regeling.vervalt.tekst, ("eraf",)),
    ]


AANLEREN = Regel(
    naam="aanleren",
    invoer=AanlerenInvoer,
    regeling=Aanleren,
    bereken=bereken,
    conclusies={"kan": ("weken",), "kan_niet": (), "onzeker": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

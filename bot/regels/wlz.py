"""`wlz`: whether the municipality may refuse because of the Wet langdurige zorg (hogeland §2.8)."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import (
    Gemeld,
    LetOp,
    Onderdeel,
    Regeling,
    Tekst,
    Vindplaats,
    sjabloonfouten,
    sleutelfouten,
)
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Noembaar = Literal[
    "publiek_vervoer",
    "mobiliteitshulpmiddel",
    "rolstoel",
    "vervoershulpmiddel",
    "woonhulpmiddel",
    "woningaanpassing",
]
Gevraagd = Literal[Noembaar, "anders"]
GEVRAAGD_NAMEN = ("wat",)


class WlzInvoer(Invoer, frozen=True, kw_only=True):
    """`wlz_aanspraak`: entitled to stay and care under the Wlz, or could be. `gevraagd`: what is asked of the Wmo."""

    wlz_aanspraak: bool
    woont_in_instelling: bool
    gevraagd: Gevraagd


class Genoemd(Onderdeel, frozen=True, kw_only=True):
    """One thing that an exception names, and where."""

    gevraagd: Noembaar
    bron: Vindplaats


class Uitzondering(Onderdeel, frozen=True, kw_only=True):
    """What stays possible under the Wmo. `tekst` may use {wat}."""

    tekst: Tekst
    voor: tuple[Genoemd, ...]

    def vindplaats(self, gevraagd: Gevraagd) -> Vindplaats | None:
        """Where the exception names this, or None when it does not."""
        return next((genoemd.bron for genoemd in self.voor if genoemd.gevraagd == gevraagd), None)


class Uitzonderingen(Onderdeel, frozen=True, kw_only=True):
    """The exceptions, by where somebody lives."""

    instelling: Uitzondering
    thuis: Uitzondering


class Wlz(Regeling, frozen=True, kw_only=True):
    """`namen` says in words what is asked for: {wat} in the texts. `geen_uitzondering` may use {wat} too.

    `bevoegd` says that refusing is a power, not a duty.
    """

    voorwaarden: dict[str, Voorwaarde]
    namen: dict[str, Tekst]
    uitzonderingen: Uitzonderingen
    geen_uitzondering: Gemeld
    bevoegd: LetOp
    lezing: GemeldeLezing


def bereken(invoer: WlzInvoer, regeling: Wlz) -> Berekening:
    """`weigering_mogelijk` with a claim on the Wlz, unless an exception names what is asked for."""
    onderdeel = "weigering_mogelijk"
    if not invoer.wlz_aanspraak:
        return Berekening({onderdeel: False}, stappen(onderdeel, regeling.voorwaarden, {"wlz_aanspraak": False}))
    geldt = {"wlz_aanspraak": True, "woont_in_instelling": invoer.woont_in_instelling}
    gezet = stappen(onderdeel, regeling.voorwaarden, geldt)
    uitzonderingen = regeling.uitzonderingen
    uitzondering = uitzonderingen.instelling if invoer.woont_in_instelling else uitzonderingen.thuis
    wat = regeling.namen[invoer.gevraagd]
    if vindplaats := uitzondering.vindplaats(invoer.gevraagd):
        return Berekening({onderdeel: False}, [*gezet, stap(onderdeel, uitzondering.tekst.format(wat=wat), vindplaats)])
    geen = regeling.geen_uitzondering
    return Berekening(
        {onderdeel: True},
        [*gezet, stap(onderdeel, geen.tekst.format(wat=wat), geen.bron)],
        [Reden.van(regeling.bevoegd), Reden.van(regeling.lezing.aan_inwoner)],
    )


def conclusie(waarde: Mapping[str, Any], _: Wlz) -> Conclusies:
    """Whether refusing is possible on this ground."""
    return [("weigering_mogelijk" if waarde["weigering_mogelijk"] else "geen_weigering", {})]


def samenhang(regeling: Wlz) -> list[Fout]:
    """Everything that can be asked for has a name, no exception says a thing twice, the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, velden(WlzInvoer))
    fouten += sleutelfouten("namen", regeling.namen, get_args(Gevraagd))
    for naam in Uitzonderingen.__struct_fields__:
        fouten += _uitzonderingfouten(f"uitzonderingen.{naam}", getattr(regeling.uitzonderingen, naam))
    fouten += sjabloonfouten("geen_uitzondering.tekst", regeling.geen_uitzondering.tekst, GEVRAAGD_NAMEN)
    return fouten


def _uitzonderingfouten(plek: str, uitzondering: Uitzondering) -> Iterator[Fout]:
    yield from sjabloonfouten(f"{plek}.tekst", uitzondering.tekst, GEVRAAGD_NAMEN)
    gezien: set[str] = set()
    for nummer, genoemd in enumerate(uitzondering.voor):
        if genoemd.gevraagd in gezien:
            reden = f"'{genoemd.gevraagd}' staat er dubbel in. Laat het één keer staan."
            yield Fout(f"{plek}.voor.{nummer}.gevraagd", reden)
        gezien.add(genoemd.gevraagd)


WLZ = Regel(
    naam="wlz",
    invoer=WlzInvoer,
    regeling=Wlz,
    bereken=bereken,
    conclusies={"weigering_mogelijk": (), "geen_weigering": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

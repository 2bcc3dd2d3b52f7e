"""`zeer-kwetsbaar`: which of three aspects ask for extra attention (vng §4). It never gives a person a name."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Regeling, Tekst, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap

AANTAL = "aantal"
ASPECTEN = ("beperkte_sociale_steun", "weinig_veerkracht", "weinig_eigen_regie")
AANTAL_NAMEN = (AANTAL, "van")

Steun = Annotated[bool, Meta(description="Zijn er weinig mensen die veel voor de persoon betekenen, of dreigt dat?")]
Veerkracht = Annotated[bool, Meta(description="Vraagt het leven meer dan de persoon aankan, of dreigt dat?")]
Regie = Annotated[bool, Meta(description="Kan de persoon maar moeilijk laten weten wat hij wil, of dreigt dat?")]


class ZeerKwetsbaarInvoer(Invoer, frozen=True, kw_only=True):
    """Of each aspect whether it is so, or at risk of it."""

    beperkte_sociale_steun: Steun
    weinig_veerkracht: Veerkracht
    weinig_eigen_regie: Regie


class Aspect(Gemeld, frozen=True, kw_only=True):
    """`tekst` is the step when it plays, `niet` when it does not."""

    niet: Tekst


class ZeerKwetsbaar(Regeling, frozen=True, kw_only=True):
    """The aspects; the reading when at least one plays and the one when none does; what always holds."""

    aspecten: dict[str, Aspect]
    geen_grens: GemeldeLezing
    geen_enkel: GemeldeLezing
    altijd: tuple[LetOp, ...]


def bereken(invoer: ZeerKwetsbaarInvoer, regeling: ZeerKwetsbaar) -> Berekening:
    """`aspecten` that play, `aantal` of them, and `van` how many. From one on a person looks."""
    speelt = [naam for naam in ASPECTEN if getattr(invoer, naam)]
    lezing = regeling.geen_grens if speelt else regeling.geen_enkel
    return Berekening(
        {"aspecten": speelt, AANTAL: len(speelt), "van": len(ASPECTEN)},
        [_stap(naam in speelt, regeling.aspecten[naam]) for naam in ASPECTEN],
        [Reden.van(lezing.aan_inwoner), *map(Reden.van, regeling.altijd)],
        "menselijk_oordeel" if speelt else "berekend",
    )


def _stap(speelt: bool, aspect: Aspect) -> Stap:
    if speelt:
        return Stap(onderdeel=AANTAL, tekst=aspect.tekst, punten=1, bron=aspect.bron.bron)
    return stap(AANTAL, aspect.niet, aspect.bron)


def conclusie(waarde: Mapping[str, Any], _: ZeerKwetsbaar) -> Conclusies:
    """How many aspects play."""
    return [("aandacht" if waarde[AANTAL] else "niets_gevonden", {naam: waarde[naam] for naam in AANTAL_NAMEN})]


def samenhang(regeling: ZeerKwetsbaar) -> list[Fout]:
    """All three aspects have their sentences."""
    return sleutelfouten("aspecten", regeling.aspecten, ASPECTEN)


ZEER_KWETSBAAR = Regel(
    naam="zeer-kwetsbaar",
    invoer=ZeerKwetsbaarInvoer,
    regeling=ZeerKwetsbaar,
    bereken=bereken,
    conclusies={"aandacht": AANTAL_NAMEN, "niets_gevonden": AANTAL_NAMEN},
    conclusie=conclusie,
    samenhang=samenhang,
)

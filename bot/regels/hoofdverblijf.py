"""`hoofdverblijf`: whether somebody mostly lives in the municipality, or soon will (hogeland §3.1)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType, structs

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Regeling
from bot.regels.uitkomst import Berekening, Reden
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

INSCHRIJVING, VERBLIJF = "ingeschreven", "meeste_tijd_hier"
# The answer after which the next question is needed.
KETEN = (
    (VERBLIJF, False, "komt_binnenkort"),
    ("komt_binnenkort", True, "verhuizing_geregeld"),
    ("verhuizing_geregeld", False, "afspraken_gemaakt"),
)
# Which part of the value a condition belongs to.
ONDERDEEL = {
    INSCHRIJVING: "hoofdverblijf",
    VERBLIJF: "hoofdverblijf",
    "komt_binnenkort": "melding_kan",
    "verhuizing_geregeld": "besluit_kan",
    "afspraken_gemaakt": "besluit_kan",
}

Ingeschreven = Annotated[bool, Meta(description="Staat de persoon ingeschreven op een adres in de gemeente?")]
MeesteTijd = Annotated[bool, Meta(description="Is de persoon hier het grootste deel van de tijd?")]
Binnenkort = Annotated[bool, Meta(description="Kan de persoon laten zien dat hij binnenkort in de gemeente woont?")]
Geregeld = Annotated[bool, Meta(description="Is het wonen in de gemeente al geregeld?")]
Afspraken = Annotated[bool, Meta(description="Zijn er duidelijke afspraken over gemaakt met de consulent?")]


class HoofdverblijfInvoer(Invoer, frozen=True, kw_only=True):
    """The last three are only needed of somebody who is mostly elsewhere, each after the answer before it."""

    ingeschreven: Ingeschreven
    meeste_tijd_hier: MeesteTijd
    komt_binnenkort: Binnenkort | UnsetType = UNSET
    verhuizing_geregeld: Geregeld | UnsetType = UNSET
    afspraken_gemaakt: Afspraken | UnsetType = UNSET


class Hoofdverblijf(Regeling, frozen=True, kw_only=True):
    """The conditions; `verschil` is for when registration and stay say different things."""

    voorwaarden: dict[str, Voorwaarde]
    verschil: GemeldeLezing


def bereken(invoer: HoofdverblijfInvoer, regeling: Hoofdverblijf) -> Berekening:
    """`hoofdverblijf`, `melding_kan` and `besluit_kan`; when the two facts differ only what is certain of them."""
    geldt = _nodig(structs.asdict(invoer))
    zeker = any(geldt.get(naam) for naam in ("verhuizing_geregeld", "afspraken_gemaakt"))
    gezegd = [
        zin for naam, is_zo in geldt.items() for zin in stappen(ONDERDEEL[naam], regeling.voorwaarden, {naam: is_zo})
    ]
    if invoer.ingeschreven != invoer.meeste_tijd_hier:
        waarde = {"melding_kan": True} | ({"besluit_kan": True} if zeker else {})
        return Berekening(waarde, gezegd, [Reden.van(regeling.verschil.aan_inwoner)], "menselijk_oordeel")
    hier, binnenkort = invoer.meeste_tijd_hier, bool(geldt.get("komt_binnenkort"))
    return Berekening({"hoofdverblijf": hier, "melding_kan": hier or binnenkort, "besluit_kan": hier or zeker}, gezegd)


def _nodig(gegeven: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that this input needs, as far as the answers reach; an absent one is UNSET."""
    nodig = {naam: gegeven.get(naam, UNSET) for naam in (INSCHRIJVING, VERBLIJF)}
    for vorige, antwoord, volgende in KETEN:
        if nodig.get(vorige) is antwoord:
            nodig[volgende] = gegeven.get(volgende, UNSET)
    return nodig


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The questions that follow from an answer and have none yet."""
    gevolgd = [volgende for *_, volgende in KETEN]
    return [naam for naam, antwoord in _nodig(velden).items() if antwoord is UNSET and naam in gevolgd]


def conclusie(waarde: Mapping[str, Any], _: Hoofdverblijf) -> Conclusies:
    """Whether somebody lives here, soon will, does not, or whether the facts differ."""
    if "hoofdverblijf" not in waarde:
        return [("verschil", {})]
    if waarde["hoofdverblijf"]:
        return [("hier", {})]
    if waarde["besluit_kan"]:
        return [("binnenkort_geregeld", {})]
    return [("binnenkort" if waarde["melding_kan"] else "elders", {})]


def samenhang(regeling: Hoofdverblijf) -> list[Fout]:
    """Every condition has its sentences."""
    return voorwaardefouten(regeling.voorwaarden, ONDERDEEL)


HOOFDVERBLIJF = Regel(
    naam="hoofdverblijf",
    invoer=HoofdverblijfInvoer,
    regeling=Hoofdverblijf,
    bereken=bereken,
    conclusies=dict.fromkeys(("hier", "binnenkort_geregeld", "binnenkort", "elders", "verschil"), ()),
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

"""`verhuiskosten`: whether the municipality may help with the costs of moving (hogeland §5.1)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Lezing, Regeling, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Gewoon = Literal["eerste_eigen_woning", "gezinsuitbreiding", "echtscheiding"]
AanleidingId = Literal[Gewoon, "beperkingen", "anders"]
BEPERKINGEN = "beperkingen"
VOORWAARDEN = ("hulp_noodzakelijk", "woning_voldoet")
VERGOEDING, AANPASSING = "vergoeding_mogelijk", "woningaanpassing_mogelijk"

Aanleiding = Annotated[AanleidingId, Meta(description="Waarom de persoon verhuist. Bij meer dan één: de belangrijkste")]
Noodzaak = Annotated[bool, Meta(description="Is hulp van de gemeente bij het verhuizen echt nodig?")]
Eisen = Annotated[bool, Meta(description="Past de nieuwe woning bij de lijst met eisen uit het onderzoek?")]


class VerhuiskostenInvoer(Invoer, frozen=True, kw_only=True):
    """The last two are only needed when somebody must move because of beperkingen."""

    aanleiding: Aanleiding
    hulp_noodzakelijk: Noodzaak | UnsetType = UNSET
    woning_voldoet: Eisen | UnsetType = UNSET


class Verhuiskosten(Regeling, frozen=True, kw_only=True):
    """A step for each reason to move; the conditions when it is because of beperkingen."""

    gewone_wooncarriere: dict[str, Gemeld]
    aanpassing: Gemeld
    beperkingen: Gemeld
    voorwaarden: dict[str, Voorwaarde]
    beide_nodig: Lezing
    bedrag: LetOp
    andere_aanleiding: GemeldeLezing


def bereken(invoer: VerhuiskostenInvoer, regeling: Verhuiskosten) -> Berekening:
    """`vergoeding_mogelijk`; in a normal housing career also `woningaanpassing_mogelijk`, which stays."""
    if gewoon := regeling.gewone_wooncarriere.get(invoer.aanleiding):
        blijft = stap(AANPASSING, regeling.aanpassing.tekst, regeling.aanpassing.bron)
        return Berekening({VERGOEDING: False, AANPASSING: True}, [stap(VERGOEDING, gewoon.tekst, gewoon.bron), blijft])
    if invoer.aanleiding == BEPERKINGEN:
        return _door_beperkingen(invoer, regeling)
    return Berekening({}, [], [Reden.van(regeling.andere_aanleiding.aan_inwoner)], "menselijk_oordeel")


def _door_beperkingen(invoer: VerhuiskostenInvoer, regeling: Verhuiskosten) -> Berekening:
    geldt = {naam: getattr(invoer, naam) is True for naam in VOORWAARDEN}
    mogelijk = all(geldt.values())
    begin = stap(VERGOEDING, regeling.beperkingen.tekst, regeling.beperkingen.bron)
    return Berekening(
        {VERGOEDING: mogelijk},
        [begin, *stappen(VERGOEDING, regeling.voorwaarden, geldt)],
        [Reden.van(regeling.bedrag)] if mogelijk else [],
    )


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The conditions, when somebody must move because of beperkingen."""
    nodig = VOORWAARDEN if velden.get("aanleiding") == BEPERKINGEN else ()
    return [naam for naam in nodig if naam not in velden]


def conclusie(waarde: Mapping[str, Any], _: Verhuiskosten) -> Conclusies:
    """Whether help with the costs is possible."""
    if waarde[VERGOEDING]:
        return [("mogelijk", {})]
    return [("gewoon" if AANPASSING in waarde else "nog_niet", {})]


def samenhang(regeling: Verhuiskosten) -> list[Fout]:
    """Every reason of a normal housing career and every condition has its sentences."""
    return [
        *sleutelfouten("gewone_wooncarriere", regeling.gewone_wooncarriere, get_args(Gewoon)),
        *voorwaardefouten(regeling.voorwaarden, VOORWAARDEN),
    ]


VERHUISKOSTEN = Regel(
    naam="verhuiskosten",
    invoer=VerhuiskostenInvoer,
    regeling=Verhuiskosten,
    bereken=bereken,
    conclusies={"mogelijk": (), "nog_niet": (), "gewoon": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

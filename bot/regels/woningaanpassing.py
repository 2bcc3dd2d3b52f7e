"""`woningaanpassing`: for which use of the home an adaptation may be possible (hogeland §5.2)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import (
    Aantal,
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

Gebruik = Literal[
    "slapen", "lichaamsreiniging", "toilet", "koken_en_eten", "verplaatsen", "veilig_spelen_kind", "hobby", "studeren"
]
INGANG = "drempel_bij_ingang"
BOUWJAAR = "bouwjaar"
MOGELIJK = "aanpassing_mogelijk"

Waarvoor = Annotated[
    Literal[Gebruik, "drempel_bij_ingang", "anders"], Meta(description="Waarvoor de woning moet veranderen")
]
Bouwjaar = Annotated[int, Meta(ge=1000, le=2100, description="Het jaar waarin de woning is gebouwd")]


class WoningaanpassingInvoer(Invoer, frozen=True, kw_only=True):
    """`bouwjaar` is only needed for a threshold at the entrance."""

    waarvoor: Waarvoor
    bouwjaar: Bouwjaar | UnsetType = UNSET


class Woonfunctie(Gemeld, frozen=True, kw_only=True):
    """A use of the home, and whether it is elementary."""

    elementair: bool


class Ingang(Onderdeel, frozen=True, kw_only=True):
    """Homes from `jaar` on have low thresholds by law. The texts may use {jaar} and {millimeter}."""

    jaar: Bouwjaar
    millimeter: Aantal
    vanaf: Tekst
    eerder: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing


class Offertes(Gemeld, frozen=True, kw_only=True):
    """How many offertes the person asks for. `tekst` may use {aantal}."""

    aantal: Aantal


class Woningaanpassing(Regeling, frozen=True, kw_only=True):
    """The uses, the entrance, and what to know when an adaptation is possible."""

    woonfuncties: dict[str, Woonfunctie]
    ingang: Ingang
    offertes: Offertes
    let_op: tuple[LetOp, ...]
    anders: GemeldeLezing


def bereken(invoer: WoningaanpassingInvoer, regeling: Woningaanpassing) -> Berekening:
    """`aanpassing_mogelijk`: yes for an elementary use, no for another one; other wishes are for a person."""
    if functie := regeling.woonfuncties.get(invoer.waarvoor):
        return _uitkomst(functie.elementair, functie.tekst, functie.bron, regeling)
    if not isinstance(invoer.bouwjaar, UnsetType) and invoer.waarvoor == INGANG:
        return _ingang(invoer.bouwjaar, regeling)
    return Berekening({}, [], [Reden.van(regeling.anders.aan_inwoner)], "menselijk_oordeel")


def _ingang(bouwjaar: int, regeling: Woningaanpassing) -> Berekening:
    ingang = regeling.ingang
    eerder = bouwjaar < ingang.jaar
    tekst = (ingang.eerder if eerder else ingang.vanaf).format(jaar=ingang.jaar, millimeter=ingang.millimeter)
    uit = _uitkomst(eerder, tekst, ingang.bron, regeling)
    uit.redenen.append(Reden.van(ingang.lezing.aan_inwoner))
    return uit


def _uitkomst(mogelijk: bool, tekst: str, bron: Vindplaats, regeling: Woningaanpassing) -> Berekening:
    uit = Berekening({MOGELIJK: mogelijk}, [stap(MOGELIJK, tekst, bron)])
    if mogelijk:
        uit.redenen = [
            Reden.met_code("offertes", regeling.offertes, aantal=regeling.offertes.aantal),
            *map(Reden.van, regeling.let_op),
        ]
    return uit


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The year, when it is about a threshold at the entrance."""
    return [BOUWJAAR] if velden.get("waarvoor") == INGANG and BOUWJAAR not in velden else []


def conclusie(waarde: Mapping[str, Any], _: Woningaanpassing) -> Conclusies:
    """Whether an adaptation may be possible."""
    return [("mogelijk" if waarde[MOGELIJK] else "niet_mogelijk", {})]


def samenhang(regeling: Woningaanpassing) -> list[Fout]:
    """Every use is there; the texts can be filled in."""
    fouten = sleutelfouten("woonfuncties", regeling.woonfuncties, get_args(Gebruik))
    for veld in ("vanaf", "eerder"):
        fouten += sjabloonfouten(f"ingang.{veld}", getattr(regeling.ingang, veld), ("jaar", "millimeter"))
    return fouten + sjabloonfouten("offertes.tekst", regeling.offertes.tekst, ("aantal",))


WONINGAANPASSING = Regel(
    naam="woningaanpassing",
    invoer=WoningaanpassingInvoer,
    regeling=Woningaanpassing,
    bereken=bereken,
    conclusies={"mogelijk": (), "niet_mogelijk": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

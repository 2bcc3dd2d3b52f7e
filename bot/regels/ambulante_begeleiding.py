"""`ambulante-begeleiding`: support at home, basis and plus (hogeland §4.2.1)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.omvang import MAANDEN, Maximum, maximumfouten
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Soort = Literal["basis", "plus"]
Procent = Annotated[int, Meta(ge=0, le=100, description="Deel van de begeleiding op afstand, in procenten")]
Maanden = Annotated[int, Meta(ge=1, le=600, description="Voor hoeveel maanden de hulp nodig is")]

AANLEIDINGEN = ("onveilige_situatie", "crisis", "meer_probleemgedrag", "zorgmijding")
GEVOLGEN = ("ernstige_achteruitgang", "weinig_regie")
BIJ_VERLENGING = "risico_inventarisatie"
ALLEEN_PLUS = ("maanden", "verlenging", *AANLEIDINGEN, *GEVOLGEN)


class AmbulanteBegeleidingInvoer(Invoer, frozen=True, kw_only=True):
    """Everything after `op_afstand_procent` is for plus; `risico_inventarisatie` for an extension of it."""

    soort: Soort
    op_afstand_procent: Procent
    maanden: Maanden | UnsetType = UNSET
    verlenging: bool | UnsetType = UNSET
    onveilige_situatie: bool | UnsetType = UNSET
    crisis: bool | UnsetType = UNSET
    meer_probleemgedrag: bool | UnsetType = UNSET
    zorgmijding: bool | UnsetType = UNSET
    ernstige_achteruitgang: bool | UnsetType = UNSET
    weinig_regie: bool | UnsetType = UNSET
    risico_inventarisatie: bool | UnsetType = UNSET


class OpAfstand(Onderdeel, frozen=True, kw_only=True):
    """The largest share at a distance. `past` and `past_niet` may use {gevraagd} and {hoogste}."""

    hoogste: Procent
    past: Tekst
    past_niet: Tekst
    bron: Vindplaats


class Begeleiding(Onderdeel, frozen=True, kw_only=True):
    """What holds for one kind."""

    op_afstand: OpAfstand
    let_op: tuple[LetOp, ...]


class Duur(Onderdeel, frozen=True, kw_only=True):
    """How long plus lasts the first time, and when it is extended."""

    eerste: Maximum
    verlenging: Maximum


class Lezingen(Onderdeel, frozen=True, kw_only=True):
    """The two passages about the conditions that can be read in more than one way."""

    achteruitgang: GemeldeLezing
    verlenging: GemeldeLezing


class AmbulanteBegeleiding(Regeling, frozen=True, kw_only=True):
    """The two kinds; the rest is for plus. `bij_verlenging` is said with every extension."""

    soorten: dict[str, Begeleiding]
    voorwaarden: dict[str, Voorwaarde]
    duur: Duur
    bij_verlenging: LetOp
    lezingen: Lezingen


def bereken(invoer: AmbulanteBegeleidingInvoer, regeling: AmbulanteBegeleiding) -> Berekening:
    """The share at a distance; for plus also whether it can be given and for how many months."""
    soort = regeling.soorten[invoer.soort]
    grens = soort.op_afstand
    past = invoer.op_afstand_procent <= grens.hoogste
    tekst = (grens.past if past else grens.past_niet).format(gevraagd=invoer.op_afstand_procent, hoogste=grens.hoogste)
    uit = Berekening(
        {"past_op_afstand": past, "maximum_op_afstand_procent": grens.hoogste},
        [stap("past_op_afstand", tekst, grens.bron)],
        [Reden.van(melding) for melding in soort.let_op],
    )
    if invoer.soort == "plus" and not isinstance(invoer.maanden, UnsetType):
        _plus(invoer, invoer.maanden, regeling, uit)
    return uit


def _plus(invoer: AmbulanteBegeleidingInvoer, maanden: int, regeling: AmbulanteBegeleiding, uit: Berekening) -> None:
    verlenging = invoer.verlenging is True
    gegeven = {naam: getattr(invoer, naam) is True for naam in (*AANLEIDINGEN, *GEVOLGEN)}
    voldoet = _voldoet(gegeven)
    maximum = regeling.duur.verlenging if verlenging else regeling.duur.eerste
    omvang = maximum.begrens(MAANDEN, maanden)
    if verlenging:
        gegeven[BIJ_VERLENGING] = invoer.risico_inventarisatie is True
    uit.waarde |= {
        "kan": voldoet and gegeven.get(BIJ_VERLENGING, True),
        "maanden": omvang.over,
        "maximum_maanden": maximum.hoogste,
    }
    uit.stappen += [*stappen("kan", regeling.voorwaarden, gegeven), *omvang.stappen]
    let_op = [regeling.bij_verlenging] if verlenging else []
    if not voldoet and gegeven.get(BIJ_VERLENGING):
        let_op.append(regeling.lezingen.verlenging.aan_inwoner)
    if not voldoet and _voldoet_zonder_achteruitgang(gegeven):
        let_op.append(regeling.lezingen.achteruitgang.aan_inwoner)
    uit.redenen += [*omvang.redenen, *map(Reden.van, let_op)]


def _voldoet(gegeven: Mapping[str, bool]) -> bool:
    """At least one cause, and both results."""
    return any(gegeven[naam] for naam in AANLEIDINGEN) and all(gegeven[naam] for naam in GEVOLGEN)


def _voldoet_zonder_achteruitgang(gegeven: Mapping[str, bool]) -> bool:
    """The other reading: the decline belongs to the last cause alone."""
    return any(gegeven[naam] for naam in AANLEIDINGEN[:-1]) and gegeven["weinig_regie"]


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """For plus the months and all conditions; for an extension the inventory too."""
    if velden.get("soort") != "plus":
        return []
    nodig = (*ALLEEN_PLUS, BIJ_VERLENGING) if velden.get("verlenging") is True else ALLEEN_PLUS
    return [naam for naam in nodig if naam not in velden]


def conclusie(waarde: Mapping[str, Any], _: AmbulanteBegeleiding) -> Conclusies:
    """Whether plus may fit and for how long, and the share at a distance."""
    uit: Conclusies = []
    if "kan" in waarde:
        uit.append(("plus_kan", {"maanden": waarde["maanden"]}) if waarde["kan"] else ("plus_kan_niet", {}))
    naam = "afstand_past" if waarde["past_op_afstand"] else "afstand_past_niet"
    return [*uit, (naam, {"hoogste": waarde["maximum_op_afstand_procent"]})]


def samenhang(regeling: AmbulanteBegeleiding) -> list[Fout]:
    """Both kinds and every condition are there; the texts can be filled in."""
    fouten = sleutelfouten("soorten", regeling.soorten, get_args(Soort))
    fouten += voorwaardefouten(regeling.voorwaarden, (*AANLEIDINGEN, *GEVOLGEN, BIJ_VERLENGING))
    for naam, soort in regeling.soorten.items():
        for veld in ("past", "past_niet"):
            tekst = getattr(soort.op_afstand, veld)
            fouten += sjabloonfouten(f"soorten.{naam}.op_afstand.{veld}", tekst, ("gevraagd", "hoogste"))
    fouten += maximumfouten("duur.eerste", regeling.duur.eerste)
    return fouten + maximumfouten("duur.verlenging", regeling.duur.verlenging)


AMBULANTE_BEGELEIDING = Regel(
    naam="ambulante-begeleiding",
    invoer=AmbulanteBegeleidingInvoer,
    regeling=AmbulanteBegeleiding,
    bereken=bereken,
    conclusies={
        "plus_kan": ("maanden",),
        "plus_kan_niet": (),
        "afstand_past": ("hoogste",),
        "afstand_past_niet": ("hoogste",),
    },
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

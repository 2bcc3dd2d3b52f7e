"""`herstelgerichte-hulp`: training to grow stronger, in phases (hogeland §4.1.1 and §4.1.2)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, LetOp, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

ADVIES, EERSTE_FASE, TWEEDE_JAAR = "deskundig_advies_positief", "eerste_fase_positief", "tweede_jaar_nodig"
FASE_NAMEN = ("weken", "trainingen_per_week", "trainingen")
Positief = Annotated[bool, Meta(description="Is de eerste fase goed doorlopen? Alleen als die klaar is.")]
Nodig = Annotated[bool, Meta(description="Is er na het jaar borging nog een jaar nodig? Alleen als dat bekend is.")]


class HerstelgerichteHulpInvoer(Invoer, frozen=True, kw_only=True):
    """The last two are not known before the training begins."""

    deskundig_advies_positief: bool
    eerste_fase_positief: Positief | UnsetType = UNSET
    tweede_jaar_nodig: Nodig | UnsetType = UNSET


class Fase(Onderdeel, frozen=True, kw_only=True):
    """The first phase. `stap` may use {weken}, {trainingen_per_week} and {trainingen} (the product)."""

    weken: Aantal
    trainingen_per_week: Aantal
    stap: Tekst
    bron: Vindplaats


class Borging(Onderdeel, frozen=True, kw_only=True):
    """Years after the first phase. `later` is said while it is not yet known. Both texts may use {jaren}."""

    jaren: Aantal
    stap: Tekst
    bron: Vindplaats
    later: LetOp

    @property
    def nog_niet(self) -> Reden:
        return Reden.met_code(self.later.code, self.later, jaren=self.jaren)


class HerstelgerichteHulp(Regeling, frozen=True, kw_only=True):
    """The condition, the phases, and what somebody must know (`let_op`)."""

    voorwaarden: dict[str, Voorwaarde]
    eerste_fase: Fase
    borging: Borging
    tweede_borging: Borging
    niet_positief: GemeldeLezing
    let_op: tuple[LetOp, ...]


def bereken(invoer: HerstelgerichteHulpInvoer, regeling: HerstelgerichteHulp) -> Berekening:
    """`kan`; when it can, the trainings of the first phase and, as far as known, the years after it."""
    kan = invoer.deskundig_advies_positief
    uit = Berekening({"kan": kan}, stappen("kan", regeling.voorwaarden, {ADVIES: kan}))
    if kan:
        _eerste_fase(regeling.eerste_fase, uit)
        _borging(invoer, regeling, uit)
        uit.redenen += map(Reden.van, regeling.let_op)
    return uit


def _eerste_fase(fase: Fase, uit: Berekening) -> None:
    trainingen = fase.weken * fase.trainingen_per_week
    getallen = {"weken": fase.weken, "trainingen_per_week": fase.trainingen_per_week, "trainingen": trainingen}
    uit.waarde |= getallen
    tekst = fase.stap.format(**getallen)
    uit.stappen.append(Stap(onderdeel="trainingen", tekst=tekst, aantal=trainingen, bron=fase.bron.bron))


def _borging(invoer: HerstelgerichteHulpInvoer, regeling: HerstelgerichteHulp, uit: Berekening) -> None:
    if isinstance(invoer.eerste_fase_positief, UnsetType):
        uit.redenen.append(regeling.borging.nog_niet)
        return
    if not invoer.eerste_fase_positief:
        melding = regeling.niet_positief.aan_inwoner
        uit.waarde["borging_jaren"] = 0
        uit.stappen.append(stap("borging_jaren", melding.tekst, melding.bron))
        uit.redenen.append(Reden.van(melding))
        return
    delen = [regeling.borging]
    if invoer.tweede_jaar_nodig is True:
        delen.append(regeling.tweede_borging)
    elif isinstance(invoer.tweede_jaar_nodig, UnsetType):
        uit.redenen.append(regeling.tweede_borging.nog_niet)
    uit.waarde["borging_jaren"] = sum(deel.jaren for deel in delen)
    uit.stappen += [
        Stap(onderdeel="borging_jaren", tekst=deel.stap.format(jaren=deel.jaren), jaren=deel.jaren, bron=deel.bron.bron)
        for deel in delen
    ]


def tegenspraak(invoer: Mapping[str, Any]) -> list[Fout]:
    """A phase cannot go well, or go on, without the one before it."""
    geen_advies = invoer.get(ADVIES) is False
    fouten = []
    if geen_advies and invoer.get(EERSTE_FASE) is True:
        fouten.append(Fout(EERSTE_FASE, "De eerste fase begint pas na een positief advies. Kijk beide antwoorden na."))
    if (geen_advies or invoer.get(EERSTE_FASE) is False) and invoer.get(TWEEDE_JAAR) is True:
        fouten.append(Fout(TWEEDE_JAAR, "Een tweede jaar komt pas na een goede eerste fase. Kijk beide antwoorden na."))
    return fouten


def ontbreekt(invoer: Mapping[str, Any]) -> list[str]:
    """Who says that a second year is needed, also says how the first phase went."""
    return [EERSTE_FASE] if invoer.get(TWEEDE_JAAR) is True and EERSTE_FASE not in invoer else []


def conclusie(waarde: Mapping[str, Any], _: HerstelgerichteHulp) -> Conclusies:
    """Whether the training may fit, and how long it goes on."""
    if not waarde["kan"]:
        return [("kan_niet", {})]
    uit: Conclusies = [("kan", {naam: waarde[naam] for naam in FASE_NAMEN})]
    jaren = waarde.get("borging_jaren")
    return [*uit, ("borging", {"jaren": jaren})] if jaren else uit


def samenhang(regeling: HerstelgerichteHulp) -> list[Fout]:
    """The condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, (ADVIES,))
    fouten += sjabloonfouten("eerste_fase.stap", regeling.eerste_fase.stap, FASE_NAMEN)
    for naam, borging in (("borging", regeling.borging), ("tweede_borging", regeling.tweede_borging)):
        fouten += sjabloonfouten(f"{naam}.stap", borging.stap, ("jaren",))
        fouten += sjabloonfouten(f"{naam}.later.tekst", borging.later.tekst, ("jaren",))
    return fouten


HERSTELGERICHTE_HULP = Regel(
    naam="herstelgerichte-hulp",
    invoer=HerstelgerichteHulpInvoer,
    regeling=HerstelgerichteHulp,
    bereken=bereken,
    conclusies={"kan": FASE_NAMEN, "kan_niet": (), "borging": ("jaren",)},
    conclusie=conclusie,
    tegenspraak=tegenspraak,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

"""`groepsbegeleiding`: how many people one supervisor may have in a group (hogeland §4.2.1)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import (
    Aantal,
    Gemeld,
    LetOp,
    Lezing,
    Onderdeel,
    Regeling,
    Tekst,
    Vindplaats,
    sjabloonfouten,
    sleutelfouten,
)
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde

Soort = Literal["belevingsgericht", "participatiegericht", "belevingsgericht_plus", "participatiegericht_plus"]
Deelnemers = Annotated[int, Meta(ge=1, le=200, description="Hoeveel mensen er in de groep zijn")]
Begeleiders = Annotated[int, Meta(ge=1, le=50, description="Hoeveel begeleiders er bij de groep zijn")]
TEKSTEN = {
    "nodig": ("deelnemers", "hoogste", "nodig"),
    "past": ("begeleiders", "plaatsen", "deelnemers"),
    "past_niet": ("begeleiders", "plaatsen", "deelnemers"),
}


class GroepsbegeleidingInvoer(Invoer, frozen=True, kw_only=True):
    """A group. `hbo_nodig` asks about the extra for a supervisor with an hbo education."""

    soort: Soort
    deelnemers: Deelnemers
    begeleiders: Begeleiders
    hbo_nodig: bool | UnsetType = UNSET


class Groepsgrootte(Onderdeel, frozen=True, kw_only=True):
    """At most this many people to one supervisor."""

    hoogste: Aantal
    bron: Vindplaats


class Groepssoort(Onderdeel, frozen=True, kw_only=True):
    """What holds for one kind. `hbo_opslag` says whether the extra exists for it."""

    per_begeleider: Groepsgrootte
    hbo_opslag: bool
    let_op: tuple[LetOp, ...]


class Zinnen(Onderdeel, frozen=True, kw_only=True):
    """The steps; what each may use stands in TEKSTEN."""

    nodig: Tekst
    past: Tekst
    past_niet: Tekst


class HboOpslag(Onderdeel, frozen=True, kw_only=True):
    """The extra: `nodig` says whether it is needed, `niet_bij_soort` that this kind does not have it."""

    nodig: Voorwaarde
    niet_bij_soort: Gemeld


class Groepsbegeleiding(Regeling, frozen=True, kw_only=True):
    """The four kinds, the steps and the extra."""

    soorten: dict[str, Groepssoort]
    zinnen: Zinnen
    hbo_opslag: HboOpslag
    lezing: Lezing


def bereken(invoer: GroepsbegeleidingInvoer, regeling: Groepsbegeleiding) -> Berekening:
    """Whether the group has supervisors enough, and the smallest number that is."""
    soort = regeling.soorten[invoer.soort]
    hoogste, bron = soort.per_begeleider.hoogste, soort.per_begeleider.bron
    nodig = -(-invoer.deelnemers // hoogste)
    past = nodig <= invoer.begeleiders
    zinnen = regeling.zinnen
    tekst = (zinnen.past if past else zinnen.past_niet).format(
        begeleiders=invoer.begeleiders, plaatsen=invoer.begeleiders * hoogste, deelnemers=invoer.deelnemers
    )
    som = zinnen.nodig.format(deelnemers=invoer.deelnemers, hoogste=hoogste, nodig=nodig)
    uit = Berekening(
        {"maximum_per_begeleider": hoogste, "past": past, "begeleiders_nodig": nodig},
        [Stap(onderdeel="begeleiders_nodig", tekst=som, aantal=nodig, bron=bron.bron), stap("past", tekst, bron)],
        [Reden.van(melding) for melding in soort.let_op],
    )
    if not isinstance(invoer.hbo_nodig, UnsetType):
        uit.waarde["hbo_opslag_mogelijk"] = soort.hbo_opslag and invoer.hbo_nodig
        uit.stappen.append(_hbo(soort, invoer.hbo_nodig, regeling.hbo_opslag))
    return uit


def _hbo(soort: Groepssoort, nodig: bool, opslag: HboOpslag) -> Stap:
    if not soort.hbo_opslag:
        return stap("hbo_opslag_mogelijk", opslag.niet_bij_soort.tekst, opslag.niet_bij_soort.bron)
    return stap("hbo_opslag_mogelijk", opslag.nodig.ja if nodig else opslag.nodig.nee, opslag.nodig.bron)


def conclusie(waarde: Mapping[str, Any], _: Groepsbegeleiding) -> Conclusies:
    """Whether there are supervisors enough, and whether the extra is possible."""
    gezegd = {"nodig": waarde["begeleiders_nodig"], "hoogste": waarde["maximum_per_begeleider"]}
    uit: Conclusies = [("past" if waarde["past"] else "past_niet", gezegd)]
    return [*uit, ("hbo_opslag", {})] if waarde.get("hbo_opslag_mogelijk") else uit


def samenhang(regeling: Groepsbegeleiding) -> list[Fout]:
    """Every kind is there; the texts can be filled in."""
    fouten = sleutelfouten("soorten", regeling.soorten, get_args(Soort))
    for veld, namen in TEKSTEN.items():
        fouten += sjabloonfouten(f"zinnen.{veld}", getattr(regeling.zinnen, veld), namen)
    return fouten


GROEPSBEGELEIDING = Regel(
    naam="groepsbegeleiding",
    invoer=GroepsbegeleidingInvoer,
    regeling=Groepsbegeleiding,
    bereken=bereken,
    conclusies={"past": ("nodig", "hoogste"), "past_niet": ("nodig", "hoogste"), "hbo_opslag": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

"""`zorgplicht-kinderen`: what a healthy child needs from its parents, by age (hogeland bijlage 2 §1.2.10)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer, Leeftijd
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, LetOp, Lezing, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.vanaf import Vanaf, bij_leeftijd, tredefouten

GEEN = "geen"
KENMERK_NAMEN = ("tot", "keer_per_week", "uren_vanaf", "uren_tot")


class ZorgplichtKinderenInvoer(Invoer, frozen=True, kw_only=True):
    """The ages of the children. Nobody is an empty list."""

    leeftijden: Annotated[tuple[Leeftijd, ...], Meta(max_length=30, description="De leeftijd van elk kind")]


class Kenmerk(Gemeld, frozen=True, kw_only=True):
    """What goes with an age, as the rest of a sentence. With `tot` only for who is younger than that.

    `tekst` may use the numbers that are given here.
    """

    tot: Aantal | UnsetType = UNSET
    keer_per_week: Aantal | UnsetType = UNSET
    uren_vanaf: Aantal | UnsetType = UNSET
    uren_tot: Aantal | UnsetType = UNSET

    @property
    def getallen(self) -> dict[str, int]:
        return {naam: getal for naam in KENMERK_NAMEN if isinstance(getal := getattr(self, naam), int)}

    @property
    def voluit(self) -> str:
        return self.tekst.format(**self.getallen)

    def geldt(self, leeftijd: int) -> bool:
        return isinstance(self.tot, UnsetType) or leeftijd < self.tot


class Zorg(Vanaf, frozen=True, kw_only=True):
    """How much care a child needs from an age on. `tekst` is the step and may use {wie} and {leeftijd}."""

    zorg: Literal["volledig", "toezicht", "weinig", "geen"]
    tekst: Tekst
    bron: Vindplaats
    kenmerken: tuple[Kenmerk, ...]
    lezing: Lezing | UnsetType = UNSET


class AlleenThuis(Vanaf, frozen=True, kw_only=True):
    """How long a child can be alone from an age on. `tekst` is the step and may use {wie} and {vanaf}."""

    alleen_thuis: Literal["niet", "enkele_uren", "dag_en_nacht", "zelfstandig"]
    tekst: Tekst
    bron: Vindplaats
    lezing: Lezing | UnsetType = UNSET


class ZorgplichtKinderen(Regeling, frozen=True, kw_only=True):
    """Two lists by age, and what parents must know while a child needs care.

    `kind` names a child and may use {nummer}; `stap` says a kenmerk and may use {wie} and {kenmerk}.
    """

    kind: Tekst
    zorg: Annotated[tuple[Zorg, ...], Meta(min_length=1)]
    alleen_thuis: Annotated[tuple[AlleenThuis, ...], Meta(min_length=1)]
    stap: Tekst
    ouders: tuple[LetOp, ...]


def bereken(invoer: ZorgplichtKinderenInvoer, regeling: ZorgplichtKinderen) -> Berekening:
    """Per child how much care, how long alone, and what goes with the age."""
    uit = Berekening({"per_kind": []})
    for nummer, leeftijd in enumerate(invoer.leeftijden):
        waarde, stappen = _kind(nummer, leeftijd, regeling)
        uit.waarde["per_kind"].append(waarde)
        uit.stappen += stappen
    if _zorg_nodig(uit.waarde):
        uit.redenen += map(Reden.van, regeling.ouders)
    return uit


def _kind(nummer: int, leeftijd: int, regeling: ZorgplichtKinderen) -> tuple[dict[str, Any], list[Stap]]:
    wie, onderdeel = regeling.kind.format(nummer=nummer + 1), f"per_kind.{nummer}"
    zorg, alleen = bij_leeftijd(regeling.zorg, leeftijd), bij_leeftijd(regeling.alleen_thuis, leeftijd)
    kenmerken = [kenmerk for kenmerk in zorg.kenmerken if kenmerk.geldt(leeftijd)]
    waarde = {
        "leeftijd": leeftijd,
        "zorg": zorg.zorg,
        "alleen_thuis": alleen.alleen_thuis,
        "kenmerken": [kenmerk.voluit for kenmerk in kenmerken],
    }
    return waarde, [
        stap(onderdeel, zorg.tekst.format(wie=wie, leeftijd=leeftijd), zorg.bron),
        stap(onderdeel, alleen.tekst.format(wie=wie, vanaf=alleen.vanaf), alleen.bron),
        *(stap(onderdeel, regeling.stap.format(wie=wie, kenmerk=k.voluit), k.bron) for k in kenmerken),
    ]


def _zorg_nodig(waarde: Mapping[str, Any]) -> bool:
    return any(kind["zorg"] != GEEN for kind in waarde["per_kind"])


def conclusie(waarde: Mapping[str, Any], _: ZorgplichtKinderen) -> Conclusies:
    """Whether any child needs care from its parents."""
    return [("zorg" if _zorg_nodig(waarde) else "geen_zorg", {})]


def samenhang(regeling: ZorgplichtKinderen) -> list[Fout]:
    """The ages begin at 0 and go up; every kenmerk can hold; the texts can be filled in."""
    fouten = [*tredefouten("zorg", regeling.zorg), *tredefouten("alleen_thuis", regeling.alleen_thuis)]
    for n, zorg in enumerate(regeling.zorg):
        fouten += sjabloonfouten(f"zorg.{n}.tekst", zorg.tekst, ("wie", "leeftijd"))
        for m, kenmerk in enumerate(zorg.kenmerken):
            plek = f"zorg.{n}.kenmerken.{m}"
            fouten += sjabloonfouten(f"{plek}.tekst", kenmerk.tekst, kenmerk.getallen)
            if not kenmerk.geldt(zorg.vanaf):
                reden = f"Dit geldt zo voor niemand: de groep begint bij {zorg.vanaf} jaar. Schrijf een hoger getal."
                fouten.append(Fout(f"{plek}.tot", reden))
    for n, alleen in enumerate(regeling.alleen_thuis):
        fouten += sjabloonfouten(f"alleen_thuis.{n}.tekst", alleen.tekst, ("wie", "vanaf"))
    fouten += sjabloonfouten("kind", regeling.kind, ("nummer",))
    return fouten + sjabloonfouten("stap", regeling.stap, ("wie", "kenmerk"))


ZORGPLICHT_KINDEREN = Regel(
    naam="zorgplicht-kinderen",
    invoer=ZorgplichtKinderenInvoer,
    regeling=ZorgplichtKinderen,
    bereken=bereken,
    conclusies={"zorg": (), "geen_zorg": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

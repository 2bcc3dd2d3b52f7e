"""`jeugd-naar-wmo`: which law support falls under around coming of age (hogeland §4.3)."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from msgspec import UNSET, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer, Leeftijd
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
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Wet = Literal["jeugdwet", "wmo", "zvw"]
Voorziening = Literal[
    "begeleiding",
    "kortdurend_verblijf",
    "persoonlijke_verzorging",
    "ggz",
    "pleegzorg_of_gezinsbegeleiding",
    "hulpmiddel",
    "rolstoel",
    "woningaanpassing",
    "anders",
]

THUIS, STRAFRECHT, OVERGENOMEN = "woont_thuis", "strafrecht", "andere_wet_neemt_over"
KREEG, BEPAALD = "kreeg_jeugdhulp_voor_18", "voor_18_bepaald"
# Only somebody who had help can go on with it or begin with it again.
NA_HULP = ("voortzetting_noodzakelijk", "binnen_half_jaar_hervat")
VELDEN = (THUIS, STRAFRECHT, OVERGENOMEN, KREEG, *NA_HULP, BEPAALD)


class JeugdNaarWmoInvoer(Invoer, frozen=True, kw_only=True):
    """Which of the optional fields are needed depends on the age and on the kind of support."""

    leeftijd: Leeftijd
    voorziening: Voorziening
    woont_thuis: bool | UnsetType = UNSET
    strafrecht: bool | UnsetType = UNSET
    andere_wet_neemt_over: bool | UnsetType = UNSET
    kreeg_jeugdhulp_voor_18: bool | UnsetType = UNSET
    voortzetting_noodzakelijk: bool | UnsetType = UNSET
    binnen_half_jaar_hervat: bool | UnsetType = UNSET
    voor_18_bepaald: bool | UnsetType = UNSET


class Volwassen(Onderdeel, frozen=True, kw_only=True):
    """From `leeftijd` on somebody is no child. `jonger` and `ouder` are steps and may use {leeftijd} and {grens}."""

    leeftijd: Aantal
    jonger: Tekst
    ouder: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing


class Verlengd(Onderdeel, frozen=True, kw_only=True):
    """Until `leeftijd` the Jeugdwet can go on. The three texts are steps and may use {leeftijd}."""

    leeftijd: Aantal
    kan: Tekst
    kan_niet: Tekst
    voorbij: Tekst
    bron: Vindplaats


class Vooruitkijken(LetOp, frozen=True, kw_only=True):
    """From `leeftijd` on one looks ahead; `tekst` may use {leeftijd}."""

    leeftijd: Aantal


class Grenzen(Onderdeel, frozen=True, kw_only=True):
    """The ages that matter."""

    vooruitkijken: Vooruitkijken
    volwassen: Volwassen
    verlengd_tot: Verlengd


class Val(Gemeld, frozen=True, kw_only=True):
    """The law that one kind of support falls under."""

    wet: Wet
    let_op: tuple[LetOp, ...] = ()


class Hulp(Onderdeel, frozen=True, kw_only=True):
    """One kind of support, before and after coming of age. Without `jong` or `volwassen` the source names no law.

    `jeugdhulp` can go on under the Jeugdwet; with `alleen_thuis` `jong` holds for who lives at home.
    """

    jeugdhulp: bool
    alleen_thuis: bool = False
    jong: Val | UnsetType = UNSET
    volwassen: Val | UnsetType = UNSET


class JeugdNaarWmo(Regeling, frozen=True, kw_only=True):
    """Ages, kinds of support and conditions, and what is said beside the outcome."""

    grenzen: Grenzen
    voorzieningen: dict[str, Hulp]
    voorwaarden: dict[str, Voorwaarde]
    strafrecht_zonder_leeftijd: GemeldeLezing
    jongvolwassen: LetOp
    wet_niet_genoemd: LetOp


def bereken(invoer: JeugdNaarWmoInvoer, regeling: JeugdNaarWmo) -> Berekening:
    """`wet`, and `jeugdwet_tot` (an age) where the Jeugdwet ends at one."""
    gegeven = {naam: getattr(invoer, naam) for naam in VELDEN}
    nodig = _nodig(invoer.leeftijd, regeling.voorzieningen[invoer.voorziening], gegeven, regeling.grenzen)
    if ontbreekt := [naam for naam in nodig if isinstance(gegeven[naam], UnsetType)]:
        return Berekening({}, status="ontbrekende_gegevens", ontbreekt=ontbreekt)
    stand = {naam: gegeven[naam] is True for naam in nodig}
    hulp, grenzen = regeling.voorzieningen[invoer.voorziening], regeling.grenzen
    uit = Berekening({}, [_leeftijd(invoer.leeftijd, grenzen.volwassen), *stappen("wet", regeling.voorwaarden, stand)])
    if stand.get(STRAFRECHT):
        _strafrecht(invoer.leeftijd, regeling, uit)
    elif invoer.leeftijd < grenzen.volwassen.leeftijd:
        _jong(hulp, stand, regeling, uit)
    else:
        _volwassen(invoer.leeftijd, hulp, stand, regeling, uit)
    return uit


def _nodig(leeftijd: int, hulp: Hulp, gegeven: Mapping[str, object], grenzen: Grenzen) -> list[str]:
    """The fields without which the law cannot be known, in the order in which they matter."""
    jong = leeftijd < grenzen.volwassen.leeftijd
    if not hulp.jeugdhulp:
        return [THUIS] if jong and hulp.alleen_thuis else []
    if gegeven[STRAFRECHT] is True:
        return [STRAFRECHT]
    if jong:
        return []
    if leeftijd >= grenzen.verlengd_tot.leeftijd:
        return [STRAFRECHT]
    nodig = [STRAFRECHT, OVERGENOMEN]
    if gegeven[OVERGENOMEN] is False:
        nodig += [KREEG, *(NA_HULP if gegeven[KREEG] is True else ()), BEPAALD]
    return nodig


def _leeftijd(leeftijd: int, grens: Volwassen) -> Stap:
    tekst = grens.jonger if leeftijd < grens.leeftijd else grens.ouder
    return stap("wet", tekst.format(leeftijd=leeftijd, grens=grens.leeftijd), grens.bron)


def _strafrecht(leeftijd: int, regeling: JeugdNaarWmo, uit: Berekening) -> None:
    uit.waarde["wet"] = "jeugdwet"
    if leeftijd >= regeling.grenzen.verlengd_tot.leeftijd:
        uit.redenen.append(Reden.van(regeling.strafrecht_zonder_leeftijd.aan_inwoner))


def _jong(hulp: Hulp, stand: Mapping[str, bool], regeling: JeugdNaarWmo, uit: Berekening) -> None:
    vooruit, volwassen = regeling.grenzen.vooruitkijken, regeling.grenzen.volwassen
    _valt_onder(UNSET if stand.get(THUIS) is False else hulp.jong, regeling, uit)
    if uit.waarde.get("wet") == "jeugdwet":
        uit.waarde["jeugdwet_tot"] = volwassen.leeftijd
    if hulp.jeugdhulp:
        uit.redenen.append(Reden.met_code(vooruit.code, vooruit, leeftijd=vooruit.leeftijd))


def _volwassen(leeftijd: int, hulp: Hulp, stand: Mapping[str, bool], regeling: JeugdNaarWmo, uit: Berekening) -> None:
    grens, volwassen = regeling.grenzen.verlengd_tot, regeling.grenzen.volwassen
    verlengd = stand.get(OVERGENOMEN) is False and _situatie(stand)
    if hulp.jeugdhulp:
        tekst = grens.voorbij if leeftijd >= grens.leeftijd else grens.kan if verlengd else grens.kan_niet
        uit.stappen.append(stap("wet", tekst.format(leeftijd=grens.leeftijd), grens.bron))
    if verlengd:
        uit.waarde |= {"wet": "jeugdwet", "jeugdwet_tot": grens.leeftijd}
    else:
        _valt_onder(hulp.volwassen, regeling, uit)
    if hulp.jeugdhulp and leeftijd < grens.leeftijd:
        uit.redenen.append(Reden.van(regeling.jongvolwassen))
    jong = hulp.jong
    if leeftijd == volwassen.leeftijd and not isinstance(jong, UnsetType) and jong.wet != uit.waarde.get("wet"):
        uit.redenen.append(Reden.van(volwassen.lezing.aan_inwoner))


def _situatie(stand: Mapping[str, bool]) -> bool:
    """One of the three: going on, decided before coming of age, or beginning again in time."""
    return any(stand.get(naam, False) for naam in (*NA_HULP, BEPAALD))


def _valt_onder(val: Val | UnsetType, regeling: JeugdNaarWmo, uit: Berekening) -> None:
    if isinstance(val, UnsetType):
        uit.status = "menselijk_oordeel"
        uit.redenen.append(Reden.van(regeling.wet_niet_genoemd))
        return
    uit.waarde["wet"] = val.wet
    uit.stappen.append(stap("wet", val.tekst, val.bron))
    uit.redenen += map(Reden.van, val.let_op)


def tegenspraak(invoer: Mapping[str, Any]) -> list[Fout]:
    """Help that was never there cannot go on, and cannot begin again."""
    if invoer.get(KREEG) is not False:
        return []
    reden = "Dit kan alleen als er eerder al jeugdhulp was. Kijk beide antwoorden na."
    return [Fout(naam, reden) for naam in NA_HULP if invoer.get(naam) is True]


def conclusie(waarde: Mapping[str, Any], _: JeugdNaarWmo) -> Conclusies:
    """The law, and until which age when it is the Jeugdwet."""
    if "wet" not in waarde:
        return []
    if "jeugdwet_tot" in waarde:
        return [("jeugdwet_tot", {"leeftijd": waarde["jeugdwet_tot"]})]
    return [(waarde["wet"], {})]


def samenhang(regeling: JeugdNaarWmo) -> list[Fout]:
    """Every kind and condition is there, the ages follow each other, the texts can be filled in."""
    fouten = sleutelfouten("voorzieningen", regeling.voorzieningen, get_args(Voorziening))
    return [*fouten, *voorwaardefouten(regeling.voorwaarden, VELDEN), *_grensfouten(regeling.grenzen)]


def _grensfouten(grenzen: Grenzen) -> list[Fout]:
    vooruit, volwassen, verlengd = grenzen.vooruitkijken, grenzen.volwassen, grenzen.verlengd_tot
    fouten = sjabloonfouten("grenzen.vooruitkijken.tekst", vooruit.tekst, ("leeftijd",))
    if vooruit.leeftijd >= volwassen.leeftijd:
        reden = f"Vooruitkijken begint voor het volwassen worden. Kies een leeftijd onder {volwassen.leeftijd}."
        fouten.append(Fout("grenzen.vooruitkijken.leeftijd", reden))
    if verlengd.leeftijd <= volwassen.leeftijd:
        reden = f"Verlengen loopt door na het volwassen worden. Kies een leeftijd boven {volwassen.leeftijd}."
        fouten.append(Fout("grenzen.verlengd_tot.leeftijd", reden))
    for veld in ("jonger", "ouder"):
        fouten += sjabloonfouten(f"grenzen.volwassen.{veld}", getattr(volwassen, veld), ("leeftijd", "grens"))
    for veld in ("kan", "kan_niet", "voorbij"):
        fouten += sjabloonfouten(f"grenzen.verlengd_tot.{veld}", getattr(verlengd, veld), ("leeftijd",))
    return fouten


JEUGD_NAAR_WMO = Regel(
    naam="jeugd-naar-wmo",
    invoer=JeugdNaarWmoInvoer,
    regeling=JeugdNaarWmo,
    bereken=bereken,
    conclusies={"jeugdwet_tot": ("leeftijd",), **dict.fromkeys(get_args(Wet), ())},
    conclusie=conclusie,
    tegenspraak=tegenspraak,
    samenhang=samenhang,
)

"""`no-show`: whether an appointment that did not happen may be paid from a pgb (hogeland §6.9)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Uren = Annotated[
    int, Meta(ge=0, le=8760, description="Hele uren tussen afzeggen en de afspraak, naar beneden afgerond")
]
Keer = Annotated[
    int, Meta(ge=1, le=100, description="Hoe vaak een afspraak zo misliep in de periode, deze keer meegeteld")
]
ONDERDEEL = "mag_in_rekening"
UREN = "uren_vooraf_afgezegd"
VOORWAARDEN = ("kortdurend_verblijf", "in_zorgovereenkomst", "aanbieder_herinnerde", "aanbieder_zocht_client")


class NoShowInvoer(Invoer, frozen=True, kw_only=True):
    """One missed appointment. `uren_vooraf_afgezegd` is needed when it was cancelled."""

    kortdurend_verblijf: bool
    in_zorgovereenkomst: bool
    afgezegd: bool
    uren_vooraf_afgezegd: Uren | UnsetType = UNSET
    aanbieder_herinnerde: bool
    aanbieder_zocht_client: bool
    keer_in_periode: Keer


class Afzeggen(Onderdeel, frozen=True, kw_only=True):
    """From `uren` ahead a cancellation is in time. The sentences may use {uren}, `te_laat` and `op_tijd` {vooraf}."""

    uren: Aantal
    niet: Tekst
    te_laat: Tekst
    op_tijd: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing


class Incident(Onderdeel, frozen=True, kw_only=True):
    """At most `keer` in `maanden` is an incident. `ja` and `nee` may use {keer}, {maanden} and {gegeven}."""

    keer: Aantal
    maanden: Aantal
    ja: Tekst
    nee: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing


class NoShow(Regeling, frozen=True, kw_only=True):
    """What must be so, all of it, before a missed appointment may be charged."""

    voorwaarden: dict[str, Voorwaarde]
    afzeggen: Afzeggen
    incident: Incident


def bereken(invoer: NoShowInvoer, regeling: NoShow) -> Berekening:
    """`mag_in_rekening` when no condition fails."""
    gegeven = {naam: bool(getattr(invoer, naam)) for naam in VOORWAARDEN}
    op_tijd = _op_tijd(invoer.uren_vooraf_afgezegd, regeling.afzeggen)
    is_incident = invoer.keer_in_periode <= regeling.incident.keer
    mag = (
        not invoer.kortdurend_verblijf
        and invoer.in_zorgovereenkomst
        and invoer.aanbieder_herinnerde
        and invoer.aanbieder_zocht_client
        and not op_tijd
        and is_incident
    )
    lezingen = [
        (regeling.afzeggen.lezing, invoer.uren_vooraf_afgezegd == regeling.afzeggen.uren),
        (regeling.incident.lezing, not is_incident),
    ]
    return Berekening(
        {ONDERDEEL: mag},
        [
            *stappen(ONDERDEEL, regeling.voorwaarden, gegeven),
            _afzegstap(invoer, op_tijd, regeling.afzeggen),
            _incidentstap(invoer.keer_in_periode, is_incident, regeling.incident),
        ],
        [Reden.van(lezing.aan_inwoner) for lezing, geldt in lezingen if geldt],
    )


def _op_tijd(vooraf: int | UnsetType, afzeggen: Afzeggen) -> bool:
    return not isinstance(vooraf, UnsetType) and vooraf >= afzeggen.uren


def _afzegstap(invoer: NoShowInvoer, op_tijd: bool, afzeggen: Afzeggen) -> Stap:
    tekst = afzeggen.niet
    if invoer.afgezegd:
        tekst = afzeggen.op_tijd if op_tijd else afzeggen.te_laat
    gevuld = tekst.format(uren=afzeggen.uren, vooraf=invoer.uren_vooraf_afgezegd)
    return stap(ONDERDEEL, gevuld, afzeggen.bron)


def _incidentstap(gegeven: int, is_incident: bool, incident: Incident) -> Stap:
    tekst = incident.ja if is_incident else incident.nee
    gevuld = tekst.format(keer=incident.keer, maanden=incident.maanden, gegeven=gegeven)
    return stap(ONDERDEEL, gevuld, incident.bron)


def conclusie(waarde: Mapping[str, Any], _: NoShow) -> Conclusies:
    """Whether the provider may charge it."""
    return [("mag" if waarde[ONDERDEEL] else "mag_niet", {})]


def ontbreekt(velden: Mapping[str, Any]) -> list[str]:
    """The hours, when somebody did cancel."""
    return [UREN] if velden.get("afgezegd") is True and UREN not in velden else []


def tegenspraak(velden: Mapping[str, Any]) -> list[Fout]:
    """Hours ahead do not go with an appointment that nobody cancelled."""
    uren = velden.get(UREN)
    if velden.get("afgezegd") is False and type(uren) is int and uren > 0:
        return [Fout(UREN, "Er is niet afgezegd. Laat dit veld weg, of zet 'afgezegd' op waar.")]
    return []


def samenhang(regeling: NoShow) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, VOORWAARDEN)
    for veld, namen in (("niet", ("uren",)), ("te_laat", ("uren", "vooraf")), ("op_tijd", ("uren", "vooraf"))):
        fouten += sjabloonfouten(f"afzeggen.{veld}", getattr(regeling.afzeggen, veld), namen)
    for veld in ("ja", "nee"):
        fouten += sjabloonfouten(f"incident.{veld}", getattr(regeling.incident, veld), ("keer", "maanden", "gegeven"))
    return fouten


NO_SHOW = Regel(
    naam="no-show",
    invoer=NoShowInvoer,
    regeling=NoShow,
    bereken=bereken,
    conclusies={"mag": (), "mag_niet": ()},
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    tegenspraak=tegenspraak,
    samenhang=samenhang,
)

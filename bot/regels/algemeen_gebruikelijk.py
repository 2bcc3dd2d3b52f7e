"""`algemeen-gebruikelijk`: whether something is ordinary enough to buy oneself (hogeland §3.6 and bijlage 4)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.bedragen import euro
from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, LetOp, Lezing, Onderdeel, Regeling, Tekst, sjabloonfouten, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde
from bot.regels.voorzieningen import Voorziening, gelezen, lijstfouten, vind
from bot.regels.woordvorm import woordvorm

LANGSTE_NAAM = 200
EIGENSCHAPPEN = ("reguliere_handel", "niet_speciaal_voor_beperking", "niet_duurder_dan_vergelijkbaar")
BEDRAGEN = ("prijs_centen", "bijstandsnorm_centen")
DRAAGBAAR = "draagbaar"
DEEL = "algemeen_gebruikelijk"

Naam = Annotated[
    str, Meta(min_length=1, max_length=LANGSTE_NAAM, description="Het ding of de dienst, in een paar woorden")
]
Prijs = Annotated[int, Meta(ge=0, le=100_000_000, description="Wat het kost, in centen")]
Norm = Annotated[int, Meta(ge=1, le=1_000_000, description="Bijstandsnorm per maand, in centen")]


class AlgemeenGebruikelijkInvoer(Invoer, frozen=True, kw_only=True):
    """What it is. The other fields are needed when the list does not decide, or only on a condition."""

    voorziening: Naam
    voorwaarde_vervuld: bool | UnsetType = UNSET
    reguliere_handel: bool | UnsetType = UNSET
    niet_speciaal_voor_beperking: bool | UnsetType = UNSET
    niet_duurder_dan_vergelijkbaar: bool | UnsetType = UNSET
    prijs_centen: Prijs | UnsetType = UNSET
    bijstandsnorm_centen: Norm | UnsetType = UNSET


class OpLijst(Onderdeel, frozen=True, kw_only=True):
    """What is said of a thing on the list. `stap` may use {voorziening}."""

    stap: Tekst
    lezing: Lezing | UnsetType = UNSET
    let_op: tuple[LetOp, ...] = ()


class Reservering(Gemeld, frozen=True, kw_only=True):
    """Which part of the bijstandsnorm can be set aside in a month. `tekst` may use {procent} and {norm}."""

    procent: Annotated[int, Meta(ge=1, le=100)]


class Looptijd(Gemeld, frozen=True, kw_only=True):
    """For how many months. `tekst` may use {maanden} and {hoogste}."""

    maanden: Aantal


class Draagbaar(Onderdeel, frozen=True, kw_only=True):
    """What somebody with the lowest income can bear."""

    reservering: Reservering
    looptijd: Looptijd
    lezing: GemeldeLezing | UnsetType = UNSET
    let_op: tuple[LetOp, ...] = ()


class AlgemeenGebruikelijk(Regeling, frozen=True, kw_only=True):
    """The list, and the four criteria for what is not on it.

    The sentences of the criterion `draagbaar` may use {prijs} and {hoogste}. `zelf_betalen` is said whenever
    something is algemeen gebruikelijk.
    """

    lijst: tuple[Voorziening, ...]
    op_lijst: OpLijst
    niet_op_lijst: Gemeld
    criteria: dict[str, Voorwaarde]
    draagbaar: Draagbaar
    zelf_betalen: tuple[LetOp, ...] = ()


def zoek_voorziening(regeling: AlgemeenGebruikelijk, tekst: str) -> Voorziening | None:
    """The thing on the list that `tekst` names, or None. For a dialogue that asks only what is needed."""
    return vind(regeling.lijst, tekst)


def voorbeelden(regeling: AlgemeenGebruikelijk) -> list[str]:
    """The things on the list by the first of their names, in the order of the file. For help and choices."""
    return [item.namen[0] for item in regeling.lijst]


def bereken(invoer: AlgemeenGebruikelijkInvoer, regeling: AlgemeenGebruikelijk) -> Berekening:
    """The list decides; what is not on it, or does not meet the condition there, is put to the four criteria."""
    item = vind(regeling.lijst, invoer.voorziening)
    if item is None:
        return _toets(invoer, regeling, [stap(DEEL, regeling.niet_op_lijst.tekst, regeling.niet_op_lijst.bron)], [])
    stappen = [stap(DEEL, regeling.op_lijst.stap.format(voorziening=item.tekst), item.bron)]
    grens, vervuld = item.voorwaarde, invoer.voorwaarde_vervuld
    if isinstance(grens, UnsetType):
        return _volgens_lijst(item, regeling, stappen, [])
    redenen = gelezen(grens.lezing)
    if isinstance(vervuld, UnsetType):
        return _ontbreekt(["voorwaarde_vervuld"], [grens.gevraagd(), *redenen])
    stappen.append(grens.stap(DEEL, vervuld))
    return _volgens_lijst(item, regeling, stappen, redenen) if vervuld else _toets(invoer, regeling, stappen, redenen)


def _volgens_lijst(
    item: Voorziening, regeling: AlgemeenGebruikelijk, stappen: list[Stap], redenen: list[Reden]
) -> Berekening:
    """The list decides, unless other rules give the same thing as maatwerk."""
    if item.ook_maatwerk:
        redenen = [*map(Reden.van, item.ook_maatwerk), *redenen]
        return Berekening({"categorie": item.categorie}, stappen, redenen, "menselijk_oordeel")
    erbij = (*item.let_op, *regeling.op_lijst.let_op, *regeling.zelf_betalen)
    return Berekening(
        {"algemeen_gebruikelijk": True, "grond": "lijst", "categorie": item.categorie},
        stappen,
        [*redenen, *map(Reden.van, erbij)],
    )


def _toets(
    invoer: AlgemeenGebruikelijkInvoer, regeling: AlgemeenGebruikelijk, stappen: list[Stap], redenen: list[Reden]
) -> Berekening:
    """The four criteria. `stappen` ends with why the list does not decide.

    All four must be known, also when one is false already: the answer names each of them, and a person who hears
    only of the first may mend that one for nothing.
    """
    gegeven: dict[str, Any] = {veld: getattr(invoer, veld) for veld in (*EIGENSCHAPPEN, *BEDRAGEN)}
    if mist := [veld for veld, waarde in gegeven.items() if waarde is UNSET]:
        waarom = Reden(code="niet_op_lijst", tekst=stappen[-1].tekst, bron=stappen[-1].bron)
        return _ontbreekt(mist, [waarom, *redenen])
    prijs, norm = (gegeven.pop(veld) for veld in BEDRAGEN)
    hoogste = draagbaar_tot(norm, regeling.draagbaar)
    geldt: dict[str, bool] = {**gegeven, DRAAGBAAR: prijs <= hoogste}
    zelf = all(geldt.values())
    erbij = (*regeling.draagbaar.let_op, *(regeling.zelf_betalen if zelf else ()))
    return Berekening(
        {"algemeen_gebruikelijk": zelf, "grond": "criteria", "draagbaar_tot_centen": hoogste, "criteria": geldt},
        [*stappen, *_rekenstappen(norm, hoogste, regeling.draagbaar), *_criteria(regeling, geldt, prijs, hoogste)],
        [*redenen, *gelezen(regeling.draagbaar.lezing), *map(Reden.van, erbij)],
    )


def draagbaar_tot(norm: int, draagbaar: Draagbaar) -> int:
    """What can be set aside in all those months, in whole cents.

    A part of a cent is dropped. A price is whole cents, so comparing it with this is as exact as comparing it
    with the amount before rounding. A price that is equal can still be borne: the source says "hoger dan".
    """
    return norm * draagbaar.reservering.procent * draagbaar.looptijd.maanden // 100


def _rekenstappen(norm: int, hoogste: int, draagbaar: Draagbaar) -> list[Stap]:
    deel, duur = draagbaar.reservering, draagbaar.looptijd
    per_maand = deel.tekst.format(procent=deel.procent, norm=euro(norm))
    samen = duur.tekst.format(maanden=duur.maanden, hoogste=euro(hoogste))
    return [
        stap("draagbaar_tot_centen", per_maand, deel.bron),
        Stap(onderdeel="draagbaar_tot_centen", tekst=samen, centen=hoogste, bron=duur.bron.bron),
    ]


def _criteria(regeling: AlgemeenGebruikelijk, geldt: Mapping[str, bool], prijs: int, hoogste: int) -> list[Stap]:
    def zin(criterium: Voorwaarde, is_zo: bool) -> Stap:
        tekst = criterium.ja if is_zo else criterium.nee
        return stap("criteria", tekst.format(prijs=euro(prijs), hoogste=euro(hoogste)), criterium.bron)

    return [zin(regeling.criteria[naam], is_zo) for naam, is_zo in geldt.items()]


def _ontbreekt(velden: list[str], redenen: list[Reden]) -> Berekening:
    return Berekening({}, redenen=redenen, status="ontbrekende_gegevens", ontbreekt=velden)


def conclusie(waarde: Mapping[str, Any], _: AlgemeenGebruikelijk) -> Conclusies:
    """On the list, put to the criteria, or for a person."""
    if "grond" not in waarde:
        return [("mens", {})]
    if waarde["grond"] == "lijst":
        return [("lijst", {})]
    return [("criteria_ja" if waarde["algemeen_gebruikelijk"] else "criteria_nee", {})]


def tegenspraak(velden: Mapping[str, Any]) -> list[Fout]:
    """A name that is too long, or has no letter or digit."""
    naam = velden.get("voorziening")
    if not isinstance(naam, str) or not naam.strip():
        return []
    if len(naam) > LANGSTE_NAAM:
        return [Fout("voorziening", f"Deze naam is te lang. Schrijf hooguit {LANGSTE_NAAM} letters.")]
    if not woordvorm(naam):
        return [Fout("voorziening", "Hier staat geen woord. Schrijf in letters wat u bedoelt.")]
    return []


def samenhang(regeling: AlgemeenGebruikelijk) -> list[Fout]:
    """The list is unambiguous, every criterion has its sentences, and the texts can be filled in."""
    deel, duur = regeling.draagbaar.reservering, regeling.draagbaar.looptijd
    fouten = lijstfouten("lijst", regeling.lijst)
    fouten += sjabloonfouten("op_lijst.stap", regeling.op_lijst.stap, ("voorziening",))
    fouten += sleutelfouten("criteria", regeling.criteria, (*EIGENSCHAPPEN, DRAAGBAAR))
    for naam, zin in regeling.criteria.items():
        in_te_vullen = ("prijs", "hoogste") if naam == DRAAGBAAR else ()
        fouten += sjabloonfouten(f"criteria.{naam}.ja", zin.ja, in_te_vullen)
        fouten += sjabloonfouten(f"criteria.{naam}.nee", zin.nee, in_te_vullen)
    fouten += sjabloonfouten("draagbaar.reservering.tekst", deel.tekst, ("procent", "norm"))
    fouten += sjabloonfouten("draagbaar.looptijd.tekst", duur.tekst, ("maanden", "hoogste"))
    return fouten


ALGEMEEN_GEBRUIKELIJK = Regel(
    naam="algemeen-gebruikelijk",
    invoer=AlgemeenGebruikelijkInvoer,
    regeling=AlgemeenGebruikelijk,
    bereken=bereken,
    conclusies={"lijst": (), "criteria_ja": (), "criteria_nee": (), "mens": ()},
    conclusie=conclusie,
    tegenspraak=tegenspraak,
    samenhang=samenhang,
)

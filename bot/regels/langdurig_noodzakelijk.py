"""`langdurig-noodzakelijk`: whether the need is a long one, and the exceptions for a short time (hogeland §3.2)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.omvang import MAANDEN
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, LetOp, Lezing, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, velden, voorwaardefouten

Maanden = Annotated[int, Meta(ge=0, le=1200, description="Hoeveel maanden de beperking naar verwachting duurt")]
Kortdurend = Annotated[
    Literal["huishouden_na_ziekte", "intensief", "geen"],
    Meta(description="Gaat het om korte hulp in huis na ziekte, om korte intensieve hulp, of om geen van beide?"),
]
GEEN = "geen"
DUUR_NAMEN = ("duur", "maanden")
BLIJVEND = ("blijvend", "terminaal")


class LangdurigNoodzakelijkInvoer(Invoer, frozen=True, kw_only=True):
    """`maanden` is needed unless the situation is blijvend or terminaal."""

    maanden: Maanden | UnsetType = UNSET
    blijvend: bool
    terminaal: bool
    terugval: bool
    behandeling_kan_helpen: bool
    kortdurend: Kortdurend


class Duur(Onderdeel, frozen=True, kw_only=True):
    """Longer than `maanden` is long. `lang` and `kort` are steps and may use {duur} and {maanden}."""

    maanden: Aantal
    lang: Tekst
    kort: Tekst
    bron: Vindplaats
    lezing: Lezing
    let_op: LetOp


class Kort(Onderdeel, frozen=True, kw_only=True):
    """The exceptions, and the reading of how they go with a treatment."""

    huishouden_na_ziekte: Gemeld
    intensief: Gemeld
    lezing: GemeldeLezing


class LangdurigNoodzakelijk(Regeling, frozen=True, kw_only=True):
    """The conditions with their sentences, the number of months, the exceptions, and what the citizen must know."""

    voorwaarden: dict[str, Voorwaarde]
    duur: Duur
    terugval: GemeldeLezing
    kortdurend: Kort
    behandeling: LetOp
    advies: LetOp


def bereken(invoer: LangdurigNoodzakelijkInvoer, regeling: LangdurigNoodzakelijk) -> Berekening:
    """`grond` says why support is possible. A treatment that can help comes first where only the long need counts.

    Nobody waits for a treatment in the last phase of life: the source speaks of limitations that can still recover.
    """
    blijvend = invoer.blijvend or invoer.terminaal
    duurt_lang = not isinstance(invoer.maanden, UnsetType) and invoer.maanden > regeling.duur.maanden
    langdurig = blijvend or duurt_lang or invoer.terugval
    behandeling = invoer.behandeling_kan_helpen and not invoer.terminaal
    wacht = langdurig and behandeling
    uit = Berekening({"langdurig": langdurig}, _stappen(invoer, regeling))
    if langdurig and not wacht:
        uit.waarde |= {"kan": True, "grond": "langdurig"}
    elif not wacht or invoer.kortdurend != GEEN:
        uit.waarde |= {"kan": invoer.kortdurend != GEEN, "grond": invoer.kortdurend}
    geldt = (
        (behandeling, regeling.behandeling),
        (behandeling and invoer.kortdurend != GEEN, regeling.kortdurend.lezing.aan_inwoner),
        (invoer.terugval and not (blijvend or duurt_lang), regeling.terugval.aan_inwoner),
        (not blijvend, regeling.duur.let_op),
        (True, regeling.advies),
    )
    uit.redenen = [Reden.van(let_op) for is_zo, let_op in geldt if is_zo]
    uit.status = "menselijk_oordeel" if wacht else "berekend"
    return uit


def _stappen(invoer: LangdurigNoodzakelijkInvoer, regeling: LangdurigNoodzakelijk) -> list[Stap]:
    def voorwaarden(onderdeel: str, *namen: str) -> list[Stap]:
        return stappen(onderdeel, regeling.voorwaarden, {naam: getattr(invoer, naam) for naam in namen})

    uit = voorwaarden("langdurig", *BLIJVEND)
    duur = regeling.duur
    if not isinstance(invoer.maanden, UnsetType):
        tekst = duur.lang if invoer.maanden > duur.maanden else duur.kort
        gezegd = tekst.format(duur=MAANDEN.voluit(invoer.maanden), maanden=MAANDEN.voluit(duur.maanden))
        uit.append(stap("langdurig", gezegd, duur.bron))
    uit += voorwaarden("langdurig", "terugval")
    if not (invoer.terminaal and invoer.behandeling_kan_helpen):
        uit += voorwaarden("kan", "behandeling_kan_helpen")
    if invoer.kortdurend != GEEN:
        uitzondering: Gemeld = getattr(regeling.kortdurend, invoer.kortdurend)
        uit.append(stap("kan", uitzondering.tekst, uitzondering.bron))
    return uit


def conclusie(waarde: Mapping[str, Any], _: LangdurigNoodzakelijk) -> Conclusies:
    """The ground on which support may be possible; without one a treatment comes first."""
    return [(waarde.get("grond", "wachten"), {})]


def ontbreekt(gegeven: Mapping[str, Any]) -> list[str]:
    """The months, unless they do not matter."""
    blijvend = any(gegeven.get(naam) is True for naam in BLIJVEND)
    return [] if blijvend or "maanden" in gegeven else ["maanden"]


def samenhang(regeling: LangdurigNoodzakelijk) -> list[Fout]:
    """Every condition has its sentences; the texts can be filled in."""
    fouten = voorwaardefouten(regeling.voorwaarden, velden(LangdurigNoodzakelijkInvoer))
    fouten += sjabloonfouten("duur.lang", regeling.duur.lang, DUUR_NAMEN)
    return fouten + sjabloonfouten("duur.kort", regeling.duur.kort, DUUR_NAMEN)


LANGDURIG_NOODZAKELIJK = Regel(
    naam="langdurig-noodzakelijk",
    invoer=LangdurigNoodzakelijkInvoer,
    regeling=LangdurigNoodzakelijk,
    bereken=bereken,
    conclusies=dict.fromkeys(("langdurig", "huishouden_na_ziekte", "intensief", "geen", "wachten"), ()),
    conclusie=conclusie,
    ontbreekt=ontbreekt,
    samenhang=samenhang,
)

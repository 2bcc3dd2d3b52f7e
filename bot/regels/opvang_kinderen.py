"""`opvang-kinderen`: temporary care for healthy children (hogeland bijlage 1 §3.2, bijlage 2 §1.2.10)."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.omvang import MAANDEN, UREN, Bovengrens, Gevraagd, Omvang, grensfouten, opsomming
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, LetOp, Lezing, Regeling, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Uren = Annotated[int, Meta(ge=0, le=168, description="Voor hoeveel uur per week er opvang nodig is")]
Maanden = Annotated[int, Meta(ge=1, le=120, description="Hoeveel maanden de opvang nodig is")]
EigenOplossing = Annotated[
    bool, Meta(description="Is er een eigen oplossing, zoals zorgverlof, kinderopvang, een gastouder of mantelzorg?")
]
Weekdagen = Annotated[int, Meta(ge=1, le=7)]
NODIG, EIGEN = "opvang_nodig", "eigen_oplossing"


class OpvangKinderenInvoer(Invoer, frozen=True, kw_only=True):
    """What is asked, and whether an own solution can do it."""

    uren_per_week: Uren
    maanden: Maanden
    eigen_oplossing: EigenOplossing


class UrenPerWeek(Gevraagd, frozen=True, kw_only=True):
    """The hours a week, and the reading of the word before the number."""

    lezing: Lezing


class Ruimer(Bovengrens, frozen=True, kw_only=True):
    """A second place in the source, which names a longer time: from `vanaf` to `hooguit` months.

    What the citizen hears of the reading may use {kort}, {vanaf} and {lang}.
    """

    vanaf: Aantal
    lezing: GemeldeLezing


class Oplossingen(LetOp, frozen=True, kw_only=True):
    """What comes first and is compulsory. `tekst` may use {oplossingen}."""

    oplossingen: Annotated[tuple[Gemeld, ...], Meta(min_length=1)]


class Gangbaar(LetOp, frozen=True, kw_only=True):
    """Up to and with `dagen` a week kinderopvang is usual. `tekst` may use {dagen}."""

    dagen: Weekdagen


class OpvangKinderen(Regeling, frozen=True, kw_only=True):
    """The two conditions, the two maxima, and what the citizen must know. `vervalt.tekst` may use {eraf}."""

    voorwaarden: dict[str, Voorwaarde]
    vervalt: Gemeld
    uren: UrenPerWeek
    maanden: Gevraagd
    ruimer: Ruimer
    eerst: Oplossingen
    gangbaar: Gangbaar
    ondertussen: LetOp


def bereken(invoer: OpvangKinderenInvoer, regeling: OpvangKinderen) -> Berekening:
    """Hours a week and months, at most the maxima. Above the months that both places allow a person decides."""
    geldt = {NODIG: invoer.uren_per_week > 0, EIGEN: invoer.eigen_oplossing}
    kan = geldt[NODIG] and not geldt[EIGEN]
    uren = Omvang.van("uren_per_week", UREN, invoer.uren_per_week, regeling.uren)
    maanden = Omvang.van("maanden", MAANDEN, invoer.maanden, regeling.maanden)
    uit = Berekening({"kan": kan}, stappen("kan", regeling.voorwaarden, geldt))
    if kan:
        uren.hooguit(regeling.uren)
        maanden.hooguit(regeling.ruimer)
        maanden.hooguit(regeling.maanden)
        if invoer.maanden > regeling.maanden.hooguit:
            uit.status = "menselijk_oordeel"
            uit.redenen.append(_lezing(regeling))
        uit.redenen += [*uren.redenen, *maanden.redenen, Reden.van(regeling.ondertussen)]
    else:
        uren.vervalt(regeling.vervalt)
        maanden.vervalt(regeling.vervalt)
    uit.waarde |= {
        "uren_per_week": uren.over,
        "maanden": maanden.over,
        "maximum_uren": regeling.uren.hooguit,
        "maximum_maanden": regeling.maanden.hooguit,
    }
    uit.stappen += [*uren.stappen, *maanden.stappen]
    uit.redenen += _altijd(regeling)
    return uit


def _altijd(regeling: OpvangKinderen) -> list[Reden]:
    eerst, gangbaar = regeling.eerst, regeling.gangbaar
    oplossingen = opsomming([oplossing.tekst for oplossing in eerst.oplossingen])
    return [
        Reden.met_code(eerst.code, eerst, oplossingen=oplossingen),
        Reden.met_code(gangbaar.code, gangbaar, dagen=gangbaar.dagen),
    ]


def _lezing(regeling: OpvangKinderen) -> Reden:
    ruimer, gemeld = regeling.ruimer, regeling.ruimer.lezing.aan_inwoner
    return Reden.met_code(
        gemeld.code,
        gemeld,
        kort=MAANDEN.voluit(regeling.maanden.hooguit),
        vanaf=ruimer.vanaf,
        lang=MAANDEN.voluit(ruimer.hooguit),
    )


def conclusie(waarde: Mapping[str, Any], _: OpvangKinderen) -> Conclusies:
    """Whether care may be possible, and how much is certain."""
    if not waarde["kan"]:
        return [("kan_niet", {})]
    uren, maanden = UREN.voluit(waarde["uren_per_week"]), MAANDEN.voluit(waarde["maanden"])
    return [("kan", {"uren": uren, "maanden": maanden})]


def samenhang(regeling: OpvangKinderen) -> list[Fout]:
    """The second place is the wider one; the texts can be filled in."""
    ruimer, eerst, gangbaar = regeling.ruimer, regeling.eerst, regeling.gangbaar
    fouten = voorwaardefouten(regeling.voorwaarden, (NODIG, EIGEN))
    if ruimer.hooguit <= regeling.maanden.hooguit:
        reden = f"Dit moet hoger zijn dan bij maanden ({regeling.maanden.hooguit}). Verbeter een van de twee."
        fouten.append(Fout("ruimer.hooguit", reden))
    if ruimer.vanaf > ruimer.hooguit:
        reden = f"Dit mag niet hoger zijn dan hooguit ({ruimer.hooguit}). Verbeter een van de twee."
        fouten.append(Fout("ruimer.vanaf", reden))
    for naam in ("uren", "maanden", "ruimer"):
        fouten += grensfouten(naam, getattr(regeling, naam))
    gemeld = ruimer.lezing.aan_inwoner
    fouten += sjabloonfouten("ruimer.lezing.aan_inwoner.tekst", gemeld.tekst, ("kort", "vanaf", "lang"))
    fouten += sjabloonfouten("vervalt.tekst", regeling.vervalt.tekst, ("eraf",))
    fouten += sjabloonfouten("eerst.tekst", eerst.tekst, ("oplossingen",))
    return fouten + sjabloonfouten("gangbaar.tekst", gangbaar.tekst, ("dagen",))


OPVANG_KINDEREN = Regel(
    naam="opvang-kinderen",
    invoer=OpvangKinderenInvoer,
    regeling=OpvangKinderen,
    bereken=bereken,
    conclusies={"kan": ("uren", "maanden"), "kan_niet": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

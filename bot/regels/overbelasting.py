"""`overbelasting`: the thirteen questions of the Caregiver Strain Index (hogeland bijlage 3)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, defstruct, structs

from bot.regels.fouten import Fout
from bot.regels.invoer import Groep, Invoer
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Aantal, Gemeld, Onderdeel, Regeling, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Berekening, Reden, Stap

VAN = 13
SCORE_NAMEN = ("score", "van", "grens")

if TYPE_CHECKING:
    Antwoorden = Groep
else:
    Antwoorden = defstruct(
        "Antwoorden",
        [(f"v{n}", Annotated[bool, Meta(description=f"Vraag {n}: ja is waar")]) for n in range(1, VAN + 1)],
        bases=(Groep,),
        frozen=True,
        kw_only=True,
        rename={f"v{n}": str(n) for n in range(1, VAN + 1)},
    )


class OverbelastingInvoer(Invoer, frozen=True, kw_only=True):
    """The answers by the number of the question: true is "ja"."""

    antwoorden: Antwoorden


class CsiVraag(Onderdeel, frozen=True, kw_only=True):
    """One question: `tekst` asks it, `kort` names it in a step."""

    nummer: Aantal
    tekst: Tekst
    kort: Tekst
    bron: Vindplaats


class Drempel(Gemeld, frozen=True, kw_only=True):
    """From `punten` times "ja" somebody counts as overbelast, or at risk of it. `tekst` may use {punten}."""

    punten: Aantal


class Overbelasting(Regeling, frozen=True, kw_only=True):
    """The questions, the threshold and the texts. `stap` may use {nummer} and {kort}."""

    vragen: tuple[CsiVraag, ...]
    drempel: Drempel
    stap: Tekst


def bereken(invoer: OverbelastingInvoer, regeling: Overbelasting) -> Berekening:
    """`score` counts the times "ja", each a step of one point; `overbelast` from the threshold on."""
    gegeven: dict[str, Any] = structs.asdict(invoer.antwoorden)
    stappen = [
        Stap(
            onderdeel="score",
            tekst=regeling.stap.format(nummer=vraag.nummer, kort=vraag.kort),
            punten=1,
            bron=vraag.bron.bron,
        )
        for vraag in regeling.vragen
        if gegeven[f"v{vraag.nummer}"]
    ]
    drempel = regeling.drempel
    waarde = {"score": len(stappen), "van": len(regeling.vragen), "overbelast": len(stappen) >= drempel.punten}
    return Berekening(waarde, stappen, [Reden.met_code("drempel", drempel, punten=drempel.punten)])


def conclusie(waarde: Mapping[str, Any], regeling: Overbelasting) -> Conclusies:
    """Whether the score reaches the threshold."""
    gezegd = {"score": waarde["score"], "van": waarde["van"], "grens": regeling.drempel.punten}
    return [("ja" if waarde["overbelast"] else "nee", gezegd)]


def samenhang(regeling: Overbelasting) -> list[Fout]:
    """The questions are numbered 1 to 13, the threshold can be reached, the texts can be filled in."""
    fouten = []
    if [vraag.nummer for vraag in regeling.vragen] != list(range(1, VAN + 1)):
        fouten.append(Fout("vragen", f"De nummers moeten 1 tot en met {VAN} zijn, op volgorde."))
    if regeling.drempel.punten > VAN:
        fouten.append(Fout("drempel.punten", f"Er zijn maar {VAN} vragen. Kies een getal tot en met {VAN}."))
    fouten += sjabloonfouten("drempel.tekst", regeling.drempel.tekst, ("punten",))
    fouten += sjabloonfouten("stap", regeling.stap, ("nummer", "kort"))
    return fouten


OVERBELASTING = Regel(
    naam="overbelasting",
    invoer=OverbelastingInvoer,
    regeling=Overbelasting,
    bereken=bereken,
    conclusies={"ja": SCORE_NAMEN, "nee": SCORE_NAMEN},
    conclusie=conclusie,
    samenhang=samenhang,
)

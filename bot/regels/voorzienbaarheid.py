"""`voorzienbaarheid`: whether help may be refused because the need could be seen coming (hogeland §3.4)."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, get_args

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import Gemeld, LetOp, Lezing, Regeling, sleutelfouten
from bot.regels.uitkomst import Berekening, Reden, Stap, stap
from bot.regels.voorwaarden import Voorwaarde, stappen, voorwaardefouten

Grond = Literal["beperkingen", "leeftijd", "gezinssituatie", "woonsituatie"]
WEIGERING, ONGESCHIKT = "weigering_mogelijk", "naar_ongeschikte_woning"


class VoorzienbaarheidInvoer(Invoer, frozen=True, kw_only=True):
    """`voorzienbaar_door` is empty when nothing could be seen coming."""

    voorzienbaar_door: Annotated[
        tuple[Grond, ...],
        Meta(
            description="Waardoor te zien was dat de voorziening nodig zou worden. Niets is een lege lijst.",
            extra_json_schema={"uniqueItems": True},
        ),
    ]
    naar_ongeschikte_woning: Annotated[
        bool, Meta(description="Is de persoon gaan wonen in een huis dat toen al niet bij hem paste?")
    ]


class Weeggrond(Gemeld, frozen=True, kw_only=True):
    """Why something could be seen coming. `mag_weigeren` says whether it can be a ground for refusal at all."""

    mag_weigeren: bool


class Voorzienbaarheid(Regeling, frozen=True, kw_only=True):
    """The grounds, what is said when there is none, the condition of the home, and what to know beside it."""

    gronden: dict[str, Weeggrond]
    geen_grond: Gemeld
    voorwaarden: dict[str, Voorwaarde]
    samenloop: Lezing
    moment: GemeldeLezing
    weigering: tuple[LetOp, ...]


def bereken(invoer: VoorzienbaarheidInvoer, regeling: Voorzienbaarheid) -> Berekening:
    """`weigering_mogelijk` when a ground that may refuse meets an unsuitable home."""
    gronden = [regeling.gronden[naam] for naam in invoer.voorzienbaar_door]
    kan = invoer.naar_ongeschikte_woning and any(grond.mag_weigeren for grond in gronden)
    let_op = (regeling.moment.aan_inwoner, *regeling.weigering) if kan else ()
    woning = {ONGESCHIKT: invoer.naar_ongeschikte_woning}
    return Berekening(
        {WEIGERING: kan},
        [*_grondstappen(gronden, regeling.geen_grond), *stappen(WEIGERING, regeling.voorwaarden, woning)],
        [Reden.van(deel) for deel in let_op],
    )


def _grondstappen(gronden: Sequence[Gemeld], geen: Gemeld) -> list[Stap]:
    return [stap(WEIGERING, gemeld.tekst, gemeld.bron) for gemeld in gronden or (geen,)]


def conclusie(waarde: Mapping[str, Any], _: Voorzienbaarheid) -> Conclusies:
    """Whether a refusal on this ground is possible."""
    return [("weigering_mogelijk" if waarde[WEIGERING] else "geen_weigering", {})]


def samenhang(regeling: Voorzienbaarheid) -> list[Fout]:
    """Every ground and the condition have their sentences."""
    return [
        *sleutelfouten("gronden", regeling.gronden, get_args(Grond)),
        *voorwaardefouten(regeling.voorwaarden, (ONGESCHIKT,)),
    ]


VOORZIENBAARHEID = Regel(
    naam="voorzienbaarheid",
    invoer=VoorzienbaarheidInvoer,
    regeling=Voorzienbaarheid,
    bereken=bereken,
    conclusies={"weigering_mogelijk": (), "geen_weigering": ()},
    conclusie=conclusie,
    samenhang=samenhang,
)

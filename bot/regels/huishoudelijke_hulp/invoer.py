"""The input of `huishoudelijke-hulp`; the contract fixes every name."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Groep, Invoer, Leeftijd

T = TypeVar("T")
Uniek = Annotated[
    tuple[T, ...],
    Meta(
        max_length=30,
        description="Wat iemand al doet: de persoon zelf of een ander",
        extra_json_schema={"uniqueItems": True},
    ),
]
DagenPerWeek = Annotated[int, Meta(ge=1, le=7, description="Dagen per week")]
PerWeek = Annotated[int, Meta(ge=0, le=168, description="Aantal keer per week")]

Omstandigheid = Literal[
    "winkel_verder_dan_2_km",
    "psychogeriatrie_of_gedrag",
    "allergie_gesaneerd",
    "grote_woning_hoge_bezetting",
    "hoge_vervuiling",
    "bedlegerig",
    "extra_bewassing",
    "communicatieproblemen",
]
DeelBoodschappen = Literal["lijst", "inkopen", "inruimen"]
DeelBroodmaaltijd = Literal["smeren", "klaarzetten", "koffie_thee", "afwas"]
DeelWarmeMaaltijd = Literal["bereiden", "klaarzetten", "afwas"]
DeelLicht = Literal["stof_hoog_laag", "stof_heuphoogte", "opruimen", "afwas", "bed_opmaken", "overig"]
DeelZwaar = Literal["stofzuigen", "badkamer", "keuken", "toilet", "bedden_verschonen", "ramen", "dweilen", "overig"]
DeelWas = Literal[
    "sorteren",
    "wasmachine_in",
    "wasmachine_uit",
    "ophangen_afhalen",
    "droger",
    "opvouwen",
    "strijken",
    "opruimen",
]


class Huishouden(Groep, frozen=True, kw_only=True):
    """Everybody in the leefeenheid, the client and the children too."""

    personen: Annotated[int, Meta(ge=1, le=30, description="Hoeveel mensen samen het huishouden vormen")]
    kinderen: Annotated[tuple[Leeftijd, ...], Meta(max_length=29, description="De leeftijd van elk kind in huis")]


class Boodschappen(Groep, frozen=True, kw_only=True):
    zelf: Uniek[DeelBoodschappen]


class Broodmaaltijd(Groep, frozen=True, kw_only=True):
    keer_per_dag: Annotated[int, Meta(ge=1, le=2, description="Broodmaaltijden per dag waarbij hulp nodig is")]
    dagen_per_week: DagenPerWeek
    zelf: Uniek[DeelBroodmaaltijd]


class WarmeMaaltijd(Groep, frozen=True, kw_only=True):
    wijze: Annotated[Literal["koken", "opwarmen"], Meta(description="Zelf koken of een maaltijd opwarmen")]
    dagen_per_week: DagenPerWeek
    zelf: Uniek[DeelWarmeMaaltijd]


class LichtWerk(Groep, frozen=True, kw_only=True):
    zelf: Uniek[DeelLicht]


class ZwaarWerk(Groep, frozen=True, kw_only=True):
    zelf: Uniek[DeelZwaar]


class Wasverzorging(Groep, frozen=True, kw_only=True):
    zelf: Uniek[DeelWas]


class ZorgVoorKind(Groep, frozen=True, kw_only=True):
    """Times per week for one child. What counts per time and not per child stands with one child only."""

    leeftijd: Leeftijd
    bed: PerWeek
    wassen_kleden: PerWeek
    broodmaaltijd: PerWeek
    warme_maaltijd: PerWeek
    voeding: PerWeek
    luier: PerWeek
    brengen_halen: PerWeek


class Organisatie(Groep, frozen=True, kw_only=True):
    """No details needed: the task is asked for, or it is not."""


class Taken(Groep, frozen=True, kw_only=True):
    """A task that is absent is not asked for."""

    boodschappen: Boodschappen | UnsetType = UNSET
    broodmaaltijd: Broodmaaltijd | UnsetType = UNSET
    warme_maaltijd: WarmeMaaltijd | UnsetType = UNSET
    licht_huishoudelijk_werk: LichtWerk | UnsetType = UNSET
    zwaar_huishoudelijk_werk: ZwaarWerk | UnsetType = UNSET
    wasverzorging: Wasverzorging | UnsetType = UNSET
    kinderverzorging: Annotated[tuple[ZorgVoorKind, ...], Meta(max_length=29)] | UnsetType = UNSET
    organisatie: Organisatie | UnsetType = UNSET


class HuishoudelijkeHulpInvoer(Invoer, frozen=True, kw_only=True):
    """A household, the tasks that help is asked for, and what makes them more work."""

    huishouden: Huishouden
    taken: Taken
    omstandigheden: Annotated[
        tuple[Omstandigheid, ...],
        Meta(max_length=30, description="Wat meer tijd kost", extra_json_schema={"uniqueItems": True}),
    ]


def tegenspraak(velden: Mapping[str, Any]) -> list[Fout]:
    """Fewer people than the client and the children together. Bears any JSON."""
    huishouden = velden.get("huishouden")
    if not isinstance(huishouden, dict):
        return []
    personen, kinderen = huishouden.get("personen"), huishouden.get("kinderen")
    if type(personen) is not int or not isinstance(kinderen, list) or not 1 <= personen <= len(kinderen) <= 29:
        return []
    minstens = len(kinderen) + 1
    return [Fout("huishouden.personen", f"Er zijn minstens {minstens} personen: de persoon zelf en alle kinderen.")]

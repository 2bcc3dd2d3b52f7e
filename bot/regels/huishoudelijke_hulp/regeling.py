"""The file of `huishoudelijke-hulp`: per task its norm, its parts and what gives extra time."""

from typing import Annotated, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.huishoudelijke_hulp import invoer
from bot.regels.huishoudelijke_hulp.invoer import Omstandigheid
from bot.regels.regeling import (
    Aantal,
    LetOp,
    Lezing,
    Minuten,
    Onderdeel,
    Regeling,
    Tekst,
    Vindplaats,
    sjabloonfouten,
    sleutelfouten,
)

Leeftijdsgrens = Annotated[int, Meta(ge=1, le=131)]
IEDEREEN, EEN, MEER = "iedereen", "eenpersoons", "meerpersoons"


class Tijd(Onderdeel, frozen=True, kw_only=True):
    """A number of minutes, what it is for, and where it stands."""

    tekst: Tekst
    minuten: Minuten
    bron: Vindplaats
    lezing: Lezing | UnsetType = UNSET


class Kindtoeslag(Tijd, frozen=True, kw_only=True):
    """Extra time for children under `jonger_dan`: `eenmaal`, or `per_kind`. `tekst` may use {jonger_dan}."""

    jonger_dan: Leeftijdsgrens
    telt: Literal["eenmaal", "per_kind"]


class Leefeenheidtoeslag(Tijd, frozen=True, kw_only=True):
    """Extra time for more than `meer_dan` people. `tekst` may use {meer_dan}."""

    meer_dan: Aantal


class Extra(Onderdeel, frozen=True, kw_only=True):
    """What gives a task more time. Everything that applies counts."""

    leefeenheid: Leefeenheidtoeslag | UnsetType = UNSET
    kind: Kindtoeslag | UnsetType = UNSET
    omstandigheden: dict[Omstandigheid, Tijd] = {}


class Taak(Onderdeel, frozen=True, kw_only=True):
    """One task. `norm` has one entry for everybody or one per kind of household or way of cooking."""

    naam: Tekst
    norm: dict[str, Tijd]
    deelactiviteiten: dict[str, Tijd] = {}
    extra: Extra = Extra()
    let_op: tuple[LetOp, ...] = ()


class LichtWerk(Taak, frozen=True, kw_only=True):
    """`afwas_bij_maaltijd` comes off when a meal that is asked for has the afwas in it already."""

    afwas_bij_maaltijd: Tijd


class ZorgTijd(Tijd, frozen=True, kw_only=True):
    """Minutes each time. `telt` says whether the source counts per child or per time."""

    telt: Literal["per_kind", "per_keer"]


class Kinderverzorging(Onderdeel, frozen=True, kw_only=True):
    """Care for children. `dubbel` is said when something per time is recorded with more than one child."""

    naam: Tekst
    norm: dict[str, ZorgTijd]
    dubbel: LetOp
    let_op: tuple[LetOp, ...] = ()


class Taken(Onderdeel, frozen=True, kw_only=True):
    """Every task of the contract."""

    boodschappen: Taak
    broodmaaltijd: Taak
    warme_maaltijd: Taak
    licht_huishoudelijk_werk: LichtWerk
    zwaar_huishoudelijk_werk: Taak
    wasverzorging: Taak
    kinderverzorging: Kinderverzorging
    organisatie: Taak


class Aftrek(Onderdeel, frozen=True, kw_only=True):
    """How parts that somebody does come off. `alles` and `ondergrens` may use {taak} and {tijd}."""

    bron: Vindplaats
    alles: Tekst
    ondergrens: Tekst
    lezing: Lezing


class Zinnen(Onderdeel, frozen=True, kw_only=True):
    """The sentences of the steps. All may use {taak}, {wat} and {tijd}; those with `per_` also {elk} and {keer}.

    `zorg` may use {elk}, {keer} and {leeftijd} too.
    """

    norm: Tekst
    norm_per_keer: Tekst
    extra: Tekst
    extra_per_keer: Tekst
    extra_per_kind: Tekst
    aftrek: Tekst
    aftrek_per_keer: Tekst
    zorg: Tekst


class HuishoudelijkeHulp(Regeling, frozen=True, kw_only=True):
    """All numbers of the rule."""

    taken: Taken
    aftrek: Aftrek
    zinnen: Zinnen


# The keys that a file must have, per task: the norms, and the parts. The contract fixes the ids.
_HUISHOUDEN = (EEN, MEER)
_WIJZEN = ("koken", "opwarmen")
SLEUTELS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "boodschappen": ((IEDEREEN,), get_args(invoer.DeelBoodschappen)),
    "broodmaaltijd": ((IEDEREEN,), get_args(invoer.DeelBroodmaaltijd)),
    # `bereiden` has a time for each way, so the file names the way.
    "warme_maaltijd": (_WIJZEN, (*_WIJZEN, "klaarzetten", "afwas")),
    "licht_huishoudelijk_werk": (_HUISHOUDEN, get_args(invoer.DeelLicht)),
    "zwaar_huishoudelijk_werk": (_HUISHOUDEN, get_args(invoer.DeelZwaar)),
    "wasverzorging": (_HUISHOUDEN, get_args(invoer.DeelWas)),
    "organisatie": ((IEDEREEN,), ()),
}
ZORG = tuple(naam for naam in invoer.ZorgVoorKind.__struct_fields__ if naam != "leeftijd")


def samenhang(regeling: HuishoudelijkeHulp) -> list[Fout]:
    """Every part of the contract has its minutes and no other does; the texts can be filled in."""
    fouten: list[Fout] = []
    for naam, (normen, delen) in SLEUTELS.items():
        taak: Taak = getattr(regeling.taken, naam)
        plek = f"taken.{naam}"
        fouten += sleutelfouten(f"{plek}.norm", taak.norm, normen)
        fouten += sleutelfouten(f"{plek}.deelactiviteiten", taak.deelactiviteiten, delen)
        for soort, veld in (("kind", "jonger_dan"), ("leefeenheid", "meer_dan")):
            toeslag = getattr(taak.extra, soort)
            if isinstance(toeslag, Tijd):
                fouten += sjabloonfouten(f"{plek}.extra.{soort}.tekst", toeslag.tekst, (veld,))
    fouten += sleutelfouten("taken.kinderverzorging.norm", regeling.taken.kinderverzorging.norm, ZORG)
    for naam in Zinnen.__struct_fields__:
        meer = {"zorg": ("elk", "keer", "leeftijd")}.get(naam, ("elk", "keer") if "_per_" in naam else ())
        fouten += sjabloonfouten(f"zinnen.{naam}", getattr(regeling.zinnen, naam), ("taak", "wat", "tijd", *meer))
    for naam in ("alles", "ondergrens"):
        fouten += sjabloonfouten(f"aftrek.{naam}", getattr(regeling.aftrek, naam), ("taak", "tijd"))
    return fouten

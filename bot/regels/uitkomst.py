"""The one shape of every outcome, as in the contract."""

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType, field, to_builtins

from bot.regels.regeling import Bron, Gemeld, LetOp, Vindplaats

Status = Literal["berekend", "ontbrekende_gegevens", "menselijk_oordeel"]


class Stap(Struct, frozen=True, kw_only=True):
    """One thing that was added, subtracted or applied, with its source.

    `onderdeel` is the part of `waarde` that it belongs to. At most one of `minuten`, `dagen`, `punten`,
    `etmalen`, `maanden`, `jaren`, `aantal` (of what the text names) and `centen` is given; per `onderdeel` they
    add up to the value.
    """

    onderdeel: str
    tekst: str
    minuten: int | UnsetType = UNSET
    dagen: int | UnsetType = UNSET
    punten: int | UnsetType = UNSET
    etmalen: int | UnsetType = UNSET
    maanden: int | UnsetType = UNSET
    jaren: int | UnsetType = UNSET
    aantal: int | UnsetType = UNSET
    centen: int | UnsetType = UNSET
    bron: Bron


class Reden(Struct, frozen=True, kw_only=True):
    """Why the outcome is as it is, or what the citizen must know beside it."""

    code: str
    tekst: str
    bron: Bron

    @classmethod
    def van(cls, let_op: LetOp) -> "Reden":
        return cls(code=let_op.code, tekst=let_op.tekst, bron=let_op.bron.bron)

    @classmethod
    def met_code(cls, code: str, gemeld: Gemeld, **waarden: object) -> "Reden":
        return cls(code=code, tekst=gemeld.tekst.format(**waarden), bron=gemeld.bron.bron)


class Kenmerk(Struct, frozen=True):
    """The receipt: which regeling, from when, and the sha256 of the very file."""

    titel: str
    geldig_van: str
    sha256: str


class Berekening(Struct):
    """What a rule gives back; `bereken` makes it into an outcome.

    `ontbreekt` names fields that only the regeling shows to be needed; then there is no `waarde`.
    """

    waarde: dict[str, Any]
    stappen: list[Stap] = field(default_factory=list)
    redenen: list[Reden] = field(default_factory=list)
    status: Status = "berekend"
    ontbreekt: list[str] = field(default_factory=list)


class Uitkomst(Struct, kw_only=True):
    """The outcome of a rule."""

    regel: str
    gemeente: str
    regeling: Kenmerk | None
    status: Status
    waarde: dict[str, Any]
    stappen: list[Stap]
    redenen: list[Reden]
    ontbreekt: list[str]
    voorbehoud: str

    def als_dict(self) -> dict[str, Any]:
        """Plain dicts, lists and values, ready for JSON."""
        plat: dict[str, Any] = to_builtins(self)
        return plat


def stap(onderdeel: str, tekst: str, bron: Vindplaats, *, minuten: int | UnsetType = UNSET) -> Stap:
    """A step, in minutes when it counts."""
    return Stap(onderdeel=onderdeel, tekst=tekst, bron=bron.bron, minuten=minuten)


def uniek(redenen: list[Reden]) -> list[Reden]:
    """The same reasons in the same order, each code once."""
    eerste: dict[str, Reden] = {}
    for reden in redenen:
        eerste.setdefault(reden.code, reden)
    return list(eerste.values())

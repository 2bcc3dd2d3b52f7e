"""`pgb-kosten`: costs that nobody pays from a pgb (hogeland §6.9)."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.lezing import GemeldeLezing
from bot.regels.regel import Conclusies, Regel
from bot.regels.regeling import LetOp, Onderdeel, Regeling, Tekst, Vindplaats
from bot.regels.uitkomst import Berekening, Reden, stap
from bot.regels.woordvorm import naamvorm, woordvorm

Kosten = Annotated[str, Meta(min_length=1, description="Waarvoor de kosten zijn, in eigen woorden")]
Namen = Annotated[tuple[Tekst, ...], Meta(min_length=1)]


class PgbKostenInvoer(Invoer, frozen=True, kw_only=True):
    """What somebody wants to pay for."""

    kosten: Kosten


class Post(Onderdeel, frozen=True, kw_only=True):
    """An excluded kind: `naam` in the conclusion, `tekst` in the step, `namen` as people write it."""

    id: Tekst
    naam: Tekst
    tekst: Tekst
    namen: Namen
    bron: Vindplaats
    lezing: GemeldeLezing | UnsetType = UNSET


class Uitzondering(LetOp, frozen=True, kw_only=True):
    """What may be paid although no help was given, under conditions of its own."""

    namen: Namen


class PgbKosten(Regeling, frozen=True, kw_only=True):
    """The excluded kinds, and what is said of everything else."""

    posten: Annotated[tuple[Post, ...], Meta(min_length=1)]
    niet_op_de_lijst: LetOp
    uitzondering: Uitzondering

    def post(self, kosten: str) -> Post | None:
        """The excluded kind with this name."""
        gezocht = woordvorm(kosten)
        return next((post for post in self.posten if gezocht in map(naamvorm, post.namen)), None)


def bereken(invoer: PgbKostenInvoer, regeling: PgbKosten) -> Berekening:
    """`uitgesloten` and the `post` when it is on the list; whatever is not, a person must judge."""
    post = regeling.post(invoer.kosten)
    if post is None:
        is_uitzondering = woordvorm(invoer.kosten) in map(naamvorm, regeling.uitzondering.namen)
        reden = regeling.uitzondering if is_uitzondering else regeling.niet_op_de_lijst
        return Berekening({}, [], [Reden.van(reden)], "menselijk_oordeel")
    lezing = post.lezing
    return Berekening(
        {"uitgesloten": True, "post": post.id},
        [stap("uitgesloten", post.tekst, post.bron)],
        [] if isinstance(lezing, UnsetType) else [Reden.van(lezing.aan_inwoner)],
    )


def conclusie(waarde: Mapping[str, Any], regeling: PgbKosten) -> Conclusies:
    """Which kind of costs it is. Nothing is certain of costs that are not on the list."""
    naam = next(post.naam for post in regeling.posten if post.id == waarde["post"])
    return [("uitgesloten", {"naam": naam})]


def samenhang(regeling: PgbKosten) -> list[Fout]:
    """Every id stands once, and every name means one thing."""
    gezien: set[str] = set()
    fouten = []
    for plek, wat, vorm in _wat_eenmaal_mag(regeling):
        if not vorm:
            fouten.append(Fout(plek, "In deze naam staat geen letter. Schrijf een woord."))
        elif vorm in gezien:
            fouten.append(Fout(plek, f"'{wat}' staat er al, misschien net anders geschreven. Laat er één staan."))
        gezien.add(vorm)
    return fouten


def _wat_eenmaal_mag(regeling: PgbKosten) -> Iterator[tuple[str, str, str]]:
    """Place, text and form of what must be unique. An id has a form that no name has."""
    for nummer, post in enumerate(regeling.posten):
        yield f"posten.{nummer}.id", post.id, f"id {post.id}"
        yield from _namen(f"posten.{nummer}.namen", post.namen)
    yield from _namen("uitzondering.namen", regeling.uitzondering.namen)


def _namen(plek: str, namen: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for nummer, naam in enumerate(namen):
        yield f"{plek}.{nummer}", naam, naamvorm(naam)


PGB_KOSTEN = Regel(
    naam="pgb-kosten",
    invoer=PgbKostenInvoer,
    regeling=PgbKosten,
    bereken=bereken,
    conclusies={"uitgesloten": ("naam",)},
    conclusie=conclusie,
    samenhang=samenhang,
)

"""The checklists as they stand in `data/advies/*.yaml`."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct, structs

from bot.vragen import Bron


class Punt(Struct, frozen=True, forbid_unknown_fields=True):
    """One point of attention: is it in the municipality's policy?

    `zelfde_als` is a point of an earlier list that asks the same: one answer counts for both. `zoekwoorden` are the
    terms by which a passage about it is found.
    """

    id: str
    kort: str
    vraag: str
    toelichting: str
    bron: Bron
    zelfde_als: str | None = None
    zoekwoorden: tuple[str, ...] = ()


class Deel(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a list. `toetsvraag` is the question that a theme comes down to, where its source has one."""

    id: str
    naam: str
    soort: Literal["uitgangspunt", "eis", "algemeen", "thema", "waarde", "domein", "norm", "beleidsplan"]
    kort: str
    uitleg: str
    bron: Bron
    punten: tuple[Punt, ...]
    toetsvraag: str | None = None


class Checklist(Struct, frozen=True, forbid_unknown_fields=True):
    """All parts. `kort` is its name on a button, `voor` says for which document the raad takes it."""

    titel: str
    inleiding: str
    delen: tuple[Deel, ...]
    kort: str = ""
    voor: str = ""

    @property
    def punten(self) -> tuple[Punt, ...]:
        """Every point, in the order of the parts."""
        return tuple(p for d in self.delen for p in d.punten)


class Checklijsten:
    """Every list by name, the first one being what a raad begins with.

    Ids of parts and points must be unique over all lists, and `zelfde_als` must be a point of an earlier list that
    has no `zelfde_als` of its own: else ValueError.
    """

    def __init__(self, lijsten: Mapping[str, Checklist]) -> None:
        self.lijsten = dict(lijsten)
        ids = [i for lijst in lijsten.values() for d in lijst.delen for i in (d.id, *(p.id for p in d.punten))]
        if dubbel := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"deze id's staan er twee keer in: {', '.join(dubbel)}")
        eerder: set[str] = set()
        for naam, lijst in lijsten.items():
            for punt in lijst.punten:
                if punt.zelfde_als is not None and punt.zelfde_als not in eerder:
                    raise ValueError(
                        f"{naam}, {punt.id}: zelfde_als {punt.zelfde_als} is geen punt van een lijst ervoor"
                    )
            eerder |= {p.id for p in lijst.punten if p.zelfde_als is None}

    @property
    def eerste(self) -> str:
        """The name of the list that a raad begins with."""
        return next(iter(self.lijsten))

    @cached_property
    def punten(self) -> dict[str, Punt]:
        """Every point of every list by id."""
        return {p.id: p for lijst in self.lijsten.values() for p in lijst.punten}

    def kern(self, punt_id: str) -> str:
        """The point under which an answer is kept: the point itself, or the earlier one that asks the same."""
        return self.punten[punt_id].zelfde_als or punt_id

    def kies(self, namen: Iterable[str] | None) -> list[str]:
        """The chosen lists in their own order; the first one where none was chosen."""
        gekozen = set(namen or ())
        return [naam for naam in self.lijsten if naam in gekozen] or [self.eerste]

    def delen(self, namen: Iterable[str] | None) -> list[Deel]:
        """The parts of the chosen lists, each question once: what an earlier chosen list asks too is left out."""
        gezien: set[str] = set()
        delen = []
        for naam in self.kies(namen):
            for deel in self.lijsten[naam].delen:
                nieuw = tuple(p for p in deel.punten if self.kern(p.id) not in gezien)
                gezien |= {self.kern(p.id) for p in nieuw}
                if nieuw:
                    eigen = tuple(structs.replace(p, id=self.kern(p.id)) for p in nieuw)
                    delen.append(structs.replace(deel, punten=eigen))
        return delen

    def elders(self, namen: Iterable[str] | None, deel: Deel) -> list[Punt]:
        """The points of this part that an earlier chosen list asks already."""
        over = {p.id for d in self.delen(namen) if d.id == deel.id for p in d.punten}
        heel = next(d for lijst in self.lijsten.values() for d in lijst.delen if d.id == deel.id)
        return [p for p in heel.punten if self.kern(p.id) not in over]

    def lijst_van(self, deel_id: str) -> str:
        """The title of the list to which a part belongs."""
        return next(c.titel for c in self.lijsten.values() if any(d.id == deel_id for d in c.delen))


def alle_punten(delen: Sequence[Deel]) -> list[Punt]:
    """The points of these parts, in their order."""
    return [p for d in delen for p in d.punten]

"""The checklist as it stands in `data/advies/*.yaml`."""

from typing import Literal

from msgspec import Struct

from bot.vragen import Bron


class Punt(Struct, frozen=True, forbid_unknown_fields=True):
    """One point of attention: is it in the municipality's policy?"""

    id: str
    kort: str
    vraag: str
    toelichting: str
    bron: Bron


class Deel(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the uitgangspunten, requirements or the general part."""

    id: str
    naam: str
    soort: Literal["uitgangspunt", "eis", "algemeen"]
    kort: str
    uitleg: str
    bron: Bron
    punten: tuple[Punt, ...]


class Checklist(Struct, frozen=True, forbid_unknown_fields=True):
    """All parts. Ids of parts and points must be unique, else ValueError."""

    titel: str
    inleiding: str
    delen: tuple[Deel, ...]

    def __post_init__(self) -> None:
        ids = [d.id for d in self.delen] + [p.id for d in self.delen for p in d.punten]
        dubbel = {i for i in ids if ids.count(i) > 1}
        if dubbel:
            raise ValueError(f"deze id's staan er twee keer in: {', '.join(sorted(dubbel))}")

    @property
    def punten(self) -> tuple[Punt, ...]:
        """Every point, in the order of the parts."""
        return tuple(p for d in self.delen for p in d.punten)

"""How much of each part of a checklist is in the policy, as stacked bars: where everything stands in the drawing."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import wrap

from msgspec import Struct

BREED = 640
RAND = 1
REGEL = 18
BALK = 22
TUSSEN = 14
LEGENDA = 34
LETTERS_PER_REGEL = 82
BREEDTE_VAN_CIJFER = 10
HOOGSTE = 10
"""More bars than this do not fit on one page beside their heading: then there is a second drawing."""


class Vak(Struct, frozen=True):
    """One stretch of a bar: so many points with this oordeel."""

    soort: str
    aantal: int
    x: float
    breed: float

    @property
    def met_cijfer(self) -> bool:
        """Whether the number fits in it."""
        return self.breed > BREEDTE_VAN_CIJFER * (len(str(self.aantal)) + 1)

    @property
    def midden(self) -> float:
        """Where the number stands."""
        return self.x + self.breed / 2


class Balk(Struct, frozen=True):
    """The bar of one part, under its name in one or more lines."""

    naam: str
    regels: tuple[str, ...]
    y: int
    vakken: tuple[Vak, ...]

    @property
    def y_balk(self) -> int:
        """The top of the bar itself."""
        return self.y + REGEL * len(self.regels)


class Grafiek(Struct, frozen=True):
    """One drawing of at most `HOOGSTE` bars."""

    balken: tuple[Balk, ...]
    hoog: int


def grafieken(tellingen: Sequence[tuple[str, Mapping[str, int]]]) -> list[Grafiek]:
    """The drawings of `(name of the part, number of points for each oordeel)`, the parts spread evenly over them."""
    aantal = -(-len(tellingen) // HOOGSTE)
    grenzen = [len(tellingen) * i // aantal for i in range(aantal + 1)] if aantal else []
    return [_grafiek(tellingen[van:tot]) for van, tot in pairwise(grenzen)]


def _grafiek(tellingen: Sequence[tuple[str, Mapping[str, int]]]) -> Grafiek:
    y = LEGENDA
    balken = []
    for naam, telling in tellingen:
        balken.append(Balk(naam, tuple(wrap(naam, LETTERS_PER_REGEL)), y, _vakken(telling)))
        y = balken[-1].y_balk + BALK + TUSSEN
    return Grafiek(tuple(balken), y)


def _vakken(telling: Mapping[str, int]) -> tuple[Vak, ...]:
    breed = (BREED - 2 * RAND) / max(sum(telling.values()), 1)
    vakken = []
    x = float(RAND)
    for soort, aantal in telling.items():
        if aantal:
            vakken.append(Vak(soort, aantal, round(x, 1), round(breed * aantal, 1)))
            x += breed * aantal
    return tuple(vakken)

"""Ages in steps: each holds from its `vanaf` until the next begins, so that there is no gap and no overlap."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, TypeVar

from msgspec import Meta

from bot.regels.fouten import Fout
from bot.regels.regeling import Onderdeel


class Vanaf(Onderdeel, frozen=True, kw_only=True):
    """Base of what holds from an age on, in years."""

    vanaf: Annotated[int, Meta(ge=0, le=130)]


T = TypeVar("T", bound=Vanaf)


def bij_leeftijd(treden: Sequence[T], leeftijd: int) -> T:
    """The one that holds at this age."""
    return [trede for trede in treden if trede.vanaf <= leeftijd][-1]


def tredefouten(plek: str, treden: Sequence[Vanaf]) -> list[Fout]:
    """The first begins at 0, each next one later."""
    fouten = []
    if treden[0].vanaf != 0:
        fouten.append(Fout(f"{plek}.0.vanaf", "De eerste groep begint bij 0 jaar. Schrijf 0."))
    for n, (eerder, trede) in enumerate(pairwise(treden), 1):
        if trede.vanaf <= eerder.vanaf:
            reden = f"Deze leeftijd moet hoger zijn dan die van de groep ervoor ({eerder.vanaf}). Verbeter de volgorde."
            fouten.append(Fout(f"{plek}.{n}.vanaf", reden))
    return fouten

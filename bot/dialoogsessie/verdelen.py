"""Dividing minutes and themes: whole numbers that always add up."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")


def verdeel(totaal: int, delen: Sequence[int], ronde: int) -> list[int]:
    """`totaal` minutes by the shares `delen`, in multiples of `ronde`; minutes that make no whole one go to the first.

    >>> verdeel(75, (1, 1), 5)
    [40, 35]
    """
    eenheden, over = divmod(totaal, ronde)
    samen = sum(delen)
    hele = [eenheden * deel // samen for deel in delen]
    meeste_rest = sorted(range(len(delen)), key=lambda i: (-(eenheden * delen[i] % samen), i))
    for i in meeste_rest[: eenheden - sum(hele)]:
        hele[i] += 1
    minuten = [eenheid * ronde for eenheid in hele]
    minuten[0] += over
    return minuten


def spreid(dingen: Sequence[T], hoogstens: int) -> list[tuple[T, ...]]:
    """In their order over as few groups of at most `hoogstens` as can be, the groups as equal as can be.

    >>> spreid("abcd", 3)
    [('a', 'b'), ('c', 'd')]
    """
    aantal = max(1, -(-len(dingen) // hoogstens))
    kleinste, groter = divmod(len(dingen), aantal)
    grenzen = [i * kleinste + min(i, groter) for i in range(aantal + 1)]
    return [tuple(dingen[a:b]) for a, b in pairwise(grenzen)]

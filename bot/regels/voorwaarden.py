"""Conditions: the building block of rules that follow from what is so and what is not.

A file gives each condition a sentence for yes and one for no; the rule's input has a boolean of the same name.
"""

from collections.abc import Iterable, Mapping

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.regeling import Onderdeel, Tekst, Vindplaats, sleutelfouten
from bot.regels.uitkomst import Stap, stap


class Voorwaarde(Onderdeel, frozen=True, kw_only=True):
    """What the outcome says when the condition holds (`ja`) and when it does not (`nee`)."""

    ja: Tekst
    nee: Tekst
    bron: Vindplaats


Voorwaarden = Mapping[str, Voorwaarde]


def velden(invoer: type[Invoer]) -> tuple[str, ...]:
    """The names of the input's booleans: the conditions that a file must give sentences for."""
    return tuple(naam for naam, soort in invoer.__annotations__.items() if soort is bool)


def stappen(onderdeel: str, voorwaarden: Voorwaarden, gegeven: Mapping[str, bool]) -> list[Stap]:
    """A step for each condition in `gegeven`, in that order."""
    return [
        stap(onderdeel, voorwaarden[naam].ja if is_zo else voorwaarden[naam].nee, voorwaarden[naam].bron)
        for naam, is_zo in gegeven.items()
    ]


def voorwaardefouten(voorwaarden: Voorwaarden, nodig: Iterable[str]) -> list[Fout]:
    """The file has sentences for these conditions and for no others."""
    return sleutelfouten("voorwaarden", voorwaarden, nodig)

"""What every regeling file has in common, and the shared building blocks of those files.

A regeling file holds the numbers, lists and texts of one rule in one period. Nothing here reads a file.
"""

from collections.abc import Iterable
from datetime import date
from string import Formatter
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from bot.regels.fouten import Fout

Tekst = Annotated[str, Meta(min_length=1)]
Minuten = Annotated[int, Meta(ge=0, le=7 * 24 * 60)]
Aantal = Annotated[int, Meta(ge=1, le=1000)]


class Onderdeel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every group in a regeling file: immutable, and an unknown field is a fault."""


class Bron(Struct, frozen=True):
    """A source as an outcome shows it: short name of the document and the place in it."""

    document: str
    plaats: str


class Vindplaats(Onderdeel, frozen=True, kw_only=True):
    """A source as a file names it. `regel` holds some words of the line meant, so that people and tests find it."""

    document: Tekst
    plaats: Tekst
    regel: str = ""

    @property
    def bron(self) -> Bron:
        return Bron(self.document, self.plaats)


class Gemeld(Onderdeel, frozen=True, kw_only=True):
    """A text with its source that an outcome can give as a reason."""

    tekst: Tekst
    bron: Vindplaats


class LetOp(Gemeld, frozen=True, kw_only=True):
    """A reason with its code: what the citizen must know beside the number."""

    code: Tekst


class Lezing(Onderdeel, frozen=True, kw_only=True):
    """Which reading of an ambiguous passage was chosen (`keuze`) and why (`waarom`).

    `aan_inwoner` is what the outcome tells the citizen when the reading touches the outcome.
    """

    keuze: Tekst
    waarom: Tekst
    aan_inwoner: LetOp | UnsetType = UNSET


class Onderwerp(Onderdeel, frozen=True, kw_only=True):
    """Name and plain description of the rule, for lists and menus."""

    titel: Tekst
    omschrijving: Tekst


class Regeling(Onderdeel, frozen=True, kw_only=True):
    """Base of every regeling file. `geldig_van` and `geldig_tot` are inclusive; without `geldig_tot` it goes on.

    `conclusies` holds the one sentence for each outcome that the rule can have.
    """

    titel: Tekst
    geldig_van: date
    geldig_tot: date | UnsetType = UNSET
    geldigheid: Vindplaats
    onderwerp: Onderwerp
    voorbehoud: Tekst
    conclusies: dict[str, Gemeld]


def sjabloonfouten(plek: str, tekst: str, namen: Iterable[str]) -> list[Fout]:
    """Faults in a text with `{name}` places: broken braces, or a name that is not filled in here."""
    bekend = tuple(namen)
    kies = f"Hier kan: {', '.join('{' + naam + '}' for naam in bekend)}." if bekend else "Hier kan geen {naam}."
    try:
        gebruikt = [(naam, vorm, omzet) for _, naam, vorm, omzet in Formatter().parse(tekst) if naam is not None]
    except ValueError:
        return [Fout(plek, f"De accolades in deze tekst kloppen niet. {kies}")]
    return [
        Fout(plek, f"'{{{naam}}}' wordt hier niet ingevuld. {kies}")
        for naam, vorm, omzet in gebruikt
        if naam not in bekend or vorm or omzet
    ]


def sleutelfouten(plek: str, gegeven: Iterable[str], nodig: Iterable[str]) -> list[Fout]:
    """Faults in the names of a group whose names the code fixes: one that is missing, one that means nothing."""
    er, hoort = list(gegeven), list(nodig)
    kies = f"Hier horen: {', '.join(hoort)}." if hoort else "Hier horen geen onderdelen."
    mist = [Fout(f"{plek}.{naam}", f"Dit onderdeel ontbreekt. {kies}") for naam in hoort if naam not in er]
    extra = [Fout(f"{plek}.{naam}", f"Dit onderdeel bestaat niet. {kies}") for naam in er if naam not in hoort]
    return mist + extra


def duur(minuten: int) -> str:
    """`150` → `2 uur en 30 minuten`."""
    uren, rest = divmod(minuten, 60)
    delen = ([f"{uren} uur"] if uren else []) + ([tijd(rest)] if rest or not uren else [])
    return " en ".join(delen)


def tijd(minuten: int) -> str:
    """Minutes in words: `1 minuut`, `60 minuten`. Never negative in a sentence."""
    return f"{abs(minuten)} {'minuut' if abs(minuten) == 1 else 'minuten'}"

"""What is left of an uploaded document: its passages, each with its place."""

from typing import Literal

from msgspec import Struct

Soort = Literal["pdf", "docx", "odt", "txt", "html"]
Code = Literal[
    "leeg",
    "te_groot",
    "te_veel",
    "geen_tekst",
    "beveiligd",
    "onbekend",
    "kapot",
    "te_lang_bezig",
    "te_zwaar",
    "macros",
]


class Passage(Struct, frozen=True):
    """One paragraph or a few short ones. `plaats` is "bladzijde 12", or "alinea 34, onder 'Klachten'"."""

    plaats: str
    tekst: str


class Stuk(Struct, frozen=True):
    """A document that was read. `bladzijden` is known of a PDF only."""

    naam: str
    soort: Soort
    bladzijden: int | None
    passages: tuple[Passage, ...]


class Gelezen(Struct, frozen=True, tag=True):
    """What the process that reads answers."""

    soort: Soort
    bladzijden: int | None
    passages: tuple[Passage, ...]


class Geweigerd(Struct, frozen=True, tag=True):
    """The other answer of the process that reads: why not."""

    code: Code


class Weigering(Exception):
    """This document cannot or may not be read."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: Code = code

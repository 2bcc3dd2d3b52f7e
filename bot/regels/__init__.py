"""Indication rules of the Wmo: pure functions over a loaded municipality. No I/O, no clock.

`bereken` gives the outcome of a rule, `overzicht` lists the rules with the JSON Schema of their input,
`lees_regeling` checks the contents of a regeling file. `bot.gemeente.laad` makes a `Gemeente` from files.
"""

from bot.regels.fouten import Fout, Inhoudfout, Invoerfout, OnbekendeRegel
from bot.regels.gemeente import Afloop, Gemeente, Versie
from bot.regels.motor import bereken, conclusie, lees_regeling, overzicht
from bot.regels.register import REGELS
from bot.regels.uitkomst import Uitkomst

__all__ = [
    "REGELS", "Afloop", "Fout", "Gemeente", "Inhoudfout", "Invoerfout", "OnbekendeRegel", "Uitkomst", "Versie",
    "bereken", "conclusie", "lees_regeling", "overzicht",
]  # fmt: skip

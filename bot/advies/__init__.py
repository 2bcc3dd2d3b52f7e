"""The Wmo-raad's advice: the checklists, the questions, what members make of them together, and the advice itself."""

from bot.advies.advies import Advies, Adviesdeel, Adviespunt, Brief, maak_advies
from bot.advies.dialoog import Adviesdialoog, Adviesteksten
from bot.advies.lijst import Checklijsten, Checklist, Deel, Punt, alle_punten
from bot.advies.samen import BELANG, Gezamenlijk, Samen, Stem, oordeel_van, tekst_van, voeg_samen

__all__ = [
    "BELANG",
    "Advies",
    "Adviesdeel",
    "Adviesdialoog",
    "Adviespunt",
    "Adviesteksten",
    "Brief",
    "Checklijsten",
    "Checklist",
    "Deel",
    "Gezamenlijk",
    "Punt",
    "Samen",
    "Stem",
    "alle_punten",
    "maak_advies",
    "oordeel_van",
    "tekst_van",
    "voeg_samen",
]

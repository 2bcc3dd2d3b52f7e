"""The Wmo-raad's advice: the checklist, its questions, progress, and the advice itself."""

from bot.advies.advies import Advies, Adviesdeel, Adviespunt, maak_advies
from bot.advies.dialoog import Adviesdialoog, Adviesteksten
from bot.advies.lijst import Checklist, Deel, Punt

__all__ = [
    "Advies",
    "Adviesdeel",
    "Adviesdialoog",
    "Adviespunt",
    "Adviesteksten",
    "Checklist",
    "Deel",
    "Punt",
    "maak_advies",
]

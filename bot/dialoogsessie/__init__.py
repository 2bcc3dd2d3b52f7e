"""The dialoogsessie of a Wmo-raad: what the secretaris fills in, what to look at, and the planning that follows.

Pure: files are read by the caller, the day of today is an argument. Numbers and texts stand in
`data/dialogen/dialoogsessie.yaml`, the ten themes in `data/advies/themas.yaml`.
"""

from bot.dialoogsessie.controle import Bevinding, controleer
from bot.dialoogsessie.gegevens import Gegevens, Kant, Teksten, Thema, maak_gegevens
from bot.dialoogsessie.invoer import Deelnemer, Invoer
from bot.dialoogsessie.model import Agendapunt, Groep, Moment, Planning, Sessie, Stap, Taak
from bot.dialoogsessie.planning import maak_planning

__all__ = [
    "Agendapunt",
    "Bevinding",
    "Deelnemer",
    "Gegevens",
    "Groep",
    "Invoer",
    "Kant",
    "Moment",
    "Planning",
    "Sessie",
    "Stap",
    "Taak",
    "Teksten",
    "Thema",
    "controleer",
    "maak_gegevens",
    "maak_planning",
]

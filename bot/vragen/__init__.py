"""Questions and the order in which they are asked; knows no dialogue, no Rasa, no storage."""

from bot.vragen.leesfout import Leesfout
from bot.vragen.lezers import lees
from bot.vragen.model import Bron, Keuze, Vraag
from bot.vragen.tonen import toon
from bot.vragen.verloop import Dialoog, Stand, Uitslag, beantwoord, huidige, sla_over, terug, wijzig

__all__ = [
    "Bron",
    "Dialoog",
    "Keuze",
    "Leesfout",
    "Stand",
    "Uitslag",
    "Vraag",
    "beantwoord",
    "huidige",
    "lees",
    "sla_over",
    "terug",
    "toon",
    "wijzig",
]

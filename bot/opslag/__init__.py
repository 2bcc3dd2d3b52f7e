"""What is kept: conversations, tracker events, dialogue states and masked sentences, in SQLite or PostgreSQL."""

from bot.opslag.databank import STANDAARD_URL, open_databank, werk_bij
from bot.opslag.gesprekken import Bericht, Botsing, Gesprek, Gesprekken, Ontvangen
from bot.opslag.onbegrepen import Onbegrepen, Zin

__all__ = [
    "STANDAARD_URL",
    "Bericht",
    "Botsing",
    "Gesprek",
    "Gesprekken",
    "Onbegrepen",
    "Ontvangen",
    "Zin",
    "open_databank",
    "werk_bij",
]

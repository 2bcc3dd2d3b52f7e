"""What is kept: conversations, tracker events and dialogue states, in SQLite or PostgreSQL."""

from bot.opslag.databank import STANDAARD_URL, open_databank, werk_bij
from bot.opslag.gesprekken import Bericht, Botsing, Gesprek, Gesprekken, Ontvangen

__all__ = [
    "STANDAARD_URL",
    "Bericht",
    "Botsing",
    "Gesprek",
    "Gesprekken",
    "Ontvangen",
    "open_databank",
    "werk_bij",
]

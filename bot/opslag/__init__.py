"""What is kept: conversations, tracker events, dialogue states, a raad's advice and masked sentences."""

from bot.opslag.adviezen import (
    AdviesWeg,
    Adviezen,
    Besluit,
    Ingehaald,
    Lid,
    LinkOngeldig,
    Raadstuk,
    TeVeel,
    Werkblad,
    meningen_in,
)
from bot.opslag.databank import STANDAARD_URL, open_databank, werk_bij
from bot.opslag.gesprekken import Bericht, Botsing, Gesprek, Gesprekken, Ontvangen
from bot.opslag.onbegrepen import Onbegrepen, Zin

__all__ = [
    "STANDAARD_URL",
    "AdviesWeg",
    "Adviezen",
    "Bericht",
    "Besluit",
    "Botsing",
    "Gesprek",
    "Gesprekken",
    "Ingehaald",
    "Lid",
    "LinkOngeldig",
    "Onbegrepen",
    "Ontvangen",
    "Raadstuk",
    "TeVeel",
    "Werkblad",
    "Zin",
    "meningen_in",
    "open_databank",
    "werk_bij",
]

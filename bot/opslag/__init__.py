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
from bot.opslag.delen import Delen, Deling, NietTeDelen
from bot.opslag.gesprekken import Bericht, Botsing, Gesprek, Gesprekken, Gewist, Ontvangen
from bot.opslag.medewerkers import ROLLEN, Medewerker, Medewerkers, Naambezet, Wacht
from bot.opslag.onbegrepen import Onbegrepen, Zin
from bot.opslag.uitnodigingen import Sleutels, Uitnodiging, Uitnodigingen

__all__ = [
    "ROLLEN",
    "STANDAARD_URL",
    "AdviesWeg",
    "Adviezen",
    "Bericht",
    "Besluit",
    "Botsing",
    "Delen",
    "Deling",
    "Gesprek",
    "Gesprekken",
    "Gewist",
    "Ingehaald",
    "Lid",
    "LinkOngeldig",
    "Medewerker",
    "Medewerkers",
    "Naambezet",
    "NietTeDelen",
    "Onbegrepen",
    "Ontvangen",
    "Raadstuk",
    "Sleutels",
    "TeVeel",
    "Uitnodiging",
    "Uitnodigingen",
    "Wacht",
    "Werkblad",
    "Zin",
    "meningen_in",
    "open_databank",
    "werk_bij",
]

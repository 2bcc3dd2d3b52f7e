"""Typed keys of what lives as long as the application."""

from aiohttp import web

from bot.gesprek.host import Gesprekshost
from bot.web.beveiliging import Sessiekoek, Snelheidslimiet

HOST = web.AppKey("host", Gesprekshost)
KOEK = web.AppKey("koek", Sessiekoek)
LIMIET = web.AppKey("limiet", Snelheidslimiet)
PDFLIMIET = web.AppKey("pdflimiet", Snelheidslimiet)
BEGINLIMIET = web.AppKey("beginlimiet", Snelheidslimiet)

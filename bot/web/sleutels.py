"""Typed keys of what lives as long as the application."""

import asyncio

from aiohttp import web

from bot.gesprek.host import Gesprekshost
from bot.web.beveiliging import Sessiekoek, Snelheidslimiet
from bot.web.consulent_koek import Medewerkerkoek
from bot.web.metrieken import Metrieken
from bot.web.raad_lezen import Leesplekken

HOST = web.AppKey("host", Gesprekshost)
KOEK = web.AppKey("koek", Sessiekoek)
LIMIET = web.AppKey("limiet", Snelheidslimiet)
PDFLIMIET = web.AppKey("pdflimiet", Snelheidslimiet)
BEGINLIMIET = web.AppKey("beginlimiet", Snelheidslimiet)
THUISBESTAND = web.AppKey("thuisbestand", asyncio.Semaphore)
LEESPLEKKEN = web.AppKey("leesplekken", Leesplekken)
MEDEWERKERKOEK = web.AppKey("medewerkerkoek", Medewerkerkoek)
LINKLIMIET = web.AppKey("linklimiet", Snelheidslimiet)
METRIEKEN = web.AppKey("metrieken", Metrieken)

"""A policy document that a Wmo-raad uploads: read in a process of its own, and searched for what treats a point.

The process that reads imports this package too and must start fast, so each name is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.stukken.lezer import Stukfout, lees_stuk
    from bot.stukken.stuk import Passage, Stuk
    from bot.stukken.zoeker import Vondst, Zoeker

_PLAATS = {
    "Passage": "stuk",
    "Stuk": "stuk",
    "Stukfout": "lezer",
    "Vondst": "zoeker",
    "Zoeker": "zoeker",
    "lees_stuk": "lezer",
}

__all__ = ["Passage", "Stuk", "Stukfout", "Vondst", "Zoeker", "lees_stuk"]


def __getattr__(naam: str) -> Any:
    if naam not in _PLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_PLAATS[naam]}"), naam)

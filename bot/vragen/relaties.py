"""Whom somebody speaks for: `mijn moeder krijgt bezoek` is about `mijn moeder`."""

import re

from bot.vragen.woorden import normaal

_NAASTE = re.compile(
    r"\b(?:mijn|m n|me|onze|ons)\s+(moeder|vader|ma|pa|oma|opa|schoonmoeder|schoonvader|tante|oom|zus|broer|"
    r"buurvrouw|buurman|vriendin|vriend|man|vrouw|partner|zoon|dochter|kind|clien?t)\b"
)
_ROEPNAAM = {"ma": "moeder", "pa": "vader"}


def genoemde_naaste(tekst: str) -> str | None:
    """`mijn moeder`, or None when nobody or more than one person is named."""
    namen = {_ROEPNAAM.get(n, n) for n in _NAASTE.findall(normaal(tekst))}
    return f"mijn {namen.pop()}" if len(namen) == 1 else None

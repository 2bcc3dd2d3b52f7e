"""Whom somebody speaks for: `mijn moeder krijgt bezoek` is about `mijn moeder`."""

import re

from bot.vragen.woorden import normaal

_MIJN = r"(?:mijn|m n|mn|me|onze|ons)\s+"
# A parent who is named is who needs help; a partner, child or neighbour only where it says "voor".
_NAASTE = re.compile(
    rf"\b{_MIJN}(moeder|vader|ma|pa|oma|opa|schoonmoeder|schoonvader|tante|oom)\b|"
    rf"\bvoor {_MIJN}(zus|broer|buurvrouw|buurman|vriendin|vriend|man|vrouw|partner|zoon|dochter|kind|client)\b"
)
_IEDEREEN = re.compile(rf"\b{_MIJN}(\w+)\b")
_ROEPNAAM = {"ma": "moeder", "pa": "vader"}


def genoemde_naaste(tekst: str) -> str | None:
    """`mijn moeder`, or None when nobody or more than one person is named."""
    namen = {_ROEPNAAM.get(n, n) for paar in _NAASTE.findall(normaal(tekst)) for n in paar if n}
    allen = {_ROEPNAAM.get(n, n) for n in _IEDEREEN.findall(normaal(tekst))}
    return f"mijn {namen.pop()}" if len(namen) == 1 and len(allen) == 1 else None

"""Danger is answered first, before any model: word patterns on the normalised text, fixed answers."""

import re
from functools import cached_property

from msgspec import Struct

from bot.vragen.woorden import normaal


class Knop(Struct, frozen=True, forbid_unknown_fields=True):
    """A number to call."""

    label: str
    tel: str


class Gevaar(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One kind of danger: what it sounds like, what only looks like it, and what is said."""

    patronen: tuple[str, ...]
    antwoord: tuple[str, ...]
    uitzonderingen: tuple[str, ...] = ()
    knoppen: tuple[Knop, ...] = ()

    @cached_property
    def _zoek(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{p})" for p in self.patronen))

    @cached_property
    def _weg(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{p})" for p in self.uitzonderingen) or r"(?!)")

    def klinkt_in(self, gezegd: str) -> bool:
        """Whether a normalised text holds a pattern outside every exception."""
        return bool(self._zoek.search(self._weg.sub(" ", gezegd)))


class Veiligheid(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/veiligheid.yaml`: kinds in the order in which they are looked for."""

    soorten: dict[str, Gevaar]

    def herken(self, tekst: str) -> Gevaar | None:
        """The first kind of danger that the text tells of, or None."""
        gezegd = normaal(tekst)
        return next((g for g in self.soorten.values() if g.klinkt_in(gezegd)), None)

"""Danger is answered first, before any model: word patterns on the normalised text, fixed answers."""

import re
from functools import cached_property

from msgspec import Struct

from bot.vragen.woorden import normaal


class Gevaar(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One kind of danger: what it sounds like, what only looks like it, and what is said.

    `talen` holds what it sounds like in other languages, by ISO code.
    """

    patronen: tuple[str, ...]
    antwoord: tuple[str, ...]
    uitzonderingen: tuple[str, ...] = ()
    talen: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _zoek(self) -> list[re.Pattern[str]]:
        # One by one: a single large alternation takes three times as long.
        return [re.compile(p) for p in self.patronen]

    @cached_property
    def _weg(self) -> list[re.Pattern[str]]:
        return [re.compile(p) for p in self.uitzonderingen]

    @cached_property
    def _zoek_in(self) -> dict[str, list[re.Pattern[str]]]:
        return {taal: [re.compile(p) for p in patronen] for taal, patronen in self.talen.items()}

    def klinkt_in(self, gezegd: str) -> bool:
        """Whether a normalised text holds a pattern outside every exception."""
        if self.taal_van(gezegd):
            return True
        for uitzondering in self._weg:
            gezegd = uitzondering.sub(" ", gezegd)
        return any(p.search(gezegd) for p in self._zoek)

    def taal_van(self, tekst: str) -> str | None:
        """The other language in which the text tells of this danger, or None."""
        gezegd = normaal(tekst)
        return next((t for t, patronen in self._zoek_in.items() if any(p.search(gezegd) for p in patronen)), None)


class Veiligheid(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/veiligheid.yaml`: kinds in the order in which they are looked for."""

    soorten: dict[str, Gevaar]

    def herken(self, tekst: str) -> Gevaar | None:
        """The first kind of danger that the text tells of, or None."""
        gezegd = normaal(tekst)
        return next((g for g in self.soorten.values() if g.klinkt_in(gezegd)), None)

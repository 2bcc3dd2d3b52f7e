"""What the secretaris fills in, as it was typed: it goes back into the form unchanged."""

import re
from datetime import date, time

from msgspec import Struct

from bot.vragen.datums import lees_datum

_JAAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_TIJD = re.compile(r"([0-9]{1,2})(?:\s*[:.u]\s*([0-9]{2}))?(?::00)?(?:\s*(?:u|uur))?", re.IGNORECASE)
# A date with its year means the same on every day, so any day does to read it.
_WELKE_DAG_OOK = date(2000, 1, 1)


class Deelnemer(Struct, frozen=True):
    """Somebody who is invited, perhaps without a name yet; `kant` is the id of a Kant. An empty line is nobody."""

    naam: str = ""
    kant: str = ""


class Invoer(Struct, frozen=True):
    """One dialoogsessie as far as it is filled in; `themas` are ids, `dag` and `tijd` read what was typed."""

    doel: str = ""
    gespreksleider: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    themas: tuple[str, ...] = ()
    datum: str = ""
    begintijd: str = ""
    plaats: str = ""
    eigen_punten: str = ""

    @property
    def dag(self) -> date | None:
        """The day, from `2026-12-10`, `10-12-2026` or `10 december 2026`; None without a year."""
        return lees_datum(self.datum, _WELKE_DAG_OOK) if _JAAR.search(self.datum) else None

    @property
    def tijd(self) -> time | None:
        """The time at which it starts, from `14:00`, `14.00 uur` or `14 uur`."""
        gelezen = _TIJD.fullmatch(self.begintijd.strip())
        if gelezen is None:
            return None
        uur, minuut = int(gelezen[1]), int(gelezen[2] or 0)
        return time(uur, minuut) if uur < 24 and minuut < 60 else None

    @property
    def mensen(self) -> tuple[Deelnemer, ...]:
        """The participants without the lines that were left empty."""
        return tuple(d for d in self.deelnemers if d.naam.strip() or d.kant.strip())

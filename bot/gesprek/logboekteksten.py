"""The audit trail in Dutch: for `python -m bot logboek`."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from zoneinfo import ZoneInfo

from bot.bezorging import Bezorgteksten
from bot.opslag.logboek import Logregel

HIER = ZoneInfo("Europe/Amsterdam")


def in_woorden(regels: Iterable[Logregel], teksten: Bezorgteksten) -> Iterator[str]:
    """A line for each: when (Dutch time), who, what, about which id. An unknown code stays as it is."""
    for regel in regels:
        toen = regel.tijdstip.replace(tzinfo=UTC).astimezone(HIER)
        wat = teksten.logboek.get(regel.wat, regel.wat)
        yield f"{toen:%Y-%m-%d %H:%M:%S}  {wie(regel.wie, teksten)} {wat}  ({regel.waarover})"


def wie(code: str, teksten: Bezorgteksten) -> str:
    """Who it was: `inwoner`, `systeem` or `medewerker:<id>`."""
    soort, _, id = code.partition(":")
    return teksten.wie.get(soort, code).format(id=id)

"""The audit trail: who did what, when, about which id. Never what somebody said, and never changed afterwards.

Every part is an id or a code of a closed alphabet. So a line cannot be forged with a line break, an escape code or a
letter that turns the reading direction.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection, Engine

from bot.opslag import tijd
from bot.opslag.tabellen import logboek

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:@+-]{0,79}")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Logregel(Struct, frozen=True):
    """A line; `tijdstip` is UTC."""

    tijdstip: datetime
    wie: str
    wat: str
    waarover: str


def schrijf(db: Connection, wie: str, wat: str, waarover: str) -> None:
    """Adds a line in the transaction of what it is about.

    `wie` is `inwoner`, `systeem` or `medewerker:<id>`; `wat` a code of data/dialogen/bezorging.yaml; `waarover` an id.
    Raises ValueError, without the value, for anything else than an id or a code.
    """
    for naam, waarde, vorm in (("wie", wie, _ID), ("wat", wat, _CODE), ("waarover", waarover, _ID)):
        if not vorm.fullmatch(waarde):
            raise ValueError(f"logboek: {naam} must be an id or a code, without spaces or control characters")
    db.execute(insert(logboek).values(tijdstip=tijd.nu(), wie=wie, wat=wat, waarover=waarover))


def over(db: Connection, waarover: str, wat: Iterable[str] = ()) -> list[Logregel]:
    """The lines about an id, oldest first; those of the codes `wat` alone where it is given."""
    vraag = select(*_VELDEN).where(logboek.c.waarover == waarover).order_by(logboek.c.id)
    if codes := list(wat):
        vraag = vraag.where(logboek.c.wat.in_(codes))
    return [Logregel(*rij) for rij in db.execute(vraag)]


class Logboek:
    """Reads and clears the audit trail."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def regels(self, dagen: int | None = None, waarover: str | None = None) -> list[Logregel]:
        """The lines, oldest first: of the last `dagen` days, about one id."""
        vraag = select(*_VELDEN).order_by(logboek.c.id)
        if dagen is not None:
            vraag = vraag.where(logboek.c.tijdstip >= tijd.nu() - timedelta(days=dagen))
        if waarover is not None:
            vraag = vraag.where(logboek.c.waarover == waarover)
        with self.engine.connect() as db:
            return [Logregel(*rij) for rij in db.execute(vraag)]

    def ruim_op(self, dagen: int) -> int:
        """Deletes lines older than `dagen` days; returns how many."""
        with self.engine.begin() as db:
            return int(
                db.execute(delete(logboek).where(logboek.c.tijdstip < tijd.nu() - timedelta(days=dagen))).rowcount
            )


_VELDEN = (logboek.c.tijdstip, logboek.c.wie, logboek.c.wat, logboek.c.waarover)

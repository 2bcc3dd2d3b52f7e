"""Sentences that were not understood, so that people can better the bot. Nothing leads from one to a person.

There is no conversation, no moment and no order: a masked sentence, the day, and how often it came that day.
"""

from datetime import date, timedelta

from msgspec import Struct
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.opslag.tabellen import onbegrepen


class Zin(Struct, frozen=True):
    """A sentence, how often it came, and the last day."""

    tekst: str
    aantal: int
    laatst: date


class Onbegrepen:
    """The repository. It masks nothing itself: only masked sentences may be handed to it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def bewaar(self, tekst: str, dag: date) -> None:
        """Counts a masked sentence on this day."""
        try:
            if not self._tel_op(tekst, dag):
                with self.engine.begin() as db:
                    db.execute(insert(onbegrepen).values(tekst=tekst, dag=dag, aantal=1))
        except IntegrityError:
            # Another process wrote the same sentence in between.
            self._tel_op(tekst, dag)

    def _tel_op(self, tekst: str, dag: date) -> bool:
        with self.engine.begin() as db:
            rij = (onbegrepen.c.tekst == tekst) & (onbegrepen.c.dag == dag)
            return bool(db.execute(update(onbegrepen).where(rij).values(aantal=onbegrepen.c.aantal + 1)).rowcount)

    def alle(self) -> list[Zin]:
        """Every sentence, most frequent first, then by alphabet."""
        aantal = func.sum(onbegrepen.c.aantal)
        vraag = select(onbegrepen.c.tekst, aantal, func.max(onbegrepen.c.dag)).group_by(onbegrepen.c.tekst)
        with self.engine.connect() as db:
            rijen = db.execute(vraag).all()
        return sorted((Zin(t, int(n), d) for t, n, d in rijen), key=lambda z: (-z.aantal, z.tekst))

    def ruim_op(self, vandaag: date, dagen: int) -> int:
        """Deletes what is older than `dagen` days; returns how many rows (a sentence on a day)."""
        te_oud = delete(onbegrepen).where(onbegrepen.c.dag < vandaag - timedelta(days=dagen))
        with self.engine.begin() as db:
            return int(db.execute(te_oud).rowcount)

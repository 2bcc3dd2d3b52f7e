"""The outbox: what still has to reach the municipality. It holds ids and states, never what somebody said.

A delivery is written in the transaction of the sharing itself. One worker at a time holds it, with a lease: who dies
while sending leaves a row that another worker takes over when the lease ends, under the same reference.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import and_, delete, func, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine

from bot.opslag import logboek, tijd
from bot.opslag.tabellen import gesprekken, uitbak

GEDEELD, INGETROKKEN = "gedeeld", "ingetrokken"
WACHT, BEZORGD, OPGEGEVEN, VERVALLEN = "wacht", "bezorgd", "opgegeven", "vervallen"
IN_LOGBOEK = {
    (GEDEELD, BEZORGD): "plan_bezorgd",
    (GEDEELD, OPGEGEVEN): "bezorging_opgegeven",
    (INGETROKKEN, BEZORGD): "intrekking_gemeld",
    (INGETROKKEN, OPGEGEVEN): "melding_opgegeven",
}


class Bezorging(Struct, frozen=True):
    """One event that must reach the municipality.

    `referentie` is its own and the same at every attempt; `kenmerk` is what the municipality knows the plan by.
    """

    referentie: str
    deling_id: str
    gebeurtenis: str
    kenmerk: str
    stand: str
    pogingen: int
    gemaakt: datetime
    fout: str | None
    bijgewerkt: datetime


# -- inside the transaction of who shares or takes back ---------------------------------------------------------------


def leg_klaar(db: Connection, deling_id: str, gesprek_id: str, nu: datetime | None = None) -> str:
    """Puts a shared plan in the outbox; returns the reference. The same sharing twice is one delivery.

    After it was taken back, sharing again is a new delivery under a new kenmerk. So who shares a newer version of a
    plan takes the older one back first.
    """
    if eerder := _niet_ingetrokken(db, deling_id):
        return str(eerder[-1].referentie)
    referentie = str(uuid.uuid4())
    _voeg_toe(db, referentie, deling_id, gesprek_id, GEDEELD, referentie, nu or tijd.nu())
    return referentie


def trek_in(db: Connection, deling_id: str, nu: datetime | None = None) -> bool:
    """The citizen takes the plan back, or wipes it. Returns whether the municipality may have received it already.

    What was never tried is not sent. What was tried may have arrived, whatever the answer said: then the receiver is
    told, after an attempt that is under way.
    """
    nu = nu or tijd.nu()
    actueel = [rij.referentie for rij in _niet_ingetrokken(db, deling_id)]
    deze = uitbak.c.referentie.in_(actueel)
    # First the change: it waits for a worker that is claiming the same row, and is seen by the next one.
    db.execute(update(uitbak).where(deze, uitbak.c.stand == WACHT).values(stand=VERVALLEN, bijgewerkt=nu))
    geprobeerd = db.execute(select(uitbak).where(deze, uitbak.c.pogingen > 0)).all()
    for rij in geprobeerd:
        na = max(nu, rij.geclaimd_tot) if rij.geclaimd_tot else nu
        _voeg_toe(db, str(uuid.uuid4()), deling_id, rij.gesprek, INGETROKKEN, rij.kenmerk, nu, na)
    return bool(geprobeerd)


def trek_in_van_gesprek(db: Connection, gesprek_id: str) -> None:
    """The same for whatever this conversation ever shared: to be called before the conversation is wiped."""
    delingen = db.execute(select(uitbak.c.deling_id).where(uitbak.c.gesprek == gesprek_id).distinct()).scalars().all()
    for id in delingen:
        trek_in(db, id)


def _niet_ingetrokken(db: Connection, deling_id: str) -> list[Any]:
    """The plan of this sharing that was sent or still waits; a withdrawal closes it."""
    gemeld = select(uitbak.c.kenmerk).where(uitbak.c.deling_id == deling_id, uitbak.c.gebeurtenis == INGETROKKEN)
    vraag = select(uitbak).where(
        uitbak.c.deling_id == deling_id,
        uitbak.c.gebeurtenis == GEDEELD,
        uitbak.c.stand != VERVALLEN,
        uitbak.c.kenmerk.not_in(gemeld),
    )
    return list(db.execute(vraag.order_by(uitbak.c.gemaakt)))


def van_deling(db: Connection, deling_id: str) -> list[Bezorging]:
    """What happened to the deliveries of this sharing, oldest first."""
    return _gevonden(db, uitbak.c.deling_id == deling_id)


def van_gesprek(db: Connection, gesprek_id: str) -> list[Bezorging]:
    """What happened to the deliveries of every sharing of this conversation, oldest first."""
    return _gevonden(db, uitbak.c.gesprek == gesprek_id)


def _gevonden(db: Connection, waar: Any) -> list[Bezorging]:
    vraag = select(*_VELDEN).where(waar).order_by(uitbak.c.gemaakt, uitbak.c.gebeurtenis)
    return [Bezorging(*rij) for rij in db.execute(vraag)]


def _voeg_toe(
    db: Connection, referentie: str, deling_id: str, gesprek_id: str, gebeurtenis: str, kenmerk: str, nu: datetime,
    volgende: datetime | None = None,
) -> None:  # fmt: skip
    db.execute(
        insert(uitbak).values(
            referentie=referentie, deling_id=deling_id, gesprek=gesprek_id, gebeurtenis=gebeurtenis, kenmerk=kenmerk,
            stand=WACHT, pogingen=0, gemaakt=nu, volgende=volgende or nu, bijgewerkt=nu,
        )
    )  # fmt: skip


# -- the worker ------------------------------------------------------------------------------------------------------


class Uitbak:
    """The outbox for a worker. `klok` gives the time as `tijd.nu` does."""

    def __init__(self, engine: Engine, klok: Callable[[], datetime] = tijd.nu) -> None:
        self.engine, self.klok = engine, klok

    def claim(self, voor: timedelta) -> Bezorging | None:
        """Takes the delivery that waits longest, for this long; None when there is nothing to do now."""
        nu = self.klok()
        vrij = and_(
            uitbak.c.stand == WACHT,
            uitbak.c.volgende <= nu,
            or_(uitbak.c.geclaimd_tot.is_(None), uitbak.c.geclaimd_tot <= nu),
        )
        eerste = (
            select(uitbak.c.referentie)
            .where(vrij)
            .order_by(uitbak.c.volgende, uitbak.c.referentie)
            .limit(1)
            .with_for_update(skip_locked=True)
            .scalar_subquery()
        )
        claim = str(uuid.uuid4())
        nieuw = {"geclaimd_door": claim, "geclaimd_tot": nu + voor, "pogingen": uitbak.c.pogingen + 1}
        with self.engine.begin() as db:
            if not db.execute(update(uitbak).where(vrij, uitbak.c.referentie == eerste).values(**nieuw)).rowcount:
                return None
            rij = db.execute(select(*_VELDEN).where(uitbak.c.geclaimd_door == claim)).one()
        return Bezorging(*rij)

    def geldt_nog(self, bezorging: Bezorging) -> bool:
        """Whether it is still to be sent: a citizen may have taken the plan back after the claim."""
        with self.engine.connect() as db:
            stand = db.execute(select(uitbak.c.stand).where(_deze(bezorging))).scalar()
        return bool(stand == WACHT)

    def sluit(self, bezorging: Bezorging, stand: str, fout: str | None = None) -> None:
        """The delivery is over: BEZORGD, OPGEGEVEN or VERVALLEN. What was taken back meanwhile stays so."""
        self._werk_bij(bezorging, stand=stand, fout=fout)

    def stel_uit(self, bezorging: Bezorging, tot: datetime, fout: str) -> None:
        """It did not work: again at `tot`."""
        self._werk_bij(bezorging, volgende=tot, fout=fout)

    def _werk_bij(self, bezorging: Bezorging, **waarden: object) -> None:
        deze = _deze(bezorging) & (uitbak.c.stand == WACHT) & (uitbak.c.pogingen == bezorging.pogingen)
        vrij = {"geclaimd_door": None, "geclaimd_tot": None, "bijgewerkt": self.klok()}
        with self.engine.begin() as db:
            gelukt = db.execute(update(uitbak).where(deze).values(**vrij, **waarden)).rowcount
            if gelukt and (wat := IN_LOGBOEK.get((bezorging.gebeurtenis, str(waarden.get("stand"))))):
                logboek.schrijf(db, "systeem", wat, bezorging.deling_id)

    def standen(self) -> dict[str, int]:
        """How many deliveries there are of each state."""
        with self.engine.connect() as db:
            rijen = db.execute(select(uitbak.c.stand, func.count()).group_by(uitbak.c.stand)).all()
        return {WACHT: 0, BEZORGD: 0, OPGEGEVEN: 0, VERVALLEN: 0} | {stand: int(n) for stand, n in rijen}

    def ruim_op(self, dagen: int) -> int:
        """Deletes deliveries that are over and older than `dagen` days; returns how many.

        What waits stays, and what a conversation that still exists may want to take back.
        """
        af = and_(uitbak.c.stand != WACHT, uitbak.c.bijgewerkt < self.klok() - timedelta(days=dagen))
        oud = and_(af, uitbak.c.gesprek.not_in(select(gesprekken.c.id)))
        with self.engine.begin() as db:
            return int(db.execute(delete(uitbak).where(oud)).rowcount)


def _deze(bezorging: Bezorging) -> Any:
    return uitbak.c.referentie == bezorging.referentie


_VELDEN = (
    uitbak.c.referentie, uitbak.c.deling_id, uitbak.c.gebeurtenis, uitbak.c.kenmerk, uitbak.c.stand,
    uitbak.c.pogingen, uitbak.c.gemaakt, uitbak.c.fout, uitbak.c.bijgewerkt,
)  # fmt: skip

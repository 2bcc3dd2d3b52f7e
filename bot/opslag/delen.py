"""What a citizen does with a conversation: share the plan, take it back, go on elsewhere, see all of it go.

Every method is one transaction. A reading that cannot be written down is no reading.
"""

import hmac
import json
import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine

from bot.opslag import tijd, uitbak
from bot.opslag.gesprekken import Gesprekken, houd_vast
from bot.opslag.logboek import schrijf
from bot.opslag.medewerkers import Medewerker
from bot.opslag.tabellen import (
    deellogboek,
    gedeelde_plannen,
    gesprekken,
    hervattingen,
    uitnodigingen,
)
from bot.opslag.uitnodigingen import lees_een, merk, woordmerk

CODE_GELDIG, LINK_GELDIG = timedelta(minutes=15), timedelta(days=7)
# No name of an account is empty.
INWONER = ""
T = TypeVar("T")


class NietTeDelen(LookupError):
    """This conversation has no invitation that still works: there is nobody to share with."""


class Deling(Struct, frozen=True):
    """A shared plan: `inhoud` is the snapshot, as JSON-ready values."""

    id: str
    gesprek_id: str
    uitnodiging_id: str
    inhoud: dict[str, Any]
    gedeeld: datetime
    tot: date


class Logregel(Struct, frozen=True):
    """Who did what with the shared plan, when (UTC)."""

    wie: str
    wat: str
    wanneer: datetime


_DELING = (
    gedeelde_plannen.c.id, gedeelde_plannen.c.gesprek_id, gedeelde_plannen.c.uitnodiging_id,
    gedeelde_plannen.c.inhoud, gedeelde_plannen.c.gedeeld, gedeelde_plannen.c.tot,
)  # fmt: skip


def _lees(db: Connection, *voorwaarden: Any) -> Deling | None:
    rij = db.execute(select(*_DELING).where(*voorwaarden)).one_or_none()
    return (
        Deling(rij.id, rij.gesprek_id, rij.uitnodiging_id, json.loads(rij.inhoud), rij.gedeeld, rij.tot)
        if rij
        else None
    )


class Delen:
    """The repository."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    # -- sharing -----------------------------------------------------------------------------------

    def deel(self, gesprek_id: str, inhoud: dict[str, Any], tot: date, *, bezorgen: bool = False) -> str:
        """Shares the plan as it is now, in the place of what was shared before; returns the id. Raises NietTeDelen.

        `bezorgen` puts it in the outbox, in the same transaction.
        """
        with self.engine.begin() as db:
            houd_vast(db, gesprek_id)
            db.execute(update(gesprekken).where(gesprekken.c.id == gesprek_id).values(laatst=tijd.nu()))
            uitnodiging = lees_een(db, uitnodigingen.c.gesprek_id == gesprek_id)
            if uitnodiging is None or not uitnodiging.deelbaar:
                raise NietTeDelen
            uitbak.trek_in_van_gesprek(db, gesprek_id)
            db.execute(delete(gedeelde_plannen).where(gedeelde_plannen.c.gesprek_id == gesprek_id))
            id = str(uuid.uuid4())
            db.execute(
                insert(gedeelde_plannen).values(
                    id=id, gesprek_id=gesprek_id, uitnodiging_id=uitnodiging.id, inhoud=json.dumps(inhoud),
                    gedeeld=tijd.nu(), tot=tot,
                )
            )  # fmt: skip
            _noteer(db, gesprek_id, INWONER, "gedeeld")
            schrijf(db, "inwoner", "plan_gedeeld", id)
            if bezorgen:
                uitbak.leg_klaar(db, id, gesprek_id)
        Gesprekken(self.engine).leeg_logbestand()
        return id

    def gedeeld(self, gesprek_id: str, vandaag: date) -> Deling | None:
        """What this conversation shares now, or None."""
        with self.engine.connect() as db:
            return _lees(db, gedeelde_plannen.c.gesprek_id == gesprek_id, gedeelde_plannen.c.tot >= vandaag)

    def met_id(self, id: str, vandaag: date) -> Deling | None:
        """A shared plan by its own id, for the delivery; None when it is no longer shared."""
        with self.engine.connect() as db:
            return _lees(db, gedeelde_plannen.c.id == id, gedeelde_plannen.c.tot >= vandaag)

    def neem_terug(self, gesprek_id: str) -> bool:
        """The consulent no longer sees the plan; who read it stays known to the citizen. False when there was none."""
        with self.engine.begin() as db:
            houd_vast(db, gesprek_id)
            deling = _lees(db, gedeelde_plannen.c.gesprek_id == gesprek_id)
            if deling is None:
                return False
            uitbak.trek_in(db, deling.id)
            db.execute(delete(gedeelde_plannen).where(gedeelde_plannen.c.gesprek_id == gesprek_id))
            _noteer(db, gesprek_id, INWONER, "teruggenomen")
            schrijf(db, "inwoner", "plan_teruggenomen", deling.id)
        Gesprekken(self.engine).leeg_logbestand()
        return True

    def lees(
        self, wie: Medewerker, uitnodiging_id: str, wat: str, vandaag: date, vorm: Callable[[dict[str, Any]], T]
    ) -> tuple[Deling, T] | None:
        """The shared plan of an own invitation, and its content in a `vorm`: written down for the citizen.

        None when there is none (any more). What `vorm` raises passes, and then nothing was read.
        """
        with self.engine.begin() as db:
            uitnodiging = lees_een(db, uitnodigingen.c.id == uitnodiging_id)
            if uitnodiging is None:
                return None
            door = f"medewerker:{wie.id}"
            if uitnodiging.medewerker_id != wie.id:
                schrijf(db, door, "lezen_geweigerd", uitnodiging_id)
                return None
            hier = gedeelde_plannen.c.uitnodiging_id == uitnodiging_id
            deling = _lees(db, hier, gedeelde_plannen.c.tot >= vandaag)
            if deling is None or not houd_vast(db, deling.gesprek_id):
                return None
            inhoud = vorm(deling.inhoud)
            _noteer(db, deling.gesprek_id, wie.weergavenaam, wat)
            schrijf(db, door, "plan_gedownload" if wat == "pdf" else "plan_gelezen", deling.id)
        return deling, inhoud

    def bezorgingen(self, deling_id: str) -> list[uitbak.Bezorging]:
        """What happened to the deliveries of a shared plan, oldest first."""
        with self.engine.connect() as db:
            return uitbak.van_deling(db, deling_id)

    def bezorgd(self, gesprek_id: str) -> list[uitbak.Bezorging]:
        """The deliveries of every plan that this conversation ever shared, oldest first."""
        with self.engine.connect() as db:
            return uitbak.van_gesprek(db, gesprek_id)

    def logboek(self, gesprek_id: str) -> list[Logregel]:
        """Everything that happened with the shared plan, newest first."""
        with self.engine.connect() as db:
            rijen = db.execute(
                select(deellogboek.c.wie, deellogboek.c.wat, deellogboek.c.wanneer)
                .where(deellogboek.c.gesprek_id == gesprek_id)
                .order_by(deellogboek.c.id.desc())
            ).all()
        return [Logregel(*rij) for rij in rijen]

    # -- going on elsewhere ------------------------------------------------------------------------

    def hervatlink(self, gesprek_id: str, token: str) -> None:
        """With this token (256 bits) the conversation goes on elsewhere: once, within a week."""
        with self.engine.begin() as db:
            _zet_hervatting(db, gesprek_id, merk(token), LINK_GELDIG)

    def hervatcode(self, gesprek_id: str, woorden: str) -> None:
        """The same with a code of words: once, within a quarter of an hour."""
        with self.engine.begin() as db:
            _zet_hervatting(db, gesprek_id, woordmerk(db, woorden), CODE_GELDIG)

    def hervatbaar(self, gesprek_id: str) -> bool:
        """Whether a link or code for this conversation would work now."""
        werkt = (hervattingen.c.gesprek_id == gesprek_id) & (hervattingen.c.tot >= tijd.nu())
        with self.engine.connect() as db:
            return db.execute(select(hervattingen.c.tot).where(werkt)).first() is not None

    def stop_hervatten(self, gesprek_id: str) -> None:
        """Link and code to go on elsewhere stop working."""
        with self.engine.begin() as db:
            db.execute(delete(hervattingen).where(hervattingen.c.gesprek_id == gesprek_id))

    def te_hervatten(self, *, token: str = "", woorden: str = "") -> str | None:
        """The conversation with which link or code would go on now, or None."""
        with self.engine.begin() as db:
            return _hervatting(db, merk(token) if token else woordmerk(db, woorden))

    def hervat(self, sessie: str, *, token: str = "", woorden: str = "") -> str | None:
        """Goes on with this session token (256 bits); the id. The session before it ends, and link and code."""
        with self.engine.begin() as db:
            id = _hervatting(db, merk(token) if token else woordmerk(db, woorden))
            if id is None or not db.execute(delete(hervattingen).where(hervattingen.c.gesprek_id == id)).rowcount:
                return None
            db.execute(update(gesprekken).where(gesprekken.c.id == id).values(sessie=merk(sessie), laatst=tijd.nu()))
            schrijf(db, "inwoner", "elders_verder", id)
        return id

    # -- retention ---------------------------------------------------------------------------------

    def ruim_op(self, vandaag: date, dagen: int) -> int:
        """Deletes plans that are no longer shared, after `dagen` days at the latest, and links that no longer work.

        Returns how many plans.
        """
        oud = (gedeelde_plannen.c.tot < vandaag) | (gedeelde_plannen.c.gedeeld < tijd.nu() - timedelta(days=dagen))
        with self.engine.begin() as db:
            db.execute(delete(hervattingen).where(hervattingen.c.tot < tijd.nu()))
            aantal = db.execute(delete(gedeelde_plannen).where(oud)).rowcount
        Gesprekken(self.engine).leeg_logbestand()
        return int(aantal)


def _noteer(db: Connection, gesprek_id: str, wie: str, wat: str) -> None:
    db.execute(insert(deellogboek).values(gesprek_id=gesprek_id, wie=wie, wat=wat, wanneer=tijd.nu()))


def _zet_hervatting(db: Connection, gesprek_id: str, sleutel: str, hoe_lang: timedelta) -> None:
    """One at a time: the link or code before it stops working."""
    if not houd_vast(db, gesprek_id):
        return
    db.execute(delete(hervattingen).where(hervattingen.c.gesprek_id == gesprek_id))
    db.execute(insert(hervattingen).values(sleutel=sleutel, gesprek_id=gesprek_id, tot=tijd.nu() + hoe_lang))


def _hervatting(db: Connection, sleutel: str) -> str | None:
    stuk = sleutel[:12]
    rijen = db.execute(
        select(hervattingen).where(hervattingen.c.sleutel >= stuk, hervattingen.c.sleutel < stuk + "g")
    ).all()
    return next((r.gesprek_id for r in rijen if hmac.compare_digest(r.sleutel, sleutel) and r.tot >= tijd.nu()), None)

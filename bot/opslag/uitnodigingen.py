"""Invitations of consulenten: a link, a code of words, and what became of them. Never what was said.

Links and codes are kept as hashes only. A code of words is short, so its hash is a slow one. Every method is one
transaction. Days are days in the Netherlands, given by the caller; moments are UTC.
"""

import hashlib
import hmac
import secrets
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from argon2.low_level import Type, hash_secret_raw
from msgspec import Struct
from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.opslag import tijd
from bot.opslag.logboek import schrijf
from bot.opslag.medewerkers import geheim, laat_door, tel, tel_af, tel_mis
from bot.opslag.tabellen import gedeelde_plannen, medewerkers, uitnodigingen

Status = Literal["verstuurd", "geopend", "gedeeld", "verlopen", "ingetrokken"]
BEWIJS_GELDIG = timedelta(hours=2)
# Wrong codes of words that are free at one address, and the longest wait in seconds.
CODES_PER_ADRES = (12, 300)


class Uitnodiging(Struct, frozen=True):
    """An invitation. `van` is whom the citizen is invited by, `tot` the last day on which link and code begin.

    `dicht` says that the account that made it is closed: nobody would read what is shared. `merk` is the
    hash of its link.
    """

    id: str
    medewerker_id: str
    van: str
    dialoog: str
    kenmerk: str
    melding: date | None
    tot: date
    gemaakt: datetime
    geopend: datetime | None
    ingetrokken: datetime | None
    gesprek_id: str | None
    gedeeld: datetime | None
    gedeeld_tot: date | None
    dicht: bool
    merk: str

    @property
    def deelbaar(self) -> bool:
        """Whether a plan can be shared through it: who began in time can share later."""
        return self.ingetrokken is None and not self.dicht

    @property
    def los(self) -> bool:
        """Whether its conversation can go to another invitation: nothing can be shared through it, and nothing is."""
        return not self.deelbaar and self.gedeeld is None

    def begint(self, vandaag: date) -> bool:
        """Whether a conversation can begin with it."""
        return self.deelbaar and self.tot >= vandaag

    def status(self, vandaag: date) -> Status:
        """What the consulent sees."""
        if self.gedeeld and self.gedeeld_tot and self.gedeeld_tot >= vandaag:
            return "gedeeld"
        if self.ingetrokken:
            return "ingetrokken"
        if self.geopend:
            return "geopend"
        return "verlopen" if self.tot < vandaag else "verstuurd"


def merk(token: str) -> str:
    """The hash of a link of 256 bits."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def woordmerk(db: Connection, woorden: str) -> str:
    """The slow hash of a code of words: a copy of the database does not give the code."""
    zout = geheim(db, "woorden")[:16]
    ruw = hash_secret_raw(woorden.encode(errors="replace"), zout, 2, 19 * 1024, 1, 32, Type.ID)
    return ruw.hex()


_KOLOMMEN = (
    uitnodigingen.c.id, uitnodigingen.c.medewerker_id, medewerkers.c.weergavenaam, uitnodigingen.c.dialoog,
    uitnodigingen.c.kenmerk, uitnodigingen.c.melding, uitnodigingen.c.tot, uitnodigingen.c.gemaakt,
    uitnodigingen.c.geopend, uitnodigingen.c.ingetrokken, uitnodigingen.c.gesprek_id,
    gedeelde_plannen.c.gedeeld, gedeelde_plannen.c.tot, medewerkers.c.geblokkeerd, uitnodigingen.c.link,
)  # fmt: skip
_VAN = uitnodigingen.join(medewerkers, medewerkers.c.id == uitnodigingen.c.medewerker_id).outerjoin(
    gedeelde_plannen, gedeelde_plannen.c.uitnodiging_id == uitnodigingen.c.id
)


def lees_een(db: Connection, *voorwaarden: Any) -> Uitnodiging | None:
    """The invitation for which these hold, or None."""
    rij = db.execute(select(*_KOLOMMEN).select_from(_VAN).where(*voorwaarden)).first()
    return _uitnodiging(rij) if rij is not None else None


def _uitnodiging(rij: Row) -> Uitnodiging:
    return Uitnodiging(*rij)


class _Bezet(Exception):
    """Somebody else was first: nothing of the transaction stays."""


class Sleutels(Struct, frozen=True):
    """What opens something: an id, the token of a link (256 bits) and a code of words."""

    id: str
    token: str
    woorden: str


class Uitnodigingen:
    """The repository."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    # -- the consulent -----------------------------------------------------------------------------

    def nieuw(
        self, medewerker_id: str, sleutels: Sleutels, dialoog: str, kenmerk: str, tot: date, melding: date | None
    ) -> bool:
        """A new invitation. The same form again is the same one; False where it says something else by now."""
        gegevens = {"dialoog": dialoog, "kenmerk": kenmerk, "tot": tot, "melding": melding}
        try:
            with self.engine.begin() as db:
                db.execute(
                    insert(uitnodigingen).values(
                        id=sleutels.id, medewerker_id=medewerker_id, gemaakt=tijd.nu(), link=merk(sleutels.token),
                        woorden=woordmerk(db, sleutels.woorden), **gegevens,
                    )
                )  # fmt: skip
                schrijf(db, f"medewerker:{medewerker_id}", "uitnodiging_gemaakt", sleutels.id)
        except IntegrityError:
            eigen = self.een(medewerker_id, sleutels.id)
            nu = eigen and eigen.deelbaar and (eigen.merk, eigen.dialoog, eigen.kenmerk, eigen.tot, eigen.melding)
            return nu == (merk(sleutels.token), dialoog, kenmerk, tot, melding)
        return True

    def van(self, medewerker_id: str) -> list[Uitnodiging]:
        """The invitations of this account alone, newest first."""
        vraag = select(*_KOLOMMEN).select_from(_VAN).where(uitnodigingen.c.medewerker_id == medewerker_id)
        with self.engine.connect() as db:
            return [_uitnodiging(r) for r in db.execute(vraag.order_by(uitnodigingen.c.gemaakt.desc())).all()]

    def een(self, medewerker_id: str, id: str) -> Uitnodiging | None:
        """An invitation of this account; None for somebody else's, as for one that never was."""
        with self.engine.connect() as db:
            return lees_een(db, uitnodigingen.c.id == id, uitnodigingen.c.medewerker_id == medewerker_id)

    def trek_in(self, medewerker_id: str, id: str) -> bool:
        """Link and code stop working. What the citizen has shared stays theirs to take back."""
        return self._wijzig(medewerker_id, id, "uitnodiging_ingetrokken", ingetrokken=tijd.nu())

    def verleng(self, medewerker_id: str, id: str, tot: date) -> bool:
        """Another last day."""
        return self._wijzig(medewerker_id, id, "uitnodiging_verlengd", tot=tot)

    def opnieuw(self, medewerker_id: str, id: str, sleutels: Sleutels, was: str) -> bool:
        """Another link and code in the place of those with merk `was`; the same form again is the same link.

        False where the citizen has begun, or the link was replaced since.
        """
        with self.engine.begin() as db:
            nieuw = {"link": merk(sleutels.token), "woorden": woordmerk(db, sleutels.woorden)}
        vrij = uitnodigingen.c.gesprek_id.is_(None) & (uitnodigingen.c.link == was)
        if self._wijzig(medewerker_id, id, "uitnodiging_opnieuw", vrij, **nieuw):
            return True
        eigen = self.een(medewerker_id, id)
        return eigen is not None and eigen.merk == nieuw["link"]

    def _wijzig(self, medewerker_id: str, id: str, wat: str, *als: Any, **waarden: Any) -> bool:
        eigen = (uitnodigingen.c.id == id) & (uitnodigingen.c.medewerker_id == medewerker_id)
        with self.engine.begin() as db:
            vraag = update(uitnodigingen).where(eigen, uitnodigingen.c.ingetrokken.is_(None), *als)
            if not db.execute(vraag.values(**waarden)).rowcount:
                return False
            schrijf(db, f"medewerker:{medewerker_id}", wat, id)
        return True

    # -- the citizen -------------------------------------------------------------------------------

    def op_link(self, token: str) -> Uitnodiging | None:
        """The invitation of a link, or None. The same work for every token."""
        with self.engine.connect() as db:
            return self._op(db, uitnodigingen.c.link, merk(token))

    def op_woorden(self, woorden: str) -> Uitnodiging | None:
        """The invitation of a code of words, or None. The same work for every code."""
        with self.engine.begin() as db:
            return self._op(db, uitnodigingen.c.woorden, woordmerk(db, woorden))

    @staticmethod
    def _op(db: Connection, kolom: Any, gezocht: str) -> Uitnodiging | None:
        """Looks the row up by a part of the hash and compares the whole in constant time."""
        stuk = gezocht[:12]
        rijen = db.execute(select(uitnodigingen.c.id, kolom).where(kolom >= stuk, kolom < stuk + "g")).all()
        gevonden = [id for id, bewaard in rijen if hmac.compare_digest(bewaard, gezocht)]
        return lees_een(db, uitnodigingen.c.id == (gevonden[0] if gevonden else ""))

    def bij_gesprek(self, gesprek_id: str) -> Uitnodiging | None:
        """The invitation with which this conversation began, or None."""
        with self.engine.connect() as db:
            return lees_een(db, uitnodigingen.c.gesprek_id == gesprek_id)

    def koppel(self, id: str, gesprek_id: str, vandaag: date) -> bool:
        """Binds a conversation to the invitation; False when another one was first, or it no longer works.

        A conversation whose invitation was stopped goes to the new one.
        """
        with suppress(_Bezet, IntegrityError), self.engine.begin() as db:
            al = lees_een(db, uitnodigingen.c.gesprek_id == gesprek_id)
            if al is not None and (al.id == id or not al.los):
                return al.id == id
            uitnodiging = lees_een(db, uitnodigingen.c.id == id)
            if uitnodiging is None or not uitnodiging.begint(vandaag):
                return False
            vraag = update(uitnodigingen).where(
                uitnodigingen.c.id == id, uitnodigingen.c.gesprek_id.is_(None), uitnodigingen.c.ingetrokken.is_(None)
            )
            if al is not None:
                db.execute(update(uitnodigingen).where(uitnodigingen.c.id == al.id).values(gesprek_id=None))
            if not db.execute(vraag.values(gesprek_id=gesprek_id, geopend=tijd.nu())).rowcount:
                raise _Bezet
            schrijf(db, "inwoner", "uitnodiging_geopend", id)
            return True
        bij = self.bij_gesprek(gesprek_id)
        return bij is not None and bij.id == id

    # -- the page's own token, and guessing --------------------------------------------------------

    def bewijs(self, waarover: str) -> str:
        """A token that only the page itself has: a POST without it did not come from the button."""
        with self.engine.begin() as db:
            return _onderteken(geheim(db, "pagina"), waarover, _milliseconden(), secrets.token_urlsafe(9))

    def klopt_bewijs(self, waarover: str, bewijs: str) -> bool:
        """Whether the token is of this page, and at most two hours old."""
        toen, _, rest = bewijs.partition(".")
        if not (toen.isascii() and toen.isdigit() and len(toen) < 15):
            return False
        with self.engine.begin() as db:
            echt = _onderteken(geheim(db, "pagina"), waarover, int(toen), rest.partition(".")[0])
        vers = 0 <= _milliseconden() - int(toen) <= BEWIJS_GELDIG.total_seconds() * 1000
        return hmac.compare_digest(echt.encode(), bewijs.encode(errors="replace")) and vers

    @staticmethod
    def is_van_voor(bewijs: str, toen: datetime) -> bool:
        """Whether a page was made before this moment."""
        return int(bewijs.partition(".")[0]) <= toen.replace(tzinfo=UTC).timestamp() * 1000

    def sessie_bij(self, bewijs: str) -> str:
        """The session token (256 bits) of what this page begins: the same when its button is pressed twice."""
        with self.engine.begin() as db:
            ruw = hmac.new(geheim(db, "pagina"), b"sessie\0" + bewijs.encode(errors="replace"), hashlib.sha256)
        return ruw.hexdigest()

    def probeer_code(self, adres: str) -> datetime | None:
        """Counts a code that this address tries; what `sluit_poging` needs. Raises Wacht, and counts nothing then."""
        with self.engine.begin() as db:
            sleutel = _adresmerk(db, adres)
            tel(db, sleutel)
            return laat_door(db, sleutel, *CODES_PER_ADRES)

    def sluit_poging(self, adres: str, eerder: datetime | None, *, goed: bool) -> None:
        """What became of the code that was counted."""
        with self.engine.begin() as db:
            sleutel = _adresmerk(db, adres)
            if goed:
                tel_af(db, sleutel, eerder)
            else:
                tel_mis(db, sleutel)

    # -- retention ---------------------------------------------------------------------------------

    def ruim_op(self, vandaag: date, dagen: int) -> int:
        """Deletes invitations that stopped working `dagen` days ago and whose conversation is gone too."""
        oud = (uitnodigingen.c.tot < vandaag - timedelta(days=dagen)) & uitnodigingen.c.gesprek_id.is_(None)
        with self.engine.begin() as db:
            return int(db.execute(delete(uitnodigingen).where(oud)).rowcount)


def _milliseconden() -> int:
    return int(tijd.nu().replace(tzinfo=UTC).timestamp() * 1000)


def _onderteken(sleutel: bytes, waarover: str, toen: int, uniek: str) -> str:
    bericht = f"{toen}\0{uniek}\0{waarover}".encode(errors="replace")
    return f"{toen}.{uniek}.{hmac.new(sleutel, bericht, hashlib.sha256).hexdigest()}"


def _adresmerk(db: Connection, adres: str) -> str:
    return hmac.new(geheim(db, "pogingen"), f"code\0{adres}".encode(), hashlib.sha256).hexdigest()

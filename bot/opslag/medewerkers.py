"""Accounts of people who work for the municipality, their sessions, and what slows a guesser down.

Nobody is locked out for good: who guesses at an account waits, and so does their address; somebody who signed in from
an address before only waits for their own mistakes there.
"""

import hashlib
import hmac
import secrets
import uuid
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from msgspec import Struct
from sqlalchemy import case, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.opslag import tijd
from bot.opslag.logboek import schrijf
from bot.opslag.tabellen import geheimen, medewerkers, medewerkersessies, pogingen

Rol = Literal["consulent", "raad", "beheerder"]
ROLLEN: tuple[str, ...] = get_args(Rol)
KORTSTE_WACHTWOORD, LANGSTE_WACHTWOORD = 12, 200
STILTE, LANGSTE_SESSIE = timedelta(minutes=30), timedelta(hours=8)
ONTHOUDEN, KENT_ADRES = timedelta(hours=6), timedelta(days=30)
# Wrong tries that are free, and the longest wait in seconds.
PER_PLEK, PER_ADRES, PER_ACCOUNT = (4, 900), (20, 900), (20, 300)

_hasher = PasswordHasher()
_NIEMAND = _hasher.hash(secrets.token_urlsafe(16))


class Naambezet(ValueError):
    """There is an account with this name."""


class Wacht(RuntimeError):
    """Too many wrong tries: `seconden` to go."""

    def __init__(self, seconden: int) -> None:
        super().__init__(seconden)
        self.seconden = seconden


class Medewerker(Struct, frozen=True):
    """An account: staff sign in with `naam`, a citizen sees `weergavenaam`."""

    id: str
    naam: str
    rol: str
    geblokkeerd: bool
    weergavenaam: str


def geheim(db: Connection, naam: str) -> bytes:
    """A secret of this installation (256 bits), made at its first use."""
    if waarde := db.execute(select(geheimen.c.waarde).where(geheimen.c.naam == naam)).scalar():
        return bytes.fromhex(waarde)
    nieuw = _invoegen(db)(geheimen).values(naam=naam, waarde=secrets.token_hex(32))
    db.execute(nieuw.on_conflict_do_nothing())
    return bytes.fromhex(db.execute(select(geheimen.c.waarde).where(geheimen.c.naam == naam)).scalar_one())


def _merk(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


_WIE = (
    medewerkers.c.id, medewerkers.c.naam, medewerkers.c.rol, medewerkers.c.geblokkeerd, medewerkers.c.weergavenaam
)  # fmt: skip


class Medewerkers:
    """The repository. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    # -- accounts ----------------------------------------------------------------------------------

    def maak(self, naam: str, rol: str, wachtwoord: str | None, weergavenaam: str = "") -> Medewerker:
        """A new account; without a password only a trusted proxy signs it in. Raises Naambezet and ValueError.

        `weergavenaam` is what a citizen reads ("Anja de Boer, consulent Wmo"): the account's name where it is empty.
        """
        if rol not in ROLLEN:
            raise ValueError(f"unknown role {rol!r}: choose one of {', '.join(ROLLEN)}")
        wie = Medewerker(str(uuid.uuid4()), _naam(naam).lower(), rol, False, _naam(weergavenaam or naam))
        hash_ = _hash(wachtwoord) if wachtwoord is not None else None
        try:
            with self.engine.begin() as db:
                db.execute(
                    insert(medewerkers).values(
                        id=wie.id,
                        naam=wie.naam,
                        weergavenaam=wie.weergavenaam,
                        rol=rol,
                        wachtwoord=hash_,
                        geblokkeerd=False,
                        gemaakt=tijd.nu(),
                    )
                )
                schrijf(db, "systeem", "account_gemaakt", wie.id)
        except IntegrityError as fout:
            raise Naambezet(wie.naam) from fout
        return wie

    def lijst(self) -> list[Medewerker]:
        """Every account, by name."""
        with self.engine.connect() as db:
            return [Medewerker(*rij) for rij in db.execute(select(*_WIE).order_by(medewerkers.c.naam)).all()]

    def zet_wachtwoord(self, naam: str, wachtwoord: str) -> None:
        """A new password, that also opens a blocked account; every session ends. Raises LookupError."""
        self._wijzig(naam, "wachtwoord_gewijzigd", wachtwoord=_hash(wachtwoord), geblokkeerd=False)

    def blokkeer(self, naam: str) -> None:
        """Nobody signs in with this account any more, and every session ends. Raises LookupError."""
        self._wijzig(naam, "account_geblokkeerd", geblokkeerd=True)

    def _wijzig(self, naam: str, wat: str, **waarden: object) -> None:
        with self.engine.begin() as db:
            id = db.execute(select(medewerkers.c.id).where(medewerkers.c.naam == _naam(naam).lower())).scalar()
            if id is None:
                raise LookupError(f"there is no account {naam!r}")
            db.execute(update(medewerkers).where(medewerkers.c.id == id).values(**waarden))
            db.execute(delete(medewerkersessies).where(medewerkersessies.c.medewerker_id == id))
            schrijf(db, "systeem", wat, id)

    def met_naam(self, naam: str) -> Medewerker | None:
        """The account with this name, unless it is blocked: for a proxy that has checked who it is."""
        if not naam.isprintable():
            return None
        with self.engine.connect() as db:
            rij = db.execute(select(*_WIE).where(medewerkers.c.naam == naam.strip().lower())).one_or_none()
        return Medewerker(*rij) if rij is not None and not rij.geblokkeerd else None

    # -- signing in --------------------------------------------------------------------------------

    def meld_aan(self, naam: str, wachtwoord: str, adres: str, vorige: str | None = None) -> str | None:
        """A new session (256 bits) for the right password, else None. Raises Wacht.

        A wrong name, a wrong password and a blocked account cost the same work, and every try is counted before it is
        checked, so that many at once gain nothing. `vorige` is the session that the browser came with: it ends, so that
        nobody can wait behind a session that they planted.
        """
        naam = naam.strip().lower()
        with self.engine.begin() as db:
            plek, van_adres, account, bekend = self._sleutels(db, naam, adres)
            for sleutel in (plek, van_adres, account):
                tel(db, sleutel)
            eerder = self._laat_door(db, plek, van_adres, account, bekend)
            rij = db.execute(select(medewerkers).where(medewerkers.c.naam == naam)).one_or_none()
        goed = _klopt(rij.wachtwoord if rij is not None else None, wachtwoord)
        with self.engine.begin() as db:
            if rij is None or not goed or rij.geblokkeerd:
                for sleutel in (plek, van_adres, account):
                    tel_mis(db, sleutel)
                schrijf(db, "systeem", "aanmelden_mislukt", rij.id if rij is not None else "onbekend")
                return None
            for sleutel in (van_adres, account):
                tel_af(db, sleutel, eerder.get(sleutel))
            db.execute(delete(pogingen).where(pogingen.c.sleutel.in_([plek, bekend])))
            db.execute(insert(pogingen).values(sleutel=bekend, aantal=0, laatst=tijd.nu()))
            if vorige:
                db.execute(delete(medewerkersessies).where(medewerkersessies.c.sessie == _merk(vorige)))
            token = secrets.token_urlsafe(32)
            db.execute(
                insert(medewerkersessies).values(
                    sessie=_merk(token), medewerker_id=rij.id, begonnen=tijd.nu(), laatst=tijd.nu()
                )
            )
            schrijf(db, f"medewerker:{rij.id}", "aangemeld", rij.id)
        return token

    def _sleutels(self, db: Connection, naam: str, adres: str) -> tuple[str, str, str, str]:
        """What is counted: account at this address, address, account; and that the account is known there."""
        sleutel = geheim(db, "pogingen")

        def merk(soort: str, *delen: str) -> str:
            return hmac.new(sleutel, "\0".join((soort, *delen)).encode(), hashlib.sha256).hexdigest()

        return merk("plek", naam, adres), merk("adres", adres), merk("account", naam), merk("bekend", naam, adres)

    def _laat_door(
        self, db: Connection, plek: str, van_adres: str, account: str, bekend: str
    ) -> dict[str, datetime | None]:
        """Lets this try through under each limit that holds for it (see `laat_door`). Raises Wacht."""
        sinds = db.execute(select(pogingen.c.laatst).where(pogingen.c.sleutel == bekend)).scalar()
        grenzen = [(plek, PER_PLEK)]
        if sinds is None or sinds < tijd.nu() - KENT_ADRES:
            grenzen += [(van_adres, PER_ADRES), (account, PER_ACCOUNT)]
        return {sleutel: laat_door(db, sleutel, *grens) for sleutel, grens in grenzen}

    def sessie(self, token: str) -> Medewerker | None:
        """Whose session this is, or None: it ends after half an hour of silence, and after eight hours."""
        sleutel = medewerkersessies.c.sessie == _merk(token)
        with self.engine.begin() as db:
            rij = db.execute(
                select(*_WIE, medewerkersessies.c.begonnen, medewerkersessies.c.laatst)
                .join(medewerkers, medewerkers.c.id == medewerkersessies.c.medewerker_id)
                .where(sleutel)
            ).one_or_none()
            if rij is None:
                return None
            if rij.geblokkeerd or rij.laatst < tijd.nu() - STILTE or rij.begonnen < tijd.nu() - LANGSTE_SESSIE:
                db.execute(delete(medewerkersessies).where(sleutel))
                return None
            db.execute(update(medewerkersessies).where(sleutel).values(laatst=tijd.nu()))
        return Medewerker(rij.id, rij.naam, rij.rol, rij.geblokkeerd, rij.weergavenaam)

    def meld_af(self, token: str) -> None:
        """Ends a session."""
        deze = medewerkersessies.c.sessie == _merk(token)
        with self.engine.begin() as db:
            if id := db.execute(select(medewerkersessies.c.medewerker_id).where(deze)).scalar():
                db.execute(delete(medewerkersessies).where(deze))
                schrijf(db, f"medewerker:{id}", "afgemeld", id)

    def ruim_op(self) -> None:
        """Deletes sessions that ended, and tries that no longer count."""
        with self.engine.begin() as db:
            db.execute(delete(medewerkersessies).where(medewerkersessies.c.laatst < tijd.nu() - STILTE))
            oud = (pogingen.c.aantal > 0) & (pogingen.c.laatst < tijd.nu() - ONTHOUDEN)
            db.execute(delete(pogingen).where(oud | (pogingen.c.laatst < tijd.nu() - KENT_ADRES)))


# -- slowing down -----------------------------------------------------------------------------------------------------


def laat_door(db: Connection, sleutel: str, vrij: int, langst: int) -> datetime | None:
    """Lets a try that was just counted through, or raises Wacht: twice as long for each wrong one, `langst` at most.

    A try after a wait holds up those beside it until it is known what became of it. Returns what `tel_af` puts back.
    """
    rij = db.execute(select(pogingen.c.aantal, pogingen.c.laatst).where(pogingen.c.sleutel == sleutel)).one()
    eerder = rij.aantal - 1
    if eerder <= vrij:
        return None
    wacht = timedelta(seconds=min(2 ** min(eerder - vrij, 20), langst))
    over = (rij.laatst + wacht - tijd.nu()).total_seconds()
    klok_teruggezet = over > 2 * langst
    if over > 0 and not klok_teruggezet:
        raise Wacht(min(int(over) + 1, langst))
    tel_mis(db, sleutel)
    toen: datetime = rij.laatst
    return toen


def tel(db: Connection, sleutel: str) -> None:
    """One more try, whose outcome is not known yet: it counts already for who comes at the same moment.

    Tries are forgotten some hours after the last wrong one.
    """
    vers = pogingen.c.laatst >= tijd.nu() - ONTHOUDEN
    nieuw = {
        "aantal": case((vers, pogingen.c.aantal + 1), else_=1),
        "laatst": case((vers, pogingen.c.laatst), else_=tijd.nu()),
    }
    rij = _invoegen(db)(pogingen).values(sleutel=sleutel, aantal=1, laatst=tijd.nu())
    db.execute(rij.on_conflict_do_update(index_elements=["sleutel"], set_=nieuw))


def tel_mis(db: Connection, sleutel: str) -> None:
    """The try was wrong: from now on the next one waits."""
    db.execute(update(pogingen).where(pogingen.c.sleutel == sleutel).values(laatst=tijd.nu()))


def tel_af(db: Connection, sleutel: str, eerder: datetime | None = None) -> None:
    """One try less: it was right, and changed nothing about when the last wrong one was."""
    gold = (pogingen.c.sleutel == sleutel) & (pogingen.c.aantal > 0)
    terug = {"laatst": eerder} if eerder else {}
    db.execute(update(pogingen).where(gold).values(aantal=pogingen.c.aantal - 1, **terug))


def _invoegen(db: Connection) -> Any:
    """The insert that knows about conflicts; SQLite and PostgreSQL say that in the same words."""
    return sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert


def _naam(naam: str) -> str:
    schoon = " ".join(naam.split())
    if not schoon or len(schoon) > 60 or not schoon.isprintable():
        raise ValueError("a name has 1 to 60 characters")
    return schoon


def _hash(wachtwoord: str) -> str:
    if not KORTSTE_WACHTWOORD <= len(wachtwoord) <= LANGSTE_WACHTWOORD:
        raise ValueError(f"a password has {KORTSTE_WACHTWOORD} to {LANGSTE_WACHTWOORD} characters")
    return _hasher.hash(wachtwoord)


def _klopt(hash_: str | None, wachtwoord: str) -> bool:
    try:
        return _hasher.verify(hash_ or _NIEMAND, wachtwoord[: LANGSTE_WACHTWOORD + 1]) and hash_ is not None
    except (VerificationError, InvalidHashError):
        return False

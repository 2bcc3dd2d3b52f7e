"""Conversations in the database: begin, receive a message, store a turn, read back, wipe."""

import hashlib
import json
import logging
import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from msgspec import Struct, field, structs
from msgspec import json as msgjson
from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.opslag import adviezen as samen
from bot.opslag import tijd, uitbak
from bot.opslag.logboek import schrijf
from bot.opslag.tabellen import berichten, gebeurtenissen, gesprekken, herhalingen, metadata, standen
from bot.vragen import Stand

log = logging.getLogger(__name__)
ADVIES = "advies"
# What the whole raad shares; the rest of a state is each member's own.
GEDEELD = frozenset({"lijsten"})
KLAAR = "klaar"


class Botsing(RuntimeError):
    """Another process wrote a turn of the same conversation at the same moment: nothing of this one is stored."""


class Bericht(Struct):
    """One message of either side. `keuzes` are `{"id", "label", "opdracht"}`; the opdracht never leaves the server."""

    van: str
    tekst: str
    soort: str = "antwoord"
    keuzes: list[dict[str, str]] = field(default_factory=list)
    onderwerp: str | None = None
    bronnen: list[dict[str, str]] = field(default_factory=list)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def openbaar(self) -> dict[str, Any]:
        """The message in the shape of the chat API."""
        return {
            "id": self.id,
            "van": self.van,
            "tekst": self.tekst,
            "keuzes": [{"id": k["id"], "label": k["label"]} for k in self.keuzes],
            "onderwerp": self.onderwerp,
            "soort": self.soort,
            "bronnen": self.bronnen,
        }


class Gesprek(Struct):
    """What a turn starts from. `tracker` is the snapshot that Rasa goes on from, `seq` its number of events.

    The answers of the advice stand with the member (bot.opslag.adviezen): the page writes there too. `meningen`,
    `gegevens` and `was_klaar` are how that stood when the turn began.
    """

    id: str
    rol: str
    gemeente: str
    tracker: dict[str, Any]
    seq: int
    standen: dict[str, Stand]
    meningen: dict[str, samen.Mening] = field(default_factory=dict)
    gegevens: dict[str, Any] = field(default_factory=dict)
    was_klaar: bool = False


class Ontvangen(Struct):
    """A message that is stored but not yet answered, or the answer that it got before."""

    bericht_id: str
    antwoord: list[dict[str, Any]] | None = None


def _wortel(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


class Gewist(Struct, frozen=True):
    """What a wiping took, by table, and how many rows were found after it."""

    weg: dict[str, int]
    over: int


class Gesprekken:
    """The repository. Every method is one transaction; database errors pass through to the caller."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def begin(
        self,
        rol: str,
        gemeente: str,
        groet: Iterable[Bericht],
        id: str | None = None,
        *,
        token: str | None = None,
        inhoud: Mapping[str, str] | None = None,
    ) -> tuple[str, str]:
        """Starts a conversation with the greeting in it; returns its id and the session token (256 bits).

        `inhoud` are the states of dialogues that it begins with, as JSON.
        """
        id, token = id or str(uuid.uuid4()), token or secrets.token_urlsafe(32)
        with self.engine.begin() as db:
            db.execute(
                insert(gesprekken).values(
                    id=id, sessie=_wortel(token), rol=rol, gemeente=gemeente, begonnen=tijd.nu(), laatst=tijd.nu(),
                    tracker="{}", seq=0,
                )
            )  # fmt: skip
            self._schrijf(db, id, groet)
            for dialoog, stand in (inhoud or {}).items():
                db.execute(insert(standen).values(gesprek_id=id, dialoog=dialoog, inhoud=stand))
        return id, token

    def zoek(self, token: str) -> str | None:
        """The id of the conversation of a session token, or None."""
        with self.engine.connect() as db:
            return db.execute(select(gesprekken.c.id).where(gesprekken.c.sessie == _wortel(token))).scalar()

    def wissel_sessie(self, id: str, token: str) -> None:
        """From now on this session token (256 bits) opens the conversation, and the one before it no longer does."""
        with self.engine.begin() as db:
            db.execute(update(gesprekken).where(gesprekken.c.id == id).values(sessie=_wortel(token)))

    def laad(self, id: str) -> Gesprek | None:
        """What a turn starts from; None when the conversation does not exist (any more)."""
        with self.engine.connect() as db:
            rij = db.execute(select(gesprekken).where(gesprekken.c.id == id)).one_or_none()
            if rij is None:
                return None
            alle = db.execute(select(standen.c.dialoog, standen.c.inhoud).where(standen.c.gesprek_id == id)).all()
            lid = samen.lid_van(db, id)
            meningen = samen.meningen_van(db, lid.id) if lid else {}
            gegevens = samen.gegevens_van(db, lid.advies_id) if lid else {}
        stand = {dialoog: msgjson.decode(inhoud, type=Stand) for dialoog, inhoud in alle}
        if lid:
            met_meningen(stand.setdefault(ADVIES, Stand()), meningen, gegevens)
        was_klaar = ADVIES in stand and stand[ADVIES].klaar
        tracker = json.loads(rij.tracker)
        return Gesprek(rij.id, rij.rol, rij.gemeente, tracker, rij.seq, stand, meningen, gegevens, was_klaar)

    def ontvang(self, id: str, tekst: str, sleutel: str | None = None) -> Ontvangen:
        """Stores what a person said, before it is answered.

        The same idempotency key gives the stored answer, or the message that still waits for one. A message
        that was never answered and is now sent again is not stored twice.
        """
        with self.engine.begin() as db:
            if sleutel and (eerder := self._herhaling(db, id, sleutel)):
                return Ontvangen(eerder.bericht_id, json.loads(eerder.antwoord) if eerder.antwoord else None)
            laatste = db.execute(
                select(berichten.c.id, berichten.c.tekst, berichten.c.open)
                .where(berichten.c.gesprek_id == id)
                .order_by(berichten.c.volgnr.desc())
                .limit(1)
            ).one_or_none()
            if laatste is not None and laatste.open and laatste.tekst == tekst:
                bericht_id = laatste.id
            else:
                bericht = Bericht("u", tekst, soort="antwoord")
                self._schrijf(db, id, [bericht], open=True)
                bericht_id = bericht.id
            if sleutel:
                db.execute(insert(herhalingen).values(gesprek_id=id, sleutel=sleutel, bericht_id=bericht_id))
        return Ontvangen(bericht_id)

    def eerder(self, id: str, sleutel: str) -> list[dict[str, Any]] | None:
        """The stored answer to a message with this idempotency key, or None."""
        with self.engine.connect() as db:
            rij = self._herhaling(db, id, sleutel)
        return json.loads(rij.antwoord) if rij is not None and rij.antwoord else None

    @staticmethod
    def _herhaling(db: Connection, id: str, sleutel: str) -> Row | None:
        return db.execute(
            select(herhalingen).where(herhalingen.c.gesprek_id == id, herhalingen.c.sleutel == sleutel)
        ).one_or_none()

    def rond_af(
        self,
        gesprek: Gesprek,
        ontvangen: Ontvangen,
        antwoord: list[Bericht],
        gebeurd: list[dict[str, Any]],
        gewijzigd: Iterable[str],
    ) -> None:
        """Stores a whole turn in one transaction: events, states, the answer. Raises Botsing, storing nothing."""
        try:
            with self.engine.begin() as db:
                self._bewaar_tracker(db, gesprek, gebeurd)
                self._bewaar_standen(db, gesprek, gewijzigd)
                self._schrijf(db, gesprek.id, antwoord)
                db.execute(update(berichten).where(berichten.c.id == ontvangen.bericht_id).values(open=False))
                db.execute(
                    update(herhalingen)
                    .where(herhalingen.c.gesprek_id == gesprek.id, herhalingen.c.bericht_id == ontvangen.bericht_id)
                    .values(antwoord=json.dumps([b.openbaar() for b in antwoord]))
                )
        except IntegrityError as fout:
            raise Botsing(f"turn {gesprek.seq} of this conversation was already stored") from fout

    def _bewaar_tracker(self, db: Connection, gesprek: Gesprek, gebeurd: list[dict[str, Any]]) -> None:
        if gebeurd:
            db.execute(
                insert(gebeurtenissen),
                [
                    {"sender_id": gesprek.id, "seq": gesprek.seq + i, "inhoud": json.dumps(g)}
                    for i, g in enumerate(gebeurd)
                ],
            )
        db.execute(
            update(gesprekken)
            .where(gesprekken.c.id == gesprek.id)
            .values(tracker=json.dumps(gesprek.tracker), seq=gesprek.seq + len(gebeurd), laatst=tijd.nu())
        )

    @staticmethod
    def _bewaar_standen(db: Connection, gesprek: Gesprek, gewijzigd: Iterable[str]) -> None:
        for dialoog in gewijzigd:
            stand = gesprek.standen[dialoog]
            if dialoog == ADVIES:
                stand = _bewaar_meningen(db, gesprek, stand)
            sleutel = (standen.c.gesprek_id == gesprek.id) & (standen.c.dialoog == dialoog)
            inhoud = msgjson.encode(stand).decode()
            if not db.execute(update(standen).where(sleutel).values(inhoud=inhoud)).rowcount:
                db.execute(insert(standen).values(gesprek_id=gesprek.id, dialoog=dialoog, inhoud=inhoud))

    def bewaar_standen(self, gesprek: Gesprek, gewijzigd: Iterable[str]) -> None:
        """Stores the named states alone: for an action server apart from the conversation."""
        with self.engine.begin() as db:
            self._bewaar_standen(db, gesprek, gewijzigd)

    def bewaar_tracker(self, gesprek: Gesprek, gebeurd: list[dict[str, Any]]) -> None:
        """Stores tracker events alone: for `rasa shell` and `rasa run`."""
        with self.engine.begin() as db:
            self._bewaar_tracker(db, gesprek, gebeurd)

    @staticmethod
    def _schrijf(db: Connection, id: str, nieuw: Iterable[Bericht], *, open: bool = False) -> None:
        laatste = db.execute(
            select(berichten.c.volgnr).where(berichten.c.gesprek_id == id).order_by(berichten.c.volgnr.desc()).limit(1)
        ).scalar()
        rijen = [
            {
                "id": b.id, "gesprek_id": id, "volgnr": nr, "van": b.van, "tekst": b.tekst, "soort": b.soort,
                "keuzes": json.dumps(b.keuzes), "onderwerp": b.onderwerp, "bronnen": json.dumps(b.bronnen),
                "open": open,
            }
            for nr, b in enumerate(nieuw, (laatste or 0) + 1)
        ]  # fmt: skip
        if rijen:
            db.execute(insert(berichten), rijen)

    def geschiedenis(self, id: str) -> list[Bericht]:
        """Every message so far, oldest first."""
        with self.engine.connect() as db:
            rijen = db.execute(select(berichten).where(berichten.c.gesprek_id == id).order_by(berichten.c.volgnr)).all()
        return [_bericht(rij) for rij in rijen]

    def onbeantwoord(self, id: str) -> str | None:
        """The text of the last message when it never got its answer (a crash in between), or None."""
        with self.engine.connect() as db:
            rij = db.execute(
                select(berichten.c.tekst, berichten.c.open)
                .where(berichten.c.gesprek_id == id)
                .order_by(berichten.c.volgnr.desc())
                .limit(1)
            ).one_or_none()
        return rij.tekst if rij is not None and rij.open else None

    def aangeboden(self, id: str) -> list[dict[str, str]]:
        """The choices of the last turn: what stands after the last answered message of the person."""
        with self.engine.connect() as db:
            rijen = db.execute(
                select(berichten.c.van, berichten.c.keuzes, berichten.c.open)
                .where(berichten.c.gesprek_id == id)
                .order_by(berichten.c.volgnr.desc())
                .limit(30)
            ).all()
        keuzes: list[dict[str, str]] = []
        for rij in rijen:
            if rij.van == "u":
                if rij.open:
                    continue
                break
            keuzes = json.loads(rij.keuzes) + keuzes
        return keuzes

    def telling(self, id: str) -> dict[str, int]:
        """How many rows each table holds of this conversation; tables without any are left out."""
        with self.engine.connect() as db:
            geteld = {tabel.name: _aantal(db, tabel, id) for tabel in metadata.sorted_tables}
        return {naam: aantal for naam, aantal in geteld.items() if aantal}

    def wis(self, id: str, door: str = "inwoner") -> Gewist:
        """Deletes the conversation and everything under it; what there was, and what is left after looking again."""
        weg = self.telling(id)
        with self.engine.begin() as db:
            houd_vast(db, id)
            samen.wis_lid(db, id)
            uitbak.trek_in_van_gesprek(db, id)
            if db.execute(delete(gesprekken).where(gesprekken.c.id == id)).rowcount:
                schrijf(db, door, "gesprek_gewist", id)
        self.leeg_logbestand()
        return Gewist(weg, sum(self.telling(id).values()))

    def ruim_op(self, dagen: int) -> int:
        """Deletes conversations without activity for `dagen` days; returns how many."""
        with self.engine.begin() as db:
            aantal = db.execute(
                delete(gesprekken).where(gesprekken.c.laatst < tijd.nu() - timedelta(days=dagen))
            ).rowcount
        self.leeg_logbestand()
        return int(aantal)

    def leeg_logbestand(self) -> None:
        """SQLite keeps overwritten pages in its write-ahead log until a checkpoint."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as db:
                bezig, *_ = db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            if bezig:
                log.warning("the write-ahead log was in use: what was wiped leaves its file at the next cleaning")

    def bereikbaar(self) -> bool:
        """Whether the database answers."""
        try:
            with self.engine.connect() as db:
                db.execute(select(gesprekken.c.id).limit(1))
        except Exception:
            return False
        return True


def houd_vast(db: Connection, id: str) -> bool:
    """Until this transaction ends nobody else shares, takes back or wipes this conversation. Whether it exists."""
    return bool(db.execute(update(gesprekken).where(gesprekken.c.id == id).values(seq=gesprekken.c.seq)).rowcount)


def _aantal(db: Connection, tabel: Table, id: str) -> int:
    kolom = tabel.c.id if tabel is gesprekken else tabel.c.get("gesprek_id", tabel.c.get("sender_id"))
    if kolom is None:
        return 0
    return int(db.execute(select(func.count()).select_from(tabel).where(kolom == id)).scalar_one())


def _bericht(rij: Row) -> Bericht:
    return Bericht(
        rij.van, rij.tekst, rij.soort, json.loads(rij.keuzes), rij.onderwerp, json.loads(rij.bronnen), rij.id
    )


def met_meningen(stand: Stand, meningen: dict[str, samen.Mening], gegevens: dict[str, Any]) -> None:
    """Puts what the member said, here or on the page, in the state of the dialogue."""
    stand.antwoorden |= {f"{punt}.{veld}": w for punt, mening in meningen.items() for veld, w in mening.items()}
    stand.antwoorden |= {naam: gegevens[naam] for naam in GEDEELD if naam in gegevens}


def _bewaar_meningen(db: Connection, gesprek: Gesprek, stand: Stand) -> Stand:
    """Stores what changed for a point since the turn began; returns the state without what is kept elsewhere."""
    nu = samen.meningen_in(stand.antwoorden)
    gedeeld = {naam: w for naam, w in stand.antwoorden.items() if naam in GEDEELD}
    if nu or gedeeld or gesprek.meningen:
        lid = samen.lid_van(db, gesprek.id) or samen.begin_advies(db, gesprek.id, "")
        anders = [p for p in {*nu, *gesprek.meningen} if nu.get(p) != gesprek.meningen.get(p)]
        for punt in anders:
            samen.bewaar_mening(db, lid.id, punt, nu.get(punt, {}))
        if anders and gesprek.gegevens.get(KLAAR):
            samen.zet_gegeven(db, lid.advies_id, KLAAR, False)
        if stand.klaar and not gesprek.was_klaar and lid.secretaris:
            samen.zet_gegeven(db, lid.advies_id, KLAAR, True)
        for naam, waarde in gedeeld.items():
            if naam not in gesprek.gegevens or waarde != gesprek.gegevens[naam]:
                samen.zet_gegeven(db, lid.advies_id, naam, waarde)
        samen.raak_aan(db, lid.advies_id)
    eigen = {n: w for n, w in stand.antwoorden.items() if "." not in n and n not in GEDEELD}
    return structs.replace(stand, antwoorden=eigen)

"""The advice that members of a Wmo-raad make together, in the database.

Each member has answers of their own for each point; what the raad settles stands apart. So two members who answer at
the same moment never write the same row. Every method is one transaction.
"""

import hashlib
import json
import secrets
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.opslag import tijd
from bot.opslag.tabellen import adviesgegevens, adviezen, besluiten, gesprekken, leden, meningen, raadstukken

POGINGEN = 5
MEESTE_STUKKEN = 10
GROOTSTE_VERSIE = 2**31 - 1
Mening = dict[str, Any]
"""What one member said of one point: `oordeel` (with `opmerking`), `opmerking`, `aanvulling`, `belang`, `voorbeeld`."""


class LinkOngeldig(LookupError):
    """The link was withdrawn, or never existed."""


class Ingehaald(RuntimeError):
    """Somebody else settled the point in the meantime: nothing was stored."""


class TeVeel(RuntimeError):
    """The advice holds as many texts as it may: nothing was stored."""


class AdviesWeg(LookupError):
    """The advice was wiped in the meantime: nothing was stored."""


class Lid(Struct, frozen=True):
    """A member, and the conversation in which they talk, if any."""

    id: str
    advies_id: str
    naam: str
    secretaris: bool
    vertrokken: bool
    gesprek_id: str | None


class Besluit(Struct, frozen=True):
    """What the raad settled for a point. `versie` is another number for each time, to compare only."""

    inhoud: Mening
    versie: int


class Raadstuk(Struct, frozen=True):
    """An uploaded text: only its passages are kept, `{"plaats", "tekst"}` each, never the file."""

    id: str
    naam: str
    soort: str
    bladzijden: int | None
    passages: list[dict[str, str]]


class Werkblad(Struct, frozen=True):
    """Everything of an advice but the uploaded texts. `meningen` maps a point to what each member (id) said."""

    id: str
    gedeeld: bool
    gegevens: dict[str, Any]
    leden: tuple[Lid, ...]
    meningen: dict[str, dict[str, Mening]]
    besluiten: dict[str, Besluit]


def _nieuwe_versie() -> int:
    """No old window may take a decision that was opened and settled again for the one that it shows."""
    return 1 + secrets.randbelow(GROOTSTE_VERSIE)


@contextmanager
def _zolang_het_er_is(engine: Engine) -> Iterator[Connection]:
    """A transaction on an advice. Raises AdviesWeg where what it points at was wiped."""
    try:
        with engine.begin() as db:
            yield db
    except IntegrityError as fout:
        raise AdviesWeg from fout


def _merk(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


_LID = (leden.c.id, leden.c.advies_id, leden.c.naam, leden.c.secretaris, leden.c.vertrokken, leden.c.gesprek_id)


class Adviezen:
    """The repository."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    # -- members -----------------------------------------------------------------------------------

    def begin(self, gesprek_id: str, naam: str) -> Lid:
        """A new advice with this conversation as its secretaris; the advice that it has already, where it has one."""
        with suppress(IntegrityError), self.engine.begin() as db:
            return lid_van(db, gesprek_id) or begin_advies(db, gesprek_id, naam)
        with self.engine.connect() as db:
            al = lid_van(db, gesprek_id)
        if al is None:
            raise AdviesWeg
        return al

    def lid(self, gesprek_id: str) -> Lid | None:
        """The member who talks in this conversation, or None."""
        with self.engine.connect() as db:
            return lid_van(db, gesprek_id)

    def deel(self, advies_id: str) -> str:
        """A new link (256 bits) for members; the one before it no longer works."""
        token = secrets.token_urlsafe(32)
        with self.engine.begin() as db:
            db.execute(
                update(adviezen).where(adviezen.c.id == advies_id).values(deellink=_merk(token), laatst=tijd.nu())
            )
        return token

    def trek_in(self, advies_id: str) -> None:
        """Withdraws the link for members. Who has joined stays."""
        with self.engine.begin() as db:
            db.execute(update(adviezen).where(adviezen.c.id == advies_id).values(deellink=None, laatst=tijd.nu()))

    def genodigd(self, token: str) -> Lid:
        """The secretaris whose link this is. Raises LinkOngeldig."""
        with self.engine.connect() as db:
            rij = db.execute(
                select(*_LID)
                .join(adviezen, adviezen.c.id == leden.c.advies_id)
                .where(adviezen.c.deellink == _merk(token), leden.c.secretaris)
            ).one_or_none()
        if rij is None:
            raise LinkOngeldig
        return Lid(*rij)

    def doe_mee(self, token: str, gesprek_id: str, naam: str) -> Lid:
        """Makes the person of this conversation a member. Raises LinkOngeldig, and ValueError for somebody who has an
        advice of their own. Of two who join at the same moment, the second takes the next number.
        """
        for _ in range(POGINGEN):
            with suppress(IntegrityError):
                return self._doe_mee(token, gesprek_id, naam)
        return self._doe_mee(token, gesprek_id, naam)

    def _doe_mee(self, token: str, gesprek_id: str, naam: str) -> Lid:
        advies_id = self.genodigd(token).advies_id
        with self.engine.begin() as db:
            if al := lid_van(db, gesprek_id):
                if al.advies_id != advies_id:
                    raise ValueError("this conversation has another advice")
                return al
            return _nieuw_lid(db, advies_id, gesprek_id, naam, secretaris=False)

    def hernoem(self, lid_id: str, naam: str) -> None:
        """Gives a member another name."""
        with self.engine.begin() as db:
            db.execute(update(leden).where(leden.c.id == lid_id).values(naam=naam))

    def hervatlink(self, lid_id: str) -> str:
        """A new link with which this member goes on elsewhere; the one before it no longer works."""
        token = secrets.token_urlsafe(32)
        with self.engine.begin() as db:
            db.execute(update(leden).where(leden.c.id == lid_id).values(hervatlink=_merk(token)))
        return token

    def van_hervatlink(self, token: str) -> Lid:
        """The member whose link this is. Raises LinkOngeldig."""
        with self.engine.connect() as db:
            rij = db.execute(select(*_LID).where(leden.c.hervatlink == _merk(token))).one_or_none()
        if rij is None:
            raise LinkOngeldig
        return Lid(*rij)

    def hervat(self, token: str, gesprek_id: str) -> Lid:
        """Goes on with another conversation, the old one ends. Raises LinkOngeldig; a link works once."""
        lid = self.van_hervatlink(token)
        with self.engine.begin() as db:
            nieuw = {"gesprek_id": gesprek_id, "hervatlink": None, "vertrokken": False}
            if not db.execute(update(leden).where(leden.c.hervatlink == _merk(token)).values(**nieuw)).rowcount:
                raise LinkOngeldig
            if lid.gesprek_id and lid.gesprek_id != gesprek_id:
                db.execute(delete(gesprekken).where(gesprekken.c.id == lid.gesprek_id))
            raak_aan(db, lid.advies_id)
        return lid

    def vertrek(self, lid_id: str) -> None:
        """A member leaves and their conversation ends; what they said stays.

        A secretaris hands over to the member who joined first; with the last member the advice goes.
        """
        with self.engine.begin() as db:
            lid = db.execute(select(*_LID).where(leden.c.id == lid_id)).one_or_none()
            if lid is None:
                return
            raak_aan(db, lid.advies_id)
            wie = leden.c.id == lid_id
            db.execute(update(leden).where(wie).values(vertrokken=True, gesprek_id=None, hervatlink=None))
            draag_over(db, lid_id)
            if lid.gesprek_id:
                db.execute(delete(gesprekken).where(gesprekken.c.id == lid.gesprek_id))
            _wis_zonder_leden(db, lid.advies_id)

    # -- answers -----------------------------------------------------------------------------------

    def werkblad(self, advies_id: str) -> Werkblad | None:
        """Everything of the advice but the uploaded texts; None when it does not exist (any more)."""
        with self.engine.connect() as db:
            advies = db.execute(select(adviezen).where(adviezen.c.id == advies_id)).one_or_none()
            if advies is None:
                return None
            wie = db.execute(select(*_LID).where(leden.c.advies_id == advies_id).order_by(leden.c.volgnr)).all()
            gezegd = db.execute(
                select(meningen)
                .join(leden, leden.c.id == meningen.c.lid_id)
                .where(leden.c.advies_id == advies_id)
                .order_by(leden.c.volgnr)
            ).all()
            besloten = db.execute(select(besluiten).where(besluiten.c.advies_id == advies_id)).all()
            gegevens = gegevens_van(db, advies_id)
        per_punt: dict[str, dict[str, Mening]] = {}
        for rij in gezegd:
            per_punt.setdefault(rij.punt, {})[rij.lid_id] = json.loads(rij.inhoud)
        return Werkblad(
            id=advies_id,
            gedeeld=advies.deellink is not None,
            gegevens=gegevens,
            leden=tuple(Lid(*rij) for rij in wie),
            meningen=per_punt,
            besluiten={rij.punt: Besluit(json.loads(rij.inhoud), rij.versie) for rij in besloten},
        )

    def bewaar_mening(self, lid: Lid, punt: str, mening: Mening) -> None:
        """Stores what a member says of a point, in the place of what they said before; nothing said is taken back.

        Raises AdviesWeg.
        """
        with _zolang_het_er_is(self.engine) as db:
            bewaar_mening(db, lid.id, punt, mening)
            raak_aan(db, lid.advies_id)

    def besluit(self, advies_id: str, punt: str, inhoud: Mening | None, versie: int) -> None:
        """Settles a point; None opens it again. Raises Ingehaald unless `versie` is what is stored (0: none)."""
        sleutel = (besluiten.c.advies_id == advies_id) & (besluiten.c.punt == punt) & (besluiten.c.versie == versie)
        try:
            with self.engine.begin() as db:
                if inhoud is None:
                    geraakt = db.execute(delete(besluiten).where(sleutel)).rowcount
                elif versie:
                    nieuw = {"inhoud": json.dumps(inhoud), "versie": _nieuwe_versie()}
                    geraakt = db.execute(update(besluiten).where(sleutel).values(**nieuw)).rowcount
                else:
                    rij = {
                        "advies_id": advies_id,
                        "punt": punt,
                        "inhoud": json.dumps(inhoud),
                        "versie": _nieuwe_versie(),
                    }
                    geraakt = db.execute(insert(besluiten).values(**rij)).rowcount
                if not geraakt:
                    raise Ingehaald(punt)
                raak_aan(db, advies_id)
        except IntegrityError as fout:
            raise Ingehaald(punt) from fout

    def zet(self, advies_id: str, naam: str, inhoud: Any) -> None:
        """Stores one thing of the advice as a whole (`brief`, `lijsten`, …), JSON-ready. Raises AdviesWeg."""
        with _zolang_het_er_is(self.engine) as db:
            zet_gegeven(db, advies_id, naam, inhoud)
            raak_aan(db, advies_id)

    # -- uploaded texts ----------------------------------------------------------------------------

    def voeg_toe(
        self,
        advies_id: str,
        naam: str,
        soort: str,
        bladzijden: int | None,
        passages: list[dict[str, str]],
        hoogstens: int = MEESTE_STUKKEN,
    ) -> str:
        """Keeps the passages of a text; returns its id. Raises TeVeel and AdviesWeg."""
        id = str(uuid.uuid4())
        with _zolang_het_er_is(self.engine) as db:
            raak_aan(db, advies_id)
            aantal = select(func.count()).select_from(raadstukken).where(raadstukken.c.advies_id == advies_id)
            if db.execute(aantal).scalar() >= hoogstens:
                raise TeVeel
            db.execute(
                insert(raadstukken).values(
                    id=id, advies_id=advies_id, naam=naam, soort=soort, bladzijden=bladzijden,
                    passages=json.dumps(passages), toegevoegd=tijd.nu(),
                )
            )  # fmt: skip
        return id

    def stukken(self, advies_id: str) -> list[Raadstuk]:
        """The uploaded texts, first one first."""
        kolommen = (raadstukken.c.id, raadstukken.c.naam, raadstukken.c.soort, raadstukken.c.bladzijden)
        with self.engine.connect() as db:
            rijen = db.execute(
                select(*kolommen, raadstukken.c.passages)
                .where(raadstukken.c.advies_id == advies_id)
                .order_by(raadstukken.c.toegevoegd)
            ).all()
        return [Raadstuk(r.id, r.naam, r.soort, r.bladzijden, json.loads(r.passages)) for r in rijen]

    def wis_stuk(self, advies_id: str, id: str) -> bool:
        """Deletes a text of this advice; whether it was there."""
        with self.engine.begin() as db:
            sleutel = (raadstukken.c.advies_id == advies_id) & (raadstukken.c.id == id)
            return bool(db.execute(delete(raadstukken).where(sleutel)).rowcount)

    # -- wiping ------------------------------------------------------------------------------------

    def wis(self, advies_id: str) -> None:
        """Deletes the advice with everything under it."""
        with self.engine.begin() as db:
            db.execute(delete(adviezen).where(adviezen.c.id == advies_id))

    def ruim_op(self, dagen: int) -> int:
        """Deletes advices without activity for `dagen` days; returns how many."""
        with self.engine.begin() as db:
            return int(
                db.execute(delete(adviezen).where(adviezen.c.laatst < tijd.nu() - timedelta(days=dagen))).rowcount
            )


# -- inside a transaction of somebody else: bot.opslag.gesprekken stores a turn and its answers as one ---------------


def lid_van(db: Connection, gesprek_id: str) -> Lid | None:
    """The member who talks in this conversation, or None."""
    rij = db.execute(select(*_LID).where(leden.c.gesprek_id == gesprek_id)).one_or_none()
    return Lid(*rij) if rij is not None else None


def begin_advies(db: Connection, gesprek_id: str, naam: str) -> Lid:
    """A new advice with this conversation as its secretaris."""
    advies_id = str(uuid.uuid4())
    db.execute(insert(adviezen).values(id=advies_id, laatst=tijd.nu()))
    return _nieuw_lid(db, advies_id, gesprek_id, naam, secretaris=True)


def _nieuw_lid(db: Connection, advies_id: str, gesprek_id: str, naam: str, *, secretaris: bool) -> Lid:
    hoogste = db.execute(select(func.max(leden.c.volgnr)).where(leden.c.advies_id == advies_id)).scalar()
    lid = Lid(str(uuid.uuid4()), advies_id, naam, secretaris, False, gesprek_id)
    db.execute(
        insert(leden).values(
            id=lid.id, advies_id=advies_id, volgnr=(hoogste or 0) + 1, naam=naam, secretaris=secretaris,
            vertrokken=False, gesprek_id=gesprek_id,
        )
    )  # fmt: skip
    raak_aan(db, advies_id)
    return lid


def draag_over(db: Connection, lid_id: str) -> None:
    """Makes the member who joined first, and did not leave, secretaris where this one was it."""
    rij = db.execute(select(leden.c.advies_id, leden.c.secretaris).where(leden.c.id == lid_id)).one_or_none()
    if rij is None or not rij.secretaris:
        return
    opvolger = db.execute(
        select(leden.c.id)
        .where(leden.c.advies_id == rij.advies_id, leden.c.id != lid_id, leden.c.vertrokken.is_(False))
        .order_by(leden.c.volgnr)
        .limit(1)
    ).scalar()
    if opvolger:
        db.execute(update(leden).where(leden.c.id == lid_id).values(secretaris=False))
        db.execute(update(leden).where(leden.c.id == opvolger).values(secretaris=True))


def wis_lid(db: Connection, gesprek_id: str) -> None:
    """Takes out everything that this member said; the last member takes the advice along."""
    lid = lid_van(db, gesprek_id)
    if lid is None:
        return
    raak_aan(db, lid.advies_id)
    draag_over(db, lid.id)
    db.execute(delete(leden).where(leden.c.id == lid.id))
    for rij in db.execute(select(besluiten).where(besluiten.c.advies_id == lid.advies_id)).all():
        oud = json.loads(rij.inhoud)
        nieuw = _zonder(oud, lid)
        if nieuw != oud:
            sleutel = (besluiten.c.advies_id == lid.advies_id) & (besluiten.c.punt == rij.punt)
            db.execute(update(besluiten).where(sleutel).values(inhoud=json.dumps(nieuw)))
    _wis_zonder_leden(db, lid.advies_id)


def _zonder(inhoud: Any, lid: Lid) -> Any:
    """A decision without what a member said: their other opinion, and the lines that begin with their name."""
    if isinstance(inhoud, dict):
        return {naam: _zonder(waarde, lid) for naam, waarde in inhoud.items()}
    if isinstance(inhoud, list):
        return [_zonder(stem, lid) for stem in inhoud if not (isinstance(stem, dict) and stem.get("lid") == lid.id)]
    if isinstance(inhoud, str) and lid.naam:
        return "\n".join(regel for regel in inhoud.split("\n") if not regel.startswith(f"{lid.naam}: "))
    return inhoud


def _wis_zonder_leden(db: Connection, advies_id: str) -> None:
    """An advice that nobody works on any more is nobody's: it goes."""
    actief = select(leden.c.id).where(leden.c.advies_id == advies_id, leden.c.vertrokken.is_(False))
    if db.execute(actief.limit(1)).scalar() is None:
        db.execute(delete(adviezen).where(adviezen.c.id == advies_id))


def meningen_in(antwoorden: Mapping[str, Any]) -> dict[str, Mening]:
    """The answers of a dialogue (`<punt>.<veld>`) by point."""
    per_punt: dict[str, Mening] = {}
    for naam, waarde in antwoorden.items():
        punt, _, veld = naam.partition(".")
        if veld:
            per_punt.setdefault(punt, {})[veld] = waarde
    return per_punt


def meningen_van(db: Connection, lid_id: str) -> dict[str, Mening]:
    """What a member said, by point."""
    rijen = db.execute(select(meningen.c.punt, meningen.c.inhoud).where(meningen.c.lid_id == lid_id)).all()
    return {rij.punt: json.loads(rij.inhoud) for rij in rijen}


def bewaar_mening(db: Connection, lid_id: str, punt: str, mening: Mapping[str, Any]) -> None:
    """Stores what a member says of a point; an empty mening is taken back."""
    sleutel = {"lid_id": lid_id, "punt": punt}
    if not mening:
        db.execute(delete(meningen).where(meningen.c.lid_id == lid_id, meningen.c.punt == punt))
    else:
        _zet(db, meningen, sleutel, {"inhoud": json.dumps(mening)})


def gegevens_van(db: Connection, advies_id: str) -> dict[str, Any]:
    """What the advice holds as a whole, by name."""
    rijen = db.execute(select(adviesgegevens).where(adviesgegevens.c.advies_id == advies_id)).all()
    return {rij.naam: json.loads(rij.inhoud) for rij in rijen}


def zet_gegeven(db: Connection, advies_id: str, naam: str, inhoud: Any) -> None:
    """Stores one thing of the advice as a whole."""
    _zet(db, adviesgegevens, {"advies_id": advies_id, "naam": naam}, {"inhoud": json.dumps(inhoud)})


def raak_aan(db: Connection, advies_id: str) -> None:
    """The advice was worked on: its retention starts again, and that of the members' conversations.

    Writing this row first also makes others who change the same advice wait for this transaction.
    """
    db.execute(update(adviezen).where(adviezen.c.id == advies_id).values(laatst=tijd.nu()))
    van_leden = select(leden.c.gesprek_id).where(leden.c.advies_id == advies_id, leden.c.gesprek_id.is_not(None))
    db.execute(update(gesprekken).where(gesprekken.c.id.in_(van_leden)).values(laatst=tijd.nu()))


def _zet(db: Connection, tabel: Table, sleutel: Mapping[str, str], waarden: Mapping[str, Any]) -> None:
    """Updates the row, or makes it; SQLite and PostgreSQL say that in the same words."""
    soort = sqlite if db.dialect.name == "sqlite" else postgresql
    rij = soort.insert(tabel).values(**sleutel, **waarden)
    db.execute(rij.on_conflict_do_update(index_elements=list(sleutel), set_=dict(waarden)))

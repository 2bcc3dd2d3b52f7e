"""The tables. JSON is kept as text: it is only read whole, and wiped whole."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _gesprek() -> Column:
    return Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="CASCADE"), nullable=False)


gesprekken = Table(
    "gesprekken",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("sessie", String(64), nullable=False, unique=True),
    Column("rol", String(20), nullable=False),
    Column("gemeente", String(60), nullable=False),
    Column("begonnen", DateTime, nullable=False),
    Column("laatst", DateTime, nullable=False),
    Column("tracker", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Index("ix_gesprekken_laatst", "laatst"),
)

berichten = Table(
    "berichten",
    metadata,
    Column("id", String(36), primary_key=True),
    _gesprek(),
    Column("volgnr", Integer, nullable=False),
    Column("van", String(3), nullable=False),
    Column("tekst", Text, nullable=False),
    Column("keuzes", Text, nullable=False),
    Column("onderwerp", String(60)),
    Column("soort", String(20), nullable=False),
    Column("bronnen", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    UniqueConstraint("gesprek_id", "volgnr"),
)

gebeurtenissen = Table(
    "gebeurtenissen",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sender_id", String(36), ForeignKey("gesprekken.id", ondelete="CASCADE"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("inhoud", Text, nullable=False),
    UniqueConstraint("sender_id", "seq"),
)

standen = Table(
    "standen",
    metadata,
    Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="CASCADE"), primary_key=True),
    Column("dialoog", String(40), primary_key=True),
    Column("inhoud", Text, nullable=False),
)

herhalingen = Table(
    "herhalingen",
    metadata,
    Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="CASCADE"), primary_key=True),
    Column("sleutel", String(200), primary_key=True),
    Column("bericht_id", String(36), nullable=False),
    Column("antwoord", Text),
)

# Not linked to a conversation, and without row numbers: the order in which sentences came is not kept either.
onbegrepen = Table(
    "onbegrepen",
    metadata,
    Column("dag", Date, primary_key=True),
    Column("tekst", String(400), primary_key=True),
    Column("aantal", Integer, nullable=False),
    sqlite_with_rowid=False,
)


def _advies(**extra: bool) -> Column:
    sleutel = ForeignKey("adviezen.id", ondelete="CASCADE")
    return Column("advies_id", String(36), sleutel, nullable=False, **extra)


# Links are kept as their SHA-256 only.
adviezen = Table(
    "adviezen",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("deellink", String(64), unique=True),
    Column("laatst", DateTime, nullable=False),
    Index("ix_adviezen_laatst", "laatst"),
)

adviesgegevens = Table(
    "adviesgegevens",
    metadata,
    _advies(primary_key=True),
    Column("naam", String(40), primary_key=True),
    Column("inhoud", Text, nullable=False),
)

leden = Table(
    "leden",
    metadata,
    Column("id", String(36), primary_key=True),
    _advies(),
    Column("volgnr", Integer, nullable=False),
    Column("naam", String(60), nullable=False),
    Column("secretaris", Boolean, nullable=False),
    Column("vertrokken", Boolean, nullable=False),
    Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="SET NULL"), unique=True),
    Column("hervatlink", String(64), unique=True),
    UniqueConstraint("advies_id", "volgnr"),
)

meningen = Table(
    "meningen",
    metadata,
    Column("lid_id", String(36), ForeignKey("leden.id", ondelete="CASCADE"), primary_key=True),
    Column("punt", String(80), primary_key=True),
    Column("inhoud", Text, nullable=False),
)

besluiten = Table(
    "besluiten",
    metadata,
    _advies(primary_key=True),
    Column("punt", String(80), primary_key=True),
    Column("inhoud", Text, nullable=False),
    Column("versie", Integer, nullable=False),
)

raadstukken = Table(
    "raadstukken",
    metadata,
    Column("id", String(36), primary_key=True),
    _advies(),
    Column("naam", String(120), nullable=False),
    Column("soort", String(10), nullable=False),
    Column("bladzijden", Integer),
    Column("passages", Text, nullable=False),
    Column("toegevoegd", DateTime, nullable=False),
)

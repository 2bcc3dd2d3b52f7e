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

# No content and no link to a row that is wiped: a withdrawal is told after the plan itself is gone.
uitbak = Table(
    "uitbak",
    metadata,
    Column("referentie", String(36), primary_key=True),
    Column("deling_id", String(36), nullable=False),
    Column("gesprek", String(36), nullable=False),
    Column("gebeurtenis", String(20), nullable=False),
    Column("kenmerk", String(36), nullable=False),
    Column("stand", String(20), nullable=False),
    Column("pogingen", Integer, nullable=False),
    Column("gemaakt", DateTime, nullable=False),
    Column("volgende", DateTime, nullable=False),
    Column("geclaimd_door", String(36)),
    Column("geclaimd_tot", DateTime),
    Column("bijgewerkt", DateTime, nullable=False),
    Column("fout", String(40)),
    UniqueConstraint("kenmerk", "gebeurtenis"),
    Index("ix_uitbak_stand", "stand", "volgende"),
    Index("ix_uitbak_deling", "deling_id"),
    Index("ix_uitbak_gesprek", "gesprek"),
)

# Lines are added and, past their retention, deleted; the database refuses to change one.
logboek = Table(
    "logboek",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("tijdstip", DateTime, nullable=False),
    Column("wie", String(80), nullable=False),
    Column("wat", String(40), nullable=False),
    Column("waarover", String(80), nullable=False),
    Index("ix_logboek_waarover", "waarover"),
    Index("ix_logboek_tijdstip", "tijdstip"),
)


# Who works for the municipality. Sessions and tries are kept as hashes only.
medewerkers = Table(
    "medewerkers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("naam", String(60), nullable=False, unique=True),
    Column("weergavenaam", String(60), nullable=False),
    Column("rol", String(12), nullable=False),
    Column("wachtwoord", String(200)),
    Column("geblokkeerd", Boolean, nullable=False),
    Column("gemaakt", DateTime, nullable=False),
)

medewerkersessies = Table(
    "medewerkersessies",
    metadata,
    Column("sessie", String(64), primary_key=True),
    Column("medewerker_id", String(36), ForeignKey("medewerkers.id", ondelete="CASCADE"), nullable=False),
    Column("begonnen", DateTime, nullable=False),
    Column("laatst", DateTime, nullable=False),
)

pogingen = Table(
    "pogingen",
    metadata,
    Column("sleutel", String(64), primary_key=True),
    Column("aantal", Integer, nullable=False),
    Column("laatst", DateTime, nullable=False),
)

# Made at the first use: what page tokens are signed with, and the salt of codes of words.
geheimen = Table(
    "geheimen",
    metadata,
    Column("naam", String(20), primary_key=True),
    Column("waarde", String(64), nullable=False),
)

uitnodigingen = Table(
    "uitnodigingen",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("medewerker_id", String(36), ForeignKey("medewerkers.id", ondelete="CASCADE"), nullable=False),
    Column("dialoog", String(40), nullable=False),
    Column("kenmerk", String(40), nullable=False),
    Column("melding", Date),
    Column("tot", Date, nullable=False),
    Column("gemaakt", DateTime, nullable=False),
    Column("geopend", DateTime),
    Column("ingetrokken", DateTime),
    Column("link", String(64), nullable=False, unique=True),
    Column("woorden", String(64), nullable=False, unique=True),
    Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="SET NULL"), unique=True),
)

# The plan as it was when the citizen shared it: it goes with the conversation, and with the invitation.
gedeelde_plannen = Table(
    "gedeelde_plannen",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("gesprek_id", String(36), ForeignKey("gesprekken.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("uitnodiging_id", String(36), ForeignKey("uitnodigingen.id", ondelete="CASCADE"), nullable=False),
    Column("inhoud", Text, nullable=False),
    Column("gedeeld", DateTime, nullable=False),
    Column("tot", Date, nullable=False),
)

deellogboek = Table(
    "deellogboek",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _gesprek(),
    Column("wie", String(60), nullable=False),
    Column("wat", String(20), nullable=False),
    Column("wanneer", DateTime, nullable=False),
)

hervattingen = Table(
    "hervattingen",
    metadata,
    Column("sleutel", String(64), primary_key=True),
    _gesprek(),
    Column("tot", DateTime, nullable=False),
)

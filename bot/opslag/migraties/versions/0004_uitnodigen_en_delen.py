"""Staff accounts, invitations, shared plans with who read them, and going on elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    def naar(tabel: str, kolom: str, **extra: bool) -> sa.Column:
        sleutel = sa.ForeignKey(f"{tabel}.id", ondelete="CASCADE")
        return sa.Column(kolom, sa.String(36), sleutel, nullable=False, **extra)

    op.create_table(
        "medewerkers",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("naam", sa.String(60), nullable=False, unique=True),
        sa.Column("weergavenaam", sa.String(60), nullable=False),
        sa.Column("rol", sa.String(12), nullable=False),
        sa.Column("wachtwoord", sa.String(200)),
        sa.Column("geblokkeerd", sa.Boolean, nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
    )
    op.create_table(
        "medewerkersessies",
        sa.Column("sessie", sa.String(64), primary_key=True),
        naar("medewerkers", "medewerker_id"),
        sa.Column("begonnen", sa.DateTime, nullable=False),
        sa.Column("laatst", sa.DateTime, nullable=False),
    )
    op.create_table(
        "pogingen",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.Column("laatst", sa.DateTime, nullable=False),
    )
    op.create_table(
        "geheimen",
        sa.Column("naam", sa.String(20), primary_key=True),
        sa.Column("waarde", sa.String(64), nullable=False),
    )
    op.create_table(
        "uitnodigingen",
        sa.Column("id", sa.String(36), primary_key=True),
        naar("medewerkers", "medewerker_id"),
        sa.Column("dialoog", sa.String(40), nullable=False),
        sa.Column("kenmerk", sa.String(40), nullable=False),
        sa.Column("melding", sa.Date),
        sa.Column("tot", sa.Date, nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
        sa.Column("geopend", sa.DateTime),
        sa.Column("ingetrokken", sa.DateTime),
        sa.Column("link", sa.String(64), nullable=False, unique=True),
        sa.Column("woorden", sa.String(64), nullable=False, unique=True),
        sa.Column("gesprek_id", sa.String(36), sa.ForeignKey("gesprekken.id", ondelete="SET NULL"), unique=True),
    )
    op.create_table(
        "gedeelde_plannen",
        sa.Column("id", sa.String(36), primary_key=True),
        naar("gesprekken", "gesprek_id", unique=True),
        naar("uitnodigingen", "uitnodiging_id"),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.Column("gedeeld", sa.DateTime, nullable=False),
        sa.Column("tot", sa.Date, nullable=False),
    )
    op.create_table(
        "deellogboek",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        naar("gesprekken", "gesprek_id"),
        sa.Column("wie", sa.String(60), nullable=False),
        sa.Column("wat", sa.String(20), nullable=False),
        sa.Column("wanneer", sa.DateTime, nullable=False),
    )
    op.create_table(
        "hervattingen",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        naar("gesprekken", "gesprek_id"),
        sa.Column("tot", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    for naam in (
        "hervattingen", "deellogboek", "gedeelde_plannen", "uitnodigingen", "geheimen", "pogingen",
        "medewerkersessies", "medewerkers",
    ):  # fmt: skip
        op.drop_table(naam)

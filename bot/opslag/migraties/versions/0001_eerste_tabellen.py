"""The first tables: conversations, messages, tracker events, dialogue states, repeated requests."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _bij_gesprek(naam: str = "gesprek_id", **opties: bool) -> sa.Column:
    return sa.Column(naam, sa.String(36), sa.ForeignKey("gesprekken.id", ondelete="CASCADE"), nullable=False, **opties)


def upgrade() -> None:
    op.create_table(
        "gesprekken",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("sessie", sa.String(64), nullable=False, unique=True),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("gemeente", sa.String(60), nullable=False),
        sa.Column("begonnen", sa.DateTime, nullable=False),
        sa.Column("laatst", sa.DateTime, nullable=False),
        sa.Column("tracker", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
    )
    op.create_index("ix_gesprekken_laatst", "gesprekken", ["laatst"])
    op.create_table(
        "berichten",
        sa.Column("id", sa.String(36), primary_key=True),
        _bij_gesprek(),
        sa.Column("volgnr", sa.Integer, nullable=False),
        sa.Column("van", sa.String(3), nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("keuzes", sa.Text, nullable=False),
        sa.Column("onderwerp", sa.String(60)),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("bronnen", sa.Text, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.UniqueConstraint("gesprek_id", "volgnr"),
    )
    op.create_table(
        "gebeurtenissen",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _bij_gesprek("sender_id"),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.UniqueConstraint("sender_id", "seq"),
    )
    op.create_table(
        "standen",
        _bij_gesprek(primary_key=True),
        sa.Column("dialoog", sa.String(40), primary_key=True),
        sa.Column("inhoud", sa.Text, nullable=False),
    )
    op.create_table(
        "herhalingen",
        _bij_gesprek(primary_key=True),
        sa.Column("sleutel", sa.String(200), primary_key=True),
        sa.Column("bericht_id", sa.String(36), nullable=False),
        sa.Column("antwoord", sa.Text),
    )


def downgrade() -> None:
    for naam in ("herhalingen", "standen", "gebeurtenissen", "berichten", "gesprekken"):
        op.drop_table(naam)

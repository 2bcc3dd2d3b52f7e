"""The advice of a Wmo-raad that members make together: answers for each member, what was settled, uploaded texts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "adviezen",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("deellink", sa.String(64), unique=True),
        sa.Column("laatst", sa.DateTime, nullable=False),
    )
    op.create_index("ix_adviezen_laatst", "adviezen", ["laatst"])

    def advies() -> sa.Column:
        return sa.Column("advies_id", sa.String(36), sa.ForeignKey("adviezen.id", ondelete="CASCADE"), nullable=False)

    op.create_table(
        "adviesgegevens",
        sa.Column("advies_id", sa.String(36), sa.ForeignKey("adviezen.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("naam", sa.String(40), primary_key=True),
        sa.Column("inhoud", sa.Text, nullable=False),
    )
    op.create_table(
        "leden",
        sa.Column("id", sa.String(36), primary_key=True),
        advies(),
        sa.Column("volgnr", sa.Integer, nullable=False),
        sa.Column("naam", sa.String(60), nullable=False),
        sa.Column("secretaris", sa.Boolean, nullable=False),
        sa.Column("vertrokken", sa.Boolean, nullable=False),
        sa.Column("gesprek_id", sa.String(36), sa.ForeignKey("gesprekken.id", ondelete="SET NULL"), unique=True),
        sa.Column("hervatlink", sa.String(64), unique=True),
        sa.UniqueConstraint("advies_id", "volgnr"),
    )
    op.create_table(
        "meningen",
        sa.Column("lid_id", sa.String(36), sa.ForeignKey("leden.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("punt", sa.String(80), primary_key=True),
        sa.Column("inhoud", sa.Text, nullable=False),
    )
    op.create_table(
        "besluiten",
        sa.Column("advies_id", sa.String(36), sa.ForeignKey("adviezen.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("punt", sa.String(80), primary_key=True),
        sa.Column("inhoud", sa.Text, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
    )
    op.create_table(
        "raadstukken",
        sa.Column("id", sa.String(36), primary_key=True),
        advies(),
        sa.Column("naam", sa.String(120), nullable=False),
        sa.Column("soort", sa.String(10), nullable=False),
        sa.Column("bladzijden", sa.Integer),
        sa.Column("passages", sa.Text, nullable=False),
        sa.Column("toegevoegd", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    for naam in ("raadstukken", "besluiten", "meningen", "leden", "adviesgegevens", "adviezen"):
        op.drop_table(naam)

"""The outbox of deliveries to the municipality, and the audit trail, whose lines cannot be changed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

VAST_SQLITE = """
CREATE TRIGGER logboek_vast BEFORE UPDATE ON logboek
BEGIN SELECT RAISE(ABORT, 'a line of the logboek cannot be changed'); END
"""
VAST_POSTGRES = """
CREATE OR REPLACE FUNCTION logboek_vast() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a line of the logboek cannot be changed'; END $$
"""


def upgrade() -> None:
    op.create_table(
        "uitbak",
        sa.Column("referentie", sa.String(36), primary_key=True),
        sa.Column("deling_id", sa.String(36), nullable=False),
        sa.Column("gesprek", sa.String(36), nullable=False),
        sa.Column("gebeurtenis", sa.String(20), nullable=False),
        sa.Column("kenmerk", sa.String(36), nullable=False),
        sa.Column("stand", sa.String(20), nullable=False),
        sa.Column("pogingen", sa.Integer, nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
        sa.Column("volgende", sa.DateTime, nullable=False),
        sa.Column("geclaimd_door", sa.String(36)),
        sa.Column("geclaimd_tot", sa.DateTime),
        sa.Column("bijgewerkt", sa.DateTime, nullable=False),
        sa.Column("fout", sa.String(40)),
        sa.UniqueConstraint("kenmerk", "gebeurtenis"),
    )
    op.create_index("ix_uitbak_stand", "uitbak", ["stand", "volgende"])
    op.create_index("ix_uitbak_deling", "uitbak", ["deling_id"])
    op.create_index("ix_uitbak_gesprek", "uitbak", ["gesprek"])
    op.create_table(
        "logboek",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("tijdstip", sa.DateTime, nullable=False),
        sa.Column("wie", sa.String(80), nullable=False),
        sa.Column("wat", sa.String(40), nullable=False),
        sa.Column("waarover", sa.String(80), nullable=False),
    )
    op.create_index("ix_logboek_waarover", "logboek", ["waarover"])
    op.create_index("ix_logboek_tijdstip", "logboek", ["tijdstip"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(VAST_SQLITE)
    else:
        op.execute(VAST_POSTGRES)
        op.execute("CREATE TRIGGER logboek_vast BEFORE UPDATE ON logboek FOR EACH ROW EXECUTE FUNCTION logboek_vast()")


def downgrade() -> None:
    op.drop_table("logboek")
    op.drop_table("uitbak")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS logboek_vast()")

"""Masked sentences that were not understood: no conversation, no time, and no order in which they came."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "onbegrepen",
        sa.Column("dag", sa.Date, primary_key=True),
        sa.Column("tekst", sa.String(400), primary_key=True),
        sa.Column("aantal", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("onbegrepen")

"""The clock of the database."""

from datetime import UTC, datetime


def nu() -> datetime:
    """Now, as the database keeps it: UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)

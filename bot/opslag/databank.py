"""Opens the database and brings its tables up to date."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, make_url

STANDAARD_URL = "sqlite:///var/wmo.db"
MIGRATIES = Path(__file__).parent / "migraties"


def open_databank(url: str = STANDAARD_URL) -> Engine:
    """An engine for SQLite or PostgreSQL, without touching the tables.

    SQLite gets write-ahead logging (readers never wait for a writer), foreign keys (wiping a conversation
    wipes everything under it) and secure_delete (what is wiped is overwritten with zeros).
    """
    adres = make_url(url)
    if adres.get_backend_name() != "sqlite":
        return create_engine(adres, future=True, pool_pre_ping=True, pool_size=10, max_overflow=10)
    if adres.database and adres.database != ":memory:":
        Path(adres.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(adres, future=True, connect_args={"timeout": 10, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _stel_in(verbinding: Any, _: Any) -> None:
        for regel in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            verbinding.execute(f"PRAGMA {regel}")

    return engine


def werk_bij(engine: Engine) -> None:
    """Runs the Alembic migrations that this database does not have yet."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES))
    with engine.begin() as verbinding:
        config.attributes["connection"] = verbinding
        command.upgrade(config, "head")

"""From the first schema on, with people in it; and a backup that can be put back."""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.engine import Engine, make_url

from bot.opslag import Bericht, Gesprekken, open_databank, werk_bij
from bot.opslag.databank import MIGRATIES
from bot.opslag.logboek import Logboek, schrijf
from bot.opslag.tabellen import berichten, metadata
from tests.opslag.test_gesprekken_opslag import POSTGRES, ZONDER_POSTGRES, engine

__all__ = ["engine"]

ZINNEN = ["de trap is te steil", 'met "aanhalingstekens", ë en 👍🏽', "regel\nonder regel"]


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason=ZONDER_POSTGRES))]
)
def leeg(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table."""
    engine = open_databank(f"sqlite:///{tmp_path / 'oud.db'}" if request.param == "sqlite" else str(POSTGRES))
    yield engine
    with engine.begin() as db:
        metadata.drop_all(db)
        db.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    engine.dispose()


def naar(engine: Engine, versie: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES))
    with engine.begin() as verbinding:
        config.attributes["connection"] = verbinding
        command.upgrade(config, versie)


def vul_eerste_schema(engine: Engine) -> None:
    """Rows as the first version wrote them."""
    with engine.begin() as db:
        db.execute(
            text(
                "INSERT INTO gesprekken VALUES ('g', 'h', 'inwoner', 'het_hogeland', '2024-01-01 10:00:00', "
                "'2024-01-01 10:05:00', '{}', 2)"
            )
        )
        for nummer, zin in enumerate(ZINNEN):
            db.execute(
                text(
                    "INSERT INTO berichten (id, gesprek_id, volgnr, van, tekst, keuzes, soort, bronnen, open) "
                    "VALUES (:id, 'g', :nr, 'u', :zin, '[]', 'antwoord', '[]', :open)"
                ),
                {"id": f"b{nummer}", "nr": nummer, "zin": zin, "open": False},
            )
        db.execute(text("INSERT INTO gebeurtenissen (sender_id, seq, inhoud) VALUES ('g', 0, '{}'), ('g', 1, '{}')"))
        stand = {"i": json.dumps({"antwoorden": {"voor_wie": "mijzelf"}})}
        db.execute(text("INSERT INTO standen VALUES ('g', 'persoonlijk_plan', :i)"), stand)
        db.execute(text("INSERT INTO herhalingen VALUES ('g', 's', 'b0', NULL)"))


def test_a_conversation_of_the_first_version_is_still_there_and_goes_on(leeg: Engine) -> None:
    naar(leeg, "0001")
    vul_eerste_schema(leeg)
    werk_bij(leeg)
    opslag = Gesprekken(leeg)
    assert [b.tekst for b in opslag.geschiedenis("g")] == ZINNEN
    gesprek = opslag.laad("g")
    assert gesprek
    assert gesprek.standen["persoonlijk_plan"].antwoorden == {"voor_wie": "mijzelf"}
    opslag.rond_af(gesprek, opslag.ontvang("g", "en verder"), [Bericht("bot", "ja")], [{"event": "x"}], [])
    assert [b.tekst for b in opslag.geschiedenis("g")][-2:] == ["en verder", "ja"]


def test_the_migrations_and_the_tables_of_the_code_are_the_same(leeg: Engine) -> None:
    werk_bij(leeg)
    with leeg.connect() as db:
        assert compare_metadata(MigrationContext.configure(db, opts={"compare_type": True}), metadata) == []


def test_all_the_way_back_and_up_again(leeg: Engine) -> None:
    werk_bij(leeg)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIES))
    with leeg.begin() as verbinding:
        config.attributes["connection"] = verbinding
        command.downgrade(config, "base")
    werk_bij(leeg)
    assert Logboek(leeg).regels() == []


# -- backup and restore (docs/nl/beheer.md) ---------------------------------------------------------------------------


def vul(engine: Engine) -> str:
    id, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [Bericht("bot", zin) for zin in ZINNEN])
    with engine.begin() as db:
        schrijf(db, "systeem", "plan_bezorgd", id)
    return id


def alles(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as db:
        return {t.name: sorted(map(tuple, db.execute(select(t)).all()), key=str) for t in metadata.sorted_tables}


def test_a_backup_of_sqlite_made_while_it_is_in_use_can_be_put_back(tmp_path: Path) -> None:
    bron = open_databank(f"sqlite:///{tmp_path / 'wmo.db'}")
    werk_bij(bron)
    id = vul(bron)
    with bron.connect() as lezer:
        lezer.execute(select(berichten)).fetchone()
        with sqlite3.connect(tmp_path / "wmo.db") as db:
            db.execute("VACUUM INTO ?", [str(tmp_path / "kopie.db")])
    toen = alles(bron)
    Gesprekken(bron).wis(id)
    bron.dispose()
    for naam in ("wmo.db", "wmo.db-wal", "wmo.db-shm"):
        (tmp_path / naam).unlink(missing_ok=True)
    shutil.copy(tmp_path / "kopie.db", tmp_path / "wmo.db")
    terug = open_databank(f"sqlite:///{tmp_path / 'wmo.db'}")
    werk_bij(terug)
    assert alles(terug) == toen
    assert [b.tekst for b in Gesprekken(terug).geschiedenis(id)] == ZINNEN
    terug.dispose()


MET_PG_DUMP = POSTGRES and shutil.which("pg_dump") and shutil.which("pg_restore")


@pytest.mark.skipif(not MET_PG_DUMP, reason=f"{ZONDER_POSTGRES}, with pg_dump and pg_restore")
def test_a_backup_of_postgresql_can_be_put_back(tmp_path: Path) -> None:
    engine = open_databank(str(POSTGRES))
    werk_bij(engine)
    vul(engine)
    toen = alles(engine)
    url = make_url(str(POSTGRES)).set(drivername="postgresql")
    adres = url.set(password=None).render_as_string()
    omgeving = {**os.environ, "PGPASSWORD": url.password or ""}

    def draai(*opdracht: str) -> None:
        subprocess.run(opdracht, env=omgeving, check=True, capture_output=True)

    try:
        draai("pg_dump", "--format=custom", "--no-owner", f"--file={tmp_path / 'wmo.dump'}", adres)
        with engine.begin() as db:
            metadata.drop_all(db)
            db.exec_driver_sql("DROP TABLE alembic_version")
            db.exec_driver_sql("DROP FUNCTION IF EXISTS logboek_vast()")
        draai("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={adres}", str(tmp_path / "wmo.dump"))
        werk_bij(engine)
        assert alles(engine) == toen
    finally:
        with engine.begin() as db:
            metadata.drop_all(db)
            db.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
        engine.dispose()

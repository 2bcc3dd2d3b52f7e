"""Sentences that were not understood: counted by day, linked to nobody, gone after their time."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.engine import Engine

from bot.__main__ import main
from bot.opslag import Onbegrepen, Zin, open_databank, werk_bij
from bot.opslag.tabellen import onbegrepen
from tests.opslag.test_gesprekken_opslag import engine  # noqa: F401

DAG = date(2023, 3, 10)


@pytest.fixture
def opslag(engine: Engine) -> Onbegrepen:  # noqa: F811
    return Onbegrepen(engine)


def test_the_most_frequent_sentence_comes_first(opslag: Onbegrepen) -> None:
    for tekst, dag in (("b", DAG), ("a", DAG), ("b", DAG), ("b", DAG - timedelta(days=2)), ("c", DAG)):
        opslag.bewaar(tekst, dag)
    assert opslag.alle() == [Zin("b", 3, DAG), Zin("a", 1, DAG), Zin("c", 1, DAG)]


def test_the_table_holds_no_conversation_no_time_and_no_number_that_tells_the_order(engine: Engine) -> None:  # noqa: F811
    kolommen = {k["name"]: str(k["type"]) for k in inspect(engine).get_columns("onbegrepen")}
    assert set(kolommen) == {"dag", "tekst", "aantal"}
    assert kolommen["dag"] == "DATE"
    assert inspect(engine).get_foreign_keys("onbegrepen") == []


def test_sqlite_keeps_no_row_numbers(tmp_path: Path) -> None:
    los = open_databank(f"sqlite:///{tmp_path / 'rij.db'}")
    werk_bij(los)
    with los.connect() as db:
        sql = db.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'onbegrepen'").scalar()
    los.dispose()
    assert "WITHOUT ROWID" in str(sql)


def test_a_sentence_goes_after_its_retention_and_a_younger_one_stays(opslag: Onbegrepen) -> None:
    opslag.bewaar("oud", DAG - timedelta(days=31))
    opslag.bewaar("net niet", DAG - timedelta(days=30))
    assert opslag.ruim_op(DAG, 30) == 1
    assert [z.tekst for z in opslag.alle()] == ["net niet"]


def test_a_sentence_of_the_longest_length_fits(opslag: Onbegrepen, engine: Engine) -> None:  # noqa: F811
    opslag.bewaar("é" * 400, DAG)
    with engine.connect() as db:
        assert len(db.execute(onbegrepen.select()).one().tekst) == 400


def test_the_command_lists_with_counts_and_purge_deletes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'lijst.db'}"
    monkeypatch.setenv("WMO_DATABASE_URL", url)
    monkeypatch.setenv("WMO_ONBEGREPEN", "1")
    los = open_databank(url)
    werk_bij(los)
    opslag = Onbegrepen(los)
    vandaag = date.today()
    for tekst in ("een keer", "twee keer", "twee keer"):
        opslag.bewaar(tekst, vandaag)
    opslag.bewaar("lang geleden", vandaag - timedelta(days=60))
    assert main(["purge"]) == 0
    assert "1 sentences" in capsys.readouterr().out
    assert main(["onbegrepen"]) == 0
    uit, fout = capsys.readouterr()
    assert uit.splitlines() == [f"    2  {vandaag}  twee keer", f"    1  {vandaag}  een keer"]
    assert fout == ""
    monkeypatch.delenv("WMO_ONBEGREPEN")
    main(["onbegrepen"])
    assert "staat uit" in capsys.readouterr().err
    los.dispose()

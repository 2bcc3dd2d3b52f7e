"""The audit trail: who did what when, and nothing else, for good."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError

from bot.opslag import tijd
from bot.opslag.logboek import Logboek, Logregel, over, schrijf
from bot.opslag.tabellen import logboek
from tests.opslag.test_gesprekken_opslag import engine

__all__ = ["engine"]

ID = "4f9f7a0e-8d53-4b55-9e0e-0f0b6a7e1c11"


def leg_vast(engine: Engine, *regels: tuple[str, str, str]) -> None:
    with engine.begin() as db:
        for regel in regels:
            schrijf(db, *regel)


def test_lines_come_back_in_order_with_who_what_and_about_what(engine: Engine) -> None:
    leg_vast(engine, ("inwoner", "plan_gedeeld", ID), ("medewerker:anna@x.nl", "plan_gelezen", ID))
    leg_vast(engine, ("systeem", "plan_bezorgd", "ander"))
    regels = Logboek(engine).regels()
    assert [(r.wie, r.wat, r.waarover) for r in regels] == [
        ("inwoner", "plan_gedeeld", ID),
        ("medewerker:anna@x.nl", "plan_gelezen", ID),
        ("systeem", "plan_bezorgd", "ander"),
    ]
    assert Logboek(engine).regels(waarover=ID) == regels[:2]
    with engine.connect() as db:
        assert over(db, ID, ["plan_gelezen"]) == regels[1:2]


@pytest.mark.parametrize(
    "kwaad",
    [
        "a\nb", "a\r", "a\x1b[31m", "a\x00", "a\u202eb", "a\u2028b", "a b", "", " ", "é", "a" * 81, "<b>", "a;b", "'--",
        "-a", "a\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("plek", ["wie", "wat", "waarover"])
def test_a_line_cannot_be_forged(engine: Engine, kwaad: str, plek: str) -> None:
    delen = {"wie": "inwoner", "wat": "plan_gedeeld", "waarover": ID} | {plek: kwaad}
    with pytest.raises(ValueError, match=f"logboek: {plek}") as fout, engine.begin() as db:
        schrijf(db, **delen)
    assert not kwaad.strip() or kwaad not in str(fout.value) or kwaad in "logboek: must be an id"
    assert Logboek(engine).regels() == []


def test_the_database_refuses_to_change_a_line(engine: Engine) -> None:
    leg_vast(engine, ("inwoner", "plan_gedeeld", ID))
    with pytest.raises(DatabaseError, match="cannot be changed"), engine.begin() as db:
        db.execute(update(logboek).values(wie="niemand"))
    assert [r.wie for r in Logboek(engine).regels()] == ["inwoner"]


def test_a_line_goes_with_the_transaction_that_failed(engine: Engine) -> None:
    with suppress(RuntimeError), engine.begin() as db:
        schrijf(db, "inwoner", "plan_gedeeld", ID)
        raise RuntimeError
    assert Logboek(engine).regels() == []


def test_lines_go_after_their_own_retention(engine: Engine) -> None:
    leg_vast(engine, ("inwoner", "plan_gedeeld", "nieuw"))
    oud = {"wie": "inwoner", "wat": "plan_gedeeld", "waarover": "oud", "tijdstip": tijd.nu() - timedelta(days=366)}
    with engine.begin() as db:
        db.execute(logboek.insert().values(**oud))
    assert [r.waarover for r in Logboek(engine).regels(dagen=30)] == ["nieuw"]
    assert Logboek(engine).ruim_op(365) == 1
    assert [r.waarover for r in Logboek(engine).regels()] == ["nieuw"]


def test_a_line_has_no_place_for_content(engine: Engine) -> None:
    assert set(Logregel.__struct_fields__) == {"tijdstip", "wie", "wat", "waarover"}
    with engine.begin() as db:
        db.execute(delete(logboek))
        assert {*logboek.c.keys()} == {"id", "tijdstip", "wie", "wat", "waarover"}
        assert db.execute(select(logboek)).all() == []

"""Conversations in the database, on SQLite and on a real PostgreSQL server."""

import os
import warnings
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.opslag import Bericht, Botsing, Gesprekken, open_databank, tijd, werk_bij
from bot.opslag.tabellen import gebeurtenissen, gesprekken, metadata
from bot.vragen import Stand

POSTGRES = os.environ.get("WMO_TEST_POSTGRES")
ZONDER_POSTGRES = "no PostgreSQL: set WMO_TEST_POSTGRES to the URL of an empty database (.ci/run starts one)"


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason=ZONDER_POSTGRES)),
    ]
)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'opslag.db'}" if request.param == "sqlite" else str(POSTGRES)
    engine = open_databank(url)
    werk_bij(engine)
    yield engine
    with engine.begin() as db:
        metadata.drop_all(db)
        db.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    engine.dispose()


@pytest.fixture
def opslag(engine: Engine) -> Gesprekken:
    return Gesprekken(engine)


def begin(opslag: Gesprekken, *, keuzes: list[dict[str, str]] | None = None) -> tuple[str, str]:
    return opslag.begin("inwoner", "het_hogeland", [Bericht("bot", "Goedendag.", keuzes=keuzes or [])])


def beurt(opslag: Gesprekken, id: str, tekst: str, antwoord: str, events: int = 1, **opties: Any) -> None:
    gesprek = opslag.laad(id)
    assert gesprek
    ontvangen = opslag.ontvang(id, tekst, opties.get("sleutel"))
    gebeurd = [{"event": "user", "text": tekst}] * events
    opslag.rond_af(gesprek, ontvangen, [Bericht("bot", antwoord)], gebeurd, [])


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(engine: Engine) -> None:
    gemaakt = inspect(engine)
    assert set(gemaakt.get_table_names()) == {*metadata.tables, "alembic_version"}
    for naam, tabel in metadata.tables.items():
        assert {k["name"] for k in gemaakt.get_columns(naam)} == {k.name for k in tabel.columns}


def test_bringing_an_up_to_date_database_up_to_date_changes_nothing(engine: Engine, opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    werk_bij(engine)
    assert opslag.laad(id)


def test_a_conversation_is_found_by_its_token_and_by_no_other(opslag: Gesprekken) -> None:
    id, token = begin(opslag)
    assert opslag.zoek(token) == id
    assert opslag.zoek(token[:-1]) is None
    assert opslag.zoek(token.swapcase()) is None


def test_the_token_itself_stands_nowhere_in_the_database(engine: Engine, opslag: Gesprekken) -> None:
    _, token = begin(opslag)
    with engine.connect() as db:
        assert all(token not in str(rij) for tabel in metadata.sorted_tables for rij in db.execute(tabel.select()))


def test_what_a_person_said_is_stored_before_it_is_answered(opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    opslag.ontvang(id, "mijn moeder is 84")
    assert [b.tekst for b in opslag.geschiedenis(id)] == ["Goedendag.", "mijn moeder is 84"]
    assert opslag.onbeantwoord(id) == "mijn moeder is 84"


def test_a_message_that_was_never_answered_is_not_stored_twice_when_it_comes_again(opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    eerste = opslag.ontvang(id, "hallo", "a")
    assert opslag.ontvang(id, "hallo", "b").bericht_id == eerste.bericht_id
    assert [b.tekst for b in opslag.geschiedenis(id)].count("hallo") == 1


def test_the_same_idempotency_key_gives_the_stored_answer(opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    beurt(opslag, id, "hallo", "dag", sleutel="k")
    assert [b["tekst"] for b in opslag.eerder(id, "k") or []] == ["dag"]
    assert opslag.ontvang(id, "hallo", "k").antwoord
    assert len(opslag.geschiedenis(id)) == 3


def test_the_same_key_in_another_conversation_gives_nothing(opslag: Gesprekken) -> None:
    een, _ = begin(opslag)
    ander, _ = begin(opslag)
    beurt(opslag, een, "hallo", "dag", sleutel="k")
    assert opslag.eerder(ander, "k") is None


def test_two_turns_from_the_same_starting_point_conflict_and_the_second_stores_nothing(opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    een, ander = opslag.laad(id), opslag.laad(id)
    assert een
    assert ander
    ontvangen = opslag.ontvang(id, "hallo")
    opslag.rond_af(een, ontvangen, [Bericht("bot", "dag")], [{"event": "user"}], [])
    ander.standen["persoonlijk_plan"] = Stand(antwoorden={"voor_wie": "mijzelf"})
    with pytest.raises(Botsing):
        opslag.rond_af(ander, ontvangen, [Bericht("bot", "dubbel")], [{"event": "user"}], ["persoonlijk_plan"])
    over = opslag.laad(id)
    assert over
    assert over.standen == {}
    assert [b.tekst for b in opslag.geschiedenis(id)] == ["Goedendag.", "hallo", "dag"]


def test_the_database_itself_refuses_a_second_event_with_the_same_number(engine: Engine, opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    rij = {"sender_id": id, "seq": 0, "inhoud": "{}"}
    with engine.begin() as db:
        db.execute(gebeurtenissen.insert(), rij)
    with pytest.raises(IntegrityError), engine.begin() as db:
        db.execute(gebeurtenissen.insert(), rij)


def test_a_dialogue_state_comes_back_as_it_was(opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    gesprek = opslag.laad(id)
    assert gesprek
    stand = Stand(antwoorden={"voor_wie": "mijn moeder", "domeinen": ["financien"], "hulp_nu": None}, mis=2)
    gesprek.standen["persoonlijk_plan"] = stand
    opslag.rond_af(gesprek, opslag.ontvang(id, "x"), [], [], ["persoonlijk_plan"])
    terug = opslag.laad(id)
    assert terug
    assert terug.standen == {"persoonlijk_plan": stand}


def test_only_the_choices_after_the_last_answered_message_are_on_offer(opslag: Gesprekken) -> None:
    id, _ = begin(opslag, keuzes=[{"id": "oud", "label": "Oud", "opdracht": "/oud"}])
    assert [k["id"] for k in opslag.aangeboden(id)] == ["oud"]
    gesprek = opslag.laad(id)
    assert gesprek
    nieuw = [Bericht("bot", t, keuzes=[{"id": t, "label": t, "opdracht": "/x"}]) for t in ("een", "twee")]
    opslag.rond_af(gesprek, opslag.ontvang(id, "x"), nieuw, [], [])
    assert [k["id"] for k in opslag.aangeboden(id)] == ["een", "twee"]
    opslag.ontvang(id, "nog niet beantwoord")
    assert [k["id"] for k in opslag.aangeboden(id)] == ["een", "twee"]


def test_wiping_leaves_nothing_of_the_conversation_in_any_table(engine: Engine, opslag: Gesprekken) -> None:
    id, _ = begin(opslag)
    blijft, _ = begin(opslag)
    beurt(opslag, id, "geheim verhaal", "dag", sleutel="k")
    opslag.wis(id)
    with engine.connect() as db:
        rijen = [str(rij) for tabel in metadata.sorted_tables for rij in db.execute(tabel.select())]
    (regel,) = [r for r in rijen if id in r or "geheim" in r]
    assert f"'inwoner', 'gesprek_gewist', '{id}'" in regel
    assert opslag.laad(blijft)


def test_after_wiping_the_words_are_gone_from_the_sqlite_files_too(tmp_path: Path) -> None:
    engine = open_databank(f"sqlite:///{tmp_path / 'wis.db'}")
    werk_bij(engine)
    opslag = Gesprekken(engine)
    id, _ = begin(opslag)
    beurt(opslag, id, "onvindbaarwoord", "dag")
    opslag.wis(id)
    assert all(b"onvindbaarwoord" not in pad.read_bytes() for pad in tmp_path.glob("wis.db*"))
    engine.dispose()


def test_conversations_go_when_nothing_happened_for_the_retention_period(engine: Engine, opslag: Gesprekken) -> None:
    oud, _ = begin(opslag)
    vers, _ = begin(opslag)
    with engine.begin() as db:
        db.execute(update(gesprekken).where(gesprekken.c.id == oud).values(laatst=tijd.nu() - timedelta(days=31)))
        db.execute(update(gesprekken).where(gesprekken.c.id == vers).values(laatst=tijd.nu() - timedelta(days=29)))
    assert opslag.ruim_op(30) == 1
    assert opslag.laad(oud) is None
    assert opslag.laad(vers)


def test_a_database_that_cannot_be_reached_is_not_ready() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        weg = open_databank("postgresql+psycopg2://niemand@127.0.0.1:1/niets")
    assert Gesprekken(weg).bereikbaar() is False

"""The outbox: what is written with a sharing, who may send, and what a withdrawal does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.opslag import uitbak
from bot.opslag.tabellen import uitbak as tabel
from bot.opslag.uitbak import BEZORGD, GEDEELD, INGETROKKEN, OPGEGEVEN, VERVALLEN, WACHT, Uitbak
from tests.opslag.test_gesprekken_opslag import engine

__all__ = ["engine"]

NU = datetime(2026, 3, 10, 9, 0)
HUUR = timedelta(minutes=5)


class Klok:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def bak(engine: Engine, klok: Klok) -> Uitbak:
    return Uitbak(engine, klok)


def deel(bak: Uitbak, id: str = "d1") -> str:
    with bak.engine.begin() as db:
        return uitbak.leg_klaar(db, id, "g1", bak.klok())


def neem_terug(bak: Uitbak, id: str = "d1") -> bool:
    with bak.engine.begin() as db:
        return uitbak.trek_in(db, id, bak.klok())


def standen(bak: Uitbak, id: str = "d1") -> list[tuple[str, str]]:
    with bak.engine.connect() as db:
        return [(b.gebeurtenis, b.stand) for b in uitbak.van_deling(db, id)]


def test_a_sharing_that_is_not_stored_is_not_sent(bak: Uitbak) -> None:
    with suppress(OSError), bak.engine.begin() as db:
        uitbak.leg_klaar(db, "d1", "g1")
        raise OSError
    assert bak.claim(HUUR) is None


def test_the_same_sharing_twice_is_one_delivery(bak: Uitbak) -> None:
    assert deel(bak) == deel(bak)
    assert bak.claim(HUUR)
    assert deel(bak)
    assert standen(bak) == [(GEDEELD, WACHT)]


def test_a_claimed_delivery_is_left_alone_until_the_lease_ends_and_keeps_its_reference(bak: Uitbak, klok: Klok) -> None:
    referentie = deel(bak)
    eerste = bak.claim(HUUR)
    assert bak.claim(HUUR) is None
    klok.nu += HUUR
    tweede = bak.claim(HUUR)
    assert eerste
    assert tweede
    assert (eerste.referentie, tweede.referentie, tweede.pogingen) == (referentie, referentie, 2)


def test_a_worker_that_lost_its_lease_changes_nothing(bak: Uitbak, klok: Klok) -> None:
    deel(bak)
    traag = bak.claim(HUUR)
    klok.nu += HUUR
    vlug = bak.claim(HUUR)
    assert traag
    assert vlug
    bak.sluit(traag, OPGEGEVEN)
    assert standen(bak) == [(GEDEELD, WACHT)]
    bak.sluit(vlug, BEZORGD)
    bak.stel_uit(vlug, NU, "x")
    assert standen(bak) == [(GEDEELD, BEZORGD)]


def test_workers_at_once_never_take_the_same_delivery(bak: Uitbak) -> None:
    for nummer in range(12):
        deel(bak, f"d{nummer}")
    with ThreadPoolExecutor(6) as tegelijk:
        gepakt = list(tegelijk.map(lambda _: Uitbak(bak.engine, bak.klok).claim(HUUR), range(30)))
    referenties = [b.referentie for b in gepakt if b]
    assert len(referenties) == len(set(referenties))
    while rest := bak.claim(HUUR):
        referenties.append(rest.referentie)
    assert len(set(referenties)) == 12


def test_what_was_put_off_waits_for_its_time(bak: Uitbak, klok: Klok) -> None:
    deel(bak)
    bezorging = bak.claim(HUUR)
    assert bezorging
    bak.stel_uit(bezorging, NU + timedelta(minutes=1), "http_503")
    assert bak.claim(HUUR) is None
    klok.nu += timedelta(minutes=1)
    weer = bak.claim(HUUR)
    assert weer
    assert (weer.pogingen, weer.fout) == (2, "http_503")


def test_a_plan_that_was_taken_back_before_the_first_attempt_is_not_sent_and_nobody_is_told(bak: Uitbak) -> None:
    deel(bak)
    assert neem_terug(bak) is False
    assert standen(bak) == [(GEDEELD, VERVALLEN)]
    assert bak.claim(HUUR) is None


@pytest.mark.parametrize("toen", ["bezorgd", "onderweg", "mislukt", "opgegeven"])
def test_what_may_have_arrived_is_told_to_be_taken_back_under_the_same_kenmerk(
    bak: Uitbak, klok: Klok, toen: str
) -> None:
    kenmerk = deel(bak)
    bezorging = bak.claim(HUUR)
    assert bezorging
    doe: dict[str, Callable[[], None]] = {
        "bezorgd": lambda: bak.sluit(bezorging, BEZORGD),
        "onderweg": lambda: None,
        "mislukt": lambda: bak.stel_uit(bezorging, NU + timedelta(hours=1), "tijd"),
        "opgegeven": lambda: bak.sluit(bezorging, OPGEGEVEN, "tijd"),
    }
    doe[toen]()
    assert neem_terug(bak) is True
    assert neem_terug(bak) is False
    if toen == "onderweg":
        assert not bak.geldt_nog(bezorging)
        assert bak.claim(HUUR) is None, "the word of the withdrawal overtakes the plan"
        klok.nu += HUUR
    melding = bak.claim(HUUR)
    assert melding
    assert (melding.gebeurtenis, melding.kenmerk) == (INGETROKKEN, kenmerk)
    assert melding.referentie != kenmerk
    assert bak.claim(HUUR) is None


def test_shared_again_after_a_withdrawal_is_a_new_delivery_with_a_kenmerk_of_its_own(bak: Uitbak, klok: Klok) -> None:
    eerst = deel(bak)
    bezorging = bak.claim(HUUR)
    assert bezorging
    bak.sluit(bezorging, BEZORGD)
    neem_terug(bak)
    klok.nu += HUUR
    assert deel(bak) != eerst
    assert standen(bak) == [(GEDEELD, BEZORGD), (INGETROKKEN, WACHT), (GEDEELD, WACHT)]
    assert neem_terug(bak) is False
    assert standen(bak)[2:] == [(GEDEELD, VERVALLEN)]


def test_what_is_over_goes_after_its_days_and_what_waits_stays(bak: Uitbak, klok: Klok) -> None:
    deel(bak, "af")
    bezorging = bak.claim(HUUR)
    assert bezorging
    bak.sluit(bezorging, BEZORGD)
    deel(bak, "wacht")
    klok.nu += timedelta(days=31)
    assert bak.ruim_op(30) == 1
    assert bak.standen() == {WACHT: 1, BEZORGD: 0, OPGEGEVEN: 0, VERVALLEN: 0}


def test_the_outbox_has_no_place_for_what_somebody_said(bak: Uitbak) -> None:
    deel(bak)
    with bak.engine.connect() as db:
        rij = db.execute(select(tabel)).one()
    assert set(rij._mapping) == {
        "referentie", "deling_id", "gesprek", "gebeurtenis", "kenmerk", "stand", "pogingen", "gemaakt", "volgende",
        "geclaimd_door", "geclaimd_tot", "bijgewerkt", "fout",
    }  # fmt: skip

"""The worker: nothing is lost, nothing arrives twice, and in the end it says that it gave up."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy.engine import Engine

from bot.bezorging import Bezorger, Bezorgfout, Inhoud, Ontvangst, Webhookbezorger, Werker, Zending, werker
from bot.bezorging.werker import HUUR, LANGSTE_UITSTEL, uitstel
from bot.opslag import open_databank, tijd, uitbak, werk_bij
from bot.opslag.logboek import Logboek
from bot.opslag.uitbak import BEZORGD, OPGEGEVEN, VERVALLEN, WACHT, Uitbak
from tests.bezorging.ontvangers import WOORDEN, Webhookontvanger, inhoud, webhook
from tests.conftest import WORTEL
from tests.opslag.test_uitbak import Klok

Server = Callable[..., Awaitable[TestServer]]
DREMPEL = timedelta(hours=2)


class Postbode:
    """Delivers into a list; fails with `fout` while there is one."""

    meldt_intrekking = True

    def __init__(self) -> None:
        self.gebracht: list[Zending] = []
        self.fout: Exception | None = None
        self.eerst: Callable[[], None] = lambda: None

    async def bezorg(self, zending: Zending) -> Ontvangst:
        self.eerst()
        if self.fout:
            raise self.fout
        self.gebracht.append(zending)
        return Ontvangst()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_databank(f"sqlite:///{tmp_path / 'bak.db'}")
    werk_bij(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def bak(engine: Engine, klok: Klok) -> Uitbak:
    return Uitbak(engine, klok)


@pytest.fixture
def postbode() -> Postbode:
    return Postbode()


def maak(bak: Uitbak, bezorger: Bezorger, bron: Callable[[str], Inhoud | None] = lambda _: inhoud()) -> Werker:
    return Werker(bak, bezorger, bron, DREMPEL)


def deel(bak: Uitbak, id: str = "d1") -> str:
    with bak.engine.begin() as db:
        return uitbak.leg_klaar(db, id, "g1", bak.klok())


def neem_terug(bak: Uitbak, id: str = "d1") -> None:
    with bak.engine.begin() as db:
        uitbak.trek_in(db, id, bak.klok())


async def test_what_waits_is_delivered_once_and_written_down(bak: Uitbak, postbode: Postbode) -> None:
    referentie = deel(bak)
    assert await maak(bak, postbode).eenmaal()
    assert not await maak(bak, postbode).eenmaal()
    assert [(z.referentie, z.kenmerk) for z in postbode.gebracht] == [(referentie, referentie)]
    assert [(r.wie, r.wat, r.waarover) for r in Logboek(bak.engine).regels()] == [("systeem", "plan_bezorgd", "d1")]


async def test_while_the_other_side_is_down_it_waits_longer_each_time_and_then_arrives(
    bak: Uitbak, klok: Klok, postbode: Postbode
) -> None:
    deel(bak)
    postbode.fout = Bezorgfout("http_503")
    for poging in range(1, 6):
        assert await maak(bak, postbode).eenmaal()
        klok.nu += uitstel(poging) - timedelta(seconds=1)
        assert not await maak(bak, postbode).eenmaal()
        klok.nu += timedelta(seconds=1)
    postbode.fout = None
    assert await maak(bak, postbode).eenmaal()
    assert len({z.referentie for z in postbode.gebracht}) == len(postbode.gebracht) == 1


def test_the_wait_doubles_up_to_an_hour() -> None:
    seconden = [uitstel(n).total_seconds() for n in (1, 2, 3, 7, 8, 10_000)]
    assert seconden == [30, 60, 120, 1920, LANGSTE_UITSTEL.total_seconds(), LANGSTE_UITSTEL.total_seconds()]


@pytest.mark.parametrize("fout", [Bezorgfout("http_401"), OSError(WOORDEN), ValueError(WOORDEN), TimeoutError()])
async def test_after_its_time_it_is_given_up_and_the_reason_holds_no_content(
    bak: Uitbak, klok: Klok, postbode: Postbode, caplog: pytest.LogCaptureFixture, fout: Exception
) -> None:
    deel(bak)
    postbode.fout = fout
    while bak.standen()[WACHT]:
        await maak(bak, postbode).eenmaal()
        klok.nu += LANGSTE_UITSTEL
    assert bak.standen()[OPGEGEVEN] == 1
    with bak.engine.connect() as db:
        (bezorging,) = uitbak.van_deling(db, "d1")
    assert bezorging.fout in {"http_401", "OSError", "ValueError", "TimeoutError"}
    assert [r.wat for r in Logboek(bak.engine).regels()] == ["bezorging_opgegeven"]
    assert WOORDEN not in caplog.text


async def test_what_is_no_longer_shared_is_not_sent(bak: Uitbak, postbode: Postbode) -> None:
    deel(bak)
    await maak(bak, postbode, lambda _: None).eenmaal()
    assert bak.standen()[VERVALLEN] == 1
    assert postbode.gebracht == []


async def test_what_is_taken_back_while_the_plan_is_read_is_not_sent(bak: Uitbak, postbode: Postbode) -> None:
    deel(bak)

    def bron(_: str) -> Inhoud:
        neem_terug(bak)
        return inhoud()

    await maak(bak, postbode, bron).eenmaal()
    assert postbode.gebracht == []


async def test_what_is_taken_back_while_it_is_sent_is_told_afterwards(
    bak: Uitbak, klok: Klok, postbode: Postbode
) -> None:
    kenmerk = deel(bak)
    postbode.eerst = lambda: neem_terug(bak)
    await maak(bak, postbode).eenmaal()
    postbode.eerst = lambda: None
    klok.nu += HUUR
    assert await maak(bak, postbode).eenmaal()
    assert [(z.gebeurtenis, z.kenmerk) for z in postbode.gebracht] == [("gedeeld", kenmerk), ("ingetrokken", kenmerk)]
    assert postbode.gebracht[1].inhoud is None


async def test_a_way_of_delivering_that_cannot_tell_a_withdrawal_does_not_pretend_to(
    bak: Uitbak, postbode: Postbode
) -> None:
    deel(bak)
    await maak(bak, postbode).eenmaal()
    neem_terug(bak)
    postbode.meldt_intrekking = False
    await maak(bak, postbode).eenmaal()
    assert len(postbode.gebracht) == 1
    with bak.engine.connect() as db:
        assert [b.stand for b in uitbak.van_deling(db, "d1")] == [BEZORGD, VERVALLEN]


async def test_two_workers_at_once_send_each_delivery_once(bak: Uitbak, postbode: Postbode) -> None:
    referenties = {deel(bak, f"d{n}") for n in range(10)}

    async def leeg(werker: Werker) -> None:
        while await werker.eenmaal():
            pass

    await asyncio.gather(*(leeg(maak(Uitbak(bak.engine, bak.klok), postbode)) for _ in range(3)))
    assert sorted(z.referentie for z in postbode.gebracht) == sorted(referenties)


async def test_after_kill_9_between_sending_and_marking_the_receiver_gets_the_same_reference_and_keeps_one(
    bak: Uitbak, klok: Klok, aiohttp_server: Server
) -> None:
    ontvanger = Webhookontvanger()
    basis = str((await aiohttp_server(ontvanger.app())).make_url("")).rstrip("/")
    referentie = deel(bak)
    proces = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bezorging.dode_werker", str(bak.engine.url), basis, cwd=WORTEL,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await proces.wait() == -signal.SIGKILL
    assert bak.standen()[WACHT] == 1
    klok.nu = tijd.nu() + HUUR
    assert await maak(bak, Webhookbezorger(webhook(basis))).eenmaal()
    assert bak.standen()[BEZORGD] == 1
    assert ontvanger.gezien == [referentie] * 2
    assert list(ontvanger.bewaard) == [referentie]


async def test_a_database_that_fails_does_not_stop_the_worker(
    bak: Uitbak, postbode: Postbode, monkeypatch: pytest.MonkeyPatch
) -> None:
    deel(bak)
    claim, keren = bak.claim, iter([RuntimeError(WOORDEN)])

    def wankel(voor: timedelta) -> object:
        if fout := next(keren, None):
            raise fout
        return claim(voor)

    monkeypatch.setattr(bak, "claim", wankel)
    monkeypatch.setattr(werker, "PAUZE", 0)
    gebracht = asyncio.Event()
    postbode.eerst = gebracht.set
    taak = asyncio.create_task(maak(bak, postbode).draai())
    await gebracht.wait()
    await asyncio.sleep(0)
    taak.cancel()
    assert len(postbode.gebracht) == 1

"""From the sharing of a citizen to the municipality and back, with the real database, plan and receivers."""

import base64
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from msgspec import structs, to_builtins
from pypdf import PdfReader
from sqlalchemy import delete, event, select

from bot.__main__ import main
from bot.bezorging import Bezorginstellingen, Webhookbezorger, Werker, Zgwbezorger, laad_teksten
from bot.gesprek.bezorgen import bron, na_terugnemen, standen
from bot.gesprek.delen import Gedeeld
from bot.gesprek.diensten import Diensten
from bot.gesprek.uitnodiging import nieuw_zaad, sleutels_van
from bot.opslag import Bericht, Delen, Gesprekken, Medewerkers, Uitnodigingen, open_databank, uitbak, werk_bij
from bot.opslag.tabellen import gedeelde_plannen, metadata
from bot.opslag.uitbak import Uitbak
from bot.web.app import maak_app
from tests.bezorging.ontvangers import KENMERK, RSIN, WOORDEN, Documentenapi, Webhookontvanger, plan, webhook, zgw
from tests.conftest import VANDAAG, WORTEL
from tests.vragen import dialogen
from tests.web.test_metrieken import Kapot

Server = Callable[..., Awaitable[TestServer]]
TEKSTEN = laad_teksten(WORTEL / "data" / "dialogen")
OVER = VANDAAG + timedelta(days=30)


class Inwoner:
    """A citizen with an invitation and a plan."""

    def __init__(self, diensten: Diensten) -> None:
        engine = diensten.gesprekken.engine
        self.delen = Delen(engine)
        wie = Medewerkers(engine).maak("anna", "consulent", None)
        sleutels = sleutels_van(nieuw_zaad())
        assert Uitnodigingen(engine).nieuw(wie.id, sleutels, "persoonlijk_plan", "A1", OVER, None)
        self.uitnodiging = sleutels.id
        self.gesprek, _ = diensten.gesprekken.begin("inwoner", "het_hogeland", [Bericht("bot", "Goedendag.")])
        assert Uitnodigingen(engine).koppel(self.uitnodiging, self.gesprek, VANDAAG)

    def deel(self) -> str:
        inhoud = dict(to_builtins(Gedeeld(plan(), VANDAAG, "Het Hogeland", "A1")))
        return self.delen.deel(self.gesprek, inhoud, OVER, bezorgen=True)


@pytest.fixture
def diensten_los(tmp_path: Path) -> Iterator[Diensten]:
    engine = open_databank(f"sqlite:///{tmp_path / 'delen.db'}")
    werk_bij(engine)
    yield structs.replace(dialogen.diensten(), gesprekken=Gesprekken(engine))
    engine.dispose()


@pytest.fixture
def inwoner(diensten_los: Diensten) -> Inwoner:
    return Inwoner(diensten_los)


@pytest.fixture
def ontvanger() -> Webhookontvanger:
    return Webhookontvanger()


async def bij(aiohttp_server: Server, app: web.Application) -> str:
    return str((await aiohttp_server(app)).make_url("")).rstrip("/")


@pytest.fixture
async def werker(aiohttp_server: Server, ontvanger: Webhookontvanger, diensten_los: Diensten) -> Werker:
    bezorger = Webhookbezorger(webhook(await bij(aiohttp_server, ontvanger.app())))
    bak = Uitbak(diensten_los.gesprekken.engine)
    return Werker(bak, bezorger, bron(diensten_los), timedelta(hours=1))


async def test_what_is_shared_arrives_and_what_is_taken_back_is_told(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger
) -> None:
    inwoner.deel()
    assert await werker.eenmaal()
    assert inwoner.delen.neem_terug(inwoner.gesprek)
    assert await werker.eenmaal()
    gekregen, terug = ontvanger.bewaard.values()
    assert gekregen["aanvraaggegevens"]["wonen"]["nu"] == WOORDEN
    assert gekregen["pdf"] == f"https://hulp.example/consulent/plannen/{inwoner.uitnodiging}"
    assert (terug["gebeurtenis"], terug["bron"]) == ("ingetrokken", gekregen["bron"])


async def test_what_is_taken_back_first_never_leaves(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger
) -> None:
    inwoner.deel()
    inwoner.delen.neem_terug(inwoner.gesprek)
    assert not await werker.eenmaal()
    assert ontvanger.gezien == []


async def test_a_newer_plan_takes_the_older_one_back(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger
) -> None:
    inwoner.deel()
    await werker.eenmaal()
    inwoner.deel()
    while await werker.eenmaal():
        pass
    soorten = [z["gebeurtenis"] for z in ontvanger.bewaard.values()]
    kenmerken = {z["bron"]["kenmerk"] for z in ontvanger.bewaard.values()}
    assert sorted(soorten) == ["gedeeld", "gedeeld", "ingetrokken"]
    assert len(kenmerken) == 2


@pytest.mark.parametrize("al_bezorgd", [True, False])
async def test_wiping_everything_takes_the_plan_back_and_leaves_no_word_of_it(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger, diensten_los: Diensten, al_bezorgd: bool
) -> None:
    inwoner.deel()
    if al_bezorgd:
        await werker.eenmaal()
    Gesprekken(diensten_los.gesprekken.engine).wis(inwoner.gesprek)
    assert await werker.eenmaal() is al_bezorgd
    assert [z["gebeurtenis"] for z in ontvanger.bewaard.values()] == ["gedeeld", "ingetrokken"] * al_bezorgd
    with diensten_los.gesprekken.engine.connect() as db:
        assert WOORDEN not in str([db.execute(select(t)).all() for t in metadata.sorted_tables])


async def test_a_full_disk_while_sharing_shares_nothing_and_sends_nothing(
    inwoner: Inwoner, werker: Werker, diensten_los: Diensten
) -> None:
    engine = diensten_los.gesprekken.engine

    class Schijfvol(Exception):
        pass

    def vol(db: object, cursor: object, opdracht: str, *_: object) -> None:
        if opdracht.startswith("INSERT INTO uitbak"):
            raise Schijfvol

    event.listen(engine, "before_cursor_execute", vol)
    with pytest.raises(Schijfvol):
        inwoner.deel()
    event.remove(engine, "before_cursor_execute", vol)
    assert inwoner.delen.gedeeld(inwoner.gesprek, VANDAAG) is None
    assert not await werker.eenmaal()


async def test_a_sharing_that_ended_by_itself_is_not_sent_any_more(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger, diensten_los: Diensten
) -> None:
    inwoner.deel()
    with diensten_los.gesprekken.engine.begin() as db:
        db.execute(delete(gedeelde_plannen))
    assert await werker.eenmaal()
    assert ontvanger.gezien == []


async def test_the_documenten_api_gets_the_plan_as_a_pdf_with_the_own_words(
    inwoner: Inwoner, aiohttp_server: Server, diensten_los: Diensten
) -> None:
    api = Documentenapi()
    bezorger = Zgwbezorger(zgw(await bij(aiohttp_server, api.app())))
    bak = Uitbak(diensten_los.gesprekken.engine)
    inwoner.deel()
    await Werker(bak, bezorger, bron(diensten_los), timedelta(hours=1)).eenmaal()
    ((organisatie, kenmerk), document) = api.documenten.popitem()
    assert (organisatie, kenmerk == KENMERK) == (RSIN, False)
    pdf = PdfReader(BytesIO(base64.b64decode(document["inhoud"])))
    assert WOORDEN in " ".join(" ".join(b.extract_text() for b in pdf.pages).split())


async def test_the_consulent_and_the_citizen_read_how_it_stands(
    inwoner: Inwoner, werker: Werker, ontvanger: Webhookontvanger, diensten_los: Diensten
) -> None:
    hier = Bezorginstellingen("webhook", webhook("https://zaak.example"))

    def nu(id: str) -> list[str]:
        with diensten_los.gesprekken.engine.connect() as db:
            return standen(uitbak.van_deling(db, id), hier, TEKSTEN)

    id = inwoner.deel()
    assert nu(id) == [TEKSTEN.standen["wacht"]]
    ontvanger.stuk = 1
    await werker.eenmaal()
    assert nu(id) == [TEKSTEN.standen["opnieuw"]]
    inwoner.delen.neem_terug(inwoner.gesprek)
    assert nu(id) == [TEKSTEN.standen["vervallen"], TEKSTEN.melding["wacht"]]
    await werker.eenmaal()
    assert nu(id)[1] == TEKSTEN.melding["bezorgd"]
    assert standen([], Bezorginstellingen(), TEKSTEN) == [TEKSTEN.standen["geen"]]
    assert na_terugnemen(inwoner.delen.bezorgd(inwoner.gesprek), hier, TEKSTEN) == TEKSTEN.na_intrekken["webhook"]
    assert na_terugnemen([], hier, TEKSTEN) == TEKSTEN.na_intrekken["webhook"]
    assert na_terugnemen([], Bezorginstellingen(), TEKSTEN) == TEKSTEN.na_intrekken["geen"]


async def test_an_older_plan_that_arrived_is_not_forgotten_when_a_newer_one_is_taken_back_in_time(
    inwoner: Inwoner, werker: Werker
) -> None:
    archief = Bezorginstellingen("zgw", zgw("https://zaak.example"))
    inwoner.deel()
    await werker.eenmaal()
    inwoner.deel()
    for terug in (True, False):
        assert inwoner.delen.neem_terug(inwoner.gesprek) is terug
        gezegd = na_terugnemen(inwoner.delen.bezorgd(inwoner.gesprek), archief, TEKSTEN)
        assert gezegd == TEKSTEN.na_intrekken["zgw"]


async def test_the_server_itself_delivers_what_waits(
    inwoner: Inwoner,
    ontvanger: Webhookontvanger,
    aiohttp_server: Server,
    aiohttp_client: Callable[..., Awaitable[object]],
    diensten_los: Diensten,
) -> None:
    kanaal = Bezorginstellingen("webhook", webhook(await bij(aiohttp_server, ontvanger.app())))
    met = structs.replace(diensten_los, instellingen=structs.replace(diensten_los.instellingen, bezorging=kanaal))
    inwoner.deel()
    await aiohttp_client(maak_app(met, Kapot()))  # type: ignore[arg-type]
    await ontvanger.gekomen.wait()
    assert len(ontvanger.gezien) == 1


def test_after_a_backup_is_put_back_conversations_are_wiped_again_by_number(
    inwoner: Inwoner, diensten_los: Diensten, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inwoner.deel()
    monkeypatch.setenv("WMO_DATABASE_URL", str(diensten_los.gesprekken.engine.url))
    assert main(["wis", inwoner.gesprek, "bestaat-niet"]) == 0
    assert capsys.readouterr().out == "1 of 2 conversations were there and are wiped\n"
    assert diensten_los.gesprekken.laad(inwoner.gesprek) is None
    assert main(["logboek"]) == 0
    (regel,) = [r for r in capsys.readouterr().out.splitlines() if "wiste een gesprek" in r]
    assert f"De Wmo-hulp wiste een gesprek  ({inwoner.gesprek})" in regel
    assert main(["purge"]) == 0
    assert "lines of the audit trail deleted (older than 365 days)" in capsys.readouterr().out

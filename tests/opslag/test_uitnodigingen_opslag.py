"""Invitations, accounts and shared plans in the database: hashes only, who may see what, and what time does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.gesprek.delen import Verouderd, uit_momentopname
from bot.gesprek.uitnodiging import codewoorden, lees_code, nieuw_zaad, sleutels_van
from bot.opslag import (
    Delen,
    Gesprekken,
    Medewerker,
    Medewerkers,
    Naambezet,
    NietTeDelen,
    Sleutels,
    Uitnodigingen,
    Wacht,
    medewerkers,
    tijd,
)
from bot.opslag.logboek import Logboek
from bot.opslag.tabellen import metadata
from bot.opslag.tabellen import uitbak as tabel_uitbak
from bot.opslag.uitnodigingen import merk
from tests.opslag.test_gesprekken_opslag import engine

__all__ = ["engine"]

VANDAAG, TOT = date(2023, 3, 10), date(2023, 3, 24)
WACHTWOORD = "een heel lang wachtwoord"
CODE = "appel fiets molen regen"


@pytest.fixture(autouse=True)
def _lichte_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash with less work."""
    licht = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(medewerkers, "_hasher", licht)
    monkeypatch.setattr(medewerkers, "_NIEMAND", licht.hash("niemand"))


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time in UTC, to be moved."""
    nu = [datetime(2023, 3, 10, 12, 0)]
    monkeypatch.setattr(tijd, "nu", lambda: nu[0])
    return nu


@pytest.fixture
def karin(engine: Engine) -> str:
    return Medewerkers(engine).maak("Karin", "consulent", WACHTWOORD).id


@pytest.fixture
def gedeeld(engine: Engine, karin: str) -> tuple[str, str]:
    """A conversation that shares, and its invitation."""
    sleutels = nodig_uit(engine, karin, kenmerk="Z-12")
    gesprek, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    assert Uitnodigingen(engine).koppel(sleutels.id, gesprek, VANDAAG)
    Delen(engine).deel(gesprek, {"plan": "De trap."}, TOT)
    return gesprek, sleutels.id


def nodig_uit(engine: Engine, wie: str, kenmerk: str = "") -> Sleutels:
    sleutels = sleutels_van(nieuw_zaad())
    assert Uitnodigingen(engine).nieuw(wie, sleutels, "persoonlijk_plan", kenmerk, TOT, None)
    return sleutels


def alles(engine: Engine) -> str:
    with engine.connect() as db:
        return "\n".join(str(tuple(rij)) for t in metadata.sorted_tables for rij in db.execute(select(t)).all())


# -- codes ------------------------------------------------------------------------------------------------------------


def test_there_are_enough_words_and_each_is_clear() -> None:
    woorden = codewoorden()
    assert len(set(woorden)) == len(woorden) >= 2048
    assert [w for w in woorden if not (w.isascii() and w.isalpha() and w.islower() and 3 <= len(w) <= 14)] == []


def test_a_code_is_four_words_and_read_as_it_was_made() -> None:
    code = sleutels_van(nieuw_zaad()).woorden
    assert len(code.split()) == 4
    assert lees_code(f" {code.upper().replace(' ', ' - ')}. ") == code


def test_the_same_form_makes_the_same_keys_and_every_other_form_others() -> None:
    zaad = nieuw_zaad()
    assert sleutels_van(zaad) == sleutels_van(zaad)
    alle = [sleutels_van(zaad), sleutels_van(zaad, "ander doel"), *(sleutels_van(kort) for kort in ("", "", "x" * 31))]
    for deel in ("id", "token", "woorden"):
        assert len({getattr(sleutels, deel) for sleutels in alle}) == len(alle)
    assert {len(sleutels.token) for sleutels in alle} == {43}


def test_link_code_password_and_session_are_kept_as_hashes_only(engine: Engine, karin: str) -> None:
    sleutels = nodig_uit(engine, karin)
    sessie = Medewerkers(engine).meld_aan("karin", WACHTWOORD, "10.0.0.1")
    gesprek, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    Delen(engine).hervatlink(gesprek, "een-token-om-verder-te-gaan")
    anders, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    Delen(engine).hervatcode(anders, CODE)
    bewaard = alles(engine)
    hervat = "een-token-om-verder-te-gaan"
    for geheim in (sleutels.token, sleutels.woorden, WACHTWOORD, sessie, hervat, CODE, "10.0.0.1"):
        assert geheim
        assert geheim not in bewaard
    assert "$argon2id$" in bewaard


# -- invitations ------------------------------------------------------------------------------------------------------


def test_a_link_is_found_whole_and_not_in_part(engine: Engine, karin: str) -> None:
    opslag = Uitnodigingen(engine)
    sleutels = nodig_uit(engine, karin)
    token = sleutels.token
    gevonden = opslag.op_link(token)
    assert gevonden
    assert gevonden.id == sleutels.id
    assert [opslag.op_link(t) for t in (token[:-1], token + "a", token.swapcase(), "", "\ud800")] == [None] * 5
    assert opslag.op_woorden(sleutels.woorden)
    assert opslag.op_woorden(sleutels.woorden.rpartition(" ")[0]) is None


def test_the_same_form_sent_twice_is_one_invitation_and_changes_nothing_afterwards(engine: Engine, karin: str) -> None:
    opslag, sleutels, anders = Uitnodigingen(engine), sleutels_van(nieuw_zaad()), sleutels_van(nieuw_zaad())

    def stuur(kenmerk: str = "Z-12", wie: str = karin) -> bool:
        return opslag.nieuw(wie, sleutels, "persoonlijk_plan", kenmerk, TOT, None)

    assert stuur()
    assert stuur()
    assert not stuur("Z-99")
    assert not stuur(wie=Medewerkers(engine).maak("joost", "consulent", None).id)
    (een,) = opslag.van(karin)
    assert (een.id, een.kenmerk, een.merk) == (sleutels.id, "Z-12", merk(sleutels.token))
    for _ in range(2):
        assert opslag.opnieuw(karin, een.id, anders, een.merk)
    assert not opslag.opnieuw(karin, een.id, sleutels_van(nieuw_zaad()), een.merk)
    assert opslag.op_link(anders.token)
    assert not stuur()
    assert [u.merk for u in opslag.van(karin)] == [merk(anders.token)]
    ander_formulier = nodig_uit(engine, karin)
    opslag.trek_in(karin, ander_formulier.id)
    assert not opslag.nieuw(karin, ander_formulier, "persoonlijk_plan", "", TOT, None)


def opdrachten(engine: Engine, doe: Callable[[], object]) -> list[str]:
    """What is asked of the database."""
    gedaan: list[str] = []

    def noteer(*args: Any) -> None:
        gedaan.append(" ".join(args[2].split()))

    event.listen(engine, "before_cursor_execute", noteer)
    doe()
    event.remove(engine, "before_cursor_execute", noteer)
    return gedaan


def test_a_guess_costs_the_same_work_as_what_is_right(
    engine: Engine, karin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag, accounts, sleutels = Uitnodigingen(engine), Medewerkers(engine), nodig_uit(engine, karin)
    opslag.op_woorden("een twee drie vier")
    goed, fout = sleutels.token, sleutels.token[:-1] + "~"
    assert opdrachten(engine, lambda: opslag.op_link(goed)) == opdrachten(engine, lambda: opslag.op_link(fout))
    woorden = [sleutels.woorden, "een twee drie vier"]
    assert len({tuple(opdrachten(engine, lambda w=w: opslag.op_woorden(w))) for w in woorden}) == 1  # type: ignore[misc]
    gehasht: list[str] = []
    hasher = medewerkers._hasher

    class Teller:
        def verify(self, hash_: str, wachtwoord: str) -> bool:
            gehasht.append(hash_)
            return hasher.verify(hash_, wachtwoord)

    monkeypatch.setattr(medewerkers, "_hasher", Teller())
    for naam in ("karin", "bestaat-niet"):
        assert accounts.meld_aan(naam, "verkeerd wachtwoord", "10.0.0.1") is None
    assert len(gehasht) == 2
    assert {hash_.rpartition("$")[0].rpartition("$")[0] for hash_ in gehasht} == {"$argon2id$v=19$m=64,t=1,p=1"}


@pytest.mark.parametrize("dagen", [-1, 1])
def test_with_a_clock_a_day_off_nobody_is_shut_out_and_nothing_is_lost(
    engine: Engine, gedeeld: tuple[str, str], klok: list[datetime], dagen: int
) -> None:
    accounts, opslag = Medewerkers(engine), Uitnodigingen(engine)
    for _ in range(30):
        with suppress(Wacht):
            accounts.meld_aan("karin", "verkeerd", "10.0.0.1")
    bewijs = opslag.bewijs("een")
    klok[0] += timedelta(days=dagen)
    assert not opslag.klopt_bewijs("een", bewijs)
    assert opslag.klopt_bewijs("een", opslag.bewijs("een"))
    assert Delen(engine).gedeeld(gedeeld[0], VANDAAG + timedelta(days=dagen))
    with suppress(Wacht):
        accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
    klok[0] += timedelta(seconds=medewerkers.PER_PLEK[1] + 1)
    assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")


def test_the_status_follows_what_happens(engine: Engine, gedeeld: tuple[str, str], karin: str) -> None:
    gesprek, id = gedeeld
    opslag = Uitnodigingen(engine)

    def status(dag: date = VANDAAG) -> str:
        uitnodiging = opslag.een(karin, id)
        assert uitnodiging
        return uitnodiging.status(dag)

    assert status() == "gedeeld"
    assert status(TOT + timedelta(days=1)) == "geopend"
    Delen(engine).neem_terug(gesprek)
    assert status() == "geopend"
    opslag.trek_in(karin, id)
    assert status() == "ingetrokken"
    nieuw = opslag.een(karin, nodig_uit(engine, karin).id)
    assert nieuw
    assert [nieuw.status(dag) for dag in (VANDAAG, TOT, TOT + timedelta(days=1))] == ["verstuurd"] * 2 + ["verlopen"]
    opslag.verleng(karin, nieuw.id, TOT + timedelta(days=14))
    verlengd = opslag.een(karin, nieuw.id)
    assert verlengd
    assert verlengd.status(TOT + timedelta(days=1)) == "verstuurd"


def test_of_two_who_open_at_once_one_is_first(engine: Engine, karin: str) -> None:
    opslag = Uitnodigingen(engine)
    id = nodig_uit(engine, karin).id
    een, twee = (Gesprekken(engine).begin("inwoner", "het_hogeland", [])[0] for _ in range(2))
    assert opslag.koppel(id, een, VANDAAG)
    assert not opslag.koppel(id, twee, VANDAAG)
    assert opslag.koppel(id, een, VANDAAG)


def test_a_conversation_whose_invitation_was_stopped_goes_to_a_new_one(
    engine: Engine, gedeeld: tuple[str, str], karin: str
) -> None:
    gesprek, oud = gedeeld
    opslag, nieuw = Uitnodigingen(engine), nodig_uit(engine, karin)
    assert not opslag.koppel(nieuw.id, gesprek, VANDAAG)
    opslag.trek_in(karin, oud)
    assert not opslag.koppel(nieuw.id, gesprek, VANDAAG)
    Delen(engine).neem_terug(gesprek)
    ander, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    bezet = nodig_uit(engine, karin)
    assert opslag.koppel(bezet.id, ander, VANDAAG)
    assert not opslag.koppel(bezet.id, gesprek, VANDAAG)
    bij = opslag.bij_gesprek(gesprek)
    assert bij
    assert bij.id == oud
    assert opslag.koppel(nieuw.id, gesprek, VANDAAG)
    assert Delen(engine).deel(gesprek, {}, TOT)


def test_an_invitation_can_be_used_again_when_its_conversation_is_wiped(
    engine: Engine, gedeeld: tuple[str, str]
) -> None:
    gesprek, id = gedeeld
    Gesprekken(engine).wis(gesprek)
    nieuw, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    assert Uitnodigingen(engine).koppel(id, nieuw, VANDAAG)


def test_the_pages_token_holds_for_its_page_for_two_hours(engine: Engine, klok: list[datetime]) -> None:
    opslag = Uitnodigingen(engine)
    bewijs = opslag.bewijs("een")
    assert opslag.klopt_bewijs("een", bewijs)
    assert not opslag.klopt_bewijs("twee", bewijs)
    assert not opslag.klopt_bewijs("een", bewijs[:-1])
    assert not opslag.klopt_bewijs("een", "²" + bewijs)
    klok[0] += timedelta(hours=2, seconds=1)
    assert not opslag.klopt_bewijs("een", bewijs)
    klok[0] -= timedelta(days=1)
    assert not opslag.klopt_bewijs("een", bewijs)


def test_retention_takes_ended_invitations_and_ended_sharing(engine: Engine, gedeeld: tuple[str, str]) -> None:
    gesprek, _ = gedeeld
    opslag, later = Uitnodigingen(engine), TOT + timedelta(days=31)
    assert Delen(engine).ruim_op(TOT, 30) == 0
    assert Delen(engine).gedeeld(gesprek, TOT)
    assert Delen(engine).ruim_op(TOT + timedelta(days=1), 30) == 1
    assert Delen(engine).gedeeld(gesprek, VANDAAG) is None
    assert opslag.ruim_op(later, 30) == 0
    Gesprekken(engine).wis(gesprek)
    assert opslag.ruim_op(later - timedelta(days=1), 30) == 0
    assert opslag.ruim_op(later, 30) == 1


def test_a_plan_is_not_shared_longer_than_it_is_kept(
    engine: Engine, gedeeld: tuple[str, str], klok: list[datetime]
) -> None:
    gesprek, _ = gedeeld
    Delen(engine).deel(gesprek, {}, VANDAAG + timedelta(days=300))
    klok[0] += timedelta(days=30)
    assert Delen(engine).ruim_op(VANDAAG, 30) == 0
    klok[0] += timedelta(seconds=1)
    assert Delen(engine).ruim_op(VANDAAG, 30) == 1


# -- sharing ----------------------------------------------------------------------------------------------------------


def test_sharing_needs_an_invitation_that_works(engine: Engine, gedeeld: tuple[str, str], karin: str) -> None:
    gesprek, id = gedeeld
    delen = Delen(engine)
    ander, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    with pytest.raises(NietTeDelen):
        delen.deel(ander, {}, TOT)
    Uitnodigingen(engine).trek_in(karin, id)
    with pytest.raises(NietTeDelen):
        delen.deel(gesprek, {}, TOT)


def test_nobody_begins_or_shares_with_an_account_that_is_closed(
    engine: Engine, gedeeld: tuple[str, str], karin: str
) -> None:
    nieuw = nodig_uit(engine, karin)
    Medewerkers(engine).blokkeer("karin")
    with pytest.raises(NietTeDelen):
        Delen(engine).deel(gedeeld[0], {}, TOT)
    uitnodiging = Uitnodigingen(engine).op_link(nieuw.token)
    assert uitnodiging
    assert not uitnodiging.begint(VANDAAG)
    gesprek, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [])
    assert not Uitnodigingen(engine).koppel(nieuw.id, gesprek, VANDAAG)


def test_sharing_keeps_the_conversation_as_long_as_any_other_word(
    engine: Engine, gedeeld: tuple[str, str], klok: list[datetime]
) -> None:
    klok[0] += timedelta(days=29)
    Delen(engine).deel(gedeeld[0], {}, TOT)
    klok[0] += timedelta(days=29)
    assert Gesprekken(engine).ruim_op(30) == 0
    klok[0] += timedelta(days=2)
    assert Gesprekken(engine).ruim_op(30) == 1


def test_sharing_taking_back_and_wiping_at_once_ends_in_a_wiped_conversation(
    engine: Engine, gedeeld: tuple[str, str]
) -> None:
    gesprek, _ = gedeeld
    delen = Delen(engine)
    delen.deel(gesprek, {"plan": "De trap."}, TOT, bezorgen=True)
    with engine.begin() as db:
        db.execute(update(tabel_uitbak).values(pogingen=1))

    def deel() -> None:
        with suppress(NietTeDelen, IntegrityError):
            delen.deel(gesprek, {"plan": "De trap."}, TOT, bezorgen=True)

    gewist: list[int] = []
    doen: list[Callable[[], object]] = [
        deel, lambda: delen.neem_terug(gesprek), lambda: gewist.append(Gesprekken(engine).wis(gesprek).over),
        lambda: delen.neem_terug(gesprek), deel,
    ]  # fmt: skip
    with ThreadPoolExecutor(5) as pool:
        for klaar in [pool.submit(doe) for doe in doen]:
            klaar.result()
    assert gewist == [0]
    assert "De trap." not in alles(engine)
    assert [b.gebeurtenis for b in delen.bezorgd(gesprek) if b.pogingen or b.gebeurtenis == "ingetrokken"].count(
        "ingetrokken"
    ) == 1


def test_of_many_who_share_at_once_the_last_stays(engine: Engine, gedeeld: tuple[str, str]) -> None:
    gesprek, _ = gedeeld
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda i: Delen(engine).deel(gesprek, {"plan": i}, TOT), range(8)))
    deling = Delen(engine).gedeeld(gesprek, VANDAAG)
    assert deling
    assert deling.id in ids


def test_a_shared_plan_is_read_up_to_and_including_its_last_day(
    engine: Engine, gedeeld: tuple[str, str], karin: str
) -> None:
    gesprek, id = gedeeld
    delen = Delen(engine)
    zij, hij = Medewerkers(engine).met_naam("karin"), Medewerkers(engine).maak("joost", "consulent", None)
    assert zij

    def lees(wie: Medewerker, dag: date = VANDAAG) -> object:
        return delen.lees(wie, id, "overzicht", dag, lambda inhoud: inhoud["plan"])

    gelezen = lees(zij, TOT)
    assert isinstance(gelezen, tuple)
    assert gelezen[1] == "De trap."
    assert lees(zij, TOT + timedelta(days=1)) is None
    assert lees(hij) is None
    assert delen.lees(zij, "bestaat-niet", "overzicht", VANDAAG, lambda inhoud: inhoud) is None
    assert [(r.wie, r.wat) for r in delen.logboek(gesprek)] == [("Karin", "overzicht"), ("", "gedeeld")]
    assert [(r.wie, r.waarover) for r in Logboek(engine).regels() if r.wat == "lezen_geweigerd"] == [
        (f"medewerker:{hij.id}", id)
    ]


def test_a_plan_in_a_shape_of_before_is_not_read_and_not_written_down(
    engine: Engine, gedeeld: tuple[str, str], karin: str
) -> None:
    zij = Medewerkers(engine).met_naam("karin")
    assert zij
    with pytest.raises(Verouderd):
        Delen(engine).lees(zij, gedeeld[1], "overzicht", VANDAAG, uit_momentopname)
    assert [r.wat for r in Delen(engine).logboek(gedeeld[0])] == ["gedeeld"]


def test_wiping_leaves_nothing_of_the_conversation(engine: Engine, gedeeld: tuple[str, str]) -> None:
    gesprek, _ = gedeeld
    delen = Delen(engine)
    delen.hervatlink(gesprek, "een-token")
    gewist = Gesprekken(engine).wis(gesprek)
    assert {"gesprekken", "gedeelde_plannen", "deellogboek", "hervattingen", "uitnodigingen"} <= set(gewist.weg)
    assert gewist.over == 0
    assert "De trap." not in alles(engine)


@pytest.mark.parametrize(
    ("hoe_lang", "werkt"), [(timedelta(minutes=15), True), (timedelta(minutes=15, seconds=1), False)]
)
def test_a_code_works_for_a_quarter_of_an_hour(
    engine: Engine, gedeeld: tuple[str, str], klok: list[datetime], hoe_lang: timedelta, werkt: bool
) -> None:
    delen = Delen(engine)
    delen.hervatcode(gedeeld[0], CODE)
    klok[0] += hoe_lang
    assert delen.te_hervatten(woorden=CODE) == (gedeeld[0] if werkt else None)
    assert delen.hervatbaar(gedeeld[0]) is werkt
    assert delen.hervat("een-sessie", woorden=CODE) == (gedeeld[0] if werkt else None)
    assert Gesprekken(engine).zoek("een-sessie") == (gedeeld[0] if werkt else None)
    assert delen.hervat("nog-een", woorden=CODE) is None


# -- staff ------------------------------------------------------------------------------------------------------------


def test_a_name_is_one_account(engine: Engine, karin: str) -> None:
    with pytest.raises(Naambezet):
        Medewerkers(engine).maak(" KARIN ", "raad", WACHTWOORD)
    fouten = [("", "raad", WACHTWOORD, "name"), ("x", "baas", WACHTWOORD, "role"), ("x", "raad", "kort", "password")]
    for naam, rol, wachtwoord, waarom in fouten:
        with pytest.raises(ValueError, match=waarom):
            Medewerkers(engine).maak(naam, rol, wachtwoord)


def test_a_session_ends_after_silence_and_after_a_working_day(engine: Engine, karin: str, klok: list[datetime]) -> None:
    accounts = Medewerkers(engine)
    token = accounts.meld_aan("Karin", WACHTWOORD, "10.0.0.1")
    assert token
    for _ in range(16):
        assert accounts.sessie(token)
        klok[0] += timedelta(minutes=29)
    assert accounts.sessie(token)
    klok[0] += timedelta(minutes=29)
    assert accounts.sessie(token) is None
    stil = accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
    assert stil
    klok[0] += timedelta(minutes=31)
    assert accounts.sessie(stil) is None


def test_a_new_password_ends_every_session(engine: Engine, karin: str) -> None:
    accounts = Medewerkers(engine)
    token = accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
    assert token
    accounts.zet_wachtwoord("karin", "een ander lang wachtwoord")
    assert accounts.sessie(token) is None
    assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1") is None
    with pytest.raises(LookupError):
        accounts.zet_wachtwoord("niemand", "een ander lang wachtwoord")


def test_who_guesses_waits_longer_and_longer_and_never_for_good(
    engine: Engine, karin: str, klok: list[datetime]
) -> None:
    accounts, gewacht = Medewerkers(engine), []
    for _ in range(30):
        try:
            assert accounts.meld_aan("karin", "verkeerd", "10.0.0.1") is None
        except Wacht as wacht:
            gewacht.append(wacht.seconden)
            klok[0] += timedelta(seconds=wacht.seconden)
    assert gewacht == sorted(gewacht)
    assert gewacht[0] <= 3
    assert gewacht[-1] <= 901
    klok[0] += timedelta(seconds=901)
    assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")


def test_colleagues_behind_one_address_who_mistype_now_and_then_keep_nobody_out(
    engine: Engine, karin: str, klok: list[datetime]
) -> None:
    accounts = Medewerkers(engine)
    accounts.maak("joost", "consulent", WACHTWOORD)
    for _ in range(30):
        assert accounts.meld_aan("joost", "verkeerd", "10.0.0.1") is None
        assert accounts.meld_aan("joost", WACHTWOORD, "10.0.0.1")
        assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
        klok[0] += timedelta(hours=3)


def test_a_right_code_ends_no_wait_and_begins_none(engine: Engine, klok: list[datetime]) -> None:
    opslag = Uitnodigingen(engine)
    with suppress(Wacht):
        while True:
            opslag.sluit_poging("10.0.0.1", opslag.probeer_code("10.0.0.1"), goed=False)
    klok[0] += timedelta(seconds=60)
    for _ in range(5):
        opslag.sluit_poging("10.0.0.1", opslag.probeer_code("10.0.0.1"), goed=True)
    opslag.sluit_poging("10.0.0.1", opslag.probeer_code("10.0.0.1"), goed=False)
    with pytest.raises(Wacht):
        opslag.probeer_code("10.0.0.1")


def test_after_a_wait_one_goes_through_and_not_all_who_come_at_once(engine: Engine, klok: list[datetime]) -> None:
    opslag = Uitnodigingen(engine)
    with suppress(Wacht):
        while True:
            opslag.sluit_poging("10.0.0.1", opslag.probeer_code("10.0.0.1"), goed=False)
    klok[0] += timedelta(seconds=60)

    def door(_: int) -> bool:
        try:
            opslag.probeer_code("10.0.0.1")
        except Wacht:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(door, range(20))) == 1


def test_tries_at_the_same_moment_are_all_counted(engine: Engine, karin: str) -> None:
    accounts = Medewerkers(engine)

    def gok(_: int) -> bool:
        try:
            return accounts.meld_aan("karin", "verkeerd", "10.0.0.1") is None
        except Wacht:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(gok, range(40))) <= medewerkers.PER_PLEK[0] + 4
    with pytest.raises(Wacht):
        accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")


def test_an_attacker_does_not_lock_out_who_signed_in_from_their_own_address_before(
    engine: Engine, karin: str, klok: list[datetime]
) -> None:
    accounts = Medewerkers(engine)
    assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
    for i in range(60):
        try:
            accounts.meld_aan("karin", "verkeerd", f"192.0.2.{i}")
        except Wacht:
            break
    else:
        pytest.fail("an attack from many addresses is not slowed down")
    assert accounts.meld_aan("karin", WACHTWOORD, "10.0.0.1")
    with pytest.raises(Wacht):
        accounts.meld_aan("karin", WACHTWOORD, "198.51.100.7")


def test_an_account_without_a_password_signs_in_through_the_proxy_alone(engine: Engine) -> None:
    accounts = Medewerkers(engine)
    accounts.maak("bea", "beheerder", None)
    assert accounts.meld_aan("bea", "", "10.0.0.1") is None
    assert accounts.met_naam("Bea")
    accounts.blokkeer("bea")
    assert accounts.met_naam("bea") is None

"""The advice of a raad in the database: members, answers, decisions, texts, and what is left after wiping."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from bot.opslag import AdviesWeg, Adviezen, Bericht, Gesprekken, Ingehaald, Lid, LinkOngeldig, TeVeel, Werkblad, tijd
from bot.opslag.tabellen import adviezen as tabel
from bot.opslag.tabellen import gesprekken, metadata
from bot.vragen import Stand
from tests.opslag.test_gesprekken_opslag import engine, opslag

__all__ = ["engine", "opslag"]

JA: dict[str, Any] = {"oordeel": {"oordeel": "ja", "opmerking": ""}}
NEE: dict[str, Any] = {"oordeel": {"oordeel": "nee", "opmerking": "staat er niet"}}


@pytest.fixture
def adviezen(engine: Engine) -> Adviezen:
    return Adviezen(engine)


def gesprek(opslag: Gesprekken) -> str:
    return opslag.begin("raad", "het_hogeland", [Bericht("bot", "Goedendag.")])[0]


def raad(adviezen: Adviezen, opslag: Gesprekken, *namen: str) -> list[Lid]:
    eerste, *anderen = namen
    secretaris = adviezen.begin(gesprek(opslag), eerste)
    token = adviezen.deel(secretaris.advies_id)
    return [secretaris, *(adviezen.doe_mee(token, gesprek(opslag), naam) for naam in anderen)]


def blad(adviezen: Adviezen, lid: Lid) -> Werkblad:
    gevonden = adviezen.werkblad(lid.advies_id)
    assert gevonden
    return gevonden


def test_who_begins_is_secretaris_and_who_follows_the_link_is_a_member(adviezen: Adviezen, opslag: Gesprekken) -> None:
    anna, bram = raad(adviezen, opslag, "Anna", "Bram")
    assert [(lid.naam, lid.secretaris) for lid in blad(adviezen, anna).leden] == [("Anna", True), ("Bram", False)]
    assert adviezen.begin(str(bram.gesprek_id), "nog eens") == bram


def test_a_link_that_was_withdrawn_or_replaced_or_guessed_opens_nothing(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    oud, nieuw = adviezen.deel(anna.advies_id), adviezen.deel(anna.advies_id)
    assert adviezen.genodigd(nieuw).naam == "Anna"
    adviezen.trek_in(anna.advies_id)
    for token in (oud, nieuw, nieuw.upper(), nieuw[:-1], ""):
        with pytest.raises(LinkOngeldig):
            adviezen.doe_mee(token, gesprek(opslag), "Bram")


def test_the_links_themselves_stand_nowhere_in_the_database(
    adviezen: Adviezen, opslag: Gesprekken, engine: Engine
) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    tokens = adviezen.deel(anna.advies_id), adviezen.hervatlink(anna.id)
    with engine.connect() as db:
        alles = str([db.execute(select(t)).all() for t in metadata.sorted_tables])
    assert not [t for t in tokens if t in alles]


def test_two_members_answer_the_same_point_at_once_and_nothing_is_lost(adviezen: Adviezen, opslag: Gesprekken) -> None:
    leden = raad(adviezen, opslag, *(f"Lid {i}" for i in range(6)))
    with ThreadPoolExecutor(6) as tegelijk:
        list(tegelijk.map(lambda lid: adviezen.bewaar_mening(lid, "p", NEE if lid.secretaris else JA), leden))
    gezegd = blad(adviezen, leden[0]).meningen["p"]
    assert gezegd == {lid.id: NEE if lid.secretaris else JA for lid in leden}


def test_people_who_join_in_the_same_second_are_all_members(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    token, gesprekken = adviezen.deel(anna.advies_id), [gesprek(opslag) for _ in range(4)]
    with ThreadPoolExecutor(4) as tegelijk:
        list(tegelijk.map(lambda id: adviezen.doe_mee(token, id, "x"), gesprekken))
    assert len(blad(adviezen, anna).leden) == 5


def test_of_two_decisions_at_once_the_second_is_refused(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    adviezen.besluit(anna.advies_id, "p", JA, 0)
    eerste = blad(adviezen, anna).besluiten["p"].versie
    for versie in (0, eerste - 1):
        with pytest.raises(Ingehaald):
            adviezen.besluit(anna.advies_id, "p", NEE, versie)
    adviezen.besluit(anna.advies_id, "p", NEE, eerste)
    tweede = blad(adviezen, anna).besluiten["p"]
    assert tweede.inhoud == NEE
    adviezen.besluit(anna.advies_id, "p", None, tweede.versie)
    assert blad(adviezen, anna).besluiten == {}


def test_an_old_window_does_not_replace_a_decision_that_was_opened_and_settled_again(
    adviezen: Adviezen, opslag: Gesprekken
) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    adviezen.besluit(anna.advies_id, "p", JA, 0)
    oud_venster = blad(adviezen, anna).besluiten["p"].versie
    adviezen.besluit(anna.advies_id, "p", None, oud_venster)
    adviezen.besluit(anna.advies_id, "p", NEE, 0)
    with pytest.raises(Ingehaald):
        adviezen.besluit(anna.advies_id, "p", JA, oud_venster)
    assert blad(adviezen, anna).besluiten["p"].inhoud == NEE


def test_a_member_who_leaves_keeps_their_answers_and_a_secretaris_hands_over(
    adviezen: Adviezen, opslag: Gesprekken
) -> None:
    anna, bram, _ = raad(adviezen, opslag, "Anna", "Bram", "Cor")
    adviezen.bewaar_mening(anna, "p", NEE)
    adviezen.vertrek(anna.id)
    nu = blad(adviezen, bram)
    assert nu.meningen["p"] == {anna.id: NEE}
    assert [(lid.naam, lid.secretaris, lid.vertrokken) for lid in nu.leden] == [
        ("Anna", False, True), ("Bram", True, False), ("Cor", False, False)
    ]  # fmt: skip
    assert opslag.laad(str(anna.gesprek_id)) is None


def test_with_the_last_members_who_leave_at_once_the_advice_goes(
    adviezen: Adviezen, opslag: Gesprekken, engine: Engine
) -> None:
    leden = raad(adviezen, opslag, "Anna", "Bram")
    with ThreadPoolExecutor(2) as tegelijk:
        list(tegelijk.map(lambda lid: adviezen.vertrek(lid.id), leden))
    with engine.connect() as db:
        assert [t.name for t in metadata.sorted_tables if db.execute(select(t)).all()] == []


def test_work_on_the_page_keeps_everybody_of_the_raad_in(
    adviezen: Adviezen, opslag: Gesprekken, engine: Engine
) -> None:
    anna, bram = raad(adviezen, opslag, "Anna", "Bram")
    with engine.begin() as db:
        for t in (tabel, gesprekken):
            db.execute(update(t).values(laatst=tijd.nu() - timedelta(days=31)))
    adviezen.bewaar_mening(anna, "p", JA)
    assert (opslag.ruim_op(30), adviezen.ruim_op(30)) == (0, 0)
    assert adviezen.lid(str(bram.gesprek_id)) == bram


def test_nothing_is_stored_in_an_advice_that_was_wiped(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    adviezen.wis(anna.advies_id)
    with pytest.raises(AdviesWeg):
        adviezen.bewaar_mening(anna, "p", JA)
    with pytest.raises(AdviesWeg):
        adviezen.voeg_toe(anna.advies_id, "beleid.pdf", "pdf", 1, [])


def test_there_are_never_more_texts_than_may_be(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")

    def voeg_toe(nummer: int) -> bool:
        try:
            adviezen.voeg_toe(anna.advies_id, f"{nummer}.txt", "txt", None, [], hoogstens=3)
        except TeVeel:
            return False
        return True

    with ThreadPoolExecutor(4) as tegelijk:
        assert sum(tegelijk.map(voeg_toe, range(6))) == 3
    assert len(adviezen.stukken(anna.advies_id)) == 3


def test_one_resume_link_used_twice_at_once_works_once(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    token, elders = adviezen.hervatlink(anna.id), [gesprek(opslag), gesprek(opslag)]

    def hervat(id: str) -> bool:
        try:
            adviezen.hervat(token, id)
        except LinkOngeldig:
            return False
        return True

    with ThreadPoolExecutor(2) as tegelijk:
        assert sorted(tegelijk.map(hervat, elders)) == [False, True]


def test_beginning_twice_at_once_begins_one_advice(adviezen: Adviezen, opslag: Gesprekken) -> None:
    id = gesprek(opslag)
    with ThreadPoolExecutor(4) as tegelijk:
        assert len({lid.id for lid in tegelijk.map(lambda _: adviezen.begin(id, "Anna"), range(4))}) == 1


def test_a_member_goes_on_elsewhere_with_a_link_that_works_once(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,) = raad(adviezen, opslag, "Anna")
    token, elders = adviezen.hervatlink(anna.id), gesprek(opslag)
    adviezen.hervat(token, elders)
    assert opslag.laad(str(anna.gesprek_id)) is None
    verder = adviezen.lid(elders)
    assert verder
    assert (verder.id, verder.secretaris) == (anna.id, True)
    with pytest.raises(LinkOngeldig):
        adviezen.hervat(token, gesprek(opslag))


def test_wiping_a_conversation_takes_that_members_words_along_and_the_last_one_takes_everything(
    adviezen: Adviezen, opslag: Gesprekken, engine: Engine
) -> None:
    anna, bram = raad(adviezen, opslag, "Anna", "Bram")
    adviezen.bewaar_mening(anna, "p", {"oordeel": {"oordeel": "nee", "opmerking": "woorden van Anna"}})
    stemmen = [{"lid": lid.id, "naam": lid.naam, "oordeel": "nee", "opmerking": "zegt het"} for lid in (anna, bram)]
    samen = {**JA, "aanvulling": "Anna: zin van Anna\nBram: zin van Bram", "minderheid": stemmen}
    adviezen.besluit(anna.advies_id, "p", samen, 0)
    adviezen.voeg_toe(anna.advies_id, "beleid.pdf", "pdf", 3, [{"plaats": "bladzijde 1", "tekst": "Beleid."}])
    opslag.wis(str(anna.gesprek_id))
    nu = blad(adviezen, bram)
    assert [(lid.naam, lid.secretaris) for lid in nu.leden] == [("Bram", True)]
    assert nu.meningen == {}
    assert nu.besluiten["p"].inhoud == {
        **JA, "aanvulling": "Bram: zin van Bram", "minderheid": [stemmen[1]]
    }  # fmt: skip
    opslag.wis(str(bram.gesprek_id))
    with engine.connect() as db:
        assert [t.name for t in metadata.sorted_tables if db.execute(select(t)).all()] == ["logboek"]


def test_an_advice_that_nobody_works_on_goes_after_its_days(
    adviezen: Adviezen, opslag: Gesprekken, engine: Engine
) -> None:
    (oud,), (jong,) = raad(adviezen, opslag, "Anna"), raad(adviezen, opslag, "Bram")
    with engine.begin() as db:
        lang_geleden = tijd.nu() - timedelta(days=31)
        db.execute(update(tabel).where(tabel.c.id == oud.advies_id).values(laatst=lang_geleden))
    assert adviezen.ruim_op(30) == 1
    assert adviezen.werkblad(oud.advies_id) is None
    assert adviezen.werkblad(jong.advies_id)


def test_a_text_is_found_in_its_own_advice_only(adviezen: Adviezen, opslag: Gesprekken) -> None:
    (anna,), (ander,) = raad(adviezen, opslag, "Anna"), raad(adviezen, opslag, "Bram")
    id = adviezen.voeg_toe(anna.advies_id, "beleid.odt", "odt", None, [{"plaats": "alinea 1", "tekst": "Beleid."}])
    assert [s.naam for s in adviezen.stukken(anna.advies_id)] == ["beleid.odt"]
    assert adviezen.stukken(ander.advies_id) == []
    assert not adviezen.wis_stuk(ander.advies_id, id)
    assert adviezen.wis_stuk(anna.advies_id, id)


# -- the chat and the page write the same ---------------------------------------------------------------------------


def zeg_in_gesprek(opslag: Gesprekken, id: str, **antwoorden: Any) -> None:
    nu = opslag.laad(id)
    assert nu
    stand = nu.standen.setdefault("advies", Stand())
    stand.antwoorden |= {naam.replace("__", "."): w for naam, w in antwoorden.items()}
    opslag.rond_af(nu, opslag.ontvang(id, "iets"), [Bericht("bot", "ja")], [], ["advies"])


def test_what_is_said_in_the_chat_stands_on_the_page_and_the_other_way_round(
    adviezen: Adviezen, opslag: Gesprekken
) -> None:
    id = gesprek(opslag)
    zeg_in_gesprek(opslag, id, p__oordeel=NEE["oordeel"], focus="deel", lijsten=["basisset"])
    lid = adviezen.lid(id)
    assert lid
    assert blad(adviezen, lid).meningen == {"p": {lid.id: NEE}}
    assert blad(adviezen, lid).gegevens == {"lijsten": ["basisset"]}
    adviezen.bewaar_mening(lid, "q", JA)
    adviezen.zet(lid.advies_id, "lijsten", ["basisset", "themas"])
    nu = opslag.laad(id)
    assert nu
    assert nu.standen["advies"].antwoorden == {
        "p.oordeel": NEE["oordeel"], "q.oordeel": JA["oordeel"], "focus": "deel", "lijsten": ["basisset", "themas"]
    }  # fmt: skip


def test_a_turn_does_not_undo_what_the_page_stored_meanwhile(adviezen: Adviezen, opslag: Gesprekken) -> None:
    id = gesprek(opslag)
    zeg_in_gesprek(opslag, id, p__oordeel=JA["oordeel"])
    lid = adviezen.lid(id)
    assert lid
    nu = opslag.laad(id)
    assert nu
    adviezen.bewaar_mening(lid, "q", NEE)
    nu.standen["advies"].antwoorden["p.oordeel"] = NEE["oordeel"]
    opslag.rond_af(nu, opslag.ontvang(id, "iets"), [Bericht("bot", "ja")], [], ["advies"])
    assert blad(adviezen, lid).meningen == {"p": {lid.id: NEE}, "q": {lid.id: NEE}}


def test_an_answer_taken_back_in_the_chat_is_gone(adviezen: Adviezen, opslag: Gesprekken) -> None:
    id = gesprek(opslag)
    zeg_in_gesprek(opslag, id, p__oordeel=JA["oordeel"])
    nu = opslag.laad(id)
    assert nu
    del nu.standen["advies"].antwoorden["p.oordeel"]
    opslag.rond_af(nu, opslag.ontvang(id, "iets"), [Bericht("bot", "ja")], [], ["advies"])
    lid = adviezen.lid(id)
    assert lid
    assert blad(adviezen, lid).meningen == {}


def test_the_secretaris_finishes_the_advice_in_the_chat_and_a_new_answer_makes_it_a_concept_again(
    adviezen: Adviezen, opslag: Gesprekken
) -> None:
    anna, bram = raad(adviezen, opslag, "Anna", "Bram")

    def rond_af(lid: Lid) -> None:
        nu = opslag.laad(str(lid.gesprek_id))
        assert nu
        nu.standen["advies"].klaar = True
        opslag.rond_af(nu, opslag.ontvang(nu.id, "ja"), [Bericht("bot", "klaar")], [], ["advies"])

    zeg_in_gesprek(opslag, str(anna.gesprek_id), p__oordeel=JA["oordeel"])
    zeg_in_gesprek(opslag, str(bram.gesprek_id), p__oordeel=JA["oordeel"])
    rond_af(bram)
    assert "klaar" not in blad(adviezen, anna).gegevens
    rond_af(anna)
    assert blad(adviezen, anna).gegevens["klaar"] is True
    zeg_in_gesprek(opslag, str(bram.gesprek_id), p__oordeel=NEE["oordeel"])
    assert blad(adviezen, anna).gegevens["klaar"] is False

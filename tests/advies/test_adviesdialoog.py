"""The questions of the advice, with the real checklist."""

from typing import Any

import pytest

from bot.vragen import Leesfout, Stand, beantwoord, huidige, lees, sla_over, terug, wijzig
from tests.conftest import VANDAAG
from tests.vragen import dialogen

ADVIES = dialogen.dialoog("advies")
DELEN = ADVIES.delen({})
VEILIG = next(d for d in DELEN if d.id == "veilig")
P1, P2, P3 = VEILIG.punten


def zeg(stand: Stand, *teksten: str) -> Stand:
    for tekst in teksten:
        beantwoord(ADVIES, stand, tekst, VANDAAG)
    return stand


def open_vraag(stand: Stand) -> Any:
    vraag = huidige(ADVIES, stand)
    return vraag.id if vraag else None


def begonnen() -> Stand:
    return zeg(Stand(), "veilig")


def test_the_raad_chooses_a_part_first() -> None:
    vraag = huidige(ADVIES, Stand())
    assert vraag is not None
    assert [k.waarde for k in vraag.keuzes] == [*(d.id for d in DELEN), "andere_lijst"]
    assert open_vraag(begonnen()) == f"{P1.id}.oordeel"


def test_the_first_point_of_a_part_comes_after_what_the_part_is_about() -> None:
    eerste = huidige(ADVIES, begonnen())
    tweede = huidige(ADVIES, zeg(begonnen(), "ja"))
    assert eerste is not None
    assert tweede is not None
    assert eerste.vooraf == (VEILIG.uitleg,)
    assert tweede.vooraf == ()


def test_every_point_shows_its_own_source() -> None:
    vraag = huidige(ADVIES, begonnen())
    assert vraag is not None
    assert vraag.bronnen == (P1.bron,)


@pytest.mark.parametrize("oordeel", ["ja", "weet ik niet"])
def test_yes_and_not_knowing_lead_to_the_next_point(oordeel: str) -> None:
    assert open_vraag(zeg(begonnen(), oordeel)) == f"{P2.id}.oordeel"


@pytest.mark.parametrize("oordeel", ["nee", "deels"])
def test_no_and_partly_ask_for_a_remark_and_for_what_the_raad_wants(oordeel: str) -> None:
    stand = zeg(begonnen(), oordeel)
    assert open_vraag(stand) == f"{P1.id}.opmerking"
    zeg(stand, "Er staat alleen iets over aanbieders.")
    assert open_vraag(stand) == f"{P1.id}.aanvulling"
    zeg(stand, "Zet het er ook voor vrijwilligers in.")
    assert open_vraag(stand) == f"{P1.id}.belang"
    zeg(stand, "minder belangrijk")
    assert open_vraag(stand) == f"{P2.id}.oordeel"


def test_only_what_matters_most_asks_for_an_example() -> None:
    stand = zeg(begonnen(), "nee", "Niets.", "Zet het erin.", "heel belangrijk")
    assert open_vraag(stand) == f"{P1.id}.voorbeeld"
    zeg(stand, "Een vrouw wist niet waar zij een klacht kon indienen.")
    assert open_vraag(stand) == f"{P2.id}.oordeel"
    assert stand.antwoorden[f"{P1.id}.voorbeeld"].startswith("Een vrouw")


def test_a_remark_that_was_said_with_the_oordeel_is_not_asked_again() -> None:
    stand = zeg(begonnen(), "nee, er staat alleen iets over aanbieders")
    assert open_vraag(stand) == f"{P1.id}.aanvulling"
    assert stand.antwoorden[f"{P1.id}.oordeel"]["opmerking"] == "er staat alleen iets over aanbieders"


def test_a_skipped_point_counts_as_looked_at() -> None:
    stand = begonnen()
    sla_over(ADVIES, stand)
    assert open_vraag(stand) == f"{P2.id}.oordeel"
    assert ADVIES.bekeken(VEILIG, stand.antwoorden) == 1


def test_after_the_last_point_of_a_part_the_next_part_is_chosen() -> None:
    stand = zeg(begonnen(), "ja", "ja", "ja")
    vraag = huidige(ADVIES, stand)
    assert vraag is not None
    assert vraag.id == "deel"
    assert "veilig" not in [k.waarde for k in vraag.keuzes]
    assert vraag.keuzes[-1].waarde == "afronden"


def test_the_advice_can_only_be_made_when_something_was_looked_at() -> None:
    vraag = huidige(ADVIES, Stand())
    assert vraag is not None
    assert "afronden" not in [k.waarde for k in vraag.keuzes]


def test_a_part_under_way_shows_how_far_it_is() -> None:
    stand = zeg(begonnen(), "ja", "naar een ander onderdeel")
    vraag = huidige(ADVIES, stand)
    assert vraag is not None
    (label,) = [k.label for k in vraag.keuzes if k.waarde == "veilig"]
    assert f"1 van {len(VEILIG.punten)}" in label


def test_another_part_leaves_the_open_point_for_later() -> None:
    stand = zeg(begonnen(), "ja", "naar een ander onderdeel")
    assert open_vraag(stand) == "deel"
    zeg(stand, "overigen", "ja", "ander onderdeel", "veilig")
    assert open_vraag(stand) == f"{P2.id}.oordeel"


def test_when_every_point_was_looked_at_the_advice_is_read() -> None:
    antwoorden = {f"{p.id}.oordeel": {"oordeel": "ja", "opmerking": ""} for d in DELEN for p in d.punten}
    assert open_vraag(Stand(antwoorden=antwoorden)) == "klopt"


def gestopt() -> Stand:
    return zeg(
        begonnen(),
        "ja",
        "nee, er staat bijna niets over",
        "Schrijf het op.",
        "belangrijk",
        "ander onderdeel",
        "maak het advies",
    )


def test_the_raad_may_stop_halfway_and_read_the_advice() -> None:
    stand = gestopt()
    assert open_vraag(stand) == "klopt"
    zeg(stand, "ja")
    assert open_vraag(stand) is None


def test_one_more_part_can_still_be_chosen() -> None:
    assert open_vraag(zeg(gestopt(), "nog een onderdeel")) == "deel"


def test_only_points_that_were_looked_at_can_be_changed() -> None:
    vraag = huidige(ADVIES, zeg(gestopt(), "iets veranderen"))
    assert vraag is not None
    assert [k.waarde for k in vraag.keuzes] == [
        f"{P1.id}.oordeel", f"{P2.id}.oordeel", f"{P2.id}.aanvulling", f"{P2.id}.belang"
    ]  # fmt: skip
    assert len({k.label for k in vraag.keuzes}) == 4


def test_a_changed_point_asks_again_and_the_rest_stays() -> None:
    stand = zeg(gestopt(), "iets veranderen", f"{P1.id}.oordeel")
    assert open_vraag(stand) == f"{P1.id}.oordeel"
    zeg(stand, "weet ik niet")
    assert open_vraag(stand) == "klopt"
    assert stand.antwoorden[f"{P1.id}.oordeel"]["oordeel"] == "weet_niet"
    assert stand.antwoorden[f"{P2.id}.aanvulling"] == "Schrijf het op."


def test_a_point_that_became_partly_asks_what_the_raad_wants() -> None:
    stand = zeg(gestopt(), "iets veranderen", f"{P1.id}.oordeel", "deels, alleen voor jongeren in de stad")
    assert open_vraag(stand) == f"{P1.id}.aanvulling"


def test_back_opens_the_point_just_answered() -> None:
    stand = zeg(begonnen(), "ja")
    assert terug(ADVIES, stand)
    assert open_vraag(stand) == f"{P1.id}.oordeel"


def test_leaving_a_point_that_was_opened_again_keeps_what_was_said_of_it() -> None:
    stand = zeg(begonnen(), "nee, er staat alleen iets over aanbieders", "Ook voor vrijwilligers.")
    wijzig(stand, f"{P1.id}.oordeel")
    zeg(stand, "naar een ander onderdeel")
    assert stand.antwoorden[f"{P1.id}.oordeel"]["opmerking"] == "er staat alleen iets over aanbieders"


def test_a_remark_about_something_else_is_no_wish_for_another_part() -> None:
    stand = zeg(begonnen(), "nee, in het beleid staat iets anders dan in de wet")
    assert stand.antwoorden[f"{P1.id}.oordeel"]["oordeel"] == "nee"


# -- more lists ------------------------------------------------------------------------------------------------------


def met_lijsten(*namen: str) -> Stand:
    stand = zeg(Stand(), "een andere lijst erbij")
    assert open_vraag(stand) == "lijsten"
    for naam in namen:
        zeg(stand, naam)
    zeg(stand, "klaar")
    return stand


def test_another_list_adds_its_parts() -> None:
    stand = met_lijsten("basisset", "clientregie")
    vraag = huidige(ADVIES, stand)
    assert vraag is not None
    assert vraag.id == "deel"
    keuzes = {k.waarde for k in vraag.keuzes}
    assert {d.id for d in DELEN} < keuzes
    assert {d.id for d in ADVIES.lijsten.lijsten["clientregie"].delen} <= keuzes


def test_lists_that_were_chosen_can_be_chosen_again() -> None:
    stand = zeg(met_lijsten("clientregie"), "een andere lijst erbij")
    assert open_vraag(stand) == "lijsten"
    zeg(stand, "beleidsplan", "klaar")
    assert stand.antwoorden["lijsten"] == ["clientregie", "beleidsplan"]
    assert open_vraag(stand) == "deel"


def test_the_same_question_of_two_lists_is_asked_once_and_counts_for_both() -> None:
    lijsten = ADVIES.lijsten
    dubbel = next(p for p in lijsten.lijsten["themas"].punten if p.zelfde_als in lijsten.punten)
    beide = [p.id for d in lijsten.delen(["basisset", "themas"]) for p in d.punten]
    alleen = [p.id for d in lijsten.delen(["themas"]) for p in d.punten]
    assert beide.count(dubbel.zelfde_als) == 1
    assert dubbel.id not in beide
    assert dubbel.zelfde_als in alleen


# -- naming a part --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("deel", DELEN, ids=lambda d: d.id)
def test_a_part_is_chosen_by_its_name(deel: Any) -> None:
    vraag = huidige(ADVIES, Stand())
    assert vraag is not None
    assert lees(vraag, deel.naam, VANDAAG) == deel.id


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("privacy", "veilig"),
        ("veilig", "veilig"),
        ("de regie", "regie"),
        ("deskundig personeel", "deskundig_personeel"),
        ("rapportages", "rapportages"),
        ("medezeggenschap", "overigen"),
        ("het dossier", "overigen"),
        ("klachten", "overigen"),
    ],
)
def test_a_part_is_chosen_by_what_it_is_about(tekst: str, deel: str) -> None:
    """`klachten` is what the raad says in the fifth example conversation."""
    vraag = huidige(ADVIES, Stand())
    assert vraag is not None
    assert lees(vraag, tekst, VANDAAG) == deel


@pytest.mark.parametrize("tekst", ["ik zou graag iemand willen spreken", "waarom eigenlijk"])
def test_ordinary_words_choose_no_part(tekst: str) -> None:
    vraag = huidige(ADVIES, Stand())
    assert vraag is not None
    with pytest.raises(Leesfout):
        lees(vraag, tekst, VANDAAG)

"""Which questions lead to the time for hulp bij het huishouden, and what the rule is told (hogeland bijlage 1 §3.2)."""

from typing import Any

import pytest

from bot.regels import bereken
from bot.vragen import Leesfout, Stand, beantwoord, huidige, lees, wijzig
from tests.conftest import VANDAAG
from tests.vragen import dialogen

DIALOOG = dialogen.dialoog("huishouden")
TAKEN = list(DIALOOG.teksten.taaknamen)


def ids(**antwoorden: Any) -> list[str]:
    return [v.id for v in DIALOOG.route(antwoorden)]


def zeg(stand: Stand, *teksten: str) -> Stand:
    for tekst in teksten:
        beantwoord(DIALOOG, stand, tekst, VANDAAG)
    return stand


def uitkomst(antwoorden: dict[str, Any]) -> dict[str, Any]:
    return bereken(dialogen.diensten().gemeente, DIALOOG.regel, DIALOOG.invoer(antwoorden), VANDAAG)


# -- the questions --------------------------------------------------------------------------------------------------


def test_before_the_work_is_known_only_the_household_and_the_work_are_asked() -> None:
    assert ids() == ["personen", "taken"]


@pytest.mark.parametrize(("personen", "gevraagd"), [(1, False), (2, True), (None, False)])
def test_children_are_asked_of_more_than_one_person(personen: int | None, gevraagd: bool) -> None:
    assert ("kinderen" in ids(personen=personen)) is gevraagd


def test_each_task_asks_what_goes_without_help_except_planning() -> None:
    """Organisatie has no parts (bijlage 1 §3.2), so there is nothing to subtract."""
    route = ids(personen=1, taken=TAKEN)
    assert [id for id in route if id.startswith("zelf.")] == [f"zelf.{t}" for t in TAKEN if t != "organisatie"]


def test_meals_ask_how_often_and_how() -> None:
    assert ids(taken=["warme_maaltijd"])[2:] == ["wijze", "warme_dagen", "zelf.warme_maaltijd"]
    assert ids(taken=["broodmaaltijd"])[2:] == ["brood_keren", "zelf.broodmaaltijd"]


@pytest.mark.parametrize(
    ("taak", "omstandigheden"),
    [
        ("boodschappen", {"winkel_verder_dan_2_km"}),
        ("licht_huishoudelijk_werk", {"psychogeriatrie_of_gedrag", "allergie_gesaneerd"}),
        (
            "zwaar_huishoudelijk_werk",
            {"psychogeriatrie_of_gedrag", "allergie_gesaneerd", "grote_woning_hoge_bezetting", "hoge_vervuiling"},
        ),
        ("wasverzorging", {"bedlegerig", "extra_bewassing"}),
        ("organisatie", {"psychogeriatrie_of_gedrag", "communicatieproblemen"}),
    ],
)
def test_only_what_changes_the_time_for_the_chosen_work_is_asked(taak: str, omstandigheden: set[str]) -> None:
    (vraag,) = (v for v in DIALOOG.route({"taken": [taak]}) if v.id == "omstandigheden")
    assert {k.waarde for k in vraag.keuzes} == {"niets", *omstandigheden}


@pytest.mark.parametrize("taak", ["broodmaaltijd", "warme_maaltijd"])
def test_for_meals_no_circumstance_gives_extra_time(taak: str) -> None:
    assert "omstandigheden" not in ids(taken=[taak])


def test_the_parts_of_each_task_are_those_of_the_rule() -> None:
    """The ids of `zelf` are fixed by the rule: a name that it does not know is refused."""
    for taak, delen in DIALOOG.teksten.zelf.items():
        antwoorden = {
            "personen": 1,
            "taken": [taak],
            f"zelf.{taak}": [k.waarde for k in delen],
            "wijze": "koken",
            "warme_dagen": 7,
            "brood_keren": 14,
        }
        assert uitkomst(antwoorden)["waarde"]["minuten_per_week"] == 0, taak


def test_every_circumstance_is_one_that_the_rule_knows() -> None:
    antwoorden = {"personen": 1, "taken": ["boodschappen"], "omstandigheden": list(DIALOOG.teksten.omstandigheden)}
    assert uitkomst(antwoorden)["status"] == "berekend"


# -- reading --------------------------------------------------------------------------------------------------------


def lees_taken(tekst: str) -> Any:
    return lees(DIALOOG.route({})[1], tekst, VANDAAG)


@pytest.mark.parametrize(
    ("tekst", "taken"),
    [
        ("stofzuigen en de was", ["zwaar_huishoudelijk_werk", "wasverzorging"]),
        ("boodschappen doen", ["boodschappen"]),
        ("koken", ["warme_maaltijd"]),
        ("alles", TAKEN),
    ],
)
def test_work_is_named_in_ordinary_words(tekst: str, taken: list[str]) -> None:
    assert sorted(lees_taken(tekst)) == sorted(taken)


def test_saying_that_it_is_enough_adds_no_work() -> None:
    stand = zeg(Stand(antwoorden={"personen": 1}), "boodschappen", "dat was het")
    assert stand.antwoorden["taken"] == ["boodschappen"]


def test_saying_that_it_is_enough_before_anything_was_chosen_chooses_nothing() -> None:
    with pytest.raises(Leesfout):
        lees_taken("dat was het")


@pytest.mark.parametrize("id", ["zelf.wasverzorging", "omstandigheden"])
def test_no_means_nothing_of_these(id: str) -> None:
    (vraag,) = (v for v in DIALOOG.route({"taken": ["wasverzorging"]}) if v.id == id)
    assert lees(vraag, "nee", VANDAAG) == ["niets"]


def test_the_number_of_children_is_no_child() -> None:
    (vraag,) = (v for v in DIALOOG.route({"personen": 3}) if v.id == "kinderen")
    assert [k["leeftijd"] for k in lees(vraag, "twee kinderen van 8 en 10", VANDAAG)] == [8, 10]


# -- the input of the rule ------------------------------------------------------------------------------------------


def test_the_answers_become_the_input_of_the_rule() -> None:
    antwoorden = {
        "personen": 4,
        "kinderen": [{"wie": "dochter", "leeftijd": 3}, {"wie": "zoon", "leeftijd": 12}],
        "taken": ["broodmaaltijd", "warme_maaltijd", "wasverzorging", "organisatie"],
        "wijze": "koken",
        "warme_dagen": 5,
        "brood_keren": 14,
        "zelf.broodmaaltijd": ["niets"],
        "zelf.warme_maaltijd": ["afwas"],
        "zelf.wasverzorging": ["strijken", "droger"],
        "omstandigheden": ["bedlegerig"],
    }
    assert DIALOOG.invoer(antwoorden) == {
        "huishouden": {"personen": 4, "kinderen": [3, 12]},
        "taken": {
            "broodmaaltijd": {"keer_per_dag": 2, "dagen_per_week": 7, "zelf": []},
            "warme_maaltijd": {"wijze": "koken", "dagen_per_week": 5, "zelf": ["afwas"]},
            "wasverzorging": {"zelf": ["strijken", "droger"]},
            "organisatie": {},
        },
        "omstandigheden": ["bedlegerig"],
    }


def test_who_lives_alone_has_no_children_there() -> None:
    assert DIALOOG.invoer({"personen": 1, "kinderen": None})["huishouden"] == {"personen": 1, "kinderen": []}


def test_a_skipped_number_is_absent() -> None:
    assert DIALOOG.invoer({"personen": None, "taken": ["warme_maaltijd"], "warme_dagen": None})["huishouden"] == {}
    assert DIALOOG.invoer({"personen": 3, "kinderen": None})["huishouden"] == {"personen": 3}
    assert (
        "dagen_per_week"
        not in DIALOOG.invoer({"taken": ["warme_maaltijd"], "warme_dagen": None})["taken"]["warme_maaltijd"]
    )


def test_work_that_was_taken_off_the_list_is_not_told() -> None:
    antwoorden = {
        "personen": 1,
        "taken": ["boodschappen"],
        "zelf.wasverzorging": ["strijken"],
        "zelf.boodschappen": ["niets"],
    }
    assert DIALOOG.invoer(antwoorden)["taken"] == {"boodschappen": {"zelf": []}}


def test_more_children_than_people_is_noticed_in_the_dialogue() -> None:
    """Two people cannot be two children and the one who needs help: the numbers are asked again."""
    stand = zeg(Stand(), "2")
    (gezegd,) = beantwoord(DIALOOG, stand, "een dochter van 4 en een zoon van 9", VANDAAG)[1]
    assert "2 kinderen en 2 mensen" in gezegd
    vraag = huidige(DIALOOG, stand)
    assert vraag is not None
    assert vraag.id == "personen"


def test_the_children_that_were_read_are_said_back() -> None:
    stand = zeg(Stand(), "3")
    (gezegd,) = beantwoord(DIALOOG, stand, "een dochter van 4", VANDAAG)[1]
    assert "dochter (4 jaar)" in gezegd


def test_other_work_asks_for_its_own_circumstances() -> None:
    """Whether the person is bedlegerig was never asked with the boodschappen, so no may not be assumed."""
    stand = zeg(Stand(), "1", "boodschappen", "dat is alles", "niets hiervan", "niets hiervan")
    wijzig(stand, "taken")
    zeg(stand, "de was", "dat is alles", "niets hiervan")
    vraag = huidige(DIALOOG, stand)
    assert vraag is not None
    assert vraag.id == "omstandigheden"


# -- the outcome in sentences ---------------------------------------------------------------------------------------


def zinnen(**antwoorden: Any) -> list[str]:
    return dialogen.zinnen(DIALOOG, antwoorden)


def test_the_time_is_said_in_hours_and_minutes() -> None:
    """Light work 60 and heavy work 90 minutes for one person (bijlage 1 §3.2): 150 minutes."""
    taken = ["licht_huishoudelijk_werk", "zwaar_huishoudelijk_werk"]
    (zin,) = zinnen(personen=1, taken=taken, omstandigheden=["niets"])
    assert "ongeveer 2 uur en 30 minuten per week" in zin


def test_no_time_is_said_as_no_time() -> None:
    delen = [k.waarde for k in DIALOOG.teksten.zelf["boodschappen"]]
    antwoorden = {"personen": 1, "taken": ["boodschappen"], "zelf.boodschappen": delen}
    assert dialogen.zinnen(DIALOOG, antwoorden) == [
        "Voor wat u noemt, geven de regels geen tijd. Doet toch niemand dit werk? Vertel dat dan aan de consulent."
    ]


def test_what_is_open_is_named_and_no_time_is_given() -> None:
    (zin,) = zinnen(personen=1, taken=["warme_maaltijd"], wijze="koken", warme_dagen=None)
    assert "dagen warme maaltijd" in zin
    assert "minuten" not in zin


# -- how many questions, and care for children ------------------------------------------------------------------------


def test_a_single_person_with_all_work_answers_at_most_twelve_questions() -> None:
    alles = [k.waarde for v in DIALOOG.route({"personen": 1}) if v.id == "taken" for k in v.keuzes]
    assert len(DIALOOG.route({"personen": 1, "taken": alles})) <= 12


def test_care_for_children_is_offered_where_there_are_children() -> None:
    def aangeboden(**antwoorden: Any) -> set[str]:
        return {k.waarde for v in DIALOOG.route(antwoorden) if v.id == "taken" for k in v.keuzes}

    kinderen = [{"wie": "dochter", "leeftijd": 2}]
    assert "kinderverzorging" not in aangeboden(personen=1)
    assert "kinderverzorging" not in aangeboden(personen=2, kinderen=[])
    assert "kinderverzorging" in aangeboden(personen=2, kinderen=kinderen)


@pytest.mark.parametrize(("keren", "per_dag", "dagen"), [(1, 1, 1), (7, 1, 7), (8, 2, 4), (10, 2, 5), (14, 2, 7)])
def test_meals_a_week_are_once_or_twice_a_day(keren: int, per_dag: int, dagen: int) -> None:
    taak = DIALOOG.invoer({"personen": 1, "taken": ["broodmaaltijd"], "brood_keren": keren})["taken"]["broodmaaltijd"]
    assert (taak["keer_per_dag"], taak["dagen_per_week"]) == (per_dag, dagen)


@pytest.mark.parametrize("keren", ["9", "11", "13"])
def test_a_number_of_meals_that_fits_no_day_is_asked_again(keren: str) -> None:
    stand = zeg(Stand(), "1", "broodmaaltijd", "dat is alles", keren)
    assert "brood_keren" not in stand.antwoorden


def test_care_for_two_children_counts_meals_and_school_once() -> None:
    """Bijlage 1 §3.2: bed 10 minutes per child each time, a meal 20 minutes each time, whoever eats with it."""
    kinderen = [{"wie": "dochter", "leeftijd": 2}, {"wie": "zoon", "leeftijd": 5}]
    stand = Stand(antwoorden={"personen": 3, "kinderen": kinderen})
    zeg(stand, "zorg voor kinderen", "dat is alles", "bed en brood", "klaar", "elke dag twee keer", "14")
    tweede = huidige(DIALOOG, stand)
    assert tweede is not None
    assert tweede.id == "zorg.1"
    assert "broodmaaltijd" not in {k.waarde for k in tweede.keuzes}
    zeg(stand, "bed", "klaar", "7")
    uit = uitkomst(stand.antwoorden)
    assert uit["waarde"]["per_taak"]["kinderverzorging"] == 14 * 10 + 14 * 20 + 7 * 10

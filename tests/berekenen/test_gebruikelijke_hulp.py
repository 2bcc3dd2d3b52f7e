"""What is asked of the people in the house, and what the rule is told (hogeland bijlage 2)."""

from typing import Any

import pytest

from bot.regels import bereken
from bot.vragen import Leesfout, Stand, beantwoord, huidige, lees, wijzig
from tests.conftest import VANDAAG
from tests.vragen import dialogen

DIALOOG = dialogen.dialoog("gebruikelijke_hulp")
MAN = {"wie": "man", "leeftijd": 70}
ZOON = {"wie": "zoon", "leeftijd": 16}


def ids(**antwoorden: Any) -> list[str]:
    return [v.id for v in DIALOOG.route(antwoorden)]


def zeg(stand: Stand, *teksten: str) -> Stand:
    for tekst in teksten:
        beantwoord(DIALOOG, stand, tekst, VANDAAG)
    return stand


def uitkomst(antwoorden: dict[str, Any]) -> dict[str, Any]:
    return bereken(dialogen.diensten().gemeente, DIALOOG.regel, DIALOOG.invoer(antwoorden), VANDAAG)


# -- the questions --------------------------------------------------------------------------------------------------


def test_who_lives_alone_gets_one_question() -> None:
    assert ids(personen=[]) == ["personen"]


def test_everyone_in_the_house_gets_a_question_of_their_own() -> None:
    assert ids(personen=[MAN, ZOON]) == ["personen", "klopt_personen", "duur", "0.omstandigheden", "1.omstandigheden"]


@pytest.mark.parametrize(("leeftijd", "gevraagd"), [(4, False), (5, True)])
def test_of_a_child_of_whom_nothing_is_expected_nothing_is_asked(leeftijd: int, gevraagd: bool) -> None:
    """From 0 to 5 years nothing is expected (bijlage 2 §1.2.1)."""
    assert ("0.omstandigheden" in ids(personen=[{"wie": "kind", "leeftijd": leeftijd}])) is gevraagd


def test_only_who_is_away_for_work_is_asked_how_long() -> None:
    assert ids(personen=[MAN], **{"0.omstandigheden": ["beperking"]})[-1] == "0.omstandigheden"
    assert ids(personen=[MAN], **{"0.omstandigheden": ["weg"]})[-2:] == ["0.etmalen", "0.verplicht"]


def test_the_list_of_people_is_read_back_with_names_and_ages() -> None:
    (vraag,) = (v for v in DIALOOG.route({"personen": [MAN, ZOON]}) if v.id == "klopt_personen")
    assert vraag.tekst == "Man: 70, zoon: 16. Klopt dat?"


def test_the_limit_of_seven_days_and_nights_comes_from_the_rule() -> None:
    """bijlage 2 §1.4.4."""
    route = DIALOOG.route({"personen": [MAN], "0.omstandigheden": ["weg"]})
    (vraag,) = (v for v in route if v.id == "0.etmalen")
    assert "7 dagen en nachten" in vraag.waarom


def test_a_list_that_is_not_right_is_asked_again() -> None:
    stand = zeg(Stand(), "mijn man van 70 en mijn zoon van 16", "nee")
    vraag = huidige(DIALOOG, stand)
    assert vraag is not None
    assert vraag.id == "personen"


def test_a_new_list_forgets_what_was_said_of_the_people_of_the_old_one() -> None:
    stand = zeg(Stand(), "mijn man van 70", "ja", "langer", "niets")
    wijzig(stand, "personen")
    zeg(stand, "mijn zoon van 17")
    assert stand.antwoorden == {"personen": [{"wie": "zoon", "leeftijd": 17}], "duur": "12"}


# -- reading what is said of somebody -------------------------------------------------------------------------------


def lees_omstandigheden(tekst: str) -> Any:
    vraag = next(v for v in DIALOOG.route({"personen": [MAN]}) if v.id == "0.omstandigheden")
    return lees(vraag, tekst, VANDAAG)


@pytest.mark.parametrize(
    ("tekst", "waarden"),
    [
        ("hij trekt het niet meer", ["overbelast"]),
        ("hij is ziek", ["beperking"]),
        ("hij is gehandicapt", ["beperking"]),
        ("niets", ["niets"]),
        ("hij is chauffeur", ["weg"]),
        ("hij weigert", ["weigert"]),
        ("weet ik niet", ["weet_niet"]),
    ],
)
def test_what_is_said_of_a_huisgenoot_is_recognised(tekst: str, waarden: list[str]) -> None:
    assert lees_omstandigheden(tekst) == waarden


@pytest.mark.parametrize("tekst", ["nee", "nee hoor", "Nee."])
def test_no_means_that_nothing_keeps_somebody_from_helping(tekst: str) -> None:
    assert lees_omstandigheden(tekst) == ["niets"]


@pytest.mark.parametrize("tekst", ["hij werkt op zee", "hij is voor zijn werk veel op reis"])
def test_somebody_who_is_away_for_work_is_not_overbelast(tekst: str) -> None:
    assert lees_omstandigheden(tekst) == ["weg"]


def test_poor_health_is_not_being_able_to_help() -> None:
    try:
        assert "niets" not in lees_omstandigheden("zijn gezondheid is slecht")
    except Leesfout:
        return


def test_not_being_ill_is_no_illness() -> None:
    try:
        assert "beperking" not in lees_omstandigheden("hij is niet ziek")
    except Leesfout:
        return


# -- the input of the rule ------------------------------------------------------------------------------------------


def invoer(**antwoorden: Any) -> dict[str, Any]:
    return DIALOOG.invoer(
        {"personen": [MAN], "duur": "12", **{k.replace("man_", "0."): v for k, v in antwoorden.items()}}
    )


def test_who_can_help_is_told_so_in_full() -> None:
    assert invoer(man_omstandigheden=["niets"])["huisgenoten"] == [
        {
            "leeftijd": 70,
            "inwonend": True,
            "leefeenheid": True,
            "aantoonbare_beperking": False,
            "overbelast": "nee",
            "niet_gewend": False,
            "weigert": False,
            "weg_etmalen_aaneen": 0,
            "weg_verplicht_door_werk": False,
        }
    ]


@pytest.mark.parametrize(
    ("gezegd", "veld", "waarde"),
    [
        ("beperking", "aantoonbare_beperking", True),
        ("overbelast", "overbelast", "ja"),
        ("dreigt", "overbelast", "dreigt"),
        ("niet_gewend", "niet_gewend", True),
        ("weigert", "weigert", True),
        ("geen_leefeenheid", "leefeenheid", False),
    ],
)
def test_each_circumstance_goes_to_its_own_field(gezegd: str, veld: str, waarde: Any) -> None:
    (huisgenoot,) = invoer(man_omstandigheden=[gezegd])["huisgenoten"]
    (zonder,) = invoer(man_omstandigheden=["niets"])["huisgenoten"]
    assert {v: huisgenoot[v] for v in huisgenoot if huisgenoot[v] != zonder[v]} == {veld: waarde}


@pytest.mark.parametrize("gezegd", [None, ["weet_niet"], ["ziek", "weet_niet"]])
def test_what_is_not_known_of_a_huisgenoot_is_absent(gezegd: list[str] | None) -> None:
    assert invoer(man_omstandigheden=gezegd)["huisgenoten"] == [{"leeftijd": 70, "inwonend": True}]


def test_days_away_that_were_skipped_are_absent() -> None:
    (huisgenoot,) = invoer(man_omstandigheden=["weg"], man_etmalen=None, man_verplicht=None)["huisgenoten"]
    assert not {"weg_etmalen_aaneen", "weg_verplicht_door_werk"} & huisgenoot.keys()


@pytest.mark.parametrize(("verplicht", "waarde"), [("ja", True), ("nee", False)])
def test_days_away_are_told_with_whether_they_must_be(verplicht: str, waarde: bool) -> None:
    (huisgenoot,) = invoer(man_omstandigheden=["weg"], man_etmalen=9, man_verplicht=verplicht)["huisgenoten"]
    assert (huisgenoot["weg_etmalen_aaneen"], huisgenoot["weg_verplicht_door_werk"]) == (9, waarde)


def test_no_day_away_at_all_is_told_as_zero() -> None:
    (huisgenoot,) = invoer(man_omstandigheden=["weg"], man_etmalen=0, man_verplicht="ja")["huisgenoten"]
    assert huisgenoot["weg_etmalen_aaneen"] == 0


def test_a_duration_that_is_not_known_is_absent() -> None:
    assert DIALOOG.invoer({"personen": [MAN], "duur": None})["situatie"] == {}


def test_a_list_that_is_not_known_is_absent() -> None:
    assert "huisgenoten" not in DIALOOG.invoer({"personen": None})


def test_somebody_who_does_not_live_long_any_more_is_told_so() -> None:
    assert DIALOOG.invoer({"personen": [MAN], "duur": "terminaal"})["situatie"]["terminaal"] is True


def test_who_lives_alone_is_told_nothing_about_a_duration_that_was_never_asked() -> None:
    assert not any("maanden" in stap["tekst"] for stap in uitkomst({"personen": []})["stappen"])


def test_who_does_not_live_long_any_more_is_not_told_how_many_months() -> None:
    antwoorden = {"personen": [MAN], "duur": "terminaal", "0.omstandigheden": ["niets"]}
    assert not any("3 maanden" in stap["tekst"] for stap in uitkomst(antwoorden)["stappen"])


# -- the outcome in sentences ---------------------------------------------------------------------------------------


def zinnen(**antwoorden: Any) -> list[str]:
    alles = {"personen": [MAN], "duur": "12", **{k.replace("man_", "0."): v for k, v in antwoorden.items()}}
    return dialogen.zinnen(DIALOOG, alles)


def test_for_who_lives_alone_nobody_is_expected_to_help() -> None:
    (zin,) = dialogen.zinnen(DIALOOG, {"personen": []})
    assert "geen huisgenoten" in zin


def test_the_outcome_says_what_is_expected_of_whom() -> None:
    conclusie, per_persoon = zinnen(man_omstandigheden=["niets"])
    assert "overnemen" in conclusie
    assert "man (70 jaar)" in per_persoon
    assert "al het werk in huis" in per_persoon


def test_each_huisgenoot_has_a_line_in_the_order_in_which_they_were_named() -> None:
    antwoorden = {
        "personen": [MAN, ZOON, {"wie": "dochter", "leeftijd": 3}],
        "duur": "12",
        "0.omstandigheden": ["beperking"],
        "1.omstandigheden": ["niets"],
    }
    regels = dialogen.zinnen(DIALOOG, antwoorden)[-1].split("\n")
    assert len(regels) == 3
    for regel, delen in zip(
        regels,
        [
            ("man (70 jaar)", "geen hulp"),
            ("zoon (16 jaar)", "kleine taken en de eigen kamer"),
            ("dochter (3 jaar)", "geen hulp"),
        ],
        strict=True,
    ):
        assert all(deel in regel for deel in delen)


def test_what_is_open_is_named_in_the_outcome() -> None:
    (zin,) = zinnen(man_omstandigheden=None)
    assert "Man (70 jaar)" in zin or "man (70 jaar)" in zin
    assert "consulent" in zin


def test_a_skipped_duration_is_named_too() -> None:
    assert "hoelang" in zinnen(duur=None, man_omstandigheden=["niets"])[0]


# -- the steps in the person's own words ------------------------------------------------------------------------------


def regels(personen: list[dict[str, Any]], **omstandigheden: list[str]) -> list[str]:
    """What the steps say of the people in the house, for help of longer than three months."""
    gezegd = {f"{i.removeprefix('van_')}.omstandigheden": wat for i, wat in omstandigheden.items()}
    antwoorden = {"personen": personen, "klopt_personen": "ja", "duur": "12", **gezegd}
    stappen = DIALOOG.reken(dialogen.diensten().gemeente, antwoorden, VANDAAG)["stappen"]
    return [stap["tekst"] for stap in stappen if stap["onderdeel"].startswith("per_huisgenoot")]


def test_a_step_about_somebody_is_a_whole_sentence() -> None:
    anders = {"wie": "huisgenoot 3", "leeftijd": 40}
    assert regels([MAN, ZOON, anders], van_0=["overbelast"], van_1=["weigert"], van_2=["beperking"]) == [
        "Uw man: wie overbelast is of dat dreigt te worden, hoeft nu niet te helpen. "
        "De consulent onderzoekt dat eerst.",
        "Uw zoon is 16 jaar. Dan horen kleine taken en de eigen kamer erbij, als school er niet onder lijdt.",
        "Uw zoon: niet willen helpen verandert niets aan wat de gemeente verwacht.",
        "Huisgenoot 3: wie door een aangetoonde beperking de taken niet kan doen, hoeft niet te helpen.",
    ]


def test_of_a_tenth_huisgenoot_the_name_is_not_that_of_the_first() -> None:
    tien = [{"wie": "zoon", "leeftijd": 5 + i} for i in range(9)] + [{"wie": "moeder", "leeftijd": 80}]
    gezegd = regels(tien, **{f"van_{i}": ["niets"] for i in range(10)})
    assert gezegd[-1] == "Uw moeder is 80 jaar. De gemeente verwacht dat deze huisgenoot het werk in huis overneemt."

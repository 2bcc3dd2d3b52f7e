"""A second municipality with other numbers, other bands and one rule less: nothing of Het Hogeland is in the code."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import REGELS, Gemeente, bereken, overzicht

VANDAAG = date(2024, 6, 3)
GEWOON = {
    "leeftijd": 30,
    "inwonend": True,
    "leefeenheid": True,
    "aantoonbare_beperking": False,
    "overbelast": "nee",
    "weg_etmalen_aaneen": 0,
    "weg_verplicht_door_werk": False,
    "niet_gewend": False,
    "weigert": False,
}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(Path(__file__).parent / "proefstad")


def minuten(
    stad: Gemeente, taken: dict[str, Any], personen: int = 1, kinderen: tuple[int, ...] = (), *om: str
) -> list[int]:
    invoer = {
        "huishouden": {"personen": personen, "kinderen": list(kinderen)},
        "taken": taken,
        "omstandigheden": list(om),
    }
    return [stap["minuten"] for stap in bereken(stad, "huishoudelijke-hulp", invoer, VANDAAG)["stappen"]]


def test_een_regel_minder_staat_niet_in_het_overzicht(proefstad: Gemeente) -> None:
    weg = {"overbelasting", "pgb-kosten", "auto-aanpassing", "aanleren", "herstelgerichte-hulp", "verhuiskosten"}
    assert [regel["naam"] for regel in overzicht(proefstad)] == [naam for naam in REGELS if naam not in weg]
    uit = bereken(proefstad, "overbelasting", {}, VANDAAG)
    assert (uit["status"], uit["redenen"][0]["code"]) == ("menselijk_oordeel", "geen_regeling")


def test_andere_minuten_en_grenzen_geven_een_andere_som(proefstad: Gemeente) -> None:
    boodschappen: dict[str, Any] = {"boodschappen": {"zelf": []}}
    assert minuten(proefstad, boodschappen) == [45]
    assert minuten(proefstad, boodschappen, 2) == [45]
    assert minuten(proefstad, boodschappen, 3) == [45, 7]
    assert minuten(proefstad, boodschappen, 3, (9, 10)) == [45, 7, 11]
    assert minuten(proefstad, boodschappen, 3, (9, 9)) == [45, 7, 22]
    assert minuten(proefstad, boodschappen, 1, (), "bedlegerig", "hoge_vervuiling") == [45, 3]


def test_per_kind_telt_bij_een_maaltijd_per_kind_en_per_keer(proefstad: Gemeente) -> None:
    brood = {"broodmaaltijd": {"keer_per_dag": 2, "dagen_per_week": 3, "zelf": []}}
    assert minuten(proefstad, brood, 3, (1, 2)) == [6 * 9, 6 * 2 * 4]


def test_minder_dan_nul_wordt_nul_met_een_stap_die_dat_zegt(proefstad: Gemeente) -> None:
    invoer = {
        "huishouden": {"personen": 1, "kinderen": []},
        "taken": {"boodschappen": {"zelf": ["lijst", "inkopen"]}},
        "omstandigheden": [],
    }
    uit = bereken(proefstad, "huishoudelijke-hulp", invoer, VANDAAG)
    assert uit["waarde"]["minuten_per_week"] == 0
    assert [stap["minuten"] for stap in uit["stappen"]] == [45, -30, -30, 15]
    assert uit["stappen"][-1]["tekst"] == "Winkelen: 15 minuten erbij"


def test_wie_alles_doet_komt_ook_hier_op_nul(proefstad: Gemeente) -> None:
    assert minuten(proefstad, {"boodschappen": {"zelf": ["lijst", "inkopen", "inruimen"]}}) == [45, -30, -30, -1, 16]


def test_een_minuut_is_enkelvoud(proefstad: Gemeente) -> None:
    invoer = {
        "huishouden": {"personen": 1, "kinderen": []},
        "taken": {"boodschappen": {"zelf": ["inruimen"]}},
        "omstandigheden": [],
    }
    stappen = bereken(proefstad, "huishoudelijke-hulp", invoer, VANDAAG)["stappen"]
    assert stappen[-1]["tekst"] == "Winkelen ruimen: 1 minuut af"


def test_de_afwas_gaat_er_hier_met_andere_minuten_af(proefstad: Gemeente) -> None:
    taken = {
        "licht_huishoudelijk_werk": {"zelf": []},
        "warme_maaltijd": {"wijze": "opwarmen", "dagen_per_week": 1, "zelf": ["bereiden"]},
    }
    assert minuten(proefstad, taken) == [8, -4, 31, -4]


@pytest.mark.parametrize(
    ("leeftijd", "bijdrage"), [(5, "geen"), (6, "kleine_taken"), (15, "kleine_taken"), (16, "volledig")]
)
def test_andere_leeftijden_geven_een_andere_bijdrage(proefstad: Gemeente, leeftijd: int, bijdrage: str) -> None:
    invoer = {"situatie": {"duur_maanden": 1, "terminaal": False}, "huisgenoten": [{**GEWOON, "leeftijd": leeftijd}]}
    uit = bereken(proefstad, "gebruikelijke-hulp", invoer, VANDAAG)
    assert uit["waarde"]["per_huisgenoot"][0]["bijdrage"] == bijdrage


def test_andere_etmalen_en_weken_komen_in_de_tekst(proefstad: Gemeente) -> None:
    weg = {**GEWOON, "weg_etmalen_aaneen": 5, "weg_verplicht_door_werk": True, "niet_gewend": True}
    kort = {**weg, "weg_etmalen_aaneen": 4}
    invoer = {"situatie": {"duur_maanden": 3, "terminaal": False}, "huisgenoten": [weg, kort]}
    uit = bereken(proefstad, "gebruikelijke-hulp", invoer, VANDAAG)
    assert [iemand["redenen"][0] for iemand in uit["waarde"]["per_huisgenoot"]] == [
        "langdurig_afwezig",
        "afwezig_korter",
    ]
    assert uit["waarde"]["terreinen"] == ["tuin"]
    teksten = [reden["tekst"] for reden in uit["redenen"]]
    assert teksten == ["Is 5 etmalen weg.", "Is kort weg.", "Leert in 8 weken."]
    assert uit["waarde"]["per_huisgenoot"][1]["taken"] == ["de vissen voeren", "alles"]


def test_andere_termijnen_geven_andere_dagen(proefstad: Gemeente) -> None:
    datums = {"melding": "2024-06-03", "aanvraag": "2024-06-10", "beschikking_verzonden": "2024-06-17"}
    uit = bereken(proefstad, "termijnen", datums, VANDAAG)
    assert uit["waarde"] == {
        "persoonlijk_plan_uiterlijk": "2024-06-10",
        "onderzoek_uiterlijk": "2024-07-01",
        "besluit_uiterlijk": "2024-06-17",
        "bezwaar_uiterlijk": "2024-07-08",
    }
    assert "1 week na maandag 10 juni 2024" in uit["stappen"][3]["tekst"]

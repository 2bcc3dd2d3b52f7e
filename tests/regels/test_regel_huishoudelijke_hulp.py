"""Each part of each task, read from hogeland bijlage 1 §3.2 by hand, alone and in a household of more."""

from typing import Any

import pytest

# task, part, minutes of the part, norm for one person, norm for more
DELEN = [
    ("boodschappen", "lijst", 10, 60, 60),
    ("boodschappen", "inkopen", 40, 60, 60),
    ("boodschappen", "inruimen", 10, 60, 60),
    ("licht_huishoudelijk_werk", "stof_hoog_laag", 15, 60, 90),
    ("licht_huishoudelijk_werk", "stof_heuphoogte", 15, 60, 90),
    ("licht_huishoudelijk_werk", "opruimen", 15, 60, 90),
    ("licht_huishoudelijk_werk", "afwas", 5, 60, 90),
    ("licht_huishoudelijk_werk", "bed_opmaken", 5, 60, 90),
    ("licht_huishoudelijk_werk", "overig", 5, 60, 90),
    ("zwaar_huishoudelijk_werk", "stofzuigen", 15, 90, 180),
    ("zwaar_huishoudelijk_werk", "badkamer", 15, 90, 180),
    ("zwaar_huishoudelijk_werk", "keuken", 15, 90, 180),
    ("zwaar_huishoudelijk_werk", "toilet", 10, 90, 180),
    ("zwaar_huishoudelijk_werk", "bedden_verschonen", 5, 90, 180),
    ("zwaar_huishoudelijk_werk", "ramen", 15, 90, 180),
    ("zwaar_huishoudelijk_werk", "dweilen", 10, 90, 180),
    ("zwaar_huishoudelijk_werk", "overig", 5, 90, 180),
    ("wasverzorging", "sorteren", 2, 60, 90),
    ("wasverzorging", "wasmachine_in", 3, 60, 90),
    ("wasverzorging", "wasmachine_uit", 5, 60, 90),
    ("wasverzorging", "ophangen_afhalen", 5, 60, 90),
    ("wasverzorging", "droger", 5, 60, 90),
    ("wasverzorging", "opvouwen", 10, 60, 90),
    ("wasverzorging", "strijken", 20, 60, 90),
    ("wasverzorging", "opruimen", 10, 60, 90),
]
# meal, how, part, minutes of the part, norm; each meal seven times a week
MAALTIJDEN = [
    ("broodmaaltijd", {"keer_per_dag": 1}, "smeren", 5, 15),
    ("broodmaaltijd", {"keer_per_dag": 1}, "klaarzetten", 2, 15),
    ("broodmaaltijd", {"keer_per_dag": 1}, "koffie_thee", 3, 15),
    ("broodmaaltijd", {"keer_per_dag": 1}, "afwas", 5, 15),
    ("warme_maaltijd", {"wijze": "koken"}, "bereiden", 25, 35),
    ("warme_maaltijd", {"wijze": "koken"}, "klaarzetten", 5, 35),
    ("warme_maaltijd", {"wijze": "koken"}, "afwas", 5, 35),
    ("warme_maaltijd", {"wijze": "opwarmen"}, "bereiden", 10, 20),
    ("warme_maaltijd", {"wijze": "opwarmen"}, "klaarzetten", 5, 20),
    ("warme_maaltijd", {"wijze": "opwarmen"}, "afwas", 5, 20),
]


def vraag(personen: int, taken: dict[str, Any]) -> dict[str, Any]:
    return {"huishouden": {"personen": personen, "kinderen": []}, "taken": taken, "omstandigheden": []}


@pytest.mark.parametrize(("taak", "onderdeel", "minuten", "alleen", "meer"), DELEN)
def test_een_onderdeel_dat_iemand_doet_gaat_van_de_norm_af(
    reken: Any, taak: str, onderdeel: str, minuten: int, alleen: int, meer: int
) -> None:
    for personen, norm in ((1, alleen), (2, meer)):
        uit = reken("huishoudelijke-hulp", vraag(personen, {taak: {"zelf": [onderdeel]}}))
        assert uit["waarde"]["minuten_per_week"] == norm - minuten
        assert [stap["minuten"] for stap in uit["stappen"]] == [norm, -minuten]


@pytest.mark.parametrize(("taak", "hoe", "onderdeel", "minuten", "norm"), MAALTIJDEN)
def test_een_onderdeel_van_een_maaltijd_gaat_er_bij_elke_maaltijd_af(
    reken: Any, taak: str, hoe: dict[str, Any], onderdeel: str, minuten: int, norm: int
) -> None:
    uit = reken("huishoudelijke-hulp", vraag(1, {taak: {**hoe, "dagen_per_week": 7, "zelf": [onderdeel]}}))
    assert [stap["minuten"] for stap in uit["stappen"]] == [7 * norm, -7 * minuten]


def test_de_stappen_vertellen_de_som_in_gewone_zinnen(reken: Any) -> None:
    taken = {
        "warme_maaltijd": {"wijze": "koken", "dagen_per_week": 7, "zelf": ["afwas"]},
        "wasverzorging": {"zelf": []},
    }
    gezin = vraag(4, taken) | {"huishouden": {"personen": 4, "kinderen": [3, 5]}}
    assert [stap["tekst"] for stap in reken("huishoudelijke-hulp", gezin)["stappen"]] == [
        "Warme maaltijd koken: 35 minuten per keer. 7 keer per week is samen 245 minuten.",
        "Warme maaltijd maken, extra voor een kind jonger dan 12 jaar: 20 minuten per keer. "
        "7 keer per week is samen 140 minuten.",
        "Warme maaltijd maken, de afwas: 5 minuten per keer eraf. 7 keer per week is samen 35 minuten.",
        "Wasgoed verzorgen, voor meer personen: 90 minuten",
        "Wasgoed verzorgen, extra voor een kind jonger dan 16 jaar: 30 minuten per kind. "
        "Voor 2 kinderen is dat samen 60 minuten.",
    ]


def test_een_enkel_kind_krijgt_een_korte_zin(reken: Any) -> None:
    gezin = vraag(2, {"wasverzorging": {"zelf": []}}) | {"huishouden": {"personen": 2, "kinderen": [5]}}
    tekst = reken("huishoudelijke-hulp", gezin)["stappen"][1]["tekst"]
    assert tekst == "Wasgoed verzorgen, extra voor een kind jonger dan 16 jaar: 30 minuten"


def test_wat_al_nul_is_krijgt_geen_stap_van_nul(reken: Any) -> None:
    bijna = ["stof_hoog_laag", "stof_heuphoogte", "opruimen", "bed_opmaken", "overig"]
    koken = {"wijze": "koken", "dagen_per_week": 1, "zelf": []}
    taken = {"warme_maaltijd": koken, "licht_huishoudelijk_werk": {"zelf": bijna}}
    stappen = reken("huishoudelijke-hulp", vraag(1, taken))["stappen"]
    assert [stap["minuten"] for stap in stappen] == [35, 60, -15, -15, -15, -5, -5, -5]


def test_wat_vervalt_als_iemand_alles_doet_is_een_stap_met_bron(reken: Any) -> None:
    alles = [onderdeel for taak, onderdeel, *_ in DELEN if taak == "zwaar_huishoudelijk_werk"]
    uit = reken("huishoudelijke-hulp", vraag(2, {"zwaar_huishoudelijk_werk": {"zelf": alles}}))
    assert uit["stappen"][-1] == {
        "onderdeel": "zwaar_huishoudelijk_werk",
        "tekst": "Zwaar werk in huis, iemand doet alle onderdelen al: de overige 90 minuten vervallen",
        "minuten": -90,
        "bron": {"document": "hogeland", "plaats": "bijlage 1 §3.2"},
    }

"""Input that can never be right, the list of rules, and the schema that goes with them."""

import json
from datetime import date
from typing import Any

import pytest

from bot.regels import REGELS, Fout, Gemeente, Invoerfout, OnbekendeRegel, bereken, overzicht
from bot.regels.huishoudelijke_hulp.invoer import ZorgVoorKind

VANDAAG = date(2023, 6, 1)
ALLEEN = {"personen": 1, "kinderen": []}


def fouten(reken: Any, regel: str, invoer: Any) -> dict[str, str]:
    with pytest.raises(Invoerfout) as gevangen:
        reken(regel, invoer)
    return dict(gevangen.value.fouten)


@pytest.mark.parametrize("invoer", [None, [], "tekst", 3, True, float("nan")])
@pytest.mark.parametrize("regel", list(REGELS))
def test_iets_anders_dan_een_object_is_een_fout_van_het_geheel(reken: Any, regel: str, invoer: Any) -> None:
    assert list(fouten(reken, regel, invoer)) == [""]


@pytest.mark.parametrize("waarde", [True, False, 1.0, 1.5, float("nan"), float("inf"), "1", None, [], {}, 10**500, -1])
def test_een_getal_is_alleen_een_heel_getal_binnen_de_grenzen(reken: Any, waarde: Any) -> None:
    invoer = {"huishouden": {"personen": waarde, "kinderen": [waarde]}, "taken": {}, "omstandigheden": []}
    assert set(fouten(reken, "huishoudelijke-hulp", invoer)) >= {"huishouden.personen"}
    assert "huishouden.kinderen.0" in fouten(reken, "huishoudelijke-hulp", invoer)


@pytest.mark.parametrize(("leeftijd", "goed"), [(-1, False), (0, True), (130, True), (131, False)])
def test_een_leeftijd_loopt_van_0_tot_en_met_130(reken: Any, leeftijd: int, goed: bool) -> None:
    invoer = {"huishouden": {"personen": 2, "kinderen": [leeftijd]}, "taken": {}, "omstandigheden": []}
    if goed:
        assert reken("huishoudelijke-hulp", invoer)["status"] == "berekend"
    else:
        assert "0 tot en met 130" in fouten(reken, "huishoudelijke-hulp", invoer)["huishouden.kinderen.0"]


@pytest.mark.parametrize(
    ("pad", "goed", "fout"),
    [
        ("huishouden.personen", [1, 30], [0, 31]),
        ("taken.broodmaaltijd.keer_per_dag", [1, 2], [0, 3]),
        ("taken.broodmaaltijd.dagen_per_week", [1, 7], [0, 8]),
        ("taken.warme_maaltijd.dagen_per_week", [1, 7], [0, 8]),
        ("taken.kinderverzorging.0.luier", [0, 168], [-1, 169]),
    ],
)
def test_elke_grens_ligt_waar_hij_hoort(reken: Any, pad: str, goed: list[int], fout: list[int]) -> None:
    zorg = dict.fromkeys(ZorgVoorKind.__struct_fields__, 0)
    for waarde in goed + fout:
        invoer: dict[str, Any] = {
            "huishouden": dict(ALLEEN),
            "taken": {
                "broodmaaltijd": {"keer_per_dag": 1, "dagen_per_week": 1, "zelf": []},
                "warme_maaltijd": {"wijze": "koken", "dagen_per_week": 1, "zelf": []},
                "kinderverzorging": [dict(zorg)],
            },
            "omstandigheden": [],
        }
        doel: Any = invoer
        *weg, laatste = pad.split(".")
        for naam in weg:
            doel = doel[int(naam) if naam.isdigit() else naam]
        doel[laatste] = waarde
        if waarde in goed:
            assert reken("huishoudelijke-hulp", invoer)["status"] == "berekend"
        else:
            assert list(fouten(reken, "huishoudelijke-hulp", invoer)) == [pad]


def test_een_reden_zegt_in_het_nederlands_wat_er_hoort(reken: Any) -> None:
    invoer = {"huishouden": ALLEEN, "taken": {"boodschappen": {"zelf": ["winkelen", 3]}}, "omstandigheden": "geen"}
    uit = fouten(reken, "huishoudelijke-hulp", invoer)
    assert uit["taken.boodschappen.zelf.0"] == "'winkelen' bestaat hier niet. Kies uit: inkopen, inruimen, lijst."
    assert uit["taken.boodschappen.zelf.1"].startswith("Hier hoort een woord uit de lijst. Er staat een geheel getal.")
    assert uit["omstandigheden"] == "Hier hoort een lijst. Er staat tekst."


@pytest.mark.parametrize(
    ("veld", "waarde", "goed"),
    [
        ("melding", "1999-12-31", False),
        ("melding", "2000-01-01", True),
        ("melding", "2099-12-31", True),
        ("melding", "2100-01-01", False),
        ("peildatum", "1899-12-31", False),
        ("peildatum", "1900-01-01", True),
        ("peildatum", "2099-12-31", True),
        ("peildatum", "2100-01-01", False),
        ("peildatum", "2023-6-1", False),
        ("peildatum", "20230601", False),
        ("peildatum", "2023-W22-4", False),
        ("peildatum", "٢٠٢٣-06-01", False),
        ("peildatum", "2023-06-01T00:00:00", False),
    ],
)
def test_een_datum_ligt_in_een_zinnig_jaar_en_is_zo_geschreven(reken: Any, veld: str, waarde: str, goed: bool) -> None:
    invoer = {"melding": "2023-06-01", veld: waarde}
    if goed:
        assert reken("termijnen", invoer)["status"] in ("berekend", "menselijk_oordeel")
    else:
        assert list(fouten(reken, "termijnen", invoer)) == [veld]


def test_te_weinig_personen_zegt_hoeveel_het_er_minstens_zijn(reken: Any) -> None:
    uit = fouten(reken, "huishoudelijke-hulp", {"huishouden": {"personen": 2, "kinderen": [3, 5]}})
    assert uit["huishouden.personen"] == "Er zijn minstens 3 personen: de persoon zelf en alle kinderen."


def test_een_invoerfout_is_ook_als_zin_te_lezen() -> None:
    fout = Invoerfout([Fout("", "Hier hoort een groep velden."), Fout("melding", "Deze datum bestaat niet.")])
    assert str(fout) == "invoer: Hier hoort een groep velden.; melding: Deze datum bestaat niet."


def test_een_reuzenlijst_geeft_een_enkele_fout(reken: Any) -> None:
    invoer = {"situatie": {"duur_maanden": 1, "terminaal": False}, "huisgenoten": [{}] * 100_000}
    assert list(fouten(reken, "gebruikelijke-hulp", invoer)) == ["huisgenoten"]


def test_dertig_huisgenoten_mogen_en_eenendertig_niet(reken: Any) -> None:
    situatie = {"duur_maanden": 1, "terminaal": False}
    assert reken("gebruikelijke-hulp", {"situatie": situatie, "huisgenoten": [{}] * 30})["ontbreekt"]
    assert fouten(reken, "gebruikelijke-hulp", {"situatie": situatie, "huisgenoten": [{}] * 31})


def test_negenentwintig_kinderen_mogen_en_dertig_niet(reken: Any) -> None:
    gezin = {"personen": 30, "kinderen": [4] * 29}
    goed = {"huishouden": gezin, "taken": {"organisatie": {}}, "omstandigheden": []}
    assert reken("huishoudelijke-hulp", goed)["waarde"]["minuten_per_week"] == 60
    te_veel = {**goed, "huishouden": {**gezin, "kinderen": [4] * 30}}
    assert list(fouten(reken, "huishoudelijke-hulp", te_veel)) == ["huishouden.kinderen"]


def test_een_duur_en_een_afwezigheid_hebben_een_bovengrens(reken: Any) -> None:
    for maanden, etmalen, verkeerd in (
        (1200, 366, []),
        (1201, 367, ["situatie.duur_maanden", "huisgenoten.0.weg_etmalen_aaneen"]),
    ):
        invoer = {
            "situatie": {"duur_maanden": maanden, "terminaal": False},
            "huisgenoten": [{"weg_etmalen_aaneen": etmalen}],
        }
        if verkeerd:
            assert list(fouten(reken, "gebruikelijke-hulp", invoer)) == verkeerd
        else:
            assert reken("gebruikelijke-hulp", invoer)["status"] == "ontbrekende_gegevens"


def test_diep_genest_en_vreemde_tekens_laten_niets_omvallen(reken: Any) -> None:
    diep: Any = []
    for _ in range(5000):
        diep = [diep]
    taken = {"boodschappen": {"zelf": [diep, diep]}}
    invoer = {"huishouden": diep, "taken": taken, "\ud800": 1, "omstandigheden": ["\ud800"]}
    uit = fouten(reken, "huishoudelijke-hulp", invoer)
    assert len(uit) == 5
    json.dumps(uit, ensure_ascii=False).encode("utf-8")


def test_een_lange_naam_komt_kort_terug(reken: Any) -> None:
    invoer = {"huishouden": ALLEEN, "taken": {}, "omstandigheden": ["x" * 10_000], "y" * 10_000: 1}
    uit = fouten(reken, "huishoudelijke-hulp", invoer)
    assert all(len(veld) < 80 and len(reden) < 400 for veld, reden in uit.items())


def test_een_onbekende_regel_noemt_de_bekende(reken: Any) -> None:
    with pytest.raises(OnbekendeRegel, match=", ".join(REGELS)):
        reken("bijstand", {})


def test_zonder_peildatum_geldt_vandaag(het_hogeland: Gemeente) -> None:
    invoer = {"huishouden": ALLEEN, "taken": {"organisatie": {}}, "omstandigheden": []}
    assert bereken(het_hogeland, "huishoudelijke-hulp", invoer, date(2023, 1, 1))["status"] == "berekend"
    oud = bereken(het_hogeland, "huishoudelijke-hulp", invoer, date(2022, 12, 31))
    assert [reden["code"] for reden in oud["redenen"]] == ["geen_regeling"]
    met = bereken(het_hogeland, "huishoudelijke-hulp", {**invoer, "peildatum": "2024-02-29"}, date(2022, 12, 31))
    assert met["status"] == "berekend"


def test_een_gemeente_zonder_deze_regeling_geeft_een_mens(het_hogeland: Gemeente) -> None:
    leeg = Gemeente("elders", {})
    uit = bereken(leeg, "termijnen", {"melding": "2023-06-01"}, VANDAAG)
    assert (uit["status"], uit["regeling"], uit["waarde"]) == ("menselijk_oordeel", None, {})
    assert overzicht(leeg) == []


def test_de_vraag_zelf_verandert_niet(reken: Any) -> None:
    taken = {"boodschappen": {"zelf": ["lijst"]}}
    invoer = {"huishouden": {"personen": 2, "kinderen": [3]}, "taken": taken, "omstandigheden": []}
    voor = json.dumps(invoer)
    reken("huishoudelijke-hulp", invoer)
    assert json.dumps(invoer) == voor


def test_het_overzicht_noemt_elke_regel_met_een_schema(het_hogeland: Gemeente) -> None:
    lijst = overzicht(het_hogeland)
    assert [regel["naam"] for regel in lijst] == list(REGELS)
    for regel in lijst:
        assert regel["titel"]
        assert regel["omschrijving"].endswith(".")
        assert "$defs" in regel["schema"]
        json.dumps(regel)


def test_het_schema_kent_de_grenzen_maar_eist_geen_velden(het_hogeland: Gemeente) -> None:
    schemas = {regel["naam"]: regel["schema"]["$defs"] for regel in overzicht(het_hogeland)}
    assert '"required"' not in json.dumps(schemas)
    huishouden = schemas["huishoudelijke-hulp"]["Huishouden"]
    assert huishouden["x-nodig"] == ["personen", "kinderen"]
    assert huishouden["additionalProperties"] is False
    assert (huishouden["properties"]["personen"]["minimum"], huishouden["properties"]["personen"]["maximum"]) == (1, 30)
    assert schemas["huishoudelijke-hulp"]["Boodschappen"]["properties"]["zelf"]["uniqueItems"] is True
    assert list(schemas["overbelasting"]["Antwoorden"]["properties"]) == [str(n) for n in range(1, 14)]
    assert "required" not in schemas["termijnen"]["TermijnenInvoer"]


def test_het_schema_keurt_goed_wat_de_regels_goedkeuren(het_hogeland: Gemeente) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = overzicht(het_hogeland)[0]["schema"]
    jsonschema.validate({"huishouden": {"personen": 1}, "taken": {"boodschappen": {}}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"omstandigheden": ["bedlegerig", "bedlegerig"]}, schema)

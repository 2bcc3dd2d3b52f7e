"""Wlz, transport, short stay, scootmobiel and car in a second municipality: the outcome follows its own files."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, bereken, conclusie, overzicht
from bot.regels.vervoer import kilometers_per_jaar

VANDAAG = date(2024, 6, 3)
ZELF = {"kan_zelfstandig_reizen": True, "hulp_chauffeur_genoeg": True, "hulp_tijdens_reis_nodig": False}
NIET_ZELF = {"kan_zelfstandig_reizen": False, "hulp_chauffeur_genoeg": False, "hulp_tijdens_reis_nodig": True}
VERBLIJF = {"permanent_toezicht": True, "mantelzorger_dreigt_overbelast": True}
RIJDER = {"soort": "scootmobiel", "verkeersinzicht": "ja", "zelfstandig_gebruik": True, "stalling_met_stroom": True}
AUTO = {"oplossing": "enige", "ergonomisch_noodzakelijk": True, "auto_gaat_mee": True, "allrisk_verzekerd": True}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(Path(__file__).parent / "proefstad")


@pytest.fixture(scope="module")
def het_hogeland() -> Gemeente:
    return laad(Path(__file__).parents[2] / "gemeenten" / "het_hogeland")


def codes(uit: dict[str, Any]) -> list[str]:
    return [reden["code"] for reden in uit["redenen"]]


def teksten(uit: dict[str, Any]) -> list[str]:
    return [stap["tekst"] for stap in uit["stappen"]]


def zinnen(stad: Gemeente, regel: str, invoer: dict[str, Any]) -> list[str]:
    return [zin.code for zin in conclusie(stad, bereken(stad, regel, invoer, VANDAAG))]


@pytest.mark.parametrize(
    ("instelling", "gevraagd", "mogelijk"),
    [
        (True, "rolstoel", False),
        (True, "woonhulpmiddel", False),
        (True, "publiek_vervoer", True),
        (False, "rolstoel", True),
        (False, "woningaanpassing", True),
        (False, "anders", True),
    ],
)
def test_andere_uitzonderingen_geven_een_andere_uitkomst(
    proefstad: Gemeente, instelling: bool, gevraagd: str, mogelijk: bool
) -> None:
    invoer = {"wlz_aanspraak": True, "woont_in_instelling": instelling, "gevraagd": gevraagd}
    uit = bereken(proefstad, "wlz", invoer, VANDAAG)
    assert uit["waarde"] == {"weigering_mogelijk": mogelijk}
    assert codes(uit) == (["mag", "kijkt"] if mogelijk else [])


def test_een_uitzondering_noemt_haar_eigen_bron_en_naam(proefstad: Gemeente) -> None:
    vraag = {"wlz_aanspraak": True, "woont_in_instelling": True}
    uit = bereken(proefstad, "wlz", {**vraag, "gevraagd": "woonhulpmiddel"}, VANDAAG)
    assert teksten(uit) == ["Wel recht.", "In een huis.", "Een huis en een beugel."]
    assert uit["stappen"][-1]["bron"]["plaats"] == "artikel 42"
    assert teksten(bereken(proefstad, "wlz", {**vraag, "gevraagd": "anders"}, VANDAAG))[-1] == "Niet wat dan ook."


def test_een_maand_is_enkelvoud_en_geeft_een_andere_dag(proefstad: Gemeente) -> None:
    invoer = {"verantwoord_thuis": False, "wlz_mogelijk": True, "beslissing": "2024-01-31"}
    uit = bereken(proefstad, "overgang-wlz", invoer, VANDAAG)
    assert uit["waarde"] == {"stopt": True, "uiterlijk_maanden": 1, "uiterlijk": "2024-02-29"}
    assert teksten(uit)[2:] == ["Binnen 1 maand.", "1 maand na woensdag 31 januari 2024 is donderdag 29 februari 2024."]
    assert [stap["maanden"] for stap in uit["stappen"][2:]] == [1, 1]
    assert codes(uit) == ["begin"]


@pytest.mark.parametrize(("afstand", "per_jaar", "status"), [
    (10, 900, "berekend"), (11, 900, "menselijk_oordeel"), (10, 901, "menselijk_oordeel"),
])  # fmt: skip
def test_andere_kilometers_geven_andere_grenzen(proefstad: Gemeente, afstand: int, per_jaar: int, status: str) -> None:
    uit = bereken(proefstad, "vervoer", {"afstand_km": afstand, "km_per_jaar": per_jaar, **ZELF}, VANDAAG)
    assert uit["status"] == status
    assert (uit["waarde"]["lokaal"], uit["waarde"]["binnen_grens"]) == (afstand == 10, per_jaar == 900)
    gezegd = ["10 past in 10." if afstand == 10 else "11 is meer dan 10."]
    gezegd.append("900 past in 900 per jaar." if per_jaar == 900 else "901 is meer dan 900 per jaar.")
    assert teksten(uit)[:2] == gezegd
    assert "Altijd 900." in [reden["tekst"] for reden in uit["redenen"]]


def test_andere_maxima_brengen_etmalen_en_jaren_verder_terug(proefstad: Gemeente) -> None:
    uit = bereken(proefstad, "kortdurend-verblijf", {**VERBLIJF, "etmalen_per_jaar": 31, "jaren": 5}, VANDAAG)
    assert uit["waarde"] == {"kan": True, "etmalen": 30, "maximum_etmalen": 30, "jaren": 2, "maximum_jaren": 2}
    assert teksten(uit)[2:] == ["Nachten: 31.", "Hooguit 30, dus 1 eraf.", "Jaren: 5.", "Hooguit 2 jaar, dus 3 eraf."]
    assert codes(uit) == ["te_veel_nachten", "te_veel_jaren"]
    precies = bereken(proefstad, "kortdurend-verblijf", {**VERBLIJF, "etmalen_per_jaar": 30, "jaren": 2}, VANDAAG)
    assert teksten(precies)[3::2] == ["Hooguit 30.", "Hooguit 2 jaar."]
    assert codes(precies) == []


@pytest.mark.parametrize("etmalen", [1, 155, 156, 157, 366])
@pytest.mark.parametrize("jaren", [1, 5, 6, 100])
@pytest.mark.parametrize("toezicht", [True, False])
def test_etmalen_en_jaren_zijn_de_som_van_hun_stappen(
    het_hogeland: Gemeente, etmalen: int, jaren: int, toezicht: bool
) -> None:
    invoer = {**VERBLIJF, "permanent_toezicht": toezicht, "etmalen_per_jaar": etmalen, "jaren": jaren}
    uit = bereken(het_hogeland, "kortdurend-verblijf", invoer, VANDAAG)
    for eenheid in ("etmalen", "jaren"):
        stappen = [stap for stap in uit["stappen"] if stap["onderdeel"] == eenheid]
        assert sum(stap.get(eenheid, 0) for stap in stappen) == uit["waarde"][eenheid]


def test_een_andere_plek_voor_de_scootmobiel_geeft_een_andere_zin(proefstad: Gemeente) -> None:
    uit = bereken(proefstad, "scootmobiel", {**RIJDER, "verkeersinzicht": "binnenkort"}, VANDAAG)
    assert (teksten(uit), codes(uit)) == (["Straks.", "Zelf."], ["schuur"])
    nee = bereken(proefstad, "scootmobiel", {**RIJDER, "verkeersinzicht": "nee", "stalling_met_stroom": False}, VANDAAG)
    assert (teksten(nee), codes(nee)) == (["Niet.", "Zelf."], ["zoeken", "meestal"])


def test_zonder_regeling_voor_de_auto_kijkt_een_mens(proefstad: Gemeente) -> None:
    assert "auto-aanpassing" not in [regel["naam"] for regel in overzicht(proefstad)]
    uit = bereken(proefstad, "auto-aanpassing", AUTO, VANDAAG)
    assert (uit["status"], uit["waarde"], codes(uit)) == ("menselijk_oordeel", {}, ["geen_regeling"])


@pytest.mark.parametrize(
    ("regel", "invoer", "verwacht"),
    [
        ("wlz", {"wlz_aanspraak": True, "woont_in_instelling": True, "gevraagd": "anders"}, ["weigering_mogelijk"]),
        ("wlz", {"wlz_aanspraak": False, "woont_in_instelling": True, "gevraagd": "anders"}, ["geen_weigering"]),
        ("overgang-wlz", {"verantwoord_thuis": False, "wlz_mogelijk": True}, ["stopt"]),
        (
            "overgang-wlz",
            {"verantwoord_thuis": False, "wlz_mogelijk": True, "beslissing": "2024-06-03"},
            ["stopt_op_dag"],
        ),
        ("overgang-wlz", {"verantwoord_thuis": True, "wlz_mogelijk": True}, ["stopt_niet"]),
        ("vervoer", {"afstand_km": 9, "km_per_jaar": 9, **ZELF}, ["binnen", "begeleider_met_korting"]),
        ("vervoer", {"afstand_km": 999, "km_per_jaar": 9, **NIET_ZELF}, ["erboven", "begeleider_gratis"]),
        ("vervoer", {"afstand_km": 9, "km_per_jaar": 9999, **NIET_ZELF}, ["erboven", "begeleider_gratis"]),
        ("kortdurend-verblijf", {**VERBLIJF, "etmalen_per_jaar": 9, "jaren": 1}, ["kan"]),
        (
            "kortdurend-verblijf",
            {**VERBLIJF, "permanent_toezicht": False, "etmalen_per_jaar": 9, "jaren": 1},
            ["kan_niet"],
        ),
        ("scootmobiel", RIJDER, ["kan"]),
        ("scootmobiel", {**RIJDER, "zelfstandig_gebruik": False}, ["kan_niet"]),
        ("auto-aanpassing", AUTO, ["kan"]),
        ("auto-aanpassing", {**AUTO, "auto_gaat_mee": False}, ["kan_niet"]),
    ],
)
def test_elke_soort_uitkomst_heeft_haar_eigen_zin(
    het_hogeland: Gemeente, regel: str, invoer: dict[str, Any], verwacht: list[str]
) -> None:
    assert zinnen(het_hogeland, regel, invoer) == verwacht


def test_de_zin_vult_het_getal_van_deze_gemeente_in(proefstad: Gemeente) -> None:
    stoppen: dict[str, Any] = {"verantwoord_thuis": False, "wlz_mogelijk": True}
    logeren = {**VERBLIJF, "etmalen_per_jaar": 40, "jaren": 1}
    uit = [
        *conclusie(proefstad, bereken(proefstad, "overgang-wlz", stoppen, VANDAAG)),
        *conclusie(proefstad, bereken(proefstad, "overgang-wlz", {**stoppen, "beslissing": "2024-06-03"}, VANDAAG)),
        *conclusie(proefstad, bereken(proefstad, "kortdurend-verblijf", logeren, VANDAAG)),
    ]
    assert [zin.tekst for zin in uit] == [
        "Stopt binnen 1 maand.",
        "Stopt op woensdag 3 juli 2024.",
        "30 nachten, 1 jaar.",
    ]


def test_heen_en_terug_elke_week_is_het_aantal_kilometers_per_jaar() -> None:
    assert kilometers_per_jaar(12, 2) == 12 * 2 * 2 * 52 == 2496

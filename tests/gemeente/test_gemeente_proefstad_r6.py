"""The rules on living: a second municipality decides otherwise, and every outcome is exactly what its file says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, bereken, conclusie, overzicht

VANDAAG = date(2024, 6, 3)
PROEFSTAD = Path(__file__).parent / "proefstad"
HET_HOGELAND = Path(__file__).parents[2] / "gemeenten" / "het_hogeland"


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(PROEFSTAD)


@pytest.fixture(scope="module")
def het_hogeland() -> Gemeente:
    return laad(HET_HOGELAND)


def kern(stad: Gemeente, regel: str, invoer: dict[str, Any]) -> tuple[str, Any, list[str], list[str]]:
    """Status, value, the codes of the reasons and the texts of the one sentence."""
    uit = bereken(stad, regel, invoer, VANDAAG)
    codes = [reden["code"] for reden in uit["redenen"]]
    return uit["status"], uit["waarde"], codes, [reden.tekst for reden in conclusie(stad, uit)]


def stappen(stad: Gemeente, regel: str, invoer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(stap["onderdeel"], stap["tekst"]) for stap in bereken(stad, regel, invoer, VANDAAG)["stappen"]]


def test_de_proefstad_heeft_geen_regel_over_verhuiskosten(proefstad: Gemeente) -> None:
    assert "verhuiskosten" not in [regel["naam"] for regel in overzicht(proefstad)]
    status, waarde, codes, zinnen = kern(proefstad, "verhuiskosten", {"aanleiding": "echtscheiding"})
    assert (status, waarde, codes, zinnen) == ("menselijk_oordeel", {}, ["geen_regeling"], [])


JA_NEE = ("ingeschreven", "meeste_tijd_hier", "komt_binnenkort", "verhuizing_geregeld", "afspraken_gemaakt")


@pytest.mark.parametrize(
    ("antwoorden", "verwacht"),
    [
        ("jj", ("berekend", {"hoofdverblijf": True, "melding_kan": True, "besluit_kan": True}, [], ["Hier."])),
        ("nnn", ("berekend", {"hoofdverblijf": False, "melding_kan": False, "besluit_kan": False}, [], ["Elders."])),
        ("nnjnn", ("berekend", {"hoofdverblijf": False, "melding_kan": True, "besluit_kan": False}, [], ["Straks."])),
        (
            "nnjj",
            ("berekend", {"hoofdverblijf": False, "melding_kan": True, "besluit_kan": True}, [], ["Straks zeker."]),
        ),
        (
            "nnjnj",
            ("berekend", {"hoofdverblijf": False, "melding_kan": True, "besluit_kan": True}, [], ["Straks zeker."]),
        ),
        ("nj", ("menselijk_oordeel", {"melding_kan": True}, ["lijst_en_leven"], ["Kijken."])),
        ("jnn", ("menselijk_oordeel", {"melding_kan": True}, ["lijst_en_leven"], ["Kijken."])),
        ("jnjnn", ("menselijk_oordeel", {"melding_kan": True}, ["lijst_en_leven"], ["Kijken."])),
        ("jnjj", ("menselijk_oordeel", {"melding_kan": True, "besluit_kan": True}, ["lijst_en_leven"], ["Kijken."])),
        ("jnjnj", ("menselijk_oordeel", {"melding_kan": True, "besluit_kan": True}, ["lijst_en_leven"], ["Kijken."])),
    ],
)
def test_hoofdverblijf_zegt_niet_meer_dan_vaststaat(proefstad: Gemeente, antwoorden: str, verwacht: Any) -> None:
    invoer = {naam: antwoord == "j" for naam, antwoord in zip(JA_NEE, antwoorden, strict=False)}
    assert kern(proefstad, "hoofdverblijf", invoer) == verwacht


def test_een_stap_van_hoofdverblijf_hoort_bij_het_juiste_onderdeel(proefstad: Gemeente) -> None:
    invoer = dict(zip(JA_NEE, (False, False, True, False, True), strict=True))
    assert stappen(proefstad, "hoofdverblijf", invoer) == [
        ("hoofdverblijf", "Niet op de lijst."),
        ("hoofdverblijf", "Meestal elders."),
        ("melding_kan", "Komt."),
        ("besluit_kan", "Niet geregeld."),
        ("besluit_kan", "Afgesproken."),
    ]


@pytest.mark.parametrize(
    ("gronden", "kan"),
    [(["leeftijd"], True), (["beperkingen"], False), (["gezinssituatie", "leeftijd"], True), ([], False)],
)
def test_welke_grond_mag_weigeren_staat_in_het_bestand(proefstad: Gemeente, gronden: list[str], kan: bool) -> None:
    invoer = {"voorzienbaar_door": gronden, "naar_ongeschikte_woning": True}
    verwacht = (["toen"], ["Misschien niet."]) if kan else ([], ["Geen reden."])
    assert kern(proefstad, "voorzienbaarheid", invoer) == ("berekend", {"weigering_mogelijk": kan}, *verwacht)
    assert stappen(proefstad, "voorzienbaarheid", invoer)[-1] == ("weigering_mogelijk", "Slecht huis.")


def test_de_factoren_en_wat_erbij_hoort_staan_in_het_bestand(proefstad: Gemeente) -> None:
    invoer = {"factoren": {"woonlasten": "weet_niet", "medisch_aanvaardbare_termijn": "op_tijd"}}
    termijn = {
        "id": "medisch_aanvaardbare_termijn",
        "titel": "Wachten",
        "antwoord": "op_tijd",
        "inbrengen": ["Vraag een arts.", "Vraag een datum."],
    }
    lasten = {
        "id": "woonlasten",
        "titel": "Geld",
        "antwoord": "weet_niet",
        "inbrengen": ["Neem de rekening mee."],
    }
    codes = ["wegen", "mooi_op_tijd", "vraag_het_na"]
    uit = kern(proefstad, "verhuizen", invoer)
    assert uit == ("menselijk_oordeel", {"factoren": [termijn, lasten]}, codes, ["Wegen."])
    assert [tekst for _, tekst in stappen(proefstad, "verhuizen", invoer)] == [
        "Wachten is op tijd",
        "Uitleg.",
        "Vraag een arts.",
        "Vraag een datum.",
        "Geld is onbekend",
        "Uitleg.",
        "Neem de rekening mee.",
    ]


def test_te_laat_staat_vast_en_geeft_hier_geen_extra_reden(proefstad: Gemeente) -> None:
    invoer = {"factoren": {"medisch_aanvaardbare_termijn": "niet_op_tijd"}}
    status, waarde, codes, zinnen = kern(proefstad, "verhuizen", invoer)
    assert (status, codes, zinnen) == ("menselijk_oordeel", ["wegen"], ["Geen oplossing."])
    assert waarde["verhuizen_is_oplossing"] is False


@pytest.mark.parametrize(
    ("antwoord", "zin"), [("voor_verhuizen", "Geld wijst naar weg"), ("voor_blijven", "Geld wijst naar hier")]
)
def test_elk_antwoord_heeft_een_eigen_zin(proefstad: Gemeente, antwoord: str, zin: str) -> None:
    assert stappen(proefstad, "verhuizen", {"factoren": {"woonlasten": antwoord}})[0] == ("factoren", zin)


@pytest.mark.parametrize("waarvoor", ["slapen", "studeren"])
def test_slapen_hoort_hier_niet_bij_wonen(proefstad: Gemeente, waarvoor: str) -> None:
    verwacht = ("berekend", {"aanpassing_mogelijk": False}, [], ["Kan niet."])
    assert kern(proefstad, "woningaanpassing", {"waarvoor": waarvoor}) == verwacht


def test_een_hobby_hoort_hier_wel_bij_wonen_met_vier_prijzen(proefstad: Gemeente) -> None:
    uit = bereken(proefstad, "woningaanpassing", {"waarvoor": "hobby"}, VANDAAG)
    assert uit["waarde"] == {"aanpassing_mogelijk": True}
    assert [(reden["code"], reden["tekst"]) for reden in uit["redenen"]] == [("offertes", "Vraag 4 prijzen.")]
    assert [reden.tekst for reden in conclusie(proefstad, uit)] == ["Kan."]


@pytest.mark.parametrize(
    ("jaar", "kan", "tekst", "codes"),
    [(2014, True, "Voor 2015, hoger dan 35.", ["offertes", "jaar"]), (2015, False, "Vanaf 2015 is 35 hoog.", ["jaar"])],
)
def test_een_ander_jaar_en_een_andere_hoogte(
    proefstad: Gemeente, jaar: int, kan: bool, tekst: str, codes: list[str]
) -> None:
    invoer = {"waarvoor": "drempel_bij_ingang", "bouwjaar": jaar}
    assert kern(proefstad, "woningaanpassing", invoer)[1:3] == ({"aanpassing_mogelijk": kan}, codes)
    assert stappen(proefstad, "woningaanpassing", invoer) == [("aanpassing_mogelijk", tekst)]


def test_een_wens_zonder_regel_is_ook_hier_voor_een_mens(proefstad: Gemeente) -> None:
    assert kern(proefstad, "woningaanpassing", {"waarvoor": "anders"}) == ("menselijk_oordeel", {}, ["vreemd"], [])


@pytest.mark.parametrize(
    ("samen", "vorm", "verwacht"),
    [
        (True, "permanente_aanbouw", ("berekend", True, ["verf"], ["Wel."])),
        (True, "bijgebouw_bij_zorgvrager", ("berekend", True, ["verf"], ["Wel."])),
        (True, "bijgebouw_bij_mantelzorger", ("berekend", False, [], ["Niet."])),
        (False, "bijgebouw_bij_mantelzorger", ("berekend", False, ["samen"], ["Niet."])),
        (False, "permanente_aanbouw", ("berekend", False, [], ["Niet."])),
        (True, "aparte_woning_op_erf", ("berekend", False, [], ["Niet."])),
        (True, "anders", ("menselijk_oordeel", None, ["bouw"], [])),
    ],
)
def test_welke_bouw_telt_staat_in_het_bestand(proefstad: Gemeente, samen: bool, vorm: str, verwacht: Any) -> None:
    status, waarde, codes, zinnen = kern(proefstad, "mantelzorgwoning", {"bij_elkaar_wonen": samen, "bouwvorm": vorm})
    assert (status, waarde.get("mantelzorgwoning"), codes, zinnen) == verwacht
    assert waarde.get("kosten_voor") == ("gemeente" if verwacht[1] else None)


def test_wie_betaalt_staat_in_het_bestand(proefstad: Gemeente) -> None:
    invoer = {"bij_elkaar_wonen": True, "bouwvorm": "permanente_aanbouw"}
    assert stappen(proefstad, "mantelzorgwoning", invoer) == [
        ("mantelzorgwoning", "Samen."),
        ("mantelzorgwoning", "Aanbouw."),
        ("kosten_voor", "De stad betaalt."),
    ]


@pytest.mark.parametrize(
    ("spelen", "status", "code", "zin"),
    [
        ((False, False, False), "berekend", "toch_kijken", "Niets van 3."),
        ((False, True, False), "menselijk_oordeel", "geen_getal", "1 van 3."),
        ((True, True, True), "menselijk_oordeel", "geen_getal", "3 van 3."),
    ],
)
def test_de_punten_geven_nooit_een_naam_aan_een_mens(
    proefstad: Gemeente, spelen: tuple[bool, ...], status: str, code: str, zin: str
) -> None:
    namen = ("beperkte_sociale_steun", "weinig_veerkracht", "weinig_eigen_regie")
    invoer = dict(zip(namen, spelen, strict=True))
    waarde = {"aspecten": [naam for naam in namen if invoer[naam]], "aantal": sum(spelen), "van": 3}
    assert kern(proefstad, "zeer-kwetsbaar", invoer) == (status, waarde, [code], [zin])
    punten = [stap.get("punten", 0) for stap in bereken(proefstad, "zeer-kwetsbaar", invoer, VANDAAG)["stappen"]]
    assert punten == [int(speelt) for speelt in spelen]
    assert not any("kwetsbaar" in tekst for _, tekst in stappen(proefstad, "zeer-kwetsbaar", invoer))


@pytest.mark.parametrize(
    ("invoer", "waarde", "naam"),
    [
        ({"aanleiding": "echtscheiding"}, {"vergoeding_mogelijk": False, "woningaanpassing_mogelijk": True}, "gewoon"),
        (
            {"aanleiding": "beperkingen", "hulp_noodzakelijk": True, "woning_voldoet": True},
            {"vergoeding_mogelijk": True},
            "mogelijk",
        ),
        (
            {"aanleiding": "beperkingen", "hulp_noodzakelijk": False, "woning_voldoet": False},
            {"vergoeding_mogelijk": False},
            "nog_niet",
        ),
    ],
)
def test_verhuiskosten_zegt_bij_beperkingen_niets_over_aanpassen(
    het_hogeland: Gemeente, invoer: dict[str, Any], waarde: dict[str, bool], naam: str
) -> None:
    uit = bereken(het_hogeland, "verhuiskosten", invoer, VANDAAG)
    assert uit["waarde"] == waarde
    assert [reden.code for reden in conclusie(het_hogeland, uit)] == [naam]

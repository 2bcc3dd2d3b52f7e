"""Pgb, pgb-vertegenwoordiger and no-show follow the file of a second municipality; it has no pgb-kosten."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, Inhoudfout, Versie, bereken, conclusie, lees_regeling, overzicht

VANDAAG = date(2024, 6, 3)
NIET_VERBODEN = {
    "is_hulpverlener": False,
    "relatie_met_hulpverlener": False,
    "onder_bewind_mentor_of_curatele": False,
    "schulden": False,
    "eigen_begeleiding": False,
    "financiele_relatie_hulpverlener": False,
    "financiele_relatie_client": False,
}
GEMIST = {
    "kortdurend_verblijf": False,
    "in_zorgovereenkomst": True,
    "aanbieder_herinnerde": True,
    "aanbieder_zocht_client": True,
}
BRON = {"document": "proef", "plaats": "artikel 1"}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(Path(__file__).parent / "proefstad")


def zin(stad: Gemeente, uitkomst: dict[str, Any]) -> list[str]:
    return [reden.tekst for reden in conclusie(stad, uitkomst)]


def test_pgb_kosten_staat_hier_niet_in_het_overzicht(proefstad: Gemeente) -> None:
    namen = [regel["naam"] for regel in overzicht(proefstad)]
    assert {"pgb", "pgb-vertegenwoordiger", "no-show"} <= set(namen)
    assert "pgb-kosten" not in namen
    uit = bereken(proefstad, "pgb-kosten", {"kosten": "reiskosten"}, VANDAAG)
    assert (uit["status"], uit["redenen"][0]["code"], uit["waarde"]) == ("menselijk_oordeel", "geen_regeling", {})


@pytest.mark.parametrize(
    ("dagen", "werkgever", "tekst", "codes"),
    [
        (4, False, "Geen werkgever onder 5 dagen.", ["kunnen"]),
        (5, True, "Werkgever vanaf 5 dagen.", ["kunnen", "alles_telt"]),
    ],
)
def test_een_andere_grens_maakt_later_werkgever(
    proefstad: Gemeente, dagen: int, werkgever: bool, tekst: str, codes: list[str]
) -> None:
    invoer = {"gemotiveerd": True, "taken_door": "zelf", "kwaliteit_gewaarborgd": True, "dagen_per_week": dagen}
    uit = bereken(proefstad, "pgb", invoer, VANDAAG)
    assert uit["waarde"] == {"voldoet": True, "werkgever": werkgever}
    assert [stap["tekst"] for stap in uit["stappen"]] == [
        "Waarom is bekend.",
        "Iemand doet het.",
        "Het is goed.",
        tekst,
    ]
    assert [reden["code"] for reden in uit["redenen"]] == codes
    assert zin(proefstad, uit) == ["Het kan."]


@pytest.mark.parametrize(
    ("taken_door", "codes"), [("vertegenwoordiger", ["kunnen", "ander"]), ("niemand", ["niemand"])]
)
def test_wie_de_taken_doet_bepaalt_welke_uitleg_van_dit_bestand_komt(
    proefstad: Gemeente, taken_door: str, codes: list[str]
) -> None:
    invoer = {"gemotiveerd": False, "taken_door": taken_door, "kwaliteit_gewaarborgd": True, "dagen_per_week": 1}
    uit = bereken(proefstad, "pgb", invoer, VANDAAG)
    assert [reden["code"] for reden in uit["redenen"]] == codes
    assert zin(proefstad, uit) == ["Het kan niet."]


@pytest.mark.parametrize(("aantal", "reden"), [(3, "Het zijn er 3, hooguit 3."), (4, "Het zijn er 4, meer dan 3.")])
def test_een_ander_uitgangspunt_en_een_andere_graad(proefstad: Gemeente, aantal: int, reden: str) -> None:
    uit = bereken(proefstad, "pgb-vertegenwoordiger", {**NIET_VERBODEN, "aantal_clienten": aantal}, VANDAAG)
    assert uit["waarde"] == {"toegestaan": True, "let_op": ["aantal_clienten"]}
    assert [r["tekst"] for r in uit["redenen"]] == [reden, "Familie tot graad 2."]
    assert uit["stappen"][-1]["tekst"] == f"Er zijn er {aantal} van de 3."
    assert zin(proefstad, uit) == ["Het mag bijna."]


def test_een_verbod_en_geen_verbod_geven_een_andere_zin(proefstad: Gemeente) -> None:
    vrij = bereken(proefstad, "pgb-vertegenwoordiger", {**NIET_VERBODEN, "aantal_clienten": 1}, VANDAAG)
    assert zin(proefstad, vrij) == ["Het mag."]
    schuld = {**NIET_VERBODEN, "schulden": True, "financiele_relatie_client": True, "aantal_clienten": 1}
    uit = bereken(proefstad, "pgb-vertegenwoordiger", schuld, VANDAAG)
    assert [reden["tekst"] for reden in uit["redenen"]] == ["Liever niet.", "Kijk naar uzelf.", "Familie tot graad 2."]
    assert [stap["tekst"] for stap in uit["stappen"]][3:7] == [
        "Heeft schuld.",
        "Krijgt niets.",
        "Geen geld.",
        "Geld van u.",
    ]
    assert zin(proefstad, uit) == ["Het mag niet."]


@pytest.mark.parametrize(
    ("uren", "keer", "mag", "teksten", "codes"),
    [
        (47, 3, True, ["Met 47 uur na 48 uur.", "Het is 3 van 3 in 12."], []),
        (48, 3, False, ["Met 48 uur voor 48 uur.", "Het is 3 van 3 in 12."], ["precies"]),
        (47, 4, False, ["Met 47 uur na 48 uur.", "Het is 4, meer dan 3 in 12."], ["terug"]),
        (None, 1, True, ["Niets gezegd, 48 uur.", "Het is 1 van 3 in 12."], []),
    ],
)
def test_andere_uren_en_een_andere_periode(
    proefstad: Gemeente, uren: int | None, keer: int, mag: bool, teksten: list[str], codes: list[str]
) -> None:
    afgezegd = {"afgezegd": False} if uren is None else {"afgezegd": True, "uren_vooraf_afgezegd": uren}
    uit = bereken(proefstad, "no-show", {**GEMIST, **afgezegd, "keer_in_periode": keer}, VANDAAG)
    assert uit["waarde"] == {"mag_in_rekening": mag}
    assert [stap["tekst"] for stap in uit["stappen"]][4:] == teksten
    assert [reden["code"] for reden in uit["redenen"]] == codes
    assert zin(proefstad, uit) == ["Het mag." if mag else "Het mag niet."]


@pytest.mark.parametrize(("dagen", "goed"), [(0, False), (1, True), (7, True), (8, False)])
def test_de_grens_voor_werkgever_past_in_een_week(dagen: int, goed: bool) -> None:
    zinnen = {"ja": "Ja.", "nee": "Nee.", "bron": BRON}
    let_op = {"code": "code", "tekst": "Tekst.", "bron": BRON}
    lezing = {"keuze": "Zo.", "waarom": "Daarom.", "aan_inwoner": let_op}
    regeling = {
        **algemeen("voldoet", "voldoet_niet"),
        "voorwaarden": dict.fromkeys(("gemotiveerd", "taken_gedaan", "kwaliteit_gewaarborgd"), zinnen),
        "werkgever": {"dagen": dagen, "tekst": "Wel.", "minder": "Niet.", "bron": BRON, "lezing": lezing},
        "bekwaamheid": let_op,
        "vertegenwoordiger": [],
        "niemand": let_op,
    }
    if goed:
        lees_regeling("pgb", regeling)
    else:
        with pytest.raises(Inhoudfout, match=r"werkgever\.dagen"):
            lees_regeling("pgb", regeling)


def test_andere_kosten_volgen_het_bestand() -> None:
    stad = met_kosten("taart", "bloemen")
    uit = bereken(stad, "pgb-kosten", {"kosten": "een bloemen"}, VANDAAG)
    assert uit["waarde"] == {"uitgesloten": True, "post": "bloemen"}
    assert [stap["tekst"] for stap in uit["stappen"]] == ["Geen bloemen."]
    assert zin(stad, uit) == ["Niet: bloemen."]
    for kosten, code in (("feestje", "vraag_het"), ("feest", "mag_soms"), ("reiskosten", "vraag_het")):
        anders = bereken(stad, "pgb-kosten", {"kosten": kosten}, VANDAAG)
        assert (anders["status"], [reden["code"] for reden in anders["redenen"]]) == ("menselijk_oordeel", [code])
        assert zin(stad, anders) == []


def test_een_enkele_soort_kosten_is_ook_een_lijst() -> None:
    uit = bereken(met_kosten("taart"), "pgb-kosten", {"kosten": "Taarten"}, VANDAAG)
    assert uit["waarde"] == {"uitgesloten": True, "post": "taart"}


def met_kosten(*soorten: str) -> Gemeente:
    let_op = {"code": "vraag_het", "tekst": "Vraag het.", "bron": BRON}
    gegevens = {
        **algemeen("uitgesloten"),
        "posten": [{"id": s, "naam": s, "tekst": f"Geen {s}.", "namen": [s], "bron": BRON} for s in soorten],
        "niet_op_de_lijst": let_op,
        "uitzondering": {**let_op, "code": "mag_soms", "namen": ["feest"]},
    }
    gegevens["conclusies"]["uitgesloten"]["tekst"] = "Niet: {naam}."
    return Gemeente("elders", {"pgb-kosten": (Versie(lees_regeling("pgb-kosten", gegevens), "0" * 64),)})


def algemeen(*conclusies: str) -> dict[str, Any]:
    return {
        "titel": "Regels",
        "geldig_van": date(2024, 1, 1),
        "geldigheid": BRON,
        "onderwerp": {"titel": "Titel", "omschrijving": "Tekst."},
        "voorbehoud": "De gemeente beslist.",
        "conclusies": {naam: {"tekst": "Zo is het.", "bron": BRON} for naam in conclusies},
    }

"""Proefstad has another list, ten per cent and two years: what is algemeen gebruikelijk follows its file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, bereken, conclusie

VANDAAG = date(2024, 6, 3)
CRITERIA = {
    "reguliere_handel": True,
    "niet_speciaal_voor_beperking": True,
    "niet_duurder_dan_vergelijkbaar": True,
    "bijstandsnorm_centen": 1003,
}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(Path(__file__).parent / "proefstad")


def vraag(stad: Gemeente, voorziening: str, **erbij: Any) -> dict[str, Any]:
    return bereken(stad, "algemeen-gebruikelijk", {"voorziening": voorziening, **erbij}, VANDAAG)


def test_een_andere_lijst_heeft_andere_dingen(proefstad: Gemeente) -> None:
    uit = vraag(proefstad, "De auto-pedden")
    assert uit["waarde"] == {"algemeen_gebruikelijk": True, "grond": "lijst", "categorie": "vervoer"}
    assert [(stap["tekst"], stap["bron"]["plaats"]) for stap in uit["stappen"]] == [("Lijst: een step", "artikel 70")]
    assert uit["redenen"] == []
    assert [reden.tekst for reden in conclusie(proefstad, uit)] == ["Lijst."]


def test_een_rollator_staat_hier_niet_op_de_lijst(proefstad: Gemeente) -> None:
    uit = vraag(proefstad, "rollator")
    assert uit["status"] == "ontbrekende_gegevens"
    assert [reden["tekst"] for reden in uit["redenen"]] == ["Geen lijst."]


@pytest.mark.parametrize(("prijs", "draagbaar"), [(2407, True), (2408, False)])
def test_tien_procent_en_24_maanden_geven_een_ander_bedrag(proefstad: Gemeente, prijs: int, draagbaar: bool) -> None:
    """1003 × 10% × 24 = 2407.2 cents."""
    uit = vraag(proefstad, "rollator", prijs_centen=prijs, **CRITERIA)
    assert uit["waarde"]["draagbaar_tot_centen"] == 2407
    assert uit["waarde"]["criteria"]["draagbaar"] is draagbaar
    assert uit["waarde"]["algemeen_gebruikelijk"] is draagbaar
    teksten = [stap["tekst"] for stap in uit["stappen"]]
    assert teksten[:6] == ["Geen lijst.", "10% van € 10,03", "24 maanden: € 24,07", "Te koop.", "Gewoon.", "Niet duur."]
    past = "past" if draagbaar else "past niet"
    assert teksten[6:] == [f"€ {prijs // 100},0{prijs % 100} {past} in € 24,07"]
    assert uit["redenen"] == []
    assert [reden.tekst for reden in conclusie(proefstad, uit)] == ["Wel." if draagbaar else "Niet."]


def test_een_andere_voorwaarde_met_een_ander_getal(proefstad: Gemeente) -> None:
    assert [reden["tekst"] for reden in vraag(proefstad, "tap")["redenen"]] == ["Is de kraan 7 jaar oud?"]
    mist = vraag(proefstad, "tap", voorwaarde_vervuld=False)["redenen"]
    assert [(reden["tekst"], reden["bron"]["plaats"]) for reden in mist] == [("Nog geen 7 jaar oud.", "artikel 72")]
    uit = vraag(proefstad, "tap", voorwaarde_vervuld=False, prijs_centen=1, **CRITERIA)
    assert [stap["tekst"] for stap in uit["stappen"][:2]] == ["Lijst: een kraan", "Nog geen 7 jaar oud."]


def test_hier_is_een_kraan_ook_maatwerk_als_de_voorwaarde_vervuld_is(proefstad: Gemeente) -> None:
    uit = vraag(proefstad, "kranen", voorwaarde_vervuld=True)
    assert (uit["status"], uit["waarde"]) == ("menselijk_oordeel", {"categorie": "wonen"})
    assert [stap["tekst"] for stap in uit["stappen"]] == ["Lijst: een kraan", "7 jaar oud."]
    assert [reden["code"] for reden in uit["redenen"]] == ["ook_loodgieter"]
    assert [reden.tekst for reden in conclusie(proefstad, uit)] == ["Vraag het."]


def test_hulp_in_het_huishouden_staat_hier_niet_op_de_lijst(proefstad: Gemeente) -> None:
    assert vraag(proefstad, "huishoudelijke hulp")["status"] == "ontbrekende_gegevens"

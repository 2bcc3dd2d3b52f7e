"""Loading: what is a version, when does it hold, and what in the directories themselves stops the start."""

import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.gemeente import Regelingfout, laad
from bot.regels import REGELS, Gemeente, bereken

WORTEL = Path(__file__).parents[2]
PROEFSTAD = Path(__file__).parent / "proefstad"
GEZIN = {"situatie": {"duur_maanden": 4, "terminaal": False}, "huisgenoten": []}


@pytest.fixture
def stad(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROEFSTAD, tmp_path / "proefstad"))


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(PROEFSTAD)


def test_het_hogeland_heeft_elke_regeling() -> None:
    gemeente = laad(WORTEL / "gemeenten" / "het_hogeland")
    assert gemeente.naam == "het_hogeland"
    assert list(gemeente.regelingen) == list(REGELS)
    for versies in gemeente.regelingen.values():
        assert [versie.inhoud.geldig_van for versie in versies] == [date(2023, 1, 1)]


def test_het_kenmerk_is_de_hash_van_het_bestand_zelf() -> None:
    bestand = PROEFSTAD / "regelingen" / "termijnen" / "2024-01-01.yaml"
    versie = laad(PROEFSTAD).versie_op("termijnen", date(2024, 1, 1))
    assert versie is not None
    assert versie.sha256 == hashlib.sha256(bestand.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("dag", "van"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), date(2024, 1, 1)),
        (date(2024, 12, 31), date(2024, 1, 1)),
        (date(2025, 1, 1), date(2025, 1, 1)),
        (date(2090, 1, 1), date(2025, 1, 1)),
    ],
)
def test_beide_einden_van_een_versie_horen_erbij(proefstad: Gemeente, dag: date, van: date | None) -> None:
    versie = proefstad.versie_op("gebruikelijke-hulp", dag)
    assert (versie.inhoud.geldig_van if versie else None) == van


def test_de_peildatum_kiest_de_versie(proefstad: Gemeente) -> None:
    oud = bereken(proefstad, "gebruikelijke-hulp", {**GEZIN, "peildatum": "2024-12-31"}, date(2026, 1, 1))
    nieuw = bereken(proefstad, "gebruikelijke-hulp", {**GEZIN, "peildatum": "2025-01-01"}, date(2026, 1, 1))
    assert (oud["waarde"]["terreinen"], nieuw["waarde"]["terreinen"]) == (["tuin"], ["alles"])
    assert (oud["regeling"]["geldig_van"], nieuw["regeling"]["geldig_van"]) == ("2024-01-01", "2025-01-01")
    assert oud["regeling"]["sha256"] != nieuw["regeling"]["sha256"]


def test_in_een_gat_tussen_twee_versies_geldt_geen_oudere(stad: Path) -> None:
    eerste = stad / "regelingen" / "gebruikelijke_hulp" / "2024-01-01.yaml"
    tekst = eerste.read_text(encoding="utf-8").replace("geldig_tot: 2024-12-31", "geldig_tot: 2024-06-30")
    eerste.write_text(tekst, encoding="utf-8")
    uit = bereken(laad(stad), "gebruikelijke-hulp", GEZIN, date(2024, 7, 1))
    assert (uit["status"], uit["redenen"][0]["code"]) == ("menselijk_oordeel", "geen_regeling")


def test_een_versie_mag_een_enkele_dag_gelden(stad: Path) -> None:
    eerste = stad / "regelingen" / "gebruikelijke_hulp" / "2024-01-01.yaml"
    tekst = eerste.read_text(encoding="utf-8").replace("geldig_tot: 2024-12-31", "geldig_tot: 2024-01-01")
    eerste.write_text(tekst, encoding="utf-8")
    gemeente = laad(stad)
    assert gemeente.versie_op("gebruikelijke-hulp", date(2024, 1, 1))
    assert gemeente.versie_op("gebruikelijke-hulp", date(2024, 1, 2)) is None


@pytest.mark.parametrize("tot", ["geldig_tot: 2025-01-01", ""])
def test_twee_versies_op_een_dag_stoppen_de_start(stad: Path, tot: str) -> None:
    eerste = stad / "regelingen" / "gebruikelijke_hulp" / "2024-01-01.yaml"
    eerste.write_text(eerste.read_text(encoding="utf-8").replace("geldig_tot: 2024-12-31", tot), encoding="utf-8")
    with pytest.raises(Regelingfout, match=r"2025-01-01\.yaml klopt niet") as gevangen:
        laad(stad)
    assert "2024-01-01.yaml geldt dan ook nog" in str(gevangen.value)


def test_nee_en_een_klokstand_blijven_tekst(stad: Path) -> None:
    bestand = stad / "regelingen" / "termijnen" / "2024-01-01.yaml"
    tekst = bestand.read_text(encoding="utf-8").replace("titel: Regels van Proefstad", "titel: no")
    bestand.write_text(tekst.replace("voorbehoud: De gemeente beslist.", "voorbehoud: 1:30"), encoding="utf-8")
    uit = bereken(laad(stad), "termijnen", {"melding": "2024-06-03"}, date(2024, 6, 3))
    assert (uit["regeling"]["titel"], uit["voorbehoud"]) == ("no", "1:30")


def leeg_bestand_in_regelingen(stad: Path) -> None:
    (stad / "regelingen" / "los.yaml").write_text("", encoding="utf-8")


def onbekende_map(stad: Path) -> None:
    (stad / "regelingen" / "bijstand").mkdir()


def map_met_streepje(stad: Path) -> None:
    (stad / "regelingen" / "termijnen").rename(stad / "regelingen" / "gebruikelijke-hulp")


def lege_map(stad: Path) -> None:
    (stad / "regelingen" / "overbelasting").mkdir()


def geen_regelingen(stad: Path) -> None:
    shutil.rmtree(stad / "regelingen")


def map_als_bestand(stad: Path) -> None:
    (stad / "regelingen" / "termijnen" / "2025-01-01.yaml").mkdir()


def geen_utf8(stad: Path) -> None:
    (stad / "regelingen" / "termijnen" / "2024-01-01.yaml").write_bytes("titel: é".encode("latin-1"))


def nulteken(stad: Path) -> None:
    (stad / "regelingen" / "termijnen" / "2024-01-01.yaml").write_bytes(b"titel: \x00")


def eindeloos_diep(stad: Path) -> None:
    (stad / "regelingen" / "termijnen" / "2024-01-01.yaml").write_text("[" * 50_000, encoding="utf-8")


@pytest.mark.parametrize(
    ("breek", "woorden"),
    [
        (leeg_bestand_in_regelingen, "los.yaml klopt niet|map met de naam van een regeling"),
        (onbekende_map, "bijstand klopt niet|huishoudelijke_hulp, gebruikelijke_hulp"),
        (map_met_streepje, "gebruikelijke-hulp klopt niet|Kies uit"),
        (lege_map, "overbelasting klopt niet|Deze map is leeg"),
        (geen_regelingen, "regelingen klopt niet|Deze map ontbreekt"),
        (map_als_bestand, "2025-01-01.yaml klopt niet|Deze naam klopt niet"),
        (geen_utf8, "2024-01-01.yaml klopt niet|UTF-8"),
        (nulteken, "2024-01-01.yaml klopt niet|geen goede YAML"),
        (eindeloos_diep, "2024-01-01.yaml klopt niet|geen goede YAML"),
    ],
)
def test_een_fout_in_de_mappen_stopt_de_start(stad: Path, breek: Callable[[Path], None], woorden: str) -> None:
    breek(stad)
    with pytest.raises(Regelingfout) as gevangen:
        laad(stad)
    assert all(deel in str(gevangen.value) for deel in woorden.split("|")), str(gevangen.value)


def test_een_verborgen_bestand_telt_niet_mee(stad: Path) -> None:
    (stad / "regelingen" / "termijnen" / ".2024-01-01.yaml.swp").write_bytes(b"\x00")
    assert laad(stad).versie_op("termijnen", date(2024, 1, 1))

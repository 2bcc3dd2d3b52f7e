"""The command for policy officers, and a municipality that has less than Het Hogeland."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from bot.gesprek.controleer import controleer
from bot.gesprek.diensten import bouw
from bot.gesprek.instellingen import Instellingen
from bot.regels import REGELS
from tests.conftest import VANDAAG, WORTEL

INSTELLINGEN = Instellingen(wortel=WORTEL, databank="sqlite://")


@pytest.fixture
def stad(tmp_path: Path) -> Path:
    """A municipality of one's own, as the docs say: a copy of another."""
    return Path(shutil.copytree(WORTEL / "gemeenten" / "het_hogeland", tmp_path / "gemeenten" / "nieuwstad"))


def test_good_files_give_an_overview_of_every_rule(stad: Path) -> None:
    goed, regels = controleer(stad, INSTELLINGEN)
    assert goed
    assert regels[0].startswith("Alles klopt")
    for naam in REGELS:
        assert any(naam in regel and "vanaf zondag 1 januari 2023 en verder" in regel for regel in regels)


def test_every_fault_of_every_file_is_told_at_once(stad: Path) -> None:
    for naam, was, wordt in (("termijnen", "aantal: 7", "aantal: 7.5"), ("pgb", "dagen: 3", "dagn: 3")):
        bestand = stad / "regelingen" / naam / "2023-01-01.yaml"
        bestand.write_text(bestand.read_text(encoding="utf-8").replace(was, wordt, 1), encoding="utf-8")
    (stad / "contact.yaml").write_text("gemeente: {}\n", encoding="utf-8")
    goed, regels = controleer(stad, INSTELLINGEN)
    tekst = "\n".join(regels)
    assert not goed
    assert "3 bestanden" in tekst
    for woorden in ("termijnen.persoonlijk_plan.aantal", "komma", "werkgever.dagn", "contact.yaml"):
        assert woorden in tekst


def test_a_text_that_refers_to_nothing_is_told(stad: Path, tmp_path: Path) -> None:
    wortel = tmp_path / "wortel"
    shutil.copytree(WORTEL / "data", wortel / "data")
    pad = wortel / "data" / "kennis" / "procedure.yaml"
    pad.write_text(
        pad.read_text(encoding="utf-8").replace("{termijnen.termijnen.besluit.aantal}", "{termijnen.besluit.weken}"),
        encoding="utf-8",
    )
    goed, regels = controleer(stad, structs.replace(INSTELLINGEN, wortel=wortel))
    assert not goed
    assert "{termijnen.besluit.weken} bestaat niet" in "\n".join(regels)


def test_a_gap_and_an_end_are_pointed_out(stad: Path) -> None:
    map_ = stad / "regelingen" / "pgb"
    oud = map_ / "2023-01-01.yaml"
    nieuw = oud.read_text(encoding="utf-8").replace("geldig_van: 2023-01-01", "geldig_van: 2024-03-01")
    (map_ / "2024-03-01.yaml").write_text(nieuw, encoding="utf-8")
    oud.write_text(oud.read_text(encoding="utf-8") + "geldig_tot: 2023-12-31\n", encoding="utf-8")
    goed, regels = controleer(stad, INSTELLINGEN)
    assert goed
    assert any("gat van 60 dagen" in regel for regel in regels)


def test_the_command_says_it_in_dutch_and_with_its_exit_code(stad: Path) -> None:
    def draai() -> subprocess.CompletedProcess[str]:
        opdracht = [sys.executable, "-m", "bot", "controleer", str(stad)]
        return subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)

    gedaan = draai()
    assert (gedaan.returncode, gedaan.stdout.splitlines()[0]) == (0, f"Alles klopt: {stad}")
    (stad / "regelingen" / "pgb" / "2023-01-01.yaml").rename(stad / "regelingen" / "pgb" / "2023.yaml")
    gedaan = draai()
    assert gedaan.returncode == 1
    assert "Deze naam klopt niet" in gedaan.stdout
    assert "Traceback" not in gedaan.stdout + gedaan.stderr


@pytest.mark.parametrize("regel", sorted(REGELS))
def test_a_municipality_may_have_one_rule_less(stad: Path, regel: str) -> None:
    shutil.rmtree(stad / "regelingen" / regel.replace("-", "_"))
    diensten = bouw(structs.replace(INSTELLINGEN, gemeenten=stad.parent, gemeente=stad.name), vandaag=lambda: VANDAAG)
    assert regel not in diensten.gemeente.regelingen
    assert not any(dialoog.regel == regel for dialoog in diensten.rekendialogen.values())
    goed, regels = controleer(stad, INSTELLINGEN)
    assert goed
    assert any(regel in r and "heeft de gemeente niet" in r for r in regels)


def test_a_day_after_the_last_version_starts_too(stad: Path) -> None:
    bestand = stad / "regelingen" / "overbelasting" / "2023-01-01.yaml"
    bestand.write_text(bestand.read_text(encoding="utf-8") + "geldig_tot: 2023-06-30\n", encoding="utf-8")
    plek = structs.replace(INSTELLINGEN, gemeenten=stad.parent, gemeente=stad.name)
    assert "overbelasting" in bouw(plek, vandaag=lambda: date(2023, 6, 30)).rekendialogen
    later = bouw(plek, vandaag=lambda: date(2023, 7, 1))
    assert "overbelasting" not in later.rekendialogen
    assert [a.regel for a in later.aflopend()] == ["overbelasting"]

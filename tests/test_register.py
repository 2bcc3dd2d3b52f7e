"""The register text: every table has its line, and the terms are those that the server runs with."""

import re
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy import Column, Integer, Table

from bot.bezorging import Bezorginstellingen
from bot.gesprek import register
from bot.gesprek.instellingen import Instellingen, uit_omgeving
from bot.opslag.tabellen import metadata
from bot.vragen.bestand import Bestandsfout
from tests.conftest import WORTEL

STANDAARD = Instellingen(wortel=WORTEL)


def test_every_table_of_the_database_has_one_line() -> None:
    tekst = register.registertekst(STANDAARD)
    assert {naam: tekst.count(f"  - `{naam}`: ") for naam in metadata.tables} == dict.fromkeys(metadata.tables, 1)


def test_a_table_without_a_line_is_a_fault_that_names_it() -> None:
    nieuw = Table("nieuwe_tabel", metadata, Column("id", Integer, primary_key=True))
    try:
        with pytest.raises(Bestandsfout, match="tabel nieuwe_tabel heeft geen regel"):
            register.laad_register(STANDAARD)
    finally:
        metadata.remove(nieuw)


@pytest.mark.parametrize(
    ("van", "naar", "fout"),
    [
        ("      logboek:", "      logboeken:", "tabel logboek heeft geen regel"),
        ("      logboek:", "      iets: x\n      logboek:", "tabel iets bestaat niet"),
        ("      logboek:", "      uitbak: x\n      logboek:", "tabel uitbak staat er twee keer"),
    ],
)
def test_a_line_too_many_or_wrong_is_a_fault(tmp_path: Path, van: str, naar: str, fout: str) -> None:
    (tmp_path / "data").mkdir()
    inhoud = (WORTEL / "data" / "register.yaml").read_text()
    (tmp_path / "data" / "register.yaml").write_text(inhoud.replace(van, naar, 1))
    with pytest.raises(Bestandsfout, match=fout):
        register.laad_register(Instellingen(wortel=tmp_path))


def test_terms_delivery_and_sentences_follow_the_settings() -> None:
    anders = structs.replace(
        STANDAARD, bewaardagen=11, bewaardagen_deling=12, bewaardagen_uitnodiging=13, bewaardagen_logboek=14,
        onbegrepen_dagen=15, onbegrepen=True, bezorging=Bezorginstellingen("zgw"),
    )  # fmt: skip
    tekst = register.registertekst(anders)
    for stuk in ("11 dagen", "12 dagen", "13 dagen", "14 dagen", "15 dagen", "documentregistratie", "staat aan"):
        assert stuk in tekst
    assert "{" not in tekst
    assert "8 uur. Mislukte pogingen gaan 6 uur na de laatste weg. Dat aanmelden lukte, blijft 30 dagen staan." in tekst
    assert tekst.count("30 dagen") == 1
    assert "documentregistratie" not in register.registertekst(STANDAARD)


def test_each_kind_has_its_own_days_and_the_old_name_still_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WMO_BEWAARDAGEN", "20")
    monkeypatch.setenv("WMO_BEWAARDAGEN_LOGBOEK", "400")
    assert structs.astuple(uit_omgeving().termijnen)[:4] == (20, 30, 30, 400)
    monkeypatch.setenv("WMO_BEWAARDAGEN_GESPREK", "10")
    assert uit_omgeving().termijnen.gesprek == 10
    for fout in ("0", "-1", "1.5", "veel", "inf", "nan"):
        monkeypatch.setenv("WMO_BEWAARDAGEN_DELING", fout)
        with pytest.raises(ValueError, match="WMO_BEWAARDAGEN_DELING"):
            uit_omgeving()


def test_every_test_that_the_threat_model_names_exists() -> None:
    genoemd = set(re.findall(r"`(test_\w+)`", (WORTEL / "docs" / "veiligheid.md").read_text()))
    er_zijn = {
        naam for pad in (WORTEL / "tests").rglob("test_*.py") for naam in re.findall(r"def (test_\w+)", pad.read_text())
    }
    assert len(genoemd) > 60
    assert genoemd - er_zijn == set()

"""A version that ends soon is announced; a day without a version is never filled in with another one."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.gemeente import laad
from bot.regels import Afloop, Gemeente, bereken

GOED = Path(__file__).parent / "proefstad" / "regelingen" / "termijnen" / "2024-01-01.yaml"
LAATSTE = date(2024, 6, 30)


def stad(map: Path, *versies: tuple[str, str | None]) -> Gemeente:
    doel = map / "proefstad" / "regelingen" / "termijnen"
    doel.mkdir(parents=True)
    for van, tot in versies:
        tekst = GOED.read_text(encoding="utf-8").replace("geldig_van: 2024-01-01", f"geldig_van: {van}")
        (doel / f"{van}.yaml").write_text(tekst + (f"geldig_tot: {tot}\n" if tot else ""), encoding="utf-8")
    return laad(map / "proefstad")


@pytest.mark.parametrize(("dagen_ervoor", "gemeld"), [(61, False), (60, True), (1, True), (0, True), (-1, True)])
def test_zestig_dagen_vooraf_en_daarna_wordt_een_einde_gemeld(tmp_path: Path, dagen_ervoor: int, gemeld: bool) -> None:
    gemeente = stad(tmp_path, ("2024-01-01", "2024-06-30"))
    aflopend = gemeente.loopt_af(LAATSTE - timedelta(days=dagen_ervoor), 60)
    assert aflopend == ([Afloop("termijnen", LAATSTE, None)] if gemeld else [])


def test_een_versie_zonder_einde_loopt_niet_af(tmp_path: Path) -> None:
    assert stad(tmp_path, ("2024-01-01", None)).loopt_af(LAATSTE, 60) == []


def test_de_volgende_versie_staat_erbij(tmp_path: Path) -> None:
    gemeente = stad(tmp_path, ("2024-01-01", "2024-06-30"), ("2024-07-01", None))
    assert gemeente.loopt_af(date(2024, 6, 1), 60) == [Afloop("termijnen", LAATSTE, date(2024, 7, 1))]
    assert gemeente.loopt_af(date(2024, 7, 1), 60) == []


def test_een_versie_die_nog_moet_beginnen_loopt_niet_af(tmp_path: Path) -> None:
    assert stad(tmp_path, ("2024-01-01", "2024-02-01")).loopt_af(date(2023, 12, 31), 60) == []


IN_EN_BUITEN = {
    "2023-12-31": False,
    "2024-01-01": True,
    "2024-06-30": True,
    "2024-07-01": False,
    "2024-07-31": False,
    "2024-08-01": True,
}


@pytest.mark.parametrize(("dag", "geldt"), IN_EN_BUITEN.items())
def test_beide_dagen_tellen_mee_en_in_een_gat_rekent_niemand(tmp_path: Path, dag: str, geldt: bool) -> None:
    gemeente = stad(tmp_path, ("2024-01-01", "2024-06-30"), ("2024-08-01", None))
    uit = bereken(gemeente, "termijnen", {"melding": "2024-03-04", "peildatum": dag}, LAATSTE)
    assert uit["status"] == ("berekend" if geldt else "menselijk_oordeel")
    assert [reden["code"] for reden in uit["redenen"]] == ([] if geldt else ["geen_regeling"])

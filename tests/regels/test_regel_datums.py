"""The days that are no working day for the Algemene termijnenwet, art. 3, written out by hand for six years."""

from datetime import date, timedelta

import pytest

from bot.regels.datums import feestdag, volgende_werkdag, voluit, vrije_dag

# Easter falls on 17 April 2022, 9 April 2023, 31 March 2024, 20 April 2025, 5 April 2026 and 28 March 2027.
MET_DE_HAND = {
    2022: "01-01 04-15 04-18 04-27 05-05 05-26 06-06 12-25 12-26",
    2023: "01-01 04-07 04-10 04-27 05-05 05-18 05-29 12-25 12-26",
    2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26",
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
}


@pytest.mark.parametrize("jaar", MET_DE_HAND)
def test_de_feestdagen_van_de_wet_zijn_die_van_de_kalender(jaar: int) -> None:
    verwacht = {date.fromisoformat(f"{jaar}-{dag}") for dag in MET_DE_HAND[jaar].split()}
    dagen = [date(jaar, 1, 1) + timedelta(days=n) for n in range(366)]
    gevonden = {dag for dag in dagen if dag.year == jaar and feestdag(dag)}
    # The library also names Easter and Whit Sunday; the law has them as Sundays already.
    assert {dag for dag in gevonden if dag.weekday() != 6} == {dag for dag in verwacht if dag.weekday() != 6}
    assert verwacht <= gevonden


def test_de_koning_viert_zijn_verjaardag_op_zaterdag_als_het_zondag_zou_zijn() -> None:
    assert feestdag(date(2025, 4, 26)) == "Koningsdag"
    assert feestdag(date(2025, 4, 27)) is None


def test_31_december_en_carnaval_zijn_geen_feestdagen() -> None:
    assert vrije_dag(date(2024, 12, 31)) is None
    assert vrije_dag(date(2023, 2, 20)) is None
    assert vrije_dag(date(2023, 12, 5)) is None


def test_een_werkdag_blijft_staan_en_een_vrije_dag_schuift() -> None:
    assert volgende_werkdag(date(2023, 6, 1)) == (date(2023, 6, 1), [])
    assert volgende_werkdag(date(2023, 4, 7)) == (date(2023, 4, 11), [date(2023, 4, n) for n in (7, 8, 9, 10)])


def test_een_datum_staat_voluit_in_het_nederlands() -> None:
    assert voluit(date(2023, 3, 14)) == "dinsdag 14 maart 2023"
    assert voluit(date(2024, 12, 1)) == "zondag 1 december 2024"

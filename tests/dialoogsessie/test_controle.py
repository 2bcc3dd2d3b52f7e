"""What the secretaris is told about a plan: once each, at the right field, kind and exact."""

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from bot.dialoogsessie import Bevinding, Deelnemer, Invoer, controleer
from tests.dialoogsessie.gegevens import GOED, VANDAAG, gegevens, mensen


def vind(vandaag: date = VANDAAG, **anders: Any) -> list[Bevinding]:
    return controleer(structs.replace(GOED, **anders), gegevens(), vandaag)


def een(**anders: Any) -> tuple[str, str, str]:
    """The one finding as `(field, ernst, text)`."""
    (bevinding,) = vind(**anders)
    return bevinding.veld, bevinding.ernst, bevinding.tekst


def test_a_good_plan_has_no_findings() -> None:
    assert vind() == []


def test_an_empty_form_is_told_what_to_fill_in_and_nothing_is_wrong_yet() -> None:
    gevonden = controleer(Invoer(), gegevens(), VANDAAG)
    velden = ["doel", "gespreksleider", "deelnemers", "themas", "datum", "begintijd", "plaats"]
    assert [b.veld for b in gevonden] == velden
    assert {b.ernst for b in gevonden} == {"let_op"}


@pytest.mark.parametrize(
    "kanten", [{"client": 4, "raad": 1, "gemeente": 2, "aanbieder": 1}, {"client": 7, "gemeente": 5, "aanbieder": 3}]
)
def test_eight_and_fifteen_people_are_enough_and_not_too_many(kanten: dict[str, int]) -> None:
    assert sum(kanten.values()) in (8, 15)
    assert vind(deelnemers=mensen(**kanten)) == []


def test_seven_people_are_one_too_few() -> None:
    veld, ernst, tekst = een(deelnemers=mensen(client=3, gemeente=3, aanbieder=1))
    assert (veld, ernst) == ("deelnemers", "let_op")
    assert tekst == (
        "Aantal deelnemers op de lijst: 7. Voor een goed gesprek zijn er minstens 8 nodig. Vraag er nog 1 bij."
    )


def test_sixteen_people_are_one_too_many() -> None:
    _, ernst, tekst = een(deelnemers=mensen(client=7, gemeente=6, aanbieder=3))
    assert ernst == "let_op"
    assert "op de lijst: 16. Met meer dan 15" in tekst


def test_somebody_without_a_name_counts_and_an_empty_line_does_not() -> None:
    zeven = mensen(client=3, gemeente=3, aanbieder=1)
    assert vind(deelnemers=(*zeven, Deelnemer("", "client"))) == []
    assert len(vind(deelnemers=(*zeven, Deelnemer("", "")))) == 1


@pytest.mark.parametrize(
    ("kanten", "woord"),
    [
        ({"gemeente": 5, "aanbieder": 5}, "niemand die voor cliënten spreekt"),
        ({"client": 5, "aanbieder": 5}, "niemand van de gemeente"),
        ({"client": 5, "gemeente": 5}, "geen zorgaanbieder"),
    ],
)
def test_a_side_that_is_missing_is_named(kanten: dict[str, int], woord: str) -> None:
    veld, ernst, tekst = een(deelnemers=mensen(**kanten))
    assert (veld, ernst) == ("deelnemers", "let_op")
    assert woord in tekst


def test_the_raad_speaks_for_clients_and_the_gemeenteraad_for_the_gemeente() -> None:
    assert vind(deelnemers=mensen(raad=3, gemeenteraad=3, aanbieder=3)) == []


def test_a_side_with_more_than_half_is_named_and_one_more_than_the_rest_is_no_majority() -> None:
    _, _, tekst = een(deelnemers=mensen(gemeente=6, client=3, aanbieder=1))
    assert "ambtenaren van de gemeente (6 van 10)" in tekst
    assert vind(deelnemers=mensen(client=5, gemeente=3, aanbieder=1)) == []


def test_a_name_that_stands_there_twice_is_named_once() -> None:
    dubbel = (*GOED.deelnemers, Deelnemer("Anja Bos", "client"), Deelnemer(" anja bos", "raad"))
    assert [b.tekst for b in vind(deelnemers=dubbel)] == ["Anja Bos staat meer dan één keer op de lijst."]


def test_people_without_a_side_or_with_one_that_does_not_exist_are_told_apart() -> None:
    assert een(deelnemers=(*GOED.deelnemers, Deelnemer("Anja Bos")))[1] == "let_op"
    assert een(deelnemers=(*GOED.deelnemers, Deelnemer("Anja Bos", "buren")))[1] == "fout"


def test_the_gespreksleider_is_no_participant() -> None:
    veld, ernst, tekst = een(deelnemers=(*GOED.deelnemers, Deelnemer("wil hendriks ", "client")))
    assert (veld, ernst) == ("gespreksleider", "fout")
    assert tekst.startswith("Wil Hendriks is gespreksleider en staat ook bij de deelnemers.")


def test_a_gespreksleider_who_takes_part_for_the_gemeente_is_both() -> None:
    gevonden = vind(deelnemers=(*GOED.deelnemers, Deelnemer("Wil Hendriks", "gemeente")))
    assert [(b.veld, b.ernst) for b in gevonden] == [("gespreksleider", "fout"), ("gespreksleider", "let_op")]


@pytest.mark.parametrize(
    "naam",
    ["Wil Hendriks, gemeente Het Hogeland", "Wethouder Jansen", "Kim (beleidsadviseur)", "Jo, lid van de Wmo-raad"],
)
def test_a_gespreksleider_with_an_interest_is_doubted(naam: str) -> None:
    veld, ernst, tekst = een(gespreksleider=naam)
    assert (veld, ernst) == ("gespreksleider", "let_op")
    assert tekst.startswith(naam)


def test_a_fourth_theme_gives_a_second_session_that_names_its_themes() -> None:
    veld, ernst, tekst = een(themas=("th_regie", "th_bejegening", "th_veiligheid", "th_locatie"))
    assert (veld, ernst) == ("themas", "let_op")
    assert "U koos 4 thema's. In één sessie passen er 3, dus dit voorstel heeft 2 sessies." in tekst
    assert tekst.endswith("Deze komen dan later: Veiligheid; Locatie.")


def test_no_theme_is_allowed_and_a_theme_that_is_gone_is_not() -> None:
    assert een(themas=())[1] == "let_op"
    assert een(themas=("th_regie", "th_weg"))[1] == "fout"


def test_a_theme_that_was_sent_twice_counts_once() -> None:
    assert vind(themas=("th_regie", "th_regie", "th_locatie", "th_veiligheid")) == []


def test_yesterday_is_over_and_today_is_only_too_soon() -> None:
    assert een(datum="2026-11-21")[:2] == ("datum", "fout")
    assert een(datum="2026-11-22")[:2] == ("datum", "let_op")


def test_the_homework_needs_two_weeks() -> None:
    _, _, tekst = een(datum="2026-12-05")
    assert "minstens 2 weken" in tekst
    assert "Vanaf zondag 6 december 2026" in tekst
    assert vind(datum="2026-12-06") == []


def test_what_cannot_be_read_is_a_fout() -> None:
    assert een(datum="10 december")[:2] == ("datum", "fout")
    assert een(begintijd="na de koffie")[:2] == ("begintijd", "fout")


def test_a_session_ends_before_midnight() -> None:
    assert vind(begintijd="21.59") == []
    assert een(begintijd="22.30")[:2] == ("begintijd", "fout")


def test_a_name_with_html_or_braces_stays_what_it_is() -> None:
    naam = "<b>{naam}</b> {0} gemeente"
    assert een(gespreksleider=naam)[2].startswith(naam)

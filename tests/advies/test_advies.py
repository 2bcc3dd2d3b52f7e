"""The draft advice: nothing in it that no member said."""

import pytest

from bot.advies import Advies, Samen, maak_advies
from bot.opslag import meningen_in
from tests.vragen import dialogen

DIALOOG = dialogen.dialoog("advies")
DELEN = DIALOOG.delen({})
DEEL = DELEN[0]
P1, P2 = DEEL.punten[:2]


def advies(**antwoorden: object) -> Advies:
    per_punt = meningen_in({naam.replace("__", "."): a for naam, a in antwoorden.items()})
    return maak_advies(DIALOOG.lijsten, Samen({p: {"AB": m} for p, m in per_punt.items()}), klaar=False)


def oordeel(oordeel: str, opmerking: str = "") -> dict[str, str]:
    return {"oordeel": oordeel, "opmerking": opmerking}


def test_an_empty_advice_has_every_point_and_no_oordeel() -> None:
    leeg = advies()
    assert [p.id for d in leeg.delen for p in d.punten] == [p.id for d in DELEN for p in d.punten]
    gezegd = {(p.oordeel, p.opmerking, p.aanvulling) for d in leeg.delen for p in d.punten}
    assert gezegd == {(None, None, None)}
    assert {d.bekeken for d in leeg.delen} == {0}
    assert leeg.klaar is False


def test_an_oordeel_stands_at_its_own_point_only() -> None:
    gemaakt = advies(**{f"{P1.id}__oordeel": oordeel("nee")})
    assert [p.oordeel for p in gemaakt.delen[0].punten] == ["nee"] + [None] * (len(DEEL.punten) - 1)
    assert gemaakt.delen[0].bekeken == 1


@pytest.mark.parametrize("soort", ["with the oordeel", "after it"])
def test_a_remark_stands_in_the_advice_to_the_letter(soort: str) -> None:
    eigen = 'Er staat: "aanbieders {zelf}" & <niets>.'
    met, na = (eigen, {}) if soort == "with the oordeel" else ("", {f"{P1.id}__opmerking": eigen})
    gemaakt = advies(**{f"{P1.id}__oordeel": oordeel("nee", met), **na})
    assert gemaakt.delen[0].punten[0].opmerking == eigen


def test_what_the_raad_wants_stands_in_the_advice_to_the_letter() -> None:
    gemaakt = advies(**{f"{P1.id}__oordeel": oordeel("deels"), f"{P1.id}__aanvulling": "Schrijf het zo op."})
    assert gemaakt.delen[0].punten[0].aanvulling == "Schrijf het zo op."


def test_a_skipped_point_was_looked_at_but_has_no_oordeel() -> None:
    gemaakt = advies(**{f"{P1.id}__oordeel": None})
    assert gemaakt.delen[0].punten[0].oordeel is None
    assert gemaakt.delen[0].bekeken == 1


def test_every_point_and_part_names_its_source() -> None:
    gemaakt = advies()
    assert [(d.bron, [p.bron for p in d.punten]) for d in gemaakt.delen] == [
        (d.bron, [p.bron for p in d.punten]) for d in DELEN
    ]


def test_the_advice_is_done_when_the_raad_says_so() -> None:
    assert maak_advies(DIALOOG.lijsten, Samen(), klaar=True).klaar is True


def test_a_point_that_became_yes_no_longer_says_what_should_be_added() -> None:
    gemaakt = advies(**{f"{P2.id}__oordeel": oordeel("ja"), f"{P2.id}__aanvulling": "Zet het erin."})
    assert gemaakt.delen[0].punten[1].aanvulling is None

"""What people read about deliveries: plain Dutch for every kind and state, and nothing that is not true."""

import ast
from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.bezorging import laad_teksten
from bot.bezorging.instellingen import NAMEN
from bot.gesprek.logboekteksten import in_woorden
from bot.opslag.logboek import Logregel
from bot.opslag.uitbak import BEZORGD, IN_LOGBOEK, OPGEGEVEN, VERVALLEN, WACHT
from tests.conftest import WORTEL
from tests.test_teksten import AFKORTING, FORMEEL, lijdend, woorden, zinnen

TEKSTEN = laad_teksten(WORTEL / "data" / "dialogen")
GROEPEN = {
    "standen": TEKSTEN.standen,
    "melding": TEKSTEN.melding,
    "na_delen": TEKSTEN.na_delen,
    "na_intrekken": TEKSTEN.na_intrekken,
    "overig": {"niet_bezorgd": TEKSTEN.niet_bezorgd, **dict(enumerate(TEKSTEN.email.tekst))},
}
ALLE = [pytest.param(t, id=f"{groep}.{naam}") for groep, teksten in GROEPEN.items() for naam, t in teksten.items()]


@pytest.mark.parametrize("tekst", ALLE)
def test_every_text_is_short_plain_dutch(tekst: str) -> None:
    assert max((len(woorden(z)) for z in zinnen(tekst)), default=0) <= 20
    assert not [*FORMEEL.finditer(tekst), *AFKORTING.finditer(tekst), *lijdend(tekst)]
    assert "!" not in tekst


def test_every_kind_and_every_state_has_its_text() -> None:
    assert set(TEKSTEN.na_delen) == set(TEKSTEN.na_intrekken) == set(NAMEN)
    assert set(TEKSTEN.standen) == {WACHT, BEZORGD, OPGEGEVEN, VERVALLEN, "opnieuw", "geen"}
    assert set(TEKSTEN.melding) == {WACHT, BEZORGD, OPGEGEVEN, VERVALLEN, "opnieuw"}


def geschreven() -> Iterator[str]:
    """Every code that the program writes in the audit trail."""
    for pad in [*(WORTEL / "bot").rglob("*.py"), *(WORTEL / "actions").rglob("*.py")]:
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "attr", getattr(knoop.func, "id", "")) in (
                "schrijf",
                "_wijzig",
            ):
                waarden = [a.value for a in knoop.args if isinstance(a, ast.Constant)]
                yield from (w for w in waarden if isinstance(w, str) and "_" in w)


def test_every_code_of_the_audit_trail_has_a_sentence() -> None:
    codes = {*geschreven(), *IN_LOGBOEK.values()}
    assert codes
    assert codes - set(TEKSTEN.logboek) == set()


def test_a_line_of_the_audit_trail_reads_as_a_sentence_in_dutch_time() -> None:
    toen = datetime(2026, 7, 1, 10, 0)
    regels = [
        Logregel(toen, "medewerker:7", "plan_gelezen", "d1"),
        Logregel(toen, "systeem", "iets_nieuws", "d2"),
    ]
    assert list(in_woorden(regels, TEKSTEN)) == [
        "2026-07-01 12:00:00  Medewerker 7 las een plan  (d1)",
        "2026-07-01 12:00:00  De Wmo-hulp iets_nieuws  (d2)",
    ]

"""An answer said back in words."""

from typing import Any

import pytest

from bot.vragen import Keuze, Vraag, toon

KEUZES = (Keuze("pgb", "Een pgb"), Keuze("7", "Elke dag (7)"))


@pytest.mark.parametrize(
    ("soort", "waarde", "gezegd"),
    [
        ("bedrag", 123450, "€ 1.234,50"),
        ("bedrag", 1500, "€ 15"),
        ("bedrag", 7, "€ 0,07"),
        ("duur", 6, "6 weken"),
        ("duur", 1, "1 week"),
        ("keren", 2, "2 keer per week"),
        ("keren", 7, "Elke dag (7)"),
        ("leeftijd", 78, "78 jaar"),
        ("datum", "2023-03-07", "dinsdag 7 maart 2023"),
        ("datum", "nog_niet", "nog_niet"),
        ("keuze", "pgb", "Een pgb"),
        ("getal", 3, "3"),
        ("tekst", "Het gaat wel.", "Het gaat wel."),
    ],
)
def test_an_answer_is_said_back_as_a_person_would(soort: Any, waarde: Any, gezegd: str) -> None:
    assert toon(Vraag(soort, "Wat?", "Daarom.", keuzes=KEUZES, eenheid="weken", per="week"), waarde) == gezegd

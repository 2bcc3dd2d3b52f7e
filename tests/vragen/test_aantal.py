"""Whole numbers, of what the question asks for."""

import pytest

from bot.vragen import Leesfout, Vraag
from bot.vragen.aantal import is_maat, lees_aantal
from tests.vragen.instelling import is_vriendelijk

MENSEN = Vraag("getal", "Met hoeveel mensen is het huishouden?", "Daarom.", min=1, max=20)
AFSTAND = Vraag(
    "getal", "Hoeveel kilometer is het?", "Daarom.", max=2000, eenheden={"km": 1, "kilometer": 1}, omhoog=True
)
DAGEN = Vraag("getal", "Hoeveel dagen is dat?", "Daarom.", max=365, eenheden={"week": 7, "weken": 7, "maand": 30})


@pytest.mark.parametrize(
    ("vraag", "tekst", "aantal"),
    [
        (MENSEN, "vier", 4),
        (MENSEN, "2 personen", 2),
        (MENSEN, "mijn vrouw en ik", 2),
        (MENSEN, "ik en mijn man", 2),
        (MENSEN, "mijn man, mijn zoon en ik", 3),
        (MENSEN, "wij zijn met 3", 3),
        (AFSTAND, "20 km", 20),
        (AFSTAND, "20km", 20),
        (AFSTAND, "2,5 km", 3),
        (AFSTAND, "anderhalve km", 2),
        (AFSTAND, "een kilometer", 1),
        (AFSTAND, "ongeveer 12", 12),
        (DAGEN, "7 dagen", 7),
        (DAGEN, "anderhalve maand", 45),
        (DAGEN, "een week", 7),
    ],
)
def test_a_number_counts_in_the_unit_of_the_question(vraag: Vraag, tekst: str, aantal: int) -> None:
    assert lees_aantal(vraag, tekst) == aantal


@pytest.mark.parametrize(
    ("vraag", "tekst", "reden"),
    [
        (MENSEN, "20 km", '"km"'),
        (MENSEN, "twee uur", '"uur"'),
        (MENSEN, "3 keer", '"keer"'),
        (MENSEN, "€ 20", '"€"'),
        (MENSEN, "mijn man", "tellen"),
        (MENSEN, "mijn man en ik en 2 kinderen", "tellen"),
        (MENSEN, "niet 3", "één getal"),
        (MENSEN, "2,5", "één getal"),
        (AFSTAND, "2 uur", '"uur"'),
        (AFSTAND, "10 of 20 km", "één getal"),
        (DAGEN, "anderhalve week", "10 of 11"),
        (DAGEN, "20 km", '"km"'),
        (DAGEN, "3 dagen per week", "één getal"),
    ],
)
def test_a_number_of_something_else_is_no_answer(vraag: Vraag, tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden) as fout:
        lees_aantal(vraag, tekst)
    is_vriendelijk(fout.value)


@pytest.mark.parametrize(
    "tekst",
    ["een uur", "twee uur", "20 km", "10 kilometer", "anderhalf uur", "begin maart", "3", "€ 20", "2 keer per week"],
)
def test_an_amount_alone_is_an_attempt_at_an_answer(tekst: str) -> None:
    assert is_maat(tekst)


@pytest.mark.parametrize("tekst", ["dag", "opnieuw", "begin opnieuw", "hoeveel km", "20 km vervoer", "", "pgb"])
def test_words_that_ask_for_something_are_no_amount(tekst: str) -> None:
    assert not is_maat(tekst)

"""The sentences that were kept apart are understood as well as docs/nlu.md says, with two points of play."""

import numpy as np
import pytest

from bot.gesprek.diensten import Diensten
from bot.gesprek.motor import Motor
from bot.gesprek.nlu.kenmerken import IJking, Indeler, Kenmerken, Lexicon
from bot.gesprek.versta import versta
from tests.conftest import WORTEL
from tests.gesprek.test_taal import voorbeelden

APART = voorbeelden(WORTEL / "tests" / "nlu" / "apart.yml")
INSTELLING = {"C": 0.5, "C_kans": 10.0, "deel_kans": 0.3, "scherpte": 3.0, "schuif": -1.6, "helling": 1.3}


def test_there_are_enough_sentences_to_measure_with() -> None:
    assert len(APART) >= 600
    assert len(set(APART)) == len(APART)


async def test_the_right_topic_comes_first(motor: Motor, alle_diensten: Diensten) -> None:
    gezegd = [(intent, (await versta(motor, alle_diensten, zin))["onderwerp"]) for intent, zin in APART]
    assert sum(intent == antwoord for intent, antwoord in gezegd) / len(gezegd) >= 0.914
    gewoon = [antwoord for intent, antwoord in gezegd if intent != "crisis"]
    assert gewoon.count("crisis") / len(gewoon) <= 0.02


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon([[("rolstoelen", "rolstoel"), ("kosten", "kost")], [("rolstoelen", "rolstoel"), ("kosten", "kost")],
                    [("drempel", "drempel")]])  # fmt: skip


@pytest.mark.parametrize("woord", ["rolstolen", "rolstoellen", "rolstoelne", "rolstoalen"])
def test_a_typing_error_gets_the_lemma_of_the_word_that_was_meant(lexicon: Lexicon, woord: str) -> None:
    assert lexicon.lemma(woord, woord) == "rolstoel"


@pytest.mark.parametrize("woord", ["r", "kost", "dremple", "olstoelen", "rolstoel1", "bezwaar", "costen", ""])
def test_a_word_is_left_alone_that_is_short_or_rare_or_begins_otherwise(lexicon: Lexicon, woord: str) -> None:
    assert lexicon.lemma(woord, woord) == woord


def test_probabilities_add_up_and_keep_the_order_of_the_scores() -> None:
    scores = np.array([[2.0, 1.0, -1.0, -1.5], [-3.0, -3.0, -3.1, -9.0], [900.0, -900.0, 0.0, 1.0]])
    kansen = IJking(3.0, -1.6, 1.3).kansen(scores)
    assert kansen.sum(axis=1) == pytest.approx([1, 1, 1])
    assert (kansen.argsort(axis=1, kind="stable") == scores.argsort(axis=1, kind="stable")).all()


def test_what_was_learned_is_found_again_and_the_unknown_is_unsure() -> None:
    geleerd = {"rolstoel": "ik wil een rolstoel", "taxi": "ik wil met de taxi", "klacht": "ik heb een klacht"}
    zinnen = [([(w, w) for w in z.split()], z) for z in geleerd.values() for _ in range(2)]
    kenmerken, indeler = Kenmerken(), Indeler(INSTELLING)
    indeler.leer(kenmerken.leer(zinnen), [label for label in geleerd for _ in range(2)])
    kansen = indeler.kansen(kenmerken.van([([("rolstoel", "rolstoel")], "rolstoel"), ([("qq", "qq")], "qq")]))
    assert indeler.labels[int(kansen[0].argmax())] == "rolstoel"
    assert kansen[1].max() < kansen[0].max()

"""A greeting before a question or a story does not count: somebody who is polite gets an answer too."""

import pytest

from tests.vragen import dialogen

TREFWOORDEN = dialogen.diensten().trefwoorden


@pytest.mark.parametrize(
    ("gezegd", "kern"),
    [
        ("goedemorgen ik zit met een probleem thuis", "ik zit met een probleem thuis"),
        ("Goede middag. Mijn zoon is ziek", "Mijn zoon is ziek"),
        ("goedenavond mevrouw hoe krijg ik een drempelhulp", "hoe krijg ik een drempelhulp"),
        ("Dag, ik wil iets weten", "ik wil iets weten"),
        ("hallo hallo, wie helpt mij", "wie helpt mij"),
        ("bedankt en wat kost dat nu", "wat kost dat nu"),
    ],
)
def test_the_greeting_goes(gezegd: str, kern: str) -> None:
    assert TREFWOORDEN.zonder_aanhef(gezegd) == kern


@pytest.mark.parametrize(
    "gezegd",
    ["hallo", "goedemorgen allemaal", "dag in dag uit ben ik moe", "bedankt voor alles wat u doet", "hallo daar buur",
     "haloperidol slik ik elke dag", ""],
)  # fmt: skip
def test_a_greeting_alone_and_a_word_that_only_looks_like_one_stay(gezegd: str) -> None:
    assert TREFWOORDEN.zonder_aanhef(gezegd) == gezegd

"""Questions with names and numbers filled in."""

from typing import Any

import pytest

from bot.vragen import Keuze, Vraag
from bot.vragen.model import invullen

VRAAG = Vraag(
    "keuze",
    "Wat kan {wie}?",
    "Over {wie}.",
    id="kan",
    hulp="Denk aan {wie}.",
    kort="{wie}",
    leeg="{wie} niet",
    vooraf=("Eerst {wie}.",),
    keuzes=(Keuze("a", "Voor {wie}", ("{wie}",), ("Zo doet {wie} het.",)),),
)


def test_a_name_is_filled_in_everywhere_that_a_person_reads() -> None:
    gevuld = invullen(VRAAG, {"wie": "uw moeder"})
    assert (gevuld.tekst, gevuld.waarom, gevuld.hulp) == (
        "Wat kan uw moeder?",
        "Over uw moeder.",
        "Denk aan uw moeder.",
    )
    assert (gevuld.kort, gevuld.leeg, gevuld.vooraf) == ("uw moeder", "uw moeder niet", ("Eerst uw moeder.",))
    assert gevuld.keuzes[0].label == "Voor uw moeder"
    assert gevuld.keuzes[0].reactie == ("Zo doet uw moeder het.",)


def test_the_value_and_the_original_stay_as_they_were() -> None:
    assert invullen(VRAAG, {"wie": "u"}).keuzes[0].waarde == "a"
    assert VRAAG.tekst == "Wat kan {wie}?"


def test_the_id_changes_only_when_one_is_given() -> None:
    assert invullen(VRAAG, {"wie": "u"}).id == "kan"
    assert invullen(VRAAG, {"wie": "u"}, id="wonen.kan").id == "wonen.kan"


def test_braces_in_somebodys_own_words_stay_braces() -> None:
    assert invullen(VRAAG, {"wie": "{waarom}"}).tekst == "Wat kan {waarom}?"


def test_an_unknown_name_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match="wie"):
        invullen(VRAAG, {"naam": "uw moeder"})


def test_a_question_without_a_short_name_is_named_by_its_text() -> None:
    assert Vraag("tekst", "Hoe gaat het?", "Daarom.").naam == "Hoe gaat het?"
    assert Vraag("tekst", "Hoe gaat het?", "Daarom.", kort="Zo gaat het").naam == "Zo gaat het"


@pytest.mark.parametrize(("soort", "mist"), [("duur", "eenheid"), ("keren", "per")])
def test_a_question_that_nobody_could_answer_is_refused_by_name(soort: Any, mist: str) -> None:
    with pytest.raises(ValueError, match=mist):
        Vraag(soort, "Hoelang?", "Daarom.")


def test_the_largest_answer_depends_on_the_kind_where_none_is_given() -> None:
    assert Vraag("leeftijd", "Hoe oud?", "Daarom.").hoogste == 120
    assert Vraag("getal", "Hoeveel?", "Daarom.").hoogste == 100
    assert Vraag("getal", "Hoeveel?", "Daarom.", max=7).hoogste == 7

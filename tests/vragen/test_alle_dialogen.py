"""What must hold for every dialogue, with its real questions."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from bot.vragen import Leesfout, Stand, Vraag, beantwoord, huidige, lees, terug
from bot.vragen.lezers import NIETS
from bot.vragen.woorden import normaal
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import WANDELING

# The longest way through: every point of every checklist with five questions, and a choice of part before each.
HOOGSTENS = 2500
ALLE = pytest.mark.parametrize("naam", dialogen.NAMEN)


@ALLE
@WANDELING
@given(data=st.data())
def test_answering_in_any_way_comes_to_an_end(naam: str, data: st.DataObject) -> None:
    stand = dialogen.loop(data, naam, HOOGSTENS)
    assert huidige(dialogen.dialoog(naam), stand) is None
    assert stand.antwoorden


@ALLE
@WANDELING
@given(data=st.data())
def test_at_every_step_there_is_one_question_by_each_id_and_the_state_can_be_stored(
    naam: str, data: st.DataObject
) -> None:
    gesprek, stand = dialogen.dialoog(naam), Stand()
    for _ in range(25):
        ids = [v.id for v in gesprek.route(stand.antwoorden)]
        assert sorted(set(ids)) == sorted(ids)
        assert json.decode(json.encode(stand), type=Stand) == stand
        vraag = huidige(gesprek, stand)
        if vraag is None:
            break
        assert vraag.id in ids
        dialogen.zeg(data, gesprek, stand, vraag)


@ALLE
@WANDELING
@given(data=st.data(), stappen=st.integers(1, 20))
def test_back_after_an_answer_opens_the_question_just_answered(naam: str, data: st.DataObject, stappen: int) -> None:
    gesprek, stand = dialogen.dialoog(naam), Stand()
    for _ in range(stappen):
        vraag = huidige(gesprek, stand)
        if vraag is None:
            break
        dialogen.zeg(data, gesprek, stand, vraag)
        if vraag.id in stand.antwoorden and not stand.bezig:
            kopie = json.decode(json.encode(stand), type=Stand)
            assert terug(gesprek, kopie)
            assert getattr(huidige(gesprek, kopie), "id", None) == vraag.id


# What somebody names there is looked up: the thing is taken out of the sentence on purpose.
@pytest.mark.parametrize("naam", [naam for naam in dialogen.NAMEN if naam != "algemeen_gebruikelijk"])
@WANDELING
@given(data=st.data(), eigen=dialogen.eigen_woorden)
def test_own_words_are_stored_to_the_letter(naam: str, data: st.DataObject, eigen: str) -> None:
    gesprek, stand = dialogen.dialoog(naam), Stand()
    for _ in range(25):
        vraag = huidige(gesprek, stand)
        if vraag is None:
            break
        if vraag.soort == "tekst":
            beantwoord(gesprek, stand, eigen, VANDAAG)
            assert stand.antwoorden[vraag.id] == eigen
        else:
            dialogen.zeg(data, gesprek, stand, vraag)


def alle_vragen() -> Iterator[tuple[str, Vraag]]:
    """Every question that offers choices, once, with as many questions brought in as there are."""
    taken = [
        "boodschappen",
        "broodmaaltijd",
        "warme_maaltijd",
        "licht_huishoudelijk_werk",
        "zwaar_huishoudelijk_werk",
        "wasverzorging",
        "organisatie",
    ]
    deel = dialogen.diensten().advies.delen({})[0]
    antwoorden: dict[str, dict[str, Any]] = {
        "persoonlijk_plan": {"klopt": "nee"},
        "advies": {"focus": deel.id, f"{deel.punten[0].id}.oordeel": {"oordeel": "nee", "opmerking": ""}},
        "gebruikelijke_hulp": {"personen": [{"wie": "man", "leeftijd": 70}], "0.omstandigheden": ["weg"]},
        "huishouden": {"personen": 3, "taken": taken},
        "overbelasting": {},
        "termijnen": {},
    }
    for naam in dialogen.NAMEN:
        for vraag in dialogen.dialoog(naam).route(antwoorden.get(naam, {})):
            if vraag.keuzes:
                yield f"{naam}.{vraag.id}", vraag
    yield "advies.klopt", dialogen.dialoog("advies").route({"afronden": "afronden"})[-1]


VRAGEN = dict(alle_vragen())


def gelezen(vraag: Vraag, tekst: str) -> Any:
    """What an answer means, without the shape of its kind of question."""
    try:
        waarde = lees(vraag, tekst, VANDAAG)
    except Leesfout as fout:
        return f"Leesfout: {fout}"
    if vraag.soort == "oordeel":
        return waarde["oordeel"]
    return waarde[0] if vraag.soort == "meerkeuze" and waarde and len(waarde) == 1 else waarde


def bedoeling(vraag: Vraag, waarde: str) -> Any:
    """What a choice of this question stands for."""
    match vraag.soort:
        case "getal":
            return int(waarde)
        case "datum" | "personen" | "bedrag" | "duur" | "keren" | "leeftijd":
            return lees(vraag, waarde, VANDAAG)
        case "tekst" if waarde == NIETS:
            return None
    return waarde


@pytest.mark.parametrize("plek", VRAGEN)
def test_every_button_gives_the_answer_it_stands_for(plek: str) -> None:
    vraag = VRAGEN[plek]
    assert len({k.waarde for k in vraag.keuzes}) == len(vraag.keuzes)
    assert [k.waarde for k in vraag.keuzes if gelezen(vraag, k.waarde) != bedoeling(vraag, k.waarde)] == []


@pytest.mark.parametrize("plek", VRAGEN)
def test_every_label_can_be_typed_too(plek: str) -> None:
    vraag = VRAGEN[plek]
    assert len({normaal(k.label) for k in vraag.keuzes}) == len(vraag.keuzes)
    assert [k.label for k in vraag.keuzes if gelezen(vraag, k.label) != bedoeling(vraag, k.waarde)] == []


def woorden_van_keuzes() -> Iterator[Any]:
    for plek, vraag in VRAGEN.items():
        # The parts of the checklist share words on purpose: such a word chooses nothing there. An open question keeps
        # what is said to the letter.
        if plek != "advies.deel" and vraag.soort != "tekst":
            for keuze in vraag.keuzes:
                for woord in keuze.woorden:
                    yield pytest.param(vraag, woord, keuze.waarde, id=f"{plek}: {woord}")


@pytest.mark.parametrize(("vraag", "woord", "waarde"), woorden_van_keuzes())
def test_every_word_for_a_choice_chooses_it(vraag: Vraag, woord: str, waarde: str) -> None:
    assert gelezen(vraag, woord) == bedoeling(vraag, waarde)

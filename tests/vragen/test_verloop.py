"""Going on, back, over, and changing an answer: on small made-up dialogues."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from bot.vragen import Keuze, Leesfout, Stand, Uitslag, Vraag, beantwoord, huidige, sla_over, terug, wijzig
from bot.vragen.lezers import KLAAR
from bot.vragen.verloop import voortgang
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG

VRIJDAG = date(2023, 3, 10)
JA_NEE = (Keuze("ja", "Ja", reactie=("Fijn.",)), Keuze("nee", "Nee"))
NAAM = Vraag("tekst", "Wie bent u?", "Daarom.", id="naam", vooraf=("Eerst dit.",))
SAMEN = Vraag("keuze", "Woont u samen?", "Daarom.", id="samen", keuzes=JA_NEE)
MET_WIE = Vraag("personen", "Met wie?", "Daarom.", id="met_wie")
WERK = Vraag(
    "meerkeuze",
    "Welk werk?",
    "Daarom.",
    id="werk",
    vooraf=("Kies maar.",),
    keuzes=(
        Keuze("niets", "Niets hiervan"),
        Keuze("ramen", "Ramen", ("raam",)),
        Keuze("was", "De was"),
        Keuze("koken", "Koken"),
    ),
)
DAGEN = Vraag("getal", "Hoeveel dagen?", "Daarom.", id="dagen", min=1, max=7)


class Klein:
    """`met_wie` is asked only of who lives together."""

    naam = "klein"

    def __init__(self) -> None:
        self.gezien: list[str] = []

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        return [NAAM, SAMEN, *([MET_WIE] if antwoorden.get("samen") == "ja" else []), WERK, DAGEN]

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        self.gezien.append(vraag.id)
        return [f"Na {vraag.id}."]


def zeg(stand: Stand, *teksten: str) -> list[str]:
    gezegd: list[str] = []
    for tekst in teksten:
        gezegd = beantwoord(Klein(), stand, tekst, VRIJDAG)[1]
    return gezegd


def open_vraag(stand: Stand) -> str | None:
    vraag = huidige(Klein(), stand)
    return vraag.id if vraag else None


# -- going on -------------------------------------------------------------------------------------------------------


def test_the_first_question_without_an_answer_is_open() -> None:
    stand = Stand()
    assert open_vraag(stand) == "naam"
    zeg(stand, "Annie")
    assert open_vraag(stand) == "samen"


def test_an_answer_can_bring_a_question_in() -> None:
    stand = Stand()
    zeg(stand, "Annie", "ja")
    assert open_vraag(stand) == "met_wie"


def test_an_answer_can_leave_a_question_out() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee")
    assert open_vraag(stand) == "werk"


def test_nothing_is_open_when_all_is_said() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "niets", "3")
    assert huidige(Klein(), stand) is None
    assert stand.antwoorden == {"naam": "Annie", "samen": "nee", "werk": ["niets"], "dagen": 3}


def test_the_reaction_to_a_choice_comes_before_what_the_dialogue_says() -> None:
    stand = Stand()
    assert zeg(stand, "Annie", "ja") == ["Fijn.", "Na samen."]


def test_progress_counts_only_the_questions_that_apply() -> None:
    stand = Stand()
    assert voortgang(Klein(), stand) == (0, 4)
    zeg(stand, "Annie", "ja")
    assert voortgang(Klein(), stand) == (2, 5)


def test_a_skipped_question_counts_as_done() -> None:
    stand = Stand()
    sla_over(Klein(), stand)
    assert voortgang(Klein(), stand) == (1, 4)


# -- unreadable answers ---------------------------------------------------------------------------------------------


def test_an_unreadable_answer_changes_nothing_and_is_counted() -> None:
    stand = Stand()
    zeg(stand, "Annie")
    for keer in (1, 2, 3):
        with pytest.raises(Leesfout):
            zeg(stand, "misschien wel")
        assert stand.mis == keer
    assert stand.antwoorden == {"naam": "Annie"}
    assert open_vraag(stand) == "samen"


def test_a_readable_answer_ends_the_count() -> None:
    stand = Stand(antwoorden={"naam": "Annie"}, mis=2)
    zeg(stand, "nee")
    assert stand.mis == 0


# -- multiple choice ------------------------------------------------------------------------------------------------


def werkvraag() -> Stand:
    return Stand(antwoorden={"naam": "Annie", "samen": "nee"})


def test_after_one_choice_the_rest_is_offered_with_a_way_to_stop() -> None:
    stand = werkvraag()
    assert beantwoord(Klein(), stand, "ramen", VRIJDAG)[0] is Uitslag.NOG_MEER
    vraag = huidige(Klein(), stand)
    assert vraag is not None
    assert [k.waarde for k in vraag.keuzes] == [KLAAR, "was", "koken"]
    assert vraag.vooraf == ()
    assert "werk" not in stand.antwoorden


@pytest.mark.parametrize("klaar", ["Dat is alles", "klaar", "genoeg", "dat was het", "niets meer"])
def test_a_word_for_done_stores_what_was_chosen(klaar: str) -> None:
    stand = werkvraag()
    zeg(stand, "ramen", "koken", klaar)
    assert stand.antwoorden["werk"] == ["ramen", "koken"]
    assert stand.gekozen == []


@pytest.mark.parametrize("klaar", ["nee", "Nee hoor.", "nee dank u"])
def test_no_more_is_done_too(klaar: str) -> None:
    stand = werkvraag()
    zeg(stand, "ramen", klaar)
    assert stand.antwoorden["werk"] == ["ramen"]


def test_a_choice_is_not_stored_twice() -> None:
    stand = werkvraag()
    zeg(stand, "ramen")
    with pytest.raises(Leesfout):
        zeg(stand, "ramen")
    zeg(stand, "koken", "klaar")
    assert stand.antwoorden["werk"] == ["ramen", "koken"]


def test_choosing_the_last_one_needs_no_done() -> None:
    stand = werkvraag()
    zeg(stand, "ramen", "was")
    assert beantwoord(Klein(), stand, "koken", VRIJDAG)[0] is Uitslag.BEANTWOORD
    assert stand.antwoorden["werk"] == ["ramen", "was", "koken"]


def test_a_choice_that_excludes_the_others_ends_the_question() -> None:
    stand = werkvraag()
    zeg(stand, "Niets hiervan")
    assert stand.antwoorden["werk"] == ["niets"]


def test_skipping_halfway_keeps_what_was_chosen() -> None:
    stand = werkvraag()
    zeg(stand, "ramen")
    sla_over(Klein(), stand)
    assert stand.antwoorden["werk"] == ["ramen"]
    assert stand.gekozen == []


def test_not_knowing_halfway_loses_no_choice() -> None:
    stand = werkvraag()
    zeg(stand, "ramen", "weet ik niet")
    assert stand.antwoorden["werk"] == ["ramen"]
    assert stand.gekozen == []


# -- over, back, change ---------------------------------------------------------------------------------------------


def test_a_skipped_question_is_not_asked_again() -> None:
    stand = Stand()
    sla_over(Klein(), stand)
    assert stand.antwoorden == {"naam": None}
    assert open_vraag(stand) == "samen"


def test_skipping_a_question_that_was_opened_again_keeps_its_answer() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee")
    wijzig(stand, "naam")
    sla_over(Klein(), stand)
    assert stand.antwoorden == {"naam": "Annie", "samen": "nee"}
    assert open_vraag(stand) == "werk"


def test_a_multiple_choice_that_is_opened_again_goes_on_from_what_was_chosen() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "ramen", "klaar")
    wijzig(stand, "werk")
    vraag = huidige(Klein(), stand)
    assert vraag is not None
    assert "Ramen" in vraag.tekst
    zeg(stand, "koken", "klaar")
    assert stand.antwoorden["werk"] == ["ramen", "koken"]


def test_a_multiple_choice_that_is_opened_again_can_be_made_anew() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "ramen", "klaar")
    wijzig(stand, "werk")
    zeg(stand, "Opnieuw kiezen", "koken", "klaar")
    assert stand.antwoorden["werk"] == ["koken"]


def test_what_was_confirmed_is_confirmed_again_after_a_change() -> None:
    stand = Stand(antwoorden={"naam": "Annie", "klopt": "ja"})
    wijzig(stand, "naam")
    assert stand.antwoorden == {"naam": "Annie"}


def test_back_at_the_first_question_is_refused() -> None:
    stand = Stand()
    assert terug(Klein(), stand) is False
    assert stand == Stand()


def test_back_opens_the_question_before_and_keeps_its_answer() -> None:
    stand = Stand()
    zeg(stand, "Annie")
    assert terug(Klein(), stand) is True
    assert open_vraag(stand) == "naam"
    assert stand.antwoorden == {"naam": "Annie"}


def test_back_twice_goes_back_two_questions() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee")
    terug(Klein(), stand)
    terug(Klein(), stand)
    assert open_vraag(stand) == "naam"


def test_back_after_the_last_answer_opens_the_last_question() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "niets", "3")
    terug(Klein(), stand)
    assert open_vraag(stand) == "dagen"


def test_back_in_a_half_made_choice_begins_the_choice_again() -> None:
    stand = werkvraag()
    zeg(stand, "ramen")
    assert terug(Klein(), stand) is True
    vraag = huidige(Klein(), stand)
    assert vraag is not None
    assert (vraag.id, len(vraag.keuzes)) == ("werk", 4)


def test_a_changed_answer_takes_the_place_of_the_old_one_and_the_rest_stays() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "niets")
    wijzig(stand, "naam")
    zeg(stand, "Anna")
    assert stand.antwoorden == {"naam": "Anna", "samen": "nee", "werk": ["niets"]}
    assert open_vraag(stand) == "dagen"


def test_changing_an_answer_reopens_a_dialogue_that_was_done() -> None:
    stand = Stand(klaar=True, mis=2, gekozen=["ramen"])
    wijzig(stand, "naam")
    assert (stand.klaar, stand.mis, stand.gekozen, stand.bezig) == (False, 0, [], "naam")


def test_a_change_that_brings_a_question_in_asks_it() -> None:
    stand = Stand()
    zeg(stand, "Annie", "nee", "niets", "3")
    wijzig(stand, "samen")
    zeg(stand, "ja")
    assert open_vraag(stand) == "met_wie"


def test_changing_a_question_that_no_longer_applies_leads_to_the_open_one() -> None:
    stand = Stand(antwoorden={"naam": "Annie", "samen": "nee"}, bezig="met_wie")
    assert open_vraag(stand) == "werk"


# -- in any order ---------------------------------------------------------------------------------------------------


class Lijst:
    """As many open questions as asked for."""

    naam = "lijst"

    def __init__(self, aantal: int) -> None:
        self._vragen = [Vraag("tekst", f"Vraag {i}?", "Daarom.", id=str(i)) for i in range(aantal)]

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        return self._vragen

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        return []


@RUSTIG
@given(st.integers(1, 8), st.data())
def test_back_after_an_answer_opens_the_question_just_answered(aantal: int, data: st.DataObject) -> None:
    dialoog, stand = Lijst(aantal), Stand()
    for _ in range(data.draw(st.integers(1, aantal))):
        vraag = huidige(dialoog, stand)
        assert vraag is not None
        if data.draw(st.booleans()):
            beantwoord(dialoog, stand, "zo is het", VRIJDAG)
        else:
            sla_over(dialoog, stand)
        kopie = json.decode(json.encode(stand), type=Stand)
        assert terug(dialoog, kopie)
        assert getattr(huidige(dialoog, kopie), "id", None) == vraag.id


@RUSTIG
@given(st.integers(1, 6), st.lists(st.sampled_from(["zeg", "over", "terug", "wijzig"]), max_size=30), st.data())
def test_whatever_somebody_does_no_other_answer_changes(aantal: int, daden: list[str], data: st.DataObject) -> None:
    dialoog, stand = Lijst(aantal), Stand()
    for keer, daad in enumerate(daden):
        voor, vraag = dict(stand.antwoorden), huidige(dialoog, stand)
        if daad == "terug":
            terug(dialoog, stand)
        elif daad == "wijzig" and voor:
            wijzig(stand, data.draw(st.sampled_from(sorted(voor))))
        elif vraag is None:
            break
        elif daad == "over":
            sla_over(dialoog, stand)
            voor.setdefault(vraag.id, None)
        else:
            beantwoord(dialoog, stand, f"antwoord {keer}", VRIJDAG)
            voor[vraag.id] = f"antwoord {keer}"
        assert stand.antwoorden == voor


def test_an_age_that_was_missing_belongs_to_who_was_named() -> None:
    dialoog, stand = dialogen.dialoog("gebruikelijke_hulp"), Stand()
    with pytest.raises(Leesfout):
        beantwoord(dialoog, stand, "mijn dochter", VANDAAG)
    beantwoord(dialoog, stand, "19", VANDAAG)
    assert stand.antwoorden["personen"] == [{"wie": "dochter", "leeftijd": 19}]
    assert stand.deels == []


def test_who_skips_forgets_who_was_half_named() -> None:
    dialoog, stand = dialogen.dialoog("gebruikelijke_hulp"), Stand()
    with pytest.raises(Leesfout):
        beantwoord(dialoog, stand, "mijn dochter", VANDAAG)
    sla_over(dialoog, stand)
    assert stand.deels == []

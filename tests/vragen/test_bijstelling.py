"""What somebody corrects in their own words, which answer changes, and that nothing is guessed."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Stand
from bot.vragen.bijstelling import Correctie, Kracht, bijstellingen, correctie_in, in_woorden
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG, VIJANDIG

MAN, ZOON = {"wie": "man", "leeftijd": 70}, {"wie": "zoon", "leeftijd": 16}
HUISGENOTEN = {"personen": [MAN, ZOON], "klopt_personen": "ja", "duur": "12"}
HUIS = {
    "personen": 3,
    "kinderen": [],
    "taken": ["zwaar_huishoudelijk_werk", "warme_maaltijd", "wasverzorging"],
    "wijze": "koken",
    "warme_dagen": 5,
    "zelf.zwaar_huishoudelijk_werk": ["niets"],
    "zelf.warme_maaltijd": ["niets"],
    "zelf.wasverzorging": ["niets"],
    "omstandigheden": ["niets"],
}
RIT = {"afstand_km": 10, "keer_per_week": 2}
DATA = {"melding": "2023-03-03", "aanvraag": "2023-03-08"}


def gevolg(naam: str, antwoorden: dict[str, Any], tekst: str) -> dict[str, Any]:
    """The answers that would change, with their new values."""
    correctie = correctie_in(tekst)
    if correctie is None:
        return {}
    stand = Stand(antwoorden=copy.deepcopy(antwoorden))
    gevonden = bijstellingen(dialogen.dialoog(naam), stand, correctie, VANDAAG)
    assert stand.antwoorden == antwoorden
    return {b.vraag.id: b.waarde for b in gevonden}


# -- what is a correction ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "nieuw", "oud", "kracht"),
    [
        ("dat klopt niet, mijn zoon is 17", "mijn zoon is 17", "", Kracht.GEZEGD),
        ("Sorry, dat was fout. Mijn zoon is 17.", "mijn zoon is 17", "", Kracht.GEZEGD),
        ("nee mijn man is 80", "mijn man is 80", "", Kracht.WENDING),
        ("niet 3 maar 4", "4", "3", Kracht.WENDING),
        ("hij is geen 70 maar 72", "hij is 72", "70", Kracht.WENDING),
        ("4, niet 3", "4", "3", Kracht.WENDING),
        ("het moet 4 zijn", "4", "", Kracht.WENDING),
        ("maak er 4 van", "4", "", Kracht.WENDING),
        ("eigenlijk zijn het er 4", "zijn het er 4", "", Kracht.MISSCHIEN),
        ("stofzuigen doet mijn buurvrouw", "stofzuigen doet mijn buurvrouw", "", Kracht.MISSCHIEN),
        ("klopt niet", "", "", Kracht.GEZEGD),
    ],
)
def test_a_correction_names_the_new_fact_and_how_sure_it_is(tekst: str, nieuw: str, oud: str, kracht: Kracht) -> None:
    correctie = correctie_in(tekst)
    assert correctie is not None
    assert (correctie.nieuw, correctie.oud, correctie.kracht) == (nieuw, oud, kracht)


@pytest.mark.parametrize(
    ("tekst", "nieuw", "oud"),
    [
        ("mijn man is 80, dat klopt niet", "mijn man is 80", ""),
        ("Mijn man is 80. Dat klopt niet.", "mijn man is 80", ""),
        ("mijn zoon is 17 dat klopte niet", "mijn zoon is 17", ""),
        ("mijn zoon is 17, klopt niet", "mijn zoon is 17", ""),
        ("hij is geen 70 maar 72, dat klopte niet", "hij is 72", "70"),
        ("hij is 72, dat was fout", "hij is 72", ""),
        ("mijn man is 80, sorry dat was verkeerd", "mijn man is 80", ""),
        ("mijn man is 80, foutje", "mijn man is 80", ""),
        ("dat klopte niet", "", ""),
    ],
)
def test_that_it_is_wrong_may_be_said_at_the_end(tekst: str, nieuw: str, oud: str) -> None:
    assert correctie_in(tekst) == Correctie(nieuw, oud, Kracht.GEZEGD)


@pytest.mark.parametrize(
    ("tekst", "nieuw", "oud"),
    [
        ("ik zei 3 maar het is 4", "het is 4", "3"),
        ("ik zei 3, maar het zijn er 4", "het zijn er 4", "3"),
        ("ik heb 3 gezegd maar het is 4", "het is 4", "3"),
        ("ik typte 3 maar het moet 4 zijn", "4", "3"),
        ("ik zei dat hij 70 was maar hij is 72", "hij is 72", "dat hij 70 was"),
    ],
)
def test_what_was_said_and_what_it_is(tekst: str, nieuw: str, oud: str) -> None:
    assert correctie_in(tekst) == Correctie(nieuw, oud, Kracht.GEZEGD)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "...",
        "klopt dat niet?",
        "mijn man is 70, dat klopt",
        "de rekening klopt niet",
        "dat hij 70 is klopt niet",
        "ik zei tegen de dokter dat het zwaar is",
        "ik heb twee kinderen maar die wonen ver weg",
        "hij kan niet meer lopen, dat is niet goed",
        "dat klopt niet " + "en dan nog iets " * 6,
    ],
)
def test_a_question_a_story_and_a_complaint_correct_nothing(tekst: str) -> None:
    assert correctie_in(tekst) is None


# -- which answer changes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "man", "zoon"),
    [
        ("dat klopt niet, mijn zoon is 17", 70, 17),
        ("mijn zoon is 17, dat klopt niet", 70, 17),
        ("nee mijn man is 80", 80, 16),
        ("mijn man is 80, dat klopt niet", 80, 16),
        ("hij is geen 70 maar 72, dat klopte niet", 72, 16),
        ("ik zei dat hij 70 was maar hij is 72", 72, 16),
        ("nee, mijn man is 80 en mijn zoon is 17", 80, 17),
        ("dat klopt niet 👍 <b>mijn zoon</b> is 17", 70, 17),
    ],
)
def test_only_the_age_of_who_was_named_changes(tekst: str, man: int, zoon: int) -> None:
    nieuw = [{"wie": "man", "leeftijd": man}, {"wie": "zoon", "leeftijd": zoon}]
    assert gevolg("gebruikelijke_hulp", HUISGENOTEN, tekst) == {"personen": nieuw}


@pytest.mark.parametrize(
    "tekst",
    [
        "dat klopt niet, mijn dochter is 17",
        "dat klopt niet, mijn zoon is 16",
        "mijn man is 70, dat klopt niet",
        "dat klopt niet, hij is 17",
        "nee mijn man is 999",
        f"nee mijn man is {'9' * 40}",
        "dat klopt niet, mijn zoon is bijna 17",
        "hij is geen 50 maar 72",
    ],
)
def test_who_is_not_there_and_an_age_that_cannot_be_change_nothing(tekst: str) -> None:
    assert gevolg("gebruikelijke_hulp", HUISGENOTEN, tekst) == {}


@pytest.mark.parametrize(
    ("naam", "antwoorden", "tekst", "anders"),
    [
        ("huishouden", HUIS, "ik zei 3 maar het is 4", {"personen": 4}),
        ("huishouden", HUIS, "niet 3 maar 4", {"personen": 4}),
        ("huishouden", HUIS, "dat klopt niet, 4 mensen", {"personen": 4}),
        ("huishouden", HUIS, "ik zei 5 keer maar het is 3 keer", {"warme_dagen": 3}),
        ("huishouden", HUIS, "ik zei 9 maar het is 4", {}),
        ("huishouden", HUIS, "stofzuigen doet mijn buurvrouw", {"zelf.zwaar_huishoudelijk_werk": ["stofzuigen"]}),
        ("huishouden", HUIS, "maar stofzuigen doet mijn buurvrouw", {"zelf.zwaar_huishoudelijk_werk": ["stofzuigen"]}),
        ("huishouden", HUIS, "afwassen doe ik zelf", {"zelf.warme_maaltijd": ["afwas"]}),
        ("huishouden", HUIS, "strijken doe ik zelf", {"zelf.wasverzorging": ["strijken"]}),
        ("huishouden", HUIS, "koken doe ik zelf", {"zelf.warme_maaltijd": ["bereiden"]}),
        ("huishouden", HUIS, "afwassen doe ik niet", {}),
        ("vervoer", RIT, "ik zei 10 km maar het is 12 km", {"afstand_km": 12}),
        ("vervoer", RIT, "niet 2 keer maar 3 keer per week", {"keer_per_week": 3}),
        ("termijnen", DATA, "niet 3 maart maar 4 maart", {"melding": "2023-03-04"}),
        ("termijnen", DATA, "niet 5 maart maar 4 maart", {}),
    ],
)
def test_the_answer_that_was_meant_changes(
    naam: str, antwoorden: dict[str, Any], tekst: str, anders: dict[str, Any]
) -> None:
    assert gevolg(naam, antwoorden, tekst) == anders


def test_all_of_the_washing_is_more_than_one_part_of_it() -> None:
    (delen,) = gevolg("huishouden", HUIS, "de was doe ik zelf").values()
    assert len(delen) == 8


def test_what_may_be_two_answers_is_left_to_the_person() -> None:
    """Washing up belongs to every meal."""
    twee = HUIS | {"taken": ["broodmaaltijd", "warme_maaltijd"], "brood_keren": 7, "zelf.broodmaaltijd": ["niets"]}
    assert set(gevolg("huishouden", twee, "afwassen doe ik zelf")) == {"zelf.broodmaaltijd", "zelf.warme_maaltijd"}


def test_the_last_answer_goes_first_where_somebody_says_what_they_meant() -> None:
    assert gevolg("termijnen", DATA, "ik bedoelde 9 maart") == {"aanvraag": "2023-03-09"}


def test_a_changed_answer_is_said_back_in_words() -> None:
    personen, *_ = dialogen.dialoog("gebruikelijke_hulp").route({})
    assert in_woorden(personen, [MAN, ZOON]) == "man (70 jaar), zoon (16 jaar)"


# -- whatever is typed ------------------------------------------------------------------------------------------------

ALLES = (("gebruikelijke_hulp", HUISGENOTEN), ("huishouden", HUIS), ("vervoer", RIT), ("termijnen", DATA))
AANLOPEN = ("", "dat klopt niet, ", "nee het is ", "niet 3 maar ", "ik bedoelde ", "ik zei 3 maar ", "eigenlijk ")


@pytest.mark.parametrize("tekst", VIJANDIG, ids=range(len(VIJANDIG)))
@pytest.mark.parametrize("aanloop", AANLOPEN)
def test_no_hostile_text_changes_an_answer(aanloop: str, tekst: str) -> None:
    assert [gevolg(naam, antwoorden, aanloop + tekst) for naam, antwoorden in ALLES] == [{}] * len(ALLES)


@RUSTIG
@given(st.sampled_from(ALLES), st.sampled_from(AANLOPEN), st.text(max_size=60))
def test_no_text_makes_a_correction_fail(geval: tuple[str, dict[str, Any]], aanloop: str, tekst: str) -> None:
    gevolg(*geval, aanloop + tekst)


@RUSTIG
@given(st.integers(0, 120), st.sampled_from(["dat klopt niet, {}", "nee {}", "{}, dat klopt niet", "{}, foutje"]))
def test_any_age_that_differs_takes_the_place_of_the_old_one(leeftijd: int, zin: str) -> None:
    anders = gevolg("gebruikelijke_hulp", HUISGENOTEN, zin.format(f"mijn zoon is {leeftijd}"))
    assert anders == ({} if leeftijd == 16 else {"personen": [MAN, {"wie": "zoon", "leeftijd": leeftijd}]})


@RUSTIG
@given(st.integers(1, 20), st.integers(1, 20))
def test_a_number_changes_only_where_the_old_one_was_right(oud: int, nieuw: int) -> None:
    anders = gevolg("vervoer", {"afstand_km": 3}, f"ik zei {oud} maar het is {nieuw}")
    assert anders == ({"afstand_km": nieuw} if oud == 3 and nieuw != 3 else {})

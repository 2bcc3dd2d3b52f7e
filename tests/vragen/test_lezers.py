"""What is read from an answer to one question, per kind of question."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from bot.vragen import Keuze, Leesfout, Vraag, lees
from bot.vragen.woorden import WEET_NIET, is_een_van, normaal
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit

VRIJDAG = date(2023, 3, 10)
VRIJ = Vraag("tekst", "Hoe gaat het nu?", "Daarom.", keuzes=(Keuze("Niemand", "Niemand"),))
GETAL = Vraag("getal", "Hoeveel?", "Daarom.", min=0, max=120)
MENSEN = Vraag(
    "getal",
    "Met hoeveel mensen?",
    "Daarom.",
    min=1,
    max=20,
    keuzes=(Keuze("1", "1", ("alleen", "ik woon alleen")), Keuze("2", "2")),
)
DATUM = Vraag("datum", "Wanneer?", "Daarom.")
JA_NEE = Vraag("keuze", "Klopt dat?", "Daarom.", keuzes=(Keuze("ja", "Ja"), Keuze("nee", "Nee")))
VORM = Vraag(
    "keuze",
    "Hoe wilt u de hulp het liefst?",
    "Daarom.",
    keuzes=(
        Keuze("natura", "De gemeente regelt het", ("zorg in natura",)),
        Keuze("pgb", "Een pgb", ("pgb", "budget")),
        Keuze("weet_niet", "Dat weet ik nog niet"),
    ),
)
DOMEINEN = Vraag(
    "meerkeuze",
    "Waar gaat het om?",
    "Daarom.",
    keuzes=(
        Keuze("huishouden", "Huishouden en verzorging", ("huishouden", "schoonmaken")),
        Keuze("wonen", "Wonen", ("trap",)),
        Keuze("geld", "Geld en papieren", ("geld", "papieren")),
    ),
)
OORDEEL = Vraag(
    "oordeel",
    "Staat dat in het beleid?",
    "Daarom.",
    keuzes=(
        Keuze("ja", "Ja"),
        Keuze("deels", "Deels", ("gedeeltelijk", "een beetje")),
        Keuze("nee", "Nee"),
        Keuze("weet_niet", "Weet ik niet"),
    ),
)


def lees_op_vrijdag(vraag: Vraag, tekst: str) -> Any:
    return lees(vraag, tekst, VRIJDAG)


# -- own words ------------------------------------------------------------------------------------------------------


@RUSTIG
@given(st.text(min_size=1))
def test_own_words_are_kept_to_the_letter(tekst: str) -> None:
    assume(normaal(tekst) and normaal(tekst) != "niemand" and not is_een_van(tekst, WEET_NIET))
    assert lees_op_vrijdag(VRIJ, tekst) == tekst


@pytest.mark.parametrize(
    "tekst", ["Ik weet het nog niet zeker", "Nee.", "stop er maar mee, zei hij", "  met  spaties ", "regel 1\nregel 2"]
)
def test_an_open_question_takes_what_would_mean_something_elsewhere(tekst: str) -> None:
    assert lees_op_vrijdag(VRIJ, tekst) == tekst


def test_a_typed_label_of_an_open_question_is_that_choice() -> None:
    assert lees_op_vrijdag(VRIJ, "niemand!") == "Niemand"


@pytest.mark.parametrize("tekst", ["", "   ", "...", "👍", "?!"])
def test_a_text_without_words_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout, match="geen woorden"):
        lees_op_vrijdag(VRIJ, tekst)


@pytest.mark.parametrize("tekst", ["weet ik niet", "Geen idee."])
def test_not_knowing_leaves_an_open_question_open(tekst: str) -> None:
    assert lees_op_vrijdag(VRIJ, tekst) is None


def test_a_button_that_says_nothing_leaves_an_open_question_open() -> None:
    vraag = Vraag("tekst", "Nog iets?", "Daarom.", keuzes=(Keuze("niets", "Nee, dit is het", ("nee",)),))
    assert lees_op_vrijdag(vraag, "Nee, dit is het") is None
    assert lees_op_vrijdag(vraag, "nee, maar de hond is ziek") == "nee, maar de hond is ziek"


# -- numbers --------------------------------------------------------------------------------------------------------


@RUSTIG
@given(st.integers(0, 120), st.sampled_from(["{}", "ongeveer {}", "{} stuks", "Het zijn er {}."]))
def test_a_number_is_read_in_digits_and_in_words(getal: int, zin: str) -> None:
    assert lees_op_vrijdag(GETAL, zin.format(getal)) == getal
    assert lees_op_vrijdag(GETAL, zin.format(voluit(getal))) == getal


@pytest.mark.parametrize("tekst", ["2 of 3", "2,5", "1.5", "veel", "tussen de drie en de vijf"])
def test_not_exactly_one_whole_number_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout, match="één getal"):
        lees_op_vrijdag(GETAL, tekst)


@pytest.mark.parametrize("tekst", ["", "...", "\u0301"])
def test_no_words_at_all_are_no_number(tekst: str) -> None:
    try:
        lees_op_vrijdag(GETAL, tekst)
    except Leesfout:
        return
    raise AssertionError("a number was read where there is none")


@pytest.mark.parametrize("getal", [0, 21, 99999999999999999999])
def test_a_number_outside_the_bounds_says_what_is_expected(getal: int) -> None:
    with pytest.raises(Leesfout, match="van 1 tot en met 20"):
        lees_op_vrijdag(MENSEN, str(getal))


@pytest.mark.parametrize("getal", [1, 20])
def test_the_bounds_themselves_are_allowed(getal: int) -> None:
    assert lees_op_vrijdag(MENSEN, str(getal)) == getal


@pytest.mark.parametrize("tekst", ["alleen", "Ik woon alleen."])
def test_a_word_for_a_choice_stands_for_its_number(tekst: str) -> None:
    assert lees_op_vrijdag(MENSEN, tekst) == 1


def test_living_alone_with_somebody_is_not_one_person() -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(MENSEN, "alleen met mijn man en onze zoon")


@pytest.mark.parametrize(
    ("tekst", "dagen"), [("een week", 7), ("twee weken", 14), ("3 dagen", 3), ("1 maand", 30), ("9", 9)]
)
def test_a_unit_after_the_number_counts(tekst: str, dagen: int) -> None:
    weg = Vraag("getal", "Hoeveel dagen?", "Daarom.", max=365, eenheden={"week": 7, "weken": 7, "maand": 30})
    assert lees_op_vrijdag(weg, tekst) == dagen


@pytest.mark.parametrize(
    "tekst",
    [
        "ik en een dochter",
        "met een zoon",
        "een paar",
    ],
)
def test_the_article_een_is_not_the_number_one(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(MENSEN, tekst)


def test_the_article_een_does_not_hide_the_number() -> None:
    assert lees_op_vrijdag(MENSEN, "een gezin van vier") == 4


@pytest.mark.parametrize(
    ("tekst", "getal"), [("met z'n tweeën", 2), ("wij zijn met zijn drieën", 3), ("met ons vieren", 4)]
)
def test_a_number_of_people_is_read_as_people_say_it(tekst: str, getal: int) -> None:
    assert lees_op_vrijdag(MENSEN, tekst) == getal


def test_a_number_below_zero_is_not_read_as_the_number_above_it() -> None:
    met_drie = structs.replace(MENSEN, keuzes=(*MENSEN.keuzes, Keuze("3", "3")))
    for vraag in (MENSEN, met_drie, GETAL, KEREN, DUUR):
        with pytest.raises(Leesfout, match="min"):
            lees_op_vrijdag(vraag, "-3")


@pytest.mark.parametrize("tekst", ["mijn man en twee kinderen", "ik, mijn vrouw en 3 kinderen"])
def test_a_number_of_some_of_the_people_is_not_the_number_of_all(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(MENSEN, tekst)


# -- dates ----------------------------------------------------------------------------------------------------------


def test_a_date_is_stored_in_iso_form() -> None:
    assert lees_op_vrijdag(DATUM, "afgelopen dinsdag") == "2023-03-07"


def test_an_unreadable_date_says_so() -> None:
    with pytest.raises(Leesfout, match="geen datum"):
        lees_op_vrijdag(DATUM, "een tijdje terug")


@pytest.mark.parametrize(
    "tekst", ["nog niet", "nog geen", "er is nog geen brief", "ik heb nog geen aanvraag gedaan", "nog geen brief gehad"]
)
def test_what_has_not_been_yet_leaves_the_day_open(tekst: str) -> None:
    assert lees_op_vrijdag(DATUM, tekst) is None
    with pytest.raises(Leesfout):
        lees_op_vrijdag(structs.replace(DATUM, overslaan=False), tekst)


@pytest.mark.parametrize(
    "tekst",
    ["begin maart", "eind maart", "half maart", "maart", "in het voorjaar", "nog geen week geleden", "rond 3 maart"],
)
def test_a_stretch_of_days_is_no_day(tekst: str) -> None:
    with pytest.raises(Leesfout, match="Noem de dag"):
        lees_op_vrijdag(DATUM, tekst)


@pytest.mark.parametrize("tekst", ["niet 3 maart", "3 maart was het niet", "nog niet, komt morgen"])
def test_a_day_that_is_denied_is_not_taken(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(DATUM, tekst)


# -- not knowing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vraag", [GETAL, DATUM, JA_NEE, DOMEINEN, Vraag("personen", "Wie?", "Daarom.")])
@pytest.mark.parametrize("tekst", ["weet ik niet", "Geen idee!", "ik weet het niet", "weet ik niet meer"])
def test_not_knowing_leaves_a_question_open(vraag: Vraag, tekst: str) -> None:
    assert lees_op_vrijdag(vraag, tekst) is None


def test_not_knowing_is_a_choice_where_it_is_offered() -> None:
    assert lees_op_vrijdag(VORM, "geen idee") == "weet_niet"


def test_not_knowing_is_no_answer_where_a_question_must_be_answered() -> None:
    verplicht = Vraag("keuze", "Klopt het zo?", "Daarom.", overslaan=False, keuzes=JA_NEE.keuzes)
    with pytest.raises(Leesfout):
        lees_op_vrijdag(verplicht, "weet ik niet")


# -- choices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("De gemeente regelt het", "natura"),
        ("de gemeente regelt het!", "natura"),
        ("natura", "natura"),
        ("doe maar zorg in natura", "natura"),
        ("liefst een PGB", "pgb"),
        ("2", "pgb"),
        ("de tweede", "pgb"),
        ("optie 1", "natura"),
        ("weet ik niet", "weet_niet"),
    ],
)
def test_a_choice_is_named_by_its_label_its_words_or_its_place(tekst: str, waarde: str) -> None:
    assert lees_op_vrijdag(VORM, tekst) == waarde


@pytest.mark.parametrize("tekst", ["ja hoor", "Klopt!", "prima", "ja, dat klopt", "ja want zo is het"])
def test_yes_is_said_in_many_ways(tekst: str) -> None:
    assert lees_op_vrijdag(JA_NEE, tekst) == "ja"


@pytest.mark.parametrize("tekst", ["nee hoor", "klopt niet", "Nee, dat klopt niet", "nee want hij is 17"])
def test_no_is_said_in_many_ways(tekst: str) -> None:
    assert lees_op_vrijdag(JA_NEE, tekst) == "nee"


@pytest.mark.parametrize("tekst", ["4", "allebei", "1 en 2", "iets anders", "ja", "nee", ""])
def test_what_names_no_choice_or_two_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(VORM, tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "geen zorg in natura maar een pgb",
        "zorg in natura of een pgb",
    ],
)
def test_of_two_choices_the_one_with_the_longest_word_is_not_simply_taken(tekst: str) -> None:
    try:
        assert lees_op_vrijdag(VORM, tekst) == ("pgb" if "maar" in tekst else None)
    except Leesfout:
        return


def test_the_longest_word_wins_where_a_shorter_one_is_part_of_it() -> None:
    keuzes = (Keuze("lang", "Lang", ("lang",)), Keuze("kort", "Niet lang meer", ("niet lang meer",)))
    assert lees_op_vrijdag(Vraag("keuze", "Hoelang?", "Daarom.", keuzes=keuzes), "hij leeft niet lang meer") == "kort"


@pytest.mark.parametrize("tekst", ["geen pgb", "ik wil geen pgb", "liever niet een pgb"])
def test_a_choice_that_is_refused_is_not_chosen(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(VORM, tekst)


@pytest.mark.parametrize(
    ("tekst", "waarden"),
    [
        ("huishouden en geld", ["huishouden", "geld"]),
        ("de trap", ["wonen"]),
        ("1 en 3", ["huishouden", "geld"]),
        ("alles", ["huishouden", "wonen", "geld"]),
        ("schoonmaken", ["huishouden"]),
        ("geldzaken", None),
        ("onze papierens", ["geld"]),
        ("papierenrompslomp", None),
    ],
)
def test_a_multiple_choice_takes_all_that_is_named(tekst: str, waarden: list[str] | None) -> None:
    """A word of five letters or more is recognised with another ending; a shorter one, or a longer word, is not."""
    if waarden is None:
        with pytest.raises(Leesfout):
            lees_op_vrijdag(DOMEINEN, tekst)
    else:
        assert lees_op_vrijdag(DOMEINEN, tekst) == waarden


def test_everything_does_not_hold_the_choice_that_says_nothing() -> None:
    """`Niets hiervan` and everything else cannot both be true."""
    keuzes = (Keuze("niets", "Niets hiervan"), Keuze("ramen", "Ramen"), Keuze("keuken", "Keuken"))
    vraag = Vraag("meerkeuze", "Wat gaat al zonder hulp?", "Daarom.", keuzes=keuzes)
    assert lees_op_vrijdag(vraag, "alles") == ["ramen", "keuken"]


@pytest.mark.parametrize("tekst", ["nee", "Nee hoor", "geen"])
def test_no_to_a_multiple_choice_is_the_choice_that_lists_it_among_its_words(tekst: str) -> None:
    keuzes = (Keuze("niets", "Niets hiervan", ("niets", "nee", "geen")), Keuze("bed", "De persoon ligt in bed"))
    vraag = Vraag("meerkeuze", "Is een van deze dingen aan de hand?", "Daarom.", keuzes=keuzes, overslaan=False)
    assert lees_op_vrijdag(vraag, tekst) == ["niets"]


# -- a choice that takes other short text too -----------------------------------------------------------------------

VOOR_WIE = Vraag(
    "keuze",
    "Voor wie maakt u het plan?",
    "Daarom.",
    vrij=True,
    keuzes=(Keuze("mijzelf", "Voor mijzelf", ("mezelf",)), Keuze("mijn moeder", "Voor mijn moeder", ("moeder",))),
)


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("voor mezelf", "mijzelf"),
        ("mijn moeder", "mijn moeder"),
        (" mijn buurvrouw Annie ", "mijn buurvrouw Annie"),
        ("mijn schoonmoeder", "mijn schoonmoeder"),
        ("mijn zus", "mijn zus"),
        ("mijn man", "mijn man"),
        ("onze zoon", "onze zoon"),
        ("m'n vriendin", "m'n vriendin"),
        ("voor mijn zus", "voor mijn zus"),
    ],
)
def test_a_free_choice_takes_a_short_text_as_it_is(tekst: str, waarde: str) -> None:
    assert lees_op_vrijdag(VOOR_WIE, tekst) == waarde


def test_a_free_choice_does_not_take_a_story() -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(VOOR_WIE, "dat is nog niet helemaal duidelijk geworden")


@pytest.mark.parametrize("tekst", ["mijn zus niet", "niet voor mijn moeder", "mijn moeder niet"])
def test_who_it_is_not_for_is_no_free_choice(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(VOOR_WIE, tekst)


@pytest.mark.parametrize("tekst", ["weet ik niet", "geen idee"])
def test_not_knowing_is_no_free_choice(tekst: str) -> None:
    assert lees_op_vrijdag(VOOR_WIE, tekst) is None


@pytest.mark.parametrize("tekst", ["ja", "nee", "nee hoor", "dat klopt"])
def test_yes_or_no_is_no_free_choice(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(VOOR_WIE, tekst)


# -- an oordeel with a remark ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "oordeel", "opmerking"),
    [
        ("ja", "ja", ""),
        ("Nee.", "nee", ""),
        ("deels", "deels", ""),
        ("weet ik niet", "weet_niet", ""),
        ("geen idee", "weet_niet", ""),
        ("een beetje", "deels", ""),
        (
            "nee, er staat alleen dat aanbieders een klachtenregeling hebben",
            "nee",
            "er staat alleen dat aanbieders een klachtenregeling hebben",
        ),
        ("Ja: zie bladzijde 12 van het plan", "ja", "zie bladzijde 12 van het plan"),
        ("weet ik niet, misschien in bijlage 2", "weet_niet", "misschien in bijlage 2"),
        ("gedeeltelijk, het gaat alleen over ouderen", "deels", "het gaat alleen over ouderen"),
    ],
)
def test_an_oordeel_and_a_remark_come_from_one_sentence(tekst: str, oordeel: str, opmerking: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst) == {"oordeel": oordeel, "opmerking": opmerking}


def test_a_remark_of_several_lines_is_kept_whole() -> None:
    gelezen = lees_op_vrijdag(OORDEEL, "nee, er staat dit:\n- regel een\n- regel twee")
    assert gelezen["opmerking"] == "er staat dit:\n- regel een\n- regel twee"


@pytest.mark.parametrize("tekst", ["het staat in hoofdstuk drie", "vraag het college", "", "..."])
def test_a_sentence_without_an_oordeel_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout, match="ja, deels of nee"):
        lees_op_vrijdag(OORDEEL, tekst)


@pytest.mark.parametrize(
    "tekst", ["nee, er staat maar een beetje over vrijwilligers", "ja, maar het staat een beetje verstopt"]
)
def test_the_oordeel_that_comes_first_is_the_oordeel(tekst: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst)["oordeel"] == tekst.partition(",")[0]


@pytest.mark.parametrize(
    ("tekst", "opmerking"),
    [
        ("ja, zie bijlage", "zie bijlage"),
        ("nee, nergens genoemd", "nergens genoemd"),
        ("deels, alleen ouderen", "alleen ouderen"),
    ],
)
def test_a_short_remark_is_kept_too(tekst: str, opmerking: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst)["opmerking"] == opmerking


@pytest.mark.parametrize("tekst", ["dat staat er gedeeltelijk in", "het is een beetje vaag"])
def test_a_remark_loses_no_word_that_is_not_the_oordeel(tekst: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst) == {"oordeel": "deels", "opmerking": tekst}


def test_a_remark_never_turns_into_its_opposite() -> None:
    gelezen = lees_op_vrijdag(OORDEEL, "niet in het beleid van deze gemeente")
    assert gelezen == {"oordeel": "nee", "opmerking": "niet in het beleid van deze gemeente"}


@pytest.mark.parametrize("tekst", ["ik weet het niet", "dat weet ik niet", "daar weet ik niets van"])
def test_only_not_knowing_leaves_no_remark(tekst: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst) == {"oordeel": "weet_niet", "opmerking": ""}


woorden = st.lists(st.text("abcdefghijklmnoprstuvwyzéëABC'%", min_size=4, max_size=9), min_size=4, max_size=12)


@RUSTIG
@given(woorden, st.sampled_from([" ", ", ", "\n- ", "... "]))
def test_the_remark_after_the_oordeel_is_kept_to_the_letter(woorden: list[str], tussen: str) -> None:
    opmerking = "x" + tussen.join(woorden)
    assert lees_op_vrijdag(OORDEEL, f"nee, {opmerking}") == {"oordeel": "nee", "opmerking": opmerking}


@pytest.mark.parametrize(("tekst", "oordeel"), [("ja hoor", "ja"), ("niet", "nee"), ("Nee hoor.", "nee")])
def test_only_an_oordeel_leaves_no_remark(tekst: str, oordeel: str) -> None:
    assert lees_op_vrijdag(OORDEEL, tekst) == {"oordeel": oordeel, "opmerking": ""}


def test_yes_and_no_is_not_yes() -> None:
    try:
        assert lees_op_vrijdag(OORDEEL, "ja en nee")["oordeel"] == "deels"
    except Leesfout:
        return


# -- money, time, how often, age --------------------------------------------------------------------------------------

BEDRAG = Vraag("bedrag", "Hoeveel betaalt u per maand?", "Daarom.", min=100, max=500_000, per="maand")
DUUR = Vraag("duur", "Hoeveel weken duurt het?", "Daarom.", min=1, max=52, eenheid="weken")
HOELANG = Vraag("duur", "Hoelang duurt het?", "Daarom.", min=1, max=52, eenheid="weken")
KEREN = Vraag(
    "keren", "Op hoeveel dagen per week?", "Daarom.", min=1, max=7, per="week", keuzes=(Keuze("7", "Elke dag (7)"),)
)
LEEFTIJD = Vraag("leeftijd", "Hoe oud bent u?", "Daarom.", min=18)
MATEN = [BEDRAG, DUUR, KEREN, LEEFTIJD]


@pytest.mark.parametrize(
    ("vraag", "tekst", "waarde"),
    [
        (BEDRAG, "€ 12,50", 1250),
        (BEDRAG, "twaalfhonderd", 120000),
        (DUUR, "zes weken", 6),
        (DUUR, "6", 6),
        (HOELANG, "6 weken", 6),
        (KEREN, "doordeweeks", 5),
        (KEREN, "2x", 2),
        (KEREN, "Elke dag (7)", 7),
        (KEREN, "7", 7),
        (LEEFTIJD, "104", 104),
        (LEEFTIJD, "3 maart 1943", 80),
    ],
)
def test_a_measure_is_read_in_the_unit_of_its_question(vraag: Vraag, tekst: str, waarde: int) -> None:
    assert lees_op_vrijdag(vraag, tekst) == waarde


@pytest.mark.parametrize(
    ("vraag", "tekst", "reden"),
    [
        (BEDRAG, "50 cent", "van € 1 tot en met € 5.000"),
        (BEDRAG, "6000", "tot en met € 5.000"),
        (BEDRAG, "15 euro per week", "per maand"),
        (DUUR, "60 weken", "tot en met 52 weken"),
        (HOELANG, "6", "of u weken bedoelt"),
        (KEREN, "2 keer per dag", "tot en met 7"),
        (KEREN, "om de dag", "per week"),
        (LEEFTIJD, "17", "van 18 tot en met 120"),
    ],
)
def test_a_measure_outside_its_question_says_what_is_expected(vraag: Vraag, tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_op_vrijdag(vraag, tekst)


@pytest.mark.parametrize("vraag", MATEN)
def test_not_knowing_leaves_a_measure_open(vraag: Vraag) -> None:
    assert lees_op_vrijdag(vraag, "geen idee") is None


def test_a_choice_beside_a_measure_is_that_choice() -> None:
    vraag = Vraag("duur", "Hoelang?", "Daarom.", eenheid="weken", keuzes=(Keuze("altijd", "Altijd", ("voorgoed",)),))
    assert lees_op_vrijdag(vraag, "voorgoed") == "altijd"


@RUSTIG
@given(st.sampled_from(MATEN), st.one_of(st.text(max_size=30), st.integers(-10, 10**7).map(str)))
def test_a_measure_is_never_outside_its_bounds(vraag: Vraag, tekst: str) -> None:
    try:
        waarde = lees_op_vrijdag(vraag, tekst)
    except Leesfout:
        return
    assert waarde is None or vraag.min <= waarde <= vraag.hoogste


@pytest.mark.parametrize(
    "tekst", ["anderhalf", "een half", "anderhalve week en 3 dagen", "meer dan 3", "een paar of 4"]
)
def test_a_number_that_is_not_whole_or_not_sure_is_no_answer(tekst: str) -> None:
    with pytest.raises(Leesfout, match="één getal"):
        lees_op_vrijdag(GETAL, tekst)


def test_a_number_in_separate_words_is_one_number() -> None:
    assert lees_op_vrijdag(GETAL, "het zijn er twee en twintig") == 22


HOE_LANG = Vraag(
    "keuze",
    "Hoelang?",
    "Daarom.",
    eenheid="maanden",
    keuzes=(
        Keuze("3", "Tot drie maanden", ("kort",), hoogstens=3),
        Keuze("12", "Langer dan drie maanden", ("langer", "rest van mijn leven"), meer_dan=3),
    ),
)


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("zes weken", "3"),
        ("een half jaar", "12"),
        ("de rest van mijn leven", "12"),
        ("Langer dan drie maanden", "12"),
        ("langer", "12"),
        ("3", "3"),
    ],
)
def test_a_length_of_time_chooses_where_the_choices_have_bounds(tekst: str, waarde: str) -> None:
    assert lees_op_vrijdag(HOE_LANG, tekst) == waarde


@pytest.mark.parametrize("tekst", ["langer dan een week", "13 weken", "een paar maanden"])
def test_a_length_of_time_that_may_be_either_chooses_nothing(tekst: str) -> None:
    with pytest.raises(Leesfout):
        lees_op_vrijdag(HOE_LANG, tekst)


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("ik zelf", "mijzelf"),
        ("voor mij zelf", "mijzelf"),
        ("ik", "mijzelf"),
        ("oma", "mijn oma"),
        ("Cliënt", "mijn cliënt"),
        ("voor oma", "mijn oma"),
        ("Jan", "Jan"),
        ("Jan de Vries", "Jan de Vries"),
        ("mevrouw Jansen", "mevrouw Jansen"),
        ("m’n zus", "m'n zus"),
        ("het is voor mijn tante", "voor mijn tante"),
        ("voor jan", "voor jan"),
    ],
)
def test_a_free_choice_takes_a_name_a_relation_and_oneself(tekst: str, waarde: str) -> None:
    assert lees_op_vrijdag(VOOR_WIE, tekst) == waarde


@pytest.mark.parametrize(
    "tekst", ["Hallo", "Pgb", "Help", "jan", "voor", "een", "ons", "mijn man en ik", "voor niemand", "Wat?"]
)
def test_a_word_that_is_nobody_is_no_free_choice(tekst: str) -> None:
    with pytest.raises(Leesfout, match="voor Jan"):
        lees_op_vrijdag(VOOR_WIE, tekst)


ALLE = [VRIJ, GETAL, MENSEN, DATUM, JA_NEE, VORM, DOMEINEN, OORDEEL, VOOR_WIE, HOE_LANG, HOELANG, *MATEN]
ALLE.append(Vraag("personen", "Wie?", "Daarom."))


@RUSTIG
@given(st.sampled_from(ALLE), st.text(max_size=60))
def test_no_text_makes_any_reader_fail_otherwise_than_kindly(vraag: Vraag, tekst: str) -> None:
    try:
        lees_op_vrijdag(vraag, tekst)
    except Leesfout as fout:
        is_vriendelijk(fout)


@pytest.mark.parametrize("vraag", ALLE)
@pytest.mark.parametrize(
    "tekst", ["9" * 5000, "een " * 3000, "en" * 3000, "1." * 3000, "honderd" * 2000, "\x00", "½" * 999], ids=range(7)
)
def test_a_text_without_end_is_read_or_refused_too(vraag: Vraag, tekst: str) -> None:
    try:
        lees_op_vrijdag(vraag, tekst)
    except Leesfout as fout:
        is_vriendelijk(fout)

"""In the middle of a question: an answer, or something else first."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gesprek.duiding import EERST_ALS_ANTWOORD, IN_FORMULIER, NOOIT_ONDERBREKING, Duiding, duid, klinkt_als_vraag
from bot.vragen import Keuze, Vraag
from bot.vragen.woorden import normaal
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG

VRIJDAG = date(2023, 3, 10)
OPEN = Vraag("tekst", "Wonen: hoe gaat het nu?", "Daarom.")
JA_NEE = Vraag("keuze", "Klopt dat?", "Daarom.", keuzes=(Keuze("ja", "Ja"), Keuze("nee", "Nee")))
PERSONEN = Vraag("personen", "Wie wonen er in huis?", "Daarom.")
DOMEINEN = Vraag(
    "meerkeuze",
    "Waar gaat het om?",
    "Daarom.",
    keuzes=(
        Keuze("sociaal", "Mensen om mij heen", ("contact", "vrienden")),
        Keuze("wonen", "Wonen", ("trap",)),
    ),
)
ANTWOORD, ONDERBREKING = Duiding.ANTWOORD, Duiding.ONDERBREKING


def is_(vraag: Vraag, tekst: str, intent: str | None, zekerheid: float) -> Duiding:
    return duid(vraag, tekst, intent, zekerheid, VRIJDAG)


# -- does it sound like a question ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "Wat is een pgb",
        "hoe lang duurt dat",
        "waarom moet je dat weten?",
        "mag mijn dochter erbij zijn",
        "kan ik dat later nog veranderen",
        "en dan?",
        "Wie betaalt dat",
        "is er ook een telefoonnummer",
        "krijg ik daar een brief over",
        "moet ik daarvoor betalen",
    ],
)
def test_a_question_sounds_like_one_with_or_without_a_question_mark(tekst: str) -> None:
    assert klinkt_als_vraag(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "ik kan niet meer lopen",
        "mijn moeder valt vaak",
        "de trap is te steil",
        "niemand",
        "dat gaat slecht",
        "wonen gaat nog goed",
        "waardeloos",
        "Hoewel het gaat, ben ik moe",
        "kanker",
        "",
        "?-teken in het midden",
    ],
)
def test_a_story_does_not_sound_like_a_question(tekst: str) -> None:
    assert not klinkt_als_vraag(tekst)


ZONDER_ONDERWERP = [
    "kan niet meer lopen",
    "heb veel pijn in mijn rug",
    "gaat wel",
    "moet alles alleen doen",
    "wordt steeds erger",
    "krijg de ramen niet meer schoon",
    "is te zwaar voor mij",
    "zijn vrouw helpt hem",
    "mag niet meer autorijden",
    "komt de deur niet meer uit",
    "doet niets meer in huis",
]


@pytest.mark.parametrize("tekst", ZONDER_ONDERWERP)
def test_a_short_answer_without_ik_does_not_sound_like_a_question(tekst: str) -> None:
    """Older people write as in a telegram: the verb first, no subject. A question has a subject after the verb."""
    assert not klinkt_als_vraag(tekst)


# -- an open question -----------------------------------------------------------------------------------------------


@RUSTIG
@given(st.floats(0, 0.99), st.sampled_from(["woningaanpassing", "start_overbelasting", "medewerker", "wis_gegevens"]))
def test_own_words_are_an_answer_however_sure_the_model_is(zekerheid: float, intent: str) -> None:
    assert is_(OPEN, "De trap is te steil en ik ben bang om te vallen.", intent, zekerheid) is ANTWOORD


@pytest.mark.parametrize("tekst", ZONDER_ONDERWERP)
def test_own_words_that_begin_with_a_verb_are_an_answer_too(tekst: str) -> None:
    assert is_(OPEN, tekst, "woningaanpassing", 0.45) is ANTWOORD


def test_a_clear_question_in_between_is_answered_first() -> None:
    assert is_(OPEN, "wat is een maatwerkvoorziening?", "maatwerkvoorziening", 0.6) is ONDERBREKING


@pytest.mark.parametrize(("zekerheid", "duiding"), [(0.49, ANTWOORD), (0.5, ONDERBREKING)])
def test_what_only_may_be_a_question_is_one_when_the_model_knows_it(zekerheid: float, duiding: Duiding) -> None:
    assert is_(OPEN, "waarom zou ik dat willen", "privacy", zekerheid) is duiding


def test_what_sounds_like_a_question_and_cannot_be_read_is_no_answer() -> None:
    assert is_(JA_NEE, "hoeveel kost dat dan eigenlijk", "eigen_bijdrage", 0.35) is ONDERBREKING
    assert is_(JA_NEE, "hoeveel kost dat dan eigenlijk", "nlu_fallback", 0.3) is ANTWOORD
    assert is_(JA_NEE, "hoe moet dat dan straks", "pauze", 0.35) is ANTWOORD


def test_two_words_that_are_no_number_are_asked_again_where_a_number_is_asked() -> None:
    getal = Vraag(soort="getal", tekst="Hoeveel etmalen?", waarom="Daarom.")
    assert is_(getal, "heel lang", "termijnen", 0.9) is ANTWOORD
    assert is_(getal, "ik wil mijn rechten weten", "privacy", 0.9) is ONDERBREKING


@pytest.mark.parametrize("intent", ["privacy", "nlu_fallback", None])
def test_a_short_question_that_was_not_understood_is_no_answer_either(intent: str | None) -> None:
    assert is_(OPEN, "waarom zou ik dat willen?", intent, 0.1) is ONDERBREKING


def test_a_story_that_ends_in_a_question_is_an_answer_when_the_model_does_not_know_the_question() -> None:
    verhaal = "Ik red het niet meer met de trap, en wie ruimt er straks op als ik val?"
    assert is_(OPEN, verhaal, "nlu_fallback", 0.2) is ANTWOORD


@pytest.mark.parametrize("vraag", [OPEN, JA_NEE, PERSONEN, DOMEINEN])
@pytest.mark.parametrize("intent", ["pauze", "medewerker", "wis_gegevens", "plan_bekijken"])
def test_a_fixed_word_goes_first_everywhere(vraag: Vraag, intent: str) -> None:
    assert is_(vraag, "stop", intent, 1.0) is ONDERBREKING


@pytest.mark.parametrize("vraag", [OPEN, JA_NEE, PERSONEN, DOMEINEN])
@pytest.mark.parametrize("intent", sorted(IN_FORMULIER))
def test_what_the_form_does_itself_never_leaves_it(vraag: Vraag, intent: str) -> None:
    assert is_(vraag, "sla maar over", intent, 1.0) is ANTWOORD


@pytest.mark.parametrize("vraag", [OPEN, JA_NEE, PERSONEN, DOMEINEN])
@pytest.mark.parametrize("intent", [*sorted(NOOIT_ONDERBREKING - {None}), None])
@pytest.mark.parametrize("zekerheid", [0.0, 0.6, 1.0])
def test_a_greeting_thanks_or_nonsense_never_interrupts(vraag: Vraag, intent: str | None, zekerheid: float) -> None:
    assert is_(vraag, "Goedendag", intent, zekerheid) is ANTWOORD


# -- a closed question ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [(JA_NEE, "ja"), (JA_NEE, "nee hoor"), (PERSONEN, "mijn man van 70"), (PERSONEN, "niemand"), (DOMEINEN, "de trap")],
)
def test_what_can_be_read_is_an_answer_even_when_the_model_sees_a_topic(vraag: Vraag, tekst: str) -> None:
    assert is_(vraag, tekst, "gebruikelijke_hulp", 0.95) is ANTWOORD


def test_what_cannot_be_read_and_is_surely_something_else_goes_first() -> None:
    assert is_(JA_NEE, "ik wil liever iemand van de gemeente spreken", "medewerker", 0.8) is ONDERBREKING


@pytest.mark.parametrize(("zekerheid", "duiding"), [(0.69, ANTWOORD), (0.7, ONDERBREKING)])
def test_what_cannot_be_read_and_is_not_surely_something_else_is_asked_again(
    zekerheid: float, duiding: Duiding
) -> None:
    assert is_(PERSONEN, "mijn man en ik", "gebruikelijke_hulp", zekerheid) is duiding


def test_a_long_story_at_a_closed_question_is_asked_again_and_does_not_lead_away() -> None:
    verhaal = "mijn man woont hier ook maar hij werkt veel en is bijna nooit thuis"
    assert is_(PERSONEN, verhaal, "gebruikelijke_hulp", 0.9) is ANTWOORD


def test_a_question_goes_first_even_when_a_choice_can_be_read_in_it() -> None:
    assert is_(DOMEINEN, "wat heeft de trap hiermee te maken?", "leefdomeinen", 0.7) is ONDERBREKING


@pytest.mark.parametrize("intent", ["medewerker", "wis_gegevens"])
def test_a_person_is_one_sentence_away_also_when_the_sentence_holds_a_word_of_a_choice(intent: str) -> None:
    assert is_(DOMEINEN, "ik wil graag contact met een medewerker", intent, 0.95) is ONDERBREKING


# -- words of choices and fixed words -------------------------------------------------------------------------------


def botsingen() -> list[tuple[str, str, str]]:
    """Words that a file lists for a choice, and that are a fixed word for something else everywhere."""
    gevonden: list[tuple[str, str, str]] = []
    vast = dialogen.diensten().trefwoorden.trefwoorden
    antwoorden: dict[str, Any] = {"advies": {"afronden": "afronden"}, "persoonlijk_plan": {"klopt": "nee"}}
    for naam in dialogen.NAMEN:
        for vraag in dialogen.dialoog(naam).route(antwoorden.get(naam, {})):
            for woord in (w for k in vraag.keuzes for w in k.woorden):
                gevonden += [
                    (f"{naam}.{vraag.id}", woord, intent)
                    for intent, patronen in vast.items()
                    if intent not in NOOIT_ONDERBREKING | IN_FORMULIER | EERST_ALS_ANTWOORD
                    and any(re.fullmatch(p, normaal(woord)) for p in patronen)
                ]
    return gevonden


@pytest.mark.parametrize("intent", sorted(EERST_ALS_ANTWOORD))
def test_a_fixed_word_that_is_also_a_choice_is_the_choice(intent: str) -> None:
    keuzes = (Keuze("ja", "Ja, vertel", ("meer weten",)), Keuze("nee", "Nee, begin maar", ("verder",)))
    vraag = Vraag("keuze", "Wilt u daar eerst meer over weten?", "Daarom.", keuzes=keuzes)
    assert is_(vraag, "verder", intent, 1.0) is ANTWOORD
    assert is_(vraag, "er klopt iets niet", intent, 1.0) is ONDERBREKING


def test_no_word_for_a_choice_is_a_fixed_word_for_something_else() -> None:
    assert botsingen() == []

"""Dates as people type them. Today is Friday 10 March 2023, unless a test says otherwise."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Leesfout
from bot.vragen.datums import DAGEN, MAANDEN, datum_voluit, genoemde_datum, lees_dag, lees_datum
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit

VRIJDAG = date(2023, 3, 10)
# The days that the rules know: those of this century.
dagen = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@RUSTIG
@given(dagen, dagen)
def test_any_date_written_out_reads_back_whatever_day_it_is(dag: date, vandaag: date) -> None:
    assert lees_datum(datum_voluit(dag), vandaag) == dag


@RUSTIG
@given(dagen, st.sampled_from(["{d}-{m}-{j}", "{d:02}/{m:02}/{j}", "{d}.{m}.{j}", "{d} {m} {j}", "{j}-{m:02}-{d:02}"]))
def test_any_date_in_digits_reads_back(dag: date, vorm: str) -> None:
    assert lees_datum(vorm.format(d=dag.day, m=dag.month, j=dag.year), VRIJDAG) == dag


@RUSTIG
@given(dagen)
def test_any_date_with_the_day_as_a_word_and_a_short_month_reads_back(dag: date) -> None:
    assert lees_datum(f"{voluit(dag.day)} {MAANDEN[dag.month - 1]} {dag.year}", VRIJDAG) == dag
    assert lees_datum(f"{dag.day} {MAANDEN[dag.month - 1][:3]}. {dag.year}", VRIJDAG) == dag


def test_a_date_is_written_with_the_name_of_the_day() -> None:
    assert datum_voluit(date(2023, 3, 7)) == "dinsdag 7 maart 2023"


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", VRIJDAG),
        ("Gisteren.", date(2023, 3, 9)),
        ("gister", date(2023, 3, 9)),
        ("eergisteren", date(2023, 3, 8)),
        ("morgen", date(2023, 3, 11)),
        ("overmorgen", date(2023, 3, 12)),
        ("twee weken geleden", date(2023, 2, 24)),
        ("een week geleden", date(2023, 3, 3)),
        ("3 dagen terug", date(2023, 3, 7)),
        ("over drie dagen", date(2023, 3, 13)),
        ("over een week", date(2023, 3, 17)),
    ],
)
def test_a_day_counted_from_today_is_read(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, VRIJDAG) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("afgelopen dinsdag", date(2023, 3, 7)),
        ("dinsdag", date(2023, 3, 7)),
        ("dat was dinsdag", date(2023, 3, 7)),
        ("di", date(2023, 3, 7)),
        ("vorige week dinsdag", date(2023, 2, 28)),
        ("vorige week vrijdag", date(2023, 3, 3)),
        ("vorige week zondag", date(2023, 3, 5)),
        ("komende dinsdag", date(2023, 3, 14)),
        ("volgende week dinsdag", date(2023, 3, 14)),
        ("volgende week zondag", date(2023, 3, 19)),
        ("aanstaande zaterdag", date(2023, 3, 11)),
    ],
)
def test_a_day_of_the_week_is_the_nearest_one_that_fits(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, VRIJDAG) == dag


@RUSTIG
@given(st.sampled_from(DAGEN), dagen)
def test_the_last_named_day_of_the_week_lies_one_to_seven_days_back(naam: str, vandaag: date) -> None:
    gelezen = lees_datum(f"afgelopen {naam}", vandaag)
    assert gelezen is not None
    assert DAGEN[gelezen.weekday()] == naam
    assert 1 <= (vandaag - gelezen).days <= 7


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("3 maart", date(2023, 3, 3)),
        ("op 3 mrt", date(2023, 3, 3)),
        ("drie maart", date(2023, 3, 3)),
        ("vrijdag 3 maart", date(2023, 3, 3)),
        ("3-3", date(2023, 3, 3)),
        ("12 december", date(2022, 12, 12)),
        ("10 april", date(2023, 4, 10)),
        ("11 april", date(2022, 4, 11)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_is_at_most_a_month_ahead(tekst: str, dag: date) -> None:
    assert lees_datum(tekst, VRIJDAG) == dag


@pytest.mark.parametrize("tekst", ["3-3-1923", "3 maart 1999", "3-3-2100", "3 maart 0023", "1999-03-03"])
def test_a_year_of_another_century_is_a_slip(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) is None


def test_in_january_last_december_is_the_december_just_past() -> None:
    assert lees_datum("28 december", date(2024, 1, 2)) == date(2023, 12, 28)


def test_a_year_of_two_digits_is_in_this_century() -> None:
    assert lees_datum("3-3-23", VRIJDAG) == date(2023, 3, 3)
    assert lees_datum("3 maart '23", VRIJDAG) == date(2023, 3, 3)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "?",
        "31-2-2023",
        "31 februari 2023",
        "3-13-2023",
        "0 maart",
        "32 maart",
        "maart",
        "in maart",
        "vorige week",
        "afgelopen week",
        "vorige maand",
        "een tijdje geleden",
        "ik weet het niet",
        "3",
        "2023",
        "00-00-0000",
        "dag",
        "tussen 3 en 5 maart",
        "3 of 4 maart",
        "29 februari 2023",
    ],
)
def test_what_is_no_day_is_not_guessed(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) is None


@RUSTIG
@given(st.text(max_size=40))
def test_no_text_at_all_makes_the_reader_fail(tekst: str) -> None:
    gelezen = lees_datum(tekst, VRIJDAG)
    assert gelezen is None or isinstance(gelezen, date)


@pytest.mark.parametrize("tekst", ["9999999999 dagen geleden", "over 4000000 dagen", "999999 weken terug"])
def test_a_number_of_days_beyond_the_calendar_is_unreadable(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "vorige week op dinsdag",
        "dinsdag vorige week",
    ],
)
def test_last_week_may_stand_before_or_after_the_day(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) == date(2023, 2, 28)


@pytest.mark.parametrize("tekst", ["1e maart", "de 1ste maart", "eerste maart"])
def test_an_ordinal_day_is_read(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) == date(2023, 3, 1)


def test_a_day_of_the_week_that_contradicts_the_date_is_not_guessed() -> None:
    """3 March 2023 is a Friday: either the day or the date is a slip."""
    assert lees_datum("maandag 3 maart 2023", VRIJDAG) is None


# -- as people type it, and why it is refused -------------------------------------------------------------------------

TIEN_VORMEN = (
    *("{d}-{m}-{j}", "{d:02}/{m:02}/{j}", "{d}.{m}.{j}", "{j}-{m:02}-{d:02}", "{d:02}-{m:02}-{kort:02}"),
    *("{d} {maand} {j}", "op {d} {maand} {j}", "{d}e {maand} {j}", "{d}{mnd} {j}", "{weekdag} {d} {mnd}. {j}"),
)


@RUSTIG
@given(dagen, st.sampled_from(TIEN_VORMEN))
def test_a_date_typed_in_ten_ways_is_the_same_date(dag: date, vorm: str) -> None:
    maand = MAANDEN[dag.month - 1]
    tekst = vorm.format(
        d=dag.day,
        m=dag.month,
        j=dag.year,
        kort=dag.year % 100,
        maand=maand,
        mnd=maand[:3],
        weekdag=DAGEN[dag.weekday()],
    )
    assert lees_dag(tekst, VRIJDAG) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("3mrt", date(2023, 3, 3)),
        ("1 januari jl.", date(2023, 1, 1)),
        ("1 januari j.l.", date(2023, 1, 1)),
        ("dinsdag jl.", date(2023, 3, 7)),
        ("vrijdag jl.", date(2023, 3, 3)),
        ("dinsdag a.s.", date(2023, 3, 14)),
        ("as. dinsdag", date(2023, 3, 14)),
        ("zaterdagochtend", date(2023, 3, 4)),
        ("gisteravond", date(2023, 3, 9)),
        ("vanmorgen", VRIJDAG),
        ("morgenmiddag", date(2023, 3, 11)),
        ("overmorgen", date(2023, 3, 12)),
        ("deze week woensdag", date(2023, 3, 8)),
        ("volgende week dinsdag", date(2023, 3, 14)),
        ("vijf en twintig dagen geleden", date(2023, 2, 13)),
        ("3 maart vorig jaar", date(2022, 3, 3)),
        ("3 febuari", date(2023, 2, 3)),
        ("29 februari 2024", date(2024, 2, 29)),
        ("mijn melding was op 27 februari", date(2023, 2, 27)),
    ],
)
def test_a_day_is_read_as_people_type_it(tekst: str, dag: date) -> None:
    assert lees_dag(tekst, VRIJDAG) == dag


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("31 februari", "31 februari bestaat niet"),
        ("31-4-2023", "31 april bestaat niet"),
        ("32 maart", "32 maart bestaat niet"),
        ("29 februari 2023", "29 februari 2023 bestaat niet"),
        ("29 februari", "welk jaar"),
        ("3-13-2023", "Maand 13 bestaat niet"),
        ("maandag 3 maart 2023", "is een vrijdag"),
        ("3 maart 1999", "1999"),
        ("vrijdag", "vandaag bedoelt, of vrijdag 3 maart"),
        ("volgende dinsdag", "dinsdag 14 maart bedoelt, of dinsdag 21 maart"),
        ("vorige dinsdag", "dinsdag 7 maart bedoelt, of dinsdag 28 februari"),
        ("maart", "één dag"),
        ("begin maart", "één dag"),
        ("vorige maand", "één dag"),
        ("vorige week", "één dag"),
        ("een maand geleden", "één dag"),
        ("na 3 maart", "één dag"),
        ("rond 3 maart", "één dag"),
        ("tussen 3 en 5 maart", "één dag"),
        ("3 of 4 maart", "één dag"),
        ("3 maart of 4 maart", "één dag"),
        ("3 t/m 5 maart", "één dag"),
        ("de 3e", "geen datum"),
        ("laatst", "geen datum"),
    ],
)
def test_a_day_that_is_not_sure_is_refused_with_the_reason(tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_dag(tekst, VRIJDAG)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("dinsdag", date(2023, 3, 7)),
        ("12 december", date(2022, 12, 12)),
        ("10 maart", VRIJDAG),
        ("9-3", date(2023, 3, 9)),
    ],
)
def test_a_question_about_what_has_been_looks_back(tekst: str, dag: date) -> None:
    assert lees_dag(tekst, VRIJDAG, "verleden") == dag


@pytest.mark.parametrize(
    ("tekst", "dag"), [("dinsdag", date(2023, 3, 14)), ("3 april", date(2023, 4, 3)), ("10 maart", VRIJDAG)]
)
def test_a_question_about_what_comes_looks_ahead(tekst: str, dag: date) -> None:
    assert lees_dag(tekst, VRIJDAG, "toekomst") == dag


@pytest.mark.parametrize(
    ("tekst", "richting", "reden"),
    [
        ("morgen", "verleden", "moet nog komen"),
        ("3 april 2023", "verleden", "moet nog komen"),
        ("gisteren", "toekomst", "al geweest"),
        ("11 maart", "verleden", "welk jaar"),
        ("9 maart", "toekomst", "welk jaar"),
    ],
)
def test_a_day_on_the_other_side_is_asked_again(tekst: str, richting: Any, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_dag(tekst, VRIJDAG, richting)


@RUSTIG
@given(dagen, dagen)
def test_without_a_year_a_day_with_a_direction_lies_near_and_on_that_side(dag: date, vandaag: date) -> None:
    tekst = f"{dag.day} {MAANDEN[dag.month - 1]}"
    terug, vooruit = lees_datum(tekst, vandaag, "verleden"), lees_datum(tekst, vandaag, "toekomst")
    assert terug is None or 0 <= (vandaag - terug).days <= 270
    assert vooruit is None or 0 <= (vooruit - vandaag).days <= 270
    assert terug or vooruit or (dag.month, dag.day) == (2, 29)


@RUSTIG
@given(st.text(max_size=40), st.sampled_from(["", "verleden", "toekomst"]))
def test_any_text_is_a_day_or_a_kind_refusal(tekst: str, richting: Any) -> None:
    try:
        assert isinstance(lees_dag(tekst, VRIJDAG, richting), date)
    except Leesfout as fout:
        is_vriendelijk(fout)


@pytest.mark.parametrize(
    "tekst", ["het was 3 of 4 maart", "ergens tussen 3 en 5 maart", "in begin maart", "voor 5 maart"]
)
def test_one_end_of_a_stretch_in_a_sentence_is_no_date(tekst: str) -> None:
    assert genoemde_datum(tekst, VRIJDAG) is None

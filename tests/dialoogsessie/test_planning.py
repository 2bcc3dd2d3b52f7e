"""Sessions, agendas and days, by hand from movisie chapter 6; and what holds for every plan."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from bot.dialoogsessie import Deelnemer, Invoer, Planning, Sessie, maak_planning
from bot.dialoogsessie.verdelen import spreid, verdeel
from tests.dialoogsessie.gegevens import GOED, VANDAAG, gegevens, mensen

ALLE_THEMAS = [t.id for t in gegevens().themas]


def plan(vandaag: date = VANDAAG, **anders: Any) -> Planning:
    return maak_planning(structs.replace(GOED, **anders), gegevens(), vandaag)


def dagen(sessie: Sessie) -> dict[str, str]:
    return {m.id: m.dag.isoformat() for m in sessie.momenten if m.dag}


# -- the agenda -----------------------------------------------------------------------------------------------------


def test_three_themes_fill_two_hours_with_twenty_five_minutes_each() -> None:
    (sessie,) = plan().sessies
    assert [(a.tijd.begin, a.tijd.einde, a.naam) for a in sessie.agenda] == [
        ("14.00", "14.10", "Welkom en uitleg"),
        ("14.10", "14.15", "Kennismaken"),
        ("14.15", "14.25", "Overzicht van de thema's"),
        ("14.25", "14.50", "Regie van de cliënt"),
        ("14.50", "15.15", "Bejegening"),
        ("15.15", "15.40", "Veiligheid"),
        ("15.40", "15.45", "Samenvatting"),
        ("15.45", "15.55", "Afspraken over het vervolg"),
        ("15.55", "16.00", "Terugblik en afsluiting"),
    ]
    assert [(g.naam, g.tijd.begin, g.tijd.minuten) for g in sessie.agenda[3].gesprek] == [
        ("Waar gaat het over?", "14.25", 10),
        ("De toetsvraag", "14.35", 5),
        ("De criteria", "14.40", 10),
    ]


def test_fewer_themes_get_the_time_of_the_others() -> None:
    assert [a.tijd.minuten for a in plan(themas=("th_regie",)).sessies[0].agenda if a.gesprek] == [75]
    twee = [a for a in plan(themas=("th_regie", "th_locatie")).sessies[0].agenda if a.gesprek]
    assert [[g.tijd.minuten for g in a.gesprek] for a in twee] == [[15, 10, 15], [15, 5, 15]]


def test_without_themes_the_group_chooses_three() -> None:
    gesprekken = [a for a in plan(themas=()).sessies[0].agenda if a.gesprek]
    assert [(a.naam, a.thema, a.tijd.minuten) for a in gesprekken] == [
        (f"Thema {n}, dat de groep kiest", None, 25) for n in (1, 2, 3)
    ]


def test_without_a_time_there_are_only_minutes() -> None:
    (sessie,) = plan(begintijd="").sessies
    assert {(a.tijd.begin, a.tijd.einde) for a in sessie.agenda} == {("", "")}
    assert sum(a.tijd.minuten for a in sessie.agenda) == 120


def test_a_morning_has_no_leading_zero() -> None:
    assert plan(begintijd="9:30").sessies[0].agenda[0].tijd.begin == "9.30"


# -- the sessions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aantal", "verwacht"),
    [(0, [0]), (1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2]), (10, [3, 3, 2, 2])],
)
def test_themes_are_spread_over_as_few_sessions_as_can_be(aantal: int, verwacht: list[int]) -> None:
    sessies = plan(themas=tuple(ALLE_THEMAS[:aantal])).sessies
    assert [len(s.themas) for s in sessies] == verwacht
    assert [t.id for s in sessies for t in s.themas] == ALLE_THEMAS[:aantal]
    assert [s.voorstel for s in sessies] == [False] + [True] * (len(verwacht) - 1)


def test_the_second_session_is_five_weeks_later_at_the_same_time() -> None:
    _, tweede = plan(themas=tuple(ALLE_THEMAS[:4])).sessies
    assert (tweede.dag, tweede.begin, tweede.rang) == (date(2027, 2, 18), time(14), "tweede")
    assert plan(themas=tuple(ALLE_THEMAS[:4]), datum="").sessies[1].wanneer == "5 weken na de vorige sessie"


def test_a_session_that_does_not_exist_is_an_error() -> None:
    for nummer in (0, 2, -1):
        with pytest.raises(ValueError, match=f"geen sessie {nummer}"):
            plan().sessie(nummer)


# -- the days -------------------------------------------------------------------------------------------------------


def test_days_are_counted_from_the_session() -> None:
    assert dagen(plan().sessies[0]) == {
        "opzet": "2026-12-10",
        "uitnodiging": "2026-12-24",
        "aanmelden": "2027-01-07",
        "sessie": "2027-01-14",
        "conceptverslag": "2027-01-28",
        "nabellen": "2027-02-04",
        "reactie": "2027-02-11",
        "definitief": "2027-02-18",
    }


def test_without_a_day_the_weeks_are_told() -> None:
    momenten = {m.id: m.wanneer for m in plan(datum="").sessies[0].momenten}
    assert momenten["uitnodiging"] == "3 weken voor de sessie"
    assert momenten["aanmelden"] == "1 week voor de sessie"
    assert momenten["sessie"] == "op de dag van de sessie"
    assert momenten["conceptverslag"] == "2 weken na de sessie"
    assert momenten["reactie"] == "4 weken na de sessie"


def test_what_should_have_happened_before_today_happens_today() -> None:
    momenten = {m.id: m for m in plan(datum="2026-12-10").sessies[0].momenten}
    assert (momenten["opzet"].dag, momenten["opzet"].haast) == (VANDAAG, True)
    assert momenten["uitnodiging"].wanneer == "zo snel mogelijk, liefst zondag 22 november 2026"
    assert (momenten["aanmelden"].dag, momenten["aanmelden"].haast) == (date(2026, 12, 3), False)


def test_after_the_session_its_days_stay_what_they_were() -> None:
    assert dagen(plan(vandaag=date(2027, 1, 20)).sessies[0]) == dagen(plan().sessies[0])


def test_doel_and_opzet_come_once_and_the_rest_for_each_session() -> None:
    planning = plan(themas=tuple(ALLE_THEMAS[:4]))
    ids = [m.id for m in planning.momenten]
    assert (ids.count("opzet"), ids.count("uitnodiging"), ids.count("sessie")) == (1, 2, 2)
    assert [m.dag for m in planning.momenten] == sorted(m.dag for m in planning.momenten if m.dag)


def test_the_four_steps_say_what_when_and_who() -> None:
    stappen = plan().stappen
    assert [s.nummer for s in stappen] == [1, 2, 3, 4]
    concept = next(t for t in stappen[3].taken if "conceptverslag" in t.tekst)
    assert (concept.wie, concept.wanneer) == ("secretaris", ("donderdag 28 januari 2027",))
    assert "8 tot 15 mensen" in stappen[1].taken[1].tekst
    twee = plan(themas=tuple(ALLE_THEMAS[:4])).stappen
    assert twee[2].taken[0].wanneer == (
        "eerste sessie: donderdag 14 januari 2027",
        "tweede sessie: donderdag 18 februari 2027",
    )
    assert twee[0].taken[0].wanneer == ("donderdag 10 december 2026",)


# -- people ---------------------------------------------------------------------------------------------------------


def test_people_are_shown_by_side_and_those_without_one_last() -> None:
    deelnemers = (*mensen(gemeente=1, client=2), Deelnemer("", "client"), Deelnemer("Wie Dan"), Deelnemer("X", "weg"))
    groepen = plan(deelnemers=deelnemers).groepen
    assert [(g.naam, g.namen, g.onbekend) for g in groepen] == [
        ("Cliënten en burgers", ("client 1", "client 2"), 1),
        ("Ambtenaren van de gemeente", ("gemeente 1",), 0),
        ("Nog niet ingedeeld", ("Wie Dan", "X"), 0),
    ]
    assert plan(deelnemers=deelnemers).aantal == 6


# -- what always holds ----------------------------------------------------------------------------------------------

invoeren = st.builds(
    Invoer,
    gespreksleider=st.text(max_size=20),
    deelnemers=st.lists(
        st.builds(Deelnemer, st.text(max_size=8), st.sampled_from(["", "client", "gemeente", "aanbieder", "weg"])),
        max_size=20,
    ).map(tuple),
    themas=st.lists(st.sampled_from([*ALLE_THEMAS, "th_weg"]), max_size=14).map(tuple),
    datum=st.one_of(st.text(max_size=12), st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(date.isoformat)),
    begintijd=st.one_of(st.text(max_size=6), st.times().map(lambda t: f"{t:%H:%M}")),
    plaats=st.text(max_size=20),
)


@given(invoeren)
def test_every_agenda_sums_to_the_two_hours_and_no_session_has_more_than_three_themes(invoer: Invoer) -> None:
    planning = maak_planning(invoer, gegevens(), VANDAAG)
    gekozen = [t.id for s in planning.sessies for t in s.themas]
    assert gekozen == list(dict.fromkeys(id for id in invoer.themas if id != "th_weg"))
    for sessie in planning.sessies:
        assert len(sessie.themas) <= 3
        assert sum(a.tijd.minuten for a in sessie.agenda) == sessie.tijd.minuten == 120
        for punt in sessie.agenda:
            assert not punt.gesprek or sum(g.tijd.minuten for g in punt.gesprek) == punt.tijd.minuten
            assert all(g.tijd.minuten > 0 for g in punt.gesprek)
        if sessie.begin:
            assert [a.tijd.einde for a in sessie.agenda[:-1]] == [a.tijd.begin for a in sessie.agenda[1:]]
            assert sessie.agenda[0].tijd.begin == sessie.tijd.begin
            assert sessie.agenda[-1].tijd.einde == sessie.tijd.einde
            einde = datetime.combine(VANDAAG, sessie.begin) + timedelta(hours=2)
            assert sessie.tijd.einde == f"{einde.hour}.{einde.minute:02}"


@given(invoeren, st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_no_day_before_a_coming_session_lies_in_the_past(invoer: Invoer, vandaag: date) -> None:
    for sessie in maak_planning(invoer, gegevens(), vandaag).sessies:
        if sessie.dag and sessie.dag >= vandaag:
            assert all(m.dag >= vandaag for m in sessie.momenten if m.dag)


@given(st.integers(0, 600), st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 15))
def test_divided_minutes_always_add_up(totaal: int, delen: list[int], ronde: int) -> None:
    minuten = verdeel(totaal, delen, ronde)
    assert sum(minuten) == totaal
    assert all(m >= 0 for m in minuten)
    assert all(m % ronde == 0 for m in minuten[1:])


@given(st.lists(st.integers(), max_size=40), st.integers(1, 7))
def test_spread_things_keep_their_order_and_differ_by_one_at_most(dingen: list[int], hoogstens: int) -> None:
    groepen = spreid(dingen, hoogstens)
    assert [d for groep in groepen for d in groep] == dingen
    maten = [len(g) for g in groepen]
    assert max(maten) <= hoogstens
    assert max(maten) - min(maten) <= 1

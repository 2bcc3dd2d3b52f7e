"""The documents of a dialoogsessie, read back as a secretaris, a participant and a calendar would."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event
from msgspec import structs
from odfdo import Document

from bot.dialoogsessie import Deelnemer, Invoer, Planning, maak_planning
from bot.documenten import Meta
from bot.documenten import dialoogsessie as documenten
from tests.dialoogsessie.gegevens import GOED, VANDAAG, gegevens, mensen
from tests.documenten.conftest import Lezer, lees_pdf, tekst_van

SOORTEN = ("draaiboek", "uitnodiging", "agenda", "verslag")
VIER = ("th_regie", "th_bejegening", "th_veiligheid", "th_integraal")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def plan(**anders: Any) -> Planning:
    return maak_planning(structs.replace(GOED, **anders), gegevens(), VANDAAG)


def html(soort: str, planning: Planning, meta: Meta, *meer: int) -> str:
    gemaakt: str = getattr(documenten, f"{soort}_html")(planning, meta, *meer)
    return gemaakt


def gelezen(soort: str, planning: Planning, meta: Meta, *meer: int) -> str:
    return " ".join(Lezer(html(soort, planning, meta, *meer)).met_tag("main"))


def odt(soort: str, planning: Planning, meta: Meta) -> Document:
    return Document(BytesIO(getattr(documenten, f"{soort}_odt")(planning, meta)))


@pytest.fixture(scope="module")
def pdfs(meta: Meta) -> dict[str, bytes]:
    return {soort: getattr(documenten, f"{soort}_pdf")(plan(), meta) for soort in SOORTEN}


# -- pages ----------------------------------------------------------------------------------------------------------


def test_the_draaiboek_has_every_day_and_every_minute(meta: Meta) -> None:
    tekst = gelezen("draaiboek", plan(), meta)
    for dag in ("10 december 2026", "24 december 2026", "14 januari 2027", "28 januari 2027", "11 februari 2027"):
        assert dag in tekst
    assert "14.25 tot 14.50 uur: Regie van de cliënt" in tekst
    assert "Stap 4: Afspraken en verslag" in tekst
    assert tekst.count("Wie: secretaris.Bron: movisie, hoofdstuk 6, stap 4, punt 3") == 1
    assert "Cliënten en burgers (3)" in tekst
    assert "client 2" in tekst


def test_the_draaiboek_has_both_sessions_and_says_which_is_a_proposal(meta: Meta) -> None:
    tekst = gelezen("draaiboek", plan(themas=VIER), meta)
    assert "donderdag 18 februari 2027, 14.00 tot 16.00 uur (voorstel)" in tekst
    assert "De tweede sessie van minuut tot minuut" in tekst
    assert "U koos 4 thema's." in tekst


def test_the_invitation_has_homework_for_each_theme_and_names_nobody(meta: Meta) -> None:
    pagina = Lezer(html("uitnodiging", plan(), meta))
    assert {"Regie van de cliënt", "Bejegening", "Veiligheid"} <= set(pagina.met_tag("h3"))
    tekst = " ".join(pagina.met_tag("main"))
    assert "Laat uiterlijk donderdag 7 januari 2027 weten of u komt." in tekst
    assert "Uiterlijk donderdag 28 januari 2027 krijgt u het conceptverslag." in tekst
    assert "Tot en met donderdag 11 februari 2027 kunt u reageren." in tekst
    assert "client 1" not in tekst


def test_without_themes_the_invitation_lets_people_choose_from_ten(meta: Meta) -> None:
    pagina = Lezer(html("uitnodiging", plan(themas=()), meta))
    assert "Kies vast uw thema's" in pagina.met_tag("h3")
    assert set(pagina.met_tag("strong")) >= {t.naam for t in gegevens().themas}


def test_the_agenda_has_times_for_all_parts(meta: Meta) -> None:
    pagina = Lezer(html("agenda", plan(), meta))
    koppen = pagina.met_tag("th")
    assert koppen[koppen.index("14.00 tot 14.10 uur") :] == [
        "14.00 tot 14.10 uur",
        "14.10 tot 14.15 uur",
        "14.15 tot 14.25 uur",
        "14.25 tot 14.50 uur",
        "14.50 tot 15.15 uur",
        "15.15 tot 15.40 uur",
        "15.40 tot 15.45 uur",
        "15.45 tot 15.55 uur",
        "15.55 tot 16.00 uur",
    ]


def test_the_report_has_room_for_each_theme_and_for_agreements(meta: Meta) -> None:
    pagina = Lezer(html("verslag", plan(), meta))
    assert [k for k in pagina.met_tag("h2") if k.startswith("Thema: ")] == [
        "Thema: Regie van de cliënt",
        "Thema: Bejegening",
        "Thema: Veiligheid",
    ]
    koppen = pagina.met_tag("th")
    for kop in ("Criterium", "Hierover zijn wij het eens", "Hier verschillen wij"):
        assert koppen.count(kop) == 3
    assert koppen[koppen.index("Wie") :][:3] == ["Wie", "Wat", "Wanneer"]
    assert "Reageer tot en met donderdag 11 februari 2027." in " ".join(pagina.met_tag("p"))


def test_the_report_says_nothing_that_the_group_did_not_say(meta: Meta) -> None:
    tekst = gelezen("verslag", plan(), meta)
    assert [p.kort for t in plan().sessies[0].themas for p in t.punten if p.kort in tekst] == []


def test_each_session_has_its_own_documents(meta: Meta) -> None:
    planning = plan(themas=VIER)
    assert "Agenda tweede dialoogsessie" in gelezen("agenda", planning, meta, 2)
    tweede = gelezen("uitnodiging", planning, meta, 2)
    assert "Integraal werken" in tweede
    assert "Bejegening" not in tweede
    assert "De dag is nog een voorstel." in tweede
    assert "voorstel" not in gelezen("uitnodiging", planning, meta, 1)
    with pytest.raises(ValueError, match="geen sessie 3"):
        html("verslag", planning, meta, 3)


@pytest.mark.parametrize("soort", SOORTEN)
def test_what_was_not_filled_in_is_left_out(soort: str, meta: Meta) -> None:
    pagina = Lezer(html(soort, maak_planning(Invoer(), gegevens(), VANDAAG), meta))
    assert not {"Dag", "Tijd", "Plaats", "Gespreksleider"} & set(pagina.met_tag("th"))
    assert not {"Doel", "Deelnemers", "Eigen punten van de raad"} & set(pagina.met_tag("h2"))
    assert not pagina.met_klasse("woorden")
    assert "None" not in " ".join(pagina.met_tag("main"))


@pytest.mark.parametrize("soort", SOORTEN)
def test_html_in_what_people_typed_stays_text(soort: str, meta: Meta) -> None:
    eng = "<script>alert(1)</script><b>Jan</b>"
    deelnemers = (*mensen(client=4, gemeente=4), Deelnemer(eng, "aanbieder"))
    planning = plan(doel=eng, gespreksleider=eng, plaats=eng, eigen_punten=eng, deelnemers=deelnemers)
    bladzijde = html(soort, planning, meta)
    assert "<script" not in bladzijde
    assert "<b>" not in bladzijde
    assert eng in " ".join(Lezer(bladzijde).met_tag("main"))


def test_no_document_has_an_e_mail_address(meta: Meta) -> None:
    assert [soort for soort in SOORTEN if "@" in gelezen(soort, plan(), meta)] == []
    assert b"@" not in documenten.dialoogsessie_ics(plan(), meta)


# -- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_pdf_says_what_the_page_says(soort: str, pdfs: dict[str, bytes], meta: Meta) -> None:
    assert lees_pdf(pdfs[soort]).trailer["/Root"]["/MarkInfo"]["/Marked"]
    tekst = tekst_van(pdfs[soort])
    for kop in Lezer(html(soort, plan(), meta)).met_tag("h1", "h2", "h3"):
        assert kop in tekst


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_odt_has_the_same_headings_and_tables(soort: str, meta: Meta) -> None:
    pagina = Lezer(html(soort, plan(), meta))
    body = odt(soort, plan(), meta).body
    assert [k.inner_text for k in body.headers] == pagina.met_tag("h1", "h2", "h3", "h4", "h5")
    assert len(body.tables) == len(pagina.met_tag("table"))


def test_empty_fields_are_empty_cells_in_the_odt(meta: Meta) -> None:
    tabel = next(t for t in odt("verslag", plan(), meta).body.tables if "Hier verschillen wij" in t.inner_text)
    rijen = [
        [cel.inner_text.strip() for cel in rij.get_elements("table:table-cell")]
        for rij in tabel.get_elements("descendant::table:table-row")
    ]
    assert [rij for rij in rijen if not any(rij)] == [["", "", ""]] * 4


@pytest.mark.parametrize("soort", SOORTEN)
def test_long_lists_survive(soort: str, meta: Meta) -> None:
    deelnemers = tuple(Deelnemer(f"Deelnemer met een heel lange naam {n}", "client") for n in range(60))
    alle = tuple(t.id for t in gegevens().themas)
    planning = plan(deelnemers=deelnemers, themas=alle, eigen_punten="Punt over vervoer\n" * 100, doel="w" * 3000)
    assert lees_pdf(getattr(documenten, f"{soort}_pdf")(planning, meta)).pages
    tekst = "".join(p.inner_text for p in odt(soort, planning, meta).body.paragraphs)
    assert "Agenda" in soort.title() or "w" * 3000 in tekst
    if soort in ("draaiboek", "verslag"):
        assert "lange naam 59" in tekst


# -- the calendar ---------------------------------------------------------------------------------------------------


@pytest.fixture
def kalender(meta: Meta) -> Callable[..., dict[str, Event]]:
    """The events of the calendar by their title."""

    def lees(**anders: Any) -> dict[str, Event]:
        agenda = Calendar.from_ical(documenten.dialoogsessie_ics(plan(**anders), meta))
        return {str(item["summary"]): item for item in agenda.walk("VEVENT")}

    return lees


def test_the_session_stands_in_the_calendar_with_place_and_time(kalender: Callable[..., dict[str, Event]]) -> None:
    sessie = kalender()["Dialoogsessie"]
    assert sessie.decoded("dtstart") == datetime(2027, 1, 14, 14, tzinfo=AMSTERDAM)
    assert sessie.decoded("dtend") - sessie.decoded("dtstart") == timedelta(hours=2)
    assert sessie["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert (sessie["location"], sessie["status"]) == ("Dorpshuis De Schakel", "CONFIRMED")


def test_every_other_day_is_a_whole_day_with_a_reminder_in_the_morning(
    kalender: Callable[..., dict[str, Event]],
) -> None:
    items = kalender()
    dagen = {titel: item.decoded("dtstart") for titel, item in items.items() if titel != "Dialoogsessie"}
    assert dagen == {
        "Dialoogsessie: doel en opzet klaar": date(2026, 12, 10),
        "Dialoogsessie: uitnodiging met huiswerk versturen": date(2026, 12, 24),
        "Dialoogsessie: deelnemers melden zich aan": date(2027, 1, 7),
        "Dialoogsessie: conceptverslag uiterlijk versturen": date(2027, 1, 28),
        "Dialoogsessie: deelnemers bellen die nog niets lieten horen": date(2027, 2, 4),
        "Dialoogsessie: laatste dag om te reageren": date(2027, 2, 11),
        "Dialoogsessie: definitief verslag versturen": date(2027, 2, 18),
    }
    for titel in dagen:
        assert items[titel].decoded("dtend") - dagen[titel] == timedelta(days=1)
    (alarm,) = items["Dialoogsessie: conceptverslag uiterlijk versturen"].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7, hours=9)
    assert all(len(item.walk("VALARM")) == 1 for item in items.values())


@pytest.mark.parametrize(("dag", "utc"), [("2027-01-14", 13), ("2027-07-15", 12), ("2040-07-12", 12)])
def test_the_calendar_carries_dutch_winter_and_summer_time(dag: str, utc: int, meta: Meta) -> None:
    agenda = Calendar.from_ical(documenten.dialoogsessie_ics(plan(datum=dag), meta))
    (zone,) = agenda.walk("VTIMEZONE")
    begin = next(i for i in agenda.walk("VEVENT") if i["summary"] == "Dialoogsessie").decoded("dtstart")
    assert begin.replace(tzinfo=zone.to_tz()).astimezone(UTC).hour == utc
    assert begin.astimezone(UTC).hour == utc


def test_a_second_session_is_tentative(kalender: Callable[..., dict[str, Event]]) -> None:
    items = kalender(themas=VIER)
    assert items["Eerste dialoogsessie"]["status"] == "CONFIRMED"
    assert items["Tweede dialoogsessie"]["status"] == "TENTATIVE"
    assert items["Tweede dialoogsessie"].decoded("dtstart") == datetime(2027, 2, 18, 14, tzinfo=AMSTERDAM)


def test_a_changed_day_keeps_its_uids(meta: Meta, kalender: Callable[..., dict[str, Event]]) -> None:
    eerst, later = kalender(), kalender(datum="2027-03-04", plaats="Elders")
    assert {t: str(i["uid"]) for t, i in eerst.items()} == {t: str(i["uid"]) for t, i in later.items()}
    assert len({str(i["uid"]) for i in kalender(themas=VIER).values()}) == 15
    ander = documenten.dialoogsessie_ics(plan(), structs.replace(meta, kenmerk="anders"))
    assert str(eerst["Dialoogsessie"]["uid"]).encode() not in ander


def test_the_same_plan_gives_the_same_bytes(meta: Meta) -> None:
    assert documenten.dialoogsessie_ics(plan(), meta) == documenten.dialoogsessie_ics(plan(), meta)


def test_what_people_typed_cannot_add_lines_to_the_calendar(kalender: Callable[..., dict[str, Event]]) -> None:
    eng = "Zaal 1; boven\r\nATTENDEE:mailto:x\nEND:VEVENT"
    items = kalender(plaats=eng, gespreksleider=eng)
    assert len(items) == 8
    assert "attendee" not in items["Dialoogsessie"]
    assert "Zaal 1; boven" in items["Dialoogsessie"]["location"]


def test_without_a_time_the_session_is_a_whole_day(kalender: Callable[..., dict[str, Event]]) -> None:
    sessie = kalender(begintijd="", plaats="", gespreksleider="")["Dialoogsessie"]
    assert sessie.decoded("dtstart") == date(2027, 1, 14)
    assert "location" not in sessie


def test_without_a_day_there_is_no_calendar(meta: Meta) -> None:
    assert not plan(datum="").met_datum
    with pytest.raises(ValueError, match="zonder dag"):
        documenten.dialoogsessie_ics(plan(datum=""), meta)

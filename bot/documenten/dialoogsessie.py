"""The documents of a dialoogsessie and its calendar: draaiboek, uitnodiging, agenda and verslag as page, PDF and ODT.

The draaiboek is for the secretaris and covers every session; the other three are about one, the first unless told.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bot.dialoogsessie import Moment, Planning, Sessie
from bot.documenten.meta import Meta
from bot.documenten.odt import maak_odt
from bot.documenten.pdf import maak_pdf
from bot.documenten.sjabloon import vul
from bot.vragen import Bron

TIJDZONE = ZoneInfo("Europe/Amsterdam")


def draaiboek_html(planning: Planning, meta: Meta) -> str:
    """When what happens and who does it, the four steps, and each session from minute to minute."""
    bronnen = [taak.bron for stap in planning.stappen for taak in stap.taken]
    return vul("dialoogsessie_draaiboek.html", planning=planning, meta=meta, bronnen=bronnen)


def draaiboek_pdf(planning: Planning, meta: Meta) -> bytes:
    """The draaiboek as PDF/UA-1."""
    return maak_pdf(draaiboek_html(planning, meta))


def draaiboek_odt(planning: Planning, meta: Meta) -> bytes:
    """The draaiboek as a text to write on in."""
    return maak_odt(draaiboek_html(planning, meta))


def uitnodiging_html(planning: Planning, meta: Meta, sessie: int = 1) -> str:
    """The invitation with the homework. No participant is named in it."""
    return _over_sessie("dialoogsessie_uitnodiging.html", planning, meta, sessie)


def uitnodiging_pdf(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The invitation as PDF/UA-1."""
    return maak_pdf(uitnodiging_html(planning, meta, sessie))


def uitnodiging_odt(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The invitation as a text to write on in."""
    return maak_odt(uitnodiging_html(planning, meta, sessie))


def agenda_html(planning: Planning, meta: Meta, sessie: int = 1) -> str:
    """The agenda for the participants."""
    return _over_sessie("dialoogsessie_agenda.html", planning, meta, sessie)


def agenda_pdf(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The agenda as PDF/UA-1."""
    return maak_pdf(agenda_html(planning, meta, sessie))


def agenda_odt(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The agenda as a text to write on in."""
    return maak_odt(agenda_html(planning, meta, sessie))


def verslag_html(planning: Planning, meta: Meta, sessie: int = 1) -> str:
    """The report to fill in: nothing in it that the group still has to say."""
    return _over_sessie("dialoogsessie_verslag.html", planning, meta, sessie)


def verslag_pdf(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The report as PDF/UA-1."""
    return maak_pdf(verslag_html(planning, meta, sessie))


def verslag_odt(planning: Planning, meta: Meta, sessie: int = 1) -> bytes:
    """The report as a text to write on in."""
    return maak_odt(verslag_html(planning, meta, sessie))


def _over_sessie(sjabloon: str, planning: Planning, meta: Meta, nummer: int) -> str:
    sessie = planning.sessie(nummer)
    return vul(
        sjabloon,
        planning=planning,
        sessie=sessie,
        aanmelden=sessie.moment("aanmelden"),
        concept=sessie.moment("conceptverslag"),
        reactie=sessie.moment("reactie"),
        bronnen=_bronnen(sessie),
        meta=meta,
    )


def _bronnen(sessie: Sessie) -> list[Bron]:
    return [punt.bron for punt in sessie.agenda] + [thema.bron for thema in sessie.themas]


# -- the calendar ---------------------------------------------------------------------------------------------------


def dialoogsessie_ics(planning: Planning, meta: Meta) -> bytes:
    """The sessions and the days to remember as iCalendar, with reminders.

    The same document always gets the same UIDs, so that a calendar replaces what it had. Raises ValueError while the
    session has no day.
    """
    if not planning.met_datum:
        raise ValueError("zonder dag van de sessie is er geen agenda te maken")
    agenda = Calendar()
    agenda.add("prodid", "-//Wmo-gesprekshulp//Dialoogsessie//NL")
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("x-wr-calname", f"Dialoogsessie gemeente {meta.gemeente}")
    agenda.add_component(_tijdzone())
    for item in _items(planning, meta):
        agenda.add_component(item)
    ical: bytes = agenda.to_ical()
    return ical


def _tijdzone() -> Timezone:
    """The Dutch clock since 1996: summer time from the last Sunday of March until that of October."""
    zone = Timezone()
    zone.add("tzid", TIJDZONE.key)
    winter, zomer = timedelta(hours=1), timedelta(hours=2)
    for deel, naam, maand, begin, van, naar in (
        (TimezoneDaylight(), "CEST", 3, datetime(1996, 3, 31, 2), winter, zomer),
        (TimezoneStandard(), "CET", 10, datetime(1996, 10, 27, 3), zomer, winter),
    ):
        deel.add("tzname", naam)
        deel.add("dtstart", begin)
        deel.add("rrule", {"freq": "yearly", "bymonth": maand, "byday": "-1su"})
        deel.add("tzoffsetfrom", van)
        deel.add("tzoffsetto", naar)
        zone.add_component(deel)
    return zone


def _items(planning: Planning, meta: Meta) -> Iterator[Event]:
    for moment in planning.momenten:
        sessie = planning.sessie(moment.sessie)
        if moment.dag is None:
            continue
        item = Event()
        item.add("uid", str(uuid5(NAMESPACE_URL, f"{meta.kenmerk}/dialoogsessie/{moment.sessie}/{moment.id}")))
        item.add("dtstamp", datetime.combine(meta.datum, datetime.min.time(), UTC))
        item.add("summary", _titel(moment, planning))
        if moment.id == "sessie":
            _tijd_en_plaats(item, moment.dag, sessie, planning)
        else:
            _hele_dag(item, moment.dag)
            item.add("description", f"{moment.uitleg} Wie: {moment.wie}.")
            item.add("transp", "TRANSPARENT")
        item.add_component(_herinnering(moment, planning, heeft_tijd=isinstance(item.decoded("dtstart"), datetime)))
        yield item


def _titel(moment: Moment, planning: Planning) -> str:
    if len(planning.sessies) == 1:
        return moment.naam if moment.id == "sessie" else f"Dialoogsessie: {moment.naam.lower()}"
    rang = planning.sessie(moment.sessie).rang
    if moment.id == "sessie":
        return f"{rang.capitalize()} dialoogsessie"
    return f"{rang.capitalize()} dialoogsessie: {moment.naam.lower()}"


def _tijd_en_plaats(item: Event, dag: date, sessie: Sessie, planning: Planning) -> None:
    if sessie.begin:
        begin = datetime.combine(dag, sessie.begin)
        item.add("dtstart", begin.replace(tzinfo=TIJDZONE))
        item.add("dtend", (begin + timedelta(minutes=sessie.tijd.minuten)).replace(tzinfo=TIJDZONE))
    else:
        _hele_dag(item, dag)
    if planning.plaats:
        item.add("location", planning.plaats)
    item.add("status", "TENTATIVE" if sessie.voorstel else "CONFIRMED")
    regels = [f"Gespreksleider: {planning.gespreksleider}"] if planning.gespreksleider else []
    regels += [f"Thema: {thema.naam}" for thema in sessie.themas]
    if regels:
        item.add("description", "\n".join(regels))


def _hele_dag(item: Event, dag: date) -> None:
    item.add("dtstart", dag)
    item.add("dtend", dag + timedelta(days=1))


def _herinnering(moment: Moment, planning: Planning, *, heeft_tijd: bool) -> Alarm:
    """So many days before; a whole day begins at midnight, so there it counts from a reasonable hour."""
    uren = 0 if heeft_tijd else planning.herinnering_om_uur
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", moment.naam)
    alarm.add("trigger", timedelta(days=-moment.herinnering, hours=uren))
    return alarm

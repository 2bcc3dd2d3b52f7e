"""The days to remember, counted from the session."""

from datetime import date, timedelta

from bot.dialoogsessie.gegevens import Momenttekst, Teksten
from bot.dialoogsessie.model import Moment
from bot.vragen.datums import datum_voluit


def maak_momenten(plek: int, dag: date | None, teksten: Teksten, vandaag: date) -> list[Moment]:
    """The days of one session in their order, the session itself too; `plek` counts the sessions from 0."""
    vanaf_sessie = {"": 0}
    gemaakt: list[tuple[int, Moment]] = []
    for tekst in teksten.momenten:
        dagen = vanaf_sessie[tekst.id] = vanaf_sessie[tekst.vanaf] + tekst.dagen
        if not (tekst.eenmalig and plek):
            gemaakt.append((dagen, _moment(tekst, plek, dagen, dag, teksten, vandaag)))
    return [moment for _, moment in sorted(gemaakt, key=lambda m: m[0])]


def _moment(
    tekst: Momenttekst, plek: int, dagen: int, sessiedag: date | None, teksten: Teksten, vandaag: date
) -> Moment:
    dag = sessiedag + timedelta(days=dagen) if sessiedag else None
    # Once the session has been, its days stay what they were.
    haast = bool(dag and sessiedag and dag < vandaag <= sessiedag)
    dag = vandaag if haast else dag
    return Moment(
        id=tekst.id,
        naam=tekst.naam,
        uitleg=tekst.uitleg,
        wie=tekst.wie,
        sessie=plek + 1,
        dag=dag,
        wanneer=_wanneer(dag, dagen, haast, teksten) if dagen else wanneer_sessie(plek, dag, teksten),
        haast=haast,
        herinnering=tekst.herinnering,
        bron=tekst.bron,
    )


def wanneer_sessie(plek: int, dag: date | None, teksten: Teksten) -> str:
    """The day of a session, or after which it comes."""
    if dag or not plek:
        return _wanneer(dag, 0, False, teksten)
    return teksten.wanneer.na_vorige.format(hoelang=_hoelang(teksten.getallen.dagen_tussen_sessies.waarde, teksten))


def _wanneer(dag: date | None, dagen: int, haast: bool, teksten: Teksten) -> str:
    woorden = teksten.wanneer
    if dag:
        return woorden.haast.format(dag=datum_voluit(dag)) if haast else datum_voluit(dag)
    if not dagen:
        return woorden.zelf
    return (woorden.na if dagen > 0 else woorden.voor).format(hoelang=_hoelang(abs(dagen), teksten))


def _hoelang(dagen: int, teksten: Teksten) -> str:
    woorden = teksten.wanneer
    aantal, enkel, meer = dagen, woorden.dag, woorden.dagen
    if dagen % 7 == 0:
        aantal, enkel, meer = dagen // 7, woorden.week, woorden.weken
    return f"{aantal} {enkel if aantal == 1 else meer}"

"""The planning of a dialoogsessie, made from what the secretaris filled in."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.dialoogsessie.agenda import Klok, maak_agenda
from bot.dialoogsessie.controle import controleer, gekozen
from bot.dialoogsessie.dagen import maak_momenten, wanneer_sessie
from bot.dialoogsessie.gegevens import Gegevens, Teksten, Thema, met_getallen
from bot.dialoogsessie.invoer import Invoer
from bot.dialoogsessie.model import Groep, Planning, Sessie, Stap, Taak
from bot.dialoogsessie.verdelen import spreid


def maak_planning(invoer: Invoer, gegevens: Gegevens, vandaag: date) -> Planning:
    """The planning as far as it is filled in. No day before today is proposed for what leads up to a session."""
    teksten, getallen = gegevens.teksten, gegevens.teksten.getallen
    themas = [t for id in gekozen(invoer, gegevens) if (t := gegevens.thema(id))]
    groepen = spreid(themas, getallen.themas_per_sessie.waarde)
    sessies = tuple(_sessie(i, g, invoer, teksten, vandaag) for i, g in enumerate(groepen))
    return Planning(
        doel=invoer.doel.strip(),
        gespreksleider=invoer.gespreksleider.strip(),
        plaats=invoer.plaats.strip(),
        eigen_punten=invoer.eigen_punten.strip(),
        groepen=tuple(_groepen(invoer, gegevens)),
        sessies=sessies,
        stappen=tuple(_stappen(sessies, gegevens)),
        bevindingen=tuple(controleer(invoer, gegevens, vandaag)),
        alle_themas=gegevens.themas,
        uitnodiging=tuple(met_getallen(t, teksten) for t in teksten.uitnodiging),
        huiswerk=tuple(met_getallen(t, teksten) for t in teksten.huiswerk),
        vervolgvragen=teksten.vervolg.vragen,
        herinnering_om_uur=getallen.herinnering_om_uur.waarde,
        voorbeelden=getallen.voorbeelden_bij_huiswerk.waarde,
        lege_regels=getallen.lege_regels.waarde,
    )


def _sessie(plek: int, themas: tuple[Thema, ...], invoer: Invoer, teksten: Teksten, vandaag: date) -> Sessie:
    later = timedelta(days=plek * teksten.getallen.dagen_tussen_sessies.waarde)
    dag = invoer.dag + later if invoer.dag else None
    klok = Klok(invoer.tijd)
    agenda = tuple(maak_agenda(themas, klok, teksten))
    return Sessie(
        nummer=plek + 1,
        rang=_rang(plek, teksten),
        voorstel=plek > 0,
        dag=dag,
        wanneer=wanneer_sessie(plek, dag, teksten),
        begin=invoer.tijd,
        tijd=Klok(invoer.tijd).vak(teksten.getallen.sessie_minuten.waarde),
        themas=themas,
        agenda=agenda,
        momenten=tuple(maak_momenten(plek, dag, teksten, vandaag)),
    )


def _rang(plek: int, teksten: Teksten) -> str:
    woorden = teksten.rangtelwoorden
    return woorden[plek] if plek < len(woorden) else f"{plek + 1}e"


def _groepen(invoer: Invoer, gegevens: Gegevens) -> Iterator[Groep]:
    """The sides that have people, those without a known side last."""
    mensen = invoer.mensen
    for id, naam in [(k.id, k.naam) for k in gegevens.teksten.kanten] + [("", gegevens.teksten.zonder_kant)]:
        hier = [d for d in mensen if (d.kant if gegevens.kant(d.kant) else "") == id]
        if hier:
            namen = tuple(d.naam.strip() for d in hier if d.naam.strip())
            yield Groep(naam, namen, len(hier) - len(namen))


def _stappen(sessies: tuple[Sessie, ...], gegevens: Gegevens) -> Iterator[Stap]:
    teksten = gegevens.teksten
    for stap in teksten.stappen:
        taken = tuple(
            Taak(met_getallen(t.tekst, teksten), t.wie, tuple(_keren(t.moment, sessies, teksten)), t.bron)
            for t in stap.taken
        )
        yield Stap(stap.nummer, stap.naam, stap.bron, taken)


def _keren(id: str, sessies: tuple[Sessie, ...], teksten: Teksten) -> Iterator[str]:
    keren = [(s.rang, moment.wanneer) for s in sessies if (moment := s.moment(id))]
    for rang, wanneer in keren:
        yield teksten.wanneer.per_sessie.format(rang=rang, wanneer=wanneer) if len(keren) > 1 else wanneer

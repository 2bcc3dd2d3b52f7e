"""The agenda of a session: its parts with their times, and the discussion of each theme."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.dialoogsessie.gegevens import Agendatekst, Gesprekstekst, Teksten, Thema, met_getallen
from bot.dialoogsessie.model import Agendapunt, Gespreksdeel, Tijdvak
from bot.dialoogsessie.verdelen import verdeel


class Klok:
    """Hands out stretches of time one after the other."""

    def __init__(self, begin: time | None) -> None:
        self.nu = datetime.combine(date.min, begin) if begin else None

    def vak(self, minuten: int) -> Tijdvak:
        """The next stretch of so many minutes."""
        if self.nu is None:
            return Tijdvak("", "", minuten)
        van, self.nu = self.nu, self.nu + timedelta(minutes=minuten)
        return Tijdvak(_op_de_klok(van), _op_de_klok(self.nu), minuten)


def _op_de_klok(moment: datetime) -> str:
    return f"{moment.hour}.{moment.minute:02}"


def maak_agenda(themas: tuple[Thema, ...], klok: Klok, teksten: Teksten) -> Iterator[Agendapunt]:
    """The parts of one session in their order, their times handed out by the clock."""
    for deel in teksten.agenda:
        if deel.id == "themas":
            yield from _gesprekken(deel, themas, klok, teksten)
        else:
            doen = tuple(met_getallen(t, teksten) for t in deel.doen)
            yield Agendapunt(deel.id, deel.naam, deel.wie, met_getallen(deel.voor_deelnemers, teksten), doen,
                             klok.vak(deel.minuten), deel.bron)  # fmt: skip


def _gesprekken(deel: Agendatekst, themas: tuple[Thema, ...], klok: Klok, teksten: Teksten) -> Iterator[Agendapunt]:
    """The discussion of each theme; of themes that the group still chooses where none is chosen."""
    getallen = teksten.getallen
    keuze: tuple[Thema | None, ...] = themas or (None,) * getallen.themas_per_sessie.waarde
    ronde = getallen.afronden_op_minuten.waarde
    for nummer, minuten in enumerate(verdeel(teksten.minuten_voor_themas, [1] * len(keuze), ronde), 1):
        thema = keuze[nummer - 1]
        delen = verdeel(minuten, [g.deel for g in teksten.gesprek], ronde)
        gesprek = tuple(_gespreksdeel(g, klok.vak(m)) for g, m in zip(teksten.gesprek, delen, strict=True))
        naam = thema.naam if thema else teksten.open_thema.format(nummer=nummer)
        heel = Tijdvak(gesprek[0].tijd.begin, gesprek[-1].tijd.einde, minuten)
        yield Agendapunt(thema.id if thema else f"thema_{nummer}", naam, deel.wie, deel.voor_deelnemers, deel.doen,
                         heel, deel.bron, thema, gesprek)  # fmt: skip


def _gespreksdeel(tekst: Gesprekstekst, tijd: Tijdvak) -> Gespreksdeel:
    return Gespreksdeel(tekst.naam, tekst.voor_deelnemers, tekst.doen, tijd, tekst.bron)

"""What a planning consists of: sessions with their agendas, days to remember, and the four steps."""

from datetime import date, time

from msgspec import Struct

from bot.dialoogsessie.controle import Bevinding
from bot.dialoogsessie.gegevens import Thema
from bot.vragen import Bron


class Tijdvak(Struct, frozen=True):
    """From and until as clock times (`9.30`), both empty while the beginning is not known."""

    begin: str
    einde: str
    minuten: int


class Gespreksdeel(Struct, frozen=True):
    """One of the three parts of the discussion of a theme."""

    naam: str
    voor_deelnemers: str
    doen: tuple[str, ...]
    tijd: Tijdvak
    bron: Bron


class Agendapunt(Struct, frozen=True):
    """A part of the session; one about a theme has its discussion in `gesprek`, and its theme where that is chosen."""

    id: str
    naam: str
    wie: str
    voor_deelnemers: str
    doen: tuple[str, ...]
    tijd: Tijdvak
    bron: Bron
    thema: Thema | None = None
    gesprek: tuple[Gespreksdeel, ...] = ()


class Moment(Struct, frozen=True):
    """A day to remember. `dag` is None while the session has no day; `wanneer` says it either way.

    `haast` says that the day would have been before today and is today instead. `bron` None: our own proposal.
    """

    id: str
    naam: str
    uitleg: str
    wie: str
    sessie: int
    dag: date | None
    wanneer: str
    haast: bool
    herinnering: int
    bron: Bron | None


class Sessie(Struct, frozen=True):
    """One session of two hours. All after the first are a proposal, and so is their day."""

    nummer: int
    rang: str
    voorstel: bool
    dag: date | None
    wanneer: str
    begin: time | None
    tijd: Tijdvak
    themas: tuple[Thema, ...]
    agenda: tuple[Agendapunt, ...]
    momenten: tuple[Moment, ...]

    def moment(self, id: str) -> Moment | None:
        """The moment with this id, or None where another session has it."""
        return next((m for m in self.momenten if m.id == id), None)


class Taak(Struct, frozen=True):
    """Something to do; `wanneer` has a text for each session that it belongs to."""

    tekst: str
    wie: str
    wanneer: tuple[str, ...]
    bron: Bron


class Stap(Struct, frozen=True):
    """One of the four steps."""

    nummer: int
    naam: str
    bron: Bron
    taken: tuple[Taak, ...]


class Groep(Struct, frozen=True):
    """The people of one side; `onbekend` of them have no name yet."""

    naam: str
    namen: tuple[str, ...]
    onbekend: int

    @property
    def aantal(self) -> int:
        """How many people."""
        return len(self.namen) + self.onbekend


class Planning(Struct, frozen=True):
    """Everything that the documents and the calendar need. Texts that were not filled in are empty."""

    doel: str
    gespreksleider: str
    plaats: str
    eigen_punten: str
    groepen: tuple[Groep, ...]
    sessies: tuple[Sessie, ...]
    stappen: tuple[Stap, ...]
    bevindingen: tuple[Bevinding, ...]
    alle_themas: tuple[Thema, ...]
    uitnodiging: tuple[str, ...]
    huiswerk: tuple[str, ...]
    vervolgvragen: tuple[str, ...]
    herinnering_om_uur: int
    voorbeelden: int
    lege_regels: int

    @property
    def met_datum(self) -> bool:
        """Whether there is anything to put in a calendar."""
        return self.sessies[0].dag is not None

    @property
    def aantal(self) -> int:
        """How many participants."""
        return sum(g.aantal for g in self.groepen)

    @property
    def momenten(self) -> tuple[Moment, ...]:
        """The moments of all sessions, the sessions themselves too, in the order of their days."""
        alle = [m for s in self.sessies for m in s.momenten]
        return tuple(sorted(alle, key=lambda m: m.dag or date.min))

    def sessie(self, nummer: int) -> Sessie:
        """The session with this number, from 1. Raises ValueError."""
        if not 1 <= nummer <= len(self.sessies):
            raise ValueError(f"er is geen sessie {nummer}; er zijn er {len(self.sessies)}")
        return self.sessies[nummer - 1]

"""`data/dialogen/dialoogsessie.yaml` and the themes: every number and text of the planner, each with its source."""

from typing import Literal

import msgspec
from msgspec import Struct

from bot.vragen import Bron

Ernst = Literal["fout", "let_op"]
Veld = Literal["doel", "gespreksleider", "deelnemers", "themas", "datum", "begintijd", "plaats"]


class Getal(Struct, frozen=True, forbid_unknown_fields=True):
    """A number from the source, or our own choice with the reason for it."""

    waarde: int
    bron: Bron | None = None
    eigen: str = ""

    def __post_init__(self) -> None:
        if (self.bron is None) == (not self.eigen):
            raise ValueError("een getal heeft een bron, of anders eigen: waarom dit getal")


class Getallen(Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of a session; a length of time in minutes or days, as its name says."""

    deelnemers_minst: Getal
    deelnemers_meest: Getal
    themas_per_sessie: Getal
    sessie_minuten: Getal
    stickers_minst: Getal
    stickers_meest: Getal
    afronden_op_minuten: Getal
    dagen_voor_huiswerk: Getal
    dagen_tussen_sessies: Getal
    herinnering_om_uur: Getal
    voorbeelden_bij_huiswerk: Getal
    lege_regels: Getal


class Kant(Struct, frozen=True, forbid_unknown_fields=True):
    """A group from which people come. `perspectief` is empty for one who speaks for none of the sides."""

    id: str
    naam: str
    meervoud: str
    perspectief: Literal["clienten", "gemeente", "aanbieders", ""]
    bron: Bron | None = None


class Momenttekst(Struct, frozen=True, forbid_unknown_fields=True):
    """A day to remember: `dagen` after (or before) the session or another moment, which stands earlier in the list.

    `herinnering` is the number of days before it. The session itself has an empty `vanaf`."""

    id: str
    naam: str
    uitleg: str
    wie: str
    dagen: int
    herinnering: int
    vanaf: str = "sessie"
    eenmalig: bool = False
    bron: Bron | None = None


class Agendatekst(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the session. The part with the id `themas` has no minutes: it gets what the others leave."""

    id: str
    naam: str
    wie: str
    voor_deelnemers: str
    doen: tuple[str, ...]
    bron: Bron
    minuten: int = 0


class Gesprekstekst(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the discussion of one theme; `deel` is its share of the time for the theme."""

    id: str
    naam: str
    deel: int
    voor_deelnemers: str
    doen: tuple[str, ...]
    bron: Bron


class Taaktekst(Struct, frozen=True, forbid_unknown_fields=True):
    """Something to do in one of the four steps, at a moment or during the session."""

    tekst: str
    wie: str
    moment: str
    bron: Bron


class Staptekst(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the four steps."""

    nummer: int
    naam: str
    bron: Bron
    taken: tuple[Taaktekst, ...]


class Bevindingtekst(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of something that is missing or does not fit."""

    veld: Veld
    ernst: Ernst
    tekst: str


class Wanneer(Struct, frozen=True, forbid_unknown_fields=True):
    """How a moment is written while the day of the session is not known, and after `sessie` when there are more."""

    voor: str
    na: str
    zelf: str
    na_vorige: str
    per_sessie: str
    haast: str
    dag: str
    dagen: str
    week: str
    weken: str


class Verslagtekst(Struct, frozen=True, forbid_unknown_fields=True):
    """The questions of the report about what happens next."""

    vragen: tuple[str, ...]
    bron: Bron


class Teksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/dialoogsessie.yaml`. What could not make a session is an error in the file."""

    getallen: Getallen
    kanten: tuple[Kant, ...]
    zonder_kant: str
    perspectieven: dict[str, str]
    woorden_met_belang: tuple[str, ...]
    momenten: tuple[Momenttekst, ...]
    agenda: tuple[Agendatekst, ...]
    gesprek: tuple[Gesprekstekst, ...]
    open_thema: str
    stappen: tuple[Staptekst, ...]
    vervolg: Verslagtekst
    uitnodiging: tuple[str, ...]
    huiswerk: tuple[str, ...]
    bevindingen: dict[str, Bevindingtekst]
    wanneer: Wanneer
    rangtelwoorden: tuple[str, ...]

    def __post_init__(self) -> None:
        bekend = {""}
        for moment in self.momenten:
            if moment.vanaf not in bekend or moment.id in bekend:
                raise ValueError(f"moment {moment.id}: vanaf noemt een moment dat er nog niet staat, of staat dubbel")
            bekend.add(moment.id)
        if [m.id for m in self.momenten if not m.vanaf] != ["sessie"]:
            raise ValueError("precies één moment heeft een lege vanaf, en dat is de sessie")
        onbekend = {t.moment for s in self.stappen for t in s.taken} - bekend
        if onbekend:
            raise ValueError(f"deze momenten bestaan niet: {', '.join(sorted(onbekend))}")
        if [a.minuten for a in self.agenda if a.id == "themas"] != [0]:
            raise ValueError("de agenda heeft één deel met id themas nodig, zonder minuten")
        g = self.getallen
        kortste = g.themas_per_sessie.waarde * len(self.gesprek) * g.afronden_op_minuten.waarde
        if self.minuten_voor_themas < kortste:
            raise ValueError(f"de agenda laat {self.minuten_voor_themas} minuten voor de thema's, nodig is {kortste}")

    @property
    def minuten_voor_themas(self) -> int:
        """What the other parts of the session leave."""
        return self.getallen.sessie_minuten.waarde - sum(a.minuten for a in self.agenda)


class Criterium(Struct, frozen=True):
    """An example of what may be asked on a theme."""

    kort: str
    bron: Bron


class Thema(Struct, frozen=True):
    """One of the themes that a session can treat. Not every theme has a toetsvraag in the source."""

    id: str
    naam: str
    uitleg: str
    bron: Bron
    punten: tuple[Criterium, ...] = ()
    toetsvraag: str | None = None


class Themalijst(Struct, frozen=True):
    """`data/advies/themas.yaml`, as far as a session uses it."""

    delen: tuple[Thema, ...]


class Gegevens(Struct, frozen=True):
    """All that the planner knows."""

    teksten: Teksten
    themas: tuple[Thema, ...]

    def thema(self, id: str) -> Thema | None:
        """The theme with this id, or None."""
        return next((t for t in self.themas if t.id == id), None)

    def kant(self, id: str) -> Kant | None:
        """The side with this id, or None."""
        return next((k for k in self.teksten.kanten if k.id == id), None)


def maak_gegevens(teksten: Teksten, lijst: object) -> Gegevens:
    """From the texts and the list of themes: a Checklist, a Themalijst or the plain contents of its file."""
    return Gegevens(teksten, msgspec.convert(lijst, Themalijst, from_attributes=True).delen)


def met_getallen(tekst: str, teksten: Teksten) -> str:
    """The text with the numbers that it refers to."""
    getallen = teksten.getallen
    return tekst.format(
        stickers_minst=getallen.stickers_minst.waarde,
        stickers_meest=getallen.stickers_meest.waarde,
        hoogstens=getallen.themas_per_sessie.waarde,
        uren=getallen.sessie_minuten.waarde // 60,
        minst=getallen.deelnemers_minst.waarde,
        meest=getallen.deelnemers_meest.waarde,
    )

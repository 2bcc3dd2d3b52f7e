"""The draft advice as it stands. Nothing in it that no member said."""

from datetime import date

from msgspec import Struct, convert

from bot.advies.lijst import Checklijsten, Deel, Punt
from bot.advies.samen import Samen, Stem, voeg_samen
from bot.vragen import Bron


class Adviespunt(Struct, frozen=True):
    """One point; `oordeel` is ja, deels, nee, weet_niet or None when it was not looked at or skipped.

    `belang` is hoog, midden, laag or None; `voorbeeld` comes from practice; `aanvulling` is the sentence that the
    college can adopt. `verdeeld` says that members differ and the raad has not settled it: then `oordeel` is None and
    `minderheid` holds what each of them said.
    """

    id: str
    kort: str
    vraag: str
    oordeel: str | None
    opmerking: str | None
    aanvulling: str | None
    bron: Bron
    belang: str | None = None
    voorbeeld: str | None = None
    verdeeld: bool = False
    minderheid: tuple[Stem, ...] = ()


class Adviesdeel(Struct, frozen=True):
    """One part of a checklist with its points and how many have been looked at. `lijst` is the checklist's title."""

    id: str
    naam: str
    bron: Bron
    punten: tuple[Adviespunt, ...]
    bekeken: int
    lijst: str = ""


class Brief(Struct, frozen=True):
    """What the raad fills in for the letter itself; what is empty is left out. `gevraagd` None: not said."""

    briefhoofd: str = ""
    gevraagd: bool | None = None
    over: str = ""
    datum: date | None = None
    reactie_voor: date | None = None
    ondertekening: str = ""


class Advies(Struct, frozen=True):
    """The draft advice to the college. `lijsten` are the titles of the checklists that the raad picked."""

    titel: str
    delen: tuple[Adviesdeel, ...]
    klaar: bool
    lijsten: tuple[str, ...] = ()
    brief: Brief = Brief()
    leden: tuple[str, ...] = ()


def maak_advies(lijsten: Checklijsten, samen: Samen, *, klaar: bool) -> Advies:
    """The advice that the answers of all members, and what the raad settled, make."""

    def punt(p: Punt) -> Adviespunt:
        g = voeg_samen(samen.meningen.get(p.id, {}), samen.besluiten.get(p.id))
        return Adviespunt(p.id, p.kort, p.vraag, g.oordeel, g.opmerking, g.aanvulling, p.bron,
                          g.belang, g.voorbeeld, g.verdeeld, g.minderheid)  # fmt: skip

    def deel(d: Deel) -> Adviesdeel:
        bekeken = sum(p.id in samen.besluiten or bool(samen.meningen.get(p.id)) for p in d.punten)
        return Adviesdeel(d.id, d.naam, d.bron, tuple(map(punt, d.punten)), bekeken, lijsten.lijst_van(d.id))

    titels = tuple(lijsten.lijsten[naam].titel for naam in lijsten.kies(samen.lijsten))
    return Advies(
        titel=titels[0],
        delen=tuple(map(deel, lijsten.delen(samen.lijsten))),
        klaar=klaar,
        lijsten=titels,
        brief=convert(samen.brief, Brief),
        leden=samen.leden,
    )

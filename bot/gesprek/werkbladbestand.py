"""The file in which a raad keeps an advice, and what of an earlier one can be used again."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, convert, structs, to_builtins

from bot.advies import Brief
from bot.gesprek.werkblad import LANGSTE_NAAM, Antwoord, Deelname, Tekst

Naam = Annotated[str, Meta(max_length=LANGSTE_NAAM + 6)]
Id = Annotated[str, Meta(max_length=80)]
# An advice has some six hundred points and a handful of members.
PUNTEN, LEDEN, LIJSTEN = 2000, 60, 20


class Van(Antwoord, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one member answered."""

    lid: Naam


class Minderheid(Struct, frozen=True, forbid_unknown_fields=True):
    """What was kept beside a decision."""

    naam: Naam
    oordeel: Literal["ja", "deels", "nee", "weet_niet"]
    opmerking: Tekst | None = None


class Vastgelegd(Antwoord, frozen=True, forbid_unknown_fields=True):
    """What the raad settled."""

    minderheid: Annotated[tuple[Minderheid, ...], Meta(max_length=LEDEN)] = ()


class Puntregel(Struct, frozen=True, forbid_unknown_fields=True):
    """A point with everything that was said of it; `kort` is its name, for who reads the file."""

    id: Id
    kort: Tekst
    antwoorden: Annotated[tuple[Van, ...], Meta(max_length=LEDEN)] = ()
    besluit: Vastgelegd | None = None


class Briefregel(Struct, frozen=True, forbid_unknown_fields=True):
    """The letter."""

    briefhoofd: Tekst = ""
    gevraagd: bool | None = None
    over: Tekst = ""
    datum: date | None = None
    reactie_voor: date | None = None
    ondertekening: Tekst = ""


class Bestand(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    soort: Literal["wmo-raad-werkblad"]
    versie: Literal[1]
    gemeente: Tekst
    gemaakt: date
    lijsten: Annotated[tuple[Id, ...], Meta(max_length=LIJSTEN)]
    leden: Annotated[tuple[Naam, ...], Meta(max_length=LEDEN)]
    punten: Annotated[tuple[Puntregel, ...], Meta(max_length=PUNTEN)]
    brief: Briefregel = Briefregel()
    dialoogsessie: dict[str, Any] | None = None


class Overname(Struct, frozen=True):
    """What an earlier advice brings: answers for points, things of the whole, and what could not be used."""

    antwoorden: dict[str, Antwoord]
    gegevens: dict[str, Any]
    bleven: int
    onbekend: tuple[str, ...]


def maak_bestand(eigen: Deelname, gemeente: str, vandaag: date) -> Bestand:
    """Everything that was said, at the lists that are in use and at those that were."""
    punten = eigen.lijsten.punten
    gezegd = {*eigen.blad.meningen, *eigen.blad.besluiten}
    regels = [_regel(eigen, id, punten[id].kort) for id in punten if id in gezegd]
    return Bestand(
        soort="wmo-raad-werkblad",
        versie=1,
        gemeente=gemeente,
        gemaakt=vandaag,
        lijsten=tuple(eigen.gekozen),
        leden=tuple(eigen.namen.values()),
        punten=tuple(r for r in regels if r.antwoorden or r.besluit),
        brief=convert(eigen.blad.gegevens.get("brief", {}), Briefregel),
        dialoogsessie=eigen.blad.gegevens.get("dialoogsessie"),
    )


def _regel(eigen: Deelname, id: str, kort: str) -> Puntregel:
    besluit = eigen.blad.besluiten.get(id)
    besloten = eigen.besloten(id)
    stemmen = tuple(Van(lid=s.naam, **structs.asdict(s.antwoord)) for s in eigen.stemmen(id))
    if besluit is None or besloten is None:
        return Puntregel(id, kort, stemmen)
    minderheid = tuple(
        Minderheid(m["naam"], m["oordeel"], m.get("opmerking")) for m in besluit.inhoud.get("minderheid", ())
    )
    return Puntregel(id, kort, stemmen, Vastgelegd(**structs.asdict(besloten), minderheid=minderheid))


def over_te_nemen(eigen: Deelname, eerder: Bestand) -> Overname:
    """Own answers of then, and for the secretaris what the raad settled, at points where nobody says anything now."""
    hier = eigen.lijsten.punten
    antwoorden: dict[str, Antwoord] = {}
    bleven = 0
    for regel in eerder.punten:
        antwoord = _van_mij(eigen, regel)
        if antwoord is None or regel.id not in hier:
            continue
        kern = eigen.lijsten.kern(regel.id)
        if eigen.blad.meningen.get(kern) or kern in eigen.blad.besluiten:
            bleven += 1
        else:
            antwoorden.setdefault(kern, antwoord)
    return Overname(
        antwoorden=antwoorden,
        gegevens=_gegevens(eigen.blad.gegevens, eerder, set(eigen.lijsten.lijsten)),
        bleven=bleven,
        onbekend=tuple(regel.kort or regel.id for regel in eerder.punten if regel.id not in hier),
    )


def _van_mij(eigen: Deelname, regel: Puntregel) -> Antwoord | None:
    """What counts then, for the secretaris; else what stands under this member's own name."""
    namen = {eigen.naam, eigen.lid.naam}
    mijn = next((a for a in regel.antwoorden if a.lid in namen), None)
    gekozen = (regel.besluit if eigen.lid.secretaris else None) or mijn
    if gekozen is None:
        return None
    return Antwoord(gekozen.oordeel, gekozen.opmerking, gekozen.aanvulling, gekozen.belang, gekozen.voorbeeld)


def _gegevens(nu: Mapping[str, Any], eerder: Bestand, bekend: set[str]) -> dict[str, Any]:
    """The lists, and of the letter what stays the same from year to year; only what is not there yet."""
    gegevens: dict[str, Any] = {}
    lijsten = [naam for naam in eerder.lijsten if naam in bekend]
    if lijsten and "lijsten" not in nu:
        gegevens["lijsten"] = lijsten
    vast = Brief(briefhoofd=eerder.brief.briefhoofd, ondertekening=eerder.brief.ondertekening)
    if "brief" not in nu and (vast.briefhoofd or vast.ondertekening):
        gegevens["brief"] = to_builtins(vast)
    return gegevens

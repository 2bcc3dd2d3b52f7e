"""The file in which a raad keeps an advice, and what of an earlier one can be used again."""

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, convert, structs, to_builtins

from bot.advies import Brief
from bot.gesprek.invoer import LANGSTE_TEKST
from bot.gesprek.werkblad import (
    LANGSTE_BRIEF,
    LANGSTE_NAAM,
    TEKSTVELDEN,
    Antwoord,
    Besluittekst,
    Deelname,
    Raadsantwoord,
    Tekst,
    netjes,
    teksten,
)

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
    opmerking: Besluittekst | None = None


class Vastgelegd(Raadsantwoord, frozen=True, forbid_unknown_fields=True):
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
    """What an earlier advice brings: answers for points, things of the whole, and what could not be used.

    `te_lang` names what was left out because it does not fit.
    """

    antwoorden: dict[str, Antwoord]
    gegevens: dict[str, Any]
    bleven: int
    onbekend: tuple[str, ...]
    te_lang: tuple[str, ...]


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
    """Own answers of then at points where nobody says anything now.

    For the secretaris also what the raad settled, and the lists and the letter where they are not there yet.
    """
    hier = eigen.lijsten.punten
    antwoorden: dict[str, Antwoord] = {}
    te_lang: list[str] = []
    bleven = 0
    for regel in eerder.punten:
        if regel.id not in hier or (gevonden := _van_mij(eigen, regel)) is None:
            continue
        kern = eigen.lijsten.kern(regel.id)
        if eigen.blad.meningen.get(kern) or kern in eigen.blad.besluiten:
            bleven += 1
        elif kern not in antwoorden:
            antwoorden[kern], weg = gevonden
            te_lang += [f"{hier[kern].kort} – {veld}" for veld in weg]
    gegevens, weg = _gegevens(eigen, eerder) if eigen.lid.secretaris else ({}, [])
    return Overname(
        antwoorden=antwoorden,
        gegevens=gegevens,
        bleven=bleven,
        onbekend=tuple(regel.kort or regel.id for regel in eerder.punten if regel.id not in hier),
        te_lang=(*weg, *te_lang),
    )


def _van_mij(eigen: Deelname, regel: Puntregel) -> tuple[Antwoord, list[str]] | None:
    """What counted then, for the secretaris; else what stands under this member's own name. And what is left out."""
    if regel.besluit and eigen.lid.secretaris:
        return _van_de_raad(regel.besluit)
    namen = {eigen.naam, eigen.lid.naam}
    mijn = next((a for a in regel.antwoorden if a.lid in namen), None)
    if mijn is None:
        return None
    return Antwoord(mijn.oordeel, mijn.opmerking, mijn.aanvulling, mijn.belang, mijn.voorbeeld), []


def _van_de_raad(besluit: Vastgelegd) -> tuple[Antwoord, list[str]]:
    """As an answer of the secretaris that says where it comes from; what is too long for that is left out."""
    t, weg = teksten(), []
    zonder = t["invoer"]["vastgelegd_zonder"]
    opmerking = t["invoer"]["vastgelegd"].format(tekst=besluit.opmerking) if besluit.opmerking else zonder
    if len(opmerking) > LANGSTE_TEKST:
        opmerking = zonder
        weg.append(t["punt"]["opmerking"])
    for m in besluit.minderheid:
        oordeel = t["oordelen"][m.oordeel].lower()
        regel = t["invoer"]["minderheid"].format(naam=m.naam, oordeel=oordeel, opmerking=m.opmerking or "").strip()
        if len(opmerking) + 1 + len(regel) > LANGSTE_TEKST:
            weg.append(t["invoer"]["minderheid_veld"])
        else:
            opmerking += f"\n{regel}"
    tekst = {veld: getattr(besluit, veld) for veld in TEKSTVELDEN if veld != "opmerking"}
    past = {veld: w for veld, w in tekst.items() if len(w) <= LANGSTE_TEKST}
    weg += [t["punt"][veld] for veld in tekst if veld not in past]
    return Antwoord(besluit.oordeel, opmerking, belang=besluit.belang, **past), weg


def _gegevens(eigen: Deelname, eerder: Bestand) -> tuple[dict[str, Any], list[str]]:
    """The lists, and of the letter what stays the same from year to year; and what of it is too long."""
    nu, bekend = eigen.blad.gegevens, eigen.lijsten.lijsten
    gegevens: dict[str, Any] = {}
    lijsten = [naam for naam in bekend if naam in eerder.lijsten]
    if lijsten and "lijsten" not in nu:
        gegevens["lijsten"] = lijsten
    if "brief" in nu:
        return gegevens, []
    tekst = {veld: netjes(getattr(eerder.brief, veld)) for veld in ("briefhoofd", "ondertekening")}
    past = {veld: w for veld, w in tekst.items() if len(w) <= LANGSTE_BRIEF[veld]}
    if any(past.values()):
        gegevens["brief"] = to_builtins(
            Brief(briefhoofd=past.get("briefhoofd", ""), ondertekening=past.get("ondertekening", ""))
        )
    return gegevens, [teksten()["brief"][veld] for veld in tekst if veld not in past]

"""`python -m bot controleer`: checks the files of a municipality and says in Dutch what is wrong and what there is."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from msgspec import UnsetType, structs

from bot.gemeente import Regelingfout, laad, regelingfouten
from bot.gesprek.contact import Contact
from bot.gesprek.diensten import DAGEN_VOORAF, bouw, vandaag_in_nederland
from bot.gesprek.instellingen import Instellingen
from bot.regels import REGELS, Gemeente
from bot.vragen.bestand import Bestandsfout, lees_bestand
from bot.vragen.datums import datum_voluit


def controleer(map: Path, instellingen: Instellingen) -> tuple[bool, list[str]]:
    """Whether the files can be used, and what to print: every fault of every file, or an overview."""
    fouten: list[Exception] = [*regelingfouten(map)]
    try:
        lees_bestand(map / "contact.yaml", Contact)
    except Bestandsfout as fout:
        fouten.append(fout)
    if not fouten:
        fouten += _fouten_in_teksten(map, instellingen)
    if fouten:
        kop = (
            "Er klopt iets niet in 1 bestand."
            if len(fouten) == 1
            else f"Er klopt iets niet in {len(fouten)} bestanden."
        )
        return False, [kop, *(f"\n{fout}" for fout in fouten)]
    gemeente = laad(map)
    return True, [f"Alles klopt: {map}", *_overzicht(gemeente, vandaag_in_nederland())]


def _fouten_in_teksten(map: Path, instellingen: Instellingen) -> list[Exception]:
    """The texts of the bot refer to the regelingen: they must find what they name in this municipality too."""
    met = structs.replace(instellingen, gemeenten=map.parent, gemeente=map.name, databank="sqlite://")
    try:
        bouw(met)
    except (Bestandsfout, Regelingfout) as fout:
        return [fout]
    return []


def _overzicht(gemeente: Gemeente, vandaag: date) -> Iterator[str]:
    for naam in REGELS:
        versies = [versie.inhoud for versie in gemeente.regelingen.get(naam, ())]
        for inhoud in versies:
            tot = inhoud.geldig_tot
            einde = "en verder" if isinstance(tot, UnsetType) else f"tot en met {datum_voluit(tot)}"
            yield f"  {naam}: vanaf {datum_voluit(inhoud.geldig_van)} {einde}"
        for eerder, later in pairwise(versies):
            tot = eerder.geldig_tot
            if not isinstance(tot, UnsetType) and later.geldig_van - tot > timedelta(days=1):
                yield f"    Let op: na {datum_voluit(tot)} zit een gat van {(later.geldig_van - tot).days - 1} dagen."
        if not versies:
            yield f"  {naam}: deze regeling heeft de gemeente niet. De hulp verwijst dan naar een mens."
        elif gemeente.versie_op(naam, vandaag) is None:
            yield "    Let op: vandaag geldt geen versie. De hulp verwijst nu naar een mens."
    for afloop in gemeente.loopt_af(vandaag, DAGEN_VOORAF):
        if afloop.geldig_tot >= vandaag and afloop.volgende_vanaf is None:
            einde = datum_voluit(afloop.geldig_tot)
            yield f"Let op: {afloop.regel} loopt af op {einde}, en er is nog geen volgende versie."

"""Loads `gemeenten/<gemeente>/regelingen/<regeling>/<geldig_van>.yaml` into a `Gemeente`."""

import hashlib
import re
from pathlib import Path

from msgspec import UnsetType

from bot.gemeente.yamlbestand import Regelingfout, lees
from bot.regels import REGELS, Fout, Gemeente, Inhoudfout, Versie, lees_regeling

BESTANDSNAAM = re.compile(r"\d{4}-\d{2}-\d{2}\.yaml")


def laad(map: Path) -> Gemeente:
    """The municipality in this directory (`gemeenten/het_hogeland`); its name is that of the directory.

    Raises Regelingfout for anything that is not exactly right: nothing is skipped and nothing is guessed.
    """
    regelingen = map / "regelingen"
    if not regelingen.is_dir():
        raise Regelingfout(regelingen, [Fout("", "Deze map ontbreekt. Maak hem, met een map per regeling.")])
    gevonden = {}
    for onder in _inhoud(regelingen):
        regel = onder.name.replace("_", "-")
        if regel not in REGELS or "-" in onder.name or not onder.is_dir():
            namen = ", ".join(naam.replace("-", "_") for naam in REGELS)
            raise Regelingfout(
                onder, [Fout("", f"Hier hoort een map met de naam van een regeling. Kies uit: {namen}.")]
            )
        gevonden[regel] = _versies(regel, onder)
    return Gemeente(map.name, {regel: gevonden[regel] for regel in REGELS if regel in gevonden})


def _versies(regel: str, map: Path) -> tuple[Versie, ...]:
    """Every version of one regeling, oldest first. No two are valid on one day."""
    bestanden = _inhoud(map)
    if not bestanden:
        raise Regelingfout(map, [Fout("", "Deze map is leeg. Zet er een bestand in, of haal de map weg.")])
    versies = [_versie(regel, bestand) for bestand in bestanden]
    for eerder, later, bestand in zip(versies, versies[1:], bestanden[1:], strict=False):
        van, tot = later.inhoud.geldig_van, eerder.inhoud.geldig_tot
        if isinstance(tot, UnsetType) or tot >= van:
            vorige = f"{eerder.inhoud.geldig_van.isoformat()}.yaml"
            reden = f"{vorige} geldt dan ook nog. Geef dat bestand een geldig_tot van voor {van.isoformat()}."
            raise Regelingfout(bestand, [Fout("geldig_van", reden)])
    return tuple(versies)


def _versie(regel: str, bestand: Path) -> Versie:
    if not BESTANDSNAAM.fullmatch(bestand.name) or not bestand.is_file():
        reden = "Deze naam klopt niet. Een bestand heet naar zijn eerste dag, zoals 2023-01-01.yaml."
        raise Regelingfout(bestand, [Fout("", reden)])
    try:
        bytes_ = bestand.read_bytes()
    except OSError as fout:
        reden = f"Dit bestand is niet te lezen ({fout.strerror}). Kijk naar de rechten."
        raise Regelingfout(bestand, [Fout("", reden)]) from fout
    try:
        inhoud = lees_regeling(regel, lees(bestand, bytes_))
    except Inhoudfout as fout:
        raise Regelingfout(bestand, fout.fouten) from fout
    if bestand.stem != inhoud.geldig_van.isoformat():
        reden = f"Het bestand heet {bestand.stem}, maar hier staat {inhoud.geldig_van.isoformat()}. Maak ze gelijk."
        raise Regelingfout(bestand, [Fout("geldig_van", reden)])
    return Versie(inhoud, hashlib.sha256(bytes_).hexdigest())


def _inhoud(map: Path) -> list[Path]:
    """What is in a directory, by name; hidden files do not count."""
    return sorted(pad for pad in map.iterdir() if not pad.name.startswith("."))

"""Loads `gemeenten/<gemeente>/regelingen/<regeling>/<geldig_van>.yaml` into a `Gemeente`."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import UnsetType

from bot.gemeente.yamlbestand import Regelingfout, lees
from bot.regels import REGELS, Fout, Gemeente, Inhoudfout, Versie, lees_regeling

BESTANDSNAAM = re.compile(r"\d{4}-\d{2}-\d{2}\.yaml")


def laad(map: Path) -> Gemeente:
    """The municipality in this directory (`gemeenten/het_hogeland`); its name is that of the directory.

    Raises Regelingfout for anything that is not exactly right: nothing is skipped and nothing is guessed.
    """
    gevonden, fouten = _lees_alles(map)
    if fouten:
        raise fouten[0]
    return Gemeente(map.name, {regel: gevonden[regel] for regel in REGELS if regel in gevonden})


def regelingfouten(map: Path) -> list[Regelingfout]:
    """Everything that keeps this municipality from being loaded, file by file; nothing when all is well."""
    return _lees_alles(map)[1]


def _lees_alles(map: Path) -> tuple[dict[str, tuple[Versie, ...]], list[Regelingfout]]:
    gevonden: dict[str, tuple[Versie, ...]] = {}
    fouten: list[Regelingfout] = []
    regelingen = map / "regelingen"
    if not regelingen.is_dir():
        return {}, [_fout(regelingen, "Deze map ontbreekt. Maak hem, met een map per regeling.")]
    for onder in _inhoud(regelingen):
        regel = onder.name.replace("_", "-")
        if regel not in REGELS or "-" in onder.name or not onder.is_dir():
            namen = ", ".join(naam.replace("-", "_") for naam in REGELS)
            fouten.append(_fout(onder, f"Hier hoort een map met de naam van een regeling. Kies uit: {namen}."))
        elif not _inhoud(onder):
            fouten.append(_fout(onder, "Deze map is leeg. Zet er een bestand in, of haal de map weg."))
        else:
            gevonden[regel] = tuple(_versies(regel, onder, fouten))
    return gevonden, fouten


def _versies(regel: str, map: Path, fouten: list[Regelingfout]) -> Iterator[Versie]:
    """Every good version of one regeling, oldest first. No two are valid on one day."""
    vorige: Versie | None = None
    for bestand in _inhoud(map):
        try:
            versie = _versie(regel, bestand)
        except Regelingfout as fout:
            fouten.append(fout)
            continue
        if vorige is not None and (overlap := _overlap(vorige, versie)):
            fouten.append(Regelingfout(bestand, [Fout("geldig_van", overlap)]))
        vorige = versie
        yield versie


def _overlap(eerder: Versie, later: Versie) -> str:
    van, tot = later.inhoud.geldig_van, eerder.inhoud.geldig_tot
    if not isinstance(tot, UnsetType) and tot < van:
        return ""
    vorige = f"{eerder.inhoud.geldig_van.isoformat()}.yaml"
    return f"{vorige} geldt dan ook nog. Geef dat bestand een geldig_tot van voor {van.isoformat()}."


def _fout(plek: Path, reden: str) -> Regelingfout:
    return Regelingfout(plek, [Fout("", reden)])


def _versie(regel: str, bestand: Path) -> Versie:
    if not BESTANDSNAAM.fullmatch(bestand.name) or not bestand.is_file():
        reden = "Deze naam klopt niet. Een bestand heet naar zijn eerste dag, zoals 2023-01-01.yaml."
        raise _fout(bestand, reden)
    try:
        bytes_ = bestand.read_bytes()
    except OSError as fout:
        reden = f"Dit bestand is niet te lezen ({fout.strerror}). Kijk naar de rechten."
        raise _fout(bestand, reden) from fout
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

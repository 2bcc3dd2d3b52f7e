"""One regeling file: strict YAML 1.2 in, plain data out. Every fault says file, place, reason and how to mend it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from yaml import MarkedYAMLError, YAMLError

from bot.regels import Fout
from bot.yaml12 import DubbelVeld
from bot.yaml12 import lees as lees_yaml


class Regelingfout(ValueError):
    """A regeling cannot be used. `bestand` is the file (or directory), `fouten` every fault found in it."""

    def __init__(self, bestand: Path, fouten: Iterable[Fout]) -> None:
        self.bestand = bestand
        self.fouten = tuple(fouten)
        regels = [f"  - {veld or 'het hele bestand'}: {reden}" for veld, reden in self.fouten]
        super().__init__("\n".join([f"{bestand} klopt niet:", *regels]))


def lees(bestand: Path, bytes_: bytes) -> Any:
    """The contents of a file as plain dicts, lists and values. Raises Regelingfout.

    YAML 1.2: `no` and `1:30` are text. Duplicate keys, more than one document, other tags and a %-line
    (which could choose another YAML) are refused.
    """
    try:
        tekst = bytes_.decode("utf-8")
    except UnicodeDecodeError:
        raise Regelingfout(bestand, [Fout("", "Dit is geen UTF-8. Bewaar het bestand opnieuw als UTF-8.")]) from None
    if tekst.startswith("%"):
        raise Regelingfout(bestand, [Fout("regel 1", "Een regel met % aan het begin mag niet. Haal die regel weg.")])
    try:
        return lees_yaml(tekst)
    except DubbelVeld as fout:
        reden = f"Dit veld staat er dubbel in ({_probleem(fout)}). Laat er één staan."
        raise Regelingfout(bestand, [Fout(_plek(fout), reden)]) from fout
    except MarkedYAMLError as fout:
        reden = f"Dit is geen goede YAML ({_probleem(fout)}). Kijk naar inspringen, haken en aanhalingstekens."
        raise Regelingfout(bestand, [Fout(_plek(fout), reden)]) from fout
    except (YAMLError, ValueError) as fout:
        reden = f"Dit is geen goede YAML ({fout}). Kijk naar datums, getallen en vreemde tekens."
        raise Regelingfout(bestand, [Fout("", reden)]) from fout


def _plek(fout: MarkedYAMLError) -> str:
    merk = fout.problem_mark or fout.context_mark
    return f"regel {merk.line + 1}" if merk else ""


def _probleem(fout: MarkedYAMLError) -> str:
    return str(fout.problem or fout.context or "onleesbaar").strip()

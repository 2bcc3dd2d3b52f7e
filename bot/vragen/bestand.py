"""Reads our YAML files strictly: YAML 1.2, no duplicate keys, no unknown fields, a clear message."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from yaml import YAMLError

from bot.yaml12 import lees

T = TypeVar("T")
_VERWIJZING = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_]+)*)\}")


class Bestandsfout(ValueError):
    """A data file cannot be used: says which file, where in it, and what is wrong."""


class Verwijzingen(Struct, frozen=True):
    """What texts may refer to: `waarden` by their dotted path.

    `afwezig` names what this municipality does not have. A text that refers to it is left out of its list.
    """

    waarden: dict[str, str] = {}
    afwezig: frozenset[str] = frozenset()

    def vul_in(self, tekst: str) -> str:
        """The text with its references filled in; one without a point is filled in later, per person."""
        return _VERWIJZING.sub(self._waarde, tekst)

    def _waarde(self, gevonden: re.Match[str]) -> str:
        naam = gevonden[1]
        if naam in self.waarden:
            return self.waarden[naam]
        if naam.split(".")[0] in self.afwezig:
            raise _Afwezig(naam)
        if "." in naam:
            raise KeyError(f"de verwijzing {gevonden[0]} bestaat niet")
        return gevonden[0]


class _Afwezig(KeyError):
    pass


def lees_bestand(pad: Path, soort: type[T], verwijzingen: Verwijzingen | None = None) -> T:
    """The file as an instance of `soort`, with references such as `{termijnen.termijnen.besluit.aantal}` filled in.

    A reference with a point that leads nowhere is an error. Raises Bestandsfout.
    """
    try:
        ruw = lees(pad.read_text(encoding="utf-8"))
        return msgspec.convert(_vul_in(ruw, verwijzingen or Verwijzingen()), soort, strict=True)
    except FileNotFoundError:
        raise Bestandsfout(f"{pad}: dit bestand ontbreekt. Zet het terug of kies een andere map.") from None
    except (YAMLError, UnicodeDecodeError) as fout:
        raise Bestandsfout(f"{pad}: geen geldige YAML: {fout}") from fout
    except _Afwezig as fout:
        raise Bestandsfout(
            f"{pad}: deze tekst heeft {fout} nodig, en die regeling heeft de gemeente niet. Zet haar erbij."
        ) from fout
    except (msgspec.ValidationError, KeyError, ValueError) as fout:
        raise Bestandsfout(f"{pad}: {fout}. Verbeter dit veld en start opnieuw.") from fout


def _vul_in(ruw: Any, verwijzingen: Verwijzingen) -> Any:
    if isinstance(ruw, str):
        return verwijzingen.vul_in(ruw)
    if isinstance(ruw, dict):
        return {k: _vul_in(v, verwijzingen) for k, v in ruw.items()}
    if isinstance(ruw, list):
        return [gevuld for v in ruw for gevuld in _zo_mogelijk(v, verwijzingen)]
    return ruw


def _zo_mogelijk(ruw: Any, verwijzingen: Verwijzingen) -> list[Any]:
    try:
        return [_vul_in(ruw, verwijzingen)]
    except _Afwezig:
        return []

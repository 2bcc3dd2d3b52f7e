"""Reads our YAML files strictly: YAML 1.2, no duplicate keys, no unknown fields, a clear message."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from yaml import YAMLError

from bot.yaml12 import lees

T = TypeVar("T")
_VERWIJZING = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")


class Bestandsfout(ValueError):
    """A data file cannot be used: says which file, where in it, and what is wrong."""


def lees_bestand(pad: Path, soort: type[T], waarden: Mapping[str, str] | None = None) -> T:
    """The file as an instance of `soort`, with references such as `{termijnen.besluit_weken}` filled in.

    A reference with a point that `waarden` does not know is an error; one without a point is filled in
    later, per person. Raises Bestandsfout.
    """
    try:
        ruw = lees(pad.read_text(encoding="utf-8"))
        return msgspec.convert(_vul_in(ruw, waarden or {}), soort, strict=True)
    except FileNotFoundError:
        raise Bestandsfout(f"{pad}: dit bestand ontbreekt. Zet het terug of kies een andere map.") from None
    except (YAMLError, UnicodeDecodeError) as fout:
        raise Bestandsfout(f"{pad}: geen geldige YAML: {fout}") from fout
    except (msgspec.ValidationError, KeyError) as fout:
        raise Bestandsfout(f"{pad}: {fout}. Verbeter dit veld en start opnieuw.") from fout


def _vul_in(ruw: Any, waarden: Mapping[str, str]) -> Any:
    if isinstance(ruw, str):
        return _VERWIJZING.sub(lambda m: _waarde(m, waarden), ruw)
    if isinstance(ruw, dict):
        return {k: _vul_in(v, waarden) for k, v in ruw.items()}
    if isinstance(ruw, list):
        return [_vul_in(v, waarden) for v in ruw]
    return ruw


def _waarde(gevonden: re.Match[str], waarden: Mapping[str, str]) -> str:
    naam = gevonden[1]
    if naam in waarden:
        return waarden[naam]
    if "." in naam:
        raise KeyError(f"de verwijzing {gevonden[0]} bestaat niet")
    return gevonden[0]

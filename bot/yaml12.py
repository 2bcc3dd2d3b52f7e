"""YAML 1.2 core schema on libyaml: strict, and fast enough to read every file at the start.

libyaml splits the text into events; here they become dicts, lists and values. PyYAML's own loader reads YAML 1.1, in
which `no` is false and `1:30` is ninety, keeps the last of two equal keys, and is three times slower.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import yaml

DIEPSTE = 50
_WAARDEN: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.?[0-9]*)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"([-+]?\.(inf|Inf|INF))|\.(nan|NaN|NAN)"), lambda tekst: float(tekst.replace(".", ""))),
)
# A plain text that begins otherwise is text: spares most texts the patterns above.
_BEGIN = frozenset("tTfFnN~-+.0123456789")


class YAMLfout(yaml.MarkedYAMLError):
    """Good YAML that we refuse: the same key twice, a tag, an alias, more than one document, too deep."""


class DubbelVeld(YAMLfout):
    """The same key twice in one group."""


def lees(tekst: str) -> Any:
    """The one document in `tekst` as dicts, lists and values. Raises yaml.YAMLError, or ValueError for no date."""
    gebeurtenissen = yaml.parse(tekst, Loader=yaml.CSafeLoader)
    next(gebeurtenissen)
    begin = next(gebeurtenissen)
    if isinstance(begin, yaml.StreamEndEvent):
        return None
    gelezen = _deel(next(gebeurtenissen), gebeurtenissen, 0)
    next(gebeurtenissen)
    meer = next(gebeurtenissen)
    if not isinstance(meer, yaml.StreamEndEvent):
        raise YAMLfout(problem="expected one document, but found another document", problem_mark=meer.start_mark)
    return gelezen


def _deel(gebeurtenis: Any, verder: Iterator[Any], diepte: int) -> Any:
    soort = type(gebeurtenis)
    if soort is yaml.AliasEvent or gebeurtenis.tag is not None:
        raise YAMLfout(problem="tags and aliases are not used here", problem_mark=gebeurtenis.start_mark)
    if soort is yaml.ScalarEvent:
        return _waarde(gebeurtenis)
    if diepte == DIEPSTE:
        raise YAMLfout(problem=f"deeper than {DIEPSTE} levels", problem_mark=gebeurtenis.start_mark)
    return (_groep if soort is yaml.MappingStartEvent else _lijst)(verder, diepte + 1)


def _groep(verder: Iterator[Any], diepte: int) -> dict[Any, Any]:
    groep: dict[Any, Any] = {}
    while type(sleutel := next(verder)) is not yaml.MappingEndEvent:
        if type(sleutel) is not yaml.ScalarEvent:
            raise YAMLfout(problem="a name must be one word", problem_mark=sleutel.start_mark)
        naam = _deel(sleutel, verder, diepte)
        if naam in groep:
            raise DubbelVeld(problem=f"found duplicate key {naam}", problem_mark=sleutel.start_mark)
        groep[naam] = _deel(next(verder), verder, diepte)
    return groep


def _lijst(verder: Iterator[Any], diepte: int) -> list[Any]:
    lijst = []
    while type(item := next(verder)) is not yaml.SequenceEndEvent:
        lijst.append(_deel(item, verder, diepte))
    return lijst


def _waarde(gebeurtenis: Any) -> Any:
    tekst: str = gebeurtenis.value
    if gebeurtenis.style or (tekst and tekst[0] not in _BEGIN):
        return tekst
    return next((maak(tekst) for patroon, maak in _WAARDEN if patroon.fullmatch(tekst)), tekst)

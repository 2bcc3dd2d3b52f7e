"""A rule, as the engine knows it. One module or package per rule makes one `Regel`; `register` lists them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.regeling import Regeling
from bot.regels.uitkomst import Berekening

Conclusies = list[tuple[str, Mapping[str, object]]]


def _niets(_: Any) -> list[Any]:
    return []


@dataclass(frozen=True)
class Regel:
    """`naam` is the public name; its regeling directory is the same with `_` for `-`.

    `bereken(invoer, regeling)` is pure and gets complete, checked input.
    `tegenspraak(raw input)` names contradictions between fields; it must bear any JSON.
    `ontbreekt(raw input)` names absent fields that the model cannot know are needed.
    `samenhang(regeling)` names faults in a regeling file that its types cannot see.
    `conclusies` names the sentences of the outcome that a file must have, each with what its text may use.
    `conclusie(waarde, regeling)` picks those for a value, each with what to fill in.
    """

    naam: str
    invoer: type[Invoer]
    regeling: type[Regeling]
    bereken: Callable[[Any, Any], Berekening]
    conclusies: Mapping[str, tuple[str, ...]]
    conclusie: Callable[[Mapping[str, Any], Any], Conclusies]
    tegenspraak: Callable[[Mapping[str, Any]], list[Fout]] = _niets
    ontbreekt: Callable[[Mapping[str, Any]], list[str]] = _niets
    samenhang: Callable[[Any], list[Fout]] = _niets

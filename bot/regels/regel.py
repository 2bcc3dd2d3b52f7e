"""A rule, as the engine knows it. One module or package per rule makes one `Regel`; `register` lists them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.regels.fouten import Fout
from bot.regels.invoer import Invoer
from bot.regels.regeling import Regeling
from bot.regels.uitkomst import Berekening


def _niets(_: Any) -> list[Any]:
    return []


@dataclass(frozen=True)
class Regel:
    """`naam` is the public name; its regeling directory is the same with `_` for `-`.

    `bereken(invoer, regeling)` is pure and gets complete, checked input.
    `tegenspraak(raw input)` names contradictions between fields; it must bear any JSON.
    `ontbreekt(raw input)` names absent fields that the model cannot know are needed.
    `samenhang(regeling)` names faults in a regeling file that its types cannot see.
    """

    naam: str
    invoer: type[Invoer]
    regeling: type[Regeling]
    bereken: Callable[[Any, Any], Berekening]
    tegenspraak: Callable[[Mapping[str, Any]], list[Fout]] = _niets
    ontbreekt: Callable[[Mapping[str, Any]], list[str]] = _niets
    samenhang: Callable[[Any], list[Fout]] = _niets

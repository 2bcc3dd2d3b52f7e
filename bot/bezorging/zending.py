"""What is delivered, and the one thing that every way of delivering can do."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from msgspec import Struct


class Inhoud(Struct, frozen=True):
    """A shared plan, read at the moment of sending.

    `aanvraag` is the plan as `bot.documenten.plan_json` gives it. `pdf` makes the document only where it is sent.
    `pad` is where staff read the plan on our own site, after their login; `gedeeld_op` the day of the sharing.
    """

    aanvraag: dict[str, Any]
    pdf: Callable[[], bytes]
    pad: str
    gedeeld_op: date


class Zending(Struct, frozen=True):
    """One event for the municipality.

    `referentie` is the same at each attempt: a receiver that saw it before does nothing. `kenmerk` names the plan, the
    same in both events. `inhoud` is None when the plan was taken back (`gebeurtenis` is `ingetrokken`).
    """

    referentie: str
    kenmerk: str
    gebeurtenis: str
    inhoud: Inhoud | None = None


class Ontvangst(Struct, frozen=True):
    """The other side has it. `eerder` says that it already had it, under the same reference."""

    eerder: bool = False


class Bezorgfout(RuntimeError):
    """The other side did not take it. The message is a code such as `http_503`: never something that was sent."""


class Bezorger(Protocol):
    """A way of delivering. `meldt_intrekking` says whether a withdrawal can be told as well."""

    meldt_intrekking: bool

    async def bezorg(self, zending: Zending) -> Ontvangst:
        """Delivers. Raises Bezorgfout, or an error of the network: then it is tried again."""
        ...

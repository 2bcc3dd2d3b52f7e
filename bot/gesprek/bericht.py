"""What actions say, in Rasa's message format and in ours, so that `rasa shell` shows it too."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct, to_builtins

from bot.vragen import Bron


class Knop(Struct, frozen=True):
    """An offered choice: its label and the Rasa message (`/intent{…}`) that it stands for."""

    label: str
    opdracht: str


def opdracht(intent: str, **waarden: Any) -> str:
    """`/antwoord{"waarde": "ja"}`."""
    return f"/{intent}{json.dumps(waarden, ensure_ascii=False)}" if waarden else f"/{intent}"


def _per_document(bronnen: Iterable[Bron | dict[str, str]]) -> list[dict[str, str]]:
    """One source for each document, with its places in one line."""
    plaatsen: dict[str, list[str]] = {}
    for bron in bronnen:
        ruw = to_builtins(bron)
        plaatsen.setdefault(ruw["document"], []).append(ruw["plaats"])
    return [{"document": d, "plaats": "; ".join(dict.fromkeys(p))} for d, p in plaatsen.items()]


def zeg(
    dispatcher: Any,
    teksten: str | Iterable[str],
    keuzes: Sequence[Knop] = (),
    *,
    soort: str = "antwoord",
    onderwerp: str | None = None,
    bronnen: Iterable[Bron | dict[str, str]] = (),
) -> None:
    """Utters bubbles; choices and sources belong to the last one."""
    bubbels = [teksten] if isinstance(teksten, str) else list(teksten)
    for i, tekst in enumerate(bubbels):
        laatste = i == len(bubbels) - 1
        dispatcher.utter_message(
            text=tekst,
            buttons=[{"title": k.label, "payload": k.opdracht} for k in keuzes] if laatste else [],
            soort=soort,
            onderwerp=onderwerp,
            bronnen=_per_document(bronnen) if laatste else [],
        )

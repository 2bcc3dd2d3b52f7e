"""Brings a shared plan to the municipality: not at all, by e-mail with a link, by webhook, or by a Documenten API."""

from bot.bezorging.email import Mailbezorger
from bot.bezorging.instellingen import Bezorginstellingen, Email, Webhook, Zgw
from bot.bezorging.teksten import Bezorgteksten, laad_teksten
from bot.bezorging.webhook import Webhookbezorger
from bot.bezorging.werker import Bron, Werker
from bot.bezorging.zending import Bezorger, Bezorgfout, Inhoud, Ontvangst, Zending
from bot.bezorging.zgw import Zgwbezorger


def maak_bezorger(instellingen: Bezorginstellingen, teksten: Bezorgteksten) -> Bezorger | None:
    """The way of delivering that was chosen, or None."""
    match instellingen.kanaal:
        case Email() as kanaal:
            return Mailbezorger(kanaal, teksten.email)
        case Webhook() as kanaal:
            return Webhookbezorger(kanaal)
        case Zgw() as kanaal:
            return Zgwbezorger(kanaal)
    return None


__all__ = [
    "Bezorger",
    "Bezorgfout",
    "Bezorginstellingen",
    "Bezorgteksten",
    "Bron",
    "Inhoud",
    "Mailbezorger",
    "Ontvangst",
    "Webhookbezorger",
    "Werker",
    "Zending",
    "Zgwbezorger",
    "laad_teksten",
    "maak_bezorger",
]

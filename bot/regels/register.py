"""All rules. A new rule is one module and one line here."""

from bot.regels.fouten import OnbekendeRegel
from bot.regels.gebruikelijke_hulp import GEBRUIKELIJKE_HULP
from bot.regels.huishoudelijke_hulp import HUISHOUDELIJKE_HULP
from bot.regels.overbelasting import OVERBELASTING
from bot.regels.pgb import PGB
from bot.regels.regel import Regel
from bot.regels.termijnen import TERMIJNEN

REGELS: dict[str, Regel] = {
    regel.naam: regel
    for regel in (
        HUISHOUDELIJKE_HULP,
        GEBRUIKELIJKE_HULP,
        OVERBELASTING,
        TERMIJNEN,
        PGB,
    )
}


def zoek(naam: str) -> Regel:
    """The rule with this name; raises OnbekendeRegel."""
    regel = REGELS.get(naam)
    if regel is None:
        raise OnbekendeRegel(naam, REGELS)
    return regel

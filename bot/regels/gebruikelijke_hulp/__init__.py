"""`gebruikelijke-hulp`: what is expected of whom in a household (hogeland bijlage 2)."""

from bot.regels.gebruikelijke_hulp.berekening import bereken
from bot.regels.gebruikelijke_hulp.invoer import GebruikelijkeHulpInvoer
from bot.regels.gebruikelijke_hulp.regeling import GebruikelijkeHulp, samenhang
from bot.regels.regel import Regel

__all__ = ["GEBRUIKELIJKE_HULP", "GebruikelijkeHulp"]

GEBRUIKELIJKE_HULP = Regel(
    naam="gebruikelijke-hulp",
    invoer=GebruikelijkeHulpInvoer,
    regeling=GebruikelijkeHulp,
    bereken=bereken,
    conclusies={"overname": (), "deels": (), "geen": ()},
    conclusie=lambda waarde, _: [(waarde["conclusie"], {})],
    samenhang=samenhang,
)

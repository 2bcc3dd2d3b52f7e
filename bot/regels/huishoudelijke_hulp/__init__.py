"""`huishoudelijke-hulp`: minutes of help with the household per week (hogeland bijlage 1 §3.2)."""

from bot.regels.huishoudelijke_hulp.berekening import bereken, conclusie
from bot.regels.huishoudelijke_hulp.invoer import HuishoudelijkeHulpInvoer, tegenspraak
from bot.regels.huishoudelijke_hulp.regeling import HuishoudelijkeHulp, samenhang
from bot.regels.regel import Regel

HUISHOUDELIJKE_HULP = Regel(
    naam="huishoudelijke-hulp",
    invoer=HuishoudelijkeHulpInvoer,
    regeling=HuishoudelijkeHulp,
    bereken=bereken,
    conclusies={"tijd": ("duur",), "nul": ()},
    conclusie=conclusie,
    tegenspraak=tegenspraak,
    samenhang=samenhang,
)

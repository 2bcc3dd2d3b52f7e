"""A longest duration: the building block of rules that bring back what is asked to a maximum."""

from typing import Literal

from bot.regels.fouten import Fout
from bot.regels.regeling import Aantal, LetOp, Onderdeel, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Stap, stap

Eenheid = Literal["etmalen", "maanden", "jaren"]


class Maximum(Onderdeel, frozen=True, kw_only=True):
    """The longest duration, in the unit of the rule, and what is said when somebody asks for more (`meer`).

    `gevraagd` may use {gevraagd}; `binnen` and `terug` may use {hoogste}, `terug` also {minder}.
    """

    hoogste: Aantal
    gevraagd: Tekst
    binnen: Tekst
    terug: Tekst
    bron: Vindplaats
    meer: LetOp

    def past(self, gevraagd: int) -> bool:
        return gevraagd <= self.hoogste

    def stappen(self, gevraagd: int, eenheid: Eenheid) -> list[Stap]:
        """What was asked, and what goes off it. Together they are at most the maximum."""
        eerst = _getal(eenheid, self.gevraagd.format(gevraagd=gevraagd), gevraagd, self.bron)
        if self.past(gevraagd):
            return [eerst, stap(eenheid, self.binnen.format(hoogste=self.hoogste), self.bron)]
        minder = gevraagd - self.hoogste
        terug = self.terug.format(hoogste=self.hoogste, minder=minder)
        return [eerst, _getal(eenheid, terug, -minder, self.bron)]


def _getal(eenheid: Eenheid, tekst: str, getal: int, bron: Vindplaats) -> Stap:
    return Stap(onderdeel=eenheid, tekst=tekst, bron=bron.bron, **{eenheid: getal})


def maximumfouten(plek: str, maximum: Maximum) -> list[Fout]:
    """The texts can be filled in."""
    return [
        *sjabloonfouten(f"{plek}.gevraagd", maximum.gevraagd, ("gevraagd",)),
        *sjabloonfouten(f"{plek}.binnen", maximum.binnen, ("hoogste",)),
        *sjabloonfouten(f"{plek}.terug", maximum.terug, ("hoogste", "minder")),
    ]

"""How much somebody asks for and what is left of it: the building block of rules that bring an amount back.

With a `Maximum` that happens once, and the amounts are said as bare numbers. With a `Gevraagd` and more of
`Bovengrens` it can happen more than once, or to nothing, and the amounts are said with their unit.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.regels.fouten import Fout
from bot.regels.regeling import Aantal, Gemeld, LetOp, Onderdeel, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Reden, Stap, stap


class Eenheid(NamedTuple):
    """A unit of time: its words, and the field of a step that it is counted in."""

    enkel: str
    meer: str
    veld: Literal["aantal", "etmalen", "maanden", "jaren"]

    def voluit(self, aantal: int) -> str:
        """`1 maand`, `3 maanden`."""
        return f"{aantal} {self.enkel if aantal == 1 else self.meer}"


UREN = Eenheid("uur", "uur", "aantal")
WEKEN = Eenheid("week", "weken", "aantal")
MAANDEN = Eenheid("maand", "maanden", "maanden")
ETMALEN = Eenheid("etmaal", "etmalen", "etmalen")
JAREN = Eenheid("jaar", "jaar", "jaren")


class Bovengrens(Onderdeel, frozen=True, kw_only=True):
    """At most `hooguit`. `meer` says what goes off, as a step and as a reason: it may use {hooguit} and {eraf}."""

    hooguit: Aantal
    code: Tekst
    meer: Tekst
    bron: Vindplaats


class Gevraagd(Bovengrens, frozen=True, kw_only=True):
    """With the step that says what somebody asks: `gevraagd` may use {gevraagd}."""

    gevraagd: Tekst


@dataclass
class Omvang:
    """What is left (`over`) of what was asked. The `stappen` add up to it."""

    onderdeel: str
    eenheid: Eenheid
    over: int = 0
    stappen: list[Stap] = field(default_factory=list)
    redenen: list[Reden] = field(default_factory=list)

    @classmethod
    def van(cls, onderdeel: str, eenheid: Eenheid, gevraagd: int, grens: Gevraagd) -> "Omvang":
        """What was asked, with the step that says so."""
        omvang = cls(onderdeel, eenheid)
        omvang.tel(gevraagd, grens.gevraagd.format(gevraagd=eenheid.voluit(gevraagd)), grens.bron)
        return omvang

    def hooguit(self, grens: Bovengrens) -> None:
        """Takes off what is more than `grens`, with a step and a reason."""
        te_veel = self.over - grens.hooguit
        if te_veel > 0:
            voluit = self.eenheid.voluit
            tekst = grens.meer.format(hooguit=voluit(grens.hooguit), eraf=voluit(te_veel))
            self.tel(-te_veel, tekst, grens.bron)
            self.redenen.append(Reden(code=grens.code, tekst=tekst, bron=grens.bron.bron))

    def vervalt(self, waarom: Gemeld) -> None:
        """Takes off all that is left, if anything. `tekst` may use {eraf}."""
        if self.over:
            self.tel(-self.over, waarom.tekst.format(eraf=self.eenheid.voluit(self.over)), waarom.bron)

    def tel(self, aantal: int, tekst: str, bron: Vindplaats) -> None:
        """Adds an amount, or takes it off, with the step that says so."""
        self.over += aantal
        self.stappen.append(Stap(onderdeel=self.onderdeel, tekst=tekst, bron=bron.bron, **{self.eenheid.veld: aantal}))


class Maximum(Onderdeel, frozen=True, kw_only=True):
    """The longest time, in the unit of the rule, and what is said when somebody asks for more (`meer`).

    The steps: `gevraagd` may use {gevraagd}; `binnen` and `terug` may use {hoogste}, `terug` also {minder}.
    """

    hoogste: Aantal
    gevraagd: Tekst
    binnen: Tekst
    terug: Tekst
    bron: Vindplaats
    meer: LetOp

    def begrens(self, eenheid: Eenheid, gevraagd: int) -> Omvang:
        """What was asked, brought back to the maximum; the part of `waarde` is named after the unit."""
        omvang = Omvang(eenheid.veld, eenheid)
        omvang.tel(gevraagd, self.gevraagd.format(gevraagd=gevraagd), self.bron)
        minder = gevraagd - self.hoogste
        if minder > 0:
            omvang.tel(-minder, self.terug.format(hoogste=self.hoogste, minder=minder), self.bron)
            omvang.redenen.append(Reden.van(self.meer))
        else:
            omvang.stappen.append(stap(eenheid.veld, self.binnen.format(hoogste=self.hoogste), self.bron))
        return omvang


def maximumfouten(plek: str, maximum: Maximum) -> list[Fout]:
    """The texts can be filled in."""
    return [
        *sjabloonfouten(f"{plek}.gevraagd", maximum.gevraagd, ("gevraagd",)),
        *sjabloonfouten(f"{plek}.binnen", maximum.binnen, ("hoogste",)),
        *sjabloonfouten(f"{plek}.terug", maximum.terug, ("hoogste", "minder")),
    ]


def grensfouten(plek: str, grens: Bovengrens) -> list[Fout]:
    """The texts can be filled in."""
    fouten = sjabloonfouten(f"{plek}.meer", grens.meer, ("hooguit", "eraf"))
    if isinstance(grens, Gevraagd):
        fouten += sjabloonfouten(f"{plek}.gevraagd", grens.gevraagd, ("gevraagd",))
    return fouten


def opsomming(delen: list[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    *begin, laatste = delen
    return f"{', '.join(begin)} en {laatste}" if begin else laatste

"""The steps of one household task (hogeland bijlage 1 §3.2).

norm, plus extra time, minus the parts that somebody does already. Never below 0, and 0 when every part is done.
Everything counts `keer` times a week (meals), else once.
"""

from dataclasses import dataclass, field

from msgspec import UnsetType

from bot.regels.huishoudelijke_hulp.invoer import Huishouden, Omstandigheid
from bot.regels.huishoudelijke_hulp.regeling import Aftrek, HuishoudelijkeHulp, Taak, Tijd
from bot.regels.regeling import LetOp, Lezing, tijd
from bot.regels.uitkomst import Reden, Stap, stap


@dataclass
class Telling:
    """Steps and reasons while they are being gathered for one task."""

    onderdeel: str
    stappen: list[Stap] = field(default_factory=list)
    redenen: list[Reden] = field(default_factory=list)
    minuten: int = 0

    def tel(self, bron: Tijd, tekst: str, minuten: int) -> None:
        """One step, with the reason that belongs to its reading."""
        self.stappen.append(stap(self.onderdeel, tekst, bron.bron, minuten=minuten))
        self.minuten += minuten
        self.lees(bron.lezing)

    def lees(self, lezing: Lezing | UnsetType) -> None:
        """Tell the citizen of a reading that touches the outcome."""
        if isinstance(lezing, Lezing) and isinstance(lezing.aan_inwoner, LetOp):
            self.redenen.append(Reden.van(lezing.aan_inwoner))


@dataclass(frozen=True)
class Vraag:
    """What is asked of one task: which `norm`, which parts are in play and done, `keer` a week (None: once)."""

    naam: str
    norm: str
    delen: tuple[str, ...]
    zelf: tuple[str, ...]
    keer: int | None = None


class Rekenaar:
    """Counts tasks for one household under one regeling."""

    def __init__(
        self, regeling: HuishoudelijkeHulp, huishouden: Huishouden, omstandigheden: tuple[Omstandigheid, ...]
    ) -> None:
        self.regeling = regeling
        self.zinnen = regeling.zinnen
        self.huishouden = huishouden
        self.omstandigheden = omstandigheden

    def taak(self, vraag: Vraag, korting: Tijd | None = None) -> Telling:
        """The steps of a task. `korting` comes off once a week, before the lower bound."""
        taak: Taak = getattr(self.regeling.taken, vraag.naam)
        uit = Telling(vraag.naam)
        norm = taak.norm[vraag.norm]
        self._tel(uit, taak, norm, vraag.keer, 1, "norm")
        self._extra(uit, taak, vraag.keer)
        gedaan = [taak.deelactiviteiten[deel] for deel in vraag.delen if deel in vraag.zelf]
        for deel in gedaan:
            self._tel(uit, taak, deel, vraag.keer, -1, "aftrek")
        if gedaan and norm.minuten != sum(taak.deelactiviteiten[deel].minuten for deel in vraag.delen):
            uit.lees(self.regeling.aftrek.lezing)
        if korting:
            uit.tel(
                korting,
                self.zinnen.aftrek.format(taak=taak.naam, wat=korting.tekst, tijd=tijd(korting.minuten)),
                -korting.minuten,
            )
        self._grens(uit, taak, alles=bool(vraag.delen) and len(gedaan) == len(vraag.delen))
        if uit.minuten:
            uit.redenen += map(Reden.van, taak.let_op)
        return uit

    def _tel(self, uit: Telling, taak: Taak, bron: Tijd, keer: int | None, teken: int, zin: str, wat: str = "") -> None:
        minuten = bron.minuten * (keer or 1)
        sjabloon: str = getattr(self.zinnen, zin if keer is None else f"{zin}_per_keer")
        tekst = sjabloon.format(
            taak=taak.naam, wat=wat or bron.tekst, tijd=tijd(minuten), elk=tijd(bron.minuten), keer=keer
        )
        uit.tel(bron, tekst, teken * minuten)

    def _extra(self, uit: Telling, taak: Taak, keer: int | None) -> None:
        extra = taak.extra
        groot, kind = extra.leefeenheid, extra.kind
        if not isinstance(groot, UnsetType) and self.huishouden.personen > groot.meer_dan:
            self._tel(uit, taak, groot, keer, 1, "extra", groot.tekst.format(meer_dan=groot.meer_dan))
        if not isinstance(kind, UnsetType):
            aantal = sum(leeftijd < kind.jonger_dan for leeftijd in self.huishouden.kinderen)
            wat = kind.tekst.format(jonger_dan=kind.jonger_dan)
            if aantal > 1 and kind.telt == "per_kind":
                minuten = kind.minuten * aantal * (keer or 1)
                zin = self.zinnen.extra_per_kind
                tekst = zin.format(taak=taak.naam, wat=wat, tijd=tijd(minuten), elk=tijd(kind.minuten), keer=aantal)
                uit.tel(kind, tekst, minuten)
            elif aantal:
                self._tel(uit, taak, kind, keer, 1, "extra", wat)
        for omstandigheid, toeslag in extra.omstandigheden.items():
            if omstandigheid in self.omstandigheden:
                self._tel(uit, taak, toeslag, keer, 1, "extra")

    def _grens(self, uit: Telling, taak: Taak, alles: bool) -> None:
        """What is left falls away when all parts are done; less than nothing is brought back to 0."""
        aftrek: Aftrek = self.regeling.aftrek
        if uit.minuten < 0 or (alles and uit.minuten):
            zin = aftrek.alles if alles else aftrek.ondergrens
            tekst = zin.format(taak=taak.naam, tijd=tijd(uit.minuten))
            uit.stappen.append(stap(uit.onderdeel, tekst, aftrek.bron, minuten=-uit.minuten))
            uit.minuten = 0

"""A municipality as the rules see it: its regelingen, each in dated versions. `bot.gemeente` loads it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, UnsetType

from bot.regels.regeling import Regeling


class Versie(Struct, frozen=True):
    """One version of one regeling. `inhoud` is the checked file, `sha256` the hash of its bytes."""

    inhoud: Regeling
    sha256: str

    def geldt_op(self, dag: date) -> bool:
        """Both ends are inclusive; without `geldig_tot` the version goes on."""
        tot = self.inhoud.geldig_tot
        return self.inhoud.geldig_van <= dag and (isinstance(tot, UnsetType) or dag <= tot)


class Afloop(Struct, frozen=True):
    """A rule whose version ends soon, or ended: its last day, and from when the next version holds, if any."""

    regel: str
    geldig_tot: date
    volgende_vanaf: date | None


class Gemeente(Struct, frozen=True):
    """`naam` is the id (`het_hogeland`); `regelingen` maps a rule name to its versions, oldest first."""

    naam: str
    regelingen: Mapping[str, tuple[Versie, ...]]

    def versie_op(self, regel: str, dag: date) -> Versie | None:
        """The version valid on `dag`, or None: there is no fall-through to another version."""
        return next((versie for versie in self.regelingen.get(regel, ()) if versie.geldt_op(dag)), None)

    def loopt_af(self, dag: date, dagen: int) -> list[Afloop]:
        """The rules whose newest version that has begun ends within `dagen` days from `dag`, or has ended."""
        uit = []
        for regel, versies in self.regelingen.items():
            begonnen = [v.inhoud for v in versies if v.inhoud.geldig_van <= dag]
            if not begonnen or isinstance(tot := begonnen[-1].geldig_tot, UnsetType):
                continue
            if (tot - dag).days <= dagen:
                later = [v.inhoud.geldig_van for v in versies if v.inhoud.geldig_van > tot]
                uit.append(Afloop(regel, tot, later[0] if later else None))
        return uit

    def versie(self, regel: str, sha256: str) -> Versie | None:
        """The version with this hash: the one that an outcome names."""
        return next((versie for versie in self.regelingen.get(regel, ()) if versie.sha256 == sha256), None)

    def inhoud_op(self, regel: str, dag: date) -> Any:
        """The contents of the version valid on `dag` (questions, bands, texts), or None."""
        versie = self.versie_op(regel, dag)
        return versie.inhoud if versie else None

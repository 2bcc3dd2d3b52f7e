"""The thirteen questions on overbelasting (hogeland bijlage 3)."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from bot.berekenen.rekendialoog import Rekendialoog, nog_open
from bot.regels.overbelasting import Overbelasting as Csi
from bot.vragen import Bron, Keuze, Vraag

JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))


class Overbelastingteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/overbelasting.yaml`; the questions themselves stand with the rule."""

    inleiding: tuple[str, ...]
    waarom: str
    hulp: str
    open: str
    open_genoeg: str
    open_te_weinig: str
    niets: str


class Overbelasting(Rekendialoog):
    """The questions of the rule, each answered with yes or no."""

    naam = "overbelasting"
    regel = "overbelasting"
    soort = Overbelastingteksten

    def __init__(self, teksten: Overbelastingteksten, regeling: Csi) -> None:
        self.teksten, self._grens = teksten, regeling.drempel.punten
        self.inleiding = teksten.inleiding
        self._route = [
            Vraag(
                "keuze",
                vraag.tekst,
                teksten.waarom,
                id=str(vraag.nummer),
                hulp=teksten.hulp,
                kort=vraag.kort,
                keuzes=JA_NEE,
                bronnen=(Bron(vraag.bron.document, vraag.bron.plaats),),
            )
            for vraag in regeling.vragen
        ]

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """All thirteen, always."""
        return self._route

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The answers as booleans; a skipped question is absent."""
        return {"antwoorden": {n: a == "ja" for n, a in antwoorden.items() if a is not None}}

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any], conclusie: Sequence[str]) -> list[str]:
        """The rule's sentence; with open questions the score so far, and whether that is already enough."""
        if conclusie:
            return list(conclusie)
        score = sum(a == "ja" for a in antwoorden.values())
        overgeslagen = len(self._route) - sum(a is not None for a in antwoorden.values())
        if overgeslagen == len(self._route):
            return [self.teksten.niets]
        zin = self.teksten.open_genoeg if score >= self._grens else self.teksten.open
        if score + overgeslagen < self._grens:
            zin = self.teksten.open_te_weinig
        return [
            zin.format(
                score=score,
                open="1 vraag" if overgeslagen == 1 else f"{overgeslagen} vragen",
                welke=nog_open(self._route, antwoorden),
                grens=self._grens,
            )
        ]

"""The thirteen questions on overbelasting (hogeland bijlage 3)."""

from collections.abc import Mapping
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
    uitkomst: dict[str, str]


class Overbelasting(Rekendialoog):
    """The questions of the rule, each answered with yes or no."""

    naam = "overbelasting"
    regel = "overbelasting"

    def __init__(self, teksten: Overbelastingteksten, csi: Csi) -> None:
        self.teksten, self._grens = teksten, csi.drempel.punten
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
            for vraag in csi.vragen
        ]

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """All thirteen, always."""
        return self._route

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The answers as booleans; a skipped question is absent."""
        return {"antwoorden": {n: a == "ja" for n, a in antwoorden.items() if a is not None}}

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[str]:
        """The score, and what it may mean."""
        if uitkomst["status"] != "berekend":
            score = sum(a == "ja" for a in antwoorden.values())
            soort = "open_genoeg" if score >= self._grens else "open"
            overgeslagen = len(self._route) - sum(a is not None for a in antwoorden.values())
            return [
                self.teksten.uitkomst[soort].format(
                    score=score,
                    open="1 vraag" if overgeslagen == 1 else f"{overgeslagen} vragen",
                    welke=nog_open(self._route, antwoorden),
                    grens=self._grens,
                )
            ]
        waarde = uitkomst["waarde"]
        soort = "ja" if waarde["overbelast"] else "nee"
        return [self.teksten.uitkomst[soort].format(**waarde, grens=self._grens)]

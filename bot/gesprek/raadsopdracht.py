"""What a raadslid asks of the advice in own words: what is missing, "zet bij klachten: nee, …", what a point means.

Sentence forms are fixed (`data/dialogen/raadsopdracht.yaml`); which point is meant is found as passages are found.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Literal

from msgspec import Struct

from bot.advies import Checklijsten, Deel, Punt, oordeel_van
from bot.gesprek.nlu.taalmodel import kies_taalmodel, maak_taalmodel
from bot.stukken import Passage, Zoeker
from bot.vragen import Leesfout, Vraag, lees
from bot.vragen.woorden import normaal

AANTAL = 3
# The best point is taken for the one that was meant when it is this much likelier than the next.
DUIDELIJK = 1.25

LEESTEKENS = " ?.!\"'“”"

Soort = Literal["ontbreekt", "zet", "zet_kort", "uitleg", "maak"]


class Opdrachtteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/raadsopdracht.yaml`. A pattern holds the groups `over` and `gezegd` that it has."""

    patronen: dict[Soort, tuple[str, ...]]
    ontbreekt: str
    ontbreekt_deel: str
    ontbreekt_niets: str
    ontbreekt_overal: str
    verder_met: str
    gezet: str
    gezet_opmerking: str
    bedoelde: str
    welk_punt: str
    al_gezegd: str
    vervang: str
    geen_punt: str
    geen_oordeel: str
    uitleg: str


class Opdracht(Struct, frozen=True):
    """What was asked: `over` are the words that name the point or part, `gezegd` the answer to store.

    `zet_kort` is `zet` without the verb: at an open question that may be the person's own words.
    """

    soort: Soort
    over: str = ""
    gezegd: str = ""


class Gevonden(Struct, frozen=True):
    """A point with its part and how likely it is (only to compare)."""

    deel: Deel
    punt: Punt
    score: float


class Raadsopdrachten:
    """Reads what is asked, and finds the points."""

    def __init__(self, teksten: Opdrachtteksten, lijsten: Checklijsten) -> None:
        self.teksten, self.lijsten = teksten, lijsten
        self._patronen = [
            (soort, re.compile(patroon, re.IGNORECASE | re.DOTALL))
            for soort, patronen in teksten.patronen.items()
            for patroon in patronen
        ]

    def lees(self, tekst: str) -> Opdracht | None:
        """The opdracht in a sentence, or None."""
        gezegd = " ".join(tekst.split())
        for soort, patroon in self._patronen:
            if m := patroon.fullmatch(gezegd) or patroon.fullmatch(gezegd.rstrip(LEESTEKENS)):
                groepen = {naam: w or "" for naam, w in m.groupdict().items()}
                return Opdracht(soort, groepen.get("over", "").strip(LEESTEKENS), groepen.get("gezegd", "").strip())
        return None

    def zoek(self, woorden: str, namen: list[str] | None, ook: str = "") -> list[Gevonden]:
        """The likeliest points of the chosen lists, best first: `woorden` name it, `ook` helps to choose among them."""
        delen = self.lijsten.delen(namen)
        zoeker = self._zoekers(*self.lijsten.kies(namen))
        van = {p.id: (d, p) for d in delen for p in d.punten}
        genoemd = {v.passage.plaats for v in zoeker.zoek("", [woorden], len(van))}
        vondsten = [v for v in zoeker.zoek(ook, [woorden], len(van)) if v.passage.plaats in genoemd]
        return [Gevonden(*van[v.passage.plaats], v.score) for v in vondsten[:AANTAL]]

    def deel(self, woorden: str, namen: list[str] | None) -> Deel | None:
        """The part that is named by these words, else the one with the likeliest point."""
        gezegd = normaal(woorden)
        delen = self.lijsten.delen(namen)
        genoemd = [d for d in delen if gezegd and gezegd in normaal(f"{d.naam} {d.kort}")]
        if len(genoemd) == 1:
            return genoemd[0]
        gevonden = self.zoek(woorden, namen)
        return gevonden[0].deel if gevonden else None

    @cached_property
    def _zoekers(self) -> Any:
        taal = maak_taalmodel(kies_taalmodel())

        def lemmas(tekst: str) -> list[str]:
            return [t.lemma_ or t.text for t in taal(tekst)]

        @cache
        def zoeker(*namen: str) -> Zoeker:
            return Zoeker([_passage(d, p) for d in self.lijsten.delen(namen) for p in d.punten], lemmas)

        return zoeker


def _passage(deel: Deel, punt: Punt) -> Passage:
    """A point as something to find. Its own name weighs twice."""
    tekst = " ".join((punt.kort, punt.kort, punt.vraag, punt.toelichting, deel.naam, *punt.zoekwoorden))
    return Passage(punt.id, tekst)


def duidelijk(gevonden: list[Gevonden]) -> bool:
    """Whether the first is surely meant."""
    return len(gevonden) == 1 or (len(gevonden) > 1 and gevonden[0].score >= DUIDELIJK * gevonden[1].score)


def open_punten(deel: Deel, antwoorden: Mapping[str, Any]) -> list[Punt]:
    """The points of a part that this member did not look at."""
    return [p for p in deel.punten if f"{p.id}.oordeel" not in antwoorden]


def lees_oordeel(vraag: Vraag, gezegd: str, vandaag: Any) -> dict[str, str] | None:
    """`{"oordeel", "opmerking"}` of "nee, er staat niets over", or None where no oordeel is in it."""
    try:
        waarde: dict[str, str] = lees(vraag, gezegd, vandaag)
    except Leesfout:
        return None
    return waarde if oordeel_van({"oordeel": waarde}) in ("ja", "deels", "nee", "weet_niet") else None

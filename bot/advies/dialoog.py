"""The questions of the advice: parts in the order that the raad chooses, three questions a point at most.

Answers: `<punt>.oordeel` holds `{"oordeel", "opmerking"}`, `<punt>.opmerking` and `<punt>.aanvulling` text;
`focus` is the part under way, `afronden` says that the raad wants the advice made.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from bot.advies.lijst import Checklist, Deel, Punt
from bot.vragen import Keuze, Stand, Vraag, wijzig
from bot.vragen.model import invullen
from bot.vragen.woorden import normaal

MET_VERVOLG = ("deels", "nee")
KORTSTE_ZOEKWOORD = 5
TE_GEWOON = frozenset(
    "iemand waarom andere eigen staan altijd staat beleid gemeente client clienten zoals goede".split()
)


class Adviesteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/advies.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    deel_keuze: str
    deel_klaar: str
    bron_tekst: str
    niet_ingevuld: str
    niet_bekeken: str
    oordelen: dict[str, str]
    samenvatting_kop: str
    klaar: tuple[str, ...]


def oordeel_over(antwoorden: Mapping[str, Any], punt: Punt) -> dict[str, str] | None:
    """The stored `{"oordeel", "opmerking"}` of a point; None when not looked at or skipped."""
    waarde: dict[str, str] | None = antwoorden.get(f"{punt.id}.oordeel")
    return waarde


class Adviesdialoog:
    """The advice as a dialogue (see bot.vragen.verloop)."""

    naam = "advies"

    def __init__(self, teksten: Adviesteksten, lijst: Checklist) -> None:
        self.teksten = teksten
        self.lijst = lijst
        self._zoek = _zoekwoorden(lijst)

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """What is answered, then what is open in the part under way, then the choice of the next part."""
        focus = antwoorden.get("focus")
        elders = [
            v for d in self.lijst.delen if d.id != focus for v in self._van_deel(d, antwoorden) if v.id in antwoorden
        ]
        hier = [
            v
            for d in self.lijst.delen
            if d.id == focus
            for v in self._van_deel(d, antwoorden)
            if v.id in antwoorden or not (antwoorden.get("afronden") and v.id.endswith(".oordeel"))
        ]
        route = elders + hier
        if not antwoorden.get("afronden") and (keuzes := self._delen_met_werk(antwoorden)):
            return [*route, structs.replace(self.teksten.vragen["deel"], id="deel", keuzes=keuzes)]
        route.append(structs.replace(self.teksten.vragen["klopt"], id="klopt"))
        if antwoorden.get("klopt") == "nee":
            bekeken = tuple(Keuze(v.id, self.in_lijst(v)) for v in route if v.id in antwoorden and "." in v.id)
            route.append(structs.replace(self.teksten.vragen["welke"], id="welke", keuzes=bekeken))
        return route

    def _van_deel(self, deel: Deel, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        vragen = []
        for i, punt in enumerate(deel.punten):
            waarden = {"vraag": punt.vraag, "punt": punt.kort, "toelichting": punt.toelichting}
            oordeel = invullen(self.teksten.vragen["oordeel"], waarden, id=f"{punt.id}.oordeel")
            vooraf = (deel.uitleg,) if i == 0 else ()
            vragen.append(structs.replace(oordeel, bronnen=(punt.bron,), vooraf=vooraf))
            gegeven = oordeel_over(antwoorden, punt)
            if gegeven and gegeven["oordeel"] in MET_VERVOLG:
                if not gegeven["opmerking"]:
                    vragen.append(structs.replace(self.teksten.vragen["opmerking"], id=f"{punt.id}.opmerking"))
                vragen.append(structs.replace(self.teksten.vragen["aanvulling"], id=f"{punt.id}.aanvulling"))
        return vragen

    def _delen_met_werk(self, antwoorden: Mapping[str, Any]) -> tuple[Keuze, ...]:
        """The parts with open points, with their progress, and "make the advice" once there is something."""
        open_delen = [
            Keuze(
                d.id, self.teksten.deel_keuze.format(naam=d.kort, gedaan=gedaan, aantal=len(d.punten)), self._zoek[d.id]
            )
            for d in self.lijst.delen
            if (gedaan := self.bekeken(d, antwoorden)) < len(d.punten)
        ]
        if not open_delen:
            return ()
        iets_bekeken = any(self.bekeken(d, antwoorden) for d in self.lijst.delen)
        klaar = (Keuze("afronden", self.teksten.deel_klaar, ("klaar", "advies", "genoeg")),) if iets_bekeken else ()
        return (*open_delen, *klaar)

    def voortgang(self, antwoorden: Mapping[str, Any]) -> tuple[int, int]:
        """Points looked at, of all points."""
        return sum(self.bekeken(d, antwoorden) for d in self.lijst.delen), len(self.lijst.punten)

    def in_lijst(self, vraag: Vraag) -> str:
        """The name of a question in a list: the point, and what was said about it."""
        punt_id, _, soort = vraag.id.partition(".")
        punt = next((p for p in self.lijst.punten if p.id == punt_id), None)
        if punt is None or soort == "oordeel":
            return vraag.naam
        return f"{punt.kort}: {vraag.naam[0].lower()}{vraag.naam[1:]}"

    def bekeken(self, deel: Deel, antwoorden: Mapping[str, Any]) -> int:
        """How many points of the part have been answered or skipped."""
        return sum(f"{p.id}.oordeel" in antwoorden for p in deel.punten)

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Turns a choice of part into the part under way; opens a point that is to be changed."""
        antwoord = stand.antwoorden[vraag.id]
        gekozen = antwoord["oordeel"] if isinstance(antwoord, dict) else antwoord
        if vraag.id == "deel":
            del stand.antwoorden["deel"]
            stand.antwoorden["afronden" if gekozen == "afronden" else "focus"] = gekozen
        elif gekozen == "ander_deel":
            if stand.vorig is None:
                del stand.antwoorden[vraag.id]
            else:
                stand.antwoorden[vraag.id] = stand.vorig
            stand.antwoorden.pop("focus", None)
        elif vraag.id == "klopt" and gekozen == "verder":
            del stand.antwoorden["klopt"]
            stand.antwoorden.pop("afronden", None)
            stand.antwoorden.pop("focus", None)
        elif vraag.id == "welke":
            del stand.antwoorden["klopt"], stand.antwoorden["welke"]
            if gekozen:
                wijzig(stand, gekozen)
        elif vraag.id.endswith(".oordeel"):
            punt = vraag.id.removesuffix(".oordeel")
            stand.antwoorden["focus"] = next(d.id for d in self.lijst.delen if punt in [p.id for p in d.punten])
        return []


def _zoekwoorden(lijst: Checklist) -> dict[str, tuple[str, ...]]:
    """Words by which a part is found. One of several parts belongs to the part that has it in its name, or to none."""

    def woorden(tekst: str) -> set[str]:
        return {w for w in normaal(tekst).split() if len(w) >= KORTSTE_ZOEKWOORD} - TE_GEWOON

    in_naam = {d.id: woorden(f"{d.naam} {d.kort}") for d in lijst.delen}
    overal = {d.id: in_naam[d.id] | woorden(" ".join(p.kort for p in d.punten)) for d in lijst.delen}
    zoek = {}
    for deel in lijst.delen:
        elders = set().union(*(w for id, w in overal.items() if id != deel.id))
        namen_elders = set().union(*(w for id, w in in_naam.items() if id != deel.id))
        eigen = (overal[deel.id] - elders) | (in_naam[deel.id] - namen_elders)
        zoek[deel.id] = (deel.kort, deel.naam, *sorted(eigen))
    return zoek

"""The questions of the advice: parts in the order that the raad chooses, five questions a point at most.

Answers: `<punt>.oordeel` holds `{"oordeel", "opmerking"}`, `<punt>.opmerking`, `.aanvulling` and `.voorbeeld` text,
`<punt>.belang` one of three levels; `lijsten` are the lists that the raad chose, `kies_lijsten` says that it wants to
choose; `focus` is the part under way, `afronden` says that the raad wants the advice made.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct, structs

from bot.advies.lijst import Checklijsten, Deel, Punt, alle_punten
from bot.advies.samen import MET_VERVOLG
from bot.vragen import Keuze, Stand, Vraag, wijzig
from bot.vragen.model import invullen
from bot.vragen.woorden import normaal

HOOG = "hoog"
ANDERE_LIJST = "andere_lijst"
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
    andere_lijst: str
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

    def __init__(self, teksten: Adviesteksten, lijsten: Checklijsten) -> None:
        self.teksten = teksten
        self.lijsten = lijsten
        self._delen = cache(lambda *namen: lijsten.delen(namen))
        # A raad may pick more than four hundred points, and every turn asks for the whole route.
        self._oordeel = cache(self._maak_oordeel)
        self._vervolg = cache(lambda punt, naam: structs.replace(teksten.vragen[naam], id=f"{punt}.{naam}"))
        self._zoek = cache(lambda *namen: _zoekwoorden(self._delen(*namen)))

    def delen(self, antwoorden: Mapping[str, Any]) -> list[Deel]:
        """The parts of the lists that the raad chose."""
        return self._delen(*self.lijsten.kies(antwoorden.get("lijsten")))

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """What is answered, then what is open in the part under way, then the choice of the next part."""
        focus, delen = antwoorden.get("focus"), self.delen(antwoorden)
        elders = [v for d in delen if d.id != focus for v in self._van_deel(d, antwoorden) if v.id in antwoorden]
        hier = [
            v
            for d in delen
            if d.id == focus
            for v in self._van_deel(d, antwoorden)
            if v.id in antwoorden or not (antwoorden.get("afronden") and v.id.endswith(".oordeel"))
        ]
        route = [*self._lijstkeuze(antwoorden), *elders, *hier]
        if not antwoorden.get("afronden") and (keuzes := self._delen_met_werk(antwoorden)):
            return [*route, structs.replace(self.teksten.vragen["deel"], id="deel", keuzes=keuzes)]
        route.append(structs.replace(self.teksten.vragen["klopt"], id="klopt"))
        if antwoorden.get("klopt") == "nee":
            bekeken = tuple(Keuze(v.id, self.in_lijst(v)) for v in route if v.id in antwoorden and "." in v.id)
            route.append(structs.replace(self.teksten.vragen["welke"], id="welke", keuzes=bekeken))
        return route

    def _lijstkeuze(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """Which lists: asked only of a raad that wants another one."""
        if "lijsten" not in antwoorden and not antwoorden.get("kies_lijsten"):
            return []
        keuzes = tuple(Keuze(naam, c.kort or c.titel) for naam, c in self.lijsten.lijsten.items())
        return [structs.replace(self.teksten.vragen["lijsten"], id="lijsten", keuzes=keuzes)]

    def _van_deel(self, deel: Deel, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        vragen = []
        for i, punt in enumerate(deel.punten):
            vragen.append(self._oordeel(punt, deel.uitleg if i == 0 else ""))
            gegeven = oordeel_over(antwoorden, punt)
            if gegeven and gegeven["oordeel"] in MET_VERVOLG:
                vervolg = ["aanvulling", "belang"]
                if not gegeven["opmerking"]:
                    vervolg.insert(0, "opmerking")
                if antwoorden.get(f"{punt.id}.belang") == HOOG or f"{punt.id}.voorbeeld" in antwoorden:
                    vervolg.append("voorbeeld")
                vragen += [self._vervolg(punt.id, naam) for naam in vervolg]
        return vragen

    def _maak_oordeel(self, punt: Punt, vooraf: str) -> Vraag:
        waarden = {"vraag": punt.vraag, "punt": punt.kort, "toelichting": punt.toelichting}
        vraag = invullen(self.teksten.vragen["oordeel"], waarden, id=f"{punt.id}.oordeel")
        return structs.replace(vraag, bronnen=(punt.bron,), vooraf=(vooraf,) if vooraf else ())

    def _delen_met_werk(self, antwoorden: Mapping[str, Any]) -> tuple[Keuze, ...]:
        """The parts with open points, with their progress, and "make the advice" once there is something."""
        zoek = self._zoek(*self.lijsten.kies(antwoorden.get("lijsten")))
        open_delen = [
            Keuze(d.id, self.teksten.deel_keuze.format(naam=d.kort, gedaan=gedaan, aantal=len(d.punten)), zoek[d.id])
            for d in self.delen(antwoorden)
            if (gedaan := self.bekeken(d, antwoorden)) < len(d.punten)
        ]
        if not open_delen:
            return ()
        iets_bekeken = any(self.bekeken(d, antwoorden) for d in self.delen(antwoorden))
        klaar = (Keuze("afronden", self.teksten.deel_klaar, ("klaar", "advies", "genoeg")),) if iets_bekeken else ()
        lijsten = (Keuze(ANDERE_LIJST, self.teksten.andere_lijst, ("andere lijst", "lijst erbij")),)
        return (*open_delen, *lijsten, *klaar)

    def voortgang(self, antwoorden: Mapping[str, Any]) -> tuple[int, int]:
        """Points looked at, of all points."""
        delen = self.delen(antwoorden)
        return sum(self.bekeken(d, antwoorden) for d in delen), len(alle_punten(delen))

    def in_lijst(self, vraag: Vraag) -> str:
        """The name of a question in a list: the point, and what was said about it."""
        punt_id, _, soort = vraag.id.partition(".")
        punt = self.lijsten.punten.get(punt_id)
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
        if vraag.id == "lijsten":
            stand.antwoorden.pop("kies_lijsten", None)
        elif vraag.id == "deel" and gekozen == ANDERE_LIJST:
            del stand.antwoorden["deel"]
            stand.antwoorden["kies_lijsten"] = True
            if "lijsten" in stand.antwoorden:
                wijzig(stand, "lijsten")
        elif vraag.id == "deel":
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
            delen = self.delen(stand.antwoorden)
            stand.antwoorden["focus"] = next(d.id for d in delen if punt in [p.id for p in d.punten])
        return []


def _zoekwoorden(delen: list[Deel]) -> dict[str, tuple[str, ...]]:
    """Words by which a part is found. One of several parts belongs to the part that has it in its name, or to none."""

    def woorden(tekst: str) -> set[str]:
        return {w for w in normaal(tekst).split() if len(w) >= KORTSTE_ZOEKWOORD} - TE_GEWOON

    in_naam = {d.id: woorden(f"{d.naam} {d.kort}") for d in delen}
    overal = {d.id: in_naam[d.id] | woorden(" ".join(p.kort for p in d.punten)) for d in delen}
    keer = Counter(w for van_deel in overal.values() for w in van_deel)
    keer_in_naam = Counter(w for van_deel in in_naam.values() for w in van_deel)
    return {
        d.id: (
            d.kort,
            d.naam,
            *sorted({w for w in overal[d.id] if keer[w] == 1} | {w for w in in_naam[d.id] if keer_in_naam[w] == 1}),
        )
        for d in delen
    }

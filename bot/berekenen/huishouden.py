"""An indication of the time for hulp bij het huishouden (hogeland bijlage 1 §3.2)."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from bot.berekenen.rekendialoog import Rekendialoog
from bot.vragen import Keuze, Stand, Vraag
from bot.vragen.model import invullen


class Omstandigheid(Struct, frozen=True, forbid_unknown_fields=True):
    """A circumstance that gives extra time, and the tasks for which it does."""

    label: str
    woorden: tuple[str, ...]
    taken: tuple[str, ...]


class Huishoudteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/huishouden.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    niets: Keuze
    taaknamen: dict[str, str]
    zelf: dict[str, tuple[Keuze, ...]]
    omstandigheden: dict[str, Omstandigheid]
    kinderen_gelezen: str
    past_niet: str
    ontbreekt: str


class Huishouden(Rekendialoog):
    """Who lives there, which work needs help, what is done already, and what gives extra time."""

    naam = "huishouden"
    regel = "huishoudelijke-hulp"
    soort = Huishoudteksten

    def __init__(self, teksten: Huishoudteksten, _: Any) -> None:
        self.teksten = teksten
        self.inleiding, self.ontbreekt = teksten.inleiding, teksten.ontbreekt

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """Only what changes the outcome for the tasks that were chosen."""
        taken = antwoorden.get("taken") or []
        namen = ["personen"]
        if (antwoorden.get("personen") or 0) > 1:
            namen.append("kinderen")
        namen.append("taken")
        if "warme_maaltijd" in taken:
            namen += ["wijze", "warme_dagen"]
        if "broodmaaltijd" in taken:
            namen += ["keer_per_dag", "brood_dagen"]
        route = [self._vraag(n) for n in namen]
        route += [self._zelf(taak) for taak in taken if taak in self.teksten.zelf]
        if mogelijk := self._omstandigheden(taken):
            route.append(structs.replace(self._vraag("omstandigheden"), keuzes=(self.teksten.niets, *mogelijk)))
        return route

    def _vraag(self, naam: str) -> Vraag:
        return structs.replace(self.teksten.vragen[naam], id=naam)

    def _zelf(self, taak: str) -> Vraag:
        vraag = invullen(self.teksten.vragen["zelf"], {"taak": self.teksten.taaknamen[taak]}, id=f"zelf.{taak}")
        return structs.replace(vraag, keuzes=(self.teksten.niets, *self.teksten.zelf[taak]))

    def _omstandigheden(self, taken: list[str]) -> list[Keuze]:
        return [
            Keuze(id, o.label, o.woorden) for id, o in self.teksten.omstandigheden.items() if set(o.taken) & set(taken)
        ]

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Repeats the children that were read; numbers that contradict each other are asked again."""
        antwoorden = stand.antwoorden
        if vraag.id == "taken":
            antwoorden.pop("omstandigheden", None)
        if vraag.id not in ("personen", "kinderen") or not antwoorden.get("kinderen"):
            return []
        kinderen, personen = antwoorden["kinderen"], antwoorden.get("personen")
        if personen is not None and personen < 1 + len(kinderen):
            del antwoorden["personen"], antwoorden["kinderen"]
            return [self.teksten.past_niet.format(kinderen=len(kinderen), personen=personen)]
        lijst = ", ".join(f"{k['wie']} ({k['leeftijd']} jaar)" for k in kinderen)
        return [self.teksten.kinderen_gelezen.format(lijst=lijst)] if vraag.id == "kinderen" else []

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input; a skipped number is absent."""
        huishouden: dict[str, Any] = {}
        if (personen := antwoorden.get("personen")) is not None:
            huishouden["personen"] = personen
            kinderen = [] if personen == 1 else antwoorden.get("kinderen")
            if kinderen is not None:
                huishouden["kinderen"] = [k["leeftijd"] for k in kinderen]
        return {
            "huishouden": huishouden,
            "taken": {taak: self._taak(taak, antwoorden) for taak in antwoorden.get("taken") or []},
            "omstandigheden": _zonder_niets(antwoorden.get("omstandigheden")),
        }

    def _taak(self, taak: str, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        if taak == "organisatie":
            return {}
        bekend = {
            "broodmaaltijd": {"keer_per_dag": "keer_per_dag", "dagen_per_week": "brood_dagen"},
            "warme_maaltijd": {"wijze": "wijze", "dagen_per_week": "warme_dagen"},
        }.get(taak, {})
        velden = {veld: antwoorden[id] for veld, id in bekend.items() if antwoorden.get(id) is not None}
        return velden | {"zelf": _zonder_niets(antwoorden.get(f"zelf.{taak}"))}


def _zonder_niets(gekozen: list[str] | None) -> list[str]:
    return [w for w in gekozen or [] if w != "niets"]

"""An indication of the time for hulp bij het huishouden (hogeland bijlage 1 §3.2)."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from bot.berekenen.rekendialoog import Rekendialoog
from bot.regels.huishoudelijke_hulp.regeling import HuishoudelijkeHulp
from bot.vragen import Keuze, Stand, Vraag
from bot.vragen.bijstelling import ONTKEND
from bot.vragen.lezers import kies
from bot.vragen.model import invullen
from bot.vragen.woorden import normaal

DOET = re.compile(r"\b(?:doe|doet|doen|lukt|regelt|regelen)\b")
KINDERZORG = "kinderverzorging"
DAGEN = 7


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
    overgenomen: str
    overgenomen_alleen: str
    brood_past_niet: str
    ontbreekt: str


class Huishouden(Rekendialoog):
    """Who lives there, which work needs help, what is done already, and what gives extra time."""

    naam = "huishouden"
    regel = "huishoudelijke-hulp"
    soort = Huishoudteksten

    def __init__(self, teksten: Huishoudteksten, regeling: HuishoudelijkeHulp) -> None:
        zorg = regeling.taken.kinderverzorging.norm
        self._kind_tot: int = getattr(regeling.taken.wasverzorging.extra.kind, "jonger_dan", 0)
        self._per_keer = {naam for naam, tijd in zorg.items() if tijd.telt == "per_keer"}
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
            namen.append("brood_keren")
        route = [self._vraag(n) for n in namen]
        kinderen = antwoorden.get("kinderen") or []
        if not kinderen:
            route = [_zonder_keuzes(vraag, {KINDERZORG}) if vraag.id == "taken" else vraag for vraag in route]
        route += [self._zelf(taak) for taak in taken if taak in self.teksten.zelf]
        if KINDERZORG in taken:
            route += self._zorg(kinderen, antwoorden)
        if mogelijk := self._omstandigheden(taken):
            route.append(structs.replace(self._vraag("omstandigheden"), keuzes=(self.teksten.niets, *mogelijk)))
        return route

    def _zorg(self, kinderen: list[dict[str, Any]], antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """Per child which care, and how often. What counts per time is asked with one child only."""
        route: list[Vraag] = []
        geweest: set[str] = set()
        namen = {k.waarde: k.label[0].lower() + k.label[1:] for k in self.teksten.vragen["zorg"].keuzes}
        for i, kind in enumerate(kinderen):
            wie = {"Wie": f"{kind['wie'][0].upper()}{kind['wie'][1:]}", "leeftijd": f"{kind['leeftijd']} jaar"}
            route.append(_zonder_keuzes(invullen(self.teksten.vragen["zorg"], wie, f"zorg.{i}"), geweest))
            gekozen = _zonder_niets(antwoorden.get(f"zorg.{i}"))
            route += [
                invullen(self.teksten.vragen["keren"], wie | {"zorg": namen[zorg]}, f"keren.{i}.{zorg}")
                for zorg in gekozen
            ]
            geweest |= self._per_keer & set(gekozen)
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
        if vraag.id == "brood_keren" and _per_dag(antwoorden.get("brood_keren") or 1) is None:
            del antwoorden["brood_keren"]
            return [self.teksten.brood_past_niet]
        if vraag.id not in ("personen", "kinderen") or not antwoorden.get("kinderen"):
            return []
        kinderen, personen = antwoorden["kinderen"], antwoorden.get("personen")
        if personen is not None and personen < 1 + len(kinderen):
            del antwoorden["personen"], antwoorden["kinderen"]
            return [self.teksten.past_niet.format(kinderen=len(kinderen), personen=personen)]
        lijst = ", ".join(f"{k['wie']} ({k['leeftijd']} jaar)" for k in kinderen)
        return [self.teksten.kinderen_gelezen.format(lijst=lijst)] if vraag.id == "kinderen" else []

    def neem_over(self, anders: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], str]:
        """Who live there, from the questions on huisgenoten; a lodger is no part of the household."""
        gezegd = anders.get("gebruikelijke_hulp", {})
        if "personen" not in gezegd or gezegd["personen"] is None:
            return {}, ""
        samen = [
            dict(p)
            for i, p in enumerate(gezegd["personen"])
            if "geen_leefeenheid" not in (gezegd.get(f"{i}.omstandigheden") or [])
        ]
        if not samen:
            return {"personen": 1}, self.teksten.overgenomen_alleen
        kinderen = [p for p in samen if p["leeftijd"] < self._kind_tot]
        lijst = ", ".join(f"{p['wie']} ({p['leeftijd']} jaar)" for p in samen)
        zin = self.teksten.overgenomen.format(lijst=lijst, aantal=1 + len(samen))
        return {"personen": 1 + len(samen), "kinderen": kinderen}, zin

    def herken(self, vraag: Vraag, tekst: str, antwoorden: Mapping[str, Any]) -> Any:
        """`de was doet mijn dochter`: all of that work is done already."""
        taak = vraag.id.removeprefix("zelf.")
        if taak == vraag.id or not DOET.search(normaal(tekst)) or ONTKEND & set(normaal(tekst).split()):
            return None
        genoemd = kies(
            [k for k in self.teksten.vragen["taken"].keuzes if k.waarde in antwoorden["taken"]],
            tekst,
            meer=True,
            wat_lukt=True,
        )
        onderdelen = kies(self.teksten.zelf[taak], tekst, meer=True, wat_lukt=True)
        return [k.waarde for k in self.teksten.zelf[taak]] if genoemd == [taak] and not onderdelen else None

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input; a skipped number is absent."""
        huishouden: dict[str, Any] = {}
        if (personen := antwoorden.get("personen")) is not None:
            huishouden["personen"] = personen
            kinderen = [] if personen == 1 else antwoorden.get("kinderen")
            if kinderen is not None:
                huishouden["kinderen"] = [k["leeftijd"] for k in kinderen]
        if KINDERZORG in (antwoorden.get("taken") or []) and not antwoorden.get("kinderen"):
            antwoorden = {**antwoorden, "taken": [taak for taak in antwoorden["taken"] if taak != KINDERZORG]}
        return {
            "huishouden": huishouden,
            "taken": {taak: self._taak(taak, antwoorden) for taak in antwoorden.get("taken") or []},
            "omstandigheden": _zonder_niets(antwoorden.get("omstandigheden")),
        }

    def _taak(self, taak: str, antwoorden: Mapping[str, Any]) -> Any:
        if taak == "organisatie":
            return {}
        if taak == KINDERZORG:
            return [self._kind(i, kind, antwoorden) for i, kind in enumerate(antwoorden["kinderen"])]
        velden: dict[str, Any] = {}
        if taak == "broodmaaltijd" and (keren := antwoorden.get("brood_keren")):
            per_dag = _per_dag(keren) or 1
            velden = {"keer_per_dag": per_dag, "dagen_per_week": keren // per_dag}
        elif taak == "warme_maaltijd":
            bekend = {"wijze": "wijze", "dagen_per_week": "warme_dagen"}
            velden = {veld: antwoorden[id] for veld, id in bekend.items() if antwoorden.get(id) is not None}
        return velden | {"zelf": _zonder_niets(antwoorden.get(f"zelf.{taak}"))}

    def _kind(self, i: int, kind: Mapping[str, Any], antwoorden: Mapping[str, Any]) -> dict[str, int]:
        """One child's care; care that was not chosen is 0 times, a number that was skipped is absent."""
        if antwoorden.get(f"zorg.{i}") is None:
            return {"leeftijd": kind["leeftijd"]}
        gekozen = antwoorden[f"zorg.{i}"]
        soorten = [k.waarde for k in self.teksten.vragen["zorg"].keuzes if k.waarde != "niets"]
        keren = {zorg: antwoorden.get(f"keren.{i}.{zorg}") if zorg in gekozen else 0 for zorg in soorten}
        return {"leeftijd": kind["leeftijd"], **{zorg: n for zorg, n in keren.items() if n is not None}}


def _per_dag(keren: int) -> int | None:
    """How many times a day so many meals a week are: one or two; None where it does not fit in seven days."""
    if keren <= DAGEN:
        return 1
    return 2 if keren % 2 == 0 and keren <= 2 * DAGEN else None


def _zonder_keuzes(vraag: Vraag, weg: set[str]) -> Vraag:
    return structs.replace(vraag, keuzes=tuple(k for k in vraag.keuzes if k.waarde not in weg))


def _zonder_niets(gekozen: list[str] | None) -> list[str]:
    return [w for w in gekozen or [] if w != "niets"]

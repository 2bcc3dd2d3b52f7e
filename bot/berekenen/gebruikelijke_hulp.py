"""What is expected of whom in the person's own household (hogeland bijlage 2)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from bot.berekenen.rekendialoog import Rekendialoog
from bot.regels.gebruikelijke_hulp import GebruikelijkeHulp as Regeling
from bot.vragen import Stand, Vraag, wijzig
from bot.vragen.model import invullen

_HUISGENOOT = re.compile(r"Huisgenoot (\d+)(?:\. (\w))?")
TERMINAAL = "terminaal"
VOOR_VOLWASSENEN = ("weg", "geen_leefeenheid")


class GebruikelijkeHulpteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/gebruikelijke_hulp.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    alleen: str
    bijdragen: dict[str, str]
    persoon: str
    ontbreekt: str
    oordeel: str
    terminaal: str
    overgenomen: str


class GebruikelijkeHulp(Rekendialoog):
    """Who lives there, how long help is needed, and for each huisgenoot what could except them.

    From which age a huisgenoot has a share, from which age work and renting a room can count, and how many days
    and nights of absence count, stands in the rule's file.
    """

    naam = "gebruikelijke_hulp"
    regel = "gebruikelijke-hulp"
    soort = GebruikelijkeHulpteksten

    def __init__(self, teksten: GebruikelijkeHulpteksten, regeling: Regeling) -> None:
        self.teksten = teksten
        self._jongste = next(band.tot for band in regeling.leeftijden if band.bijdrage == "geen")
        self._volwassen = next(band.van for band in regeling.leeftijden if band.bijdrage == "eenpersoonshuishouden")
        self._etmalen = regeling.redenen.langdurig_afwezig.etmalen
        self.inleiding, self.ontbreekt = teksten.inleiding, teksten.ontbreekt

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """The general questions, then those about each huisgenoot who could have a share."""
        personen = antwoorden.get("personen") or []
        route = [self._vraag("personen")]
        if not personen:
            return route
        lijst = ", ".join(f"{p['wie']}: {p['leeftijd']}" for p in personen)
        route += [self._vraag("klopt_personen", lijst=lijst[0].upper() + lijst[1:]), self._vraag("duur")]
        for i, p in enumerate(personen):
            if p["leeftijd"] < self._jongste:
                continue
            waarden = {"Wie": f"{p['wie'][0].upper()}{p['wie'][1:]}", "leeftijd": f"{p['leeftijd']} jaar"}
            vraag = self._vraag("omstandigheden", f"{i}.omstandigheden", **waarden)
            if p["leeftijd"] < self._volwassen:
                vraag = structs.replace(
                    vraag, keuzes=tuple(k for k in vraag.keuzes if k.waarde not in VOOR_VOLWASSENEN)
                )
            route.append(vraag)
            if "weg" in (antwoorden.get(f"{i}.omstandigheden") or []):
                route.append(self._vraag("etmalen", f"{i}.etmalen", grens=str(self._etmalen), **waarden))
                route.append(self._vraag("verplicht", f"{i}.verplicht", **waarden))
        return route

    def _vraag(self, naam: str, id: str | None = None, **waarden: str) -> Vraag:
        return invullen(self.teksten.vragen[naam], waarden, id or naam)

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """A list that is not right is asked again; what was said of the people in it goes with other people."""
        if vraag.id == "klopt_personen" and stand.antwoorden["klopt_personen"] == "nee":
            del stand.antwoorden["klopt_personen"]
            wijzig(stand, "personen")
        elif vraag.id == "personen" and not _dezelfden(stand.vorig, stand.antwoorden["personen"]):
            for id in [i for i in stand.antwoorden if i[0].isdigit() or i == "klopt_personen"]:
                del stand.antwoorden[id]
        return []

    def neem_over(self, anders: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], str]:
        """The children, where the berekening of hulp in huis was told that nobody else lives there."""
        huishouden = anders.get("huishouden", {})
        kinderen, aantal = huishouden.get("kinderen") or [], huishouden.get("personen")
        if not kinderen or aantal != 1 + len(kinderen):
            return {}, ""
        lijst = ", ".join(f"{k['wie']} ({k['leeftijd']} jaar)" for k in kinderen)
        return {"personen": [dict(k) for k in kinderen]}, self.teksten.overgenomen.format(lijst=lijst)

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input. What somebody skipped or does not know is absent."""
        situatie: dict[str, Any] = {}
        duur = antwoorden.get("duur")
        if duur == TERMINAAL:
            situatie["terminaal"] = True
        elif duur:
            situatie = {"duur_maanden": int(duur), "terminaal": False}
        personen = antwoorden.get("personen")
        invoer: dict[str, Any] = {"situatie": situatie}
        if personen is not None:
            invoer["huisgenoten"] = [self._huisgenoot(i, p, antwoorden) for i, p in enumerate(personen)]
        return invoer

    def _huisgenoot(self, i: int, persoon: Mapping[str, Any], antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        huisgenoot: dict[str, Any] = {"leeftijd": persoon["leeftijd"], "inwonend": True}
        gezegd = antwoorden.get(f"{i}.omstandigheden")
        if persoon["leeftijd"] < self._jongste:
            gezegd = ["niets"]
        if gezegd is None or "weet_niet" in gezegd:
            return huisgenoot
        huisgenoot |= {
            "leefeenheid": "geen_leefeenheid" not in gezegd,
            "aantoonbare_beperking": "beperking" in gezegd,
            "overbelast": "ja" if "overbelast" in gezegd else "dreigt" if "dreigt" in gezegd else "nee",
            "niet_gewend": "niet_gewend" in gezegd,
            "weigert": "weigert" in gezegd,
        }
        if "weg" not in gezegd:
            return huisgenoot | {"weg_etmalen_aaneen": 0, "weg_verplicht_door_werk": False}
        if (etmalen := antwoorden.get(f"{i}.etmalen")) is not None:
            huisgenoot["weg_etmalen_aaneen"] = etmalen
        if verplicht := antwoorden.get(f"{i}.verplicht"):
            huisgenoot["weg_verplicht_door_werk"] = verplicht == "ja"
        return huisgenoot

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any], conclusie: Sequence[str]) -> list[str]:
        """The conclusion, softer where a person has to judge, then a line for each huisgenoot."""
        personen = antwoorden.get("personen") or []
        if antwoorden.get("personen") == []:
            return [self.teksten.alleen]
        if antwoorden.get("duur") == TERMINAAL:
            return [self.teksten.terminaal]
        if not conclusie:
            return super().zinnen(antwoorden, uitkomst, conclusie)
        kop = [self.teksten.oordeel] if uitkomst["status"] == "menselijk_oordeel" else list(conclusie)
        regels = [
            self.teksten.persoon.format(
                wie=p["wie"], leeftijd=f"{p['leeftijd']} jaar", bijdrage=self.teksten.bijdragen[h["bijdrage"]]
            )
            for p, h in zip(personen, uitkomst["waarde"]["per_huisgenoot"], strict=True)
        ]
        return [*kop, "\n".join(regels)]

    def stappen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[dict[str, Any]]:
        """With the names that the person used, without the sentence that `zinnen` says already.

        None where a step would tell of what was never said.
        """
        personen = antwoorden.get("personen") or []
        if not personen or antwoorden.get("duur") == TERMINAAL:
            return []
        return [
            {**stap, "tekst": _hernoem(stap["tekst"], personen)}
            for stap in uitkomst["stappen"]
            if stap["onderdeel"] != "conclusie"
        ]

    def vervolg(self, antwoorden: Mapping[str, Any]) -> tuple[str, ...]:
        """The questions on overbelasting, where somebody said that it is too heavy."""
        gezegd = [w for id, a in antwoorden.items() if id.endswith(".omstandigheden") for w in a or []]
        return ("start_overbelasting",) if {"overbelast", "dreigt"} & set(gezegd) else ()


def _dezelfden(oud: Any, nieuw: Any) -> bool:
    """Whether both lists name the same people, perhaps with another age."""
    return bool(oud) and [p["wie"] for p in oud] == [p["wie"] for p in nieuw or []]


def _hernoem(tekst: str, personen: Sequence[Mapping[str, Any]]) -> str:
    """`Huisgenoot 1 is 16 jaar` is `Uw zoon is 16 jaar`, `Huisgenoot 1. Wie …` is `Uw zoon: wie …`."""

    def naam(m: re.Match[str]) -> str:
        wie: str = personen[int(m[1]) - 1]["wie"]
        uw = wie.capitalize() if wie.startswith("huisgenoot ") else f"Uw {wie}"
        return f"{uw}: {m[2].lower()}" if m[2] else uw

    return _HUISGENOOT.sub(naam, tekst)

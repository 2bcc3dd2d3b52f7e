"""What is expected of whom in the person's own household (hogeland bijlage 2)."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bot.berekenen.rekendialoog import nog_open
from bot.vragen import Stand, Vraag, wijzig
from bot.vragen.model import invullen

KORT = 3


class GebruikelijkeHulpteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/gebruikelijke_hulp.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    uitkomst: dict[str, str]
    bijdragen: dict[str, str]
    persoon: str
    ontbreekt: str


class GebruikelijkeHulp:
    """Who lives there, how long help is needed, and for each huisgenoot what could except them.

    `jongste` is the age from which a huisgenoot has a share, `etmalen` the days and nights of absence that
    count: both come from the rule's YAML.
    """

    naam = "gebruikelijke_hulp"
    regel = "gebruikelijke-hulp"

    def __init__(self, teksten: GebruikelijkeHulpteksten, jongste: int, etmalen: int) -> None:
        self.teksten, self._jongste, self._etmalen = teksten, jongste, etmalen
        self.inleiding = teksten.inleiding

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
            route.append(self._vraag("omstandigheden", f"{i}.omstandigheden", **waarden))
            if "weg" in (antwoorden.get(f"{i}.omstandigheden") or []):
                route.append(self._vraag("etmalen", f"{i}.etmalen", grens=str(self._etmalen), **waarden))
                route.append(self._vraag("verplicht", f"{i}.verplicht", **waarden))
        return route

    def _vraag(self, naam: str, id: str | None = None, **waarden: str) -> Vraag:
        return invullen(self.teksten.vragen[naam], waarden, id or naam)

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """A list that is not right is asked again; what was said of the people in it goes."""
        if vraag.id == "klopt_personen" and stand.antwoorden["klopt_personen"] == "nee":
            del stand.antwoorden["klopt_personen"]
            wijzig(stand, "personen")
        elif vraag.id == "personen":
            for id in [i for i in stand.antwoorden if i[0].isdigit() or i == "klopt_personen"]:
                del stand.antwoorden[id]
        return []

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The rule's input. What somebody skipped or does not know is absent."""
        situatie: dict[str, Any] = {}
        if duur := antwoorden.get("duur"):
            situatie = {"duur_maanden": KORT if duur == "terminaal" else int(duur), "terminaal": duur == "terminaal"}
        personen = antwoorden.get("personen")
        if personen == []:
            return {"situatie": {"duur_maanden": 12, "terminaal": False}, "huisgenoten": []}
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

    def zinnen(self, antwoorden: Mapping[str, Any], uitkomst: Mapping[str, Any]) -> list[str]:
        """The conclusion, then a line for each huisgenoot."""
        personen = antwoorden.get("personen") or []
        if antwoorden.get("personen") == []:
            return [self.teksten.uitkomst["alleen"]]
        waarde = uitkomst.get("waarde") or {}
        if "conclusie" in waarde:
            zinnen = [self.teksten.uitkomst[waarde["conclusie"]]]
        else:
            zinnen = [self.teksten.ontbreekt.format(open=nog_open(self.route(antwoorden), antwoorden))]
        regels = [
            self.teksten.persoon.format(
                Wie=f"{p['wie'][0].upper()}{p['wie'][1:]}",
                leeftijd=f"{p['leeftijd']} jaar",
                bijdrage=self.teksten.bijdragen[h["bijdrage"]],
            )
            for p, h in zip(personen, waarde.get("per_huisgenoot", []), strict=False)
            if h.get("bijdrage")
        ]
        return [*zinnen, "\n".join(regels)] if regels else zinnen

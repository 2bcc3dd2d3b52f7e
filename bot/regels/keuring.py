"""Checks of single values for `bot.regels.controle`: a whole number, a text, a word from a list, a date.

Each function makes a check out of what a msgspec type says. A fault is a Dutch sentence that says how to mend it.
"""

import re
from collections.abc import Callable
from datetime import date

from msgspec import inspect

from bot.regels.fouten import Fout

ISO_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
SOORTEN: dict[type, str] = {
    bool: "waar of onwaar", int: "een geheel getal", float: "een getal met een komma", str: "tekst",
    list: "een lijst", dict: "een groep velden", date: "een datum", type(None): "niets",
}  # fmt: skip


class Bevinding:
    """What was found: `fouten`, and `ontbreekt` with the dotted names of absent required fields.

    With `diep`, an absent group is reported as its required fields (`huishouden.personen`), else as itself.
    """

    def __init__(self, diep: bool) -> None:
        self.diep = diep
        self.fouten: list[Fout] = []
        self.ontbreekt: list[str] = []

    def fout(self, veld: str, reden: str) -> None:
        """Notes one fault."""
        self.fouten.append(Fout(veld, reden))


Keurder = Callable[[object, str, Bevinding], None]


def verkeerd(verwacht: str, waarde: object) -> str:
    """The sentence for a value of the wrong kind."""
    return f"Hier hoort {verwacht}. Er staat {SOORTEN.get(type(waarde), 'iets anders')}."


def ja_of_nee(waarde: object, veld: str, uit: Bevinding) -> None:
    """Checks a boolean; 0 and 1 are none."""
    if type(waarde) is not bool:
        uit.fout(veld, verkeerd(SOORTEN[bool], waarde))


def getal(soort: inspect.IntType) -> Keurder:
    """A whole number within bounds; a boolean or a float is none."""
    van, tot = soort.ge, soort.le
    verwacht = "een geheel getal"
    if van is not None and tot is not None:
        verwacht += f" van {van} tot en met {tot}"
    elif van is not None:
        verwacht += f" vanaf {van}"

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not int:
            uit.fout(veld, verkeerd(verwacht, waarde))
        elif (van is not None and waarde < van) or (tot is not None and waarde > tot):
            uit.fout(veld, f"Hier hoort {verwacht}.")

    return keur


def tekst(soort: inspect.StrType) -> Keurder:
    """A text, not blank when the type wants at least one character."""
    leeg_mag = not soort.min_length

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not str:
            uit.fout(veld, verkeerd("tekst", waarde) + " Zet tekst zo nodig tussen aanhalingstekens.")
        elif not leeg_mag and not waarde.strip():
            uit.fout(veld, "Deze tekst is leeg. Vul hem in.")

    return keur


def keuze(soort: inspect.LiteralType) -> Keurder:
    """One of the words of a Literal."""
    waarden = soort.values
    kies = f"Kies uit: {', '.join(map(str, waarden))}."

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        if type(waarde) is not str:
            uit.fout(veld, verkeerd("een woord uit de lijst", waarde) + f" {kies}")
        elif waarde not in waarden:
            uit.fout(veld, f"'{kort(waarde)}' bestaat hier niet. {kies}")

    return keur


def datum(extra: dict[str, object]) -> Keurder:
    """A date, or its ISO text, in the years `jaar_van` to `jaar_tot` when the type names them."""
    van, tot = extra.get("jaar_van"), extra.get("jaar_tot")
    vorm = "Schrijf een datum als jaar-maand-dag, bijvoorbeeld 2023-06-01."

    def keur(waarde: object, veld: str, uit: Bevinding) -> None:
        dag = _lees_datum(waarde)
        if dag is None:
            uit.fout(veld, f"Deze datum bestaat niet. {vorm}" if type(waarde) is str else verkeerd("een datum", waarde))
        elif isinstance(van, int) and isinstance(tot, int) and not van <= dag.year <= tot:
            uit.fout(veld, f"Hier hoort een datum in de jaren {van} tot en met {tot}.")

    return keur


def _lees_datum(waarde: object) -> date | None:
    if type(waarde) is date:
        return waarde
    if type(waarde) is not str or not waarde.isascii() or not ISO_DATUM.fullmatch(waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def kort(tekst: str) -> str:
    """At most 60 characters, and without characters that cannot be written out."""
    heel = tekst if len(tekst) <= 60 else tekst[:59] + "…"
    return heel.encode("utf-8", "replace").decode()

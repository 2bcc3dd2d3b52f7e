"""Dialogues that ask the input of their rule field by field: the question's id is the field."""

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct, structs

from bot.berekenen.rekendialoog import Rekendialoog
from bot.vragen import Vraag

JA_NEE = {"ja": True, "nee": False}


class Vragenteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/<naam>.yaml`."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    ontbreekt: str


class Vragenlijst(Rekendialoog):
    """The questions of the file, in its order. Yes and no become booleans, what is not known is absent."""

    soort: type[Struct] = Vragenteksten
    waarden: ClassVar[Mapping[str, bool]] = JA_NEE

    def __init__(self, teksten: Vragenteksten, _: Any) -> None:
        self.teksten = teksten
        self.inleiding, self.ontbreekt = teksten.inleiding, teksten.ontbreekt
        self._route = [structs.replace(vraag, id=id) for id, vraag in teksten.vragen.items()]

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """All questions."""
        return self._route

    def invoer(self, antwoorden: Mapping[str, Any]) -> dict[str, Any]:
        """The answers that are known, as the rule wants them."""
        gezegd = {v.id: antwoorden.get(v.id) for v in self.route(antwoorden)}
        return {
            id: self.waarden.get(antwoord, antwoord) if isinstance(antwoord, str) else antwoord
            for id, antwoord in gezegd.items()
            if antwoord not in (None, "weet_niet")
        }


class Wlz(Vragenlijst):
    """Whether the Wlz may go before help of the municipality (hogeland §2.8)."""

    naam = "wlz"
    regel = "wlz"
    waarden = JA_NEE | {"thuis": False, "instelling": True}


class PgbCheck(Vragenlijst):
    """Whether a pgb may fit (hogeland §6.1 and §6.2)."""

    naam = "pgb_check"
    regel = "pgb"

"""The questions of the persoonlijk plan, in the order in which they are asked."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, structs

from bot.vragen import Keuze, Stand, Vraag, wijzig
from bot.vragen.model import invullen

PER_DOMEIN = ("domein_nu", "domein_lukt_nog", "domein_lukt_niet", "domein_doel")
NA_DOMEINEN = ("hulp_nu", "hulp_mogelijk", "ondersteuning", "vorm", "wensen_tijden", "wensen_mensen",
               "mantelzorger", "nog_iets")  # fmt: skip


NOG_NIET = "nog_niet"


class Domeintekst(Struct, frozen=True, forbid_unknown_fields=True):
    """How a leefdomein is named and what to think of."""

    wat: str
    denk_aan: str


class Planteksten(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/plan.yaml`, with the references to rules and contacts already filled in."""

    inleiding: tuple[str, ...]
    vragen: dict[str, Vraag]
    domeinen: dict[str, Domeintekst]
    melding_reactie: dict[str, str]
    schatting: str
    voor_wie_onthouden: str
    niet_ingevuld: str
    samenvatting_kop: str
    klaar: tuple[str, ...]


class Termijn(Struct, frozen=True):
    """The melding and the last day for the plan, in words, and where that day lies: straks, vandaag, voorbij."""

    melding: str
    uiterlijk: str
    wanneer: str


def wie_in_u(voor_wie: str | None) -> str:
    """How the bot speaks of the person: `mijzelf` → u, `mijn moeder` → uw moeder."""
    if voor_wie in (None, "mijzelf"):
        return "u"
    tekst = str(voor_wie).replace("’", "'").strip().removeprefix("voor ").removeprefix("Voor ")
    eerste, _, rest = tekst.partition(" ")
    if eerste.lower() in ("mijn", "m'n", "me", "onze", "ons") and rest:
        return f"uw {rest}"
    return "deze persoon" if tekst == "iemand anders" else tekst


class Plandialoog:
    """The persoonlijk plan as a dialogue (see bot.vragen.verloop).

    `termijn(melding)` is asked for the day on which the plan must be there.
    """

    naam = "persoonlijk_plan"

    def __init__(self, teksten: Planteksten, termijn: Callable[[date], Termijn | None]) -> None:
        self.teksten = teksten
        self._termijn = termijn

    def route(self, antwoorden: Mapping[str, Any]) -> list[Vraag]:
        """The questions that apply: those of each chosen leefdomein in between the general ones."""
        wie = wie_in_u(antwoorden.get("voor_wie"))
        waarden = {"wie": wie, "wilt_wie": f"wilt {wie}" if wie == "u" else f"wil {wie}", "heeft_wie": f"heeft {wie}",
                   "wat": "", "denk_aan": ""}  # fmt: skip

        def vraag(naam: str) -> Vraag:
            return invullen(self.teksten.vragen[naam], waarden, id=naam)

        route = [vraag(n) for n in ("voor_wie", "clientondersteuning", "melding", "domeinen")]
        for domein in antwoorden.get("domeinen") or []:
            tekst = self.teksten.domeinen[domein]
            for naam in PER_DOMEIN:
                eigen = waarden | {"wat": tekst.wat, "denk_aan": tekst.denk_aan}
                route.append(invullen(self.teksten.vragen[naam], eigen, id=f"{domein}.{naam}"))
        route += [vraag(n) for n in NA_DOMEINEN]
        te_wijzigen = tuple(Keuze(v.id, self.in_lijst(v)) for v in route if v.id in antwoorden)
        route.append(vraag("klopt"))
        if antwoorden.get("klopt") == "nee":
            route.append(structs.replace(vraag("welke"), keuzes=te_wijzigen))
        return route

    @staticmethod
    def wie(voor_wie: str) -> str:
        """How the bot speaks of the person."""
        return wie_in_u(voor_wie)

    def in_lijst(self, vraag: Vraag) -> str:
        """The name of a question in a list: `Wonen: zo gaat het nu`."""
        domein, punt, _ = vraag.id.partition(".")
        if not punt:
            return vraag.naam
        return f"{self.teksten.domeinen[domein].wat}: {vraag.naam[0].lower()}{vraag.naam[1:]}"

    def na_antwoord(self, stand: Stand, vraag: Vraag) -> list[str]:
        """Tells the last day for the plan after the melding; opens an answer that is to be changed."""
        antwoord = stand.antwoorden[vraag.id]
        if vraag.id == "melding" and antwoord and antwoord != NOG_NIET:
            termijn = self._termijn(date.fromisoformat(antwoord))
            if termijn is None:
                return []
            zin = self.teksten.melding_reactie[termijn.wanneer]
            return [zin.format(dag=termijn.melding, uiterlijk=termijn.uiterlijk)]
        if vraag.id == "welke":
            del stand.antwoorden["klopt"], stand.antwoorden["welke"]
            if antwoord:
                wijzig(stand, antwoord)
        return []

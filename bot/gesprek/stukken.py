"""Which documents a conversation has, and what they are made from."""

from typing import Any

from bot.advies import Advies, maak_advies
from bot.gesprek.diensten import Diensten
from bot.opslag import Gesprek
from bot.plan import Plan, maak_plan


def uitkomsten_van(diensten: Diensten, gesprek: Gesprek, *, alleen_in_plan: bool = False) -> list[dict[str, Any]]:
    """The outcomes of this conversation with the names that people know them by."""
    return [
        {**stand.uitkomst, "naam": diensten.algemeen.labels[f"start_{naam}"]}
        for naam in diensten.rekendialogen
        if (stand := gesprek.standen.get(naam)) and stand.uitkomst
        if not alleen_in_plan or (stand.in_plan and zegt_iets(stand.uitkomst))
    ]


def zegt_iets(uitkomst: dict[str, Any] | None) -> bool:
    """Whether an outcome holds anything for the plan; where nothing is certain it only says what is still open."""
    return bool(uitkomst) and (uitkomst["status"] != "ontbrekende_gegevens" or bool(uitkomst["waarde"]))


def plan_van(diensten: Diensten, gesprek: Gesprek) -> Plan | None:
    """The plan as it stands, or None when nothing was said for it."""
    stand = gesprek.standen.get(diensten.plan.naam)
    if stand is None or not stand.antwoorden:
        return None
    return maak_plan(diensten.plan, stand, tuple(uitkomsten_van(diensten, gesprek, alleen_in_plan=True)))


def advies_van(diensten: Diensten, gesprek: Gesprek) -> Advies | None:
    """The advice as it stands, or None when no point was looked at."""
    stand = gesprek.standen.get(diensten.advies.naam)
    if stand is None or not any(naam.endswith(".oordeel") for naam in stand.antwoorden):
        return None
    return maak_advies(diensten.advies, stand)

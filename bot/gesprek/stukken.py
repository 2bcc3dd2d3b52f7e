"""Which documents a conversation has, and what they are made from."""

from collections.abc import Sequence
from typing import Any

from bot.advies import Advies, Samen, maak_advies
from bot.gesprek.diensten import Diensten
from bot.opslag import Gesprek, Lid, Werkblad, meningen_in
from bot.plan import Plan, maak_plan
from bot.vragen import Stand


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
    """The advice of the whole raad as it stands, or None when no point was looked at.

    What this member says in the turn under way is in it, though it is not stored yet.
    """
    stand = gesprek.standen.get(diensten.advies.naam, Stand())
    lid = diensten.adviezen.lid(gesprek.id)
    werkblad = diensten.adviezen.werkblad(lid.advies_id) if lid else None
    eigen = meningen_in(stand.antwoorden)
    if werkblad is None:
        samen = Samen(
            {punt: {"": mening} for punt, mening in eigen.items()}, lijsten=stand.antwoorden.get("lijsten", ())
        )
    else:
        samen = samen_van(werkblad, {**gesprek.meningen, **eigen}, lid.id if lid else "")
    if not samen.meningen and not samen.besluiten:
        return None
    klaar = bool(werkblad.gegevens.get("klaar")) if werkblad else stand.klaar
    return maak_advies(diensten.advies.lijsten, samen, klaar=klaar)


def samen_van(werkblad: Werkblad, eigen: dict[str, Any] | None = None, lid_id: str = "") -> Samen:
    """Everything that the raad said, by name; `eigen` is what member `lid_id` says now."""
    namen = ledennamen(werkblad.leden)
    per_punt = {punt: dict(per_lid) for punt, per_lid in werkblad.meningen.items()}
    for punt, mening in (eigen or {}).items():
        per_punt.setdefault(punt, {})[lid_id] = mening
    return Samen(
        meningen={punt: {namen[lid]: m for lid, m in per_lid.items()} for punt, per_lid in per_punt.items()},
        besluiten={punt: b.inhoud for punt, b in werkblad.besluiten.items()},
        lijsten=tuple(werkblad.gegevens.get("lijsten") or ()),
        leden=tuple(namen.values()),
        brief=werkblad.gegevens.get("brief", {}),
    )


def ledennamen(leden: Sequence[Lid]) -> dict[str, str]:
    """By id a name that no other member has: who gave none is the secretaris or a number, who shares one gets one."""
    namen: dict[str, str] = {}
    for nummer, lid in enumerate(leden, 1):
        naam = lid.naam or ("Secretaris" if lid.secretaris else f"Lid {nummer}")
        namen[lid.id] = f"{naam} ({nummer})" if naam in namen.values() else naam
    return namen

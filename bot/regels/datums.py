"""Dates in Dutch words, and the days that are no working day in the Algemene termijnenwet (art. 1 and 3)."""

from datetime import date, timedelta
from functools import cache

import holidays

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def voluit(dag: date) -> str:
    """`dinsdag 14 maart 2023`."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def feestdag(dag: date) -> str | None:
    """Dutch name of a generally recognised holiday (Algemene termijnenwet art. 3 lid 1 and 2), else None.

    The library calls 5 May a public holiday once in five years and Good Friday optional. The law knows no such
    difference, so both categories count. Days that a royal decree adds (lid 3) are not known here.
    """
    return _feestdagen(dag.year).get(dag)


@cache
def _feestdagen(jaar: int) -> dict[date, str]:
    return dict(holidays.country_holidays("NL", years=jaar, categories=("public", "optional"), language="nl"))


def vrije_dag(dag: date) -> str | None:
    """`zaterdag`, `zondag` or the name of the holiday; None for a working day."""
    return DAGEN[dag.weekday()] if dag.weekday() >= 5 else feestdag(dag)


def volgende_werkdag(dag: date) -> tuple[date, list[date]]:
    """`dag` itself when it is a working day, else the next one; with the days that were passed over."""
    over: list[date] = []
    while vrije_dag(dag):
        over.append(dag)
        dag += timedelta(days=1)
    return dag, over

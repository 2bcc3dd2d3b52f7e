"""Reads a date as people type it as the answer to a question. No date is guessed: unreadable is None."""

import re
from datetime import date, timedelta

from bot.vragen.woorden import getal_van, normaal

MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"]  # fmt: skip
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_MAAND = {m: i for i, m in enumerate(MAANDEN, 1)} | {m[:3]: i for i, m in enumerate(MAANDEN, 1)} | {
    "mrt": 3, "sept": 9}  # fmt: skip
_DAG = {d: i for i, d in enumerate(DAGEN)} | {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_RELATIEF = {"vandaag": 0, "nu": 0, "gisteren": -1, "gister": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_CIJFERS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
JAREN = range(2000, 2100)
VERSTE = 1000
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
         "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12}  # fmt: skip
_EENHEID = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """The date that the whole text means, seen from `vandaag`, or None.

    Understands ISO, `3-3-2023`, `3 maart`, `3 mrt 2023`, vandaag, gisteren, afgelopen dinsdag, vorige week
    dinsdag, twee weken geleden, over drie dagen. A day and month without a year is the nearest one that is
    not more than a month ahead: people mean what has just been.
    """
    kaal = tekst.strip().strip(".")
    for patroon, volgorde in ((_ISO, (3, 2, 1)), (_CIJFERS, (1, 2, 3))):
        if m := patroon.match(kaal):
            dag, maand, jaar = (m.group(i) for i in volgorde)
            return _maak(int(dag), int(maand), jaar, vandaag)
    woorden = [w for w in normaal(kaal).split() if w not in {"op", "dat", "was", "het", "de", "is", "om", "voor", "in"}]
    return _relatief(woorden, vandaag) or _weekdag(woorden, vandaag) or _dag_maand(woorden, vandaag)


def _maak(dag: int, maand: int, jaar: str | None, vandaag: date) -> date | None:
    try:
        if jaar:
            heel = int(jaar) + (2000 if len(jaar) == 2 else 0)
            return date(heel, maand, dag) if heel in JAREN else None
        gevonden = date(vandaag.year, maand, dag)
        return gevonden if gevonden <= vandaag + timedelta(days=31) else date(vandaag.year - 1, maand, dag)
    except ValueError:
        return None


def _relatief(woorden: list[str], vandaag: date) -> date | None:
    match woorden:
        case [w] if w in _RELATIEF:
            return vandaag + timedelta(days=_RELATIEF[w])
        case [n, e, "geleden" | "terug"] if e in _EENHEID and (aantal := getal_van(n)) is not None:
            return vandaag - timedelta(days=aantal * _EENHEID[e]) if aantal <= VERSTE else None
        case ["over", n, e] if e in _EENHEID and (aantal := getal_van(n)) is not None:
            return vandaag + timedelta(days=aantal * _EENHEID[e]) if aantal <= VERSTE else None
        case ["vorige" | "afgelopen", "week"]:
            return None
    return None


def _weekdag(woorden: list[str], vandaag: date) -> date | None:
    if len(woorden) == 3 and woorden[0] in _DAG:
        woorden = [*woorden[1:], woorden[0]]
    if not woorden or woorden[-1] not in _DAG:
        return None
    doel = _DAG[woorden[-1]]
    match woorden[:-1]:
        case [] | ["afgelopen"] | ["vorige"]:
            return vandaag - timedelta(days=(vandaag.weekday() - doel) % 7 or 7)
        case ["vorige" | "afgelopen", "week"]:
            return vandaag - timedelta(days=vandaag.weekday() + 7 - doel)
        case ["volgende", "week"]:
            return vandaag + timedelta(days=7 - vandaag.weekday() + doel)
        case ["komende" | "aanstaande" | "volgende"]:
            return vandaag + timedelta(days=(doel - vandaag.weekday()) % 7 or 7)
    return None


def _dag_maand(woorden: list[str], vandaag: date) -> date | None:
    weekdag = _DAG.get(woorden[0]) if woorden else None
    match woorden[1:] if weekdag is not None else woorden:
        case [d, m] if m in _MAAND and (dag := _dagnummer(d)):
            gevonden = _maak(dag, _MAAND[m], None, vandaag)
        case [d, m, j] if m in _MAAND and (dag := _dagnummer(d)) and re.fullmatch(r"\d{2}|\d{4}", j):
            gevonden = _maak(dag, _MAAND[m], j, vandaag)
        case _:
            return None
    past = gevonden is not None and weekdag in (None, gevonden.weekday())
    return gevonden if past else None


def _dagnummer(woord: str) -> int | None:
    """`3`, `drie`, `3e`, `3de`, `derde`."""
    m = re.fullmatch(r"(\d{1,2})(?:e|de|ste)", woord)
    return int(m[1]) if m else _RANG.get(woord) or getal_van(woord)


def datum_voluit(dag: date) -> str:
    """`dinsdag 7 maart 2023`."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def genoemde_datum(tekst: str, vandaag: date) -> date | None:
    """The one date that a sentence names in two to four words (`27 februari`, `afgelopen dinsdag`), or None."""
    woorden = tekst.replace(",", " ").split()
    if any(len(w) == 4 and w.isdecimal() and int(w) not in JAREN for w in woorden):
        return None
    for lengte in (4, 3, 2):
        stukken = (" ".join(woorden[i : i + lengte]) for i in range(len(woorden) - lengte + 1))
        gevonden = {dag for stuk in stukken if (dag := lees_datum(stuk, vandaag))}
        if gevonden:
            return gevonden.pop() if len(gevonden) == 1 else None
    return None


def iso_datum(tekst: str | None) -> date | None:
    """The date of an ISO text, or None for anything else."""
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError:
        return None

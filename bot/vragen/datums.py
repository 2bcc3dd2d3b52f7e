"""Reads a date as people type it as the answer to a question. No date is guessed: unreadable is None."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.vragen.leesfout import Leesfout
from bot.vragen.model import Richting
from bot.vragen.woorden import getal_van, normaal

MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"]  # fmt: skip
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
MAAND = {m: i for i, m in enumerate(MAANDEN, 1)} | {m[:3]: i for i, m in enumerate(MAANDEN, 1)} | {
    "mrt": 3, "sept": 9, "oct": 10, "febuari": 2, "februarie": 2, "januarie": 1, "junie": 6, "julie": 7}  # fmt: skip
DAG = {d: i for i, d in enumerate(DAGEN)} | {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_RELATIEF = {"vandaag": 0, "nu": 0, "vanmorgen": 0, "vanochtend": 0, "vanmiddag": 0, "vanavond": 0, "gisteren": -1,
             "gister": -1, "eergisteren": -2, "eergister": -2, "morgen": 1, "overmorgen": 2}  # fmt: skip
_CIJFERS = re.compile(r"^([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{4}|[0-9]{2}))?$")
_OP = re.compile(r"^(?:(?:dat|het) )?(?:was |is )?op (?=[0-9]+-)", re.IGNORECASE)
_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
JAREN = range(2000, 2100)
VERSTE = 1000
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
         "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12}  # fmt: skip
_EENHEID = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_VULLING = frozenset("op dat was het de is om in ochtend middag avond".split())
_DAGDEEL = re.compile(rf"\b({'|'.join(DAGEN)}|gister|gisteren|morgen)(?:ochtend|morgen|middag|avond)\b")
_JL, _AS = re.compile(r"\b(?:j\.? ?l|jongstleden)\b\.?"), re.compile(r"\b(?:a\.? ?s|aanstaande)\b\.?")
_DAG_MAAND_AANEEN = re.compile(rf"\b([0-9]{{1,2}})({'|'.join(sorted(MAAND, key=len, reverse=True))})\b")
_JAAR_IN_WOORDEN = {"dit": 0, "vorig": -1, "afgelopen": -1, "volgend": 1}
_VAAG = frozenset(
    "begin eind einde half medio midden rond ongeveer omstreeks circa tussen voor na sinds vanaf tot".split()
)
_OF = frozenset({"of", "en", "tot", "a", "t m", "tm", "met", ""})
_JAAR = re.compile(r"[0-9]{2}|[0-9]{4}")
_PERIODE = frozenset(
    "week weken maand maanden jaar weekend lente voorjaar zomer herfst najaar winter pasen kerst".split()
)
_WELK_JAAR = timedelta(days=31)
_VER = timedelta(days=270)


def lees_datum(tekst: str, vandaag: date, richting: Richting = "") -> date | None:
    """The date that the whole text means, seen from `vandaag`, or None.

    Understands ISO, `3-3-2023`, `3 maart`, `3 mrt 2023`, vandaag, gisteren, afgelopen dinsdag, vorige week
    dinsdag, twee weken geleden, over drie dagen, dinsdag jl. A day and month without a year is the nearest
    one that is not more than a month ahead: people mean what has just been. With a `richting` it lies there,
    and a day of the week too; a date that then would lie most of a year away is None.
    """
    try:
        return _lees(tekst, vandaag, richting)
    except Leesfout:
        return None


def lees_dag(tekst: str, vandaag: date, richting: Richting = "") -> date:
    """The date that an answer names, in its whole or in two to four of its words. Raises Leesfout."""
    dag = _lees(tekst, vandaag, richting) or genoemde_datum(tekst, vandaag, richting)
    if dag is not None and {"niet", "geen", "nooit"} & set(normaal(tekst).split()):
        raise Leesfout("Ik lees een dag die u misschien niet bedoelt. Noem alleen de dag die het wel is.")
    if dag is None:
        raise Leesfout(_waarom_niet(tekst))
    if (richting == "verleden" and dag > vandaag) or (richting == "toekomst" and dag < vandaag):
        wat = "moet nog komen" if richting == "verleden" else "is al geweest"
        raise Leesfout(f"De dag die u noemt, {datum_voluit(dag)}, {wat}.")
    return dag


def noemt_tijd(tekst: str) -> bool:
    """Whether there is any word of a date in it, or a number."""
    woorden = normaal(tekst).split()
    namen = MAAND.keys() | DAG.keys() | _RELATIEF.keys() | _EENHEID.keys() | _PERIODE
    return any(w in namen or w[0].isdecimal() or (w != "een" and getal_van(w) is not None) for w in woorden)


def _waarom_niet(tekst: str) -> str:
    woorden = set(normaal(tekst).split())
    if woorden & MAAND.keys() or woorden & _PERIODE:
        return "Ik zoek één dag. Noem de dag en de maand, zoals 3 maart."
    return "Ik kan uit uw antwoord geen datum halen."


def _lees(tekst: str, vandaag: date, richting: Richting) -> date | None:
    kaal = _OP.sub("", tekst.strip().strip("."))
    for patroon, volgorde in ((_ISO, (3, 2, 1)), (_CIJFERS, (1, 2, 3))):
        if m := patroon.match(kaal):
            dag, maand, jaar = (m.group(i) for i in volgorde)
            return _maak(int(dag), int(maand), jaar, vandaag, richting)
    kaal = _AS.sub(" aanstaande ", _JL.sub(" jongstleden ", kaal.lower()))
    gezegd = _DAG_MAAND_AANEEN.sub(r"\1 \2", _DAGDEEL.sub(r"\1", normaal(kaal)))
    woorden = [w for w in gezegd.split() if w not in _VULLING]
    kant: Richting
    for woord, kant, voor in (("jongstleden", "verleden", "afgelopen"), ("aanstaande", "toekomst", "komende")):
        if woord in woorden:
            woorden.remove(woord)
            richting = kant
            woorden = [voor, *woorden] if len(woorden) == 1 else woorden
    return _relatief(woorden, vandaag) or _weekdag(woorden, vandaag, richting) or _dag_maand(woorden, vandaag, richting)


def _maak(dag: int, maand: int, jaar: str | None, vandaag: date, richting: Richting) -> date | None:
    if not 1 <= maand <= 12:
        raise Leesfout(f"Maand {maand} bestaat niet. Typ eerst de dag, dan de maand, zoals 3-12.")
    heel = (int(jaar) + (2000 if len(jaar) == 2 else 0)) if jaar else None
    naam = f"{dag} {MAANDEN[maand - 1]}"
    if not 1 <= dag <= monthrange(2000, maand)[1]:
        raise Leesfout(f"De dag {naam} bestaat niet, dus ik heb nog geen datum.")
    if heel is not None:
        if heel not in JAREN:
            raise Leesfout(f"Ik lees het jaar {heel}, en dat past hier niet.")
        if dag > monthrange(heel, maand)[1]:
            raise Leesfout(f"De dag {naam} {heel} bestaat niet, dus ik heb nog geen datum.")
        return date(heel, maand, dag)
    try:
        dit_jaar = date(vandaag.year, maand, dag)
        if richting:
            gevonden = _naar_kant(dit_jaar, vandaag, richting)
        else:
            gevonden = dit_jaar if dit_jaar <= vandaag + _WELK_JAAR else dit_jaar.replace(year=vandaag.year - 1)
    except ValueError:
        gevonden = None
    if gevonden is None:
        raise Leesfout(f"Ik weet niet van welk jaar {naam} is. Zet het jaar erbij.")
    return gevonden


def _naar_kant(dit_jaar: date, vandaag: date, richting: Richting) -> date | None:
    """The last or the next such day; None where that is most of a year away, and another year as likely."""
    jaar = vandaag.year
    if richting == "verleden" and dit_jaar > vandaag:
        jaar -= 1
    elif richting == "toekomst" and dit_jaar < vandaag:
        jaar += 1
    gevonden = dit_jaar.replace(year=jaar)
    return gevonden if abs(gevonden - vandaag) <= _VER else None


def _relatief(woorden: list[str], vandaag: date) -> date | None:
    match woorden:
        case [w] if w in _RELATIEF:
            return vandaag + timedelta(days=_RELATIEF[w])
        case [*n, e, "geleden" | "terug"] if e in _EENHEID and (aantal := getal_van(" ".join(n))) is not None:
            return vandaag - timedelta(days=aantal * _EENHEID[e]) if aantal <= VERSTE else None
        case ["over", *n, e] if e in _EENHEID and (aantal := getal_van(" ".join(n))) is not None:
            return vandaag + timedelta(days=aantal * _EENHEID[e]) if aantal <= VERSTE else None
    return None


def _weekdag(woorden: list[str], vandaag: date, richting: Richting) -> date | None:
    if len(woorden) == 3 and woorden[0] in DAG:
        woorden = [*woorden[1:], woorden[0]]
    if not woorden or woorden[-1] not in DAG:
        return None
    doel = DAG[woorden[-1]]
    laatste = vandaag - timedelta(days=(vandaag.weekday() - doel) % 7 or 7)
    eerstvolgende = vandaag + timedelta(days=(doel - vandaag.weekday()) % 7 or 7)
    maandag = vandaag - timedelta(days=vandaag.weekday())
    match woorden[:-1]:
        case [] if doel == vandaag.weekday():
            andere = eerstvolgende if richting == "toekomst" else laatste
            raise Leesfout(f"Ik weet niet of u vandaag bedoelt, of {_zonder_jaar(andere)}.")
        case [] if richting == "toekomst":
            return eerstvolgende
        case [] | ["afgelopen"]:
            return laatste
        case ["komende"]:
            return eerstvolgende
        case ["deze", "week"]:
            return maandag + timedelta(days=doel)
        case ["vorige" | "afgelopen", "week"]:
            return maandag + timedelta(days=doel - 7)
        case ["volgende" | "komende", "week"]:
            return maandag + timedelta(days=doel + 7)
        case ["vorige"]:
            raise Leesfout(_welke_van(laatste, laatste - timedelta(days=7)))
        case ["volgende"]:
            raise Leesfout(_welke_van(eerstvolgende, eerstvolgende + timedelta(days=7)))
    return None


def _welke_van(een: date, ander: date) -> str:
    return f"Ik weet niet of u {_zonder_jaar(een)} bedoelt, of {_zonder_jaar(ander)}."


def _dag_maand(woorden: list[str], vandaag: date, richting: Richting) -> date | None:
    weekdag = DAG.get(woorden[0]) if woorden else None
    match woorden[1:] if weekdag is not None else woorden:
        case [*n, m] if m in MAAND and (dag := _dagnummer(" ".join(n))) is not None:
            gevonden = _maak(dag, MAAND[m], None, vandaag, richting)
        case [*n, m, j] if m in MAAND and (dag := _dagnummer(" ".join(n))) is not None and _JAAR.fullmatch(j):
            gevonden = _maak(dag, MAAND[m], j, vandaag, richting)
        case [*n, m, ("dit" | "vorig" | "afgelopen" | "volgend") as welk, "jaar"] if (
            m in MAAND and (dag := _dagnummer(" ".join(n))) is not None
        ):
            gevonden = _maak(dag, MAAND[m], str(vandaag.year + _JAAR_IN_WOORDEN[welk]), vandaag, richting)
        case _:
            return None
    if gevonden is not None and weekdag not in (None, gevonden.weekday()):
        raise Leesfout(f"De dag {datum_voluit(gevonden).partition(' ')[2]} is een {DAGEN[gevonden.weekday()]}.")
    return gevonden


def _dagnummer(woord: str) -> int | None:
    """`3`, `drie`, `3e`, `3de`, `derde`."""
    m = re.fullmatch(r"([0-9]{1,2})(?:e|de|ste)", woord)
    return int(m[1]) if m else _RANG.get(woord) or getal_van(woord)


def datum_voluit(dag: date) -> str:
    """`dinsdag 7 maart 2023`."""
    return f"{_zonder_jaar(dag)} {dag.year}"


def _zonder_jaar(dag: date) -> str:
    """`dinsdag 7 maart`."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]}"


def genoemde_datum(tekst: str, vandaag: date, richting: Richting = "") -> date | None:
    """The one date that a sentence names in two to four words (`27 februari`, `afgelopen dinsdag`), or None.

    Not the `5 maart` of `tussen 3 en 5 maart`, of `na 5 maart` or `begin 5 maart`, and none beside another day.
    """
    woorden = tekst.replace(",", " ").split()
    if any(len(w) == 4 and w.isdecimal() and int(w) not in JAREN for w in woorden):
        return None
    kaal = [normaal(w) for w in woorden]
    gevonden: dict[range, date] = {}
    for lengte in (4, 3, 2):
        for i in range(len(woorden) - lengte + 1):
            deel, plek = woorden[i : i + lengte], range(i, i + lengte)
            los = not any(len(al) > lengte and {*al} & {*plek} for al in gevonden)
            los = los and not all(w.isdecimal() for w in deel)
            if los and (dag := lees_datum(" ".join(deel), vandaag, richting)):
                gevonden[plek] = dag
    if len(set(gevonden.values())) != 1 or any(_hoort_bij(kaal[: plek.start]) for plek in gevonden):
        return None
    dag = next(iter(gevonden.values()))
    return None if any(_spreekt_tegen(w.strip(".;:()"), dag, vandaag, richting) for w in woorden) else dag


def _spreekt_tegen(woord: str, dag: date, vandaag: date, richting: Richting) -> bool:
    """Whether a word by itself names another day: `gisteren`, `8-3`, or a day of the week that `dag` is not."""
    kaal = normaal(woord)
    if weekdag := next((d for d in DAGEN if kaal.startswith(d)), None):
        return DAG[weekdag] != dag.weekday()
    alleen = kaal in _RELATIEF.keys() - {"nu", "morgen"} or re.fullmatch(r"[0-9]+[-/][0-9]+(?:[-/][0-9]+)?", woord)
    return bool(alleen) and lees_datum(woord, vandaag, richting) not in (None, dag)


def _hoort_bij(ervoor: list[str]) -> bool:
    """Whether the words before a date make it one end of a stretch, or only near."""
    if ervoor and ervoor[-1] in _VAAG:
        return True
    *_, eerder, laatst = ["", "", *ervoor]
    anders = _dagnummer(eerder) is not None or eerder in {*MAAND, *DAG, "en"}
    return laatst in _OF and anders


def iso_datum(tekst: str | None) -> date | None:
    """The date of an ISO text, or None for anything else."""
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError:
        return None

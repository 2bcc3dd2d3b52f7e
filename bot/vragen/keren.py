"""Reads how often something is."""

import re

from bot.vragen.datums import DAG, DAGEN
from bot.vragen.getallen import VULLING, hoeveelheid, is_vaag, stukken, zonder
from bot.vragen.leesfout import Leesfout

_PERIODE = {"dag": "dag", "week": "week", "wk": "week", "w": "week", "weken": "week", "maand": "maand", "mnd": "maand",
            "m": "maand", "jaar": "jaar", "jr": "jaar", "j": "jaar", "d": "dag"}  # fmt: skip
_PER = re.compile(
    r" ?(?:per|p|/|p /|in de|in een|in het|elke|iedere|elk|ieder) (dag|week|wk|w|maand|mnd|m|jaar|jr|j|d)$|"
    r" ?\bp([dwmj])$"
)
_KEER = frozenset("keer maal x keren".split())
_DAGDEEL = frozenset("dag dagen ochtend ochtenden middag middagen avond avonden".split())
_MAAL = re.compile(r"(.+?)(?:maal|keer)")
_VAST = {
    "dagelijks": (1, "dag"), "elke dag": (1, "dag"), "iedere dag": (1, "dag"), "alle dagen": (7, "week"),
    "wekelijks": (1, "week"), "elke week": (1, "week"), "iedere week": (1, "week"), "maandelijks": (1, "maand"),
    "elke maand": (1, "maand"), "iedere maand": (1, "maand"), "jaarlijks": (1, "jaar"), "elk jaar": (1, "jaar"),
    "ieder jaar": (1, "jaar"), "doordeweeks": (5, "week"), "door de week": (5, "week"), "werkdagen": (5, "week"),
    "op werkdagen": (5, "week"), "elke werkdag": (5, "week"), "alle werkdagen": (5, "week"),
    "iedere werkdag": (5, "week"), "hele week": (7, "week"), "de hele week": (7, "week"), "nooit": (0, "week"),
}  # fmt: skip
_DAGDELEN = "ochtend|morgen|middag|avond|nacht"
_ELK_DAGDEEL = re.compile(
    rf"(?:elke|iedere|s) (?:{_DAGDELEN})s?(?: en (?:(?:elke|iedere|s) )?(?:{_DAGDELEN})s?){{0,4}}"
)
_VOORAAN = re.compile(r"((?:elke|iedere|per) (?:dag|week|maand)|elk jaar|dagelijks) (.+ (?:keer|maal|x)|\w+maal)")
_VULLING = VULLING | frozenset("komt kom gaat ga heb hebben".split())
_OMGEREKEND = {("dag", "week"): 7, ("maand", "jaar"): 12}
_OM_DE = re.compile(
    r"\bom de|\beens in de (?!week|maand|dag|jaar)|\b(?:keer|x) in de (?!week|maand|dag)\w+ (?:dagen|weken)"
)


def lees_keren(tekst: str, per: str, *, kaal: bool = False) -> int:
    """How many times `per` dag, week, maand or jaar: `tweemaal per week`, `elke dag`, `ma, wo en vr`, `1x p/w`.

    With `kaal` a number without a period counts per `per`. Raises Leesfout.
    """
    woorden = zonder(stukken(tekst), _VULLING)
    gezegd = " ".join(woorden)
    if gelezen := _lees(gezegd, per if kaal else ""):
        aantal, genoemd = gelezen
        if genoemd == per:
            return aantal
        if genoemd and (factor := _OMGEREKEND.get((genoemd, per))):
            return aantal * factor
        if genoemd:
            raise Leesfout(f"Ik reken hier per {per}. Noem een getal per {per}, een schatting is goed.")
        raise Leesfout(f"Ik weet niet of u per {per} bedoelt. Zet dat erbij.")
    if _OM_DE.search(gezegd):
        raise Leesfout(f"Dat komt niet elke {per} op hetzelfde uit. Noem een getal per {per}.")
    if is_vaag(woorden):
        raise Leesfout(f"Ik weet niet precies hoe vaak het is. Noem één getal per {per}.")
    raise Leesfout(f"Ik kan uit uw antwoord niet halen hoe vaak het is. Noem een getal per {per}.")


def _lees(gezegd: str, per: str) -> tuple[int, str] | None:
    """The number and its period, the empty text where none is named and `per` is none either."""
    if gezegd in _VAST:
        return _VAST[gezegd]
    if m := _VOORAAN.fullmatch(gezegd):
        gezegd = f"{m[2]} {'elke dag' if m[1] == 'dagelijks' else m[1]}"
    if _ELK_DAGDEEL.fullmatch(gezegd.replace("' ", "").replace("’ ", "")):
        return len(set(re.findall(_DAGDELEN, gezegd))), "dag"
    if dagen := _weekdagen(gezegd):
        return dagen, "week"
    gevonden = _PER.search(gezegd)
    periode = _PERIODE[gevonden[1] or gevonden[2]] if gevonden else per
    woorden = (gezegd[: gevonden.start()] if gevonden else gezegd).split()
    if woorden == ["eens"]:
        return 1, periode
    if woorden and (woorden[-1] in _KEER or (woorden[-1] in _DAGDEEL and periode != "dag")):
        woorden = woorden[:-1]
    elif woorden and (m := _MAAL.fullmatch(woorden[-1])):
        woorden = [*woorden[:-1], m[1]]
    aantal = hoeveelheid(woorden)
    return (int(aantal), periode) if aantal is not None and aantal.denominator == 1 else None


def _weekdagen(gezegd: str) -> int | None:
    """`maandag en donderdag` is 2, `ma t/m vr` is 5; a day that is named twice is no answer."""
    gezegd = re.sub(r"^(?:op|elke|iedere|altijd) ", "", gezegd)
    if reeks := re.fullmatch(r"(?:van )?(\w+) (?:(?:t )?/ m|tm|tot en met) (\w+)", gezegd):
        van, met = _dag(reeks[1]), _dag(reeks[2])
        return met - van + 1 if van is not None and met is not None and met > van else None
    dagen = [_dag(w) for w in gezegd.split() if w != "en"]
    return len(dagen) if dagen and None not in dagen and len(set(dagen)) == len(dagen) else None


def _dag(woord: str) -> int | None:
    """`ma`, `maandag`, `maandags`."""
    return DAG.get(woord, DAG.get(woord.removesuffix("s")) if woord[:-1] in DAGEN else None)


def keren_voluit(aantal: int, per: str) -> str:
    """`2 keer per week`."""
    return f"{aantal} keer per {per}"

"""Reads a sum of money as people type it. Cents are whole; which sum is meant is never guessed."""

import re
from fractions import Fraction

from bot.vragen.getallen import VULLING, hoeveelheid, is_vaag, stukken, zonder
from bot.vragen.leesfout import Leesfout

_EURO = frozenset({"€", "eur", "euro", "euros"})
_CENT = frozenset({"cent", "cents", "centen", "ct"})
_TIENTJE = frozenset({"tientje", "tientjes"})
_VULLING = VULLING | frozenset("betaal betalen kost kosten krijg krijgen heb hebben totaal".split())
_STREEPJE = re.compile(r"(?<=[0-9])[.,]\s?(?:--?|=|[–—])(?!\s*[0-9])")
_MIN = re.compile(r"^\D*[-−–—]\s*(?:€\s*)?[0-9]|\bmin (?:€ )?[0-9]")
_KOMMA_VOOR_DRIE = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_DUIZEND = re.compile(r"([0-9]) k\b")
_MET_BTW = re.compile(r" ?\b(?:incl|inclusief|met) (?:de )?btw\b")
_ZONDER_BTW = re.compile(r"\b(?:excl|exclusief|zonder|ex) (?:de )?btw\b")
_PERIODE = {"dag": "dag", "week": "week", "maand": "maand", "jaar": "jaar", "uur": "uur", "keer": "keer",
            "wk": "week", "w": "week", "mnd": "maand", "m": "maand", "jr": "jaar", "dagelijks": "dag",
            "wekelijks": "week", "maandelijks": "maand", "jaarlijks": "jaar", "pm": "maand", "pw": "week"}  # fmt: skip
_PER = re.compile(
    r"(?:^| )(?:(?:per|p|/|p /|in de|in het|elke|iedere|elk|ieder) (dag|week|maand|jaar|uur|keer|wk|w|mnd|m|jr)"
    r"|(dagelijks|wekelijks|maandelijks|jaarlijks|pm|pw))(?= |$)"
)


def lees_bedrag(tekst: str, per: str = "") -> int:
    """The sum in cents: `€ 1.234,50`, `1200,-`, `twaalfhonderd euro`, `12 euro 50`, `15 euro per maand`.

    A period that is named must be `per`, where the question has one. Raises Leesfout.
    """
    if _MIN.search(tekst):
        raise Leesfout("Ik zoek een bedrag zonder min ervoor.")
    gezegd = _DUIZEND.sub(r"\1 duizend", " ".join(stukken(_STREEPJE.sub("", tekst))))
    if _ZONDER_BTW.search(gezegd):
        raise Leesfout("Ik zoek het bedrag met btw. Btw is de belasting in de prijs.")
    gezegd = _MET_BTW.sub("", gezegd)
    genoemd = {_PERIODE[m[1] or m[2]] for m in _PER.finditer(gezegd)}
    if per and genoemd - {per}:
        raise Leesfout(f"Ik zoek het bedrag per {per}.")
    woorden = zonder(_PER.sub(" ", gezegd).split(), _VULLING) if len(genoemd) < 2 else []
    centen = _centen(woorden)
    if centen is not None and centen.denominator == 1:
        return int(centen)
    if _KOMMA_VOOR_DRIE.search(tekst):
        raise Leesfout("Ik weet niet wat de komma betekent. Typ het bedrag zo: 1250 of 12,50.")
    if is_vaag(woorden):
        raise Leesfout("Ik weet niet welk bedrag het is. Noem één bedrag.")
    raise Leesfout('Ik kan uit uw antwoord geen bedrag halen. Typ het zo: "12,50".')


def _centen(woorden: list[str]) -> Fraction | None:
    if woorden == ["gratis"]:
        return Fraction(0)
    if woorden[:1] and woorden[0] in _EURO:
        voorop, woorden = True, woorden[1:]
        if woorden[-1:] and woorden[-1] in _EURO:
            woorden = woorden[:-1]
    else:
        voorop = False
    cent = bool(woorden) and woorden[-1] in _CENT
    woorden = woorden[:-1] if cent else woorden
    if woorden and woorden[-1] in _TIENTJE and not cent:
        return _maal(hoeveelheid(woorden[:-1]), 1000)
    plaats = next((i for i, w in enumerate(woorden) if w in _EURO), None)
    if plaats is None:
        return None if cent and voorop else _maal(hoeveelheid(woorden), 1 if cent else 100)
    euros, erna = hoeveelheid(woorden[:plaats]), woorden[plaats + 1 :]
    if not erna:
        return None if cent else _maal(euros, 100)
    los = hoeveelheid(erna)
    # `12 euro 5` may be 12,05 or 12,50.
    if voorop or euros is None or euros.denominator > 1 or los is None or not (0 if cent else 10) <= los <= 99:
        return None
    return euros * 100 + los


def _maal(aantal: Fraction | None, factor: int) -> Fraction | None:
    return None if aantal is None else aantal * factor

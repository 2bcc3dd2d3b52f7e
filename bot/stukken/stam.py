"""What is left of a Dutch word without its ending: for words that the lemmatiser does not know."""

import re

_KORTST = 4
_UITGANGEN = ("heden", "ingen", "en", "es", "s", "e")
_WORDT = {"heden": "heid", "ingen": "ing"}
_DUBBELE_MEDEKLINKER = re.compile(r"([bdfgklmnprst])\1$")
_DUBBELE_KLINKER = re.compile(r"([aeou])\1([bcdfgklmnprstvz])$")
_HARD = str.maketrans({"v": "f", "z": "s"})


def stam(woord: str) -> str:
    """The same for singular and plural, with and without -e: "plannen" and "plan" give "plan"."""
    if len(woord) < _KORTST:
        return woord
    for uitgang in _UITGANGEN:
        if woord.endswith(uitgang) and len(woord) - len(uitgang) >= _KORTST - 1 and not woord.endswith("ss"):
            woord = woord.removesuffix(uitgang) + _WORDT.get(uitgang, "")
            break
    woord = _DUBBELE_MEDEKLINKER.sub(r"\1", woord)
    woord = _DUBBELE_KLINKER.sub(r"\1\2", woord)
    return woord[:-1] + woord[-1].translate(_HARD)

"""Recognises a sentence in another language. Where it is not sure it says Dutch: that is likelier.

py3langid weighs groups of letters; a small word or a letter of the language itself (`data/dialogen/talen.yaml`) must
agree with it. So a dialect, a list of names or a term of the trade stays Dutch.
"""

import re
import unicodedata
from functools import cache, cached_property

from msgspec import Struct
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.gesprek.instellingen import WORTEL
from bot.vragen.bestand import lees_bestand
from bot.vragen.woorden import normaal, plat

ZEKER = 0.9
HEEL_ZEKER = 0.99
KORTSTE = 4
# Another alphabet than those of the languages that are known.
OVERIG = "overig"
STANDAARD = "en"
_SCHRIFTEN = {"ARABIC": ("ar", "fa"), "CYRILLIC": ("uk", "ru")}
_WOORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


class Taal(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One language: what is said in it, and what gives it away."""

    namen: tuple[str, ...]
    zin: str
    gevaar: str
    woorden: str = ""
    ook: tuple[str, ...] = ()
    letters: str = ""

    @cached_property
    def alle(self) -> frozenset[str]:
        """Small words of the language, without diacritics."""
        return frozenset(plat(w) for w in self.woorden.split()) | self.ook_nederlands

    @cached_property
    def ook_nederlands(self) -> frozenset[str]:
        """Those that Dutch, a dialect or a name has too: they prove nothing by themselves."""
        return frozenset(map(plat, self.ook))

    def verraden_door(self, tekst: str) -> bool:
        """Whether a word, or a letter outside a name, shows that it is this language."""
        eigen = [w for w in _WOORD.findall(tekst) if w[0].islower() and any(c in self.letters for c in w)]
        return bool(eigen) or bool(set(woorden_van(tekst)) & (self.alle - self.ook_nederlands))


class Talen(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/dialogen/talen.yaml`: the languages by ISO code."""

    talen: dict[str, Taal]

    def zoek(self, code: str | None) -> Taal:
        """The language with this code, else English: that is understood most."""
        return self.talen.get(code or "", self.talen[STANDAARD])

    def genoemd(self, tekst: str) -> str | None:
        """The code of the language that is named ("spreekt u Turks?")."""
        woorden = set(normaal(tekst).split())
        return next((code for code, taal in self.talen.items() if woorden & set(taal.namen)), None)


@cache
def talen() -> Talen:
    """The languages. Raises Bestandsfout."""
    return lees_bestand(WORTEL / "data" / "dialogen" / "talen.yaml", Talen)


@cache
def _herkenner() -> LanguageIdentifier:
    herkenner = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    herkenner.set_languages(["nl", *talen().talen])
    return herkenner


def andere_taal(tekst: str) -> str | None:
    """The ISO code of the language when it is surely not Dutch, else None. `overig`: an alphabet we know nothing of."""
    if schrift := _ander_schrift(tekst):
        return _in_schrift(tekst, schrift)
    woorden = woorden_van(tekst)
    if len(woorden) < 2:
        return None
    kansen = {code: float(kans) for code, kans in _herkenner().rank(tekst)}
    beste = max(kansen, key=lambda code: kansen[code])
    if len(woorden) < KORTSTE and (kort := _kort(woorden)):
        return kort
    if beste == "nl" or 1 - kansen["nl"] < ZEKER:
        return None
    taal = talen().talen[beste]
    genoeg = len(woorden) >= KORTSTE and 1 - kansen["nl"] >= HEEL_ZEKER and len(set(woorden) & taal.alle) >= 2
    return beste if genoeg or taal.verraden_door(tekst) else None


def woorden_van(tekst: str) -> list[str]:
    """The words without diacritics."""
    return [plat(w) for w in _WOORD.findall(tekst.replace("’", "'"))]


def _kort(woorden: list[str]) -> str | None:
    """Too short to weigh: all words must be small words of one language, and one of them of no other."""
    past = [
        code for code, taal in talen().talen.items() if set(woorden) <= taal.alle and set(woorden) - taal.ook_nederlands
    ]
    return past[0] if len(past) == 1 else None


def _ander_schrift(tekst: str) -> str | None:
    """The alphabet when most letters are not Latin, by its Unicode name."""
    letters = [unicodedata.name(c, "").split(" ")[0] for c in tekst if c.isalpha()]
    vreemd = [naam for naam in letters if naam != "LATIN"]
    return max(set(vreemd), key=vreemd.count) if len(vreemd) * 2 > len(letters) else None


def _in_schrift(tekst: str, schrift: str) -> str:
    codes = _SCHRIFTEN.get(schrift)
    if codes is None:
        return OVERIG
    eigen = [code for code in codes if talen().talen[code].verraden_door(tekst.casefold())]
    if len(eigen) == 1:
        return eigen[0]
    kansen = dict(_herkenner().rank(tekst))
    return max(codes, key=lambda code: kansen[code])

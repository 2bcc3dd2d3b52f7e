"""One form for the ways in which people write the same thing: `Rollators`, `een rollator`, `róllator`.

The form is a key to compare with, no word to show. Two texts have the same form when they differ only in case,
diacritics, punctuation, hyphens and spaces, articles, a regular plural, or a doubled letter (`raam` and `ramen`
need that, and it bears `rolator` too). A text with another word in it has another form.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROFFEN = str.maketrans("’‘`´", "''''")
WOORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
LIDWOORDEN = frozenset(("een", "n", "de", "het", "t", "mijn", "m'n", "mn", "uw"))
DUBBEL = re.compile(r"([^\W\d_])\1+")
MEERVOUD = re.compile(r"(?<=.{3})(?:(?<=el|er|or|en|em|ie|ur)s|(?<=[eop])s|'s|en)$")
VERZACHT = {"v": "f", "z": "s"}


def woordvorm(tekst: str) -> str:
    """The form of a text; empty when there is no letter or digit in it."""
    woorden = WOORD.findall(_plat(tekst))
    inhoud = [woord for woord in woorden if woord not in LIDWOORDEN] or woorden
    return _enkele_letters("".join(map(_enkelvoud, inhoud)))


@lru_cache(maxsize=4096)
def naamvorm(naam: str) -> str:
    """The form of a name in a file: worked out once. What people type is never kept."""
    return woordvorm(naam)


def _plat(tekst: str) -> str:
    letters = unicodedata.normalize("NFKD", tekst.translate(APOSTROFFEN).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _enkelvoud(woord: str) -> str:
    """Without plural endings, as often as there are: `keukens` and `keuken` both end as `keuk`."""
    while (korter := _zonder_uitgang(woord)) != woord:
        woord = korter
    return woord.replace("'", "")


def _zonder_uitgang(woord: str) -> str:
    kern = MEERVOUD.sub("", _enkele_letters(woord))
    return kern[:-1] + VERZACHT.get(kern[-1], kern[-1])


def _enkele_letters(woord: str) -> str:
    return DUBBEL.sub(r"\1", woord)

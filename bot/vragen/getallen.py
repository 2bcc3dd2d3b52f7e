"""Amounts as people type them: whole, with a comma, written out, with a half or a quarter."""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction

from bot.vragen.woorden import getal_van, plat

_TEKEN_VOOR_BREUK = {"½": " en een half", "¼": " en een kwart", "¾": " en driekwart"}
_STUK = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|\S")
_STUK_OF = re.compile(r"\b(?:een )?stuk of (?=\w)")
_ZWIJGT = frozenset('.,;!()"')
_DUIZENDTALLEN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_DECIMALEN = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,2})?")
_HELFT = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "kwart": Fraction(1, 4)}
_BREUK = {"anderhalf": Fraction(3, 2), "anderhalve": Fraction(3, 2), "driekwart": Fraction(3, 4)} | {
    f"{een}{woord}": waarde for woord, waarde in _HELFT.items() for een in ("", "een")
}
_HEEL_EN_BREUK = re.compile(rf"(?P<heel>.+?)en(?P<breuk>{'|'.join(w for w in _BREUK if not w.startswith('ander'))})")

# Said around an amount without changing it.
VULLING = frozenset(
    "het t dat dit er is was zijn ik wij we denk geloof dus nou nu al ongeveer circa ca zon rond maar hoor euh".split()
)
# With one of these there is no single amount.
VAAG = frozenset(
    "bijna haast ruim meer minder langer korter minstens hooguit hoogstens maximaal minimaal max tussen tot vanaf paar "
    "enkele aantal sommige of a soms vaak regelmatig".split()
)


def stukken(tekst: str) -> list[str]:
    """The words, numbers and signs in order; points and commas that are no part of a number are left out."""
    for teken, woord in _TEKEN_VOOR_BREUK.items():
        tekst = tekst.replace(teken, f"{woord} ")
    kaal = re.sub(r"(?<=\w)['’‘`](?=\w)", "", plat(tekst))
    return [s for s in _STUK.findall(_STUK_OF.sub("ongeveer ", kaal)) if s not in _ZWIJGT]


def zonder(woorden: Sequence[str], weg: Collection[str]) -> list[str]:
    """The words that are not in `weg`."""
    return [w for w in woorden if w not in weg]


def is_vaag(woorden: Sequence[str]) -> bool:
    """Whether the words hold more than one number, or one of VAAG."""
    getallen = [w for w in woorden if w[0].isdigit() or (w != "een" and getal_van(w) is not None)]
    return len(getallen) > 1 or bool(VAAG & set(woorden))


def cijfers(tekst: str) -> Fraction | None:
    """`1250`, `1.250`, `12.50` and `2,5`. A point before three digits parts thousands; `1,250` is None."""
    if _DUIZENDTALLEN.fullmatch(tekst):
        return Fraction(tekst.replace(".", "").replace(",", "."))
    return Fraction(tekst.replace(",", ".")) if _DECIMALEN.fullmatch(tekst) else None


def _keer_duizend(woorden: Sequence[str], aaneen: str) -> Fraction | None:
    """`anderhalf duizend`, `2,5 duizend`, `anderhalfduizend`; what is whole in words is read elsewhere."""
    for woord, factor in (("duizend", 1000), ("honderd", 100)):
        begin = aaneen.removesuffix(woord)
        aantal = _BREUK.get(begin)
        if aantal is None and len(woorden) > 1 and woorden[-1] == woord:
            aantal = hoeveelheid(woorden[:-1])
        if begin != aaneen and aantal is not None and (aantal.denominator > 1 or woorden[0][0].isdigit()):
            return aantal * factor
    return None


def hoeveelheid(woorden: Sequence[str]) -> Fraction | None:
    """The amount that all the words together stand for: `anderhalf`, `2 en een half`, `twaalf honderd`, `2,5`."""
    woorden = woorden[1:] if woorden[:1] == ["en"] else woorden
    if len(woorden) == 1 and (getal := cijfers(woorden[0])) is not None:
        return getal
    aaneen = "".join(woorden)
    if aaneen in _BREUK:
        return _BREUK[aaneen]
    if (keer := _keer_duizend(woorden, aaneen)) is not None:
        return keer
    if any(w[0].isdigit() for w in woorden[1:]):
        return None
    if m := _HEEL_EN_BREUK.fullmatch(aaneen):
        heel = getal_van(m["heel"])
        return None if heel is None else heel + _BREUK[m["breuk"]]
    heel = getal_van(" ".join(woorden)) if woorden and not woorden[0][0].isdigit() else None
    return None if heel is None else Fraction(heel)

"""Splits Dutch compounds into words that are known: "cliëntenparticipatiebeleid" is cliënt, participatie and beleid."""

from collections.abc import Iterable
from functools import lru_cache

_KORTSTE_DEEL = 4
_KORTSTE_WOORD = 8
_LANGSTE_WOORD = 60
_TUSSEN = ("", "s", "en", "e", "n", "-", "s-", "en-")
_MEESTE_DELEN = 4
# Endings that look like words and are none.
_GEEN_DEEL = frozenset(
    "heid lijk baar ring ging ling ding ning ting tingen ingen eren eerd isch teit iteit loos zaam".split()
)


class Splitser:
    """Knows the words of the documents and of the checklists."""

    def __init__(self, woordenschat: Iterable[str]) -> None:
        self._delen = frozenset(
            w for w in woordenschat if len(w) >= _KORTSTE_DEEL and w.isalpha() and w not in _GEEN_DEEL
        )
        self._splits = lru_cache(maxsize=None)(self._splits_woord)

    def splits(self, woord: str) -> tuple[str, ...]:
        """The parts of a compound, as few as possible and the last one as long as possible; else nothing."""
        return self._splits(woord, _MEESTE_DELEN) if _KORTSTE_WOORD <= len(woord) <= _LANGSTE_WOORD else ()

    def _splits_woord(self, woord: str, hoogstens: int) -> tuple[str, ...]:
        beste: tuple[str, ...] = ()
        for i in range(_KORTSTE_DEEL, len(woord) - _KORTSTE_DEEL + 1):
            eind = woord[i:]
            if eind not in self._delen:
                continue
            begin = self._begin(woord[:i], hoogstens - 1)
            if begin and (not beste or len(begin) + 1 < len(beste)):
                beste = (*begin, eind)
        return beste

    def _begin(self, woord: str, hoogstens: int) -> tuple[str, ...]:
        for tussen in _TUSSEN:
            kaal = woord.removesuffix(tussen) if woord.endswith(tussen) else ""
            if kaal in self._delen:
                return (kaal,)
        if hoogstens < 2:
            return ()
        for tussen in _TUSSEN:
            if woord.endswith(tussen) and (delen := self._splits(woord.removesuffix(tussen), hoogstens)):
                return delen
        return ()

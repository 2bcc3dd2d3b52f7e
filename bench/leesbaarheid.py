"""Which texts are the hardest to read: for content people, by hand. The gate itself is tests/test_teksten.py.

Usage: make leesbaarheid

Per text: words in a sentence, Flesch-Douma, Brouwer and LIX. The scores are reported and never decide anything: on
rewritten letters of municipalities they did not separate good from bad.
"""

import argparse
import statistics
from functools import cache

import pyphen

from tests.test_teksten import ALLE, Tekst, woorden, zinnen

KORTSTE = 6
_NEDERLANDS = pyphen.Pyphen(lang="nl_NL")


@cache
def lettergrepen(woord: str) -> int:
    """Syllables, by the hyphenation of the word."""
    return len(_NEDERLANDS.inserted("".join(c for c in woord if c.isalpha())).split("-"))


def maten(tekst: Tekst) -> dict[str, float]:
    """Words in a sentence, and three scores."""
    alle_zinnen = [zin for bubbel in tekst.bubbels for zin in zinnen(bubbel)]
    alle_woorden = [woord for zin in alle_zinnen for woord in woorden(zin)]
    per_zin = len(alle_woorden) / len(alle_zinnen)
    per_woord = statistics.mean(map(lettergrepen, alle_woorden))
    lang = 100 * sum(sum(map(str.isalpha, woord)) > 6 for woord in alle_woorden) / len(alle_woorden)
    return {
        "woorden": per_zin,
        "douma": 206.84 - 77 * per_woord - 0.93 * per_zin,
        "brouwer": 195 - 66.7 * per_woord - 2 * per_zin,
        "lix": per_zin + lang,
    }


def _is_zin(tekst: Tekst) -> bool:
    """Long enough to say something about."""
    return sum(len(woorden(bubbel)) for bubbel in tekst.bubbels) >= KORTSTE


def main() -> None:
    """Prints the hardest texts first, then the medians."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=25)
    aantal = lezer.parse_args().aantal
    gemeten = [(tekst, maten(tekst)) for tekst in ALLE if tekst.nederlands and _is_zin(tekst)]
    gemeten.sort(key=lambda paar: paar[1]["douma"])
    print(f"{'tekst':50} {'woorden/zin':>11} {'Douma':>6} {'Brouwer':>8} {'LIX':>5}")
    for tekst, maat in gemeten[:aantal]:
        scores = f"{maat['douma']:6.0f} {maat['brouwer']:8.0f} {maat['lix']:5.0f}"
        print(f"{tekst.plek:50.50} {maat['woorden']:11.1f} {scores}")
    midden = {naam: statistics.median(maat[naam] for _, maat in gemeten) for naam in gemeten[0][1]}
    print(f"{len(gemeten)} texts, median: {midden['woorden']:.1f} words a sentence, Douma {midden['douma']:.0f}, "
          f"Brouwer {midden['brouwer']:.0f}, LIX {midden['lix']:.0f}")  # fmt: skip


if __name__ == "__main__":
    main()

"""Measures by hand how well the bot understands sentences that nobody trained or tuned on: tests/nlu/apart.yml.

Usage: make evaluatie

Goes through `python -m bot versta`, danger layer and language recognition included. Prints how often the first
answer is right, per style of writing, and for danger, what is out of scope and other languages how many are found
and mistaken.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

APART = Path(__file__).parent.parent / "tests" / "nlu" / "apart.yml"
STIJLEN: dict[str, Callable[[str], bool]] = {
    "all": lambda zin: True,
    "key words (4 at most)": lambda zin: len(zin.split()) <= 4,
    "questions": lambda zin: zin.endswith("?"),
    "stories (15 words or more)": lambda zin: len(zin.split()) >= 15,
    "no capitals": lambda zin: zin == zin.lower(),
}
BIJZONDER = ("crisis", "buiten_bereik", "andere_taal")


def zinnen() -> list[tuple[str, str]]:
    """Every held-out sentence with its id."""
    delen = YAML(typ="safe", pure=True).load(APART)["nlu"]
    regels = [
        (deel["intent"], regel.strip().removeprefix("- ")) for deel in delen for regel in deel["examples"].splitlines()
    ]
    return [(id, zin) for id, zin in regels if zin]


def main() -> None:
    """Measures and prints."""
    proef = zinnen()
    begin = time.perf_counter()
    gedaan = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "versta"],
        input="".join(f"{zin}\n" for _, zin in proef),
        capture_output=True,
        text=True,
        check=True,
    )
    duur = time.perf_counter() - begin
    verstaan = [json.loads(regel)["onderwerp"] for regel in gedaan.stdout.splitlines()]
    uitslag = [(id, zin, gezegd) for (id, zin), gezegd in zip(proef, verstaan, strict=True)]
    for naam, past in STIJLEN.items():
        deel = [(id, gezegd) for id, zin, gezegd in uitslag if past(zin)]
        goed = sum(id == gezegd for id, gezegd in deel)
        print(f"{naam}: {goed} of {len(deel)} right at once ({100 * goed / len(deel):.1f}%)")
    for id in BIJZONDER:
        gevonden = sum(gezegd == id == hoort for hoort, _, gezegd in uitslag)
        vals = sum(gezegd == id != hoort for hoort, _, gezegd in uitslag)
        aantal = sum(hoort == id for hoort, *_ in uitslag)
        print(f"{id}: {gevonden} of {aantal} found, {vals} of {len(uitslag) - aantal} others taken for it")
    print(f"{len(proef)} sentences in {duur:.0f} s, loading the model included")


if __name__ == "__main__":
    main()

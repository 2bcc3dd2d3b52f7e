"""Measures the rules by hand: loading a municipality, and one outcome of each rule.

Usage: PYTHONPATH=. .venv/bin/python bench/regels.py
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

from bot.gemeente import laad
from bot.gesprek.diensten import vandaag_in_nederland
from bot.regels import Invoerfout, bereken

WORTEL = Path(__file__).parent.parent
KEREN = 200


def microseconden(doe: Callable[[], object], keren: int) -> float:
    """The median time of a call in microseconds."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        doe()
        tijden.append(1e6 * (time.perf_counter() - begin))
    return statistics.median(tijden)


def main() -> None:
    """Prints the loading time, then per rule its slowest and its median case of tests/gevallen."""
    map_ = WORTEL / "gemeenten" / "het_hogeland"
    print(f"loading {map_.name}: {microseconden(lambda: laad(map_), 15) / 1000:.0f} ms")
    gemeente, vandaag = laad(map_), vandaag_in_nederland()
    per_regel: dict[str, list[tuple[float, str]]] = {}
    for bestand in sorted((WORTEL / "tests" / "gevallen").glob("*.yaml")):
        for geval in YAML(typ="safe", pure=True).load(bestand)["gevallen"]:
            regel, invoer = geval["regel"], geval["invoer"]
            try:
                bereken(gemeente, regel, invoer, vandaag)
            except Invoerfout:
                continue
            tijd = microseconden(lambda r=regel, i=invoer: bereken(gemeente, r, i, vandaag), KEREN)
            per_regel.setdefault(regel, []).append((tijd, geval["naam"]))
    for regel, tijden in per_regel.items():
        langste, naam = max(tijden)
        print(f"{regel}: median {statistics.median(t for t, _ in tijden):.0f} µs, slowest {langste:.0f} µs ({naam})")


if __name__ == "__main__":
    main()

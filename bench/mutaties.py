"""Changes one comparison or number in bot/regels at a time and counts which changes the tests catch.

Usage: .venv/bin/python bench/mutaties.py [--deel 1/4] [--bestand vervoer.py]

Works in a copy of the checkout; prints every change that no test noticed, and the score. Class options
(`frozen`, `kw_only`), cache sizes and texts are left alone.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
VERGELIJKINGEN = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
                  ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
                  ast.IsNot: ast.Is}  # fmt: skip
REKENEN = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult}


def mutaties(bron: str) -> Iterator[tuple[int, str, str]]:
    """Line, what was changed, and the whole changed source; for each comparison, number, sum and and/or."""
    aantal = len(list(ast.walk(ast.parse(bron))))
    for n in range(aantal):
        boom = ast.parse(bron)
        knoop = list(ast.walk(boom))[n]
        wat = _verander(knoop, _klasseopties(boom))
        if wat:
            yield getattr(knoop, "lineno", 0), wat, ast.unparse(boom)


def _klasseopties(boom: ast.AST) -> set[int]:
    opties = [k.value for c in ast.walk(boom) if isinstance(c, ast.ClassDef) for k in c.keywords]
    geheugens = [k.value for c in ast.walk(boom) if isinstance(c, ast.Call) for k in c.keywords if k.arg == "maxsize"]
    return {id(waarde) for waarde in (*opties, *geheugens)}


def _verander(knoop: ast.AST, weg: set[int]) -> str:
    if isinstance(knoop, ast.Compare) and type(knoop.ops[0]) in VERGELIJKINGEN:
        was = type(knoop.ops[0])
        knoop.ops[0] = VERGELIJKINGEN[was]()
        return f"{was.__name__} -> {VERGELIJKINGEN[was].__name__}"
    if isinstance(knoop, ast.Constant) and type(knoop.value) is int and id(knoop) not in weg:
        knoop.value += 1
        return f"{knoop.value - 1} -> {knoop.value}"
    if isinstance(knoop, ast.BinOp) and type(knoop.op) in REKENEN:
        was_op = type(knoop.op)
        knoop.op = REKENEN[was_op]()
        return f"{was_op.__name__} -> {REKENEN[was_op].__name__}"
    if isinstance(knoop, ast.BoolOp):
        knoop.op = ast.Or() if isinstance(knoop.op, ast.And) else ast.And()
        return "and <-> or"
    return ""


def gemerkt(kopie: Path) -> bool:
    """Whether a test fails in the copy."""
    opdracht = [sys.executable, "-m", "pytest", "-x", "-q", "--noconftest", "-p", "tests.regels.conftest",
                "tests/regels", "tests/gemeente"]  # fmt: skip
    gedaan = subprocess.run(
        opdracht, cwd=kopie, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, timeout=600
    )
    return gedaan.returncode != 0


def main() -> int:
    """Runs; 0 when at least 95% was noticed."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--deel", default="1/1", help="only this share of the changes, such as 1/4")
    lezer.add_argument("--bestand", default="*.py")
    keuze = lezer.parse_args()
    deel, delen = map(int, keuze.deel.split("/"))
    with tempfile.TemporaryDirectory() as tijdelijk:
        kopie = Path(tijdelijk) / "main"
        shutil.copytree(WORTEL, kopie, ignore=shutil.ignore_patterns(".venv", ".git", "models", "var", "__pycache__"))
        os.symlink(WORTEL.parent / "shared", Path(tijdelijk) / "shared")
        if gemerkt(kopie):
            print("The tests fail without any change: mend that first.")
            return 1
        totaal, gemist = 0, []
        for bestand in sorted((kopie / "bot" / "regels").rglob(keuze.bestand)):
            bron = bestand.read_text(encoding="utf-8")
            for nummer, (regel, wat, anders) in enumerate(mutaties(bron)):
                if nummer % delen != deel - 1:
                    continue
                bestand.write_text(anders, encoding="utf-8")
                totaal += 1
                if not gemerkt(kopie):
                    gemist.append(f"{bestand.relative_to(kopie)}:{regel}: {wat}")
                    print(gemist[-1], flush=True)
            bestand.write_text(bron, encoding="utf-8")
    score = 100 * (totaal - len(gemist)) / max(totaal, 1)
    print(f"{totaal} changes, {len(gemist)} not noticed: {score:.1f}%")
    return 0 if score >= 95 else 1


if __name__ == "__main__":
    sys.exit(main())

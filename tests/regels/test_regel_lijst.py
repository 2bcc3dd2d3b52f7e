"""`docs/regels.md` names every provision of the source, every rule, and no rule that does not exist."""

import re
from pathlib import Path

import pytest

from bot.regels import REGELS
from tests.regels.test_regel_bronnen import BRONNEN, paragrafen, plat

DOC = (Path(__file__).parents[2] / "docs" / "regels.md").read_text(encoding="utf-8")
LIJST = DOC.split("## Elke bepaling")[1].split("\n## ")[0]
# Said as one row.
SAMEN = {f"bijlage 2 §1.2.{n}" for n in range(2, 10)}
# Headings of the tables in these bijlagen are requirements for providers: one row each.
ALS_GEHEEL = ("bijlage 5", "bijlage 6", "bijlage 7")


def test_elke_paragraaf_van_de_bron_staat_in_de_lijst() -> None:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE LIJST IS NIET MET DE BRON VERGELEKEN.")
    tekst = next(BRONNEN.glob("004_*.txt")).read_text(encoding="utf-8")
    plaatsen = paragrafen(tuple(regel for ruw in tekst.splitlines() if (regel := plat(ruw))))
    gevonden = {plaats for plaats in plaatsen if "§" in plaats and not plaats.startswith(ALS_GEHEEL)}
    gevonden |= {plaats for plaats in plaatsen if re.fullmatch(r"bijlage \d", plaats) and plaats[-1] in "34567"}
    assert len(gevonden) > 70
    rijen = set(re.findall(r"^\| ([^|]+?) \|", LIJST, re.MULTILINE))
    assert gevonden - SAMEN - rijen == set()


def test_de_lijst_noemt_elke_regel_en_geen_andere() -> None:
    genoemd = {naam for rij in LIJST.splitlines() if "regel" in rij for naam in re.findall(r"`([a-z-]+)`", rij)}
    assert set(REGELS) - genoemd == set()
    koppen = set(re.findall(r"^### .*\(`([a-z-]+)`\)$", DOC, re.MULTILINE))
    assert koppen == set(REGELS)

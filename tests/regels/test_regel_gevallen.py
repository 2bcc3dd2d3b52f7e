"""Every case in tests/gevallen: a sentence, an input, and what a person worked out by hand from the source."""

import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.regels import Invoerfout

MAP = Path(__file__).parents[1] / "gevallen"
VELDEN = {"naam", "regel", "som", "invoer", "uitkomst", "fout", "redenen_bevat", "redenen_niet"}


def gevallen() -> list[dict[str, Any]]:
    uit = []
    for bestand in sorted(MAP.glob("*.yaml")):
        uit += YAML(typ="safe", pure=True).load(bestand.read_text(encoding="utf-8"))["gevallen"]
    return uit


GEVALLEN = gevallen()


def verschil(verwacht: Any, echt: Any, plek: str = "uitkomst") -> list[str]:
    """Where the outcome differs. Of a group only the named fields count; a list counts whole."""
    if isinstance(verwacht, dict) and isinstance(echt, dict):
        uit = [f"{plek}.{naam} ontbreekt" for naam in verwacht if naam not in echt]
        if plek.endswith("per_taak") and len(verwacht) > 1:
            uit += [f"{plek}.{naam} is niet verwacht" for naam in echt if naam not in verwacht]
        return uit + [
            v for naam in verwacht if naam in echt for v in verschil(verwacht[naam], echt[naam], f"{plek}.{naam}")
        ]
    if isinstance(verwacht, list) and isinstance(echt, list):
        if len(verwacht) != len(echt):
            return [f"{plek}: verwacht {verwacht}, kreeg {echt}"]
        return [v for n, (a, b) in enumerate(zip(verwacht, echt, strict=True)) for v in verschil(a, b, f"{plek}.{n}")]
    return [] if verwacht == echt and type(verwacht) is type(echt) else [f"{plek}: verwacht {verwacht}, kreeg {echt}"]


@pytest.mark.parametrize("geval", GEVALLEN, ids=[g["naam"] for g in GEVALLEN])
def test_geval(geval: dict[str, Any], reken: Any) -> None:
    assert set(geval) <= VELDEN
    if "fout" in geval:
        with pytest.raises(Invoerfout) as gevangen:
            reken(geval["regel"], geval["invoer"])
        assert [fout.veld for fout in gevangen.value.fouten] == geval["fout"]
        return
    uitkomst = reken(geval["regel"], geval["invoer"])
    verwacht = geval["uitkomst"]
    # An empty group or list in a case means empty, not "anything".
    for naam in ("waarde", "stappen", "redenen", "ontbreekt"):
        if naam in verwacht and not verwacht[naam]:
            assert not uitkomst[naam]
    assert verschil(verwacht, uitkomst) == []
    codes = [reden["code"] for reden in uitkomst["redenen"]]
    assert set(geval.get("redenen_bevat", [])) <= set(codes)
    assert not set(geval.get("redenen_niet", [])) & set(codes)
    json.dumps(uitkomst, allow_nan=False)


def test_elk_geval_met_een_getal_laat_de_som_zien() -> None:
    zonder = [
        g["naam"] for g in GEVALLEN
        if "som" not in g and "minuten_per_week" in str(g.get("uitkomst")) and g["regel"] == "huishoudelijke-hulp"
    ]  # fmt: skip
    assert zonder == []


def test_geen_twee_gevallen_hebben_dezelfde_naam() -> None:
    namen = [g["naam"] for g in GEVALLEN]
    assert len(namen) == len(set(namen))

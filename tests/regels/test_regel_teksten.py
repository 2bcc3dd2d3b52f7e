"""What a citizen reads in an outcome is plain Dutch, and all of it comes with a source."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from bot.regels import motor
from bot.regels.huishoudelijke_hulp.invoer import Omstandigheid, ZorgVoorKind
from bot.regels.regeling import duur

BESTANDEN = sorted((Path(__file__).parents[2] / "gemeenten").glob("*/regelingen/*/*.yaml"))
STIJF = re.compile(
    r"\b(middels|inzake|indien|teneinde|tevens|alsmede|dient te|conform|ten behoeve van|helaas|derhalve|betreffende"
    r"|i\.v\.m\.|m\.b\.t\.|o\.a\.|d\.m\.v\.)\b",
    re.IGNORECASE,
)
# What only reviewers read, and words that are no sentences.
NIET_VOOR_DE_INWONER = {
    "document",
    "plaats",
    "regel",
    "keuze",
    "waarom",
    "id",
    "code",
    "telt",
    "eenheid",
    "titel",
    "bijdrage",
}


def teksten(deel: Any, plek: str, naam: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(deel, dict):
        for sleutel, item in deel.items():
            yield from teksten(item, f"{plek}.{sleutel}", sleutel)
    elif isinstance(deel, list):
        for n, item in enumerate(deel):
            yield from teksten(item, f"{plek}.{n}", naam)
    elif isinstance(deel, str) and naam not in NIET_VOOR_DE_INWONER:
        yield plek, deel


ALLE = [t for b in BESTANDEN for t in teksten(YAML(typ="safe", pure=True).load(b), b.parent.name)]
ALLE += [("geen_regeling", motor.GEEN_REGELING), ("geen_voorbehoud", motor.GEEN_VOORBEHOUD)]


@pytest.mark.parametrize(("plek", "tekst"), ALLE, ids=[plek for plek, _ in ALLE])
def test_een_tekst_is_gewoon_nederlands(plek: str, tekst: str) -> None:
    zinnen = [zin for zin in re.split(r"(?<=[.?])\s+", tekst.strip()) if zin]
    assert len(zinnen) <= 3
    assert tekst.count("?") <= 1
    assert all(len(zin.split()) <= 20 for zin in zinnen), [len(zin.split()) for zin in zinnen]
    assert not STIJF.search(tekst)
    assert "!" not in tekst


def test_geen_zin_in_een_stap_is_te_lang(reken: Any) -> None:
    maaltijden = {"broodmaaltijd": {"keer_per_dag": 2}, "warme_maaltijd": {"wijze": "opwarmen"}}
    taken: dict[str, Any] = {naam: {**hoe, "dagen_per_week": 7} for naam, hoe in maaltijden.items()}
    delen = {
        "boodschappen": ["lijst"],
        "broodmaaltijd": ["klaarzetten"],
        "warme_maaltijd": ["klaarzetten"],
        "licht_huishoudelijk_werk": ["stof_heuphoogte"],
        "zwaar_huishoudelijk_werk": ["bedden_verschonen"],
        "wasverzorging": ["ophangen_afhalen"],
    }
    for naam, zelf in delen.items():
        taken[naam] = {**taken.get(naam, {}), "zelf": zelf}
    taken["kinderverzorging"] = [dict.fromkeys(ZorgVoorKind.__struct_fields__, 7)]
    taken["organisatie"] = {}
    alles = {
        "huishouden": {"personen": 6, "kinderen": [2, 3]},
        "taken": taken,
        "omstandigheden": list(get_args(Omstandigheid)),
    }
    stappen = reken("huishoudelijke-hulp", alles)["stappen"]
    zinnen = [zin for stap in stappen for zin in re.split(r"(?<=[.?])\s+", stap["tekst"])]
    assert len(zinnen) > 50
    assert [zin for zin in zinnen if len(zin.split()) > 20] == []


def test_langdurig_afwezig_zegt_dat_het_meeste_werk_kan_wachten(reken: Any) -> None:
    iemand = {
        "leeftijd": 45,
        "inwonend": True,
        "leefeenheid": True,
        "aantoonbare_beperking": False,
        "overbelast": "nee",
        "weg_etmalen_aaneen": 14,
        "weg_verplicht_door_werk": True,
        "niet_gewend": False,
        "weigert": False,
    }
    uit = reken("gebruikelijke-hulp", {"situatie": {"duur_maanden": 12, "terminaal": False}, "huisgenoten": [iemand]})
    tekst = uit["redenen"][0]["tekst"]
    assert "kan wachten tot deze huisgenoot terug is" in tekst
    assert "7 dagen en nachten" in tekst


def test_elke_uitkomst_zegt_wie_beslist_of_onderzoekt(reken: Any) -> None:
    for regel in ("huishoudelijke-hulp", "gebruikelijke-hulp", "overbelasting"):
        assert "consulent" in reken(regel, {})["voorbehoud"]
    assert "gaan voor" in reken("termijnen", {})["voorbehoud"]


@pytest.mark.parametrize(
    ("minuten", "woorden"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (61, "1 uur en 1 minuut"),
        (150, "2 uur en 30 minuten"),
        (1500, "25 uur"),
    ],
)
def test_minuten_worden_gezegd_als_uren_en_minuten(minuten: int, woorden: str) -> None:
    assert duur(minuten) == woorden

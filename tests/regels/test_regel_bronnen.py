"""Every number of the regelingen stands in the source, in the passage and on the line that the file names."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

WORTEL = Path(__file__).parents[2]
BRONNEN = WORTEL.parent / "shared" / "bronnen"
BESTANDEN = sorted((WORTEL / "gemeenten" / "het_hogeland" / "regelingen").glob("*/*.yaml"))

# Parts of a section with a name of their own: the line with which each begins, and the line after it.
DELEN = {
    "bijlage 1 §3.2 Boodschappen": ("Boodschappen voor het dagelijks leven doen", "Broodmaaltijd bereiden"),
    "bijlage 1 §3.2 Broodmaaltijd": ("Broodmaaltijd bereiden", "Warme maaltijd bereiden"),
    "bijlage 1 §3.2 Warme maaltijd": ("Warme maaltijd bereiden", "Licht huishoudelijk werk"),
    "bijlage 1 §3.2 Licht huishoudelijk werk": ("Licht huishoudelijk werk", "Zwaar huishoudelijk werk"),
    "bijlage 1 §3.2 Zwaar huishoudelijk werk": ("Zwaar huishoudelijk werk", "Wasverzorging"),
    "bijlage 1 §3.2 Wasverzorging": ("Wasverzorging", "Verzorging en/of tijdelijke opvang"),
    "bijlage 1 §3.2 Verzorging van kinderen": ("Verzorging en/of tijdelijke opvang", "Dagelijkse organisatie"),
    "bijlage 1 §3.2 Dagelijkse organisatie": ("Dagelijkse organisatie", ""),
    "bijlage 4 wonen": ("Woonvoorzieningen:", "Vervoersvoorzieningen"),
    "bijlage 4 vervoer": ("Vervoersvoorzieningen", "Diensten"),
    "bijlage 4 diensten": ("Diensten", ""),
}
BIJLAGE = re.compile(r"(Bijlage \d): ")
PARAGRAAF = re.compile(r"(\d+\.\d+(?:\.\d+)?)\.? +[A-Z(]|(2)\. Beoordeling")
# National law and Robinson are no files: the README of the sources says what the project may cite.
ELDERS = {
    ("Wmo 2015", "artikel 2.3.2 lid 1"): "the six weeks for the onderzoek (Wmo 2015 art. 2.3.2 lid 1)",
    ("Awb", "artikel 6:7 en 6:8"): "Awb (art. 6:7 and 6:8, six weeks for bezwaar",
    ("Robinson 1983", "Caregiver Strain Index"): 'overbelast from seven times "ja" (Robinson 1983)',
}
# Named by the contract, without a number of its own.
ZONDER_GETAL = {("Algemene termijnenwet", "artikel 1"), ("Algemene termijnenwet", "artikel 1 en 3")}
WOORDEN = {"nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
           "six": 6, "seven": 7}  # fmt: skip


def plat(tekst: str) -> str:
    return re.sub(r"\s+", " ", tekst).strip(" -")


@pytest.fixture(scope="module")
def hogeland() -> list[str]:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE GETALLEN ZIJN NIET MET DE BRON VERGELEKEN.")
    tekst = next(BRONNEN.glob("004_*.txt")).read_text(encoding="utf-8")
    return [regel for ruw in tekst.splitlines() if (regel := plat(ruw))]


@pytest.fixture(scope="module")
def vng(hogeland: list[str]) -> list[str]:
    """Section 4 of the VNG letter, on the very vulnerable: the only part of it that a rule uses."""
    regels = [plat(ruw) for ruw in next(BRONNEN.glob("001_*.txt")).read_text(encoding="utf-8").splitlines()]
    begin = max(n for n, regel in enumerate(regels) if regel.startswith("4. Het begrip"))
    eind = next(n for n in range(begin, len(regels)) if regels[n].startswith("5. Model basisset"))
    return regels[begin:eind]


@pytest.fixture(scope="module")
def leeswijzer() -> str:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE GETALLEN ZIJN NIET MET DE BRON VERGELEKEN.")
    return plat((BRONNEN / "README.md").read_text(encoding="utf-8"))


@cache
def paragrafen(regels: tuple[str, ...]) -> dict[str, list[str]]:
    """The lines of every section by its place; a section ends where the next one begins, also a deeper one."""
    uit: dict[str, list[str]] = {}
    bijlage = plaats = ""
    for regel in regels:
        if gevonden := BIJLAGE.match(regel):
            bijlage = plaats = gevonden[1].lower()
        elif regel.startswith("Hoofdstuk "):
            plaats = regel.split(".")[0].lower()
        elif gevonden := PARAGRAAF.match(regel):
            plaats = f"{bijlage} §{gevonden[1] or gevonden[2]}".strip()
        uit.setdefault(plaats, []).append(regel)
    return uit


def passage(regels: list[str], plaats: str) -> list[str]:
    """The lines of a place. `§4.1 en §4.2` are the lines of both."""
    if " en §" in plaats:
        eerste, tweede = plaats.split(" en §")
        voor = eerste.rsplit("§", 1)[0]
        return passage(regels, eerste) + passage(regels, f"{voor}§{tweede}")
    alle = paragrafen(tuple(regels))
    if plaats not in DELEN:
        return alle[plaats]
    begin, eind = DELEN[plaats]
    binnen = alle[" ".join(plaats.split(" ")[: 3 if "§" in plaats else 2])]
    start = next(n for n, regel in enumerate(binnen) if regel.startswith(begin) and kop(regel, begin))
    rest = enumerate(binnen[start + 1 :], start + 1)
    stop = next((n for n, regel in rest if eind and regel.startswith(eind) and kop(regel, eind)), len(binnen))
    return binnen[start:stop]


def kop(regel: str, eind: str) -> bool:
    """A heading has no minutes in it: `Broodmaaltijd bereiden (smeren) 5 minuten` is a row of a table."""
    return "minuten" not in regel and ":" not in regel.replace(eind, "")


def getallen(tekst: str) -> set[int]:
    woorden = {WOORDEN[w] for w in re.findall(r"\w+", tekst.lower()) if w in WOORDEN}
    return woorden | {int(g) for g in re.findall(r"\d+", tekst)}


def gehele(groep: dict[str, Any]) -> dict[str, int]:
    """The numbers of a group itself."""
    return {veld: getal for veld, getal in groep.items() if type(getal) is int}


def vermeldingen(deel: Any, plek: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every source in a file, with the group that it belongs to."""
    if isinstance(deel, dict):
        for naam, item in deel.items():
            if isinstance(item, dict) and {"document", "plaats"} <= set(item):
                # In `duur` the number belongs to `bron`; `bron_lang` says the same number again.
                yield f"{plek}.{naam}", item, deel
            else:
                yield from vermeldingen(item, f"{plek}.{naam}")
    elif isinstance(deel, list):
        for n, item in enumerate(deel):
            yield from vermeldingen(item, f"{plek}.{n}")


ALLE = [v for b in BESTANDEN for v in vermeldingen(YAML(typ="safe", pure=True).load(b), b.parent.name)]


@pytest.mark.parametrize(("plek", "bron", "groep"), ALLE, ids=[plek for plek, *_ in ALLE])
def test_elk_getal_staat_op_de_regel_die_het_bestand_noemt(
    plek: str, bron: dict[str, Any], groep: dict[str, Any], hogeland: list[str], vng: list[str], leeswijzer: str
) -> None:
    if bron["document"] not in ("hogeland", "vng"):
        sleutel = (bron["document"], bron["plaats"])
        assert sleutel in ELDERS or sleutel in ZONDER_GETAL
        if sleutel in ELDERS:
            assert ELDERS[sleutel] in leeswijzer
            assert set(gehele(groep).values()) <= getallen(ELDERS[sleutel])
        return
    deel = vng if bron["document"] == "vng" else passage(hogeland, bron["plaats"])
    regels = [regel for regel in deel if bron["regel"] in regel]
    assert regels, f"de regel '{bron['regel']}' staat niet in {bron['plaats']}"
    gevraagd = gehele(groep)
    goed = [regel for regel in regels if past(regel, gevraagd, groep)]
    assert goed, f"{gevraagd} staat niet op: {regels}"
    gedrukt = getallen(" ".join(deel))
    assert {int(g) for g in re.findall(r"\d+", str(groep.get("tekst", "")))} <= gedrukt


def past(regel: str, gevraagd: dict[str, int], groep: dict[str, Any]) -> bool:
    """All numbers are on this line, the minutes as minutes, and `telt` and `eenheid` agree with its words."""
    if "minuten" in gevraagd and not re.search(rf"(?<!\d){gevraagd['minuten']} minuten", regel):
        return False
    if "jonger_dan" in gevraagd and f"< {gevraagd['jonger_dan']} jaar" not in regel:
        return False
    if "meer_dan" in gevraagd and f"> {gevraagd['meer_dan']} " not in regel:
        return False
    if "telt" in groep and (groep["telt"] == "per_kind") != ("per kind" in regel):
        return False
    if "eenheid" in groep and groep["eenheid"] not in regel:
        return False
    return set(gevraagd.values()) <= getallen(regel)


def test_elke_regel_met_minuten_in_bijlage_1_staat_in_het_bestand(hogeland: list[str]) -> None:
    plaatsen = [plaats for plaats in DELEN if plaats.startswith("bijlage 1 §3.2 ")]
    regels = [(plaats, regel) for plaats in plaatsen for regel in passage(hogeland, plaats) if "minuten" in regel]
    assert len(regels) > 60
    bronnen = [bron for _, bron, _ in ALLE if bron["document"] == "hogeland"]
    gemist = [
        regel for plaats, regel in regels
        if not any(b["plaats"] == plaats and b["regel"] in regel for b in bronnen)
    ]  # fmt: skip
    assert gemist == []


def test_elk_getal_in_een_bestand_heeft_een_bron() -> None:
    """A number outside a group with a source cannot be checked, so there is none."""

    def zonder(deel: Any, plek: str) -> Iterator[str]:
        if isinstance(deel, dict):
            heeft = any(isinstance(i, dict) and "document" in i for i in deel.values())
            for naam, item in deel.items():
                if type(item) is int and not heeft:
                    yield f"{plek}.{naam}"
                yield from zonder(item, f"{plek}.{naam}")
        elif isinstance(deel, list):
            for n, item in enumerate(deel):
                yield from zonder(item, f"{plek}.{n}")

    assert [p for b in BESTANDEN for p in zonder(YAML(typ="safe", pure=True).load(b), b.parent.name)] == []

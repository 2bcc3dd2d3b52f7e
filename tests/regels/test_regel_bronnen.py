"""Every number of the regelingen stands in the source, in the passage and on the line that the file names."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

WORTEL = Path(__file__).parents[2]
BRONNEN = WORTEL.parent / "shared" / "bronnen"
BESTANDEN = sorted((WORTEL / "gemeenten" / "het_hogeland" / "regelingen").glob("*/*.yaml"))

# Where a place begins and ends: the words with which the heading line begins, and those of the line after it.
PLAATSEN = {
    "§2.1": ("2.1 Algemeen", "2.2 Hulpvraag"),
    "§2.3": ("2.3 Melding", "2.4 Vooronderzoek"),
    "§2.7": ("2.7 Aanvraag", "2.7.1 Vertegenwoordiging"),
    "§2.9": ("2.9 Beschikking", "2.10 Duur indicaties"),
    "§8.3": ("8.3 Inwerkingtreding", "Bijlage 1:"),
    "bijlage 1 §3.2": ("3.2 Normtijden", "Boodschappen voor het dagelijks leven"),
    "bijlage 1 §3.2 Boodschappen": ("Boodschappen voor het dagelijks leven doen", "Broodmaaltijd bereiden"),
    "bijlage 1 §3.2 Broodmaaltijd": ("Broodmaaltijd bereiden", "Warme maaltijd bereiden"),
    "bijlage 1 §3.2 Warme maaltijd": ("Warme maaltijd bereiden", "Licht huishoudelijk werk"),
    "bijlage 1 §3.2 Licht huishoudelijk werk": ("Licht huishoudelijk werk", "Zwaar huishoudelijk werk"),
    "bijlage 1 §3.2 Zwaar huishoudelijk werk": ("Zwaar huishoudelijk werk", "Wasverzorging"),
    "bijlage 1 §3.2 Wasverzorging": ("Wasverzorging", "Verzorging en/of tijdelijke opvang"),
    "bijlage 1 §3.2 Verzorging van kinderen": ("Verzorging en/of tijdelijke opvang", "Dagelijkse organisatie"),
    "bijlage 1 §3.2 Dagelijkse organisatie": ("Dagelijkse organisatie", "Bijlage 2:"),
    "bijlage 2 §1.1.3": ("1.1.3 Van wie", "1.2 Algemeen aanvaardbare"),
    "bijlage 2 §1.2": ("1.2 Algemeen aanvaardbare", "1.2.1 Gebruikelijke hulp"),
    "bijlage 2 §1.2.1": ("1.2.1 Gebruikelijke hulp", "1.2.2 Legen"),
    "bijlage 2 §1.3.2": ("1.3.2 Niet gewend", "1.3.3 Een hoge"),
    "bijlage 2 §1.4.1": ("1.4.1 Een zeer korte", "1.4.2 Medisch"),
    "bijlage 2 §1.4.2": ("1.4.2 Medisch", "1.4.3 (Dreigende)"),
    "bijlage 2 §1.4.3": ("1.4.3 (Dreigende)", "1.4.4 Langdurig"),
    "bijlage 2 §1.4.4": ("1.4.4 Langdurig", "Bijlage 3:"),
    "bijlage 3": ("Bijlage 3:", "Bijlage 4:"),
}  # fmt: skip
BEGINT_NA = {
    "bijlage 1": "3.2 Normtijden",
    "bijlage 2": "Bijlage 2: Gebruikelijke",
    "bijlage 3": "Bijlage 3: Caregiver",
}
# National law and Robinson are no files: the README of the sources says what the project may cite.
ELDERS = {
    ("Wmo 2015", "artikel 2.3.2 lid 1"): "the six weeks for the onderzoek (Wmo 2015 art. 2.3.2 lid 1)",
    ("Awb", "artikel 6:7 en 6:8"): "Awb (art. 6:7 and 6:8, six weeks for bezwaar",
    ("Robinson 1983", "Caregiver Strain Index"): 'overbelast from seven times "ja" (Robinson 1983)',
}
# Named by the contract, without a number of its own.
ZONDER_GETAL = {("Algemene termijnenwet", "artikel 1"), ("Algemene termijnenwet", "artikel 1 en 3")}
WOORDEN = {"nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
           "six": 6, "seven": 7}  # fmt: skip
VELDEN = (
    "minuten",
    "jonger_dan",
    "meer_dan",
    "van",
    "tot",
    "aantal",
    "punten",
    "maanden",
    "etmalen",
    "weken",
    "nummer",
)


def plat(tekst: str) -> str:
    return re.sub(r"\s+", " ", tekst).strip(" -")


@pytest.fixture(scope="module")
def hogeland() -> list[str]:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE GETALLEN ZIJN NIET MET DE BRON VERGELEKEN.")
    tekst = next(BRONNEN.glob("004_*.txt")).read_text(encoding="utf-8")
    return [regel for ruw in tekst.splitlines() if (regel := plat(ruw))]


@pytest.fixture(scope="module")
def leeswijzer() -> str:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE GETALLEN ZIJN NIET MET DE BRON VERGELEKEN.")
    return plat((BRONNEN / "README.md").read_text(encoding="utf-8"))


def passage(regels: list[str], plaats: str) -> list[str]:
    """The lines of a place. A word of the table of contents or another bijlage is not taken for its heading."""
    begin, eind = PLAATSEN[plaats]
    vanaf = next((n for naam, kop in BEGINT_NA.items() if plaats.startswith(naam)
                  for n, regel in enumerate(regels) if regel.startswith(kop)), 0)  # fmt: skip
    start = next(n for n in range(vanaf, len(regels)) if regels[n].startswith(begin))
    stop = next(n for n in range(start + 1, len(regels)) if regels[n].startswith(eind) and kop(regels[n], eind))
    return regels[start:stop]


def kop(regel: str, eind: str) -> bool:
    """A heading has no minutes in it: `Broodmaaltijd bereiden (smeren) 5 minuten` is a row of a table."""
    return "minuten" not in regel and ":" not in regel.replace(eind, "")


def getallen(tekst: str) -> set[int]:
    woorden = {WOORDEN[w] for w in re.findall(r"\w+", tekst.lower()) if w in WOORDEN}
    return woorden | {int(g) for g in re.findall(r"\d+", tekst)}


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
    plek: str, bron: dict[str, Any], groep: dict[str, Any], hogeland: list[str], leeswijzer: str
) -> None:
    if bron["document"] != "hogeland":
        sleutel = (bron["document"], bron["plaats"])
        assert sleutel in ELDERS or sleutel in ZONDER_GETAL
        if sleutel in ELDERS:
            assert ELDERS[sleutel] in leeswijzer
            assert {groep[veld] for veld in VELDEN if veld in groep} <= getallen(ELDERS[sleutel])
        return
    deel = passage(hogeland, bron["plaats"])
    regels = [regel for regel in deel if bron["regel"] in regel]
    assert regels, f"de regel '{bron['regel']}' staat niet in {bron['plaats']}"
    gevraagd = {veld: groep[veld] for veld in VELDEN if isinstance(groep.get(veld), int)}
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
    plaatsen = [plaats for plaats in PLAATSEN if plaats.startswith("bijlage 1 §3.2 ")]
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

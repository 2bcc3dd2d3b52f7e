"""The list of bijlage 4 is whole, its names find it, and every outcome has its one sentence."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.regels import Gemeente, Inhoudfout, bereken, conclusie, lees_regeling
from bot.regels.algemeen_gebruikelijk import AlgemeenGebruikelijk, voorbeelden, zoek_voorziening
from bot.regels.bedragen import euro

WORTEL = Path(__file__).parents[2]
BRONNEN = WORTEL.parent / "shared" / "bronnen"
PROEF = WORTEL / "tests/gemeente/proefstad/regelingen/algemeen_gebruikelijk/2024-01-01.yaml"
REGEL = "algemeen-gebruikelijk"
DAG = date(2023, 6, 1)
KOPPEN = {"", "Woonvoorzieningen:", "Vervoersvoorzieningen", "Diensten"}
# The middle of the one entry that runs over three lines.
MIDDEN = "douchegelegenheid. Tevens in (eigen) eengezinswoning, indien badkamer aan"
ALLES_JA = {
    "voorziening": "schommelstoel",
    "reguliere_handel": True,
    "niet_speciaal_voor_beperking": True,
    "niet_duurder_dan_vergelijkbaar": True,
    "prijs_centen": 10_000,
    "bijstandsnorm_centen": 120_000,
}


@pytest.fixture(scope="module")
def regeling(het_hogeland: Gemeente) -> AlgemeenGebruikelijk:
    inhoud: AlgemeenGebruikelijk = het_hogeland.inhoud_op(REGEL, DAG)
    return inhoud


def proef(**anders: Any) -> Any:
    gegevens = YAML(typ="safe", pure=True).load(PROEF.read_text(encoding="utf-8"))
    return gegevens | anders


def test_elke_regel_van_bijlage_4_staat_in_de_lijst(regeling: AlgemeenGebruikelijk) -> None:
    if not BRONNEN.is_dir():
        pytest.skip(f"LET OP: {BRONNEN} ontbreekt. DE LIJST IS NIET MET DE BRON VERGELEKEN.")
    tekst = next(BRONNEN.glob("004_*.txt")).read_text(encoding="utf-8")
    bijlage = tekst.split("Bijlage 4: ")[1].split("Bijlage 5: ")[0].split("kunnen zijn:")[1]
    regels = [re.sub(r"\s+", " ", regel).strip(" -") for regel in bijlage.splitlines()]
    regels = [regel for regel in regels if regel not in KOPPEN and regel != MIDDEN]
    woorden = [item.bron.regel for item in regeling.lijst]
    woorden += [item.voorwaarde.bron.regel for item in regeling.lijst if item.voorwaarde]
    assert len(regels) == 38
    assert [regel for regel in regels if not any(woord in regel for woord in woorden)] == []


def test_elk_ding_van_de_lijst_wordt_gevonden_bij_elk_van_zijn_namen(regeling: AlgemeenGebruikelijk) -> None:
    for item in regeling.lijst:
        for naam in item.namen:
            assert zoek_voorziening(regeling, f"Een {naam.upper()}!") is item


def test_wat_niet_op_de_lijst_staat_wordt_niet_gevonden(regeling: AlgemeenGebruikelijk) -> None:
    for naam in ("traplift", "rollator met motor", "rolstoel", "fiets", "???", ""):
        assert zoek_voorziening(regeling, naam) is None


def test_de_voorbeelden_zijn_de_eerste_namen_in_de_volgorde_van_het_bestand(regeling: AlgemeenGebruikelijk) -> None:
    namen = voorbeelden(regeling)
    assert len(namen) == len(regeling.lijst) == 43
    assert (namen[0], namen[-1]) == ("centrale verwarming", "boodschappenservice")
    assert {"rollator", "krukken", "elektrische fiets"} <= set(namen)


@pytest.mark.parametrize(
    ("invoer", "code"),
    [
        ({"voorziening": "rollator"}, ["lijst"]),
        (ALLES_JA, ["criteria_ja"]),
        ({**ALLES_JA, "reguliere_handel": False}, ["criteria_nee"]),
        ({"voorziening": "poetshulp"}, ["mens"]),
        ({"voorziening": "keuken"}, []),
    ],
)
def test_elke_uitkomst_heeft_een_eigen_zin(het_hogeland: Gemeente, invoer: dict[str, Any], code: list[str]) -> None:
    uit = bereken(het_hogeland, REGEL, invoer, DAG)
    assert [reden.code for reden in conclusie(het_hogeland, uit)] == code


def test_de_centen_van_de_stappen_zijn_het_bedrag(het_hogeland: Gemeente) -> None:
    uit = bereken(het_hogeland, REGEL, ALLES_JA, DAG)
    assert sum(stap.get("centen", 0) for stap in uit["stappen"]) == uit["waarde"]["draagbaar_tot_centen"] == 216_000


def test_een_procent_en_honderd_procent_mogen() -> None:
    for procent in (1, 100):
        draagbaar = proef()["draagbaar"]
        draagbaar["reservering"]["procent"] = procent
        inhoud = lees_regeling(REGEL, proef(draagbaar=draagbaar))
        assert isinstance(inhoud, AlgemeenGebruikelijk)


def test_twee_spellingen_van_een_naam_bij_hetzelfde_ding_zijn_geen_fout() -> None:
    lijst = proef()["lijst"]
    lijst[0]["namen"] = ["step", "Steps", "de step"]
    assert lees_regeling(REGEL, proef(lijst=lijst))


def test_alle_fouten_van_de_lijst_komen_tegelijk() -> None:
    lijst = proef()["lijst"]
    derde = {**lijst[0], "namen": ["stepje", "!", "step", "taps"]}
    with pytest.raises(Inhoudfout) as gevangen:
        lees_regeling(REGEL, proef(lijst=[*lijst, derde]))
    assert [fout.veld for fout in gevangen.value.fouten] == [
        "lijst.2.id",
        "lijst.2.namen.1",
        "lijst.2.namen.2",
        "lijst.2.namen.3",
    ]


@pytest.mark.parametrize(
    ("centen", "tekst"),
    [
        (0, "€ 0"),
        (5, "€ 0,05"),
        (99, "€ 0,99"),
        (100, "€ 1"),
        (119_550, "€ 1.195,50"),
        (100_000_000, "€ 1.000.000"),
    ],
)
def test_een_bedrag_staat_er_zoals_nederlanders_het_schrijven(centen: int, tekst: str) -> None:
    assert euro(centen) == tekst

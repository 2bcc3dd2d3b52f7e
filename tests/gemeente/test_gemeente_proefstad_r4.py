"""Children, learning, taking over and a long need in the second municipality, and the one sentence of each outcome."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, bereken, conclusie, lees_regeling, overzicht
from bot.yaml12 import lees

VANDAAG = date(2024, 6, 3)
GEMEENTEN = Path(__file__).parents[2] / "gemeenten"
PROEFSTAD = Path(__file__).parent / "proefstad"
LANG = {
    "maanden": 2,
    "blijvend": False,
    "terminaal": False,
    "terugval": False,
    "behandeling_kan_helpen": False,
    "kortdurend": "geen",
}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(PROEFSTAD)


@pytest.fixture(scope="module")
def het_hogeland() -> Gemeente:
    return laad(GEMEENTEN / "het_hogeland")


def uitkomst(stad: Gemeente, regel: str, **invoer: Any) -> dict[str, Any]:
    return bereken(stad, regel, invoer, VANDAAG)


def zinnen(stad: Gemeente, regel: str, **invoer: Any) -> list[str]:
    return [reden.tekst for reden in conclusie(stad, uitkomst(stad, regel, **invoer))]


def stappen(uit: dict[str, Any], onderdeel: str) -> list[tuple[str, int | None]]:
    return [
        (stap["tekst"], stap.get("maanden", stap.get("aantal")))
        for stap in uit["stappen"]
        if stap["onderdeel"] == onderdeel
    ]


def test_deze_gemeente_heeft_geen_regel_voor_leren(proefstad: Gemeente) -> None:
    assert "aanleren" not in [regel["naam"] for regel in overzicht(proefstad)]
    uit = uitkomst(proefstad, "aanleren", nog_nooit_gedaan=True, kan_leren=True, weken=2)
    assert (uit["status"], uit["redenen"][0]["code"]) == ("menselijk_oordeel", "geen_regeling")


def test_opvang_gaat_terug_naar_de_uren_en_maanden_van_deze_gemeente(proefstad: Gemeente) -> None:
    uit = uitkomst(proefstad, "opvang-kinderen", uren_per_week=11, maanden=4, eigen_oplossing=False)
    assert uit["waarde"] == {"kan": True, "uren_per_week": 10, "maanden": 1, "maximum_uren": 10, "maximum_maanden": 1}
    assert stappen(uit, "uren_per_week") == [("Gevraagd 11 uur.", 11), ("Tot 10 uur, 1 uur eraf.", -1)]
    assert stappen(uit, "maanden") == [
        ("Gevraagd 4 maanden.", 4),
        ("Tot 2 maanden, 2 maanden eraf.", -2),
        ("Tot 1 maand, 1 maand eraf.", -1),
    ]
    assert [(reden["code"], reden["tekst"]) for reden in uit["redenen"]] == [
        ("twee_tijden", "Van 2: 1 maand of 2 maanden."),
        ("te_veel_uren", "Tot 10 uur, 1 uur eraf."),
        ("boven_alles", "Tot 2 maanden, 2 maanden eraf."),
        ("te_veel_maanden", "Tot 1 maand, 1 maand eraf."),
        ("zoek_door", "Zoek door."),
        ("eerst_zelf", "Eerst oma."),
        ("gewoon", "Gewoon is 4 dagen."),
    ]
    assert zinnen(proefstad, "opvang-kinderen", uren_per_week=1, maanden=1, eigen_oplossing=False) == [
        "Kan 1 uur, 1 maand."
    ]


def test_zorg_volgt_de_leeftijden_van_deze_gemeente(proefstad: Gemeente) -> None:
    uit = uitkomst(proefstad, "zorgplicht-kinderen", leeftijden=[0, 1, 6, 7])
    assert [(kind["zorg"], kind["alleen_thuis"], kind["kenmerken"]) for kind in uit["waarde"]["per_kind"]] == [
        ("toezicht", "enkele_uren", ["kruipt tot 1", "speelt 1 keer, 3 tot 4 uur"]),
        ("geen", "enkele_uren", []),
        ("geen", "enkele_uren", []),
        ("geen", "dag_en_nacht", []),
    ]
    assert stappen(uit, "per_kind.0")[-1][0] == "Kleintje 1 speelt 1 keer, 3 tot 4 uur."
    assert stappen(uit, "per_kind.3") == [("Kleintje 4 is groot.", None), ("Kleintje 4 kan lang, vanaf 7.", None)]


def test_overname_heeft_per_reden_een_eigen_duur(proefstad: Gemeente) -> None:
    belast = uitkomst(proefstad, "tijdelijke-overname", reden="overbelasting", maanden=3, andere_activiteiten=False)
    assert belast["waarde"] == {"kan": True, "maanden": 2, "vanaf_maanden": 2, "tot_maanden": 2}
    assert [reden["code"] for reden in belast["redenen"]] == ["te_lang", "verdeel"]
    na_overlijden = uitkomst(proefstad, "tijdelijke-overname", reden="overlijden_ouder", maanden=8)
    assert na_overlijden["waarde"] == {"kan": True, "maanden": 8, "vanaf_maanden": 4, "tot_maanden": 8}
    assert na_overlijden["status"] == "berekend"
    assert stappen(na_overlijden, "kan") == [("Van 4 tot 8 maanden.", None)]


def test_langdurig_begint_hier_eerder(proefstad: Gemeente) -> None:
    lang = uitkomst(proefstad, "langdurig-noodzakelijk", **LANG)
    kort = uitkomst(proefstad, "langdurig-noodzakelijk", **{**LANG, "maanden": 1})
    assert (lang["waarde"]["langdurig"], kort["waarde"]["langdurig"]) == (True, False)
    assert ("2 maanden is meer dan 1 maand.", None) in stappen(lang, "langdurig")
    assert ("1 maand is niet meer dan 1 maand.", None) in stappen(kort, "langdurig")


@pytest.mark.parametrize(
    ("regel", "invoer", "zin"),
    [
        ("opvang-kinderen", {"uren_per_week": 8, "maanden": 1, "eigen_oplossing": False}, "8 uur per week en 1 maand"),
        ("opvang-kinderen", {"uren_per_week": 8, "maanden": 2, "eigen_oplossing": True}, "ligt nu niet voor de hand"),
        ("zorgplicht-kinderen", {"leeftijden": [30, 3]}, "verwacht deze zorg van de ouders"),
        ("zorgplicht-kinderen", {"leeftijden": [30]}, "geen kind"),
        ("zorgplicht-kinderen", {"leeftijden": []}, "geen kind"),
        ("aanleren", {"nog_nooit_gedaan": True, "kan_leren": True, "weken": 1}, "hooguit 1 week"),
        ("aanleren", {"nog_nooit_gedaan": False, "kan_leren": True, "weken": 2}, "ligt hier niet voor de hand"),
        ("aanleren", {"nog_nooit_gedaan": True, "kan_leren": False, "weken": 2}, "nog niet te zeggen"),
        ("tijdelijke-overname", {"reden": "overlijden_ouder", "maanden": 2}, "2 maanden overnemen"),
        (
            "tijdelijke-overname",
            {"reden": "overbelasting", "maanden": 2, "andere_activiteiten": True},
            "nog niet te zeggen",
        ),
        ("langdurig-noodzakelijk", {**LANG, "maanden": 7}, "telt als langdurig. De gemeente"),
        ("langdurig-noodzakelijk", {**LANG, "kortdurend": "huishouden_na_ziekte"}, "Korte hulp in huis is misschien"),
        ("langdurig-noodzakelijk", {**LANG, "kortdurend": "intensief"}, "Korte, intensieve hulp is misschien"),
        ("langdurig-noodzakelijk", LANG, "telt nu niet als langdurig"),
        ("langdurig-noodzakelijk", {**LANG, "blijvend": True, "behandeling_kan_helpen": True}, "behandeling voorgaat"),
    ],
)  # fmt: skip
def test_de_ene_zin_zegt_wat_de_uitkomst_is(het_hogeland: Gemeente, regel: str, invoer: Any, zin: str) -> None:
    [gezegd] = zinnen(het_hogeland, regel, **invoer)
    assert zin in gezegd


def test_geen_zin_wordt_te_lang_als_er_iets_is_ingevuld(het_hogeland: Gemeente) -> None:
    gevraagd = [
        uitkomst(het_hogeland, "opvang-kinderen", uren_per_week=168, maanden=120, eigen_oplossing=False),
        uitkomst(het_hogeland, "opvang-kinderen", uren_per_week=168, maanden=120, eigen_oplossing=True),
        uitkomst(het_hogeland, "zorgplicht-kinderen", leeftijden=[3, 4, 11, 15, 16, 18]),
        uitkomst(het_hogeland, "aanleren", nog_nooit_gedaan=False, kan_leren=False, weken=520),
        uitkomst(het_hogeland, "tijdelijke-overname", reden="overlijden_ouder", maanden=120),
        uitkomst(het_hogeland, "langdurig-noodzakelijk", **{**LANG, "maanden": 1200, "kortdurend": "intensief"}),
    ]
    gezegd = [deel["tekst"] for uit in gevraagd for deel in (*uit["stappen"], *uit["redenen"])]
    zinnen_ = [zin for tekst in gezegd for zin in tekst.replace("? ", ". ").split(". ")]
    assert len(zinnen_) > 70
    assert [zin for zin in zinnen_ if len(zin.split()) > 20] == []


@pytest.mark.parametrize(
    ("regel", "invoer", "waarde"),
    [
        ("aanleren", {"nog_nooit_gedaan": True, "kan_leren": False, "weken": 2}, {"maximum_weken": 6}),
        (
            "tijdelijke-overname",
            {"reden": "overbelasting", "maanden": 2, "andere_activiteiten": True},
            {"vanaf_maanden": 3, "tot_maanden": 6},
        ),
        ("langdurig-noodzakelijk", {**LANG, "maanden": 7, "behandeling_kan_helpen": True}, {"langdurig": True}),
    ],
)
def test_wat_niet_vaststaat_is_er_niet(het_hogeland: Gemeente, regel: str, invoer: Any, waarde: Any) -> None:
    assert uitkomst(het_hogeland, regel, **invoer)["waarde"] == waarde


def regeling(naam: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = lees((PROEFSTAD / "regelingen" / naam / "2024-01-01.yaml").read_text(encoding="utf-8"))
    return gelezen


@pytest.mark.parametrize("dagen", [1, 7])
def test_kinderopvang_kan_van_een_tot_zeven_dagen_gewoon_zijn(dagen: int) -> None:
    opvang = regeling("opvang_kinderen")
    opvang["gangbaar"]["dagen"] = dagen
    assert lees_regeling("opvang-kinderen", opvang)


def test_een_lijst_met_een_enkele_leeftijd_en_een_hoge_leeftijd_mogen() -> None:
    zorgplicht = regeling("zorgplicht_kinderen")
    zorgplicht["zorg"] = zorgplicht["zorg"][:1]
    zorgplicht["alleen_thuis"][1]["vanaf"] = 130
    assert lees_regeling("zorgplicht-kinderen", zorgplicht)
    zorgplicht["alleen_thuis"] = zorgplicht["alleen_thuis"][:1]
    assert lees_regeling("zorgplicht-kinderen", zorgplicht)

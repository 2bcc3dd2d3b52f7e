"""Duration, support at home, in a group and after youth follow the file of a second municipality.

It has no herstelgerichte hulp. What may stand in every file is tried on Het Hogeland.
"""

from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.gemeente import laad
from bot.regels import Gemeente, Inhoudfout, bereken, conclusie, lees_regeling, overzicht

VANDAAG = date(2024, 6, 3)
HIER = Path(__file__).parent
HOGELAND = HIER.parents[1] / "gemeenten" / "het_hogeland" / "regelingen"
PLUS = {
    "soort": "plus",
    "op_afstand_procent": 0,
    "maanden": 4,
    "verlenging": False,
    "onveilige_situatie": False,
    "crisis": True,
    "meer_probleemgedrag": False,
    "zorgmijding": False,
    "ernstige_achteruitgang": True,
    "weinig_regie": True,
}
DOOR = {
    "strafrecht": False,
    "andere_wet_neemt_over": False,
    "kreeg_jeugdhulp_voor_18": True,
    "voortzetting_noodzakelijk": False,
    "binnen_half_jaar_hervat": True,
    "voor_18_bepaald": False,
}


@pytest.fixture(scope="module")
def proefstad() -> Gemeente:
    return laad(HIER / "proefstad")


def zinnen(stad: Gemeente, uit: dict[str, Any]) -> list[str]:
    return [zin.tekst for zin in conclusie(stad, uit)]


def teksten(uit: dict[str, Any], onderdeel: str) -> list[str]:
    return [stap["tekst"] for stap in uit["stappen"] if stap["onderdeel"] == onderdeel]


def codes(uit: dict[str, Any]) -> list[str]:
    return [reden["code"] for reden in uit["redenen"]]


def test_een_gemeente_zonder_herstelgerichte_hulp_verwijst_naar_een_mens(proefstad: Gemeente) -> None:
    namen = [regel["naam"] for regel in overzicht(proefstad)]
    assert "herstelgerichte-hulp" not in namen
    assert {"duur-indicatie", "ambulante-begeleiding", "groepsbegeleiding", "jeugd-naar-wmo"} <= set(namen)
    uit = bereken(proefstad, "herstelgerichte-hulp", {"deskundig_advies_positief": True}, VANDAAG)
    assert (uit["status"], codes(uit)) == ("menselijk_oordeel", ["geen_regeling"])


@pytest.mark.parametrize(
    ("jaren", "voorziening", "waarde", "stappen", "redenen", "zin"),
    [
        (3, "rolstoel", (3, 3, False), ["3 gevraagd", "binnen 3"], [], ["3 van 3."]),
        (9, "rolstoel", (3, 3, False), ["9 gevraagd", "hooguit 3, 6 eraf"], ["te_lang"], ["3 van 3."]),
        (1, "anders", (1, 3, False), ["1 gevraagd", "binnen 3"], ["vogels"], ["1 van 3."]),
        (2, "kortdurend_verblijf", (2, 2, False), ["2 nachtjaren", "logeren binnen 2"], [], ["2 van 2."]),
        (
            3, "kortdurend_verblijf", (2, 2, False), ["3 nachtjaren", "logeren hooguit 2, 1 eraf"],
            ["te_lang_logeren"], ["2 van 2."],
        ),
        (3, "groepsbegeleiding_plus", (3, 3, True), ["3 gevraagd", "binnen 3"], [], ["3 van 3.", "Zonder eind."]),
    ],
)  # fmt: skip
def test_een_andere_langste_duur_geeft_andere_jaren(
    proefstad: Gemeente,
    jaren: int,
    voorziening: str,
    waarde: tuple[int, int, bool],
    stappen: list[str],
    redenen: list[str],
    zin: list[str],
) -> None:
    uit = bereken(proefstad, "duur-indicatie", {"jaren": jaren, "voorziening": voorziening}, VANDAAG)
    assert tuple(uit["waarde"].values()) == waarde
    assert teksten(uit, "jaren") == stappen
    assert codes(uit) == redenen
    assert zinnen(proefstad, uit) == zin


@pytest.mark.parametrize(
    ("soort", "procent", "past", "zin"),
    [
        ("basis", 100, True, "Past binnen 100."),
        ("plus", 0, True, "Past binnen 0."),
        ("plus", 1, False, "Past niet binnen 0."),
    ],
)
def test_een_ander_deel_op_afstand(proefstad: Gemeente, soort: str, procent: int, past: bool, zin: str) -> None:
    uit = bereken(proefstad, "ambulante-begeleiding", {**PLUS, "soort": soort, "op_afstand_procent": procent}, VANDAAG)
    assert uit["waarde"]["past_op_afstand"] is past
    assert ("kan" in uit["waarde"]) is (soort == "plus")
    assert codes(uit) == (["plus"] if soort == "plus" else [])
    grens = {"basis": 100, "plus": 0}[soort]
    assert teksten(uit, "past_op_afstand") == [f"{procent} van {grens} past{'' if past else ' niet'}"]
    assert zinnen(proefstad, uit)[-1] == zin


def test_andere_maanden_voor_plus_en_voor_een_verlenging(proefstad: Gemeente) -> None:
    verlengd = {**PLUS, "verlenging": True, "risico_inventarisatie": True}
    uit = bereken(proefstad, "ambulante-begeleiding", {**PLUS, "maanden": 10}, VANDAAG)
    assert (uit["waarde"]["maanden"], uit["waarde"]["maximum_maanden"]) == (4, 4)
    assert teksten(uit, "maanden") == ["10 gevraagd", "hooguit 4, 6 eraf"]
    assert codes(uit) == ["plus", "eerste_te_lang"]
    assert zinnen(proefstad, uit) == ["Plus kan 4.", "Past binnen 0."]
    uit = bereken(proefstad, "ambulante-begeleiding", {**verlengd, "maanden": 10}, VANDAAG)
    assert (uit["waarde"]["maanden"], uit["waarde"]["maximum_maanden"]) == (9, 9)
    assert teksten(uit, "maanden") == ["10 erbij gevraagd", "verlenging hooguit 9, 1 eraf"]
    assert teksten(uit, "kan")[-1] == "Er is een stuk."
    assert codes(uit) == ["plus", "verlenging_te_lang", "nog_eens"]
    uit = bereken(proefstad, "ambulante-begeleiding", {**verlengd, "weinig_regie": False}, VANDAAG)
    assert codes(uit) == ["plus", "nog_eens", "lezing_verlenging"]
    uit = bereken(proefstad, "ambulante-begeleiding", {**PLUS, "ernstige_achteruitgang": False}, VANDAAG)
    assert codes(uit) == ["plus", "lezing_slechter"]
    assert zinnen(proefstad, uit) == ["Plus kan niet.", "Past binnen 0."]


@pytest.mark.parametrize(
    ("soort", "deelnemers", "nodig", "opslag"),
    [
        ("belevingsgericht", 20, 2, True),
        ("belevingsgericht", 21, 3, True),
        ("participatiegericht", 12, 2, False),
        ("belevingsgericht_plus", 6, 2, False),
        ("participatiegericht_plus", 2, 2, False),
    ],
)
def test_andere_groepen_vragen_andere_begeleiders(
    proefstad: Gemeente, soort: str, deelnemers: int, nodig: int, opslag: bool
) -> None:
    groep = {"soort": soort, "deelnemers": deelnemers, "begeleiders": 2, "hbo_nodig": True}
    uit = bereken(proefstad, "groepsbegeleiding", groep, VANDAAG)
    hoogste = uit["waarde"]["maximum_per_begeleider"]
    assert uit["waarde"] == {
        "maximum_per_begeleider": hoogste,
        "past": nodig == 2,
        "begeleiders_nodig": nodig,
        "hbo_opslag_mogelijk": opslag,
    }
    assert [stap["tekst"] for stap in uit["stappen"]] == [
        f"{deelnemers} mensen, {hoogste} per begeleider, dus {nodig}",
        f"2 voor {2 * hoogste}, {'genoeg' if nodig == 2 else 'te weinig'} voor {deelnemers}",
        "Opslag." if opslag else "Hier niet.",
    ]
    assert codes(uit) == (["geiten"] if soort == "participatiegericht_plus" else [])
    zin = f"{nodig} {'is genoeg' if nodig == 2 else 'nodig'}, {hoogste} per begeleider."
    assert zinnen(proefstad, uit) == [zin, *(["Opslag kan."] if opslag else [])]


@pytest.mark.parametrize(
    ("invoer", "waarde", "stappen", "redenen", "zin"),
    [
        (
            {"leeftijd": 20, "voorziening": "begeleiding"},
            {"wet": "zvw"}, ["20 is jonger dan 21", "Jong bij de zorg."], ["straks"], ["Zvw."],
        ),
        (
            {"leeftijd": 20, "voorziening": "kortdurend_verblijf"},
            {"wet": "jeugdwet", "jeugdwet_tot": 21}, ["20 is jonger dan 21", "Jong logeren."], ["straks"],
            ["Jeugdwet tot 21."],
        ),
        (
            {"leeftijd": 21, "voorziening": "begeleiding", **DOOR, "andere_wet_neemt_over": True},
            {"wet": "zvw"},
            ["21 is niet jonger dan 21", "Geen straf.", "Over.", "niet door tot 27", "Ook later bij de zorg."],
            ["werk"], ["Zvw."],
        ),
        (
            {"leeftijd": 21, "voorziening": "kortdurend_verblijf", **DOOR, "andere_wet_neemt_over": True},
            {}, ["21 is niet jonger dan 21", "Geen straf.", "Over.", "niet door tot 27"],
            ["geen_wet", "werk", "eenentwintig"], [],
        ),
        (
            {"leeftijd": 26, "voorziening": "ggz", **DOOR},
            {"wet": "jeugdwet", "jeugdwet_tot": 27},
            ["26 is niet jonger dan 21", "Geen straf.", "Niet over.", "Er was hulp.", "Niet door.", "Weer.",
             "Niet bepaald.", "door tot 27"],
            ["werk"], ["Jeugdwet tot 27."],
        ),
        (
            {"leeftijd": 27, "voorziening": "begeleiding", **DOOR},
            {"wet": "zvw"},
            ["27 is niet jonger dan 21", "Geen straf.", "27 voorbij", "Ook later bij de zorg."], [], ["Zvw."],
        ),
        (
            {"leeftijd": 27, "voorziening": "ggz", "strafrecht": True},
            {"wet": "jeugdwet"}, ["27 is niet jonger dan 21", "Straf."], ["altijd"], ["Jeugdwet."],
        ),
        (
            {"leeftijd": 20, "voorziening": "hulpmiddel", "woont_thuis": True},
            {"wet": "jeugdwet", "jeugdwet_tot": 21}, ["20 is jonger dan 21", "Thuis.", "Een jong hulpmiddel."],
            ["gratis"], ["Jeugdwet tot 21."],
        ),
        (
            {"leeftijd": 21, "voorziening": "hulpmiddel"},
            {}, ["21 is niet jonger dan 21"], ["geen_wet", "eenentwintig"], [],
        ),
        ({"leeftijd": 20, "voorziening": "rolstoel"}, {}, ["20 is jonger dan 21"], ["geen_wet"], []),
        (
            {"leeftijd": 20, "voorziening": "woningaanpassing"},
            {"wet": "wmo"}, ["20 is jonger dan 21", "Een jong huis."], [], ["Wmo."],
        ),
        (
            {"leeftijd": 22, "voorziening": "woningaanpassing"},
            {"wet": "zvw"}, ["22 is niet jonger dan 21", "Een oud huis."], [], ["Zvw."],
        ),
    ],
)  # fmt: skip
def test_andere_leeftijden_en_wetten(
    proefstad: Gemeente,
    invoer: dict[str, Any],
    waarde: dict[str, Any],
    stappen: list[str],
    redenen: list[str],
    zin: list[str],
) -> None:
    uit = bereken(proefstad, "jeugd-naar-wmo", invoer, VANDAAG)
    assert uit["waarde"] == waarde
    assert uit["status"] == ("berekend" if waarde else "menselijk_oordeel")
    assert teksten(uit, "wet") == stappen
    assert codes(uit) == redenen
    assert zinnen(proefstad, uit) == zin


# Every text with places, by rule: the dotted way to it and what may stand in it.
DUUR = {"gevraagd": ["gevraagd"], "binnen": ["hoogste"], "terug": ["hoogste", "minder"]}
PLAATSEN = {
    "duur_indicatie": {
        **{f"maximum.{veld}": namen for veld, namen in DUUR.items()},
        **{f"voorzieningen.kortdurend_verblijf.maximum.{veld}": namen for veld, namen in DUUR.items()},
        "conclusies.duur.tekst": ["jaren", "maximum"],
        "conclusies.onbepaald.tekst": [],
    },
    "ambulante_begeleiding": {
        **{
            f"soorten.{soort}.op_afstand.{veld}": ["gevraagd", "hoogste"]
            for soort in ("basis", "plus")
            for veld in ("past", "past_niet")
        },
        **{f"duur.{keer}.{veld}": namen for keer in ("eerste", "verlenging") for veld, namen in DUUR.items()},
        "conclusies.plus_kan.tekst": ["maanden"],
        "conclusies.plus_kan_niet.tekst": [],
        "conclusies.afstand_past.tekst": ["hoogste"],
        "conclusies.afstand_past_niet.tekst": ["hoogste"],
    },
    "groepsbegeleiding": {
        "zinnen.nodig": ["deelnemers", "hoogste", "nodig"],
        "zinnen.past": ["begeleiders", "plaatsen", "deelnemers"],
        "zinnen.past_niet": ["begeleiders", "plaatsen", "deelnemers"],
        "conclusies.past.tekst": ["nodig", "hoogste"],
        "conclusies.past_niet.tekst": ["nodig", "hoogste"],
        "conclusies.hbo_opslag.tekst": [],
    },
    "herstelgerichte_hulp": {
        "eerste_fase.stap": ["weken", "trainingen_per_week", "trainingen"],
        "borging.stap": ["jaren"],
        "borging.later.tekst": ["jaren"],
        "tweede_borging.stap": ["jaren"],
        "tweede_borging.later.tekst": ["jaren"],
        "conclusies.kan.tekst": ["weken", "trainingen_per_week", "trainingen"],
        "conclusies.kan_niet.tekst": [],
        "conclusies.borging.tekst": ["jaren"],
    },
    "jeugd_naar_wmo": {
        "grenzen.vooruitkijken.tekst": ["leeftijd"],
        "grenzen.volwassen.jonger": ["leeftijd", "grens"],
        "grenzen.volwassen.ouder": ["leeftijd", "grens"],
        "grenzen.verlengd_tot.kan": ["leeftijd"],
        "grenzen.verlengd_tot.kan_niet": ["leeftijd"],
        "grenzen.verlengd_tot.voorbij": ["leeftijd"],
        "conclusies.jeugdwet_tot.tekst": ["leeftijd"],
        "conclusies.jeugdwet.tekst": [],
    },
}
GROEPEN = {
    "duur_indicatie": ["voorzieningen"],
    "ambulante_begeleiding": ["soorten", "voorwaarden"],
    "groepsbegeleiding": ["soorten"],
    "herstelgerichte_hulp": ["voorwaarden"],
    "jeugd_naar_wmo": ["voorzieningen", "voorwaarden"],
}


@cache
def inhoud(regeling: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = YAML(typ="safe", pure=True).load(HOGELAND / regeling / "2023-01-01.yaml")
    return gelezen


def lees_met(regeling: str, pad: str, waarde: object) -> None:
    gegevens = deepcopy(inhoud(regeling))
    *weg, laatste = pad.split(".")
    doel = gegevens
    for naam in weg:
        doel = doel[naam]
    if waarde is None:
        del doel[laatste]
    else:
        doel[laatste] = waarde
    lees_regeling(regeling.replace("_", "-"), gegevens)


@pytest.mark.parametrize(
    ("regeling", "pad", "namen"),
    [(regeling, pad, namen) for regeling, plaatsen in PLAATSEN.items() for pad, namen in plaatsen.items()],
)
def test_in_een_tekst_kan_alleen_wat_erboven_staat(regeling: str, pad: str, namen: list[str]) -> None:
    lees_met(regeling, pad, f"Alles: {' '.join(f'{{{naam}}}' for naam in namen)}.")
    with pytest.raises(Inhoudfout) as gevangen:
        lees_met(regeling, pad, "Iets: {onbekend}.")
    assert [veld for veld, _ in gevangen.value.fouten] == [pad]


@pytest.mark.parametrize(
    ("regeling", "pad"),
    [
        (regeling, f"{groep}.{naam}")
        for regeling, groepen in GROEPEN.items()
        for groep in groepen
        for naam in inhoud(regeling)[groep]
    ],
)
def test_elk_onderdeel_van_een_groep_is_nodig(regeling: str, pad: str) -> None:
    with pytest.raises(Inhoudfout, match="Dit onderdeel ontbreekt") as gevangen:
        lees_met(regeling, pad, None)
    assert [veld for veld, _ in gevangen.value.fouten] == [pad]


@pytest.mark.parametrize(
    ("pad", "goed", "fout"),
    [("grenzen.vooruitkijken.leeftijd", 17, 18), ("grenzen.verlengd_tot.leeftijd", 19, 18)],
)
def test_de_leeftijden_volgen_op_elkaar(pad: str, goed: int, fout: int) -> None:
    lees_met("jeugd_naar_wmo", pad, goed)
    with pytest.raises(Inhoudfout, match="18") as gevangen:
        lees_met("jeugd_naar_wmo", pad, fout)
    assert [veld for veld, _ in gevangen.value.fouten] == [pad]


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"deskundig_advies_positief": False}, ["kan_niet"]),
        ({"deskundig_advies_positief": True}, ["kan"]),
        ({"deskundig_advies_positief": True, "eerste_fase_positief": False}, ["kan"]),
        ({"deskundig_advies_positief": True, "eerste_fase_positief": True}, ["kan", "borging"]),
    ],
)
def test_herstelgerichte_hulp_zegt_alleen_wat_al_vaststaat(invoer: dict[str, bool], zin: list[str]) -> None:
    hogeland = laad(HOGELAND.parent)
    gezegd = conclusie(hogeland, bereken(hogeland, "herstelgerichte-hulp", invoer, VANDAAG))
    assert [reden.code for reden in gezegd] == zin
    if "kan" in zin:
        assert "28 trainingen in 14 weken" in gezegd[0].tekst
    if "borging" in zin:
        assert "1 jaar" in gezegd[1].tekst

"""The steps of `gebruikelijke-hulp`: who does what, and where that stands."""

from typing import Any

GEWOON = {
    "leeftijd": 45,
    "inwonend": True,
    "leefeenheid": True,
    "aantoonbare_beperking": False,
    "overbelast": "nee",
    "weg_etmalen_aaneen": 0,
    "weg_verplicht_door_werk": False,
    "niet_gewend": False,
    "weigert": False,
}


def stappen(
    reken: Any, *huisgenoten: dict[str, Any], maanden: int = 12, terminaal: bool = False
) -> list[tuple[str, str, str]]:
    situatie = {"duur_maanden": maanden, "terminaal": terminaal}
    uit = reken("gebruikelijke-hulp", {"situatie": situatie, "huisgenoten": [{**GEWOON, **h} for h in huisgenoten]})
    return [(stap["onderdeel"], stap["tekst"], stap["bron"]["plaats"]) for stap in uit["stappen"]]


def test_elke_huisgenoot_heeft_een_stap_met_nummer_en_leeftijd(reken: Any) -> None:
    assert stappen(reken, {}, {"leeftijd": 8})[1:3] == [
        (
            "per_huisgenoot.0",
            "Huisgenoot 1 is 45 jaar. De gemeente verwacht dat deze huisgenoot het werk in huis overneemt.",
            "bijlage 2 §1.2.1",
        ),
        (
            "per_huisgenoot.1",
            "Huisgenoot 2 is 8 jaar en kan kleine taken doen, als het kind dat aankan.",
            "bijlage 2 §1.2.1",
        ),
    ]


def test_wie_niet_hoeft_krijgt_de_reden_en_niet_de_leeftijd(reken: Any) -> None:
    assert stappen(reken, {"overbelast": "ja"})[1:-1] == [
        (
            "per_huisgenoot.0",
            "Huisgenoot 1. Wie overbelast is of dat dreigt te worden, hoeft nu niet te helpen. "
            "De consulent onderzoekt dat eerst.",
            "bijlage 2 §1.4.3",
        )
    ]


def test_wie_niet_gewend_is_krijgt_leeftijd_en_reden(reken: Any) -> None:
    plaatsen = [
        plaats for onderdeel, _, plaats in stappen(reken, {"niet_gewend": True}) if onderdeel == "per_huisgenoot.0"
    ]
    assert plaatsen == ["bijlage 2 §1.2.1", "bijlage 2 §1.3.2"]


def test_een_korte_levensverwachting_staat_niet_bij_elke_huisgenoot_apart(reken: Any) -> None:
    assert not any("levensverwachting" in tekst for _, tekst, _ in stappen(reken, {}, {}, terminaal=True))


def test_de_eerste_stap_zegt_waarbij_en_de_laatste_wat_het_wordt(reken: Any) -> None:
    lang, kort = stappen(reken, maanden=4), stappen(reken, maanden=3)
    assert lang[0][1].startswith("De zorg duurt langer dan 3 maanden.")
    assert kort[0][1].startswith("De zorg duurt naar verwachting niet langer dan 3 maanden.")
    assert [onderdeel for onderdeel, *_ in lang] == ["terreinen", "conclusie"]
    assert [stappen(reken, h)[-1][1].split(".")[0] for h in ({}, {"leeftijd": 12}, {"leeftijd": 2})] == [
        "Van uw huisgenoten verwacht de gemeente dat zij het werk in huis kunnen overnemen",
        "Van uw huisgenoten kan de gemeente een deel van het werk in huis verwachten",
        "De gemeente verwacht nu geen hulp in huis van huisgenoten",
    ]

"""For whom somebody speaks."""

import pytest

from bot.vragen.relaties import genoemde_naaste


@pytest.mark.parametrize(
    ("tekst", "naaste"),
    [
        ("Mijn moeder krijgt bezoek van de gemeente", "mijn moeder"),
        ("het gaat om m'n vader", "mijn vader"),
        ("me ma kan niet meer lopen", "mijn moeder"),
        ("ik wil een plan maken voor onze zoon", "mijn zoon"),
        ("het plan is voor mijn man", "mijn man"),
        ("plan voor mijn cliënt", "mijn client"),
        ("mijn schoonmoeder, mijn schoonmoeder dus", "mijn schoonmoeder"),
        ("mijn moeder, ja ma dus, mijn ma", "mijn moeder"),
    ],
)
def test_one_named_person_is_found(tekst: str, naaste: str) -> None:
    assert genoemde_naaste(tekst) == naaste


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "ik heb hulp nodig",
        "mijn man en mijn vader",
        "de moeder van de buren",
        "mijn huis",
        "mijn manier van leven",
        "moederdag",
        "mijn zonen",
    ],
)
def test_nobody_or_more_than_one_is_none(tekst: str) -> None:
    assert genoemde_naaste(tekst) is None


def test_mn_is_mijn() -> None:
    assert genoemde_naaste("mn moeder kan het niet meer alleen") == "mijn moeder"


@pytest.mark.parametrize(
    "tekst",
    [
        "mag mijn dochter bij het gesprek zijn",
        "ik wil een plan maken en mijn zoon helpt mij daarbij",
        "moet mijn man mij helpen in huis",
        "mijn buurvrouw zei dat ik een plan kan maken",
    ],
)
def test_somebody_who_helps_or_comes_along_is_not_for_whom_it_is(tekst: str) -> None:
    """What is found here fills in for whom the plan is, and that is then not asked any more."""
    assert genoemde_naaste(tekst) is None

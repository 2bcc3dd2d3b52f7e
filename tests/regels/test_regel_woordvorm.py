"""The same thing written in two ways has one form; two things have two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.regels.woordvorm import woordvorm


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Rollators", "rollator"),
        ("een rollator", "rollator"),
        ("róllator", "rollator"),
        ("ROLLATOR.", "rollator"),
        ("rolator", "rollator"),
        ("Één rollator", "de rollator"),
        ("het bed", "mijn bedden"),
        ("uw auto", "'n auto"),
        ("’t bed", "`t bed"),
        ("m'n auto", "mn auto"),
        ("beugel in de douche", "beugels in mijn douche"),
        ("e-bike", "e bikes"),
        ("ebike", "E-Bike"),
        ("inductie kookplaat", "inductie-kookplaten"),
        ("APK keuring", "apkkeuringen"),
        ("auto's", "auto"),
        ("auto’s", "autos"),
        ("foto´s", "foto"),
        ("kruk", "krukken"),
        ("box", "boxen"),
        ("kraan", "kranen"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("les", "lessen"),
        ("rijles", "rijlessen"),
        ("keuken", "keukens"),
        ("hulpmiddel", "hulpmiddelen"),
        ("onderdeel", "onderdelen"),
        ("beugel", "beugels"),
        ("scooter", "scooters"),
        ("tandem", "tandems"),
        ("sanibroyeur", "sanibroyeurs"),
        ("batterie", "batteries"),
        ("commode", "commodes"),
        ("antislipstrip", "antislipstrips"),
        ("fiets", "fietsen"),
        ("glazenwasser", "glazenwassers"),
        ("maaltijd_service", "maaltijdservices"),
    ],
)
def test_hetzelfde_ding_heeft_een_vorm(een: str, ander: str) -> None:
    assert woordvorm(een) == woordvorm(ander) != ""


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("rollator", "rollator met motor"),
        ("box", "bos"),
        ("fiets", "bakfiets"),
        ("open", "op"),
        ("bos", "bo"),
        ("beugel 33 cm", "beugel 3 cm"),
        ("kruk", "krik"),
        ("bank", "banks"),
        ("de", "het"),
        ("vak", "zak"),
        ("fiet", "fiets"),
    ],
)
def test_een_ander_ding_heeft_een_andere_vorm(een: str, ander: str) -> None:
    assert woordvorm(een) != woordvorm(ander)


def test_zonder_letters_of_cijfers_is_er_geen_vorm() -> None:
    assert [woordvorm(tekst) for tekst in ("", "?!", " - _ ' ", "🙂")] == ["", "", "", ""]


def test_alleen_een_lidwoord_houdt_een_vorm() -> None:
    assert woordvorm("Het") == "het"


@settings(deadline=None, database=None, max_examples=200)
@given(st.text(max_size=40))
def test_elke_tekst_heeft_een_vorm_en_lidwoord_of_hoofdletters_veranderen_die_niet(tekst: str) -> None:
    vorm = woordvorm(tekst)
    assert vorm == woordvorm(f" {tekst}. ")
    if vorm:
        assert " " not in vorm
        assert woordvorm(f"een {tekst} rollator") == woordvorm(f"{tekst} rollator")

"""Danger told in another language is heard, and 112 is named first in that language."""

import pytest
from msgspec import Struct

from bot.gesprek.host import Gesprekshost
from bot.gesprek.taal import andere_taal, talen
from bot.vragen.bestand import lees_bestand
from tests.conftest import WORTEL
from tests.vragen import dialogen


class Gevallen(Struct, frozen=True, forbid_unknown_fields=True):
    gevaar: dict[str, tuple[str, ...]]
    bijna: tuple[str, ...]


GEVALLEN = lees_bestand(WORTEL / "tests" / "gesprek" / "gevaar_talen.yaml", Gevallen)
ALLE = [(code, zin) for code, zinnen in GEVALLEN.gevaar.items() for zin in zinnen]
VEILIGHEID = dialogen.diensten().veiligheid


@pytest.mark.parametrize(("code", "zin"), ALLE, ids=[z for _, z in ALLE])
def test_danger_is_heard_and_the_language_is_known(code: str, zin: str) -> None:
    gevaar = VEILIGHEID.herken(zin)
    assert gevaar
    assert (gevaar.taal_van(zin) or andere_taal(zin)) == code


@pytest.mark.parametrize("zin", GEVALLEN.bijna)
def test_what_only_sounds_like_danger_is_left_alone(zin: str) -> None:
    assert VEILIGHEID.herken(zin) is None


@pytest.mark.parametrize("code", GEVALLEN.gevaar)
async def test_the_first_bubble_names_112_in_that_language(host: Gesprekshost, code: str) -> None:
    token, _ = await host.begin("inwoner")
    id = await host.zoek(token)
    assert id
    berichten = (await host.beurt(id, tekst=GEVALLEN.gevaar[code][0])).berichten
    assert berichten[0]["tekst"] == talen().talen[code].gevaar
    assert "112" in berichten[0]["tekst"]
    assert {b["soort"] for b in berichten} == {"waarschuwing"}


async def test_danger_in_dutch_begins_as_it_did(host: Gesprekshost) -> None:
    token, _ = await host.begin("inwoner")
    id = await host.zoek(token)
    assert id
    berichten = (await host.beurt(id, tekst="ik wil er niet meer zijn")).berichten
    assert berichten[0]["tekst"].startswith("Wat moet dit zwaar zijn")

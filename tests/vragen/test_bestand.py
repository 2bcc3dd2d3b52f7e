"""Data files are read strictly, and a faulty one is named with what is wrong in it."""

from pathlib import Path

import pytest
from msgspec import Struct

from bot.vragen.bestand import Bestandsfout, Verwijzingen, lees_bestand


class Voorbeeld(Struct, frozen=True, forbid_unknown_fields=True):
    tekst: str
    lijst: tuple[str, ...] = ()


def maak(map: Path, inhoud: str) -> Path:
    pad = map / "voorbeeld.yaml"
    pad.write_text(inhoud, encoding="utf-8")
    return pad


def test_a_good_file_is_an_instance_of_its_model(tmp_path: Path) -> None:
    assert lees_bestand(maak(tmp_path, "tekst: dag\nlijst: [a, b]"), Voorbeeld) == Voorbeeld("dag", ("a", "b"))


def test_references_are_filled_in_at_every_depth(tmp_path: Path) -> None:
    pad = maak(tmp_path, 'tekst: "{termijnen.weken} weken"\nlijst: ["na {termijnen.weken} weken"]')
    gelezen = lees_bestand(pad, Voorbeeld, Verwijzingen({"termijnen.weken": "6"}))
    assert gelezen == Voorbeeld("6 weken", ("na 6 weken",))


def test_a_reference_without_a_point_stays_for_later(tmp_path: Path) -> None:
    assert lees_bestand(maak(tmp_path, 'tekst: "Wie helpt {wie}?"'), Voorbeeld).tekst == "Wie helpt {wie}?"


def test_a_reference_to_nothing_is_named(tmp_path: Path) -> None:
    with pytest.raises(Bestandsfout, match=r"voorbeeld\.yaml.*termijnen\.wekn"):
        lees_bestand(maak(tmp_path, 'tekst: "{termijnen.wekn} weken"'), Voorbeeld, Verwijzingen())


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("tekst: dag\ntekst: nacht", "tekst"),
        ("tekst: dag\nteksten: nacht", "teksten"),
        ("lijst: []", "tekst"),
        ("tekst: 3", "tekst"),
        ("tekst: [dag", "geldige YAML"),
        ("tekst: dag\n---\ntekst: nacht", "geldige YAML"),
        ("", "voorbeeld"),
    ],
    ids=[
        "a key twice",
        "an unknown field",
        "a missing field",
        "a number for a text",
        "an open bracket",
        "two documents",
        "an empty file",
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path: Path, inhoud: str, wat: str) -> None:
    with pytest.raises(Bestandsfout, match=r"(?s)voorbeeld\.yaml.*") as fout:
        lees_bestand(maak(tmp_path, inhoud), Voorbeeld)
    assert wat in str(fout.value)


@pytest.mark.parametrize("woord", ["no", "yes", "on", "off"])
def test_yaml_1_2_makes_no_truth_values_of_words(tmp_path: Path, woord: str) -> None:
    assert lees_bestand(maak(tmp_path, f"tekst: {woord}"), Voorbeeld).tekst == woord


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Bestandsfout, match=r"weg\.yaml.*ontbreekt.*Zet het terug"):
        lees_bestand(tmp_path / "weg.yaml", Voorbeeld)


def test_a_file_saved_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    pad = tmp_path / "voorbeeld.yaml"
    pad.write_bytes("tekst: één".encode("cp1252"))
    with pytest.raises(Bestandsfout, match=r"voorbeeld\.yaml"):
        lees_bestand(pad, Voorbeeld)

"""Explanations are loaded from their files, all or none."""

from pathlib import Path

import pytest

from bot.kennis import laad_kennis
from bot.vragen.bestand import Bestandsfout, Verwijzingen

EEN = """\
onderwerpen:
  melding:
    titel: De melding
    vraag: Hoe meld ik mij?
    kort: ["U heeft {termijnen.weken} weken."]
    meer: ["Bel gerust."]
    bronnen: [{document: hogeland, plaats: "§2.1"}]
    vervolg: [aanvraag]
"""


def zet(map: Path, naam: str, inhoud: str) -> None:
    (map / naam).write_text(inhoud, encoding="utf-8")


def test_a_topic_is_loaded_with_its_numbers_filled_in(tmp_path: Path) -> None:
    zet(tmp_path, "een.yaml", EEN)
    melding = laad_kennis(tmp_path, Verwijzingen({"termijnen.weken": "6"}))["melding"]
    assert melding.kort == ("U heeft 6 weken.",)
    assert (melding.titel, melding.vervolg) == ("De melding", ("aanvraag",))
    assert (melding.bronnen[0].document, melding.bronnen[0].plaats) == ("hogeland", "§2.1")


def test_topics_of_all_files_come_together(tmp_path: Path) -> None:
    zet(tmp_path, "een.yaml", EEN)
    zet(tmp_path, "twee.yaml", EEN.replace("  melding:", "  aanvraag:"))
    assert laad_kennis(tmp_path, Verwijzingen({"termijnen.weken": "6"})).keys() == {"melding", "aanvraag"}


def test_a_topic_in_two_files_is_refused_by_name(tmp_path: Path) -> None:
    zet(tmp_path, "een.yaml", EEN)
    zet(tmp_path, "twee.yaml", EEN)
    with pytest.raises(Bestandsfout, match=r"twee\.yaml.*melding"):
        laad_kennis(tmp_path, Verwijzingen({"termijnen.weken": "6"}))


@pytest.mark.parametrize(
    ("oud", "nieuw", "wat"),
    [
        ("    titel: De melding\n", "", "titel"),
        ("    meer:", "    meeer:", "meeer"),
        ("{termijnen.weken}", "{termijnen.maanden}", "termijnen.maanden"),
        ("plaats:", "plek:", "plek"),
    ],
    ids=["a missing field", "a slip in a field", "a number that does not exist", "a source without a place"],
)
def test_a_faulty_topic_stops_the_start_with_file_and_reason(tmp_path: Path, oud: str, nieuw: str, wat: str) -> None:
    assert oud in EEN
    zet(tmp_path, "een.yaml", EEN.replace(oud, nieuw))
    with pytest.raises(Bestandsfout, match=r"een\.yaml") as fout:
        laad_kennis(tmp_path, Verwijzingen({"termijnen.weken": "6"}))
    assert wat in str(fout.value)


def test_a_topic_without_more_to_say_about_is_refused(tmp_path: Path) -> None:
    zet(tmp_path, "een.yaml", EEN.replace('    meer: ["Bel gerust."]\n', ""))
    with pytest.raises(Bestandsfout, match="meer"):
        laad_kennis(tmp_path, Verwijzingen({"termijnen.weken": "6"}))

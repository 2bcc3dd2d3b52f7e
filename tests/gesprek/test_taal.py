"""A sentence in another language is recognised; Dutch is never taken for one."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.gesprek.taal import TALEN, andere_taal
from tests.conftest import WORTEL


def voorbeelden(pad: Path) -> list[tuple[str, str]]:
    """(intent, sentence) of a file with training or test sentences."""
    inhoud: dict[str, Any] = YAML(typ="safe", pure=True).load(pad)
    return [
        (i["intent"], z.removeprefix("- ").strip())
        for i in inhoud["nlu"]
        for z in i["examples"].splitlines()
        if z.strip()
    ]


APART = voorbeelden(WORTEL / "tests" / "nlu" / "apart.yml")


@pytest.mark.parametrize(
    ("zin", "taal"),
    [
        ("I would like some help at home for my mother", "en"),
        ("Ich brauche Hilfe im Haushalt für meine Mutter", "de"),
        ("Je voudrais de l'aide à la maison pour ma mère", "fr"),
        ("Necesito ayuda en casa para mi madre", "es"),
        ("Annem için evde yardıma ihtiyacım var", "tr"),
        ("أحتاج إلى مساعدة في المنزل لأمي", "ar"),
        ("Potrzebuję pomocy w domu dla mojej mamy", "pl"),
        ("Мені потрібна допомога вдома для моєї мами", "uk"),
        ("Мне нужна помощь по дому для моей мамы", "ru"),
        ("من برای مادرم در خانه به کمک نیاز دارم", "fa"),
    ],
)
def test_a_sentence_in_another_language_is_named(zin: str, taal: str) -> None:
    assert andere_taal(zin) == taal
    assert taal in TALEN


@pytest.mark.parametrize("zin", ["помощь", "مساعدة", "Yardıma ihtiyacım"])
def test_a_short_text_in_another_alphabet_is_no_dutch(zin: str) -> None:
    assert andere_taal(zin) not in (None, "nl")


@pytest.mark.parametrize(
    "zin", ["ok", "ja", "yes please", "hello", "help", "nee", "", "...", "pgb", "Annie", "één", "cliënt", "mama's"]
)
def test_a_word_or_two_is_taken_for_dutch(zin: str) -> None:
    assert andere_taal(zin) is None


@pytest.mark.parametrize(
    "zin",
    [
        "k kin nait meer trap oplopen",
        "mien moe is al old en ze kin nait meer",
        "wat is e-health en respite care",
        "mijn man van 70 en onze zoon, die is 16",
        "hulp in t huishouden voor m'n moeder",
        "wmo pgb zin svb cak wlz",
        "Ik heb MS en ben chronisch ziek",
        "scootmobiel repair service",
        "moeder 84 dementie alleen thuis hulp",
        "Nee, begin maar",
        "3 maart 2023",
    ],
)
def test_dutch_with_dialect_english_words_or_names_stays_dutch(zin: str) -> None:
    assert andere_taal(zin) is None


def test_no_dutch_test_sentence_is_taken_for_another_language() -> None:
    nederlands = [zin for intent, zin in APART if intent != "andere_taal"]
    assert len(nederlands) > 500
    assert [zin for zin in nederlands if andere_taal(zin)] == []

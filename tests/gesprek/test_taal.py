"""A sentence in another language is recognised; Dutch is never taken for one."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.gesprek.taal import OVERIG, andere_taal, talen
from bot.vragen.bestand import lees_bestand
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
    assert taal in talen().talen


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


# -- per language, and all the Dutch that we have ---------------------------------------------------------------------

ZINNEN = lees_bestand(WORTEL / "tests" / "gesprek" / "talen.yaml", dict[str, list[str]])
MINSTENS_HERKEND = 0.9
HOOGSTENS_VREEMD = 0.005


def test_every_language_has_at_least_25_sentences() -> None:
    assert set(ZINNEN) == set(talen().talen)
    assert {code: len(zinnen) for code, zinnen in ZINNEN.items() if len(set(zinnen)) < 25} == {}


@pytest.mark.parametrize("code", ZINNEN)
def test_nine_of_ten_sentences_are_recognised(code: str) -> None:
    gemist = [(zin, taal) for zin in ZINNEN[code] if (taal := andere_taal(zin)) != code]
    assert len(gemist) <= (1 - MINSTENS_HERKEND) * len(ZINNEN[code]), gemist


def test_hardly_any_training_sentence_is_taken_for_another_language() -> None:
    nederlands = [
        zin
        for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml"))
        for intent, zin in voorbeelden(pad)
        if intent != "andere_taal"
    ]
    vreemd = [(zin, taal) for zin in nederlands if (taal := andere_taal(zin))]
    print(f"{len(vreemd)} of {len(nederlands)} Dutch training sentences: {len(vreemd) / len(nederlands):.2%}")
    assert len(vreemd) <= HOOGSTENS_VREEMD * len(nederlands), vreemd


@pytest.mark.parametrize(
    "zin",
    [
        "Ayşe Yılmaz en Mehmet Öztürk",
        "Fatma, Ali, Zeynep en Mustafa",
        "Piotr Kowalski en Agnieszka Wiśniewska",
        "Anna, Peter, Wolfgang en Heinrich",
        "mijn man heet محمد en hij is 70",
        "wie will mie helpen mit de was",
        "ik kin t nait meer allain",
        "ik kan nie meer lopn en me vrou ok nie",
        "huishoudelikje hulb aanvragn",
        "me moeder is ziek",
        "ben in de war",
        "plan do check act",
    ],
)
def test_names_dialect_and_typing_errors_stay_dutch(zin: str) -> None:
    assert andere_taal(zin) is None


@pytest.mark.parametrize("zin", ["እርዳታ እፈልጋለሁ", "我需要帮助", "χρειάζομαι βοήθεια"])
def test_another_alphabet_is_another_language(zin: str) -> None:
    assert andere_taal(zin) == OVERIG


@pytest.mark.parametrize("code", talen().talen)
def test_a_language_is_recognised_in_the_sentence_that_answers_it(code: str) -> None:
    taal = talen().talen[code]
    assert andere_taal(taal.zin) == code
    assert "112" in taal.gevaar


@pytest.mark.parametrize(
    ("zin", "code"), [("spreekt u ook Turks?", "tr"), ("kan het in het Oekraïens", "uk"), ("kunt u Russisch", "ru")]
)
def test_a_language_that_is_named_is_found(zin: str, code: str) -> None:
    assert talen().genoemd(zin) == code


def test_no_language_is_named_in_an_ordinary_sentence() -> None:
    assert talen().genoemd("wat kost een rolstoel?") is None

"""The finder ranks passages by what they share with a point, and judges nothing."""

from pathlib import Path

import pytest
import yaml

from bot.stukken import Passage, Zoeker
from bot.stukken.samenstellingen import Splitser
from bot.stukken.stam import stam
from bot.stukken.teksten import laad_teksten
from tests.stukken.maken import ALINEA, ANDER

WORTEL = Path(__file__).resolve().parents[2]
LEMMAS = {"cliënten": "cliënt", "klachten": "klacht", "heeft": "hebben", "koopt": "kopen", "aanbieders": "aanbieder"}


def lemmatiseer(tekst: str) -> list[str]:
    """What spaCy does for the app, with a list of five words."""
    woorden = "".join(c if c.isalpha() or c in "- " else " " for c in tekst).split()
    return [LEMMAS.get(woord, woord) for woord in woorden]


def maak_zoeker(*teksten: str, woordenschat: tuple[str, ...] = ()) -> Zoeker:
    return Zoeker([Passage(f"bladzijde {i}", tekst) for i, tekst in enumerate(teksten, 1)], lemmatiseer, woordenschat)


def plaatsen(zoeker: Zoeker, vraag: str, *zoekwoorden: str, aantal: int = 3) -> list[str]:
    return [vondst.passage.plaats for vondst in zoeker.zoek(vraag, zoekwoorden, aantal)]


def test_the_passage_that_treats_the_point_comes_first() -> None:
    zoeker = maak_zoeker(ANDER, "Het weer is mooi vandaag.", ALINEA)
    assert plaatsen(zoeker, "Is er een onafhankelijke weg voor klachten?", "klachtencommissie")[0] == "bladzijde 3"


def test_the_best_comes_first_and_no_more_than_asked() -> None:
    zoeker = maak_zoeker(*(f"klacht {'klacht ' * i} en nog wat" for i in range(6)))
    vondsten = zoeker.zoek("klacht", [], 4)
    assert len(vondsten) == 4
    assert [v.score for v in vondsten] == sorted((v.score for v in vondsten), reverse=True)


def test_a_passage_that_shares_no_term_is_never_given() -> None:
    zoeker = maak_zoeker(ALINEA, "Er groeit gras in de wei.", ANDER)
    assert plaatsen(zoeker, "raketmotor", "maanlander") == []
    assert "bladzijde 2" not in plaatsen(zoeker, "klacht over een aanbieder", aantal=10)


def test_words_that_stand_everywhere_find_nothing() -> None:
    assert plaatsen(maak_zoeker("Dat is er ook.", ALINEA), "Is er ook iets dat er is?") == []


@pytest.mark.parametrize("vraag", ["", "   ", "?!", "123"])
def test_a_question_without_words_finds_nothing(vraag: str) -> None:
    assert plaatsen(maak_zoeker(ALINEA), vraag) == []


def test_a_document_without_passages_finds_nothing() -> None:
    assert Zoeker([], lemmatiseer).zoek("klacht", ["klachten"]) == []


def test_a_document_of_signs_only_finds_nothing() -> None:
    assert plaatsen(maak_zoeker("* * *", "1 2 3"), "klacht") == []


def test_a_word_is_found_in_a_compound_and_the_other_way_round() -> None:
    tekst = "Het cliëntenparticipatiebeleid staat vast."
    zoeker = maak_zoeker(tekst, ANDER, woordenschat=("participatie", "cliënt", "beleid"))
    assert plaatsen(zoeker, "participatie") == ["bladzijde 1"]
    zoeker = maak_zoeker("De participatie van ouderen telt.", "Er is een loket.")
    assert plaatsen(zoeker, "ouderenparticipatie", "ouderen") == ["bladzijde 1"]


def test_two_words_together_count_more_than_apart() -> None:
    apart = "De regie ligt bij de gemeente, en de eigen woning telt niet mee, ook al vraagt men ernaar."
    samen = "De woning telt niet mee, en de eigen regie ligt bij de inwoner, ook al vraagt men ernaar."
    assert plaatsen(maak_zoeker(apart, samen), "", "eigen regie")[0] == "bladzijde 2"


def test_terms_of_the_trade_weigh_more_than_the_words_of_the_question() -> None:
    zoeker = maak_zoeker("De wandelaar loopt door het park.", "De boventallige kracht loopt mee.", ANDER)
    assert plaatsen(zoeker, "wandelaar", "boventallige")[0] == "bladzijde 2"


def test_a_word_that_means_the_same_is_found() -> None:
    zoeker = maak_zoeker("De begeleider werkt met ervaringswerkers.", ANDER)
    assert plaatsen(zoeker, "ervaringsdeskundige") == ["bladzijde 1"]


def test_the_heading_above_a_passage_counts() -> None:
    passages = [Passage("alinea 1, onder 'Inkoop'", "Dat gaat zo."), Passage("alinea 2, onder 'Mantelzorg'", "En zo.")]
    vondsten = Zoeker(passages, lemmatiseer).zoek("mantelzorg", [])
    assert [v.passage.plaats for v in vondsten] == ["alinea 2, onder 'Mantelzorg'"]


def test_the_same_search_gives_the_same_answer() -> None:
    zoeker = maak_zoeker(ALINEA, ANDER, ALINEA)
    assert zoeker.zoek("klacht", ["verslag"]) == zoeker.zoek("klacht", ["verslag"])


@pytest.mark.parametrize(
    ("woord", "delen"),
    [
        ("cliëntenparticipatiebeleid", ("cliënt", "participatie", "beleid")),
        ("kwaliteitsbeleid", ("kwaliteit", "beleid")),
        ("klachtenregeling", ("klacht", "regeling")),
        ("wmo-beleid", ()),
        ("participatie", ()),
        ("beleid", ()),
        ("veiligheid", ()),
        ("onbekendwoord", ()),
    ],
)
def test_compounds_are_split_at_known_words(woord: str, delen: tuple[str, ...]) -> None:
    bekend = "cliënt participatie beleid kwaliteit klacht regeling veilig heid part".split()
    assert Splitser(bekend).splits(woord) == delen


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("plan", "plannen"),
        ("klacht", "klachten"),
        ("eis", "eisen"),
        ("vast", "vaste"),
        ("ervaringswerker", "ervaringswerkers"),
        ("leefgebied", "leefgebieden"),
        ("mogelijkheid", "mogelijkheden"),
        ("regeling", "regelingen"),
        ("school", "scholen"),
        ("brief", "brieven"),
    ],
)
def test_forms_of_one_word_have_one_stem(een: str, ander: str) -> None:
    assert stam(een) == stam(ander)


@pytest.mark.parametrize("woord", ["zee", "ss", "en", "e", "bed", "proces", "huis", "een"])
def test_a_short_word_stays_a_word(woord: str) -> None:
    assert len(stam(woord)) >= min(len(woord), 2)


def test_the_lists_of_words_hold_no_word_twice() -> None:
    lijsten = laad_teksten().zoeken
    for naam, woorden in (("stopwoorden", lijsten.stopwoorden.split()), ("vraagwoorden", lijsten.vraagwoorden.split())):
        assert sorted({w for w in woorden if woorden.count(w) > 1}) == [], naam
    groepen = [woord for regel in lijsten.synoniemen for woord in regel.split(", ")]
    assert sorted({w for w in groepen if groepen.count(w) > 1}) == []


def test_the_set_of_the_bench_names_points_that_exist() -> None:
    punten = {
        punt["id"]
        for bestand in (WORTEL / "data" / "advies").glob("*.yaml")
        for deel in yaml.safe_load(bestand.read_text("utf-8"))["delen"]
        for punt in deel["punten"]
    }
    verzameling = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text("utf-8"))
    gevallen = [geval for regels in verzameling.values() for geval in regels]
    assert {geval["punt"] for geval in gevallen} <= punten
    assert len({geval["punt"] for geval in gevallen}) >= 60
    assert sum(len(regels) >= 10 for regels in verzameling.values()) >= 4
    assert not [zin for geval in gevallen for zin in geval["zinnen"] if len(zin.split()) > 8]

"""Which of the offered choices a text names, and that what is denied is never chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Keuze, Leesfout, Vraag, lees
from bot.vragen.kiezen import kies
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG, is_vriendelijk

REIZEN = (
    Keuze("alleen", "Dat lukt mij alleen", ("alleen", "zelf", "goed")),
    Keuze("onderweg", "Er moet iemand bij mij zijn", ("niet alleen", "begeleider")),
    Keuze("weet_niet", "Weet ik niet"),
)
WIE = (
    Keuze("netwerk", "Familie helpt mij", ("familie", "dochter", "zoon")),
    Keuze("niemand", "Niemand", ("niemand",)),
    Keuze("nee", "Nog niet", ("nog niet",)),
)
JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))
TAKEN = (
    Keuze("licht", "Licht werk: stoffen en opruimen", ("licht",)),
    Keuze("was", "De was", ("was", "wassen")),
    Keuze("brood", "De broodmaaltijd", ("brood",)),
    Keuze("koken", "De warme maaltijd", ("koken", "warm eten")),
    Keuze("kinderen", "Zorg voor kinderen", ("kinderen",)),
)
TEKENEN = (
    Keuze("niets", "Niets hiervan", ("niets", "nee", "geen", "gezond", "kan wel helpen", "geen beperking")),
    Keuze("beperking", "Een ziekte of beperking", ("ziek", "ziekte", "beperking")),
    Keuze("zwaar", "Het is te zwaar", ("te zwaar", "trekt het niet")),
)
TAAKVRAAG = Vraag("meerkeuze", "Bij welk werk is hulp nodig?", "Daarom.", keuzes=TAKEN, overslaan=False)
ONTKENNINGEN = ("niet", "geen", "nooit", "niemand")


# -- one choice -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keuzes", "tekst"),
    [
        (REIZEN, "alleen gaat niet meer"),
        (REIZEN, "alleen lukt niet"),
        (REIZEN, "dat gaat niet goed"),
        (REIZEN, "nooit alleen"),
        (WIE, "niet mijn dochter, die woont te ver"),
        (WIE, "mijn zoon, geen idee of dat mag"),
        (WIE, "familie heeft er nooit tijd voor"),
        (WIE, "niemand behalve mijn zoon"),
        (JA_NEE, "nee, misschien later wel"),
        (JA_NEE, "nee, eigenlijk wel"),
        (JA_NEE, "ja, soms"),
        (JA_NEE, "ja, maar niet altijd"),
        (JA_NEE, "ja nee"),
    ],
)
def test_what_is_denied_or_doubted_is_not_chosen(keuzes: tuple[Keuze, ...], tekst: str) -> None:
    assert kies(keuzes, tekst) == []


@pytest.mark.parametrize(
    ("keuzes", "tekst", "waarde"),
    [
        (REIZEN, "dat lukt wel alleen", "alleen"),
        (REIZEN, "dat lukt niet alleen", "onderweg"),
        (REIZEN, "dat weet ik niet", "weet_niet"),
        (WIE, "mijn dochter", "netwerk"),
        (WIE, "niemand kan dat doen", "niemand"),
        (WIE, "nee, nog niet", "nee"),
        (JA_NEE, "nee, want hij is 17", "nee"),
        (JA_NEE, "ik denk van ja", "ja"),
    ],
)
def test_a_denial_that_is_the_choices_own_word_chooses_it(keuzes: tuple[Keuze, ...], tekst: str, waarde: str) -> None:
    assert kies(keuzes, tekst) == [waarde]


@RUSTIG
@given(st.sampled_from(["alleen", "zelf", "begeleider"]), st.sampled_from(ONTKENNINGEN), st.booleans())
def test_no_denial_chooses_wherever_it_stands(woord: str, ontkenning: str, vooraan: bool) -> None:
    tekst = f"{ontkenning} meer {woord}" if vooraan else f"{woord} gaat {ontkenning} meer"
    assert kies(REIZEN, tekst) == []


# -- several ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "waarden"),
    [
        ("broodmaaltijd en de was", {"brood", "was"}),
        ("zorg voor kinderen en broodmaaltijd en koken", {"kinderen", "brood", "koken"}),
        ("opruimen", {"licht"}),
        ("de warme maaltijd lukt niet meer", {"koken"}),
        ("alles behalve de was", {"licht", "brood", "koken", "kinderen"}),
        ("bij alles, behalve koken", {"licht", "was", "brood", "kinderen"}),
        ("alles op de was na", {"licht", "brood", "koken", "kinderen"}),
        ("alles maar de was niet", {"licht", "brood", "koken", "kinderen"}),
    ],
)
def test_the_main_words_of_a_label_and_all_but_one_are_read(tekst: str, waarden: set[str]) -> None:
    assert set(kies(TAKEN, tekst, meer=True)) == waarden


@pytest.mark.parametrize(
    "tekst",
    [
        "alles behalve de was en koken",
        "geen was",
        "de was niet",
        "de was hoeft niet",
        "koken lukt nog wel",
        "niet koken",
    ],
)
def test_what_is_not_meant_among_several_is_asked_again(tekst: str) -> None:
    with pytest.raises(Leesfout, match="niet bedoelt") as fout:
        kies(TAKEN, tekst, meer=True)
    is_vriendelijk(fout.value)


@pytest.mark.parametrize("tekst", ["koken lukt niet meer", "koken gaat niet", "alleen koken niet"])
def test_where_the_question_asks_what_works_nothing_that_does_not_is_chosen(tekst: str) -> None:
    with pytest.raises(Leesfout):
        kies(TAKEN, tekst, meer=True, wat_lukt=True)


@pytest.mark.parametrize(
    "tekst",
    ["kan niet meer zo goed bukken maar verder gezond", "gezond maar te zwaar", "niets, wel een ziekte", "niet gezond"],
)
def test_nothing_together_with_something_is_asked_again(tekst: str) -> None:
    with pytest.raises(Leesfout) as fout:
        kies(TEKENEN, tekst, meer=True)
    is_vriendelijk(fout.value)


@pytest.mark.parametrize(
    ("tekst", "waarden"),
    [
        ("zij heeft geen beperking", ["niets"]),
        ("hij kan wel helpen", ["niets"]),
        ("niks", ["niets"]),
        ("nee hoor", ["niets"]),
        ("klaar", ["niets"]),
        ("hij is ziek", ["beperking"]),
        ("hij trekt het niet meer", ["zwaar"]),
        ("hij is ziek en kan niet helpen", ["beperking"]),
        ("helpen kan niet", []),
        ("dat kan niet", []),
        ("verder", []),
    ],
)
def test_nothing_is_chosen_only_where_it_is_said(tekst: str, waarden: list[str]) -> None:
    assert kies(TEKENEN, tekst, meer=True) == waarden


@pytest.mark.parametrize("tekst", ["geen ziekte", "niet te zwaar"])
def test_geen_before_a_sign_does_not_stand_for_all(tekst: str) -> None:
    with pytest.raises(Leesfout):
        kies(TEKENEN, tekst, meer=True)


@pytest.mark.parametrize("tekst", ["weet ik niet", "geen", "niets", "niks", "nee"])
def test_who_has_nothing_to_choose_hears_what_to_do(tekst: str) -> None:
    with pytest.raises(Leesfout, match=r"best past|stop") as fout:
        lees(TAAKVRAAG, tekst, VANDAAG)
    is_vriendelijk(fout.value)


@pytest.mark.parametrize("tekst", ["weet ik niet", "niks"])
def test_who_must_write_something_hears_what_to_do(tekst: str) -> None:
    with pytest.raises(Leesfout, match="stop"):
        lees(Vraag("tekst", "Om welk ding gaat het?", "Daarom.", overslaan=False), tekst, VANDAAG)


# -- the real questions -----------------------------------------------------------------------------------------------

HUISGENOOT = {"personen": [{"wie": "man", "leeftijd": 70}]}
ECHT = [
    ("vervoer", {}, "reizen", "alleen gaat niet meer", None),
    ("vervoer", {}, "keer_per_week", "1 keer per maand", None),
    ("vervoer", {}, "keer_per_week", "elke dag", 7),
    ("vervoer", {}, "keer_per_week", "een of twee keer", None),
    ("vervoer", {}, "afstand_km", "2,5 km", 3),
    ("vervoer", {}, "afstand_km", "20km", 20),
    ("vervoer", {}, "afstand_km", "twee uur", None),
    ("pgb_check", {}, "taken_door", "niet mijn dochter", None),
    ("pgb_check", {}, "dagen_per_week", "elke dag", 7),
    ("wlz", {}, "woont_in_instelling", "niet meer thuis", None),
    ("gebruikelijke_hulp", HUISGENOOT, "0.omstandigheden", "helpen kan niet", None),
    ("gebruikelijke_hulp", HUISGENOOT, "0.omstandigheden", "hij kan wel helpen", ["niets"]),
    ("gebruikelijke_hulp", HUISGENOOT, "0.omstandigheden", "zij heeft geen beperking", ["niets"]),
    ("gebruikelijke_hulp", HUISGENOOT, "duur", "het gaat nooit meer over", "12"),
    ("gebruikelijke_hulp", HUISGENOOT | {"0.omstandigheden": ["weg"]}, "0.etmalen", "anderhalve week", None),
    ("gebruikelijke_hulp", HUISGENOOT | {"0.omstandigheden": ["weg"]}, "0.etmalen", "5 etmalen", 5),
    ("huishouden", {"taken": ["wasverzorging"]}, "zelf.wasverzorging", "strijken lukt niet meer", None),
    ("huishouden", {"taken": ["wasverzorging"]}, "zelf.wasverzorging", "klaar", ["niets"]),
    ("huishouden", {"taken": ["wasverzorging"]}, "omstandigheden", "klaar", ["niets"]),
    ("huishouden", {}, "taken", "broodmaaltijd en de was", ["wasverzorging", "broodmaaltijd"]),
    ("huishouden", {}, "personen", "mijn vrouw en ik", 2),
    ("huishouden", {}, "personen", "20 km", None),
    ("huishouden", {"taken": ["broodmaaltijd"]}, "brood_keren", "elke ochtend en avond", 14),
]


@pytest.mark.parametrize(("naam", "antwoorden", "id", "tekst", "waarde"), ECHT)
def test_the_real_questions_read_what_people_say(
    naam: str, antwoorden: dict[str, object], id: str, tekst: str, waarde: object
) -> None:
    vraag = next(v for v in dialogen.dialoog(naam).route(antwoorden) if v.id == id)
    try:
        assert lees(vraag, tekst, VANDAAG) == waarde
    except Leesfout as fout:
        is_vriendelijk(fout)
        assert waarde is None

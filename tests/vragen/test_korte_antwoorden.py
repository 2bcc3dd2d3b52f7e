"""What people type in a word or three, at the real questions: read where it is sure, else asked again."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.vragen import Leesfout, Vraag, lees
from tests.conftest import VANDAAG
from tests.vragen import dialogen
from tests.vragen.instelling import RUSTIG, VIJANDIG, is_vriendelijk

MAN = {"personen": [{"wie": "man", "leeftijd": 70}]}
GEZIN = {"personen": 3, "kinderen": [{"wie": "kind", "leeftijd": 3}]}
ETEN = {"taken": ["warme_maaltijd"]}


def vraag(naam: str, id: str, antwoorden: dict[str, Any] | None = None) -> Vraag:
    return next(v for v in dialogen.dialoog(naam).route(antwoorden or {}) if v.id == id)


VOOR_WIE = dialogen.dialoog("persoonlijk_plan").route({})[0]
OVERBELAST, *_ = dialogen.dialoog("overbelasting").route({})
INDICATIE, WOONT = vraag("wlz", "wlz_aanspraak"), vraag("wlz", "woont_in_instelling")
KLOPT = vraag("gebruikelijke_hulp", "klopt_personen", MAN)
WIE, BEZWAAR = vraag("gebruikelijke_hulp", "personen"), vraag("gebruikelijke_hulp", "0.omstandigheden", MAN)
MENSEN, TAKEN = vraag("huishouden", "personen"), vraag("huishouden", "taken", GEZIN)
WIJZE, DAGEN = vraag("huishouden", "wijze", ETEN), vraag("huishouden", "warme_dagen", ETEN)
ZELF = vraag("huishouden", "zelf.warme_maaltijd", ETEN)
AFSTAND, KEREN = vraag("vervoer", "afstand_km"), vraag("vervoer", "keer_per_week")
REIZEN = vraag("vervoer", "reizen")
DAG, *_ = dialogen.dialoog("termijnen").route({})
DUUR = Vraag("duur", "Hoelang duurt het?", "Daarom.", eenheid="minuten", max=600)
LEEFTIJD = Vraag("leeftijd", "Hoe oud bent u?", "Daarom.")
BEDRAG = Vraag("bedrag", "Wat kost het?", "Daarom.")
JA_NEE = (OVERBELAST, INDICATIE, KLOPT)
ALLE = (*JA_NEE, VOOR_WIE, WOONT, WIE, BEZWAAR, MENSEN, TAKEN, WIJZE, DAGEN, ZELF, AFSTAND, KEREN, REIZEN, DAG, DUUR,
        LEEFTIJD, BEDRAG)  # fmt: skip


def lees_vandaag(vraag: Vraag, tekst: str) -> Any:
    return lees(vraag, tekst, VANDAAG)


def opnieuw(vraag: Vraag, tekst: str) -> None:
    with pytest.raises(Leesfout) as fout:
        lees_vandaag(vraag, tekst)
    is_vriendelijk(fout.value)


# -- yes and no -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vraag", JA_NEE)
@pytest.mark.parametrize(
    "tekst",
    ["ja hoor", "ja dat lukt wel", "klopt", "dat klopt", "zeker wel", "absoluut", "dat denk ik wel", "ik denk het wel",
     "ja best wel", "jaa", "jawel hoor", "volgens mij wel", "de eerste", "1"],
)  # fmt: skip
def test_a_sure_yes(vraag: Vraag, tekst: str) -> None:
    assert lees_vandaag(vraag, tekst) == "ja"


@pytest.mark.parametrize("vraag", JA_NEE)
@pytest.mark.parametrize(
    "tekst",
    ["nee joh", "nou nee", "liever niet", "nee, dat kan ik niet", "nee dat lukt niet", "nee, het lukt niet meer",
     "nee, hij kan dat niet", "nee helaas niet", "helaas niet", "nee, echt niet", "zeker niet", "absoluut niet",
     "dat denk ik niet", "ik denk het niet", "ik denk van niet", "nee dat denk ik niet", "nee, dat is niet zo",
     "neee", "nee nee", "nee, gelukkig niet", "volgens mij niet",
     "de tweede", "2"],
)  # fmt: skip
def test_a_sure_no(vraag: Vraag, tekst: str) -> None:
    assert lees_vandaag(vraag, tekst) == "nee"


@pytest.mark.parametrize("vraag", JA_NEE)
@pytest.mark.parametrize(
    "tekst",
    ["nou ja", "nou ja, zeker", "tja", "ja en nee", "ja nee", "ja, dat kan ik niet", "ja maar niet altijd", 
     "nee, dat kan ik niet alleen",
     "nee, niet meer dan anders", "nee niet niet", "nee, geen probleem", "niet echt", "best wel", "een beetje", "soms",
     "misschien", "valt mee", "beide", "allebei", "geen van beide", "alle drie", "ikke", "nee, dat kan ik wel"],
)  # fmt: skip
def test_an_unsure_yes_or_no_is_asked_again(vraag: Vraag, tekst: str) -> None:
    opnieuw(vraag, tekst)


@pytest.mark.parametrize("tekst", ["nee", "ja", "nee hoor", "nee dat klopt niet", "ja hoor", "klopt"])
def test_yes_and_no_do_not_say_where_somebody_lives(tekst: str) -> None:
    opnieuw(WOONT, tekst)


@pytest.mark.parametrize(
    ("tekst", "in_instelling"), [("thuis", False), ("gewoon thuis", False), ("1", False), ("verpleeghuis", True)]
)
def test_where_somebody_lives_reaches_the_rule(tekst: str, in_instelling: bool) -> None:
    invoer = dialogen.dialoog("wlz").invoer({"woont_in_instelling": lees_vandaag(WOONT, tekst)})
    assert invoer == {"woont_in_instelling": in_instelling}


@pytest.mark.parametrize(("oud", "in_instelling"), [("nee", False), ("ja", True)])
def test_an_answer_that_was_stored_before_still_counts(oud: str, in_instelling: bool) -> None:
    assert dialogen.dialoog("wlz").invoer({"woont_in_instelling": oud}) == {"woont_in_instelling": in_instelling}


# -- places, all and none ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "tekst", "waarde"),
    [
        (WIJZE, "de eerste", "koken"),
        (WIJZE, "de laatste", "opwarmen"),
        (WIJZE, "2", "opwarmen"),
        (TAKEN, "2", ["zwaar_huishoudelijk_werk"]),
        (TAKEN, "de laatste", ["organisatie"]),
        (TAKEN, "de eerste en de laatste", ["licht_huishoudelijk_werk", "organisatie"]),
        (ZELF, "alle drie", ["bereiden", "klaarzetten", "afwas"]),
        (ZELF, "alle 3", ["bereiden", "klaarzetten", "afwas"]),
        (ZELF, "alledrie", ["bereiden", "klaarzetten", "afwas"]),
        (ZELF, "allemaal", ["bereiden", "klaarzetten", "afwas"]),
        (ZELF, "niks", ["niets"]),
        (ZELF, "geen van alle", ["niets"]),
        (ZELF, "geen van drieën", ["niets"]),
        (BEZWAAR, "niks", ["niets"]),
        (BEZWAAR, "geen idee", ["weet_niet"]),
        (VOOR_WIE, "ikke", "mijzelf"),
        (VOOR_WIE, "alleen ik", "mijzelf"),
        (VOOR_WIE, "alleen voor mij", "mijzelf"),
        (VOOR_WIE, "de eerste", "mijzelf"),
        (REIZEN, "alleen", "alleen"),
    ],
)
def test_a_place_all_and_none(vraag: Vraag, tekst: str, waarde: Any) -> None:
    assert lees_vandaag(vraag, tekst) == waarde


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [
        (WIJZE, "beide"),
        (WIJZE, "geen van beide"),
        (REIZEN, "de laatste"),  # "Weet ik niet", or the last real one?
        (REIZEN, "alle drie"),
        (ZELF, "beide"),
        (ZELF, "allebei"),
        (ZELF, "geen van beide"),
        (ZELF, "alle vier"),
        (TAKEN, "beide"),
        (TAKEN, "alle drie"),
        (TAKEN, "1-3"),
        (TAKEN, "1 - 3"),
        (ZELF, "1 en 3"),  # "Niets hiervan", and something
        (ZELF, "de eerste en de laatste"),
        (WIE, "een hond van 3"),
        (WIE, "mijn man van 70 en onze poes van 12"),
        (TAKEN, "afwassen doe ik zelf"),
        (TAKEN, "stofzuigen doe ik zelf"),
        (TAKEN, "stofzuigen doet mijn buurvrouw"),
        (VOOR_WIE, "beide"),
        (VOOR_WIE, "wij samen"),
        (VOOR_WIE, "de tiende"),
        (VOOR_WIE, "de ander"),
        (VOOR_WIE, "allebei"),
    ],
)
def test_what_does_not_fit_the_number_of_choices_is_asked_again(vraag: Vraag, tekst: str) -> None:
    opnieuw(vraag, tekst)


def test_both_of_two_are_two() -> None:
    keuzes = (ZELF.keuzes[0], *ZELF.keuzes[2:])
    twee = Vraag("meerkeuze", "Wat lukt nog?", "Daarom.", keuzes=keuzes, wat_lukt=True)
    assert lees_vandaag(twee, "allebei") == ["klaarzetten", "afwas"]
    assert lees_vandaag(twee, "beide") == ["klaarzetten", "afwas"]
    assert lees_vandaag(twee, "geen van beide") == ["niets"]
    opnieuw(twee, "alle drie")


@pytest.mark.parametrize("tekst", ["afwassen doe ik zelf", "de afwas doe ik zelf", "afwassen doet mijn dochter"])
def test_what_is_done_already_is_an_answer_to_what_is_done_already(tekst: str) -> None:
    assert lees_vandaag(ZELF, tekst) == ["afwas"]


# -- numbers, times and days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "tekst", "waarde"),
    [
        (MENSEN, "2", 2),
        (MENSEN, "ongeveer 3", 3),
        (MENSEN, "een stuk of 4", 4),
        (MENSEN, "alleen", 1),
        (MENSEN, "alleen ik", 1),
        (MENSEN, "ik ben alleen", 1),
        (MENSEN, "met z'n tweeën", 2),
        (MENSEN, "met zijn tweetjes", 2),
        (MENSEN, "wij tweeën", 2),
        (MENSEN, "wij 2", 2),
        (MENSEN, "wij met 3", 3),
        (AFSTAND, "een stuk of 4", 4),
        (AFSTAND, "stuk of tien km", 10),
        (DAGEN, "een stuk of 4", 4),
        (DAGEN, "2x p/w", 2),
        (KEREN, "2x p/w", 2),
        (KEREN, "elke dag 1 keer", 7),
        (KEREN, "1 keer elke dag", 7),
        (DUUR, "anderhalf uur", 90),
        (DUUR, "kwartiertje", 15),
        (DUUR, "een kwartiertje", 15),
        (DUUR, "kwartier", 15),
        (DUUR, "uurtje", 60),
        (DUUR, "half uurtje", 30),
        (DUUR, "een stuk of 4 uur", 240),
        (BEDRAG, "een stuk of 20 euro", 2000),
        (WIE, "alleen ik", []),
        (WIE, "mijn man van 70 en een hond", [{"wie": "man", "leeftijd": 70}]),
        (WIE, "niks", []),
    ],
)
def test_a_number_in_a_few_words(vraag: Vraag, tekst: str, waarde: Any) -> None:
    assert lees_vandaag(vraag, tekst) == waarde


@pytest.mark.parametrize("vraag", [MENSEN, AFSTAND, DAGEN, KEREN, DUUR, LEEFTIJD, BEDRAG, WIE, DAG])
@pytest.mark.parametrize(
    "tekst",
    ["tussen de 2 en 3", "2 a 3", "2 of 3", "max 2", "hooguit 2", "min 2", "3+", "meer dan 2", "een stuk of wat",
     "een stuk of twee, drie", "de laatste", "beide", "ikke"],
)  # fmt: skip
def test_a_range_or_a_bound_is_no_number(vraag: Vraag, tekst: str) -> None:
    opnieuw(vraag, tekst)


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [
        (MENSEN, "wij samen"),
        (MENSEN, "wij en 2 kinderen"),
        (MENSEN, "ik ben niet alleen"),
        (DAGEN, "om de dag"),
        (KEREN, "om de dag"),
        (KEREN, "altijd"),
        (DUUR, "paar uurtjes"),
        (DUUR, "uur"),
        (LEEFTIJD, "een stuk of 80"),
        (LEEFTIJD, "ongeveer 80"),
        (WIE, "wij samen"),
        (WIE, "1," * 500),
    ],
)
def test_what_is_no_single_number_is_asked_again(vraag: Vraag, tekst: str) -> None:
    opnieuw(vraag, tekst)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("op 3 maart", "2023-03-03"),
        ("op 3-3-2023", "2023-03-03"),
        ("dat was op 3-3", "2023-03-03"),
        ("gemeld op 3-3-2023", "2023-03-03"),
        ("op 3 maart en nog eens 3 maart", "2023-03-03"),
        ("dinsdag 7 maart", "2023-03-07"),
        ("3 maart, een vrijdag", "2023-03-03"),
        ("gisteren, 9 maart", "2023-03-09"),
        ("3 maart in de morgen", "2023-03-03"),
        ("3 maart om 10.30 uur", "2023-03-03"),
    ],
)
def test_one_day_is_read(tekst: str, dag: str) -> None:
    assert lees_vandaag(DAG, tekst) == dag


@pytest.mark.parametrize(
    "tekst",
    ["op 3 maart en 8 maart", "3 maart en 8 maart", "op 3 maart en op 8 maart", "3 maart, 8 maart",
     "brief van 3 maart, gekregen op 8 maart", "op 3 maart en gisteren", "op 3 maart en 8-3", "op 3 maart en 8/3/2023",
     "op dinsdag 8 maart was het", "op 3 maart of dinsdag", "op 3 maart 2022 en 3 maart 2023"],
)  # fmt: skip
def test_two_different_days_are_asked_again(tekst: str) -> None:
    opnieuw(DAG, tekst)


@RUSTIG
@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["op {} maart en {} maart", "op {} maart of {}-3"]))
def test_of_two_days_none_is_taken(een: int, ander: int, zin: str) -> None:
    assume(een != ander)
    opnieuw(DAG, zin.format(een, ander))


# -- whatever is typed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vraag", ALLE)
@pytest.mark.parametrize("tekst", VIJANDIG, ids=range(len(VIJANDIG)))
def test_a_hostile_text_is_no_answer(vraag: Vraag, tekst: str) -> None:
    opnieuw(vraag, tekst)


woorden = st.sampled_from(
    "nee ja niet dat kan ik denk wel nou beide allebei alle drie 2 max de eerste laatste geen van idee maart".split()
)


@RUSTIG
@given(st.sampled_from(JA_NEE), st.lists(woorden, min_size=1, max_size=6))
def test_no_words_with_yes_in_them_are_no_and_none_with_no_are_yes(vraag: Vraag, gezegd: list[str]) -> None:
    try:
        gelezen = lees_vandaag(vraag, " ".join(gezegd))
    except Leesfout:
        return
    assert not (gelezen == "nee" and "ja" in gezegd)
    assert not (gelezen == "ja" and {"nee", "niet", "geen"} & set(gezegd))

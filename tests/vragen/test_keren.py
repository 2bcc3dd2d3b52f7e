"""How often, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vragen import Leesfout
from bot.vragen.datums import DAGEN
from bot.vragen.keren import keren_voluit, lees_keren
from tests.vragen.instelling import RUSTIG, is_vriendelijk
from tests.vragen.telwoorden import voluit


@pytest.mark.parametrize(
    ("tekst", "keer"),
    [
        ("twee keer per week", 2),
        ("2x per week", 2),
        ("2 x per week", 2),
        ("1x p/w", 1),
        ("2x pw", 2),
        ("tweemaal per week", 2),
        ("twee keer in de week", 2),
        ("ongeveer 3 keer per week", 3),
        ("eens per week", 1),
        ("elke week", 1),
        ("wekelijks", 1),
        ("dagelijks", 7),
        ("elke dag", 7),
        ("Iedere dag!", 7),
        ("2 keer per dag", 14),
        ("doordeweeks", 5),
        ("door de week", 5),
        ("elke werkdag", 5),
        ("ma t/m vr", 5),
        ("maandag tot en met donderdag", 4),
        ("maandag en donderdag", 2),
        ("ma, wo en vr", 3),
        ("elke dinsdag", 1),
        ("maandags", 1),
        ("2 dagen per week", 2),
        ("drie ochtenden per week", 3),
        ("nooit", 0),
        ("elke avond", 7),
        ("elke ochtend en avond", 14),
        ("'s ochtends en 's avonds", 14),
        ("iedere morgen en elke avond", 14),
        ("elke dag twee keer", 14),
        ("per week 2 keer", 2),
    ],
)
def test_how_often_a_week_is_read(tekst: str, keer: int) -> None:
    assert lees_keren(tekst, "week") == keer


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("om de dag", "op hetzelfde"),
        ("om de week", "op hetzelfde"),
        ("eens in de twee weken", "op hetzelfde"),
        ("1 keer in de 14 dagen", "op hetzelfde"),
        ("een paar keer per week", "precies"),
        ("2-3 keer per week", "precies"),
        ("twee à drie keer", "precies"),
        ("minstens twee keer per week", "precies"),
        ("soms", "precies"),
        ("een of twee keer", "precies"),
        ("ochtend en avond", "halen"),
        ("20 km", "halen"),
        ("maandelijks", "per week"),
        ("2 keer per maand", "per week"),
        ("tweemaal", "bedoelt"),
        ("3", "bedoelt"),
        ("anderhalve keer per week", "halen"),
        ("in het weekend", "halen"),
        ("maandag en maandag", "halen"),
        ("niet elke dag", "halen"),
        ("behalve zondag", "halen"),
        ("", "halen"),
    ],
)
def test_how_often_is_not_guessed(tekst: str, reden: str) -> None:
    with pytest.raises(Leesfout, match=reden):
        lees_keren(tekst, "week")


@pytest.mark.parametrize(
    ("tekst", "keer"), [("tweemaal", 2), ("3", 3), ("drie", 3), ("twee keer", 2), ("vijf dagen", 5)]
)
def test_a_number_alone_counts_where_the_question_names_the_period(tekst: str, keer: int) -> None:
    assert lees_keren(tekst, "week", kaal=True) == keer


def test_months_count_in_a_year_and_weeks_in_no_month() -> None:
    assert lees_keren("2 keer per maand", "jaar") == 24
    with pytest.raises(Leesfout):
        lees_keren("2 keer per week", "maand")


@RUSTIG
@given(st.integers(0, 100), st.sampled_from(["dag", "week", "maand", "jaar"]), st.booleans())
def test_what_is_said_back_reads_back(aantal: int, per: str, in_woorden: bool) -> None:
    gezegd = keren_voluit(aantal, per)
    assert lees_keren(gezegd.replace(str(aantal), voluit(aantal)) if in_woorden else gezegd, per) == aantal


@RUSTIG
@given(st.sets(st.sampled_from(DAGEN), min_size=1))
def test_named_days_are_counted(dagen: set[str]) -> None:
    assert lees_keren(" en ".join(dagen), "week") == len(dagen)


stukjes = st.sampled_from(
    "2 twee keer x per week dag maand elke om de eens in of - p / w maandag en t m weekend maal".split()
)


@RUSTIG
@given(st.one_of(st.text(max_size=40), st.lists(stukjes, max_size=7).map(" ".join)), st.booleans())
def test_any_text_is_how_often_or_a_kind_refusal(tekst: str, kaal: bool) -> None:
    try:
        assert lees_keren(tekst, "week", kaal=kaal) >= 0
    except Leesfout as fout:
        is_vriendelijk(fout)

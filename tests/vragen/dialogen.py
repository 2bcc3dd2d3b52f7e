"""The dialogues as they are in the checkout, and a walk through one that hypothesis steers."""

import string
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from bot.berekenen import SOORTEN
from bot.gesprek.diensten import Diensten, bouw
from bot.gesprek.instellingen import Instellingen
from bot.vragen import Stand, Vraag, beantwoord, huidige, sla_over, toon
from bot.vragen.datums import datum_voluit
from tests.conftest import VANDAAG, WORTEL

NAMEN = ("persoonlijk_plan", "advies", *(soort.naam for soort in SOORTEN))
# Answers that lead back or elsewhere on purpose: a walk that gives them for ever rightly never ends.
OMWEGEN = {("klopt", "nee"), ("klopt", "verder"), ("klopt_personen", "nee"), ("ander_deel", "ander_deel")}
# Four hundred points more are no other way through.
OMWEGEN |= {("deel", "andere_lijst")}
# What people type, and what they paste by accident; never a choice, a number or ja and nee.
eigen_woorden = st.text(string.ascii_letters + " .,;:'\"-\n{}éëï€()?%", min_size=1, max_size=60).map(
    lambda t: f"Wij zeggen: {t}"
)
# The rules take the days of this century; what becomes of others has tests of its own.
dagen = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@cache
def diensten() -> Diensten:
    """Every text and rule, without a model and with an empty database in memory."""
    return bouw(Instellingen(wortel=WORTEL, databank="sqlite://"), vandaag=lambda: VANDAAG)


def dialoog(naam: str) -> Any:
    """A dialogue with its real texts."""
    return diensten().dialoog(naam)


def zinnen(gesprek: Any, antwoorden: dict[str, Any]) -> list[str]:
    """What the person is told at the end of a calculation."""
    gezegd: list[str] = gesprek.reken(diensten().gemeente, antwoorden, VANDAAG)["zinnen"]
    return gezegd


def antwoorden_op(vraag: Vraag, omweg: bool) -> st.SearchStrategy[str]:
    """What somebody may say to a question that can be read as an answer: a button, its label, or typed."""
    aangeboden = [k for k in vraag.keuzes if omweg or not _is_omweg(vraag, k.waarde)]
    mogelijk = [st.sampled_from([tekst for k in aangeboden for tekst in (k.waarde, k.label)])] if aangeboden else []
    match vraag.soort:
        case "tekst":
            mogelijk.append(eigen_woorden)
        case "getal" | "leeftijd":
            mogelijk.append(st.integers(vraag.min, vraag.hoogste).map(str))
        case "bedrag" | "duur" | "keren":
            mogelijk.append(st.integers(vraag.min, vraag.hoogste).map(lambda n: toon(vraag, n)))
        case "datum":
            mogelijk.append(dagen.map(datum_voluit))
        case "personen":
            leeftijden = st.lists(st.integers(0, 120), min_size=1, max_size=4)
            mogelijk.append(leeftijden.map(lambda lijst: " en ".join(f"mijn zoon van {n}" for n in lijst)))
        case "oordeel":
            mogelijk.append(eigen_woorden.map(lambda t: f"nee, {t}"))
    return st.one_of(mogelijk)


def _is_omweg(vraag: Vraag, waarde: str) -> bool:
    return (vraag.id, waarde) in OMWEGEN or (waarde, waarde) in OMWEGEN


def loop(data: st.DataObject, naam: str, hoogstens: int, omwegen: int = 3) -> Stand:
    """Answers or skips until nothing is open; fails when that takes more than `hoogstens` steps."""
    gesprek, stand = dialoog(naam), Stand()
    for _ in range(hoogstens):
        vraag = huidige(gesprek, stand)
        if vraag is None:
            return stand
        zeg(data, gesprek, stand, vraag, omweg=omwegen > 0)
        if stand.bezig or (vraag.id not in stand.antwoorden and not stand.gekozen):
            omwegen -= 1
    raise AssertionError(f"{naam}: after {hoogstens} answers there is still an open question: {vraag}")


def zeg(data: st.DataObject, gesprek: Any, stand: Stand, vraag: Vraag, *, omweg: bool = False) -> None:
    """One step: an answer, or the question left open."""
    if vraag.overslaan and data.draw(st.integers(0, 3), label="0 is overslaan") == 0:
        sla_over(gesprek, stand)
    else:
        beantwoord(gesprek, stand, data.draw(antwoorden_op(vraag, omweg), label=vraag.id), VANDAAG)

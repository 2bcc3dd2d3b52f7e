"""The file of the planner says what the source says, and what could not make a session is refused."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from bot.advies import Checklist, Deel, Punt
from bot.dialoogsessie import Teksten, maak_gegevens
from bot.vragen import Bron
from bot.yaml12 import lees
from tests.conftest import WORTEL
from tests.dialoogsessie.gegevens import BESTAND, gegevens
from tests.test_teksten import AFKORTING, FORMEEL, lijdend, woorden, zinnen


def ruw() -> dict[str, Any]:
    inhoud: dict[str, Any] = lees(BESTAND.read_text(encoding="utf-8"))
    return inhoud


def test_the_numbers_are_those_of_movisie_chapter_6() -> None:
    g = gegevens().teksten.getallen
    assert (g.deelnemers_minst.waarde, g.deelnemers_meest.waarde) == (8, 15)
    assert (g.themas_per_sessie.waarde, g.sessie_minuten.waarde) == (3, 120)
    assert (g.stickers_minst.waarde, g.stickers_meest.waarde) == (2, 3)
    met_bron = [naam for naam in g.__struct_fields__ if getattr(g, naam).bron]
    assert met_bron == [
        "deelnemers_minst",
        "deelnemers_meest",
        "themas_per_sessie",
        "sessie_minuten",
        "stickers_minst",
        "stickers_meest",
    ]


def test_the_report_and_the_response_take_two_weeks_each() -> None:
    momenten = {m.id: m for m in gegevens().teksten.momenten}
    assert (momenten["conceptverslag"].vanaf, momenten["conceptverslag"].dagen) == ("sessie", 14)
    assert (momenten["reactie"].vanaf, momenten["reactie"].dagen) == ("conceptverslag", 14)
    assert [m.id for m in momenten.values() if m.bron] == ["conceptverslag", "reactie"]


def test_there_are_four_steps_and_ten_themes() -> None:
    assert [s.nummer for s in gegevens().teksten.stappen] == [1, 2, 3, 4]
    assert len(gegevens().themas) == 10
    met_toetsvraag = {t.id for t in gegevens().themas if t.toetsvraag}
    assert met_toetsvraag == {"th_regie", "th_integraal", "th_medezeggenschap"}


def test_the_agenda_follows_the_order_of_step_3_and_4() -> None:
    assert [a.id for a in gegevens().teksten.agenda] == [
        "welkom",
        "kennismaken",
        "overzicht",
        "themas",
        "samenvatting",
        "afspraken",
        "evaluatie",
    ]
    assert [g.id for g in gegevens().teksten.gesprek] == ["inhoud", "toetsvraag", "criteria"]


def test_the_second_session_comes_when_the_first_report_is_done() -> None:
    na_sessie = {"": 0}
    for moment in gegevens().teksten.momenten:
        na_sessie[moment.id] = na_sessie[moment.vanaf] + moment.dagen
    assert gegevens().teksten.getallen.dagen_tussen_sessies.waarde >= na_sessie["definitief"]


def test_every_source_is_a_known_document() -> None:
    bekend = lees((WORTEL / "data" / "bronnen.yaml").read_text(encoding="utf-8"))["documenten"]
    assert set(re.findall(r"document: (\w+)", BESTAND.read_text(encoding="utf-8"))) <= set(bekend)


@pytest.mark.parametrize(
    ("pad", "waarde", "reden"),
    [
        (("getallen", "deelnemers_minst"), {"waarde": 8}, "eigen"),
        (("momenten", 3, "vanaf"), "later", "vanaf"),
        (("momenten", 1, "vanaf"), "", "lege vanaf"),
        (("momenten", 2, "id"), "opzet", "dubbel"),
        (("stappen", 0, "taken", 0, "moment"), "ooit", "ooit"),
        (("agenda", 3, "minuten"), 10, "zonder minuten"),
        (("agenda", 0, "minuten"), 60, "nodig is 45"),
        (("agenda", 0, "tijd"), 10, "unknown field"),
    ],
)
def test_a_file_that_could_not_make_a_session_is_refused(pad: tuple[Any, ...], waarde: Any, reden: str) -> None:
    inhoud = ruw()
    plek: Any = inhoud
    for deel in pad[:-1]:
        plek = plek[deel]
    plek[pad[-1]] = waarde
    with pytest.raises(msgspec.ValidationError, match=reden):
        msgspec.convert(inhoud, Teksten)


def test_the_themes_can_come_from_a_checklist() -> None:
    bron = Bron("movisie", "hoofdstuk 5, thema 1")
    punt = Punt("p", "Kort", "Staat het in het beleid?", "Kijk goed.", bron)
    deel = Deel("th_x", "Thema X", "algemeen", "X", "Uitleg.", bron, (punt,))
    (thema,) = maak_gegevens(gegevens().teksten, Checklist("Titel", "Zo.", (deel,))).themas
    assert (thema.id, thema.naam, thema.toetsvraag, [p.kort for p in thema.punten]) == (
        "th_x",
        "Thema X",
        None,
        ["Kort"],
    )


def _teksten(waarde: Any, plek: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a person reads: not ids, references and sources."""
    if isinstance(waarde, str):
        yield plek, waarde
    elif isinstance(waarde, list):
        for i, deel in enumerate(waarde):
            yield from _teksten(deel, f"{plek}.{i}")
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in ("id", "bron", "vanaf", "moment", "veld", "ernst", "perspectief", "woorden_met_belang"):
                yield from _teksten(deel, f"{plek}.{sleutel}")


def _sjablonen() -> Iterator[tuple[str, str]]:
    for pad in sorted((WORTEL / "bot" / "documenten" / "sjablonen").glob("dialoogsessie*.html")):
        kaal = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", pad.read_text(encoding="utf-8"), flags=re.DOTALL)
        tekst = re.sub(r"<[^>]+>", "\n", re.sub(r"\{\{.*?\}\}", "iets", kaal, flags=re.DOTALL))
        for i, blok in enumerate(re.split(r"\n\s*\n", tekst)):
            yield f"{pad.name}.{i}", " ".join(blok.split())


def test_every_text_is_plain_dutch() -> None:
    alle = [*_teksten(ruw()), *_sjablonen()]
    assert len(alle) > 100
    assert [(p, z) for p, t in alle for z in zinnen(t) if len(woorden(z)) > 20] == []
    assert [(p, t) for p, t in _teksten(ruw()) if len(zinnen(t)) > 3] == []
    assert [(p, FORMEEL.findall(t)) for p, t in alle if FORMEEL.search(t)] == []
    assert [(p, t) for p, t in alle if AFKORTING.search(t) or "!" in t or "helaas" in t.lower()] == []
    assert [(p, lijdend(t)) for p, t in alle if lijdend(t)] == []

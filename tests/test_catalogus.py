"""The catalogue of topics, the domain, the explanations, the buttons and the training sentences belong together."""

import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.vragen.woorden import normaal
from tests.conftest import WORTEL
from tests.vragen import dialogen

GEDEELD = WORTEL.parent / "shared"
ONDERWERPEN = GEDEELD / "design" / "onderwerpen.yml"
OVERGENOMEN = GEDEELD / "tools" / "copied.py"
# Other labels on buttons that give an opdracht of our own.
ANDERE_LABELS = frozenset({"zo_laten", "mijn_antwoord"})
KORTSTE_ZIN = 4
KENNIS = dialogen.diensten().kennis
ALGEMEEN = dialogen.diensten().algemeen


def lees(pad: Path) -> Any:
    return YAML(typ="safe", pure=True).load(pad)


@cache
def domein() -> frozenset[str]:
    intents = lees(WORTEL / "domain.yml")["intents"]
    assert len(intents) == len(set(intents))
    return frozenset(intents)


def eigen_opdrachten() -> frozenset[str]:
    """What buttons and fixed words give, and what a chosen answer is: the intents outside the catalogue."""
    te_kiezen = {"antwoord", "raadsopdracht", *ALGEMEEN.labels, *dialogen.diensten().trefwoorden.trefwoorden}
    return frozenset(te_kiezen & domein() - voorbeelden().keys())


@cache
def catalogus() -> dict[str, list[str]]:
    """The ids of the topics and of the handelingen; the test is skipped where the design folder is not there."""
    if not ONDERWERPEN.exists():
        pytest.skip(f"NOT CHECKED: {ONDERWERPEN.name} is not beside this checkout: nothing holds the ids together")
    inhoud = lees(ONDERWERPEN)
    return {soort: [o["id"] for o in inhoud[soort]] for soort in ("onderwerpen", "handelingen")}


@cache
def voorbeelden() -> dict[str, list[str]]:
    """Training sentences by intent."""
    gevonden: dict[str, list[str]] = defaultdict(list)
    for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml")):
        for deel in lees(pad)["nlu"]:
            if "intent" in deel:
                gevonden[deel["intent"]] += [
                    z.strip().removeprefix("- ") for z in deel["examples"].splitlines() if z.strip()
                ]
    return dict(gevonden)


# -- catalogue and domain -------------------------------------------------------------------------------------------


def test_every_id_of_the_catalogue_is_an_intent() -> None:
    ids = [id for soort in catalogus().values() for id in soort]
    assert len(ids) == len(set(ids))
    assert set(ids) - domein() == set()


def test_every_intent_is_in_the_catalogue_or_is_an_opdracht_of_our_own() -> None:
    ids = {id for soort in catalogus().values() for id in soort}
    assert domein() - ids == eigen_opdrachten()


def test_every_topic_has_its_explanation_and_there_are_no_others() -> None:
    assert set(catalogus()["onderwerpen"]) == set(KENNIS)


def test_every_handeling_has_an_answer_or_an_action() -> None:
    regels = (
        lees(WORTEL / "data" / "rules" / "gesprek.yml")["rules"]
        + lees(WORTEL / "data" / "rules" / "dialogen.yml")["rules"]
    )
    stappen = [s for r in regels for s in r["steps"]]
    met_regel = {s["intent"] for s in stappen if "intent" in s} | {
        a["intent"] for s in stappen for a in s.get("or", [])
    }
    assert set(catalogus()["handelingen"]) - met_regel == set()


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_every_explanation_is_filled_in(id: str) -> None:
    uitleg = KENNIS[id]
    assert uitleg.titel.strip()
    assert uitleg.vraag.strip()
    assert uitleg.kort
    assert uitleg.meer
    assert uitleg.bronnen
    assert all(t.strip() for t in (*uitleg.kort, *uitleg.meer))
    assert all(b.document.strip() and b.plaats.strip() for b in uitleg.bronnen)


def test_no_two_explanations_have_the_same_title_or_button() -> None:
    for veld in ("titel", "vraag"):
        namen = [normaal(getattr(o, veld)) for o in KENNIS.values()]
        assert [n for n in namen if namen.count(n) > 1] == []


def test_every_source_is_a_document_that_we_name_or_a_law() -> None:
    bekend = dialogen.diensten().documentnamen.keys()
    onbekend = {b.document for o in KENNIS.values() for b in o.bronnen} - bekend
    assert {
        d for d in onbekend if not d.startswith(("Wmo 2015", "Awb", "Algemene", "Wet ", "Wlz", "VN", "AVG", "Besluit"))
    } == set()


# -- buttons --------------------------------------------------------------------------------------------------------


def leidt_ergens_heen(doel: str) -> bool:
    """A button has a label and its intent exists."""
    return (doel in ALGEMEEN.labels or doel in KENNIS) and doel in domein()


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_everything_that_follows_an_explanation_leads_somewhere_else(id: str) -> None:
    vervolg = KENNIS[id].vervolg
    assert [doel for doel in vervolg if not leidt_ergens_heen(doel)] == []
    assert id not in vervolg
    assert len(set(vervolg)) == len(vervolg)


@pytest.mark.parametrize(
    "naam", [*(f"groet.{n}" for n in ALGEMEEN.groet), *(f"handelingen.{n}" for n in ALGEMEEN.handelingen)]
)
def test_every_button_of_a_fixed_answer_leads_somewhere(naam: str) -> None:
    groep, _, id = naam.partition(".")
    zegje = getattr(ALGEMEEN, groep)[id]
    assert [doel for doel in zegje.keuzes if not leidt_ergens_heen(doel)] == []
    assert len(set(zegje.keuzes)) == len(zegje.keuzes)
    assert zegje.tekst or zegje.onderwerp in KENNIS


def test_every_label_is_of_an_intent() -> None:
    assert set(ALGEMEEN.labels) - domein() <= ANDERE_LABELS


def test_no_two_labels_are_the_same() -> None:
    labels = [normaal(label) for label in ALGEMEEN.labels.values()]
    assert [label for label in labels if labels.count(label) > 1] == []


def test_every_fixed_word_is_of_an_intent() -> None:
    assert set(dialogen.diensten().trefwoorden.trefwoorden) - domein() == set()


def test_every_fixed_answer_is_of_an_intent_or_of_the_bot_itself() -> None:
    assert set(ALGEMEEN.handelingen) - domein() == {"nlu_fallback", "geen_uitleg"}


def test_every_term_leads_to_a_topic_and_stands_in_its_place() -> None:
    begrippen = dialogen.diensten().begrippen
    assert {begrip.onderwerp for begrip in begrippen.values()} <= set(KENNIS)
    assert list(begrippen) == sorted(begrippen, key=normaal)
    assert len(begrippen) >= 30


def test_every_dialogue_has_a_name_and_an_intent_that_begins_it() -> None:
    assert set(ALGEMEEN.namen) == set(dialogen.NAMEN)
    assert {f"start_{naam}" for naam in dialogen.NAMEN} <= domein() & set(ALGEMEEN.labels)


# -- training sentences ---------------------------------------------------------------------------------------------


def test_every_intent_has_sentences_but_our_own_opdrachten() -> None:
    assert set(voorbeelden()) == domein() - eigen_opdrachten()


def test_no_training_sentence_stands_under_two_intents() -> None:
    waar: dict[str, set[str]] = defaultdict(set)
    for intent, zinnen in voorbeelden().items():
        for zin in zinnen:
            waar[normaal(zin)].add(intent)
    assert {zin: sorted(intents) for zin, intents in waar.items() if len(intents) > 1} == {}


def test_no_test_sentence_is_a_training_sentence() -> None:
    geleerd = {normaal(zin) for zinnen in voorbeelden().values() for zin in zinnen}
    apart = [
        z.strip().removeprefix("- ")
        for i in lees(WORTEL / "tests" / "nlu" / "apart.yml")["nlu"]
        for z in i["examples"].splitlines()
    ]
    gevaar = lees(WORTEL / "tests" / "veiligheid_gevallen.yaml")
    proef = [*apart, *(g["tekst"] for g in gevaar["gevaar"]), *gevaar["bijna"]]
    assert len(proef) > 1000
    assert [zin for zin in proef if normaal(zin) and normaal(zin) in geleerd] == []


def test_no_sentence_of_a_conversation_is_a_training_sentence() -> None:
    """What is typed in a conversation must be understood, not remembered. Fixed words and labels are meant to be so."""
    geleerd = {normaal(zin) for zinnen in voorbeelden().values() for zin in zinnen}
    vast = [re.compile(p) for patronen in dialogen.diensten().trefwoorden.trefwoorden.values() for p in patronen]
    knoppen = {normaal(label) for label in (*ALGEMEEN.labels.values(), *(o.vraag for o in KENNIS.values()))}
    getypt = {
        normaal(beurt["u"])
        for pad in sorted((WORTEL / "tests" / "gesprekken").glob("*.yaml"))
        for gesprek in lees(pad)
        for beurt in gesprek["beurten"]
        if isinstance(beurt.get("u"), str)
    }
    zinnen = [z for z in getypt if len(z.split()) >= KORTSTE_ZIN and not any(p.fullmatch(z) for p in vast)]
    assert len(zinnen) > 100
    assert sorted(set(zinnen) & geleerd - knoppen) == []


def test_the_test_sentences_are_of_ids_that_exist() -> None:
    assert {i["intent"] for i in lees(WORTEL / "tests" / "nlu" / "apart.yml")["nlu"]} <= domein() - eigen_opdrachten()


# -- own wording ----------------------------------------------------------------------------------------------------


def test_no_sentence_was_copied_from_a_source() -> None:
    if not OVERGENOMEN.exists():
        pytest.skip(f"NOT CHECKED: {OVERGENOMEN.name} is not beside this checkout, so copied sentences would go unseen")
    gedaan = subprocess.run(
        [sys.executable, str(OVERGENOMEN), str(WORTEL)], capture_output=True, text=True, check=False
    )
    assert gedaan.stdout == ""
    assert gedaan.returncode == 0, gedaan.stderr

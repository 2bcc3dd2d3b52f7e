"""The explanations: no number of the municipality is typed in them, and each topic is whole, sourced and leads on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.gesprek.diensten import verwijzingen_van
from bot.kennis import Onderwerp, laad_kennis
from bot.vragen.bestand import Verwijzingen
from bot.yaml12 import lees
from tests.conftest import VANDAAG, WORTEL
from tests.vragen import dialogen

MAP = WORTEL / "data" / "kennis"
BRONNEN = WORTEL.parent / "shared" / "bronnen"
VERWIJZING = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_]+)+)\}")
EENHEDEN = {"dagen", "weken"}

_TELWOORD = (
    "nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien twintig dertig veertig vijftig zestig honderd duizend half halve helft kwart"
).split()
GETAL = re.compile(
    rf"\d+(?:[.,:]\d+)*|\b(?:{'|'.join(_TELWOORD)})\b|\b(?:één|een) jaar\b"
    r"|\béén (?:keer|dag|dagen|week|maand|uur|minuut|kilometer|vragen?)\b",
    re.IGNORECASE,
)
# What is no number of a municipality, wherever it stands: law and emergency numbers.
OVERAL = re.compile(r"Wmo 2015|\bartikel \d[\d.]*(?<!\.)|\b112\b|\b0800-\d{4}\b")
# What stays as it is, by topic: the words, and why no regeling holds them.
UITZONDERINGEN: dict[str, dict[str, str]] = {
    "normtijden": {"hoogstens twee keer per dag": "the rule's input has one or two meals a day, not its file"},
    "leefdomeinen": {
        "kent er elf": "the leefdomeinen are the questions of our own plan; no rule counts them",
        "naar alle elf": "the same",
        "Drie gaan over": "a part of the eleven",
        "De laatste twee": "a part of the eleven",
    },
    "vertegenwoordiging": {"onder de 18": "national law: the age at which parents no longer decide"},
    "jeugd_18": {
        "18 jaar worden": "a title cannot be left out, and 18 is the age of majority of national law",
        "mijn kind 18 wordt": "the same, for the text of its button",
        "een van drie dingen": "three conditions, told one by one; the rule has a field for each",
        "half jaar": "the rule asks it in these words and computes nothing with it",
        "Met 18 jaar stopt de leerplicht": "national law",
    },
    "zintuiglijke_beperking": {
        "drie groepen": "agreed by all municipalities together, and told one by one",
        "boven de 18 jaar": "belongs to the national meaning of vroegdoof; no rule has it",
    },
    "algemeen_gebruikelijk": {
        "vier eisen": "told one by one; the rule has a field for each",
        "gelden alle vier": "the same",
    },
    "pgb": {"drie voorwaarden": "of the law (Wmo 2015 artikel 2.3.6), told one by one"},
    "pgb_vaardigheid": {"lijst van tien punten": "bijlage 6, a list on paper that no rule uses"},
    "pgb_uitbetaling": {"vier modellen": "of the Sociale Verzekeringsbank"},
    "goede_kwaliteit_wet": {
        "vier kenmerken": "of the law (Wmo 2015 artikel 3.1)",
        "telt vier woorden": "words that follow",
        "in 2014": "the year of the letter of the VNG",
    },
    "ondersteuningsplan": {
        "360 graden": "a way to look back, by that name",
        "één keer per jaar": "of the toezicht (bijlage 5); no rule uses it",
    },
    "toezicht": {
        "drie dingen": "told one by one",
        "Na drie maanden": "of the toezicht (bijlage 5); no rule uses it",
        "drie soorten": "of Utrecht",
    },
}


@cache
def bestanden() -> dict[str, dict[str, Any]]:
    """The topics by file, as they are written."""
    return {pad.name: lees(pad.read_text(encoding="utf-8"))["onderwerpen"] for pad in sorted(MAP.glob("*.yaml"))}


@cache
def geschreven() -> dict[str, Any]:
    """The topics by id, as they are written."""
    return {id: onderwerp for inhoud in bestanden().values() for id, onderwerp in inhoud.items()}


@cache
def verwijzingen() -> Verwijzingen:
    diensten = dialogen.diensten()
    return verwijzingen_van(diensten.gemeente, diensten.contact, VANDAAG)


def teksten(onderwerp: Any) -> list[str]:
    return [onderwerp["titel"], onderwerp["vraag"], *onderwerp["kort"], *onderwerp["meer"]]


def ingevuld(onderwerp: Onderwerp) -> str:
    return " ".join((*onderwerp.kort, *onderwerp.meer))


def paden(tekst: str) -> list[str]:
    """The references to a regeling; those to the contacts are of every municipality."""
    return [pad for pad in VERWIJZING.findall(tekst) if not pad.startswith("contact.")]


def regelingen(tekst: str) -> set[str]:
    return {pad.split(".")[0] for pad in paden(tekst)}


def zonder_regeling(naam: str) -> Verwijzingen:
    """Het Hogeland without one regeling."""
    waarden = {pad: w for pad, w in verwijzingen().waarden.items() if pad.split(".")[0] != naam}
    return Verwijzingen(waarden, frozenset({*verwijzingen().afwezig, naam}))


ALLE = sorted(geschreven())
RAAD = sorted(bestanden()["raad.yaml"])
# The papers on quality (avi, vng, movisie, utrecht) are the same for every municipality, and their numbers too.
VAN_EEN_GEMEENTE = [id for id in ALLE if any(b["document"] == "hogeland" for b in geschreven()[id]["bronnen"])]
GEBRUIKT = sorted({naam for o in geschreven().values() for t in teksten(o) for naam in regelingen(t)})


# -- numbers come from the municipality -----------------------------------------------------------------------------


def getypt(id: str, tekst: str) -> list[str]:
    """The numbers in a text as it is written, without references and what may stay."""
    over = OVERAL.sub(" ", re.sub(r"\{[^}]*\}", " ", tekst))
    for woorden in UITZONDERINGEN.get(id, {}):
        over = _zoek(woorden).sub(" ", over)
    return [m.group() for m in GETAL.finditer(over)]


def _zoek(woorden: str) -> re.Pattern[str]:
    return re.compile(re.escape(woorden).replace("een", "[eé][eé]n"))


@pytest.mark.parametrize("id", VAN_EEN_GEMEENTE)
def test_no_number_of_the_municipality_is_typed(id: str) -> None:
    assert [(getal, tekst) for tekst in teksten(geschreven()[id]) for getal in getypt(id, tekst)] == []


@pytest.mark.parametrize(
    ("tekst", "getallen"),
    [
        ("U hebt 7 dagen.", ["7"]),
        ("Dat duurt drie maanden, of een jaar.", ["drie", "een jaar"]),
        ("Hoogstens één keer.", ["één keer"]),
        ("Tot 2,5 uur, de helft.", ["2,5", "helft"]),
        ("U hebt {termijnen.termijnen.besluit.aantal} weken.", []),
        ("Bel 112 of 0800-2000 (Wmo 2015, artikel 3.1).", []),
        ("Van één persoon, een mens.", []),
    ],
)
def test_a_number_is_noticed_in_digits_and_in_words(tekst: str, getallen: list[str]) -> None:
    assert getypt("geen onderwerp", tekst) == getallen


@pytest.mark.parametrize(("id", "woorden"), [(id, w) for id, uit in UITZONDERINGEN.items() for w in uit])
def test_every_exception_is_still_needed(id: str, woorden: str) -> None:
    assert id in VAN_EEN_GEMEENTE
    assert any(_zoek(woorden).search(tekst) for tekst in teksten(geschreven()[id]))


@pytest.mark.parametrize("id", ALLE)
def test_every_reference_is_to_a_number_or_its_unit(id: str) -> None:
    waarden = verwijzingen().waarden
    gevonden = {pad: waarden.get(pad, "") for tekst in teksten(geschreven()[id]) for pad in paden(tekst)}
    assert {pad: w for pad, w in gevonden.items() if not (w.isdigit() or w in EENHEDEN)} == {}


def test_another_number_in_a_regeling_is_another_number_in_the_text() -> None:
    nummers = {pad: str(90_000 + n) for n, (pad, w) in enumerate(verwijzingen().waarden.items()) if w.isdigit()}
    anders = laad_kennis(MAP, Verwijzingen(verwijzingen().waarden | nummers, verwijzingen().afwezig))
    verwacht = {
        (id, nummers[p]) for id, o in geschreven().items() for t in teksten(o) for p in paden(t) if p in nummers
    }
    assert len(verwacht) > 80
    assert {(id, getal) for id, getal in verwacht if getal not in ingevuld(anders[id])} == set()


def test_another_unit_is_another_word_in_the_text() -> None:
    werkwijze = verwijzingen().waarden | {
        "termijnen.termijnen.besluit.aantal": "10",
        "termijnen.termijnen.besluit.eenheid": "dagen",
    }
    assert "10 dagen om te besluiten" in ingevuld(laad_kennis(MAP, Verwijzingen(werkwijze))["beschikking"])


# -- a municipality with fewer rules --------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", GEBRUIKT)
def test_without_a_regeling_only_what_refers_to_it_is_gone(naam: str) -> None:
    met, zonder = laad_kennis(MAP, verwijzingen()), laad_kennis(MAP, zonder_regeling(naam))
    for id, onderwerp in geschreven().items():
        blijft = {
            deel: tuple(
                vol
                for ruw, vol in zip(onderwerp[deel], getattr(met[id], deel), strict=True)
                if naam not in regelingen(ruw)
            )
            for deel in ("kort", "meer")
        }
        if not blijft["kort"]:
            assert id not in zonder
        else:
            assert {deel: getattr(zonder[id], deel) for deel in blijft} == blijft


def test_a_topic_that_only_tells_of_an_absent_regeling_falls_away() -> None:
    assert "jeugd_18" not in laad_kennis(MAP, zonder_regeling("jeugd_naar_wmo"))


def test_without_any_regeling_there_is_still_something_to_say_about_nearly_everything() -> None:
    namen = {pad.split(".")[0] for pad in verwijzingen().waarden} - {"contact"}
    contacten = {pad: w for pad, w in verwijzingen().waarden.items() if pad.startswith("contact.")}
    kaal = laad_kennis(MAP, Verwijzingen(contacten, frozenset(namen)))
    assert set(geschreven()) - set(kaal) == {"jeugd_18"}
    assert not any("{" in ingevuld(onderwerp) for onderwerp in kaal.values())


# -- every topic is whole -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ALLE)
def test_every_topic_has_a_short_answer_and_leads_on(id: str) -> None:
    onderwerp, diensten = geschreven()[id], dialogen.diensten()
    assert 1 <= len(onderwerp["kort"]) <= 3
    assert 2 <= len(onderwerp["vervolg"]) <= 3
    assert [doel for doel in onderwerp["vervolg"] if not diensten.heeft(doel)] == []


@pytest.mark.parametrize("id", ALLE)
def test_what_the_bot_offers_to_do_is_one_button_away(id: str) -> None:
    onderwerp = geschreven()[id]
    if re.search(r"\b[Ii]k kan\b|\breken ik\b|\bik loop\b", " ".join(onderwerp["kort"])):
        assert [doel for doel in onderwerp["vervolg"] if doel.startswith("start_")] != []


@pytest.mark.parametrize("id", RAAD)
def test_a_briefing_for_the_raad_says_what_to_ask_the_municipality(id: str) -> None:
    zinnen = re.split(r"(?<=[.?]) ", " ".join((*geschreven()[id]["kort"], *geschreven()[id]["meer"])))
    assert [zin for zin in zinnen if zin.startswith("Vraag ")] != []


@pytest.mark.parametrize("id", RAAD)
def test_a_briefing_for_the_raad_says_what_is_left_open(id: str) -> None:
    tekst = " ".join((*geschreven()[id]["kort"], *geschreven()[id]["meer"]))
    assert re.search(
        r"\bopen\b|zeg(?:t|gen) (?:\w+ ){0,2}niet|\balgemeen\b|niet compleet|legt .{,20}niet uit|staat niet|"
        r"in geen van|zelf verder in|vult u zelf|iets anders kiezen",
        tekst,
    )


# -- sources --------------------------------------------------------------------------------------------------------

BESTAND_VAN = {"avi": "000", "vng": "001", "movisie": "002", "utrecht": "003", "hogeland": "004"}


def bronregels(nummer: str) -> list[str]:
    if not BRONNEN.is_dir():
        pytest.skip(f"NOT CHECKED: {BRONNEN.name} is not beside this checkout: no place was looked up")
    tekst = next(BRONNEN.glob(f"{nummer}_*.txt")).read_text(encoding="utf-8")
    return [re.sub(r"\s+", " ", regel).strip(" #*") for regel in tekst.splitlines()]


@cache
def koppen(document: str) -> frozenset[str]:
    """The places of a source: its numbered headings, those of an annex after its name (`bijlage 2 §1.2.1`)."""
    gevonden, bijlage = {"inleiding"}, ""
    for regel in bronregels(BESTAND_VAN[document]):
        if kop := re.match(r"(Bijlage \d):" if document == "hogeland" else r"(Bijlage(?: [\dI]+)?)\b", regel):
            bijlage = kop[1].lower()
            gevonden.add(bijlage)
        elif kop := re.match(r"(?:Hoofdstuk )?(\d+(?:\.\d+)*) ?\.? +[A-Z('A-Za-z]", regel):
            gevonden.add(f"{bijlage} §{kop[1]}".strip())
            if document != "hogeland":  # its annexes are listed before its chapters
                gevonden.add(f"§{kop[1]}")
    return frozenset(gevonden)


def plaatsen(document: str, plaats: str) -> Iterator[str]:
    """Each place that a source of a topic names. Numbers of points, themes and norms are part of a place."""
    bijlage = ""
    for deel in re.finditer(r"bijlage(?: [\dI]+)?|inleiding|(?:punt|thema) \d+|[A-Z]\d|\d+(?:\.\d+)*", plaats):
        gezegd = deel.group()
        if gezegd.startswith("bijlage"):
            bijlage = gezegd.lower()
            yield bijlage
        elif gezegd == "inleiding":
            yield gezegd
        elif gezegd[0].isdigit():
            yield f"{bijlage} §{gezegd}".strip()


@pytest.mark.parametrize("id", ALLE)
def test_every_source_names_a_place_that_exists(id: str) -> None:
    bronnen = geschreven()[id]["bronnen"]
    assert bronnen
    for bron in bronnen:
        document, plaats = bron["document"], bron["plaats"]
        if document in BESTAND_VAN:
            genoemd = list(plaatsen(document, plaats))
            assert genoemd, plaats
            assert [p for p in genoemd if p not in koppen(document)] == []
            bekend = " ".join(bronregels(BESTAND_VAN[document])).lower()
            namen = re.findall(r"[a-zë]{6,}", re.sub(r"hoofdstuk|bijlage|inleiding|normen", "", plaats).lower())
            assert [naam for naam in namen if naam not in bekend] == []
        else:
            leeswijzer = BRONNEN / "README.md"
            if not leeswijzer.exists():
                pytest.skip("NOT CHECKED: the list of articles that may be cited is not beside this checkout")
            toegestaan = leeswijzer.read_text(encoding="utf-8")
            assert document in toegestaan
            assert [a for a in re.findall(r"\d+[.:]\d+(?:\.\d+)?", plaats) if a not in toegestaan] == []

"""The language gate: every text that a person reads is plain Dutch, said in short sentences.

No score proves B1; sentence length, passives and formal words can be counted. A text is all that is said of one topic
or question; a bubble is what is shown at once. Labels of buttons, titles and names are read too, but are no bubbles.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from msgspec import Struct, structs
from ruamel.yaml import YAML

from bot.regels import motor
from bot.vragen import Stand, Vraag, huidige
from tests.conftest import WORTEL
from tests.vragen import dialogen

WOORDEN_PER_ZIN = 20
WOORDEN_GEMIDDELD = 12
ZINNEN_PER_BUBBEL = 3

_FORMELE_WOORDEN = (
    "middels inzake indien teneinde tevens alsmede conform derhalve betreffende desbetreffende omtrent ingevolge "
    "krachtens hetgeen thans reeds gaarne jegens mits doch heden zulks onderhavig onderhavige voornoemd voornoemde "
    "bovengenoemd bovengenoemde dienaangaande geschieden geschiedt alvorens opdat aldus aangaande hieromtrent"
).split()
_FORMELE_GROEPEN = (
    "dient te, dienen te, u dient, ten behoeve van, ten aanzien van, met betrekking tot, in het kader van, ter zake, "
    "uit hoofde van, ten gevolge van, op grond van"
).split(", ")
FORMEEL = re.compile(rf"\b({'|'.join([*_FORMELE_WOORDEN, *_FORMELE_GROEPEN])})\b", re.IGNORECASE)
AFKORTING = re.compile(
    r"\b(?:[a-z]\.){2,}|\b(?:bijv|evt|incl|excl|nr|art|tel|max|min|ca|resp|vgl|jl|a\.s)\.", re.IGNORECASE
)
HULPWERKWOORD = re.compile(r"\b(word|wordt|worden|werd|werden)\b", re.IGNORECASE)
_VOORVOEGSEL = "|".join(
    "aan achter af bij binnen dicht door goed in klaar los mee na neer om onder op open over samen schoon stop terug "
    "thuis toe tussen uit vast vol voor vrij weg".split()
)
DEELWOORD = re.compile(
    rf"\b(?:(?:{_VOORVOEGSEL})?ge\w+(?:d|t|en|aan|ien)|(?:be|ver|ont|her|er)\w{{3,}}(?:d|t|en))\b", re.IGNORECASE
)
# Nouns and adjectives that end like a voltooid deelwoord.
GEEN_DEELWOORD = frozenset(
    "geld gesprekken gebied gebieden gezond gebreken beleid best besluit besluiten verstand verschillend gewoonten "
    "gewicht gezicht gerecht gedachten gemeenten bedrijven bericht berichten beschikkingen verslagen verband verdriet "
    "beperkingen".split()
)
# Passives that stay: who acts is nobody, or what is said is the name of a thing. By place, with the reason.
LIJDEND_MAG: dict[str, str] = {}


class Tekst(Struct, frozen=True):
    """All that is said of one thing: bubbles, and the labels that go with them."""

    plek: str
    bubbels: tuple[str, ...]
    labels: tuple[str, ...] = ()
    nederlands: bool = True


# -- counting -------------------------------------------------------------------------------------------------------


def zinnen(tekst: str) -> list[str]:
    """The sentences: they end at a point or question mark before white space, and at the end of a line."""
    return [z for z in re.split(r"(?<=[.?!])[\"')]*\s+|\n+", tekst.strip()) if woorden(z)]


def woorden(tekst: str) -> list[str]:
    return [w for w in tekst.split() if any(map(str.isalnum, w))]


def gemiddeld(bubbels: tuple[str, ...]) -> float:
    """Words in a sentence, over the whole text."""
    alle = [z for b in bubbels for z in zinnen(b)]
    return sum(len(woorden(z)) for z in alle) / len(alle)


def lijdend(tekst: str) -> list[str]:
    """Sentences with worden and a voltooid deelwoord."""
    return [
        z
        for z in zinnen(tekst)
        if HULPWERKWOORD.search(z) and any(w.lower() not in GEEN_DEELWOORD for w in DEELWOORD.findall(z))
    ]


def test_sentences_and_words_are_counted_as_a_reader_would() -> None:
    assert zinnen("Bel 112. Wat wilt u? Kies.") == ["Bel 112.", "Wat wilt u?", "Kies."]
    assert zinnen('Zeg "niemand". Of een naam') == ['Zeg "niemand".', "Of een naam"]
    assert zinnen("Na 2.5 uur bent u klaar.\n- een\n- twee") == ["Na 2.5 uur bent u klaar.", "- een", "- twee"]
    assert len(woorden("Mijn man – hij is 70 – helpt.")) == 6
    assert gemiddeld(("Een twee drie.", "Vier vijf zes zeven acht.")) == 4


@pytest.mark.parametrize(
    "zin",
    [
        "Uw aanvraag wordt beoordeeld.",
        "De hulp werd stopgezet.",
        "Er worden afspraken gemaakt.",
        "Dat wordt opgeschreven.",
        "De vraag wordt door iemand bekeken.",
        "Het plan wordt meegenomen.",
        "Het bedrag werd betaald.",
        "Uw gegevens worden gewist.",
        "Alles wordt al door iemand gedaan.",
    ],
)
def test_a_passive_is_noticed(zin: str) -> None:
    assert lijdend(zin) == [zin]


@pytest.mark.parametrize(
    "zin",
    [
        "Het wordt zwaarder.",
        "Uw kind wordt 18 jaar.",
        "Het gesprek met de gemeente wordt dan lang.",
        "U wordt lid van de raad.",
        "Worden het er meer?",
        "De gemeente heeft het betaald.",
        "Het geld wordt minder.",
    ],
)
def test_becoming_something_is_no_passive(zin: str) -> None:
    assert lijdend(zin) == []


# -- gathering ------------------------------------------------------------------------------------------------------


def uit_kennis() -> Iterator[Tekst]:
    for id, onderwerp in dialogen.diensten().kennis.items():
        yield Tekst(f"kennis.{id}", (*onderwerp.kort, *onderwerp.meer), (onderwerp.titel, onderwerp.vraag))


VOORBEELD = {
    "naam": "uw persoonlijk plan",
    "reden": "Ik kan uit uw antwoord geen keuze halen.",
    "hulp": "Kies een knop.",
    "namen": "Mensenwerk",
    "telefoon": "0595 12 34 56",
    "wie": "uw moeder",
    "dag": "dinsdag 7 maart 2023",
    "uiterlijk": "dinsdag 14 maart 2023",
    "duur": "2 uur en 30 minuten",
    "open": "hoelang",
    "score": "7",
    "van": "13",
    "grens": "7",
    "Wie": "Uw man",
    "leeftijd": "70 jaar",
    "bijdrage": "al het werk in huis",
}


def gevuld(tekst: str) -> str:
    """With a name, a number or a day where a person will see one."""
    return re.sub(r"\{(\w+)(?:\.\w+)?\}", lambda m: VOORBEELD.get(m[1], "zeven"), tekst)


def uit_algemeen() -> Iterator[Tekst]:
    algemeen = dialogen.diensten().algemeen
    for groep, zegjes in (("groet", algemeen.groet), ("handelingen", algemeen.handelingen)):
        for naam, zegje in zegjes.items():
            nederlands = tuple(map(gevuld, zegje.tekst))
            if nederlands:
                yield Tekst(f"algemeen.{groep}.{naam}", nederlands)
    for naam, zin in algemeen.zinnen.items():
        yield Tekst(f"algemeen.zinnen.{naam}", (gevuld(zin),))
    yield Tekst("algemeen.labels", (), (*algemeen.labels.values(), *algemeen.namen.values()))


def van_vraag(plek: str, vraag: Vraag) -> Tekst:
    """What can be said at one question. What goes before it and the reactions are bubbles of their own."""
    reacties = [r for k in vraag.keuzes for r in k.reactie]
    bubbels = [*vraag.vooraf, vraag.tekst, vraag.waarom, *([vraag.hulp] if vraag.hulp else []), *reacties]
    return Tekst(plek, tuple(map(gevuld, bubbels)), (vraag.naam, *(k.label for k in vraag.keuzes)))


ANTWOORDEN: dict[str, list[dict[str, Any]]] = {
    "persoonlijk_plan": [
        {"voor_wie": wie, "domeinen": list(dialogen.dialoog("persoonlijk_plan").teksten.domeinen), "klopt": "nee"}
        for wie in ("mijzelf", "mijn schoonmoeder")
    ],
    "gebruikelijke_hulp": [{"personen": [{"wie": "man", "leeftijd": 70}], "0.omstandigheden": ["weg"]}],
    "huishouden": [{"personen": 3, "taken": list(dialogen.dialoog("huishouden").teksten.taaknamen)}],
    "overbelasting": [{}],
    "termijnen": [{}],
    "algemeen_gebruikelijk": [{"voorziening": "iets anders"}, {"voorziening": "commode"}],
    "pgb_check": [{}],
    "vervoer": [{}],
    "wlz": [{}],
    "advies": [
        {
            "afronden": "afronden",
            "klopt": "nee",
            **{
                f"{p.id}.oordeel": {"oordeel": "deels", "opmerking": ""}
                for p in dialogen.dialoog("advies").lijsten.punten.values()
            },
            **{f"{p}.belang": "hoog" for p in dialogen.dialoog("advies").lijsten.punten},
            "lijsten": list(dialogen.dialoog("advies").lijsten.lijsten),
        },
        {},
    ],
}


def alle_vragen() -> Iterator[tuple[str, Vraag]]:
    for naam, reeks in ANTWOORDEN.items():
        for antwoorden in reeks:
            for vraag in dialogen.dialoog(naam).route(antwoorden):
                yield f"{naam}.{antwoorden.get('voor_wie', '')}.{vraag.id}".replace("..", "."), vraag


# Texts of a dialogue that are parts of a sentence, or names.
GEEN_ZINNEN = frozenset(
    "bijdragen taaknamen oordelen deel_keuze deel_klaar andere_lijst bron_tekst niet_ingevuld niet_bekeken schatting "
    "waarom hulp".split()
)


def uit_dialogen() -> Iterator[Tekst]:
    gezien = set()
    for plek, vraag in alle_vragen():
        # The same follow-up questions stand at every point of the checklist.
        if plek.startswith("advies.") and plek.endswith((".opmerking", ".aanvulling", ".belang", ".voorbeeld")):
            plek = f"advies.{plek.rsplit('.', 1)[1]}"
        if plek not in gezien:
            gezien.add(plek)
            yield van_vraag(plek, vraag)
    for naam in ANTWOORDEN:
        teksten = dialogen.dialoog(naam).teksten
        yield Tekst(f"{naam}.inleiding", tuple(map(gevuld, teksten.inleiding)))
        einde, namen = [], []
        for veld, waarde in structs.asdict(teksten).items():
            delen = (
                list(waarde.values()) if isinstance(waarde, dict) else waarde if isinstance(waarde, tuple) else [waarde]
            )
            if veld != "inleiding" and all(isinstance(deel, str) for deel in delen):
                (namen if veld in GEEN_ZINNEN else einde).extend(map(gevuld, delen))
        yield Tekst(f"{naam}.uitkomst", tuple(einde), tuple(namen))
    domeinen = dialogen.dialoog("persoonlijk_plan")
    begin = {"voor_wie": "mijzelf", "clientondersteuning": "nee", "melding": None}
    half = huidige(domeinen, Stand(antwoorden=begin, gekozen=["huisvesting"]))
    assert half is not None
    yield Tekst("verloop.nog_meer", (half.tekst,), tuple(k.label for k in half.keuzes))
    for naam, lijst in dialogen.dialoog("advies").lijsten.lijsten.items():
        namen = (lijst.titel, lijst.kort, *(t for d in lijst.delen for t in (d.naam, d.kort)))
        yield Tekst(f"advies.checklist.{naam}", (lijst.inleiding, lijst.voor), namen)


def uit_bedoelt() -> Iterator[Tekst]:
    bedoelt = dialogen.diensten().bedoelt
    ids = list(bedoelt.zinnen)
    vragen = (*(bedoelt.vraag([id]) for id in ids), *(bedoelt.vraag(list(paar)) for paar in pairwise(ids)))
    yield Tekst("bedoelt.vragen", vragen, (bedoelt.iets_anders, *bedoelt.zinnen.values()))
    for rol, zegje in bedoelt.weer_niet.items():
        yield Tekst(f"bedoelt.weer_niet.{rol}", zegje.tekst)


def uit_talen() -> Iterator[Tekst]:
    for code, taal in dialogen.diensten().talen.talen.items():
        yield Tekst(f"talen.{code}", (taal.zin, taal.gevaar), nederlands=False)


def uit_veiligheid() -> Iterator[Tekst]:
    for naam, gevaar in dialogen.diensten().veiligheid.soorten.items():
        yield Tekst(f"veiligheid.{naam}", tuple(map(gevuld, gevaar.antwoord)))


# What only reviewers of a rule read, and what is no text.
VAN_DE_REGEL = frozenset(
    "document plaats regel keuze waarom id code telt eenheid bijdrage titel kort naam namen categorie".split()
)


def in_regeling(deel: Any, naam: str = "") -> Iterator[str]:
    if isinstance(deel, dict):
        for sleutel, item in deel.items():
            yield from in_regeling(item, sleutel)
    elif isinstance(deel, list):
        for item in deel:
            yield from in_regeling(item, naam)
    elif isinstance(deel, str) and naam not in VAN_DE_REGEL:
        yield gevuld(deel)


def uit_regelingen() -> Iterator[Tekst]:
    for pad in sorted((WORTEL / "gemeenten").glob("*/regelingen/*/*.yaml")):
        inhoud = YAML(typ="safe", pure=True).load(pad)
        yield Tekst(f"regeling.{pad.parent.name}.{pad.stem}", tuple(in_regeling(inhoud)))
    yield Tekst("regels.motor", tuple(map(gevuld, (motor.GEEN_REGELING, motor.GEEN_VOORBEHOUD))))


def uit_code() -> Iterator[Tekst]:
    """What a person reads about an answer that cannot be read stands beside the readers."""
    bomen = [ast.parse(pad.read_text(encoding="utf-8")) for pad in sorted((WORTEL / "bot" / "vragen").glob("*.py"))]
    knopen = [k for boom in bomen for k in ast.walk(boom) if isinstance(k, ast.Call)]
    aanroepen = [k for k in knopen if getattr(k.func, "id", "") == "Leesfout"]
    for nummer, knoop in enumerate(aanroepen, 1):
        delen = knoop.args[0].values if isinstance(knoop.args[0], ast.JoinedStr) else [knoop.args[0]]
        tekst = "".join(str(d.value) if isinstance(d, ast.Constant) else "zeven" for d in delen)
        yield Tekst(f"leesfout.{nummer}", (tekst,))


def uit_domein() -> Iterator[Tekst]:
    for naam, varianten in (YAML(typ="safe", pure=True).load(WORTEL / "domain.yml").get("responses") or {}).items():
        yield Tekst(f"domain.{naam}", tuple(v["text"] for v in varianten if v.get("text")))


def uit_blad(bestand: str) -> Iterator[Tekst]:
    """A file of texts by group; what ends as a sentence is one, the rest are labels. Of a letter a line is a bubble."""
    inhoud = YAML(typ="safe", pure=True).load(WORTEL / "data" / "dialogen" / f"{bestand}.yaml")
    for groep, teksten in inhoud.items():
        bubbels, labels = [], []
        for regel in map(gevuld, regels_in(teksten)):
            (bubbels if regel.endswith((".", "?", ":")) else labels).append(re.sub(r"^\d\. ", "", regel))
        yield Tekst(f"{bestand}.{groep}", tuple(bubbels), tuple(labels))


def regels_in(deel: Any) -> Iterator[str]:
    """Every line of every text."""
    for item in deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else [deel]:
        if isinstance(item, str):
            yield from filter(None, item.splitlines())
        else:
            yield from regels_in(item)


def uit_register() -> Iterator[Tekst]:
    """Read by who keeps the registers: plain words, without the length of a bubble."""
    inhoud = YAML(typ="safe", pure=True).load(WORTEL / "data" / "register.yaml")
    verwerkingen = {f"verwerking.{v['naam']}": v for v in inhoud.pop("verwerkingen")}
    for groep, teksten in {**verwerkingen, **inhoud}.items():
        yield Tekst(f"register.{groep}", (), tuple(map(gevuld, regels_in(teksten))))


ALLE = [
    *uit_kennis(),
    *uit_algemeen(),
    *uit_dialogen(),
    *uit_bedoelt(),
    *uit_talen(),
    *uit_veiligheid(),
    *(Tekst(f"begrip.{woord}", (begrip.uitleg,)) for woord, begrip in dialogen.diensten().begrippen.items()),
    *uit_regelingen(),
    *uit_code(),
    *uit_domein(),
    *(tekst for bestand in ("consulent", "delen", "bezorging") for tekst in uit_blad(bestand)),
    *uit_register(),
]


def test_every_kind_of_text_is_looked_at_under_a_name_of_its_own() -> None:
    plekken = [t.plek for t in ALLE]
    assert len(set(plekken)) == len(plekken)
    soorten = {p.split(".")[0] for p in plekken}
    assert soorten >= {"kennis", "algemeen", "veiligheid", "regeling", "leesfout", *dialogen.NAMEN}
    assert soorten >= {"consulent", "delen", "bezorging", "register"}


# -- the gate -------------------------------------------------------------------------------------------------------


def over(*, alleen_nederlands: bool = True, met_bubbels: bool = True) -> Any:
    """Every text for one rule of the gate."""
    gekozen = [t for t in ALLE if (t.nederlands or not alleen_nederlands) and (t.bubbels or not met_bubbels)]
    return pytest.mark.parametrize("tekst", gekozen, ids=lambda t: t.plek)


@over(alleen_nederlands=False)
def test_no_sentence_is_longer_than_twenty_words(tekst: Tekst) -> None:
    assert [(len(woorden(z)), z) for b in tekst.bubbels for z in zinnen(b) if len(woorden(z)) > WOORDEN_PER_ZIN] == []


@over()
def test_a_text_has_twelve_words_in_a_sentence_on_average(tekst: Tekst) -> None:
    assert gemiddeld(tekst.bubbels) <= WOORDEN_GEMIDDELD


@over(alleen_nederlands=False)
def test_a_bubble_has_three_sentences_at_most(tekst: Tekst) -> None:
    assert [b for b in tekst.bubbels if len(zinnen(b)) > ZINNEN_PER_BUBBEL] == []


@over(alleen_nederlands=False)
def test_a_bubble_asks_one_thing_at_most(tekst: Tekst) -> None:
    assert [b for b in tekst.bubbels if b.count("?") > 1] == []


@over(met_bubbels=False)
def test_no_word_is_formal_or_shortened(tekst: Tekst) -> None:
    alles = [*tekst.bubbels, *tekst.labels]
    assert [m.group() for t in alles for m in (*FORMEEL.finditer(t), *AFKORTING.finditer(t))] == []


@over(alleen_nederlands=False, met_bubbels=False)
def test_nobody_is_shouted_at_or_pitied(tekst: Tekst) -> None:
    alles = " ".join([*tekst.bubbels, *tekst.labels])
    assert "!" not in alles
    assert not re.search(r"\bhelaas\b", alles, re.IGNORECASE)


@over()
def test_a_sentence_says_who_does_something(tekst: Tekst) -> None:
    assert [z for b in tekst.bubbels for z in lijdend(b) if tekst.plek not in LIJDEND_MAG] == []


@over(alleen_nederlands=False, met_bubbels=False)
def test_nothing_is_left_to_be_filled_in(tekst: Tekst) -> None:
    assert [t for t in (*tekst.bubbels, *tekst.labels) if "{" in t or "}" in t or not t.strip()] == []


@pytest.mark.parametrize("tekst", [pytest.param(t, id=t.plek) for t in ALLE if t.plek.startswith("register.")])
def test_a_register_is_read_in_short_active_sentences(tekst: Tekst) -> None:
    lang = [z for regel in tekst.labels for z in zinnen(regel) if len(woorden(z)) > WOORDEN_PER_ZIN]
    assert lang + [z for regel in tekst.labels for z in lijdend(regel)] == []


# -- what is put together --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tekst", [pytest.param(t, id=t.plek) for t in ALLE if t.plek.startswith("leesfout.")])
def test_what_is_said_after_an_unreadable_answer_is_one_short_bubble(tekst: Tekst) -> None:
    bubbel = dialogen.diensten().algemeen.zinnen["niet_gelezen"].format(reden=tekst.bubbels[0])
    assert len(zinnen(bubbel)) <= ZINNEN_PER_BUBBEL
    assert bubbel.count("?") == 1


@pytest.mark.parametrize("vraag", [pytest.param(v, id=p) for p, v in alle_vragen()])
def test_every_question_that_may_be_unreadable_has_an_explanation(vraag: Vraag) -> None:
    """Own words are always readable."""
    assert vraag.hulp or vraag.soort == "tekst"

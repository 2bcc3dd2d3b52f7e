"""What a citizen shares, and what they take home: the snapshot of the plan, and the file that holds everything."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, convert, to_builtins

from bot.gesprek.bericht import opdracht
from bot.gesprek.diensten import Diensten
from bot.gesprek.instellingen import WORTEL
from bot.gesprek.invoer import LANGSTE_TEKST, schoon, zonder_bsn
from bot.gesprek.stukken import plan_van
from bot.opslag import Bericht, Gesprek, Uitnodiging
from bot.plan import Plan
from bot.regels import Invoerfout
from bot.vragen import Stand, Vraag
from bot.vragen.bestand import lees_bestand
from bot.vragen.datums import JAREN, iso_datum
from bot.vragen.model import HOOGSTE_LEEFTIJD

MEESTE_BERICHTEN, LANGSTE_BERICHT, MEESTE_ANTWOORDEN = 2000, 100_000, 400
# A masked number is longer than it was.
LANGSTE_ANTWOORD = 2 * LANGSTE_TEKST
GROOTSTE_BESTAND = 1024 * 1024


@cache
def teksten() -> dict[str, dict[str, str]]:
    """`data/dialogen/delen.yaml`: every text of the pages, by page. Raises Bestandsfout."""
    return lees_bestand(WORTEL / "data" / "dialogen" / "delen.yaml", dict[str, dict[str, str]])


def in_woorden(telling: dict[str, int]) -> list[tuple[str, int]]:
    """What is kept, by the name that people know it by."""
    soorten = teksten()["soorten"]
    samen: dict[str, int] = {}
    for naam, aantal in telling.items():
        woord = soorten.get(naam, soorten["overig"])
        samen[woord] = samen.get(woord, 0) + aantal
    return list(samen.items())


# -- sharing ----------------------------------------------------------------------------------------------------------


class Gedeeld(Struct, frozen=True):
    """The plan as it was at the moment of sharing. `gemaakt` is that day, `kenmerk` the consulent's own reference."""

    plan: Plan
    gemaakt: date
    gemeente: str
    kenmerk: str

    @property
    def overgeslagen(self) -> list[str]:
        """What was left open, by name."""
        per_domein = [f"{d.naam}: {r.vraag}" for d in self.plan.domeinen for r in d.regels if not r.antwoord]
        return [*per_domein, *(r.vraag for r in self.plan.algemeen if not r.antwoord)]


def momentopname(diensten: Diensten, gesprek: Gesprek, uitnodiging: Uitnodiging) -> dict[str, Any] | None:
    """The plan as it stands, JSON-ready; None when nothing was said for it."""
    plan = plan_van(diensten, gesprek)
    if plan is None:
        return None
    gemeente = diensten.contact.gemeente.naam
    return dict(to_builtins(Gedeeld(plan, diensten.vandaag(), gemeente, uitnodiging.kenmerk)))


class Verouderd(ValueError):
    """A plan that was shared with another version of this program, in a shape that can no longer be read."""


def uit_momentopname(inhoud: dict[str, Any]) -> Gedeeld:
    """What was shared. Raises Verouderd."""
    try:
        return convert(inhoud, Gedeeld)
    except msgspec.ValidationError as fout:
        raise Verouderd(str(fout)) from fout


def laatste_dag(diensten: Diensten) -> date:
    """Until when a plan may be shared from today: no longer than it would be kept."""
    termijnen = diensten.instellingen.termijnen
    return diensten.vandaag() + timedelta(days=min(termijnen.deling, termijnen.gesprek))


# -- the file at home -------------------------------------------------------------------------------------------------

Regeltekst = Annotated[str, Meta(max_length=LANGSTE_BERICHT)]
Naam = Annotated[str, Meta(max_length=120)]


class Bestandsinhoudfout(ValueError):
    """The file is not one of ours, or somebody changed it; `veld` is where, if known."""

    def __init__(self, veld: str = "") -> None:
        super().__init__(veld)
        self.veld = veld


class Gezegd(Struct, frozen=True, forbid_unknown_fields=True):
    """One message of either side."""

    van: Literal["bot", "u"]
    tekst: Regeltekst


class Dialoogdeel(Struct, frozen=True, forbid_unknown_fields=True):
    """What was answered in one dialogue."""

    antwoorden: Annotated[dict[Naam, Any], Meta(max_length=MEESTE_ANTWOORDEN)]
    klaar: bool = False
    in_plan: bool = False


class Bestand(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file: no ids, no choices, no outcomes. Those are made again when it comes back."""

    soort: Literal["wmo-gesprek"]
    versie: Literal[1]
    gemeente: Naam
    gemaakt: date
    dialogen: Annotated[dict[Naam, Dialoogdeel], Meta(max_length=30)]
    berichten: Annotated[tuple[Gezegd, ...], Meta(max_length=MEESTE_BERICHTEN)]


def maak_bestand(diensten: Diensten, gesprek: Gesprek, berichten: list[Bericht]) -> bytes:
    """Everything of the conversation, for the citizen to keep; of a very long one the oldest messages stay behind."""
    delen = {
        naam: Dialoogdeel(s.antwoorden, s.klaar, s.in_plan)
        for naam, s in gesprek.standen.items()
        if s.antwoorden and naam in _burgerdialogen(diensten)
    }
    gezegd = tuple(Gezegd("u" if b.van == "u" else "bot", b.tekst) for b in berichten[-MEESTE_BERICHTEN:])
    while True:
        bestand = Bestand("wmo-gesprek", 1, diensten.gemeente.naam, diensten.vandaag(), delen, gezegd)
        ruw = msgspec.json.format(msgspec.json.encode(bestand), indent=1)
        if len(ruw) <= GROOTSTE_BESTAND:
            return ruw
        gezegd = gezegd[len(gezegd) // 4 + 1 :]


def _burgerdialogen(diensten: Diensten) -> dict[str, Any]:
    return {diensten.plan.naam: diensten.plan, **diensten.rekendialogen}


def lees_bestand_van_thuis(diensten: Diensten, ruw: bytes) -> tuple[dict[str, str], list[Bericht]]:
    """The states and messages of a file, each answer checked against its question. Raises Bestandsinhoudfout.

    Outcomes are worked out again with the rules of today, so that nobody can bring one along.
    """
    try:
        bestand = msgspec.json.decode(ruw, type=Bestand)
    except msgspec.ValidationError as fout:
        raise Bestandsinhoudfout(str(fout).partition(" - at `$.")[2].rstrip("`")) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Bestandsinhoudfout from None
    if bestand.gemeente != diensten.gemeente.naam:
        raise Bestandsinhoudfout("gemeente")
    standen = {}
    for naam, deel in bestand.dialogen.items():
        dialoog = _burgerdialogen(diensten).get(naam)
        if dialoog is None:
            raise Bestandsinhoudfout(f"dialogen.{naam[:40]}")
        standen[naam] = msgspec.json.encode(_stand(diensten, dialoog, naam, deel)).decode()
    return standen, [*(Bericht(g.van, _netjes(g.tekst)) for g in bestand.berichten), _welkom(diensten, list(standen))]


def _stand(diensten: Diensten, dialoog: Any, naam: str, deel: Dialoogdeel) -> Stand:
    """The state that these answers make; what no question asks for (any more) is left out."""
    antwoorden: dict[str, Any] = {}
    while vraag := next(
        (v for v in dialoog.route(antwoorden) if v.id in deel.antwoorden and v.id not in antwoorden), None
    ):
        waarde = deel.antwoorden[vraag.id]
        if not past(vraag, waarde):
            raise Bestandsinhoudfout(f"dialogen.{naam}.antwoorden.{vraag.id}")
        antwoorden[vraag.id] = _netjes(waarde)
    alles = all(v.id in antwoorden for v in dialoog.route(antwoorden))
    stand = Stand(antwoorden=antwoorden, klaar=deel.klaar and alles, in_plan=deel.in_plan)
    if naam in diensten.rekendialogen and stand.klaar:
        try:
            stand.uitkomst = dialoog.reken(diensten.gemeente, antwoorden, diensten.vandaag())
        except (Invoerfout, TypeError, ValueError, LookupError):
            raise Bestandsinhoudfout(f"dialogen.{naam}") from None
    return stand


def past(vraag: Vraag, waarde: Any) -> bool:
    """Whether the value is one that the reader of this question could have given (see bot.vragen.lezers)."""
    if waarde is None:
        return True
    geboden = {k.waarde for k in vraag.keuzes}
    match vraag.soort, waarde:
        case "tekst", str():
            return len(waarde) <= LANGSTE_ANTWOORD
        case "keuze", str():
            return waarde in geboden or (vraag.vrij and 0 < len(schoon(waarde)) <= 60)
        case "meerkeuze", list():
            gekozen = {w for w in waarde if isinstance(w, str)} & geboden
            return len(gekozen) == len(waarde)
        case "datum", str():
            dag = iso_datum(waarde)
            geen_dag = {k.waarde for k in vraag.keuzes if k.woorden}
            return waarde in geen_dag or (dag is not None and dag.year in JAREN)
        case "personen", list():
            return len(waarde) <= 20 and all(map(_is_persoon, waarde))
        case (("getal" | "bedrag" | "duur" | "keren" | "leeftijd"), int()):
            return not isinstance(waarde, bool) and vraag.min <= waarde <= vraag.hoogste
        case (("bedrag" | "duur" | "keren" | "leeftijd"), str()):
            return waarde in geboden and not waarde.replace(",", "").isdecimal()
    return False


def _is_persoon(waarde: Any) -> bool:
    if not isinstance(waarde, dict) or set(waarde) != {"wie", "leeftijd"}:
        return False
    wie, leeftijd = waarde["wie"], waarde["leeftijd"]
    jong = isinstance(leeftijd, int) and not isinstance(leeftijd, bool) and 0 <= leeftijd <= HOOGSTE_LEEFTIJD
    return isinstance(wie, str) and 0 < len(schoon(wie)) <= 60 and jong


def _netjes(waarde: Any) -> Any:
    """Cleaned and masked, however deep it stands."""
    match waarde:
        case str():
            return zonder_bsn(schoon(waarde))[0]
        case list():
            return [_netjes(deel) for deel in waarde]
        case dict():
            return {naam: _netjes(deel) for naam, deel in waarde.items()}
    return waarde


def _welkom(diensten: Diensten, namen: list[str]) -> Bericht:
    """What the bot says when the file is back, with a choice for each dialogue that goes on."""
    labels = diensten.algemeen.labels
    knoppen = [
        {"id": f"terug-{i}", "label": labels[f"start_{naam}"], "opdracht": opdracht(f"start_{naam}")}
        for i, naam in enumerate(namen or [diensten.plan.naam])
    ]
    return Bericht("bot", teksten()["terug"]["welkom"], keuzes=knoppen)

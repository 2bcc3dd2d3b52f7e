"""One place that wires everything: texts, rules, dialogues and storage, loaded once at the start."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, to_builtins

from bot import gemeente as gemeentes
from bot.advies import Adviesdialoog, Adviesteksten, Checklijsten, Checklist, alle_punten
from bot.berekenen import Rekendialoog, rekendialogen
from bot.bezorging import Bezorgteksten, laad_teksten
from bot.gesprek.bedoelt import Bedoelt
from bot.gesprek.contact import Contact, opsomming
from bot.gesprek.instellingen import Instellingen, uit_omgeving
from bot.gesprek.raadsopdracht import Opdrachtteksten, Raadsopdrachten
from bot.gesprek.taal import Talen, talen
from bot.gesprek.teksten import Algemeen, Begrip, Begrippen, Bronnen, Trefwoorden
from bot.gesprek.veiligheid import Veiligheid
from bot.kennis import Onderwerp, laad_kennis
from bot.opslag import Adviezen, Gesprekken, open_databank
from bot.opslag.bewaring import Opgeruimd, ruim_op
from bot.plan import Plandialoog, Planteksten, Termijn
from bot.regels import REGELS, Afloop, Gemeente, bereken
from bot.vragen.bestand import Verwijzingen, lees_bestand
from bot.vragen.datums import datum_voluit

DAGEN_VOORAF = 60
# In the order in which a raad gets them; of two points that ask the same, the first one counts.
LIJSTEN = ("basisset", "beleidsplan", "themas", "clientregie", "toetsingskader", "beschermd_wonen")


def vandaag_in_nederland() -> date:
    """Today, where the municipality is."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


class Diensten(Struct, frozen=True):
    """Everything a conversation needs. `vandaag` is the clock, replaced in tests."""

    instellingen: Instellingen
    gemeente: Gemeente
    contact: Contact
    algemeen: Algemeen
    trefwoorden: Trefwoorden
    bedoelt: Bedoelt
    talen: Talen
    veiligheid: Veiligheid
    kennis: dict[str, Onderwerp]
    plan: Plandialoog
    advies: Adviesdialoog
    rekendialogen: dict[str, Rekendialoog]
    raadsopdrachten: Raadsopdrachten
    gesprekken: Gesprekken
    begrippen: dict[str, Begrip]
    bezorgteksten: Bezorgteksten
    documentnamen: dict[str, str]
    medewerker: str
    clientondersteuning: str
    vandaag: Callable[[], date]

    @property
    def adviezen(self) -> Adviezen:
        """The advices of Wmo-raden, in the same database."""
        return Adviezen(self.gesprekken.engine)

    @property
    def dialogen(self) -> dict[str, Any]:
        """Every dialogue of this municipality by name."""
        return {self.plan.naam: self.plan, self.advies.naam: self.advies, **self.rekendialogen}

    def dialoog(self, naam: str) -> Any:
        """The dialogue with this name."""
        return self.dialogen[naam]

    def aflopend(self) -> list[Afloop]:
        """The rules whose version ends within 60 days, or has ended."""
        return self.gemeente.loopt_af(self.vandaag(), DAGEN_VOORAF)

    def heeft(self, doel: str) -> bool:
        """Whether a button can lead there: a topic that is explained, a dialogue that exists, an opdracht."""
        if (dialoog := doel.removeprefix("start_")) != doel and doel not in self.algemeen.handelingen:
            return dialoog in self.dialogen
        return doel in self.kennis or doel in self.algemeen.labels

    def ruim_op(self) -> Opgeruimd:
        """Deletes what is past its retention; returns how many of what."""
        return ruim_op(self.gesprekken.engine, self.instellingen.termijnen, self.vandaag())

    def mag_voorstellen(self, doel: str, rol: str) -> bool:
        """Whether the bot may ask if this was meant: it exists, and it is not a citizen's choice for a raad."""
        return self.heeft(doel) and not (rol == "raad" and doel in self.algemeen.voor_raad)

    def biedt_aan(self, onderwerp: str, dialoog: str) -> bool:
        """Whether the explanation of a topic ends with a button that starts this dialogue."""
        uitleg = self.kennis.get(onderwerp)
        return uitleg is not None and dialoog.startswith("start_") and dialoog in uitleg.vervolg


def bouw(instellingen: Instellingen, vandaag: Callable[[], date] = vandaag_in_nederland) -> Diensten:
    """Loads and checks every file. Raises Bestandsfout or Regelingfout with file, place and reason."""
    wortel = instellingen.wortel
    map_gemeente = instellingen.gemeenten / instellingen.gemeente
    gemeente = gemeentes.laad(map_gemeente)
    contact = lees_bestand(map_gemeente / "contact.yaml", Contact)
    dialogen = wortel / "data" / "dialogen"
    verwijzingen = verwijzingen_van(gemeente, contact, vandaag())
    waarden = verwijzingen.waarden
    zinnen = lees_bestand(dialogen / "algemeen.yaml", Algemeen, verwijzingen).zinnen
    waarden["medewerker"] = _medewerker(zinnen, contact)
    waarden["clientondersteuning"] = zinnen["clientondersteuning"].format(namen=waarden["contact.clientondersteuning"])
    lijsten = Checklijsten({n: lees_bestand(wortel / "data" / "advies" / f"{n}.yaml", Checklist) for n in LIJSTEN})
    delen = lijsten.delen(None)
    waarden["aantal_delen"], waarden["aantal_punten"] = str(len(delen)), str(len(alle_punten(delen)))

    def teksten(naam: str, soort: type) -> Any:
        return lees_bestand(dialogen / f"{naam}.yaml", soort, verwijzingen)

    def termijn(melding: date) -> Termijn | None:
        invoer = {"melding": melding.isoformat(), "peildatum": vandaag().isoformat()}
        dag = bereken(gemeente, "termijnen", invoer, vandaag())["waarde"].get("persoonlijk_plan_uiterlijk")
        if dag is None:
            return None
        uiterlijk = date.fromisoformat(dag)
        wanneer = "straks" if uiterlijk > vandaag() else "vandaag" if uiterlijk == vandaag() else "voorbij"
        return Termijn(datum_voluit(melding), datum_voluit(uiterlijk), wanneer)

    return Diensten(
        instellingen=instellingen,
        gemeente=gemeente,
        contact=contact,
        algemeen=teksten("algemeen", Algemeen),
        trefwoorden=teksten("trefwoorden", Trefwoorden),
        bedoelt=teksten("bedoelt", Bedoelt),
        talen=talen(),
        veiligheid=lees_bestand(wortel / "data" / "veiligheid.yaml", Veiligheid, verwijzingen),
        kennis=laad_kennis(wortel / "data" / "kennis", verwijzingen),
        plan=Plandialoog(teksten("plan", Planteksten), termijn),
        advies=Adviesdialoog(teksten("advies", Adviesteksten), lijsten),
        rekendialogen=rekendialogen(dialogen, gemeente, verwijzingen, vandaag()),
        raadsopdrachten=Raadsopdrachten(teksten("raadsopdracht", Opdrachtteksten), lijsten),
        gesprekken=Gesprekken(open_databank(instellingen.databank)),
        bezorgteksten=laad_teksten(wortel / "data" / "dialogen"),
        begrippen=lees_bestand(wortel / "data" / "begrippen.yaml", Begrippen, verwijzingen).begrippen,
        documentnamen=lees_bestand(wortel / "data" / "bronnen.yaml", Bronnen).documenten,
        medewerker=waarden["medewerker"],
        clientondersteuning=waarden["clientondersteuning"],
        vandaag=vandaag,
    )


def verwijzingen_van(gemeente: Gemeente, contact: Contact, dag: date) -> Verwijzingen:
    """What texts may refer to: everything in the regelingen that hold on this day, and the contacts."""
    waarden = {
        "contact.naam": contact.gemeente.naam,
        "contact.telefoon": contact.wmo_loket.telefoon or "het Wmo-loket van de gemeente",
        "contact.clientondersteuning": opsomming([o.naam for o in contact.clientondersteuning]),
    }
    afwezig = set()
    for naam in REGELS:
        inhoud = gemeente.inhoud_op(naam, dag)
        if inhoud is None:
            afwezig.add(naam.replace("-", "_"))
        else:
            waarden |= _paden(naam.replace("-", "_"), to_builtins(inhoud))
    return Verwijzingen(waarden, frozenset(afwezig))


def _paden(pad: str, deel: Any) -> dict[str, str]:
    """Every value below this path. A list has its length as `aantal`; its groups go by their own name, or number."""
    if isinstance(deel, dict):
        return {k: v for naam, item in deel.items() for k, v in _paden(f"{pad}.{naam}", item).items()}
    if isinstance(deel, list | tuple):
        items = {k: v for n, item in enumerate(deel) for k, v in _paden(f"{pad}.{_naam(item, n)}", item).items()}
        return {f"{pad}.aantal": str(len(deel)), **items}
    return {pad: str(deel)}


def _naam(item: Any, nummer: int) -> str:
    namen = [item[veld] for veld in ("id", "bijdrage", "code") if veld in item] if isinstance(item, dict) else []
    return str(namen[0]) if namen else str(nummer)


def _medewerker(zinnen: dict[str, str], contact: Contact) -> str:
    soort = "medewerker_met_telefoon" if contact.wmo_loket.telefoon else "medewerker_zonder_telefoon"
    return zinnen[soort].format(naam=contact.gemeente.naam, telefoon=contact.wmo_loket.telefoon)


_in_gebruik: list[Diensten] = []


def gebruik(services: Diensten) -> None:
    """Makes these the services of this process."""
    _in_gebruik[:] = [services]


def diensten() -> Diensten:
    """The services of this process; from the environment where nobody chose: for actions that Rasa makes itself."""
    if not _in_gebruik:
        gebruik(bouw(uit_omgeving()))
    return _in_gebruik[0]

"""One place that wires everything: texts, rules, dialogues and storage, loaded once at the start."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot import gemeente as gemeentes
from bot.advies import Adviesdialoog, Adviesteksten, Checklist
from bot.berekenen import GebruikelijkeHulp, Huishouden, Overbelasting, Rekendialoog, Termijnen
from bot.berekenen.gebruikelijke_hulp import GebruikelijkeHulpteksten
from bot.berekenen.huishouden import Huishoudteksten
from bot.berekenen.overbelasting import Overbelastingteksten
from bot.berekenen.termijnen import Termijnteksten
from bot.gesprek.contact import Contact, opsomming
from bot.gesprek.instellingen import Instellingen, uit_omgeving
from bot.gesprek.teksten import Algemeen, Bronnen, Trefwoorden
from bot.gesprek.veiligheid import Veiligheid
from bot.kennis import Onderwerp, laad_kennis
from bot.opslag import Gesprekken, open_databank
from bot.plan import Plandialoog, Planteksten, Termijn
from bot.regels import bereken
from bot.regels.gemeente import Gemeente
from bot.vragen.bestand import Bestandsfout, lees_bestand
from bot.vragen.datums import datum_voluit


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
    veiligheid: Veiligheid
    kennis: dict[str, Onderwerp]
    plan: Plandialoog
    advies: Adviesdialoog
    rekendialogen: dict[str, Rekendialoog]
    gesprekken: Gesprekken
    documentnamen: dict[str, str]
    medewerker: str
    clientondersteuning: str
    vandaag: Callable[[], date]

    def dialoog(self, naam: str) -> Any:
        """The dialogue with this name."""
        return {self.plan.naam: self.plan, self.advies.naam: self.advies, **self.rekendialogen}[naam]


def bouw(instellingen: Instellingen, vandaag: Callable[[], date] = vandaag_in_nederland) -> Diensten:
    """Loads and checks every file. Raises Bestandsfout or Regelingfout with file, place and reason."""
    wortel = instellingen.wortel
    map_gemeente = instellingen.gemeenten / instellingen.gemeente
    gemeente = gemeentes.laad(map_gemeente)
    contact = lees_bestand(map_gemeente / "contact.yaml", Contact)
    dialogen = wortel / "data" / "dialogen"
    waarden = _waarden(gemeente, contact, vandaag())
    zinnen = lees_bestand(dialogen / "algemeen.yaml", Algemeen, waarden).zinnen
    waarden["medewerker"] = _medewerker(zinnen, contact)
    waarden["clientondersteuning"] = zinnen["clientondersteuning"].format(namen=waarden["contact.clientondersteuning"])
    checklist = lees_bestand(wortel / "data" / "advies" / "basisset.yaml", Checklist)
    waarden["aantal_delen"], waarden["aantal_punten"] = str(len(checklist.delen)), str(len(checklist.punten))

    def teksten(naam: str, soort: type) -> Any:
        return lees_bestand(dialogen / f"{naam}.yaml", soort, waarden)

    def termijn(melding: date) -> Termijn | None:
        invoer = {"melding": melding.isoformat(), "peildatum": vandaag().isoformat()}
        dag = bereken(gemeente, "termijnen", invoer, vandaag())["waarde"].get("persoonlijk_plan_uiterlijk")
        if dag is None:
            return None
        uiterlijk = date.fromisoformat(dag)
        wanneer = "straks" if uiterlijk > vandaag() else "vandaag" if uiterlijk == vandaag() else "voorbij"
        return Termijn(datum_voluit(melding), datum_voluit(uiterlijk), wanneer)

    huisgenoten = _regel_van_vandaag(gemeente, "gebruikelijke-hulp", vandaag())
    csi = _regel_van_vandaag(gemeente, "overbelasting", vandaag())
    rekendialogen: list[Rekendialoog] = [
        GebruikelijkeHulp(
            teksten("gebruikelijke_hulp", GebruikelijkeHulpteksten),
            jongste=next(b.tot for b in huisgenoten.leeftijden if b.bijdrage == "geen"),
            volwassen=next(b.van for b in huisgenoten.leeftijden if b.bijdrage == "eenpersoonshuishouden"),
            etmalen=huisgenoten.redenen.langdurig_afwezig.etmalen,
        ),
        Huishouden(teksten("huishouden", Huishoudteksten)),
        Overbelasting(teksten("overbelasting", Overbelastingteksten), csi),
        Termijnen(teksten("termijnen", Termijnteksten)),
    ]
    return Diensten(
        instellingen=instellingen,
        gemeente=gemeente,
        contact=contact,
        algemeen=teksten("algemeen", Algemeen),
        trefwoorden=teksten("trefwoorden", Trefwoorden),
        veiligheid=lees_bestand(wortel / "data" / "veiligheid.yaml", Veiligheid, waarden),
        kennis=laad_kennis(wortel / "data" / "kennis", waarden),
        plan=Plandialoog(teksten("plan", Planteksten), termijn),
        advies=Adviesdialoog(teksten("advies", Adviesteksten), checklist),
        rekendialogen={d.naam: d for d in rekendialogen},
        gesprekken=Gesprekken(open_databank(instellingen.databank)),
        documentnamen=lees_bestand(wortel / "data" / "bronnen.yaml", Bronnen).documenten,
        medewerker=waarden["medewerker"],
        clientondersteuning=waarden["clientondersteuning"],
        vandaag=vandaag,
    )


def _regel_van_vandaag(gemeente: Gemeente, naam: str, dag: date) -> Any:
    inhoud = gemeente.inhoud_op(naam, dag)
    if inhoud is None:
        raise Bestandsfout(
            f"gemeenten/{gemeente.naam}/regelingen/{naam.replace('-', '_')}: geen versie geldt op {dag.isoformat()}. "
            "Zet er een bestand bij dat op die dag geldt, zoals docs/regels.md uitlegt."
        )
    return inhoud


def _waarden(gemeente: Gemeente, contact: Contact, dag: date) -> dict[str, str]:
    """What texts may refer to: numbers of the rules that are valid today, and contacts."""
    reeks = _regel_van_vandaag(gemeente, "termijnen", dag).termijnen
    csi = _regel_van_vandaag(gemeente, "overbelasting", dag)
    return {
        "termijnen.persoonlijk_plan_dagen": str(reeks.persoonlijk_plan.aantal),
        "termijnen.onderzoek_weken": str(reeks.onderzoek.aantal),
        "termijnen.besluit_weken": str(reeks.besluit.aantal),
        "termijnen.bezwaar_weken": str(reeks.bezwaar.aantal),
        "overbelasting.aantal_vragen": str(len(csi.vragen)),
        "overbelasting.grens": str(csi.drempel.punten),
        "contact.naam": contact.gemeente.naam,
        "contact.telefoon": contact.wmo_loket.telefoon or "het Wmo-loket van de gemeente",
        "contact.clientondersteuning": opsomming([o.naam for o in contact.clientondersteuning]),
    }


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

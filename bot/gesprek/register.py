"""What is kept, why and how long, in Dutch: for the verwerkingsregister and the Algoritmeregister of a municipality.

Terms, delivery and rules come from the settings that the server itself runs with, tables from the database's own list.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct, structs

from bot import gemeente as gemeentes
from bot.gesprek.diensten import vandaag_in_nederland
from bot.gesprek.instellingen import Instellingen
from bot.opslag.medewerkers import KENT_ADRES, LANGSTE_SESSIE, ONTHOUDEN
from bot.opslag.tabellen import metadata
from bot.regels import REGELS
from bot.vragen.bestand import Bestandsfout, lees_bestand


class Verwerking(Struct, frozen=True, forbid_unknown_fields=True):
    """One purpose. `tabellen` says of each table what stands in it."""

    naam: str
    doel: str
    betrokkenen: str
    gegevens: str
    grondslag: str
    ontvangers: str
    termijn: str
    wissen: str
    tabellen: dict[str, str]


class Algoritme(Struct, frozen=True, forbid_unknown_fields=True):
    """What the Algoritmeregister asks."""

    naam: str
    doel: str
    werking: str
    gevolgen: str
    toezicht: str
    gegevens: str
    risico: str


class Register(Struct, frozen=True, forbid_unknown_fields=True):
    """data/register.yaml."""

    verwerkingen: tuple[Verwerking, ...]
    termijnen: dict[str, str]
    bezorging: dict[str, str]
    onbegrepen: dict[str, str]
    algoritme: Algoritme


def laad_register(instellingen: Instellingen) -> Register:
    """The file. Raises Bestandsfout, also where a table is named never or twice."""
    pad = instellingen.wortel / "data" / "register.yaml"
    register = lees_bestand(pad, Register)
    genoemd = Counter(naam for v in register.verwerkingen for naam in v.tabellen)
    for soort, namen in (
        ("heeft geen regel", set(metadata.tables) - set(genoemd)),
        ("bestaat niet", set(genoemd) - set(metadata.tables)),
        ("staat er twee keer", {naam for naam, aantal in genoemd.items() if aantal > 1}),
    ):
        if namen:
            raise Bestandsfout(f"{pad}: tabel {sorted(namen)[0]} {soort}. Verbeter dit en probeer het opnieuw.")
    return register


def registertekst(instellingen: Instellingen) -> str:
    """The whole text as Markdown. Raises Bestandsfout or Regelingfout."""
    register = laad_register(instellingen)
    return "\n".join([*_verwerkingen(register, instellingen), *_algoritme(register.algoritme, instellingen)])


def _verwerkingen(register: Register, instellingen: Instellingen) -> Iterator[str]:
    uur = timedelta(hours=1)
    dagen = {
        **structs.asdict(instellingen.termijnen),
        "sessie_uren": LANGSTE_SESSIE // uur,
        "poging_uren": ONTHOUDEN // uur,
        "bekend_dagen": KENT_ADRES.days,
    }
    soort = instellingen.databank.partition(":")[0].partition("+")[0]
    invul = {
        "{bezorging}": register.bezorging[instellingen.bezorging.soort],
        "{onbegrepen}": register.onbegrepen["aan" if instellingen.onbegrepen else "uit"],
    }
    yield "# Verwerkingsregister: Wmo-gesprekshulp"
    yield f"\nGemeente: {instellingen.gemeente}. Alles staat in één databank ({soort}), bij wie de hulp draait."
    yield "De hulp gebruikt geen diensten van derden, geen inlog voor inwoners en alleen cookies voor de sessie."
    for verwerking in register.verwerkingen:
        yield f"\n## {verwerking.naam}\n"
        for kop in ("doel", "betrokkenen", "gegevens", "grondslag", "ontvangers"):
            tekst = getattr(verwerking, kop)
            for plek, waarde in invul.items():
                tekst = tekst.replace(plek, waarde)
            yield f"- **{kop.capitalize()}:** {tekst}"
        yield f"- **Bewaartermijn:** {register.termijnen[verwerking.termijn].format(**dagen)}"
        yield f"- **Wissen:** {verwerking.wissen}"
        yield "- **In de databank:**"
        for naam, wat in verwerking.tabellen.items():
            yield f"  - `{naam}`: {wat}"


def _algoritme(algoritme: Algoritme, instellingen: Instellingen) -> Iterator[str]:
    yield "\n# Algoritmeregister\n"
    for kop, tekst in structs.asdict(algoritme).items():
        yield f"- **{kop.capitalize()}:** {tekst}"
    regels = gemeentes.laad(instellingen.gemeenten / instellingen.gemeente)
    vandaag = vandaag_in_nederland()
    yield "- **Regels die vandaag gelden:**"
    for naam in REGELS:
        if (inhoud := regels.inhoud_op(naam, vandaag)) is not None:
            yield f"  - `{naam}`: geldig vanaf {inhoud.geldig_van.isoformat()}"

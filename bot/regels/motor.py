"""From raw input to outcome: check, pick the version, compute, put the receipt on it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import UnsetType, convert

from bot.regels.controle import controleer
from bot.regels.datums import voluit
from bot.regels.fouten import Fout, Inhoudfout, Invoerfout
from bot.regels.gemeente import Gemeente, Versie
from bot.regels.invoer import schema
from bot.regels.regel import Regel
from bot.regels.regeling import Bron, Regeling, sjabloonfouten, sleutelfouten
from bot.regels.register import REGELS, zoek
from bot.regels.uitkomst import Berekening, Kenmerk, Reden, Uitkomst, uniek

GEEN_REGELING = "Wij kennen voor {dag} geen regels van de gemeente over dit onderwerp. Vraag het aan een consulent."
GEEN_VOORBEHOUD = "Wij kunnen dit niet uitrekenen. De gemeente beslist, samen met u."


def bereken(gemeente_regelingen: Gemeente, regel: str, invoer: object, vandaag: date) -> dict[str, Any]:
    """The outcome of a rule for this input (parsed JSON), in the shape of the contract, ready for JSON.

    `vandaag` is the peildatum when the input has none. Raises OnbekendeRegel for an unknown name and
    Invoerfout, with every wrong field, for input that can never be right. Absent fields are no error.
    """
    soort = zoek(regel)
    bevinding = controleer(invoer, soort.invoer)
    velden = invoer if isinstance(invoer, dict) else {}
    if fouten := [*bevinding.fouten, *soort.tegenspraak(velden)]:
        raise Invoerfout(fouten)
    peildatum = convert(velden.get("peildatum", vandaag), date)
    versie = gemeente_regelingen.versie_op(regel, peildatum)
    if versie is None:
        return _geen_regeling(gemeente_regelingen, regel, peildatum).als_dict()
    if ontbreekt := [*bevinding.ontbreekt, *soort.ontbreekt(velden)]:
        uit = Berekening({}, status="ontbrekende_gegevens", ontbreekt=ontbreekt)
    else:
        uit = soort.bereken(convert(invoer, soort.invoer), versie.inhoud)
    return Uitkomst(
        regel=regel,
        gemeente=gemeente_regelingen.naam,
        regeling=_kenmerk(versie),
        status=uit.status,
        waarde=uit.waarde,
        stappen=uit.stappen,
        redenen=uniek(uit.redenen),
        ontbreekt=uit.ontbreekt,
        voorbehoud=versie.inhoud.voorbehoud,
    ).als_dict()


def conclusie(gemeente: Gemeente, uitkomst: Mapping[str, Any]) -> list[Reden]:
    """The outcome in one sentence (a few, where the value has parts), each with its source.

    Empty when nothing is certain: data are missing, or no regeling holds on that day.
    """
    waarde = uitkomst["waarde"]
    versie = gemeente.versie(uitkomst["regel"], uitkomst["regeling"]["sha256"]) if waarde else None
    if versie is None:
        return []
    gekozen = REGELS[uitkomst["regel"]].conclusie(waarde, versie.inhoud)
    return [Reden.met_code(naam, versie.inhoud.conclusies[naam], **in_te_vullen) for naam, in_te_vullen in gekozen]


def overzicht(gemeente: Gemeente) -> list[dict[str, Any]]:
    """The rules that this municipality has: `naam`, `titel`, `omschrijving` (Dutch), `schema` of the input."""
    return [
        {
            "naam": naam,
            "titel": versies[-1].inhoud.onderwerp.titel,
            "omschrijving": versies[-1].inhoud.onderwerp.omschrijving,
            "schema": schema(REGELS[naam].invoer),
        }
        for naam in REGELS
        if (versies := gemeente.regelingen.get(naam, ()))
    ]


def lees_regeling(regel: str, gegevens: object) -> Regeling:
    """A regeling from parsed YAML. Raises OnbekendeRegel, and Inhoudfout with every fault in it."""
    soort: Regel = zoek(regel)
    bevinding = controleer(gegevens, soort.regeling, diep=False)
    fouten = [*bevinding.fouten, *(Fout(veld, "Dit veld ontbreekt. Vul het in.") for veld in bevinding.ontbreekt)]
    if fouten:
        raise Inhoudfout(fouten)
    regeling = convert(gegevens, soort.regeling)
    tot = regeling.geldig_tot
    if not isinstance(tot, UnsetType) and tot < regeling.geldig_van:
        raise Inhoudfout([Fout("geldig_tot", "Deze dag ligt voor geldig_van. Draai de datums om of verbeter ze.")])
    if fouten := [*_conclusiefouten(soort, regeling), *soort.samenhang(regeling)]:
        raise Inhoudfout(fouten)
    return regeling


def _conclusiefouten(soort: Regel, regeling: Regeling) -> list[Fout]:
    fouten = sleutelfouten("conclusies", regeling.conclusies, soort.conclusies)
    for naam in soort.conclusies.keys() & regeling.conclusies.keys():
        fouten += sjabloonfouten(f"conclusies.{naam}.tekst", regeling.conclusies[naam].tekst, soort.conclusies[naam])
    return fouten


def _kenmerk(versie: Versie) -> Kenmerk:
    return Kenmerk(versie.inhoud.titel, versie.inhoud.geldig_van.isoformat(), versie.sha256)


def _geen_regeling(gemeente: Gemeente, regel: str, dag: date) -> Uitkomst:
    """No version on that day: a person must look. The source is where the nearest version says from when it holds."""
    versies = gemeente.regelingen.get(regel, ())
    bron = Bron(gemeente.naam, f"regelingen {regel}")
    if versies:
        bron = min(versies, key=lambda v: abs((v.inhoud.geldig_van - dag).days)).inhoud.geldigheid.bron
    return Uitkomst(
        regel=regel,
        gemeente=gemeente.naam,
        regeling=None,
        status="menselijk_oordeel",
        waarde={},
        stappen=[],
        redenen=[Reden(code="geen_regeling", tekst=GEEN_REGELING.format(dag=voluit(dag)), bron=bron)],
        ontbreekt=[],
        voorbehoud=GEEN_VOORBEHOUD,
    )

"""The arithmetic of `huishoudelijke-hulp` (hogeland bijlage 1 §3.2). Minutes a week, no rounding."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from bot.regels.huishoudelijke_hulp.invoer import (
    DeelWarmeMaaltijd,
    HuishoudelijkeHulpInvoer,
    WarmeMaaltijd,
    ZorgVoorKind,
)
from bot.regels.huishoudelijke_hulp.regeling import (
    EEN,
    IEDEREEN,
    MEER,
    SLEUTELS,
    ZORG,
    HuishoudelijkeHulp,
    Tijd,
)
from bot.regels.huishoudelijke_hulp.taak import Rekenaar, Telling, Vraag
from bot.regels.regel import Conclusies
from bot.regels.regeling import duur, tijd
from bot.regels.uitkomst import Berekening, Reden

AFWAS = "afwas"
LICHT = "licht_huishoudelijk_werk"
MAALTIJDEN = ("broodmaaltijd", "warme_maaltijd")


def bereken(invoer: HuishoudelijkeHulpInvoer, regeling: HuishoudelijkeHulp) -> Berekening:
    """`minuten_per_week` and `per_taak`; the steps of a task add up to its minutes, all steps to the whole."""
    uit = Berekening({})
    per_taak: dict[str, int] = {}
    for telling in _tellingen(invoer, regeling):
        per_taak[telling.onderdeel] = telling.minuten
        uit.stappen += telling.stappen
        uit.redenen += telling.redenen
    uit.waarde = {"minuten_per_week": sum(per_taak.values()), "per_taak": per_taak}
    return uit


def conclusie(waarde: Mapping[str, Any], _: HuishoudelijkeHulp) -> Conclusies:
    """The time a week in words, or that no time is left."""
    minuten = waarde["minuten_per_week"]
    return [("tijd", {"duur": duur(minuten)}) if minuten else ("nul", {})]


def _tellingen(invoer: HuishoudelijkeHulpInvoer, regeling: HuishoudelijkeHulp) -> Iterator[Telling]:
    """One count per task that is asked for, in the order of the source."""
    rekenaar = Rekenaar(regeling, invoer.huishouden, invoer.omstandigheden)
    for naam in invoer.taken.__struct_fields__:
        gevraagd = getattr(invoer.taken, naam)
        if isinstance(gevraagd, tuple):
            yield _zorg(gevraagd, regeling)
        elif gevraagd:
            yield rekenaar.taak(_vraag(naam, gevraagd, invoer.huishouden.personen), _korting(naam, invoer, regeling))


def _vraag(naam: str, gevraagd: Any, personen: int) -> Vraag:
    normen, delen = SLEUTELS[naam]
    norm = IEDEREEN if IEDEREEN in normen else (EEN if personen == 1 else MEER)
    zelf: tuple[str, ...] = getattr(gevraagd, "zelf", ())
    if isinstance(gevraagd, WarmeMaaltijd):
        norm = gevraagd.wijze
        delen = tuple(norm if deel == "bereiden" else deel for deel in get_args(DeelWarmeMaaltijd))
        zelf = tuple(norm if deel == "bereiden" else deel for deel in zelf)
    keer = gevraagd.dagen_per_week * getattr(gevraagd, "keer_per_dag", 1) if naam in MAALTIJDEN else None
    return Vraag(naam, norm, delen, zelf, keer)


def _korting(naam: str, invoer: HuishoudelijkeHulpInvoer, regeling: HuishoudelijkeHulp) -> Tijd | None:
    """The afwas is not counted twice: off licht huishoudelijk werk when a meal that is asked for has it."""
    if naam != LICHT or AFWAS in getattr(invoer.taken, LICHT).zelf:
        return None
    maaltijden = [getattr(invoer.taken, maaltijd) for maaltijd in MAALTIJDEN]
    dubbel = any(maaltijd and AFWAS not in maaltijd.zelf for maaltijd in maaltijden)
    return regeling.taken.licht_huishoudelijk_werk.afwas_bij_maaltijd if dubbel else None


def _zorg(kinderen: tuple[ZorgVoorKind, ...], regeling: HuishoudelijkeHulp) -> Telling:
    """Each count times its norm. What counts per time and stands with several children is mentioned."""
    zorg = regeling.taken.kinderverzorging
    uit = Telling("kinderverzorging")
    for naam in ZORG:
        norm = zorg.norm[naam]
        for kind in kinderen:
            if keer := getattr(kind, naam):
                minuten = norm.minuten * keer
                tekst = regeling.zinnen.zorg.format(
                    taak=zorg.naam,
                    leeftijd=kind.leeftijd,
                    wat=norm.tekst,
                    elk=tijd(norm.minuten),
                    keer=keer,
                    tijd=tijd(minuten),
                )
                uit.tel(norm, tekst, minuten)
        if norm.telt == "per_keer" and sum(getattr(kind, naam) > 0 for kind in kinderen) > 1:
            uit.redenen.append(Reden.van(zorg.dubbel))
    if uit.minuten:
        uit.redenen += map(Reden.van, zorg.let_op)
    return uit

"""Shows an outcome: sentences, steps, reasons, reservation, and what comes next."""

from typing import Any

from actions.basis import Gebeurtenissen, Omgeving
from actions.formulier import uit_formulier

# More than these would be a wall; all of them stand in the document.
MEESTE_REDENEN = 3
KORTE_KOP = 8


def toon_uitkomst(o: Omgeving, naam: str, *, was: dict[str, Any] | None = None) -> Gebeurtenissen:
    """Calls the rule of the dialogue; the outcome is kept, to be read again and put into the plan.

    `was` is the outcome before a correction: then it is said whether anything changed.
    """
    dialoog = o.diensten.rekendialogen[naam]
    stand = o.beurt.stand(naam)
    uitkomst = dialoog.reken(o.diensten.gemeente, stand.antwoorden, o.beurt.vandaag)
    stappen = uitkomst["stappen"]
    stand.uitkomst, stand.klaar = uitkomst, True
    if was:
        anders = any(was[deel] != uitkomst[deel] for deel in ("status", "waarde", "zinnen"))
        o.zeg(o.zin("uitkomst_anders" if anders else "uitkomst_zelfde"))
    o.zeg(_in_bubbels(uitkomst["zinnen"]), soort="uitkomst")
    verteld = {s["tekst"] for s in stappen}
    if verteld:
        tekst = "\n".join([o.zin("uitkomst_stappen"), *(s["tekst"] for s in stappen)])
        o.zeg(tekst, soort="uitkomst", bronnen=[s["bron"] for s in stappen])
    nieuw = [r for r in uitkomst["redenen"] if not any(r["tekst"] in zin for zin in verteld)]
    for reden in nieuw[:MEESTE_REDENEN]:
        o.zeg(reden["tekst"], soort="uitkomst", bronnen=[reden["bron"]])
    if len(nieuw) > MEESTE_REDENEN:
        o.zeg(o.zin("uitkomst_meer_redenen"), soort="uitkomst")
    keuzes = [
        *o.naar_plan(naam),
        *o.terug_naar(),
        *o.knoppen(dialoog.vervolg(stand.antwoorden)),
        o.knop("wijzigen"),
        o.knop("wat_kun_je"),
    ]
    slot = uitkomst["voorbehoud"] if uitkomst["waarde"] else o.zin("uitkomst_open")
    o.zeg(slot, soort="uitkomst")
    o.zeg_dat_er_nog_iets_open_is()
    o.zeg(o.zin("uitkomst_klaar"), keuzes, soort="document", onderwerp=f"start_{naam}")
    return uit_formulier()


def _in_bubbels(zinnen: list[str]) -> list[str]:
    """A bubble for each, but for a short heading ("Het gaat om: rollator."): that goes with what follows."""
    kop, *rest = zinnen
    if rest and len(kop.split()) <= KORTE_KOP and "\n" not in rest[0]:
        return [f"{kop} {rest[0]}", *rest[1:]]
    return zinnen

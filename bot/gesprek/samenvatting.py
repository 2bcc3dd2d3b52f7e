"""A plan or an advice as bubbles: own words to the letter, what was skipped named as such."""

from datetime import date

from bot.advies import Advies, Adviesteksten
from bot.plan import Plan, Planteksten
from bot.vragen.datums import datum_voluit


def plan_in_bubbels(plan: Plan, teksten: Planteksten) -> list[str]:
    """For whom and when, one bubble for each leefdomein, one for the rest, and estimates that were added."""
    melding = datum_voluit(date.fromisoformat(plan.melding)) if plan.melding else teksten.niet_ingevuld
    wie = f"{teksten.vragen['voor_wie'].kort}: {plan.voor_wie}"
    bubbels = [teksten.samenvatting_kop, f"{wie}\n{teksten.vragen['melding'].kort}: {melding}"]
    for domein in plan.domeinen:
        regels = [f"{r.vraag}: {r.antwoord or teksten.niet_ingevuld}" for r in domein.regels]
        bubbels.append("\n".join([domein.naam, *regels]))
    bubbels.append("\n".join(f"{r.vraag}: {r.antwoord or teksten.niet_ingevuld}" for r in plan.algemeen))
    bubbels += ["\n".join([f"{u['naam']} ({teksten.schatting})", *u["zinnen"]]) for u in plan.uitkomsten]
    return bubbels


def advies_in_bubbels(advies: Advies, teksten: Adviesteksten) -> list[str]:
    """One bubble for each part that was looked at."""
    bubbels = [teksten.samenvatting_kop]
    for deel in advies.delen:
        regels = [
            "; ".join(filter(None, [f"{p.kort}: {teksten.oordelen[p.oordeel]}", p.opmerking, p.aanvulling]))
            for p in deel.punten
            if p.oordeel
        ]
        if regels:
            bubbels.append("\n".join([deel.naam, *regels]))
    return bubbels

"""A plan or an advice as bubbles: own words to the letter, what was skipped named as such."""

from bot.advies import Advies, Adviesteksten
from bot.plan import Plan, Planteksten


def plan_in_bubbels(plan: Plan, teksten: Planteksten) -> list[str]:
    """One bubble for each leefdomein, one for the rest."""
    bubbels = [teksten.samenvatting_kop]
    for domein in plan.domeinen:
        regels = [f"{r.vraag}: {r.antwoord or teksten.niet_ingevuld}" for r in domein.regels]
        bubbels.append("\n".join([domein.naam, *regels]))
    bubbels.append("\n".join(f"{r.vraag}: {r.antwoord or teksten.niet_ingevuld}" for r in plan.algemeen))
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

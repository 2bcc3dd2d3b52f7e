"""The persoonlijk plan as a document."""

from typing import Any

from bot.documenten.meta import Meta
from bot.documenten.odt import maak_odt
from bot.documenten.pdf import maak_pdf
from bot.documenten.sjabloon import vul
from bot.documenten.uitkomsten import bronnen_van, zichtbaar
from bot.plan import Plan


def plan_html(plan: Plan, meta: Meta) -> str:
    """The plan as a page, for screen and paper."""
    uitkomsten = [zichtbaar(u) for u in plan.uitkomsten]
    return vul(
        "plan.html",
        plan=plan,
        meta=meta,
        voor_wie=in_eigen_mond(plan.voor_wie),
        uitkomsten=uitkomsten,
        bronnen=bronnen_van(uitkomsten),
    )


def plan_pdf(plan: Plan, meta: Meta) -> bytes:
    """The plan as PDF/UA-1."""
    return maak_pdf(plan_html(plan, meta))


def plan_odt(plan: Plan, meta: Meta) -> bytes:
    """The plan as a text that the person can write on in."""
    return maak_odt(plan_html(plan, meta))


def plan_json(plan: Plan, meta: Meta) -> dict[str, Any]:
    """The plan in the shape of a `productaanvraag`.

    `aanvraaggegevens` has a group for each leefdomein (its id with hyphens) with the id of each question and the
    person's own words, null where a question was left open.
    """
    gegevens: dict[str, Any] = {"voor-wie": {"voor_wie": in_eigen_mond(plan.voor_wie), "melding": plan.melding}}
    for domein in plan.domeinen:
        gegevens[domein.id.replace("_", "-")] = {r.id.rpartition(".")[2]: r.antwoord for r in domein.regels}
    gegevens["algemeen"] = {r.id: r.antwoord for r in plan.algemeen}
    gegevens["uitkomsten"] = list(plan.uitkomsten)
    return {
        "bron": {"naam": "Wmo-gesprekshulp", "kenmerk": meta.kenmerk},
        "type": "wmo-persoonlijk-plan",
        "aanvraaggegevens": gegevens,
        "taal": "nld",
        "betrokkenen": [],
        "pdf": meta.pdf_url,
        "bijlagen": [],
    }


def in_eigen_mond(wie: str) -> str:
    """How the writer speaks of the person whom the bot calls `u` (mijzelf) or `uw moeder` (mijn moeder)."""
    if wie == "u":
        return "mijzelf"
    if wie == "deze persoon":
        return "iemand anders"
    return f"mijn {wie.removeprefix('uw ')}" if wie.startswith("uw ") else wie

"""The shared plan as it is delivered: read from the database at the moment of sending."""

from datetime import date
from functools import partial

from bot.bezorging import Bezorginstellingen, Bezorgteksten, Bron, Inhoud
from bot.documenten import Meta, plan_json, plan_pdf
from bot.gesprek.delen import Gedeeld, uit_momentopname
from bot.gesprek.diensten import Diensten
from bot.opslag import Delen
from bot.opslag.uitbak import GEDEELD, WACHT, Bezorging

PLAN_PAD = "/consulent/plannen/{uitnodiging}"


def bron(diensten: Diensten) -> Bron:
    """Gives a shared plan by the id of its sharing; None when it is no longer shared."""
    return partial(_inhoud, diensten)


def _inhoud(diensten: Diensten, deling_id: str) -> Inhoud | None:
    deling = Delen(diensten.gesprekken.engine).met_id(deling_id, diensten.vandaag())
    if deling is None:
        return None
    gedeeld, pad = uit_momentopname(deling.inhoud), PLAN_PAD.format(uitnodiging=deling.uitnodiging_id)
    meta = meta_van(diensten, gedeeld, deling.tot, f"{pad}/document")
    return Inhoud(plan_json(gedeeld.plan, meta), partial(plan_pdf, gedeeld.plan, meta), pad, gedeeld.gemaakt)


def meta_van(diensten: Diensten, gedeeld: Gedeeld, tot: date, adres: str, terug: tuple[str, str] = ("/", "")) -> Meta:
    """What the document needs besides the plan: nothing that tells more than the citizen shared."""
    return Meta(
        gemeente=gedeeld.gemeente,
        datum=gedeeld.gemaakt,
        kenmerk=gedeeld.kenmerk,
        pdf_url=f"{adres}.pdf",
        documentnamen=diensten.documentnamen,
        clientondersteuning=diensten.clientondersteuning,
        medewerker=diensten.medewerker,
        terug_url=terug[0],
        terug_naam=terug[1],
        gedeeld_tot=tot,
    )


def standen(bezorgingen: list[Bezorging], instellingen: Bezorginstellingen, teksten: Bezorgteksten) -> list[str]:
    """What the consulent reads about the deliveries of a sharing: one sentence or two for each."""
    if not bezorgingen:
        return [teksten.standen["geen"]] if instellingen.kanaal is None else []
    return [
        (teksten.standen if b.gebeurtenis == GEDEELD else teksten.melding)[
            "opnieuw" if b.stand == WACHT and b.fout else b.stand
        ]
        for b in bezorgingen
    ]


def na_terugnemen(bezorgingen: list[Bezorging], instellingen: Bezorginstellingen, teksten: Bezorgteksten) -> str:
    """What the citizen reads after taking back or wiping, from every delivery that there was: one may have arrived."""
    nooit_geprobeerd = bool(bezorgingen) and not any(b.gebeurtenis == GEDEELD and b.pogingen for b in bezorgingen)
    return teksten.niet_bezorgd if nooit_geprobeerd else teksten.na_intrekken[instellingen.soort]

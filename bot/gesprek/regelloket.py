"""A rule asked from outside (HTTP, command line): the outcome, or a problem object. Nothing is stored or logged."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.regels import Fout, Gemeente, Invoerfout, OnbekendeRegel, bereken, conclusie


class DubbelVeld(Exception):
    """The same name twice in one JSON object; the message is that name."""


def _zonder_dubbel(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    gelezen = dict(paren)
    if len(gelezen) != len(paren):
        namen = [naam for naam, _ in paren]
        raise DubbelVeld(next(naam for naam in namen if namen.count(naam) > 1))
    return gelezen


def antwoord(gemeente: Gemeente, naam: str, ruw: bytes, vandaag: date) -> tuple[int, dict[str, Any]]:
    """Status and body: 200 with the outcome, else an RFC 9457 problem: 404 unknown rule, 422 wrong input."""
    try:
        invoer = json.loads(ruw, object_pairs_hook=_zonder_dubbel)
    except DubbelVeld as fout:
        return 422, _velden_kloppen_niet([Fout(str(fout), "Dit veld staat er dubbel in. Laat er één staan.")])
    except (ValueError, RecursionError):
        return 422, probleem(422, "Dit is geen JSON", "Stuur één JSON-object, zoals de beschrijving van de regel zegt.")
    try:
        return 200, bereken(gemeente, naam, invoer, vandaag)
    except OnbekendeRegel:
        return 404, probleem(404, "Deze regel bestaat niet", "Vraag de lijst op bij /api/v1/regels.")
    except Invoerfout as fout:
        return 422, _velden_kloppen_niet(fout.fouten)


def _velden_kloppen_niet(fouten: Iterable[Fout]) -> dict[str, Any]:
    velden = [{"veld": f.veld, "reden": f.reden} for f in fouten]
    uitleg = "; ".join(f"{v['veld'] or 'invoer'}: {v['reden']}" for v in velden)
    return {**probleem(422, "De invoer klopt niet", uitleg), "fouten": velden}


def in_zinnen(gemeente: Gemeente, uitkomst: dict[str, Any]) -> str:
    """An outcome as text in three layers: the outcome, the steps, and the source of each."""
    kop = [reden.tekst for reden in conclusie(gemeente, uitkomst)] or [_ZONDER_CONCLUSIE[uitkomst["status"]]]
    if uitkomst["ontbreekt"]:
        kop.append(f"Nog nodig: {', '.join(uitkomst['ontbreekt'])}.")
    rest = [f"- {deel['tekst']} ({_vindplaats(deel['bron'])})" for deel in uitkomst["stappen"] + uitkomst["redenen"]]
    return "\n".join([*kop, *rest, uitkomst["voorbehoud"]])


_ZONDER_CONCLUSIE = {
    "berekend": "Dit is de uitkomst:",
    "ontbrekende_gegevens": "Wij kunnen dit nog niet uitrekenen. Er mist nog iets.",
    "menselijk_oordeel": "Hier moet een mens van de gemeente naar kijken.",
}


def _vindplaats(bron: dict[str, str]) -> str:
    return f"{bron['document']}, {bron['plaats']}"


def probleem(status: int, titel: str, uitleg: str) -> dict[str, Any]:
    """An `application/problem+json` object."""
    return {"type": "about:blank", "title": titel, "status": status, "detail": uitleg}

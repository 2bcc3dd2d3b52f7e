"""A rule asked from outside (HTTP, command line): the outcome, or a problem object. Nothing is stored or logged."""

from datetime import date
from typing import Any

import msgspec

from bot.regels import Gemeente, Invoerfout, OnbekendeRegel, bereken


def antwoord(gemeente: Gemeente, naam: str, ruw: bytes, vandaag: date) -> tuple[int, dict[str, Any]]:
    """Status and body: 200 with the outcome, else an RFC 9457 problem: 404 unknown rule, 422 wrong input."""
    try:
        return 200, bereken(gemeente, naam, msgspec.json.decode(ruw), vandaag)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return 422, probleem(422, "Dit is geen JSON", "Stuur één JSON-object, zoals de beschrijving van de regel zegt.")
    except OnbekendeRegel:
        return 404, probleem(404, "Deze regel bestaat niet", "Vraag de lijst op bij /api/v1/regels.")
    except Invoerfout as fout:
        velden = [{"veld": f.veld, "reden": f.reden} for f in fout.fouten]
        return 422, {**probleem(422, "De invoer klopt niet", str(fout)), "fouten": velden}


def probleem(status: int, titel: str, uitleg: str) -> dict[str, Any]:
    """An `application/problem+json` object."""
    return {"type": "about:blank", "title": titel, "status": status, "detail": uitleg}

"""What the input of every rule has in common, and its JSON Schema.

A field without a default is needed for an outcome: when it is absent the outcome says so. A field that may be
UNSET is optional. The schema therefore has no `required`: an incomplete input is a valid question.
"""

from datetime import date
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.json import schema as json_schema

Leeftijd = Annotated[int, Meta(ge=0, le=130, description="Leeftijd in hele jaren")]
Datum = Annotated[
    date,
    Meta(
        description="Datum als jaar-maand-dag",
        extra_json_schema={"pattern": "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"},
        extra={"jaar_van": 2000, "jaar_tot": 2099},
    ),
]
Peildatum = Annotated[
    date,
    Meta(
        description="De dag waarvoor de regels gelden. Zonder peildatum is dat vandaag.",
        extra_json_schema={"pattern": "^(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$"},
        extra={"jaar_van": 1900, "jaar_tot": 2099},
    ),
]


class Groep(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every group of input fields: immutable, and an unknown field is a fault."""


class Invoer(Groep, frozen=True, kw_only=True):
    """Base of the input of every rule."""

    peildatum: Peildatum | UnsetType = UNSET


def schema(soort: type[Struct]) -> dict[str, Any]:
    """JSON Schema of an input model. `x-nodig` takes the place of `required`; docstrings are left out."""
    heel = json_schema(soort)
    for groep in heel["$defs"].values():
        groep.pop("description", None)
        if nodig := groep.pop("required", None):
            groep["x-nodig"] = nodig
    return heel

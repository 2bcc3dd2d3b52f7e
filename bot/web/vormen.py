"""The shapes of the chat API, for checking requests and for the OpenAPI description."""

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType


class NieuwGesprek(Struct, forbid_unknown_fields=True):
    """Body of `POST /api/v1/gesprekken`."""

    rol: Literal["inwoner", "raad"]


class NieuwBericht(Struct, forbid_unknown_fields=True):
    """Body of `POST …/berichten`: a typed text or the id of an offered choice, exactly one of the two."""

    tekst: str | UnsetType = UNSET
    keuze: str | UnsetType = UNSET

    def __post_init__(self) -> None:
        if (self.tekst is UNSET) == (self.keuze is UNSET):
            raise ValueError("geef `tekst` of `keuze`, en niet allebei")


class Keuze(Struct):
    """An offered choice. The id is valid for this turn only."""

    id: str
    label: str


class Bron(Struct):
    """Where a fact stands."""

    document: str
    plaats: str


class Bericht(Struct):
    """One message of either side."""

    id: str
    van: Literal["bot", "u"]
    tekst: str
    keuzes: list[Keuze]
    onderwerp: str | None
    soort: Literal["antwoord", "vraag", "uitkomst", "document", "waarschuwing"]
    bronnen: list[Bron]


class Berichten(Struct):
    """The answer of a turn."""

    berichten: list[Bericht]


class Geschiedenis(Struct):
    """The whole conversation so far. `onbeantwoord` is a message that was stored but never got its answer."""

    berichten: list[Bericht]
    voortgang: dict[str, Any]
    onbeantwoord: str | None


class Veldfout(Struct):
    """One wrong field: its dotted name ("" is the whole), and how to mend it."""

    veld: str
    reden: str


class Probleem(Struct, omit_defaults=True):
    """RFC 9457: what is wrong, in Dutch, and what to do now. `fouten` names every wrong field of a rule's input."""

    type: str
    title: str
    status: int
    detail: str
    fouten: list[Veldfout] | UnsetType = UNSET


class Regelbeschrijving(Struct):
    """One rule in the list; `schema` is the JSON Schema of its input."""

    naam: str
    titel: str
    omschrijving: str
    schema: dict[str, Any]


class Regellijst(Struct):
    """The rules of one municipality."""

    gemeente: str
    regels: list[Regelbeschrijving]

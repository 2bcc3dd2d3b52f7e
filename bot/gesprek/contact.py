"""Whom a person can turn to in this municipality: `gemeenten/<gemeente>/contact.yaml`."""

from msgspec import Struct

from bot.vragen import Bron


class Gemeentenaam(Struct, frozen=True, forbid_unknown_fields=True):
    """The name of the municipality as people write it."""

    naam: str
    bron: Bron


class Loket(Struct, frozen=True, forbid_unknown_fields=True):
    """The Wmo counter. What the municipality did not fill in is None and is not shown."""

    telefoon: str | None
    openingstijden: str | None
    email: str | None
    adres: str | None
    website: str | None


class Ondersteuner(Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation for cliëntondersteuning."""

    naam: str
    toelichting: str | None
    telefoon: str | None
    website: str | None
    bron: Bron | None = None


class Lijn(Struct, frozen=True, forbid_unknown_fields=True):
    """A national number for people in danger."""

    naam: str
    toelichting: str
    telefoon: str
    telefoon_ook: str | None


class Contact(Struct, frozen=True, forbid_unknown_fields=True):
    """`contact.yaml`."""

    gemeente: Gemeentenaam
    wmo_loket: Loket
    clientondersteuning: tuple[Ondersteuner, ...]
    landelijk: dict[str, Lijn]


def opsomming(namen: list[str]) -> str:
    """`a, b en c`."""
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))

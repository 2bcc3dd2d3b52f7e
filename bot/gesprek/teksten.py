"""What the bot says outside the questions of a dialogue: `data/dialogen/algemeen.yaml`."""

import re

from msgspec import Struct

KORTSTE_REST = 3


class Zegje(Struct, frozen=True, forbid_unknown_fields=True):
    """Bubbles with the choices under the last one, or a topic whose explanation stands in for them."""

    tekst: tuple[str, ...] = ()
    keuzes: tuple[str, ...] = ()
    onderwerp: str | None = None


class Algemeen(Struct, frozen=True, forbid_unknown_fields=True):
    """Greetings, answers to handelingen, button labels, single sentences, and names of dialogues.

    `voor_raad` says which choice a Wmo-raad gets instead of a citizen's; an empty one is left out.
    """

    groet: dict[str, Zegje]
    labels: dict[str, str]
    handelingen: dict[str, Zegje]
    zinnen: dict[str, str]
    namen: dict[str, str]
    voor_raad: dict[str, str]


class Trefwoorden(Struct, frozen=True, forbid_unknown_fields=True):
    """Intent → regular expressions on the whole normalised text; `aanhef` is how a greeting before a message begins."""

    trefwoorden: dict[str, tuple[str, ...]]
    aanhef: str

    def zonder_aanhef(self, tekst: str) -> str:
        """The text without the greeting before it, where enough is left to be about something."""
        rest = re.sub(self.aanhef, "", tekst, count=1, flags=re.IGNORECASE)
        return rest if len(rest.split()) >= KORTSTE_REST else tekst


class Begrip(Struct, frozen=True, forbid_unknown_fields=True):
    """A word of the trade in one or two sentences; `onderwerp` is the topic that tells more."""

    uitleg: str
    onderwerp: str


class Begrippen(Struct, frozen=True, forbid_unknown_fields=True):
    """The list of terms, by the word: `data/begrippen.yaml`."""

    begrippen: dict[str, Begrip]


class Bronnen(Struct, frozen=True, forbid_unknown_fields=True):
    """Short name of a document → full title."""

    documenten: dict[str, str]

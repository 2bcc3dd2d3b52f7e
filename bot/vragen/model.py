"""What a question is. Texts come from YAML; `invullen` puts names and numbers in them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, structs

Soort = Literal["tekst", "keuze", "meerkeuze", "getal", "datum", "personen", "oordeel"]


class Bron(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact stands: short name of the document and the place in it."""

    document: str
    plaats: str


class Keuze(Struct, frozen=True, forbid_unknown_fields=True):
    """One offered answer. `reactie` is said when it is chosen; `woorden` are other ways to say it."""

    waarde: str
    label: str
    woorden: tuple[str, ...] = ()
    reactie: tuple[str, ...] = ()


class Vraag(Struct, frozen=True, forbid_unknown_fields=True):
    """One question.

    `vooraf` is said once, before the question. `waarom` answers "waarom vraagt u dit?". `hulp` explains
    after two answers that could not be read what kind of answer is meant. `min` and `max` bound a getal;
    `eenheden` turns words after a number into it (`een week` → 7 where a week counts 7). `vrij` lets a keuze
    take any other short text as its value. In YAML the `id` is the key of the question.
    """

    soort: Soort
    tekst: str
    waarom: str
    id: str = ""
    hulp: str = ""
    kort: str = ""
    vooraf: tuple[str, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    bronnen: tuple[Bron, ...] = ()
    min: int = 0
    max: int = 100
    eenheden: dict[str, int] = {}
    vrij: bool = False
    overslaan: bool = True
    leeg: str = ""

    @property
    def naam(self) -> str:
        """Short name for lists and summaries; the question itself where it has none."""
        return self.kort or self.tekst


def invullen(vraag: Vraag, waarden: Mapping[str, str], id: str | None = None) -> Vraag:
    """The same question with `{naam}` replaced in every text; unknown names raise KeyError."""

    def vul(tekst: str) -> str:
        return tekst.format_map(waarden)

    return structs.replace(
        vraag,
        id=id or vraag.id,
        tekst=vul(vraag.tekst),
        waarom=vul(vraag.waarom),
        hulp=vul(vraag.hulp),
        kort=vul(vraag.kort),
        leeg=vul(vraag.leeg),
        vooraf=tuple(vul(t) for t in vraag.vooraf),
        keuzes=tuple(
            structs.replace(k, label=vul(k.label), reactie=tuple(vul(t) for t in k.reactie)) for k in vraag.keuzes
        ),
    )

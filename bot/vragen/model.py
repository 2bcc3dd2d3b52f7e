"""What a question is. Texts come from YAML; `invullen` puts names and numbers in them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, structs

Soort = Literal[
    "tekst", "keuze", "meerkeuze", "getal", "datum", "personen", "oordeel", "bedrag", "duur", "keren", "leeftijd"
]
Richting = Literal["", "verleden", "toekomst"]
HOOGSTE_LEEFTIJD = 120
_HOOGSTE = {"leeftijd": HOOGSTE_LEEFTIJD, "bedrag": 10_000_000}


class Bron(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact stands: short name of the document and the place in it."""

    document: str
    plaats: str


class Keuze(Struct, frozen=True, forbid_unknown_fields=True):
    """One offered answer. `reactie` is said when it is chosen; `woorden` are other ways to say it.

    Where the question has an `eenheid`, a length of time chooses it too: `hoogstens` so many, or `meer_dan`.
    """

    waarde: str
    label: str
    woorden: tuple[str, ...] = ()
    reactie: tuple[str, ...] = ()
    hoogstens: int | None = None
    meer_dan: int | None = None


class Vraag(Struct, frozen=True, forbid_unknown_fields=True):
    """One question.

    `vooraf` is said once, before the question. `waarom` answers "waarom vraagt u dit?". `hulp` explains
    after two answers that could not be read what kind of answer is meant. `min` and `max` bound a number: a
    getal, cents for a bedrag, years for a leeftijd, units for a duur. `eenheden` turns words after a
    getal into it (`een week` → 7 where a week counts 7). `vrij` lets a keuze take any other short text as its
    value. Where a meerkeuze asks `wat_lukt`, what does not is no answer; a getal that goes `omhoog` counts part of
    a unit as a whole one. A duur is counted in `eenheid`, keren `per` period (which a bedrag may have too), and
    a datum lies in its `richting`; where that is empty a day of the week is the last one. In YAML the `id` is the key.
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
    max: int | None = None
    eenheden: dict[str, int] = {}
    eenheid: Literal["", "minuten", "uren", "dagen", "weken", "maanden", "jaren"] = ""
    per: Literal["", "dag", "week", "maand", "jaar"] = ""
    richting: Richting = ""
    vrij: bool = False
    wat_lukt: bool = False
    omhoog: bool = False
    overslaan: bool = True
    leeg: str = ""

    def __post_init__(self) -> None:
        """A question that nobody could answer is an error in its file."""
        if self.soort == "duur" and not self.eenheid:
            raise ValueError("een vraag van de soort duur heeft een eenheid nodig, zoals weken")
        if self.soort == "keren" and not self.per:
            raise ValueError("een vraag van de soort keren heeft per nodig, zoals week")

    @property
    def hoogste(self) -> int:
        """The largest number that is an answer."""
        return _HOOGSTE.get(self.soort, 100) if self.max is None else self.max

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

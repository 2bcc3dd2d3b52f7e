"""The explanations: topics with their texts, sources and what makes sense next."""

from pathlib import Path

from msgspec import Struct

from bot.vragen import Bron
from bot.vragen.bestand import Bestandsfout, Verwijzingen, lees_bestand


class Onderwerp(Struct, frozen=True, forbid_unknown_fields=True):
    """One topic. `kort` is said first, `meer` on request; `vraag` is the text of a button that leads to it."""

    titel: str
    vraag: str
    kort: tuple[str, ...]
    meer: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    vervolg: tuple[str, ...] = ()


class _Bestand(Struct, frozen=True, forbid_unknown_fields=True):
    onderwerpen: dict[str, Onderwerp]


def laad_kennis(map: Path, verwijzingen: Verwijzingen) -> dict[str, Onderwerp]:
    """All topics of `data/kennis/*.yaml` by id, without those that only tell of what this municipality has not.

    Raises Bestandsfout, also when two files hold the same topic.
    """
    alle: dict[str, Onderwerp] = {}
    for pad in sorted(map.glob("*.yaml")):
        nieuw = lees_bestand(pad, _Bestand, verwijzingen).onderwerpen
        if dubbel := alle.keys() & nieuw.keys():
            raise Bestandsfout(f"{pad}: deze onderwerpen staan ook in een ander bestand: {', '.join(sorted(dubbel))}")
        alle |= nieuw
    return {id: onderwerp for id, onderwerp in alle.items() if onderwerp.kort}

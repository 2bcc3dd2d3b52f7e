"""From paragraphs to passages: short ones together, long ones cut at sentences, each with its place."""

import re
import unicodedata

from msgspec import Struct, structs

from bot.stukken.stuk import Passage

KORTST = 40
LANGST = 120
_KOP_BIJ = 20
_KOP_LENGTE = 80

_ZIN_EINDE = re.compile(r"(?<=[.?!;:])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9•])")
_LIGATUREN = re.compile("[\ufb00-\ufb06]")
_STREEPJES = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-"})
_LANG_WOORD = re.compile(r"\S{200}(?=\S)")
_OPSOMMING = re.compile("[\ue000-\uf8ff▪●○◦‣■□➢✓]")


class Alinea(Struct, frozen=True):
    """A paragraph as it was found: on a page of a PDF, or the so manieth of another document, under a heading.

    `begin` marks a heading that is part of the text: a passage begins there.
    """

    tekst: str
    bladzijde: int | None = None
    nummer: int | None = None
    kop: str = ""
    begin: bool = False

    @property
    def plaats(self) -> str:
        if self.bladzijde is not None:
            return f"bladzijde {self.bladzijde}"
        return f"alinea {self.nummer}" + (f", onder '{self.kop}'" if self.kop else "")


def schoon(tekst: str) -> str:
    """One line of plain text: no control signs, no soft hyphens, ligatures as letters, each white space one space."""
    tekst = unicodedata.normalize("NFC", tekst.encode("utf-8", "ignore").decode("utf-8"))
    tekst = _LIGATUREN.sub(lambda m: unicodedata.normalize("NFKC", m[0]), tekst).translate(_STREEPJES)
    tekst = _OPSOMMING.sub("•", tekst)
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in tekst).split())


def schone_kop(tekst: str) -> str:
    """A heading as it can stand in a place: plain, and not longer than a line."""
    kop = schoon(tekst).strip(" :•")
    return kop if len(kop) <= _KOP_LENGTE else kop[:_KOP_LENGTE].rsplit(" ", 1)[0] + " …"


def maak_passages(alineas: list[Alinea]) -> tuple[Passage, ...]:
    """About 40 to 120 words each. What stands under different headings is not joined."""
    passages: list[tuple[Alinea, str]] = []
    samen: list[Alinea] = []

    def sluit_af() -> None:
        if samen:
            eerste = next((a for a in samen if not a.begin), samen[0])
            _voeg_toe(passages, eerste, " ".join(a.tekst for a in samen))
            samen.clear()

    for alinea in map(_zonder_lange_woorden, alineas):
        al = sum(_woorden(a.tekst) for a in samen)
        nieuw = alinea.kop != samen[0].kop and not all(a.begin for a in samen) if samen else False
        te_lang = al + _woorden(alinea.tekst) > LANGST
        if nieuw or te_lang or al >= KORTST or (alinea.begin and al >= _KOP_BIJ):
            sluit_af()
        samen.append(alinea)
    sluit_af()
    return tuple(Passage(eerste.plaats, tekst) for eerste, tekst in passages)


def _zonder_lange_woorden(alinea: Alinea) -> Alinea:
    """What is no word but a wall of letters is cut too: a passage stays small, whatever is in the file."""
    return structs.replace(alinea, tekst=_LANG_WOORD.sub(r"\g<0> ", alinea.tekst))


def _voeg_toe(passages: list[tuple[Alinea, str]], eerste: Alinea, tekst: str) -> None:
    """What is left over and short goes with what stands before it under the same heading, where that fits."""
    if passages and not eerste.begin and _woorden(tekst) < KORTST:
        voor, tekst_voor = passages[-1]
        zelfde = (voor.kop, voor.bladzijde) == (eerste.kop, eerste.bladzijde)
        if zelfde and _woorden(tekst_voor) + _woorden(tekst) <= LANGST:
            passages[-1] = (voor, f"{tekst_voor} {tekst}")
            return
    passages.extend((eerste, deel) for deel in _in_delen(tekst))


def _in_delen(tekst: str) -> list[str]:
    if _woorden(tekst) <= LANGST:
        return [tekst]
    zinnen = [stuk for zin in _ZIN_EINDE.split(tekst) for stuk in _in_brokken(zin)]
    aantal = -(-_woorden(tekst) // LANGST)
    doel = _woorden(tekst) / aantal
    delen: list[list[str]] = [[]]
    lengte = 0
    for zin in zinnen:
        if delen[-1] and (lengte + _woorden(zin) > LANGST or lengte >= doel):
            delen.append([])
            lengte = 0
        delen[-1].append(zin)
        lengte += _woorden(zin)
    return [" ".join(deel) for deel in delen]


def _in_brokken(zin: str) -> list[str]:
    woorden = zin.split()
    return [" ".join(woorden[i : i + LANGST]) for i in range(0, len(woorden), LANGST)]


def _woorden(tekst: str) -> int:
    return tekst.count(" ") + 1 if tekst else 0

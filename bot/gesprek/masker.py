"""Takes out of a sentence what could tell whose it is, before it is kept to learn from.

It masks too much rather than too little: a word with a capital that the training sentences do not know is a name,
also at the beginning of a sentence.
"""

import re
from collections import Counter
from functools import partial
from pathlib import Path

from msgspec import Struct

from bot.gesprek.invoer import MASKER
from bot.vragen.bestand import lees_bestand
from bot.vragen.datums import MAANDEN
from bot.vragen.woorden import LIDWOORD, getal_van, normaal, plat

LANGSTE_ZIN = 200
BEKEND_VANAF = 2
REEKS = 4
NAAM, NUMMER, DATUM, ADRES, MAIL = "[naam]", "[nummer]", "[datum]", "[adres]", "[e-mail]"
_MAAND = rf"(?:{'|'.join(MAANDEN)}|jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)"
_PATRONEN = [
    (MAIL, re.compile(r"\S*\w\s*(?:@|\[at\]|\(at\))\s*\w\S*", re.I)),
    (MAIL, re.compile(r"\S+\s+ape(?:n?staartje|staart)\s+\S+(?:\s+(?:punt\s+)?(?:nl|com|net|org|be)\b)?", re.I)),
    (MAIL, re.compile(r"(?:https?://|www\.)\S+", re.I)),
    (NUMMER, re.compile(r"\b[a-z]{2}\d{2}[ ]?[a-z]{4}(?:[ ]?\d){6,10}\b", re.I)),
    (DATUM, re.compile(rf"\b\d{{1,2}}(?:e|ste|de)?[ -]*(?:van )?{_MAAND}\b\.?(?:[ -]*'?\d{{2,4}}\b)?", re.I)),
    (DATUM, re.compile(rf"\b\w{{2,}}(?:de|ste)? {_MAAND}\b(?:[ -]*'?\d{{2,4}}\b)?", re.I)),
    (DATUM, re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")),
    (DATUM, re.compile(r"\b(?!24/7)(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])\b(?![-/]\d)")),
    (DATUM, re.compile(r"(?<!\w)'\d{2}\b")),
    (ADRES, re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")),
    (ADRES, re.compile(r"\b[1-9]\d{3}[a-z]{2}\b", re.I)),
    (ADRES, re.compile(r"\b[1-9]\d{3} (?!is|de|en|op|in|of|er|ik|je|al|nu|om|te|we|zo|ze|km)[a-z]{2}\b", re.I)),
    (NUMMER, re.compile(r"\b(?:huisnummer|nummer|nr\.?|kamer|toestel)\s*\d+\s?[a-z]?\b", re.I)),
    (NUMMER, re.compile(r"\b(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9]{1,3}-[a-z0-9]{2,3}-[a-z0-9]{1,3}\b", re.I)),
    (NUMMER, re.compile(r"\+?\(?\d(?:[\s().,/+-]{0,3}\d){3,}")),
    (NUMMER, re.compile(r"\b(?=\w*[a-z])(?=(?:\w*\d){3})\w+\b", re.I)),
]  # fmt: skip
_WOORD = re.compile(r"\[[a-z-]+\]|[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Maskerlijst(Struct, frozen=True, forbid_unknown_fields=True):
    """`data/masker.yaml`: words in one string, with spaces between."""

    namen: str
    voor_een_naam: str
    familie: str
    tussenvoegsels: str
    straten: str
    straten_met_nummer: str


def bekende_woorden(wortel: Path) -> frozenset[str]:
    """The ordinary words: those that the training sentences have more than once in small letters."""
    tel: Counter[str] = Counter()
    for pad in sorted((wortel / "data" / "nlu").glob("*.yml")):
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if (zin := regel.strip()).startswith("- ") and not zin.startswith("- intent:"):
                tel.update(plat(w) for w in _WOORD.findall(zin) if w == w.lower() or w.isupper())
    return frozenset(woord for woord, keer in tel.items() if keer >= BEKEND_VANAF)


class Masker:
    """Masks sentences. `bekend` are ordinary words without capitals and diacritics."""

    def __init__(self, lijst: Maskerlijst, bekend: frozenset[str]) -> None:
        self._namen = frozenset(lijst.namen.split())
        self._bekend = bekend - self._namen
        self._voor, self._familie = frozenset(lijst.voor_een_naam.split()), frozenset(lijst.familie.split())
        self._tussen = frozenset(lijst.tussenvoegsels.split())
        eind, met_nummer = (s.replace(" ", "|") for s in (lijst.straten, lijst.straten_met_nummer))
        # A name before the street belongs to it: "Jan van Galenstraat 12".
        naam = r"(?:(?:[A-Z][\w.'-]*|van|de|der|den|het|ten|ter) )*"
        self._adressen = [
            re.compile(rf"{naam}\b\w*(?i:{eind}|{met_nummer})(?:,? ?(?i:nr|nummer)?\.? ?)\d+ ?(?:[a-zA-Z]\b)?"),
            re.compile(rf"{naam}\b(?!(?i:{eind})\b)\w+(?i:{eind})\b"),
        ]

    @classmethod
    def uit(cls, wortel: Path) -> "Masker":
        """With the lists of the checkout. Raises Bestandsfout."""
        return cls(lees_bestand(wortel / "data" / "masker.yaml", Maskerlijst), bekende_woorden(wortel))

    def masker(self, tekst: str) -> str | None:
        """The sentence in small letters without what could tell whose it is; None when it must not be kept.

        Long texts are stories, and what is nothing but personal data teaches nothing.
        """
        if len(tekst) > LANGSTE_ZIN:
            return None
        zin = " ".join(tekst.replace(MASKER, NUMMER).split())
        for adres in self._adressen:
            zin = adres.sub(lambda m: m[0] if plat(m[0]) in self._bekend else ADRES, zin)
        for label, patroon in _PATRONEN:
            zin = patroon.sub(partial(self._datum_of_niet, label), zin)
        zin = self._zonder_namen(self._zonder_telwoorden(zin)).lower()
        over = re.sub(r"\[[a-z-]+\]", " ", zin)
        return zin if normaal(over) else None

    @staticmethod
    def _datum_of_niet(label: str, gevonden: re.Match[str]) -> str:
        """Before a month only a number in words makes a date: "drie maart", but not "in maart"."""
        eerste = (normaal(gevonden[0]).split() or [""])[0]
        if label == DATUM and eerste.isalpha() and not _is_telwoord(eerste):
            return gevonden[0]
        return label

    @staticmethod
    def _zonder_telwoorden(zin: str) -> str:
        """Four numbers in words in a row are a telephone number."""
        delen: list[str] = []
        reeks: list[str] = []
        for woord in [*zin.split(" "), ""]:
            if _is_telwoord(normaal(woord)) or (reeks and normaal(woord) == LIDWOORD):
                reeks.append(woord)
                continue
            delen += [*([NUMMER] if len(reeks) >= REEKS else reeks), woord]
            reeks = []
        return " ".join(delen).strip()

    def _zonder_namen(self, zin: str) -> str:
        """What follows a name is a name too: "piet hoekema", "Jan de Boer", "mevrouw van der molen"."""
        weg: list[re.Match[str]] = []
        tussen: list[re.Match[str]] = []
        vorige, na_naam = "", False
        for m in _WOORD.finditer(zin):
            kaal = plat(m[0])
            if kaal in self._tussen and (na_naam or vorige in self._voor):
                tussen.append(m)
                continue
            if tussen or self._is_naam(m[0], vorige, na_naam):
                weg += [*tussen, m]
                na_naam = True
            else:
                na_naam = False
            tussen, vorige = [], kaal
        delen, tot = [], 0
        for m in weg:
            delen += [zin[tot : m.start()], NAAM]
            tot = m.end()
        return re.sub(r"\[naam\](?:[ -]\[naam\])+", NAAM, "".join([*delen, zin[tot:]]))

    def _is_naam(self, woord: str, vorige: str, na_naam: bool) -> bool:
        if woord.startswith("["):
            return False
        kaal = plat(re.sub(r"['’]s$", "", woord))
        onbekend = self._onbekend(woord)
        if set(re.split(r"['’-]", kaal)) & self._namen or (onbekend and kaal.removesuffix("s") in self._namen):
            return True
        titel = woord[0].isupper() and not woord.isupper()
        if titel and (na_naam or vorige in self._familie | self._voor):
            return True
        return onbekend and (woord[0].isupper() or na_naam or vorige in self._voor)

    def _onbekend(self, woord: str) -> bool:
        return not woord.startswith("[") and plat(woord) not in self._bekend and len(woord) > 1


def _is_telwoord(woord: str) -> bool:
    """A number in words, "derde" and "twintigste" too; "een" is mostly no number."""
    kaal = woord.removesuffix("ste").removesuffix("de")
    if woord in ("eerste", "derde"):
        return True
    return kaal not in ("", LIDWOORD) and not kaal.isdigit() and getal_van(kaal) is not None

"""Finds a second fact in an answer: `gemeld op 3 maart en aangevraagd op 8 maart` answers two questions.

The sentence is cut in two where it has a comma, `en` or `met`, or where a choice was named. Each part must answer
its own question and no other cut may give something else; else there is one answer, or none.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from bot.vragen.leesfout import Leesfout
from bot.vragen.lezers import lees
from bot.vragen.model import Vraag
from bot.vragen.personen import WIE
from bot.vragen.verloop import Dialoog, Stand, bewaar, huidige
from bot.vragen.woorden import getal_van, normaal

LANGST = 30
KORTSTE_STAM = 4
EERSTE_SOORTEN = frozenset({"keuze", "getal", "datum", "keren", "leeftijd", "bedrag", "duur"})
LATERE_SOORTEN = EERSTE_SOORTEN - {"keuze"} | {"personen"}
_SNEDE = re.compile(r"\s*[,;]\s*(?:en |waarvan |met |dat is |namelijk )*|\s+(?:en|met|waarvan)\s+|\.\s+")
_VOORAF = re.compile(r"^(?:op|en|met|dat is|het is) ")
_GE = re.compile(r"^(aan|op|uit|ver|af|in)?ge(?=\w{4})")
_UITGANG = re.compile(r"(?:en|de|te|d|t|ing)$")


class Feit(Struct, frozen=True):
    """A question with the part of the sentence that answers it, and the value."""

    vraag: Vraag
    deel: str
    waarde: Any


def feiten_in(dialoog: Dialoog, stand: Stand, tekst: str, vandaag: date) -> tuple[Feit, ...]:
    """The open question and the later ones that the sentence answers, in order; empty where it is one fact or none."""
    vraag = huidige(dialoog, stand)
    if vraag is None or stand.bezig or vraag.soort not in EERSTE_SOORTEN or len(normaal(tekst).split()) > LANGST:
        return ()
    gevonden = _zoek(dialoog, stand, vraag, tekst, vandaag)
    uniek = {tuple((f.vraag.id, str(f.waarde)) for f in feiten): feiten for feiten in gevonden}
    meeste = max((len(f) for f in uniek.values()), default=0)
    beste = [f for f in uniek.values() if len(f) == meeste]
    return beste[0] if len(beste) == 1 else ()


def _zoek(dialoog: Dialoog, stand: Stand, vraag: Vraag, tekst: str, vandaag: date) -> list[tuple[Feit, ...]]:
    gevonden: list[tuple[Feit, ...]] = []
    for deel, rest, omgekeerd in _sneden(vraag, tekst):
        waarde = _gelezen(vraag, deel, vandaag)
        if waarde is None:
            continue
        if omgekeerd and not _zeker(Feit(vraag, deel, waarde), dialoog.route(stand.antwoorden)):
            continue
        straks = copy.deepcopy(stand)
        bewaar(dialoog, straks, vraag, waarde)
        if vraag.id not in straks.antwoorden:
            continue
        route = dialoog.route(straks.antwoorden)
        later_gevraagd = [v for v in route if v.id not in straks.antwoorden and v.soort in LATERE_SOORTEN]
        # What is said beside a choice is about that choice.
        for later in later_gevraagd[:1] if vraag.soort == "keuze" and not vraag.vrij else later_gevraagd:
            eerste = Feit(vraag, deel, waarde)
            gevonden += [(eerste, *verder) for verder in _zoek(dialoog, straks, later, rest, vandaag)
                         if all(_zeker(f, route) for f in verder)]  # fmt: skip
            ander = _gelezen(later, rest, vandaag)
            feit = Feit(later, rest, ander)
            if ander is not None and _zeker(feit, route):
                gevonden.append((eerste, feit))
    return gevonden


def _sneden(vraag: Vraag, tekst: str) -> Iterator[tuple[str, str, bool]]:
    """The two parts for each place where the sentence can be cut, and whether the last part comes first."""
    for m in _SNEDE.finditer(tekst):
        yield tekst[: m.start()], tekst[m.end() :], False
        if vraag.soort == "getal":
            yield tekst[m.end() :], tekst[: m.start()], True
    if vraag.soort == "keuze":
        gezegd = normaal(tekst)
        for keuze in vraag.keuzes:
            for woord in map(normaal, (keuze.label, *keuze.woorden)):
                if keuze.waarde not in ("ja", "nee", "weet_niet") and f" {woord} " in f" {gezegd} ":
                    yield woord, _VOORAF.sub("", gezegd.replace(woord, " ", 1).strip()), False


def _gelezen(vraag: Vraag, deel: str, vandaag: date) -> Any:
    if not normaal(deel):
        return None
    try:
        return lees(vraag, deel, vandaag)
    except (Leesfout, ValueError):
        return None


def _zeker(feit: Feit, route: Sequence[Vraag]) -> bool:
    """Whether the part says itself which question it answers: by people with ages, or by a word of that question."""
    if feit.vraag.soort == "personen":
        return bool(WIE.search(normaal(feit.deel)) or "kind" in feit.deel)
    eigen = _stammen(f"{feit.vraag.tekst} {feit.vraag.naam}")
    elders = set().union(*(_stammen(f"{v.tekst} {v.naam}") for v in route if v.id != feit.vraag.id))
    gezegd = _stammen(feit.deel)
    if feit.vraag.eenheden.keys() & set(normaal(feit.deel).split()):
        return True
    los = all(getal_van(w) is not None for w in normaal(feit.deel).split())
    return bool(gezegd & (eigen - elders)) or (feit.vraag.soort == "keren" and not los)


def _stammen(tekst: str) -> set[str]:
    """`aangevraagd` and `aanvraag` both give `aanvraag`; `gemeld` and `melding` both give `meld`."""
    gevonden = set()
    for woord in normaal(tekst).split():
        kaal = _UITGANG.sub("", _GE.sub(lambda m: m[1] or "", woord))
        gevonden |= {w for w in (woord, kaal) if len(w) >= KORTSTE_STAM}
    return gevonden

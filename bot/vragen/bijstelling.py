"""Finds what somebody corrects in their own words: `dat klopt niet, mijn zoon is 17`, `ik bedoelde 3 maart`.

A correction changes one earlier answer: the one whose reader takes the words and gives another value. Where
several do, or none, nothing is changed. Nothing is guessed.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from msgspec import Struct

from bot.vragen.leesfout import Leesfout
from bot.vragen.lezers import SLUIT_UIT, lees
from bot.vragen.model import Vraag
from bot.vragen.personen import WIE, lees_personen
from bot.vragen.tonen import toon
from bot.vragen.verloop import BEVESTIGING, Dialoog, Stand, huidige
from bot.vragen.woorden import getal_van, normaal

LANGST = 18
_AANLOOP = re.compile(r"^(?:(?:oh?|nou|ho|oeps|sorry|pardon|wacht(?: even)?|nee|neen|maar)\b[\s,.!:;]*)+")
_KLOPT_NIET = re.compile(
    r"^(?:(?:dat|dit|het|er) (?:klopte?|was|is) (?:toch |helemaal |iets )?(?:niet(?: goed| juist| waar)?|fout|verkeerd)"
    r"|klopte? niet|(?:een )?foutje|fout|verkeerd|correctie|vergissing|"
    r"ik (?:heb me |vergiste me|heb mij )(?:vergist|verkeken|verteld|vertypt)?)\b[\s,.!:;]*"
)
_KLOPT_NIET_ACHTERAAN = re.compile(
    r"[\s,.;:]*\b(?:(?:sorry|want|maar)\b,? )?"
    r"(?:(?:dat|dit|het) (?:klopte? (?:toch |helemaal )?niet|was (?:fout|verkeerd))"
    r"|(?<=[,.;:] )(?:klopte? niet|(?:een )?foutje|vergissing))$"
)
_ZEI_MAAR = re.compile(
    r"^(?:ik|wij|we) (?:(?:zei|typte|schreef|noemde) (?P<a>.+?)"
    r"|(?:had|heb) (?P<b>.+?) (?:gezegd|getypt|geschreven|genoemd)),? maar (?P<nieuw>.+)$"
)
_BEDOEL = re.compile(r"^(?:ik|wij|we) (?:bedoel(?:de|den|en)?|wilde zeggen|wou zeggen)\b[\s,.:;]*(?:eigenlijk\b)?")
_NIET_MAAR = re.compile(r"^(?P<voor>.*?)\b(?:niet|geen) (?P<oud>[^,;]+?),? maar (?P<nieuw>.+)$")
_NIET_ACHTERAAN = re.compile(r"^(?P<nieuw>.+?),? (?:en )?(?:niet|geen) (?P<oud>[^,;]+)$")
_MOET_ZIJN = re.compile(r"^(?:dat |het |(?P<oud>.+?) )?(?:moet|moest|moesten|moeten) (?P<nieuw>.+?) (?:zijn|wezen)$")
_MAAK_ERVAN = re.compile(r"^(?:maak (?:er|daar)|verander (?:het|dat|dit) (?:in|naar)) (?P<nieuw>.+?)(?: van)?$")
_NEE_HET_IS = re.compile(r"^(?:nee|neen)\b[\s,.!:;]*(?P<nieuw>.*\b(?:is|zijn|was|waren)\b.*)$")
_MAAR_DOET = re.compile(
    r"^maar (?P<nieuw>.*\b(?:doe|doet|doen|kan|kunnen|is|zijn|was|lukt|lukken|kookt|wast|strijkt|poetst|helpt)\b.*)$"
)
_EIGENLIJK = re.compile(r"\b(?:eigenlijk|bij nader inzien|ik vergat|vergeten)\b[\s,]*(?:nog )?(?:te zeggen)?[\s,]*")
_DOET_IEMAND = re.compile(r"\b(?:doe|doet|doen) (?:ik|wij|we|hij|zij|(?:mijn|onze|m'n|de) \w+)\b")
ONTKEND = frozenset("niet geen nooit niemand zonder behalve".split())
_EENHEDEN = frozenset(
    "dag dagen week weken maand maanden jaar jaren km kilometer kilometers euro keer uur uren minuten mensen personen "
    "kinderen".split()
)
KORTSTE_WOORD, LANG_WOORD = 3, 5


class Kracht(IntEnum):
    """How surely somebody corrects: in so many words, by the turn of phrase, or perhaps."""

    MISSCHIEN = 1
    WENDING = 2
    GEZEGD = 3


class Correctie(Struct, frozen=True):
    """The new fact in words, the old one where it was named.

    `laatste` says that it is about what was said last, `alleen_maat` that only a number, a day or an age is meant.
    """

    nieuw: str
    oud: str = ""
    kracht: Kracht = Kracht.GEZEGD
    laatste: bool = False
    alleen_maat: bool = False


class Bijstelling(Struct, frozen=True):
    """An earlier question with the value that takes the place of its answer."""

    vraag: Vraag
    waarde: Any


def correctie_in(tekst: str) -> Correctie | None:
    """What the text corrects, or None where it corrects nothing; `nieuw` is empty when it only says that it is wrong.

    A question is no correction, and neither is a long story.
    """
    kaal = re.sub(r"\s+", " ", tekst.strip().lower()).rstrip(" .!")
    if not kaal or kaal.endswith("?") or len(normaal(kaal).split()) > LANGST:
        return None
    nee = _NEE_HET_IS.match(kaal)
    maar = _MAAR_DOET.match(kaal)
    rest = _AANLOOP.sub("", kaal)
    zeker = laatste = False
    if m := _KLOPT_NIET.match(rest):
        zeker, rest = True, _AANLOOP.sub("", rest[m.end() :])
    elif m := _KLOPT_NIET_ACHTERAAN.search(rest):
        zeker, rest = True, rest[: m.start()]
    if m := _BEDOEL.match(rest):
        zeker, laatste, rest = True, True, rest[m.end() :].strip()
    if (m := _ZEI_MAAR.match(rest)) and _heeft_getal(gezegd := m["a"] or m["b"]):
        moet = _MOET_ZIJN.match(m["nieuw"])
        return Correctie(moet["nieuw"] if moet else m["nieuw"], gezegd, laatste=laatste)
    for patroon in (_MOET_ZIJN, _NIET_MAAR, _NIET_ACHTERAAN, _MAAK_ERVAN):
        if not (m := patroon.match(rest)):
            continue
        oud, nieuw = (m.groupdict().get("oud") or "").strip(), m["nieuw"]
        zonder_getal = not _heeft_getal(nieuw) or (patroon is _NIET_ACHTERAAN and not _heeft_getal(oud))
        if patroon in (_MOET_ZIJN, _NIET_ACHTERAAN) and not zeker and zonder_getal:
            continue
        nieuw = f"{m.groupdict().get('voor') or ''}{nieuw}".strip()
        return Correctie(nieuw, oud, Kracht.GEZEGD if zeker else Kracht.WENDING, laatste)
    if zeker:
        return Correctie(rest.strip(), laatste=laatste)
    if nee:
        return Correctie(nee["nieuw"], kracht=Kracht.WENDING, alleen_maat=True)
    if _EIGENLIJK.search(rest):
        return Correctie(_EIGENLIJK.sub("", rest).strip(), kracht=Kracht.MISSCHIEN)
    if maar or _DOET_IEMAND.search(rest):
        return Correctie(maar["nieuw"] if maar else rest, kracht=Kracht.MISSCHIEN)
    return None


def _heeft_getal(tekst: str) -> bool:
    return any(w != "een" and getal_van(w) is not None for w in normaal(tekst).split())


def bijstellingen(dialoog: Dialoog, stand: Stand, correctie: Correctie, vandaag: date) -> list[Bijstelling]:
    """The earlier answers that the correction would change: one where it is clear, several where it is not."""
    if not normaal(correctie.nieuw):
        return []
    open_vraag = huidige(dialoog, stand)
    eerder = [
        v
        for v in dialoog.route(stand.antwoorden)
        if stand.antwoorden.get(v.id) is not None and (open_vraag is None or v.id != open_vraag.id)
    ]
    herken: Callable[..., Any] | None = getattr(dialoog, "herken", None)
    gevonden = []
    for vraag in eerder:
        oud = stand.antwoorden[vraag.id]
        try:
            waarde = herken(vraag, correctie.nieuw, stand.antwoorden) if herken else None
            waarde = waarde if waarde is not None else _nieuwe_waarde(vraag, oud, correctie, vandaag)
        except Leesfout:
            continue
        if waarde is not None and waarde != oud:
            gevonden.append(Bijstelling(vraag, waarde))
    if correctie.laatste and (laatst := [b for b in gevonden if eerder and b.vraag.id == eerder[-1].id]):
        return laatst
    return _genoemd(gevonden, correctie.nieuw) if len(gevonden) > 1 else gevonden


def _genoemd(gevonden: list[Bijstelling], tekst: str) -> list[Bijstelling]:
    """The ones whose question is named in the text, where there are any."""
    gezegd = {w for w in normaal(tekst).split() if getal_van(w) is None}
    telt = [len(gezegd & _kenwoorden(b.vraag)) for b in gevonden]
    hoogst = max(telt)
    return [b for b, n in zip(gevonden, telt, strict=True) if n == hoogst] if hoogst else gevonden


def _kenwoorden(vraag: Vraag) -> set[str]:
    """The words by which a question is named: those of its short name, and the long ones of its text."""
    kort = {w for w in normaal(vraag.naam).split() if len(w) >= KORTSTE_WOORD}
    return kort | {w for w in normaal(vraag.tekst).split() if len(w) >= LANG_WOORD}


def _nieuwe_waarde(vraag: Vraag, oud: Any, correctie: Correctie, vandaag: date) -> Any:
    """The value that the correction gives this question, or None. Raises Leesfout."""
    tekst = correctie.nieuw
    if vraag.id.startswith(BEVESTIGING) or vraag.soort == "tekst":
        return None
    if correctie.alleen_maat and vraag.soort in ("keuze", "meerkeuze", "oordeel"):
        return None
    if vraag.soort == "personen":
        return _andere_leeftijd(oud, correctie)
    if correctie.oud and vraag.soort != "meerkeuze" and not _was(vraag, oud, correctie.oud, vandaag):
        return None
    if vraag.soort in ("keuze", "meerkeuze", "oordeel"):
        return _andere_keuze(vraag, oud, correctie, vandaag)
    if vraag.soort in ("getal", "keren") and _andere_eenheid(vraag, tekst):
        return None
    if vraag.soort in ("leeftijd", "bedrag", "duur", "keren"):
        tekst = re.sub(r"^(?:het|dat|er|ze|hij|zij)? ?(?:is|zijn|was|waren|wordt|worden) ", "", tekst)
    return lees(vraag, tekst, vandaag)


def _was(vraag: Vraag, oud: Any, genoemd: str, vandaag: date) -> bool:
    """Whether the old value that was named is the answer that stands."""
    try:
        gelezen = lees(vraag, genoemd, vandaag)
    except Leesfout:
        return False
    return bool(gelezen == oud)


def _andere_eenheid(vraag: Vraag, tekst: str) -> bool:
    """`5 dagen` is no answer to how many people there are."""
    genoemd = _EENHEDEN & set(normaal(tekst).split())
    if vraag.soort == "keren":
        genoemd -= {"keer"}
    vraagt = {*normaal(f"{vraag.tekst} {vraag.naam}").split(), *vraag.eenheden, vraag.per}
    return bool(genoemd) and not genoemd & vraagt


def _andere_keuze(vraag: Vraag, oud: Any, correctie: Correctie, vandaag: date) -> Any:
    woorden = normaal(correctie.nieuw).split()
    if all(getal_van(w) is not None for w in woorden) or ONTKEND & set(woorden):
        return None
    if vraag.soort == "oordeel":
        kort = len(woorden) == 1 and correctie.laatste
        return lees(vraag, correctie.nieuw, vandaag) if kort else None
    if vraag.soort == "keuze":
        if _is_ja_nee(vraag) and not correctie.laatste:
            return None
        if vraag.vrij and not ("voor" in woorden or WIE.search(" ".join(woorden))):
            return None
        return lees(vraag, correctie.nieuw, vandaag)
    erbij = [w for w in lees(vraag, correctie.nieuw, vandaag) or [] if w not in SLUIT_UIT]
    eraf = (lees(vraag, correctie.oud, vandaag) or []) if correctie.oud else []
    if not erbij or not set(eraf) <= set(oud) or (correctie.oud and not eraf):
        return None
    return [w for w in oud if w not in SLUIT_UIT and w not in eraf] + [w for w in erbij if w not in oud]


def _is_ja_nee(vraag: Vraag) -> bool:
    """Whether yes and no are the answers: a correction in own words cannot choose between them."""
    return any(k.waarde == "ja" and normaal(k.label).startswith("ja") for k in vraag.keuzes)


def _andere_leeftijd(oud: Sequence[dict[str, Any]], correctie: Correctie) -> list[dict[str, Any]] | None:
    """The same people with another age for the ones who are named; None where it is not clear who is meant."""
    genoemd = lees_personen(correctie.nieuw)
    wie_genoemd = WIE.search(normaal(correctie.nieuw))
    if not genoemd:
        return None
    was = [getal_van(w) for w in normaal(correctie.oud).split()]
    nieuw = [dict(p) for p in oud]
    for persoon in genoemd:
        zelfde = [
            i
            for i, p in enumerate(oud)
            if (p["wie"] == persoon["wie"] or not wie_genoemd) and (not was or p["leeftijd"] in was)
        ]
        if len(zelfde) != 1 or (not wie_genoemd and len(genoemd) > 1):
            return None
        nieuw[zelfde[0]]["leeftijd"] = persoon["leeftijd"]
    return nieuw


def in_woorden(vraag: Vraag, waarde: Any) -> str:
    """An answer as a person would say it, a list with commas."""
    if isinstance(waarde, dict):
        return toon(vraag, waarde.get("oordeel"))
    if not isinstance(waarde, list):
        return toon(vraag, waarde)
    return ", ".join(f"{w['wie']} ({w['leeftijd']} jaar)" if isinstance(w, dict) else toon(vraag, w) for w in waarde)

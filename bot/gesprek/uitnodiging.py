"""The consulent's invitation: what may be in it, its code of words, and the conversation that begins with it."""

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
import uuid
from datetime import date, timedelta
from functools import cache, partial

from msgspec import Struct
from sqlalchemy.exc import IntegrityError

from bot.gesprek.bericht import opdracht
from bot.gesprek.diensten import Diensten
from bot.gesprek.host import Gesprekshost, Onbeschikbaar
from bot.gesprek.instellingen import WORTEL
from bot.gesprek.invoer import is_bsn, schoon
from bot.opslag import Bericht, Sleutels, Uitnodiging, Uitnodigingen
from bot.vragen import Stand, huidige
from bot.vragen.bestand import lees_bestand
from bot.vragen.datums import MAANDEN
from bot.vragen.woorden import plat

DAGEN_GELDIG, MEESTE_DAGEN = 14, 92
LANGSTE_KENMERK = 40
WOORDEN_IN_CODE = 4
KORTSTE_ZAAD = 32
PLAN = "persoonlijk_plan"
_WOORD = "zaak|melding|dossier|wmo|team|nummer|nr"
_NUMMER = re.compile(rf"(?:(?:{_WOORD})[ ./-]*)*(?:[a-z]{{1,2}}[ ./-]?)?\d[\d ./-]*", re.IGNORECASE)
_DAG = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:\d{{4}}|\d{{2}})|(?:19|20)\d\d[-/. ]\d{{1,2}}[-/. ]\d{{1,2}}|"
    rf"[0-3]\d[01]\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d)(?!\d)|"
    rf"\b\d{{1,2}}[ -]?(?:{'|'.join(MAANDEN)}|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b",
    re.IGNORECASE,
)
_TELEFOON = re.compile(r"(?<!\d)(?:\+31|0031|0)[\s.-]?[1-9](?:[\s.-]?\d){8}(?!\d)")
_NEGEN = re.compile(r"(?<!\d)(?=((?:\d[\s./\-]{0,3}){8}\d)(?!\d))")


class Kenmerkfout(ValueError):
    """A reference that could tell whose it is; the message is the key of the text that says so."""


class _Woorden(Struct, frozen=True, forbid_unknown_fields=True):
    woorden: str


@cache
def teksten() -> dict[str, dict[str, str]]:
    """`data/dialogen/consulent.yaml`: every text of the pages, by page. Raises Bestandsfout."""
    return lees_bestand(WORTEL / "data" / "dialogen" / "consulent.yaml", dict[str, dict[str, str]])


@cache
def codewoorden() -> tuple[str, ...]:
    """The words that codes are made of: `data/codewoorden.yaml`."""
    return tuple(lees_bestand(WORTEL / "data" / "codewoorden.yaml", _Woorden).woorden.split())


def nieuw_zaad() -> str:
    """256 bits for a form that makes a link: the same form sent twice makes the same link."""
    return secrets.token_urlsafe(32)


def sleutels_van(zaad: str, waarvoor: str = "") -> Sleutels:
    """An id, a link of 256 bits and a code of four words (some 44 bits): the same for the same zaad and purpose."""
    if len(zaad) < KORTSTE_ZAAD:
        zaad = nieuw_zaad()

    def bron(doel: str) -> bytes:
        return hmac.new(zaad.encode(errors="replace"), f"{doel}\0{waarvoor}".encode(), hashlib.sha256).digest()

    woorden, getal = [], int.from_bytes(bron("woorden"), "big")
    for _ in range(WOORDEN_IN_CODE):
        getal, welk = divmod(getal, len(codewoorden()))
        woorden.append(codewoorden()[welk])
    token = base64.urlsafe_b64encode(bron("link")).decode().rstrip("=")
    return Sleutels(str(uuid.UUID(bytes=bron("id")[:16])), token, " ".join(woorden))


def lees_code(getypt: str) -> str:
    """A code as it was made, whatever capitals, commas or hyphens were typed."""
    return " ".join(re.findall(r"[a-z]+", plat(getypt[:200])))


def lees_kenmerk(getypt: str) -> str:
    """A reference of the consulent's own: a number, with a word such as "zaak" or letters before it.

    Raises Kenmerkfout for what could be of a person.
    """
    kenmerk = " ".join(unicodedata.normalize("NFKC", schoon(getypt)).split())
    cijfers = re.sub(r"\D", "", kenmerk)
    if len(kenmerk) > LANGSTE_KENMERK:
        raise Kenmerkfout("kenmerk_lang")
    if is_bsn(cijfers.zfill(9) if len(cijfers) == 8 else cijfers) or any(
        is_bsn(re.sub(r"\D", "", m[1])) for m in _NEGEN.finditer(kenmerk)
    ):
        raise Kenmerkfout("kenmerk_bsn")
    if "@" in kenmerk:
        raise Kenmerkfout("kenmerk_mail")
    if _TELEFOON.search(kenmerk) or re.fullmatch(r"(?:0|31|0031)[1-9]\d{8}", cijfers):
        raise Kenmerkfout("kenmerk_telefoon")
    if _DAG.search(kenmerk):
        raise Kenmerkfout("kenmerk_datum")
    if kenmerk and not _NUMMER.fullmatch(kenmerk):
        raise Kenmerkfout("kenmerk_vorm")
    return kenmerk


def standaard_tot(vandaag: date) -> date:
    """Until when an invitation works where the consulent chooses nothing."""
    return vandaag + timedelta(days=DAGEN_GELDIG)


def mag_tot(dag: date, vandaag: date) -> bool:
    """Whether an invitation may work until this day."""
    return vandaag <= dag <= vandaag + timedelta(days=MEESTE_DAGEN)


def keuzes(diensten: Diensten) -> dict[str, str]:
    """The dialogues that an invitation can begin with, by name with what people know them by."""
    namen = [PLAN, *diensten.rekendialogen]
    return {naam: diensten.algemeen.labels[f"start_{naam}"] for naam in namen}


def op_tijd(diensten: Diensten, melding: date | None) -> str:
    """Until which day the plan is in time, in a sentence; empty where no melding is known or no rule holds."""
    if melding is None:
        return ""
    stand = Stand(antwoorden={"melding": melding.isoformat()})
    vraag = next(v for v in diensten.plan.route({}) if v.id == "melding")
    return " ".join(diensten.plan.na_antwoord(stand, vraag))


async def begin(host: Gesprekshost, opslag: Uitnodigingen, uitnodiging: Uitnodiging, token: str) -> bool:
    """The conversation of an invitation at its dialogue, with this session; False when somebody else was first.

    The same token again finds the conversation that it began. What cannot be answered now is answered later: the
    conversation is there, with the choice to begin.
    """
    diensten, t = host.diensten, teksten()["begin"]
    keuze = secrets.token_urlsafe(9)
    knop = {
        "id": keuze,
        "label": keuzes(diensten)[uitnodiging.dialoog],
        "opdracht": opdracht(f"start_{uitnodiging.dialoog}"),
    }
    groet = [
        t["groet"].format(gemeente=diensten.contact.gemeente.naam),
        op_tijd(diensten, uitnodiging.melding),
        t["van_u"],
    ]
    *eerst, laatst = [zin for zin in groet if zin]
    berichten = [*(Bericht("bot", zin) for zin in eerst), Bericht("bot", laatst, keuzes=[knop])]
    gesprekken = diensten.gesprekken
    begin = partial(gesprekken.begin, "inwoner", diensten.gemeente.naam, berichten, token=token)
    try:
        id, _ = await asyncio.to_thread(begin)
    except IntegrityError:
        eerder = await host.zoek(token)
        return bool(eerder) and await asyncio.to_thread(opslag.koppel, uitnodiging.id, eerder, diensten.vandaag())
    if not await asyncio.to_thread(opslag.koppel, uitnodiging.id, id, diensten.vandaag()):
        await asyncio.to_thread(gesprekken.wis, id, "systeem")
        return False
    try:
        await host.beurt(id, keuze=keuze)
    except Onbeschikbaar:
        return True
    await asyncio.to_thread(vul_melding_in, diensten, id, uitnodiging)
    return True


def vul_melding_in(diensten: Diensten, id: str, uitnodiging: Uitnodiging) -> None:
    """The day of the melding is known: a plan that has begun does not ask it, unless it is asking just now."""
    gesprek = diensten.gesprekken.laad(id)
    if uitnodiging.melding is None or gesprek is None or PLAN not in gesprek.standen:
        return
    stand = gesprek.standen[PLAN]
    open_vraag = huidige(diensten.plan, stand)
    if "melding" not in stand.antwoorden and (open_vraag is None or open_vraag.id != "melding"):
        stand.antwoorden["melding"] = uitnodiging.melding.isoformat()
        diensten.gesprekken.bewaar_standen(gesprek, [PLAN])

"""Reads an uploaded document in a process of its own, so that a bad one costs nobody anything."""

import os
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from signal import SIGABRT, SIGKILL, SIGXCPU
from threading import BoundedSemaphore

import msgspec

from bot.stukken import grenzen
from bot.stukken.stuk import Code, Gelezen, Geweigerd, Stuk
from bot.stukken.teksten import laad_teksten

_WORTEL = Path(__file__).resolve().parents[2]
_OPDRACHT = (sys.executable, "-m", "bot.stukken.kind")
_OMGEVING = {"PYTHONPATH": str(_WORTEL), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
_NAAM_LENGTE = 120
_UITGANG_LENGTE = 10
_NAAMLOOS = "document"

_antwoord: msgspec.json.Decoder[Gelezen | Geweigerd] = msgspec.json.Decoder(Gelezen | Geweigerd)
_beurt = BoundedSemaphore(grenzen.TEGELIJK)


class Stukfout(Exception):
    """A document that we do not take. `uitleg` says to its owner what happened and what to do now."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: Code = code
        self.uitleg: str = _uitleg()[code]


@cache
def _uitleg() -> dict[Code, str]:
    return laad_teksten().fouten


def lees_stuk(naam: str, inhoud: bytes) -> Stuk:
    """The passages of a PDF, DOCX, ODT, TXT or HTML; the contents decide which it is, not the name.

    Blocks while it reads, `grenzen.SECONDEN` at most, and while two others are being read. Raises Stukfout.
    A document with macros is refused, though we would run none: the raad keeps the file and hands it on.
    """
    if not inhoud:
        raise Stukfout("leeg")
    if len(inhoud) > grenzen.BYTES:
        raise Stukfout("te_groot")
    gelezen = _vraag_kind(inhoud)
    if isinstance(gelezen, Geweigerd):
        raise Stukfout(gelezen.code)
    return Stuk(schone_naam(naam), gelezen.soort, gelezen.bladzijden, gelezen.passages)


def schone_naam(naam: str) -> str:
    """The name without folders, without control signs and `<` or `>`, at most 120 characters."""
    naam = "".join(c for c in unicodedata.normalize("NFC", naam) if unicodedata.category(c)[0] != "C")
    naam = re.split(r"[/\\]", re.sub(r"</?[a-zA-Z][^<>]*>", "", naam))[-1]
    naam = re.sub(r"[<>]", "", naam).strip(" .") or _NAAMLOOS
    if len(naam) <= _NAAM_LENGTE:
        return naam
    uitgang = os.path.splitext(naam)[1][:_UITGANG_LENGTE]
    return naam[: _NAAM_LENGTE - len(uitgang)] + uitgang


def _vraag_kind(inhoud: bytes) -> Gelezen | Geweigerd:
    with _beurt:
        try:
            klaar = subprocess.run(  # noqa: S603  (our own module, no word of the user in it)
                _OPDRACHT,
                input=inhoud,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=grenzen.SECONDEN,
                cwd=_WORTEL,
                env=_OMGEVING,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Stukfout("te_lang_bezig") from None
    if klaar.returncode:
        raise Stukfout(_waarom_gestopt(klaar.returncode))
    try:
        return _antwoord.decode(klaar.stdout)
    except msgspec.DecodeError:
        raise Stukfout("kapot") from None


def _waarom_gestopt(code: int) -> Code:
    """SIGXCPU and SIGKILL end a process that used up its time; SIGABRT one in which a library found no memory."""
    if code in (-SIGXCPU, -SIGKILL):
        return "te_lang_bezig"
    return "te_zwaar" if code == -SIGABRT else "kapot"

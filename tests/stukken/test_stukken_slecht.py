"""Each bad document gets a clear refusal, and the server does not notice."""

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_args

import pytest

from bot.stukken import Stukfout, kind, lees_stuk, lezer
from bot.stukken.stuk import Code, Gelezen, Geweigerd
from bot.stukken.teksten import laad_teksten
from tests.stukken import maken
from tests.stukken.maken import ALINEA, LACHERS

SLECHT: dict[str, tuple[Code, Callable[[], bytes]]] = {
    "empty": ("leeg", lambda: b""),
    "only white space": ("leeg", lambda: b" \n\t\n" * 50),
    "more than 20 MB": ("te_groot", lambda: b"a" * (20 * 1024 * 1024 + 1)),
    "more than 1000 pages": ("te_veel", lambda: maken.pdf_van_bladzijden(1001, "Kort.")),
    "more than 5 million characters": ("te_veel", lambda: b"woord " * 900_000),
    "a scan": ("geen_tekst", maken.pdf_van_een_scan),
    "a word document without a word": ("geen_tekst", lambda: maken.docx(" ", kop=" ")),
    "a PDF with a password": ("beveiligd", lambda: maken.pdf_met_wachtwoord("geheim")),
    "a PDF with a password, the old way": ("beveiligd", lambda: maken.pdf_met_wachtwoord("geheim", "RC4-128")),
    "a word document with a password": ("beveiligd", lambda: maken.ole("EncryptionInfo", "EncryptedPackage")),
    "an ODT with a password": ("beveiligd", maken.odt_met_wachtwoord),
    "random bytes": ("onbekend", lambda: bytes(range(256)) * 40),
    "a program": ("onbekend", lambda: b"MZ\x90\x00\x03" + bytes(2000) + b"This program cannot be run in DOS mode."),
    "an old word document": ("onbekend", lambda: maken.ole("WordDocument")),
    "a spreadsheet": ("onbekend", lambda: maken.archief({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"})),
    "an archive of something else": ("onbekend", lambda: maken.archief({"vakantie.jpg": b"\xff\xd8"})),
    "rich text": ("onbekend", lambda: b"{\\rtf1 Beleid}"),
    "XML": ("onbekend", lambda: b"<?xml version='1.0'?><a>Beleid</a>"),
    "a picture": ("onbekend", lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(500)),
    "a truncated PDF": ("kapot", lambda: maken.pdf(f"<p>{ALINEA}</p>")[:200]),
    "a truncated DOCX": ("kapot", lambda: maken.docx()[:-2000]),
    "a truncated ODT": ("kapot", lambda: maken.odt()[:-300]),
    "a head of a PDF and nothing else": ("kapot", lambda: b"%PDF-1.7\n"),
    "a DOCX of which the XML is broken": ("kapot", lambda: maken.docx_xml("</w:t>")),
    "a PDF with a loop in its page tree": ("kapot", maken.pdf_met_een_kring),
    "a billion laughs in DOCX": ("kapot", lambda: maken.docx_xml("&j;", LACHERS)),
    "a billion laughs in ODT": ("kapot", lambda: maken.odt_xml("&j;", LACHERS)),
    "an entity from a file": (
        "kapot",
        lambda: maken.docx_xml("&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]>'),
    ),
    "a DTD from elsewhere": (
        "kapot",
        lambda: maken.odt_xml(ALINEA, '<!DOCTYPE a SYSTEM "http://voorbeeld.invalid/a.dtd">'),
    ),
    "XML that is nested very deeply": ("kapot", lambda: maken.odt_xml("<text:span>" * 5000 + "</text:span>" * 5000)),
    "a DOCX of zeros": ("te_zwaar", lambda: maken.docx_van_nullen(201)),
    "a DOCX with a text too large to unpack": ("te_zwaar", lambda: maken.docx_met_zware_tekst(61)),
    "an archive of very many files": (
        "te_zwaar",
        lambda: maken.archief({f"word/{i}.xml": "" for i in range(5001)} | {"word/document.xml": "<a/>"}),
    ),
    "a PDF of which a page is too large to unpack": ("te_zwaar", lambda: maken.pdf_met_een_bom(300)),
    "a DOCX with macros": ("macros", lambda: maken.erbij(maken.docx(), {"word/vbaProject.bin": b"Sub AutoOpen()"})),
    "an ODT with macros": ("macros", lambda: maken.erbij(maken.odt(), {"Basic/Standard/Module1.xml": "<a/>"})),
}


@pytest.mark.parametrize("wat", SLECHT)
def test_a_bad_document_is_refused_with_its_reason(wat: str) -> None:
    code, maak = SLECHT[wat]
    with pytest.raises(Stukfout) as fout:
        lees_stuk("beleid.pdf", maak())
    assert fout.value.code == code
    assert fout.value.uitleg == laad_teksten().fouten[code]


def test_every_reason_has_a_text_with_its_numbers_filled_in() -> None:
    fouten = laad_teksten().fouten
    assert set(fouten) == set(get_args(Code))
    assert not [tekst for tekst in fouten.values() if "{" in tekst]
    assert "20 MB" in fouten["te_groot"]
    assert "1000 bladzijden" in fouten["te_veel"]


def test_every_reason_is_said_in_at_most_three_short_sentences() -> None:
    for code, tekst in laad_teksten().fouten.items():
        zinnen = re.split(r"(?<=[.?])\s+", tekst)
        assert len(zinnen) <= 3, code
        assert max(len(zin.split()) for zin in zinnen) <= 20, code


def test_no_reason_names_the_document_or_what_is_in_it() -> None:
    with pytest.raises(Stukfout) as fout:
        lees_stuk("geheime naam.pdf", b"%PDF- geheime inhoud")
    assert "geheim" not in f"{fout.value} {fout.value.uitleg} {fout.value.__cause__} {fout.value.__context__}"


def test_several_at_once_each_get_their_own_answer() -> None:
    goed = maken.docx()
    stapel = [goed, b"", maken.pdf_met_een_kring(), maken.odt(), goed, bytes(100)]

    def lees(inhoud: bytes) -> str:
        try:
            return lees_stuk("a", inhoud).soort
        except Stukfout as fout:
            return fout.code

    with ThreadPoolExecutor(len(stapel)) as draden:
        assert list(draden.map(lees, stapel)) == ["docx", "leeg", "kapot", "odt", "docx", "onbekend"]


def _vervang_kind(monkeypatch: pytest.MonkeyPatch, python: str) -> None:
    monkeypatch.setattr(lezer, "_OPDRACHT", (sys.executable, "-c", python))


@pytest.mark.parametrize(
    ("python", "code"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "te_lang_bezig"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "te_lang_bezig"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGABRT)", "te_zwaar"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "kapot"),
        ("raise SystemExit(3)", "kapot"),
        ("print('geen antwoord')", "kapot"),
        ("print('[]')", "kapot"),
        ("pass", "kapot"),
    ],
)
def test_a_reader_that_falls_over_is_a_refusal(monkeypatch: pytest.MonkeyPatch, python: str, code: str) -> None:
    _vervang_kind(monkeypatch, python)
    with pytest.raises(Stukfout) as fout:
        lees_stuk("a.txt", ALINEA.encode())
    assert fout.value.code == code


def test_a_reader_that_never_answers_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    _vervang_kind(monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(lezer.grenzen, "SECONDEN", 0.2)
    with pytest.raises(Stukfout) as fout:
        lees_stuk("a.txt", ALINEA.encode())
    assert fout.value.code == "te_lang_bezig"


def in_kind(python: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a process as the reader's, after it has limited itself."""
    return subprocess.run(
        [sys.executable, "-c", f"from bot.stukken import kind; kind.begrens()\n{python}"],
        cwd=lezer._WORTEL,
        env=lezer._OMGEVING | omgeving,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_reader_has_limits_on_time_memory_and_files() -> None:
    klaar = in_kind(
        "import resource as r\n"
        "wat = (r.RLIMIT_CPU, r.RLIMIT_AS, r.RLIMIT_NOFILE, r.RLIMIT_FSIZE, r.RLIMIT_CORE)\n"
        "print([r.getrlimit(x)[1] for x in wat])"
    )
    grenzen = lezer.grenzen
    assert klaar.stdout.strip() == str([grenzen.SECONDEN_CPU, grenzen.GEHEUGEN, grenzen.BESTANDEN, 0, 0])


@pytest.mark.parametrize(
    "python",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 80))",
        "import socket; socket.getaddrinfo('voorbeeld.invalid', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
        "open(MAG_NIET, 'w')",
        "open(MAG_NIET, 'ab')",
        "import os; os.open(MAG_NIET, os.O_CREAT | os.O_WRONLY)",
        "x = bytearray(2_000_000_000)",
    ],
)
def test_the_reader_may_do_nothing_but_read(python: str, tmp_path: Path) -> None:
    mag_niet = tmp_path / "mag niet"
    klaar = in_kind(python.replace("MAG_NIET", repr(str(mag_niet))))
    assert klaar.returncode
    assert "PermissionError" in klaar.stderr or "MemoryError" in klaar.stderr
    assert not mag_niet.exists()


def test_the_reader_loads_no_language_model_and_no_bot() -> None:
    klaar = in_kind(
        "from bot.stukken import inhoud, html, kantoor, pdf\nimport sys\n"
        "zwaar = {'spacy', 'rasa', 'sklearn', 'numpy', 'tensorflow', 'bm25s', 'bot.gesprek', 'bot.vragen'}\n"
        "print(sorted(zwaar & set(sys.modules)))"
    )
    assert klaar.stdout.strip() == "[]", klaar.stderr


def test_the_reader_gets_a_clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEHEIM", "x")
    _vervang_kind(monkeypatch, "import os, sys; sys.exit(1 if 'GEHEIM' in os.environ else os.kill(os.getpid(), 6))")
    with pytest.raises(Stukfout) as fout:
        lees_stuk("a.txt", ALINEA.encode())
    assert fout.value.code == "te_zwaar"


def test_whatever_a_parser_raises_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    uitzonderingen: list[tuple[BaseException, Code]] = [
        (MemoryError(), "te_zwaar"),
        (RecursionError(), "kapot"),
        (KeyError("geheim"), "kapot"),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "geheim"), "kapot"),
    ]
    for uitzondering, code in uitzonderingen:

        def struikel(_: bytes, uitzondering: BaseException = uitzondering) -> Gelezen:
            raise uitzondering

        monkeypatch.setattr(kind, "lees", struikel)
        assert kind.antwoord(b"x") == Geweigerd(code)


def test_limits_that_are_stricter_already_stay() -> None:
    klaar = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource as r; r.setrlimit(r.RLIMIT_CPU, (9, 9))\n"
            "from bot.stukken import kind; kind.begrens(); print(r.getrlimit(r.RLIMIT_CPU))",
        ],
        cwd=lezer._WORTEL,
        env=lezer._OMGEVING,
        capture_output=True,
        text=True,
    )
    assert klaar.stdout.strip() == "(9, 9)"
    assert resource.getrlimit(resource.RLIMIT_CPU) != (9, 9)

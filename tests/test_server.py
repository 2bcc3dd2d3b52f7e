"""The server as a process: what stops the start, and what survives kill -9."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest

from bot.gesprek.instellingen import Instellingen
from tests.conftest import WORTEL

GEDULD = 90


def omgeving(tmp_path: Path, **meer: str) -> dict[str, str]:
    basis = {k: v for k, v in os.environ.items() if not k.startswith("WMO_")}
    return {**basis, "WMO_DATABASE_URL": f"sqlite:///{tmp_path / 'server.db'}", "PYTHONWARNINGS": "ignore", **meer}


def start_en_stopt(tmp_path: Path, **meer: str) -> tuple[int, str]:
    klaar = subprocess.run(
        [sys.executable, "-m", "bot", "serve"],
        cwd=WORTEL,
        env=omgeving(tmp_path, **meer),
        capture_output=True,
        text=True,
        timeout=GEDULD,
    )
    return klaar.returncode, klaar.stderr


def test_a_faulty_rule_file_stops_the_start_with_file_path_and_reason(tmp_path: Path) -> None:
    shutil.copytree(WORTEL / "gemeenten", tmp_path / "gemeenten")
    pad = tmp_path / "gemeenten" / "het_hogeland" / "regelingen" / "termijnen" / "2023-01-01.yaml"
    pad.write_text(pad.read_text().replace("aantal: 7", "aantal: zeven", 1))
    code, fout = start_en_stopt(tmp_path, WMO_GEMEENTEN=str(tmp_path / "gemeenten"))
    assert code == 1
    assert str(pad) in fout
    assert "termijnen.persoonlijk_plan.aantal" in fout


def test_a_missing_model_stops_the_start_and_says_how_to_make_one(tmp_path: Path) -> None:
    code, fout = start_en_stopt(tmp_path, WMO_MODEL=str(tmp_path / "weg.tar.gz"))
    assert code == 1
    assert "weg.tar.gz is missing" in fout
    assert "python -m bot train" in fout


def test_a_setting_that_is_no_number_stops_the_start_with_its_name(tmp_path: Path) -> None:
    code, fout = start_en_stopt(tmp_path, WMO_PORT="tachtig")
    assert code == 1
    assert "WMO_PORT" in fout


class Server:
    """A server process with one browser."""

    def __init__(self, tmp_path: Path, poort: int) -> None:
        self.adres = f"http://127.0.0.1:{poort}"
        self._env = omgeving(tmp_path, WMO_PORT=str(poort))
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.start()

    def start(self) -> None:
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"],
            cwd=WORTEL,
            env=self._env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        eind = time.monotonic() + GEDULD
        while time.monotonic() < eind and self.proces.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.adres}/readyz", timeout=5):
                    return
            except OSError:
                time.sleep(0.3)
        raise AssertionError("the server did not become ready")

    def vraag(self, methode: str, pad: str, inhoud: dict[str, str] | None = None) -> Any:
        verzoek = urllib.request.Request(self.adres + pad, method=methode)
        if inhoud is not None:
            verzoek.data = json.dumps(inhoud).encode()
            verzoek.add_header("Content-Type", "application/json")
        with self._browser.open(verzoek, timeout=30) as antwoord:
            return json.load(antwoord)

    def zeg(self, tekst: str) -> str:
        berichten = self.vraag("POST", "/api/v1/gesprekken/huidig/berichten", {"tekst": tekst})["berichten"]
        return str(berichten[-1]["tekst"])

    def dood(self) -> None:
        self.proces.send_signal(signal.SIGKILL)
        self.proces.wait()


@pytest.fixture
def server(getraind: Instellingen, tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort = s.getsockname()[1]
    server = Server(tmp_path, poort)
    yield server
    server.dood()


def test_after_kill_9_everything_said_is_still_there_and_the_same_question_is_open(server: Server) -> None:
    server.vraag("POST", "/api/v1/gesprekken", {"rol": "inwoner"})
    for tekst in ("ik wil een persoonlijk plan maken", "voor mijn moeder", "begin maar", "vandaag", "wonen"):
        server.zeg(tekst)
    vraag = server.zeg("dat is alles")
    assert vraag == "Wonen: hoe gaat het nu?"
    assert server.zeg("de trap is te steil") == "Wonen: wat lukt uw moeder nog wel?"
    server.dood()
    server.start()
    gezegd = [b["tekst"] for b in server.vraag("GET", "/api/v1/gesprekken/huidig")["berichten"]]
    assert "de trap is te steil" in gezegd
    assert gezegd[-1] == "Wonen: wat lukt uw moeder nog wel?"
    assert server.zeg("koken") == "Wonen: wat lukt uw moeder niet meer?"
    plan = server.vraag("GET", "/api/v1/gesprekken/huidig/plan")["aanvraaggegevens"]["huisvesting"]
    assert (plan["domein_nu"], plan["domein_lukt_nog"]) == ("de trap is te steil", "koken")


def test_a_message_that_was_stored_when_the_server_died_is_offered_again_and_then_answered(
    server: Server, tmp_path: Path
) -> None:

    server.vraag("POST", "/api/v1/gesprekken", {"rol": "inwoner"})
    server.zeg("ik wil een persoonlijk plan maken")
    server.dood()
    with sqlite3.connect(tmp_path / "server.db") as db:
        # What a kill between storing and answering leaves behind.
        db.execute(
            "INSERT INTO berichten (id, gesprek_id, volgnr, van, tekst, keuzes, soort, bronnen, open) "
            "SELECT 'x', id, 99, 'u', 'voor mijn vader', '[]', 'antwoord', '[]', 1 FROM gesprekken"
        )
    server.start()
    assert server.vraag("GET", "/api/v1/gesprekken/huidig")["onbeantwoord"] == "voor mijn vader"
    assert server.zeg("voor mijn vader") == "Wilt u daar eerst meer over weten?"
    verloop = server.vraag("GET", "/api/v1/gesprekken/huidig")
    assert [b["tekst"] for b in verloop["berichten"]].count("voor mijn vader") == 1
    assert verloop["onbeantwoord"] is None

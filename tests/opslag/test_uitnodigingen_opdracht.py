"""`python -m bot medewerker`: accounts from the command line."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.opslag import Medewerkers, open_databank


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    adres = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.setenv("WMO_DATABASE_URL", adres)
    monkeypatch.setenv("WMO_WACHTWOORD", "een heel lang wachtwoord")
    return adres


def test_an_account_is_made_listed_changed_and_blocked(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["medewerker", "maak", "Karin", "--rol", "consulent"]) == 0
    assert main(["medewerker", "maak", "bea", "--rol", "beheerder", "--zonder-wachtwoord"]) == 0
    monkeypatch.setenv("WMO_WACHTWOORD", "een ander lang wachtwoord")
    assert main(["medewerker", "wachtwoord", "karin"]) == 0
    assert main(["medewerker", "blokkeer", "bea"]) == 0
    capsys.readouterr()
    assert main(["medewerker", "lijst"]) == 0
    engine = open_databank(url)
    ids = {wie.naam: wie.id for wie in Medewerkers(engine).lijst()}
    verwacht = [f"bea  beheerder  {ids['bea']}  blocked", f"karin  consulent  {ids['karin']}"]
    assert capsys.readouterr().out.splitlines() == verwacht
    assert Medewerkers(engine).meld_aan("karin", "een ander lang wachtwoord", "")
    engine.dispose()


def test_what_is_wrong_is_said_and_changes_nothing(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["medewerker", "maak", "karin", "--rol", "raad"]) == 0
    assert main(["medewerker", "maak", "karin", "--rol", "raad"]) == 1
    assert main(["medewerker", "blokkeer", "niemand"]) == 1
    monkeypatch.setenv("WMO_WACHTWOORD", "kort")
    assert main(["medewerker", "maak", "joost", "--rol", "raad"]) == 1
    assert "12 to 200 characters" in capsys.readouterr().err
    monkeypatch.delenv("WMO_WACHTWOORD")
    getypt = iter(["een heel lang wachtwoord", "iets anders"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(getypt))
    assert main(["medewerker", "maak", "joost", "--rol", "raad"]) == 1
    assert "differ" in capsys.readouterr().err

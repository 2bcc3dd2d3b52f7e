"""The municipality as it is in the checkout, and a short way to ask it for an outcome."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.gemeente import laad
from bot.regels import Gemeente, bereken

WORTEL = Path(__file__).parents[2]
VANDAAG = date(2023, 6, 1)
Reken = Callable[[str, Any], dict[str, Any]]


@pytest.fixture(scope="session")
def het_hogeland() -> Gemeente:
    return laad(WORTEL / "gemeenten" / "het_hogeland")


@pytest.fixture(scope="session")
def reken(het_hogeland: Gemeente) -> Reken:
    def doe(regel: str, invoer: Any) -> dict[str, Any]:
        return bereken(het_hogeland, regel, invoer, VANDAAG)

    return doe

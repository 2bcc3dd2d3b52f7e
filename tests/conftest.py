"""What the tests share: the trained model once, a fresh database for each test, a fixed day."""

import os
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

with warnings.catch_warnings():
    # Rasa 3.6 and what it pins warn at import; our own code is held to warnings as errors.
    warnings.simplefilter("ignore")
    import rasa.core.agent
    import rasa.model_training  # noqa: F401
    import spacy  # noqa: F401

import pytest
from hypothesis import settings
from msgspec import structs

from bot.gesprek.diensten import Diensten, bouw, gebruik
from bot.gesprek.host import Gesprekshost
from bot.gesprek.instellingen import Instellingen
from bot.gesprek.motor import Motor
from bot.gesprek.training import train
from bot.opslag import Gesprekken, open_databank, werk_bij

# The same examples on every machine: a submission never fails on what nobody changed. Look wider by hand with
# `--hypothesis-profile=default`.
settings.register_profile("vast", derandomize=True, deadline=None)
settings.load_profile("vast")

WORTEL = Path(__file__).resolve().parent.parent
VANDAAG = date(2023, 3, 10)


@pytest.fixture(scope="session")
def getraind() -> Instellingen:
    """Settings with a model that is up to date."""
    instellingen = Instellingen(wortel=WORTEL, databank="sqlite://")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        train(instellingen)
    return instellingen


@pytest.fixture(scope="session")
def alle_diensten(getraind: Instellingen) -> Diensten:
    """Everything that is loaded from files, on a fixed day."""
    return bouw(getraind, vandaag=lambda: VANDAAG)


@pytest.fixture(scope="session")
def motor(getraind: Instellingen) -> Iterator[Motor]:
    """The real trained model with the real actions."""
    from actions.alle import alle_acties

    motor = Motor(getraind.model, alle_acties())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        motor.start()
    yield motor
    motor.stop()


@pytest.fixture
def diensten(alle_diensten: Diensten, tmp_path: Path) -> Iterator[Diensten]:
    """The services with a fresh SQLite database."""
    engine = open_databank(f"sqlite:///{tmp_path / 'test.db'}")
    werk_bij(engine)
    services = structs.replace(alle_diensten, gesprekken=Gesprekken(engine))
    gebruik(services)
    yield services
    engine.dispose()


@pytest.fixture
def host(diensten: Diensten, motor: Motor) -> Gesprekshost:
    """Holds the conversations of one test."""
    return Gesprekshost(diensten, motor)

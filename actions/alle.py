"""Every action, made once, for the embedded executor. `rasa run actions` finds the classes by itself."""

import inspect

from rasa_sdk.utils import all_subclasses

from actions import advies, berekenen, bijstellen, dialogen, formulier, plan, raad, uitleg
from actions.basis import Actie

MODULES = (advies, berekenen, bijstellen, dialogen, formulier, plan, raad, uitleg)


def alle_acties() -> list[Actie]:
    """One instance of each class that can be made."""
    return [soort() for soort in all_subclasses(Actie) if not inspect.isabstract(soort)]

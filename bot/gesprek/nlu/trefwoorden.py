"""Whole messages with one fixed meaning ("stop", "sla over"): certain, whatever the classifier thinks."""

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.gesprek.instellingen import WORTEL
from bot.gesprek.teksten import Trefwoorden
from bot.vragen.bestand import lees_bestand
from bot.vragen.woorden import normaal


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Trefwoordherkenner(GraphComponent):
    """Sets the intent with certainty 1 when the whole message is one of `data/dialogen/trefwoorden.yaml`."""

    def __init__(self, trefwoorden: Trefwoorden) -> None:
        self._patronen = {
            intent: re.compile("|".join(f"(?:{p})" for p in patronen))
            for intent, patronen in trefwoorden.trefwoorden.items()
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Trefwoordherkenner":
        """Reads the words from the checkout, so that content people change them without training."""
        return cls(lees_bestand(WORTEL / "data" / "dialogen" / "trefwoorden.yaml", Trefwoorden))

    def herken(self, tekst: str) -> str | None:
        """The intent of a whole message, or None."""
        gezegd = normaal(tekst)
        return next((intent for intent, p in self._patronen.items() if p.fullmatch(gezegd)), None)

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrules the classifier where a fixed word was said; its ranking stays."""
        for message in messages:
            if intent := self.herken(str(message.get(TEXT) or "")):
                message.set("intent", {"name": intent, "confidence": 1.0}, add_to_output=True)
        return messages

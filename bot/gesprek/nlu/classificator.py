"""Which topic or handeling a sentence is about: lemmas and letter groups, then two linear models added up.

Chosen by measurement: docs/nlu.md.
"""

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.gesprek.nlu.kenmerken import Indeler, Kenmerken, Woorden

BESTAND = "classificator.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Tekstclassificator(GraphComponent):
    """Gives every intent a probability. Letter groups make it forgive typing errors, lemmas make it see words."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How the two models learn, how they are added up, and how their sum becomes a probability.

        `C` and `C_kans` are how closely the support vector machine and the logistic regression follow the training
        sentences, `deel_kans` is what the second counts for. `scherpte`, `schuif` and `helling` were measured: with
        them 0.8 is right 80 % of the time on training sentences that the model did not see. `aantal` is how many
        intents the ranking holds.
        """
        return {
            "C": 0.5,
            "C_kans": 10.0,
            "deel_kans": 0.3,
            "scherpte": 3.0,
            "schuif": -1.6,
            "helling": 1.3,
            "aantal": 10,
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._opslag, self._plaats = config, model_storage, resource
        self._kenmerken, self._indeler = Kenmerken(), Indeler(config)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Tekstclassificator":
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the sentences with an intent."""
        voorbeelden = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        rijen = self._kenmerken.leer([_zin(m) for m in voorbeelden])
        self._indeler.leer(rijen, [m.get(INTENT) for m in voorbeelden])
        with self._opslag.write_to(self._plaats) as map:
            joblib.dump((self._kenmerken, self._indeler), map / BESTAND)
        return self._plaats

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Tekstclassificator":
        """The trained classifier."""
        geladen = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as map:
            geladen._kenmerken, geladen._indeler = joblib.load(map / BESTAND)
        return geladen

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this component learns from its answers."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the intent and the ranking."""
        alle = self._indeler.kansen(self._kenmerken.van([_zin(m) for m in messages]))
        for message, kansen in zip(messages, alle, strict=True):
            beste = kansen.argsort()[::-1][: self._config["aantal"]]
            ranglijst = [{"name": self._indeler.labels[i], "confidence": float(kansen[i])} for i in beste]
            message.set("intent", ranglijst[0], add_to_output=True)
            message.set("intent_ranking", ranglijst, add_to_output=True)
        return messages


def _zin(message: Message) -> tuple[Woorden, str]:
    """The words with their lemmas, and the text itself."""
    return [(t.text, t.lemma) for t in message.get(TOKENS_NAMES[TEXT]) or []], str(message.get(TEXT) or "")

"""Which topic or handeling a sentence is about: TF-IDF of lemmas and letter groups, then logistic regression."""

from collections.abc import Iterable
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.vragen.woorden import normaal

BESTAND = "classificator.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Tekstclassificator(GraphComponent):
    """Gives every intent a probability. Letter groups make it forgive typing errors, lemmas make it see words."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C` is how closely it follows the training sentences, `aantal` how many intents the ranking holds."""
        return {"C": 10.0, "max_iter": 40, "aantal": 10}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._opslag, self._plaats = config, model_storage, resource
        self._woorden = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+")  # noqa: S106
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        self._model = LogisticRegression(
            C=config["C"], max_iter=config["max_iter"], solver="saga", tol=0.01, random_state=1
        )

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
        lemmas, letters = _lemmas(voorbeelden), _letters(voorbeelden)
        kenmerken = hstack([self._woorden.fit_transform(lemmas), self._letters.fit_transform(letters)])
        self._model.fit(csr_matrix(kenmerken), [m.get(INTENT) for m in voorbeelden])
        with self._opslag.write_to(self._plaats) as map:
            joblib.dump((self._woorden, self._letters, self._model), map / BESTAND)
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
            geladen._woorden, geladen._letters, geladen._model = joblib.load(map / BESTAND)
        # scikit-learn multiplies with coef_.T; column order saves a copy of the whole matrix on every sentence.
        geladen._model.coef_ = np.asfortranarray(geladen._model.coef_)
        return geladen

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this component learns from its answers."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the intent and the ranking."""
        kenmerken = hstack([self._woorden.transform(_lemmas(messages)), self._letters.transform(_letters(messages))])
        for message, kansen in zip(messages, self._model.predict_proba(csr_matrix(kenmerken)), strict=True):
            beste = kansen.argsort()[::-1][: self._config["aantal"]]
            ranglijst = [{"name": str(self._model.classes_[i]), "confidence": float(kansen[i])} for i in beste]
            message.set("intent", ranglijst[0], add_to_output=True)
            message.set("intent_ranking", ranglijst, add_to_output=True)
        return messages


def _lemmas(messages: Iterable[Message]) -> list[str]:
    return [
        " ".join(t.lemma for t in m.get(TOKENS_NAMES[TEXT]) or [] if any(map(str.isalnum, t.text))) for m in messages
    ]


def _letters(messages: Iterable[Message]) -> list[str]:
    return [normaal(str(m.get(TEXT) or "")) for m in messages]

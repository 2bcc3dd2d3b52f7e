"""Splits Dutch sentences into words with their lemmas, with spaCy."""

import json
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from bot.gesprek.nlu.taalmodel import STANDAARDMODEL, kenmerk, kies_taalmodel, laad_taalmodel, maak_taalmodel


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class NederlandseTokenizer(Tokenizer):
    """Tokens with lemmas. The trained model remembers its pipeline and refuses to serve with another."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What Rasa's Tokenizer expects."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NederlandseTokenizer":
        """An untrained component with the pipeline of this machine."""
        naam = kies_taalmodel()
        return cls(config, maak_taalmodel(naam), naam, model_storage, resource)

    def __init__(
        self,
        config: dict[str, Any],
        nlp: Language,
        naam: str,
        model_storage: ModelStorage | None = None,
        resource: Resource | None = None,
    ) -> None:
        super().__init__(config)
        self.nlp, self.naam = nlp, naam
        self._opslag, self._plaats = model_storage, resource

    def train(self, training_data: TrainingData) -> Resource:
        """Nothing is learned; the pipeline goes into the model."""
        if self._opslag is None or self._plaats is None:
            raise ValueError("a tokenizer that is trained needs the model storage: make it with create()")
        with self._opslag.write_to(self._plaats) as map:
            kaart = {"naam": self.naam, "kenmerk": kenmerk(self.nlp)}
            (map / "taalmodel.json").write_text(json.dumps(kaart))
            if self.naam != STANDAARDMODEL:
                self.nlp.to_disk(map / "pijplijn")
        return self._plaats

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "NederlandseTokenizer":
        """Loads the pipeline that the model was trained with. Raises Taalmodelfout."""
        with model_storage.read_from(resource) as map:
            kaart = json.loads((map / "taalmodel.json").read_text())
            nlp = laad_taalmodel(kaart["naam"], kaart["kenmerk"], map / "pijplijn")
        return cls(config, nlp, kaart["naam"], model_storage, resource)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Words with their lemmas, without white space."""
        doc = self.nlp(str(message.get(attribute)).lower())
        return [Token(t.text, t.idx, lemma=(t.lemma_ or t.text).lower()) for t in doc if t.text.strip()]

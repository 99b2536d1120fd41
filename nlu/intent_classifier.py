"""The Rasa component round the intent model, with slash commands and the threshold below which nothing is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.arbiter import Limits, rank
from nlu.clinical_extractor import READING
from nlu.commands import command_of
from nlu.intent.model import IntentModel, train

RANKED = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NgramIntentClassifier(GraphComponent, IntentClassifier):
    """Classifies a message by its words and concepts; what the extractor found has a say."""

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._model = model
        self._limits = Limits(understood=config["least_confidence"], alarm=config["least_alarm"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings (0 to 1).

        `least_confidence`: below it the message counts as not understood. `least_alarm`: below it the classifier alone
        does not speak of a danger sign. How they were found: docs/measurements.md.
        """
        return {"least_confidence": 0.2, "least_alarm": 0.85}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramIntentClassifier:
        """Create an untrained component (see parent class)."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramIntentClassifier:
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(Path(folder)))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model to the intents of the training data and keep it."""
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        self._model = train([each.get(TEXT) for each in examples], [each.get(INTENT) for each in examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(Path(folder))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as they are (see parent class)."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking of each message."""
        for message in messages:
            ranking = self._ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:RANKED], add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        text = message.get(TEXT) or ""
        command = command_of(text)
        if command:
            return [{"name": command, "confidence": 1.0}]
        findings = message.get("entities") or []
        return rank(self._scores, text, findings, message.get(READING) or {}, self._limits)

    def _scores(self, text: str) -> dict[str, float]:
        return self._model.scores(text) if self._model and text.strip() else {}

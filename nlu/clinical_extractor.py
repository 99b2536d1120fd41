"""The Rasa component round the clinical extractor: findings become entities, the reading's flags one property."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, ENTITY_ATTRIBUTE_TYPE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

READING = "reading"
"""Message property with what holds of the whole message: register, corrects, asks, about, fits, calm, several, label …"""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ClinicalExtractor(GraphComponent, EntityExtractorMixin):
    """Reads facts, drugs, cautions and red flags from a message. Nothing in it is trained."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ClinicalExtractor:
        """Create the component (see parent class), ready for its first message."""
        from nlu.clinical import warm

        warm()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the findings of each message to its entities."""
        from nlu.clinical import read

        for message in messages:
            reading = read(message.get(TEXT) or "")
            findings = [{ENTITY_ATTRIBUTE_TYPE: each.kind, **each.as_dict()} for each in reading.findings]
            message.set(ENTITIES, self.add_extractor_name(findings), add_to_output=True)
            flags = {
                "register": reading.register,
                "corrects": reading.corrects,
                "hypothetical": reading.hypothetical,
                "asks": reading.asks,
                "heading": reading.heading,
                "about": reading.about,
                "fits": reading.fits,
                "several": reading.several,
                "label": reading.label,
                "calm": [list(stretch) for stretch in reading.calm],
            }
            message.set(READING, flags, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as they are: the intent classifier needs no entities."""
        return training_data

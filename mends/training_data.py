"""The training messages are read once, and lists of them are merged without a copy of every message.

Upstream `rasa/shared/importers/importer.py` keeps what `get_nlu_data` read by the arguments of the call, and calls it once with
the language and once with none, which is the same language: all files are read and checked twice. `TrainingData.merge` in
`rasa/shared/nlu/training_data/training_data.py` makes a deep copy of every message of both sides, again and again as lists are
merged; nothing in a training changes a message of one data set that is not meant for the others. Each merge strips the intent of
each message by setting it anew, which throws away the fingerprint that the message keeps, and so all are made again each time.
"""

from __future__ import annotations

import copy
import types
from collections.abc import Sequence
from typing import Any, Optional


def apply() -> None:
    """Give the language at every call, merge lists of the same messages, and let them keep their fingerprints."""
    from rasa.shared.importers.importer import CombinedDataImporter
    from rasa.shared.nlu.training_data import training_data

    training_data.TrainingData.sanitize_examples = staticmethod(_without_repeats)
    training_data.copy = types.SimpleNamespace(deepcopy=copy.copy, copy=copy.copy)
    if getattr(CombinedDataImporter.get_nlu_data, "is_mended", False):
        return
    upstream = CombinedDataImporter.get_nlu_data

    def get_nlu_data(self: Any, language: Optional[str] = "en") -> Any:
        return upstream(self, language)

    get_nlu_data.is_mended = True  # type: ignore[attr-defined]
    CombinedDataImporter.get_nlu_data = get_nlu_data


def _without_repeats(examples: Sequence[Any]) -> list[Any]:
    """Strip intents and responses where there is something to strip, and drop repeats, the first one stays."""
    from rasa.shared.nlu.constants import INTENT, RESPONSE

    for example in examples:
        for name in (INTENT, RESPONSE):
            value = example.get(name)
            if value and value != value.strip():
                example.set(name, value.strip())
    return list(dict.fromkeys(examples))

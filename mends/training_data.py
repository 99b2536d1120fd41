"""The training messages are read once, and lists of them are merged without a copy of every message.

Upstream `rasa/shared/importers/importer.py` keeps what `get_nlu_data` read by the arguments of the call, and calls it once with
the language and once with none, which is the same language: all files are read and checked twice. `TrainingData.merge` in
`rasa/shared/nlu/training_data/training_data.py` makes a deep copy of every message of both sides, again and again as lists are
merged; nothing in a training changes a message of one data set that is not meant for the others.
"""

from __future__ import annotations

import copy
import types
from typing import Any, Optional


def apply() -> None:
    """Give the language at every call, and merge lists of the same messages."""
    from rasa.shared.importers.importer import CombinedDataImporter
    from rasa.shared.nlu.training_data import training_data

    training_data.copy = types.SimpleNamespace(deepcopy=copy.copy, copy=copy.copy)
    if getattr(CombinedDataImporter.get_nlu_data, "is_mended", False):
        return
    upstream = CombinedDataImporter.get_nlu_data

    def get_nlu_data(self: Any, language: Optional[str] = "en") -> Any:
        return upstream(self, language)

    get_nlu_data.is_mended = True  # type: ignore[attr-defined]
    CombinedDataImporter.get_nlu_data = get_nlu_data

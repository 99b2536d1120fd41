"""What need not be asked back: a fact that was not clear and on which the action does not hang. Knows nothing of Rasa."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guideline import Case, decide

MAY_STAY_OPEN = frozenset(
    {"fracture", "vertebral_fractures", "age", "climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk"}
)
"""Facts that the action need not hang on: all but the fracture change the options only, and at -3 or below it does too."""


def is_settled_without(unclear: Iterable[str], facts: Mapping[str, Any], case: Case) -> bool:
    """Say whether the action is settled while these facts are left unknown."""
    if any(fact not in MAY_STAY_OPEN or facts[fact] is not None for fact in unclear):
        return False
    return case.is_in_scope and decide(case)["action"] != "undetermined"

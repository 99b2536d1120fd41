"""The rule module: the decision table of item OIC-128-08-B as data, and the functions that read it.

    >>> from guideline import Case, decide
    >>> decide(Case.from_facts({"fracture": "severe_vertebral", "t_score": "-2.7"}))["action"]
    'treat'

It imports the standard library only.
"""

from guideline.case import Case
from guideline.decide import decide
from guideline.errors import CaseError, GuidelineError, TableError
from guideline.questions import most_questions_left, open_questions, to_ask
from guideline.whatif import distances, near_limit, nearest_changes

__all__ = [
    "Case",
    "CaseError",
    "GuidelineError",
    "TableError",
    "decide",
    "distances",
    "most_questions_left",
    "near_limit",
    "nearest_changes",
    "open_questions",
    "to_ask",
]

"""A break that is told like one of the facts of a case: whether it is a new one has to be left to the person."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

BREAKS = frozenset({"hip_fracture_now", "new_back_pain"})
"""The alarms that a break of long ago sounds like."""

_BREAK, _FACT = Pattern("needs", "past_break"), Pattern("needs", "fact_of_a_case")
_ACUTE = Pattern("needs", "acute_after_all")


def is_told_as_data(analysis: Analysis, flags: frozenset[str], span: tuple[int, int]) -> bool:
    """True for "I'm 65, had a fall and cracked a bone in my spine, T12"; not where pain, a leg or a time of now is told.

    :param flags: all alarms of the message: beside any other one a break is taken as new
    """
    if not flags <= BREAKS or not _BREAK.search(analysis.between(*span)):
        return False
    return _FACT.search(analysis.plain) is not None and _ACUTE.search(analysis.plain) is None

"""Pictures of the spine that showed no fracture."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.segments import Segment

_CLEAR_SPINE = Pattern("fractures", "clear_spine")


def clear_spine(analysis: Analysis, ownership: Ownership) -> list[Segment]:
    """Return the stretches that say that pictures of the spine showed no fracture."""
    return [
        Segment(m.start(), m.end())
        for m in _CLEAR_SPINE.finditer(analysis.plain)
        if ownership.fact_status(m.start(), m.end()) == "present"
    ]

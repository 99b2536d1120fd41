"""Scores of single vertebrae: the lumbar spine counts as a whole (reading R4), so they give way where its score is told."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.t_score.value import Value

_SINGLE = re.compile(r"(?<![\w-])l[1-5]\s*[:=(]?\s*(?:t(?:[\s-]?score)?\s*[:=]?\s*)?$")
_WHOLE = re.compile(
    r"(?:\bl\s?[12]\s?(?:-|to|\u2013)\s?l?\s?[34]|\bls|\bl/s|\bl-?spine|\blumbar(?: spine)?|\bspine|\btotal)"
    r"\s*[:=(]?\s*(?:t(?:[\s-]?score)?\s*[:=]?\s*)?$"
)


def without_single_vertebrae(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Return the values without those of L1, L2, L3 or L4 alone, where the spine as a whole has one."""
    before = [analysis.before(value.number.start, 30) for value in values]
    if not any(_WHOLE.search(text) for text in before):
        return values
    return [
        value for value, text in zip(values, before, strict=True) if _WHOLE.search(text) or not _SINGLE.search(text)
    ]

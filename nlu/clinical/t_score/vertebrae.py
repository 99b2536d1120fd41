"""Scores of single vertebrae: the lumbar spine counts as a whole (reading R4), so they give way where its score is told."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.value import Value

_SINGLE = re.compile(
    r"(?<![\w-])l[1-5]\s*(?:(?:alone|only|itself|by itself|on its own|is|was|at)\s*)*[:=(]?\s*(?:t(?:[\s-]?score)?\s*[:=]?\s*)?$"
)
_WHOLE = re.compile(
    r"(?:\bl\s?[12]\s?(?:-|to|\u2013)\s?l?\s?[34]|\bls|\bl/s|\bl-?spine|\blumbar(?: spine)?|\bspine|\btotal)"
    r"\s*[:=(]?\s*(?:t(?:[\s-]?score)?\s*[:=]?\s*)?$"
)


# "-1.95 L1-L4 (L1 -1.7, L2 -1.9)": the place stands behind the value.
_WHOLE_BEHIND = re.compile(
    r"\s*(?:sds?\s*)?[(\[]?\s*(?:(?:at|in|for|on)\s+)?(?:the\s+|whole\s+|total\s+)*"
    r"(?:l\s?[12]\s?(?:-|to|\u2013)\s?l?\s?[34]\b|ls\b|l/s\b|l-?spine|lumbar|spine|overall)"
)


# "LS -2.0, excluding L1 -2.3": the spine without a vertebra that is worn or broken is the one that counts.
_EXCLUDED_BEFORE, _EXCLUDED_BEHIND = Pattern("scan_sites", "excluded_before"), Pattern("scan_sites", "excluded_behind")
_SPINE = ("", "spine")


def without_single_vertebrae(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Return the values without those of L1, L2, L3 or L4 alone, where the spine as a whole has one."""
    mended = [value for value in values if _excludes(analysis, value)]
    if mended:
        return [value for value in values if value in mended or value.site not in _SPINE]
    single = [value for value in values if _SINGLE.search(_before(analysis, value))]
    others = [value for value in values if value not in single]
    return others if any(_is_whole(analysis, value) for value in others) else values


def _excludes(analysis: Analysis, value: Value) -> bool:
    before = analysis.before(value.number.start, 45)
    behind = _EXCLUDED_BEHIND.match(analysis.plain, value.number.end)
    return value.site in _SPINE and bool(behind or _EXCLUDED_BEFORE.search(before))


def _before(analysis: Analysis, value: Value) -> str:
    return analysis.before(value.number.start, 30)


def _is_whole(analysis: Analysis, value: Value) -> bool:
    behind = _WHOLE_BEHIND.match(analysis.plain, value.number.end)
    return behind is not None or _WHOLE.search(_before(analysis, value)) is not None

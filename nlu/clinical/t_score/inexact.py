"""Numbers beside a T-score that give no exact value: "below -2.5", "nearly -3", "-2.x", and those of a normal range."""

from __future__ import annotations

import re
from decimal import Decimal

from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.value import Value

# "DEXA normal -0.5": what was found; "normal -1 or above" is what others find.
_FOUND_NORMAL = Pattern("values", "found_normal")
_OR_ABOVE = re.compile(r"\s*(?:(?:and|or)\s+(?:above|over|higher|better|more|up)|to\b|upwards?\b|\+)")
_NORMAL = re.compile(
    r"\bnormal (?:t-?\s?score|range|value|is|being|t)?\s*(?:is|of|:|=|above|over|"
    r"below)?\s*[\u2264\u2265<>]?\s*=?\s*$|\b(?:threshold|cut-?off)\s*(?:of|is|:)?\s*$"
)
_LIMIT = re.compile(
    r"(?<![-=])[\u2264\u2265<>]\s*=?\s*$|\b(?:above|below|under|over|less than|more than|"
    r"lower than|higher than|worse than|better than|at least|at or below|up to)\s*$"
)
_NEAR_BEFORE, _NEAR_BEHIND = Pattern("inexact", "near_before"), Pattern("inexact", "near_behind")
_NO_DIGIT, _DIGIT_LOST = Pattern("inexact", "no_digit"), Pattern("inexact", "digit_lost")
_ALL_ABOVE, _ALL_BELOW = Pattern("inexact", "all_above"), Pattern("inexact", "all_below")
# Words this far behind a number still say that a digit of it cannot be read.
_REACH = 80


def is_reference(analysis: Analysis, number: Number) -> bool:
    """True for "normal T-score \u2265 -1.0": what others have."""
    return not _is_found_normal(analysis, number) and _NORMAL.search(analysis.before(number.start)) is not None


def is_limit(analysis: Analysis, number: Number) -> bool:
    """True for "below -2.5", "nearly -3" and "-3, almost": the value lies on a side of the number."""
    before = analysis.before(number.start)
    if _LIMIT.search(before):
        return not _is_found_normal(analysis, number)
    return bool(_NEAR_BEFORE.search(before) or _NEAR_BEHIND.match(analysis.plain, number.end))


def _is_found_normal(analysis: Analysis, number: Number) -> bool:
    found = _FOUND_NORMAL.search(analysis.before(number.start))
    return found is not None and not _OR_ABOVE.match(analysis.plain, number.end)


def lacks_digit(analysis: Analysis, number: Number) -> bool:
    """True for "-2.x" and "-2.4, last digit illegible"."""
    if number.is_whole and _NO_DIGIT.match(analysis.plain, number.end):
        return True
    return _DIGIT_LOST.search(analysis.after(number.end, _REACH)) is not None


def without_summaries(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Leave out the limit that sums up the exact values beside it ("all above -1 (LS -0.7, FN -0.9)")."""
    exact = [value for value in values if not value.vague]
    if not exact:
        return values
    ends = min(value.low for value in exact), max(value.low for value in exact)
    return [value for value in values if not (value.vague and _sums_up(analysis, value, *ends))]


def _sums_up(analysis: Analysis, value: Value, lowest: Decimal, highest: Decimal) -> bool:
    before = analysis.before(value.number.start, 60)
    if value.low <= lowest and _ALL_ABOVE.search(before):
        return True
    return value.low >= highest and _ALL_BELOW.search(before) is not None

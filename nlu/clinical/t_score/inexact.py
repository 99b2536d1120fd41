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
_ABOUT_BEFORE, _ABOUT_BEHIND = Pattern("inexact", "about"), Pattern("inexact", "about_behind")
# The T-scores from which the table changes: -1, -2 and -3.
_LIMITS = frozenset({1, 2, 3})
_NEAR_BEFORE, _NEAR_BEHIND = Pattern("inexact", "near_before"), Pattern("inexact", "near_behind")
_NO_DIGIT, _DIGIT_LOST = Pattern("inexact", "no_digit"), Pattern("inexact", "digit_lost")
_ALL_ABOVE, _ALL_BELOW = Pattern("inexact", "all_above"), Pattern("inexact", "all_below")
# "-2.7 … so near -3": within half a unit the limit is spoken of because the value comes close to it.
_NEAR = Decimal("0.5")
_OTHER_VALUE = Pattern("inexact", "other_value")
# Words this far behind a number still say that a digit of it cannot be read.
_REACH = 80


def is_reference(analysis: Analysis, number: Number) -> bool:
    """True for "normal T-score \u2265 -1.0": what others have."""
    return not _is_found_normal(analysis, number) and _NORMAL.search(analysis.before(number.start)) is not None


def is_limit(analysis: Analysis, number: Number) -> bool:
    """True for "below -2.5", "nearly -3", "-3, almost": the value lies on a side of the number.

    "About -2.4" is as good as -2.4; "about -3" may lie on either side of a limit of the table.
    """
    before = analysis.before(number.start)
    if _LIMIT.search(before):
        return not _is_found_normal(analysis, number)
    is_about = _ABOUT_BEFORE.search(before) or _ABOUT_BEHIND.match(analysis.plain, number.end)
    if is_about and number.magnitude in _LIMITS:
        return True
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
    """Leave out the limit that sums up or comments on exact values ("all above -1 (LS -0.7)", "-2.95, so near -3")."""
    exact = [value for value in values if not value.vague]
    if not exact:
        return values
    ends = min(value.low for value in exact), max(value.low for value in exact)
    return [v for v in values if not (v.vague and (_sums_up(analysis, v, *ends) or _comments(analysis, v, exact)))]


def _comments(analysis: Analysis, value: Value, exact: list[Value]) -> bool:
    """True for the "near -3" that says how far the exact value before it is from a limit; it names no other place or time."""
    told_before = [v for v in exact if v.number.end <= value.number.start]
    if not told_before or value.site not in ("", told_before[-1].site) or value.lacks_digit:
        return False
    if value.year or value.earlier or value.changed or value.later or not _NEAR_BEFORE.search(_lead(analysis, value)):
        return False
    gap = analysis.between(told_before[-1].number.end, value.number.start)
    is_another = _OTHER_VALUE.search(gap) is not None
    return not is_another and any(abs(v.low - value.low) <= _NEAR for v in told_before)


def _lead(analysis: Analysis, value: Value) -> str:
    return analysis.before(value.number.start)


def _sums_up(analysis: Analysis, value: Value, lowest: Decimal, highest: Decimal) -> bool:
    before = analysis.before(value.number.start, 60)
    if value.low <= lowest and _ALL_ABOVE.search(before):
        return True
    return value.low >= highest and _ALL_BELOW.search(before) is not None

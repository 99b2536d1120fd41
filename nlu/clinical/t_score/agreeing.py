"""Two values of one place that are no contradiction: one rounds the other, or two machines gave them and the row is the same."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.value import Value

_ROUNDED, _TWO_MACHINES = Pattern("values", "rounded"), Pattern("values", "two_machines")
# The T-scores from which the table changes; each belongs to the side below it (reading R5).
_LIMITS = (Decimal(-1), Decimal(-2), Decimal(-3))
_TENTH = Decimal("0.1")


def without_roundings(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Leave out the -2.0 of "-1.98 (the summary rounds it to -2.0)": the exact value is the one that was measured."""
    if len(values) < 2 or not _ROUNDED.search(analysis.plain):
        return values
    rounded = [v for pair in pairwise(values) for v in pair if any(_rounds(v, other) for other in pair)]
    return [value for value in values if value not in rounded]


def _rounds(value: Value, exact: Value) -> bool:
    if value.site and exact.site and value.site != exact.site:
        return False
    return _decimals(value) < _decimals(exact) and value.low in _roundings(exact, _decimals(value))


def _roundings(exact: Value, decimals: int) -> set[Decimal]:
    step = _TENTH if decimals else Decimal(1)
    return {exact.low.quantize(step, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)}


def _decimals(value: Value) -> int:
    return len(value.number.digits.partition(".")[2])


def lie_in_one_band(analysis: Analysis, values: list[Value]) -> bool:
    """True for "T -2.4 on one machine, -2.6 on the other": whichever is right, the table says the same."""
    if not _TWO_MACHINES.search(analysis.plain) or not all(v.sign_known and not v.vague for v in values):
        return False
    return len({tuple(value.low <= limit for limit in _LIMITS) for value in values}) == 1

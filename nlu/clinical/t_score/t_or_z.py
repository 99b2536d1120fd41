"""Values of which the person does not know whether they are the T-score or the Z-score."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.value import Value

# A mere "score" may be either.
_T = re.compile(r"\bt\b|\btscore")
_T_OR_Z, _MAYBE_Z = Pattern("inexact", "t_or_z"), Pattern("inexact", "maybe_z")
# Words further than this from a value doubt something else.
_REACH = 100


def may_be_z(analysis: Analysis, value: Value) -> bool:
    """True for "score -2.1, T or Z I don't know"; "T-score -2.1. Do you go by T or Z?" leaves no doubt."""
    after = analysis.after(value.number.end, _REACH)
    if _MAYBE_Z.search(after):
        return True
    if _is_called_t(analysis, value):
        doubt = _T_OR_Z.search(after)
        return doubt is not None and not analysis.in_question(value.number.end + doubt.start())
    return _T_OR_Z.search(analysis.before(value.number.start, _REACH) + after) is not None


def _is_called_t(analysis: Analysis, value: Value) -> bool:
    """True where a "T" announces the value right before or behind it."""
    return _T.search(analysis.between(value.start, max(value.end, value.number.end) + 1)) is not None

"""A limit behind a denial ("no broken bones since my periods stopped"), told apart from one of another thing in the list."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

_SINCE = Pattern("denial", "since")
_OTHER_ITEM = Pattern("denial", "other_item")
# A drug begins another item only behind one of these: "no fractures on Fosamax since 2019" is limited by its year.
_ITEM_ENDS = re.compile(r",(?!\d)|\b(?:and|but|plus)\b|&")


def has_limit(analysis: Analysis, start: int, after: str) -> bool:
    """Return whether the words `after` a denial, which begin at `start`, tell a limit of it and of nothing else."""
    return any(not _is_of_another(analysis, start, start + match.start()) for match in _SINCE.finditer(after))


def _is_of_another(analysis: Analysis, start: int, limit: int) -> bool:
    """True for the flushes of "no broken bones, awful flushes since my periods stopped"."""
    if any(start <= symptom.start < limit for symptom in analysis.theme("symptom")):
        return True
    item = _ITEM_ENDS.search(analysis.plain, start, limit)
    if item is None:
        return False
    if any(item.end() <= drug.start < limit for drug in analysis.theme("drug")):
        return True
    return _OTHER_ITEM.search(analysis.plain, item.end(), limit) is not None

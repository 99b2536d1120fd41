"""Tales of a danger that lies years back and ended well: who tells them warns others, and needs no alarm."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

LEAST_WORDS = 20
"""A shorter message is no tale: its few words are judged one by one."""

_YEARS_BACK, _ENDED_WELL = Pattern("bygone", "years_back"), Pattern("bygone", "ended_well")
_OF_NOW = Pattern("bygone", "of_now")
_IN_YEAR = re.compile(r"\b(?:in|since|back in) (?:19|20)\d\d\b")


def is_tale_of_years_ago(analysis: Analysis) -> bool:
    """True where a long message puts its story years back, says how it ended, and tells nothing of these days."""
    plain = analysis.plain
    if analysis.words_between(0, len(plain)) < LEAST_WORDS or not _ENDED_WELL.search(plain):
        return False
    earlier = any(analysis.has_earlier_year(match.group()) for match in _IN_YEAR.finditer(plain))
    return (earlier or _YEARS_BACK.search(plain) is not None) and _OF_NOW.search(plain) is None

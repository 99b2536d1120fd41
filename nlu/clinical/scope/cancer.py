"""Cancers that have gone to a bone, told of the place and not as metastases ("it's spread to her hip and spine")."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

# The cancer is named so many characters before what it did, or fewer.
_REACH = 120

_NAMED, _SPREAD, _SECONDARIES = (Pattern("cancer", name) for name in ("named", "spread", "secondaries"))
_GOES_ON, _OTHER, _FEAR = (Pattern("cancer", name) for name in ("goes_on", "other", "fear"))


def in_bones(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return at most one finding: clear where it is told, asked where it is feared."""
    for match in (*_SPREAD.finditer(analysis.plain), *_SECONDARIES.finditer(analysis.plain)):
        start, end = match.span()
        if match.re.pattern == _SPREAD.pattern and not _is_of_cancer(analysis, ownership, start):
            continue
        context = ownership.context(start, end)
        if ownership.fact_status(start, end) != "present" or context.denied or context.general:
            continue
        doubtful = context.uncertain or _FEAR.search(analysis.before(start, 60))
        certainty, reason = (ASK, "uncertain") if doubtful else (CLEAR, "")
        return [analysis.finding("scope", "cancer_or_metastases", (start, end), certainty, "present", reason)]
    return []


def _is_of_cancer(analysis: Analysis, ownership: Ownership, start: int) -> bool:
    """True where the nearest thing named before that can spread is a cancer of the case."""
    named = list(_NAMED.finditer(analysis.plain, max(0, start - _REACH), start))
    if not named:
        return False
    gap = analysis.between(named[-1].end(), start)
    is_its_own = ownership.fact_status(*named[-1].span()) == "present"
    return is_its_own and _GOES_ON.fullmatch(gap) is not None and not _OTHER.search(gap)

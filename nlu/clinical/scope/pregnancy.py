"""Pregnancies as notes write them, in weeks, and births of some weeks ago."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_GRAVIDA, _BIRTH = Pattern("scope", "gravida"), Pattern("scope", "birth")
_OF_FORTY, _NOT_OF_FORTY = Pattern("scope", "of_forty"), Pattern("scope", "not_of_forty")
_DELIVERED = Pattern("scope", "delivered")
_PAST = Pattern("scope", "past_pregnancy")


def pregnancy(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return at most one finding: clear for "G1P0 28 wk" and a baby of ten weeks, asked for a bare "28/40"."""
    doubtful = (_DELIVERED,) if _NOT_OF_FORTY.search(analysis.plain) else (_DELIVERED, _OF_FORTY)
    for patterns, certainty, reason in (((_GRAVIDA, _BIRTH), CLEAR, ""), (doubtful, ASK, "uncertain")):
        for pattern in patterns:
            match = pattern.search(analysis.plain)
            if match and ownership.fact_status(*match.span()) == "present" and not is_bygone(analysis, match.end()):
                return [analysis.finding("scope", "pregnancy", match.span(), certainty, "present", reason)]
    return []


def is_bygone(analysis: Analysis, end: int) -> bool:
    """True where what follows up to plain[end] tells that it was years ago."""
    return bool(_PAST.search(analysis.between(end, min(analysis.sentence(end - 1).end, end + 40))))

"""Pregnancies as notes write them, in weeks, and births of some weeks ago."""

from __future__ import annotations

import re

from nlu.clinical.age.mentions import find_ages
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_GRAVIDA, _BIRTH = Pattern("scope", "gravida"), Pattern("scope", "birth")
_OF_FORTY, _NOT_OF_FORTY = Pattern("scope", "of_forty"), Pattern("scope", "not_of_forty")
_GONE, _GESTATION, _WEEKS = Pattern("scope", "gone"), Pattern("scope", "gestation"), Pattern("scope", "weeks")
_OBSTETRIC, _OF_PREGNANCY = Pattern("scope", "obstetric"), Pattern("scope", "of_pregnancy")
_TESTED, _TWO_LINES = Pattern("scope", "tested_pregnant"), Pattern("scope", "two_lines")
_NOT_OF_PREGNANCY = Pattern("scope", "not_of_pregnancy")
_DELIVERED = Pattern("scope", "delivered")
_PAST, _WAS_PREGNANT = Pattern("scope", "past_pregnancy"), Pattern("scope", "was_pregnant")
# At this age weeks are those of something else.
_TOO_OLD = 56


def pregnancy(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return at most one finding: clear for "G1P0 28 wk" and "antenatal clinic, 28/40", asked for a bare "28/40"."""
    doubtful = (_DELIVERED,) if _NOT_OF_FORTY.search(analysis.plain) else (_DELIVERED, _OF_FORTY)
    tested, perhaps = _tested(analysis)
    told, doubtful = (_GRAVIDA, _BIRTH, *tested, *_in_weeks(analysis)), (*doubtful, *perhaps)
    for patterns, certainty, reason in ((told, CLEAR, ""), (doubtful, ASK, "uncertain")):
        for pattern in patterns:
            match = pattern.search(analysis.plain)
            if match and ownership.fact_status(*match.span()) == "present" and not _was(analysis, pattern, match):
                return [analysis.finding("scope", "pregnancy", match.span(), certainty, "present", reason)]
    return []


def _tested(analysis: Analysis) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    """Return the ways of telling a test that mean a pregnancy, and those that only may.

    Two lines on a test may be those of an infection, unless her age is told.
    """
    ages = [mention.likely for mention in find_ages(analysis)]
    if any(age >= _TOO_OLD for age in ages) or _NOT_OF_PREGNANCY.search(analysis.plain):
        return (), ()
    return ((_TESTED, _TWO_LINES), ()) if ages else ((_TESTED,), (_TWO_LINES,))


def _in_weeks(analysis: Analysis) -> tuple[Pattern, ...]:
    """Return the ways of telling weeks that mean a pregnancy beside the other words of the message."""
    old = any(mention.likely >= _TOO_OLD for mention in find_ages(analysis))
    if old or _NOT_OF_FORTY.search(analysis.plain):
        return ()
    clinical = (_GESTATION,) if _OBSTETRIC.search(analysis.plain) else ()
    return (_GONE, *clinical, *((_WEEKS,) if _OF_PREGNANCY.search(analysis.plain) else ()))


def _was(analysis: Analysis, pattern: Pattern, match: re.Match[str]) -> bool:
    of_weeks = pattern in (_GONE, _GESTATION, _WEEKS)
    earlier = of_weeks and _WAS_PREGNANT.search(analysis.before(match.start())) is not None
    return earlier or is_bygone(analysis, match.end())


def is_bygone(analysis: Analysis, end: int) -> bool:
    """True where what follows up to plain[end] tells that it was years ago."""
    return bool(_PAST.search(analysis.between(end, min(analysis.sentence(end - 1).end, end + 40))))

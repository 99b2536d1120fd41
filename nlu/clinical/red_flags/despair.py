"""Thoughts of dying told in plain words, without a word of death ("been thinking how many tablets it would take")."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.red_flags.harmless import is_figure, is_harmless_talk_of_dying

_SAID, _OTHERWISE = Pattern("despair", "said"), Pattern("despair", "otherwise")
_WORN_OUT, _WORN_OUT_OF = Pattern("despair", "worn_out"), Pattern("despair", "worn_out_of")
_FAREWELL, _NO_FAREWELL = Pattern("despair", "farewell"), Pattern("despair", "farewell_otherwise")
_NO_WISH = Pattern("activity", "no_wish")


def despair_span(analysis: Analysis) -> tuple[int, int] | None:
    """Return the stretch that tells of it, None where there is none or it is denied, long past or asked in general."""
    for match in _SAID.finditer(analysis.plain):
        if _counts(analysis, *match.span()):
            return match.span()
    farewell = _FAREWELL.search(analysis.plain)
    if farewell and not _NO_FAREWELL.search(analysis.plain):
        return farewell.span()
    worn_out = _WORN_OUT.search(analysis.plain)
    if worn_out and not analysis.theme("drug") and not _WORN_OUT_OF.search(analysis.plain):
        return worn_out.span()
    return None


def _counts(analysis: Analysis, start: int, end: int) -> bool:
    if is_figure(analysis, start, end) or is_harmless_talk_of_dying(analysis, start, end):
        return False
    return not _NO_WISH.search(analysis.before(start, 30)) and not _OTHERWISE.search(analysis.between(start, end + 10))

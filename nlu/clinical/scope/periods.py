"""Periods that still come as ever, in whatever words."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_REGULAR, _NOT_OF_PERIODS = Pattern("scope", "regular_periods"), Pattern("scope", "not_of_periods")
_ON_HORMONES = Pattern("scope", "bleeds_on_hormones")
_OF_PERIODS = re.compile(r"period|cycle|mens|monthl|bleed")


def regular_periods(analysis: Analysis) -> list[Mention]:
    """Return the words for periods that come as ever ("periods normal", "44, still regular as clockwork")."""
    found = []
    for match in _REGULAR.finditer(analysis.plain):
        start, end = match.span("said" if match["said"] else 0)
        # Hormones bring on a bleeding every month long after the periods are over.
        if "bleed" in match.group() and _ON_HORMONES.search(analysis.plain):
            continue
        if _OF_PERIODS.search(match.group()) or not _NOT_OF_PERIODS.search(_sentence_text(analysis, start)):
            found.append(Mention(start, end, "scope", "premenopausal"))
    return found


def _sentence_text(analysis: Analysis, position: int) -> str:
    sentence = analysis.sentence(position)
    return analysis.between(sentence.start, sentence.end)

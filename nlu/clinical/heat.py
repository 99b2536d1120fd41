"""Heat and sweats told in everyday words ("soaked nightie"), and causes of them other than the menopause."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import context_of
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_TOLD = Pattern("heat", "told")
_OF_HEAT = re.compile(
    r"\b(?:sweat\w*|nightsweats?|soak\w*|drench\w*|dripping|wet|wringing|boil\w*|burn\w*|roast\w*|heat|covers|duvet)\b"
)
_ILL = Pattern("heat", "ill")
_WARMED = Pattern("heat", "warmed")
_EXERTED = Pattern("heat", "exerted")
_NIGHT = re.compile(
    r"\b(?:nights?|nightly|wak\w+|woken?|bed|sleep|asleep|[1-5] ?am|sheets?|night\w+|pyjamas?|pajamas?|duvet|covers)\b"
)


def mentions(analysis: Analysis) -> list[Mention]:
    """Return the mentions of symptoms; a phrase of heat or sweats takes the place of the words inside it."""
    told = [Mention(m.start(), m.end(), "symptom", "sure") for m in _TOLD.finditer(analysis.plain)]
    others = [m for m in analysis.theme("symptom") if not any(t.start < m.end and m.start < t.end for t in told)]
    return sorted([*others, *told])


def other_cause(analysis: Analysis, mention: Mention) -> str:
    """Return "ill" for sweats beside a fever, "warmed" for those of a gym or of hot weather, else ""."""
    words = analysis.between(mention.start, mention.end)
    if not _OF_HEAT.search(words):
        return ""
    sentence = analysis.sentence(mention.start)
    if _WARMED.search(analysis.plain, sentence.start, sentence.end):
        return "warmed"
    by_night = _NIGHT.search(words + analysis.between(mention.end, min(sentence.end, mention.end + 25)))
    if not by_night and _EXERTED.search(analysis.plain, sentence.start, sentence.end):
        return "warmed"
    ill = _ILL.finditer(analysis.plain, sentence.start, sentence.end)
    return "ill" if any(not context_of(analysis, m.start(), m.end()).denied for m in ill) else ""

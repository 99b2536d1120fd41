"""Heat and sweats told in everyday words ("soaked nightie"), and causes of them other than the menopause."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import context_of
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.segments import Segment

_TOLD = Pattern("heat", "told")
_OF_HEAT = re.compile(
    r"\b(?:sweat\w*|nightsweats?|soak\w*|drench\w*|dripping|wet|wringing|boil\w*|burn\w*|roast\w*|bak(?:e|ing)|"
    r"swelter\w*|on fire|hot one|overheat\w*|heat|covers|duvet)\b"
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
    warmed, exerted, ill = analysis.once(f"heat {sentence.start}", lambda a: _causes(a, sentence))
    by_night = _NIGHT.search(words + analysis.between(mention.end, min(sentence.end, mention.end + 25)))
    if warmed or (exerted and not by_night):
        return "warmed"
    return "ill" if ill else ""


def _causes(analysis: Analysis, sentence: Segment) -> tuple[bool, bool, bool]:
    """Say which causes a sentence names: heat from outside, exertion, an illness that is not denied."""
    warmed, exerted = (bool(p.search(analysis.plain, sentence.start, sentence.end)) for p in (_WARMED, _EXERTED))
    ill = _ILL.finditer(analysis.plain, sentence.start, sentence.end)
    return warmed, exerted, any(not context_of(analysis, m.start(), m.end()).denied for m in ill)

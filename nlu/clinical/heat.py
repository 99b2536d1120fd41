"""Heat and sweats told in everyday words ("soaked nightie"), and causes of them other than the menopause."""

from __future__ import annotations

import re

from nlu.clinical.age.mentions import find_ages
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
_STRONG_BEFORE, _STRONG_AFTER = Pattern("heat", "strong_before"), Pattern("heat", "strong_after")
_MEDICINES, _MALE = Pattern("heat", "medicines"), Pattern("scope", "male")
_SWEATS = re.compile(r"(?:hot )?sweat(?:s|ing)")
# Strong sweats at these ages are those of the menopause, unless another cause is told.
_AROUND_MENOPAUSE = range(45, 66)


def mentions(analysis: Analysis) -> list[Mention]:
    """Return the mentions of symptoms; a phrase of heat or sweats takes the place of the words inside it."""
    told = [Mention(m.start(), m.end(), "symptom", "sure") for m in _TOLD.finditer(analysis.plain)]
    others = [m for m in analysis.theme("symptom") if not any(t.start < m.end and m.start < t.end for t in told)]
    sure = [m._replace(concept="sure") if _is_of_menopause(analysis, m) else m for m in others]
    return sorted([*sure, *told])


def _is_of_menopause(analysis: Analysis, mention: Mention) -> bool:
    """True for "sweats drenching" of a woman near the menopause or after it, where nothing else is told that makes sweat."""
    if not _SWEATS.fullmatch(analysis.between(mention.start, mention.end)):
        return False
    before = _STRONG_BEFORE.search(analysis.before(mention.start, 40))
    if not (before or _STRONG_AFTER.match(analysis.plain, mention.end)):
        return False
    if _MEDICINES.search(analysis.plain) or _MALE.search(analysis.plain):
        return False
    told = analysis.concept("scope", "in_scope", "peri") or analysis.concept("drug", "menopausal_hormone_therapy")
    ages = [each.likely for each in find_ages(analysis)]
    near = any(age in _AROUND_MENOPAUSE for age in ages) or (bool(told) and not ages)
    return near and not _is_ill(analysis, 0, len(analysis.plain))


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
    return warmed, exerted, _is_ill(analysis, sentence.start, sentence.end)


def _is_ill(analysis: Analysis, start: int, end: int) -> bool:
    """True where an illness that makes people sweat is named between the two places and not denied."""
    return any(not context_of(analysis, *m.span()).denied for m in _ILL.finditer(analysis.plain, start, end))

"""Ages that a turn of phrase tells: "I have completed 70 years", "never broken in 78 years", "excellent for 63"."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

_PAIRS = tuple(
    (Pattern("told_age", lead), Pattern("told_age", close))
    for lead, close in (
        ("had_years", "years_close"),
        ("completed", "completed_closes"),
        ("reached", "reached_closes"),
        ("good_for", "good_closes"),
    )
)
# "Calcium is good for 60" judges no bone.
_GOOD_FOR, _OF_BONES = Pattern("told_age", "good_for"), Pattern("told_age", "of_bones")
_IN_LIFE, _LIFE_CLOSES, _EVER = (Pattern("told_age", name) for name in ("in_life", "life_closes", "ever"))
_LATELY = Pattern("told_age", "lately")
_SET_OFF_BEFORE, _SET_OFF_BEHIND = Pattern("told_age", "set_off_before"), Pattern("told_age", "set_off_behind")
_LIKELY_LOWEST, _LIKELY_HIGHEST = 40, 105


def is_told(analysis: Analysis, number: Number, before: str) -> bool:
    """True where the words around the number are a way of telling an age that is no label and no "I am"."""
    if not number.is_whole or number.sign or not _LIKELY_LOWEST <= number.magnitude <= _LIKELY_HIGHEST:
        return False
    if _GOOD_FOR.search(before) and not _OF_BONES.search(analysis.before(number.start, 90)):
        return False
    if any(lead.search(before) and close.match(analysis.plain, number.end) for lead, close in _PAIRS):
        return True
    return _is_a_whole_life(analysis, number, before)


def is_lately(plain: str, end: int) -> bool:
    """True where the words at `end` put a birthday in these days ("I was 63 last week")."""
    return _LATELY.match(plain, end) is not None


def is_set_off(analysis: Analysis, start: int, end: int) -> bool:
    """True for "one of our ladies, 88, has …?": the age beside the person is told, whatever is asked of her."""
    return bool(_SET_OFF_BEFORE.search(analysis.before(start, 60)) and _SET_OFF_BEHIND.match(analysis.plain, end))


def _is_a_whole_life(analysis: Analysis, number: Number, before: str) -> bool:
    """True for "the only thing I've ever broken in 78 years"; "in 40 years of marriage" is no age."""
    if not (_IN_LIFE.search(before) and _LIFE_CLOSES.match(analysis.plain, number.end)):
        return False
    sentence = analysis.sentence(number.start)
    return _EVER.search(analysis.plain, sentence.start, sentence.end) is not None

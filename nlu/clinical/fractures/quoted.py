"""A bone that stands without a word for breaking and may answer an open question.

It is read out from a letter ("he says it says proximal humerus on the letter") or told by how often ("I've had my wrist, twice").
"""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.places import Place
from nlu.clinical.patterns import Pattern

_READ_OUT = Pattern("places", "read_out")
_AROUND = Pattern("places", "around_read_out")
_HAD = Pattern("places", "had")
_HOW_OFTEN = Pattern("places", "how_often")
# What a letter names without a word for breaking may be the site of the scan.
_SCANNED = frozenset({"hip", "vertebra", "forearm", ""})


def may_answer(analysis: Analysis, place: Place) -> bool:
    """True where the place stands in words that only an answer to a question for it would have."""
    return _is_read_out(analysis, place) or _is_told_by_how_often(analysis, place)


def _is_read_out(analysis: Analysis, place: Place) -> bool:
    """True where the message is this place and words that say where it stands or who says it."""
    before, after = analysis.plain[: place.start], analysis.plain[place.end :]
    if place.site in _SCANNED or not (_READ_OUT.search(before) or _READ_OUT.search(after)):
        return False
    return _AROUND.fullmatch(before) is not None and _AROUND.fullmatch(after) is not None


def _is_told_by_how_often(analysis: Analysis, place: Place) -> bool:
    """True for "I've had my wrist, twice"."""
    sentence = analysis.sentence(place.start)
    had = _HAD.fullmatch(analysis.between(sentence.start, place.start))
    return had is not None and _HOW_OFTEN.match(analysis.plain, place.end) is not None

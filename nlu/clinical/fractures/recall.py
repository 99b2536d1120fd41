"""A bone that comes to mind after "no fractures" ("I said none, but I forgot about my wrist")."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import context_of
from nlu.clinical.fractures.places import Place
from nlu.clinical.patterns import Pattern

_RECALLED = Pattern("denial", "recalled")
_OTHER_THING = Pattern("denial", "other_thing")
_TAKES_BACK = Pattern("denial", "takes_back")
_REACH = 80


def is_recalled(analysis: Analysis, place: Place) -> bool:
    """True where the words before the place take back a denial of fractures made earlier in the message."""
    lead = _RECALLED.search(analysis.before(place.start, _REACH))
    if lead is None or is_other_thing(analysis, place):
        return False
    start = place.start - min(place.start, _REACH) + lead.start()
    if any(m.end <= start for m in analysis.theme("fracture_free")):
        return True
    words = [*analysis.theme("break"), *analysis.theme("some_fracture")]
    return any(m.end <= start and context_of(analysis, m.start, m.end).denied for m in words)


def is_other_thing(analysis: Analysis, place: Place) -> bool:
    """True for "my wrist splint" and "my hip scan": the word for the bone belongs to something else."""
    return bool(_OTHER_THING.match(analysis.plain, place.end))


def is_taken_back(analysis: Analysis, denial_end: int, told_start: int) -> bool:
    """True where words between a denial and the fracture told after it take the denial back."""
    return bool(_TAKES_BACK.search(analysis.between(denial_end, told_start)))

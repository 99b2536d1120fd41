"""Whether a message tells the cases of two patients ("72F hip # T -2.1 and 58F T -1.2 no fx"), whose facts must not be mixed.

A relative beside the patient is no second patient: she is told apart in `nlu.clinical.subject.case`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.repair import is_mended_between
from nlu.clinical.subject.people import OTHERS

_AGED, _NAMED, _COUNTED = Pattern("patients", "aged"), Pattern("patients", "named"), Pattern("patients", "counted")
_BARE_AGE = Pattern("patients", "bare_age")
_SCORE = re.compile(r"\bt[\s-]*scores?\b|\bt\s?[=:]?\s?-|-\s?\d[.,]\d")
_TOLD = ("break", "broken_site", "some_fracture", "fracture_free")
_CALLED = Pattern("patients", "called")
_PLACES = {
    "1": ("a", "1st", "one", "first"),
    "2": ("b", "2nd", "two", "second"),
    "3": ("c", "3rd", "three", "third"),
    "4": ("d", "fourth"),
}
"""The first of some patients is "A" for one writer and "1" for another."""
_OTHER = ("other", "next", "previous", "last", "earlier", "former")
_NEAR = 3


def tells_several(analysis: Analysis) -> bool:
    """Say whether a score or a fracture is told of two patients, each opened by her age or by what she is called."""
    plain = analysis.plain
    return any(_are_two(analysis, opened) for opened in (_opened_by(plain, _NAMED), _by_age(analysis)))


OTHER = "other"


def label_of(analysis: Analysis) -> str:
    """Return what the patient is called at the head of a message ("pt B:", "first patient:"), empty where she is not.

    A letter, a number and its place are one label; `other` is a patient told from the one before and no more.
    """
    match = _CALLED.match(analysis.written)
    if not match:
        return ""
    said = next(each for each in match.groups() if each)
    if said in _OTHER and match["ordinal"]:
        return OTHER
    return next((place for place, names in _PLACES.items() if said in names), said)


def _by_age(analysis: Analysis) -> list[tuple[int, str]]:
    plain = analysis.plain
    counted = _COUNTED.search(plain)
    aged = _opened_by(plain, _AGED) or (_opened_by(plain, _BARE_AGE, counted.end()) if counted else [])
    people = [person.end for person in analysis.concept("person", *OTHERS)]
    return [(at, age) for at, age in aged if not any(0 <= at - end <= _NEAR for end in people)]


def _opened_by(plain: str, pattern: Pattern, start: int = 0) -> list[tuple[int, str]]:
    """Return where the words for each patient begin, and what tells her from the other."""
    found = []
    for match in pattern.finditer(plain, start):
        who = next(name for name, said in match.groupdict().items() if said)
        found.append((match.start(who), match.group(who)))
    return found


def _are_two(analysis: Analysis, opened: list[tuple[int, str]]) -> bool:
    ends = [*(at for at, _ in opened[1:]), len(analysis.plain)]
    told = [each for each, end in zip(opened, ends, strict=False) if _tells_of_bones(analysis, each[0], end)]
    return any(
        who != other and not is_mended_between(analysis.plain, at, later)
        for (at, who), (later, other) in pairwise(told)
    )


def _tells_of_bones(analysis: Analysis, start: int, end: int) -> bool:
    told = any(start <= mention.start < end for theme in _TOLD for mention in analysis.theme(theme))
    return told or _SCORE.search(analysis.between(start, end)) is not None

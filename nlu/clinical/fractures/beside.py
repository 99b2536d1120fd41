"""Words beside a place that stand for the word for breaking: "none except the wrist", "wrist yes", "no sorry, my ankle"."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.places import Place, find_places
from nlu.clinical.fractures.repairs import mend_before

_DENIED = re.compile(r"\b(?:no|not|never)\s+(?:the |my |her )?$")
_AFFIRMED = re.compile(r"\s*[:,-]?\s*(?:yes|yeah|yep|did)\b")
_EXCEPT = re.compile(r"\b(?:except|apart from|other than|besides|aside from|bar|save|excepting|sauf|hormis)\b")
_JUST = re.compile(
    r"\b(?:no other (?:\w+\s+)?|no (?:\w+ )?|not (?:\w+ ){0,2})(?:fractures?|breaks?|broken(?: bones?)?|fractured|fx|fxs|#s?)\W+"
    r"(?:just|only|but)\b"
)


def is_affirmed(analysis: Analysis, place: Place) -> bool:
    """True for the wrist of "not hip, not spine, wrist yes"."""
    places = [each for each in find_places(analysis) if each is not place]
    denied = any(_DENIED.search(analysis.before(each.start, 20)) for each in places)
    return denied and _AFFIRMED.match(analysis.plain, place.end) is not None


def takes_back(analysis: Analysis, place: Place, before: str) -> bool:
    """True for the ankle of "a wrist fracture, no sorry it was my ankle"."""
    mended = mend_before(before)
    if mended is None:
        return False
    start = place.start - len(before) + mended
    return any(start - 40 <= m.end <= start for m in (*analysis.theme("break"), *analysis.theme("broken_site")))


def follows_exception(analysis: Analysis, before: str) -> bool:
    """True for "no broken bones except a couple of toes"."""
    exceptions = list(_EXCEPT.finditer(before)) or list(_JUST.finditer(before))
    if not exceptions or not (analysis.theme("some_fracture") or analysis.theme("break")):
        return False
    return len(before[exceptions[-1].end() :].split()) <= 7


# "The only thing I ever broke is my little toe".
_THE_ONLY_ONE = re.compile(
    r"\b(?:only|all)\b(?=[^.;]*\b(?:brok\w*|break\w*|fractur\w+|crack\w*|snapped|bust)\b)(?: \w+){0,14}?"
    r" (?:is|was|were|are|being|has been)"
    r"(?: (?:just|only|once|an?|my|her|the|one|two|three|couple|few|of|little|left|right|big|small|baby))* $"
)


def is_the_only_one(before: str) -> bool:
    """True for the toe of "the only thing I ever broke is my little toe"."""
    return _THE_ONLY_ONE.search(before.replace("'", "")) is not None


def follows_colon(before: str) -> bool:
    """True for "my bones broke twice: L3 lifting a bucket, and pelvis …"."""
    head, colon, _ = before.rpartition(":")
    return (
        bool(colon)
        and bool(re.search(r"\b(?:bones? (?:broke|broken)|broke|broken|fractures?|breaks|fx)\b", head))
        and not re.search(r"\b(?:no|never|not)\b", head)
    )

"""Bones that a few words add to those told before: "and my ankle last month", "the hip as well"."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.places import Place

# A longer message adds a bone in plainer words.
_MOST_WORDS = 9
_ADDED = re.compile(r"\s+(?:as well|too|also)\W*$")
_JOINS = re.compile(r"\b(?:and|then)(?: then| also)? (?:my|her|the) (?:left |right )?$")
_JOINS_LOOSELY = re.compile(r"(?:\band\b|,|\bthen\b)(?: and| then| also| later)* (?:my|her|the|an?) (?:left |right )?$")
_SAID_OF_IT = re.compile(r"\s+(?:is|was|are|were|hurts?|got|has|had|feels?|still|aches?|replacement|pain\w*|op\b|scan)")
_ON_A_DAY = re.compile(
    r"\s+(?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b|\s+(?:in (?:19|20)\d\d|(?:\d+|a few|a|two|three|four|five|six|ten|some) "
    r"(?:days|weeks?|months?|years?) (?:ago|later|back))\b"
)
_BROKE = re.compile(
    r"\b(?:i|she|i've|i have|she has|mum|mother) (?:also |then |had )?(?:broke|broken|fractured|cracked|snapped)\b"
)


def is_added(analysis: Analysis, place: Place) -> bool:
    """True for "but she's got the hip as well", which may add a bone to those told before: asked."""
    return len(re.findall(r"\w+", analysis.plain)) <= _MOST_WORDS and bool(_ADDED.match(analysis.plain, place.end))


def is_joined_behind_force(analysis: Analysis, place: Place, before: str, energies: list[Energy]) -> bool:
    """True for the hip of "I broke my wrist skiing and my hip in the bathroom": the verb is said once, the place twice."""
    first = place.start - len(before)
    told = any(first <= energy.start and energy.end <= place.start for energy in energies)
    if not told or not _JOINS_LOOSELY.search(before) or _SAID_OF_IT.match(analysis.plain, place.end):
        return False
    return _BROKE.search(before) is not None


def is_of_the_same_verb(analysis: Analysis, place: Place, before: str) -> bool:
    """True for the ankle of "I broke my wrist at 22 and my ankle last month": the verb is said once, the day twice."""
    if not _JOINS.search(before) or not _ON_A_DAY.match(analysis.plain, place.end):
        return False
    return any(m.concept == "broken" and m.start < place.start for m in analysis.theme("break")) and bool(
        _BROKE.search(before)
    )

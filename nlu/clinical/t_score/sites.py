"""Finds where a T-score was measured: the words next to it name a scanned place, and not a broken one."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

# The table goes by spine, femoral neck and total hip alone; these places never stand for them.
NOT_COUNTED = frozenset({"forearm", "heel", "hip_part"})
_NAMES = ("spine", "femoral_neck", "total_hip", "forearm", "heel", "hip_part")
_SITES = {name: Pattern("scan_sites", name) for name in _NAMES}
# Between a place and its value stand only these ("hip T-score was -2.1", "the forearm one said -2.6").
_JOINED = re.compile(
    r"[\s:=,(]*(?:\([^()\d]{1,20}\)\s*)?(?:(?:is|was|of|at|t-?score|t|scan|dexa|dxa|result|bmd|score|value|reading|"
    r"came (?:back|out|in|up)|still|now|r|l|rt|lt|right|left|one|ones|said|says|reads?|gave|gives|showed|shows|scored|"
    r"(?:was|is) (?:the |my |her )?(?:worst|lowest|poorest|best|highest)|"
    r"measured|figure|number|region|area|site|part|bone|only|alone|as|about|around|roughly)\b[\s:=,(]*)*"
)
_TO_SITE = re.compile(
    r"\s*(?:sd\s*)?[(\[]?\s*(?:sd\s*)?(?:(?:(?:at|in|on|for|of|au|from|by)\b|[-:])\s*)?(?:(?:the|my|her|a)\b\s*)?"
    r"(?:(?:left|right|lt|rt|l|r)\b[\s-]*)?(?=[a-z]|1/3|33%)"
)
_SIDE = re.compile(r"\b(left|right|lt|rt|l|r)\b|\b([lr])(?:fn|th|nof)\b")
_BREAKS = ("break", "broken_site", "some_fracture")
# "The forearm gave -3.3": no bone gave there.
_GAVE_NUMBER = re.compile(r"(?:gave|gives)(?: (?:us|me|a|out))* (?:-|minus )\s?\w")
# A fracture further than this from a place broke something else.
_BREAK_REACH_WORDS = 4
# A lone "wrist T -2.4" may tell of the bone that broke; these words make it the scan's.
_SCANNED_BEFORE = Pattern("scan_sites", "scanned_before")
_SCANNED_NAME = Pattern("scan_sites", "scanned_name")
_SCANNED_AFTER = Pattern("scan_sites", "scanned_after")
_UNSCANNABLE_AFTER = Pattern("scan_sites", "unscannable_after")
_PLACED_AFTER = re.compile(r"\s*(?:sds?\s*)?(?:[(\[]|(?:at|in|on|for|of|from)\b)")


class Place(NamedTuple):
    """A scanned place named at plain[start:end]."""

    start: int
    end: int
    site: str


def places(analysis: Analysis) -> list[Place]:
    """Return the scanned places a message names, in order; broken ones are left out where they do not count."""
    return analysis.once("scan_sites", _places)


def _places(analysis: Analysis) -> list[Place]:
    found = [
        Place(match.start(), match.end(), name)
        for name, pattern in _SITES.items()
        for match in pattern.finditer(analysis.plain)
        if not _UNSCANNABLE_AFTER.match(analysis.plain, match.end())
    ]
    whole = [p for p in found if not any(_lies_within(p, other) for other in found)]
    return sorted(p for p in whole if p.site not in NOT_COUNTED or not is_broken(analysis, p))


def _lies_within(place: Place, other: Place) -> bool:
    """True for the "femoral" of "femoral neck" and the "femur" of "neck of femur"."""
    return other.start <= place.start and place.end <= other.end and other[:2] != place[:2]


def is_broken(analysis: Analysis, place: Place) -> bool:
    """True for the wrist of "broke my wrist, T -2.9": no density was measured there."""
    for theme in _BREAKS:
        for mention in analysis.theme(theme):
            if _GAVE_NUMBER.match(analysis.plain, mention.start):
                continue
            if mention.start < place.end and place.start < mention.end:
                return True
            first, second = sorted(((place.start, place.end), (mention.start, mention.end)))
            gap = analysis.between(first[1], second[0])
            reach = _BREAK_REACH_WORDS if mention.end <= place.start else 1
            if not re.search(r"[\d.;,]", gap) and analysis.words_between(first[1], second[0]) <= reach:
                return True
    return False


def between(analysis: Analysis, start: int, end: int) -> list[Place]:
    """Return the places named wholly between two positions."""
    return [place for place in places(analysis) if start <= place.start and place.end <= end]


def follows(analysis: Analysis, position: int) -> bool:
    """True where a place stands right behind `position` ("-2.2 in the spine")."""
    return _right_behind(analysis, position, len(analysis.plain)) is not None


def stands_before(analysis: Analysis, position: int) -> bool:
    """True where a place and nothing else stands before `position` ("LFN -3.3")."""
    near = between(analysis, max(0, position - 30), position)
    return bool(near) and bool(re.fullmatch(r"[\s:=(]*", analysis.between(near[-1].end, position)))


def site_of(analysis: Analysis, left: int, number: tuple[int, int], right: int, behind: bool, others: bool) -> str:
    """Return the site of the value at `number`: named just before it, else just after it, else earlier.

    left, right: how far the words may belong to it. behind: in its sentence sites stand behind their values.
    others: the message holds other values, so that even a lone "wrist" beside this one names a scan.
    """
    start, end = number
    before = between(analysis, left, start)
    nearest = max(before, key=lambda p: (p.end, p.end - p.start)) if before else None
    following = _right_behind(analysis, end, right)
    # "Distal radius T-score -1.0 fem neck": what broke stands before, what was scanned behind.
    if nearest and nearest.site in NOT_COUNTED and following and following.site not in NOT_COUNTED and not others:
        return following.site
    if nearest and not behind and _JOINED.fullmatch(analysis.between(nearest.end, start)):
        return nearest.site if others or _is_scanned(analysis, nearest, start) else ""
    if following:
        return following.site if others or _is_scanned_behind(analysis, end, following) else ""
    # Further off in the sentence a wrist or a heel has a story of its own.
    counted = [place for place in before if place.site not in NOT_COUNTED]
    return max(counted, key=lambda p: (p.end, p.end - p.start)).site if counted else ""


def _right_behind(analysis: Analysis, position: int, limit: int) -> Place | None:
    lead = _TO_SITE.match(analysis.plain, position)
    found = [p for p in places(analysis) if lead and p.start == lead.end() and p.start < limit]
    return max(found, key=lambda p: p.end) if found else None


def _is_scanned(analysis: Analysis, place: Place, number: int) -> bool:
    if place.site != "forearm" or _SCANNED_NAME.fullmatch(analysis.between(place.start, place.end)):
        return True
    return bool(
        _SCANNED_BEFORE.search(analysis.before(place.start))
        or _SCANNED_AFTER.match(analysis.between(place.end, number))
    )


def _is_scanned_behind(analysis: Analysis, position: int, place: Place) -> bool:
    if place.site != "forearm" or analysis.between(place.start, place.end) != "wrist":
        return True
    return bool(_PLACED_AFTER.match(analysis.plain, position))


def side_of(analysis: Analysis, left: int, number: tuple[int, int], right: int) -> str:
    """Return "l" or "r" where the words beside a value name the side of the hip, else ""."""
    before = re.split(r"[),;/]", analysis.between(max(left, number[0] - 30), number[0]))[-1]
    behind = re.split(r"[),;/]", analysis.between(number[1], min(right, number[1] + 14)))[0]
    match = next(iter(reversed(list(_SIDE.finditer(before)))), None) or _SIDE.search(behind)
    return (match.group(1) or match.group(2))[0] if match else ""

"""A scan of forearm, heel or finger that is told apart from its value ("only my forearm was scanned … T -3.1")."""

from __future__ import annotations

from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score.sites import NOT_COUNTED, Place, is_broken, places
from nlu.clinical.t_score.value import Value

_OUTLYING = Pattern("scan_sites", "outlying")
_SCAN_OF = Pattern("scan_sites", "scan_of")
_WAS_SCANNED = Pattern("scan_sites", "was_scanned")
_REPLACED_BEFORE = Pattern("scan_sites", "replaced_before")
_ALONE = Pattern("scan_sites", "alone")
# Of such a number the place must be asked, as of one of the forearm.
_PLACE_OPEN = Pattern("scan_sites", "place_open")
_NOT_BEFORE, _NOT_AFTER = Pattern("scan_sites", "not_measured_before"), Pattern("scan_sites", "not_measured_after")
# Words this far before a part of the body still tell that it was scanned.
_REACH = 45


def with_lone_site(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Give the T-scores of no place the forearm or heel that alone was scanned, and the one whose place is open."""
    known = [value for value in values if value.kind == "t"]
    if _PLACE_OPEN.search(analysis.plain) and len(known) == 1:
        return [replace(value, site="forearm") if value.kind == "t" else value for value in values]
    if not known or any(value.site for value in known) or not _is_scanned_alone(analysis):
        return values
    return [replace(value, site="forearm") if value.kind == "t" else value for value in values]


def _is_scanned_alone(analysis: Analysis) -> bool:
    scanned = [place for place in _outlying(analysis) if _is_scanned(analysis, place)]
    return bool(scanned) and (any(_is_only(analysis, p) for p in scanned) or not _names_hip_or_spine(analysis))


def _outlying(analysis: Analysis) -> list[Place]:
    found = (Place(m.start(), m.end(), "forearm") for m in _OUTLYING.finditer(analysis.plain))
    return [place for place in found if not is_broken(analysis, place)]


def _is_scanned(analysis: Analysis, place: Place) -> bool:
    before = analysis.before(place.start, _REACH)
    return bool(_SCAN_OF.search(before) or _WAS_SCANNED.match(analysis.plain, place.end))


def _is_only(analysis: Analysis, place: Place) -> bool:
    sentence = analysis.sentence(place.start)
    return _ALONE.search(analysis.plain, sentence.start, sentence.end) is not None


def _names_hip_or_spine(analysis: Analysis) -> bool:
    """True where the message names a place that counts, broken and replaced ones aside."""
    joints = analysis.concept("decoy", "joint")
    counted = (place for place in places(analysis) if place.site not in NOT_COUNTED)
    return any(
        not is_broken(analysis, place)
        and not _REPLACED_BEFORE.search(analysis.before(place.start, 15))
        and not _is_not_measured(analysis, place)
        and all(place.end <= j.start or j.end <= place.start for j in joints)
        for place in counted
    )


def _is_not_measured(analysis: Analysis, place: Place) -> bool:
    """True for the places of "no measurement of spine or hip was made" and "hip and spine not done"."""
    before = analysis.between(analysis.sentence(place.start).start, place.start)
    return bool(_NOT_BEFORE.search(before) or _NOT_AFTER.match(analysis.plain, place.end))

"""A vertebra that went down, lost height, or has a grade ("a vertebra has gone down a bit"): perhaps broken, so it is asked.

A vertebra or disc that slipped is another matter, and so is who slipped: it tells neither of a fracture nor of a fall.
"""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import Place, find_places
from nlu.clinical.fractures.told_short import is_hurt, is_perhaps_in_list
from nlu.clinical.patterns import Pattern

_WENT_DOWN = Pattern("sunk", "went_down")
_OF_ANOTHER_THING = Pattern("sunk", "of_another_thing")
_DENIED = Pattern("sunk", "denied")
_FLAT_BEFORE = Pattern("sunk", "flat_before")
_GRADED_BEFORE, _GRADED_AFTER = Pattern("sunk", "graded_before"), Pattern("sunk", "graded_after")
_IN_PLASTER, _IN_PLASTER_AFTER = Pattern("sunk", "in_plaster"), Pattern("sunk", "in_plaster_after")
_SLIPPED = Pattern("sunk", "slipped")


def sunk_places(analysis: Analysis, links: list[Link]) -> list[Place]:
    """Return the vertebrae that went down, without those that the message says are broken."""
    if any(link.place.site == "vertebra" for link in links):
        return []
    return [place for place in find_places(analysis) if place.site == "vertebra" and _is_sunk(analysis, place)]


def hurt_places(analysis: Analysis, links: list[Link]) -> list[Place]:
    """Return the bones that somebody "did" in an accident, or had in plaster, and of which no fracture is told."""
    told = {link.place.site for link in links}
    return [place for place in find_places(analysis) if place.site not in told and _is_hurt(analysis, place)]


def _is_hurt(analysis: Analysis, place: Place) -> bool:
    after = None if analysis.in_question(place.start) else _IN_PLASTER_AFTER.match(analysis.plain, place.end)
    in_plaster = _IN_PLASTER.search(analysis.before(place.start)) is not None or after is not None
    return in_plaster or is_hurt(analysis, place) or is_perhaps_in_list(analysis, place)


def _is_sunk(analysis: Analysis, place: Place) -> bool:
    before = analysis.before(place.start)
    is_else = _OF_ANOTHER_THING.search(before) or _DENIED.search(before)
    if is_else or _SLIPPED.search(analysis.plain):
        return False
    if _FLAT_BEFORE.search(before) or _GRADED_BEFORE.search(before) or _GRADED_AFTER.match(analysis.plain, place.end):
        return True
    return not analysis.in_question(place.start) and bool(_WENT_DOWN.match(analysis.plain, place.end))


def slipped(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the stretches that tell of a vertebra or a disc that slipped."""
    return [match.span() for match in _SLIPPED.finditer(analysis.plain)]

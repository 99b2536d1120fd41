"""Bones that a story names without a word for breaking: landed on and six weeks in plaster, or asked whether they count."""

from __future__ import annotations

from collections.abc import Sequence

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.narrowing import HasSpan
from nlu.clinical.fractures.places import Place, find_places, is_measured
from nlu.clinical.patterns import Pattern

_LANDED, _TREATED = Pattern("told_short", "landed"), Pattern("told_short", "treated")
_NO_BONE, _LATER_METAL = Pattern("told_short", "no_bone"), Pattern("told_short", "later_metal")
_BONE, _WENT = Pattern("told_short", "bone"), Pattern("told_short", "went")
_COUNTS_BEFORE, _COUNTS_AFTER = Pattern("told_short", "counts_before"), Pattern("told_short", "counts_after")
_REACH, _LEAD, _NEXT_WORDS = 180, 100, 20


def is_treated_as_broken(analysis: Analysis, place: Place, fell: bool) -> bool:
    """True for the wrist of "came down on my wrist. Six weeks in plaster" and for "the plateau, they put a plate in".

    fell: it is told how it happened.
    """
    if place.is_spine or analysis.in_question(place.start):
        return False
    lead = analysis.before(place.start, _LEAD)
    treated = _treatment(analysis, place, lead, fell)
    if treated is None or _NO_BONE.search(lead + treated):
        return False
    # "Landed on my hip, and my wrist was six weeks in plaster": another bone was treated.
    end = place.end + len(treated) + _NEXT_WORDS
    others = (p for p in find_places(analysis) if place.end <= p.start < end)
    return all(is_measured(analysis, other) for other in others)


def _treatment(analysis: Analysis, place: Place, lead: str, fell: bool) -> str | None:
    """Return the words up to the plaster or the metal, None without any that tells of a break."""
    is_bone = _BONE.fullmatch(analysis.between(place.start, place.end)) is not None
    if _LANDED.search(lead) or (is_bone and _WENT.search(lead)):
        after = analysis.after(place.end, _REACH)
        found = _TREATED.match(after) or _LATER_METAL.match(after)
    else:
        # Only told how it happened: the weeks in plaster stand in the sentence of the bone itself.
        found = _TREATED.match(analysis.between(place.end, analysis.sentence(place.start).end)) if fell else None
    return found.group() if found else None


def is_put_up(analysis: Analysis, place: Place, forces: Sequence[HasSpan]) -> bool:
    """True for "does pelvis count? I sat down hard": who goes on to tell how it happened asks of a bone that broke."""
    if not is_counted(analysis, place):
        return False
    return any(0 < e.start - place.end <= _REACH and not analysis.in_question(e.start) for e in forces)


def is_counted(analysis: Analysis, place: Place) -> bool:
    """True for "does pelvis count?"."""
    before = _COUNTS_BEFORE.search(analysis.before(place.start))
    return before is not None and _COUNTS_AFTER.match(analysis.plain, place.end) is not None

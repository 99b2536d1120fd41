"""Bones that broke by the way they are told, without a word for breaking.

One after the other with its year ("Wrist, 2011. Ankle, this year."), or hurt and mended with metal ("did my ankle, plates
and screws").
"""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.places import Place, find_places
from nlu.clinical.fractures.treated import is_treated_as_broken
from nlu.clinical.patterns import Pattern

_LABEL, _DAY = Pattern("told_short", "label"), Pattern("told_short", "day")
_METAL, _METAL_IN = Pattern("told_short", "metal"), Pattern("told_short", "metal_in")
_DID, _DID_FIRST, _HOW = Pattern("told_short", "did"), Pattern("told_short", "did_first"), Pattern("told_short", "how")
_BONE, _MENDED, _MENDED_BEFORE = (Pattern("told_short", name) for name in ("bone", "mended", "mended_before"))
_DISPLACED, _DISPLACED_BONE = Pattern("told_short", "displaced"), Pattern("told_short", "displaced_bone")
_DISPLACED_ELSE = Pattern("told_short", "displaced_else")
_HIP_MENDED, _HIP_MENDED_BEFORE = Pattern("told_short", "hip_mended"), Pattern("told_short", "hip_mended_before")
_PLATED = frozenset({"wrist", "ankle"})
# A hip and a knee with a year may be new joints, and these may name a scan.
_MAY_BE_ELSE = frozenset({"hip", "vertebra", "forearm", ""})
_REACH = 110


def is_dated_in_list(analysis: Analysis, place: Place) -> bool:
    """True for both of "Wrist, 2011. Ankle, this year.": sentences of nothing but a bone and a day."""
    return place.site not in _MAY_BE_ELSE and _is_in_list(analysis, place)


def is_perhaps_in_list(analysis: Analysis, place: Place) -> bool:
    """True for the hip of "Wrist, 2011. Hip, 2019.", which may be a new one: asked."""
    return place.site in _MAY_BE_ELSE and _is_in_list(analysis, place)


def _is_in_list(analysis: Analysis, place: Place) -> bool:
    if not _is_dated(analysis, place):
        return False
    others = (p for p in find_places(analysis) if p.site not in _MAY_BE_ELSE)
    return any(analysis.sentence(p.start) != analysis.sentence(place.start) and _is_dated(analysis, p) for p in others)


def _is_dated(analysis: Analysis, place: Place) -> bool:
    sentence = analysis.sentence(place.start)
    before, after = analysis.between(sentence.start, place.start), analysis.between(place.end, sentence.end)
    return _LABEL.fullmatch(before) is not None and _DAY.fullmatch(after) is not None


def is_mended_with_metal(analysis: Analysis, place: Place, fell: bool) -> bool:
    """True for the ankle that somebody "did", and that has plates and screws in it now; `fell`: it is told how it happened."""
    if _is_told_by_surgeon(analysis, place) or is_treated_as_broken(analysis, place, fell):
        return True
    if place.site in ("vertebra", ""):
        return False
    if is_hurt(analysis, place):
        return _is_bone(analysis, place) or _METAL.match(analysis.after(place.end, _REACH)) is not None
    return fell and not analysis.in_question(place.start) and _METAL_IN.search(analysis.before(place.start)) is not None


def _is_told_by_surgeon(analysis: Analysis, place: Place) -> bool:
    """True for "undisplaced NOF", "distal radius, plated" and "nailing of intertroch"; "displaced disc" is no bone."""
    if (
        place.site == "vertebra"
        or _DISPLACED_ELSE.match(analysis.plain, place.end)
        or analysis.in_question(place.start)
    ):
        return False
    before = analysis.before(place.start)
    if _DISPLACED.search(before):
        return True
    mended = _MENDED.match(analysis.plain, place.end) or _MENDED_BEFORE.search(before)
    if _is_bone(analysis, place):
        return mended is not None or _DISPLACED_BONE.search(before) is not None
    return mended is not None and place.site in _PLATED


def _is_bone(analysis: Analysis, place: Place) -> bool:
    """True for a bone in a surgeon's words ("NOF", "olecranon"), false for a joint or a region ("hip", "elbow")."""
    return _BONE.fullmatch(analysis.between(place.start, place.end)) is not None


def is_mended_hip(analysis: Analysis, place: Place) -> bool:
    """True for "hip hemi" and "DHS right hip": mended as a broken hip is, so it is asked."""
    if place.site != "hip":
        return False
    before = _HIP_MENDED_BEFORE.search(analysis.before(place.start))
    return before is not None or _HIP_MENDED.match(analysis.plain, place.end) is not None


def is_hurt(analysis: Analysis, place: Place) -> bool:
    """True for the ankle of "did my ankle stepping off a kerb"; "did my ankle heal?" asks."""
    before = analysis.before(place.start)
    sentence = analysis.sentence(place.start)
    if analysis.between(sentence.start, sentence.end).rstrip().endswith("?"):
        return False
    is_told = _DID_FIRST.search(before) is not None and _HOW.match(analysis.plain, place.end) is not None
    return is_told or _DID.search(before) is not None

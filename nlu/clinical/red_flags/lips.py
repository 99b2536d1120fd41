"""Numb lips, chins and feet: those of a low calcium, those of the jaw, which are no face that hangs, and those of old."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.rules import group

_LIPS = frozenset({"lip", "lips", "mouth"})
_NUMB = frozenset({"numb", "numbness", "gone numb", "went numb", "numbish", "no feeling"})
_OF_TEETH = frozenset({"pulled", "out of place"})
_CHIN, _LIP = frozenset({"chin"}), frozenset({"lip", "lips", "mouth"})
_TEETH, _OF_CALCIUM = Pattern("needs", "teeth"), Pattern("needs", "of_low_calcium")
_FEET, _NERVES_OF_OLD = frozenset({"feet", "toes"}), Pattern("needs", "nerves_of_old")
_CRAMPS, _ONE_SIDED = Pattern("needs", "cramps_of_both"), Pattern("needs", "sign_of_a_stroke")


def not_low_calcium(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """False for numb lips with cramps or tingling in both hands after denosumab or a drip; any sign of a stroke ends that."""
    words = {piece.concept: analysis.between(piece.start, piece.end) for piece in pieces}
    numb = words.get("weak") or words.get("droop")
    if words.get("face") not in _LIPS or numb not in _NUMB:
        return True
    dosed = group(analysis, "denosumab") or group(analysis, "infusion")
    if not dosed or group(analysis, "chronic") or not _CRAMPS.search(analysis.plain):
        return True
    return _ONE_SIDED.search(analysis.plain) is not None


def face_droops(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """False where it is the tooth that was pulled, not the mouth, and for lips numb from a tooth or a low calcium."""
    words = {piece.concept: analysis.between(piece.start, piece.end) for piece in pieces}
    of_teeth = words.get("droop") in _OF_TEETH or (words.get("face") in _LIP and words.get("droop") in _NUMB | {"dead"})
    if of_teeth and _TEETH.search(analysis.plain) and not _ONE_SIDED.search(analysis.plain):
        return False
    return not_low_calcium(analysis, pieces)


def not_of_the_jaw(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """False for a numb chin, or a lip beside trouble with the teeth, where nothing else speaks of a low calcium.

    Feet that a disease of the nerves numbed are no matter of the calcium either.
    """
    part = next(analysis.between(piece.start, piece.end) for piece in pieces if piece.concept == "tingle_part")
    if part in _FEET and _NERVES_OF_OLD.search(analysis.plain):
        return False
    if part not in _CHIN and not (part in _LIP and _TEETH.search(analysis.plain)):
        return True
    dosed = group(analysis, "denosumab") or group(analysis, "infusion")
    return bool(dosed) or _OF_CALCIUM.search(analysis.plain) is not None

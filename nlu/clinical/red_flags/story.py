"""Conditions of single red-flag rules that ask when it happened, or whether a word means a symptom at all."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.rules import group

Pieces = tuple[Mention, ...]

# Words that are mostly those of a syringe, and only at times those of a feeling in the skin.
_OF_A_SYRINGE = frozenset({"needles", "pins"})

_LIKE_NEEDLES, _NOT_LIKE = Pattern("needs", "like_needles"), Pattern("needs", "not_like")
_NEEDLES_IN = Pattern("needs", "needles_in")
_LONG_CRACKED, _PRESENT = Pattern("needs", "long_cracked"), Pattern("needs", "present_crack")
_WAS_THEN = Pattern("needs", "was_then")
_SICKNESS = Pattern("needs", "sickness")
_BACK_WENT, _BACK_TREATED = Pattern("needs", "back_went"), Pattern("needs", "back_treated")
_CRACKED_VERTEBRA = Pattern("needs", "cracked_vertebra")
_UNFELT, _UNFELT_AFTER = Pattern("needs", "unfelt"), Pattern("needs", "unfelt_after")
_FELT_OTHERWISE = Pattern("needs", "felt_otherwise")


def tingling(analysis: Analysis, pieces: Pieces) -> bool:
    """Needles felt in the skin; not those of a jab that somebody hates."""
    tingle = next(piece for piece in pieces if piece.concept == "tingle")
    if analysis.between(tingle.start, tingle.end) not in _OF_A_SYRINGE:
        return True
    before = analysis.before(tingle.start, 40)
    if _LIKE_NEEDLES.search(before) and not _NOT_LIKE.search(before):
        return True
    return bool(group(analysis, "tingle_part") and _NEEDLES_IN.match(analysis.plain, tingle.end))


def cracked_now(analysis: Analysis, pieces: Pieces) -> bool:
    """A bone that cracked on the way down, not one of a year ago where nothing speaks of the present."""
    if _PRESENT.search(analysis.plain):
        return True
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    told = analysis.between(analysis.chunk(start).start, analysis.chunk(end - 1).end)
    was_then = _WAS_THEN.match(analysis.plain, analysis.chunk(end - 1).end) or _WAS_THEN.match(analysis.plain, end)
    return not (_LONG_CRACKED.search(told) or was_then)


def comes_back_up(analysis: Analysis, _: Pieces) -> bool:
    """What cannot pass the gullet; not the reflux and the sickness of a stomach upset."""
    return bool(group(analysis, "oral_drug")) or not _SICKNESS.search(analysis.plain)


def back_went(analysis: Analysis, pieces: Pieces) -> bool:
    """ "My back went", "felt a crack in my back" – with pain or a trigger beside it, not "go back"."""
    if _BACK_TREATED.search(analysis.plain):
        return False
    crack = next(piece for piece in pieces if piece.concept == "crack")
    if analysis.between(crack.start, crack.end) in ("go", "went", "give") and not _BACK_WENT.search(analysis.plain):
        return False
    triggers = group(analysis, "sudden")
    if _CRACKED_VERTEBRA.fullmatch(analysis.between(min(p.start for p in pieces), max(p.end for p in pieces))):
        # What a picture found ("cracked vertebra in spring"); the crack itself is no trigger then.
        triggers = [trigger for trigger in triggers if not crack.start <= trigger.start < crack.end]
    return bool(triggers or group(analysis, "pain_any") or group(analysis, "cant_stand"))


def unfelt_water(analysis: Analysis, pieces: Pieces) -> bool:
    """Water or bowels that are not felt; not a pain that is not felt, nor a wish to go that is not there at night."""
    if _FELT_OTHERWISE.search(analysis.plain):
        return False
    first, last = sorted(pieces, key=lambda piece: piece.start)
    between = _UNFELT_AFTER if first.concept == "toilet_act" else _UNFELT
    return between.fullmatch(analysis.between(first.end, last.start)) is not None

"""Numb lips of a low calcium, which are no face that hangs."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.rules import group

_LIPS = frozenset({"lip", "lips", "mouth"})
_NUMB = frozenset({"numb", "numbness", "gone numb", "went numb", "numbish", "no feeling"})
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

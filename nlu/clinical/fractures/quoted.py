"""A bone read out from a letter ("he says it says proximal humerus on the letter"): it may answer an open question."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.places import Place
from nlu.clinical.patterns import Pattern

_READ_OUT = Pattern("places", "read_out")
_AROUND = Pattern("places", "around_read_out")
# What a letter names without a word for breaking may be the site of the scan.
_SCANNED = frozenset({"hip", "vertebra", "forearm", ""})


def is_read_out(analysis: Analysis, place: Place) -> bool:
    """True where the message is this place and words that say where it stands or who says it."""
    before, after = analysis.plain[: place.start], analysis.plain[place.end :]
    if place.site in _SCANNED or not (_READ_OUT.search(before) or _READ_OUT.search(after)):
        return False
    return _AROUND.fullmatch(before) is not None and _AROUND.fullmatch(after) is not None

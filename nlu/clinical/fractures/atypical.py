"""A break of the thigh that a bone drug may have caused: no fracture of the table, and a reason for care with such drugs."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.patterns import Pattern

REASON = "atypical"
CAUTION = "previous_thigh_break"
THIGH = "femoral_shaft"

_WORDS = Pattern("atypical", "words")
_BLAMED_ON = Pattern("atypical", "blamed_on")
_BLAMED_BEFORE = Pattern("atypical", "blamed_before")
_NEAR, _REACH = 25, 90

_NO_CAUSE = frozenset({"calcium", "vitamin_d", "glucocorticoid", "aromatase_inhibitor", "tamoxifen", "ppi"})


def is_atypical(analysis: Analysis, link: Link, parts: tuple[str, ...]) -> bool:
    """True for an "AFF", and for a thigh that the message lays to a bone drug.

    parts: the bones that may be meant; one of them must be the shaft of the femur.
    """
    if THIGH not in parts:
        return False
    start = max(analysis.sentence(link.start).start, link.start - _NEAR)
    return _WORDS.search(analysis.plain, start, link.end) is not None or _is_laid_to_drug(analysis, link)


def _is_laid_to_drug(analysis: Analysis, link: Link) -> bool:
    for drug in analysis.theme("drug"):
        if drug.concept in _NO_CAUSE:
            continue
        if 0 <= drug.start - link.end <= _REACH and _BLAMED_ON.search(analysis.between(link.end, drug.start)):
            return True
        if 0 <= link.start - drug.end <= _REACH and _BLAMED_BEFORE.search(analysis.between(drug.end, link.start)):
            return True
    return False


def cautions(analysis: Analysis, told: list[tuple[Link, Finding]]) -> list[Finding]:
    """Return the reason for care that an atypical break is."""
    return [
        analysis.finding("caution", CAUTION, (link.start, link.end), CLEAR)
        for link, finding in told
        if finding.reason == REASON
    ][:1]

"""Vertebrae that look wedged and of which the note says that nothing broke, or that it grew so: asked, never taken.

A graded vertebra ("VFA: gr2 T11") is the other side: named without a word for breaking, it is asked as well (`sunk`).
"""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.patterns import Pattern

_NOT_BROKEN = Pattern("sunk", "not_broken_after")
_REACH = 70
# "Vertebral deformity", "mild anterior wedging": what a picture shows, and no more.
_ONLY_A_SHAPE = re.compile(
    r"\bdeformit(?:y|ies)\b(?! (?:#|fract|fx))|\b(?:mild|slight|minor|minimal|subtle) "
    r"(?:anterior |biconcave |physiologic\w* )?wedging\b(?! (?:#|fract\w*|fx|compression))"
)


def is_lookalike(analysis: Analysis, link: Link) -> bool:
    """True for "L1 wedge, degenerative not #": shaped like a crushed vertebra, and said to be none."""
    if link.place.site != "vertebra" or not _is_shape(analysis, link):
        return False
    if _ONLY_A_SHAPE.search(analysis.between(*_words(analysis, link))):
        return True
    return _NOT_BROKEN.match(analysis.after(link.end, _REACH)) is not None


def _words(analysis: Analysis, link: Link) -> tuple[int, int]:
    """Return the stretch of the fracture with the adjectives before and the noun behind it."""
    return max(analysis.sentence(link.start).start, link.start - 25), min(len(analysis.plain), link.end + 25)


def is_denied_before(analysis: Analysis, link: Link, denial_end: int) -> bool:
    """True for the wedge of "no #, old L1 wedge on CT": a mere shape after a denial of all fractures."""
    gap = analysis.between(denial_end, link.start)
    return 0 <= link.start - denial_end <= _REACH and ";" not in gap and _is_shape(analysis, link)


def _is_shape(analysis: Analysis, link: Link) -> bool:
    words = [m for m in analysis.theme("break") if m.start == link.break_start]
    if any(m.concept in ("crushed", "deformity") for m in words):
        return True
    return analysis.between(link.break_start, link.break_end).endswith(("wedge", "wedges"))

"""Whether a message is a heading, as one types it into a search box, and so tells of nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nlu.clinical.patterns import Pattern

if TYPE_CHECKING:
    from nlu.clinical.analysis import Analysis

MOST_WORDS = 14

_MATTER, _OF_A_NUMBER = Pattern("heading", "matter"), Pattern("heading", "of_a_number")
_CHOICE, _USE = Pattern("heading", "choice"), Pattern("heading", "use")
_TOLD = Pattern("heading", "told")
_SCORE = re.compile(r"(?<!\w)-\s?\d|\bt[\s-]?scores?\b[^a-z]*\d")
# "Wrist fracture, treatment?" is a case and what is asked of it.
_APART = re.compile(r"[,;:.][^,;:.]*$")


def is_heading(analysis: Analysis) -> bool:
    """True for "NNT risedronate vertebral fracture": a matter is named, and nobody's case is told.

    A score ("T -2.6") is somebody's, unless its meaning is asked. So is a fracture with a number, or apart from what one
    would do ("wrist fracture, options?").
    """
    plain = analysis.plain
    if not 1 < analysis.words_between(0, len(plain)) <= MOST_WORDS or _TOLD.search(plain):
        return False
    if _SCORE.search(plain):
        return bool(_OF_A_NUMBER.search(plain)) and not analysis.theme("break")
    if _MATTER.search(plain):
        return True
    return not analysis.numbers and not _APART.search(plain) and bool(_CHOICE.search(plain) or _USE.search(plain))

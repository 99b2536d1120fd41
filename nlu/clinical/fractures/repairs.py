"""A bone that takes the place of the one named before it ("my wrist, no sorry, the ankle")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.model import Finding

_MENDS = re.compile(
    r"\b(?:(?:sorry|i mean|i meant|correction|oops|my mistake|no\W+wait|no\W+hang on|scratch that|tell a lie)\W+"
    r"(?:no\W+)?(?:it was |it's |it is |i mean |i meant |make that )?"
    r"|(?:wait|actually|hang on)\W+(?:no\W+)?(?:it was |it's |it is |make that |i mean |i meant ))"
    r"(?:actually )?(?:the |my |her |a )?(?:left |right )?$"
)
_MOST_BETWEEN = 70
_STEPS_OVER = re.compile(r"[^.;]{0,25}")


def mend_before(words: str) -> int | None:
    """Return where the words of repair begin that end `words` ("…, no sorry, my "), or None without any."""
    match = _MENDS.search(words)
    return match.start() if match else None


def after_repairs(analysis: Analysis, told: list[tuple[Link, Finding]]) -> list[tuple[Link, Finding]]:
    """Drop the wrist of "my wrist, sorry, my ankle"."""
    kept: list[tuple[Link, Finding]] = []
    for link, finding in told:
        if kept and _takes_the_place(analysis, kept[-1][0], link):
            kept.pop()
        kept.append((link, finding))
    return kept


def _takes_the_place(analysis: Analysis, earlier: Link, later: Link) -> bool:
    gap = analysis.between(earlier.place.end, later.place.start)
    if not gap or len(gap) > _MOST_BETWEEN:
        return False
    start = mend_before(gap)
    return start is not None and bool(_STEPS_OVER.fullmatch(gap[:start]))

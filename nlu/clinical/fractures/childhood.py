"""A bone broken in childhood, or by a great force when young, and none since: no fracture that counts."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.own_energy import nearest_energy
from nlu.clinical.fractures.places import find_places
from nlu.clinical.fractures.timing import happened_in_childhood
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.patterns import Pattern

_NOTHING_SINCE = Pattern("denial", "nothing_since")
_NOTHING_ELSE = Pattern("denial", "nothing_else_ever")
_NONE_AS_ADULT = Pattern("denial", "none_as_adult")
_ONLY_ONE = Pattern("denial", "only_one")
_REACH = 120
# "Only fracture as a child: wrist; then my hip last year": more may have come.
_LATER = re.compile(r"\b(?:until|till|before|then|later|now|recently|lately|last (?:year|month|week)|again)\b")
_SCORE = re.compile(r"-\s?\d")
# Statuses of a fracture that leave the person without one of her own.
_NOT_HERS_NOW = frozenset({"absent", "family", "question", "hypothetical"})


def none_since_childhood(
    analysis: Analysis, told: list[tuple[Link, Finding]], energies: list[Energy], age: int | None
) -> tuple[list[tuple[Link, Finding]], list[Finding]]:
    """Return what was told without the childhood fractures, and the denial of all others, where both are said."""
    young = [link for link, f in told if f.reason == "before_50"]
    violent = [link for link in young if _is_violent(analysis, link, energies)]
    early = [link for link in young if link in violent or happened_in_childhood(analysis, link, age)]
    rest = [(link, f) for link, f in told if link not in early]
    if not early or any(f.status not in _NOT_HERS_NOW for _, f in rest):
        return told, []
    grown = _NONE_AS_ADULT.search(analysis.plain)
    if grown:
        return rest, [analysis.finding("fracture", "none", grown.span(), CLEAR)]
    only = _ONLY_ONE.search(analysis.before(early[0].place.start, _REACH)) if len(early) == 1 else None
    if only and not _LATER.search(analysis.after(early[0].place.end, _REACH)):
        return rest, [analysis.finding("fracture", "none", (early[0].start, early[0].end), CLEAR)]
    last = max(link.end for link in early)
    reach = min(len(analysis.plain), last + _REACH)
    since = _NOTHING_SINCE.search(analysis.plain, last, reach)
    if since is None and violent == early:
        since = _NOTHING_ELSE.search(analysis.plain, last, reach)
    # After a score "nothing since" may be said of something else.
    if since is None or _SCORE.search(analysis.between(last, since.start())):
        return told, []
    if any(last <= place.start < since.start() for place in find_places(analysis)):
        return told, []
    return rest, [analysis.finding("fracture", "none", (since.start(), since.end()), CLEAR)]


def _is_violent(analysis: Analysis, link: Link, energies: list[Energy]) -> bool:
    """True for a bone that a great force broke, which does not count at any age (reading R2)."""
    own = nearest_energy(analysis, link, energies)
    return own is not None and own.high is True

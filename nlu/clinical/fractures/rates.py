"""Questions for a number of people ("how many get the thigh fracture?"), which tell of nobody's bone."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.patterns import Pattern

_RATE = Pattern("fractures", "rate")
_OWN = Pattern("fractures", "rate_of_her_own")
_REACH = 60


def without_rates(analysis: Analysis, links: list[Link]) -> list[Link]:
    """Return the links that are not what a question asks the frequency of."""
    return [link for link in links if not _is_asked_for(analysis, link)]


def _is_asked_for(analysis: Analysis, link: Link) -> bool:
    start = max(analysis.sentence(link.start).start, link.start - _REACH)
    rate = _RATE.search(analysis.plain, start, link.start)
    return rate is not None and _OWN.search(analysis.plain, rate.start(), link.end) is None

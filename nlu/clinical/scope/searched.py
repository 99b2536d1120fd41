"""Illnesses that were looked for and not found ("myeloma w/u neg", "screened for coeliac disease, nothing found")."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_BEFORE, _AFTER = Pattern("scope", "searched_before"), Pattern("scope", "searched_after")
_FREE, _FREE_NEXT, _FREE_BEFORE = (Pattern("scope", name) for name in ("found_free", "free_next", "free_before"))

_HAS_IT, _HAD_TREATMENT = Pattern("scope", "has_it"), Pattern("scope", "had_treatment")
_RULED_OUT_TOO = Pattern("scope", "ruled_out_too")


def was_not_found(analysis: Analysis, mention: Mention) -> bool:
    """True where a search for the illness is told and that it ended well; a search that goes on says nothing."""
    lead = analysis.between(analysis.sentence(mention.start).start, mention.start)
    if _HAS_IT.search(lead) or _HAD_TREATMENT.fullmatch(analysis.between(mention.start, mention.end)):
        return False
    behind = _AFTER.match(analysis.plain, mention.end)
    if _RULED_OUT_TOO.match(analysis.plain, mention.end) or (behind and _FREE_BEFORE.search(lead)):
        return True
    if not (behind or _BEFORE.search(lead)):
        return False
    return bool(_FREE.match(analysis.plain, mention.end) or _FREE_NEXT.match(analysis.plain, mention.end))

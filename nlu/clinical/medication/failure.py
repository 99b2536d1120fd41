"""Failure of a bisphosphonate that is told some sentences after its name ("it isn't working", "I call this a failure")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.drugs import bisphosphonates
from nlu.clinical.medication.status import drug_status
from nlu.clinical.medication.trouble import OTHER_MEDICINE
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_NOT_WORKING = re.compile(
    r"\bit\s?(?:'s not|isn't|is not|isnt|hasn't|has not|didn't|did not|doesn't|does not) (?:been )?work(?:ing|ed)?\b"
)
_DECLARED, _NOT_DECLARED = Pattern("bisphosphonate", "declared"), Pattern("bisphosphonate", "not_declared")
_BESIDE = ("calcium", "vitamin_d", "ppi")
_USED = ("present", "past", "unknown")


def not_working(analysis: Analysis, ownership: Ownership, drug: Mention) -> re.Match[str] | None:
    """Return "it isn't working", said some sentences after the only drug that is named and of which a fracture is told."""
    if any(other.concept != drug.concept for other in analysis.theme("drug")):
        return None
    found = _NOT_WORKING.search(analysis.plain, drug.end)
    told = [m for theme in ("break", "broken_site") for m in analysis.theme(theme)]
    is_own = found and ownership.fact_status(found.start(), found.end()) == "present"
    return found if is_own and any(m.start > drug.end for m in told) else None


def declared(analysis: Analysis, ownership: Ownership, drug: Mention) -> re.Match[str] | None:
    """Return the words that call the treatment a failure, where no drug of another kind is used that they may mean."""
    others = [m for m in analysis.theme("drug") if m.concept not in (*bisphosphonates(), *_BESIDE)]
    used = [m for m in (drug, *others) if drug_status(analysis, ownership, m) in _USED]
    if used != [drug]:
        return None
    for match in _DECLARED.finditer(analysis.plain):
        lead = analysis.between(analysis.sentence(match.start()).start, match.start())
        if _NOT_DECLARED.search(lead) or OTHER_MEDICINE.search(lead) or analysis.in_question(match.start()):
            continue
        context = ownership.context(*match.span())
        if ownership.fact_status(*match.span()) == "present" and not (context.denied or context.uncertain):
            return match
    return None

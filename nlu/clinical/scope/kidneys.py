"""Kidneys too weak for the table: by their filtration, their stage, a fistula, or by what they "work at"."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

# Below this filtration rate (ml/min) bisphosphonates are not given and the table does not apply (evidence, 4.0 and 11).
SEVERE_FILTRATION = 35
_SCOPE = "severe_kidney_disease"

_FILTRATION, _PERCENT = Pattern("scope", "filtration"), Pattern("scope", "kidney_percent")
_STAGE, _FISTULA = Pattern("scope", "kidney_stage"), Pattern("scope", "kidney_fistula")
_OF_CANCER = Pattern("scope", "of_cancer")


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the findings on the kidneys beside those that the lexicon names."""
    return [*_filtration(analysis, ownership), *_percent(analysis, ownership), *_stage(analysis, ownership)]


def _filtration(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    found: list[Finding] = []
    for match in _FILTRATION.finditer(analysis.plain):
        rate, span = int(match.group(2)), match.span()
        if match.group(1) == ">":
            continue
        if ownership.fact_status(*span) != "present":
            is_supposed = ownership.fact_status(*span) == "hypothetical" and not ownership.context(*span).denied
            if is_supposed and 0 < rate < SEVERE_FILTRATION:
                found.append(analysis.finding("scope", _SCOPE, span, CLEAR, "hypothetical"))
        elif 0 < rate < SEVERE_FILTRATION:
            found.append(analysis.finding("scope", _SCOPE, span, CLEAR))
        elif rate < 60:
            found.append(analysis.finding("caution", "kidney_disease", span, CLEAR))
    return found


def _percent(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Ask about kidneys that "work at 28%", which is near a filtration rate but is none."""
    match = _PERCENT.search(analysis.plain)
    if not match or not is_own(ownership, *match.span()):
        return []
    if int(match.group(1) or match.group(2)) >= SEVERE_FILTRATION:
        return []
    return [analysis.finding("scope", _SCOPE, match.span(), ASK, "present", "kidney_stage")]


def _stage(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read the stage 4 or 5 that stands apart from the kidneys, and the fistula that waits for dialysis."""
    for match in (*_STAGE.finditer(analysis.plain), *_FISTULA.finditer(analysis.plain)):
        if is_own(ownership, *match.span()) and not _OF_CANCER.search(match.group()):
            return [analysis.finding("scope", _SCOPE, match.span(), CLEAR)]
    return []


def is_own(ownership: Ownership, start: int, end: int) -> bool:
    """True where the words tell something present of the case itself."""
    context = ownership.context(start, end)
    if ownership.fact_status(start, end) != "present":
        return False
    return not (context.denied or context.general or context.uncertain)

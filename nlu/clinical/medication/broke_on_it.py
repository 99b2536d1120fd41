"""A bone that broke in the years of a bisphosphonate, told as a story ("six years, never missed a tablet, and now my hip")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.status import drug_status
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

Span = tuple[int, int]

_YEARS, _WELL = Pattern("bisphosphonate", "taken_for_years"), Pattern("bisphosphonate", "taken_well")
_LATER, _NOT_LATER = Pattern("bisphosphonate", "later_break"), Pattern("bisphosphonate", "not_later_break")
_LONG_BEFORE = Pattern("bisphosphonate", "long_before")
_ENDED, _NEVER_MISSED = Pattern("bisphosphonate", "taking_ended"), Pattern("bisphosphonate", "never_missed")
_OTHER_CAUSE = Pattern("bisphosphonate", "not_of_bone_loss")
_AFTER_YEARS, _SANK = Pattern("bisphosphonate", "after_years_of"), Pattern("bisphosphonate", "vertebra_sank")
_NEAR = 90
"""How far from the drug it stands how long it was taken, in characters."""
_REACH = 220
"""How far behind the drug the break is told."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def broke_on_it(analysis: Analysis, ownership: Ownership, drug: Mention) -> Finding | None:
    """Return that it failed, asked where the order of things or how it was taken is not told; None where nothing is."""
    status = drug_status(analysis, ownership, drug)
    if status not in ("present", "past", "unknown") or _OTHER_CAUSE.search(analysis.plain):
        return None
    breaks = [span for span in _breaks(analysis) if _is_own(ownership, span)]
    if _AFTER_YEARS.search(analysis.before(drug.start, 70)):
        opening = analysis.sentence(drug.start).start
        first = next((start for start, _ in breaks if opening <= start < drug.start), None)
        if first is not None:
            return analysis.finding("bisphosphonate_problem", True, (first, drug.end), CLEAR)
    since = _start(analysis, drug)
    if since is None or _ENDED.search(_NEVER_MISSED.sub(" ", analysis.plain)):
        return None
    later = next((span for span in breaks if _came_later(analysis, drug, span, since)), None)
    if later is None:
        return None
    marked = _LATER.search(analysis.between(drug.end, analysis.sentence(later[0]).end))
    told_well = _WELL.search(analysis.plain)
    if marked and (told_well or status == "present"):
        return analysis.finding("bisphosphonate_problem", True, (drug.start, later[1]), CLEAR)
    if not (marked or told_well):
        return None
    span = (drug.start, later[1])
    return analysis.finding("bisphosphonate_problem", True, span, ASK, "present", "uncertain", (True, False))


def _breaks(analysis: Analysis) -> list[Span]:
    told = [(m.start, m.end) for theme in ("break", "broken_site") for m in analysis.theme(theme)]
    return sorted([*told, *(match.span() for match in _SANK.finditer(analysis.plain))])


def _is_own(ownership: Ownership, broken: Span) -> bool:
    context = ownership.context(*broken)
    if ownership.fact_status(*broken) != "present":
        return False
    return not (context.denied or context.limited or context.general or context.uncertain)


def _start(analysis: Analysis, drug: Mention) -> int | None:
    """Return the year since when it is taken, 0 where only the years are counted, None where neither is told."""
    first, last = analysis.sentence(drug.start).start, analysis.sentence(drug.start).end
    found = [
        match
        for match in _YEARS.finditer(analysis.plain, max(first, drug.start - _NEAR), min(last, drug.end + _NEAR))
        if match.end() <= drug.start or match.start() >= drug.end
    ]
    return int(found[0]["year"] or 0) if found else None


def _came_later(analysis: Analysis, drug: Mention, broken: Span, since: int) -> bool:
    """True where the break is told behind the drug, not as its reason and not of an earlier year."""
    start, end = broken
    if not drug.end <= start <= drug.end + _REACH or _NOT_LATER.search(analysis.before(start, 40)):
        return False
    if _LONG_BEFORE.match(analysis.plain, end):
        return False
    sentence = analysis.sentence(start)
    near = analysis.between(max(sentence.start, start - 30), min(sentence.end, end + 40))
    years = [int(year) for year in _YEAR.findall(near) if int(year) != since]
    return not years or (since > 0 and min(years) > since)

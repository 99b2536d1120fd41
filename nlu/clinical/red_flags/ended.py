"""Denosumab that was stopped, or not given again, so long ago that the next dose is overdue: the bone has lost its guard."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.late import ENDED_MONTHS, LATE_MONTHS, months_since
from nlu.clinical.red_flags.rules import group
from nlu.clinical.subject.stretches import GENERIC
from nlu.clinical.supposition import is_hypothetical

_ENDED_BEFORE, _ENDED_AFTER = Pattern("late_doses", "ended_before"), Pattern("late_doses", "ended_after")
_NONE_BEFORE, _NONE_AFTER = Pattern("late_doses", "none_before"), Pattern("late_doses", "none_after")
_TIMES = tuple(Pattern("late_doses", name) for name in ("ago", "since", "in_month", "season"))
_FOR_MONTHS = Pattern("late_doses", "for_months")
_REPLACED = Pattern("late_doses", "replaced")
_NO_BONE_DRUG = frozenset({"denosumab", "calcium", "vitamin_d", "glucocorticoid", "ppi", "osteoporosis_drug"})
_REACH = 8
"""How many words after the drug, or before it, the time may stand."""
_YEARS = {"two": 24, "three": 36, "four": 48, "five": 60}
_SAME_SEASON = 2
"""Months within which "last autumn" means the one before, since this one is still on."""
_MIDDLE = {"spring": 4, "easter": 4, "summer": 7, "autumn": 10, "christmas": 12, "xmas": 12, "winter": 1, "new year": 1}
"""The month in the middle of a season."""


def ended_span(analysis: Analysis, ownership: Ownership) -> tuple[int, int] | None:
    """Return the stretch that tells of it; None where there is none, another bone drug followed, or it is only asked."""
    for drug in group(analysis, "denosumab"):
        told = _told(analysis, drug)
        if told and _is_hers(analysis, ownership, drug) and not _is_replaced(analysis, drug):
            return told
    return None


def _told(analysis: Analysis, drug: Mention) -> tuple[int, int] | None:
    sentence = analysis.sentence(drug.start)
    before = analysis.between(sentence.start, drug.start)
    none = _NONE_BEFORE.search(before) and _NONE_AFTER.match(analysis.plain, drug.end)
    ended = _ENDED_BEFORE.search(before) or _ENDED_AFTER.match(analysis.plain, drug.end)
    when = _when(analysis, drug, (*_TIMES, _FOR_MONTHS) if none else _TIMES) if none or ended else None
    if when is None:
        return None
    ago = _ago(when, analysis, bool(none))
    return (min(drug.start, when.start()), max(drug.end, when.end())) if LATE_MONTHS <= ago <= ENDED_MONTHS else None


def _when(analysis: Analysis, drug: Mention, times: tuple[Pattern, ...]) -> re.Match[str] | None:
    """Return the time told nearest to the drug, one after it before one that precedes it."""
    sentence = analysis.sentence(drug.start)
    found = [m for each in times for m in each.finditer(analysis.plain, sentence.start, sentence.end)]
    near = [m for m in found if analysis.words_between(*_gap(m, drug)) <= _REACH]
    return min(near, key=lambda m: (m.start() < drug.start, abs(m.start() - drug.end)), default=None)


def _gap(match: re.Match[str], drug: Mention) -> tuple[int, int]:
    return (drug.end, match.start()) if match.start() >= drug.end else (match.end(), drug.start)


def _ago(when: re.Match[str], analysis: Analysis, none_since: bool) -> float:
    """Return how many months ago that was.

    none_since: "no Prolia since last summer" tells of a summer whose next dose was missed.
    """
    said, today = when.groupdict(), analysis.today
    if said.get("full"):
        return (today.year - int(str(said["full"]))) * 12 + today.month - 6
    if said.get("a_year") or said.get("year_ago"):
        return 12
    if said.get("years"):
        return _YEARS[str(said["years"])]
    season = said.get("season")
    if not season:
        return months_since(when, today)
    if season in ("week", "month", "year"):
        return {"week": 0, "month": 1, "year": 12}[season] if said["which"] == "last" else 0
    ago = (today.month - _MIDDLE[season]) % 12
    if said["which"] == "last" and ago < _SAME_SEASON:
        return ago + 12
    just_over = none_since and said["which"] == "last" and ago < LATE_MONTHS
    return LATE_MONTHS if just_over else ago


def _is_hers(analysis: Analysis, ownership: Ownership, drug: Mention) -> bool:
    subject = ownership.subjects.at(drug.start)
    if subject == GENERIC and analysis.in_question(drug.start):
        return False
    strangers = [analysis.between(m.start, m.end) for m in analysis.concept("person", "other_person")]
    return subject not in strangers and not is_hypothetical(analysis, drug.start) and not _is_asked(analysis, drug)


def _is_asked(analysis: Analysis, drug: Mention) -> bool:
    sentence = analysis.sentence(drug.start)
    own = re.search(r"\b(?:i|i've|my|she|her|mum\w*|mother\w*)\b", analysis.between(sentence.start, sentence.end))
    return analysis.in_question(drug.start) and not own


def _is_replaced(analysis: Analysis, drug: Mention) -> bool:
    """True where another bone drug is told after it ("then the drip"), not "nothing since, not even Fosamax"."""
    for other in [*analysis.theme("drug"), *group(analysis, "infusion")]:
        if other.start < drug.end or other.concept in _NO_BONE_DRUG:
            continue
        around = analysis.between(max(drug.end, other.start - 30), min(len(analysis.plain), other.end + 15))
        if not _REPLACED.search(around):
            return True
    return False

"""Turns alarming symptoms that somebody has now into findings of kind `red_flag`."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.pipeline import Mention
from nlu.clinical.red_flags.activity import is_active
from nlu.clinical.red_flags.bygone import is_tale_of_years_ago
from nlu.clinical.red_flags.case_data import BREAKS, is_told_as_data
from nlu.clinical.red_flags.delay import delay_of
from nlu.clinical.red_flags.despair import despair_span
from nlu.clinical.red_flags.due import due_and_passed
from nlu.clinical.red_flags.ended import ended_span
from nlu.clinical.red_flags.late import late_span
from nlu.clinical.red_flags.needs import CONDITIONS
from nlu.clinical.red_flags.rules import Rule, group, matches, rules, suits
from nlu.clinical.subject.stretches import GENERIC
from nlu.clinical.supposition import is_hypothetical

# The alarm for what no other rule names; it stands last in the lexicon.
_UNNAMED = "unnamed"
_SELF_HARM = "self_harm"


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return one finding for each red flag that is active, in the order of the rules."""
    found: dict[str, Finding] = {}
    spans: dict[str, tuple[int, int]] = {}
    for rule in rules():
        if not analysis.has_themes(rule.themes) or rule.flag in found or (rule.flag == _UNNAMED and found):
            continue
        pieces = _fires(analysis, ownership, rule)
        if pieces:
            span = (min(p.start for p in pieces), max(p.end for p in pieces))
            found[rule.flag] = analysis.finding("red_flag", rule.flag, span, CLEAR)
            spans[rule.flag] = span
    despair = None if _SELF_HARM in found else despair_span(analysis)
    if despair:
        found.pop(_UNNAMED, None)
        found[_SELF_HARM] = analysis.finding("red_flag", _SELF_HARM, despair, CLEAR)
    late = _late_by_months(analysis, ownership)
    if late and "late_denosumab" not in found:
        found["late_denosumab"] = late
    if found.keys() - {_SELF_HARM} and is_tale_of_years_ago(analysis):
        found = {flag: finding for flag, finding in found.items() if flag == _SELF_HARM}
    flags = frozenset(found)
    for flag in flags & BREAKS:
        if is_told_as_data(analysis, flags, spans[flag]):
            found[flag] = replace(found[flag], certainty=ASK, reason="when")
    return [*found.values(), *_delay(analysis, ownership, found)]


def _delay(analysis: Analysis, ownership: Ownership, found: dict[str, Finding]) -> list[Finding]:
    """An injection late by weeks: an alarm where it is denosumab, else as it is: the conversation may know the drug."""
    told = None if "late_denosumab" in found else delay_of(analysis, ownership)
    if told is None:
        return []
    span, weeks = told
    if group(analysis, "denosumab"):
        return [analysis.finding("red_flag", "late_denosumab", span, CLEAR)]
    return [analysis.finding("dose_delay", weeks, span, CLEAR)]


def _fires(analysis: Analysis, ownership: Ownership, rule: Rule) -> tuple[Mention, ...] | None:
    found = matches(analysis, rule)
    if not found or not suits(analysis, rule):
        return None
    for pieces in found[:8]:
        if any(_ruled_out(analysis, name, pieces) for name in rule.unless):
            continue
        if rule.needs and not CONDITIONS[rule.needs](analysis, pieces):
            continue
        if is_active(analysis, ownership, pieces):
            return pieces
    return None


def _ruled_out(analysis: Analysis, name: str, pieces: tuple[Mention, ...]) -> bool:
    if name == "chronic" and any(not _after_drug(analysis, m.start()) for m in _LONG_AGO.finditer(analysis.plain)):
        return True
    sentences = {analysis.sentence_index(p.start) for p in pieces}
    return any(
        analysis.sentence_index(m.start) in sentences and not _after_drug(analysis, m.start)
        for m in group(analysis, name)
    )


_NEAR_DRUG = 4
_LONG_AGO = re.compile(
    r"\bfor (?:the (?:last|past) )?(?:about |over |many |the )?(?:many|several|\d+|ten|twenty|"
    r"thirty|forty|five|six|seven|eight|nine|eleven|twelve|\w+teen|some) (?:years|yrs|decades)\b"
)


def _after_drug(analysis: Analysis, position: int) -> bool:
    """True where "for ten years" tells how long a drug was taken, not how long it has hurt."""
    for drug in analysis.theme("drug"):
        # "Fosamax for ten years", and "seven years of zoledronic acid".
        first, last = (drug.end, position) if drug.end <= position else (position, drug.start)
        if analysis.words_between(first, last) <= _NEAR_DRUG:
            return True
    return False


def _late_by_months(analysis: Analysis, ownership: Ownership) -> Finding | None:
    """Read "my last Prolia was 8 months ago" and "stopped it last year"; a question about late doses in general is none."""
    if not group(analysis, "denosumab"):
        return None
    ended = ended_span(analysis, ownership)
    if ended:
        return analysis.finding("red_flag", "late_denosumab", ended, CLEAR)
    span = late_span(analysis) or due_and_passed(analysis)
    if span is None or ownership.subjects.at(span[0]) == GENERIC or is_hypothetical(analysis, span[0]):
        return None
    return analysis.finding("red_flag", "late_denosumab", span, CLEAR)

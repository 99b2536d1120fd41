"""Reads climacteric symptoms: present, denied, past, or too unspecific to count on their own."""

from __future__ import annotations

import re

from nlu.clinical import heat
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_TREATS = Pattern("symptoms", "treats")
_LEFT_AFTER = re.compile(
    r"[^.;]{0,45}\b(?:left me|until (?:about |around |i was |she was |age )?(?:\d\d|(?:19|20)\d\d|last \w+|"
    r"(?:a|two|three|some|few|a few) (?:years?|months?) ago)\b|nothing now|none now|"
    r"not any ?more(?=\s*(?:[,.;!)]|$|thank|but|now))|not one since|none since|"
    r"(?:gone|stopped|over|finished|ended) since|petered out|"
    r"(?:are|is|were|was)(?: (?:finally|now|long|all|well|thankfully|quite))? over(?!\s+(?:my|me|the|her|\d))|"
    r"a thing of the past|long gone|dried up|"
    r"they(?:'ve| have)? (?:all |now )?(?:stopped|ended|finished|gone|went away|disappeared))\b"
)
_NO_MORE_OR_MORE = re.compile(r"\bplus d(?:e |')$")
_NO_MORE = re.compile(r"\bno more (?:\w+ )?$")
# "No longer waking drenched", "I stopped sweating at night".
_NO_LONGER = re.compile(r"\b(?:no longer|stopped|quit)\s+$")
_NO_LONGER_WHAT = re.compile(r"\w+ing\b|(?:hot )?(?:flush|flash|sweat)\w*")
_NOT_ENDED = Pattern("symptoms", "not_ended")
_ENDED_AFTER = Pattern("symptoms", "ended_after")


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the findings on climacteric symptoms: one value of the person's own, others by status."""
    found = [f for m in heat.mentions(analysis) if (f := _read(analysis, ownership, m))]
    return _settled(found)


def _read(analysis: Analysis, ownership: Ownership, mention: Mention) -> Finding | None:
    span = (mention.start, mention.end)
    status = ownership.fact_status(*span)
    context = ownership.context(*span)
    if status != "present":
        if status == "question" and mention.concept == "unspecific":
            return None
        return analysis.finding("climacteric_symptoms", True, span, CLEAR if mention.concept == "sure" else ASK, status)
    cause = "" if context.denied else heat.other_cause(analysis, mention)
    if cause == "warmed":
        return None
    if mention.concept == "unspecific":
        if context.denied or context.ended or context.general or context.past or _is_past(analysis, mention, False):
            return None
        return analysis.finding("climacteric_symptoms", None, span, ASK, status, "unspecific", (True, False))
    if context.general and not context.denied:
        return None
    # French "plus de bouffées" is "no more" or "more".
    if context.doubtful or (_NO_MORE_OR_MORE.search(analysis.before(mention.start, 10)) and not context.denied):
        return analysis.finding("climacteric_symptoms", None, span, ASK, status, "uncertain", (False, True))
    if context.denied:
        return analysis.finding("climacteric_symptoms", False, span, CLEAR)
    if context.uncertain:
        return analysis.finding("climacteric_symptoms", None, span, CLEAR, "unknown")
    if not context.affirmed and _is_past(analysis, mention, context.ended or context.past):
        return analysis.finding("climacteric_symptoms", False, span, CLEAR, "past")
    if cause == "ill":
        return analysis.finding("climacteric_symptoms", None, span, ASK, status, "unspecific", (True, False))
    return analysis.finding("climacteric_symptoms", True, span, CLEAR)


def _is_past(analysis: Analysis, mention: Mention, cued: bool) -> bool:
    sentence = analysis.sentence(mention.start)
    before = analysis.between(sentence.start, mention.start)
    after = analysis.between(mention.end, sentence.end)
    if _LEFT_AFTER.match(after) or _NO_MORE.search(before):
        return True
    if _NOT_ENDED.match(after):
        return False
    if _NO_LONGER.search(before) and _NO_LONGER_WHAT.match(analysis.between(mention.start, mention.end)):
        return True
    still = re.search(
        r"\b(?:still|since|again|come back|came back|for (?:the )?(?:past|last)|started|toujours|"
        r"began|ongoing|continu\w+)\b",
        before[-40:] + after[:50],
    )
    if still and not re.search(r"\bno longer\b", before):
        return False
    stopped = re.search(
        r"\b(?:stopped (?:having|getting)|no longer (?:have|get|having|suffer)|"
        r"(?<!'m )(?<!am )(?<!got )(?<!get )(?<!getting )used to|"
        r"don't (?:have|get) any more|had|have had|got over|finished with|done with|past)\s+(?:\w+\s+){0,3}$",
        before,
    )
    if stopped and (
        re.search(r"used|longer|stopped|got over|done|finished|past", stopped.group()) or _ENDED_AFTER.match(after)
    ):
        return True
    return cued and bool(
        _ENDED_AFTER.match(after) or re.search(r"\b(?:previous|former|history of|past)\s+(?:\w+\s+)?$", before)
    )


def _settled(found: list[Finding]) -> list[Finding]:
    """Keep one own value: a symptom now goes before a denial of another, and that before what must be asked."""
    own = [f for f in found if f.status in ("present", "past", "unknown")]
    others = [f for f in found if f not in own]
    order = [
        [f for f in own if f.value is True],
        [f for f in own if f.reason == "uncertain"],
        [f for f in own if f.value is False and f.status == "present"],
        [f for f in own if f.status == "past"],
        [f for f in own if f.status == "unknown"],
        [f for f in own if f.reason == "unspecific"],
    ]
    chosen = next((group[0] for group in order if group), None)
    first_others = {f.status: f for f in reversed(others)}
    return ([chosen] if chosen else []) + list(first_others.values())

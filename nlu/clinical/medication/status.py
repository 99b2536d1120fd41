"""What a person does with a drug: takes, took, is to take, refused, never took, only asks."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# A verb this many words before the drug, or fewer, is said of it.
REACH_WORDS = 6

_REFUSED, _REFUSED_AFTER = Pattern("drugs", "refused"), Pattern("drugs", "refused_after")
_PLANNED, _NOT_STARTED = Pattern("drugs", "planned"), Pattern("drugs", "not_started")
_TAKING, _PAST = Pattern("drugs", "taking"), Pattern("drugs", "past")
_STOPPED_AFTER, _ACTS_AFTER = Pattern("drugs", "stop_after"), Pattern("drugs", "acts_after")
_OWN_USE, _ASKS_TO_USE = Pattern("drugs", "own_use"), Pattern("drugs", "asks_to_use")
_NOT_BORNE = Pattern("drugs", "not_borne")
_SWITCHED_FROM, _SWITCHED_TO = Pattern("drugs", "switched_from"), Pattern("drugs", "switched_to")
_ONLY_WANTED = re.compile(r"\b(?:wants?|plan\w*|suggest\w*|consider\w*|thinking|should|recommend\w*)\b")
_STARTED_AFTER = re.compile(r"[^.;,]{0,25}\b(?:started|since)\b")
# "I've had denosumab for 3 years": she still has it.
_HAVE_HAD = re.compile(r"\b(?:have|has|'ve|'s) (?:had|been having|been getting|been taking) (?:the |my |her )?$")
_FOR_YEARS = re.compile(
    r"(?: \w+){0,2} (?:for|since) (?:\w+ ){0,2}?(?:\d+|a|two|three|four|five|six|seven|eight|ten|some|many)\b"
)
_EVER_AFTER = re.compile(r"\s*(?:ever|before|previously|so far|yet)\b")
_ENDED = re.compile(
    r"\b(?:can't|cannot|couldn't|unable|not able|not tolerat\w*|didn't tolerat\w*|could not|no longer|stopped|anymore)\b"
)
_EARLIER = re.compile(r"\b(?:naive|previous|prior|ever|past)\b")
_DOSED = re.compile(r"\s*\d+\s*(?:mg|mcg|ug|iu|ui)\b|\s*(?:weekly|daily|monthly|since|patch|injections?|od\b|ow\b)")
_CASE = re.compile(r"(?<!\w)t[\s-]*(?:score\D{0,8})?[=:]?\s?-\s?\d|\b\d\d\s?(?:f|yo|y/o|year|ans)\b")


def drug_status(analysis: Analysis, ownership: Ownership, drug: Mention) -> str:
    """Return the status of a drug mention (see `Finding.status`)."""
    if ownership.subjects.is_other(drug.start) and ownership.subjects.at(drug.start) != "generic":
        return "family"
    context = ownership.context(drug.start, drug.end)
    sentence, chunk = analysis.sentence(drug.start), analysis.chunk(drug.start)
    before = analysis.between(max(sentence.start, chunk.start - 60), drug.start)[-90:]
    in_chunk = analysis.between(chunk.start, drug.start)
    if _last(_REFUSED, in_chunk)[0] >= 0 or _REFUSED_AFTER.match(analysis.plain, drug.end):
        return "refused"
    if context.hypothetical:
        return "hypothetical"
    if _NOT_STARTED.search(before):
        return "planned"
    if context.denied:
        return _denied(context.never, in_chunk, before, analysis.after(drug.end, 15))
    if context.asked and not _is_own_use(analysis, drug):
        return "question"
    return _switched(before) or _told(analysis, drug, in_chunk) or _unannounced(analysis, drug)


def _denied(never: bool, in_chunk: str, before: str, after: str) -> str:
    """Return what a denied drug is: not borne (past), never taken, or not taken now (absent)."""
    if _NOT_BORNE.search(before):
        return "past"
    if never or _EVER_AFTER.match(after):
        return "never"
    if _ENDED.search(in_chunk):
        return "past"
    earlier = _EARLIER.search(before[-40:]) and re.search(r"\bno\b|\bnot\b", before)
    return "never" if earlier else "absent"


def _is_own_use(analysis: Analysis, drug: Mention) -> bool:
    """True for "I'm on Fosamax, can I …?": inside a question the use itself is told."""
    stretch = next((s for s, e in analysis.question_stretches if s <= drug.start < e), drug.start)
    before = analysis.between(stretch, drug.start)
    return bool(_OWN_USE.search(before)) and not _ASKS_TO_USE.search(before)


def _switched(before: str) -> str:
    """Read "switched from X to Y"."""
    if _SWITCHED_FROM.search(before):
        return "past"
    if _SWITCHED_TO.search(before) and not _ONLY_WANTED.search(before):
        return "present"
    return ""


def _told(analysis: Analysis, drug: Mention, in_chunk: str) -> str:
    """Return the status that the nearest verb gives, or "" without one."""
    after = analysis.between(drug.end, analysis.sentence(drug.start).end)
    if _STOPPED_AFTER.match(after) and not _STARTED_AFTER.match(after):
        return "past"
    if _HAVE_HAD.search(in_chunk) and _FOR_YEARS.match(after):
        return "present"
    planned, taking, past = (_last(p, in_chunk) for p in (_PLANNED, _TAKING, _PAST))
    nearest = max(planned, taking, past)
    if nearest[0] < 0:
        return ""
    if nearest == planned:
        return "planned"
    return "past" if nearest == past else "present"


def _last(pattern: Pattern, text: str) -> tuple[int, int]:
    """Return (end, length) of the last announcing word, or (-1, 0): of two that end together the longer counts."""
    found = (-1, 0)
    for match in pattern.finditer(text):
        if len(re.findall(r"\w+", text[match.end() :])) <= REACH_WORDS:
            found = max(found, (match.end(), match.end() - match.start()))
    return found


def _unannounced(analysis: Analysis, drug: Mention) -> str:
    """Return the status of a drug that no verb stands before."""
    after = analysis.between(drug.end, analysis.sentence(drug.start).end)
    facts = any(analysis.theme(t) for t in ("break", "broken_site", "symptom")) or bool(_CASE.search(analysis.plain))
    if analysis.asks and not facts:
        return "question"
    had = re.search(r"\bhad\s+(?:the\s+|an?\s+)?$", analysis.before(drug.start, 12))
    if had or re.match(r"\s*(?:intoleran|allerg|fail)", after):
        return "past"
    if re.match(r"\s*\?", after):
        return "question"
    return "present" if facts or _ACTS_AFTER.match(after) or _DOSED.match(after) else "unknown"

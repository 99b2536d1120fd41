"""Whether something is only supposed ("if", "what if", "suppose", "I might")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.pipeline import Mention

_MAIN_CLAUSE = re.compile(
    r"\s*(?:then\b|would\b|should\b|could\b|do\b|does\b|is\b|will\b|can\b|what\b|how\b|i\s+(?:am|"
    r"have|take|broke|was)\b|i'm\b|my\b)"
)

# "Stop if it hurts – it hurts": after a dash somebody speaks of herself again.
_DASHES = ("-", "\u2014")
_NEW_SUBJECT = re.compile(r"\s*(?:(?:and|well|now) )?(?:it|mine|she|he|this|that|they)\b")


def is_hypothetical(analysis: Analysis, start: int) -> bool:
    """True where the mention at `start` stands under an "if", "what if", "suppose" or the like."""
    sentence = analysis.sentence(start)
    if re.match(r"\s*/?\s*(?:whatif|what-if|what if)\b", analysis.plain[sentence.start :]) or re.match(
        r"\s*/\s*what", analysis.plain
    ):
        return True
    excluded = analysis.concept("cue", "not_hypothetical")
    for cue in analysis.concept("cue", "hypothetical"):
        if cue.start < sentence.start or cue.end > start:
            continue
        if any(other.start <= cue.start and cue.end <= other.end for other in excluded):
            continue
        if not _closed_before(analysis, cue, start):
            return True
    if re.search(
        r"\b(?:i'll|she'll|will|might|could|would|may|can|going to|gonna|want to|wants to|not to|"
        r"how to|likely to|about to|easily|don't)\s+(?:also |ever |even |easily |then |always |"
        r"just )?$",
        analysis.before(start, 30),
    ) and re.match(r"(?:fracture|break|crack|snap|shatter)\b", analysis.plain[start:]):
        return True
    return _would_change(analysis, sentence.start, sentence.end)


def _closed_before(analysis: Analysis, cue: Mention, start: int) -> bool:
    """True where the "if" clause ends before `start` ("if I may ask, I broke my hip")."""
    words = analysis.between(cue.start, cue.end)
    if re.search(r"what|suppose|supposing|imagin|say|hypothe|assum|pretend|et si", words):
        return False
    gap = analysis.between(cue.end, start)
    for comma in re.finditer(r",|;|:|\?|\bthen\b|\s-\s|\u2014", gap):
        following = gap[comma.end() :] + analysis.after(start, 12)
        if _MAIN_CLAUSE.match(following) or (comma.group().strip() in _DASHES and _NEW_SUBJECT.match(following)):
            return True
    return False


def _would_change(analysis: Analysis, start: int, end: int) -> bool:
    text = analysis.between(start, end)
    return bool(
        re.search(
            r"\b(?:would|wouldn't|could|might)\b.{0,60}\b(?:(?<!the )(?<!my )change|alter|make (?:a|any) difference|"
            r"be different|differ|matter)\b",
            text,
        )
    )

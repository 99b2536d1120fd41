"""Denials of fractures inside a question: a fact of the asker ("-2.6 without any fracture"), or what she hopes for."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import Context
from nlu.clinical.negation import denial
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# What stands before a denial that a question only takes along ("at -2.6 without", "-3 and no", "if nothing").
_TAKEN_ALONG = Pattern("asked_denial", "taken_along")
# "If nothing has ever broken" tells how it is; "if I had none" and "if nothing breaks" only suppose.
_SUPPOSES = Pattern("asked_denial", "supposes")
_HOPED = Pattern("asked_denial", "hoped")
_PLAIN_IF = re.compile(r"(?:even )?if")


def is_told(analysis: Analysis, ownership: Ownership, mention: Mention) -> bool:
    """True for a denial that is a fact of the case, inside a question too."""
    status = ownership.fact_status(mention.start, mention.end)
    if status in ("question", "hypothetical"):
        return _is_given(analysis, ownership, mention, denial_start(analysis, mention))
    return status == "present" and not is_hoped(analysis, mention)


def is_told_in_question(analysis: Analysis, ownership: Ownership, mention: Mention, context: Context) -> bool:
    """True for the "no breaks" of "… with no breaks?", which the mark of the whole question does not doubt."""
    if not denial(analysis, mention.start, mention.end)[0] or not is_told(analysis, ownership, mention):
        return False
    start = denial_start(analysis, mention)
    return context.denied or _is_given(analysis, ownership, mention, start)


def denial_start(analysis: Analysis, mention: Mention) -> int:
    """Begin the quoted words at the denial itself where it stands just before."""
    lead = re.search(
        r"\b(?:no|never|not|nothing|without|denies|denied|none|nil|zero|sans|pas|jamais|aucune?|"
        r"haven't|havent|hasn't|didn't|didnt|don't|dont|n'ai|negative|neg|free|(?<![\d.,])0)\b[\w\s,'/.-]{0,45}$",
        analysis.before(mention.start, 60),
    )
    sentence = analysis.sentence(mention.start)
    start = mention.start - len(lead.group()) if lead else mention.start
    return max(start, sentence.start)


def _is_given(analysis: Analysis, ownership: Ownership, mention: Mention, start: int) -> bool:
    """True where the denial that begins at `start` is a fact that the asker, who tells her age beside it, gives."""
    if not ownership.may_be_own(mention.start) or is_hoped(analysis, mention):
        return False
    sentence = analysis.sentence(mention.start)
    if not any(begin < sentence.end and sentence.start < end for begin, end in analysis.question_stretches):
        return False
    if any(not _is_plain_if(analysis, cue, mention) for cue in _suppositions(analysis, sentence.start, mention.start)):
        return False
    lead = _TAKEN_ALONG.search(analysis.between(sentence.start, start))
    alone = _TAKEN_ALONG.match(analysis.between(start, mention.end))
    return lead is not None or alone is not None


def is_hoped(analysis: Analysis, mention: Mention) -> bool:
    """True for "will I have no fractures on it?": what may come denies nothing."""
    sentence = analysis.sentence(mention.start)
    lead = _HOPED.search(analysis.between(sentence.start, mention.start))
    return lead is not None and analysis.in_question(mention.start)


def _suppositions(analysis: Analysis, start: int, end: int) -> list[Mention]:
    return [cue for cue in analysis.concept("cue", "hypothetical") if start <= cue.start and cue.end <= end]


def _is_plain_if(analysis: Analysis, cue: Mention, mention: Mention) -> bool:
    if not _PLAIN_IF.fullmatch(analysis.between(cue.start, cue.end)):
        return False
    return _SUPPOSES.search(analysis.between(cue.end, mention.end)) is None

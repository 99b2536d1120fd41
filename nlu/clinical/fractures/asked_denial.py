"""Denials of fractures inside a question: a fact of the asker ("-2.6 without any fracture"), or what she hopes for."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.context import Context
from nlu.clinical.negation import denial
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.questions import is_question
from nlu.clinical.segments import Segment

# What stands before a denial that a question only takes along ("at -2.6 without", "-3 and no", "if nothing").
_TAKEN_ALONG = Pattern("asked_denial", "taken_along")
# "If nothing has ever broken" tells how it is; "if I had none" and "if nothing breaks" only suppose.
_SUPPOSES = Pattern("asked_denial", "supposes")
_HOPED = Pattern("asked_denial", "hoped")
_HOPED_AFTER = Pattern("asked_denial", "hoped_after")
# Words further off belong to something else.
_REACH = 60
_PLAIN_IF = re.compile(r"(?:even )?if")


TOLD, NOT_TOLD, OPEN = "told", "not_told", ""


def is_told(analysis: Analysis, ownership: Ownership, mention: Mention) -> bool:
    """True for a word that denies all fractures ("nothing has broken") as a fact of the case, inside a question too."""
    status = ownership.fact_status(mention.start, mention.end)
    if status in ("question", "hypothetical"):
        return _is_given(analysis, ownership, mention, mention.start)
    return status == "present" and not is_hoped(analysis, mention)


def told_in_question(analysis: Analysis, ownership: Ownership, mention: Mention, context: Context) -> str:
    """Say whether a question tells that there was no fracture ("… with no breaks?"), does not, or leaves it open.

    The mark that closes a whole question does not doubt what it takes along.
    """
    denied, _, cue = denial(analysis, mention.start, mention.end)
    if not denied:
        return OPEN
    status = ownership.fact_status(mention.start, mention.end)
    hoped = is_hoped(analysis, mention)
    if status == "present" and context.denied:
        return NOT_TOLD if hoped else TOLD
    if _is_given(analysis, ownership, mention, cue.start if cue else mention.start):
        return TOLD
    # "Do they treat -2.7 with no fracture?" asks in general: nobody said that it is not known.
    return NOT_TOLD if not context.denied and _closes_question(analysis, mention) else OPEN


def _closes_question(analysis: Analysis, mention: Mention) -> bool:
    """True where the mark of a sentence that opens like a question stands right behind the mention."""
    if not analysis.after(mention.end, 3).lstrip().startswith("?"):
        return False
    return any(
        begin <= mention.start < end and is_question(analysis.plain, Segment(begin, end))
        for begin, end in analysis.question_stretches
    )


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
    """True where a denial that begins at `start` is a fact that the asker, who tells her age beside it, takes along."""
    sentence = analysis.sentence(mention.start)
    lead = analysis.between(max(sentence.start, start - _REACH), start)
    taken_along = _TAKEN_ALONG.search(lead) or _TAKEN_ALONG.match(analysis.between(start, mention.end))
    if not taken_along or is_hoped(analysis, mention) or not ownership.may_be_own(mention.start):
        return False
    if not any(begin < sentence.end and sentence.start < end for begin, end in analysis.question_stretches):
        return False
    supposed = _suppositions(analysis, sentence.start, mention.start)
    return all(_is_plain_if(analysis, cue, mention) for cue in supposed)


def is_hoped(analysis: Analysis, mention: Mention) -> bool:
    """True for "will I have no fractures on it?": what may come denies nothing."""
    sentence = analysis.sentence(mention.start)
    lead = _HOPED.search(analysis.between(max(sentence.start, mention.start - _REACH), mention.start))
    ahead = lead or _HOPED_AFTER.match(analysis.plain, mention.end)
    return ahead is not None and analysis.in_question(mention.start)


def _suppositions(analysis: Analysis, start: int, end: int) -> list[Mention]:
    return [cue for cue in analysis.concept("cue", "hypothetical") if start <= cue.start and cue.end <= end]


def _is_plain_if(analysis: Analysis, cue: Mention, mention: Mention) -> bool:
    if not _PLAIN_IF.fullmatch(analysis.between(cue.start, cue.end)):
        return False
    return _SUPPOSES.search(analysis.between(cue.end, mention.end)) is None

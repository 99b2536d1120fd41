"""What the words around a mention do to it: deny it, doubt it, suppose it, put it in the past, ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical.analysis import Analysis
from nlu.clinical.negation import DENIED_AFTER, denial
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.supposition import is_hypothetical

_AFFIRMED_AFTER = Pattern("context", "affirmed_after")


# "Bisphos never": told behind it.
_NEVER_AFTER = re.compile(r"[\s:=-]*(?:never|jamais)\b")
_NOT_KNOWN_AFTER = Pattern("context", "not_known_after")
# "Hip fracture risk" and the like: after the mention only these make it general.
_GENERAL_AFTER = frozenset(
    ["risk", "risks", "prevention", "rate", "rates", "incidence", "reduction", "threshold", "prevalence", "protection"]
)


# Where one of these stands between, the doubt was about something else ("I don't know my score im 72 I broke …").
_OTHER_STORY = re.compile(
    r"[,;:]|\b(?:but|because|after|since|what|how|when|which|why)\b|\b(?:scores?|scan|dexa|age)\b.*\b(?:i|i'm|im|my|she|had|have|broke|fell)\b"
)


_SMALL_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|[1-9])"


@dataclass(frozen=True)
class Context:
    """How a mention is meant. `doubtful` marks a denial that may or may not reach it."""

    denied: bool = False
    doubtful: bool = False
    never: bool = False
    limited: bool = False
    uncertain: bool = False
    hypothetical: bool = False
    general: bool = False
    past: bool = False
    ended: bool = False
    affirmed: bool = False
    asked: bool = False


def context_of(analysis: Analysis, start: int, end: int) -> Context:
    """Return the context of the mention at plain[start:end]."""
    affirmed = bool(_AFFIRMED_AFTER.match(analysis.plain, end))
    unknown_after = _NOT_KNOWN_AFTER.match(analysis.plain, end)
    denied, doubtful, cue = (False, False, None) if affirmed or unknown_after else denial(analysis, start, end)
    return Context(
        denied=denied,
        doubtful=doubtful,
        never=bool(cue and re.search(r"never|jamais", analysis.between(cue.start, cue.end)))
        or (denied and _NEVER_AFTER.match(analysis.plain, end) is not None),
        limited=_is_limited(analysis, start),
        uncertain=_is_uncertain(analysis, start, end),
        hypothetical=is_hypothetical(analysis, start),
        general=_is_general(analysis, start, end),
        past=_in_chunk(analysis, start, end, "past"),
        ended=_in_chunk(analysis, start, end, "ended"),
        affirmed=affirmed,
        asked=analysis.in_question(start),
    )


def is_answered(analysis: Analysis, end: int) -> bool:
    """True for "hot flushes? yes" and "fractures? none": a question that the same words answer."""
    return bool(_AFFIRMED_AFTER.match(analysis.plain, end) or DENIED_AFTER.match(analysis.plain, end))


def _cue_before(analysis: Analysis, start: int, concept: str, reach: int) -> Mention | None:
    sentence = analysis.sentence(start)
    for cue in reversed(analysis.concept("cue", concept)):
        if sentence.start <= cue.start and cue.end <= start:
            return cue if analysis.words_between(cue.end, start) <= reach else None
    return None


def _is_limited(analysis: Analysis, start: int) -> bool:
    """True for "no other fracture"; in "no other illness, broke my hip" the denial ends at the comma."""
    cue = _cue_before(analysis, start, "limited", 5)
    if cue is None:
        return False
    gap = analysis.between(cue.end, start)
    closed = analysis.between(start, analysis.sentence(start).end)
    return not re.search(r"[,;:]", gap) or re.search(r"\b(?:or|nor)\b", gap + closed) is not None


def _is_uncertain(analysis: Analysis, start: int, end: int) -> bool:
    if _NOT_KNOWN_AFTER.match(analysis.plain, end):
        return True
    if re.search(
        r"(?:^|[\s(,;:/])\?\s?(?:(?:new|old|acute|recent|early|healing|subtle)\s+)?$", analysis.before(start, 12)
    ) or re.match(r"\s*\(\?\)|\?\?", analysis.after(end, 5)):
        return True
    cue = _cue_before(analysis, start, "uncertain", 8)
    if cue and _is_of_number(analysis, cue):
        cue = None
    if cue and analysis.chunk_index(cue.start)[1] >= analysis.chunk_index(start)[1] - 1:
        gap = analysis.between(cue.end, start)
        return not _OTHER_STORY.search(gap)
    after = analysis.between(end, analysis.sentence(max(start, end - 1)).end)
    if re.search(
        r"\b(?:but|though|although)\s+(?:i'm|i am|im)\s+not\s+(?:\w+\s+)?(?:sure|certain)\b|"
        r"\bnot (?:sure|certain|100%)\W*$",
        after[:60],
    ):
        return True
    return bool(
        re.match(
            r"[^.,;]{0,12}\b(?:not sure|maybe|perhaps|i think|apparently|not certain|possibly|suspected|"
            r"unknown|\(\?\))",
            analysis.after(end, 40),
        )
        and not re.match(r"\s*,", analysis.after(end))
    )


def _is_of_number(analysis: Analysis, cue: Mention) -> bool:
    """True for "two maybe three vertebrae": the doubt is about the number."""
    before = re.search(rf"\b{_SMALL_NUMBER}\W*$", analysis.before(cue.start, 8))
    return bool(before) and bool(re.match(rf"\W*(?:even )?{_SMALL_NUMBER}\b", analysis.after(cue.end, 12)))


def _is_general(analysis: Analysis, start: int, end: int) -> bool:
    """True where the mention stands in talk of risk, prevention or effects in general."""
    chunk = analysis.chunk(start)
    given = analysis.concept("cue", "not_general")
    for cue in analysis.concept("cue", "general"):
        if any(fact.start <= cue.start and cue.end <= fact.end for fact in given):
            continue
        if chunk.start <= cue.start and cue.end <= start and analysis.words_between(cue.end, start) <= 6:
            return True
        follows = end <= cue.start < chunk.end and analysis.words_between(end, cue.start) <= 1
        if follows and analysis.between(cue.start, cue.end).split()[0] in _GENERAL_AFTER:
            return True
    return False


def _in_chunk(analysis: Analysis, start: int, end: int, concept: str) -> bool:
    chunk = analysis.chunk(start)
    return any(
        chunk.start <= cue.start < chunk.end
        and (
            analysis.words_between(cue.end, start) <= 6
            if cue.end <= start
            else analysis.words_between(end, cue.start) <= 8
        )
        for cue in analysis.concept("cue", concept)
        if cue.end <= start or cue.start >= end
    )

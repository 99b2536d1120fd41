"""A denial of all fractures and a fracture in one message: both cannot be true, so the fracture is asked back."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.energy import Energy
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.lookalikes import is_denied_before
from nlu.clinical.fractures.own_energy import nearest_energy
from nlu.clinical.fractures.recall import is_taken_back
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.patterns import Pattern

_NOT_FLAT = re.compile(
    r"\b(?:other|before|until|till|except|apart|besides|since|aside|prior|previous\w*|earlier|"
    r"this|then|bar|else|new|further|more|up to|only|but|now|first|otherwise)\b"
)
# "No previous fractures" in a record denies all there were, so here "previous" limits nothing.
_LIMITED = re.compile(
    r"\b(?:other|before|until|till|except|apart|besides|since|aside|bar|else|new|further|more|up to|only|but|family|otherwise)\b"
)
# A road accident contradicts no "no fragility fractures".
_FRAGILITY = re.compile(r"\b(?:fragility|frag|osteoporotic|low|insufficiency)\b")
_STOP = re.compile(r"[.;\n]")
_RECORD = Pattern("denial", "record")
_AGO = re.compile(r"\b(?:years?|yrs?) (?:ago|back)\b")
_LATELY = re.compile(
    r"\b(?:last (?:year|month|winter|spring|summer|autumn|fall|christmas)|(?:months?|weeks?) (?:ago|back)|earlier this year)\b"
)
# "Otherwise no breaks" beside a bone that may have been broken.
_OF_THE_REST, _OF_THE_PAST = Pattern("denial", "of_the_rest"), Pattern("denial", "of_the_past")
_KNOWN_OF, _SHRUNKEN, _WONDERED = (Pattern("denial", name) for name in ("known_of", "shrunken", "wondered"))
_SORE_BACK, _NOT_LOOKED_AT = Pattern("denial", "sore_back"), Pattern("denial", "not_looked_at")
_SHRUNK, _NEVER_PICTURED = Pattern("denial", "shrunk"), Pattern("denial", "never_pictured")
_OF_THE_KNOWN = Pattern("denial", "of_the_known")


def with_doubts(
    analysis: Analysis, told: list[tuple[Link, Finding]], denials: list[Finding], energies: list[Energy]
) -> list[tuple[Link, Finding]]:
    """Return what was told; a fracture that a denial in the same message contradicts is asked."""
    flat = [f for f in denials if f.value == "none" and f.certainty == CLEAR]
    return [
        (link, _doubted(finding) if any(_contradicts(analysis, denial, link, energies) for denial in flat) else finding)
        for link, finding in told
    ]


def _contradicts(analysis: Analysis, denial: Finding, link: Link, energies: list[Energy]) -> bool:
    own = nearest_energy(analysis, link, energies)
    if own and own.high and _FRAGILITY.search(denial.text.lower()):
        return False
    start, end = _plain_span(analysis, denial)
    if end <= link.start and is_taken_back(analysis, end, link.place.start):
        return False
    if is_denied_before(analysis, link, end) and not _LIMITED.search(analysis.between(start, link.start)):
        return True
    sentence = analysis.sentence(min(start, len(analysis.plain) - 1))
    words = analysis.between(sentence.start, sentence.end)
    if "never" in denial.text.lower() and not _NOT_FLAT.search(words):
        return True
    stop = _STOP.search(analysis.plain, end, max(end, link.start))
    if stop is None or _LIMITED.search(analysis.between(sentence.start, stop.start())):
        return False
    if _is_on_record(analysis, stop.end(), link):
        return True
    # "No previous fractures" denies nothing of what broke lately.
    return not _NOT_FLAT.search(words) and _LATELY.search(analysis.between(*_beside(analysis, link))) is not None


def _plain_span(analysis: Analysis, denial: Finding) -> tuple[int, int]:
    """Return the span of a finding in the plain text."""
    starts = analysis.source.starts
    start = next(i for i, at in enumerate(starts) if at >= denial.start)
    end = next((i for i, at in enumerate(starts) if at >= denial.end), len(analysis.plain))
    return start, end


def _is_on_record(analysis: Analysis, denial_end: int, link: Link) -> bool:
    """True where the fracture stands under a heading of old illnesses, or its words put it in an earlier year."""
    if _RECORD.search(analysis.plain, denial_end, link.start):
        return True
    near = analysis.between(*_beside(analysis, link))
    return bool(_AGO.search(near)) or analysis.has_earlier_year(near)


def _beside(analysis: Analysis, link: Link) -> tuple[int, int]:
    """Return the stretch of the fracture with the words on its time."""
    sentence = analysis.sentence(link.start)
    return max(sentence.start, link.start - 20), min(sentence.end, link.end + 25)


def without_rest(analysis: Analysis, told: list[tuple[Link, Finding]], denials: list[Finding]) -> list[Finding]:
    """Return the denials without "otherwise no breaks" and "none before" beside a doubtful fracture, which they do not deny."""
    denials = [_hearsay(analysis, f) for f in denials]
    if not any(f.status == "unknown" and f.certainty == ASK for _, f in told):
        return _without_sore_back(analysis, denials)
    return [
        f
        for f in denials
        if f.value != "none"
        or not (f.reason == "limited" or _OF_THE_REST.search(_before(analysis, f)) or _is_of_the_past(analysis, f))
    ]


def _hearsay(analysis: Analysis, denial: Finding) -> Finding:
    """Return the denial; one "that anybody knows of" is asked beside a bent back that is doubted or was never seen."""
    if denial.value != "none" or denial.certainty != CLEAR:
        return denial
    if not (_SHRUNKEN.search(analysis.plain) and _WONDERED.search(analysis.plain)):
        return denial
    end = _plain_span(analysis, denial)[1]
    is_known_of = _KNOWN_OF.match(analysis.plain, end) is not None
    return replace(denial, certainty=ASK, reason="limited") if is_known_of else denial


def _without_sore_back(analysis: Analysis, denials: list[Finding]) -> list[Finding]:
    """Return the denials; "no past fractures" is asked beside a sore back, or much height lost, and no picture yet."""
    is_sore = _SORE_BACK.search(analysis.plain) and _NOT_LOOKED_AT.search(analysis.plain)
    is_shrunk = _SHRUNK.search(analysis.plain) and _NEVER_PICTURED.search(analysis.plain)
    if not (is_sore or is_shrunk):
        return denials
    limits = _OF_THE_KNOWN if is_shrunk else _OF_THE_PAST
    return [
        replace(f, certainty=ASK, reason="limited")
        if f.value == "none" and f.certainty == CLEAR and _is_of_the_past(analysis, f, limits)
        else f
        for f in denials
    ]


def _is_of_the_past(analysis: Analysis, finding: Finding, limits: Pattern = _OF_THE_PAST) -> bool:
    start, end = _plain_span(analysis, finding)
    return limits.search(analysis.before(start, 12) + analysis.between(start, end)) is not None


def _before(analysis: Analysis, denial: Finding) -> str:
    return analysis.before(_plain_span(analysis, denial)[0], 50)


def _doubted(finding: Finding) -> Finding:
    if finding.status != "present" or finding.certainty != CLEAR:
        return finding
    return replace(finding, certainty=ASK, reason="contradiction", candidates=(finding.value,))

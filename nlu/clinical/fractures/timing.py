"""Whether a fracture happened before the age of 50, as far as the words tell."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import find_places
from nlu.clinical.number_words import word_values
from nlu.clinical.patterns import Pattern

# A fracture before this age does not count as osteoporotic (evidence, section 1.1).
ADULT_BONE_AGE = 50

# A fracture before this age is one of childhood, of which nobody thinks when asked for broken bones.
GROWN_AGE = 18

_YOUTH = Pattern("timing", "youth")
_CHILDHOOD = Pattern("timing", "childhood")
_WAS_AGED = re.compile(r"\b(?:i|she) was (?:only |just |about )?\d\d\b(?!\s*(?:cm|kg|%|and a half))")
_AGE_AT = Pattern("timing", "age_at")
_AGO = re.compile(
    r"\b(?:(?:about|around|over|some|nearly|almost|more than)\s+)?(\d{1,2})\s*\+?\s*(?:years?|"
    r"yrs?|ans?|y)\s*(?:ago|back|earlier|before)\b|\bil y a\s+(\d{1,2})\s+ans\b"
)
_LAST = re.compile(r"\b(?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter|christmas)\b")
_FELL = re.compile(r"\b(?:fell|came off|slipped|tripped|fall\w*|thrown|tumbled)\b")
# "Broke a leg skiing in '94"; of this century a short year is too near to today to be told apart from an age.
_SHORT_YEAR = re.compile(r"(?<!\w)'([5-9]\d)\b(?!')")
_YEAR = re.compile(r"\b(?:in|en|since|during)?\s*((?:19|20)\d\d)\b")


def happened_young(analysis: Analysis, link: Link, age: int | None) -> bool:
    """True where the words put the fracture before the age of 50; `age` is the person's age, if known."""
    text = _later_day(analysis, link) or _around(analysis, link)
    if _YOUTH.search(text):
        return True
    at = _age_at(text, age)
    if at is not None:
        return at < ADULT_BONE_AGE
    if age is None:
        return False
    ago = _AGO.search(text)
    if ago:
        return age - int(ago.group(1) or ago.group(2)) < ADULT_BONE_AGE - 1
    year = _YEAR.search(text)
    if year and _is_near(analysis, link, int(year.group(1))):
        return int(year.group(1)) - (analysis.today.year - age) < ADULT_BONE_AGE - 1
    short = _SHORT_YEAR.search(text)
    return short is not None and 1900 + int(short.group(1)) - (analysis.today.year - age) < ADULT_BONE_AGE - 1


def _later_day(analysis: Analysis, link: Link) -> str:
    """Return the words of the place of "broke my wrist at 30 and the ankle in 2021" where they tell a day of their own."""
    chunk = analysis.chunk(link.place.start)
    if link.break_start >= chunk.start:
        return ""
    own = analysis.between(link.place.start, chunk.end)
    return own if any(day.search(own) for day in (_AGO, _LAST, _YEAR, _AGE_AT, _YOUTH)) else ""


def happened_in_childhood(analysis: Analysis, link: Link, age: int | None) -> bool:
    """True where the words put the fracture in childhood; `age` is the person's age, if known."""
    text = _later_day(analysis, link) or _around(analysis, link)
    at = _age_at(text, age)
    return at < GROWN_AGE if at is not None else bool(_CHILDHOOD.search(text))


def _is_near(analysis: Analysis, link: Link, year: int) -> bool:
    """True where the year stands within a few words of the fracture, not of another event."""
    lead = re.search(
        r"((?:19|20)\d\d)\W*(?:(?:i|she|he|had|a|an|broke|my|her|fell|and|when|with|left|right|old|l|"
        r"r)\b\W*)*$",
        analysis.before(link.start, 30),
    )
    return bool(lead) and lead.group(1) == str(year) if lead else str(year) in analysis.after(link.end, 25)


def _age_at(text: str, age: int | None) -> int | None:
    """Return the age at which it happened, where the words name one that is not the person's own."""
    for match in _AGE_AT.finditer(text):
        said = match.group(1)
        named = int(said) if said.isdigit() else word_values()[said]
        if 1 <= named <= 110 and named != age:
            return named
    return None


def _around(analysis: Analysis, link: Link) -> str:
    """Return the words of the link's chunk, with the chunk before it where that only tells the time."""
    sentence, index = analysis.chunk_index(link.start)
    chunks = analysis.chunks[sentence]
    start, end = chunks[index].start, chunks[index].end
    earlier = [chunk for chunk in chunks[:index] if _WAS_AGED.search(analysis.between(chunk.start, chunk.end))]
    own = _own_words(analysis, link, start, end)
    if own:
        return own
    has_own_day = _LAST.search(analysis.between(start, end))
    if (
        index > 0
        and chunks[index].opener == "and"
        and not has_own_day
        and _FELL.search(analysis.between(chunks[index - 1].start, start))
    ):
        # "fell off a pony at ten and broke my wrist"
        start = chunks[index - 1].start
    if earlier:
        # "I was 48 and slipped in the shop, wrist"
        start = earlier[0].start
    elif index > 0:
        lead = analysis.between(chunks[index - 1].start, chunks[index - 1].end)
        if _tells_time_only(lead):
            start = chunks[index - 1].start
    if index + 1 < len(chunks):
        trail = analysis.between(chunks[index + 1].start, chunks[index + 1].end)
        if _tells_time_only(trail):
            end = chunks[index + 1].end
    return analysis.between(start, end)


def _own_words(analysis: Analysis, link: Link, start: int, end: int) -> str:
    """Return the words from the place to the next one where the time of this fracture stands among them."""
    others = [p.start for p in find_places(analysis) if link.place.end <= p.start < end]
    earlier = any(start <= p.start < link.place.start for p in find_places(analysis))
    if not others and not earlier:
        return ""
    own = analysis.between(link.place.start, min([*others, end]))
    return own if any(pattern.search(own) for pattern in (_YOUTH, _AGE_AT, _AGO, _LAST)) or _YEAR.search(own) else ""


def _tells_time_only(text: str) -> bool:
    bare = text.strip(" ,;()")
    return len(bare.split()) <= 7 and bool(
        _AGO.search(bare)
        or _YOUTH.search(bare)
        or re.match(
            r"(?:back )?(?:in (?:19|20)\d\d|at (?:the )?(?:age (?:of )?)?\d\d|aged \d\d|when (?:i|"
            r"she) was \d)|(?:19|20)\d\d$",
            bare,
        )
    )

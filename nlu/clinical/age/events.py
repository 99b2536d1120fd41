"""Whether an age is that of an earlier event ("menopause at 52")."""

from __future__ import annotations

import re

from nlu.clinical.age.announced import ABOUT, NEARLY
from nlu.clinical.age.told import is_lately, is_told
from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

_EVENT = Pattern("age", "event")


# "Mum 70 when she broke her hip", "mother 52 at menopause".
_THEN_AFTER = re.compile(r" (?:when (?:she|he|i|it|her|his|my)\b|at (?:the time|menopause|death|diagnosis)\b)")
_IS_NOW = re.compile(r"\b(?:i'm|i am|is|she's|he's|now|'s)\s+(?:\w+\s+)?$")
# "Menopause 52yo", "LMP 49 yrs": the age of the menopause, and "now #NOF from standing at 80" that of today.
_MENOPAUSE = Pattern("age", "of_menopause")
_NOW_BROKEN = Pattern("age", "now_broken")
# "What if I was 55?" supposes an age and tells of none that was.
_SUPPOSED = re.compile(r"\bif (?:i|she|the patient) was(?: only| just| already| still)?\s*$")
# Younger than this nobody asks for her own bones after the menopause.
_YOUNG = 40
_EVENT_WORD = Pattern("age", "event_word")


# "Stopped HRT 3/12 ago, age 60": what happened months ago happened at her present age.
_MONTHS_AGO = re.compile(r"(?:/12|/52|\b(?:months?|mths?|weeks?|wks?|days?)) (?:ago|back),?\s*$")
GROWN_UP, _OLDEST = 18, 110
# "I fell off my bike aged 9 and broke my collarbone".
_CHILDHOOD = re.compile(
    r"\b(?:fell|fall|broke|broken|break|fractured?|cracked|snapped|hurt|came off|accident|crash\w*|operat\w+)\b"
)
_AGED = re.compile(r"(?<!i'm )(?<!i am )(?<!is )\b(?:aged?|(?:at )?the age of)\s*(?:about |around |only |just )?$")


def is_event(analysis: Analysis, number: Number, before: str, after: str, end: int) -> bool:
    """True where the age is that of an earlier event ("menopause at 52", "at 45 I broke my wrist")."""
    if _THEN_AFTER.match(analysis.plain, end) and not _IS_NOW.search(before):
        return True
    if number.as_int < GROWN_UP and _AGED.search(before):
        told = analysis.between(analysis.sentence(number.start).start, number.bare_start)
        return _CHILDHOOD.search(told) is not None or _is_of_her_childhood(analysis, number, told)
    if (_WAS.search(before) and is_lately(analysis.plain, end)) or is_told(analysis, number, before):
        return False
    if _SUPPOSED.search(before) or _NOW_BROKEN.search(before):
        return False
    if _MENOPAUSE.search(before):
        return True
    if not _EVENT.search(_trim(before)):
        return bool(re.search(r"\b(?:when|until|since) (?:i|she|he) (?:was|turned|hit|reached)\s+(?:\w+\s)?$", before))
    chunk_text = analysis.between(analysis.chunk(number.start).start, number.bare_start)
    if re.search(r"\bstill\b[^.;]{0,25}\bat\s*$", before):
        return False
    if re.search(r"\b(?:i'm|i am|im)\s+(?:now\s+)?(?:aged?\s*)?$", before) or re.search(r"\bnow (?:aged?)\s*$", before):
        return False
    aged = re.search(r"\bag(?:e|ed)\s*(?:of\s|:\s?|=\s?)?$", before)
    if aged and _MONTHS_AGO.search(before[: aged.start()]):
        return False
    if aged and number.magnitude < _YOUNG and _tells_a_bone(analysis, number):
        return True
    if aged and not re.search(
        r"\b(?:at|since|from|until|before|after|by|around)\s+(?:the\s+)?$", before[: aged.start()]
    ):
        return bool(
            re.search(
                r"\b(?:broke|menopaus\w*|diagnosed|died|fractured|lmp|hysterectomy|oophorectomy|tah|bso|womb|ovaries|meno|periods|stopped|"
                r"fracture)\b[^,;.]{0,40}$",
                before,
            )
        ) and not re.search(r"\b(?:woman|lady|patient|female|i'm|pt)\b[^,;.]{0,15}$", before)
    following = after + analysis.between(end, min(len(analysis.plain), end + 50))
    past_after = re.match(
        r"\s*(?:years? old\s*)?,?\s*(?:i|she|he|and|with|following|after|when)?\s*(?:had|broke|fell|"
        r"was|went|started|stopped|fractured|got|developed|hit|lost|became|did|suffered|entered|"
        r"began)\b",
        following,
    )
    return (
        bool(past_after)
        or bool(_EVENT_WORD.search(chunk_text))
        or not re.search(r"\bat\s*(?:(?:the )?(?:ripe )?(?:old )?age of |age )?$", before)
    )


# "Right arm at the age of nine": a bone of her childhood, where a grown-up tells of it.
_AT_AGE = re.compile(r"\bat (?:the )?(?:tender )?(?:age )?(?:of )?(?:about |only |just )?$")
_CHILD = re.compile(r"\b(?:girl|boy|child|kid|daughter|son|niece|nephew|teen\w*|pupil|student)\b")
_WAS = re.compile(r"\b(?:i|she|he) was(?: just| only)?\s*$")


def _is_of_her_childhood(analysis: Analysis, number: Number, told: str) -> bool:
    grown_up = any(GROWN_UP <= n.magnitude <= _OLDEST for n in analysis.numbers if n.start not in analysis.labels)
    return grown_up and _AT_AGE.search(told) is not None and not _CHILD.search(told) and _tells_a_bone(analysis, number)


def _tells_a_bone(analysis: Analysis, number: Number) -> bool:
    """True for "fell off my bike aged 9 and broke …" and "none bar a toe age 20": so young an age is that of the break."""
    sentence = analysis.sentence(number.start)
    themes = ("site", "break", "broken_site")
    return any(sentence.start <= m.start < sentence.end for theme in themes for m in analysis.theme(theme))


def _trim(before: str) -> str:
    for pattern in (NEARLY, ABOUT):
        before = pattern.sub("", before)
    return before

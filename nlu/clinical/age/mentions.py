"""Finds the stretches of a plain text that state somebody's age, exact or vague."""

from __future__ import annotations

import re

from nlu.clinical.age.announced import (
    ABOUT,
    BOUND,
    CLINICAL_A,
    NEARLY,
    SEX_AFTER,
    UPCOMING,
    YEARS,
    YEARS_OLD,
    announces,
    could_be_age,
    stands_alone,
)
from nlu.clinical.age.births import births
from nlu.clinical.age.events import is_event
from nlu.clinical.age.loose import closes_message, is_here, is_of_note, is_of_paper, is_old_without_years
from nlu.clinical.age.mention import AgeMention
from nlu.clinical.age.named import is_named, tells_of_us
from nlu.clinical.age.placed import placed
from nlu.clinical.age.todays import comes_soon, is_soon, is_todays
from nlu.clinical.age.told import is_told
from nlu.clinical.age.vague import birthdays, decades
from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern
from nlu.clinical.subject.told_ages import told_ages

_SOON_AFTER = Pattern("age", "soon_after")


_NEXT_YEAR = re.compile(r"[\s,]*(?:years old )?(?:next year|this year|in \d{4}|in (?:a|two) years?)\b")
# "65+" is a bound; in "63 + postmenopausal" the sign only adds the next fact.
_PLUS = re.compile(r"\+(?!\s?\d)|\s\+(?!\s?\w)|[\s-]?(?:plus\b(?! (?:de|a|the|i))|ish\b|something\b|odd\b)")


def find_ages(analysis: Analysis) -> list[AgeMention]:
    """Return the stated ages of a message, in order."""
    return analysis.once("ages", _find_ages)


def _find_ages(analysis: Analysis) -> list[AgeMention]:
    found = [mention for number in analysis.numbers if (mention := _from_number(analysis, number))]
    found += decades(analysis) + births(analysis) + birthdays(analysis)
    if all(mention.event for mention in found):
        found += placed(analysis)
    return sorted(found, key=lambda mention: mention.start)


def _from_number(analysis: Analysis, number: Number) -> AgeMention | None:
    if (number.sign == "-" and number.sign_style != "spaced") or number.sign == "+" or not could_be_age(number):
        return None
    plain = analysis.plain
    before = plain[max(0, number.bare_start - 50) : number.bare_start]
    before = re.sub(r"[\s-]+$", " ", before) if number.sign else before
    label = analysis.labels.get(number.start, "")
    old = None if is_old_without_years(plain, number) else YEARS_OLD.match(plain, number.end)
    sexed = SEX_AFTER.match(plain, number.end)
    if old:
        sexed_later = SEX_AFTER.match(plain, old.end())
        return _mention(analysis, number, before, sexed_later.end() if sexed_later else old.end())
    if sexed and number.magnitude >= 12 and label != "body" and not re.search(r"\btemp\w*\W*$", before):
        return _mention(analysis, number, before, sexed.end())
    if label:
        return None
    if not (
        announces(before, number)
        or stands_alone(analysis, number, before)
        or number.start in told_ages(analysis)
        or is_named(number, before)
        or tells_of_us(plain, number, before)
        or is_told(analysis, number, before)
        or is_todays(plain, number)
        or comes_soon(plain, number)
        or is_of_paper(analysis, number)
        or closes_message(analysis, number)
        or is_of_note(analysis, number)
        or is_here(analysis, number)
    ):
        return None
    years = YEARS.match(plain, number.end) or CLINICAL_A.match(plain, number.end)
    end = years.end() if years else number.end
    return _mention(analysis, number, before, end)


def _is_next_birthday(analysis: Analysis, number: Number, before: str, end: int) -> bool:
    """True for "I'll be 60 in May", "60 next month" and "mum is 60 in two weeks": the person is a year younger."""
    plain = analysis.plain
    if comes_soon(plain, number) or (number.start in told_ages(analysis) and is_soon(plain, number.end)):
        return True
    coming = re.search(r"\b(?:i'll|will|going to|gonna|soon|about to)\b[^,.;?!]{0,25}$", before)
    return bool(UPCOMING.search(before) and (_SOON_AFTER.match(plain, end) or coming))


def _mention(analysis: Analysis, number: Number, before: str, end: int) -> AgeMention | None:
    plain = analysis.plain
    low = high = likely = number.as_int
    start = number.bare_start
    after = plain[end : end + 30]
    style = "exact"
    if _NEXT_YEAR.match(plain, end) and (UPCOMING.search(before) or "turn" in before):
        low, high, likely, style = likely - 2, likely - 1, likely - 1, "upcoming"
    elif _is_next_birthday(analysis, number, before, end):
        low = high = likely = likely - 1
    elif NEARLY.search(before):
        low, likely, style = likely - 1, likely - 1, "upcoming"
        high = likely + 1
    elif ABOUT.search(before) or re.match(r"\s?-?ish\b|\s+or (?:so|thereabouts|\d)", plain[number.end :]):
        low, high, style = likely - 2, likely + 2, "about"
    elif BOUND.search(before) or _PLUS.match(plain, number.end):
        style = "bound"
    introducer = re.search(r"(?:\bi'm|\bi am|\bim|\bshe is|\bshe's|\baged?|\bmy age is|\bage:?)\s*$", before)
    if introducer:
        start = number.bare_start - len(introducer.group())
    at_only = bool(re.search(r"\bat\s*(?:about |around )?$", before)) and not YEARS_OLD.match(plain, number.end)
    return AgeMention(start, end, low, high, likely, style, is_event(analysis, number, before, after, end), not at_only)

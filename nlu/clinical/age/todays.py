"""Which age is today's: "now 61" beside ages of earlier days, "59 still", "60 next month"."""

from __future__ import annotations

import re

from nlu.clinical.age.mention import AgeMention
from nlu.clinical.numbers import Number

_OPENS_CLAUSE = re.compile(r"(?:^|[,;.:!?(\n\u2014])\s*(?:(?:so|and|but|only|just|she's|i'm|hi|hello) )*$")
_STILL_AFTER = re.compile(
    r"(?: years?(?: old)?)? (?:now|still|currently|today|at present|at the moment|at the minute)\s*"
    r"(?:[,.;!?)]|(?:and|with|w|t)\b|$)"
)
_NOW_BEFORE = re.compile(r"\b(?:currently|presently|today|nowadays) (?:aged? )?$")
_NOW_WITH = re.compile(r"\s*(?:$|[,.;)]|(?:with|and|t|my|no|never|years?|yrs?)\b)")
_SOON = re.compile(
    r",? (?:years old )?(?:next (?:week|month|birthday)|tomorrow|soon\b|in (?:a|an?other|one|two|three|four|six|\d|a few|"
    r"a couple of) (?:day|week|month)s?)\b"
)
_IS_TODAYS_BEFORE = re.compile(
    r"\b(?:now|currently|presently|today|nowadays)(?: (?:is|she is|she's|i'm|i am|only|just|aged?|a|an))* ?$"
)

_AGED_AT_BREAK = re.compile(
    r"(?:#|\b(?:fxs?|fract\w*|fall|fell|slip\w*|trip\w*|stumbl\w*|tumble\w*|broken?|breaks?|breaking|nof|colles)\b)"
    r"[^.;]{0,25}\b(?:aged?|at(?: age)?|when(?: she was| i was)?)\s*\d\d\b[^\d]*$"
)


def is_todays(plain: str, number: Number) -> bool:
    """True for "58 still", "72 now" and "currently 74" where nothing else announces an age."""
    if not _may_stand_alone(number):
        return False
    before = plain[max(0, number.start - 25) : number.start]
    if _NOW_BEFORE.search(before):
        return _NOW_WITH.match(plain, number.end) is not None
    return bool(_STILL_AFTER.match(plain, number.end) and _OPENS_CLAUSE.search(before))


def comes_soon(plain: str, number: Number) -> bool:
    """True for "60 next month" as words of their own: the person is a year younger."""
    if not _may_stand_alone(number) or not is_soon(plain, number.end):
        return False
    return _OPENS_CLAUSE.search(plain[max(0, number.start - 25) : number.start]) is not None


def is_soon(plain: str, end: int) -> bool:
    """True where the words at `end` put what was said a few weeks ahead ("next month", "in two weeks")."""
    return _SOON.match(plain, end) is not None


def _may_stand_alone(number: Number) -> bool:
    return number.is_whole and not number.sign and 40 <= number.magnitude <= 105


def without_earlier(plain: str, mentions: list[AgeMention]) -> list[AgeMention]:
    """Leave out the lower ages of a person of whom one age is said to be the present one ("aged 58 … now 61")."""
    today = [m for m in mentions if m.style == "exact" and _is_said_to_be_todays(plain, m)] or _besides_then(
        plain, mentions
    )
    if len({m.likely for m in today}) != 1:
        return mentions
    return [m for m in mentions if m.style != "exact" or m.likely >= today[0].likely]


def _besides_then(plain: str, mentions: list[AgeMention]) -> list[AgeMention]:
    """Return "she's 64" beside the age of a fall or fracture ("in a simple fall aged 60, she's 64")."""
    then = [m for m in mentions if _AGED_AT_BREAK.search(plain[max(0, m.start - 45) : m.end])]
    others = [m for m in mentions if m not in then and m.style == "exact"]
    return others if then and len({m.likely for m in others}) == 1 else []


def _is_said_to_be_todays(plain: str, mention: AgeMention) -> bool:
    before = plain[max(0, mention.start - 25) : mention.start]
    return bool(_IS_TODAYS_BEFORE.search(before) or _STILL_AFTER.match(plain, mention.end))

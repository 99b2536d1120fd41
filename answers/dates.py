"""Dates as people write them: "5 months ago", "3 March", "in May", "12/05/2026", "last week". A date is a span of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil import parser
from dateutil.relativedelta import relativedelta

COUNTS: dict[str, float] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple of": 2,
    "three": 3,
    "few": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
COUNTS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "half a": 0.5}
LONG_AGO = timedelta(days=36500)
BEYOND = timedelta(days=8)
NEAR = 25
"""Signs before a date in which a word such as "next" still speaks of it."""

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?"
_CALENDAR = re.compile(
    rf"\b(?:{_YEAR}-\d\d?-\d\d?|\d\d?[/.]\d\d?[/.]{_YEAR}"
    rf"|\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?|{_MONTH} \d\d?(?:st|nd|rd|th)?\b(?:,? {_YEAR})?"
    rf"|{_MONTH} {_YEAR}|(?<=\bin ){_MONTH}|(?<=\bsince ){_MONTH}|(?<=\blast ){_MONTH}|^{_MONTH}$|{_YEAR})\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?P<bound>more than |over |longer than |less than |under )?(?<![.\d])"
    rf"(?P<count>\d{{1,3}}(?:\.5)?|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
    r"(?P<half> and a half)? (?P<unit>day|week|month|year)s?\b(?P<and_half> and a half)?",
    re.IGNORECASE,
)
_RECENT = re.compile(r"\b(?P<which>today|yesterday|(?:this|last) (?:week|month|year))\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:next|due|booked|coming|will be|planned)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """The days from `earliest` to `latest` on which something was or will be."""

    earliest: date
    latest: date


def dates_in(text: str, today: date) -> list[Span]:
    """Return the dates that a text names, in its order.

    A date without a year is the nearest one in the past, after a word such as "next" the nearest one to come.
    """
    found = [*_calendar(text, today), *_relative(text, today), *_recent(text, today)]
    return [span for _, span in sorted(found, key=lambda each: each[0])]


def _is_coming(text: str, start: int) -> bool:
    return _COMING.search(text[max(0, start - NEAR) : start]) is not None


def _calendar(text: str, today: date) -> Iterator[tuple[int, Span]]:
    for match in _CALENDAR.finditer(text):
        words = match.group().replace(" of ", " ")
        coming = _is_coming(text, match.start())
        try:
            span = _parsed(words, today.year)
            if not re.search(_YEAR, words) and span.earliest > today and not coming:
                span = _parsed(words, today.year - 1)
            elif not re.search(_YEAR, words) and span.latest < today and coming:
                span = _parsed(words, today.year + 1)
        except (ValueError, OverflowError):  # "31/02/2026": no day of any calendar
            continue
        yield match.start(), span


def _parsed(words: str, year: int) -> Span:
    """Read a date; what is left out (day, month) spans from its first to its last value."""
    first, last = (
        parser.parse(words, dayfirst=not words[:4].isdigit(), default=default).date()
        for default in (datetime(year, 1, 1), datetime(year, 12, 31))
    )
    return Span(first, last)


def _relative(text: str, today: date) -> Iterator[tuple[int, Span]]:
    for match in _AGO.finditer(text):
        count = COUNTS.get(match.group("count").lower()) or float(match.group("count"))
        count += 0.5 if match.group("half") or match.group("and_half") else 0
        way = 1 if _is_coming(text, match.start()) else -1
        day = today + _length(count, match.group("unit").lower()) * way
        bound = (match.group("bound") or "").strip().lower()
        if bound in ("more than", "over", "longer than"):
            yield match.start(), Span(min(today - LONG_AGO, day - BEYOND), day - BEYOND)
        elif bound:
            yield match.start(), Span(min(day + BEYOND, today), today)
        else:
            yield match.start(), Span(day, day)


def _length(count: float, unit: str) -> relativedelta:
    if unit in ("day", "week"):
        return relativedelta(days=int(count * (7 if unit == "week" else 1)))
    months = count * (12 if unit == "year" else 1)
    return relativedelta(months=int(months), days=int((months - int(months)) * 30))


def _recent(text: str, today: date) -> Iterator[tuple[int, Span]]:
    for match in _RECENT.finditer(text):
        which = match.group("which").lower()
        back = int(which.startswith("last"))
        if which in ("today", "yesterday"):
            day = today - timedelta(days=which == "yesterday")
            span = Span(day, day)
        elif which.endswith("week"):
            start = today - timedelta(days=today.weekday() + 7 * back)
            span = Span(start, min(start + timedelta(days=6), today))
        elif which.endswith("month"):
            start = today.replace(day=1) - relativedelta(months=back)
            span = Span(start, min(start + relativedelta(months=1, days=-1), today))
        else:
            span = Span(date(today.year - back, 1, 1), min(date(today.year - back, 12, 31), today))
        yield match.start(), span

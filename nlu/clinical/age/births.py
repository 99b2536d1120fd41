"""Ages worked out from a year or date of birth."""

from __future__ import annotations

import re

from nlu.clinical.age.mention import AgeMention
from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern

_BORN = Pattern("age", "born")


def births(analysis: Analysis) -> list[AgeMention]:
    found = []
    for match in _BORN.finditer(analysis.plain):
        age = _age_from_birth(analysis, match)
        if age is None:
            continue
        low, high = age
        today = analysis.today
        likely = high if low == high or (today.month, today.day) >= (7, 1) else low
        found.append(
            AgeMention(match.start(), match.end(), low, high, likely, "birth_year" if low != high else "exact")
        )
    return found


def _age_from_birth(analysis: Analysis, match: re.Match[str]) -> tuple[int, int] | None:
    today = analysis.today
    years = today.year - int(match.group(1))
    if not 0 <= years <= 130:
        return None
    month_day = _month_day(match)
    if month_day is None:
        return max(0, years - 1), years
    passed = (today.month, today.day) >= month_day
    exact = years if passed else years - 1
    return exact, exact


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _month_day(match: re.Match[str]) -> tuple[int, int] | None:
    """Return (month, day) of the birth date where only one reading of it is possible."""
    if match.group(2):
        return int(match.group(2)), int(match.group(3))
    text = match.group()
    numeric = re.search(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}", text)
    if numeric:
        first, second = int(numeric.group(1)), int(numeric.group(2))
        if first > 12 >= second:
            return second, first
        if second > 12 >= first:
            return first, second
        return (first, first) if first == second and first <= 12 else None
    named = re.search("|".join(_MONTHS), text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", text)
    if named and day and int(day.group(1)) <= 31:
        return _MONTHS.index(named.group()) + 1, int(day.group(1))
    return None

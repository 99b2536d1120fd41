"""A dose that was to be given on one date and is not given on a later one: "planned for 4 May, and now it is August"."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.red_flags.delay import LATE_WEEKS
from nlu.clinical.red_flags.late import MONTHS
from nlu.clinical.red_flags.rules import group

_DUE_ON, _THEN = Pattern("late_doses", "due_on"), Pattern("late_doses", "now_in")
_GIVEN = Pattern("late_doses", "given_in_time")
# "The scan was booked for March."
_OF_ELSE = Pattern("late_doses", "waits_for_else")
_PARTS = {"beginning": 3, "start": 3, "early": 3, "first": 3, "mid": 15, "middle": 15, "end": 28, "late": 26}
_MIDDLE = 15
_MONTH_DAYS, _YEAR_DAYS = 30, 360
_MOST_DAYS = 240
"""Between two months so far apart, the second one is likelier the earlier."""
_NEAR = 1
"""How many sentences the drug, the first date and the second may stand apart."""


def due_and_passed(analysis: Analysis) -> tuple[int, int] | None:
    """Return the stretch from the first date to the second, None where none is told or the dose was given."""
    if _GIVEN.search(analysis.plain):
        return None
    for due in _DUE_ON.finditer(analysis.plain):
        if not _is_of_the_drug(analysis, due):
            continue
        for then in _THEN.finditer(analysis.plain, due.end()):
            days = (_day_of_year(then) - _day_of_year(due)) % _YEAR_DAYS
            if _apart(analysis, due.end(), then.start()) <= _NEAR and LATE_WEEKS * 7 <= days <= _MOST_DAYS:
                return due.start(), then.end()
    return None


def _is_of_the_drug(analysis: Analysis, due: re.Match[str]) -> bool:
    if _OF_ELSE.search(analysis.between(analysis.sentence(due.start()).start, due.start())):
        return False
    return any(_apart(analysis, drug.start, due.start()) <= _NEAR for drug in group(analysis, "denosumab"))


def _apart(analysis: Analysis, one: int, other: int) -> int:
    return abs(analysis.sentence_index(one) - analysis.sentence_index(other))


def _day_of_year(match: re.Match[str]) -> int:
    """Return about which day of the year a date is; a month alone is taken at its middle."""
    said = {name.rstrip("12"): value for name, value in match.groupdict().items() if value}
    day = int(said["day"]) if "day" in said else _PARTS.get(said.get("part", ""), _MIDDLE)
    return MONTHS.index(said["month"][:3]) * _MONTH_DAYS + day

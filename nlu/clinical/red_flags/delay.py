"""An injection that is late, or will be, by weeks: told as such ("I'd be seven weeks late"), or as no free date for months.

Which drug it is may stand in another message. A denosumab injection that is late by 4 weeks breaks more bones than one on time
(evidence, section 5.2), so from there on it is an alarm; below it the answer on missed doses says what to do.
"""

from __future__ import annotations

import re
from typing import Optional

from nlu.clinical.analysis import Analysis
from nlu.clinical.number_words import word_values
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.subject.stretches import GENERIC
from nlu.clinical.supposition import is_hypothetical

LATE_WEEKS = 4
# So many would be a treatment that ended or a number of something else.
_MOST_WEEKS = 104
_WEEKS_PER_MONTH = 4.35
_SOME = {
    "a": 1,
    "an": 1,
    "couple": 2,
    "couple of": 2,
    "a couple of": 2,
    "few": 3,
    "a few": 3,
    "several": 3,
    "a good few": 3,
}

_LATE_BY, _NO_DATE = Pattern("late_doses", "late_by"), Pattern("late_doses", "no_date_for")
_NOT_DUE, _OTHERWISE = Pattern("late_doses", "not_due_yet"), Pattern("late_doses", "waits_for_else")
_LATE_ELSE = Pattern("late_doses", "late_else")
_SOMEBODY = re.compile(r"\b(?:i|we|she|he|they)(?:'\w+)?\b|\bmy\b")
_IF = re.compile(r"\b(?:if|when|whether)\b[^,;]*$")


def delay_of(analysis: Analysis, ownership: Ownership) -> Optional[tuple[tuple[int, int], int]]:
    """Return the stretch that tells of the delay and its weeks; None where there is none, or only a question about one."""
    for match in _found(analysis):
        weeks = _weeks(match)
        if LATE_WEEKS <= weeks <= _MOST_WEEKS and _is_told(analysis, ownership, match):
            return match.span(), weeks
    return None


def _found(analysis: Analysis) -> list[re.Match[str]]:
    found = [] if _LATE_ELSE.search(analysis.plain) else list(_LATE_BY.finditer(analysis.plain))
    if not (_NOT_DUE.search(analysis.plain) or _OTHERWISE.search(analysis.plain)):
        found += _NO_DATE.finditer(analysis.plain)
    return found


def _is_told(analysis: Analysis, ownership: Ownership, match: re.Match[str]) -> bool:
    sentence = analysis.sentence(match.start())
    if _IF.search(analysis.between(sentence.start, match.start())) or is_hypothetical(analysis, match.start()):
        return False
    if ownership.subjects.at(match.start()) == GENERIC:
        return False
    asked = analysis.in_question(match.start())
    return not asked or bool(_SOMEBODY.search(analysis.between(sentence.start, match.end())))


def _weeks(match: re.Match[str]) -> int:
    said = match.groupdict()
    number = next((value for name, value in said.items() if name.startswith("number") and value), "")
    unit = next((value for name, value in said.items() if name.startswith("unit") and value), "")
    count = int(number) if number.isdigit() else {**word_values(), **_SOME}.get(number, 0)
    return round(count * (_WEEKS_PER_MONTH if unit.startswith(("m", "/12")) else 1))

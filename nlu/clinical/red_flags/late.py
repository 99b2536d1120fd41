"""Late doses of denosumab: how many months ago the last one was, by what the message tells of it."""

from __future__ import annotations

import re
from datetime import date

from nlu.clinical.analysis import Analysis
from nlu.clinical.number_words import word_values
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# A dose is due every six months; from the seventh on it is late (evidence, section 10, "late denosumab").
LATE_MONTHS = 7
# Longer ago than this it is a treatment that ended, not a dose that is late.
ENDED_MONTHS = 60
_NEAR_WORDS = 9
# "10/12" and "6/52" are a clinician's months and weeks.
_PER_MONTH = {"day": 30.4, "week": 4.35, "wk": 4.35, "52": 4.35, "month": 1.0, "mth": 1.0, "mo": 1.0, "12": 1.0}
_PER_MONTH |= {"year": 1 / 12, "yr": 1 / 12, "m": 1.0}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_GIVEN, _STARTED = Pattern("late_doses", "given"), Pattern("late_doses", "started")
_TO_COME, _OVER_SIX = Pattern("late_doses", "to_come"), Pattern("late_doses", "over_six_months")
_TIMES = tuple(Pattern("late_doses", name) for name in ("ago", "since", "been", "in_month", "a_year"))
# "On Prolia, last dose 9 months ago": the time is that of the dose, not of the treatment.
_LAST_DOSE = Pattern("late_doses", "last_dose")
_SOMEBODY = Pattern("needs", "somebody")
# "It never came back", "not had a fever": not the dose.
_NO_DOSE = Pattern("needs", "no_dose")
# "Here we are, nearly in October": the month of today, not that of a dose.
_TODAY_IS = re.compile(
    r"\b(?:here we are|it(?:'s| is) (?:now|already|nearly|almost)|now it(?:'s| is)|we(?:'re| are) (?:now|already)|now(?: is)?)"
    r"[\s,]*(?:(?:nearly|almost|already|well|into|at|the|end|middle|of)\s+)*$"
)
# "The DEXA should have been done 8 weeks ago."
_SCAN_BEFORE = re.compile(r"\b(?:scans?|dexa|dxa|mri|x-?rays?|blood tests?) (?:(?:was|were|is|has|which|that) )*$")
_NONE_OF, _DOSE_IS = Pattern("late_doses", "none_of"), Pattern("late_doses", "dose_is")
_NEVER = re.compile(r"\b(?:never|not|n't|won't|can't|cannot)\s+(?:\w+\s+)?$")
_LONG_BEFORE = re.compile(
    r"\bwhen i (?:was (?:an?|training|nursing|still)|trained|nursed)\b|\bas an? (?:\w+ )?(?:student|trainee|junior)\b|"
    r"\bin my (?:student|nursing|training|working) (?:days|years)\b|\bused to (?:work|nurse)\b"
)
_DUE = re.compile(r"(?P<was>was |were )?due in (?P<month>[a-z]{3})[a-z]*")


def late_span(analysis: Analysis) -> tuple[int, int] | None:
    """Return the stretch that tells of a last dose too long ago, None where there is none or a later dose is told."""
    over_six = _OVER_SIX.search(analysis.plain)
    if over_six:
        return over_six.span()
    told = [match for pattern in _TIMES for match in pattern.finditer(analysis.plain) if _tells_a_dose(analysis, match)]
    if not told:
        return None
    latest = min(told, key=lambda match: months_since(match, analysis.today))
    return latest.span() if LATE_MONTHS <= months_since(latest, analysis.today) <= ENDED_MONTHS else None


def late_own(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """True for a late dose of somebody, not for a question about late doses nor a dose that is due later."""
    late = next(piece for piece in pieces if piece.concept == "late")
    if _SCAN_BEFORE.search(analysis.before(late.start, 25)) or _is_none(analysis, pieces):
        return False
    if _NO_DOSE.match(analysis.plain, late.end) or _is_of_memory(analysis, late) or _is_old_tale(analysis, pieces):
        return False
    if _is_due_later(analysis.between(late.start, late.end), analysis.today):
        return False
    return bool(_SOMEBODY.search(analysis.plain)) or not analysis.asks


def _is_none(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """True for "no Prolia dose is delayed"; not for "no Prolia since May, it is overdue"."""
    first, last = sorted(pieces, key=lambda piece: piece.start)
    if last.concept != "late" or not _DOSE_IS.fullmatch(analysis.between(first.end, last.start)):
        return False
    return _NONE_OF.search(analysis.before(first.start, 30)) is not None


def _is_of_memory(analysis: Analysis, late: Mention) -> bool:
    """True for "I never forgot it", which tells of no dose that was forgotten."""
    forgot = analysis.between(late.start, late.end).startswith("forgot")
    return forgot and _NEVER.search(analysis.before(late.start, 20)) is not None


def _is_old_tale(analysis: Analysis, pieces: tuple[Mention, ...]) -> bool:
    """True where somebody's late dose is a tale of student days, and of denosumab it is only asked in general."""
    late, drug = sorted(pieces, key=lambda piece: piece.concept != "late")
    asked = analysis.sentence(drug.start)
    apart = analysis.sentence_index(late.start) != analysis.sentence_index(drug.start)
    own = _SOMEBODY.search(analysis.between(asked.start, asked.end))
    return apart and not own and analysis.in_question(drug.start) and _LONG_BEFORE.search(analysis.plain) is not None


def _is_due_later(words: str, today: date) -> bool:
    """True for "due in March" where March is still to come."""
    found = _DUE.fullmatch(words)
    if not found or found["was"] or found["month"] not in MONTHS:
        return False
    return not 0 < _since(found["month"], today) < LATE_MONTHS


def _tells_a_dose(analysis: Analysis, match: re.Match[str]) -> bool:
    """True where a dose of denosumab was given then; not where the treatment began or ended, or a dose is to come."""
    sentence = analysis.sentence(match.start())
    before = analysis.between(sentence.start, match.start())
    if match.groupdict().get("month") and _TODAY_IS.search(before):
        return False
    begun = _STARTED.search(before) and not _LAST_DOSE.search(before)
    if begun or _STARTED.match(analysis.plain, match.end()) or _TO_COME.search(before):
        return False
    near = any(
        analysis.words_between(*sorted((m.end, match.start()))) <= _NEAR_WORDS
        or 0 <= analysis.words_between(match.end(), m.start) <= _NEAR_WORDS
        for m in analysis.theme("flag_denosumab")
    )
    return near and bool(_GIVEN.search(analysis.between(sentence.start, sentence.end)))


def months_since(match: re.Match[str], today: date) -> float:
    """Return how many months ago a time of the patterns is."""
    found = match.groupdict()
    if found.get("month"):
        months = _since(str(found["month"]), today)
        return months if not found["year"] else (today.year - int(found["year"])) * 12 + _signed(found["month"], today)
    number, unit = found.get("number") or found.get("spelt"), found.get("unit") or found.get("measure")
    if not (number and unit):
        return 12.0
    return float(word_values().get(number, 0) or number) / _PER_MONTH[unit]


def _since(month: str, today: date) -> int:
    """Return how many months ago the last such month began."""
    return _signed(month, today) % 12


def _signed(month: str, today: date) -> int:
    return today.month - 1 - MONTHS.index(month)

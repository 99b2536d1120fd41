"""The age that only its place gives away, in a message that tells a case and names no other: "… the flushes. 63, T -1.7"."""

from __future__ import annotations

import re

from nlu.clinical.age.mention import AgeMention
from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

_OPENS, _THEN_FACT, _YOUNG_FACT = (Pattern("placed_age", name) for name in ("opens", "then_fact", "young_fact"))
_PERSON_BEHIND, _COUNTED_BEFORE = Pattern("placed_age", "person_behind"), Pattern("placed_age", "counted_before")
_OF_MENOPAUSE = Pattern("placed_age", "of_menopause")
_SCORED = Pattern("placed_age", "scored")
_LIKELY_LOWEST, _LIKELY_HIGHEST, _GROWN_UP = 40, 105, 18
_CASE_THEMES = ("break", "broken_site", "some_fracture", "fracture_free", "symptom")
# A number this close behind a drug is its dose ("Fosamax 70"); behind a comma only where it is one of these.
_DOSE_REACH, _DOSES = 14, frozenset({60, 70})
_DIRECTLY, _NEW_CLAUSE = re.compile(r"[\s,:(]*"), re.compile(r"[.,!?;\n]")


def placed(analysis: Analysis) -> list[AgeMention]:
    """Return the only number that stands where an age stands; none where two do, or where no case is told."""
    standing = [number for number in analysis.numbers if _is_free(analysis, number) and _stands(analysis, number)]
    if len({number.magnitude for number in standing}) != 1 or not _tells_a_case(analysis):
        return []
    return [AgeMention(n.bare_start, n.end, n.as_int, n.as_int, n.as_int) for n in standing]


def _tells_a_case(analysis: Analysis) -> bool:
    return bool(_SCORED.search(analysis.plain)) or any(analysis.theme(theme) for theme in _CASE_THEMES)


def _is_free(analysis: Analysis, number: Number) -> bool:
    """True for a whole number of a grown-up's years that nothing else claims."""
    if not number.is_whole or number.start in analysis.labels or number.sign == "+":
        return False
    if (number.sign and number.sign_style != "spaced") or not _GROWN_UP <= number.magnitude <= _LIKELY_HIGHEST:
        return False
    return not is_dose(analysis, number)


def is_dose(analysis: Analysis, number: Number) -> bool:
    """True for "Fosamax 70" and "denosumab, 60, twice a year"; "on Prolia, 66, no fractures" tells an age."""
    near = range(number.bare_start - _DOSE_REACH, number.bare_start + 1)
    gaps = [analysis.between(drug.end, number.bare_start) for drug in analysis.theme("drug") if drug.end in near]
    may_be = number.magnitude in _DOSES and not number.is_word
    return any(_DIRECTLY.fullmatch(gap) if may_be else not _NEW_CLAUSE.search(gap) for gap in gaps)


def _stands(analysis: Analysis, number: Number) -> bool:
    before = analysis.before(number.bare_start, 60)
    if number.magnitude < _LIKELY_LOWEST:
        opens_message = not analysis.plain[: number.bare_start].strip(" \"'(*")
        return opens_message and not number.is_word and _YOUNG_FACT.match(analysis.plain, number.end) is not None
    if _PERSON_BEHIND.match(analysis.plain, number.end) and not _COUNTED_BEFORE.search(before.rstrip(", ")):
        return True
    if _OF_MENOPAUSE.search(before):
        return False
    return bool(_OPENS.search(before) and _THEN_FACT.match(analysis.plain, number.end))

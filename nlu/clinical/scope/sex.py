"""The sex of the person whose case it is."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.scope.men import perhaps_a_man, told_in_passing

_FEMALE = Pattern("scope", "female")


_MALE = Pattern("scope", "male")
# "Il faut" and "faut-il" speak of nobody.
_PRONOUN = re.compile(
    r"(?<!-)\b(?:(she|her|elle)|(he|his|il(?! (?:ne )?(?:me |te |lui |nous |vous )?(?:faut|fallait|faudra\w*|y a|vaut|"
    r"s'agit|suffit|existe|reste|semble|parait))))\b(?!/)"
)
# "He didn't say a number" is said of the doctor.
_REPORTS = Pattern("scope", "reports")


def read_sex(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    relative = ownership.subjects.case_sex
    if relative:
        person = next(
            p for p in analysis.theme("person") if analysis.between(p.start, p.end) == ownership.subjects.case_relative
        )
        span = (person.start, person.end)
        found = [analysis.finding("sex", relative, span, CLEAR)]
        return found + ([analysis.finding("scope", "man", span, CLEAR)] if relative == "male" else [])
    for pattern, sex in ((_MALE, "male"), (_FEMALE, "female")):
        for match in pattern.finditer(analysis.plain):
            if ownership.subjects.is_other(match.start()) or ownership.subjects.at(match.start()) == "generic":
                continue
            if _is_of_a_road(analysis, match):
                continue
            span = (match.start(), match.end())
            found = [analysis.finding("sex", sex, span, CLEAR)]
            return found + ([analysis.finding("scope", "man", span, CLEAR)] if sex == "male" else [])
    return _sex_by_pronoun(analysis, ownership) or told_in_passing(analysis, ownership)


def _is_of_a_road(analysis: Analysis, match: re.Match[str]) -> bool:
    """True for "on the M62": a motorway, no man of 62."""
    inside = (n for n in analysis.numbers if match.start() <= n.start < match.end())
    return any(analysis.labels.get(number.start) == "road" for number in inside)


def _sex_by_pronoun(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read "she" or "he" in a case statement that names no relative."""
    if analysis.concept("person", "female_relative", "male_relative", "relative", "other_person", "professional"):
        return []
    if re.search(r"\b(?:i|i'm|my|me)\b", analysis.plain):
        return []
    match = next((m for m in _PRONOUN.finditer(analysis.plain) if not _REPORTS.match(analysis.plain, m.end())), None)
    if not match or ownership.fact_status(match.start(), match.end()) != "present":
        return []
    span = (match.start(), match.end())
    if match.group(1):
        return [analysis.finding("sex", "female", span, CLEAR)]
    return perhaps_a_man(analysis, span)

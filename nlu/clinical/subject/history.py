"""What is told of relatives or by the writer, and makes nobody the case: family history, and scans that were never made."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.pipeline import Mention
from nlu.clinical.subject.people import OTHERS, name_of

_HEADING = re.compile(r"\b(?:family|fam|parental) (?:history|hx)\b|\bfhx?\b|\b(?:atcd|antecedents?) fam\w*")

# "No family history, no fractures": what is denied next is the patient's.
_DENIED = re.compile(r"\b(?:no|nil|none|never|without|not|denies|denied|zero|neg\w*)\b")

# "She hasn't had a DEXA as far as I know": nothing was measured, of nobody.
_UNSCANNED = re.compile(
    r"\b(?:no|not|never|nobody|none|hasn't|didn't|haven't)\b[^.;,]{0,25}"
    r"\b(?:dexa|dxa|bone density|density scan|bone scan|score)\b"
    r"[^.;,]{0,12}\b(?:as far as i(?:'m| am)? (?:know|aware|can tell)|"
    r"that i (?:know|am aware) of|i think|i believe|i don't think)\b"
)


def is_headed(analysis: Analysis, position: int) -> bool:
    """True behind "family history" in the same sentence."""
    sentence = analysis.sentence(position)
    return _HEADING.search(analysis.plain, sentence.start, position) is not None


def is_of_history(analysis: Analysis, person_start: int, start: int, end: int) -> bool:
    """True for the fracture in [start:end] of "family history: mother, fracture at 79": [person_start:start] only names her."""
    names_her = len(re.findall(r"\w+", analysis.between(person_start, start))) <= 3
    words = broken_words(analysis)
    told_before = any(person_start <= word.start < start for word in words)
    told = [word for word in words if start <= word.start < end]
    if not (names_her and told) or told_before or not is_headed(analysis, start):
        return False
    return _DENIED.search(analysis.between(start, told[0].start)) is None


def broken_words(analysis: Analysis) -> list[Mention]:
    """Return the words that tell of a fracture."""
    return [mention for theme in ("break", "broken_site", "some_fracture") for mention in analysis.theme(theme)]


def is_only_history(analysis: Analysis, name: str) -> bool:
    """True for the mother of "family history: mother, hip fracture at 80", wherever she is named."""
    people = [person for person in analysis.concept("person", *OTHERS) if name_of(analysis, person) == name]
    return all(is_headed(analysis, person.start) for person in people)


def tells_of_no_scan(analysis: Analysis, start: int, end: int) -> bool:
    """True for "no one did a DEXA as far as I know", which tells no fact of the writer's."""
    text = analysis.between(start, end)
    return _UNSCANNED.search(text) is not None and not re.search(r"\d", text)

"""The relatives and other people of a message who are the subject of something, not bystanders."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

KIN = ("female_relative", "male_relative", "relative")
OTHERS = (*KIN, "other_person")

# A relative who only speaks, helps or is told something is a bystander ("my daughter says I should …").
_BYSTANDER_BEFORE = Pattern("subject", "bystander_before")
_BYSTANDER_AFTER = Pattern("subject", "bystander_after")
_ABOUT_HER = re.compile(r"\b(?:on behalf|asking|question|ask|help|advice|about|calling|writing)\b[^.;]*$")


def acting_people(analysis: Analysis) -> list[Mention]:
    """Return the people, other than the writer, of whom something is told, in order."""
    return [person for person in analysis.concept("person", *OTHERS) if not _is_bystander(analysis, person)]


def _is_bystander(analysis: Analysis, person: Mention) -> bool:
    before = analysis.before(person.start)
    if _BYSTANDER_BEFORE.search(before) and not _ABOUT_HER.search(before):
        return True
    return bool(_BYSTANDER_AFTER.match(analysis.after(person.end)))


def name_of(analysis: Analysis, person: Mention) -> str:
    """Return the word that the message uses for a person ("mum")."""
    return analysis.between(person.start, person.end)

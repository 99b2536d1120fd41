"""The age at a fracture in a case that tells no other age ("wrist fx at 69. T -3.5"): then or now is asked back."""

from __future__ import annotations

import re

from nlu.clinical.age.mention import AgeMention
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

# A fracture told in words and dated by the age alone ("Wrist broken on the ice at 61").
_AT = re.compile(r"\bat(?: the)?(?: age)?(?: of)? $")
_BREAKS = ("break", "broken_site", "some_fracture")
# In shorthand "at 69" dates the fracture or presents the patient; "hx of", "prev" and the like date it.
_FRACTURE = re.compile(r"(?:#|\b(?:fxs?|fract?|vcfs?|vfx?s?|nof)\b)[^.;,]{0,25}\bat(?: the)?(?: age)?(?: of)? $")
_DATED = re.compile(r"\b(?:hx|h/o|history|prev\w*|prior|past|old|first|childhood|ago|mother|mum|fhx?|died)\b")
_SCORE = re.compile(r"\b(?:t|t[\s-]?scores?|dxa|dexa|bmd)\b")
# "Now #NOF from standing at 80" is of today.
_NOW = Pattern("age", "now_broken")
YOUNGEST = 50


def at_fracture(analysis: Analysis, ownership: Ownership, ages: list[AgeMention]) -> list[AgeMention]:
    """Return the ages that a message with a score tells of a fracture."""
    if not _SCORE.search(analysis.plain):
        return []
    return [m for m in ages if m.likely >= YOUNGEST and _is_of_a_fracture(analysis, ownership, m)]


def age_then(analysis: Analysis, then: list[AgeMention]) -> list[Finding]:
    """Return the question for the age now, where the age at one fracture is all that was told."""
    if len(then) != 1:
        return []
    span = (then[0].start, then[0].end)
    return [analysis.finding("age", None, span, ASK, "present", "age_then", (then[0].likely,))]


def _is_of_a_fracture(analysis: Analysis, ownership: Ownership, mention: AgeMention) -> bool:
    chunk = analysis.chunk(mention.start)
    before = analysis.between(chunk.start, mention.end).rstrip()
    lead = re.sub(r"\d+$", "", before)
    is_hers = ownership.fact_status(mention.start, mention.end) == "present" and not _NOW.search(lead)
    broken = _FRACTURE.search(lead) or (_AT.search(lead) and _tells_a_break(analysis, chunk.start, mention.start))
    return is_hers and bool(broken) and not _DATED.search(lead)


def _tells_a_break(analysis: Analysis, start: int, end: int) -> bool:
    return any(start <= word.start and word.end <= end for theme in _BREAKS for word in analysis.theme(theme))

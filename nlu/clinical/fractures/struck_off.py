"""A fracture that the records deny, and what its denial says of all the other bones."""

from __future__ import annotations

from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.suspicion import is_struck_off
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.patterns import Pattern

_NOTHING_ELSE = Pattern("denial", "nothing_else")


def of_other_bones(analysis: Analysis, links: list[Link], denials: list[Finding]) -> list[Finding]:
    """Return the denials; "the notes say no fracture" denies one bone, and all with a "nothing else broken" behind it."""
    struck = [link for link in links if is_struck_off(analysis, link)]
    if not struck or len(struck) < len(links):
        return denials
    rest = _NOTHING_ELSE.search(analysis.plain, struck[-1].end)
    others = [f for f in denials if f.value != "none"]
    if rest:
        return [*others, analysis.finding("fracture", "none", rest.span(), CLEAR)]
    return [*others, *(replace(f, certainty=ASK, reason="limited") for f in denials if f.value == "none")]

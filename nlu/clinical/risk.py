"""Reads a stated risk of peripheral fracture; it is never worked out from other facts (reading R10)."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership

_PERIPHERAL = r"(?:peripheral|non[\s-]?vertebral|nonvertebral|hip|appendicular|peripherique|periph)"
_LOW = (
    r"(?:low|lower|small|minimal|not (?:at )?(?:high|increased|elevated|raised)|no (?:high|"
    r"increased|particular)|faible|bas)"
)
_HIGH = (
    r"(?:high|higher|increased|elevated|raised|significant|great|eleve|important|substantial|"
    r"not (?:at )?low|no low)"
)
_STATED = re.compile(
    rf"\b(?:(?P<level>{_LOW}|{_HIGH})[\s-]+(?:\w+\s+)?(?:risk|risque)\s+(?:of|for|de)?\s*(?:a |"
    rf"any |fracture |further |fragility )?{_PERIPHERAL}|(?P<level2>{_LOW}|"
    rf"{_HIGH})\s+{_PERIPHERAL}[\s-]+(?:(?:fracture|fx|#)\s+)?(?:risk|risque)|"
    rf"{_PERIPHERAL}\s+(?:(?:fracture|fx|#)\s+)?(?:risk|risque)\s*(?:is|was|as|:|=|est)?\s*(?:assessed as |"
    rf"judged |considered |thought to be |very |quite )*(?P<level3>{_LOW}|{_HIGH})|(?:risk|"
    rf"risque) (?:of|de) {_PERIPHERAL} (?:fractures?|fx)?\s*(?:is|was|:|=|est)?\s*(?:very |quite |"
    rf"judged |considered )*(?P<level4>{_LOW}|{_HIGH})|risk of (?:breaking|fracturing|"
    rf"broken)\s+(?:a |any )?bones? (?:outside|other than|apart from|elsewhere than|"
    rf"away from)(?: of)? (?:the|my|her) (?:spine|back)\s*(?:is|was|:|=)?\s*(?:very |"
    rf"quite )*(?P<level6>{_LOW}|{_HIGH})|risque peripherique (?P<level5>{_LOW}|{_HIGH}))\b"
)


_ASKED_AND_NOT = re.compile(
    rf"\b{_PERIPHERAL}[\s-]+(?:(?:fracture|fx|#)\s+)?risk\s*\?[^?]{{0,80}}?\b"
    r"(?P<answer>not (?:really |that |very |so )?low|no longer low|isn't low)\b"
)


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return at most one finding on the risk of peripheral fracture, only where it was said in such words."""
    for match in _STATED.finditer(analysis.plain):
        level = next(group for group in match.groups() if group)
        context = ownership.context(match.start(), match.end())
        if ownership.fact_status(match.start(), match.end()) != "present" or context.uncertain:
            continue
        low = bool(re.fullmatch(_LOW, level)) != context.denied
        return [analysis.finding("low_peripheral_risk", low, (match.start(), match.end()), CLEAR)]
    return _answered(analysis, ownership)


def _answered(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read "low peripheral risk? She has had a wrist fracture, so probably not low"; a mere "probably low" is not taken."""
    match = _ASKED_AND_NOT.search(analysis.plain)
    if not match or ownership.subjects.is_other(match.start()):
        return []
    return [analysis.finding("low_peripheral_risk", False, match.span("answer"), CLEAR)]

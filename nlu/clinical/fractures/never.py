"""Denials of all fractures told in a whole sentence ("none of my bones has ever broken", "I have yet to break a bone")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.asked_denial import is_told
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_ALL_BONES = Pattern("denial", "never_broken")
# "Never broke a thing, not even a finger": what is named so small was not broken either.
_NOT_EVEN_THAT = re.compile(
    r"\b(?:not|never|nor)\s+(?:even|so much as)\s+(?:(?:an?|one|my|the|her|little|baby|wee|tiny|broken|cracked|single)\s+)*$"
)
# "They said it's not a fracture", "… and not a fracture at all": this one is none, others may be.
_OF_ONE_THING = re.compile(
    r"(?:\b(?:it|its|that|thats|this|which)(?:'s| is| was)? (?:not|no)|\b(?:isn't|wasn't|is not|was not)|"
    r"(?<!there )\b(?:is|was) no|\b(?:and|but) not)"
    r"(?: (?:really|actually|even|an?|any|such|true|real|sort|kind|of|old|new)){0,4}\s*$"
)
_AT_ALL = re.compile(r"\b(?:and|but) not\b")
_MINE = re.compile(
    r"\b(?:i've|i have|me)[\s,]+(?:had |broken |got )?none\b|\bme\W{1,3}(?:nothing|none|never|no)\b|\bnone myself\b"
)
# "-2.6, 61, never broken": nothing, since no bone is named.
_NEVER_BROKEN = re.compile(
    r"(?:^|[,.;:]|\band\b)\s*(?:i've |i have |have |has )?never (?:been )?(?:broken|fractured)(?=\s*(?:$|[,.;!)]))"
)
_NOT_EVEN = re.compile(
    r"\b(?:never|not|haven't|hasn't)\b[^.;,?]{0,20}\bso much as (?:(?:broken?|cracked|chipped|fractured|bust) )?(?:an? )?"
    r"(?:(?:little|broken|cracked) )?(?:bone|toe|finger|rib|nail|fingernail|toenail|hairline crack)\b"
)


def whole_denials(analysis: Analysis, ownership: Ownership) -> list[Mention]:
    """Return the sentences that deny a break of any bone, as words of the lexicon that deny one are returned."""
    said = (
        Mention(match.start(), match.end(), "fracture_free", "none") for match in _ALL_BONES.finditer(analysis.plain)
    )
    return [mention for mention in said if is_told(analysis, ownership, mention)]


def is_not_even_that(analysis: Analysis, start: int) -> bool:
    """True for the finger, at `start`, of "never broke a thing, not even a finger"."""
    return _NOT_EVEN_THAT.search(analysis.before(start)) is not None


def is_of_one_thing(analysis: Analysis, mention: Mention) -> bool:
    """True for the fracture of "they said it's not a fracture", which says nothing of other bones."""
    if mention.theme == "fracture_free" or analysis.between(mention.start, mention.end).endswith("s"):
        return False
    start = max(analysis.sentence(mention.start).start, mention.start - 30)
    found = _OF_ONE_THING.search(analysis.between(start, mention.start))
    if found is None or not _AT_ALL.match(found.group()):
        return found is not None
    return analysis.after(mention.end, 8).startswith(" at all")


def none_of_mine(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read "my mum had hip fractures but I've had none" and "never broken so much as a toe"."""
    match = _MINE.search(analysis.plain) or _NOT_EVEN.search(analysis.plain) or _NEVER_BROKEN.search(analysis.plain)
    told = analysis.theme("break") or analysis.theme("broken_site")
    if not match or not told or ownership.subjects.is_other(match.start()):
        return []
    return [analysis.finding("fracture", "none", (match.start(), match.end()), CLEAR)]

"""One vertebra told of without an article ("crushed vertebra seen on X-ray"), and words that make it more than one."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.patterns import Pattern

# A heading such as "vertebral fracture" names the kind, not how many: only the bone itself, or the shape of its break, counts.
_ONE_BONE = re.compile(
    r"\b(?:vertebra|vertebral body|vertebre|"
    r"(?:compression|wedge|crush|burst) (?:fracture|fx|#)|(?:fracture|fx|#) of (?:the )?vertebra|"
    r"tassement(?: vertebral)?|vertebral (?:collapse|crush fracture|compression fracture))(?!\w|\s?\()"
)
_PLURAL = re.compile(r"\b(?:vertebrae|vertebras|vertebres|bodies|fractures|fxs|tassements|collapses|levels)\b|#s")
# "History of crushed vertebra", "any collapsed vertebra".
_KIND = re.compile(
    r"\b(?:history|hx|h/o|pmh\w*|atcds?|antecedents?|prior|previous|prev|known|any|every|each|some|more|another|other|"
    r"multiple|several|chronic|old)\s+(?:of\s+|de\s+)?(?:\w+\s+){0,2}$"
)
_MORE = Pattern("fractures", "more_than_one")


def is_bare_singular(analysis: Analysis, link: Link) -> bool:
    """True for "crushed vertebra seen on X-ray": the noun stands in the singular, and no word makes it a heading."""
    words = analysis.between(link.start, link.end + 1)
    bone = _ONE_BONE.search(words)
    if bone is None or _PLURAL.search(words):
        return False
    return not _KIND.search(analysis.before(link.start) + words[: bone.start()])


def tells_of_more(analysis: Analysis, link: Link) -> bool:
    """True for "a crushed vertebra again", "… twice", "… in 2019 and in 2022": how many is open."""
    return bool(_MORE.match(analysis.plain, link.end))

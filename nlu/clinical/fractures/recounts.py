"""A number of broken vertebrae that was said as a range ("two or three") or put right afterwards ("no, it's three")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_N = rf"(?:{'|'.join(_NUMBERS)}|[1-9](?![\d]|[.,]\d))"
_OR = r"(?:or|to|-|/|maybe|perhaps|possibly|poss|probably|even)"
_PERIOD = r"(?:years?|yrs|months?|weeks?|days?)"
_RANGE = re.compile(
    rf"(?<![\w.,/-])(?<!grade )(?<!gr )(?<!genant )(?P<low>{_N}|couple)'?,?\s*{_OR}\s*(?:even |maybe |possibly )?"
    rf"(?P<high>{_N})'?,?\s+(?:(?!{_PERIOD}\b|{_N}\b)\w+\s+){{0,3}}$"
)
_IS = r"(?:it's|its|it is|they're|there (?:are|were)|make that|that's|i mean|i meant|correction|sorry|no|wait|says)"
_MORE = r"(?:it's|it is|actually|really|now|make that|make it|no|only|just|that's|sorry|wait)"
_GAP = r"[\s,:;.\u2014]+"
_CORRECTED = re.compile(
    rf"[^?\d]{{0,45}}?\b{_IS}{_GAP}(?:- )?(?:{_MORE}{_GAP})*(?P<number>{_N})"
    r"(?=\s*(?:$|[,;!)]|\.(?!\d)|now\b|of them|in total|altogether|vertebra\w*|fractures?|vfs?\b|vcfs?\b|not\b))"
)
_REACH = 80


def said_range(analysis: Analysis, link: Link) -> tuple[int, int] | None:
    """Return (2, 3) for "two or three crushed vertebrae", None where no range is said."""
    match = _RANGE.search(analysis.before(link.start, 45)) or _RANGE.search(_up_to_place(analysis, link))
    return (_as_int(match.group("low")), _as_int(match.group("high"))) if match else None


def _as_int(number: str) -> int:
    return 2 if number == "couple" else _NUMBERS.get(number) or int(number)


def _up_to_place(analysis: Analysis, link: Link) -> str:
    """Return the words from the word for breaking to the place ("fractured two or three ")."""
    return analysis.between(link.start, max(link.start, link.place.start))


def corrected_count(analysis: Analysis, links: list[Link]) -> int | None:
    """Return the number that takes the place of the one said ("two fractured vertebrae … no, it's three")."""
    match = _CORRECTED.match(analysis.after(max(link.end for link in links), _REACH))
    return _as_int(match.group("number")) if match else None

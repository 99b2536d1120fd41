"""A number of broken vertebrae that was said as a range ("two or three") or put right afterwards ("no, it's three")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import Place, find_places

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_N = rf"(?:{'|'.join(_NUMBERS)}|[1-9](?![\d]|[.,]\d))"
_OR = r"(?:or|to|-|/|maybe|perhaps|possibly|poss|probably|even)"
_PERIOD = r"(?:years?|yrs|months?|weeks?|days?)"
_RANGE = re.compile(
    rf"(?<![\w.,/-])(?<!grade )(?<!gr )(?<!genant )(?P<low>{_N}|couple)'?,?\s*{_OR}\s*(?:even |maybe |possibly )?"
    rf"(?P<high>{_N})'?,?\s+(?:(?!{_PERIOD}\b|{_N}\b)\w+\s+){{0,3}}$"
)
# "Ribs, two or three of them", "VFs (2-3)".
_RANGE_AFTER = re.compile(
    r"\s*[,(:-]?\s*(?:(?:x|perhaps|maybe|either|about|some|probably|i think|n\s?=)\s*)?"
    rf"(?<![\w.])(?P<low>{_N}|couple),?\s*{_OR}\s*(?:even |maybe |possibly )?(?P<high>{_N})"
    r"(?=\s*(?:$|[),.;]|of (?:them|those|these)\b|(?:ribs?|levels?|fractures?|broken|cracked|gone)\b|#))"
)
# "Broke some ribs slipping, two or maybe three of them".
_RANGE_OF_THEM = re.compile(
    rf"[^.;?\d]{{0,30}}?[,\s(](?P<low>{_N}|couple),?\s*{_OR}\s*(?:even |maybe |possibly )?(?P<high>{_N})"
    r" of (?:them|those|these)\b"
)
_AT_LEAST_ONE = re.compile(r"\bat least (?:one|1|an?)\s+(?:\w+\s+){0,3}$")
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
    match = (
        _RANGE.search(analysis.before(link.start, 45))
        or _RANGE.search(_up_to_place(analysis, link))
        or _RANGE_AFTER.match(analysis.after(link.end, _REACH))
        or _RANGE_OF_THEM.match(analysis.after(link.end, _REACH))
    )
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


_DOUBT = (
    r"(?:equivocal|indeterminate|questionable|doubtful|borderline|unclear|uncertain|possibl[ey]|poss|query|suspected|"
    r"maybe|perhaps)"
)
_FRACTURE = r"(?:#|fractures?|fx|vcf|vf|wedge|wedging|compression|collapse|crush|deformity)"
_DOUBTED_AFTER = re.compile(rf"\s*[,:(]?\s*(?:\?+|(?:is |was |{_FRACTURE} )*{_DOUBT}\b)")
_DOUBTED_BEFORE = re.compile(
    rf"(?:\?+|\b{_DOUBT}\b)\s*(?:(?:new|old|also|mild|second|{_FRACTURE}|of|at|in|a|the)(?!\w)\s*){{0,4}}$"
)
# "One vertebra for sure and maybe a second".
_MAYBE_MORE = re.compile(
    r"[^.;]{0,30}?(?:\?|\b(?:maybe|perhaps|possibly|probably|might be|may be|could be|not sure about)\b)\s*"
    r"(?:an?\s+|of\s+)?(?:(?:second|third|another|other|more|two|2)\b(?!\s+(?:years?|months?|weeks?|days?|times?))"
    r"|(?:three|four|3|4)(?=\s*(?:$|[,;)]|\.(?!\d)|of (?:them|those)\b)))"
)


def _is_doubted(analysis: Analysis, place: Place) -> bool:
    """True for the vertebra of "T12 equivocal", "T12 ?#" and "possible fracture of T12"."""
    before = _DOUBTED_BEFORE.search(analysis.before(place.start, 40))
    return before is not None or _DOUBTED_AFTER.match(analysis.plain, place.end) is not None


def _with_number(analysis: Analysis, link: Link) -> str:
    """Return the words up to the word for breaking, with the number among them ("at least one broken ")."""
    return analysis.between(max(0, link.start - 30), max(link.start, link.break_start)) + " "


def second_in_doubt(analysis: Analysis, links: list[Link], levels: set[str]) -> bool:
    """True for "L1 #, T12 equivocal, so one or two VFs": more may be broken than are named."""
    if any((high := said_range(analysis, link)) and levels and len(levels) < high[1] for link in links):
        return True
    spine = [link for link in links if link.place.is_spine]
    if not levels and any(_AT_LEAST_ONE.search(_with_number(analysis, link)) for link in spine):
        return True
    if spine and _MAYBE_MORE.match(analysis.after(spine[-1].end, _REACH)):
        return True
    return bool(levels) and any(
        place.levels and levels.isdisjoint(place.levels) and place.site == "vertebra" and _is_doubted(analysis, place)
        for place in find_places(analysis)
    )

"""How many vertebrae, or ribs, are broken."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.links import Link
from nlu.clinical.fractures.places import Place, find_places
from nlu.clinical.fractures.recounts import corrected_count, said_range, second_in_doubt
from nlu.clinical.fractures.singular import is_bare_singular, tells_of_more
from nlu.clinical.number_words import word_values
from nlu.clinical.numbers import WORD, Number

_NUMBERED = (
    r"(?:\s+(?:other|more|new|old|previous|prior|past|osteoporotic|fragility|vertebral|vert|"
    r"spinal|spine|compression|wedge|crush|crushed|collapsed|broken|fractured|cracked|lumbar|crushes|wedges|"
    r"thoracic|dorsal|compressed|severe|moderate|mild|different|separate|healed|acute|chronic|"
    r"bones?|of|my|her|the|in|tassements?|fractures?|fxs?|vcfxs?|o?vcfs?|o?vfs?|o?vfxs?|vertebra|vertebrae|"
    r"consecutive|adjacent|concurrent|simultaneous|recent|ribs?|low|trauma|confirmed|known|burst|symptomatic|morphometric|"
    r"clinical|left|right|painful|back|backbones?))*\s*$"
)
_TIMES_AFTER = re.compile(
    r"\s*[(:,-]?\s*(?:vert\w*\.?\s*)?(?:fractures?|fxs?)?\s*[(:]?\s*(?:x|\*|n\s?=|=|:|"
    r"number)\s*(\d{1,2})\b(?!\s*(?:years?|months?|weeks?|ans?|yrs?))|\s*\((\d{1,2})\)"
)
# "I broke my ribs coughing, three of them".
_OF_THEM = re.compile(r"[^.;?\d]{0,30}?[,\s](\d{1,2}|two|three|four|five|six) of (?:them|those|these)\b")
_TIMES_BEFORE = re.compile(r"\b(?:x\s?(\d{1,2})|(\d{1,2})\s?x)\s*(?:vert\w*\s*)?$")
_GRADED = re.compile(r"\b(?:grade|gr|genant|stage)\s?\d\s?(?:-|/|to|or)\s*$")
_ORDINAL = re.compile(r"\b(second|2nd|third|3rd|fourth|4th|fifth|5th|deuxieme|troisieme)\s+(?:\w+\s+){0,2}$")
_ORDINALS = {
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "deuxieme": 2,
    "troisieme": 3,
}
_ONE = re.compile(r"\b(?:a|an|one|single|1|une?|solitary|isolated|first|my|her|the|this)\s+(?:\w+\s+){0,4}$")
_MANY = re.compile(
    r"\b(?:several|multiple|many|some|a few|numerous|various|few|plusieurs|lots of|all my|"
    r"a number of)\s+(?:\w+\s+){0,4}$"
)
_COUPLE = re.compile(r"\b(?:a )?couple(?: of)?\s+(?:\w+\s+){0,4}$|\bboth\s+(?:\w+\s+){0,2}$")
_TOTAL = re.compile(
    r"\b(\d|one|two|three|four|five|six|seven)\s+(?:\w+\s+)?(?:in total|altogether|all told|"
    r"in all|all together|of them)\b"
)
_ANOTHER = re.compile(r"\band another(?: one)?\b(?! (?:wrist|hip|bone|ankle|rib))")
_PLURAL = re.compile(
    r"(?:fractures|fxs|o?vcfs|o?vfs|o?vfxs|vcfxs|vertebrae|tassements|vertebres|collapses|verts|bones|breaks|"
    r"fxs vert)\b"
)


def vertebral_count(analysis: Analysis, links: list[Link]) -> tuple[int | None, str] | None:
    """Return (count, reason) of the broken vertebrae, or None where the words tell no count.

    `links` are the present links of site `vertebra`. A count of None with reason `count_unclear` means that
    several were told of without a number.
    """
    if not links:
        return None
    levels = {level for link in links for level in link.place.levels}
    numbers = [count for link in links if (count := said(analysis, link)) is not None]
    corrected = corrected_count(analysis, links) if numbers or any(_single(analysis, k) for k in links) else None
    if corrected:
        return max(corrected, len(levels)), ""
    total = _TOTAL.search(analysis.plain)
    if total:
        numbers.append(_number(total.group(1)))
    elif _ANOTHER.search(analysis.plain) and (
        numbers == [1] or (not numbers and any(_single(analysis, k) for k in links))
    ):
        numbers.append(2)
    if second_in_doubt(analysis, links, levels):
        return None, "count_unclear"
    if levels:
        ranged = any(link.place.ranged for link in links)
        if ranged and not any(_PLURAL.search(analysis.between(link.start, link.end)) for link in links) and not numbers:
            return None, "count_unclear"
        return max([len(levels), *numbers]), ""
    if any(said_range(analysis, link) for link in links):
        return None, "count_unclear"
    if numbers:
        return max(numbers), ""
    if any(_unclear(analysis, link) for link in links):
        return None, "count_unclear"
    if any(tells_of_more(analysis, link) for link in links):
        return None, "count_unclear"
    return (1, "") if any(_single(analysis, link) for link in links) else None


def said(analysis: Analysis, link: Link) -> int | None:
    """Return the number said of a link ("2 VFs", "VF x2", "second vertebral fracture")."""
    start, end = link.start, link.end
    # "One fractured vertebra, then a second vertebral fracture": the second word for breaking reaches back to the bone.
    later = _ORDINAL.search(analysis.between(start, link.break_start))
    if later:
        return _ORDINALS[later.group(1)]
    after = _TIMES_AFTER.match(analysis.plain, end)
    if after:
        return int(after.group(1) or after.group(2))
    of_them = _OF_THEM.match(analysis.after(end, 60))
    if of_them:
        return _number(of_them.group(1))
    before = _TIMES_BEFORE.search(analysis.before(start))
    if before:
        return int(before.group(1) or before.group(2))
    number = _number_before(analysis, start, end)
    if number is not None and not _is_of_a_list(analysis, link, number):
        return number.as_int
    if _COUPLE.search(analysis.before(start)) or _COUPLE.search(analysis.between(start, link.place.start) + " "):
        return 2
    ordinal = _ORDINAL.search(analysis.before(start, 30))
    return _ORDINALS[ordinal.group(1)] if ordinal else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else word_values()[word]


_JOINS = re.compile(r"\s*(?:,|and|&|\+)\s*(?:(?:and|my|the|her|a|an|one|left|right)\s+)*")


def _is_of_a_list(analysis: Analysis, link: Link, number: Number) -> bool:
    """True for the 3 of "3 fractures: wrist 2015, ribs 2018, vertebra 2021", which counts them all."""
    if number.end > link.break_start or link.place.start < link.break_end:
        return False
    gap = analysis.between(link.break_end, link.place.start)
    others = [p for p in find_places(analysis) if p.start >= link.break_end and p.site != link.place.site]
    if ":" in gap or any(p.end <= link.place.start for p in others):
        return True
    return any(p.start > link.place.end and _JOINS.fullmatch(analysis.between(link.place.end, p.start)) for p in others)


def _number_before(analysis: Analysis, start: int, end: int) -> Number | None:
    """Return the number that stands before the words of a link or inside them."""
    for number in analysis.numbers:
        # The plus of "hip fx + 2 VCF" adds; it is no sign.
        signed = number.sign and not (number.sign == "+" and number.sign_style != WORD)
        if not number.is_whole or signed or number.magnitude > 17 or number.end > end:
            continue
        if analysis.labels.get(number.start) not in (None, "count"):
            continue
        if _GRADED.search(analysis.before(number.start, 14)):
            continue
        to = start if number.end <= start else max(number.end, end)
        if (number.end <= start and analysis.between(number.end, start).strip() == "") or re.fullmatch(
            _NUMBERED, analysis.between(number.end, to)
        ):
            return number
    return None


def lone_count(analysis: Analysis, place: Place) -> tuple[int, int] | None:
    """Return (number, its start) of "two vertebrae" where no word says that they broke."""
    if place.site != "vertebra" or place.levels or "vert" not in analysis.between(place.start, place.end):
        return None
    number = _number_before(analysis, place.start, place.end)
    return (number.as_int, number.start) if number and number.as_int else None


def _unclear(analysis: Analysis, link: Link) -> bool:
    words = analysis.between(link.start, link.end)
    return bool(
        _MANY.search(analysis.before(link.start, 40))
        or _MANY.search(words + " ")
        or _PLURAL.search(words)
        or re.search(r"\b(?:several|multiple|some|many|few)\b", words)
    )


# "I broke my spine" names the part, not how many of its bones.
_COUNTABLE = re.compile(
    r"vert|\b(?:fractures?|fract|frac|fxs?|#|vcfxs?|o?vcfs?|o?vfs?|o?vfx|fv|bones?|breaks?|cracks?|collapse|compression|"
    r"wedge|tassements?|levels?|deformity|disc|[tldc]\d)\b|#"
)


def _single(analysis: Analysis, link: Link) -> bool:
    words = analysis.between(link.start, link.end)
    if not _COUNTABLE.search(words):
        return False
    if re.search(r"\b(?:vcfx|o?vcf|o?vf|o?vfx|fv)\b", words) and not re.search(
        r"\b(?:a|an|one|single|1)\s+(?:\w+\s+){0,2}$", analysis.before(link.start)
    ):
        return False
    if _ONE.search(analysis.before(link.start)) or re.search(r"\b(?:a|an|one|my|single|une?)\b", words):
        return True
    return is_bare_singular(analysis, link)

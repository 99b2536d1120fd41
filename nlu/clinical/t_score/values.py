"""Finds the numbers of a message that are T-scores, and what belongs to each (sign, site, time)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from nlu.clinical import repair
from nlu.clinical.age.mentions import find_ages
from nlu.clinical.analysis import Analysis
from nlu.clinical.bare import SMALL_TALK
from nlu.clinical.numbers import LONG_DASH, SPACED, WORD, Number
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score import inexact, sites, words
from nlu.clinical.t_score.announcements import Announcement, announcement_of, announcements
from nlu.clinical.t_score.lone_site import with_lone_site
from nlu.clinical.t_score.surroundings import with_surroundings
from nlu.clinical.t_score.value import Value

# Limits of the contract (section 1): anything outside is refused with the reason.
LOWEST, HIGHEST = Decimal("-8.0"), Decimal("5.0")


# A signed number further than this from the word that announces it belongs to something else.
SIGNED_REACH_WORDS = 14
# A signed number that no word announces is a T-score in a message of few other words.
MOST_OTHER_WORDS = 3
# No report holds more values than this; a longer list is something else.
MOST_VALUES = 30
# "Hip fx + 2 VCF": the plus adds fractures.
_COUNTED = re.compile(r"\s*(?:vert|vcf|vf|fx|fract|rib|compression|wedge|crush|collapsed)")
# Densities in g/cm² lie here and are given with three decimals.
DENSITIES = (Decimal("0.3"), Decimal("1.7"))


def find_values(analysis: Analysis) -> list[Value]:
    """Return the numbers that are T-scores, Z-scores or densities, in order."""
    announced = announcements(analysis)
    found: list[Value] = []
    for number in analysis.numbers:
        value = _read(analysis, number, announced, found)
        if value:
            found.append(value)
        if len(found) >= MOST_VALUES:
            break
    return with_lone_site(analysis, with_surroundings(analysis, found))


def _read(analysis: Analysis, number: Number, announced: list[Announcement], before: list[Value]) -> Value | None:
    label = analysis.labels.get(number.start, "")
    if label == "density":
        return Value(number, "density", number.start, number.end, True)
    if label or (number.sign == "+" and _COUNTED.match(analysis.plain, number.end)):
        return None
    if inexact.is_reference(analysis, number):
        return None
    nearest = announcement_of(analysis, number, announced)
    if nearest is None:
        alone = _unannounced(analysis, number, before)
        return _as_exact_as_told(analysis, alone)
    if nearest.kind == "z":
        return _announced(analysis, number, nearest, "z")
    if _looks_like_density(number):
        return _announced(analysis, number, nearest, "density")
    value = _announced(analysis, number, nearest, "t") or _unannounced(analysis, number, before)
    return _as_exact_as_told(analysis, value)


def _as_exact_as_told(analysis: Analysis, value: Value | None) -> Value | None:
    """Mark the value that is only a limit ("below -2.5", "nearly -3") or that lacks a digit ("-2.x")."""
    if value is None:
        return None
    number = value.number
    lacks_digit = inexact.lacks_digit(analysis, number)
    return replace(value, vague=lacks_digit or inexact.is_limit(analysis, number), lacks_digit=lacks_digit)


def _looks_like_density(number: Number) -> bool:
    decimals = len(number.digits.partition(".")[2])
    return not number.sign and decimals == 3 and DENSITIES[0] <= number.magnitude <= DENSITIES[1]


def _announced(analysis: Analysis, number: Number, by: Announcement, kind: str) -> Value | None:
    if by.start > number.start:
        return Value(number, kind, number.start, by.end, _sign_known(analysis, number))
    gap = analysis.between(by.end, number.start)
    if number.sign:
        if analysis.words_between(by.end, number.start) > SIGNED_REACH_WORDS or number.magnitude > 99:
            return None
    elif not _linked(gap, number, by):
        return None
    start = by.start if words.DIRECT.fullmatch(gap) else number.start
    return Value(number, kind, start, number.end, _sign_known(analysis, number))


def _linked(gap: str, number: Number, by: Announcement) -> bool:
    """True where an unsigned number clearly belongs to the announcement."""
    if by.kind == "t":
        direct = bool(words.DIRECT.fullmatch(gap))
        return direct or (number.magnitude <= 5 and not number.is_whole and bool(words.LINKED.fullmatch(gap)))
    plausible = not number.is_whole and number.magnitude <= 5
    return plausible and bool(words.LINKED.fullmatch(gap)) and len(gap) < 60


def _sign_known(analysis: Analysis, number: Number) -> bool:
    if number.magnitude == 0:
        return True
    if not number.sign or number.sign_style == LONG_DASH:
        return False
    return not (number.sign_style == SPACED and _dash_separates(analysis))


def _dash_separates(analysis: Analysis) -> bool:
    """True where the message uses " - " between a label and its value, so that a sign may have been lost.

    "Spine - 0.9, neck - 1.2" has dashes before decimals alone, which are signs.
    """
    return re.search(r"[a-z]\s+-\s+(?=[a-z]|\d+(?![\d.,]*[.,]\d))", analysis.plain) is not None


def _unannounced(analysis: Analysis, number: Number, before: list[Value]) -> Value | None:
    """Read a signed number that no word announces ("72F, hip fx, -2.7")."""
    # "LS - 2.4, FN - 1.9": behind a place the dash of a decimal is a sign all the same.
    of_place = number.sign_style == SPACED and not number.is_whole and sites.stands_before(analysis, number.start)
    if number.sign_style in (SPACED, LONG_DASH) and not of_place:
        return None
    if number.sign != "-" or number.magnitude > -LOWEST:
        return None
    if number.sign_style == WORD and _BELOW_NORMAL.match(analysis.plain, number.end):
        return Value(number, "t", number.start, number.end, True)
    if _counts_something_else(analysis, number):
        return None
    if (
        before
        or sites.stands_before(analysis, number.start)
        or _is_clinical(analysis, number)
        or analysis.once("other_words", _other_words) <= MOST_OTHER_WORDS
        or (not number.is_whole and (repair.corrects(analysis.plain) or _tells_two_times(analysis)))
    ):
        return Value(number, "t", number.start, number.end, _sign_known(analysis, number))
    return None


def _tells_two_times(analysis: Analysis) -> bool:
    """True for "the -2.3 was last time, this time it's -1.8"."""
    return bool(words.EARLIER.search(analysis.plain) and words.LATER.search(analysis.plain))


def _other_words(analysis: Analysis) -> int:
    """Count the words of a message beside its numbers and its small talk."""
    rest = analysis.plain
    for number in reversed(analysis.numbers):
        rest = rest[: number.start] + " " + rest[number.end :]
    return len(re.findall(r"[a-z]{3,}", SMALL_TALK.sub(" ", rest)))


def _counts_something_else(analysis: Analysis, number: Number) -> bool:
    """True for the number of "-3 kilos"; a decimal is a score whatever word follows, but for units and changes."""
    plain = analysis.plain
    if not re.match(r"\s*[a-z\u00b0%\u20ac$\u00a3]", plain[number.end :]) or _MAY_FOLLOW.match(plain, number.end):
        return False
    return number.is_whole or number.sign_style == WORD or not _WORD_FOLLOWS.match(plain, number.end)


_BELOW_NORMAL = re.compile(r"\s*(?:sds?|ds|standard deviations?|std dev\w*)\b")
_MAY_FOLLOW = Pattern("values", "may_follow")
_WORD_FOLLOWS = Pattern("values", "word_follows")


_CLINICAL = (
    "drug",
    "break",
    "broken_site",
    "some_fracture",
    "fracture_free",
    "site",
    "unclear",
    "symptom",
    "caution",
    "scope",
)


# "Thin bones in the family, I am at -2.1": what has a point and a minus there is a T-score.
_OF_BONES = re.compile(r"\b(?:osteop\w+|bones?|treat\w*|medicat\w+|medicines?|tablets?|pills?)\b")


def _is_clinical(analysis: Analysis, number: Number) -> bool:
    if any(analysis.theme(theme) for theme in _CLINICAL):
        return True
    # Beside an age it is the other half of a case ("should -1.4 bother me? 72").
    return not number.is_whole and bool(_OF_BONES.search(analysis.plain) or find_ages(analysis))

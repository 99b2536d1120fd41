"""Adds to each T-score the measured site and the time that stand next to it."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.t_score import sites, words
from nlu.clinical.t_score.value import Value

_THIS_YEAR = re.compile(r"\s*[(,]?\s*this year\b")
# "-2.3 two years ago and -2.8 now": the "ago" is of the value before it.
# "-2.4 and the one before -2.1": that of the next value.
_THEN_FOLLOWS = re.compile(
    r"(?![^,;.]{0,25}\b(?:one|scan|time|test|result|score) before\b)[^,;.]{0,25}\b(?:ago|last year|before|previously)\b"
)
_LARGEST = 8
# A comma after the year parts it from the value unless the clause is of nothing but the scan ("DXA 2019, -2.1").
_ONLY_YEAR = re.compile(
    r"(?:^|[,;(.:])\s*(?:(?:in|en|on|from|of|my|the|her|first|second|last|and|then|back|dexa|dxa|scans?|bmd|dmo|"
    r"(?:t[\s-]?)?scores?|t|results?|was)\s*)*$"
)
# "The -2.3 was last time".
_WAS_THEN = re.compile(
    r"\s*(?:was|were|is|'s|that was|from)(?: (?:from|on|in|of|my|the|what i had|it))*"
    r" (?:last time|last year|(?:old|previous|last|first|earlier) (?:one|scan|dexa|dxa|score|result)|before|"
    r"back then|years ago)\b"
)
_OWN_YEAR = re.compile(r"\s*[(\[]?\s*(?:in|en|on|from)?\s*(?:\w+\s)?((?:19|20)\d\d)\b")


def with_surroundings(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Add the measured site and the time that stand next to each value."""
    known = [value for value in values if value.kind == "t"]
    return [_placed(analysis, value, known) if value.kind == "t" else value for value in values]


def _placed(analysis: Analysis, value: Value, known: list[Value]) -> Value:
    number = value.number
    sentence = analysis.sentence(number.start)
    earlier = [v for v in known if v.number.end <= number.start]
    left_end = max([sentence.start, *(v.number.end for v in earlier)])
    left = analysis.between(left_end, number.start)
    after = [v.number.start for v in known if number.end <= v.number.start <= sentence.end]
    right_end = min([sentence.end, *after])
    right = analysis.between(number.end, right_end)
    first = next(v for v in known if v.number.start >= sentence.start)
    of_before = _THEN_FOLLOWS.match(left) if earlier and _is_of_then(left, True) else None
    near = re.split(r"[,;/]", left[of_before.end() :] if of_before else left)[-1][-60:]
    span = (number.start, number.end)
    behind = _sites_follow(analysis, first, known)
    # "I m 65 t score -2.6 wrist": an age is no second measurement.
    others = sum(v.number.magnitude <= _LARGEST for v in known) > 1
    return replace(
        value,
        site=sites.site_of(analysis, left_end, span, right_end, behind, others),
        side=sites.side_of(analysis, left_end, span, right_end),
        year=analysis.today.year if _THIS_YEAR.match(right) else _year(left, right, bool(earlier), bool(after)),
        earlier=bool(words.EARLIER.search(near)) or _is_of_then(right, bool(after)),
        changed=bool(words.CHANGED.search(near)),
        first_ever=bool(words.FIRST_EVER.search(near)),
        later=bool(words.LATER.search(near[-25:])) or _now_follows(right, bool(after)),
        was=bool(words.WAS.search(near)),
        vague=value.vague
        or bool(
            re.match(r"[\s(]*or (?:maybe |perhaps |possibly |was it )-?\d", right)
            or re.match(r"\s*(?:\.|point)?\s*(?:something|odd|ish|and a bit|and something|-?ish)\b|\s*point\b", right)
        ),
    )


def _now_follows(right: str, at_a_value: bool) -> bool:
    """True for "-2.6 now"; not for the first value of "-2.9 now -2.6", where the "now" is the second's."""
    now = re.match(r"\s*(?:now|today|currently|this (?:year|spring|summer|autumn|fall|winter|month|week))\b", right)
    return now is not None and not (at_a_value and re.fullmatch(r"[\s:=]*(?:is|at|it's|t)?[\s:=]*", right[now.end() :]))


def _sites_follow(analysis: Analysis, first: Value, known: list[Value]) -> bool:
    """True where the first value of a sentence has its site behind it ("-2.2 hip -1.9 spine")."""
    start = first.number.start
    opening = analysis.sentence(start).start
    before = re.split(r"[,;]", analysis.between(opening, start))[-1]
    # "L1 compression fx. T -1.6 spine, -2.2 hip": what broke is no place of the scan.
    if any(not sites.is_broken(analysis, place) for place in sites.between(analysis, start - len(before), start)):
        return False
    following = [v for v in known if v.number.start > start]
    if following:
        gap = (first.number.end, following[0].number.start)
        # "-2.6 (forearm), LS -1.8": the next value has its own site before it.
        named = {place.site for place in sites.between(analysis, *gap)}
        if len(named) > 1 and re.search(r"[,;)]", analysis.between(*gap)):
            return False
    return sites.follows(analysis, first.number.end)


def _is_of_then(right: str, before_another: bool) -> bool:
    """True for "-2.3 two years ago and -2.8 now"; in "-3.1 (previously -2.6)" the word is of the next value."""
    then = _THEN_FOLLOWS.match(right)
    if then and not (before_another and not right[then.end() :].strip(" :=(")):
        return True
    return _WAS_THEN.match(right) is not None


def _announces(text: str, year: re.Match[str]) -> bool:
    """True for the year of "(2019: -3.1)" and "vs 2020 -3.0", which dates the value behind it."""
    rest = text[year.end() :]
    if re.fullmatch(r"\s*[:=]\s*(?:t\s*)?", rest):
        return True
    return not rest.strip() and re.search(r"\b(?:in|en|on|from)\b|[(\[]", year.group()) is None


def _year(left: str, right: str, behind_another: bool, before_another: bool) -> int:
    after = _OWN_YEAR.match(right)
    if after and not (before_another and _announces(right, after)):
        return int(after.group(1))
    # "-1.9 in 2020, -2.4 now": the year is of the value before.
    of_another = _OWN_YEAR.match(left) if behind_another else None
    of_another = None if of_another and _announces(left, of_another) else of_another
    left = left[of_another.end() :] if of_another else left
    years = list(words.YEAR.finditer(left))
    if not years:
        return 0
    rest = left[years[-1].end() :]
    # "Hip broken in 2020, T-score -2.0": the year is of something else.
    elsewhere = re.search(r"[,;]", rest) and not _ONLY_YEAR.search(left[: years[-1].start()])
    return 0 if elsewhere or words.LATER.search(rest) else int(years[-1].group())

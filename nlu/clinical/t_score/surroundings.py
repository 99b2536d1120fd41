"""Adds to each T-score the measured site and the time that stand next to it."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.clinical.analysis import Analysis
from nlu.clinical.t_score import words
from nlu.clinical.t_score.value import Value

_THIS_YEAR = re.compile(r"\s*[(,]?\s*this year\b")
_TO_SITE = re.compile(r"\s*(?:sd\s+)?\(?(?:(?:at|in|on|for|of)\s+)?(?:(?:the|my|her)\s+)?(?:(?:left|right)\s+)?")


def with_surroundings(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Add the measured site and the time that stand next to each value."""
    known = [value for value in values if value.kind == "t"]
    return [_placed(analysis, value, known) if value.kind == "t" else value for value in values]


def _placed(analysis: Analysis, value: Value, known: list[Value]) -> Value:
    sentence = analysis.sentence(value.number.start)
    left = analysis.between(
        max([sentence.start, *(v.number.end for v in known if v.number.end <= value.number.start)]),
        value.number.start,
    )
    after = [v.number.start for v in known if value.number.end <= v.number.start <= sentence.end]
    right = analysis.between(value.number.end, min([sentence.end, *after]))
    first = next(v for v in known if v.number.start >= sentence.start)
    near = re.split(r"[,;/]", left)[-1][-60:]
    return replace(
        value,
        site=_site(left, right, _sites_follow(analysis, first, known)),
        year=analysis.today.year if _THIS_YEAR.match(right) else _year(left, right),
        earlier=bool(words.EARLIER.search(near))
        or bool(re.match(r"[^,;.]{0,25}\b(?:ago|last year|before|previously)\b", right)),
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
    now = re.match(r"\s*(?:now|today|currently|this year)\b", right)
    return now is not None and not (at_a_value and re.fullmatch(r"[\s:=]*(?:is|at|it's|t)?[\s:=]*", right[now.end() :]))


def _sites_follow(analysis: Analysis, first: Value, known: list[Value]) -> bool:
    """True where the first value of a sentence has its site behind it ("-2.2 hip -1.9 spine")."""
    before = re.split(r"[,;]", analysis.between(analysis.sentence(first.number.start).start, first.number.start))[-1]
    if any(pattern.search(before) for pattern in words.SITES.values()):
        return False
    following = [v for v in known if v.number.start > first.number.start]
    if following:
        gap = analysis.between(first.number.end, following[0].number.start)
        # "-2.6 (forearm), LS -1.8": the next value has its own site before it.
        if sum(bool(pattern.search(gap)) for pattern in words.SITES.values()) > 1 and re.search(r"[,;)]", gap):
            return False
    lead = _TO_SITE.match(analysis.plain, first.number.end)
    return any(pattern.match(analysis.plain, lead.end()) for pattern in words.SITES.values()) if lead else False


def _site(left: str, right: str, sites_follow: bool) -> str:
    """Return the site a value was measured at: named just before it, else just after it, else earlier."""
    places = {name: list(p.finditer(left)) for name, p in words.SITES.items()}
    last = {name: found[-1] for name, found in places.items() if found}
    nearest = max(last, key=lambda name: (last[name].end(), len(last[name].group()))) if last else ""
    if (
        nearest
        and not sites_follow
        and re.fullmatch(
            r"[\s:=,(]*(?:(?:is|was|of|at|t-?score|t|scan|dexa|dxa|result|bmd|score|value|came back|still|now)[\s:=(]*)*",
            left[last[nearest].end() :],
        )
    ):
        return nearest
    after = re.match(
        r"\s*(?:sd\s*)?[(\[]?\s*(?:sd\s*)?(?:at|in|on|for|of|-|:|au|from)?\s*(?:the|my|her|"
        r"a)?\s*(?:left |right )?(?=[a-z]|1/3|33%)",
        right,
    )
    following = {name: m.start() for name, p in words.SITES.items() if after and (m := p.match(right, after.end()))}
    if following:
        return min(following, key=lambda name: (following[name], name))
    return nearest


def _year(left: str, right: str) -> int:
    after = re.match(r"\s*[(\[]?\s*(?:in|en|on|from)?\s*(?:\w+\s)?((?:19|20)\d\d)\b", right)
    if after:
        return int(after.group(1))
    years = list(words.YEAR.finditer(left))
    # "Hip broken in 2020, T-score now -2.0": the year is of something else.
    return int(years[-1].group()) if years and not words.LATER.search(left[years[-1].end() :]) else 0

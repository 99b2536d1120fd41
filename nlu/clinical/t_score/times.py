"""Keeps the T-scores of the latest time that the words of a message tell apart."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nlu.clinical.analysis import Analysis
from nlu.clinical.t_score import words
from nlu.clinical.t_score.value import Value

# "My last scan was -2.4 and the one before -2.1".
_ONE_BEFORE = re.compile(r"\b(?:one|scan|time|test|result|score) before(?: that)?\b[^.;\d]{0,15}$")
# Between the values of one scan that names no places ("my first dexa was -2.4, -1.9 and -1.1").
_SAME_SCAN = re.compile(r"\s*(?:[,;/&]|,?\s*(?:and|et)\b)\s*")


def latest(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Keep the values of the latest time that the words tell apart."""
    moved = _moved(analysis, values)
    if moved:
        return moved
    for first, second in pairwise(values):
        if _ONE_BEFORE.search(analysis.between(first.number.end, second.number.start)):
            return values[: values.index(second)]
    years = {v.year for v in values if v.year}
    if len(years) > 1:
        return [v for v in values if v.year == max(years)]
    undated = [v for v in values if not v.year]
    if years and undated and max(years) < analysis.today.year and not _of_one_report(values):
        return undated
    now = [v for v in values if v.later and not v.earlier]
    if not now and _is_told_of_one_scan(analysis, values):
        return values
    # "Was" alone tells of no earlier time ("the spine was -2.9, the hip -1.9") unless a "now" stands against it.
    before = [v for v in values if not v.later and (v.earlier or (now and v.was))]
    return [v for v in values if v not in before] or values


LATELY = 2
"""Years within which a dated score may be the present one."""


_CLAUSE = re.compile(r"[,;(]|\b(?:and|but)\b")


def is_of_long_ago(analysis: Analysis, value: Value) -> bool:
    """True for "my T was -3.3 in 2010" and "-2.9 back then": where a present score is known, this is none."""
    if value.later:
        return False
    if value.year:
        return analysis.today.year - value.year > (0 if value.was else LATELY)
    sentence = analysis.sentence(value.number.start)
    before = _CLAUSE.split(analysis.between(sentence.start, value.number.start))[-1]
    told = before + _CLAUSE.split(analysis.between(value.number.end, sentence.end))[0]
    return bool(words.LONG_PAST.search(told)) and not words.LATER.search(told)


def _of_one_report(values: list[Value]) -> bool:
    """True for "spine -2.9 in 2019, hip -1.4": with a site of its own, no value is a later one of another."""
    sites = [v.site for v in values]
    return all(sites) and len(set(sites)) == len(sites)


def _moved(analysis: Analysis, values: list[Value]) -> list[Value]:
    """Return the values that others moved to, with those of places that did not move; none where nothing moved."""
    ends: dict[Value, Value] = {}
    starts: list[Value] = []
    for first, second in pairwise(values):
        end = _end_of_move(analysis, first, second)
        if end is not None:
            start = second if end is first else first
            starts.append(start)
            ends[end] = replace(end, site=end.site or ends.get(start, start).site)
    elsewhere = {value.site for value in ends.values()} | {""}
    stayed = [v for v in values if ends and v not in ends and v.site not in elsewhere]
    return [ends.get(v, v) for v in values if v not in starts and (v in ends or v in stayed)]


def _end_of_move(analysis: Analysis, first: Value, second: Value) -> Value | None:
    """Read "went from -2.1 to -2.6", "-2.1 -> -2.6" and "-2.6, up from -2.8": the value it moved to."""
    gap = analysis.between(first.number.end, second.number.start)
    lead = analysis.between(analysis.sentence(first.start).start, first.number.start)
    if re.fullmatch(r"[^.;]{0,25}\b(?:from|up from|down from)\s*", gap):
        return first
    arrow = re.fullmatch(r"[^.;]{0,30}(?:->|=>|\u2192|>)\s*", gap)
    to = re.fullmatch(r"[^.;]{0,40}\b(?:to|a|then|down to|up to|puis)\s*(?:now\s*)?", gap)
    moved = re.search(r"\b(?:from|de)\s*(?:a t-score of |a |t-score )?$", lead) or words.MOVES.search(lead + gap)
    return second if arrow or (to and moved) else None


def _is_told_of_one_scan(analysis: Analysis, values: list[Value]) -> bool:
    """True for "my first dexa: spine -2.4, neck -1.9": what puts one value in the past puts all of them there."""
    if any(v.changed for v in values):
        return False
    if _of_one_report(values):
        return True
    gaps = (analysis.between(a.number.end, b.number.start) for a, b in pairwise(values))
    return all(v.first_ever or not v.earlier for v in values) and all(_SAME_SCAN.fullmatch(gap) for gap in gaps)

"""Turns what a message says of T-scores into findings."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, REJECT, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.t_score.choice import Choice, choose
from nlu.clinical.t_score.times import is_of_long_ago
from nlu.clinical.t_score.unnamed import category, unknown
from nlu.clinical.t_score.value import Value
from nlu.clinical.t_score.values import HIGHEST, LOWEST, find_values

ONE_SITE = "one_site"
"""Reason of the only score of a message, with the place that it is of: a lower one told before still counts (reading R4)."""
# Beyond this a lost point is no longer a likely slip ("-72" is not "-7.2").
_LIKELY_LOWEST = Decimal("-5.9")


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the findings on T-scores: at most one `t_score` for each status, and `t_score_other`."""
    values = find_values(analysis)
    groups: dict[str, list[Value]] = {}
    for value in values:
        if value.kind == "t":
            groups.setdefault(_status(ownership, value), []).append(value)
    if (
        "question" in groups
        and "present" not in groups
        and _is_asked_of_herself(analysis, ownership, groups["question"])
    ):
        groups["present"] = groups.pop("question")
    found = [finding for status, group in groups.items() for finding in _findings(analysis, group, status)]
    if not groups:
        found += _not_a_t_score(analysis, values, ownership)
    if "present" not in groups and not any(f.kind == "t_score" for f in found):
        found += unknown(analysis, ownership) or category(analysis, ownership)
    return found


def _status(ownership: Ownership, value: Value) -> str:
    status = ownership.fact_status(value.number.start, value.number.end)
    # The sign of interrogation of "-2.?" stands for a digit.
    return "present" if status == "question" and value.lacks_digit else status


# "Does a T-score of -2.5 mean osteoporosis?" asks what a word means.
_DEFINES = re.compile(
    r"\b(?:an?|any|which|what)\s+(?:t[\s-]?score|t|score|value|result|number)\b.{0,60}?\b(?:means?|meaning|osteop\w+|normal|"
    r"called|classed|count\w*)\b|\b(?:threshold|cut-?off|difference|definition|defined|what(?:'s| is) an? t)\b"
)
# "Do they only treat from -2.5?" asks where a limit lies.
_LIMIT = re.compile(
    r"\b(?:from|until|till|beyond|past|reach(?:es|ed)?|hits?|gets? to|starts? (?:at|from)|begins? (?:at|with)|limit (?:is|of)|"
    r"only (?:treat\w*|given?|prescribed?|offer\w*|start\w*)(?: \w+){0,2})\s*$"
)


def _is_asked_of_herself(analysis: Analysis, ownership: Ownership, values: list[Value]) -> bool:
    """True for "is -3.0 bad enough for treatment? I'm 65": she asks of her own value and tells no other."""
    if any(v.vague or not ownership.may_be_own(v.number.start) for v in values) or unknown(analysis, ownership):
        return False
    if any(_LIMIT.search(analysis.before(v.number.start)) for v in values):
        return False
    sentence = analysis.sentence(values[0].number.start)
    return _DEFINES.search(analysis.plain, sentence.start, sentence.end) is None


def _findings(analysis: Analysis, values: list[Value], status: str) -> list[Finding]:
    refused = [value for value in values if _is_impossible(value)]
    possible = [value for value in values if value not in refused]
    if not possible:
        return [_refusal(analysis, refused[-1], status)]
    choice = choose(analysis, possible)
    return [_chosen(analysis, choice, status), *(_other(analysis, value, status) for value in choice.others)]


def _is_impossible(value: Value) -> bool:
    return not LOWEST <= value.low <= HIGHEST or len(value.number.digits.partition(".")[2]) > 2


def _refusal(analysis: Analysis, value: Value, status: str) -> Finding:
    number = value.number
    span = (value.start, value.end)
    if LOWEST <= value.low <= HIGHEST:
        # Rounding towards zero never moves a value across a limit of the table (-1, -2, -3).
        shorter = str(Decimal(value.text).quantize(Decimal("0.01"), ROUND_DOWN))
        return analysis.finding("t_score", value.text, span, REJECT, status, "too_precise", (shorter,))
    candidates: tuple[str, ...] = ()
    if number.is_whole and 10 <= number.magnitude <= 99:
        moved = Decimal(number.digits) / 10
        candidates = (f"-{moved}",) if -moved >= _LIKELY_LOWEST else ()
    given = number.text() if number.sign else number.digits
    return analysis.finding("t_score", given, span, REJECT, status, "out_of_range", candidates)


def _chosen(analysis: Analysis, choice: Choice, status: str) -> Finding:
    value = choice.value
    span = (value.start, max(value.end, value.number.end))
    if choice.certainty == CLEAR:
        certainty, reason = (ASK, "question") if status == "question" else (CLEAR, "")
        if status == "present" and is_of_long_ago(analysis, value):
            reason = "earlier"
        elif status == "present" and value.site and not choice.others:
            reason = ONE_SITE
        return analysis.finding("t_score", value.text, span, certainty, status, reason)
    return analysis.finding("t_score", None, span, ASK, status, choice.reason, choice.candidates)


def _other(analysis: Analysis, value: Value, status: str) -> Finding:
    earlier = "past" if (value.earlier or value.was) and status == "present" else status
    reason = "" if value.sign_known else "sign_missing"
    reason = "range" if value.vague else reason
    certainty = ASK if reason else CLEAR
    return analysis.finding("t_score_other", value.text, (value.start, value.end), certainty, earlier, reason)


def _not_a_t_score(analysis: Analysis, values: list[Value], ownership: Ownership) -> list[Finding]:
    """Ask where a Z-score or a density was given in place of a T-score."""
    for value in values:
        status = ownership.fact_status(value.number.start, value.number.end)
        reason = "z_score" if value.kind == "z" else "g_cm2"
        end = _unit_end(analysis, value)
        return [analysis.finding("t_score", None, (value.start, end), ASK, status, reason)]
    return []


def _unit_end(analysis: Analysis, value: Value) -> int:
    unit = re.match(r"\s*m?g\s*(?:/|per)?\s*\.?\s?(?:cm|sq)\s?\w*", analysis.plain[value.end :])
    return value.end + unit.end() if unit and value.kind == "density" else value.end

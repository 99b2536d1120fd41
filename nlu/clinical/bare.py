"""Reads a message that is a bare number ("72", "two", "about 65"): an answer to an open question."""

from __future__ import annotations

from nlu.clinical import repair
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern
from nlu.clinical.t_score import inexact

SMALL_TALK = Pattern("bare", "small_talk")


def read(analysis: Analysis) -> list[Finding]:
    """Return one finding of kind `number` where the message says a number and next to nothing else."""
    numbers = [number for number in analysis.numbers if analysis.labels.get(number.start) in (None, "decade")]
    meant = [number for number in numbers if not repair.is_discarded(analysis.plain, number.start)]
    meant = _once_said(meant)
    if len(meant) != 1 or len(analysis.plain) > 60:
        return []
    number = meant[0]
    rest = analysis.plain
    for other in reversed(numbers):
        rest = rest[: other.start] + " " + rest[other.end :]
    if SMALL_TALK.sub("", rest).strip() or (number.sign and inexact.is_limit(analysis, number)):
        return []
    return [analysis.finding("number", number.text(), (number.start, number.end), CLEAR)]


def _once_said(numbers: list[Number]) -> list[Number]:
    """Return a number said several times ("three point one. 3.1. minus.") once, with the sign that it got."""
    if len(numbers) < 2 or len({number.magnitude for number in numbers}) > 1:
        return numbers
    signs = {number.sign for number in numbers} - {""}
    return numbers if len(signs) > 1 else [next((each for each in numbers if each.sign), numbers[0])]

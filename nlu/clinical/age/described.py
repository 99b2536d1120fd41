"""Ages behind what somebody is: "I am a retired teacher of 71", "Former nurse of 73, spine -2.8"."""

from __future__ import annotations

from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

# Who is described: the writer or the case; a bare "retired nurse of 73" opens a clause.
_IS = Pattern("described", "is_a")
_OPENS = Pattern("described", "opens")
_ENDS = Pattern("described", "ends")
_MEASURE = Pattern("described", "measure")


def is_described(plain: str, number: Number, before: str) -> bool:
    """True for the age of "I'm a farmer's wife of 66", not for "a weight of 66", "a smoker of 40 a day"."""
    if not 30 <= number.magnitude <= 105 or not number.is_whole or number.sign or not _ENDS.match(plain, number.end):
        return False
    described = _IS.search(before) or _OPENS.search(before)
    return bool(described) and not _MEASURE.search(before)

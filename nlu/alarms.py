"""When an alarm that only the classifier raises is believed. It is a second net: it hears words, but no "no"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

ALARM = "red_flag"
"""The intent of a danger sign now. The extractor's finding of that name is what warns; the intent is a second net."""

ALARMS = frozenset({ALARM, "self_harm"})
CLEAR_REST = 0.5
"""The confidence from which what remains beside denied dangers says what a message is about."""

CRY = "self_harm"
CLEAR_CRY = 0.7
"""The confidence from which a part of a message by itself is a cry for help, whatever is asked beside it."""
PART_WORDS = 4
"""Words below which a part of a message says too little to be one."""

_WORD = re.compile(r"[^\W\d_]{2}")
_PART_ENDS = re.compile(r"[.?!;\n]+|,\s+(?:but|and|so|now)\b|\bbut\b|\banyway\b|\bby the way\b", re.IGNORECASE)

Ranking = list[dict[str, Any]]


def is_shared(findings: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether the extractor found a danger sign as well."""
    return any(each["entity"] == ALARM for each in findings)


def calmed(ranked: Callable[[str], Ranking], text: str, calm: Sequence[Sequence[int]], ranking: Ranking) -> Ranking:
    """Return the ranking without an alarm that rests only on words that deny or suppose a danger, or tell it as over.

    The classifier is asked again about the rest of the message; if that sounds like an alarm, however faint, the alarm
    stands.

    :param ranked: gives the intents of a text, the likeliest first
    :param calm: the stretches of the text that speak so
    :param ranking: what the whole text sounds like
    """
    if not calm or not ranking or ranking[0]["name"] not in ALARMS:
        return ranking
    rest = _rest(text, calm)
    heard = ranked(rest) if _WORD.search(rest) else []
    if heard and heard[0]["name"] in ALARMS:
        return ranking
    if heard and heard[0]["confidence"] >= CLEAR_REST:
        return heard
    others = [each for each in ranking if each["name"] not in ALARMS]
    return [{**each, "confidence": ranking[0]["confidence"]} for each in others[:1]] + others[1:]


def without_half_hearted(ranking: Ranking, findings: Sequence[Mapping[str, Any]], least: float) -> Ranking:
    """Put a half-hearted alarm that the extractor does not share behind the next likely intent."""
    if is_shared(findings) or len(ranking) < 2 or ranking[0]["name"] != ALARM or ranking[0]["confidence"] >= least:
        return ranking
    alarm, second, *others = ranking
    return [{"name": second["name"], "confidence": alarm["confidence"]}, alarm, *others]


def cry_in_part(
    ranked: Callable[[str], Ranking], text: str, calm: Sequence[Sequence[int]], may_be: Callable[[str], bool] = bool
) -> tuple[str, Ranking] | None:
    """Return the part of the message that is a cry for help, with its intents; None where none is one.

    A question beside it drowns it in the whole: "I pray it ends tonight. How does Prolia work?"

    :param may_be: says whether a part holds a word of such a cry; without any the classifier need not be asked
    """
    parts = [part for part in _PART_ENDS.split(_rest(text, calm)) if part.strip()]
    for part in parts if len(parts) > 1 else ():
        if len(part.split()) < PART_WORDS or not may_be(part):
            continue
        heard = ranked(part)
        if heard and heard[0]["name"] == CRY and heard[0]["confidence"] >= CLEAR_CRY:
            return part, heard
    return None


def _rest(text: str, stretches: Sequence[Sequence[int]]) -> str:
    """Return the text with these stretches, which may overlap, left blank."""
    for start, end in stretches:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text

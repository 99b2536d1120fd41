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

_WORD = re.compile(r"[^\W\d_]{2}")

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


def _rest(text: str, stretches: Sequence[Sequence[int]]) -> str:
    """Return the text with these stretches, which may overlap, left blank."""
    for start, end in stretches:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text

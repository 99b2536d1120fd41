"""When the alarm of the classifier alone is believed."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.alarms import calmed
from nlu.arbiter import Limits, rank

TEXT = "no chest pain, how long do I take it"
CALM = [[0, 13]]
ALARM = {"red_flag": 0.9, "inform": 0.06, "ask_duration": 0.04}
LIMITS = Limits(understood=0.3, alarm=0.7)
FLAG = {"entity": "red_flag", "status": "present"}


def first(of_rest: dict[str, float], calm: list[list[int]], text: str = TEXT, findings: tuple[Any, ...] = ()) -> str:
    """Return the intent of `text`, of which the rest beside the calm stretches sounds like `of_rest`."""

    def scores(part: str) -> dict[str, float]:
        return ALARM if part == text else of_rest

    return str(rank(scores, text, findings, {"asks": True, "calm": calm}, LIMITS)[0]["name"])


@pytest.mark.parametrize(
    ("sentence", "of_rest", "calm", "expected"),
    [
        ("the rest says what it is about", {"ask_duration": 0.8}, CALM, "ask_duration"),
        ("an unclear rest leaves the next likely of the whole", {"ask_duration": 0.4}, CALM, "inform"),
        ("a rest that alarms leaves the alarm", {"red_flag": 0.9}, CALM, "red_flag"),
        ("however faintly", {"red_flag": 0.2, "ask_duration": 0.1}, CALM, "red_flag"),
        ("also by a cry of despair", {"self_harm": 0.3}, CALM, "red_flag"),
        ("nothing is denied", {"ask_duration": 0.8}, [], "red_flag"),
    ],
)
def test_an_alarm_on_denied_words(
    sentence: str, of_rest: dict[str, float], calm: list[list[int]], expected: str
) -> None:
    assert first(of_rest, calm) == expected


def test_an_alarm_with_nothing_beside_the_denial_is_none() -> None:
    assert first({"red_flag": 0.9}, [[0, 13]], "no chest pain.") == "inform"


def test_an_alarm_that_the_extractor_shares_is_not_calmed() -> None:
    assert first({"ask_duration": 0.8}, CALM, findings=(FLAG,)) == "red_flag"


def test_other_intents_are_not_asked_again() -> None:
    ranking = [{"name": "ask_mronj", "confidence": 0.9}]
    assert calmed(lambda _: pytest.fail("asked again"), TEXT, CALM, ranking) == ranking


def test_stretches_that_overlap_are_cut_out_once() -> None:
    parts: list[str] = []
    calmed(lambda part: parts.append(part) or [], TEXT, [[0, 8], [3, 8]], [{"name": "red_flag", "confidence": 0.9}])
    assert parts[0].split() == ["pain,", "how", "long", "do", "I", "take", "it"]

"""Arbitration between what a message sounds like and what was read from it."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.arbiter import Limits, arbitrate, rank

LIMITS = Limits(understood=0.3, alarm=0.7)
AGE = {"entity": "age", "status": "present"}
ASKED_AGE = {"entity": "age", "status": "question"}
MOTHERS_HIP = {"entity": "fracture_site", "status": "family"}
SUPPOSED = {"entity": "t_score", "status": "hypothetical"}
FLAG = {"entity": "red_flag", "status": "present"}
DRUG = {"entity": "drug", "status": "present"}


def ranking(*pairs: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": confidence} for name, confidence in pairs]


@pytest.mark.parametrize(
    ("sentence", "intents", "findings", "reading", "first"),
    [
        ("a clear intent stays", [("ask_mronj", 0.9)], [], {}, "ask_mronj"),
        ("an unsure one is not guessed", [("ask_mronj", 0.29)], [], {}, "nlu_fallback"),
        ("the limit itself is enough", [("ask_mronj", 0.3)], [], {}, "ask_mronj"),
        ("no ranking at all", [], [], {}, "nlu_fallback"),
        ("a fact without a question is a fact", [("ask_duration", 0.9)], [AGE], {"asks": False}, "inform"),
        ("a fact with a question is the question", [("ask_duration", 0.9)], [AGE], {"asks": True}, "ask_duration"),
        ("an unsure message with a fact is a fact", [("greet", 0.1)], [AGE], {}, "inform"),
        (
            "a case ends nothing",
            [("stop", 0.9)],
            [AGE, {"entity": "t_score", "status": "present"}],
            {"asks": True},
            "inform",
        ),
        ("stop beside one fact stops", [("stop", 0.9)], [AGE], {}, "stop"),
        ("a command with a fact stays a command", [("undo", 0.9)], [AGE], {}, "undo"),
        ("a fact that is only asked about is none", [("ask_duration", 0.9)], [ASKED_AGE], {}, "ask_duration"),
        ("a relative's fact is none of hers", [("ask_duration", 0.9)], [MOTHERS_HIP], {}, "ask_duration"),
        ("a drug alone is no fact of the case", [("ask_duration", 0.9)], [DRUG], {}, "ask_duration"),
        ("a supposed fact is a what-if", [("inform", 0.9)], [SUPPOSED], {"hypothetical": True}, "what_if"),
        (
            "supposing without a fact is not",
            [("ask_stopping_or_holiday", 0.9)],
            [],
            {"hypothetical": True},
            "ask_stopping_or_holiday",
        ),
        ("an alarm that the extractor shares stays", [("red_flag", 0.4), ("inform", 0.3)], [FLAG], {}, "red_flag"),
        ("a strong alarm stays", [("red_flag", 0.7), ("inform", 0.2)], [], {}, "red_flag"),
        ("a half-hearted alarm does not", [("red_flag", 0.69), ("ask_mronj", 0.2)], [], {}, "ask_mronj"),
        ("nor does it with a fact", [("red_flag", 0.6), ("ask_mronj", 0.2)], [AGE], {}, "inform"),
        ("an alarm alone in the ranking stays", [("red_flag", 0.5)], [], {}, "red_flag"),
        ("a heading tells nothing", [("inform", 0.6), ("ask_mronj", 0.35)], [], {"heading": True}, "ask_mronj"),
        ("nor is it guessed at", [("inform", 0.8), ("ask_mronj", 0.1)], [], {"heading": True}, "nlu_fallback"),
        ("a cry for help is never put aside", [("self_harm", 0.4), ("stop", 0.3)], [], {}, "self_harm"),
    ],
)
def test_arbitration(
    sentence: str, intents: list[tuple[str, float]], findings: list[Any], reading: dict[str, bool], first: str
) -> None:
    assert arbitrate(ranking(*intents), findings, reading, LIMITS)[0]["name"] == first


def test_an_alarm_put_aside_is_still_in_the_ranking() -> None:
    found = arbitrate(ranking(("red_flag", 0.5), ("ask_mronj", 0.3)), [], {}, LIMITS)
    assert [each["name"] for each in found] == ["ask_mronj", "red_flag"]


def test_no_intent_stands_twice() -> None:
    found = arbitrate(ranking(("ask_mronj", 0.5), ("inform", 0.3)), [AGE], {}, LIMITS)
    assert [each["name"] for each in found] == ["inform", "ask_mronj"]


CASE, QUESTION = "72, hip fracture, T -2.7.", "How long do I take it?"


@pytest.mark.parametrize(
    ("sentence", "text", "of_question", "asks", "first"),
    [
        (
            "a clear question after a case is the question",
            f"{CASE} {QUESTION}",
            {"ask_duration": 0.8},
            True,
            "ask_duration",
        ),
        ("also before it", f"{QUESTION} {CASE}", {"ask_duration": 0.8}, True, "ask_duration"),
        ("should she be treated?", f"{CASE} {QUESTION}", {"start_check": 0.8}, True, "start_check"),
        ("an unclear question leaves the case", f"{CASE} {QUESTION}", {"ask_duration": 0.2}, True, "inform"),
        ("a word to the assistant leaves the case", f"{CASE} {QUESTION}", {"affirm": 0.8}, True, "inform"),
        ("no question was heard", f"{CASE} {QUESTION}", {"ask_duration": 0.8}, False, "inform"),
        ("one sentence is classified once", CASE[:-1] + "?", {"ask_duration": 0.8}, True, "inform"),
    ],
)
def test_a_question_beside_a_case(sentence: str, text: str, of_question: dict, asks: bool, first: str) -> None:
    def scores(part: str) -> dict[str, float]:
        return of_question if part == QUESTION else {"inform": 0.9}

    assert rank(scores, text, [AGE], {"asks": asks}, LIMITS)[0]["name"] == first


@pytest.mark.parametrize(
    ("sentence", "text", "findings", "place"),
    [
        ("a drug that is named", "Should I stop Prolia?", [DRUG], 1),
        ("the treatment by another word", "ought my mother to stop the tablets", [], 1),
        ("no word for it at all", "should I stop?", [], 1),
        ("coming off it", "Must I come off it one day?", [], 1),
        ("words between", "should I really just quit taking them", [], 1),
        ("thinking of it", "Should I be stopping my Fosamax?", [DRUG], 1),
        ("a clinician's way", "Should denosumab be discontinued?", [DRUG], 1),
        ("smoking is no treatment", "should I stop smoking", [], 3),
        ("nor is calcium", "should I stop calcium", [{"entity": "drug", "value": "calcium"}], 3),
        ("another question", "should I see how it stops", [DRUG], 3),
        ("a question about a way", "how do I stop forgetting it", [DRUG], 3),
    ],
)
def test_should_i_stop_brings_stopping_among_the_first_two(
    sentence: str, text: str, findings: list[Any], place: int
) -> None:
    heard = {"ask_dental_care": 0.4, "ask_mronj": 0.3, "ask_duration": 0.1, "ask_stopping_or_holiday": 0.05}
    found = rank(lambda _: heard, text, findings, {"asks": True}, LIMITS)
    assert [each["name"] for each in found].index("ask_stopping_or_holiday") == place
    assert found[0]["name"] == "ask_dental_care"
    assert len(found) == len(heard)


def test_should_i_stop_leaves_stopping_first_where_it_is() -> None:
    heard = {"ask_stopping_or_holiday": 0.6, "ask_mronj": 0.3}
    assert rank(lambda _: heard, "should I stop it", [], {}, LIMITS)[0]["name"] == "ask_stopping_or_holiday"


@pytest.mark.parametrize("heard", [{}, {"ask_mronj": 0.1}])
def test_should_i_stop_is_offered_even_when_nothing_was_understood(heard: dict[str, float]) -> None:
    found = rank(lambda _: heard, "should I stop it", [], {}, LIMITS)
    assert [each["name"] for each in found][:2] == ["nlu_fallback", "ask_stopping_or_holiday"]

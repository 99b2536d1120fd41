"""Suppositions without an "if", after an answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.person import Person


def after(case: str) -> Person:
    return Person().say("/clinician", "to_clinician").say(case)


@pytest.mark.parametrize(
    ("case", "question", "facts"),
    [
        ("70F hip # T -2.5", "and with no fx?", {"fracture": "none"}),
        ("70F hip # T -2.5", "without hip #?", {"fracture": "none"}),
        ("70F hip # wrist # T -2.5", "without the hip?", {"fracture_sites": ["wrist"]}),
        ("70F hip # T -2.5", "and at 58?", {"age": 58}),
        ("70F hip # T -2.5", "if 2 VF?", {"vertebral_fractures": 2}),
        ("70F hip # T -2.5", "2 VF?", {"vertebral_fractures": 2}),
        ("70F hip # T -2.5", "with 2 VF?", {"vertebral_fractures": 2}),
        ("70F hip # T -2.5", "if intolerant of BP?", {"bisphosphonate_problem": True}),
        ("70F hip # T -2.5", "and BP intolerant?", {"bisphosphonate_problem": True}),
        ("70F hip # T -2.5", "and no BP intolerance?", {"bisphosphonate_problem": False}),
        ("70F hip # T -2.5", "and with BP failure?", {"bisphosphonate_problem": True}),
        ("70F hip # T -2.5", "and without BP intolerance?", {"bisphosphonate_problem": False}),
        ("70F hip # T -2.5", "and T -3.1?", {"t_score": -3.1}),
        ("73F no # T -2.9", "wrist?", {"fracture_sites": ["wrist"]}),
        ("73F no # T -2.9", "with flushes?", {"climacteric_symptoms": True}),
    ],
)
def test_another_fact_is_supposed_and_nothing_is_noted(case: str, question: str, facts: dict[str, Any]) -> None:
    person = after(case)
    before = dict(person.slots)
    decision = person.say(question).custom("decision") or {}
    assert decision["hypothetical"]
    assert {name: decision["facts"][name] for name in facts} == facts
    assert {name: value for name, value in person.slots.items() if name != "dialogue"} == {
        name: value for name, value in before.items() if name != "dialogue"
    }


@pytest.mark.parametrize(
    ("case", "text", "fact", "value"),
    [
        ("70F hip # T -2.5", "with a wrist # too", "fracture_sites", ["hip", "wrist"]),
        ("70F hip # T -2.5", "sorry, T -3.1", "t_score", "-3.1"),
    ],
)
def test_what_is_told_is_noted(case: str, text: str, fact: str, value: Any) -> None:
    assert after(case).say(text).slots[fact] == value


def test_the_answer_to_the_open_question_is_no_supposition() -> None:
    person = after("70F no # known")
    assert person.say("and T -2.6?").slots["t_score"] == "-2.6"

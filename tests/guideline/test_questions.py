"""What is asked, in what order, and how many questions can still follow."""

from __future__ import annotations

import random

import pytest

from guideline import Case, most_questions_left, open_questions, to_ask

ASKED = [
    ("nothing known", {}, ("t_score", "fracture")),
    ("a hip: only what changes its row", {"fracture_sites": ["hip"]}, ("t_score", "bisphosphonate_problem")),
    ("a hip above -1: settled", {"fracture_sites": ["hip"], "t_score": "-0.5"}, ()),
    ("no fracture at -1.5: settled after two", {"fracture": "none", "t_score": "-1.5"}, ()),
    (
        "vertebra: how many, age, symptoms",
        {"fracture": "severe_vertebral", "t_score": "-2"},
        ("vertebral_fractures", "age", "climacteric_symptoms"),
    ),
    (
        "at 72 symptoms cannot matter",
        {"fracture": "severe_vertebral", "t_score": "-2", "age": 72},
        ("vertebral_fractures",),
    ),
    (
        "without symptoms age cannot matter",
        {"fracture": "none", "t_score": "-3", "climacteric_symptoms": False},
        ("bisphosphonate_problem",),
    ),
]


@pytest.mark.parametrize(("sentence", "facts", "asked"), ASKED, ids=[case[0] for case in ASKED])
def test_only_what_can_still_change_the_answer_is_asked(sentence: str, facts: dict, asked: tuple[str, ...]) -> None:
    assert to_ask(Case.from_facts(facts))[: len(asked) or None] == asked


def test_facts_that_change_the_action_come_first() -> None:
    assert set(open_questions(Case())[:2]) == {"t_score", "fracture"}


def test_peripheral_risk_is_asked_of_clinicians_only() -> None:
    case = Case.from_facts({"fracture": "none", "t_score": "-3"})
    assert "low_peripheral_risk" in to_ask(case, "clinician")
    assert "low_peripheral_risk" not in to_ask(case, "patient")


def test_what_is_said_to_be_unknown_is_not_asked_again_but_stays_open() -> None:
    case = Case.from_facts({"fracture": "none"}, unsure=frozenset({"t_score"}))
    assert "t_score" not in to_ask(case) and "t_score" in open_questions(case)


def test_who_does_not_know_of_a_fracture_is_not_asked_how_many() -> None:
    case = Case.from_facts({"t_score": "-3.5"}, unsure=frozenset({"fracture"}))
    assert "vertebral_fractures" not in to_ask(case)


ANSWERS = {
    "t_score": ["-4", "-3", "-2.5", "-2", "-1.5", "-1", "0.3"],
    "fracture": ["none", "non_severe", "severe_nonvertebral", "severe_vertebral"],
    "vertebral_fractures": [1, 2, 3],
    "age": [45, 50, 60, 61, 80],
    "climacteric_symptoms": [True, False],
    "bisphosphonate_problem": [True, False],
    "low_peripheral_risk": [True, False],
}


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_asked_so_far_plus_most_still_to_come_never_rises(audience: str) -> None:
    """Random conversations, with facts volunteered out of turn and "I don't know" among the answers."""
    rng = random.Random(7)
    for _ in range(3000):
        facts: dict = {}
        unsure: frozenset[str] = frozenset()
        asked, bound = 0, most_questions_left(Case(), audience)
        while questions := to_ask(Case.from_facts(facts, unsure), audience):
            asked += 1
            fact = questions[0]
            if rng.random() < 0.3:
                unsure |= {fact}
            else:
                facts[fact] = rng.choice(ANSWERS[fact])
            if rng.random() < 0.3 and facts.get("fracture") == "severe_vertebral":
                facts.setdefault("vertebral_fractures", 2)
            if rng.random() < 0.2:
                facts.setdefault("age", rng.choice(ANSWERS["age"]))
            now = asked + most_questions_left(Case.from_facts(facts, unsure), audience)
            assert now <= bound
            bound = now
        assert asked <= bound


def test_the_longest_patient_conversation_has_five_questions() -> None:
    assert most_questions_left(Case(), "patient") == 5

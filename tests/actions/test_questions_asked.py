"""How many questions are asked: the number told as the most never rises within a case, and the answer always comes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from tests.actions.person import Person

ANSWERS = {
    "scope": [("yes, that fits", "affirm")],
    "t_score": [(f"my T-score is -{value}", "inform") for value in ("0.5", "1.4", "2.3", "2.9", "3.4")],
    "fracture": [
        ("no, I have never broken a bone", "deny"),
        ("I broke my wrist", "inform"),
        ("I broke my hip", "inform"),
        ("I have a broken vertebra", "inform"),
        ("two broken vertebrae", "inform"),
    ],
    "vertebral_fractures": [("one broken vertebra", "inform"), ("two broken vertebrae", "inform")],
    "age": [("I am 55", "inform"), ("I am 72", "inform")],
    "climacteric_symptoms": [("Yes, I have hot flushes", "affirm"), ("No, I have no hot flushes", "deny")],
    "bisphosphonate_problem": [("yes", "affirm"), ("no", "deny"), ("I never took one", "deny")],
}
UNKNOWN = ("I don't know", "dont_know")
VOLUNTEERED = [each for fact in ("t_score", "fracture", "age", "climacteric_symptoms") for each in ANSWERS[fact]]
MOST_TURNS = 10


def asked(person: Person) -> dict | None:
    return person.custom("question") or person.custom("clarify")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_the_second_number_never_rises_but_after_a_correction(data: st.DataObject) -> None:
    person = Person().say("check my case", "start_check")
    bound: int | None = None
    for _ in range(MOST_TURNS):
        question = person.custom("question")
        if question is None:
            break
        assert question["number"] <= question["of_at_most"]
        if bound is not None and not person.turn.heard.corrected:
            assert question["of_at_most"] <= bound
        bound = question["of_at_most"]
        given_answers = ANSWERS[question["fact"]]
        said = data.draw(st.sampled_from([*given_answers, *given_answers, UNKNOWN, *VOLUNTEERED]))
        person.say(*said)
        assert len(person.replies) <= MOST_MESSAGES
        assert all(words(each.text) <= MOST_WORDS for each in person.replies)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_answers_in_any_mixture_end_in_a_decision(data: st.DataObject) -> None:
    person = Person().say("check my case", "start_check")
    for _ in range(MOST_TURNS):
        question = person.custom("question")
        if question is None:
            break
        person.say(*data.draw(st.sampled_from([*ANSWERS[question["fact"]], UNKNOWN])))
    assert person.custom("decision"), person.text


def test_i_dont_know_ten_times_ends_in_a_decision_and_is_never_silent() -> None:
    person = Person().say("check my case", "start_check")
    decisions = 0
    for _ in range(10):
        person.say(*UNKNOWN)
        assert person.replies
        decisions += person.custom("decision") is not None
    assert decisions == 1


def test_a_fact_that_is_asked_for_again_is_counted_once() -> None:
    person = Person().say("check my case", "start_check").say("yes, that fits", "affirm")
    person.say("my T-score is -2.3", "inform").say(*UNKNOWN)
    assert person.custom("question")["fact"] == "age"
    before = person.custom("question")["of_at_most"]
    person.say("I broke my wrist", "inform")  # the age is not answered, and is asked for again later
    assert person.custom("question")["of_at_most"] <= before

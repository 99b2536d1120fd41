"""Answers that only the open question makes plain, and facts that a question about something else must not lose."""

from __future__ import annotations

import pytest

from tests.actions.person import Person


def asked_for_trouble() -> Person:
    person = Person().say("I am past the menopause, 77, T-score -1.8, broke my hip tripping on a rug")
    question = person.custom("question")
    assert question
    assert question["fact"] == "bisphosphonate_problem"
    return person


@pytest.mark.parametrize(
    "words",
    [
        "In that case it gave me awful reflux, had to give it up",
        "they made me so sick",
        "it upset my stomach and I had to stop taking it",
        "I couldn\u2019t tolerate them",
    ],
)
def test_trouble_with_the_drug_of_the_question(words: str) -> None:
    assert asked_for_trouble().say(words).slots["bisphosphonate_problem"] is True


@pytest.mark.parametrize("words", ["it gave me no trouble", "they gave me the drip", "did they make people sick?"])
def test_no_trouble_is_made_up(words: str) -> None:
    assert asked_for_trouble().say(words).slots.get("bisphosphonate_problem") is not True


@pytest.mark.parametrize("words", ["I'm not sure, does Fosavance count?", "not that I know", "I do not remember"])
def test_not_sure_is_no_no(words: str) -> None:
    assert asked_for_trouble().say(words).slots.get("bisphosphonate_problem") is None


def test_the_part_that_question_and_answer_leave() -> None:
    person = Person().say("I am past the menopause and broke my shoulder bending for the cat")
    assert person.custom("clarify")
    assert person.say("the upper bit of the arm").slots["fracture_sites"] == ["proximal_humerus"]


def test_a_woman_is_asked_no_more_whether_it_is_a_man() -> None:
    person = Person().say("he has a T-score of -2.5")
    assert person.custom("clarify")
    person.say("the doctor is a he. im a woman")
    assert all(each.get("fact") != "scope" or each["type"] != "clarify" for each in person.customs)


def test_a_denial_closes_the_question_of_force() -> None:
    person = Person().say("check my case", "start_check").say("I broke my hip on the church steps")
    assert person.custom("clarify")
    person.say("No I never broke anything! It was the neighbour who fell on the church steps!")
    assert person.custom("clarify") is None
    assert person.slots["fracture"] == "none"


def test_a_decade_leaves_a_known_age() -> None:
    person = Person().say("I am 66, past the menopause").say("I am in my sixties")
    assert person.slots["age"] == 66
    person.say("I am in my thirties")
    assert person.slots["age"] == 66
    assert person.custom("clarify")


def test_another_bone_settles_the_question_for_those_since_fifty() -> None:
    person = Person().say("I am 70, past the menopause, I broke my wrist at 30 and the ankle in 2021. T-score -2.3")
    assert person.custom("clarify") is None
    assert person.slots["fracture_sites"] == ["ankle"]
    alone = Person().say("I am 70, past the menopause, I broke my wrist at 30. T-score -2.3")
    assert alone.custom("clarify")


def test_what_is_told_during_an_alarm_is_noted_and_said_so() -> None:
    person = Person().say("I am past the menopause. I fell today and cannot stand up, my hip hurts so much")
    assert person.custom("urgent")
    person.say("I am on dialysis three times a week")
    assert person.slots["scope"] == "severe_kidney_disease"
    assert person.text.startswith("I have noted that.")
    assert person.custom("urgent")
    assert not person.say("hm").text.startswith("I have noted")


def test_a_supposed_fracture_comes_to_those_that_are_known() -> None:
    person = Person().say("/clinician", "to_clinician").say("68F PMO, hip #, T -2.8, no prev tx")
    person.say("what if VFx x2 as well?", "what_if")
    decision = person.custom("decision")
    assert decision
    assert decision["facts"]["fracture_sites"] == ["hip", "vertebra"]
    assert decision["facts"]["vertebral_fractures"] == 2

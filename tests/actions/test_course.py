"""The course of a turn as a person meets it: nothing repeats without need, nothing is silent, nobody is mixed up."""

from __future__ import annotations

import pytest

from tests.actions.person import Person

UNKNOWN = ("I don't know", "dont_know")


def decided() -> Person:
    person = Person().say("check my case", "start_check").say("yes, that fits", "affirm")
    return person.say("I broke my wrist and my T-score is -2.5, I am 72").say("no", "deny")


def referred() -> Person:
    person = Person().say("check my case", "start_check").say("yes, that fits", "affirm")
    return person.say("I have never broken a bone and my T-score is -2.5")


def test_a_slash_command_alone_raises_no_alarm() -> None:
    assert Person().say("/help", "thanks").custom("urgent") is None


# The quiz and the other short conversations.


def test_not_knowing_in_the_quiz_brings_the_answer_kindly_and_the_next_question() -> None:
    person = Person().say("quiz", "quiz").say(*UNKNOWN)
    assert "That is fine" in person.replies[0].text
    assert "Call a doctor today" in person.replies[0].text
    assert "Question 2 of 3" in person.text


def test_an_answer_that_cannot_be_read_is_told_how_to_answer() -> None:
    person = Person().say("quiz", "quiz").say("purple")
    assert "Please choose 1, 2 or 3" in person.text
    assert "Question 1 of 3" in person.text


def test_an_answer_that_is_taken_is_never_called_unreadable() -> None:
    assert "did not catch" not in Person().say("quiz", "quiz").say("2").text


def test_the_quiz_ends_whatever_is_known() -> None:
    person = Person().say("quiz", "quiz").say(*UNKNOWN).say(*UNKNOWN).say(*UNKNOWN)
    assert "0 of 3" in person.text
    assert person.slots["dialogue"].get("exercise") is None


def test_not_knowing_what_matters_ends_that_kindly() -> None:
    person = Person().say("values", "values").say(*UNKNOWN)
    assert person.text.startswith("That is fine")
    assert person.slots["dialogue"].get("exercise") is None


# Misunderstandings.


def test_no_three_misunderstandings_in_a_row_get_the_same_words() -> None:
    person = Person()
    said = [person.say("brmpf", "nlu_fallback").replies[-1].text for _ in range(4)]
    assert len(set(said)) == 4
    assert all("doctor or pharmacist" in text.lower() for text in said[1:])


def test_a_yes_or_no_to_nothing_is_not_called_a_misunderstanding() -> None:
    assert "not asking anything" in Person().say("hello", "greet").say("no", "deny").text


def test_an_answer_to_another_question_is_noted_and_said_so() -> None:
    person = Person().say("check my case", "start_check").say("I am 72")
    assert person.text.startswith("I have noted that. Question 1")


def test_what_is_no_answer_is_said_to_be_none() -> None:
    person = Person().say("check my case", "start_check").say("72")
    assert person.text.startswith("I could not read that as an answer. Question 1")


def test_a_bone_named_alone_is_taken_after_a_yes() -> None:
    person = Person().say("57, hip, -1.5")
    assert person.custom("clarify")
    assert person.say("yes", "affirm").custom("clarify") is None
    assert person.slots["fracture_sites"] == ["hip"]


def test_a_bone_named_alone_is_dropped_after_a_no_and_nothing_is_noted_as_unknown() -> None:
    person = Person().say("57, hip, -1.5").say("no", "deny")
    assert person.slots.get("fracture_sites") is None
    assert "unsure" not in person.slots["dialogue"]


def test_nothing_is_read_back_for_ever() -> None:
    person = Person().say("57, hip, -1.5, I broke my arm")
    assert person.custom("clarify")
    asked = [person.say("yes", "affirm").custom("question") is not None for _ in range(4)]
    assert any(asked)


# Questions that come back.


def test_after_other_talk_the_question_comes_back_but_does_not_nag() -> None:
    person = Person().say("check my case", "start_check")
    came_back = [person.say("calcium?", "ask_calcium_vitamin_d").custom("question") is not None for _ in range(4)]
    assert came_back == [True, True, False, False]
    assert person.say("yes, that fits", "affirm").slots["scope"] == "in_scope"


# Corrections.


def test_a_correction_names_the_fact_and_both_values() -> None:
    assert "Age corrected: I had 72, now 62." in decided().say("sorry, I am 62").text


def test_a_bone_taken_back_is_said_so() -> None:
    assert "Broken bones corrected: I had wrist, now" in decided().say("I did not break my wrist").text


@pytest.mark.parametrize("words", ["I never took one", "no, I have never tried any of them", "I never took it"])
def test_never_having_taken_one_takes_back_the_trouble_with_it(words: str) -> None:
    person = decided().say("alendronate made me sick")
    assert person.slots["bisphosphonate_problem"] is True
    assert person.say(words, "nlu_fallback").slots["bisphosphonate_problem"] is False
    assert "I had yes, now no" in person.text


def test_never_having_taken_one_means_nothing_where_nothing_was_noted() -> None:
    person = Person().say("I never took one", "nlu_fallback")
    assert person.slots.get("bisphosphonate_problem") is None


def test_what_changes_nothing_does_not_repeat_the_whole_answer() -> None:
    person = referred().say("I have hot flushes")
    decision = person.custom("decision")
    assert decision and decision["action"] == "refer"
    assert len(person.replies) == 1
    assert "stays the same" in person.text


def test_the_whole_answer_can_be_had_again() -> None:
    person = referred().say("I have hot flushes").say("check my case", "start_check")
    assert "What you told me" in person.text


# What is told and what is supposed.


@pytest.mark.parametrize(
    "text",
    [
        "tibial plateau fracture stepping off kerb, 64F, hip T -1.3. does plateau count as severe with you?",
        "64F, wrist # from standing, T -1.3. would that be enough?",
        "I am 64 and my T-score is -1.3. Does that count as osteoporosis?",
    ],
)
def test_a_first_case_is_noted_though_its_question_sounds_like_a_supposition(text: str) -> None:
    person = Person().say(text, "what_if")
    assert (person.slots["age"], person.slots["t_score"]) == (64, "-1.3")


@pytest.mark.parametrize(
    "text", ["and at 72 with T -1.9?", "/whatif 72 and T -1.9", "what if she were 72 with a T of -1.9?"]
)
def test_a_supposition_beside_a_known_case_changes_nothing(text: str) -> None:
    person = Person().say("I am 64, my T-score is -1.3, no fractures").say(text, "what_if")
    assert (person.slots["age"], person.slots["t_score"]) == (64, "-1.3")


@pytest.mark.parametrize("text", ["what if I were 72 with a T-score of -1.9?", "/whatif T -1.9", "and at -1.9?"])
def test_a_supposition_without_a_case_is_not_noted(text: str) -> None:
    assert not Person().say(text, "what_if").slots.get("t_score")

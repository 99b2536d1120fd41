"""Who is spoken to: outside the table, for a relative, as a clinician, in fear, in danger."""

from __future__ import annotations

import pytest

from tests.actions.person import Person

# Outside the table.


def test_who_is_outside_the_table_reads_the_reason_in_full_once() -> None:
    person = Person().say("I am a man of 70")
    first = person.replies[-1].text
    person.say("my T-score is -3")
    assert person.custom("scope")
    assert first not in person.text
    assert first in person.say("why", "why").text


def test_who_is_outside_the_table_is_not_told_that_she_was_not_understood() -> None:
    person = Person().say("I am a man of 70").say("just tell me", "just_answer")
    assert person.custom("scope")
    assert "not understand" not in person.text


# Whose case it is.


def test_she_is_the_relative_who_was_spoken_of() -> None:
    person = Person().say("my mother has osteoporosis").say("she broke two vertebrae")
    assert "about your mother" in person.text
    person.say("I am 45 and I still have periods")
    assert person.slots["age"] == 45
    assert person.slots["fracture_sites"] is None
    person.say("she is 78")
    assert "about your mother again" in person.text
    assert (person.slots["age"], person.slots["fracture_sites"]) == (78, ["vertebra"])
    assert person.slots["scope"] is None


def test_asking_for_somebody_else_begins_that_case() -> None:
    person = Person().say("I am a man of 70").say("actually I'm asking for my wife", "to_patient")
    assert person.custom("question")
    assert person.slots["scope"] is None


# In whose words.


@pytest.mark.parametrize("words", ["I'm a rheumatologist", "Hello, I am a GP", "je suis médecin"])
def test_who_says_she_is_a_clinician_is_spoken_to_as_one(words: str) -> None:
    assert Person().say(words, "nlu_fallback").slots["audience"] == "clinician"


NO_CLINICIANS = [
    "my doctor is a rheumatologist",
    "my doctor says I need a drug",
    "I am not a doctor",
    "I am a GP's wife",
    "I'm a nurse and my T-score is -2.6",
]


@pytest.mark.parametrize("words", NO_CLINICIANS)
def test_who_speaks_of_a_doctor_is_none(words: str) -> None:
    assert Person().say(words, "nlu_fallback").slots["audience"] == "patient"


def test_who_sounds_like_a_clinician_but_speaks_of_her_doctor_is_asked_about_her_case() -> None:
    person = Person().say("my doctor is a rheumatologist and says I need a drug", "to_clinician")
    assert person.slots["audience"] == "patient"
    assert person.custom("question")


# Fear and danger.


def test_fear_gets_one_calm_sentence_once() -> None:
    person = Person().say("I'm terrified of this jaw thing", "ask_mronj")
    assert "Many people are afraid of this" in person.text
    assert person.custom("topic")
    assert "Many people are afraid" not in person.say("the jaw scares me, I am afraid", "ask_mronj").text


def test_fear_alone_is_asked_what_it_is_of() -> None:
    assert "What is it most of all" in Person().say("I'm so scared", "ask_mronj").text


def test_a_reminder_says_how_to_go_on_and_going_on_may_be_said_in_other_words() -> None:
    person = Person().say("my chest hurts and I cannot breathe")
    assert person.custom("urgent")
    assert "go on" in person.say("is denosumab safe?").text
    assert person.say("I called them, please go on").custom("urgent") is None


@pytest.mark.parametrize(
    "words", ["I can't go on", "I don't want to go on", "can I go on taking it?", "the pain goes on"]
)
def test_words_that_only_look_like_going_on_end_no_pause(words: str) -> None:
    person = Person().say("my chest hurts and I cannot breathe").say(words)
    assert person.slots["dialogue"].get("urgent")


def test_while_a_danger_is_open_nothing_answers_the_question_before_it() -> None:
    person = Person().say("check my case", "start_check").say("yes, that fits", "affirm")
    person.say("I broke my hip, my T-score is -2.8").say("my chest hurts and I cannot breathe")
    person.say("I'm fine", "affirm").say("go on", "go_on")
    assert person.slots.get("bisphosphonate_problem") is None
    question = person.custom("question")
    assert question and question["fact"] == "bisphosphonate_problem"


def test_who_has_called_is_not_told_to_call() -> None:
    person = Person().say("my chest hurts and I cannot breathe").say("I called 112")
    assert person.custom("urgent")
    assert "Good that you have called" in person.text
    assert "Call your emergency number" not in person.text


def test_a_line_without_a_scan_is_a_new_case_where_there_was_a_score() -> None:
    person = Person().say("I'm a rheumatologist", "nlu_fallback").say("58F no fx T -2.5")
    person.say("81F hip fx, no DXA")
    assert (person.slots["age"], person.slots["t_score"], person.slots["fracture_sites"]) == (81, None, ["hip"])


def test_the_jaw_alone_asks_about_the_jaw_and_not_whether_it_broke() -> None:
    person = Person().say("check my case", "start_check").say("and the jaw?")
    topic = person.custom("topic")
    assert topic and topic["topic"] == "mronj"
    assert person.custom("clarify") is None


def test_who_does_not_understand_the_question_hears_why_it_is_asked() -> None:
    person = Person().say("check my case", "start_check").say("I don't understand", "nlu_fallback")
    assert "I ask because" in person.text


def test_a_fall_first_said_to_be_a_crash_can_be_corrected() -> None:
    person = Person().say("I broke my hip in a car crash").say("it was a simple fall")
    assert person.custom("rejected") is None
    assert person.slots["fracture"] == "severe_nonvertebral"

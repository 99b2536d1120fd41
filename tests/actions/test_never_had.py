"""Who denies that she had any of what was spoken of, and who does not."""

from __future__ import annotations

import pytest

from actions.never_had import says_never_had, says_never_took
from tests.actions.person import Person

DENIED = [
    "never tried one",
    "I don't think I took any of those, what are they?",
    "67 and no, never had any of those drugs",
    "I don't think I ever had any myself",
    "No, she's never been on any of those. But you didn't say if a wrist counts",
    "no I never had those",
    "I've never been put on any of them",
    "I haven't taken any of these",
    "I was never given any",
    "My sister took them and they burned. I never had any",
    "never had it",
]
NOT_DENIED = [
    "my sister never took any",
    "he never tried it",
    "I never had any trouble with my back",
    "I never had any broken bones",
    "I took one and never again",
    "never mind",
    "I never drink",
    "I took them for years",
    "they made me sick and I never took one again",
    "I never took it again",
    "it did not agree with me, I never had it since",
]


@pytest.mark.parametrize("text", DENIED)
def test_it_is_denied(text: str) -> None:
    assert says_never_had(text)


@pytest.mark.parametrize("text", NOT_DENIED)
def test_it_is_not(text: str) -> None:
    assert not says_never_had(text)


@pytest.mark.parametrize(
    "text",
    ["67 and no, never had any of those drugs", "I never took bone tablets", "never took any", "never tried one."],
)
def test_it_is_denied_without_a_question_before_it(text: str) -> None:
    assert says_never_took(text)


@pytest.mark.parametrize(
    "text", ["never had it", "never had any", "my mother never took tablets", "never took pills again"]
)
def test_it_needs_the_question(text: str) -> None:
    assert not says_never_took(text)


def person_asked() -> Person:
    """Return a person who has just been asked whether a bisphosphonate gave trouble."""
    person = Person().say("I am 79, T-score -3.2, never broke anything").say("yes that fits", "affirm")
    assert person.slots["requested_slot"] == "bisphosphonate_problem"
    return person


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("Harold's sister took those and they burned her. I don't think I ever had any myself", "ask_adherence"),
        ("No, never been on any of those. But you never said what they are", "what_if"),
        ("no, it suited me grand for eight years", "values"),
        ("I never had those, what are they?", "ask_drug_how_it_works"),
    ],
)
def test_the_answer_is_heard_beside_other_talk(words: str, intent: str) -> None:
    person = person_asked().say(words, intent)
    assert person.slots["bisphosphonate_problem"] is False
    assert person.custom("decision")


@pytest.mark.parametrize(
    "words", ["my sister never took any", "it suited my sister", "they made me sick, I never took one again"]
)
def test_no_answer_is_made_of_other_talk(words: str) -> None:
    assert person_asked().say(words, "ask_adherence").slots.get("bisphosphonate_problem") is not False


def test_it_is_noted_after_the_answer_too() -> None:
    person = Person().say("T-score -1.8, no broken bones").say("yes", "affirm")
    assert person.slots["dialogue"].get("decision")
    person.say("67 and no, never had any of those drugs")
    assert (person.slots["age"], person.slots["bisphosphonate_problem"]) == (67, False)

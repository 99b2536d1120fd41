"""A question while an alarm is open: answered beside one that a doctor sees to, never beside an emergency."""

from __future__ import annotations

import pytest

from answers.limits import MOST_MESSAGES, MOST_WORDS, words
from tests.actions.person import Person


def types(person: Person) -> list[str]:
    """Return the kinds of the last replies."""
    return [each.custom["type"] for each in person.replies if each.custom]


@pytest.mark.parametrize(
    "alarm",
    [
        "I have a loose tooth since last week, I take alendronate",
        "my last Prolia was nine months ago",
        "I found a new lump in my breast",
    ],
)
def test_a_question_on_a_topic_is_answered_after_the_reminder(alarm: str) -> None:
    person = Person().say(alarm)
    assert types(person) == ["urgent"]
    person.say("how many people get the jaw thing", "ask_mronj")
    assert types(person)[:2] == ["urgent", "topic"]
    assert "question" not in types(person)
    assert len(person.replies) <= MOST_MESSAGES
    assert all(words(each.text) <= MOST_WORDS for each in person.replies)
    assert person.replies[-1].buttons[0].title == "I am safe, go on"
    assert person.slots["dialogue"].get("urgent")


@pytest.mark.parametrize(
    "alarm",
    [
        "my face has gone droopy and I can't lift my arm",
        "I can't feel when I pee since yesterday",
        "I don't want to live any more",
    ],
)
def test_an_emergency_and_despair_stand_alone(alarm: str) -> None:
    person = Person().say(alarm).say("how many people get the jaw thing", "ask_mronj")
    assert types(person) == ["urgent"]


def test_what_is_no_question_on_a_topic_is_only_reminded() -> None:
    person = Person().say("my last Prolia was nine months ago")
    assert types(person.say("check my case", "start_check")) == ["urgent"]
    assert types(person.say("I broke my hip, my T-score is -2.8")) == ["urgent"]


def test_a_sign_without_a_name_stands_alone() -> None:
    person = Person().say("I took a handful of my tablets today").say("how many get the jaw thing", "ask_mronj")
    assert types(person) == ["urgent"]


def test_a_danger_in_the_question_alarms_instead() -> None:
    person = Person().say("my last Prolia was nine months ago").say("my jaw hurts, how many get that", "ask_mronj")
    assert types(person) == ["urgent"]


def test_nothing_of_the_case_is_asked_and_going_on_brings_the_open_question_back() -> None:
    person = Person().say("check my case", "start_check").say("yes, that fits", "affirm")
    person.say("I am past the menopause, my T-score is -2.7").say(
        "I have a loose tooth since last week, on alendronate"
    )
    person.say("does calcium help", "ask_calcium_vitamin_d")
    assert types(person)[:2] == ["urgent", "topic"]
    assert person.say("go on", "go_on").custom("question")

"""The first turn stays within three messages."""

from __future__ import annotations

from answers.first_words import signed, within_limit
from answers.limits import MOST_MESSAGES
from answers.message import Button, Message
from answers.talk import introduction

LONG = Message("word " * 55, {"type": "decision"})
SHORT = Message("word " * 20)
LAST = Message("word " * 25, None, (Button("Why?", "Why?"),))


def test_a_first_turn_that_is_short_enough_stays_as_it_is() -> None:
    replies = [introduction(alone=False), LONG, LAST]
    assert within_limit(replies) == replies


def test_the_introduction_is_said_short_with_what_follows_it() -> None:
    shown = within_limit([introduction(alone=False), SHORT, LONG, LAST])
    assert len(shown) == MOST_MESSAGES
    assert shown[0].text.startswith("I am an automatic assistant, not a person and not a doctor.")


def test_else_two_neighbours_are_joined_and_keep_their_buttons() -> None:
    shown = within_limit([introduction(alone=False), LONG, SHORT, LAST])
    assert len(shown) == MOST_MESSAGES
    assert shown[-1].buttons == LAST.buttons
    assert shown[1] == LONG


def test_a_clinician_reads_below_the_first_answer_what_speaks() -> None:
    assert "does not prescribe" in signed([SHORT])[-1].text
    assert signed([LONG]) == [LONG]

"""Slash commands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.commands import COMMANDS, UNKNOWN_COMMAND, command_of


@pytest.mark.parametrize(("word", "intent"), COMMANDS.items())
def test_each_command_has_its_intent(word: str, intent: str) -> None:
    assert command_of(f"/{word}") == intent
    assert command_of(f"  /{word.upper()} please") == intent


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("a strange command", "/inform", UNKNOWN_COMMAND),
        ("a payload is no command of ours", '/why{"age": 50}', UNKNOWN_COMMAND),
        ("a slash alone", "/", UNKNOWN_COMMAND),
        ("a slash inside is no command", "and/or", None),
        ("words are no command", "why", None),
        ("nothing", "", None),
    ],
)
def test_what_is_no_command_of_ours(sentence: str, text: str, expected: str | None) -> None:
    assert command_of(text) == expected


@given(st.text(max_size=40))
def test_no_payload_of_a_stranger_reaches_an_intent_by_name(text: str) -> None:
    assert command_of("/" + text) in {*COMMANDS.values(), UNKNOWN_COMMAND}

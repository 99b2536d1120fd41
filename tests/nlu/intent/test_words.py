"""The words of a message as the classifier sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intent.words import LONGEST, normalise, question_in, stem, words_of


@pytest.mark.parametrize(
    ("sentence", "text", "words"),
    [
        ("case does not count", "Stop FOSAMAX", ["stop", "fosamax"]),
        ("a number is a number, whichever", "T -2.7 at 68", ["t", "-", "0", "at", "0"]),
        ("a comma may stand in a number", "-2,5", ["-", "0"]),
        ("a hyphenated word is two", "follow-up", ["follow", "up"]),
        ("accents do not count", "ménopausée", ["menopausee"]),
        ("a curly apostrophe is an apostrophe", "don’t", ["don't"]),
        ("a question mark is kept", "why?", ["why", "?"]),
        ("nothing gives nothing", "  \n ", []),
    ],
)
def test_words(sentence: str, text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [("stopped", "stopp"), ("fractures", "fractur"), ("exercising", "exercis"), ("bus", "bus"), ("is", "is")],
)
def test_stem_cuts_one_ending_and_leaves_three_letters(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_a_long_message_keeps_its_end() -> None:
    text = "start " + "padding " * 1000 + "how long do I take it"
    assert normalise(text).startswith("start")
    assert normalise(text).endswith("how long do i take it")
    assert len(normalise(text)) <= LONGEST + 3


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_stems_are_never_empty(text: str) -> None:
    for word in words_of(text):
        assert word.strip()
        assert stem(word)


@given(st.text(alphabet="abcdefghij '?", max_size=80))
def test_blanks_and_case_make_no_difference(text: str) -> None:
    assert words_of("  " + text.upper() + " \n") == words_of(text)


@pytest.mark.parametrize(
    ("sentence", "text", "question"),
    [
        ("the last question counts", "I'm 72. Why? How long do I take it? Thanks.", "How long do I take it?"),
        ("a line is a sentence", "hip fracture, T -2.7\nhow long?", "how long?"),
        ("all of the message is no part of it", "How long do I take it?", None),
        ("no question", "I'm 72. I broke my hip.", None),
        ("nothing", " ", None),
    ],
)
def test_the_question_in_a_message(sentence: str, text: str, question: str | None) -> None:
    assert question_in(text) == question

"""A message cut into the word pieces that the encoder knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intent.encoder import encoder
from nlu.intent.pieces import FIRST, LAST, MOST, UNKNOWN, pieces_of

SMALL = {
    piece: number for number, piece in enumerate([FIRST, LAST, UNKNOWN, "bone", "##s", "un", "##sure", "'", "0", "?"])
}
BY_NUMBER = {number: piece for piece, number in SMALL.items()}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("bone", ["bone"]),
        ("Bones", ["bone", "##s"]),
        ("bóne", ["bone"]),
        ("unsure?", ["un", "##sure", "?"]),
        ("bone's", ["bone", "'", UNKNOWN]),
        ("70,5", ["0"]),
        ("marrow", [UNKNOWN]),
        ("骨", [UNKNOWN]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(text: str, pieces: list[str]) -> None:
    assert [BY_NUMBER[number] for number in pieces_of(text, SMALL)] == [FIRST, *pieces, LAST]


def test_a_long_message_loses_its_middle_and_keeps_the_question_at_its_end() -> None:
    numbers = pieces_of("bone " * 300 + "unsure?", SMALL)
    assert len(numbers) == MOST
    assert [BY_NUMBER[number] for number in numbers[-4:]] == ["un", "##sure", "?", LAST]


@given(st.text(max_size=300))
def test_any_text_has_pieces_between_two_ends(text: str) -> None:
    numbers = encoder().numbers
    found = pieces_of(text, numbers)
    assert 2 <= len(found) <= MOST
    assert (found[0], found[-1]) == (numbers[FIRST], numbers[LAST])
    assert max(found) < len(encoder().steps)

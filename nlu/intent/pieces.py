"""From a message to the word pieces of the sentence encoder (greedy longest match, as in BERT's WordPiece)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlu.intent.words import normalise

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
INSIDE = "##"
MOST = 128
"""Pieces of a message that are looked at, with the two signs at its ends. Measured: with 64, 0.25 % fewer are right."""

LONGEST_WORD = 40

_WORD = re.compile(r"[a-z]+|0|\S")


def pieces_of(text: str, numbers: Mapping[str, int]) -> list[int]:
    """Return the numbers of a message's pieces between the signs for its beginning and its end.

    A message that is too long loses its middle, as everywhere in this package.

    :param numbers: the number of each piece; a piece inside a word begins with `##`
    """
    found = [number for word in _WORD.findall(normalise(text)) for number in _pieces(word, numbers)]
    room = MOST - 2
    if len(found) > room:
        found = [*found[: room // 3], *found[room // 3 - room :]]
    return [numbers[FIRST], *found, numbers[LAST]]


def _pieces(word: str, numbers: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(word):
        begin = INSIDE if start else ""
        ends = range(min(len(word), start + LONGEST_WORD), start, -1)
        end = next((each for each in ends if begin + word[start:each] in numbers), None)
        if end is None:
            return [numbers[UNKNOWN]]
        found.append(numbers[begin + word[start:end]])
        start = end
    return found

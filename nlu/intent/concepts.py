"""Finds the concepts of the topic lexicon in a message: "come off", "quit" and "discontinue" are all `stop`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nlu.intent.words import words_of

ANY = "*"
_PREFIX_KEY = 2
_LEAST_FOR_SUFFIX = 6


class Mention(NamedTuple):
    """A concept found at words[start:end]."""

    start: int
    end: int
    concept: str


@dataclass
class _Terms:
    """The terms by what their first word begins with, so that few need comparing."""

    exact: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    prefix: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    suffix: list[tuple[str, str]] = field(default_factory=list)


class ConceptFinder:
    """Finds the terms of a lexicon. All that match count, also where they overlap."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        """Take the lexicon: for each concept its terms.

        A term is one or more words; `*` at the end of a word stands for any ending, before a single word for any
        beginning.
        """
        self.lexicon = {concept: list(terms) for concept, terms in lexicon.items()}
        self._terms = _Terms()
        for concept, terms in self.lexicon.items():
            for term in terms:
                self._add(term, concept)

    def _add(self, term: str, concept: str) -> None:
        if term.startswith(ANY):
            self._terms.suffix.append((term[1:], concept))
            return
        words = _pattern(term)
        first = words[0]
        if first.endswith(ANY):
            self._terms.prefix.setdefault(first[:-1][:_PREFIX_KEY], []).append((words, concept))
        else:
            self._terms.exact.setdefault(first, []).append((words, concept))

    def find(self, words: Sequence[str]) -> list[Mention]:
        """Return the mentions among the words of a message (see `words_of`), in order of their beginning."""
        found: list[Mention] = []
        for at, word in enumerate(words):
            candidates = [*self._terms.exact.get(word, ()), *self._terms.prefix.get(word[:_PREFIX_KEY], ())]
            for pattern, concept in candidates:
                if _matches(pattern, words, at):
                    found.append(Mention(at, at + len(pattern), concept))
            if len(word) >= _LEAST_FOR_SUFFIX:
                found += [Mention(at, at + 1, concept) for end, concept in self._terms.suffix if word.endswith(end)]
        return found


def _pattern(term: str) -> tuple[str, ...]:
    """Split a term as a message is split; the star stays with its word."""
    words: list[str] = []
    for sign in words_of(term):
        if sign == ANY and words:
            words[-1] += ANY
        else:
            words.append(sign)
    if not words:
        raise ValueError(f"The lexicon has a term without words: {term!r}. Remove it.")
    return tuple(words)


def _matches(pattern: tuple[str, ...], words: Sequence[str], at: int) -> bool:
    if at + len(pattern) > len(words):
        return False
    for place, part in enumerate(pattern, at):
        if words[place] != part and not (part[-1] == ANY and words[place].startswith(part[:-1])):
            return False
    return True

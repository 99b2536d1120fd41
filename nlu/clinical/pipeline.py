"""Finds the terms of the lexicon in a message: own tokens and one spaCy PhraseMatcher.

spaCy is imported at the first message, not with the module, so that importing the library stays quick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from nlu.clinical import lexicon_files
from nlu.clinical.text import normalise

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|(?<=\d)x(?=v|ribs?\b)"
    r"|(?:[cdjlmnst]|qu)'(?=[^\W\d_]{2})"
    r"|[^\W\d_]+(?='s\b)|'s\b"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\w\s]|_"
)
_DECOY = "decoy"
_UNKNOWN = "\0"
"""In the place of a word that no term holds: spaCy keeps each word that it is given for good, which a person's must not be."""


class Token(NamedTuple):
    """A word, number or sign of the plain text; a hyphen inside a word is no token."""

    text: str
    start: int
    end: int


class Mention(NamedTuple):
    """A term of the lexicon found in the plain text at [start:end]."""

    start: int
    end: int
    theme: str
    concept: str


@dataclass(frozen=True)
class _Matcher:
    vocab: Vocab
    phrases: PhraseMatcher


def tokens_of(plain: str) -> list[Token]:
    """Split plain text into tokens; hyphens between letters are left out ("x-ray" reads as "x ray")."""
    found = [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(plain)]
    return [token for token in found if not (token.text == "-" and _inside_word(plain, token.start))]


def _inside_word(plain: str, at: int) -> bool:
    return 0 < at < len(plain) - 1 and plain[at - 1].isalpha() and plain[at + 1].isalpha()


def mentions_in(tokens: list[Token]) -> list[Mention]:
    """Return the lexicon's mentions among `tokens`, in order; the longest wins within a theme."""
    if not tokens:
        return []
    matcher = _matcher()
    strings = matcher.vocab.strings
    doc = _doc(matcher.vocab, [token.text if token.text in strings else _UNKNOWN for token in tokens])
    found: dict[str, list[tuple[int, int, str]]] = {}
    for key, first, last in matcher.phrases(doc):
        theme, _, concept = matcher.vocab.strings[key].partition(".")
        found.setdefault(theme, []).append((first, last, concept))
    decoys = [(first, last) for first, last, _ in found.get(_DECOY, ())]
    kept: list[Mention] = []
    for theme, spans in found.items():
        for first, last, concept in _longest(spans):
            if theme == _DECOY or not _masked(first, last, decoys):
                kept.append(Mention(tokens[first].start, tokens[last - 1].end, theme, concept))
    return sorted(kept, key=lambda mention: (mention.start, -mention.end))


def _longest(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Keep the longest spans; two concepts of equal span both stay."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0], s[2])):
        first, last, _ = span
        if all(last <= f or first >= end or (first, last) == (f, end) for f, end, _ in kept):
            kept.append(span)
    return kept


def _masked(first: int, last: int, decoys: list[tuple[int, int]]) -> bool:
    return any(f <= first and last <= end and (end - f) > (last - first) for f, end in decoys)


def _doc(vocab: Vocab, words: list[str]) -> Doc:
    from spacy.tokens import Doc

    return Doc(vocab, words=words)


@lru_cache(maxsize=1)
def _matcher() -> _Matcher:
    import spacy
    from spacy.matcher import PhraseMatcher

    vocab = spacy.blank("en").vocab
    phrases = PhraseMatcher(vocab, attr="ORTH")
    for concept, terms in lexicon_files.concepts().items():
        docs = [_doc(vocab, [token.text for token in tokens_of(normalise(term).plain)]) for term in terms]
        phrases.add(concept, docs)
    return _Matcher(vocab, phrases)

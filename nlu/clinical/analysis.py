"""One message, cut up and marked once, for all readers to look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from nlu.clinical import french, heading, questions, scots, segments, spelling, spoken_levels
from nlu.clinical.homonyms import without_homonyms
from nlu.clinical.layout import squeezed, without_quotes_round
from nlu.clinical.model import Finding
from nlu.clinical.numbers import Number, find_numbers
from nlu.clinical.pipeline import Mention, Token, mentions_in, tokens_of
from nlu.clinical.quantities import label_numbers
from nlu.clinical.segments import Segment
from nlu.clinical.shorthand import shorthand_in, told_in
from nlu.clinical.text import PlainText, normalise, replace_words

T = TypeVar("T")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Analysis:
    """The plain text of a message with its tokens, mentions, numbers, sentences, chunks and questions.

    All offsets are offsets in `plain`; `finding` turns them into offsets of the message itself. `written` is the plain
    text before slips of the pen were mended and French shorthand spelt out.
    """

    def __init__(self, message: str, today: date) -> None:
        written = scots.in_plain_words(without_quotes_round(squeezed(normalise(message))))
        self.written = written.plain
        self.source: PlainText = replace_words(
            spoken_levels.in_figures(spelling.kin_in_full(spelling.one_woman(french.in_plain_terms(written)))),
            spelling.mend,
        )
        self.plain = self.source.plain
        self.today = today
        self._memo: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[Analysis], T]) -> T:
        """Return `make(self)`, worked out at the first call with this name."""
        if name not in self._memo:
            self._memo[name] = make(self)
        found: T = self._memo[name]
        return found

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.plain)

    @cached_property
    def shorthand(self) -> list[Mention]:
        """Dangers in a clinician's shorthand, which is only written of somebody who has them."""
        return shorthand_in(self.plain)

    @cached_property
    def mentions(self) -> list[Mention]:
        found = without_homonyms(self.plain, mentions_in(self.tokens))
        phrases = [*self.shorthand, *told_in(self.plain)]
        return sorted([*found, *phrases], key=lambda m: (m.start, -m.end)) if phrases else found

    @cached_property
    def _themes(self) -> dict[str, list[Mention]]:
        themes: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            themes.setdefault(mention.theme, []).append(mention)
        return themes

    @cached_property
    def numbers(self) -> list[Number]:
        return find_numbers(self.plain)

    @cached_property
    def labels(self) -> dict[int, str]:
        """What a number counts (by its start), where its neighbours tell."""
        return label_numbers(self.plain, self.numbers)

    @cached_property
    def sentences(self) -> list[Segment]:
        return segments.sentences(self.plain)

    @cached_property
    def chunks(self) -> list[list[Segment]]:
        return [segments.chunks(self.plain, sentence) for sentence in self.sentences]

    @cached_property
    def question_stretches(self) -> list[tuple[int, int]]:
        return questions.question_stretches(self.plain, self.chunks)

    @cached_property
    def is_heading(self) -> bool:
        return heading.is_heading(self)

    @cached_property
    def asks(self) -> bool:
        return questions.asks(self.plain, self.question_stretches) or self.is_heading

    def theme(self, name: str) -> list[Mention]:
        """Return the mentions of a theme, in order."""
        return self._themes.get(name, [])

    def has_themes(self, names: frozenset[str]) -> bool:
        """Say whether every one of these themes is mentioned."""
        return self._themes.keys() >= names

    def concept(self, theme: str, *names: str) -> list[Mention]:
        """Return the mentions of some concepts of a theme, in order."""
        if theme == "cue":
            return sorted(mention for name in names for mention in self.theme(f"cue_{name}"))
        return [mention for mention in self.theme(theme) if mention.concept in names]

    def between(self, start: int, end: int) -> str:
        return self.plain[start:end]

    def before(self, position: int, length: int = 40) -> str:
        return self.plain[max(0, position - length) : position]

    def after(self, position: int, length: int = 40) -> str:
        return self.plain[position : position + length]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    def sentence_index(self, position: int) -> int:
        """Return the number of the sentence that holds `position` (the last one for the very end)."""
        return min(bisect_right(self._sentence_ends, position), len(self.sentences) - 1)

    def sentence(self, position: int) -> Segment:
        return self.sentences[self.sentence_index(position)]

    def chunk_index(self, position: int) -> tuple[int, int]:
        """Return (sentence, chunk) numbers of `position`."""
        sentence = self.sentence_index(position)
        for index, chunk in enumerate(self.chunks[sentence]):
            if position < chunk.end:
                return sentence, index
        return sentence, len(self.chunks[sentence]) - 1

    def chunk(self, position: int) -> Segment:
        sentence, index = self.chunk_index(position)
        return self.chunks[sentence][index]

    def in_question(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.question_stretches)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [match.start() for match in re.finditer(r"\w+", self.plain)]

    def words_between(self, start: int, end: int) -> int:
        """Count the words and numbers that begin between two positions (0 where `end` is before `start`)."""
        return max(0, bisect_left(self._word_starts, end) - bisect_left(self._word_starts, start))

    def has_earlier_year(self, words: str) -> bool:
        """True where a year before this one is named ("back in 2023")."""
        return any(int(year) < self.today.year for year in _YEAR.findall(words))

    def finding(
        self,
        kind: str,
        value: object,
        span: tuple[int, int],
        certainty: str,
        status: str = "present",
        reason: str = "",
        candidates: Iterable[object] = (),
    ) -> Finding:
        """Make a finding of the plain span; its text is exactly that stretch of the message."""
        start, end = self.source.original_span(*span)
        words = self.source.original[start:end]
        return Finding(kind, value, words, start, end, certainty, status, reason, tuple(candidates))

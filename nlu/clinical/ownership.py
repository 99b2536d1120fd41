"""Whether a fact of the message is the case's own, and if not, what it is instead."""

from __future__ import annotations

import re
from functools import cached_property

from nlu.clinical.age.mentions import find_ages
from nlu.clinical.analysis import Analysis
from nlu.clinical.context import Context, context_of, is_answered
from nlu.clinical.patterns import Pattern
from nlu.clinical.subject.case import Subjects
from nlu.clinical.subject.people import OTHERS
from nlu.clinical.subject.stretches import GENERIC
from nlu.clinical.supposition import is_hypothetical

# In a question, these words say that the fact is the asker's own ("should I be treated with a T-score of -2.7?").
_OWN_IN_QUESTION = Pattern("ownership", "own_in_question")


# "Should I be treated with a T-score of -2.7?": the asker asks for herself and gives the fact.
_ABOUT_SELF = re.compile(r"\b(?:i|me|my|we|she|he|her|him|mum|mother|patient|pt)\b")
_GIVEN = re.compile(r"\b(?:with|at|after|given|having|despite|aged?|on|for|of)\s+(?:[^\s?!]+\s+){0,9}$")


_ANOTHERS = re.compile(
    r"[\s,.;:!\u2014-]*(?:(?:no|not|oh|oops|sorry|wait|hang on|i mean|actually|rather)[\s,.;:!\u2014-]*)*"
    r"(?:that's|that is|that was|it's|it was|they were) (?:all )?(?:my|our) (?:(?:late|big|little|older|younger|twin) )?"
)


class Ownership:
    """Answers, for a stretch of the plain text, whose fact it is and how it is meant."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.subjects = Subjects(analysis)
        self._contexts: dict[tuple[int, int], Context] = {}

    def context(self, start: int, end: int) -> Context:
        """Return the context of plain[start:end]; worked out once for each stretch."""
        key = (start, end)
        if key not in self._contexts:
            self._contexts[key] = context_of(self._analysis, start, end)
        return self._contexts[key]

    def fact_status(self, start: int, end: int) -> str:
        """Return "present" for a fact of the case, else "family", "hypothetical" or "question"."""
        if self.subjects.is_other(start) or self._goes_to_another(end):
            return "family"
        if is_hypothetical(self._analysis, start):
            return "hypothetical"
        if self.is_only_asked(start, end):
            return "question"
        return "present"

    def _goes_to_another(self, end: int) -> bool:
        """True for "I'm on dialysis no wait that's my brother" and "breast cancer NOT, that was my sister"."""
        match = _ANOTHERS.match(self._analysis.plain, end)
        people = self._analysis.concept("person", *OTHERS) if match else []
        return any(
            match is not None
            and 0 <= person.start - match.end() <= 1
            and not self._analysis.plain.startswith(("'s", " who"), person.end)
            for person in people
        )

    def is_only_asked(self, start: int, end: int) -> bool:
        """True where a question names the fact without saying that it is the asker's own."""
        if self.subjects.at(start) == GENERIC:
            return True
        if not self._analysis.in_question(start) or self.is_one_liner or is_answered(self._analysis, end):
            return False
        stretch = next((s, e) for s, e in self._analysis.question_stretches if s <= start < e)
        before = self._analysis.between(stretch[0], start)
        if _OWN_IN_QUESTION.search(before + self._analysis.between(start, end)):
            return False
        whole = self._analysis.between(*stretch)
        return not (_ABOUT_SELF.search(whole) and _GIVEN.search(before))

    @cached_property
    def tells_own_age(self) -> bool:
        """True where the case's age is told outside any question: whoever asks so asks for herself."""
        return any(
            not mention.event and self.fact_status(mention.start, mention.end) == "present"
            for mention in find_ages(self._analysis)
        )

    def may_be_own(self, start: int) -> bool:
        """True for what a question names beside the asker's own age, unless it asks of people in general."""
        sentence = self._analysis.sentence(start)
        people = self._analysis.concept("person", "generic")
        general = self.subjects.at(start) == GENERIC or any(sentence.start <= p.start < sentence.end for p in people)
        return self.tells_own_age and not general and not self.subjects.is_other(start)

    @cached_property
    def is_one_liner(self) -> bool:
        """True for a clinician's case in one line ("hip fx, T -1.5, 68F: treat?")."""
        plain = self._analysis.plain
        return bool(
            re.search(
                r"(?<!\w)t\s?[=:]?\s?-\s?\d|\b\d\d\s?(?:f|yo|y/o|y\.o)\b|\bf\s?\d\d\b|\bfx\b|#\s?(?:nof|hip)|"
                r"\b\d\d\s?(?:ans|a)\b|\b(?:woman|lady|female) \d\d\b|"
                r"-\s?\d[.,]\d\b.*\bage\s?\d\d\b|\bage\s?\d\d\b.*-\s?\d[.,]\d\b",
                plain,
            )
        ) and not re.search(r"\b(?:mean|means|what is a)\b", plain)

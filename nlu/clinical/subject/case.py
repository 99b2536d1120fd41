"""Picks the person whose case a message is about.

A relative becomes the case when the message tells several facts of her, or asks on her behalf, and tells none of
the writer; otherwise a relative's facts are family history.
"""

from __future__ import annotations

import re
from functools import cached_property

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.subject.history import is_only_history, tells_of_no_scan
from nlu.clinical.subject.people import KIN, OTHERS, acting_people, is_kin_of_case, name_of, tells_of_case_herself
from nlu.clinical.subject.stretches import CASE, GENERIC, NOBODY_ELSE, SELF, Stretch, stretches_of
from nlu.clinical.subject.told_ages import told_ages

_ASKED_FOR, _DID_TO_ME = Pattern("subject", "asked_for"), Pattern("subject", "did_to_me")
_OF_MYSELF = Pattern("subject", "of_myself")
# "I'm on dialysis, no wait that's my brother": it goes to him, and no case of his begins.
_BELONGS_TO = re.compile(r"\b(?:that's|that is|that was|it's|it was|they were) (?:all )?(?:my|our) (?:\w+ )?$")
_IS_PATIENT = re.compile(r"\s+is the (?:patient|one|person|case)\b")
_FOR_HER = re.compile(r"\b(?:it's|this is|asking|question is|it is) (?:all )?(?:for|about) (?:her|him)\b")
_ON_BEHALF = re.compile(r"\b(?:she|he|her|him|elle|il|lui)\b")
_HISTORY = frozenset({"family history", "fh", "fhx", "family hx", "fam hx", "parental", "maternal", "paternal"})
_DEAD = re.compile(r"\b(?:died|passed away|dead|deceased)\b")
# Of "her late husband" only the husband is dead.
_LATE = re.compile(
    r"\blate\b(?! (?:\w+ies|teens|\d0s?|in|for|to|at|last|stage|onset|night|afternoon|evening|summer|spring|autumn|fall|"
    r"winter|menopause|periods?)\b)\s*(\w*)"
)
_ABOUT_WRITER = re.compile(r"\b(?:i am|i'm|i have|i've)\b")
_OF_WRITER = re.compile(
    r"\b(?:i am|i'm|im|my own|myself|i (?:broke|fractured|have|had|take|took)|i've|my (?:t|age|score|scan))\b"
)
_ABOUT_ME = re.compile(r"\bme\W{1,3}(?:nothing|none|never|no|not)\b|\bme\W{1,3}(?:aged? )?\d\d\b")
_SCORE = re.compile(
    r"\bt[\s-]*scores?\b|\bt\s?[=:]?\s?-\d|-\d|\b(?:minus|moins) \w|\b(?:dexa|dxa|score|bone density)\b"
)
_AGE = re.compile(
    r"(?:\b(?:i'm|im|i am|is|she's|aged?|he's|of|turned|am|patient|pt|lady|woman|me|herself)|'s)"
    r"\s+(?:nearly |almost |only |now )?\d\d\b|"
    r"\b\d\d[\s-]*(?:y|yo|f|m|ans|years?[- ]old|year old)\b|^[\s,(:]*\d\d\W*$"
)
_A_PATIENT = re.compile(
    r"\b(?:patients?|pts?|client|resident|lady|woman|female|pmw|i'm|i am|im|me)\b|\b\d\d\s?(?:f|m|yo|y/o)\b|"
    r"\bmy (?!(?:own )?(?:mum|mom|mam|mother|gran|nan|aunt|sister|wife|husband|dad|father|brother)\w*\b)"
)
_PAPER = r"(?:scans?|ct|mri|x-?rays?|films?|dexa|dxa|letters?|reports?|results?|notes|chart|papers?|form)\b"
# "Mother broke a hip at 80, patient herself nothing".
_PATIENT_HERSELF = re.compile(r"\b(?:patient|pt|client|resident|lady|woman) (?:herself|themselves|personally)\b")
# Themes that count as one fact each; illnesses count once.
_FACTS = {
    "break": "fracture",
    "broken_site": "fracture",
    "some_fracture": "fracture",
    "fracture_free": "fracture",
    "drug": "drug",
    "symptom": "symptom",
    "caution": "illness",
    "scope": "illness",
}

WRITER = "writer"


class Subjects:
    """The subject of each stretch of a message and the person whose case the message is about."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._stretches = stretches_of(analysis, acting_people(analysis))

    def at(self, position: int) -> str:
        """Return the subject at a position of the plain text."""
        return next((s.subject for s in self._stretches if s.start <= position < s.end), CASE)

    def is_other(self, position: int) -> bool:
        """True where the position tells of somebody who is not the case."""
        subject = self.at(position)
        if subject in (CASE, SELF):
            return bool(self.case_relative) and subject == SELF and self._is_about_writer(position)
        return subject not in (GENERIC, self.case_relative)

    @cached_property
    def case_relative(self) -> str:
        """The word for the relative whose case this is ("mother"), or "" for the writer or a patient."""
        if self._named:
            return self._named
        if _PATIENT_HERSELF.search(self._analysis.plain):
            return ""
        told = self._facts_by_person
        if told is None or self._asks_of_writer:
            return ""
        relatives = {
            name: count
            for name, count in told.items()
            if name and not (self._is_patients(name) or self._only_acts(name) or is_only_history(self._analysis, name))
        }
        if not relatives:
            return self._asked_about
        name = max(relatives, key=lambda n: relatives[n])
        first = next((s for s in self._stretches if self._facts(s)), None)
        opens = first is None or self._opens_with_age(name, first) or self._opens_with_her(name, first)
        if name in _HISTORY or (first and first.subject == CASE and not (opens or self._is_found_on(name, first))):
            return ""
        several = relatives[name] + told.get("", 0) >= 2 and self._is_close(name)
        return name if several or self._asks_for(name) or self._tells_age(name) else ""

    @cached_property
    def whose(self) -> str:
        """Return the relative whose case this is, "writer" where the writer tells facts of her own, "" where it is open."""
        if self.case_relative:
            return self.case_relative
        return WRITER if self._facts_by_person is None and _OF_WRITER.search(self._analysis.plain) else ""

    @cached_property
    def case_sex(self) -> str:
        """Return "female" or "male" where the case is a relative whose word tells the sex, else ""."""
        sexes = {"female_relative": "female", "male_relative": "male"}
        everybody = self._analysis.concept("person", *OTHERS)
        people = [p for p in everybody if name_of(self._analysis, p) == self.case_relative]
        return sexes.get(people[0].concept, "") if people else ""

    @cached_property
    def _named(self) -> str:
        """The person whom the writer names as the one she asks for, or ""."""
        for person in self._analysis.concept("person", *OTHERS):
            asked_for = _ASKED_FOR.search(self._analysis.before(person.start, 60))
            if asked_for or _IS_PATIENT.match(self._analysis.after(person.end)):
                return name_of(self._analysis, person)
        if _FOR_HER.search(self._analysis.plain):
            return next((s.subject for s in self._stretches if s.subject not in NOBODY_ELSE), "")
        return ""

    @cached_property
    def _facts_by_person(self) -> dict[str, int] | None:
        """Count the facts told of each person ("" for nobody named); None where the writer told her own."""
        told: dict[str, int] = {}
        if _ABOUT_ME.search(self._analysis.plain):
            return None
        for stretch in self._stretches:
            facts = self._facts(stretch)
            if not facts or tells_of_no_scan(self._analysis, stretch.start, stretch.end):
                continue
            if stretch.explicit and stretch.subject in (SELF, CASE):
                return None
            if stretch.subject == CASE and tells_of_case_herself(self._analysis, stretch.start + 1):
                return None
            person = "" if stretch.subject in NOBODY_ELSE else stretch.subject
            told[person] = told.get(person, 0) + facts
        return told

    def _facts(self, stretch: Stretch) -> int:
        """Count the kinds of clinical facts told in a stretch."""
        start, end = stretch.start, stretch.end
        kinds = {kind for theme, kind in _FACTS.items() for m in self._analysis.theme(theme) if start <= m.start < end}
        text = self._analysis.between(start, end)
        tells_age = _AGE.search(text) or any(start <= number < end for number in told_ages(self._analysis))
        return len(kinds) + bool(_SCORE.search(text)) + bool(tells_age)

    @property
    def _asked_about(self) -> str:
        """The relative of "should my mother take Prolia?", where no fact is told."""
        asked = (s for s in self._stretches if s.subject not in NOBODY_ELSE and self._analysis.in_question(s.start))
        return next((s.subject for s in asked), "")

    @cached_property
    def _asks_of_writer(self) -> bool:
        """True for "Grandma 90 hip broken, am I at risk?": the question is of the writer's own bones."""
        return any(
            _OF_MYSELF.search(self._analysis.plain, start, end) for start, end in self._analysis.question_stretches
        )

    def _asks_for(self, name: str) -> bool:
        """True where the message asks on behalf of the person."""
        plain, word = self._analysis.plain, re.escape(name)
        if re.search(rf"\b(?:for|about|on behalf of|regarding|concerning) (?:my|our) (?:\w+ )?{word}\b", plain):
            return True
        for start, end in self._analysis.question_stretches:
            text = plain[start:end]
            if re.search(rf"\b(?:i|me|my)\b(?! (?:\w+ )?{word})", text) and not _ON_BEHALF.search(text):
                return False
            if _ON_BEHALF.search(text) or re.search(rf"\b{word}\b", text):
                return True
        return self._analysis.asks and not re.search(r"\b(?:i|my risk|me)\b", plain)

    def _tells_age(self, name: str) -> bool:
        """True for "my mother is 76": the age of living kin is told of nobody but the case."""
        if not self._is_close(name):
            return False
        told = {name_of(self._analysis, person) for person in told_ages(self._analysis).values()}
        # "My mother-in-law has back pain. … She is 69."
        if not self._writer_may_tell:
            told |= {stretch.subject for stretch in self._stretches if stretch.aged}
        return name in told or bool(
            re.search(rf"\b{re.escape(name)}(?: is|'s|,) (?:now |aged )?\d\d\b", self._analysis.plain)
        )

    @cached_property
    def _writer_may_tell(self) -> bool:
        """True for "She is 85. I am worried, T-score -2.1": a fact in a sentence that the writer begins may be her own."""
        sentences = {
            self._analysis.sentence_index(s.start) for s in self._stretches if s.subject == SELF and s.explicit
        }
        return any(self._analysis.sentence_index(s.start) in sentences and self._facts(s) for s in self._stretches)

    def _only_acts(self, name: str) -> bool:
        """True for "when my husband hugged me", and "no wait, that's my brother": he is told of for something else."""
        people = [p for p in self._analysis.concept("person", *OTHERS) if name_of(self._analysis, p) == name]
        if any(_BELONGS_TO.search(self._analysis.before(person.start, 25)) for person in people):
            return True
        return any(_DID_TO_ME.match(self._analysis.plain, person.end) for person in people)

    def _is_patients(self, name: str) -> bool:
        """True for "the patient's sister" and a note's "her sister": kin of the case, so not the case."""
        people = [p for p in self._analysis.concept("person", *OTHERS) if name_of(self._analysis, p) == name]
        return all(is_kin_of_case(self._analysis, person) for person in people)

    def _opens_with_age(self, name: str, first: Stretch) -> bool:
        """True for "Grandma 87, no fractures": the person and her age come before the `first` facts."""
        named = next(s for s in self._stretches if s.subject == name)
        return named.start < first.start and self._tells_age(name)

    def _is_found_on(self, name: str, first: Stretch) -> bool:
        """True for "They found a broken vertebra on mum's chest CT": the sentence of the `first` facts tells whose it is."""
        sentence = self._analysis.sentence(first.start)
        her = rf"(?:(?:my|our) )?{re.escape(name)}"
        found = rf"\b(?:about {her}\b(?!'s)|(?:on|in|from|of|by) {her}'s (?:\w+ ){{0,2}}{_PAPER})"
        told = re.search(found, self._analysis.plain[sentence.start : sentence.end])
        return told is not None and self._is_close(name) and not _A_PATIENT.search(self._analysis.plain)

    def _opens_with_her(self, name: str, first: Stretch) -> bool:
        """True for "My mum has osteopenia, T-score -2.2": the sentence of the `first` facts begins with her."""
        sentence = self._analysis.sentence(first.start)
        told = rf"\W*(?:my|our) (?:\w+ )?{re.escape(name)}(?:'s| has| is| was)\b(?! (?:had|broke))"
        return re.match(told, self._analysis.plain[sentence.start : first.start]) is not None

    def _is_close(self, name: str) -> bool:
        """True for living kin: a friend, or somebody dead, is the case only where asked for."""
        kin = any(name_of(self._analysis, p) == name for p in self._analysis.concept("person", *KIN))
        if not kin or _DEAD.search(self._analysis.plain):
            return False
        others = {name_of(self._analysis, p) for p in self._analysis.concept("person", *OTHERS)} - {name}
        late = (match.group(1) for match in _LATE.finditer(self._analysis.plain))
        return all(word in others for word in late)

    def _is_about_writer(self, position: int) -> bool:
        chunk = self._analysis.chunk(position)
        return bool(_ABOUT_WRITER.search(self._analysis.between(chunk.start, position + 8)))

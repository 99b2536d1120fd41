"""Cuts a message into stretches of one subject each: the writer, the case, a relative, or people in general."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.segments import Segment
from nlu.clinical.subject.history import broken_words, is_of_history
from nlu.clinical.subject.people import (
    SHE_IS_AGED,
    is_joined_by_writer,
    known_of,
    name_of,
    person_meant,
    tells_of_case_herself,
)
from nlu.clinical.subject.told_ages import told_ages

SELF, CASE, GENERIC = "self", "case", "generic"
NOBODY_ELSE = frozenset({SELF, CASE, GENERIC})

_SELF = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|i'll|my|me|mine|myself|j'ai|je|j'|moi|mon|ma|mes)\b")
_SHORTHAND = re.compile(r"(?<!\w)\d{2}\s?(?:f|m|yo|y/o|yof|yom)(?!\w)|(?<![\w'])f\s?\d{2}(?!\w)")
# "She tells me it's cracked": who listens is not told of.
_TELLS_ME = re.compile(
    r"(\b(?:she|he)\b[^.;]{0,60}?\b(?:tells|told|asks|asked|texts|texted|rang|phoned|shows|showed|sent)) me\b"
)
_THIRD = re.compile(r"\b(?:she|she's|her|hers|he|he's|his|him|elle|il|lui)\b")
_CONTINUES = Pattern("subject", "continues")
# "My dentist said my mother got it": the dentist only reports.
_REPORTED = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:doctor|dr|gp|consultant|nurse|pharmacist|dentist|rheumatologist|specialist|physio|"
    r"surgeon|friend|neighbou?r|husband|daughter|son|sister|brother|mother|mum|mom)s? "
    r"(?:said|says|told me|tells me|thinks|reckons|wrote)\b"
)
# "Mum broke her hip at 82 me nothing so far": the writer's own story begins without a comma.
_WRITER_AGAIN = re.compile(
    r"(?<!when )(?<!since )(?<!like )(?<!as )(?<!than )(?<!while )(?<!and )(?<!because )(?<!for )(?<!what )\b"
    r"(?:me (?:nothing|none|no|never|not|i|im|i'm)|me\W+\d\d|i'm \d\d|im \d\d|i am \d\d|i myself|myself i|and me\W+\d\d)\b"
)
_OWN_WORD = re.compile(r"\b(?:i|i'm|i've|my)\b")
_AGED_BEFORE = r"\d\d[\s-](?:years?|yrs?)[\s-]olds?\s+(?:\w+\s+)?"  # "my 84-year-old mother"
_MY = re.compile(rf"\b(?:my|our)\s+(?:\w+'s\s+)?(?:{_AGED_BEFORE}|\w+\s+)?$")
_HER_AGE = re.compile(rf"(?:^|\b(?:my|our|an?|the|this)\s+){_AGED_BEFORE}$")
_AGED = re.compile(r"^(?: is|'s)(?: now| nearly| almost| only| just| about)? \d\d\b(?! ?%|[.,]\d)")
# "Husband in a | car accident": the French "car" cuts there.
_UNFINISHED = re.compile(r"\b(?:a|an|the|in|of|his|her|by)\s*$")
_ASKING = re.compile(
    r"\b(?:asking|ask|about|behalf|worried|concerned|question|writing|caring|care|wonder\w*|help|know|think|"
    r"believe|say|for|that|want|need)\b"
)


@dataclass(frozen=True)
class Stretch:
    """A chunk of the plain text [start:end] with its subject: `self`, `case`, `generic` or a person's word.

    explicit: the chunk names its subject; otherwise it was carried over from the chunk before.
    aged: the age that this person has now was told ("my sister is 70"), so what is listed after it is hers as well.
    """

    start: int
    end: int
    subject: str
    explicit: bool
    aged: bool = False


def stretches_of(analysis: Analysis, people: list[Mention]) -> list[Stretch]:
    """Return one stretch for each chunk of the message, in order."""
    found: list[Stretch] = []
    told: list[Mention] = []
    cared_for = [p for p in told_ages(analysis).values() if _CARES_FOR.search(analysis.before(p.start, 25))]
    people = sorted({*people, *cared_for}, key=lambda person: person.start)
    case_is_third_person = False
    for chunks in analysis.chunks:
        previous: Stretch | None = None
        for start, end in (part for chunk in chunks for part in _parts(analysis, chunk, people)):
            # A "she" that opens a sentence is the patient again, where a patient was introduced.
            text = analysis.between(start, end)
            is_case = (case_is_third_person and previous is None) or tells_of_case_herself(analysis, start + 1)
            she = "" if is_case else person_meant(analysis, text, told)
            stretch = _stretch(analysis, start, end, people, previous, she)
            told += [p for p in people if start <= p.start < end and _is_told_of(analysis, p, stretch)]
            told += [p for p in known_of(analysis) if start <= p.start < end]
            if stretch.explicit and stretch.subject == CASE:
                case_is_third_person, told = True, []
            found.append(stretch)
            previous = stretch
    return found


def _is_told_of(analysis: Analysis, person: Mention, stretch: Stretch) -> bool:
    """True for the person whom the stretch tells of, also together with the writer ("my sister and I")."""
    return name_of(analysis, person) == stretch.subject or is_joined_by_writer(analysis, person)


# "I'm caring for mum, 81": what is listed after that is hers.
_CARES_FOR = re.compile(r"\b(?:car(?:e|es|ing|er)|look(?:s|ing)? after)(?: for)? (?:(?:my|our) (?:\w+ )?)?$")
# "Her T is -3.4 mine is -1.8", "she broke a hip i didn't": after her the writer.
_MINE = re.compile(r"\b(?:mine(?:'s| is| was| are| were| has)?|i (?:didn't|did not|haven't|have not|never|don't))\b")
# "75F hip # in sister": the fracture before it is hers.
_IN_HER = re.compile(r"\bin\s+(?:(?:my|her|his|the|a)\s+)?(?:\w+\s+)?$")


def _parts(analysis: Analysis, chunk: Segment, people: list[Mention]) -> list[tuple[int, int]]:
    """Cut a chunk again where a person begins after facts ("T -2.5 mother hip fx")."""
    own = _MINE.search(analysis.plain, chunk.start, chunk.end)
    if (
        own
        and _THIRD.search(analysis.plain, chunk.start, own.start())
        and not _SELF.search(analysis.plain, chunk.start, own.start())
    ):
        return [(chunk.start, own.start()), (own.start(), chunk.end)]
    told = [p for p in people if chunk.start <= p.start < chunk.end]
    back = _WRITER_AGAIN.search(analysis.plain, told[0].end, chunk.end) if told else None
    if back and _tells_facts(analysis, told[0].end, back.start()):
        return [(chunk.start, back.start()), (back.start(), chunk.end)]
    for person in (p for p in told if chunk.start < p.start):
        before = analysis.between(chunk.start, person.start)
        hers = _fracture_of_hers(analysis, chunk.start, before)
        if hers > chunk.start:
            return [(chunk.start, hers), (hers, chunk.end)]
        of_hers = re.search(r"\b(?:of|in|by)\s+(?:my|her|his|the)\s*$", before) or _HER_AGE.search(before)
        if not re.search(r"\d", before) or of_hers:
            continue
        lead = re.search(r"\b(?:and|my|her|his|the|in|of|whose|both)\s*(?:\w+\s)?$", before)
        cut = chunk.start + (lead.start() if lead else len(before))
        return [(chunk.start, cut), (cut, chunk.end)] if cut > chunk.start else [(chunk.start, chunk.end)]
    return [(chunk.start, chunk.end)]


def _fracture_of_hers(analysis: Analysis, start: int, before: str) -> int:
    """Return where the fracture begins that stands right before "in her sister" ("75F hip # in sister"), else 0."""
    link = _IN_HER.search(before)
    if link is None:
        return 0
    end = first = start + link.start()
    themes = ("site", "break", "broken_site", "some_fracture")
    words = sorted((m for theme in themes for m in analysis.theme(theme)), key=lambda mention: -mention.end)
    for mention in words:
        if mention.end <= first and not analysis.between(mention.end, first).strip():
            first = mention.start
    return first if first < end else 0


def _tells_facts(analysis: Analysis, start: int, end: int) -> bool:
    """True where a fracture or a number is told between two positions."""
    told = [m.start for m in broken_words(analysis)] + [n.start for n in analysis.numbers]
    return any(start <= at < end for at in told)


def _stretch(
    analysis: Analysis, start: int, end: int, people: list[Mention], previous: Stretch | None, she: str
) -> Stretch:
    text = analysis.between(start, end)
    person = next((p for p in people if start <= p.start < end), None)
    if person and is_joined_by_writer(analysis, person):
        return Stretch(start, end, SELF, True)
    if person and not _writer_first(analysis.between(start, person.start)):
        is_aged = _AGED.search(analysis.between(person.end, end)) is not None
        return Stretch(start, end, name_of(analysis, person), True, is_aged)
    if _SELF.search(_TELLS_ME.sub(r"\1", text)):
        return Stretch(start, end, SELF, True)
    if previous and previous.subject == SELF and _is_label(analysis, previous, start):
        return Stretch(start, end, SELF, True)
    # "My mother-in-law, Sheila, 79": the age goes with the word some chunks before.
    aged = next((p for at, p in told_ages(analysis).items() if start <= at < end and p in people), None)
    if aged:
        return Stretch(start, end, name_of(analysis, aged), False, True)
    if _SHORTHAND.search(text):
        return Stretch(start, end, CASE, True)
    if _THIRD.search(text):
        return Stretch(start, end, she or CASE, True, bool(she) and SHE_IS_AGED.search(text) is not None)
    if any(start <= p.start < end for p in analysis.concept("person", "generic")):
        return Stretch(start, end, GENERIC, True)
    if any(start <= p.start < end for p in analysis.concept("person", "case", "case_male")):
        return Stretch(start, end, CASE, True)
    carried = previous and previous.subject not in (SELF, CASE)
    if previous and carried and is_of_history(analysis, previous.start, previous.end, end):
        return Stretch(start, end, previous.subject, False)
    if previous and carried and _UNFINISHED.search(analysis.between(previous.start, previous.end)):
        return Stretch(start, end, previous.subject, False, previous.aged)
    if previous and carried and (previous.aged or _CONTINUES.match(text) or _is_label(analysis, previous, start)):
        return Stretch(start, end, previous.subject, False, previous.aged)
    return Stretch(start, end, CASE, False)


def _writer_first(before: str) -> bool:
    """True for "I broke my hip like my mother": the writer's own verb comes before the relative."""
    return bool(_OWN_WORD.search(_MY.sub("", _REPORTED.sub("", before)))) and not _ASKING.search(before)


def _is_label(analysis: Analysis, previous: Stretch, start: int) -> bool:
    """True after "mother:" or "me:", where what follows the colon is said of her."""
    return analysis.plain[start : start + 1] == ":" and len(analysis.between(previous.start, previous.end).split()) <= 3

"""Turns the ages stated in a message into findings: the person's own age, or why it must be asked."""

from __future__ import annotations

import re

from nlu.clinical import repair
from nlu.clinical.age.mention import AgeMention
from nlu.clinical.age.mentions import find_ages
from nlu.clinical.age.then import age_then, at_fracture
from nlu.clinical.age.todays import without_earlier
from nlu.clinical.age.told import is_set_off
from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, REJECT, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.pipeline import Mention
from nlu.clinical.subject.people import describes_herself, name_of
from nlu.clinical.subject.told_ages import told_ages

# Limits of the contract (section 1); below YOUNGEST the table is out of scope (minor).
YOUNGEST, OLDEST = 18, 110

# "Bones like a 90-year-old's" and "the spine of a twenty year old" tell nobody's age.
_AS_IF = re.compile(
    r"\b(?:like|as|than)(?: those of| that of)? an?\s*$|"
    r"\b(?:bones?|skeleton|spine|hips?|body|heart|knees?|back|skin|lungs?|brain|legs?|density|fitness|mind) of an?\s*$"
)
# "Age: 5?" in a note: a child, or a figure that nobody could read.
_IN_DOUBT = re.compile(r"\s?(?:\?|\(\?+\))")
_MY_CHILD = re.compile(r"\b(?:my|our|her|his) (?:\w+ )?(?:girl|boy|child|kid|teenager)\W*$")
_WHO_IS = re.compile(r",?\s+(?:who is|who's|who was|whos)\s+(?:\w+\s+)?|\s+(?:aged|of)\s+")


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the findings on age: at most one `age` for each status, and `scope` minor."""
    groups: dict[str, list[AgeMention]] = {}
    ages = find_ages(analysis)
    then = at_fracture(analysis, ownership, ages)
    for mention in ages:
        if (
            mention.event
            or mention in then
            or _is_anothers(analysis, ownership, mention)
            or repair.is_discarded(analysis.plain, mention.start)
        ):
            continue
        of_another = _is_told_of_another(analysis, ownership, mention)
        status = "family" if of_another else ownership.fact_status(mention.start, mention.end)
        if status == "question" and (
            _is_told_of_case(analysis, ownership, mention) or is_set_off(analysis, mention.start, mention.end)
        ):
            status = "present"
        if status == "family" and mention.likely < YOUNGEST:
            continue
        groups.setdefault(status, []).append(mention)
    found: list[Finding] = []
    for status, mentions in groups.items():
        strong = [m for m in mentions if m.strong]
        current = without_earlier(analysis.plain, _after_repairs(analysis, strong or mentions))
        found += _findings(analysis, current, status)
    return found if groups.keys() - {"family"} else found + age_then(analysis, then)


def _is_told_of_another(analysis: Analysis, ownership: Ownership, mention: AgeMention) -> bool:
    """True for "my mother, 85" in the writer's own story, even where the mother only stands by ("I live with …")."""
    person = _person_beside(analysis, mention)
    return person is not None and name_of(analysis, person) != ownership.subjects.case_relative


def _is_told_of_case(analysis: Analysis, ownership: Ownership, mention: AgeMention) -> bool:
    """True for "asking for the wife (75)": whatever is asked, the age is told."""
    person = _person_beside(analysis, mention)
    return person is not None and name_of(analysis, person) == ownership.subjects.case_relative


def _person_beside(analysis: Analysis, mention: AgeMention) -> Mention | None:
    return next((p for at, p in told_ages(analysis).items() if mention.start <= at < mention.end), None)


# "75F mother hip #": the age of the patient, whose mother is told of next.
_SHORTHAND = re.compile(r"\d\d\s?f")


def _is_anothers(analysis: Analysis, ownership: Ownership, mention: AgeMention) -> bool:
    """True for "a 30-year-old daughter" and "a daughter who is 30", unless the daughter is the case."""
    before = analysis.before(mention.start, 25)
    if _AS_IF.search(before):
        return True
    if mention.likely < YOUNGEST and _MY_CHILD.search(before):
        # "My girl, 14, asks about my bones. I'm 46": her own age is told as well.
        return any(other.likely >= YOUNGEST for other in find_ages(analysis))
    if _SHORTHAND.fullmatch(analysis.between(mention.start, mention.end)):
        return False
    relatives = analysis.concept("person", "female_relative", "male_relative", "relative", "other_person")
    return any(
        (
            (0 <= person.start - mention.end <= 2 and not analysis.between(mention.end, person.start).strip())
            or (person.end <= mention.start and _WHO_IS.fullmatch(analysis.between(person.end, mention.start)))
        )
        and analysis.between(person.start, person.end) != ownership.subjects.case_relative
        and not describes_herself(analysis, person)
        for person in relatives
    )


def _after_repairs(analysis: Analysis, mentions: list[AgeMention]) -> list[AgeMention]:
    kept: list[AgeMention] = []
    for mention in mentions:
        if kept and repair.is_mended_between(analysis.plain, kept[-1].end, mention.start):
            kept.pop()
        kept.append(mention)
    return kept


def _findings(analysis: Analysis, mentions: list[AgeMention], status: str) -> list[Finding]:
    exact = [mention for mention in mentions if mention.style == "exact"]
    ages = {mention.likely for mention in exact}
    if exact and status == "present" and (len(ages) > 1 or _is_of_another_year(mentions, exact[-1].likely)):
        last = exact[-1]
        candidates = tuple(dict.fromkeys(mention.likely for mention in reversed(exact)))
        return [analysis.finding("age", None, (last.start, last.end), ASK, status, "contradiction", candidates)]
    return _finding(analysis, (exact or mentions)[-1], status)


def _is_of_another_year(mentions: list[AgeMention], age: int) -> bool:
    """True where a year of birth is told that makes another age, by more than the birthday of this year."""
    return any(m.style == "birth_year" and m.high >= YOUNGEST and not m.low - 1 <= age <= m.high + 1 for m in mentions)


def _finding(analysis: Analysis, mention: AgeMention, status: str) -> list[Finding]:
    span = (mention.start, mention.end)
    age = mention.likely
    if mention.style == "exact":
        return _exact(analysis, age, span, status)
    if mention.style == "bound":
        return [analysis.finding("age", None, span, ASK, status, "range")]
    ends = tuple(dict.fromkeys((mention.low, mention.high)))
    if mention.style == "decade":
        return [analysis.finding("age", None, span, ASK, status, "decade", ends)]
    if mention.crosses_window:
        likely_first = tuple(dict.fromkeys((age, *(end for end in ends if end != age))))
        reason = (
            "upcoming" if mention.style == "upcoming" else "birth_year" if mention.style == "birth_year" else "about"
        )
        return [analysis.finding("age", None, span, ASK, status, reason, likely_first)]
    return _exact(analysis, age, span, status)


def _exact(analysis: Analysis, age: int, span: tuple[int, int], status: str) -> list[Finding]:
    if age > OLDEST:
        return [analysis.finding("age", age, span, REJECT, status, "out_of_range")]
    unreadable = age < YOUNGEST and _IN_DOUBT.match(analysis.plain, span[1]) is not None
    certainty, reason = (ASK, "question") if status == "question" or unreadable else (CLEAR, "")
    found = [analysis.finding("age", age, span, certainty, status, reason)]
    if age < YOUNGEST and status == "present" and not unreadable:
        found.append(analysis.finding("scope", "minor", span, CLEAR, status))
    return found

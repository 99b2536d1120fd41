"""Ages that stand right beside the word for a relative or friend: "Grandma 87", "Aunt Rosa is 83", "my nan (82)"."""

from __future__ import annotations

import re
from bisect import bisect_right

from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.pipeline import Mention
from nlu.clinical.subject.people import OTHERS, is_bystander

# A name is one or two words that are neither a verb nor something of hers that has a number ("mum's score is 65").
_NAME = (
    r"(?: (?!(?:is|was|has|had|have|and|or|with|who|in|at|on|since|until|till|for|from|of|over|under|about|to|by|the|a|an|my|"
    r"her|his|broke|fell|died|takes?|took|weigh\w*|smokes?|drinks?|scores?|result|age|weight|height|scan|hip|spine|wrist|back|pain|risk|"
    r"bmd|dexa|dxa|frax|dose|room|bed|house|number|needs?|lost|got|gets|wants?|says?|said|told|lives?|turned|aged|only|just|nearly|"
    r"almost|now|t|bmi|pulse|did|does|will|can|could|would)\b)[a-z][a-z'-]*\b\.?){0,2}?"
)
_LINK = (
    r"(?:'s| is| will be| turns| is turning| has turned|'ll be|,? who is|,? who's|,? whos|"
    r",?(?: who is| is|'s)? (?:aged|age|(?:just )?turned))"
    r"(?: (?:now|only|just|already|about|around|roughly|nearly|almost|over|under|currently|actually|still|approx|past|"
    r"aged|turned))* "
)
_LINKED = re.compile(_NAME + _LINK)
# "My mother of 80"; without "my" it is what somebody says of herself ("granny of 63").
_OF = re.compile(r" of ")
_MY = re.compile(r"\b(?:my|our|her|his)(?: \w+)? $")
# "I'm his wife, 67" tells the writer's own age.
_IS_WRITER = re.compile(r"\b(?:i am|i'm|im) (?:his|her|their|the|a) (?:\w+ )?$")
_CARED_FOR = re.compile(r"\b(?:car(?:e|es|ing|er) for|look(?:s|ing)? after) $")
_PUNCTUATED = re.compile(r",?" + _NAME + r" ?(?:[,(:\u2014] ?|- )(?:aged |age |now )?")
_BESIDE = re.compile(r" (?:now |aged |age )?")
# "My aunt Ewa 70, …": the name and the age, and then a mark or what befell her.
_NAMED = re.compile(r"(?! \w+(?:ing|[^r]ed)\b)" + _NAME.replace("{0,2}?", "") + r"(?<!\.) (?:now |aged )?")
_MARKED = re.compile(
    r"\s*(?:$|[,.;!?)](?!\d)|(?:years?|yrs?|yo|fell|broke|slipped|tripped|had|has|with|who|hip|wrist|fracture[ds]?)\b)"
)
_CLOSED = re.compile(
    r"\s*(?:$|[,.;:!?)\u2014-]|(?:years?|yrs?|yo?|y/o)\b|(?:and|with|she|he|has|had|broke|fell|who|is|was)\b)"
)
# "Mum 80 came …" tells her age; what counts something ("mum 60 sessions") was not labelled and ends in "s".
_COUNTS = re.compile(r"\s*(?!yrs?\b|years?\b|has\b|was\b|is\b|this\b|falls\b|always\b|takes\b|[a-z]*ss\b)[a-z]{4,}s\b")
_YOUNGEST_TOLD, _OLDEST_TOLD = 40, 105
# "Lifting my grandson, 73, T -2.6": too old for the child, so it is the age of whoever tells it.
_CHILD = re.compile(r"(?:grand ?)?(?:daughters?|sons?|child(?:ren)?|kids)|niece|nephew|fille|fils")
_OLDEST_CHILD = 65


def told_ages(analysis: Analysis) -> dict[int, Mention]:
    """Return the person's word for each number (by its `start`) that is the age of a relative or friend beside it."""
    return analysis.once("told_ages", _told_ages)


def _told_ages(analysis: Analysis) -> dict[int, Mention]:
    people = [p for p in analysis.concept("person", *OTHERS) if not _IS_WRITER.search(analysis.before(p.start, 25))]
    ends = [person.end for person in people]
    found: dict[int, Mention] = {}
    for number in analysis.numbers if people else ():
        nearest = bisect_right(ends, number.bare_start) - 1
        if nearest >= 0 and _is_age_of(analysis, people[nearest], number):
            found[number.start] = people[nearest]
    return found


def _is_age_of(analysis: Analysis, person: Mention, number: Number) -> bool:
    labelled = analysis.labels.get(number.start)
    if labelled or not number.is_whole or number.sign_style not in ("", "spaced") or number.sign == "+":
        return False
    gap = analysis.between(person.end, number.bare_start)
    word = analysis.between(person.start, person.end)
    oldest = _OLDEST_CHILD if _CHILD.match(word) else _OLDEST_TOLD
    if len(gap) > 45 or not 18 <= number.magnitude <= oldest:
        return False
    if _LINKED.fullmatch(gap) or (_OF.fullmatch(gap) and _MY.search(analysis.before(person.start, 25))):
        return True
    if _PUNCTUATED.fullmatch(gap):
        before = analysis.before(person.start, 25)
        beside = is_bystander(analysis, person) and not (_MY.search(before) or _CARED_FOR.search(before))
        return not beside and _CLOSED.match(analysis.plain, number.end) is not None
    is_likely = number.magnitude >= _YOUNGEST_TOLD and not number.is_word
    if is_likely and _NAMED.fullmatch(gap) and _MARKED.match(analysis.plain, number.end):
        return not is_bystander(analysis, person) or _MY.search(analysis.before(person.start, 25)) is not None
    return is_likely and bool(_BESIDE.fullmatch(gap)) and not _COUNTS.match(analysis.plain, number.end)

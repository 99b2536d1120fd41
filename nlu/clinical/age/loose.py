"""Ages that no word announces: of a paper ("61 on the hospital label"), of a note, at the end of a message ("no breaks 71")."""

from __future__ import annotations

from nlu.clinical.analysis import Analysis
from nlu.clinical.numbers import Number
from nlu.clinical.patterns import Pattern

_OPENS_CLAUSE, _ON_PAPER = Pattern("loose_age", "opens_clause"), Pattern("loose_age", "on_paper")
_PAPER_SAYS, _OF_AGE = Pattern("loose_age", "paper_says"), Pattern("loose_age", "of_age")
_NONE_BROKEN, _CLOSES = Pattern("loose_age", "none_broken"), Pattern("loose_age", "closes")
# "4 old vertebral fractures", "2 young children": no year is counted.
_NO_YEARS, _COUNTED = Pattern("loose_age", "no_years"), Pattern("loose_age", "counted")
_OF_CASE, _GOES_ON = Pattern("loose_age", "of_case"), Pattern("loose_age", "goes_on")
_OPENS_SENTENCE, _WITH_FACTS = Pattern("loose_age", "opens_sentence"), Pattern("loose_age", "with_facts")
_BROKEN_SITE, _NEXT_FACT = Pattern("loose_age", "broken_site"), Pattern("loose_age", "next_fact")
# "Hi, 62 here."
_GREETED, _HERE = Pattern("loose_age", "greeted"), Pattern("loose_age", "here")
_INVERTED = Pattern("loose_age", "inverted")
GROWN_UP = 18


def is_of_paper(analysis: Analysis, number: Number) -> bool:
    """True for "61 on the hospital label", and for "the label says 61" where the sentence speaks of an age."""
    if not _is_likely(number):
        return False
    before = analysis.before(number.start, 60)
    if _OPENS_CLAUSE.search(before) and _ON_PAPER.match(analysis.plain, number.end):
        return True
    sentence = analysis.sentence(number.start)
    speaks_of_age = _OF_AGE.search(analysis.plain, sentence.start, sentence.end)
    return bool(speaks_of_age and _PAPER_SAYS.search(before) and _CLOSES.match(analysis.plain, number.end))


def closes_message(analysis: Analysis, number: Number) -> bool:
    """True for "T -2.3 no breaks 71", where nothing follows that the number could count."""
    is_last = not analysis.plain[number.end :].strip(" .!?)")
    return is_last and _is_likely(number) and _NONE_BROKEN.search(analysis.before(number.start, 60)) is not None


def is_old_without_years(plain: str, number: Number) -> bool:
    """True for the "4 old" of "4 old vertebral fractures", which tells no age; "72 old" may."""
    if not _NO_YEARS.match(plain, number.end):
        return False
    return number.magnitude < GROWN_UP or _COUNTED.match(plain, number.end) is not None


def is_of_note(analysis: Analysis, number: Number) -> bool:
    """True for the ages of notes: "Client 70, came for …", "Orla here. 72 with a Colles", "#NOF 69, T -2.4"."""
    if not _is_likely(number):
        return False
    before = analysis.before(number.start, 60)
    if _OF_CASE.search(before) and _GOES_ON.match(analysis.plain, number.end):
        return True
    if _OPENS_SENTENCE.search(before) and _WITH_FACTS.match(analysis.plain, number.end):
        return True
    return _BROKEN_SITE.search(before) is not None and _NEXT_FACT.match(analysis.plain, number.end) is not None


def is_here(analysis: Analysis, number: Number) -> bool:
    """True for "Hi, 62 here", "just 70 myself" and "79 I am"."""
    is_likely = _is_likely(number) and number.magnitude >= 40
    if is_likely and _INVERTED.match(analysis.plain, number.end):
        return _OPENS_CLAUSE.search(analysis.before(number.start, 60)) is not None
    return is_likely and bool(
        _HERE.match(analysis.plain, number.end) and _GREETED.search(analysis.before(number.start, 25))
    )


def _is_likely(number: Number) -> bool:
    return number.is_whole and not number.sign and 30 <= number.magnitude <= 105

"""Whether the person has been through the menopause, and for how long."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.number_words import word_values
from nlu.clinical.numbers import Number
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

# Twelve months without periods are the menopause (evidence, section 8).
MONTHS_WITHOUT_PERIODS = 12
PERIODS = "periods"
"""Why it is asked whether the table fits: the periods may not be over for so long."""
# "LMP 51 yrs" tells the age at the menopause, "51 yrs ago" how long it is past.
_LIKE_AN_AGE, _AGO = 36, re.compile(r"\s*(?:ago|back|since|before)\b")
# More years than this since the menopause are a slip of the keyboard.
MOST_YEARS = 60

_SYMPTOMS_AFTER = re.compile(r"\s*(?:symptom|sympt|hormone|complaint|flush|flash|hot|sx\b)")
_PAST = re.compile(
    r"\b(?:was|were|had|did|broke|fell|got|took|gave|went|used to|scanned|measured|showed|fractured|started|stopped|"
    r"tested|done)\b"
)
_A_WOMAN = re.compile(r"woman|patient|lady|\d")
_YEARS_AGO = re.compile(r"\s*\+?\s*(?:years?|yrs?|y|ans)\b(?!\s*old)")
_MENOPAUSE_BEFORE = re.compile(
    r"\b(?:menopaus\w*|meno|lmp|last (?:menstrual )?(?:period|bleed)|periods? (?:stopped|ended))\b"
    r"(?![^.;]{0,22}\b(?:at|aged?|a)\s*$)[^.;,\d]{0,22}$"
)
_MENOPAUSE_AFTER = re.compile(
    r"\s*\+?\s*(?:years?|yrs?|y|ans)\s*(?:post|past|after|since|apres|into|of)[\s-]*(?:the |my |la )?"
    r"(?:menopaus\w*|meno\w*|last period|periods? stopped)"
)
# "My last bleed" and "not bled" are of the womb unless another source is named.
_LAST_PERIOD, _OTHER_BLEED = Pattern("scope", "last_period"), Pattern("scope", "other_bleed")
_SINCE = re.compile(
    r"\s*(?:(?:about|only|just|around|some|roughly|for|in|now|over|the|last|past|almost|nearly)\s+)*"
    r"(?P<number>\d{1,2}|a few|a couple of|few|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"\s+(?P<unit>month|week|day)s?\b"
)
_SPACED, _SPACED_BLEEDING = Pattern("scope", "spaced_periods"), Pattern("scope", "spaced_bleeding")
_ON_HORMONES = Pattern("scope", "bleeds_on_hormones")
_ONCE_BEFORE, _ONCE_AFTER = Pattern("scope", "once_before"), Pattern("scope", "once_after")
_NO_LONGER = Pattern("scope", "no_longer")
# "Not menopausal", "haven't been through the menopause": the denial is a part of what is said.
_DENIES = re.compile(r"(?:i )?(?:not?|non|pas|haven't|before)\b")
_AGE_AT_MENOPAUSE = re.compile(r"\b(?:menopaus\w*|lmp|last period)\s*(?::|=|at|a|aged?)?\s*[345]\d\b")


def menopause(analysis: Analysis, ownership: Ownership, mention: Mention) -> list[Finding]:
    """Return the findings of a mention of the menopause or of periods."""
    span = (mention.start, mention.end)
    context = ownership.context(*span)
    words = analysis.between(*span)
    if ownership.subjects.is_other(mention.start) or ownership.fact_status(*span) != "present":
        return []
    around = analysis.before(mention.start, 30) + analysis.after(mention.end, 20)
    if context.general and not _A_WOMAN.search(around):
        return []
    if mention.concept == "in_scope" and "menopausal" in words and _SYMPTOMS_AFTER.match(analysis.plain, mention.end):
        return []
    if mention.concept == "premenopausal":
        return _premenopausal(analysis, mention, context.denied)
    if mention.concept == "peri":
        over = re.search(r"\b(?:was|were|when i)\b[^.;]{0,15}$", analysis.before(mention.start, 20))
        certainty = ASK if context.uncertain else CLEAR
        return _post(analysis, span) if over else _peri(analysis, span, certainty)
    if context.denied and not words.startswith(("no ", "haven't", "have not")):
        return _pre(analysis, span, ASK, "uncertain")
    if context.uncertain:
        return _peri(analysis, span)[1:]
    return _peri(analysis, span) if _is_recent(analysis, mention.end) else _post(analysis, span)


def spaced_periods(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read periods that still come every few months: less than a year apart, so the menopause is not past.

    A bleeding counts where the change is said to be under way; what hormones may bring on is asked.
    """
    peri = analysis.concept("scope", "peri")
    told = [*_SPACED.finditer(analysis.plain), *(_SPACED_BLEEDING.finditer(analysis.plain) if peri else ())]
    for match in told:
        span = match.span()
        context = ownership.context(*span)
        if (
            ownership.fact_status(*span) != "present"
            or context.denied
            or context.general
            or _is_of_once(analysis, match)
        ):
            continue
        if context.uncertain or _ON_HORMONES.search(analysis.plain):
            return _peri(analysis, span)[1:]
        return _pre(analysis, span)
    return []


def _is_of_once(analysis: Analysis, match: re.Match[str]) -> bool:
    """True for "had periods every two months until 48"."""
    earlier = _ONCE_BEFORE.search(analysis.before(match.start())) or _ONCE_AFTER.match(analysis.plain, match.end())
    return bool(earlier or analysis.concept("scope", "in_scope"))


def _premenopausal(analysis: Analysis, mention: Mention, denied: bool) -> list[Finding]:
    """Return nothing for periods that were regular once, and a question where a denial may reach them."""
    span = (mention.start, mention.end)
    before = analysis.before(mention.start)
    if _is_a_time(analysis, mention) or _ONCE_BEFORE.search(before) or _ONCE_AFTER.match(analysis.plain, mention.end):
        return []
    if _DENIES.match(analysis.between(*span)) or not (denied or _NO_LONGER.search(before)):
        return _pre(analysis, span)
    return [] if _NO_LONGER.search(before) else _pre(analysis, span, ASK, "uncertain")


def _is_recent(analysis: Analysis, end: int) -> bool:
    """True for "periods stopped 3 months ago": the menopause is a year without them."""
    since = _SINCE.match(analysis.plain, end)
    if since is None:
        return False
    said = since["number"]
    return since["unit"] != "month" or _counted(said) < MONTHS_WITHOUT_PERIODS


def _counted(said: str) -> int:
    """Return the number of "8", "eight" or "a few"; of a vague one the least."""
    return int(said) if said.isdigit() else word_values().get(said, 1)


def _is_a_time(analysis: Analysis, mention: Mention) -> bool:
    """True for "before the menopause my hip was -1.2": it dates what is told, and says nothing of today."""
    sentence = analysis.sentence(mention.start)
    if not analysis.between(mention.start, mention.end).startswith("before"):
        return False
    return _PAST.search(analysis.plain, sentence.start, sentence.end) is not None


def since_menopause(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read "menopause 8 years ago", "8 years post-menopausal", "LMP 18 months ago" and "ménopause 50"."""
    found: list[Finding] = []
    for number in analysis.numbers:
        span = _years_since(analysis, number)
        if span and ownership.fact_status(*span) == "present":
            found.append(analysis.finding("years_since_menopause", number.as_int, span, CLEAR))
            found += _post(analysis, span)
    for match in (*_LAST_PERIOD.finditer(analysis.plain), *_AGE_AT_MENOPAUSE.finditer(analysis.plain)):
        span = (match.start(), match.end())
        if "ble" in match.group() and _OTHER_BLEED.search(analysis.plain):
            continue
        if ownership.fact_status(*span) == "present":
            found += _post(analysis, span) if _is_long_ago(match) else _peri(analysis, span)
    return found


def _is_long_ago(match: re.Match[str]) -> bool:
    if "months" not in match.re.groupindex:
        return True
    return match["months"] is not None and _counted(match["months"]) >= MONTHS_WITHOUT_PERIODS


def _years_since(analysis: Analysis, number: Number) -> tuple[int, int] | None:
    """Return the stretch that says that the menopause was `number` years ago, if it does."""
    if not number.is_whole or number.sign or number.magnitude > MOST_YEARS:
        return None
    after = _MENOPAUSE_AFTER.match(analysis.plain, number.end)
    if after:
        return number.start, after.end()
    years = _YEARS_AGO.match(analysis.plain, number.end)
    before = _MENOPAUSE_BEFORE.search(analysis.before(number.start, 50))
    if not years or not before:
        return None
    if number.magnitude >= _LIKE_AN_AGE and not _AGO.match(analysis.plain, years.end()):
        return None
    return number.start - len(before.group()), years.end()


def _peri(analysis: Analysis, span: tuple[int, int], certainty: str = CLEAR) -> list[Finding]:
    """Return that the menopause is near; whether a year without periods has passed must be asked."""
    asked = analysis.finding("scope", "in_scope", span, ASK, "present", PERIODS, ("in_scope",))
    return [analysis.finding("menopause", "peri", span, certainty), asked]


def _post(analysis: Analysis, span: tuple[int, int]) -> list[Finding]:
    return [analysis.finding("menopause", "post", span, CLEAR), analysis.finding("scope", "in_scope", span, CLEAR)]


def _pre(analysis: Analysis, span: tuple[int, int], certainty: str = CLEAR, reason: str = "") -> list[Finding]:
    return [
        analysis.finding("scope", "premenopausal", span, certainty, "present", reason),
        analysis.finding("menopause", "pre", span, certainty, "present", reason),
    ]

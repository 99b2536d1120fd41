"""Medicines that put a case outside the table: long steroids and aromatase inhibitors."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern

_LONG = Pattern("scope", "long")


_SHORT = Pattern("scope", "short")
_SHORT_COURSE, _BYGONE, _GOES_ON = (Pattern("scope", name) for name in ("short_course", "bygone", "goes_on"))
_FORM_BEFORE, _FORM_AFTER = Pattern("steroids", "form_before"), Pattern("steroids", "form_after")
_STRETCH, _ONLY, _LOCAL = (Pattern("steroids", name) for name in ("stretch", "only", "local"))
_LIMITED, _SYSTEMIC = Pattern("steroids", "limited"), Pattern("steroids", "systemic")
_DAYS, _OF_COURSE = Pattern("steroids", "days"), Pattern("steroids", "of_course")
_OVER, _NOT_OVER = Pattern("steroids", "over"), Pattern("steroids", "goes_on")


def glucocorticoids(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Systemic steroids for three months or longer are out of scope; what may be short or inhaled is asked.

    What is only local, and one course of some days that is over, leave the case in the table.
    """
    from nlu.clinical.medication.drugs import drug_status

    for mention in analysis.concept("drug", "glucocorticoid"):
        status = drug_status(analysis, ownership, mention)
        context = ownership.context(mention.start, mention.end)
        if status in ("absent", "never", "family", "refused", "question") or context.general:
            continue
        sentence = analysis.sentence(mention.start)
        near = max(sentence.start, mention.start - 60), min(sentence.end, mention.end + 60)
        around = analysis.between(*near)
        span = (mention.start, mention.end)
        if _is_over_long_since(analysis, around):
            continue
        if context.uncertain:
            return [analysis.finding("scope", "glucocorticoids", span, ASK, "present", "duration")]
        if is_only_local(analysis, *span) or _were_some_days(analysis, span, near):
            continue
        if status == "hypothetical":
            return [analysis.finding("scope", "glucocorticoids", span, CLEAR, "hypothetical")]
        if _SHORT.search(around):
            return [analysis.finding("scope", "glucocorticoids", span, ASK, "present", "short_or_local")]
        if status == "past":
            certainty = (
                CLEAR if _LONG.search(around) and re.search(r"years", around) and not re.search(r"ago", around) else ASK
            )
            return [
                analysis.finding(
                    "scope",
                    "glucocorticoids",
                    span,
                    certainty,
                    "past" if certainty == ASK else "present",
                    "stopped" if certainty == ASK else "",
                )
            ]
        if status == "unknown" and not _LONG.search(around):
            return [analysis.finding("scope", "glucocorticoids", span, ASK, "present", "duration")]
        return [analysis.finding("scope", "glucocorticoids", span, CLEAR)]
    return []


def _is_over_long_since(analysis: Analysis, around: str) -> bool:
    """True for "one 5-day course of pred back in 2023": some days or weeks of an earlier year, and none since."""
    if not _SHORT_COURSE.search(around) or _GOES_ON.search(around):
        return False
    return analysis.has_earlier_year(around) or _BYGONE.search(around) is not None


def is_only_local(analysis: Analysis, start: int, end: int) -> bool:
    """True where the steroid at plain[start:end] stays where it is put, and this is all.

    "Prednisolone eye drops" and "a cream with some steroid" say so by themselves; "steroids only in my puffer" and
    "inhaled budesonide, no tablets" in one stretch of words.
    """
    if _FORM_AFTER.match(analysis.plain, end) or _FORM_BEFORE.search(analysis.before(start)):
        return True
    if _SYSTEMIC.fullmatch(analysis.between(start, end)):
        return False
    sentence = analysis.sentence(start)
    for match in _STRETCH.finditer(analysis.plain, sentence.start, sentence.end):
        if match.start() <= start < match.end():
            is_all = _ONLY.search(match.group()) and _LOCAL.search(match.group())
            return is_all is not None and not _LIMITED.match(analysis.plain, match.end())
    return False


def _were_some_days(analysis: Analysis, steroid: tuple[int, int], near: tuple[int, int]) -> bool:
    """True for "had pred for 5 days": one course of some days that is over; one that may go on or come again is asked."""
    around = analysis.between(*near)
    if not _OVER.search(around) or _NOT_OVER.search(around):
        return False
    days = (match.span() for match in _DAYS.finditer(analysis.plain, *near))
    return any(_OF_COURSE.fullmatch(analysis.between(*_gap(steroid, span))) for span in days)


def _gap(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int]:
    return (first[1], second[0]) if first < second else (second[1], first[0])


def aromatase(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    from nlu.clinical.medication.drugs import drug_status

    for mention in analysis.concept("drug", "aromatase_inhibitor"):
        if drug_status(analysis, ownership, mention) in ("present", "planned", "unknown"):
            return [analysis.finding("scope", "cancer_or_metastases", (mention.start, mention.end), CLEAR)]
    return []

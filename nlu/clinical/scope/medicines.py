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


def glucocorticoids(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Systemic steroids for three months or longer are out of scope; what may be short or inhaled is asked."""
    from nlu.clinical.medication.drugs import drug_status

    for mention in analysis.concept("drug", "glucocorticoid"):
        status = drug_status(analysis, ownership, mention)
        context = ownership.context(mention.start, mention.end)
        if status in ("absent", "never", "family", "refused", "question") or context.general:
            continue
        sentence = analysis.sentence(mention.start)
        around = analysis.between(max(sentence.start, mention.start - 60), min(sentence.end, mention.end + 60))
        span = (mention.start, mention.end)
        if _is_over_long_since(analysis, around):
            continue
        if context.uncertain:
            return [analysis.finding("scope", "glucocorticoids", span, ASK, "present", "duration")]
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


def aromatase(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    from nlu.clinical.medication.drugs import drug_status

    for mention in analysis.concept("drug", "aromatase_inhibitor"):
        if drug_status(analysis, ownership, mention) in ("present", "planned", "unknown"):
            return [analysis.finding("scope", "cancer_or_metastases", (mention.start, mention.end), CLEAR)]
    return []

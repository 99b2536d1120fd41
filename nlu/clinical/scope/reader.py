"""Reads who the table does not cover, the sex and the menopause of the person."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures.disputed import is_weighed
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.pipeline import Mention
from nlu.clinical.scope import kidneys
from nlu.clinical.scope.cancer import in_bones
from nlu.clinical.scope.kidneys import is_own
from nlu.clinical.scope.medicines import aromatase, glucocorticoids
from nlu.clinical.scope.menopause import menopause, since_menopause, spaced_periods
from nlu.clinical.scope.periods import regular_periods
from nlu.clinical.scope.pregnancy import is_bygone, pregnancy
from nlu.clinical.scope.searched import was_not_found
from nlu.clinical.scope.sex import read_sex

_HIGH = r"(?:both )?(?:(?:is|are|was|were|too) )*(?:raised|high|elevated|up\b)"
_ARROWS = re.compile(r"(?:\u2191\s?pth\W{1,4}\u2191\s?ca|\u2191\s?ca\w*\W{1,4}\u2191\s?pth)\b")
_CALCIUM, _PTH = r"(?:calcium|ca)", r"(?:pth|parathormone|parathyroid hormone)"
_JOIN = r"\W+(?:(?:and|with|\d+(?:[.,]\d+)?)\W+)*"
_RAISED_BOTH = re.compile(
    rf"\b(?:{_HIGH} {_CALCIUM}{_JOIN}(?:{_HIGH} )?{_PTH}|{_HIGH} {_PTH}{_JOIN}(?:{_HIGH} )?{_CALCIUM}|"
    rf"{_CALCIUM}{_JOIN}{_PTH}\W+(?:levels? )?{_HIGH}|{_PTH}{_JOIN}{_CALCIUM}\W+(?:levels? )?{_HIGH}|"
    rf"hyperca\w*{_JOIN}(?:{_HIGH} )?{_PTH})\b"
)
# "I don't know what dialysis is" tells of nobody who has it.
_UNFAMILIAR = re.compile(r"\b(?:know|understand|sure|idea|see|heard of|explain|tell me) what (?:a |an |the |this )?$")
VAGUE_KIDNEY = frozenset(
    {"kidney failure", "renal failure", "renal transplant", "kidney transplant", "transplanted kidney", "renal tx"}
)
_SEARCHED = ("cancer_or_metastases", "secondary_osteoporosis")
_ASKED_IF_UNSURE = ("secondary_osteoporosis", "pregnancy")


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the findings on scope, sex and menopause."""
    found = read_sex(analysis, ownership)
    for mention in (*analysis.theme("scope"), *regular_periods(analysis)):
        finding = _scope(analysis, ownership, mention)
        if finding:
            found += finding
    found += in_bones(analysis, ownership)
    found += pregnancy(analysis, ownership)
    found += kidneys.read(analysis, ownership)
    found += _parathyroid(analysis, ownership)
    found += glucocorticoids(analysis, ownership)
    found += aromatase(analysis, ownership)
    found += since_menopause(analysis, ownership)
    found += spaced_periods(analysis, ownership)
    return _unique(found)


def _scope(analysis: Analysis, ownership: Ownership, mention: Mention) -> list[Finding]:
    span = (mention.start, mention.end)
    context = ownership.context(*span)
    if _UNFAMILIAR.search(analysis.before(mention.start)):
        return []
    if mention.concept in ("in_scope", "premenopausal", "peri"):
        return menopause(analysis, ownership, mention)
    if mention.concept in _SEARCHED and was_not_found(analysis, mention):
        return []
    if context.uncertain and mention.concept in _ASKED_IF_UNSURE and ownership.fact_status(*span) == "present":
        return [analysis.finding("scope", mention.concept, span, ASK, "present", "uncertain")]
    if not is_own(ownership, *span):
        return _supposed(analysis, ownership, "man" if mention.concept == "male" else mention.concept, span)
    if mention.concept == "male":
        return [analysis.finding("scope", "man", span, CLEAR)]
    if mention.concept == "cancer_or_metastases" and is_weighed(analysis, *span):
        return [analysis.finding("scope", mention.concept, span, ASK, "present", "uncertain")]
    if mention.concept == "cancer_or_metastases":
        return _cancer(analysis, mention, context.past or context.ended)
    if context.ended or (context.past and mention.concept == "pregnancy"):
        return []
    if mention.concept == "pregnancy" and (
        is_bygone(analysis, mention.end)
        or re.search(r"\b(?:was|when i|when she|during|after|years|had)\b", analysis.before(mention.start, 30))
    ):
        return []
    if mention.concept == "secondary_osteoporosis" and _is_settled(analysis, mention):
        return [analysis.finding("scope", mention.concept, span, ASK, "past", "treated")]
    certainty, reason = (ASK, "kidney_stage") if _is_vague_kidney(analysis, mention) else (CLEAR, "")
    return [analysis.finding("scope", mention.concept, span, certainty, "present", reason)]


def _supposed(analysis: Analysis, ownership: Ownership, value: str, span: tuple[int, int]) -> list[Finding]:
    """Return the scope of "and if she were on dialysis?"; nothing for what is not supposed."""
    is_supposed = ownership.fact_status(*span) == "hypothetical" and not ownership.context(*span).denied
    return [analysis.finding("scope", value, span, CLEAR, "hypothetical")] if is_supposed else []


def _is_settled(analysis: Analysis, mention: Mention) -> bool:
    around = analysis.before(mention.start, 40) + analysis.after(mention.end, 50)
    return bool(
        re.search(
            r"\b(?:treated|cured|removed|operated|resolved|well[\s-]controlled|controlled|in remission|"
            r"years ago|surgery|history of|h/o|previous)\b",
            around,
        )
    ) and not re.search(
        r"\b(?:untreated|uncontrolled|not (?:treated|controlled|for (?:surgery|an operation))|for treatment|awaiting|waiting|"
        r"listed|planned|due|(?:no|declin\w+|refus\w+|unfit for|too frail for) surgery)\b",
        around,
    )


def _is_vague_kidney(analysis: Analysis, mention: Mention) -> bool:
    return analysis.between(mention.start, mention.end) in VAGUE_KIDNEY


def _cancer(analysis: Analysis, mention: Mention, past: bool) -> list[Finding]:
    span = (mention.start, mention.end)
    words = analysis.between(*span)
    if re.search(r"xgeva|zometa", words):
        return [analysis.finding("scope", "cancer_or_metastases", span, ASK, "present", "cancer_dose")]
    years = re.search(
        r"\b(?:\d+|ten|twenty|five|many|several) years ago\b|\bin (?:19|20)\d\d\b|\bcured\b|"
        r"\bclear(?:ed)?\b|\bremission\b|\bfinished\b|\bsurvivor\b",
        analysis.before(mention.start, 30) + analysis.after(mention.end, 45),
    )
    spread = re.search(r"metast|mets|myelom|bone|spread|lytic", words)
    if (years or past) and not spread:
        return []
    return [analysis.finding("scope", "cancer_or_metastases", span, CLEAR)]


def _parathyroid(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Ask about the parathyroids where calcium and parathyroid hormone are both told to be raised."""
    match = _RAISED_BOTH.search(analysis.plain) or _ARROWS.search(analysis.plain)
    if not match or not is_own(ownership, match.start(), match.end()):
        return []
    span = (match.start(), match.end())
    return [analysis.finding("scope", "secondary_osteoporosis", span, ASK, "present", "uncertain")]


def _unique(found: list[Finding]) -> list[Finding]:
    kept: dict[tuple[str, object], Finding] = {}
    for finding in found:
        key = (finding.kind, finding.value)
        if key not in kept or (kept[key].certainty == ASK and finding.certainty == CLEAR):
            kept[key] = finding
    values = {f.value for f in kept.values() if f.kind == "scope"}
    if "premenopausal" in values and "in_scope" in values:
        kept.pop(("scope", "in_scope"))
    return list(kept.values())

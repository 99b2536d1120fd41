"""Reads one message of any register into clinical findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlu.clinical import bare, cautions, repair, risk, symptoms
from nlu.clinical.age import reader as age
from nlu.clinical.analysis import Analysis
from nlu.clinical.fractures import reader as fractures
from nlu.clinical.medication import bisphosphonate, drugs
from nlu.clinical.model import CLEAR, Finding, Reading
from nlu.clinical.ownership import Ownership
from nlu.clinical.red_flags import reader as red_flags
from nlu.clinical.red_flags.calm import calm_stretches
from nlu.clinical.register import register_of
from nlu.clinical.scope import reader as scope
from nlu.clinical.scope import reply
from nlu.clinical.subject.patients import label_of, tells_several
from nlu.clinical.t_score import reader as t_score

DANGER = "red_flag"

# A supposition about one of these is a what-if about the case.
_SUPPOSED = frozenset(
    {
        "t_score",
        "age",
        "fracture_site",
        "fracture",
        "vertebral_fractures",
        "climacteric_symptoms",
        "bisphosphonate_problem",
        "low_peripheral_risk",
    }
)


# Touches every reader: a case in shorthand, an alarm, a slip of the pen, French and a question.
_REHEARSAL = (
    "72F, 2 VCF after a low fall, T -2,8 FN, GERD on alendronat, denies flushes, last Prolia 3 months ago.",
    "My mum can not breathe since this morning, what should I do? I will be 60 in May, minus two point five.",
    "58 a, fx vert x2, T -2,7, BVM+, pas de chute",
)


def warm() -> None:
    """Load the lexicon, spaCy and all patterns, so that the first message of a person is as quick as any other."""
    for text in _REHEARSAL:
        read(text)


def read(text: str, today: date | None = None) -> Reading:
    """Read a message into its findings.

    text: the message as typed, of any length (the first 5,000 characters are read) and script.
    today: the day that ages are worked out for; the current day if None.
    Never raises for any text; words that are not understood lead to no finding.
    """
    analysis = Analysis(text, today or date.today())
    if not analysis.plain.strip():
        return Reading(text, (), None, False, False, False)
    ownership = Ownership(analysis)
    found = _findings(analysis, ownership)
    several = tells_several(analysis)
    if analysis.is_heading or several:
        found = [each if each.kind == DANGER else replace(each, status="question") for each in found]
    return Reading(
        text=text,
        findings=tuple(sorted(found, key=lambda f: (f.start, f.end, f.kind))),
        register=register_of(analysis.written),
        corrects=repair.corrects(analysis.plain),
        hypothetical=any(f.status == "hypothetical" and f.reason != "general" and f.kind in _SUPPOSED for f in found),
        asks=analysis.asks,
        about=ownership.subjects.whose,
        calm=calm_stretches(analysis, ownership),
        heading=analysis.is_heading,
        fits=reply.fits(analysis, ownership, found),
        several=several,
        label=label_of(analysis),
    )


def _findings(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    found = t_score.read(analysis, ownership)
    found += age.read(analysis, ownership)
    known_age = next(
        (f.value for f in found if f.kind == "age" and f.status == "present" and f.certainty == CLEAR), None
    )
    found += fractures.read(analysis, ownership, known_age if isinstance(known_age, int) else None)
    found += symptoms.read(analysis, ownership)
    found += drugs.read(analysis, ownership)
    found += bisphosphonate.read(analysis, ownership)
    found += scope.read(analysis, ownership)
    found += cautions.read(analysis, ownership)
    found += risk.read(analysis, ownership)
    found += bare.read(analysis)
    found += red_flags.read(analysis, ownership)
    return found

"""Reads conditions that ask for care with a drug, and signs that raise the suspicion of a fracture."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.model import CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention
from nlu.clinical.scope.searched import was_not_found

_LOSS = Pattern("cautions", "loss")
_JAW = Pattern("atypical", "jaw")
_OTHER_LOSS = re.compile(r"\b(?:waist|weight|hair|off my|tyre|hips|belly|tummy)\b")
_STOPPED = re.compile(
    r"[^.;]{0,20}\b(?:quit|stopped|gave up|given up|ex-?|former|years ago|gone|cured|resolved|"
    r"treated|in (?:19|20)\d\d|ago|removed|remission|cleared|fixed)\b"
)
# "I nearly had a heart attack when I saw the bill".
_NEARLY = re.compile(r"\b(?:nearly|almost|practically) (?:had|having|got|gave (?:me|her|us)|died of) (?:a |an )?$")
_HABIT_ENDED = re.compile(
    r"\b(?:ex-?|former|quit|stopped|gave up|given up|used to|non-?|never|don't|do not|doesn't|"
    r"no longer|former heavy|retired)\s*(?:\w+\s){0,2}$"
)


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return one finding for each caution and status, and the suspicions."""
    found: dict[tuple[str, object, str], Finding] = {}
    for mention in analysis.theme("caution"):
        finding = _caution(analysis, ownership, mention)
        if finding:
            found.setdefault((finding.kind, finding.value, finding.status), finding)
    return [*found.values(), *_jaw_that_died(analysis, ownership), *_suspicions(analysis, ownership)]


def _jaw_that_died(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return the jaw necrosis that somebody tells of as her own; the word alone is a subject of talk."""
    for match in _JAW.finditer(analysis.plain):
        span = match.span(match.lastgroup or 0)
        context = ownership.context(*span)
        is_own = ownership.fact_status(*span) == "present"
        if is_own and not (context.denied or context.asked or context.uncertain or context.general):
            return [analysis.finding("caution", "previous_jaw_problem", span, CLEAR, "past")]
    return []


def _caution(analysis: Analysis, ownership: Ownership, mention: Mention) -> Finding | None:
    span = (mention.start, mention.end)
    is_cancer = mention.concept == "other_cancer"
    if is_cancer and (_is_named_cancer(analysis, mention) or was_not_found(analysis, mention)):
        return None
    if _NEARLY.search(analysis.before(mention.start, 35)):
        return None
    context = ownership.context(*span)
    fact = ownership.fact_status(*span)
    if fact == "family" or fact == "hypothetical":
        status = fact
    elif mention.concept in ("smoking", "alcohol") and _HABIT_ENDED.search(analysis.before(mention.start, 30)):
        status = (
            "absent" if re.search(r"non|never|don't|do not|doesn't", analysis.before(mention.start, 20)) else "past"
        )
    elif context.denied:
        status = "absent"
    elif fact == "question" or (context.general and not _is_own_history(analysis, mention)):
        status = "question" if context.asked else "hypothetical"
        if not context.asked:
            return None
    elif context.uncertain:
        status = "unknown"
    elif context.past or context.ended or _STOPPED.match(analysis.plain[mention.end :]) or _had(analysis, mention):
        status = "past"
    else:
        status = "present"
    return analysis.finding("caution", mention.concept, span, CLEAR, status)


def _is_own_history(analysis: Analysis, mention: Mention) -> bool:
    return bool(
        re.search(
            r"\b(?:i have|i had|i've had|my|history of|she has|she had|h/o|hx of|pmh)\s+(?:a\s+|"
            r"an\s+)?(?:\w+\s+)?$",
            analysis.before(mention.start, 30),
        )
    )


def _is_named_cancer(analysis: Analysis, mention: Mention) -> bool:
    """True where a more exact caution or the scope already names the cancer."""
    around = [
        *analysis.concept("caution", "breast_cancer"),
        *analysis.concept("scope", "cancer_or_metastases"),
    ]
    return any(other.start <= mention.start and mention.end <= other.end for other in around)


def _had(analysis: Analysis, mention: Mention) -> bool:
    before = analysis.before(mention.start, 40)
    return bool(
        re.search(
            r"\b(?:had|survived|survivor of|suffered|after (?:a|my))\s+(?:(?:a|an|my|the|two|some|several|"
            r"bad|mild|small|mini|massive|minor)\s+)*$",
            before,
        )
    ) and not re.search(r"\b(?:have|has|i've|she's|just)\s+had\s", before[-20:])


def _suspicions(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    found: list[Finding] = []
    for match in _LOSS.finditer(analysis.plain):
        shorter = re.search(r"\b(?:am|i'm|got)\b", match.group()) and "shorter" not in match.group()
        if (
            shorter
            or _OTHER_LOSS.search(analysis.after(match.end(), 20))
            or ownership.fact_status(match.start(), match.end()) != "present"
        ):
            continue
        found.append(analysis.finding("suspicion", "height_loss", (match.start(), match.end()), CLEAR))
        if match.group(1).isdigit() and match.group(2).startswith("c"):
            found.append(analysis.finding("height_loss_cm", match.group(1), (match.start(), match.end()), CLEAR))
    for mention in analysis.theme("suspicion"):
        if any(f.value == mention.concept for f in found):
            continue
        status = ownership.fact_status(mention.start, mention.end)
        if status == "question" and mention.concept == "height_loss":
            found.append(analysis.finding("suspicion", mention.concept, (mention.start, mention.end), CLEAR, status))
        if status != "present":
            continue
        context = ownership.context(mention.start, mention.end)
        if context.denied or context.general or context.uncertain:
            continue
        found.append(analysis.finding("suspicion", mention.concept, (mention.start, mention.end), CLEAR))
    return found

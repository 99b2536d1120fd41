"""Reads whether a bisphosphonate was not tolerated or failed (the table's "intolerance or failure of BP")."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.broke_on_it import broke_on_it
from nlu.clinical.medication.drugs import bisphosphonates
from nlu.clinical.medication.failure import declared, not_working
from nlu.clinical.medication.given_up import given_up
from nlu.clinical.medication.status import drug_status
from nlu.clinical.medication.trouble import INTOLERANCE, NEGATED_TOLERANCE, TOLERATED, find_trouble, is_denied, near
from nlu.clinical.model import ASK, CLEAR, Finding
from nlu.clinical.ownership import Ownership
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_ASKS_WHETHER = re.compile(
    r"\b(?:can|could|will|would|does|do|may|might|if|risk|worried|afraid|scared|fear\w*|heard|"
    r"read|side effects? of|leaflet|what are|common)\b"
)


def read(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Return at most one finding on intolerance to, or failure of, a bisphosphonate."""
    mentions = [m for m in analysis.theme("drug") if m.concept in bisphosphonates()]
    generic = [
        m for m in analysis.concept("drug", "osteoporosis_drug") if drug_status(analysis, ownership, m) == "never"
    ]
    found = [f for m in mentions if (f := _read(analysis, ownership, m))]
    # "Never had any bone tablets" covers the bisphosphonates as well.
    found += [
        analysis.finding("bisphosphonate_problem", False, (m.start, m.end), CLEAR, "never")
        for m in generic
        if not mentions and ownership.fact_status(m.start, m.end) == "present"
    ]
    found += [f for m in analysis.concept("drug", "osteoporosis_drug") if (f := _weekly(analysis, ownership, m))]
    found += _untreated(analysis, ownership) if not mentions else []
    if not found:
        found = _told_apart(analysis, ownership, mentions)
    found.sort(key=lambda f: (f.value is not True, f.certainty != CLEAR, f.status == "never"))
    return found[:1]


def _read(analysis: Analysis, ownership: Ownership, drug: Mention) -> Finding | None:
    context = ownership.context(drug.start, drug.end)
    status = ownership.fact_status(drug.start, drug.end)
    if status in ("family", "hypothetical") or _is_naive(analysis, drug):
        return _naive(analysis, drug) if _is_naive(analysis, drug) and status != "family" else None
    moved_on = _MOVED_ON.match(analysis.plain, drug.end)
    if moved_on and not _PREFERS.search(analysis.before(drug.start, 25)) and not analysis.in_question(drug.start):
        return analysis.finding("bisphosphonate_problem", True, (drug.start, moved_on.end()), CLEAR)
    problem = find_trouble(analysis, drug)
    if problem and not (analysis.in_question(drug.start) and _is_asked(analysis, drug, problem)):
        span = (min(problem.start(), drug.start), max(problem.end(), drug.end))
        if _asks_for_a_name(analysis, problem):
            return analysis.finding("bisphosphonate_problem", True, span, ASK, "present", "uncertain", (True, False))
        return analysis.finding("bisphosphonate_problem", True, span, CLEAR)
    story = given_up(analysis, ownership, drug)
    if story:
        span = (min(story.start(), drug.start), max(story.end(), drug.end))
        return analysis.finding("bisphosphonate_problem", True, span, CLEAR)
    failing = not_working(analysis, ownership, drug) or declared(analysis, ownership, drug)
    if failing:
        span = (min(drug.start, failing.start()), max(drug.end, failing.end()))
        return analysis.finding("bisphosphonate_problem", True, span, CLEAR)
    if broke := broke_on_it(analysis, ownership, drug):
        return broke
    good = near(analysis, drug, TOLERATED)
    if (
        good
        and not NEGATED_TOLERANCE.search(analysis.before(good.start(), 25))
        and not analysis.in_question(good.start())
        and not _OPENS_A_QUESTION.match(analysis.plain, analysis.sentence(drug.start).start)
    ):
        span = (min(good.start(), drug.start), max(good.end(), drug.end))
        return analysis.finding("bisphosphonate_problem", False, span, CLEAR)
    if context.denied and not problem and (context.never or _is_never_had(analysis, drug)):
        return analysis.finding("bisphosphonate_problem", False, (drug.start, drug.end), CLEAR, "never")
    return None


_FAILURE_ASKED = re.compile(r"\W*(?:so )?(?:is|was|does|do|would|could|can|should)\b[^?]{0,40}\bfail\w*\W*$")


def _asks_for_a_name(analysis: Analysis, problem: re.Match[str]) -> bool:
    """True for "Is this treatment failure?", which asks whether it is one."""
    stretch = next((start for start, end in analysis.question_stretches if start <= problem.start() < end), None)
    return stretch is not None and _FAILURE_ASKED.match(analysis.between(stretch, problem.end())) is not None


_OPENS_A_QUESTION = re.compile(r"\W*(?:is|are|can|could|does|do|would|will|should|any)\b(?! fine)")


def _is_never_had(analysis: Analysis, drug: Mention) -> bool:
    """True for "no history of bisphosphonates" and "no bisphosphonate exposure", which tell of all the past."""
    return bool(_NEVER_HAD.search(analysis.before(drug.start, 45)) or _NEVER_USED.match(analysis.plain, drug.end))


_UNTREATED = Pattern("bisphosphonate", "untreated")
_NEVER_HAD, _NEVER_USED = Pattern("bisphosphonate", "never_had"), Pattern("bisphosphonate", "never_used")


def _untreated(analysis: Analysis, ownership: Ownership) -> list[Finding]:
    """Read "tx naive" and "never treated", which cover the bisphosphonates."""
    match = _UNTREATED.search(analysis.plain)
    if not match or ownership.fact_status(match.start(), match.end()) != "present":
        return []
    return [analysis.finding("bisphosphonate_problem", False, (match.start(), match.end()), CLEAR, "never")]


_QUIT_FOR_TROUBLE = Pattern("bisphosphonate", "quit_for_trouble")
_OR_DRIP = Pattern("bisphosphonate", "or_drip")
_BOTH_KINDS = Pattern("bisphosphonate", "both_kinds")
_BOTH_REACH = 120
_UPRIGHT = Pattern("bisphosphonate", "taken_upright")


def _told_apart(analysis: Analysis, ownership: Ownership, mentions: list[Mention]) -> list[Finding]:
    """In a longer story the trouble may stand far from the one bisphosphonate that it names: asked."""
    own = [m for m in mentions if drug_status(analysis, ownership, m) in ("present", "past", "unknown")]
    others = [
        m for m in analysis.theme("drug") if m not in mentions and m.concept not in ("calcium", "vitamin_d", "ppi")
    ]
    if not own or others or len({m.concept for m in own}) > 1 or analysis.question_stretches:
        return []
    trouble = next((m for m in INTOLERANCE.finditer(analysis.plain) if not is_denied(analysis, m)), None)
    if trouble is None or not _QUIT_FOR_TROUBLE.search(analysis.plain):
        return []
    span = (own[0].start, own[0].end)
    return [analysis.finding("bisphosphonate_problem", True, span, ASK, "present", "uncertain", (True, False))]


def _weekly(analysis: Analysis, ownership: Ownership, drug: Mention) -> Finding | None:
    """A "weekly tablet" that upset her is most likely, not surely, a bisphosphonate: asked, unless a drip did so too.

    One that she had to sit up for is one, and so it may have failed as well.
    """
    if (
        not re.search(r"week|month|bone", analysis.between(drug.start, drug.end))
        or ownership.fact_status(drug.start, drug.end) != "present"
    ):
        return None
    problem = find_trouble(analysis, drug)
    is_weekly = "week" in analysis.between(drug.start, drug.end)
    upright = is_weekly and _UPRIGHT.search(analysis.plain) is not None
    if not problem:
        return broke_on_it(analysis, ownership, drug) if upright else None
    span = (min(problem.start(), drug.start), max(problem.end(), drug.end))
    or_drip = problem.end() <= drug.end and _OR_DRIP.match(analysis.plain, drug.end)
    if upright or or_drip or _tried_both(analysis, drug):
        return analysis.finding("bisphosphonate_problem", True, span, CLEAR)
    return analysis.finding("bisphosphonate_problem", True, span, ASK, "present", "drug_unclear", (True, False))


def _tried_both(analysis: Analysis, drug: Mention) -> bool:
    """True for "the weekly tablets burn her, she tried both kinds", where no injection is named as well."""
    is_weekly = "week" in analysis.between(drug.start, drug.end)
    others = [m for m in analysis.theme("drug") if m.concept not in (*bisphosphonates(), "osteoporosis_drug", "ppi")]
    near_by = analysis.between(max(0, drug.start - _BOTH_REACH), min(len(analysis.plain), drug.end + _BOTH_REACH))
    return is_weekly and not others and _BOTH_KINDS.search(near_by) is not None


# "Alendronate then Prolia, stopped because of heartburn": the tablet, not the injection, hurts the gullet.
_MOVED_ON = re.compile(
    r"[^.;?]{0,25}\b(?:then|switched to|changed to|followed by|to)\s+(?:prolia|denosumab|dmab)\b[\s,(]*"
    r"(?:(?:i |she )?(?:stopped|switched|changed)\s+(?:it |the first |the tablets? |the alendronate )?)?"
    r"(?:because of|due to|d/t|for|owing to|as it gave (?:me|her))\s+(?:\w+ ){0,2}(?:heartburn|reflux|gerd|gord|"
    r"oesophagitis|esophagitis|"
    r"dyspepsia|indigestion|stomach\w*)\b"
)
_PREFERS = re.compile(r"\b(?:prefer\w*|like|choose|compared?|comparing|superior|added?)\s+(?:\w+\s+)?$")
_NEVER_TRIED = re.compile(
    r"[\s,]*(?:which|that) (?:i|she)(?: have| has|'ve|'s)? never (?:tried|taken|had|used|started)\b|"
    r"[\s:=-]*naive\b|[\s,:-]*(?:were |was |been )?(?:(?:refused|declined|offered)\b[\s,]*(?:and |but )?)?"
    r"(?:never|not (?:yet )?) ?(?:tried|taken|had|used|started|given)\b"
)


def _is_naive(analysis: Analysis, drug: Mention) -> bool:
    return bool(_NEVER_TRIED.match(analysis.plain, drug.end)) or "naive" in analysis.between(drug.start, drug.end)


def _naive(analysis: Analysis, drug: Mention) -> Finding:
    return analysis.finding("bisphosphonate_problem", False, (drug.start, drug.end), CLEAR, "never")


def _is_asked(analysis: Analysis, drug: Mention, problem: re.Match[str]) -> bool:
    stretch = next((s for s, e in analysis.question_stretches if s <= drug.start < e), drug.start)
    lead = analysis.between(stretch, min(problem.start(), drug.start))
    if re.search(
        r"\b(?:i|i've|my|she|her|i'm)\b[^.;?]{0,40}\b(?:can't|couldn't|cannot|failed|didn't|stopped|"
        r"had to|intoleran\w*)\b",
        analysis.between(stretch, problem.end()),
    ):
        return False
    return bool(_ASKS_WHETHER.search(lead)) or problem.start() >= stretch

"""Words of intolerance to, or failure of, a drug, and the drug that they belong to."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.medication.drugs import bisphosphonates
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

_WINDOW = 130


INTOLERANCE = Pattern("bisphosphonate", "intolerance")
_FAILURE = Pattern("bisphosphonate", "failure")
_SHORTHAND = re.compile(r"(?:w/|d/t|2/2)")
_LIVED = re.compile(
    r"\b(?:i|i've|i'd|my|me|she|her|pt|patient|had|got|gets|stopped|since|starting|started|whenever|every time|each time|"
    r"dyspeptic|nauseated|nauseous|"
    r"refus\w+|vomits|throws|threw|tried|blasted|bloody|can't|\d\d ?(?:f|yo))\b|c/o|d/c"
)
_SYMPTOM_FROM = Pattern("bisphosphonate", "symptom_from")
TOLERATED = Pattern("bisphosphonate", "tolerated")
NEGATED_TOLERANCE = re.compile(
    r"\b(?:not|n't|cannot|cant|never|nobody|no one|few|who|poorly|badly|barely|hardly|unable to|"
    r"without being able to)\s+(?:\w+\s+)?$"
)
# "No history of alendronate intolerance".
_NO_HISTORY = re.compile(r"\b(?:no|nil|denies any) (?:history|hx|h/o|record|evidence|signs?)(?: of)? (?:\w+ ){0,3}$")
MAY_COME = re.compile(
    r"\b(?:worried|worries|afraid|scared|worry|fears?|feared|frightened|nervous|heard|read|told)\b[^.;]{0,40}$|"
    r"\b(?:will|would|might|could|can|may)\s+(?:also\s+)?$"
)
_TROUBLE_FROM = Pattern("bisphosphonate", "trouble_from")
OTHER_MEDICINE = Pattern("bisphosphonate", "other_medicine")
TO_COME = Pattern("bisphosphonate", "to_come")
_LISTED = re.compile(r",\s*(?:(?:now|currently|still|is|been|pt|has been)\s+)*on\s*$")
_LED_TO = re.compile(
    r"\W*(?:(?:\d+ ?mg|od|weekly|monthly|daily|once a week|x ?\d+ ?(?:y|m|yrs?|years?|mo|"
    r"months?)|for \d+ \w+)\W*)*(?:-|:|\u2192|gave|gives|caus\w+|made|"
    r"and|led to|->|brought on|resulted|=>|\+|with|,)"
)
_BECAUSE_ALREADY = re.compile(
    r"\b(?:because of|due to|have|has|had|with|my|known|history of|h/o|pmh\w*|"
    r"suffer from)\s+(?:\w+\s+)?$"
)


def find_trouble(analysis: Analysis, drug: Mention) -> re.Match[str] | None:
    """Return the words of a problem that belong to the drug, in its sentence or the one after it."""
    brought_on = near(analysis, drug, _SYMPTOM_FROM)
    if brought_on and brought_on.end() == drug.start and _is_lived(analysis, brought_on):
        return brought_on
    intolerance = near(analysis, drug, INTOLERANCE)
    if intolerance:
        return intolerance
    failure = near(analysis, drug, _FAILURE)
    if failure and _LISTED.search(analysis.between(min(failure.start(), drug.start), drug.start)):
        return None  # "wrist fx, on alendronate" lists both, and says nothing of what came first
    return failure if failure and not _broke_elsewhere(analysis, drug, failure) else None


# "Broken on a kerb, never had a bisphosphonate": the bone broke on something else.
_ENDS_ON = re.compile(r"\bon$")
_ONLY_WORDS = re.compile(r"\s+(?:(?!never\b|not\b|no\b|and\b|ice\b)[\w'-]+\s+){0,3}")
# "… and was put on Fosamax", "now I am on it", "not on it".
_LATER_ON = re.compile(
    r"\b(?:not|now|put|started?|went|gone|am|i'm|isn't|wasn't|never|since|then|thereafter|afterwards)\b(?:\s+\w+){0,2}\s+on$"
)


def _broke_elsewhere(analysis: Analysis, drug: Mention, failure: re.Match[str]) -> bool:
    if not _ENDS_ON.search(failure.group()) or drug.start < failure.end():
        return False
    if _LATER_ON.search(failure.group()):
        return True
    return _ONLY_WORDS.fullmatch(analysis.between(failure.end(), drug.start)) is None


def _is_lived(analysis: Analysis, match: re.Match[str]) -> bool:
    """True where somebody had the symptom; a bare "nausea with Boniva" is a topic to read about."""
    if _SHORTHAND.search(match.group()):
        return True
    sentence = analysis.sentence(match.start())
    return bool(_LIVED.search(analysis.plain, sentence.start, sentence.end))


def near(analysis: Analysis, drug: Mention, pattern: Pattern) -> re.Match[str] | None:
    index = analysis.sentence_index(drug.start)
    start = max(analysis.sentences[index].start, drug.start - _WINDOW)
    end = analysis.sentences[index].end
    following = index + 1 < len(analysis.sentences) and _continues(analysis, index + 1)
    if following:
        end = analysis.sentences[index + 1].end
    end = min(end, drug.end + _WINDOW)
    for match in pattern.finditer(analysis.plain, start, end):
        if re.match(
            r"\s*(?:from|of|on|with|to)\s+(?:\w+\s+)?(?:earlier|other|previous|another|different|"
            r"my other)\b",
            analysis.plain[match.end() :],
        ):
            continue
        if re.search(r"\b(?:if|whether)\s+(?:\w+\s+){0,3}$", analysis.before(match.start(), 30)):
            continue
        if (
            not is_denied(analysis, match)
            and not MAY_COME.search(analysis.between(start, match.start()))
            and not _belongs_elsewhere(analysis, drug, match)
        ):
            return match
    return None


def _continues(analysis: Analysis, index: int) -> bool:
    """True where a sentence goes on about the drug ("It upset my stomach.")."""
    sentence = analysis.sentences[index]
    text = analysis.between(sentence.start, sentence.end)
    return bool(
        re.search(r"\b(?:it|they|them|this|that|stopped|tablets?|pills?|had to|couldn't)\b", text[:60])
    ) and not any(sentence.start <= m.start < sentence.end for m in analysis.theme("drug"))


def is_denied(analysis: Analysis, match: re.Match[str]) -> bool:
    before = analysis.before(match.start(), 30)
    return bool(
        re.search(
            r"\b(?:no|not|never|without|denies|haven't|hasn't|didn't|don't|doesn't|any|"
            r"isn't)\s+(?:\w+\s+){0,2}$",
            before,
        )
        or _NO_HISTORY.search(before)
    ) and not re.match(r"(?:can't|cannot|couldn't|not|didn't|did not|doesn't|does not|never|no)\b", match.group())


def _belongs_elsewhere(analysis: Analysis, drug: Mention, match: re.Match[str]) -> bool:
    """True where another drug stands between, or the trouble was there without the drug."""
    low, high = min(match.end(), drug.end), max(match.start(), drug.start)
    start = analysis.sentence(match.start()).start
    others = [
        m
        for m in analysis.theme("drug")
        if m.concept not in bisphosphonates() and m.concept not in ("calcium", "vitamin_d", "ppi")
    ]
    if any(low <= m.start < high for m in others) and not match.group().startswith("fail"):
        return True
    if OTHER_MEDICINE.search(analysis.plain, max(start, drug.end if drug.end <= match.start() else start), match.end()):
        return not (drug.start >= match.end() and _TROUBLE_FROM.fullmatch(analysis.between(low, high)))
    if match.end() <= drug.start and any(start <= m.start < match.start() for m in others):
        # "On Evista I had reflux, now they want to start Fosamax": the trouble was that of the first drug.
        return bool(TO_COME.search(analysis.between(match.end(), drug.start)))
    bare_illness = match.group() in (
        "reflux",
        "gerd",
        "gord",
        "heartburn",
        "dyspepsia",
        "indigestion",
        "oesophagitis",
        "esophagitis",
        "atypical fracture",
        "onj",
        "mronj",
    )
    if not bare_illness:
        return False
    gap = analysis.between(low, high)
    if drug.start > match.start():
        return not _TROUBLE_FROM.fullmatch(gap)
    return not _LED_TO.match(gap) or bool(
        _BECAUSE_ALREADY.search(analysis.before(match.start(), 30)) and "because" not in gap
    )

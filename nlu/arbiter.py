"""The last word on a message's intent: what was read from it outweighs what it sounds like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlu.intent.words import question_in

NOT_UNDERSTOOD = "nlu_fallback"
INFORM = "inform"
START_CHECK = "start_check"
WHAT_IF = "what_if"

FACTS = frozenset(
    {
        "t_score",
        "age",
        "fracture",
        "fracture_site",
        "vertebral_fractures",
        "high_energy",
        "climacteric_symptoms",
        "bisphosphonate_problem",
        "low_peripheral_risk",
        "scope",
        "menopause",
    }
)
OWN = frozenset({"present", "absent", "past", "never", "unknown"})
"""The statuses of a finding that speak of the person herself, now or before."""

ALARM = "red_flag"
"""The intent of a danger sign now. The extractor's finding of that name is what warns; the intent is a second net."""

Ranking = list[dict[str, Any]]


@dataclass(frozen=True)
class Limits:
    """What the classifier's confidence (0 to 1) must reach; measured, see docs/measurements.md.

    understood: below it the message counts as not understood.
    alarm: below it the classifier alone does not speak of a danger sign that the extractor did not find.
    """

    understood: float
    alarm: float


def rank(
    scores: Callable[[str], Mapping[str, float]],
    text: str,
    findings: Sequence[Mapping[str, Any]],
    reading: Mapping[str, Any],
    limits: Limits,
) -> Ranking:
    """Return the intents of a message, the one that counts first.

    A long case drowns the question at its end, and the facts are read anyway: where the whole sounds like facts only,
    the question is classified by itself, and counts if it is clear.

    :param scores: gives the probability of each intent for a text, the likeliest first
    """
    ranking = arbitrate(_ranked(scores(text)), findings, reading, limits)
    question = question_in(text) if reading.get("asks") and ranking[0]["name"] == INFORM else None
    if question is None:
        return ranking
    asked = [each for each in _ranked(scores(question)) if each["name"] != INFORM]
    clear = asked and not _is_unsure(asked, limits.understood)
    return asked if clear and (_is_question(asked) or asked[0]["name"] == START_CHECK) else ranking


def _ranked(scores: Mapping[str, float]) -> Ranking:
    return [{"name": name, "confidence": score} for name, score in scores.items()]


def arbitrate(
    ranking: Ranking, findings: Sequence[Mapping[str, Any]], reading: Mapping[str, Any], limits: Limits
) -> Ranking:
    """Return the ranking with the intent that counts in the first place.

    :param ranking: intents with confidence, the likeliest first; may be empty
    :param findings: what the extractor found
    :param reading: its flags of the whole message
    :param limits: the confidences that count
    """
    facts = [each for each in findings if each["entity"] in FACTS]
    if reading.get("hypothetical") and facts:
        return _first(WHAT_IF, ranking)
    ranking = _without_false_alarm(ranking, findings, limits.alarm)
    if any(each["status"] in OWN for each in facts) and not reading.get("asks"):
        told = _is_question(ranking) or _is_unsure(ranking, limits.understood)
        return _first(INFORM, ranking) if told else ranking
    return _first(NOT_UNDERSTOOD, ranking) if _is_unsure(ranking, limits.understood) else ranking


def _without_false_alarm(ranking: Ranking, findings: Sequence[Mapping[str, Any]], least: float) -> Ranking:
    """Put a half-hearted alarm that the extractor does not share behind the next likely intent."""
    shared = any(each["entity"] == ALARM for each in findings)
    if shared or len(ranking) < 2 or ranking[0]["name"] != ALARM or ranking[0]["confidence"] >= least:
        return ranking
    alarm, second, *others = ranking
    return [{"name": second["name"], "confidence": alarm["confidence"]}, alarm, *others]


def _is_unsure(ranking: Ranking, least_confidence: float) -> bool:
    return not ranking or ranking[0]["confidence"] < least_confidence


def _is_question(ranking: Ranking) -> bool:
    return str(ranking[0]["name"]).startswith("ask_") if ranking else False


def _first(intent: str, ranking: Ranking) -> Ranking:
    return [{"name": intent, "confidence": 1.0}, *(each for each in ranking if each["name"] != intent)]

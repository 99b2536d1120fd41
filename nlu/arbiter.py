"""The last word on a message's intent: what was read from it outweighs what it sounds like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

NOT_UNDERSTOOD = "nlu_fallback"
INFORM = "inform"
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

Ranking = list[dict[str, Any]]


def arbitrate(
    ranking: Ranking, findings: Sequence[Mapping[str, Any]], reading: Mapping[str, Any], least_confidence: float
) -> Ranking:
    """Return the ranking with the intent that counts in the first place.

    :param ranking: intents with confidence, the likeliest first; may be empty
    :param findings: what the extractor found
    :param reading: its flags of the whole message
    :param least_confidence: below it the message counts as not understood
    """
    facts = [each for each in findings if each["entity"] in FACTS]
    if reading.get("hypothetical") and facts:
        return _first(WHAT_IF, ranking)
    if any(each["status"] in OWN for each in facts) and not reading.get("asks"):
        return _first(INFORM, ranking) if _is_question(ranking) or _is_unsure(ranking, least_confidence) else ranking
    return _first(NOT_UNDERSTOOD, ranking) if _is_unsure(ranking, least_confidence) else ranking


def _is_unsure(ranking: Ranking, least_confidence: float) -> bool:
    return not ranking or ranking[0]["confidence"] < least_confidence


def _is_question(ranking: Ranking) -> bool:
    return str(ranking[0]["name"]).startswith("ask_") if ranking else False


def _first(intent: str, ranking: Ranking) -> Ranking:
    return [{"name": intent, "confidence": 1.0}, *(each for each in ranking if each["name"] != intent)]

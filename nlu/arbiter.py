"""The last word on a message's intent: what was read from it outweighs what it sounds like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from nlu.alarms import CRY, Ranking, calmed, cry_in_part, is_shared, without_half_hearted
from nlu.asked_for import holds_words, without_unasked
from nlu.elsewhere import of_other_medicine
from nlu.intent.words import question_in
from nlu.story import asked_of_story
from nlu.tale import is_tale_of_medicine

ENDINGS, A_CASE = frozenset({"stop", "goodbye"}), 2
"""What nobody says who tells so many kinds of facts in the same breath."""

NOT_UNDERSTOOD = "nlu_fallback"
INFORM = "inform"
START_CHECK = "start_check"
WHAT_IF = "what_if"

SMALL_TALK, MEANT = frozenset({"complain", "repeat", "greet", "thanks", "ask_human", "announcement", "quiz"}), 0.6
"""What a fact in odd words sounds like by chance ("and L3 is squashed too"), and the confidence from which it is meant."""

FACTS = frozenset(
    {
        "t_score",
        "age",
        "fracture",
        "fracture_site",
        "vertebral_fractures",
        "high_energy",
        "site_force",
        "climacteric_symptoms",
        "bisphosphonate_problem",
        "low_peripheral_risk",
        "scope",
        "menopause",
    }
)
OWN = frozenset({"present", "absent", "past", "never", "unknown"})
"""The statuses of a finding that speak of the person herself, now or before."""

STOPPING = "ask_stopping_or_holiday"
NO_BONE_DRUG = frozenset({"calcium", "vitamin_d", "glucocorticoid"})
_MAY_STOP = re.compile(
    r"\b(?:should|ought|shall|must)\s+(?:i|we|she|he|they|one|(?:my|the|this|our)\s+\w+|\w+)\s+(?:\w+\s+){0,3}?"
    r"(?:stop(?:ped|ping)?|com(?:e|ing)\s+off|quit|discontinued?|paused?|give\s+up)\b(?P<what>[^.?!]*)",
    re.IGNORECASE,
)
_TREATMENT = re.compile(
    r"\b(?:it|them|this|treatment|therapy|taking|medicines?|medication|drugs?|tablets?|pills?|drip|infusions?|injections?"
    r"|jabs?|shots?|pen|bisphosphonates?)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:wrote|written|(?:report|letter|paper|doctor|gp|nurse) (?:says?|said|reads?))\b", re.IGNORECASE
)


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

    A question about another medicine is none of ours. Where it is asked whether to stop a treatment, stopping is among
    the first two, whatever else the words sound like.

    :param scores: gives the probability of each intent for a text, the likeliest first
    """
    ranking = of_other_medicine(_heard(scores, text, findings, reading, limits), text, findings)
    return _with_stopping(ranking) if _asks_to_stop(text, findings) else ranking


def _asks_to_stop(text: str, findings: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether the message asks "should I stop" of a bone treatment; not of smoking, nor of calcium."""
    asked = _MAY_STOP.search(text)
    if asked is None:
        return False
    named = any(each["entity"] == "drug" and each.get("value") not in NO_BONE_DRUG for each in findings)
    return named or not asked["what"].strip() or _TREATMENT.search(asked["what"]) is not None


def _with_stopping(ranking: Ranking) -> Ranking:
    if not ranking or STOPPING in [each["name"] for each in ranking[:2]]:
        return ranking
    first, *others = ranking
    confidence = others[0]["confidence"] if others else 0.0
    return [
        first,
        {"name": STOPPING, "confidence": confidence},
        *(each for each in others if each["name"] != STOPPING),
    ]


def _heard(
    scores: Callable[[str], Mapping[str, float]],
    text: str,
    findings: Sequence[Mapping[str, Any]],
    reading: Mapping[str, Any],
    limits: Limits,
) -> Ranking:
    """Return the intents by the classifier and by what was read.

    A long case drowns the question at its end, and the facts are read anyway: where the whole sounds like facts only,
    the question is classified by itself, and counts if it is clear.
    """

    def ranked(part: str) -> Ranking:
        return [{"name": name, "confidence": score} for name, score in scores(part).items()]

    ranking = ranked(text)
    if not is_shared(findings):
        ranking = calmed(ranked, text, reading.get("calm") or (), ranking)
        ranking = without_unasked(ranking, text, findings, bool(_told(findings)))
        cry = cry_in_part(ranked, text, reading.get("calm") or (), partial(holds_words, CRY))
        if cry and without_unasked(cry[1], cry[0], findings, True)[0]["name"] == CRY:
            return cry[1]
    sounds, ranking = ranking, arbitrate(ranking, findings, reading, limits)
    if ranking[0]["name"] == INFORM and is_tale_of_medicine(sounds, text, findings, _told(findings)):
        return sounds
    supposes = ranking[0]["name"] == WHAT_IF
    if supposes and not reading.get("hypothetical") and _told(findings) and _REPORTED.search(text):
        ranking = _first(INFORM, ranking)  # what a doctor wrote is supposed by nobody
    if not reading.get("asks") or not ranking:
        return ranking
    if ranking[0]["name"] != INFORM:
        told = _told(findings) if _is_question(ranking) else set()
        return asked_of_story(ranked, text, findings, len(told)) or ranking
    question = question_in(text)
    if question is None:
        return ranking
    asked = [each for each in ranked(question) if each["name"] != INFORM]
    clear = asked and not _is_unsure(asked, limits.understood)
    return asked if clear and (_is_question(asked) or asked[0]["name"] == START_CHECK) else ranking


def arbitrate(
    ranking: Ranking, findings: Sequence[Mapping[str, Any]], reading: Mapping[str, Any], limits: Limits
) -> Ranking:
    """Return the ranking with the intent that counts in the first place.

    :param ranking: intents with confidence, the likeliest first; may be empty
    :param findings: what the extractor found
    :param reading: its flags of the whole message
    :param limits: the confidences that count
    """
    if any(each["entity"] == "red_flag" and each.get("value") == CRY for each in findings):
        return _first(CRY, ranking)
    told = _told(findings)
    if _never_had(findings) and not reading.get("asks") and _is_question(ranking):
        return _first(INFORM, ranking)
    if reading.get("hypothetical") and any(each["entity"] in FACTS for each in findings):
        return _first(WHAT_IF, ranking)
    ranking = without_half_hearted(ranking, findings, limits.alarm)
    if reading.get("heading"):
        ranking = [each for each in ranking if each["name"] != INFORM]
    if ranking and ranking[0]["name"] in ENDINGS and len(told) >= A_CASE:
        return _first(INFORM, ranking)  # "T -1.9, 71F, no #. Leave alone?" is a case
    if told and not reading.get("asks"):
        tells_only = _is_question(ranking) or _is_unsure(ranking, limits.understood) or _is_half_small_talk(ranking)
        return _first(INFORM, ranking) if tells_only else ranking
    return _first(NOT_UNDERSTOOD, ranking) if _is_unsure(ranking, limits.understood) else ranking


def _told(findings: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the kinds of facts that were read of the person herself."""
    return {each["entity"] for each in findings if each["entity"] in FACTS and each["status"] in OWN}


def _never_had(findings: Sequence[Mapping[str, Any]]) -> bool:
    """ "Never had HRT" says something and asks nothing."""
    return any(each["entity"] == "drug" for each in findings) and all(
        each.get("status") == "never" for each in findings
    )


def _is_unsure(ranking: Ranking, least_confidence: float) -> bool:
    return not ranking or ranking[0]["confidence"] < least_confidence


def _is_half_small_talk(ranking: Ranking) -> bool:
    return ranking[0]["name"] in SMALL_TALK and ranking[0]["confidence"] < MEANT


def _is_question(ranking: Ranking) -> bool:
    return str(ranking[0]["name"]).startswith("ask_") if ranking else False


def _first(intent: str, ranking: Ranking) -> Ranking:
    return [{"name": intent, "confidence": 1.0}, *(each for each in ranking if each["name"] != intent)]

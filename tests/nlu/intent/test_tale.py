"""The tale of how a medicine went has a matter, although it asks nothing; a case stays a case."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.arbiter import Limits, rank
from nlu.tale import WORDS

LIMITS = Limits(understood=0.2, alarm=0.7)
TOPIC = "ask_adherence"
TALE = (
    "I had the weekly tablet for three winters and it never agreed with me, so in the end I threw the box out and told "
    "nobody, and I feel the better for it."
)
SHORT = "The weekly tablet gave me heartburn and I left it off."
OF_A_PATIENT = TALE.replace("I ", "she ").replace("me", "her")
DRUG = {"entity": "drug", "status": "past", "value": "alendronate"}
PROBLEM = {"entity": "bisphosphonate_problem", "status": "present"}
SCORE = {"entity": "t_score", "status": "present"}
AGE = {"entity": "age", "status": "present"}
SITE = {"entity": "fracture_site", "status": "present"}


@pytest.mark.parametrize(
    ("sentence", "text", "findings", "confidence", "first"),
    [
        ("a tale has a matter", TALE, [DRUG, PROBLEM], 0.8, TOPIC),
        ("at the limit as well", TALE, [DRUG, PROBLEM], 0.75, TOPIC),
        ("not where it is doubtful", TALE, [DRUG, PROBLEM], 0.74, "inform"),
        ("a short one answers a question of ours", SHORT, [DRUG, PROBLEM], 0.9, "inform"),
        ("with a T-score it is a case", TALE, [DRUG, PROBLEM, SCORE], 0.9, "inform"),
        ("with three kinds of facts as well", TALE, [DRUG, PROBLEM, AGE, SITE], 0.9, "inform"),
        ("two by the way are none", TALE, [DRUG, PROBLEM, AGE], 0.9, TOPIC),
        ("without a medicine it is no tale of one", TALE, [PROBLEM], 0.9, "inform"),
        ("nor with calcium alone", TALE, [{**DRUG, "value": "calcium"}, PROBLEM], 0.9, "inform"),
        ("nor with a mother's", TALE, [{**DRUG, "status": "family"}, PROBLEM], 0.9, "inform"),
        ("a patient's chart is a case", OF_A_PATIENT, [DRUG, PROBLEM], 0.9, "inform"),
    ],
)
def test_tales(sentence: str, text: str, findings: list[dict[str, Any]], confidence: float, first: str) -> None:
    heard = rank(lambda _: {TOPIC: confidence, "inform": 1 - confidence}, text, findings, {"asks": False}, LIMITS)
    assert heard[0]["name"] == first


def test_the_tale_of_these_tests_is_long_enough_and_the_short_one_is_not() -> None:
    assert len(SHORT.split()) < WORDS <= len(TALE.split())


def test_small_talk_in_a_tale_is_no_matter() -> None:
    heard = rank(lambda _: {"thanks": 0.9}, TALE, [DRUG, PROBLEM], {"asks": False}, LIMITS)
    assert heard[0]["name"] == "thanks"


def test_the_facts_of_a_tale_rank_behind_its_matter() -> None:
    heard = rank(lambda _: {TOPIC: 0.8, "inform": 0.2}, TALE, [DRUG, PROBLEM], {"asks": False}, LIMITS)
    assert [each["name"] for each in heard] == [TOPIC, "inform"]

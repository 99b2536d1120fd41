"""What is read from the development set: floors slightly below what was measured, so that it cannot quietly get worse.

The figures: docs/measurements.md.
"""

from __future__ import annotations

import statistics

import pytest

from osteochat.evaluation.facts import GOLD_NAMES, accepted_actions, score_facts
from osteochat.evaluation.topics import score_red_flags
from tests.data.understanding import dev, outcome

CASES = ("facts", "vignettes")
REGISTERS = ("patient", "caregiver", "clinician", "french")
PRECISION = {"t_score": 0.99, "age": 0.99, "fracture": 0.96, "bisphosphonate_problem": 0.95}
RECALL = {"t_score": 0.98, "age": 0.98, "fracture": 0.96, "vertebral_fractures": 0.95, "bisphosphonate_problem": 0.85}
LEAST = 0.95
INVENTED = 0.03
RIGHT_ACTIONS = {"patient": 0.95, "caregiver": 0.87, "clinician": 0.95, "french": 0.95}
ASKED_BACK = 0.95
FALSE_ALARMS = 0.03


def read_rows(*names: str) -> list:
    """Return the records of these files, each with what it is read as."""
    return [(record, outcome(record["text"])) for name in names for record in dev(name)]


def test_at_least_300_messages_have_gold_facts_in_all_registers() -> None:
    with_facts = [record for name in CASES for record in dev(name) if record["facts"]]
    assert len(with_facts) >= 300
    assert {record["register"] for record in with_facts} == set(REGISTERS)


@pytest.mark.parametrize("fact", GOLD_NAMES)
def test_a_fact_is_read_and_read_rightly(fact: str) -> None:
    scores, _ = score_facts(read_rows(*CASES))
    assert scores[fact].precision >= PRECISION.get(fact, LEAST)
    assert scores[fact].recall >= RECALL.get(fact, LEAST)


def test_no_sign_is_lost() -> None:
    scores, remarks = score_facts(read_rows(*CASES))
    assert sum(score.counts["sign"] for score in scores.values()) == 0, remarks


def test_hardly_a_fact_is_invented() -> None:
    rows = read_rows(*CASES)
    scores, _ = score_facts(rows)
    assert sum(score.counts["invented"] for score in scores.values()) / len(rows) <= INVENTED


@pytest.mark.parametrize("register", REGISTERS)
def test_the_decision_is_right(register: str) -> None:
    rows = [(record, found) for record, found in read_rows("vignettes") if record["register"] == register]
    right = [found.action in accepted_actions(record) for record, found in rows]
    assert statistics.mean(right) >= RIGHT_ACTIONS[register]


@pytest.mark.parametrize("name", CASES)
def test_what_is_open_is_asked_back(name: str) -> None:
    doubtful = [found for record, found in read_rows(name) if record["ask"]]
    assert statistics.mean(found.action == "undetermined" or bool(found.asked_back) for found in doubtful) >= ASKED_BACK


def test_what_is_out_of_scope_is_never_answered_by_the_table() -> None:
    outside = [found for record, found in read_rows("vignettes") if record["action"] == "out_of_scope"]
    assert [found.action for found in outside] == ["out_of_scope"] * len(outside)


def test_every_danger_is_told_and_hardly_anything_else() -> None:
    shares, remarks = score_red_flags(read_rows("red_flags"))
    assert shares["red-flag recall"] == 1.0, remarks
    assert shares["false alarms"] <= FALSE_ALARMS

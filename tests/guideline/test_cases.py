"""The rule module case by case: (what it is, the facts, the action, the row), with the edges ±0.1 of each limit."""

from __future__ import annotations

import pytest

from guideline import Case, CaseError, decide, distances, near_limit, nearest_changes

EDGES = [
    (
        "severe vertebral, on the line",
        {"fracture": "severe_vertebral", "t_score": "-1.0"},
        "treat",
        "severe-vertebral/treat",
    ),
    (
        "severe vertebral, a tenth above",
        {"fracture": "severe_vertebral", "t_score": "-0.9"},
        "refer",
        "severe-vertebral/refer",
    ),
    (
        "severe vertebral, a hundredth above",
        {"fracture": "severe_vertebral", "t_score": "-0.99"},
        "refer",
        "severe-vertebral/refer",
    ),
    (
        "severe vertebral, a tenth below",
        {"fracture": "severe_vertebral", "t_score": "-1.1"},
        "treat",
        "severe-vertebral/treat",
    ),
    ("hip, on the line", {"fracture_sites": ["hip"], "t_score": "-1"}, "treat", "severe-nonvertebral/treat"),
    ("hip, a tenth above", {"fracture_sites": ["hip"], "t_score": "-0.9"}, "refer", "severe-nonvertebral/refer"),
    (
        "hip, a normal scan still goes to the specialist",
        {"fracture_sites": ["hip"], "t_score": "1.2"},
        "refer",
        "severe-nonvertebral/refer",
    ),
    ("wrist, on the treating line", {"fracture_sites": ["wrist"], "t_score": "-2.0"}, "treat", "non-severe/treat"),
    ("wrist, a tenth above", {"fracture_sites": ["wrist"], "t_score": "-1.9"}, "refer", "non-severe/refer"),
    ("wrist, on the referring line", {"fracture_sites": ["wrist"], "t_score": "-1.0"}, "refer", "non-severe/refer"),
    (
        "wrist, a tenth above that",
        {"fracture_sites": ["wrist"], "t_score": "-0.9"},
        "no_treatment",
        "non-severe/no-treatment",
    ),
    ("no fracture, on the line", {"fracture": "none", "t_score": "-3.0"}, "treat", "no-fracture/treat"),
    ("no fracture, a tenth above", {"fracture": "none", "t_score": "-2.9"}, "refer", "no-fracture/refer"),
    ("no fracture, on the referring line", {"fracture": "none", "t_score": "-2.0"}, "refer", "no-fracture/refer"),
    (
        "no fracture, a tenth above that",
        {"fracture": "none", "t_score": "-1.9"},
        "no_treatment",
        "no-fracture/no-treatment",
    ),
    ("a finger does not count", {"fracture_sites": ["hand"], "t_score": "-2.5"}, "refer", "no-fracture/refer"),
    (
        "a hip in a car crash does not count",
        {"fracture_sites": ["hip"], "high_energy": True, "t_score": "-1.5"},
        "no_treatment",
        "no-fracture/no-treatment",
    ),
    (
        "the worst site counts",
        {"fracture_sites": ["wrist", "hip"], "t_score": "-1.5"},
        "treat",
        "severe-nonvertebral/treat",
    ),
    (
        "hip and vertebra: the vertebral paragraph",
        {"fracture_sites": ["hip", "vertebra"], "t_score": "-1.5"},
        "treat",
        "severe-vertebral/treat",
    ),
    (
        "a number of vertebral fractures is enough",
        {"vertebral_fractures": 1, "t_score": "-1.5"},
        "treat",
        "severe-vertebral/treat",
    ),
    ("very low T-score, fracture unknown", {"t_score": "-3.4"}, "treat", None),
    ("severe, no scan yet", {"fracture_sites": ["hip"]}, "undetermined", None),
    ("nothing known", {}, "undetermined", None),
    ("a man", {"fracture_sites": ["hip"], "t_score": "-3", "scope": "man"}, "out_of_scope", None),
    ("a girl of 15, whatever else was said", {"age": 15, "scope": "in_scope"}, "out_of_scope", None),
]


@pytest.mark.parametrize(("sentence", "facts", "action", "row"), EDGES, ids=[case[0] for case in EDGES])
def test_action_and_row(sentence: str, facts: dict, action: str, row: str | None) -> None:
    decision = decide(Case.from_facts(facts))
    assert (decision["action"], decision["row"]) == (action, row)


STATUSES = [
    (
        "denosumab waits for a failed bisphosphonate",
        {"fracture_sites": ["hip"], "t_score": "-2"},
        "denosumab",
        "conditional",
        2,
    ),
    (
        "denosumab after intolerance",
        {"fracture_sites": ["hip"], "t_score": "-2", "bisphosphonate_problem": True},
        "denosumab",
        "listed",
        2,
    ),
    (
        "denosumab without a problem",
        {"fracture_sites": ["hip"], "t_score": "-2", "bisphosphonate_problem": False},
        "denosumab",
        "excluded",
        2,
    ),
    (
        "denosumab in the vertebral paragraph (R7)",
        {"fracture": "severe_vertebral", "t_score": "-2"},
        "denosumab",
        "listed",
        1,
    ),
    ("teriparatide with one vertebra", {"vertebral_fractures": 1, "t_score": "-2"}, "teriparatide", "excluded", 1),
    ("teriparatide with two", {"vertebral_fractures": 2, "t_score": "-2"}, "teriparatide", "listed", 1),
    (
        "teriparatide with their number unknown",
        {"fracture_sites": ["vertebra"], "t_score": "-2"},
        "teriparatide",
        "conditional",
        1,
    ),
    (
        "hormones at 50, end included (R8)",
        {"fracture": "none", "t_score": "-3", "age": 50, "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "listed",
        1,
    ),
    (
        "hormones at 60, end included (R8)",
        {"fracture": "none", "t_score": "-3", "age": 60, "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "listed",
        1,
    ),
    (
        "hormones at 49",
        {"fracture": "none", "t_score": "-3", "age": 49, "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "excluded",
        1,
    ),
    (
        "hormones at 61",
        {"fracture": "none", "t_score": "-3", "age": 61, "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "excluded",
        1,
    ),
    (
        "hormones at 72, symptoms unknown: ruled out already",
        {"fracture": "none", "t_score": "-3", "age": 72},
        "menopausal_hormone_therapy",
        "excluded",
        1,
    ),
    (
        "hormones, age unknown, no symptoms: ruled out already",
        {"fracture": "none", "t_score": "-3", "climacteric_symptoms": False},
        "menopausal_hormone_therapy",
        "excluded",
        1,
    ),
    (
        "hormones in the seventies",
        {"fracture": "none", "t_score": "-3", "age_range": [70, 79]},
        "menopausal_hormone_therapy",
        "excluded",
        1,
    ),
    (
        "hormones in the fifties, with symptoms",
        {"fracture": "none", "t_score": "-3", "age_range": [50, 59], "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "listed",
        1,
    ),
    (
        "hormones in the sixties: 60 is among them",
        {"fracture": "none", "t_score": "-3", "age_range": [60, 69], "climacteric_symptoms": True},
        "menopausal_hormone_therapy",
        "conditional",
        1,
    ),
    (
        "raloxifene is never inferred (R10)",
        {"fracture_sites": ["wrist"], "t_score": "-2.5"},
        "raloxifene",
        "conditional",
        1,
    ),
    (
        "raloxifene after hip and vertebra (R9)",
        {"fracture_sites": ["hip", "vertebra"], "t_score": "-2", "low_peripheral_risk": True},
        "raloxifene",
        "excluded",
        1,
    ),
    ("fracture unknown, very low T: every row lists it", {"t_score": "-3.5"}, "oral_bisphosphonate", "listed", 1),
    (
        "fracture unknown, very low T: one row does not mention it",
        {"t_score": "-3.5", "low_peripheral_risk": True},
        "raloxifene",
        "conditional",
        1,
    ),
    (
        "fracture unknown, very low T, after failure: every row lists it",
        {"t_score": "-3.5", "bisphosphonate_problem": True},
        "denosumab",
        "listed",
        2,
    ),
]


@pytest.mark.parametrize(("sentence", "facts", "drug", "status", "line"), STATUSES, ids=[case[0] for case in STATUSES])
def test_status_of_an_option(sentence: str, facts: dict, drug: str, status: str, line: int) -> None:
    option = next(each for each in decide(Case.from_facts(facts))["options"] if each["drug"] == drug)
    assert (option["status"], option["line"]) == (status, line)
    assert option["reason"]


REFUSED = [
    ("T-score without its point", {"t_score": "-25"}, "t_score"),
    ("T-score below the range", {"t_score": "-8.1"}, "t_score"),
    ("T-score above the range", {"t_score": "5.1"}, "t_score"),
    ("T-score with three decimals", {"t_score": "-2.345"}, "t_score"),
    ("T-score in words", {"t_score": "low"}, "t_score"),
    ("T-score as a binary float", {"t_score": -2.5}, "t_score"),
    ("T-score not a number", {"t_score": "NaN"}, "t_score"),
    ("age above the range", {"age": 111}, "age"),
    ("negative age", {"age": -1}, "age"),
    ("age as text", {"age": "72"}, "age"),
    ("age true", {"age": True}, "age"),
    ("a decade that runs backwards", {"age_range": [79, 70]}, "age_range"),
    ("a decade of one year", {"age_range": [70]}, "age_range"),
    ("unknown class", {"fracture": "broken"}, "fracture"),
    ("unknown site", {"fracture_sites": ["tail"]}, "fracture_sites"),
    ("sites as text", {"fracture_sites": "hip"}, "fracture_sites"),
    ("yes is not true", {"climacteric_symptoms": "yes"}, "climacteric_symptoms"),
    ("a list where a class is asked", {"fracture": ["none"]}, "fracture"),
    ("minus one vertebra", {"vertebral_fractures": -1}, "vertebral_fractures"),
    ("no vertebra, but a vertebra", {"fracture_sites": ["vertebra"], "vertebral_fractures": 0}, "vertebral_fractures"),
    ("none, but a hip", {"fracture": "none", "fracture_sites": ["hip"]}, "fracture"),
    ("non-severe, but two vertebrae", {"fracture": "non_severe", "vertebral_fractures": 2}, "fracture"),
    ("unknown scope", {"scope": "cat"}, "scope"),
]


@pytest.mark.parametrize(("sentence", "facts", "fact"), REFUSED, ids=[case[0] for case in REFUSED])
def test_bad_values_are_refused_with_the_fact_named(sentence: str, facts: dict, fact: str) -> None:
    with pytest.raises(CaseError) as refused:
        Case.from_facts(facts)
    assert refused.value.fact == fact and refused.value.reason


@pytest.mark.parametrize("value", ["-8.0", "-8", "5", "+5.0", "0", "-2.35", "-0.0"])
def test_t_scores_at_the_ends_are_taken(value: str) -> None:
    assert str(Case.from_facts({"t_score": value}).t_score) == value.lstrip("+")


def test_energy_not_known_leaves_both_rows_possible() -> None:
    case = Case.from_facts({"fracture_sites": ["hip"], "t_score": "-1.5"}, unsure=frozenset({"high_energy"}))
    assert decide(case)["possible_actions"] == ["treat", "no_treatment"]


def test_without_a_scan_a_severe_fracture_is_never_told_no_treatment() -> None:
    for sites in (["hip"], ["vertebra"]):
        assert decide(Case.from_facts({"fracture_sites": sites}))["possible_actions"] == ["treat", "refer"]


NOTES = [
    ("on a limit", {"fracture": "none", "t_score": "-3"}, "R5", True),
    ("off a limit", {"fracture": "none", "t_score": "-3.1"}, "R5", False),
    ("a finger", {"fracture_sites": ["hand"], "t_score": "-3.1"}, "R2", True),
    ("aged 60", {"fracture": "none", "t_score": "-3", "age": 60}, "R8", True),
    ("no scan", {"fracture": "none"}, "R12", True),
    ("hip, above -1", {"fracture_sites": ["hip"], "t_score": "0"}, "R6", True),
    ("hip with vertebra", {"fracture_sites": ["hip", "vertebra"], "t_score": "-2"}, "R9", True),
    ("denosumab in the vertebral row", {"fracture": "severe_vertebral", "t_score": "-2"}, "R7", True),
    ("scope not said", {"fracture": "none", "t_score": "-2"}, "R14", True),
    ("scope said", {"fracture": "none", "t_score": "-2", "scope": "in_scope"}, "R14", False),
]


@pytest.mark.parametrize(("sentence", "facts", "note", "bears"), NOTES, ids=[case[0] for case in NOTES])
def test_reading_notes(sentence: str, facts: dict, note: str, bears: bool) -> None:
    assert (note in decide(Case.from_facts(facts))["notes"]) is bears


def test_nearest_changes_name_the_next_value_that_alters_the_action() -> None:
    changes = {
        each["fact"]: each
        for each in nearest_changes(Case.from_facts({"fracture": "none", "t_score": "-2.9", "age": 58}))
    }
    assert (changes["t_score"]["value"], changes["t_score"]["action"], changes["t_score"]["distance"]) == (
        -3.0,
        "treat",
        0.1,
    )
    assert (changes["fracture"]["value"], changes["fracture"]["action"]) == ("non_severe", "treat")
    assert changes["age"]["action"] is None


def test_distances_are_those_of_the_limits_of_this_fracture_class() -> None:
    found = [
        (each["threshold"], each["distance"], each["action_beyond"])
        for each in distances(Case.from_facts({"fracture": "none", "t_score": "-2.9"}))
    ]
    assert found == [(-3.0, 0.1, "treat"), (-2.0, 0.9, "no_treatment")]


@pytest.mark.parametrize(
    ("t_score", "near"),
    [("-2.9", True), ("-3.0", True), ("-3.1", True), ("-3.11", False), ("-2.89", False), ("-2.5", False)],
)
def test_near_a_limit_means_within_the_last_digit_of_a_report(t_score: str, near: bool) -> None:
    assert (near_limit(Case.from_facts({"fracture": "none", "t_score": t_score})) is not None) is near

"""The product's table and the one typed by hand agree on every complete case, and on what unknown facts leave open."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import Case, decide
from guideline.judge import judge
from tests.guideline.second_table import second_table

FRACTURES = [
    ("none", None),
    ("non_severe", None),
    ("severe_nonvertebral", None),
    ("severe_vertebral", 1),
    ("severe_vertebral", 2),
]
TRUTHS = (True, False)


def test_both_tables_agree_on_every_complete_case() -> None:
    compared = 0
    for (fracture, count), tenths in product(FRACTURES, range(-60, 31)):
        t_score = Decimal(tenths) / 10
        for age, symptoms, problem, low_risk in product(range(30, 101), TRUTHS, TRUTHS, TRUTHS):
            verdict = judge(Case(fracture, (), count, t_score, age, None, symptoms, problem, low_risk))
            found = (
                verdict.action,
                verdict.row.strength if verdict.row else None,
                {standing.drug: standing.status for standing in verdict.standings},
            )
            assert found == second_table(fracture, count, tenths, age, symptoms, problem, low_risk)
            compared += 1
    assert compared == 258_440


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.none(), strategy)


partial_cases = st.fixed_dictionaries(
    {
        "fracture": st.sampled_from([(None, None), *FRACTURES, ("severe_vertebral", None)]),
        "tenths": maybe(st.integers(-60, 30)),
        "age": maybe(st.sampled_from([30, 49, 50, 55, 60, 61, 80, 100])),
        "symptoms": maybe(st.booleans()),
        "problem": maybe(st.booleans()),
        "low_risk": maybe(st.booleans()),
    }
)


def completions(case: dict) -> list[tuple]:
    """Every complete case that the partial one could turn out to be, at the values where the item's text changes."""
    fracture, count = case["fracture"]
    fractures = FRACTURES if fracture is None else [(fracture, count)]
    if fracture == "severe_vertebral" and count is None:
        fractures = [("severe_vertebral", 1), ("severe_vertebral", 2)]
    return [
        second_table(f, n, t, a, s, p, low)
        for (f, n), t, a, s, p, low in product(
            fractures,
            [case["tenths"]] if case["tenths"] is not None else [-60, -30, -29, -20, -19, -10, -9, 30],
            [case["age"]] if case["age"] is not None else [49, 50, 60, 61],
            [case["symptoms"]] if case["symptoms"] is not None else TRUTHS,
            [case["problem"]] if case["problem"] is not None else TRUTHS,
            [case["low_risk"]] if case["low_risk"] is not None else TRUTHS,
        )
    ]


@settings(max_examples=400, deadline=None)
@given(partial_cases)
def test_what_unknown_facts_leave_open_is_what_the_completions_have_in_common(case: dict) -> None:
    everywhere = completions(case)
    actions = {action for action, _, _ in everywhere}
    facts = {
        "fracture": case["fracture"][0],
        "vertebral_fractures": case["fracture"][1],
        "t_score": None if case["tenths"] is None else str(Decimal(case["tenths"]) / 10),
        "age": case["age"],
        "climacteric_symptoms": case["symptoms"],
        "bisphosphonate_problem": case["problem"],
        "low_peripheral_risk": case["low_risk"],
    }
    decision = decide(Case.from_facts(facts))
    assert set(decision["possible_actions"]) == actions
    assert decision["action"] == (actions.pop() if len(actions) == 1 else "undetermined")
    if decision["action"] != "treat":
        assert decision["options"] == []
        return
    drugs = {drug for _, _, options in everywhere for drug in options}
    for option in decision["options"]:
        statuses = {options.get(option["drug"], "absent") for _, _, options in everywhere}
        assert option["status"] == (statuses.pop() if len(statuses) == 1 else "conditional")
    assert {option["drug"] for option in decision["options"]} == drugs


complete_facts = st.fixed_dictionaries(
    {
        "fracture": st.sampled_from(FRACTURES),
        "t_score": st.integers(-60, 30).map(lambda tenths: Decimal(tenths) / 10),
        "age": st.integers(30, 100),
        "climacteric_symptoms": st.booleans(),
        "bisphosphonate_problem": st.booleans(),
        "low_peripheral_risk": st.booleans(),
    }
)


@settings(max_examples=300, deadline=None)
@given(
    complete_facts,
    st.sets(
        st.sampled_from(["t_score", "age", "climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk"])
    ),
)
def test_a_fact_that_is_not_missing_changes_nothing(complete: dict, hidden: set[str]) -> None:
    """Hide some facts; what is then not named as missing must not matter, and what is named must be hidden."""
    fracture, count = complete.pop("fracture")
    facts = {**complete, "fracture": fracture, "vertebral_fractures": count}
    shown = {name: value for name, value in facts.items() if name not in hidden}
    missing = set(decide(Case.from_facts(shown))["missing"])
    assert missing <= hidden
    settled = Case.from_facts({**shown, **{name: facts[name] for name in missing}})
    full = decide(Case.from_facts(facts))
    told = decide(settled)
    assert told["action"] == full["action"]
    assert [(o["drug"], o["status"]) for o in told["options"]] == [(o["drug"], o["status"]) for o in full["options"]]

"""The proof passes on the product's table, and each of its five properties is seen to fail on one broken on purpose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from guideline.case import Case
from guideline.judge import Verdict, judge
from guideline.table import Table
from guideline.table_file import default_table
from guideline.verify import Proof, verify


def failures_of(proof: Proof) -> list[str]:
    return sorted(failure.split(":")[0] for failure in proof.failures)


def with_row(row_id: str, **changes: object) -> Table:
    """Return the product's table with one row changed, unchecked."""
    table = default_table()
    rows = tuple(replace(row, **changes) if row.id == row_id else row for row in table.rows)  # type: ignore[arg-type]
    return replace(table, rows=rows)


def test_the_proof_passes_and_counts_its_cases() -> None:
    proof = verify()
    assert proof.failures == ()
    assert (proof.complete, proof.partial) == (258_440, 1_073_088)
    assert proof.distinct_wordings == 19


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(with_row("non-severe/refer", up_to=Decimal("-1.5")), id="a gap"),
        pytest.param(with_row("no-fracture/refer", above=Decimal("-4")), id="an overlap"),
    ],
)
def test_property_1_fails_without_exactly_one_row(table: Table) -> None:
    assert failures_of(verify(table)) == ["property 1"]


def careless_about_age(case: Case, table: Table) -> Verdict:
    """Ends the hormone window at 59, as if "between 50 and 60" excluded its end."""
    return judge(replace(case, age=61) if case.age == 60 else case, table)


def test_property_1_fails_when_the_decision_is_not_what_the_row_says() -> None:
    assert "property 1" in failures_of(verify(judge_case=careless_about_age))


def test_property_2_fails_when_a_worse_t_score_weakens_the_action() -> None:
    treat = default_table().row("severe-vertebral/refer")
    table = with_row("severe-vertebral/treat", action="refer", strength=None, options=())
    rows = tuple(
        replace(row, action="treat", strength="imperative") if row.id == treat.id else row for row in table.rows
    )
    assert "property 2" in failures_of(verify(replace(table, rows=rows)))


def ageist(case: Case, table: Table) -> Verdict:
    """Refuses treatment from 90 on."""
    verdict = judge(case, table)
    if case.age is None or case.age < 90 or verdict.action != "treat":
        return verdict
    return NO_TREATMENT


NO_TREATMENT = judge(Case(fracture="none", t_score=Decimal(0)))


def test_property_3_fails_when_age_changes_the_action() -> None:
    assert "property 3" in failures_of(verify(judge_case=ageist))


def unknown_as_no(case: Case, table: Table) -> Verdict:
    """Takes a blank as "no", as a risk calculator does."""
    if case.climacteric_symptoms is None:
        case = replace(case, climacteric_symptoms=False)
    return judge(case, table)


def test_property_4_fails_when_unknown_is_taken_as_no() -> None:
    assert "property 4" in failures_of(verify(judge_case=unknown_as_no))


ASKS_TOO_LATE: dict[Verdict, Verdict] = {}


def asks_age_only_once_symptoms_are_known(case: Case, table: Table) -> Verdict:
    """Forgets a question until another one has been answered."""
    verdict = judge(case, table)
    if case.climacteric_symptoms is None and "age" in verdict.missing:
        missing = tuple(fact for fact in verdict.missing if fact != "age")
        return ASKS_TOO_LATE.setdefault(verdict, replace(verdict, missing=missing))
    return verdict


def test_property_5_fails_when_an_answer_opens_a_question() -> None:
    assert "property 5" in failures_of(verify(judge_case=asks_age_only_once_symptoms_are_known))

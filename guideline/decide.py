"""One case in, one decision out, in the shape that every part of the product and its integrations share."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Optional

from guideline.case import Case
from guideline.judge import CONDITIONAL, EXCLUDED, OUT_OF_SCOPE, Standing, judge
from guideline.notes import notes_on
from guideline.space import COUNT, FRACTURE
from guideline.table import Row, Table
from guideline.table_file import default_table

WORDS_FOR_OPEN = {FRACTURE: "the kind of fracture, if there is one"}


def decide(case: Case, table: Optional[Table] = None) -> dict[str, Any]:
    """Return the decision on a case, JSON-ready.

    `action` is treat, refer, no_treatment, undetermined or out_of_scope. With unknown facts it is given as soon as
    every completion of the case leads to the same one; else it is undetermined, and `possible_actions` is what is open.
    `rows` holds each row that is still possible, with the words of the table that it encodes. An option's `open` and
    `failed` name the facts on which it still depends, and those that do not fulfil its condition.
    """
    table = table or default_table()
    if not case.is_in_scope:
        return _out_of_scope(case, table)
    verdict = judge(case, table)
    row = verdict.row
    return {
        "rule_version": table.rule_version,
        "row": row.id if row else None,
        "action": verdict.action,
        "strength": row.strength if row else None,
        "possible_actions": list(verdict.possible_actions),
        "options": [_option(case, standing) for standing in verdict.standings],
        "facts": case.as_facts(),
        "missing": list(verdict.missing),
        "source": {
            "id": table.source,
            "sentence": row.sentence if row else None,
            "options_sentence": row.options_sentence if row else None,
        },
        "rows": [_row(each) for each in verdict.rows],
        "notes": notes_on(case, verdict),
    }


def _out_of_scope(case: Case, table: Table) -> dict[str, Any]:
    return {
        "rule_version": table.rule_version,
        "row": None,
        "action": OUT_OF_SCOPE,
        "strength": None,
        "possible_actions": [OUT_OF_SCOPE],
        "options": [],
        "facts": case.as_facts(),
        "missing": [],
        "source": {"id": table.source, "sentence": table.scope_sentence, "options_sentence": None},
        "rows": [],
        "notes": ["R14"],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "row": row.id,
        "action": row.action,
        "fracture": row.fracture,
        "above": _number(row.above),
        "up_to": _number(row.up_to),
        "sentence": row.sentence,
    }


def _number(limit: Optional[Decimal]) -> Optional[float]:
    return None if limit is None else float(limit)


def _option(case: Case, standing: Standing) -> dict[str, Any]:
    return {
        "drug": standing.drug,
        "status": standing.status,
        "line": standing.line,
        "condition": _condition(standing),
        "reason": _reason(case, standing),
        "open": list(standing.open_facts),
        "failed": list(standing.failed_facts),
    }


def _condition(standing: Standing) -> Optional[str]:
    """Return what the option depends on: of a conditional one only what is not known."""
    if standing.status == CONDITIONAL:
        return " and ".join(_words_for_open(fact, standing) for fact in standing.open_facts)
    return " and ".join(condition.words for condition in standing.option.requires) or None


def _reason(case: Case, standing: Standing) -> str:
    if standing.status == CONDITIONAL:
        known = [_heard(case, fact) for fact in _facts_of(standing) if fact not in standing.open_facts]
        return " and ".join([*known, "the rest is not known" if known else "this is not known"])
    if not standing.option.requires:
        return "the table offers it to everybody in this row"
    shown = standing.failed_facts if standing.status == EXCLUDED else _facts_of(standing)
    return " and ".join(_heard(case, fact) for fact in shown)


def _facts_of(standing: Standing) -> tuple[str, ...]:
    return tuple(condition.fact for condition in standing.option.requires)


def _words_for_open(fact: str, standing: Standing) -> str:
    if fact in WORDS_FOR_OPEN:
        return WORDS_FOR_OPEN[fact]
    return next(each.words for each in standing.option.requires if each.fact == fact)


def _heard(case: Case, fact: str) -> str:
    """Say in a few words what was told about a fact."""
    value = getattr(case, fact)
    if fact == "age":
        return f"you told me an age of {value or '{}–{}'.format(*case.age_range or ())}"
    if fact == COUNT:
        return f"you told me of {value}"
    if fact == "low_peripheral_risk" and case.has_severe_peripheral:
        return "a severe fracture outside the spine has occurred"
    subject = {
        "climacteric_symptoms": "menopausal symptoms",
        "bisphosphonate_problem": "a bisphosphonate that failed or was not tolerated",
        "low_peripheral_risk": "a low risk of peripheral fracture",
    }[fact]
    return f"you told me of {subject}" if value else f"you told me: not {subject}"

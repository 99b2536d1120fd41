"""Refusing a table that is not whole.

Refused: a row without its sentence, an unknown drug, action or class, an option that is listed twice, two rows that
overlap, a band of T-scores that no row covers.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Optional

from guideline.case import SEVERAL
from guideline.errors import TableError
from guideline.fractures import CLASSES
from guideline.table import ACTIONS, DRUGS, Row, Table
from guideline.values import READERS

COUNT = "vertebral_fractures"
STRENGTHS = ("imperative", "proposed", "initiated")


def check_table(table: Table, path: Path) -> None:
    """Refuse a table that could answer wrongly.

    :raises TableError: at the first fault, with the line of its row
    """
    for row in table.rows:
        problem = _problem_of_row(row)
        if problem:
            raise TableError(str(path), row.line, f"row {row.id}: {problem}")
    facts = [condition.fact for condition in table.conditions]
    for condition in table.conditions:
        if condition.fact not in READERS or facts.count(condition.fact) > 1:
            problem = f"condition on {condition.fact}: each condition is on one known fact of its own"
            raise TableError(str(path), 1, problem)
        if condition.fact == COUNT and (condition.at_least, condition.at_most) != (SEVERAL, None):
            raise TableError(str(path), 1, "the number of vertebral fractures is told apart as one, and two or more")
    for fracture_class in CLASSES:
        _check_bands([row for row in table.rows if row.fracture == fracture_class], fracture_class, path)


def _problem_of_row(row: Row) -> Optional[str]:
    drugs = [option.drug for option in row.options]
    if not row.sentence.strip():
        return "there is no source sentence"
    if row.fracture not in CLASSES:
        return f"unknown fracture class {row.fracture!r}; the classes are {', '.join(CLASSES)}"
    if row.action not in ACTIONS:
        return f"unknown action {row.action!r}; the actions are {', '.join(ACTIONS)}"
    if (row.strength in STRENGTHS) != (row.action == "treat"):
        return f"a row that treats, and no other, has a strength: {', '.join(STRENGTHS)}"
    if bool(row.options) != (row.action == "treat") or bool(row.options_sentence) != bool(row.options):
        return "a row that treats, and no other, lists options and the sentence they come from"
    for drug in drugs:
        if drug not in DRUGS:
            return f"unknown drug {drug!r}; the drugs are {', '.join(DRUGS)}"
        if drugs.count(drug) > 1:
            return f"{drug} is listed twice"
    return None


def _check_bands(rows: list[Row], fracture_class: str, path: Path) -> None:
    """Walk the bands of one class from the lowest to the highest T-score."""
    ordered = sorted(rows, key=lambda row: Decimal("-Infinity") if row.above is None else row.above)
    if not ordered:
        raise TableError(str(path), 1, f"no row covers the class {fracture_class}")
    reached: Optional[Decimal] = None
    for index, row in enumerate(ordered):
        if index and (reached is None or row.above is None or row.above < reached):
            raise TableError(str(path), row.line, f"row {row.id} overlaps row {ordered[index - 1].id}")
        if row.above != reached:
            below = "the lowest values" if reached is None else f"{reached}"
            raise TableError(str(path), row.line, f"gap: no row covers T-scores from {below} up to {row.above}")
        if row.up_to is not None and row.above is not None and row.up_to <= row.above:
            raise TableError(str(path), row.line, f"row {row.id} covers no T-score")
        reached = row.up_to
    if reached is not None:
        raise TableError(str(path), ordered[-1].line, f"gap: no row covers T-scores above {reached}")

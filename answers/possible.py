"""What is still possible while a fact is missing: "T-score of −1 or lower: treatment; above: see a specialist"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from answers.facts import action_name, limit
from answers.register import Audience
from answers.strings import theme

Row = Mapping[str, Any]


def possible_by_missing(rows: list[Row], audience: Audience) -> str:
    """Return the actions of the rows that are still possible, each with the fracture class or band that leads to it."""
    classes = list(dict.fromkeys(row["fracture"] for row in rows))
    if len(classes) == 1:
        return "; ".join(f"{_band(row)}: {action_name(row['action'], audience)}" for row in _by_band(rows))
    if all(sum(row["fracture"] == each for row in rows) == 1 for each in classes):
        words = theme("facts")["classes"][audience]
        return "; ".join(f"{words[row['fracture']]}: {action_name(row['action'], audience)}" for row in rows)
    actions = dict.fromkeys(action_name(row["action"], audience) for row in rows)
    return " / ".join(actions)


def _by_band(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["above"] is not None, row["above"] or 0.0))


def _band(row: Row) -> str:
    if row["up_to"] is None:
        return f"T-score above {limit(row['above'])}"
    if row["above"] is None:
        return f"T-score {limit(row['up_to'])} or lower"
    return f"T-score above {limit(row['above'])}, up to {limit(row['up_to'])}"

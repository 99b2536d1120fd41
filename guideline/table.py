"""The decision table: rows as data, each with the words of the source, checked when it is loaded.

The rows themselves are in `table.json`, read by `table_file`. Changing a row, a limit or a reading is a
change of `rule_version`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Optional

ACTIONS = ("treat", "refer", "no_treatment")
"""The actions of the table, from the strongest to the weakest."""

DRUGS = (
    "oral_bisphosphonate",
    "injectable_bisphosphonate",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
)


@dataclass(frozen=True, eq=False)
class Condition:
    """What an option asks for: a fact that must be true, or lie between two limits (both included)."""

    id: str
    fact: str
    words: str
    at_least: Optional[int] = None
    at_most: Optional[int] = None

    def holds(self, value: Any) -> Optional[bool]:
        """Say whether the value of the fact fulfils the condition; None when the value is unknown."""
        if value is None:
            return None
        if self.at_least is None and self.at_most is None:
            return bool(value)
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)


@dataclass(frozen=True, eq=False)
class Option:
    """A drug that a row offers: first or second line, and the conditions under which it does."""

    drug: str
    line: int
    requires: tuple[Condition, ...] = ()


@dataclass(frozen=True, eq=False)
class Row:
    """One row: a fracture class and a band of T-scores (above one limit, up to and including the other)."""

    id: str
    fracture: str
    above: Optional[Decimal]
    up_to: Optional[Decimal]
    action: str
    strength: Optional[str]
    sentence: str
    options_sentence: Optional[str]
    options: tuple[Option, ...]
    notes: tuple[str, ...]
    line: int

    def covers(self, fracture_class: str, t_score: Decimal) -> bool:
        """Say whether the row is the one for this class and T-score (R5: a limit itself belongs to its "≤" side)."""
        return (
            self.fracture == fracture_class
            and (self.above is None or t_score > self.above)
            and (self.up_to is None or t_score <= self.up_to)
        )


@dataclass(frozen=True, eq=False)
class Table:
    """The whole table with its version and the conditions that its options share."""

    source: str
    title: str
    rule_version: str
    scope_sentence: str
    conditions: tuple[Condition, ...]
    rows: tuple[Row, ...]

    @cached_property
    def limits(self) -> tuple[Decimal, ...]:
        """All T-scores at which a row ends, in rising order."""
        return tuple(sorted({row.up_to for row in self.rows if row.up_to is not None}))

    def band_of(self, t_score: Decimal) -> int:
        """Return the number of the band that holds the T-score; 0 is the lowest band."""
        return bisect_left(self.limits, t_score)

    def row(self, row_id: str) -> Row:
        """Return the row of that id. :raises KeyError: when there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

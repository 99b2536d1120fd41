"""The grid of cases on which the table is proved: every complete case and every case with unknown facts.

Ages 30 to 100 and T-scores −6.0 to +3.0 by 0.1, five fracture states, three yes-or-no facts. A case is addressed by one
number, so that what is told to all of them fits into one array.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Optional

from guideline.case import Case
from guideline.space import GRID_AGES, GRID_T_SCORES

FRACTURES: tuple[tuple[Optional[str], Optional[int]], ...] = (
    (None, None),
    ("none", None),
    ("non_severe", None),
    ("severe_nonvertebral", None),
    ("severe_vertebral", 1),
    ("severe_vertebral", 2),
    ("severe_vertebral", None),
)
"""Fracture class and number of vertebral fractures. First: unknown. Last: vertebral, their number unknown."""

COUNT_UNKNOWN = len(FRACTURES) - 1
COMPLETE_FRACTURES = range(1, COUNT_UNKNOWN)
T_SCORES: tuple[Optional[Decimal], ...] = (None, *GRID_T_SCORES)
AGES: tuple[Optional[int], ...] = (None, *GRID_AGES)
TRUTHS: tuple[Optional[bool], ...] = (None, True, False)

FACTS = ("fracture", "t_score", "age", "climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk")
AXES: tuple[tuple[object, ...], ...] = (FRACTURES, T_SCORES, AGES, TRUTHS, TRUTHS, TRUTHS)
SIZES = tuple(len(axis) for axis in AXES)
"""In each axis position 0 is "unknown"."""


def strides() -> tuple[int, ...]:
    """Return by how much the number of a case grows with one step along each axis."""
    steps = [1]
    for size in reversed(SIZES[1:]):
        steps.insert(0, steps[0] * size)
    return tuple(steps)


def cases(fracture: int) -> Iterator[Case]:
    """Yield all cases of one fracture state, by number."""
    fracture_class, count = FRACTURES[fracture]
    for t_score, age, symptoms, problem, low_risk in product(*AXES[1:]):
        yield Case(fracture_class, (), count, t_score, age, None, symptoms, problem, low_risk)  # type: ignore[arg-type]


def complete_addresses() -> list[int]:
    """Return the numbers of all complete cases: by fracture, then T-score, age and the three truths."""
    steps = strides()
    addresses = [fracture * steps[0] for fracture in COMPLETE_FRACTURES]
    for step, size in zip(steps[1:], SIZES[1:]):
        addresses = [address + index * step for address in addresses for index in range(1, size)]
    return addresses


def complete_count() -> int:
    """Return the number of complete cases."""
    count = len(COMPLETE_FRACTURES)
    for size in SIZES[1:]:
        count *= size - 1
    return count


def partial_count() -> int:
    """Return the number of cases when each fact may also be unknown, the number of vertebral fractures left aside."""
    count = COUNT_UNKNOWN
    for size in SIZES[1:]:
        count *= size
    return count

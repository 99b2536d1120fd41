"""The space of all cases, cut into the regions in which the table gives one and the same answer.

A case with unknown facts is the set of all its completions. What it may be told is what holds in every one of them;
so unknown can never be taken as "no".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import product
from typing import Optional

from guideline.case import FRACTURE_STATES, ONE_VERTEBRAL, SEVERAL, SEVERAL_VERTEBRAL, Case
from guideline.fractures import SEVERE_VERTEBRAL
from guideline.table import Condition, Option, Row, Table

FRACTURE, T_SCORE, COUNT = "fracture", "t_score", "vertebral_fractures"

GRID_AGES = range(30, 101)
GRID_T_SCORES = tuple(Decimal(tenths) / 10 for tenths in range(-60, 31))
"""The grid on which the table is proved: whole years 30 to 100, T-scores −6.0 to +3.0 by 0.1."""

Axis = tuple[object, ...]
"""The values that one fact may still have: fracture states, numbers of T-score bands, or truths of a condition."""
Region = tuple[Axis, ...]
"""One axis for the fracture, one for the T-score, and one for each condition, in the order of `Space.axes`."""


@dataclass(frozen=True)
class Answer:
    """What the table says to one complete case: the row, and which of its options fulfil their conditions."""

    row: Row
    listed: frozenset[str]

    @property
    def told(self) -> tuple[str, tuple[tuple[str, bool], ...]]:
        """What a person is told: the action, and each option with whether it is listed. Two rows may tell the same."""
        return self.row.action, tuple((option.drug, option.drug in self.listed) for option in self.row.options)


class Space:
    """All complete cases of one table, by region."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.conditions = tuple(each for each in table.conditions if each.fact != COUNT)
        self.axes = (FRACTURE, T_SCORE, *(each.fact for each in self.conditions))
        self.whole: Region = (
            FRACTURE_STATES,
            tuple(range(len(table.limits) + 1)),
            *((True, False) for _ in self.conditions),
        )
        self.answer = lru_cache(maxsize=None)(self._answer)

    def region_of(self, case: Case) -> Region:
        """Return the region of all completions of a case."""
        bands = self.whole[1] if case.t_score is None else (self.table.band_of(case.t_score),)
        return (case.fracture_states(), bands, *(self._truths(each, case) for each in self.conditions))

    def answers(self, region: Region) -> Iterator[Answer]:
        """Yield the answer to each complete case of the region."""
        return (self.answer(cell) for cell in product(*region))

    def weight(self, region: Region) -> float:
        """Return the share of the grid of cases that lies in the region (a uniform grid, not a population)."""
        share = len(region[0]) / len(FRACTURE_STATES)
        for shares, axis in zip(self._shares, region[1:]):
            share *= sum(shares[value] for value in axis)
        return share

    @cached_property
    def _shares(self) -> list[dict[object, float]]:
        bands = Counter(self.table.band_of(t_score) for t_score in GRID_T_SCORES)
        shares: list[dict[object, float]] = [{band: count / len(GRID_T_SCORES) for band, count in bands.items()}]
        for condition in self.conditions:
            values = GRID_AGES if condition.fact == "age" else (True, False)
            fulfilled = sum(bool(condition.holds(value)) for value in values) / len(values)
            shares.append({True: fulfilled, False: 1 - fulfilled})
        return shares

    @staticmethod
    def _truths(condition: Condition, case: Case) -> Axis:
        if condition.fact == "low_peripheral_risk" and case.has_severe_peripheral:
            return (False,)  # R9: a severe peripheral fracture has occurred
        if condition.fact == "age" and case.age is None and case.age_range is not None:
            first, last = case.age_range
            return tuple({bool(condition.holds(age)): None for age in range(first, last + 1)})
        holds = condition.holds(getattr(case, condition.fact))
        return (True, False) if holds is None else (holds,)

    @cached_property
    def _bands(self) -> dict[tuple[str, int], Row]:
        limits = self.table.limits
        inside = [*limits, limits[-1] + 1]
        return {
            (row.fracture, band): row
            for row in self.table.rows
            for band, t_score in enumerate(inside)
            if row.covers(row.fracture, t_score)
        }

    def _answer(self, cell: tuple[object, ...]) -> Answer:
        state, band, *truths = cell
        row = self._bands[str(class_of_state(state)), int(str(band))]
        holds: dict[str, Optional[bool]] = {each.fact: bool(truth) for each, truth in zip(self.conditions, truths)}
        holds[COUNT] = state == SEVERAL_VERTEBRAL
        return Answer(row, frozenset(option.drug for option in row.options if _fulfilled(option, holds)))


def _fulfilled(option: Option, holds: dict[str, Optional[bool]]) -> bool:
    return all(holds[condition.fact] for condition in option.requires)


def class_of_state(state: object) -> object:
    """Return the fracture class of a fracture state."""
    return SEVERE_VERTEBRAL if state in (ONE_VERTEBRAL, SEVERAL_VERTEBRAL) else state


def count_of_state(state: object) -> int:
    """Return the least number of vertebral fractures that a fracture state stands for."""
    return {ONE_VERTEBRAL: 1, SEVERAL_VERTEBRAL: SEVERAL}.get(str(state), 0)


@lru_cache(maxsize=4)
def space_of(table: Table) -> Space:
    """Return the space of a table, built once."""
    return Space(table)

"""The five properties that `verify` shows, each a function from the walk to the first failure or None."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple, Optional

from guideline import grid
from guideline.judge import CONDITIONAL, EXCLUDED, LISTED, UNDETERMINED
from guideline.space import COUNT
from guideline.table import ACTIONS, Row, Table


class Told(NamedTuple):
    """What a case is told: the action, what else is possible, each option with its line, the open facts."""

    row: Optional[str]
    action: str
    possible_actions: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    lines: tuple[int, ...]
    missing: tuple[str, ...]

    @property
    def answer(self) -> tuple[str, frozenset[tuple[str, int]]]:
        """The action with the options that it lists, each with its line."""
        listed = ((drug, line) for (drug, status), line in zip(self.options, self.lines) if status == LISTED)
        return self.action, frozenset(listed)

    @property
    def worded(self) -> tuple[object, ...]:
        """The answer, with "no treatment" and "not recommended" told apart as the table does."""
        return (*self.answer, self.row if self.action == "no_treatment" else None)


@dataclass(frozen=True)
class Walk:
    """What every case of the grid is told: the different things told, and for each case the number of its own."""

    kinds: list[Told]
    told: array[int]

    def of(self, address: int) -> Told:
        """Return what the case of that number is told."""
        return self.kinds[self.told[address]]


def rows_per_case(table: Table) -> Optional[str]:
    """Property 1, first half: exactly one row covers every fracture class and T-score."""
    for fracture_class, _ in grid.FRACTURES[1:]:
        for t_score in grid.T_SCORES[1:]:
            count = sum(row.covers(str(fracture_class), t_score) for row in table.rows)  # type: ignore[arg-type]
            if count != 1:
                return f"property 1: {fracture_class}, T-score {t_score}: {count} rows apply instead of one"
    return None


def says_what_the_row_says(table: Table, walk: Walk) -> Optional[str]:
    """Property 1, second half: a plain scan of the rows, which shares nothing with the walk, finds the same."""
    addresses = iter(grid.complete_addresses())
    for (fracture_class, count), t_score in product(grid.FRACTURES[1 : grid.COUNT_UNKNOWN], grid.T_SCORES[1:]):
        row = next(row for row in table.rows if row.covers(str(fracture_class), t_score))  # type: ignore[arg-type]
        for age, symptoms, problem, low_risk in product(grid.AGES[1:], *(grid.TRUTHS[1:],) * 3):
            facts: dict[str, object] = {
                COUNT: count,
                "age": age,
                "climacteric_symptoms": symptoms,
                "bisphosphonate_problem": problem,
                "low_peripheral_risk": low_risk,
            }
            said = walk.of(next(addresses))
            if said.action != row.action or dict(said.options) != _options(row, facts):
                return f"property 1: {fracture_class}, T-score {t_score}, {facts}: not what row {row.id} says"
    return None


def _options(row: Row, facts: dict[str, object]) -> dict[str, str]:
    return {
        option.drug: LISTED if all(each.holds(facts[each.fact]) for each in option.requires) else EXCLUDED
        for option in row.options
    }


def worse_t_score_never_weakens(walk: Walk) -> Optional[str]:
    """Property 2, over all complete cases: the actions in falling T-score never step down."""
    step = grid.strides()[1]
    highest = len(grid.T_SCORES) - 1
    pairs = {
        (walk.told[address], walk.told[address + step])
        for address in grid.complete_addresses()
        if address // step % grid.SIZES[1] != highest
    }
    for lower, higher in pairs:
        if ACTIONS.index(walk.kinds[lower].action) > ACTIONS.index(walk.kinds[higher].action):
            return f"property 2: {walk.kinds[higher].action} becomes {walk.kinds[lower].action} with a worse T-score"
    return None


def only_options_depend_on_the_rest(walk: Walk) -> Optional[str]:
    """Property 3, over all complete cases: class and T-score alone decide the action."""
    step = grid.strides()[1]
    actions: dict[tuple[object, int], set[str]] = {}
    for address in grid.complete_addresses():
        fracture, t_score = divmod(address // step, grid.SIZES[1])
        key = (grid.FRACTURES[fracture][0], t_score)
        actions.setdefault(key, set()).add(walk.of(address).action)
    for (fracture_class, t_score), found in actions.items():
        if len(found) > 1:
            return f"property 3: {fracture_class}, T-score {grid.T_SCORES[t_score]}: {sorted(found)}"
    return None


def holds_in_every_completion(walk: Walk) -> Optional[str]:
    """Property 4: what is said while a fact is unknown stays true whatever the fact turns out to be.

    One fact is filled in at a time; since every completion is a chain of such steps, all completions are covered.
    """
    for fact, unknown, known in _steps(walk):
        if not set(known.possible_actions) <= set(unknown.possible_actions):
            return (
                f"property 4: {fact} leads to {known.possible_actions}, which was not among {unknown.possible_actions}"
            )
        if unknown.action == UNDETERMINED:
            continue
        statuses = dict(known.options)
        for drug, status in unknown.options:
            if known.action != unknown.action or (status != CONDITIONAL and statuses.get(drug) != status):
                return f"property 4: {drug} was {status} before {fact} was known, then {statuses.get(drug)}"
    return None


def questions_never_rise(walk: Walk) -> Optional[str]:
    """Property 5: an answer closes its question and opens no other."""
    for fact, unknown, known in _steps(walk):
        if not set(known.missing) <= set(unknown.missing) - ({fact} if fact != "fracture" else set()):
            opened = sorted(set(known.missing) - set(unknown.missing)) or [fact]
            return f"property 5: once {fact} is known, {', '.join(opened)} is asked"
    return None


def _steps(walk: Walk) -> Iterator[tuple[str, Told, Told]]:
    """Yield each different (fact, told while it is unknown, told when it is known), over the whole grid."""
    for fact, step, size in zip(grid.FACTS, grid.strides(), grid.SIZES):
        pairs: set[tuple[int, int]] = set()
        block = step * size
        for base in range(0, len(walk.told), block):
            unknown = walk.told[base : base + step]
            for index in range(1, size):
                known = walk.told[base + index * step : base + (index + 1) * step]
                pairs.update(zip(unknown, known))
        yield from ((fact, walk.kinds[a], walk.kinds[b]) for a, b in pairs)
    step = grid.strides()[0]
    unknown = walk.told[grid.COUNT_UNKNOWN * step :]
    for index in (grid.COUNT_UNKNOWN - 2, grid.COUNT_UNKNOWN - 1):
        known = walk.told[index * step : (index + 1) * step]
        yield from ((COUNT, walk.kinds[a], walk.kinds[b]) for a, b in set(zip(unknown, known)))

"""The exhaustive proof: every case of the grid is walked, and five properties are shown or the first failure is named.

1. Every complete case has exactly one row, and the decision is what that row says.
2. A worse T-score never weakens the action.
3. Age, symptoms, a bisphosphonate problem and peripheral risk never change the action, only the options.
4. An answer given with unknown facts is the same under every completion of them.
5. The number of questions still needed never rises when a fact becomes known.

It proves that the program says what the table says. It does not prove that the table is right.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Optional

from guideline import grid, properties
from guideline.case import Case
from guideline.judge import Verdict, judge
from guideline.properties import Told, Walk
from guideline.table import Table
from guideline.table_file import default_table

Judge = Callable[[Case, Table], Verdict]


@dataclass(frozen=True)
class Proof:
    """The outcome of `verify`: `failures` holds one sentence per property that does not hold."""

    complete: int
    partial: int
    count_unknown: int
    distinct_answers: int
    distinct_wordings: int
    seconds: float
    failures: tuple[str, ...]


def verify(table: Optional[Table] = None, judge_case: Judge = judge, processes: int = 2) -> Proof:
    """Walk all cases and check the five properties.

    :param table: the table to prove; default: the product's
    :param judge_case: what is proved; another one only to see the proof fail
    :param processes: 1 to stay in this process
    """
    started = time.perf_counter()
    table = table or default_table()
    broken = properties.rows_per_case(table)
    if broken:  # a table with a gap cannot be walked
        return Proof(grid.complete_count(), grid.partial_count(), 0, 0, 0, time.perf_counter() - started, (broken,))
    walk = _walk(table, judge_case, processes)
    failures = (
        properties.says_what_the_row_says(table, walk),
        properties.worse_t_score_never_weakens(walk),
        properties.only_options_depend_on_the_rest(walk),
        properties.holds_in_every_completion(walk),
        properties.questions_never_rise(walk),
    )
    complete = [walk.kinds[number] for number in {walk.told[address] for address in grid.complete_addresses()}]
    return Proof(
        complete=grid.complete_count(),
        partial=grid.partial_count(),
        count_unknown=len(walk.told) - grid.partial_count(),
        distinct_answers=len({kind.answer for kind in complete}),
        distinct_wordings=len({kind.worded for kind in complete}),
        seconds=time.perf_counter() - started,
        failures=tuple(failure for failure in failures if failure),
    )


def _walk(table: Table, judge_case: Judge, processes: int) -> Walk:
    """Return the different things told, and for each case the number of what it is told."""
    work = partial(_walk_one, table, judge_case)
    fractures = range(len(grid.FRACTURES))
    if processes == 1:
        parts = [work(fracture) for fracture in fractures]
    else:
        with ProcessPoolExecutor(processes) as pool:
            parts = list(pool.map(work, fractures))
    kinds: dict[Told, int] = {}
    told = array("H")
    for own_kinds, own_told in parts:
        numbers = [kinds.setdefault(kind, len(kinds)) for kind in own_kinds]
        told.extend(map(numbers.__getitem__, own_told))
    return Walk(list(kinds), told)


def _walk_one(table: Table, judge_case: Judge, fracture: int) -> tuple[list[Told], array[int]]:
    verdicts: dict[Verdict, int] = {}
    told = array("H", (verdicts.setdefault(judge_case(case, table), len(verdicts)) for case in grid.cases(fracture)))
    return [_told(verdict) for verdict in verdicts], told


def _told(verdict: Verdict) -> Told:
    options = tuple((each.drug, each.status) for each in verdict.standings)
    lines = tuple(each.line for each in verdict.standings)
    row = verdict.row.id if verdict.row else None
    return Told(row, verdict.action, verdict.possible_actions, options, lines, verdict.missing)

"""What a region of cases may be told: the action, the status of each option, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Optional

from guideline.case import SEVERAL, Case
from guideline.questions import open_in
from guideline.space import COUNT, FRACTURE, Region, Space, count_of_state, space_of
from guideline.table import ACTIONS, DRUGS, Option, Row, Table
from guideline.table_file import default_table

LISTED, CONDITIONAL, EXCLUDED = "listed", "conditional", "excluded"
UNDETERMINED, OUT_OF_SCOPE = "undetermined", "out_of_scope"


@dataclass(frozen=True, eq=False)
class Standing:
    """How one drug stands: its status, its line, and the names of the facts that are open or that fail."""

    drug: str
    status: str
    line: int
    open_facts: tuple[str, ...]
    failed_facts: tuple[str, ...]
    option: Option


@dataclass(frozen=True, eq=False)
class Verdict:
    """What holds in every case of a region.

    `action` is one of the table's, or `undetermined`; `standings` is empty unless the action is `treat`; `missing`
    are the facts that can still change the action or an option, those that settle the most first.
    """

    action: str
    possible_actions: tuple[str, ...]
    rows: tuple[Row, ...]
    standings: tuple[Standing, ...]
    missing: tuple[str, ...]

    @property
    def row(self) -> Optional[Row]:
        """The one row that applies, or None when several are possible."""
        return self.rows[0] if len(self.rows) == 1 else None


def judge(case: Case, table: Optional[Table] = None) -> Verdict:
    """Return what the table says to a case that is in scope; the caller looks at the scope."""
    space = space_of(table or default_table())
    return _verdict(space, space.region_of(case))


@cache
def _verdict(space: Space, region: Region) -> Verdict:
    answers = list(space.answers(region))
    rows = tuple(dict.fromkeys(answer.row for answer in answers))
    actions = {row.action for row in rows}
    possible = tuple(action for action in ACTIONS if action in actions)
    action = possible[0] if len(possible) == 1 else UNDETERMINED
    standings = tuple(_standings(space, region, rows)) if action == ACTIONS[0] else ()
    return Verdict(action, possible, rows, standings, open_in(space, region))


def _standings(space: Space, region: Region, rows: tuple[Row, ...]) -> list[Standing]:
    offered = {option.drug: option for row in rows for option in row.options}
    return [_standing(space, region, rows, offered[drug]) for drug in DRUGS if drug in offered]


def _standing(space: Space, region: Region, rows: tuple[Row, ...], option: Option) -> Standing:
    """A drug that every completion lists is listed; one that every completion rules out is excluded; others depend."""
    answers = list(space.answers(region))
    listed = [option.drug in answer.listed for answer in answers]
    ruled_out = [not is_listed and _mentions(answer.row, option.drug) for is_listed, answer in zip(listed, answers)]
    status = LISTED if all(listed) else EXCLUDED if all(ruled_out) else CONDITIONAL
    mine = [each for row in rows for each in row.options if each.drug == option.drug]
    facts = dict.fromkeys(condition.fact for each in mine for condition in each.requires)
    values = {fact: _values(space, region, fact) for fact in facts}
    open_facts = [fact for fact, value in values.items() if len(value) > 1]
    if len(rows) > 1:
        open_facts.insert(0, FRACTURE)
    failed = tuple(fact for fact, value in values.items() if value == {False})
    richest = max(mine, key=lambda each: len(each.requires))
    return Standing(option.drug, status, max(each.line for each in mine), tuple(open_facts), failed, richest)


def _mentions(row: Row, drug: str) -> bool:
    return any(option.drug == drug for option in row.options)


def _values(space: Space, region: Region, fact: str) -> set[object]:
    """Return the truths that the condition on this fact may still have."""
    if fact == COUNT:
        return {count >= SEVERAL for count in map(count_of_state, region[0])}
    return set(region[space.axes.index(fact)])

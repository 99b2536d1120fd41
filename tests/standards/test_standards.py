"""The page on standards leaves no item silent, and what it points to exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.standards.test_hazards import runs

PAGE = Path("docs/standards.md").read_text(encoding="utf-8")
ITEMS = [
    *(f"S-IPDAS-{number}" for number in range(1, 15)),
    *(f"S-RISK-{number}" for number in range(1, 8)),
    *(f"S-READ-{number}" for number in range(1, 5)),
    *(f"S-PEMAT-{number}" for number in range(1, 5)),
]
ROWS = {
    cells[0]: cells
    for line in PAGE.splitlines()
    if len(cells := [each.strip() for each in line.strip("| ").split(" | ")]) == 4
}


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_has_a_line_that_says_where_it_is_met_and_by_which_test(item: str) -> None:
    assert item in ROWS
    assert all(ROWS[item])
    named = re.findall(r"`(tests/[^`]+)`", ROWS[item][3])
    assert named
    assert [each for each in named if not runs(each)] == []


def test_no_item_stands_twice_and_none_is_made_up() -> None:
    found = re.findall(r"^\| (S-\S+) ", PAGE, re.MULTILINE)
    assert sorted(found) == sorted(ITEMS)

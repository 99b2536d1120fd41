"""The hazard log: complete, and every control is shown by tests that exist and run."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

LOG: dict[str, Any] = yaml.safe_load(Path("docs/hazards.yml").read_text(encoding="utf-8"))
HAZARDS: list[dict[str, Any]] = LOG["hazards"]
FIELDS = {"id", "hazard", "cause", "harm", "control", "tests", "residual"}
FROM_PEERS = {f"H{number}" for number in range(1, 19)}
CONVERSATIONS = "tests/conversations/"


@cache
def named_in(path: Path) -> dict[str, list[str]]:
    """Return the tests of a file, each with the names of its decorators."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [each for each in ast.walk(tree) if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return {
        each.name: [ast.unparse(mark) for mark in each.decorator_list]
        for each in found
        if each.name.startswith("test_")
    }


def runs(reference: str) -> bool:
    """Say whether a test exists and is not left out on purpose."""
    name, _, function = reference.partition("::")
    path = Path(name)
    if reference.startswith(CONVERSATIONS):
        return path.is_file() and path.suffix == ".yml" and bool(yaml.safe_load(path.read_text(encoding="utf-8")))
    marks = named_in(path).get(function) if path.is_file() else None
    return marks is not None and not any("skip" in mark or "xfail" in mark for mark in marks)


def test_every_hazard_that_peers_met_is_there_and_ours_beside_them() -> None:
    ids = [each["id"] for each in HAZARDS]
    assert len(set(ids)) == len(ids)
    assert set(ids) > FROM_PEERS


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda each: each["id"])
def test_a_hazard_says_all_that_a_log_needs(hazard: dict[str, Any]) -> None:
    assert set(hazard) == FIELDS
    assert all(hazard[field] for field in FIELDS)
    assert hazard["residual"] in ("low", "medium", "high")


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda each: each["id"])
def test_a_hazard_has_tests_that_run(hazard: dict[str, Any]) -> None:
    assert [each for each in hazard["tests"] if not runs(each)] == []


@pytest.mark.parametrize(
    "reference",
    [
        "tests/standards/test_hazards.py::test_that_was_never_written",
        "tests/standards/test_nowhere.py::test_anything",
        "tests/conversations/red_flags/never_held.yml",
        "",
    ],
)
def test_a_test_that_is_missing_is_noticed(reference: str) -> None:
    assert not runs(reference)

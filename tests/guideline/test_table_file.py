"""A table that could answer wrongly refuses to load, and the error names the line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guideline.errors import TableError
from guideline.table_file import TABLE_PATH, default_table, load_table

SOURCE_WORDS = TABLE_PATH.read_text(encoding="utf-8")


def row_named(document: dict, row_id: str) -> dict:
    return next(row for row in document["rows"] if row["id"] == row_id)


def leave_a_gap(document: dict) -> None:
    row_named(document, "non-severe/refer")["up_to"] = "-1.5"


def leave_a_gap_at_the_bottom(document: dict) -> None:
    row_named(document, "no-fracture/treat")["above"] = "-6"


def leave_a_gap_at_the_top(document: dict) -> None:
    row_named(document, "no-fracture/no-treatment")["up_to"] = "4"


def let_rows_overlap(document: dict) -> None:
    row_named(document, "non-severe/refer")["above"] = "-2.5"


def let_a_row_cover_everything(document: dict) -> None:
    row_named(document, "severe-vertebral/refer")["above"] = None


def name_an_unknown_drug(document: dict) -> None:
    row_named(document, "non-severe/treat")["options"][0]["drug"] = "wonder_pill"


def list_a_drug_twice(document: dict) -> None:
    options = row_named(document, "non-severe/treat")["options"]
    options.append(options[0])


def drop_the_sentence(document: dict) -> None:
    del row_named(document, "no-fracture/refer")["sentence"]


def empty_the_sentence(document: dict) -> None:
    row_named(document, "no-fracture/refer")["sentence"] = "  "


def drop_the_sentence_of_the_options(document: dict) -> None:
    row_named(document, "no-fracture/treat")["options_sentence"] = ""


def name_an_unknown_action(document: dict) -> None:
    row_named(document, "no-fracture/refer")["action"] = "wait"


def name_an_unknown_class(document: dict) -> None:
    row_named(document, "no-fracture/refer")["fracture"] = "bent"


def name_an_unknown_condition(document: dict) -> None:
    row_named(document, "no-fracture/treat")["options"][2]["requires"] = ["full_moon"]


def give_a_referral_a_strength(document: dict) -> None:
    row_named(document, "no-fracture/refer")["strength"] = "imperative"


def drop_a_class(document: dict) -> None:
    document["rows"] = [row for row in document["rows"] if row["fracture"] != "none"]


def ask_for_three_vertebrae(document: dict) -> None:
    next(each for each in document["conditions"] if each["id"] == "two_vertebral_fractures")["at_least"] = 3


def put_two_conditions_on_one_fact(document: dict) -> None:
    document["conditions"].append({"id": "old", "fact": "age", "words": "80 or more", "at_least": 80})


BROKEN: list[tuple[Callable[[dict], None], str, str]] = [
    (leave_a_gap, "gap: no row covers T-scores from -1.5 up to -1", "non-severe/no-treatment"),
    (leave_a_gap_at_the_bottom, "gap", "no-fracture/treat"),
    (leave_a_gap_at_the_top, "gap: no row covers T-scores above 4", "no-fracture/no-treatment"),
    (let_rows_overlap, "overlaps", "non-severe/refer"),
    (let_a_row_cover_everything, "overlaps", "severe-vertebral/"),
    (name_an_unknown_drug, "unknown drug 'wonder_pill'", "non-severe/treat"),
    (list_a_drug_twice, "listed twice", "non-severe/treat"),
    (drop_the_sentence, "source sentence", "no-fracture/refer"),
    (empty_the_sentence, "source sentence", "no-fracture/refer"),
    (drop_the_sentence_of_the_options, "sentence they come from", "no-fracture/treat"),
    (name_an_unknown_action, "unknown action 'wait'", "no-fracture/refer"),
    (name_an_unknown_class, "unknown fracture class 'bent'", "no-fracture/refer"),
    (name_an_unknown_condition, "full_moon", "no-fracture/treat"),
    (give_a_referral_a_strength, "strength", "no-fracture/refer"),
    (drop_a_class, "no row covers the class none", ""),
    (ask_for_three_vertebrae, "two or more", ""),
    (put_two_conditions_on_one_fact, "condition on age", ""),
]


@pytest.mark.parametrize(("break_it", "problem", "row"), BROKEN, ids=[case[0].__name__ for case in BROKEN])
def test_a_broken_table_refuses_to_load_and_names_the_line(
    break_it: Callable[[dict], None], problem: str, row: str, tmp_path: Path
) -> None:
    document = json.loads(SOURCE_WORDS)
    break_it(document)
    path = tmp_path / "table.json"
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    with pytest.raises(TableError) as refused:
        load_table(path)
    assert problem in refused.value.problem
    near = path.read_text(encoding="utf-8").splitlines()[refused.value.line - 1 : refused.value.line + 2]
    assert row in "\n".join(near)
    assert str(refused.value).startswith(f"{path}, line {refused.value.line}: ")


@pytest.mark.parametrize(("text", "line"), [("", 1), ('{\n "rows": [\n  oops', 3), ("{}", 1)])
def test_a_file_that_is_no_table_refuses_to_load(text: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as refused:
        load_table(path)
    assert refused.value.line == line


def test_a_missing_file_refuses_to_load(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        load_table(tmp_path / "nowhere.json")


def test_every_row_knows_its_line() -> None:
    lines = SOURCE_WORDS.splitlines()
    for row in default_table().rows:
        assert row.id in lines[row.line]

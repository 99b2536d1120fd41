"""Reading the files: one sentence names the file and the field when something is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.errors import ContentError
from knowledge.load import HERE, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in HERE.iterdir():
        if path.suffix == ".yml":
            shutil.copy(path, tmp_path)
        elif path.is_dir() and any(path.rglob("*.yml")):
            shutil.copytree(path, tmp_path / path.name)
    return tmp_path


def change(path: Path, how: Callable[[Any], None]) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    how(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def test_a_copy_of_the_files_reads_like_the_files(folder: Path) -> None:
    assert load(folder) == load()


@pytest.mark.parametrize(
    ("what_is_wrong", "file", "how", "expected"),
    [
        ("a field is missing", "topics/mronj.yml", lambda t: t.pop("ask"), r"mronj\.yml: mronj ask: field required"),
        (
            "a field is misspelt",
            "topics/mronj.yml",
            lambda t: t["general"].update(sorces=[]),
            r"mronj\.yml: mronj general\.sorces: extra fields not permitted",
        ),
        (
            "a text is empty",
            "topics/mronj.yml",
            lambda t: t["general"]["patient"].update(short=" "),
            r"general\.patient\.short",
        ),
        ("a statement has no source", "readings.yml", lambda r: r[0].update(sources=[]), r"readings\.yml: R1 sources"),
        (
            "a source is unknown",
            "readings.yml",
            lambda r: r[0].update(sources=["nobody-1999"]),
            r"reading/R1: there is no source nobody-1999",
        ),
        (
            "a source is cited twice",
            "readings.yml",
            lambda r: r[0].update(sources=["grio-18", "grio-18"]),
            r"R1 sources: grio-18 is listed twice",
        ),
        (
            "a source was only recalled",
            "sources/rare_harms.yml",
            lambda s: s[0].update(strength="recalled"),
            r"rare_harms\.yml: kaiser-aff-2020 strength: unexpected value",
        ),
        (
            "nothing cites a source",
            "sources/rare_harms.yml",
            lambda s: s.append({**s[0], "id": "lonely-2000"}),
            r"no statement cites lonely-2000",
        ),
        (
            "a placeholder has no card",
            "readings.yml",
            lambda r: r[0].update(patient="{fit9_vfx.with} women"),
            r"readings\.yml: There is no number \{fit9_vfx\.with\}",
        ),
        (
            "an unknown card is quoted",
            "topics/mronj.yml",
            lambda t: t["general"].update(numbers=["jaw_guess"]),
            r"topic/mronj: there is no number jaw_guess",
        ),
        ("an id stands twice", "readings.yml", lambda r: r.append(r[0]), r"readings: the id R1 stands twice"),
        ("a reading is gone", "readings.yml", lambda r: r.pop(), r"readings: missing R16"),
        (
            "a drug lacks a section",
            "drugs/denosumab/use.yml",
            lambda d: d["sections"].pop("stopping"),
            r"denosumab: denosumab: sections are missing: stopping",
        ),
        (
            "a topic leads to an unknown flag",
            "topics/mronj.yml",
            lambda t: t["red_flags"].append("teeth"),
            r"mronj names an unknown red flag teeth",
        ),
        (
            "a topic refers to itself",
            "topics/mronj.yml",
            lambda t: t.update(see_also=["mronj", "duration"]),
            r"mronj refers to itself",
        ),
        (
            "a flag escalates to nothing",
            "red_flags/soon.yml",
            lambda f: f[0].update(escalates_to="doom"),
            r"escalates to an unknown flag doom",
        ),
        (
            "a quiz has two right answers",
            "quiz.yml",
            lambda q: [choice.update(correct=True) for choice in q[0]["choices"]],
            r"needs exactly one correct choice",
        ),
        (
            "a value leaves out an option",
            "values/worries.yml",
            lambda v: v["items"][0]["options"].pop("no_drug"),
            r"leaves out no_drug",
        ),
        (
            "a severity is for an option that the caution does not touch",
            "cautions/organs_and_history.yml",
            lambda c: c[0].update(severity_for={"romosozumab": "avoid"}),
            r"romosozumab is not in applies_to",
        ),
        (
            "an option lists a drug that serves another",
            "options/other_options.yml",
            lambda o: o[0]["drugs"].append("raloxifene"),
            r"denosumab lists raloxifene",
        ),
    ],
)
def test_a_mistake_is_named(
    folder: Path, what_is_wrong: str, file: str, how: Callable[[Any], None], expected: str
) -> None:
    change(folder / file, how)
    with pytest.raises(ContentError, match=expected):
        load(folder)


def test_a_file_that_is_not_yaml_is_named(folder: Path) -> None:
    (folder / "readings.yml").write_text("- id: [R1", encoding="utf-8")
    with pytest.raises(ContentError, match=r"readings\.yml is not valid YAML; correct it"):
        load(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "readings.yml").unlink()
    with pytest.raises(ContentError, match=r"There is no readings\.yml"):
        load(folder)

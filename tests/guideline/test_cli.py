"""The command line: text and JSON out, exit codes, one bad line that does not stop the rest, and its speed."""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys

import pytest

CONTRACT_FIELDS = {
    "rule_version",
    "row",
    "action",
    "strength",
    "possible_actions",
    "options",
    "facts",
    "missing",
    "source",
    "notes",
}


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guideline", *arguments], input=given, capture_output=True, text=True, timeout=60
    )


def test_decide_prints_json_with_the_fields_of_the_contract() -> None:
    done = run(
        "decide",
        "--fracture",
        "severe_vertebral",
        "--t-score=-2.7",
        "--age",
        "58",
        "--vertebral-fractures",
        "2",
        "--json",
    )
    decision = json.loads(done.stdout)
    assert done.returncode == 0
    assert CONTRACT_FIELDS <= decision.keys()
    assert decision["row"] == "severe-vertebral/treat" and decision["strength"] == "imperative"
    teriparatide = next(each for each in decision["options"] if each["drug"] == "teriparatide")
    assert teriparatide == {
        "drug": "teriparatide",
        "status": "listed",
        "line": 1,
        "condition": "two or more vertebral fractures",
        "reason": "you told me of 2",
        "open": [],
        "failed": [],
    }
    assert decision["facts"]["t_score"] == -2.7


@pytest.mark.parametrize(
    "arguments",
    [
        ("decide", "--t-score=-9"),
        ("decide", "--age", "abc"),
        ("decide", "--fracture", "bent"),
        ("whatif", "--age", "200"),
        ("decide", "--climacteric-symptoms", "maybe"),
    ],
)
def test_a_bad_value_gets_exit_2_and_one_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1 and "Traceback" not in done.stderr


def test_flags_take_negative_numbers_with_and_without_equals_sign() -> None:
    assert (
        run("decide", "--fracture", "none", "--t-score", "-3", "--json").stdout
        == run("decide", "--fracture", "none", "--t-score=-3", "--json").stdout
    )


def test_one_bad_line_does_not_stop_the_rest() -> None:
    lines = [
        '{"fracture": "none", "t_score": -3}',
        "not json",
        '{"t_score": -99}',
        "[1]",
        "",
        '{"age": 1e400}',
        '{"colour": "red"}',
        '{"fracture": "none", "t_score": null}',
    ]
    done = run("decide", "--jsonl", given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, 6, None, None]
    assert all(answer["error"] for answer in answers if "line" in answer)
    assert answers[0]["action"] == "treat"
    assert answers[5]["passed_over"] == ["colour"]
    assert answers[6]["action"] == "undetermined"


def test_jsonl_answers_ten_thousand_lines_a_second() -> None:
    rng = random.Random(3)
    lines = [
        json.dumps(
            {
                "fracture": rng.choice(["none", "non_severe", "severe_nonvertebral", "severe_vertebral"]),
                "t_score": rng.randint(-60, 30) / 10,
                "age": rng.randint(30, 100),
            }
        )
        for _ in range(30_000)
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run("decide", "--jsonl", given="\n".join(lines))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    )  # other work on the machine is not ours
    assert len(done.stdout.splitlines()) == len(lines)
    assert len(lines) / seconds > 10_000


def test_table_prints_every_row_with_its_sentence() -> None:
    printed = run("table").stdout
    assert printed.count("→") == 10 and printed.count("«") >= 10


def test_whatif_prints_the_nearest_changes() -> None:
    assert (
        "t_score = -0.9 (1.8 away) → refer" in run("whatif", "--fracture", "severe_vertebral", "--t-score=-2.7").stdout
    )


def test_the_package_needs_nothing_but_the_standard_library() -> None:
    code = "import guideline, guideline.cli, sys; print([n for n in sys.modules if n.split('.')[0] in ('rasa','rasa_sdk','yaml','pydantic','spacy','numpy')])"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr

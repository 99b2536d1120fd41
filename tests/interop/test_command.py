"""`python -m osteochat decide`, as it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from interop.one_case import InputError, answer_case
from interop.one_line import answer_line, answer_text
from osteochat.settings import ROOT

LINE = "72F, 2 VCF, T −2.8, GERD, alendronate intolerant"


def run(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "osteochat", "decide", *words],
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_the_answer_is_the_one_of_the_chat() -> None:
    done = run(LINE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip("\n") == answer_text(answer_line(LINE))


def test_as_json_it_is_the_contracts_decision() -> None:
    done = run("--json", "-", given=LINE + "\n")
    decision = json.loads(done.stdout)
    assert decision == json.loads(json.dumps(answer_line(LINE).as_dict()))
    assert (decision["action"], decision["row"], decision["cautions"]) == (
        "treat",
        "severe-vertebral/treat",
        ["reflux"],
    )


def test_words_need_no_quotes_and_a_lost_sign_is_asked_back() -> None:
    done = run("72F", "hip", "fx", "T", "2.8")
    assert done.returncode == 0
    assert done.stdout.startswith("UNDETERMINED") and "2.8" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("words", [("hello there",), ("",), ("x" * 1001,)])
def test_what_is_no_case_gets_one_sentence(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "72F, 2 VCF" in done.stderr and len(done.stderr.strip().splitlines()) == 1


def test_two_patients_in_one_line_are_asked_for_one_by_one() -> None:
    line = "72F hip # T -2.1 and 58F T -1.2 no fx"
    done = run(line)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Two patients in one message" in done.stderr
    with pytest.raises(InputError, match="Two patients"):
        answer_case({"text": line})


def test_it_needs_no_knowledge_database_to_decide(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "osteochat", "decide", LINE],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "OSTEOCHAT_HOME": str(tmp_path)},
    )
    assert done.stdout.startswith("TREAT (imperative)"), done.stderr

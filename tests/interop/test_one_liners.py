"""One-liners of clinicians, each with the action and the status of every option that the table gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers.decision_clinician import HEADLINE
from interop.one_line import answer_line, answer_text

DRUGS = (
    "oral_bisphosphonate",
    "injectable_bisphosphonate",
    "denosumab",
    "raloxifene",
    "teriparatide",
    "menopausal_hormone_therapy",
)
LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "one_liners.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def statuses(options: list[dict[str, str]]) -> str:
    """Return the first letters of the statuses, in the order of `DRUGS`; nothing without options."""
    found = {each["drug"]: each["status"][0].upper() for each in options}
    return "".join(found.get(drug, "-") for drug in DRUGS) if found else ""


def test_there_are_enough_of_them() -> None:
    assert len(LINES) >= 150 and len(set(LINES)) == len(LINES)


@pytest.mark.parametrize(("line", "action", "expected"), LINES, ids=[line for line, *_ in LINES])
def test_action_and_statuses(line: str, action: str, expected: str) -> None:
    answer = answer_line(line)
    assert (answer.decision["action"], statuses(answer.decision["options"])) == (action, expected)


@pytest.mark.parametrize("line", [line for line, action, _ in LINES if action != "out_of_scope"])
def test_the_answer_in_words(line: str) -> None:
    answer = answer_line(line)
    first, *rest = answer_text(answer).split("\n")
    assert len(first) <= HEADLINE
    said = "\n".join(rest)
    assert answer.decision["rule_version"] in said and "Understood:" in said
    assert ("Missing:" in said) == bool(answer.decision["missing"])


@pytest.mark.parametrize("text", ["", " ", "hello", "T", "\x00", "é" * 900, "72", "-" * 500, "{}", "\ud800"])
def test_any_text_is_answered(text: str) -> None:
    assert answer_line(text).decision["action"] in ("undetermined", "out_of_scope")


@pytest.mark.parametrize(
    ("line", "fact", "reason"),
    [("72F hip fx T 2.8", "t_score", "sign_missing"), ("72F, broke her arm, T -2.4", "fracture", None)],
)
def test_what_is_not_clear_stays_unknown_and_is_asked_back(line: str, fact: str, reason: str | None) -> None:
    answer = answer_line(line)
    assert answer.decision["facts"][fact] is None
    (asked,) = [each for each in answer.as_dict()["clarify"] if each["fact"] == fact]
    assert reason in (None, asked["reason"]) and asked["candidates"]


def test_an_impossible_value_is_refused_and_not_used() -> None:
    answer = answer_line("172F, hip fx, T -28")
    assert {fact for fact, *_ in answer.rejected} == {"age", "t_score"}
    assert answer.decision["facts"]["age"] is None and answer.decision["action"] == "undetermined"

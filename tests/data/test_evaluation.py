"""The measuring itself: what counts as right, what is refused, what the report says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from osteochat.errors import SetupError
from osteochat.evaluation.__main__ import main
from osteochat.evaluation.asking import Outcome
from osteochat.evaluation.facts import accepted_actions, judge_fact
from osteochat.evaluation.labelled import labelled_rows
from osteochat.evaluation.report import facts_report, topics_report
from osteochat.evaluation.topics import score_red_flags, score_topics


def said(*customs: dict[str, Any], **facts: Any) -> Outcome:
    return Outcome(list(customs), facts, [])


def topic(name: str, *nearest: str, drugs: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"type": "topic", "topic": name, "nearest": list(nearest), "drugs": list(drugs)}


@pytest.mark.parametrize(
    ("fact", "gold", "found", "customs", "verdict"),
    [
        ("t_score", "-2.5", "-2.5", [], "right"),
        ("t_score", -2.5, "-2.5", [], "right"),
        ("t_score", -2.5, "2.5", [], "sign"),
        ("t_score", -2.5, "-2.4", [], "wrong"),
        ("t_score", -2.5, None, [], "missed"),
        ("t_score", -2.5, None, [{"type": "clarify", "fact": "t_score"}], "asked"),
        ("t_score", None, "-2.5", [], "invented"),
        ("t_score", None, None, [], "silent"),
        ("fracture", "non_severe", None, [{"type": "clarify", "fact": "high_energy"}], "asked"),
        ("fracture", "non_severe", "none", [], "wrong"),
        ("vertebral_fractures", None, 1, [], "silent"),
        ("vertebral_fractures", None, 2, [], "invented"),
        ("climacteric_symptoms", False, False, [], "right"),
        ("climacteric_symptoms", True, False, [], "wrong"),
    ],
)
def test_a_fact_is_judged(fact: str, gold: Any, found: Any, customs: list, verdict: str) -> None:
    assert judge_fact(fact, gold, found, said(*customs)) == verdict


@pytest.mark.parametrize("gold", ["-2.5", -2.5])
def test_a_lost_sign_is_seen_however_the_label_is_written(gold: Any) -> None:
    assert judge_fact("t_score", gold, "2.5", said()) == "sign"


def test_actions_of_both_formats_are_read() -> None:
    shared = {"expected": {"action": "need_more_info", "also_acceptable": ["treatment"]}}
    assert accepted_actions(shared) == {"undetermined", "treat"}
    assert accepted_actions({"action": "treat", "also_action": ["refer"]}) == {"treat", "refer"}


def test_topics_are_scored() -> None:
    rows = [
        ({"topic": "mronj", "drugs": ["alendronate"]}, said(topic("mronj", drugs=("alendronate",)))),
        ({"topic": "mronj", "drugs": ["denosumab"]}, said(topic("dental_care", "adherence", "mronj"))),
        ({"topic": "out_of_scope", "drugs": []}, said({"type": "scope"})),
        ({"topic": "out_of_scope", "drugs": []}, said(topic("duration"))),
        ({"topic": "red_flag_symptom", "drugs": []}, said({"type": "urgent", "flag": "jaw"})),
        ({"topic": "adherence", "drugs": []}, said({"type": "urgent", "flag": "jaw"})),
    ]
    shares, confused = score_topics(rows)
    assert shares == {
        "topic first": pytest.approx(3 / 6),
        "topic in the first three": pytest.approx(4 / 6),
        "drug": 0.5,
        "out-of-scope recall": 0.5,
        "red-flag recall": 1.0,
        "false alarms": pytest.approx(1 / 5),
    }
    assert confused["mronj", "dental_care"] == 1
    assert "| adherence | red_flag_symptom | 1 |" in topics_report(rows)


def test_red_flags_are_scored() -> None:
    rows = [
        ({"id": "a", "flag": "jaw"}, said({"type": "urgent", "flag": "jaw"})),
        ({"id": "b", "flag": "jaw"}, said()),
        ({"id": "c", "flag": None}, said({"type": "urgent", "flag": "jaw"})),
    ]
    shares, remarks = score_red_flags(rows)
    assert shares == {"red-flag recall": 0.5, "false alarms": 1.0}
    assert len(remarks) == 2


def test_the_report_on_cases_has_the_totals_and_each_register() -> None:
    decided = {"type": "decision", "action": "treat", "options": []}
    rows = [
        (
            {"id": "a", "register": "patient", "facts": {"t_score": "-2.5"}, "action": "treat", "ask": []},
            said(decided, t_score="2.5"),
        ),
        (
            {"id": "b", "register": "clinician", "facts": {}, "action": "undetermined", "ask": ["t_score"]},
            said(decided, age=70),
        ),
    ]
    report = facts_report(rows)
    for line in (
        "Signs lost: 1",
        "Invented facts: 1 in 2 texts (0.500)",
        "Right action, patient: 1 of 1 (1.000)",
        "Right action, clinician: 0 of 1 (0.000)",
        "Asked back where it is open: 0 of 1 (0.000)",
    ):
        assert line in report


def test_rows_are_read_and_blank_lines_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "hi", "topic": "other"}\n\n{"id": "x", "text": "ho", "flag": null}\n', encoding="utf-8")
    assert [row["id"] for row in labelled_rows(path)] == ["line 1", "x"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "a.jsonl, line 1 is not JSON"),
        (b'\n["text"]', "a.jsonl, line 2 has no text with a label"),
        (b'{"text": "hi"}', "needs `text` and one of"),
        (b'{"text": 5, "topic": "other"}', "needs `text`"),
        (b"\xff\xfe", "not a text file in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(SetupError, match=message):
        labelled_rows(path)
    assert main([str(tmp_path)]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], [""], ["/nowhere"]])
def test_without_a_folder_it_says_what_to_give(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "make evaluate DATA=" in capsys.readouterr().err

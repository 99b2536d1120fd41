"""Feedback on cards: counted, and nothing else of it kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from interop.cds import RequestError
from interop.feedback import count, read_feedback

FEEDBACK = {"card": "4e0a3a1e", "outcome": "overridden", "outcomeTimestamp": "2020-12-11T10:05:31Z"}


def test_feedback_is_counted_and_nothing_else_is_kept(tmp_path: Path) -> None:
    reason = {
        "reason": {"code": "disagree", "system": "urn:osteochat:override-reason"},
        "userComment": "Mrs Smith is 72",
    }
    items = read_feedback(
        {"feedback": [{**FEEDBACK, "overrideReason": reason}, FEEDBACK, {**FEEDBACK, "outcome": "accepted"}]}
    )
    count(tmp_path, "osteochat-patient-view", items)
    count(tmp_path, "osteochat-patient-view", items[:1])
    path = tmp_path / "cds-feedback.db"
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT outcome, reason, number FROM counts ORDER BY 1, 2").fetchall()
    connection.close()
    assert rows == [("accepted", "none given", 1), ("overridden", "disagree", 2), ("overridden", "none given", 1)]
    assert b"Smith" not in path.read_bytes()


@pytest.mark.parametrize(
    "given",
    [
        None,
        {},
        {"feedback": []},
        {"feedback": [1]},
        {"feedback": [{**FEEDBACK, "outcome": "ignored"}]},
        {"feedback": [{"card": "1"}]},
    ],
)
def test_feedback_of_another_shape_is_refused(given: Any) -> None:
    with pytest.raises(RequestError):
        read_feedback(given)

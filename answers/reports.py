"""Reports of unsafe answers: the id of the answer and what the person chose to write, in a database of their own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

import sqlite_utils
from sqlite_utils.db import Table

from answers.exercise import Choice, Step
from answers.message import Button, Message
from answers.register import Audience
from answers.strings import theme

NAME = "report"
SILENT, CANCEL = "silent", "cancel"
TABLE = "reports"
LONGEST = 1000
"""Characters of a report that are kept."""


def reports_path() -> Path:
    """Return `reports.db` below OSTEOCHAT_HOME, or below ./.osteochat."""
    return Path(os.environ.get("OSTEOCHAT_HOME") or ".osteochat") / "reports.db"


def keep_report(record: Optional[str], words: Optional[str], path: Optional[Path] = None) -> None:
    """Store a report; nothing but these two values, not even a time.

    :param record: id of the answer, None when none was given yet; :param words: what the person wrote, None without words
    """
    database = sqlite_utils.Database(path or reports_path())
    try:
        row = {"record": record, "words": words[:LONGEST] if words else None}
        Table(database, TABLE).insert(row, columns={"record": str, "words": str})
    finally:
        database.close()


def report_step() -> Step:
    """Return the two choices that are offered beside free words."""
    strings = theme("report")
    choices = [
        Choice(
            each, Button.read(strings["patient"][each]).title, tuple(f"={word}" for word in strings[f"{each}_words"])
        )
        for each in (SILENT, CANCEL)
    ]
    return Step(NAME, "words", "", tuple(choices), numbered=False)


def ask_message(audience: Audience) -> Message:
    """Return the question what was wrong."""
    said = theme("report")[audience]
    buttons = (Button.read(said["silent"]), Button.read(said["cancel"]))
    text = f"{said['ask']} {said['urgent']}".strip()
    return Message(text, {"type": "status", "what": "exercise", "exercise": NAME, "step": "words"}, buttons)


def report_text(key: str, audience: Audience) -> Message:
    """Return one of the sentences round a report."""
    return Message(theme("report")[audience][key], {"type": "status", "what": f"report_{key}"})
